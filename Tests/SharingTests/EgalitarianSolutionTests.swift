import CollectiveAction
import Sharing
import Testing

@Suite struct EgalitarianSolutionTests {
  @Test(
    "is the constrained equal award of a bankruptcy",
    arguments: [
      (100.0, "100/3 100/3 100/3"), (200, "200/3 200/3 200/3"), (300, "100 100 100"), (400, "100 150 150"),
      (500, "100 200 200"),
    ])
  func bankruptcy(estate: Double, awards: String) throws {
    let claims = [100.0, 200, 300]
    let game = try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { coalition in
      max(0, estate - 600 + coalition.reduce(0) { $0 + claims[$1] })
    }
    #expect(try egalitarianSolution(of: game).shares == fractions(awards))
  }

  @Test("is in the core, and no transfer from a richer to a poorer player stays there", arguments: UInt64(0)..<60)
  func mostEqual(seed: UInt64) throws {
    let game = convexGame(seed: seed, players: 1 + Int(seed % 6))
    let shares = try egalitarianSolution(of: game)
    #expect(abs(shares.sum - game.jointWorth) <= 1e-12)
    for coalition in game.coalitions { #expect(shares.total(of: coalition) >= game[coalition] - 1e-9) }
    for rich in game.players.indices {
      for poor in game.players.indices where shares[rich] > shares[poor] + 1e-9 {
        // A coalition of the richer without the poorer has exactly its own worth, so it would leave.
        let binding = game.coalitions.contains { coalition in
          coalition.contains(rich) && !coalition.contains(poor)
            && abs(shares.total(of: coalition) - game[coalition]) <= 1e-9
        }
        #expect(binding, "\(rich) could give to \(poor)")
      }
    }
  }

  @Test("leaves the poorest k of three no less than any division in the core does", arguments: UInt64(0)..<30)
  func lorenz(seed: UInt64) throws {
    let game = convexGame(seed: seed, players: 3)
    let shares = try egalitarianSolution(of: game).shares.sorted()
    let joint = game.jointWorth
    for first in stride(from: game.worths[1], through: joint, by: 0.5) {
      for second in stride(from: game.worths[2], through: joint, by: 0.5) {
        let other = Allocation(players: game.players, shares: [first, second, joint - first - second])
        guard game.coalitions.allSatisfy({ other.total(of: $0) >= game[$0] }) else { continue }
        let sorted = other.shares.sorted()
        #expect(shares[0] >= sorted[0] - 1e-9)
        #expect(shares[0] + shares[1] >= sorted[0] + sorted[1] - 1e-9)
      }
    }
  }

  @Test("makes the shares of a concave cost game as equal", arguments: UInt64(0)..<20)
  func costs(seed: UInt64) throws {
    let game = convexGame(seed: seed, players: 4)
    let paid = try egalitarianSolution(
      of: CoalitionGame(players: game.players, costs: game.worths.map { 0 - $0 }))
    #expect(paid.shares == (try egalitarianSolution(of: game)).shares.map { 0 - $0 })
  }

  @Test("divides an airport's runway, longest last")
  func airport() throws {
    let lengths = [8.0, 11, 13, 18]
    let game = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .cost) { members in
      members.reduce(0) { max($0, lengths[$1]) }
    }
    // a alone would pay 8, but a quarter of 18, or a third of 13, is less: 13/3 < 18/4 < 11/2.
    #expect(try egalitarianSolution(of: game).shares == [13 / 3.0, 13 / 3.0, 13 / 3.0, 5])
  }

  @Test("reads decimals as decimals, and does not hold the rounding of sums against a game")
  func decimals() throws {
    let parts = [0.1, 0.2, 0.3]
    let additive = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6])
    #expect(try egalitarianSolution(of: additive).shares == parts)
    // Summed in binary, 0.1 + 0.2 is not 0.3.
    let summed = try CoalitionGame(players: ["a", "b", "c"], kind: .cost) { $0.reduce(0) { $0 + parts[$1] } }
    for (share, part) in zip(try egalitarianSolution(of: summed).shares, parts) { #expect(abs(share - part) <= 1e-15) }
    // Worths too far apart for machine numbers to count one in units of the other.
    let wide = CoalitionGame(players: ["a", "b"], surpluses: [0, 1e-300, 1e300, 1e300])
    #expect(try egalitarianSolution(of: wide).shares[1] == 1e300)
  }

  @Test func refusesGainsThatDoNotGrow() throws {
    let glove = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 0, 0, 3, 3, 3])
    #expect(throws: SharingError.notConvex(player: "a", other: "b", joining: ["c"], amount: 3)) {
      try egalitarianSolution(of: glove)
    }
    // The pair together pays more than both alone; by less than the last digit of a large budget it would pass.
    let dear = CoalitionGame(players: ["a", "b"], costs: [0, 1e9, 1e9, 2_000_000_000.1])
    #expect(throws: SharingError.notConvex(player: "a", other: "b", joining: [], amount: 0.1)) {
      try egalitarianSolution(of: dear)
    }
    #expect(
      "\(SharingError.notConvex(player: "a", other: "b", joining: ["c", "d"], amount: 3))"
        == "with 'b' there, 'a' gains 3 less from joining 'c', 'd': the gains do not grow with the coalition, so the "
        + "egalitarian solution is not defined; use the nucleolus")
    #expect(
      "\(SharingError.notConvex(player: "a", other: "b", joining: [], amount: 0.5))"
        == "with 'b' there, 'a' gains 0.5 less from joining nobody else: the gains do not grow with the coalition, so "
        + "the egalitarian solution is not defined; use the nucleolus")
  }

  /// Something for each player and, for some coalitions, more when all of it is there.
  private func convexGame(seed: UInt64, players: Int) -> CoalitionGame {
    var chance = SeededChance(seed: seed ^ 0xE6)
    var dividends: [(Coalition, Double)] = (0..<players).map {
      (.single($0), Double(Int.random(in: -3...8, using: &chance)))
    }
    for _ in 0..<4 where players > 1 {
      let pair = Coalition((0..<players).shuffled(using: &chance).prefix(Int.random(in: 2...players, using: &chance)))
      dividends.append((pair, Double(Int.random(in: 0...9, using: &chance))))
    }
    return CoalitionGame(
      players: (0..<players).map { "p\($0)" },
      surpluses: (0..<(1 << players)).map { mask in
        dividends.reduce(0) { $0 + ($1.0.isSubset(of: Coalition(mask: UInt64(mask))) ? $1.1 : 0) }
      })
  }
}
