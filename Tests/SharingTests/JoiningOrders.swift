import CollectiveAction
import Mathematics
import Sharing

/// All orders of the first `count` players.
func joiningOrders(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return joiningOrders(of: count - 1).flatMap { order in
    (0...order.count).map { place in Array(order[..<place] + [count - 1] + order[place...]) }
  }
}

/// What each player adds when they join in this order.
func contributions(to game: CoalitionGame, in order: [Int]) -> [Double] {
  var shares = [Double](repeating: 0, count: game.playerCount)
  var joined = Coalition.empty
  for player in order {
    shares[player] = game[joined.adding(player)] - game[joined]
    joined = joined.adding(player)
  }
  return shares
}

/// The average contributions over some orders, each weighed.
func averageContributions(to game: CoalitionGame, over orders: [(order: [Int], chance: Double)]) -> [Double] {
  var shares = [Double](repeating: 0, count: game.playerCount)
  for (order, chance) in orders {
    for (player, share) in contributions(to: game, in: order).enumerated() { shares[player] += chance * share }
  }
  return shares
}

extension CoalitionGame {
  /// The same game with the player at place i of the new one at place `places`[i] of this one.
  func relabelled(_ places: [Int]) -> CoalitionGame {
    let worths = worths.indices.map { mask in
      self[Coalition(Coalition(mask: UInt64(mask)).map { places[$0] })]
    }
    let names = places.map { players[$0] }
    return kind == .cost
      ? CoalitionGame(players: names, costs: worths) : CoalitionGame(players: names, surpluses: worths)
  }

  /// The worths times `factor`, and `offset` more for each member.
  func rescaled(by factor: Double = 1, offset: Double = 0) -> CoalitionGame {
    let worths = worths.enumerated().map { $1 * factor + offset * Double($0.nonzeroBitCount) }
    return kind == .cost
      ? CoalitionGame(players: players, costs: worths) : CoalitionGame(players: players, surpluses: worths)
  }
}

/// How many players 0 to `count` − 1 are dealt into unions, by chance.
func randomUnions(of count: Int, using chance: inout SeededChance) -> [Coalition] {
  var unions: [Coalition] = []
  for player in 0..<count {
    let place = Int.random(in: 0...unions.count, using: &chance)
    if place == unions.count { unions.append(.empty) }
    unions[place] = unions[place].adding(player)
  }
  return unions.shuffled(using: &chance)
}

/// Each pair of players 0 to `count` − 1 with one chance in two.
func randomLinks(of count: Int, using chance: inout SeededChance) -> [Coalition] {
  (0..<count).flatMap { first in
    (0..<first).filter { _ in Bool.random(using: &chance) }.map { Coalition([$0, first]) }
  }
}

/// Numbers such as `7/18` or `1.25`, separated by blanks.
func fractions(_ text: String?) -> [Double] {
  (text ?? "").split(separator: " ").compactMap { Rational(String($0))?.approximation }
}

/// The error that `body` throws, if any.
func refusal(_ body: () throws(SharingError) -> Void) -> SharingError? {
  do throws(SharingError) { try body() } catch { return error }
  return nil
}
