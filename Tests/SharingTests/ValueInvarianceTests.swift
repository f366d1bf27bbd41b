import CollectiveAction
import Mathematics
import Sharing
import Testing

/// What holds of every rule that averages contributions, and of those that go by what players have alone.
@Suite struct ValueInvarianceTests {
  private static let rules: [SharingRule] = [
    .shapley, .egalitarian, .solidarity, .banzhaf, .banzhafNormalised, .owen, .myerson, .weightedShapley,
    .downstreamIncremental,
  ]

  @Test("gives every player the same, wherever it stands in the list", arguments: UInt64(0)..<60)
  func playerOrder(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0xC0)
    let game = seed.isMultiple(of: 3) ? concaveCosts(seed: seed) : PublishedGames.random(seed: seed)
    let grounds = randomGrounds(of: game, using: &chance)
    let places = game.players.indices.shuffled(using: &chance)
    let place = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let moved = { (coalition: Coalition) in Coalition(coalition.compactMap { place[$0] }) }
    let relabelledGrounds = DivisionGrounds(
      weights: grounds.weights.map { weights in places.map { weights[$0] } },
      unions: grounds.unions?.reversed().map(moved), links: grounds.links?.reversed().map(moved),
      downstreamOrder: grounds.downstreamOrder?.compactMap { place[$0] })
    for rule in Self.rules {
      let (shares, relabelled) = (
        try? rule.divide(game, by: grounds), try? rule.divide(game.relabelled(places), by: relabelledGrounds)
      )
      #expect((shares == nil) == (relabelled == nil), "\(rule)")
      guard let shares, let relabelled else { continue }
      for player in game.players {
        #expect(abs(shares[player] - relabelled[player]) <= 1e-11, "\(rule)")  // sums in another order
      }
    }
  }

  @Test("gives the same in any unit", arguments: UInt64(0)..<20)
  func scale(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0xC1)
    let game = seed.isMultiple(of: 2) ? concaveCosts(seed: seed) : PublishedGames.random(seed: seed)
    let grounds = randomGrounds(of: game, using: &chance)
    for factor in [1e-9, 1e12] {
      for rule in Self.rules {
        let (shares, scaled) = (
          try? rule.divide(game, by: grounds), try? rule.divide(game.rescaled(by: factor), by: grounds)
        )
        #expect((shares == nil) == (scaled == nil), "\(rule)")
        guard let shares, let scaled else { continue }
        for (share, other) in zip(shares.shares, scaled.shares) {
          // 100 is the size of the worths. The normalised value divides by a sum that may be as small as one.
          let tolerance = rule == .banzhafNormalised ? 1e-11 : 1e-13
          #expect(abs(share - other / factor) <= tolerance * 100, "\(rule) times \(factor)")
        }
      }
    }
  }

  @Test("keeps what the worths differ in beside a thousand million a player", arguments: UInt64(0)..<30)
  func offset(seed: UInt64) throws {
    var chance = SeededChance(seed: seed ^ 0xC2)
    let game = seed.isMultiple(of: 2) ? concaveCosts(seed: seed) : PublishedGames.random(seed: seed)
    let grounds = randomGrounds(of: game, using: &chance)
    let shifted = game.rescaled(offset: 1e9)
    for rule in Self.rules where rule != .banzhafNormalised {
      let (shares, moved) = (try? rule.divide(game, by: grounds), try? rule.divide(shifted, by: grounds))
      #expect((shares == nil) == (moved == nil), "\(rule)")
      guard let shares, let moved else { continue }
      for (share, other) in zip(shares.shares, moved.shares) {
        #expect(abs(other - 1e9 - share) <= 5e-7, "\(rule)")  // 1e9 has an ulp of 1.2e-7
      }
    }
    // This one divides the offset as well: in proportion to contributions to all coalitions, in fractions.
    let sums = game.players.indices.map { player in
      shifted.worths.indices.reduce(Rational.zero) { sum, mask in
        let worth = Rational(decimal: shifted.worths[mask])
        return mask >> player & 1 == 1 ? sum + worth : sum - worth
      }
    }
    let all = sums.reduce(.zero, +)
    for (share, sum) in zip(try normalisedBanzhafValue(of: shifted).shares, sums) {
      let expected = sum / all * Rational(decimal: shifted.jointWorth)
      #expect(abs(share - expected.approximation) <= 2e-6)  // 1e9, through a product near 5e9
    }
  }

  @Test("gives a single player all there is", arguments: [-7.5, 0.1, 1e9, 3e-9])
  func onePlayer(worth: Double) throws {
    let grounds = DivisionGrounds(weights: [3], unions: [.single(0)], links: [], downstreamOrder: [0])
    for game in [
      CoalitionGame(players: ["a"], costs: [0, worth]), CoalitionGame(players: ["a"], surpluses: [0, worth]),
    ] {
      for rule in Self.rules { #expect(try rule.divide(game, by: grounds).shares == [worth], "\(rule)") }
      #expect(try aumannDrezeValue(of: game, unions: [.single(0)]).shares == [worth])
    }
  }

  @Test("divides nothing as nothing")
  func zeroGame() throws {
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [Double](repeating: 0, count: 8))
    let grounds = DivisionGrounds(
      weights: [1, 2, 3], unions: [Coalition([0, 2]), .single(1)], links: [], downstreamOrder: [2, 0, 1])
    for rule in Self.rules where rule != .banzhafNormalised {
      #expect(try rule.divide(game, by: grounds).shares == [0, 0, 0], "\(rule)")
    }
  }

  @Test("divides among twenty-one, where a factorial no longer fits a machine number")
  func manyPlayers() throws {
    // Each pair of neighbours in the list saves one: everybody's value is what it shares with its neighbours.
    let count = 21
    let game = try CoalitionGame(players: (0..<count).map { "\($0)" }, kind: .surplus) { members in
      Double((members.mask & members.mask >> 1).nonzeroBitCount)
    }
    let ends = (0..<count).map { $0 == 0 || $0 == count - 1 ? 0.5 : 1.0 }
    let unions = (0..<7).map { Coalition([3 * $0, 3 * $0 + 1, 3 * $0 + 2]) }
    for shares in [banzhafValue(of: game), try owenValue(of: game, unions: unions)] {
      for (share, expected) in zip(shares.shares, ends) { #expect(abs(share - expected) <= 1e-12) }
    }
    #expect(abs(solidarityValue(of: game).sum - 20) <= 1e-11)
  }

  /// A ground of every kind.
  private func randomGrounds(of game: CoalitionGame, using chance: inout SeededChance) -> DivisionGrounds {
    let count = game.playerCount
    return DivisionGrounds(
      weights: game.players.map { _ in Double(Int.random(in: 1...9, using: &chance)) },
      unions: randomUnions(of: count, using: &chance), links: randomLinks(of: count, using: &chance),
      downstreamOrder: game.players.indices.shuffled(using: &chance))
  }

  /// Costs of five players that grow the less, the more there are: the egalitarian solution exists.
  private func concaveCosts(seed: UInt64) -> CoalitionGame {
    var chance = SeededChance(seed: seed ^ 0xC3)
    let own = (0..<5).map { _ in Int.random(in: 0...20, using: &chance) }
    let saved = (0..<5).map { _ in Int.random(in: 0...3, using: &chance) }
    return CoalitionGame(
      players: ["a", "b", "c", "d", "e"],
      costs: (0..<32).map { mask in
        let members = Array(Coalition(mask: UInt64(mask)))
        let pairs = members.flatMap { i in members.filter { $0 < i }.map { saved[i] * saved[$0] } }
        return Double(members.reduce(0) { $0 + own[$1] } - pairs.reduce(0, +))
      })
  }
}
