import CollectiveAction
import Mathematics
import Sharing
import Testing

/// What must not change a division: the names and the order of the players, the unit, and money that is a player's own.
@Suite struct InvarianceTests {
  /// Games of every sort, small enough for every rule; each once as costs and once as gains.
  private static let games: [(name: String, game: CoalitionGame)] = {
    var games: [(String, CoalitionGame)] = []
    for kind in OracleGame.Kind.allCases where ![.huge, .tiny, .offset].contains(kind) {
      for number in 0..<9 {
        let drawn = OracleGame(kind: kind, number: number)
        guard (2...4).contains(drawn.playerCount), let game = try? drawn.game else { continue }
        for worths in CoalitionGame.Kind.allCases {
          guard let other = try? CoalitionGame(players: game.players, kind: worths, worths: game.worths) else {
            continue
          }
          games.append(("\(drawn), \(worths)", other))
        }
      }
    }
    return games
  }()

  @Test("a division follows the players into any other order", arguments: SharingRule.allCases)
  func order(rule: SharingRule) throws {
    var chance = SeededChance(seed: 1)
    for (name, game) in Self.games {
      let grounds = DivisionTrapTests.grounds(of: game.playerCount)
      let renaming = Renaming(of: game, order: game.players.indices.shuffled(using: &chance))
      let (plain, moved) = (
        try? rule.divide(game, by: grounds), try? rule.divide(try renaming.game, by: renaming.grounds(grounds))
      )
      #expect((plain == nil) == (moved == nil), "\(name)")
      guard let plain, let moved else { continue }
      let unit = Self.largest(of: game).ulp
      for player in game.players {
        // A sum of 16 contributions may be rounded differently in another order; exact shares are rounded once.
        #expect(abs(plain[player] - moved[player]) <= 16 * unit, "\(name): \(player)")
      }
    }
  }

  @Test(
    "a division is the same in kronor, öre and milliards", arguments: SharingRule.allCases.filter { !$0.isVotingIndex },
    [1e-9, 1e-2, 1e6, 1e12])
  func scale(rule: SharingRule, scale: Double) throws {
    for (name, game) in Self.games {
      let grounds = DivisionTrapTests.grounds(of: game.playerCount)
      let scaled = try CoalitionGame(players: game.players, kind: game.kind) {
        // A quotient is the number nearest to the decimal; a product with 1e-9 is not.
        scale < 1 ? game[$0] / (1 / scale).rounded() : game[$0] * scale
      }
      let (plain, other) = (try? rule.divide(game, by: grounds), try? rule.divide(scaled, by: grounds))
      #expect((plain == nil) == (other == nil), "\(name)")
      guard let plain, let other else { continue }
      // Shares larger than any worth come of a division by almost nothing, which enlarges what was rounded.
      let unit = other.shares.reduce(Self.largest(of: scaled)) { max($0, abs($1)) }.ulp
      // Rounding of worths, contributions and the expected product; no tolerance that knows an amount. Contributions
      // that nearly cancel lose two bits more when shares are scaled by their sum.
      let units: Double = rule == .banzhafNormalised ? 128 : 32
      for player in game.players.indices {
        #expect(abs(plain[player] * scale - other[player]) <= units * unit, "\(name): \(player)")
      }
    }
  }

  // What is in proportion to worths is not the same beside a milliard, and a vote counts ones.
  @Test(
    "a milliard of each player's own is paid, or got, by that player",
    arguments: SharingRule.allCases.filter { $0 != .proportionalNucleolus && !$0.isVotingIndex })
  func offset(rule: SharingRule) throws {
    let own = 1e9
    for (name, game) in Self.games {
      let grounds = DivisionTrapTests.grounds(of: game.playerCount)
      let shifted = try CoalitionGame(players: game.players, kind: game.kind) { game[$0] + Double($0.count) * own }
      let (plain, other) = (try? rule.divide(game, by: grounds), try? rule.divide(shifted, by: grounds))
      #expect((plain == nil) == (other == nil), "\(name)")
      guard let plain, let other else { continue }
      let weights = try #require(grounds.weights)
      let all = Double(game.playerCount) * own
      // What is a player's own counts for nothing where the sum of something else decides.
      guard rule.rawValue != "banzhafNormalised" else { continue }
      for player in game.players.indices {
        // By weights alone nothing is anybody's own.
        let added = rule == .proportional ? all * weights[player] / weights.reduce(0, +) : own
        // The unit of a share beside a milliard is a ten-millionth: the worths differ in whole numbers.
        #expect(abs(plain[player] + added - other[player]) <= 8 * all.ulp, "\(name): \(player)")
      }
    }
  }

  @Test("the levels and the core do not change with the unit or with what is a player's own")
  func stability() throws {
    for (name, game) in Self.games {
      let shifted = try CoalitionGame(players: game.players, kind: game.kind) { game[$0] + Double($0.count) * 1e9 }
      let scaled = try CoalitionGame(players: game.players, kind: game.kind) { game[$0] / 1e9 }
      let subsidy = try leastCore(of: game).exactSubsidy
      #expect(try leastCore(of: shifted).exactSubsidy == subsidy, "\(name)")
      let smaller = subsidy / Rational(decimal: 1e9)
      #expect(try leastCore(of: scaled).exactSubsidy == smaller, "\(name)")
    }
  }

  private static func largest(of game: CoalitionGame) -> Double { game.worths.reduce(0) { max($0, abs($1)) } }
}
