import CollectiveAction

/// The Shapley value when players stand together in unions that bargain as one.
///
/// Each player's average contribution over the orders in which no union is interrupted: the unions share by the
/// Shapley value of the game among them, and the members of one divide what it gets by what they could do with the
/// other unions. With every player alone, or all in one union, it is the Shapley value.
///
/// - Parameters:
///   - game: 1...26 players.
///   - unions: each player in exactly one; in any order.
/// - Returns: one share a player, adding up to the joint worth.
/// - Throws: ``SharingError/emptyUnion(index:)``, ``SharingError/noSuchPlayer(index:count:)``,
///   ``SharingError/inTwoUnions(player:)`` or ``SharingError/inNoUnion(player:)``.
/// - Complexity: O(2^m) for m unions and O(2^(m + p)) for each that has p > 1 members: at most O(2ⁿ) for n players.
///
/// Source: Owen (1977), in Mathematical Economics and Game Theory, Lecture Notes in Economics and Mathematical
/// Systems 141, 76–88.
public func owenValue(of game: CoalitionGame, unions: [Coalition]) throws(SharingError) -> Allocation {
  try game.requirePartition(into: unions)
  guard unions.contains(where: { $0.count > 1 }) else { return shapleyValue(of: game) }
  let centred = CentredGains(game)
  var gains = [Double](repeating: 0, count: game.playerCount)
  if unions.contains(where: { $0.count == 1 }) {
    // Who stands alone gets what its union gets in the game among unions.
    let joined = JoinedUnions(unions)
    let quotient = (0..<(1 << unions.count)).map { centred[joined.mask(of: $0)] }
    for (union, gain) in zip(unions, SemivalueSweep.shapleyValue(ofTable: quotient)) {
      for member in union { gains[member] = gain }
    }
  }
  let table = centred.table()
  for (index, union) in unions.enumerated() where union.count > 1 {
    var others = unions
    others.remove(at: index)
    let additions = averageAddition(by: union, to: others, in: table)
    for (member, gain) in zip(union, SemivalueSweep.shapleyValue(ofTable: additions)) {
      gains[member] = gain
    }
  }
  return Allocation(
    players: game.players, shares: gains.indices.map { centred.share(of: $0, receiving: gains[$0]) })
}

/// The Shapley value of each union by itself: what a union can have alone is divided among its members.
///
/// The shares add up to the worths of the unions, not to the joint worth.
///
/// - Parameters:
///   - game: 1...26 players.
///   - unions: each player in exactly one; in any order.
/// - Throws: the errors of ``owenValue(of:unions:)``.
/// - Complexity: O(Σ 2^p) for unions of p members, after one pass over the table.
///
/// Source: Aumann & Drèze (1974), International Journal of Game Theory 3, 217–237.
public func aumannDrezeValue(of game: CoalitionGame, unions: [Coalition]) throws(SharingError) -> Allocation {
  try game.requirePartition(into: unions)
  let centred = CentredGains(game)
  var gains = [Double](repeating: 0, count: game.playerCount)
  for union in unions {
    let table = subsets(of: union).map { centred[$0] }
    for (member, gain) in zip(union, SemivalueSweep.shapleyValue(ofTable: table)) {
      gains[member] = gain
    }
  }
  return Allocation(
    players: game.players, shares: gains.indices.map { centred.share(of: $0, receiving: gains[$0]) })
}

/// For every part of `union` the worth of that part together with the unions before it, on the average over the
/// orders of the unions.
private func averageAddition(by union: Coalition, to others: [Coalition], in gains: [Double]) -> [Double] {
  let parts = subsets(of: union)
  // Of m unions, a set of h others comes before this one with the chance h! (m−1−h)! / m!.
  var chances = [1 / Double(others.count + 1)]
  for size in 0..<others.count {
    chances.append(chances[size] * Double(size + 1) / Double(others.count - size))
  }
  let joined = JoinedUnions(others)
  var table = [Double](repeating: 0, count: parts.count)
  for chosen in 0..<(1 << others.count) {
    let before = joined.mask(of: chosen)
    let chance = chances[chosen.nonzeroBitCount]
    for (index, part) in parts.enumerated() { table[index] += chance * gains[before | part] }
  }
  return table
}

/// The masks of the players of any set of unions, kept as two short tables.
private struct JoinedUnions {
  private let low: [Int]
  private let high: [Int]
  private let bits: Int

  init(_ unions: [Coalition]) {
    bits = unions.count / 2
    let masks = unions.map { Int($0.mask) }
    low = CoalitionSums.sums(of: masks[..<bits], zero: 0, adding: |)
    high = CoalitionSums.sums(of: masks[bits...], zero: 0, adding: |)
  }

  /// - Parameter chosen: the unions, by the bits of a mask.
  func mask(of chosen: Int) -> Int { low[chosen & (low.count - 1)] | high[chosen >> bits] }
}

/// The masks of all parts of a coalition, in the order of the masks of as many players.
private func subsets(of coalition: Coalition) -> [Int] {
  var masks = [0]
  for member in coalition {
    for index in masks.indices { masks.append(masks[index] | 1 << member) }
  }
  return masks
}

extension CoalitionGame {
  /// Refuses unions that leave a player out, hold one twice, or are empty.
  fileprivate func requirePartition(into unions: [Coalition]) throws(SharingError) {
    var seen = Coalition.empty
    for (index, union) in unions.enumerated() {
      guard !union.isEmpty else { throw .emptyUnion(index: index) }
      try requirePlayers(union)
      for member in union.intersection(seen) { throw .inTwoUnions(player: players[member]) }
      seen = seen.union(union)
    }
    for missing in grandCoalition.subtracting(seen) { throw .inNoUnion(player: players[missing]) }
  }

  /// Refuses an index beyond the players.
  func requirePlayers(_ coalition: Coalition) throws(SharingError) {
    for index in coalition.subtracting(grandCoalition) {
      throw .noSuchPlayer(index: index, count: playerCount)
    }
  }
}
