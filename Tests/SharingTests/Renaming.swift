import CollectiveAction
import Sharing

/// A game with its players in another order.
struct Renaming {
  let original: CoalitionGame
  /// The old index of the player at each place.
  let order: [Int]

  init(of game: CoalitionGame, order: [Int]) {
    original = game
    self.order = order
  }

  var game: CoalitionGame {
    get throws {
      try CoalitionGame(players: order.map { original.players[$0] }, kind: original.kind) {
        original[Coalition($0.map { order[$0] })]
      }
    }
  }

  /// The grounds of a rule, for the players in the new order.
  func grounds(_ grounds: DivisionGrounds) -> DivisionGrounds {
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    func moved(_ coalition: Coalition) -> Coalition { Coalition(coalition.map { place[$0] }) }
    return DivisionGrounds(
      weights: grounds.weights.map { weights in order.map { weights[$0] } },
      unions: grounds.unions?.map(moved), links: grounds.links?.map(moved),
      downstreamOrder: grounds.downstreamOrder?.map { place[$0] })
  }
}
