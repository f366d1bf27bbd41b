import CollectiveAction
import Foundation
import Mathematics
import Testing

@Suite struct BystanderEffectTests {
  @Test("is nothing where harm is linear: what others do makes no difference to what pays", arguments: UInt64(0)..<10)
  func linear(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let effect = try BystanderEffect(of: SpilloverGame.random(seed: seed, isLinear: true), using: &chance)
    for value in effect.elasticity.compactMap({ $0 }) { #expect(abs(value) < 1e-9) }  // logarithms of equal numbers
    #expect(effect.isExact)
  }

  @Test("has the closed form of equal players whose nuisance is shared and harms quadratically")
  func equal() throws {
    // cq = δ(B − kq) when k act on what all n emit: q = δB/(c + kδ), and what is paid is cq²/2.
    let count = 5
    let game = try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 10, count: count),
      abatementCost: [Double](repeating: 2, count: count), quadraticDamage: [Double](repeating: 0.5, count: count),
      transport: Matrix(rows: count, columns: count, repeating: 1))
    var chance = RandomStream(seed: 1)
    let effect = try BystanderEffect(of: game, using: &chance)
    let paid = (1...count).map { k in
      let abated = min(0.5 * 50 / (2 + Double(k) * 0.5), 10)
      return abated * abated
    }
    for row in effect.contributions {
      for (found, worked) in zip(row, paid) { #expect(abs(found - worked) < 1e-9) }  // solved, near 100
    }
    let line = try #require(
      FittedLine(x: (1...count).map { log(Double($0)) }, y: paid.map { log($0) }))
    for value in effect.elasticity { #expect(abs(try #require(value) - line.slope) < 1e-10) }
    for value in effect.fall { #expect(abs(try #require(value) - (1 - paid[4] / paid[0])) < 1e-10) }
    #expect(try #require(effect.region?.slope) < -0.5)
    #expect(chance == RandomStream(seed: 1))
  }

  @Test("finds the falling help of the volunteer's dilemma, 1 − (c/b)^(1/(n − 1)) (Diekmann 1985)")
  func volunteers() throws {
    let dilemma = VolunteersDilemma(players: ["a", "b", "c", "d", "e"], cost: 0.5, benefit: 1)
    var chance = RandomStream(seed: 1)
    let effect = try BystanderEffect(of: dilemma, using: &chance)
    let help = [1, 0.5, 1 - pow(0.5, 1.0 / 2), 1 - pow(0.5, 1.0 / 3), 1 - pow(0.5, 1.0 / 4)]
    for row in effect.contributions {
      for (found, worked) in zip(row, help) { #expect(abs(found - 0.5 * worked) < 1e-12) }
    }
    #expect(try #require(effect.region?.slope) < -1)  // twice as many, less than half as much help from each
    #expect(effect.fall.allSatisfy { abs(($0 ?? 0) - (1 - help[4])) < 1e-12 })
  }

  @Test("never finds more from more bystanders where harm is quadratic and all is shared", arguments: UInt64(0)..<20)
  func falls(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let count = 3 + Int(seed % 3)
    func figures(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * chance.uniform() }
    }
    let game = try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: figures(2, 12), abatementCost: figures(0.2, 3),
      quadraticDamage: figures(0.05, 0.6), transport: Matrix(rows: count, columns: count, repeating: 1))
    let effect = try BystanderEffect(of: game, using: &chance)
    for row in effect.contributions {
      for (fewer, more) in zip(row, row.dropFirst()) { #expect(more <= fewer + 1e-9) }
    }
  }

  @Test("draws coalitions of many players, and the same seed draws the same")
  func many() throws {
    let count = 12
    let game = try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 10, count: count),
      abatementCost: [Double](repeating: 2, count: count), quadraticDamage: [Double](repeating: 0.5, count: count),
      transport: Matrix(rows: count, columns: count, repeating: 1))
    var (first, second) = (RandomStream(seed: 4), RandomStream(seed: 4))
    let effect = try BystanderEffect(of: game, draws: 2, using: &first)
    #expect(!effect.isExact)
    #expect(try effect == BystanderEffect(of: game, draws: 2, using: &second))
    // All are equal, so any draw is the mean: 60/(2 + k/2) units, at most 10.
    for row in effect.contributions {
      for (index, found) in row.enumerated() {
        let abated = min(60 / (2 + Double(index + 1) / 2), 10)
        #expect(abs(found - abated * abated) < 1e-8)
      }
    }
  }

  @Test("leaves the others in place, doing nothing", arguments: UInt64(0)..<30)
  func restriction(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 4)
    let part = try game.restricted(to: Coalition([0, 2]))
    #expect(part.players == ["p0", "p2"])
    var chance = RandomStream(seed: seed, stream: [9])
    let actions = [chance.uniform() * game.limit[0], 0, chance.uniform() * game.limit[2], 0]
    let (whole, cut) = (game.costs(of: actions), part.costs(of: [actions[0], actions[2]]))
    for (found, worked) in zip(cut, [whole[0], whole[2]]) { #expect(abs(found - worked) <= 1e-12 * max(1, worked)) }
    #expect(try game.restricted(to: .grand(of: 4)) == game)
  }

  @Test("refuses to leave nobody")
  func nobody() throws {
    #expect(throws: DilemmaError.invalid("a problem has 1 to 63 players, not 0")) {
      try SpilloverGame.threePlayers().restricted(to: .empty)
    }
  }
}

/// Everyone gains when at least one helps at a cost; in the equilibrium in which all are alike each helps at chance.
private struct VolunteersDilemma: RestrictableDilemma {
  let players: [String]
  let cost: Double
  let benefit: Double

  func restricted(to coalition: Coalition) throws(DilemmaError) -> VolunteersDilemma {
    VolunteersDilemma(players: coalition.map { players[$0] }, cost: cost, benefit: benefit)
  }

  func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    let count = players.count
    let help = count == 1 ? 1 : 1 - pow(cost / benefit, 1 / Double(count - 1))
    let missed = pow(1 - help, Double(count))
    return Outcome(
      actions: players.map { _ in help }, costs: players.map { _ in benefit * missed + cost * help }, isUnique: false)
  }

  func contributions(in outcome: Outcome) -> [Double] { outcome.actions.map { cost * $0 } }
  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double { outcome.costs[player] }
  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    throw .invalid("not asked of this game")
  }
  func stakes(of player: Int) throws(DilemmaError) -> [Double] { players.map { _ in 0 } }
}
