import Foundation
import Mathematics
import Networks
import Testing

@Suite struct DistanceDecayTests {
  /// Distances of points drawn in a square of side 100.
  private func map(_ count: Int, seed: UInt64) -> Matrix {
    var chance = SplitMix(seed: seed)
    let places = (0..<count).map { _ in
      (Double.random(in: 0...100, using: &chance), Double.random(in: 0...100, using: &chance))
    }
    var distances = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count { distances[i, j] = hypot(places[i].0 - places[j].0, places[i].1 - places[j].1) }
    }
    return distances
  }

  private func network(_ distances: Matrix, _ weight: (Int, Int) -> Double) throws -> TieNetwork {
    var weights = Matrix(rows: distances.rows, columns: distances.rows)
    for i in 0..<distances.rows { for j in 0..<distances.rows where i != j { weights[i, j] = weight(i, j) } }
    return try TieNetwork(players: (0..<distances.rows).map { "p\($0)" }, weights: weights)
  }

  @Test("recovers the decay it was made with, for the region and for each", arguments: UInt64(0)..<30)
  func recovers(seed: UInt64) throws {
    let distances = map(6, seed: seed)
    let decay = 0.002 * Double(seed + 1)
    let found = try DistanceDecay(
      of: network(distances) { 3 * exp(-decay * distances[$0, $1]) }, distances: distances)
    for line in [found.region] + found.ofPlayers {
      let line = try #require(line)
      #expect(abs(line.slope + decay) < 1e-12)  // logarithms of exponentials
      #expect(abs(line.rSquared - 1) < 1e-9)
      #expect(abs(line.intercept - log(3)) < 1e-11)
    }
    #expect(found.region?.count == 30)
    #expect(found.ofPlayers.map { $0?.count } == [Int?](repeating: 10, count: 6))
    #expect(try #require(found.nearness) < 1)
  }

  @Test("tells each player's own decay apart")
  func each() throws {
    let distances = map(5, seed: 4)
    // Player 0 alone minds distance.
    let found = try DistanceDecay(
      of: network(distances) { i, j in i == 0 || j == 0 ? exp(-0.05 * distances[i, j]) : 0.5 }, distances: distances)
    #expect(abs(try #require(found.ofPlayers[0]).slope + 0.05) < 1e-12)
    for other in 1..<5 { #expect(abs(try #require(found.ofPlayers[other]).slope) < 0.05) }
  }

  @Test("finds no decay and no nearness where all ties are alike")
  func alike() throws {
    let distances = map(5, seed: 2)
    let found = try DistanceDecay(of: network(distances) { _, _ in 2 }, distances: distances)
    #expect(abs(try #require(found.region).slope) < 1e-15)
    #expect(abs(try #require(found.nearness) - 1) < 1e-12)  // a mean of twenty
  }

  @Test("counts pairs without a tie in nearness alone")
  func untied() throws {
    let distances = Matrix([[0, 1, 9], [1, 0, 9], [9, 9, 0]])
    let found = try DistanceDecay(of: network(distances) { $0 + $1 == 1 ? 1 : 0 }, distances: distances)
    #expect(found.region == nil)  // two ties, equally far
    #expect(abs(try #require(found.nearness) - 1 / (38.0 / 6)) < 1e-15)
    let empty = try DistanceDecay(of: network(distances) { _, _ in 0 }, distances: distances)
    #expect(empty.nearness == nil)
  }

  @Test("refuses distances that are none")
  func refusals() throws {
    let network = try TieNetwork(players: ["a", "b"], weights: Matrix([[0, 1], [1, 0]]))
    let negative = #expect(throws: NetworkError.distance(from: "a", to: "b", -1)) {
      try DistanceDecay(of: network, distances: Matrix([[0, -1], [1, 0]]))
    }
    #expect(negative?.description == "the distance from 'a' to 'b' is -1.0; give 0 or more")
    #expect(throws: NetworkError.notFinite(from: "b", to: "a")) {
      try DistanceDecay(of: network, distances: Matrix([[0, 1], [.nan, 0]]))
    }
    #expect(throws: NetworkError.size(rows: 1, columns: 1, players: 2)) {
      try DistanceDecay(of: network, distances: Matrix([[0]]))
    }
  }
}
