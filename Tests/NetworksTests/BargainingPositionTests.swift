import Foundation
import Mathematics
import Networks
import Testing

@Suite struct BargainingPositionTests {
  private func exchange(_ from: String, _ to: String, share: Double, resource: String = "water") throws -> Exchange {
    try Exchange(
      dependent: from, supplier: to, resource: resource, importance: 0.5, criticality: 1, share: share,
      substitutability: 0)
  }

  @Test("splits what is left equally where all are alike (Nash 1950)")
  func equal() throws {
    let nobody = try Dependence(players: ["a", "b"], exchanges: [])
    let position = try BargainingPosition(of: nobody, outsideOptions: [4, 0], gain: 10)
    #expect(position.weights == [0.5, 0.5])
    #expect(position.division == [7, 3])
  }

  @Test("gives the larger part of what is left to who has something else")
  func alternative() throws {
    let players = ["a", "b"]
    let mutual = try Dependence(
      players: players,
      exchanges: [
        exchange("a", "b", share: 1), exchange("b", "a", share: 1),
      ])
    let position = try BargainingPosition(of: mutual, outsideOptions: [4, 0], gain: 10, balance: 1)
    // b needs a by 0.5, a needs b by 0.5 · (1 − 4/10) = 0.3.
    #expect(abs(position.weights[0] - 0.5 / 0.8) < 1e-15)
    #expect(abs(position.division[0] - (4 + 6 * 0.625)) < 1e-14)
  }

  @Test("makes the weighted product of gains greatest", arguments: UInt64(0)..<50)
  func nashProduct(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 2...5, using: &chance)
    let stakes = Matrix(
      rows: count, columns: count,
      elements: (0..<count * count).map { _ in Double.random(in: 0...1, using: &chance) })
    let options = (0..<count).map { _ in Double.random(in: -1...2, using: &chance) }
    let gain = options.reduce(0, +) + Double.random(in: 1...10, using: &chance)
    let position = try BargainingPosition(
      of: Dependence(players: (0..<count).map { "p\($0)" }, stakes: stakes), outsideOptions: options, gain: gain)
    func product(_ division: [Double]) -> Double {
      zip(zip(division, options), position.weights).reduce(0) { $0 + $1.1 * log($1.0.0 - $1.0.1) }
    }
    let division = position.division
    #expect(abs(division.reduce(0, +) - gain) < 1e-12)  // sums of some tens
    #expect(zip(division, options).allSatisfy { $0 > $1 })
    for _ in 0..<20 {
      var other = division
      let (from, to) = (Int.random(in: 0..<count, using: &chance), Int.random(in: 0..<count, using: &chance))
      let step = Double.random(in: 0...0.99, using: &chance) * (division[from] - options[from])
      other[from] -= step
      other[to] += step
      #expect(product(other) <= product(division) + 1e-12)  // logarithms near one
    }
  }

  @Test("refuses what cannot be divided")
  func refusals() throws {
    let nobody = try Dependence(players: ["a", "b"], exchanges: [])
    let short = #expect(throws: NetworkError.count(given: 1, players: 2)) {
      try BargainingPosition(of: nobody, outsideOptions: [1], gain: 3)
    }
    #expect(short?.description == "1 outside options for 2 players; give one each")
    let infinite = #expect(throws: NetworkError.outsideOption(of: "b", .infinity)) {
      try BargainingPosition(of: nobody, outsideOptions: [1, .infinity], gain: 3)
    }
    #expect(infinite?.description == "the outside option of 'b' is inf; give a finite number")
    let nothing = #expect(throws: NetworkError.nothingToDivide(gain: 3, apart: 4)) {
      try BargainingPosition(of: nobody, outsideOptions: [1, 3], gain: 3)
    }
    #expect(
      nothing?.description
        == "a deal brings 3.0 and the players have 4.0 without it; a deal must bring as much at least")
  }

  @Test("counts suppliers as the concentration of their shares, its own supply included")
  func concentration() throws {
    let supply = try SupplyConcentration.all(
      players: ["a", "b", "c"],
      exchanges: [
        exchange("a", "b", share: 0.25), exchange("a", "c", share: 0.5),
        exchange("a", "b", share: 0.5, resource: "jobs"),
        exchange("c", "a", share: 1),
      ])
    #expect(supply.map { "\($0.dependent) \($0.resource)" } == ["a jobs", "a water", "c water"])
    #expect(supply[1].suppliers.map(\.name) == ["c", "b"])
    #expect(supply.map(\.concentration) == [0.5, 0.375, 1])
    #expect(supply[2].alternatives == 1)
    #expect(supply[0].ownShare == 0.5)
  }

  @Test("never counts more alternatives than suppliers", arguments: UInt64(0)..<30)
  func alternatives(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 2...6, using: &chance)
    let players = (0...count).map { "p\($0)" }
    let parts = (0..<count).map { _ in Double.random(in: 0.01...1, using: &chance) }
    let total = parts.reduce(0, +) / Double.random(in: 0.5...1, using: &chance)
    let exchanges = try parts.enumerated().map { try exchange("p0", "p\($0.offset + 1)", share: $0.element / total) }
    let supply = try #require(try SupplyConcentration.all(players: players, exchanges: exchanges).first)
    #expect(supply.alternatives >= 1 - 1e-12)
    #expect(supply.alternatives <= Double(count + 1) + 1e-12)
    #expect(supply.suppliers == supply.suppliers.sorted { $0.share > $1.share })
  }
}
