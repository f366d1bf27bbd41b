import Negotiations
import RegionalCases

/// By which rules a negotiation is tried out, how each party bargains, and how often.
public struct BargainingPlan: Sendable {
  /// The rules of bargaining that a study knows.
  public enum Rules: String, Sendable, CaseIterable {
    /// The parties take turns: each accepts the offer on the table or puts its own there.
    case alternatingOffers
    /// The parties propose, and whoever would lose least by giving in concedes.
    case monotonicConcession
    /// A mediator changes one text, and the parties say of each change whether it is worse for them.
    case singleText
    /// All bid at once under seal, and then answer every bid.
    case simultaneousBids
    /// The parties propose in turn, and vote on each proposal.
    case votedProposals
    /// Two and two talk about the issues that concern them most, side by side, and take turns.
    case bilateralTalks
  }

  /// In order; the first is the one that a series repeats. Nil for all that fit the file.
  public var rules: [Rules]?
  /// How many rounds there are; the file's own when nil, else ``usualRounds``.
  public var rounds: Int?
  /// How parties bargain, by their names; the file's own strategy for the others, else linear.
  public var strategies: [String: NegotiationFile.StrategyKind]
  /// How many runs a series has; no series when nil.
  public var runs: Int?
  /// Where all chance comes from.
  public var seed: UInt64

  /// How many rounds of offers there are where nobody says.
  public static let usualRounds = 100

  /// - Parameters:
  ///   - rules: In order; nil for all that fit the file.
  ///   - rounds: How many rounds there are; nil for the file's own.
  ///   - strategies: How parties bargain, by their names.
  ///   - runs: How many runs a series has; nil for no series.
  ///   - seed: Where all chance comes from.
  public init(
    rules: [Rules]? = nil, rounds: Int? = nil, strategies: [String: NegotiationFile.StrategyKind] = [:],
    runs: Int? = nil, seed: UInt64 = 1
  ) {
    self.rules = rules
    self.rounds = rounds
    self.strategies = strategies
    self.runs = runs
    self.seed = seed
  }

  /// The rules for a file: votes are worth a look only where not everybody has to agree, and talks of two and two where
  /// they leave somebody out and it is told what is there without a deal.
  func rules(for file: NegotiationFile) -> [Rules] {
    rules
      ?? Rules.allCases.filter { rules in
        switch rules {
        case .alternatingOffers, .monotonicConcession, .singleText, .simultaneousBids: true
        case .votedProposals: file.acceptance != .unanimity
        case .bilateralTalks: file.parties.count > 2 && file.statusQuo != nil
        }
      }
  }

  func rounds(of file: NegotiationFile) -> Int { rounds ?? file.rounds ?? Self.usualRounds }

  /// What a party's strategy is called.
  func strategyName(of party: NegotiationFile.Party) -> String {
    (strategies[party.name] ?? party.strategy?.kind ?? .linear).rawValue
  }

  /// - Throws: `NegotiationError.unknownParty` for a strategy of nobody at the table, `.talksOfAll` or `.noStatusQuo` for
  ///   talks of two and two that do not fit the file.
  func check(for file: NegotiationFile) throws(NegotiationError) {
    for name in strategies.keys.sorted() where !file.parties.contains(where: { $0.name == name }) {
      throw .unknownParty(name)
    }
    guard rules?.contains(.bilateralTalks) == true else { return }
    guard file.parties.count > 2 else { throw .talksOfAll(file.parties.count) }
    guard file.statusQuo != nil else { throw .noStatusQuo }
  }

  /// How each party bargains.
  func manners(of file: NegotiationFile) -> [BargainingManner] {
    file.parties.map { party in
      if let told = strategies[party.name] { return .usual(told) }
      return party.strategy.map { .written($0) } ?? .usual(.linear)
    }
  }
}

/// How a party bargains, at whichever table it comes to sit.
enum BargainingManner: Sendable {
  /// With the usual pace of its kind.
  case usual(NegotiationFile.StrategyKind)
  /// As a file tells it.
  case written(NegotiationFile.Strategy)

  func strategy(at table: BargainingTable) -> NegotiationStrategy {
    switch self {
    case .usual(let kind): NegotiationStrategy(kind, at: table)
    case .written(let strategy): NegotiationStrategy(strategy, at: table)
    }
  }
}

extension NegotiationFile {
  /// The package that all parties name as just as good as no deal: what is there until something else is agreed.
  var statusQuo: [Int]? {
    guard let package = parties[0].reservationPackage, parties.allSatisfy({ $0.reservationPackage == package }) else {
      return nil
    }
    return package
  }
}
