import Mathematics
import Testing

@Suite struct DrawsTests {
  struct Unlucky: Error, CustomStringConvertible {
    let description: String
  }

  @Test("gives the bits of one point after the other", arguments: [1, 31, 32, 33, 1000])
  func sameAsInTurn(count: Int) throws {
    let sequence = try SobolSequence(dimensions: 5, scrambledBy: 9)
    let draws = try draw(count: count, seed: 9, inputs: 5, outputs: 2) { point in [point[0] / point[4], point[1]] }
    #expect(draws.results.rows == count && draws.refusals.isEmpty)
    for index in 0..<count {
      let point = sequence.point(index)
      #expect(draws.results[index, 0] == point[0] / point[4] && draws.results[index, 1] == point[1])
    }
    #expect(draws.accepted == draws.results)
  }

  @Test("counts refused draws by their reasons and keeps the others")
  func refusedDraws() throws {
    let design = try SobolDesign(count: 200, inputs: 1, seed: 2)
    let draws = draw(design, outputs: 1) { point throws(Unlucky) in
      if point[0] < 0.25 { throw Unlucky(description: "too low") }
      if point[0] > 0.9 { throw Unlucky(description: "too high") }
      return [point[0]]
    }
    let low = (0..<200).filter { design.point($0)[0] < 0.25 }
    let high = (0..<200).filter { design.point($0)[0] > 0.9 }
    #expect(draws.refusals.map(\.reason) == ["too low", "too high"])
    #expect(draws.refusals.map(\.count) == [low.count, high.count])
    #expect(draws.refusals.map(\.first) == [low[0], high[0]])
    #expect(draws.refusedCount == low.count + high.count && draws.accepted.rows == 200 - draws.refusedCount)
    #expect(draws.accepted.elements.allSatisfy { (0.25...0.9).contains($0) })
    #expect((0..<200).allSatisfy { draws.isRefused($0) == draws.results[$0, 0].isNaN })
  }

  @Test("counts refusals together that are called alike")
  func namedAlike() throws {
    let draws = try draw(count: 50, seed: 1, inputs: 1, outputs: 1, naming: { (_: Unlucky) in "unlucky" }) {
      point throws(Unlucky) in throw Unlucky(description: "\(point)")
    }
    #expect(draws.refusals.map(\.reason) == ["unlucky"] && draws.refusedCount == 50 && draws.accepted.rows == 0)
  }

  @Test("refuses to draw nothing", arguments: [0, -3])
  func zeroDraws(count: Int) {
    #expect(throws: SamplingError.noDraws(count)) {
      try draw(count: count, seed: 1, inputs: 1, outputs: 1) { $0 }
    }
  }
}
