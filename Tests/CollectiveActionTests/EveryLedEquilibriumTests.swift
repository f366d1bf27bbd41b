import CollectiveAction
import Mathematics
import Testing

/// As ``EveryEquilibriumTests``, with a leader that moves first: those below answer its setting as an equilibrium, and no other
/// setting, answered likewise, is better for whom it acts for.
@Suite struct EveryLedEquilibriumTests {
  /// A spillover whose abatement minds one's own costs more than the others' abatement, so that it has one equilibrium.
  private func base(_ seed: UInt64, using chance: inout RandomStream) throws -> SpilloverGame {
    let count = 2 + Int(seed % 2)
    func figures(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &chance) }
    }
    var transport = Matrix(rows: count, columns: count)
    for index in transport.elements.indices { transport.elements[index] = .random(in: 0.1...0.5, using: &chance) }
    for index in 0..<count { transport[index, index] += 0.4 }
    return try SpilloverGame(
      players: Array(GamesByNumber.names.prefix(count)), baseline: figures(4...9), abatementCost: figures(1...3),
      linearDamage: figures(0.5...2), quadraticDamage: seed % 3 == 0 ? nil : figures(0...0.1), transport: transport)
  }

  /// What those below do and bear at one setting, from what each party is told to mind.
  private struct Led {
    let base: SpilloverGame
    let parties: [[Int]]
    /// The part of abatement that is paid for.
    let rate: Double
    /// How much a party minds what those outside it bear.
    let weight: Double

    /// What everyone bears, after what is paid for it.
    func costs(_ actions: [Double]) -> [Double] {
      base.players.indices.map { player in
        let paid = base.abatementCost[player] * actions[player] * actions[player] / 2
        return independentCost(of: [player], in: base, doing: actions) - rate * paid
      }
    }

    /// The game as `party` sees it: its first member's cost is all it minds.
    func seen(by party: [Int]) -> RestatedGame {
      RestatedGame(ranges: base.limit.map { 0...$0 }) { actions in
        let borne = costs(actions)
        var minded = [Double](repeating: 0, count: borne.count)
        for (player, cost) in borne.enumerated() { minded[party[0]] += party.contains(player) ? cost : weight * cost }
        return minded
      }
    }

    /// Where parties come to that answer one another in turn; none if they are still moving in the end.
    func answer() -> [Double]? {
      var actions = base.limit.map { _ in 0.0 }
      for _ in 0..<200 {
        let before = actions
        for party in parties { actions = seen(by: party).descent(of: party, from: actions).point }
        if zip(before, actions).allSatisfy({ abs($0 - $1) < 1e-9 }) { return actions }
      }
      return nil
    }
  }

  @Test("holds below a leader with a subsidy or an evaluation, whoever acts as one", arguments: [true, false], 0..<5)
  func leaders(pays: Bool, number: Int) throws {
    var chance = RandomStream(seed: UInt64(number), stream: [61])
    let base = try base(UInt64(number), using: &chance)
    let count = base.players.count
    let weights = (0..<count).map { _ in Double.random(in: 0.5...1.5, using: &chance) }
    let (highest, price) = (pays ? 0.8 : 1, Double.random(in: 0.2...1.4, using: &chance))
    let game =
      pays
      ? try HierarchyGame(
        base: base, leader: "top", weights: weights, subsidyUpTo: highest, costOfFunds: price, accuracy: 1e-4)
      : try HierarchyGame(
        base: base, leader: "top", weights: weights, evaluationUpTo: highest, cost: price, accuracy: 1e-4)
    /// What the lever costs the leader.
    func spent(_ setting: Double, _ actions: [Double]) -> Double {
      guard pays else { return price * setting * setting / 2 }
      return (0..<count).reduce(0) { $0 + price * setting * base.abatementCost[$1] * actions[$1] * actions[$1] / 2 }
    }
    for mask in 0..<(UInt64(1) << UInt64(count + 1)) {
      let coalition = Coalition(mask: mask)
      let members = Array(coalition.removing(count))
      var parties = (0..<count).filter { !members.contains($0) }.map { [$0] }
      if !members.isEmpty { parties.append(members) }
      func led(_ setting: Double) -> Led {
        Led(base: base, parties: parties, rate: pays ? setting : 0, weight: pays ? 0 : setting)
      }
      let counted = coalition.contains(count) ? (0..<count).map { members.contains($0) ? 1.0 : 0 } : weights
      func aim(_ setting: Double, _ actions: [Double]) -> Double {
        zip(counted, led(setting).costs(actions)).reduce(spent(setting, actions)) { $0 + $1.0 * $1.1 }
      }

      let outcome = try game.outcome(agreeing: coalition)
      let setting = try #require(outcome.actions.last)
      let actions = Array(outcome.actions.dropLast())
      let borne = led(setting).costs(actions) + [spent(setting, actions)]
      // 1e-9 of all costs, as for the other families.
      let size = borne.reduce(1) { $0 + abs($1) }
      #expect(zip(borne, outcome.costs).allSatisfy { abs($0 - $1) < 1e-9 * size })
      for party in parties {
        let gain = led(setting).seen(by: party).gain(of: party, in: actions, using: &chance)
        #expect(gain < 1e-9 * size, "\(coalition): \(party) gains \(gain)")
      }
      let now = aim(setting, actions)
      let apart = led(0).costs(try #require(led(0).answer())).reduce(0) { $0 + abs($1) }
      for step in 0...10 {
        let other = highest * Double(step) / 10
        let answer = try #require(led(other).answer())
        // The search stops within 10⁻⁴ of all costs without the lever, as it was asked to.
        #expect(aim(other, answer) >= now - 1e-4 * apart - 1e-9 * size, "\(coalition): \(other) is better")
      }
    }
  }
}
