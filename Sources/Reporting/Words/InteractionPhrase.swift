/// What is said of a competition.
enum InteractionPhrase: String, Phrase {
  case title, complements, substitutes, mixed, independent
  case certified, uncertified, optimumExact, optimumWithin

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
    }
  }
}
