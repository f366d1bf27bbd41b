import CollectiveAction
import Mathematics

/// What each player gains alone and adds as the last to join, in exact fractions.
///
/// Gains are received: a cost counts as a negative gain. Worths are read as the decimals they print as,
/// so that whether something is zero is decided, not rounded.
struct Marginals {
  let game: CoalitionGame
  let joint: Rational
  /// The gain of each player alone.
  let alone: [Rational]
  /// What each player adds when all others have joined; of a cost game less the separable cost.
  let lastIn: [Rational]

  init(of game: CoalitionGame) {
    self.game = game
    let all = game.grandCoalition
    joint = game.exactGain(of: all)
    alone = game.players.indices.map { game.exactGain(of: .single($0)) }
    let joint = joint
    lastIn = game.players.indices.map { joint - game.exactGain(of: all.removing($0)) }
  }

  /// An allocation of these gains, as amounts paid or received.
  func allocation(of gains: [Rational]) -> Allocation {
    Allocation(
      players: game.players,
      shares: gains.map { (game.kind == .cost ? -$0 : $0).approximation })
  }
}

extension CoalitionGame {
  /// What the coalition gains, as the decimal its worth prints as; a cost is a negative gain.
  func exactGain(of coalition: Coalition) -> Rational {
    let worth = Rational(decimal: self[coalition])
    return kind == .cost ? -worth : worth
  }
}

extension Sequence<Rational> {
  var sum: Rational { reduce(.zero, +) }
}
