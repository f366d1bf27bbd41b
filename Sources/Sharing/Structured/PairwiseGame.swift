import CollectiveAction
import Mathematics

/// Players who have something alone and something more, or less, with each of the others: a quadratic spillover.
///
/// The worth of a coalition is Σ aᵢ over its members and Σ wᵢⱼ over its pairs. Then a coalition and the one of all
/// others miss the division by half of every pair by the same amount, half of what the pairs between them are worth.
/// So, whatever the signs, that division is the Shapley value, the Banzhaf value and the prenucleolus in one, in
/// closed form for any number of players: at every level of satisfaction the coalitions come with their complements,
/// which is a balanced collection, and that is what Kohlberg's criterion asks.
///
/// Figures are read as the decimals they print as.
///
/// Source: Deng & Papadimitriou (1994), Math. Oper. Res. 19, 257–266; Kohlberg (1971), SIAM J. Appl. Math. 20, 62–66.
public struct PairwiseGame: Sendable, Equatable {
  /// The players' names; unique.
  public let players: [String]
  public let kind: CoalitionGame.Kind
  /// What each has, or costs, alone.
  public let alone: [Double]
  /// What each two have more when both are there: symmetric, zero on the diagonal.
  public let pairs: [[Double]]

  private let exactAlone: [Rational]
  private let exactPairs: [[Rational]]

  /// - Parameters:
  ///   - players: at least one name, no two alike.
  ///   - kind: whether a worth is paid or received.
  ///   - alone: one finite number each.
  ///   - pairs: a symmetric table of finite numbers, zero on its diagonal.
  /// - Throws: ``StructuredGameError`` naming the figure that is wrong.
  public init(
    players: [String], kind: CoalitionGame.Kind = .surplus, alone: [Double], pairs: [[Double]]
  ) throws(StructuredGameError) {
    try checkNames(players)
    guard alone.count == players.count else {
      throw .figureCount(of: "worths alone", given: alone.count, needed: players.count)
    }
    for (name, worth) in zip(players, alone) where !worth.isFinite {
      throw .wrongFigure(of: "worth alone", at: name, figure: worth)
    }
    for rows in [pairs.count] + pairs.map(\.count) where rows != players.count {
      throw .figureCount(of: "spillovers", given: rows, needed: players.count)
    }
    for (row, name) in players.enumerated() {
      for (column, other) in players.enumerated().prefix(row + 1) {
        let worth = pairs[row][column]
        guard worth.isFinite, worth == pairs[column][row], row != column || worth == 0 else {
          throw .notPairwise(name, other)
        }
      }
    }
    self.players = players
    self.kind = kind
    self.alone = alone
    self.pairs = pairs
    exactAlone = fractions(alone)
    exactPairs = pairs.map(fractions)
  }

  /// Everybody what it has alone and half of each of its pairs.
  ///
  /// - Complexity: O(n²) for n players.
  public var shapleyValue: Allocation { allocation(shares) }

  /// The same as ``shapleyValue``: half of the others are expected to be there.
  public var banzhafValue: Allocation { shapleyValue }

  /// The same as ``shapleyValue``, by Kohlberg's criterion.
  public var prenucleolus: Allocation { shapleyValue }

  /// The same as ``shapleyValue`` where that leaves nobody worse off than alone, as it does when no pair does harm.
  ///
  /// - Throws: ``StructuredGameError/aloneBetter(player:amount:)``: then the nucleolus is another division, which
  ///   ``Sharing/nucleolus(of:)`` finds from ``table()``.
  public func nucleolus() throws(StructuredGameError) -> Allocation {
    let shares = shares
    for (index, player) in players.enumerated() {
      let gain = kind == .surplus ? shares[index] - exactAlone[index] : exactAlone[index] - shares[index]
      guard !gain.isNegative else { throw .aloneBetter(player: player, amount: (-gain).approximation) }
    }
    return allocation(shares)
  }

  /// What it takes to keep the coalition in that has most reason to leave, of all divisions the least.
  public struct LeastSubsidy: Sendable, Equatable {
    /// The ε of the least core; negative where the core has room, above zero where it is empty.
    public let amount: Rational
    /// A coalition that asks for it, without the first player; the others ask for the same.
    public let coalition: [String]
    /// Whether some division satisfies every coalition.
    public var coreIsEmpty: Bool { amount.isPositive }
  }

  /// How many players' coalitions are searched when some pairs do harm.
  public static let largestSearch = 24

  /// The subsidy of the least core: minus half of the least that the pairs between two camps are worth.
  ///
  /// - Throws: ``StructuredGameError/nobodyToLeave`` for a single player, or, when some pairs do harm and so the least
  ///   may be anywhere, ``StructuredGameError/harmfulPairs(players:limit:)`` beyond 24 players.
  /// - Complexity: O(n³) for n players where no pair does harm, else O(n 2ⁿ).
  ///
  /// Source: Stoer & Wagner (1997), J. ACM 44, 585–591.
  public func leastSubsidy() throws(StructuredGameError) -> LeastSubsidy {
    guard players.count > 1 else { throw .nobodyToLeave }
    let gains = kind == .surplus ? exactPairs : exactPairs.map { $0.map { -$0 } }
    let harmless = gains.allSatisfy { $0.allSatisfy { !$0.isNegative } }
    guard harmless || players.count <= Self.largestSearch else {
      throw .harmfulPairs(players: players.count, limit: Self.largestSearch)
    }
    // In whole multiples of a common unit, where these fit a wide word, the search is many times faster.
    let flat = gains.flatMap { $0 }.filter { !$0.isZero }
    let unit = flat.isEmpty ? 1 : Rational.commonUnit(of: flat)
    let whole = gains.map { $0.map { ($0 / unit).wholeNumber } }
    let camp: [Bool]
    if whole.allSatisfy({ !$0.contains(nil) }) {
      let cuts = SmallestCut(weights: whole.map { $0.map { Int128($0 ?? 0) } })
      camp = harmless ? cuts.bySearchOfStars() : cuts.bySearchOfAll()
    } else {
      let cuts = SmallestCut(weights: gains)
      camp = harmless ? cuts.bySearchOfStars() : cuts.bySearchOfAll()
    }
    var between = Rational.zero
    for member in players.indices where camp[member] {
      for other in players.indices where !camp[other] { between = between + gains[member][other] }
    }
    return LeastSubsidy(
      amount: -between / 2, coalition: players.indices.filter { camp[$0] != camp[0] }.map { players[$0] })
  }

  /// What every coalition is worth, as a table.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 players.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    try structuredTable(players, kind) { coalition in
      let members = Array(coalition)
      var worth = members.map { exactAlone[$0] }.sum
      for (place, member) in members.enumerated() {
        for other in members[..<place] { worth = worth + exactPairs[member][other] }
      }
      return worth
    }
  }

  private var shares: [Rational] { players.indices.map { exactAlone[$0] + exactPairs[$0].sum / 2 } }

  private func allocation(_ shares: [Rational]) -> Allocation {
    Allocation(players: players, shares: shares.map(\.approximation))
  }
}

/// The two camps, none empty, between which the weights are least.
struct SmallestCut<Number: AdditiveArithmetic & Comparable> {
  /// Symmetric, zero on the diagonal; at least two rows.
  let weights: [[Number]]

  /// Where no weight is below zero: order the camps by how tied they are to those before; the last stands apart or
  /// belongs with the one before it.
  ///
  /// - Returns: who is in one camp.
  func bySearchOfStars() -> [Bool] {
    var merged = weights
    var members = weights.indices.map { [$0] }
    var alive = Array(weights.indices)
    var best: (cut: Number, camp: [Int])?
    while alive.count > 1 {
      var ties = [Number](repeating: .zero, count: weights.count)
      var waiting = alive
      var order: [Int] = []
      while !waiting.isEmpty {
        var place = 0
        for candidate in waiting.indices where ties[waiting[candidate]] > ties[waiting[place]] { place = candidate }
        let next = waiting.remove(at: place)
        order.append(next)
        for other in waiting { ties[other] += merged[next][other] }
      }
      let (last, before) = (order[order.count - 1], order[order.count - 2])
      if best.map({ ties[last] < $0.cut }) ?? true { best = (ties[last], members[last]) }
      for other in alive where other != last && other != before {
        merged[before][other] += merged[last][other]
        merged[other][before] = merged[before][other]
      }
      members[before] += members[last]
      alive.removeAll { $0 == last }
    }
    return weights.indices.map { best?.camp.contains($0) ?? false }
  }

  /// Whatever the signs: every two camps, each from the one before by a single change of sides.
  func bySearchOfAll() -> [Bool] {
    let n = weights.count
    // What crosses if the player changes sides, less what crosses now; the last player stays.
    var change = weights.map { $0.reduce(.zero, +) }
    var camp = [Bool](repeating: false, count: n)
    var cut = Number.zero
    var best: (cut: Number, camp: [Bool])?
    for step in 1..<(UInt64(1) << UInt64(n - 1)) {
      let player = step.trailingZeroBitCount
      cut += change[player]
      change[player] = .zero - change[player]
      camp[player].toggle()
      for other in 0..<n where other != player {
        // A pair that has come to one side would cross after another change, one that has parted would not.
        let twice = weights[player][other] + weights[player][other]
        if camp[player] == camp[other] { change[other] += twice } else { change[other] -= twice }
      }
      if best.map({ cut < $0.cut }) ?? true { best = (cut, camp) }
    }
    return best?.camp ?? camp
  }
}
