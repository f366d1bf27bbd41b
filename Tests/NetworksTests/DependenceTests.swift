import Mathematics
import Networks
import Testing

@Suite struct DependenceTests {
  @Test("is importance × criticality × share × (1 − substitutability), added over resources")
  func products() throws {
    let dependence = try Dependence(
      players: ["Lund", "Malmö"],
      exchanges: [
        Exchange(
          dependent: "Lund", supplier: "Malmö", resource: "water", importance: 0.5, criticality: 0.8, share: 1,
          substitutability: 0.25),
        Exchange(
          dependent: "Lund", supplier: "Malmö", resource: "jobs", importance: 0.4, criticality: 0.5, share: 0.5,
          substitutability: 0),
        Exchange(
          dependent: "Malmö", supplier: "Lund", resource: "skills", importance: 0.2, criticality: 0.5, share: 1,
          substitutability: 0.5),
      ])
    // 1e-12: sums of three rounded products.
    #expect(abs(dependence[0, 1] - 0.4) < 1e-12)
    #expect(abs(dependence[1, 0] - 0.05) < 1e-12)
    #expect(abs(dependence.mutual(0, 1) - 0.45) < 1e-12)
    #expect(abs(dependence.imbalance(0, 1) - 0.35) < 1e-12)
    #expect(dependence.pairs.map(\.stronger) == [1])
    #expect(abs(dependence.motive(0, 1) - 0.1) < 1e-12)
  }

  @Test("counts a harmful stake and a stake in oneself as no dependence")
  func stakes() throws {
    let dependence = try Dependence(players: ["a", "b"], stakes: Matrix([[9, 0.3], [-0.2, 9]]))
    #expect(dependence.matrix == Matrix([[0, 0.3], [0, 0]]))
    #expect(dependence.power == [0, 0.3])
    #expect(dependence.bargainingWeights() == [0.25, 0.75])
    #expect(dependence.adding(dependence)[0, 1] == 0.6)
  }

  @Test("weighs all equally when nobody depends on anybody")
  func independent() throws {
    let dependence = try Dependence(players: ["a", "b", "c", "d"], exchanges: [])
    #expect(dependence.bargainingWeights(balance: 1) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test("mutual dependence bounds imbalance, and both are the same from either side", arguments: UInt64(0)..<50)
  func symmetry(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 2...8, using: &chance)
    let stakes = Matrix(
      rows: count, columns: count,
      elements: (0..<count * count).map { _ in Double.random(in: -0.5...1, using: &chance) })
    let dependence = try Dependence(players: (0..<count).map { "p\($0)" }, stakes: stakes)
    #expect(dependence.pairs.count == count * (count - 1) / 2)
    for pair in dependence.pairs {
      #expect(pair.imbalance <= pair.mutual)
      #expect(pair.mutual == dependence.mutual(pair.second, pair.first))
      #expect(pair.imbalance == dependence.imbalance(pair.second, pair.first))
    }
    // 1e-12: what adding eight quotients rounds away.
    #expect(abs(dependence.bargainingWeights(balance: 0.3).reduce(0, +) - 1) < 1e-12)
  }

  @Test("refuses what it cannot read, and says what to do")
  func refusals() {
    #expect(throws: NetworkError.repeatedPlayer("a")) { try Dependence(players: ["a", "a"], exchanges: []) }
    #expect(throws: NetworkError.noPlayers) { try Dependence(players: [], exchanges: []) }
    #expect(throws: NetworkError.size(rows: 1, columns: 1, players: 2)) {
      try Dependence(players: ["a", "b"], stakes: Matrix([[0]]))
    }
    #expect(throws: NetworkError.notFinite(from: "a", to: "b")) {
      try Dependence(players: ["a", "b"], stakes: Matrix([[0, .nan], [0, 0]]))
    }
    #expect(throws: NetworkError.outOfRange("share", 1.5, resource: "water")) {
      try Exchange(
        dependent: "a", supplier: "b", resource: "water", importance: 1, criticality: 1, share: 1.5, substitutability: 0
      )
    }
    #expect(throws: NetworkError.sharesAboveOne(player: "a", resource: "water", total: 1.25)) {
      let part = try Exchange(
        dependent: "a", supplier: "b", resource: "water", importance: 1, criticality: 1, share: 0.625,
        substitutability: 0)
      return try Dependence(players: ["a", "b"], exchanges: [part, part])
    }
    #expect(
      NetworkError.outOfRange("share", 1.5, resource: "water").description
        == "the share of 'water' is 1.5; give a number from 0 to 1")
    #expect(
      NetworkError.unknownPlayer("Lnud").description
        == "no player is called 'Lnud'; add it, or correct the name")
    #expect(
      NetworkError.sharesAboveOne(player: "a", resource: "water", total: 1.25).description
        == "'a' gets 1.25 times its 'water' from others; its shares must add up to at most 1")
  }
}

/// The generator of Steele, Lea & Flood (2014), so that a seed names a draw.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
