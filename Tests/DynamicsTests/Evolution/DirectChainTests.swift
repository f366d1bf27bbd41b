import Dynamics
import Foundation
import Mathematics
import Testing

/// Imitation with trials now and then, state by state of the whole population: what ``ImitationChain`` is the limit of.
private struct DirectChain {
  let game: PunishmentGame
  let strategies: [PunishmentGame.Strategy]
  let population: Int
  let strength: Double
  /// How probable it is that a player tries something else rather than looks at another.
  let trial: Double

  /// The share of the time in which all play each strategy.
  func shares() throws -> [Double] {
    let states = compositions(of: population, into: strategies.count)
    let number = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    // The columns of (Pᵀ − 1), the last row replaced by Σ = 1.
    var equations = Matrix(rows: states.count, columns: states.count)
    for (place, state) in states.enumerated() {
      let gains = strategies.indices.map { state[$0] > 0 ? gain(of: $0, in: state) : 0 }
      for from in strategies.indices where state[from] > 0 {
        for to in strategies.indices where to != from {
          let meeting = Double(state[from]) / Double(population) * Double(state[to]) / Double(population - 1)
          let imitating = meeting / (1 + exp(-strength * (gains[to] - gains[from])))
          let trying = Double(state[from]) / Double(population) / Double(strategies.count - 1)
          let probability = (1 - trial) * imitating + trial * trying
          var next = state
          next[from] -= 1
          next[to] += 1
          guard let reached = number[next] else { preconditionFailure("a composition is listed") }
          equations[reached, place] += probability
          equations[place, place] -= probability
        }
      }
    }
    for column in states.indices { equations[states.count - 1, column] = 1 }
    let right = states.indices.map { $0 == states.count - 1 ? 1.0 : 0 }
    let time = try LinearSystem(equations).solution(for: right)
    return strategies.indices.map { strategy in
      time[number[strategies.indices.map { $0 == strategy ? population : 0 }] ?? 0]
    }
  }

  /// The average over every group the player may be drawn into, one by one.
  private func gain(of own: Int, in state: [Int]) -> Double {
    var others = strategies.indices.flatMap { [Int](repeating: $0, count: state[$0]) }
    others.removeAll { $0 == own }
    others += [Int](repeating: own, count: state[own] - 1)
    let groups = subsets(of: others, size: game.groupSize - 1)
    return groups.reduce(0) { $0 + gain(of: strategies[own], meeting: $1.map { strategies[$0] }) }
      / Double(groups.count)
  }

  /// The table of the game once more.
  private func gain(of own: PunishmentGame.Strategy, meeting others: [PunishmentGame.Strategy]) -> Double {
    let all = others + [own]
    let taking = all.filter { $0 != .loner }
    if own == .loner || taking.count == 1 { return game.lonersPayoff }
    let paying = taking.filter { $0 != .defector }.count
    var gain = game.multiplier * game.cost * Double(paying) / Double(taking.count)
    if own != .defector { gain -= game.cost }
    for other in others {
      switch (own, other) {
      case (.defector, .peerPunisher): gain -= game.peerFine
      case (.peerPunisher, .defector): gain -= game.peerCost
      default: break
      }
    }
    return gain
  }

  private func compositions(of sum: Int, into parts: Int) -> [[Int]] {
    guard parts > 1 else { return [[sum]] }
    return (0...sum).flatMap { first in compositions(of: sum - first, into: parts - 1).map { [first] + $0 } }
  }

  private func subsets(of items: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return items.indices.flatMap { place in
      subsets(of: Array(items[(place + 1)...]), size: size - 1).map { [items[place]] + $0 }
    }
  }
}

@Suite struct DirectChainTests {
  @Test("is the limit of the chain on all states of a small population", arguments: UInt64(0)..<20)
  func isTheLimit(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let game = try PunishmentGame(
      groupSize: Int.random(in: 2...4, using: &chance), multiplier: .random(in: 1.2...3.5, using: &chance),
      lonersPayoff: .random(in: 0...1, using: &chance), peerFine: .random(in: 0...1.5, using: &chance),
      peerCost: .random(in: 0...0.6, using: &chance))
    let strategies: [PunishmentGame.Strategy] =
      seed % 3 == 0
      ? [.contributor, .defector, .peerPunisher] : [.loner, .contributor, .defector, .peerPunisher]
    let population = Int.random(in: 4...5, using: &chance)
    let strength = Double.random(in: 0...2, using: &chance)
    let found = try game.chain(among: strategies, population: population, strength: strength)
    let direct = DirectChain(
      game: game, strategies: strategies, population: population, strength: strength, trial: 1e-7)
    for (limit, share) in zip(found.shares, try direct.shares()) {
      // 1e-4: one trial in ten million players' turns, and some dozens of turns until it is settled, perhaps more
      // against a strong tide; the linear system loses seven of its sixteen digits.
      #expect(abs(limit - share) < 1e-4)
    }
  }
}
