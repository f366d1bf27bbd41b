import Negotiations
import RegionalCases

extension NegotiationScenario {
  /// The negotiation that a file tells; parties, issues and options keep the file's order.
  ///
  /// - Parameters:
  ///   - file: A negotiation that was read and found valid.
  ///   - rounds: How many rounds there are, over which a discount of the whole time is spread.
  /// - Throws: `NegotiationError` for an agenda beyond what can be counted.
  init(_ file: NegotiationFile, rounds: Int) throws(NegotiationError) {
    var issues: [Issue] = []
    for issue in file.agenda { issues.append(try Issue(issue.name, Issue.Options(issue.options))) }
    try self.init(
      agenda: Agenda(issues),
      parties: file.parties.map { party in
        Preferences(
          party: party.name, worths: party.worths,
          couplings: party.couplingTables(on: file.agenda).map { .init(issues: $0.issues, worths: $0.points) },
          reservation: party.reservation, discount: party.discount.perRound(of: rounds))
      })
  }

  /// A package with what it is worth to each party.
  func deal(_ options: [Int]) -> NegotiationFindings.Deal {
    NegotiationFindings.Deal(
      options: options, worths: parties.map { withoutRounding($0.worth(of: options, on: agenda)) })
  }

  /// The package with a code, and what it is worth to each party.
  func deal(_ code: Int) -> NegotiationFindings.Deal { deal(agenda.options(at: code)) }
}

/// A worth without what adding decimals as doubles leaves behind the ninth decimal.
///
/// Files tell points from 0 to 100, so that nothing that anybody wrote is lost, and the same package reads the same
/// whichever way its worth was added up.
func withoutRounding(_ worth: Double) -> Double { abs(worth) < 1e6 ? (worth * 1e9).rounded() / 1e9 : worth }

extension Issue.Options {
  init(_ options: NegotiationFile.Issue.Options) {
    self =
      switch options {
      case .choices(let names): .choices(names)
      case .integers(let range): .integers(range)
      case .quantity(let range, let steps): .quantity(range, steps: steps)
      }
  }
}

extension AcceptanceRule {
  /// Who must agree, by the file; votes are counted as the file gives them.
  init(_ file: NegotiationFile) throws(NegotiationError) {
    let votes = file.parties.map(\.votes)
    let total = votes.reduce(0, +)
    self =
      switch file.acceptance {
      case .unanimity: .unanimity
      case .majority: try .qualified(votes: votes, quota: (total / 2).nextUp)
      // A share such as two thirds of three votes must not fail by the rounding of the product.
      case .quota(let share): try .qualified(votes: votes, quota: share * total * (1 - 1e-12))
      }
  }
}

extension NegotiationStrategy {
  /// The strategy of a party, at a table that Zeuthen's looks at as a whole.
  init(_ strategy: NegotiationFile.Strategy, at table: BargainingTable) {
    if let exponent = strategy.exponent {
      self.init(strategy.kind.rawValue, bidding: TimeDependentBidding(exponent: exponent))
    } else {
      self.init(strategy.kind, at: table)
    }
  }

  /// A kind of strategy with its usual pace.
  init(_ kind: NegotiationFile.StrategyKind, at table: BargainingTable) {
    self =
      switch kind {
      case .boulware: .boulware
      case .linear: .linear
      case .conceder: .conceder
      case .hardliner: .init(kind.rawValue, bidding: TimeDependentBidding(exponent: 1, start: 1, end: 1))
      case .titForTat: .titForTat
      case .niceTitForTat: .niceTitForTat
      case .micro: .micro
      case .zeuthen: .init(kind.rawValue, bidding: ZeuthenBidding(knowing: table))
      case .random: .random
      }
  }
}
