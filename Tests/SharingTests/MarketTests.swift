import CollectiveAction
import Sharing
import Testing

@Suite struct MarketTests {
  private func randomMarket(_ seed: UInt64) throws -> AssignmentGame {
    var chance = SeededChance(seed: seed)
    let (buyers, sellers) = (Int.random(in: 1...4, using: &chance), Int.random(in: 1...4, using: &chance))
    return try AssignmentGame(
      buyers: (0..<buyers).map { "b\($0)" }, sellers: (0..<sellers).map { "s\($0)" },
      surpluses: (0..<buyers).map { _ in
        (0..<sellers).map { _ in Double(max(Int.random(in: -4...20, using: &chance), 0)) / 2 }
      })
  }

  @Test("gives the worth and the value τ of the table of any small market", arguments: UInt64(0)..<60)
  func fairPoint(seed: UInt64) throws {
    let market = try randomMarket(seed)
    let table = try market.table()
    #expect(market.jointWorth == table.jointWorth)
    #expect(market.fairPoint.shares == (try tauValue(of: table)).shares)
  }

  @Test("gives each side at its corner of the core what it adds to all others", arguments: UInt64(0)..<60)
  func corners(seed: UInt64) throws {
    let market = try randomMarket(seed)
    let table = try market.table()
    let all = table.grandCoalition
    for (corner, side) in [
      (market.buyerOptimal, 0..<market.buyers.count),
      (market.sellerOptimal, market.buyers.count..<market.players.count),
    ] {
      #expect(coreMembership(of: corner, in: table, tolerance: 0).isMember)
      for player in side { #expect(corner[player] == table.jointWorth - table[all.removing(player)]) }
    }
  }

  @Test("pairs as Shapley & Shubik (1971) do in their housing market")
  func housing() throws {
    // Sellers ask 18, 15 and 19 thousand; buyers' limits less these prices, where not below zero.
    let market = try AssignmentGame(
      buyers: ["1", "2", "3"], sellers: ["A", "B", "C"],
      surpluses: [[5, 8, 2], [7, 9, 6], [2, 3, 0]])
    #expect(market.jointWorth == 16)
    #expect(market.pairs.map(\.seller) == [1, 2, 0])
    #expect(market.buyerOptimal.shares == [5, 6, 1, 1, 3, 0])
    #expect(market.sellerOptimal.shares == [3, 5, 0, 2, 5, 1])
  }

  @Test("gives arcs of the smallest cut a division in the core, Kalai & Zemel (1982)", arguments: UInt64(0)..<60)
  func flow(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let (owners, nodes) = (Int.random(in: 1...5, using: &chance), Int.random(in: 2...5, using: &chance))
    let arcs = (0..<Int.random(in: 0...9, using: &chance)).map { _ in
      FlowGame.Arc(
        from: Int.random(in: 0..<nodes, using: &chance), to: Int.random(in: 0..<nodes, using: &chance),
        capacity: Double(Int.random(in: 0...20, using: &chance)) / 10, owner: Int.random(in: 0..<owners, using: &chance)
      )
    }
    let game = try FlowGame(
      players: (0..<owners).map { "o\($0)" }, nodeCount: nodes, source: 0, sink: nodes - 1, arcs: arcs)
    let table = try game.table()
    #expect(game.jointWorth == table.jointWorth)
    // No cut is smaller than the flow, and some cut is as small.
    let cuts = (0..<(1 << (nodes - 2))).map { mask in
      arcs.filter { arc in
        func inside(_ node: Int) -> Bool { node == 0 || node != nodes - 1 && mask >> (node - 1) & 1 == 1 }
        return inside(arc.from) && !inside(arc.to)
      }.reduce(0) { $0 + $1.capacity }
    }
    #expect(abs(try #require(cuts.min()) - game.jointWorth) <= 1e-14)  // nine tenths added up
    #expect(coreMembership(of: game.cutDivision, in: table, tolerance: 1e-14).isMember)  // tenths added up
  }

  @Test func refusesWhatIsNoMarketOrFlow() {
    #expect(throws: StructuredGameError.wrongFigure(of: "surplus", at: "x", figure: -1)) {
      try AssignmentGame(buyers: ["a"], sellers: ["x"], surpluses: [[-1]])
    }
    #expect(throws: StructuredGameError.figureCount(of: "rows", given: 0, needed: 1)) {
      try AssignmentGame(buyers: ["a"], sellers: ["x"], surpluses: [])
    }
    #expect(throws: StructuredGameError.repeatedPlayer("a")) {
      try AssignmentGame(buyers: ["a"], sellers: ["a"], surpluses: [[1]])
    }
    #expect(throws: StructuredGameError.nobody) { try AssignmentGame(buyers: [], sellers: ["a"], surpluses: []) }
    #expect(throws: StructuredGameError.sourceIsSink(0)) {
      try FlowGame(players: ["a"], nodeCount: 2, source: 0, sink: 0, arcs: [])
    }
    #expect(throws: StructuredGameError.unknownPlace(2, count: 2)) {
      try FlowGame(players: ["a"], nodeCount: 2, source: 0, sink: 2, arcs: [])
    }
    #expect(throws: StructuredGameError.wrongFigure(of: "capacity of an arc", at: "a", figure: .infinity)) {
      try FlowGame(
        players: ["a"], nodeCount: 2, source: 0, sink: 1, arcs: [.init(from: 0, to: 1, capacity: .infinity, owner: 0)])
    }
    #expect("\(StructuredGameError.sourceIsSink(0))" == "node 0 is both the source and the sink; name two nodes")
  }
}
