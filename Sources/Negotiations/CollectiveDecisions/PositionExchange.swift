/// Two parties support each other: each moves on the issue it cares about less, and the outcome comes nearer to it
/// where it cares more.
public struct PositionExchange: Hashable, Sendable {
  /// One party's part: it moves on one issue, towards the other party.
  public struct Move: Hashable, Sendable {
    /// The numbers of the party that moves and of the issue.
    public let party, issue: Int
    /// Its position before and after, in the issue's unit.
    public let from, to: Double
    /// The compromise on the issue before and after, in the issue's unit.
    public let outcomeBefore, outcomeAfter: Double
  }

  /// The part of the party that is named first, and the part of its partner.
  public let first, second: Move
  /// What each of the two gains: hundredths of a scale, each times the party's salience.
  public let gain: Double
  /// What the two outcomes' shifts mean to every party, in the same unit: ``gain`` for the two, for the others good or
  /// ill.
  public let effects: [Double]

  /// The parties, other than the two, that lose by the exchange, and how much, in the order of their listing.
  public var losers: [(party: Int, loss: Double)] {
    effects.indices.filter { $0 != first.party && $0 != second.party && effects[$0] < 0 }
      .map { (party: $0, loss: -effects[$0]) }
  }
}

/// One round of exchanges.
public struct ExchangeRound: Hashable, Sendable {
  /// Positions at the start, `startPositions[party][issue]`, in the issues' units; nil where a party has no stake.
  public let startPositions: [[Double?]]
  /// Positions as voted after all exchanges of the round.
  public let votedPositions: [[Double?]]
  /// The compromises before and after, one for each issue, in its unit.
  public let startOutcomes, outcomes: [Double]
  /// The pairs of parties and pairs of issues on which they stood on opposite sides of both compromises at the start.
  public let opposedPairs: Int
  /// The exchanges in the order in which they were agreed.
  public let exchanges: [PositionExchange]
  /// What the round's outcomes mean to every party against those at its start, by its positions at the start:
  /// hundredths of a scale, each times salience.
  public let gains: [Double]
}

/// How a position is drawn after the vote that was promised: the part of its move that becomes conviction.
public struct ExchangeYielding: Hashable, Sendable {
  /// The part of every move that stays, in 0...1.
  public let always: Double
  /// The further part that stays where salience is 0; at salience s it is (1 − s) times as large.
  public let whereIndifferent: Double

  /// A tenth stays always, and up to four tenths more where little is at stake.
  public static let customary = ExchangeYielding(always: 0.1, whereIndifferent: 0.4)

  /// - Parameters:
  ///   - always: The part of every move that stays.
  ///   - whereIndifferent: The further part that stays where salience is 0.
  public init(always: Double, whereIndifferent: Double) {
    self.always = always
    self.whereIndifferent = whereIndifferent
  }
}

/// What a group decides if its members trade support before the compromise is struck.
///
/// Two parties on opposite sides of the expected outcomes of two issues, one caring relatively more about p and the
/// other about q, both gain if each moves on the issue it cares about less. They move so that both gain the same: where
/// the outcome of p shifts by δ, that of q shifts by δ (s_ip + s_jp) ÷ (s_iq + s_jq), as far as positions and
/// outcomes allow: nobody moves past its partner and no outcome past the party in whose favour it moves. The exchange
/// with the highest gain is agreed first; outcomes are worked out anew; a party's position on an issue where it has
/// moved is settled for the round; and so on until nothing is to be gained. Equal gains fall to the first pair of
/// parties, then of issues, as they are listed. The next round starts from positions that have kept a part of the
/// moves.
///
/// - Parameters:
///   - setting: The issues and the parties.
///   - rounds: The most rounds to be played, 1 or more; play stops before when no exchange is left.
///   - leastGain: The gain above which an exchange is worth the trouble, in hundredths of a scale times salience, 0 or
///     more.
///   - yielding: What part of a move stays in the next round.
///   - toleratedHarm: The most that any third party may lose by one exchange, in the same unit; nil where nobody asks.
/// - Returns: The rounds in which something was agreed; one round without exchanges where nothing is to be gained at
///   all.
/// - Throws: ``DecisionError/option(_:_:wanted:)`` for an option out of its range.
/// - Complexity: For each round pairs of parties × pairs of issues, and for each exchange agreed the part of them that
///   its two issues have.
///
/// Source: Stokman & Van Oosten (1994) in European Community Decision Making, ch. 5; Dijkstra, Van Assen & Stokman
/// (2008), J. Theor. Politics 20, 145–183, for effects on third parties.
public func positionExchanges(
  in setting: DecisionSetting, rounds: Int = 1, leastGain: Double = 1e-9, yielding: ExchangeYielding = .customary,
  toleratedHarm: Double? = nil
) throws(DecisionError) -> [ExchangeRound] {
  guard rounds >= 1 else { throw .option("the number of rounds", Double(rounds), wanted: "1 or more") }
  guard leastGain >= 0, leastGain.isFinite else {
    throw .option("the least gain", leastGain, wanted: "a finite number, 0 or more")
  }
  guard (0...1).contains(yielding.always) else {
    throw .option("the part of a move that always stays", yielding.always, wanted: "a number from 0 to 1")
  }
  guard yielding.whereIndifferent >= 0, yielding.always + yielding.whereIndifferent <= 1 else {
    throw .option(
      "the further part of a move that stays", yielding.whereIndifferent,
      wanted: "a number from 0 to \(1 - yielding.always)")
  }
  if let toleratedHarm, !(toleratedHarm >= 0) {
    throw .option("the tolerated harm", toleratedHarm, wanted: "0 or more")
  }
  var market = ExchangeMarket(setting, toleratedHarm: toleratedHarm)
  var played: [ExchangeRound] = []
  for number in 0..<rounds {
    let round = market.playRound(leastGain: leastGain)
    if number > 0 && round.exchanges.isEmpty { break }
    played.append(round)
    if round.exchanges.isEmpty { break }
    market.startNextRound(yielding)
  }
  return played
}
