/// Which levers and agencies mean something in which family; what would be read and change nothing is a fault.
struct LevelConditions {
  let family: ProblemData
  let faults: FaultList

  func check(_ hierarchy: [LevelAbove], _ agencies: [Agency]) {
    for level in hierarchy { check(level) }
    if let first = agencies.first, family.name != .spillover {
      faults.error(
        first.place,
        "the problem is no spillover, and only there one agency acts while others of its government mind a part",
        "take the agencies away, or tell them as members")
    }
  }

  private func check(_ level: LevelAbove) {
    if case .jointFacility = family {
      faults.error(
        level.place,
        "the level above '\(level.authority)' changes nothing in a joint facility: what each pays waits for a rule, and "
          + "there is nothing to be paid for or judged by",
        "take it out of hierarchy, take what it pays off the costs, or name it as the problem's authority")
      return
    }
    guard let subsidy = level.subsidy, let reason = withoutContributions else { return }
    faults.error(
      subsidy.upTo.place, "'\(level.authority)' can pay for nothing: \(reason)",
      "give evaluationUpTo instead, or take subsidyUpTo away")
  }

  /// Why nothing can be paid for; nil where something can.
  private var withoutContributions: String? {
    switch family {
    case .normalForm: "a game in normal form does not tell what an action costs"
    case .competition(let competition):
      switch competition.kind {
      case .tax: "in a tax competition nobody pays for its own tax"
      case .protection: "in a protection closing costs nothing, and no part of what opening forgoes is enough"
      case .tournament, .general: nil
      }
    case .jointFacility, .spillover, .commonStandard: nil
    }
  }
}
