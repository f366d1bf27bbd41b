/// The kinds of trap that neighbours can be in, as a short name.
enum TrapName: String, Phrase {
  case harmony, defection, assurance, division, partialProvision, antiCoordination, mixed

  var wording: Wording {
    switch self {
    case .harmony: Wording("no trap", "没有困境")
    case .defection: Wording("defection", "背离困境")
    case .assurance: Wording("coordination", "协调困境")
    case .division: Wording("division", "分配困境")
    case .partialProvision: Wording("partial provision", "供给不足")
    case .antiCoordination: Wording("taking turns", "分工困境")
    case .mixed: Wording("several traps at once", "多重困境")
    }
  }
}

/// The verdict in words: which trap it is, and how one sees that.
enum VerdictPhrase: String, Phrase {
  case harmony, defection, defectionSome, assurance, assuranceExtremes, division, divisionLosers, divisionCore
  case partialProvision, antiCoordination, ofKind, defectionOnly, assuranceOnly, mixed, waiting, pushOne, pushMany,
    incomplete
  case groundTitle, measure, value, threshold, counts, groundNote, nothing

  var wording: Wording {
    switch self {
    case .harmony: Wording("what each does for itself is best for all.", "各自的选择对整体也是最好的。")
    case .defection:
      Wording(
        "acting as one is better for all together, but it does not hold by itself.",
        "共同行动对整体更好，但不能自行维持。")
    case .defectionSome:
      Wording(
        "acting as one is better for all together, yet {who} would gain by breaking away.",
        "共同行动对整体更好，但{who}会因背离而获益。")
    case .assurance:
      Wording(
        "the best outcome holds by itself once it is reached, but so does a worse one.",
        "最好的结果一旦达成便可自行维持，但较差的结果同样如此。")
    case .assuranceExtremes:
      Wording(
        "both everyone adopts and nobody adopts are equilibria.",
        "全体采用与无人采用都是均衡。")
    case .division:
      Wording(
        "there are several outcomes that hold, and members want different ones.",
        "有多个可自行维持的结果，而各成员偏好不同。")
    case .divisionLosers:
      Wording(
        "{who} would lose by what is best for all together, unless compensated.",
        "若无补偿，{who}会因对整体最好的结果而受损。")
    case .divisionCore:
      Wording(
        "however the joint cost is divided, some group of members would rather go its own way.",
        "无论共同成本如何分摊，总有成员组合宁愿自行其是。",
        gains: (
          "however the joint gain is divided, some group of members would rather go its own way.",
          "无论共同收益如何分配，总有成员组合宁愿自行其是。"
        ))
    case .partialProvision:
      Wording(
        "too little is done, and some carry what the others leave to them.",
        "投入过少，且由部分成员承担了他方留下的部分。")
    case .antiCoordination:
      Wording(
        "in every good outcome some do less so that others can do more, and nothing says who.",
        "在每个好的结果中，一些成员须少做而另一些多做，但没有什么能决定由谁来做。")
    case .ofKind: Wording("{kind}: {how}", "{kind}：{how}")
    case .defectionOnly: Wording("defection, not coordination", "背离困境，而非协调困境")
    case .assuranceOnly: Wording("coordination, not defection", "协调困境，而非背离困境")
    case .mixed: Wording("Several traps at once: {which}.", "多重困境：{which}。")
    case .waiting:
      Wording(
        "{who} would gain from the best outcome that holds, but not by moving first.", "{who}可从能自行维持的最好结果中获益，但率先行动则不能。")
    case .pushOne: Wording("{who} needs a push of {amount}.", "{who}需要{amount}的激励。")
    case .pushMany: Wording("{who} need a push of {amount} in all.", "{who}合计需要{amount}的激励。")
    case .incomplete:
      Wording(
        "It was not shown that no other equilibrium exists; another one could change this verdict.",
        "尚未证明没有其他均衡；若存在其他均衡，结论可能改变。")
    case .groundTitle: Wording("The figures the verdict was decided by", "判断所依据的数值")
    case .measure: Wording("Measure", "指标")
    case .value: Wording("Value", "数值")
    case .threshold: Wording("Counts above", "界限")
    case .counts: Wording("Counts?", "是否超过")
    case .groundNote:
      Wording(
        "In the order in which they were looked at. Parts are of what is at stake: the largest sum of what all bear, in any outcome.",
        "按考察次序排列。比例以利害总额为基数：各种结果中全体负担之和的最大值。",
        gains: (
          "In the order in which they were looked at. Parts are of what is at stake: the largest sum of what all get, in any outcome.",
          "按考察次序排列。比例以利害总额为基数：各种结果中全体所得之和的最大值。"
        ))
    case .nothing: Wording("nothing", "零")
    }
  }
}
