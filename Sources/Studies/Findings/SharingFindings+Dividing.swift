import CollectiveAction
import Mathematics
import Sharing

extension SharingFindings {
  /// Who pays what under every rule, from a game divided.
  init(_ divided: DividedGame, game: CoalitionGame, convention: String) {
    let rules = divided.rulings.map { RuleFinding($0, in: game) }
    let spread = disagreement(of: divided.rulings.compactMap { try? $0.outcome.get() })
    let widest = spread.spreads.indices.max { spread.spreads[$0] < spread.spreads[$1] }
    let proposed = Self.proposed(divided)
    self.init(
      kind: game.kind.rawValue, convention: convention, standAlone: game.players.indices.map { game[.single($0)] },
      jointCost: game.jointWorth, rules: rules, proposed: proposed?.rawValue,
      coreInterval: Self.coreInterval(of: game, isCoreEmpty: divided.isCoreEmpty),
      certificate: divided.certificate.map(CertificateFinding.init),
      widestDisagreement: widest.map { spread.spreads[$0] }, widestDisagreementPlayer: widest.map { game.players[$0] })
    guard game.playerCount <= Self.mostExplained else { return }
    // Rules that go by several indicators have no one row; they are left to the shares.
    let answered = divided.rulings.filter { $0.basis == nil && (try? $0.outcome.get()) != nil }.map(\.rule)
    properties = RulePropertiesFinding.table(of: game, rules: answered, by: .worthsAlone)
    guard let proposed else { return }
    explanation = (try? explain(proposed, in: game)).map(ExplanationFinding.init)
    let compared = [proposed] + (proposed == .shapley ? [] : [.shapley])
    let worths = Self.overrun(of: game)
    guard !worths.isEmpty else { return }
    jointCostCurve = JointCostCurveFinding(jointWorthCurve(of: game, under: compared, at: worths))
  }

  /// Joint worths in ten even steps from what it is to where working together gains nothing any more, read as decimals
  /// so that no step adds digits of rounding; none where nothing is gained.
  private static func overrun(of game: CoalitionGame) -> [Double] {
    let joint = Rational(decimal: game.jointWorth)
    let apart = game.players.indices.reduce(Rational(0)) { $0 + Rational(decimal: game[.single($1)]) }
    guard game.kind == .cost ? joint < apart : apart < joint else { return [] }
    return (0...10).map { (joint + (apart - joint) * Rational($0) / 10).approximation }
  }

  /// Beyond so many players a study leaves properties, explanation and curve out: they divide many games more.
  static let mostExplained = 13

  /// The least and the most each player can be asked in the core.
  private static func coreInterval(of game: CoalitionGame, isCoreEmpty: Bool) -> [[Double]]? {
    guard !isCoreEmpty, let intervals = try? coreIntervals(of: game) else { return nil }
    return intervals.map { [$0.lowest.share, $0.highest.share] }
  }

  /// The nucleolus where it exists: it is in the core if any division is. Otherwise the rule that has an answer.
  private static func proposed(_ divided: DividedGame) -> SharingRule? {
    for rule in [SharingRule.nucleolus, .prenucleolus, .shapley] where divided.shares(under: rule) != nil {
      return rule
    }
    return nil
  }
}

extension RuleFinding {
  /// A ruling as numbers; at most ``mostViolations`` coalitions, those with most to gain by leaving.
  init(_ ruling: DividedGame.Ruling, in game: CoalitionGame) {
    var shares: [Double]?
    var undefined: String?
    switch ruling.outcome {
    case .success(let allocation): shares = allocation.shares
    case .failure(let error): undefined = "\(error)"
    }
    self.init(
      rule: ruling.rule.rawValue, indicator: ruling.basis?.id, indicatorName: ruling.basis?.name, shares: shares,
      undefined: undefined, violationCount: ruling.violationCount,
      violations: ruling.violations.map { ViolationFinding($0, in: game) })
  }
}

extension ViolationFinding {
  init(_ violation: CoreViolation, in game: CoalitionGame) {
    let alone = game[violation.coalition]
    self.init(
      members: violation.names, pays: game.kind == .cost ? alone + violation.amount : alone - violation.amount,
      alone: alone, excess: violation.amount)
  }
}
