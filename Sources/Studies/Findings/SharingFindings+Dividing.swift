import CollectiveAction
import Sharing

extension SharingFindings {
  /// Who pays what under every rule, from a game divided.
  init(_ divided: DividedGame, game: CoalitionGame, convention: String) {
    let rules = divided.rulings.map { RuleFinding($0, in: game) }
    let spread = disagreement(of: divided.rulings.compactMap { try? $0.outcome.get() })
    let widest = spread.spreads.indices.max { spread.spreads[$0] < spread.spreads[$1] }
    self.init(
      kind: game.kind.rawValue, convention: convention, standAlone: game.players.indices.map { game[.single($0)] },
      jointCost: game.jointWorth, rules: rules, proposed: Self.proposed(divided), coreInterval: nil,
      certificate: divided.certificate.map(CertificateFinding.init),
      widestDisagreement: widest.map { spread.spreads[$0] }, widestDisagreementPlayer: widest.map { game.players[$0] })
  }

  /// The nucleolus where it exists: it is in the core if any division is. Otherwise the rule that has an answer.
  private static func proposed(_ divided: DividedGame) -> String? {
    for rule in [SharingRule.nucleolus, .prenucleolus, .shapley] where divided.shares(under: rule) != nil {
      return rule.rawValue
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
      undefined: undefined, violationCount: ruling.violations.count,
      violations: ruling.violations.prefix(Self.mostViolations).map { violation in
        let alone = game[violation.coalition]
        let excess = violation.amount
        return ViolationFinding(
          members: violation.names, pays: game.kind == .cost ? alone + excess : alone - excess, alone: alone,
          excess: excess)
      })
  }

  /// A report lists the coalitions with most to gain; thousands of others follow them.
  static let mostViolations = 20
}
