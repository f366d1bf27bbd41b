import Mathematics
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

  /// The rules for a file: votes are worth a look only where not everybody has to agree.
  func rules(for file: NegotiationFile) -> [Rules] {
    rules ?? Rules.allCases.filter { $0 != .votedProposals || file.acceptance != .unanimity }
  }

  func rounds(of file: NegotiationFile) -> Int { rounds ?? file.rounds ?? Self.usualRounds }

  /// What a party's strategy is called.
  func strategyName(of party: NegotiationFile.Party) -> String {
    (strategies[party.name] ?? party.strategy?.kind ?? .linear).rawValue
  }

  /// - Throws: `NegotiationError.unknownParty` for a strategy of nobody at the table.
  func check(for file: NegotiationFile) throws(NegotiationError) {
    for name in strategies.keys.sorted() where !file.parties.contains(where: { $0.name == name }) {
      throw .unknownParty(name)
    }
  }

  /// How each party bargains.
  func strategies(of file: NegotiationFile, at table: BargainingTable) -> [NegotiationStrategy] {
    file.parties.map { party in
      if let told = strategies[party.name] { return NegotiationStrategy(told, at: table) }
      return party.strategy.map { NegotiationStrategy($0, at: table) } ?? .linear
    }
  }
}

/// A set of rules in which chance draws, run by run, the strategies of those for whom none was told.
struct DrawnStrategies: NegotiationProtocol {
  /// What is drawn from, each with the same chance: they need no more than a party's own view, at any size of table.
  static let drawn: [NegotiationFile.StrategyKind] = [.boulware, .linear, .conceder, .titForTat, .micro]

  /// One for each party; nil for one that is drawn.
  let told: [NegotiationStrategy?]
  /// The rules, given strategies.
  let rules: @Sendable ([NegotiationStrategy]) throws(NegotiationError) -> any NegotiationProtocol

  func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool
  ) throws(NegotiationError) -> NegotiationRun {
    // Strategies take the streams of their parties' numbers; this one comes after them.
    var draws = chance.substream(told.count)
    var strategies: [NegotiationStrategy] = []
    for strategy in told {
      let kind = Self.drawn[Int.random(in: Self.drawn.indices, using: &draws)]
      strategies.append(strategy ?? NegotiationStrategy(kind, at: table))
    }
    return try rules(strategies).run(on: table, chance: chance, isTraced: isTraced)
  }
}
