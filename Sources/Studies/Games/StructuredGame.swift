import CollectiveAction
import Mathematics

/// A cooperative game given by a few numbers instead of a table: who lands what aircraft, who has how many votes.
public struct StructuredGame: Sendable, Equatable {
  /// What kind of game the numbers make.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A cost that only the costliest member decides: a runway as long as the largest aircraft needs.
    case airport
    /// One for the coalitions whose weights reach a quota, nothing for the others.
    case voting
    /// What is left of an estate once those outside a coalition were paid their claims.
    case bankruptcy
    /// What members have alone, and something more for every pair of them.
    case pairwise
    /// The cheapest network that links a coalition to a source, through its members only.
    case spanningTree
  }

  /// The numbers that make the game.
  public enum Numbers: Sendable, Equatable {
    /// What a facility for each player costs, from zero up.
    case airport(costs: [Double])
    /// Whole weights from zero up, and the whole quota.
    case voting(quota: Double, weights: [Double])
    /// What there is, and what each player claims, from zero up.
    case bankruptcy(estate: Double, claims: [Double])
    /// What each player has alone, and what each pair adds: of the first with the second, the third, …, of the second
    /// with the third, ….
    case pairwise(alone: [Double], pairs: [Double])
    /// How long, or dear, a link is: of the source with the first player, the second, …, of the first player with the
    /// second, ….
    case spanningTree(lengths: [Double])
  }

  public let players: [String]
  public let numbers: Numbers
  /// The seed the numbers were drawn from, when they are an example and nobody's.
  public let seed: UInt64?

  /// The largest game that is written out as a table of coalitions, to be divided by every rule.
  public static let largestTable = 20

  /// - Parameters:
  ///   - numbers: what makes the game.
  ///   - names: one a player; their numbers from 1 when not told.
  /// - Throws: ``StructureFault`` when a number or a count is wrong.
  public init(_ numbers: Numbers, names: [String]? = nil) throws(StructureFault) {
    try self.init(numbers, names: names, seed: nil)
  }

  /// An example with numbers drawn from `seed`: the same numbers for the same seed, everywhere.
  ///
  /// - Parameters:
  ///   - kind: the structure.
  ///   - count: how many players, 1 to 64.
  ///   - seed: what the numbers are drawn from.
  ///   - names: one a player; 1, 2, 3, … when not told.
  public static func example(
    _ kind: Kind, players count: Int, seed: UInt64, names: [String]? = nil
  ) throws(StructureFault) -> StructuredGame {
    guard (1...mostPlayers).contains(count) else { throw .playerCount(count) }
    var chance = RandomStream(seed: seed)
    func draws(_ count: Int, _ range: ClosedRange<Int>) -> [Double] {
      (0..<count).map { _ in Double(Int.random(in: range, using: &chance)) }
    }
    let numbers: Numbers
    switch kind {
    case .airport: numbers = .airport(costs: draws(count, 10...100))
    case .voting:
      let weights = draws(count, 1...50)
      numbers = .voting(quota: (weights.reduce(0, +) / 2).rounded(.down) + 1, weights: weights)
    case .bankruptcy:
      let claims = draws(count, 10...100)
      numbers = .bankruptcy(estate: (claims.reduce(0, +) / 2).rounded(), claims: claims)
    case .pairwise: numbers = .pairwise(alone: draws(count, 1...20), pairs: draws(count * (count - 1) / 2, 0...5))
    case .spanningTree:
      let places = (0...count).map { _ in draws(2, 0...100) }
      var lengths: [Double] = []
      for first in 0...count {
        for second in 0...count where second > first {
          let (x, y) = (places[first][0] - places[second][0], places[first][1] - places[second][1])
          lengths.append((10 * (x * x + y * y).squareRoot()).rounded() / 10)
        }
      }
      numbers = .spanningTree(lengths: lengths)
    }
    return try StructuredGame(numbers, names: names, seed: seed)
  }

  static let mostPlayers = 64

  private init(_ numbers: Numbers, names: [String]?, seed: UInt64?) throws(StructureFault) {
    let count = try Self.playerCount(of: numbers)
    guard (1...Self.mostPlayers).contains(count) else { throw .playerCount(count) }
    let players = names ?? (1...count).map(String.init)
    guard players.count == count else { throw .nameCount(given: players.count, needed: count) }
    var seen: Set<String> = []
    for name in players where !seen.insert(name).inserted { throw .repeatedName(name) }
    self.players = players
    self.numbers = numbers
    self.seed = seed
    try checkStructure()
  }

  public var kind: Kind {
    switch numbers {
    case .airport: .airport
    case .voting: .voting
    case .bankruptcy: .bankruptcy
    case .pairwise: .pairwise
    case .spanningTree: .spanningTree
    }
  }

  /// Whether a share is paid or received.
  public var worthKind: CoalitionGame.Kind {
    switch kind {
    case .airport, .spanningTree: .cost
    case .voting, .bankruptcy, .pairwise: .surplus
    }
  }

  // MARK: What the numbers must be

  private static func playerCount(of numbers: Numbers) throws(StructureFault) -> Int {
    func check(_ numbers: [Double], _ name: String, fromZero: Bool = true) throws(StructureFault) {
      guard !numbers.isEmpty else { throw .noNumbers(name) }
      for number in numbers where !number.isFinite || fromZero && number < 0 {
        throw .wrongNumber(name, number, isWhole: false)
      }
    }
    switch numbers {
    case .airport(let costs):
      try check(costs, "costs")
      return costs.count
    case .voting(let quota, let weights):
      try check(weights, "weights")
      // Whole, so that no rounding decides whether a coalition reaches the quota.
      for weight in weights where weight.rounded() != weight || weight > 1e9 {
        throw .wrongNumber("weights", weight, isWhole: true)
      }
      guard quota >= 1, quota.rounded() == quota else { throw .wrongNumber("quota", quota, isWhole: true) }
      let sum = weights.reduce(0, +)
      guard quota <= sum else { throw .quotaOutOfReach(quota, sum: sum) }
      return weights.count
    case .bankruptcy(let estate, let claims):
      try check(claims, "claims")
      try check([estate], "estate")
      return claims.count
    case .pairwise(let alone, let pairs):
      try check(alone, "alone", fromZero: false)
      let needed = alone.count * (alone.count - 1) / 2
      guard pairs.count == needed else { throw .pairCount("pairs", given: pairs.count, needed: needed) }
      if needed > 0 { try check(pairs, "pairs", fromZero: false) }
      return alone.count
    case .spanningTree(let lengths):
      try check(lengths, "lengths")
      var count = 1
      while (count + 1) * count / 2 < lengths.count { count += 1 }
      let needed = (count + 1) * count / 2
      guard needed == lengths.count else { throw .pairCount("lengths", given: lengths.count, needed: needed) }
      return count
    }
  }
}

/// Why some numbers make no game.
public enum StructureFault: Error, Equatable, Sendable, CustomStringConvertible {
  case playerCount(Int)
  case nameCount(given: Int, needed: Int)
  case repeatedName(String)
  case noNumbers(String)
  case wrongNumber(String, Double, isWhole: Bool)
  case pairCount(String, given: Int, needed: Int)
  case quotaOutOfReach(Double, sum: Double)
  /// The game is not one of those that can be written out as a table.
  case tooManyForTable(Int)
  /// What the library says of the numbers.
  case noGame(String)

  public var description: String {
    switch self {
    case .playerCount(let count):
      "a game given by numbers has 1 to \(StructuredGame.mostPlayers) players, not \(count)"
    case .nameCount(let given, let needed): "\(given) names for \(needed) players; give one each"
    case .repeatedName(let name): "two players are called '\(name)'; give each a name of its own"
    case .noNumbers(let name): "there are no \(name); give one a player"
    case .wrongNumber(let name, let number, isWhole: false):
      "\(name) has \(plain(number)); give numbers from zero up"
    case .wrongNumber(let name, let number, isWhole: true):
      "\(name) has \(plain(number)); give whole numbers, in a smaller unit if need be"
    case .pairCount("lengths", let given, let needed):
      "lengths has \(given) numbers; give \(needed), or as many as there are pairs of the source and the players"
    case .pairCount(let name, let given, let needed):
      "\(name) has \(given) \(given == 1 ? "number" : "numbers"); give \(needed), one for every pair"
    case .quotaOutOfReach(let quota, let sum):
      "the quota \(plain(quota)) is more than all weights together, \(plain(sum)); give one that can be reached"
    case .noGame(let why): why
    case .tooManyForTable(let count):
      "\(count) players have too many coalitions to write out; at most \(StructuredGame.largestTable) can be"
    }
  }
}

private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
}
