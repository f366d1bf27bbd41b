import CollectiveAction
import RegionalCases

/// The levels above the members of a problem, and what they would do with their levers.
struct LevelsAbove: Sendable {
  let problem: Problem

  /// How a lever over a game is stated.
  struct Forms<Base: Dilemma> {
    /// Which member each player is of; players themselves where they are the members.
    let member: [Int]
    /// By leader, weights of the players, highest rate and cost of funds; none where nothing can be paid for.
    var subsidy: ((String, [Double], Double, Double) throws(DilemmaError) -> HierarchyGame<Base>)?
    /// By leader, weights of the players, highest weight and cost.
    let evaluation: (String, [Double], Double, Double) throws(DilemmaError) -> HierarchyGame<Base>
    var evaluationKind = LevelLeverFinding.Kind.evaluation
  }

  /// Levers over a game that can be subsidised and evaluated.
  static func forms<Base: SubsidisedDilemma & EvaluatedDilemma>(over base: Base, member: [Int]? = nil) -> Forms<Base> {
    Forms(
      member: member ?? Array(base.players.indices),
      subsidy: { (leader, weights, upTo, funds) throws(DilemmaError) in
        try HierarchyGame(base: base, leader: leader, weights: weights, subsidyUpTo: upTo, costOfFunds: funds)
      },
      evaluation: { (leader, weights, upTo, cost) throws(DilemmaError) in
        try HierarchyGame(base: base, leader: leader, weights: weights, evaluationUpTo: upTo, cost: cost)
      })
  }

  /// Levers over a game that can only be evaluated.
  static func evaluations<Base: EvaluatedDilemma>(over base: Base) -> Forms<Base> {
    Forms(member: Array(base.players.indices)) { (leader, weights, upTo, cost) throws(DilemmaError) in
      try HierarchyGame(base: base, leader: leader, weights: weights, evaluationUpTo: upTo, cost: cost)
    }
  }

  /// What each level above would do, and what the gap is to it; nil where the case tells of none.
  func findings<Base: Dilemma>(
    _ forms: Forms<Base>, of game: some Dilemma, parts: GapPartsFinding? = nil
  ) throws(DilemmaError) -> LevelFinding? {
    guard !problem.hierarchy.isEmpty || parts != nil else { return nil }
    let alone = try game.outcome(agreeing: .empty)
    let together = try game.outcome(agreeing: .grand(of: game.players.count))
    var levers: [LevelLeverFinding] = []
    var views: [LevelViewFinding] = []
    for level in problem.hierarchy {
      let weights = forms.member.map { level.weights.best[$0] }
      let leader = level.authority.rawValue
      if let subsidy = level.subsidy, let stated = forms.subsidy {
        let funds = subsidy.costOfFunds?.best ?? 1
        levers.append(
          try lever(
            .subsidy, of: try stated(leader, weights, subsidy.upTo.best, funds), unitCost: funds, member: forms.member))
      }
      if let evaluation = level.evaluation {
        let cost = evaluation.cost?.best ?? 0
        levers.append(
          try lever(
            forms.evaluationKind, of: try forms.evaluation(leader, weights, evaluation.upTo.best, cost), unitCost: cost,
            member: forms.member))
      }
      func minded(_ outcome: Outcome) -> Double {
        zip(level.weights.best, outcome.costs).reduce(0) { $0 + $1.0 * $1.1 }
      }
      views.append(
        LevelViewFinding(
          authority: leader, weights: level.weights.best, alone: minded(alone), together: minded(together)))
    }
    return LevelFinding(parts: parts, levers: levers, views: views)
  }

  private func lever<Base: Dilemma>(
    _ kind: LevelLeverFinding.Kind, of game: HierarchyGame<Base>, unitCost: Double, member: [Int]
  ) throws(DilemmaError) -> LevelLeverFinding {
    let highest = try game.solution(at: game.highest)
    // One search for all three where steps are found; elsewhere others only where some other equilibrium may be.
    let stepwise = (Base.self as? any LeveredDilemma.Type)?.risesInSteps ?? false
    var found = try stepwise ? game.solutions() : [game.solution()]
    let best = found[0]
    let areOthers = [best.without, best.with, highest.with].contains { !$0.isUnique }
    if areOthers, !stepwise { found += [try game.solution(.optimistic), try game.solution(.pessimistic)] }
    func answer(_ solution: HierarchySolution) -> LevelAnswerFinding {
      LevelAnswerFinding(solution, member: member, members: problem.members.count)
    }
    return LevelLeverFinding(
      authority: game.leader, kind: kind, upTo: game.highest, unitCost: unitCost, best: answer(best),
      optimistic: areOthers ? answer(found[1]) : nil, pessimistic: areOthers ? answer(found[2]) : nil,
      atHighest: answer(highest), shortfall: best.shortfall)
  }

  /// What only these findings read.
  var inputs: [StudyInput] {
    let chapter = "problems.\(problem.id)"
    func input(_ name: String, _ figures: [Figure]) -> StudyInput? {
      figures.isEmpty
        ? nil
        : StudyInput(
          name: "\(chapter).\(name)", role: .game, figures: figures, limits: 0...Double.greatestFiniteMagnitude)
    }
    return problem.hierarchy.flatMap { level -> [StudyInput?] in
      let place = "hierarchy.\(level.authority)"
      return [
        input("\(place).weights", level.weights.figures),
        input("\(place).subsidyUpTo", [level.subsidy?.upTo].compactMap(\.self)),
        input("\(place).costOfFunds", [level.subsidy?.costOfFunds].compactMap(\.self)),
        input("\(place).evaluationUpTo", [level.evaluation?.upTo].compactMap(\.self)),
        input("\(place).evaluationCost", [level.evaluation?.cost].compactMap(\.self)),
      ]
    }.compactMap(\.self) + [input("agencies.weights", problem.agencies.map(\.minds))].compactMap(\.self)
  }
}

extension LevelAnswerFinding {
  /// Costs of a member's agencies are its own together; what it does is what its acting agency, the first, does.
  fileprivate init(_ solution: HierarchySolution, member: [Int], members: Int) {
    var actions = [Double](repeating: 0, count: members)
    var change = [Double](repeating: 0, count: members)
    for (player, own) in member.enumerated().reversed() {
      actions[own] = solution.with.actions[player]
      change[own] += solution.change[player]
    }
    self.init(
      setting: solution.setting, actions: actions, change: change, outlay: solution.outlay,
      leaderCost: solution.leaderCost, gapClosed: solution.shareOfGapClosed)
  }
}
