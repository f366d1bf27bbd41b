import CollectiveAction
import Sharing
import Testing

@Suite struct TreeGameTests {
  private func randomNetwork(_ seed: UInt64, players: Int) throws -> SpanningTreeGame {
    var chance = SeededChance(seed: seed)
    let n = Int.random(in: 1...players, using: &chance)
    var connections: [SpanningTreeGame.Connection] = []
    for to in 0..<n {
      connections.append(.init(from: nil, to: to, cost: Double(Int.random(in: 0...12, using: &chance)) / 2))
      for from in 0..<to where Bool.random(using: &chance) {
        connections.append(.init(from: from, to: to, cost: Double(Int.random(in: 0...12, using: &chance)) / 2))
      }
    }
    return try SpanningTreeGame(players: (0..<n).map { "t\($0)" }, connections: connections)
  }

  @Test("divides by Bird's rule and by the folk rule within the core", arguments: UInt64(0)..<40)
  func core(seed: UInt64) throws {
    let game = try randomNetwork(seed, players: 6)
    let table = try game.table()
    #expect(game.tree.reduce(0) { $0 + $1.cost } == table.jointWorth)
    #expect(coreMembership(of: game.birdDivision, in: table, tolerance: 0).isMember)
    #expect(coreMembership(of: game.folkDivision, in: table, tolerance: 1e-12).isMember)  // thirds and fifths
  }

  @Test("gives by the folk rule the Shapley value of the irreducible costs", arguments: UInt64(0)..<40)
  func folk(seed: UInt64) throws {
    let game = try randomNetwork(seed, players: 6)
    let irreducible = game.irreducible
    #expect(try irreducible.table().jointWorth == (try game.table().jointWorth))
    for (share, value) in zip(game.folkDivision.shares, shapleyValue(of: try irreducible.table()).shares) {
      #expect(abs(share - value) <= 1e-12)  // sums of 64 fractions
    }
  }

  private func randomTree(_ seed: UInt64) throws -> FixedTreeGame {
    var chance = SeededChance(seed: seed)
    var names = (0..<Int.random(in: 1...7, using: &chance)).map { "u\($0)" }
    var places: [FixedTreeGame.Place] = []
    for index in 0..<Int.random(in: 1...6, using: &chance) {
      let parent = Int.random(in: -1..<max(index, 0), using: &chance)
      let users = names.prefix(Int.random(in: 0...2, using: &chance))
      names.removeFirst(users.count)
      places.append(
        .init(
          parent: parent < 0 ? nil : parent, cost: Double(Int.random(in: 0...15, using: &chance)), users: Array(users)))
    }
    places.append(.init(parent: places.count - 1, cost: 3, users: names.isEmpty ? ["last"] : names))
    return try FixedTreeGame(places: places)
  }

  @Test("gives the Shapley value and the nucleolus of the table of any small tree", arguments: UInt64(0)..<50)
  func trees(seed: UInt64) throws {
    let tree = try randomTree(seed)
    let table = try tree.table()
    let solution = try nucleolus(of: table)
    #expect(solution.verdict == .certified)
    let value = shapleyValue(of: table)
    for index in tree.players.indices {
      #expect(abs(tree.shapleyValue[index] - value[index]) <= 1e-12)  // sums of up to 256 fractions
      #expect(abs(tree.nucleolus[index] - solution.allocation[index]) <= 1e-12)  // rounded once
    }
  }

  @Test("gives an airport's fees where the tree is a line")
  func line() throws {
    let costs = [8.0, 11, 13, 18]
    let steps = zip(costs, [0] + costs).map { $0 - $1 }
    let line = try FixedTreeGame(
      places: steps.enumerated().map { index, step in
        .init(parent: index == 0 ? nil : index - 1, cost: step, users: ["\(index)"])
      })
    let airport = AirportGame(types: costs.map { .init(cost: $0, users: 1) })
    #expect(line.nucleolus.shares == airport.nucleolusFees)
    #expect(line.shapleyValue.shares == airport.shapleyFees)
  }

  @Test func refusesWhatIsNoNetwork() {
    func error(_ connections: [SpanningTreeGame.Connection]) -> String? {
      do throws(StructuredGameError) {
        _ = try SpanningTreeGame(players: ["a", "b", "c"], connections: connections)
      } catch { return "\(error)" }
      return nil
    }
    #expect(
      error([.init(from: nil, to: 0, cost: 1), .init(from: 1, to: 2, cost: 1)])
        == "no path leads from the source to b, c; add a connection, or leave them out")
    #expect(error([.init(from: nil, to: 3, cost: 1)]) == "there is no place 3; use 0 to 2")
    #expect(
      error([.init(from: nil, to: 0, cost: -1)]) == "the cost of a connection of 'a' is -1; give a number from zero up")
    #expect(throws: StructuredGameError.parentNotBefore("a")) {
      try FixedTreeGame(places: [.init(parent: 0, cost: 1, users: ["a"])])
    }
    #expect(
      "\(StructuredGameError.parentNotBefore("a"))"
        == "'a' hangs from a place that does not come before it; list every place after the one it hangs from")
    #expect(throws: StructuredGameError.nobody) { try FixedTreeGame(places: [.init(parent: nil, cost: 1, users: [])]) }
    #expect(throws: StructuredGameError.repeatedPlayer("a")) {
      try FixedTreeGame(places: [.init(parent: nil, cost: 1, users: ["a", "a"])])
    }
  }
}
