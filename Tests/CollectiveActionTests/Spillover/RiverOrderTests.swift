import CollectiveAction
import Mathematics
import Testing

@Suite struct RiverOrderTests {
  static func river(_ seed: UInt64, isLinear: Bool = false) throws -> SpilloverGame {
    var chance = RandomStream(seed: seed, stream: [11])
    let count = 2 + Int(chance.next() % 4)
    func figures(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * chance.uniform() }
    }
    return try SpilloverGame.river(
      players: (0..<count).map { "p\($0)" }, baseline: figures(2, 12), abatementCost: figures(0.5, 3),
      linearDamage: figures(0.1, 2), quadraticDamage: isLinear ? nil : figures(0, 0.3), felt: figures(0.5, 1),
      passing: (1..<count).map { _ in chance.uniform() })
  }

  @Test("lets what passes two reaches shrink twice, and nothing flow upstream")
  func transport() throws {
    let river = try SpilloverGame.river(
      players: ["a", "b", "c"], baseline: [1, 1, 1], abatementCost: [1, 1, 1], linearDamage: [1, 1, 1],
      felt: [1, 2, 1], passing: [0.5, 0.25])
    #expect(river.transport == Matrix([[1, 0.5, 0.125], [0, 2, 0.5], [0, 0, 1]]))
  }

  @Test("charges each what it adds to those above it, worked by hand")
  func byHand() throws {
    // Alone a abates 1 and bears ½ + 9. Both: a abates 1 + ½·3 = 2.5, b abates 3 at cost 2, as it would alone.
    let river = try SpilloverGame.river(
      players: ["a", "b"], baseline: [10, 6], abatementCost: [1, 2], linearDamage: [1, 3], passing: [0.5])
    let costs = try river.downstreamIncrementalCosts()
    // b alone abates 1.5. Together: 3.125 + 7.5 for a; 2.25 + 3(4.5 + ½·7.5) for b.
    expect(costs, [9.5, 3.125 + 7.5 + 2.25 + 24.75 - 9.5])
  }

  @Test(
    "charges no coalition more than apart, and none less than if the others let nothing in", arguments: UInt64(0)..<60)
  func bothBounds(seed: UInt64) throws {
    // Steinmann & Winkler (2019), whose proof covers any convex harm; here with linear and with quadratic.
    let river = try Self.river(seed, isLinear: seed % 2 == 0)
    let costs = try river.downstreamIncrementalCosts()
    let gamma = try river.coalitionGame(.gamma)
    #expect(abs(costs.reduce(0, +) - gamma.jointWorth) < 1e-11 * gamma.jointWorth)  // a sum of differences
    for coalition in gamma.coalitions {
      let share = coalition.reduce(0) { $0 + costs[$1] }
      #expect(share <= gamma[coalition] + 1e-9 * gamma[coalition], "\(coalition)")  // rounding of sums
      let clean = try SpilloverGame(
        players: river.players, baseline: river.players.indices.map { coalition.contains($0) ? river.baseline[$0] : 0 },
        abatementCost: river.abatementCost, linearDamage: river.linearDamage,
        quadraticDamage: river.quadraticDamage, transport: river.transport)
      let outcome = try clean.outcome(agreeing: coalition)
      let aspired = coalition.reduce(0) { $0 + outcome.costs[$1] }
      #expect(share >= aspired - 1e-9 * max(1, aspired), "\(coalition)")
    }
  }

  @Test("leaves the first so many the same costs whatever those below do", arguments: UInt64(0)..<20)
  func upstreamIsIndependent(seed: UInt64) throws {
    let river = try Self.river(seed)
    let (alpha, delta) = (try river.coalitionGame(.alpha), try river.coalitionGame(.delta))
    for count in 1...river.players.count {
      let first = Coalition.grand(of: count)
      #expect(abs(alpha[first] - delta[first]) < 1e-11 * alpha[first])  // sums in another order
    }
  }

  @Test("refuses a river that is none, naming reach and remedy")
  func refusals() {
    func river(passing: [Double], felt: [Double]? = nil, players: [String] = ["a", "b"]) throws(DilemmaError) {
      _ = try SpilloverGame.river(
        players: players, baseline: [1, 1], abatementCost: [1, 1], linearDamage: [1, 1], felt: felt, passing: passing)
    }
    for (why, attempt) in [
      ("2 parts that pass between 2 players along a river; give 1", { try river(passing: [1, 1]) }),
      ("the part that passes from 'a' to 'b' is 1.5; give 0 to 1", { try river(passing: [1.5]) }),
      ("the part that passes from 'a' to 'b' is nan; give 0 to 1", { try river(passing: [.nan]) }),
      ("the part that passes from 'a' to 'b' is -0.1; give 0 to 1", { try river(passing: [-0.1]) }),
      (
        "the weight where it enters of 'b' is -1.0; give a finite number, 0 or more",
        { try river(passing: [1], felt: [1, -1]) }
      ),
      ("a problem has 1 to 63 players, not 0", { try river(passing: [], players: []) }),
    ] as [(String, () throws -> Void)] {
      #expect(throws: DilemmaError.invalid(why)) { try attempt() }
    }
  }
}
