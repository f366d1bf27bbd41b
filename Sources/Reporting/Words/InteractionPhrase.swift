/// What is said of a competition, and of the levels of government between which a gap lies.
enum InteractionPhrase: String, Phrase {
  case title, complements, substitutes, mixed, independent
  case certified, uncertified, optimumExact, optimumWithin
  case levelTitle, levelFinding, levelDescription, levelTable, horizontal, functional, vertical, part, gap
  case bestRate, bestRatePlain, legend

  var wording: Wording {
    switch self {
    case .title: Wording("How the members act on one another", "各成员如何相互影响")
    case .complements:
      Wording(
        "Their instruments are complements: the more one does, the more the others do.", "各方手段互为补充：一方做得越多，他方也做得越多。")
    case .substitutes:
      Wording(
        "Their instruments are substitutes: the more one does, the less the others do.", "各方手段互为替代：一方做得越多，他方做得越少。")
    case .mixed:
      Wording(
        "Between some members doing more makes the other do more, between others less.", "一些成员之间多做会使对方多做，另一些则使对方少做。")
    case .independent:
      Wording("What is best for one does not hang on what the others do.", "一方的最佳选择不取决于他方的行为。")
    case .certified:
      Wording("The equilibrium was shown to be the only one.", "已证明均衡唯一。")
    case .uncertified:
      Wording("It was not shown that the equilibrium is the only one.", "尚未证明均衡唯一。")
    case .optimumExact: Wording("What is best for all together is exact.", "整体最优的计算是精确的。")
    case .optimumWithin:
      Wording(
        "What is best for all together is known to within {x}.", "整体最优的误差不超过{x}。")
    case .levelTitle: Wording("Between which levels the gap lies", "差距位于哪些层级之间")
    case .levelFinding:
      Wording("{part} of the gap lies {where}", "差距的{part}{where}")
    case .levelDescription:
      Wording(
        "The gap between acting alone and acting as one, divided into what lies between governments, between agencies of one government, and with the level above.",
        "各自行动与共同行动之间的差距，分为政府之间、同一政府各部门之间以及与上级之间的部分。")
    case .levelTable: Wording("Parts of the gap", "差距的构成")
    case .horizontal: Wording("between governments", "在政府之间")
    case .functional: Wording("between agencies of one government", "在同一政府各部门之间")
    case .vertical: Wording("with the level above", "在上下级之间")
    case .part: Wording("Part", "部分")
    case .gap: Wording("The gap", "差距")
    case .bestRate:
      Wording(
        "{who} does best by matching {rate} of what serves the others; that closes {closed} of the gap.",
        "{who}对惠及他方的投入给予{rate}的配套最为有利，可弥合差距的{closed}。")
    case .bestRatePlain:
      Wording(
        "The level above does best by matching {rate} of what serves the others; that closes {closed} of the gap.",
        "上级对惠及他方的投入给予{rate}的配套最为有利，可弥合差距的{closed}。")
    case .legend: Wording("{where}: {part}", "{where}：{part}")
    }
  }
}
