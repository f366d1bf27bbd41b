import CollectiveAction
import Mathematics
import Testing

@Suite struct JointFacilityTests {
  static func water() throws -> JointFacility {
    try JointFacility(costs: CoalitionGame(players: ["A", "B", "C"], costs: [0, 20, 10, 24, 30, 45, 40, 48]))
  }

  @Test("bills members in proportion to their costs alone, and outsiders for their own")
  func bills() throws {
    let water = try Self.water()
    let pair = try water.outcome(agreeing: Coalition([0, 1]))
    #expect(pair == Outcome(actions: [1, 1, 0], costs: [16, 8, 30], isUnique: true))
    #expect(try water.outcome(agreeing: .grand(of: 3)).costs == [16, 8, 24])
    #expect(water.contributions(in: pair) == [16, 8, 0])
    #expect((0..<3).map { water.costOfDefecting($0, from: pair) } == [0, 0, 30])
  }

  @Test("is the same whether nobody agrees or one agrees with itself")
  func single() throws {
    let water = try Self.water()
    #expect(try water.outcome(agreeing: .single(1)) == water.outcome(agreeing: .empty))
    #expect(try water.outcome(agreeing: .empty).costs == [20, 10, 30])
  }

  @Test("counts half of a pair's saving as the stake of each in the other")
  func stakes() throws {
    // A and B save 6, A and C save 5, B and C save nothing.
    #expect(try Self.water().stakes(of: 0) == [0, 3.0 / 20, 2.5 / 20])
    #expect(try Self.water().stakes(of: 1) == [3.0 / 10, 0, 0])
  }

  @Test("gives its table under both conventions")
  func conventions() throws {
    let water = try Self.water()
    #expect(try water.coalitionGame(.gamma) == water.costs)
    #expect(try water.coalitionGame(.alpha) == water.costs)
  }

  @Test("shares equally among those who would pay nothing alone")
  func nothingAlone() throws {
    let facility = try JointFacility(costs: CoalitionGame(players: ["a", "b"], costs: [0, 0, 0, 4]))
    #expect(try facility.outcome(agreeing: .grand(of: 2)).costs == [2, 2])
    #expect(try facility.stakes(of: 0) == [0, 0])
  }

  @Test("works its table out from a cost function worked by hand")
  func fromFunction() throws {
    // A line of three places 3 and 4 km apart: loads 4, 5 and 16, exponent one half.
    let cost = try FacilityCost(
      loads: [4, 5, 16], fixed: 1, scale: 2, exponent: 0.5, pipelinePerKilometre: 0.25,
      distances: Matrix([[0, 3, 7], [3, 0, 4], [7, 4, 0]]))
    let facility = try JointFacility(players: ["a", "b", "c"], cost: cost)
    let worths = facility.costs.worths
    #expect(worths[0] == 0)
    #expect(worths[1] == 1 + 2 * 2)
    #expect(abs(worths[3] - (1 + 2 * 3 + 0.25 * 3)) < 1e-14)  // one power, rounded
    #expect(abs(worths[7] - (1 + 2 * 5 + 0.25 * 7)) < 1e-14)
  }

  @Test("joins places by a tree no longer than any other", arguments: UInt64(0)..<20)
  func shortestTree(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let count = 4
    var distances = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<i {
        distances[i, j] = chance.uniform()
        distances[j, i] = distances[i, j]
      }
    }
    let cost = try FacilityCost(
      loads: [1, 1, 1, 1], scale: 1, exponent: 1, pipelinePerKilometre: 1, distances: distances)
    // Every tree on four places, as sets of three of the six edges that join them all.
    let edges = (0..<count).flatMap { i in (0..<i).map { (i, $0) } }
    var least = Double.infinity
    for set in 0..<64 where set.nonzeroBitCount == 3 {
      var group = Array(0..<count)
      var length = 0.0
      for (index, edge) in edges.enumerated() where set >> index & 1 == 1 {
        length += distances[edge.0, edge.1]
        let (from, to) = (group[edge.0], group[edge.1])
        for place in group.indices where group[place] == from { group[place] = to }
      }
      if Set(group).count == 1 { least = min(least, length) }
    }
    #expect(abs(cost.networkLength(of: .grand(of: count)) - least) < 1e-14)  // sums of three
  }

  @Test("refuses what is no cost")
  func refusals() throws {
    #expect(
      throws: DilemmaError.invalid("a joint facility is given by what coalitions pay, not by what they get; give costs")
    ) { try JointFacility(costs: CoalitionGame(players: ["a"], surpluses: [0, 1])) }
    #expect(throws: DilemmaError.invalid("the cost of {a, b} is -1.0; give 0 or more")) {
      try JointFacility(costs: CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, -1]))
    }
    #expect(throws: DilemmaError.invalid("the exponent of the cost is 1.5; give a number above 0, at most 1")) {
      try FacilityCost(loads: [1], scale: 1, exponent: 1.5)
    }
    #expect(throws: DilemmaError.invalid("the load of 'player 2' is -1.0; give a finite number, 0 or more")) {
      try FacilityCost(loads: [1, -1], scale: 1, exponent: 1)
    }
    #expect(
      throws: DilemmaError.invalid(
        "the pipeline has a cost per kilometre but there are no distances; give both or neither")
    ) { try FacilityCost(loads: [1, 1], scale: 1, exponent: 1, pipelinePerKilometre: 1) }
    #expect(
      throws: DilemmaError.invalid(
        "the distance from player 1 to player 2 is 1.0; give 0 or more, the same both ways, and 0 from a place to itself"
      )
    ) { try FacilityCost(loads: [1, 1], scale: 1, exponent: 1, distances: Matrix([[0, 1], [2, 0]])) }
    let one = try FacilityCost(loads: [1], scale: 1, exponent: 1)
    #expect(throws: DilemmaError.invalid("1 loads for 2 players; give one each")) {
      try JointFacility(players: ["a", "b"], cost: one)
    }
  }
}
