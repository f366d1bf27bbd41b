import Mathematics
import Testing

@Suite struct SobolSequenceTests {
  @Test("gives the points of Joe & Kuo's directions in all dimensions", arguments: [0, 1, 2, 3, 4, 7, 12345, 999_999])
  func publishedPoints(index: Int) throws {
    let published = try #require(try SamplingOracle.lines("point \(index)").first)
    let sequence = try SobolSequence(dimensions: SobolSequence.mostDimensions)
    #expect(sequence.point(index) == published)
  }

  @Test("begins as printed by Joe & Kuo")
  func firstPoints() throws {
    let sequence = try SobolSequence(dimensions: 3)
    let points: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375],
    ]
    for (index, point) in points.enumerated() { #expect(sequence.point(index) == point) }
  }

  @Test("puts one of 2ᵐ points into each of as many equal parts of every side", arguments: [nil, 0, 1, 2] as [UInt64?])
  func fillsEverySide(seed: UInt64?) throws {
    let sequence = try seed.map { try SobolSequence(dimensions: 40, scrambledBy: $0) } ?? SobolSequence(dimensions: 40)
    let points = (0..<256).map(sequence.point)
    for dimension in 0..<40 {
      #expect(Set(points.map { Int($0[dimension] * 256) }).count == 256, "dimension \(dimension)")
    }
  }

  @Test("keeps squares of the first two dimensions as even when it is scrambled", arguments: UInt64(0)..<20)
  func scramblingKeepsNets(seed: UInt64) throws {
    let sequence = try SobolSequence(dimensions: 2, scrambledBy: seed)
    for split in 0...6 {
      let (across, up) = (Double(1 << split), Double(1 << (6 - split)))
      let cells = Set((0..<64).map { sequence.point($0) }.map { [Int($0[0] * across), Int($0[1] * up)] })
      #expect(cells.count == 64, "\(across) by \(up)")
    }
  }

  @Test("never gives 0 or 1 when scrambled, and any coordinate in the mean", arguments: [3, 300])
  func scrambledIsUniform(index: Int) throws {
    var sum = 0.0
    for seed in UInt64(0)..<400 {
      let point = try SobolSequence(dimensions: 3, scrambledBy: seed).point(index)
      #expect(point.allSatisfy { $0 > 0 && $0 < 1 })
      sum += point.reduce(0, +)
    }
    // 1 200 uniform numbers: five standard deviations of their mean.
    #expect(abs(sum / 1200 - 0.5) < 5 * (1.0 / 12 / 1200).squareRoot())
  }

  @Test("depends on seed and index alone")
  func randomAccess() throws {
    let one = try SobolSequence(dimensions: 9, scrambledBy: 5)
    let other = try SobolSequence(dimensions: 9, scrambledBy: 5)
    let backwards = (0..<100).reversed().map(other.point)
    for index in 0..<100 { #expect(one.point(index) == backwards[99 - index]) }
    #expect(try SobolSequence(dimensions: 9, scrambledBy: 6).point(0) != one.point(0))
    // A dimension is scrambled by itself: further ones change nothing.
    #expect(try SobolSequence(dimensions: 12, scrambledBy: 5).point(77).prefix(9) == one.point(77)[...])
  }

  @Test("integrates a smooth function far better than independent draws do")
  func integrates() throws {
    let sequence = try SobolSequence(dimensions: 4, scrambledBy: 1)
    func value(_ point: [Double]) -> Double { point.reduce(1) { $0 * (1 + ($1 - 0.5)) } }  // its mean is 1
    let mean = (0..<4096).reduce(0.0) { $0 + value(sequence.point($1)) } / 4096
    // The standard deviation is about 0.63, so independent draws would be off by about 0.01.
    #expect(abs(mean - 1) < 2e-4)
  }

  @Test("refuses more dimensions than there are directions for")
  func refusals() {
    let error = SamplingError.tooManyInputs(338, most: 337)
    #expect(throws: error) { try SobolSequence(dimensions: 338) }
    #expect(
      error.description
        == "338 uncertain inputs; a sample has room for 337, so state some of them as certain")
    #expect(throws: SamplingError.noDraws(0)) { try SobolDesign(count: 0, inputs: 1, seed: 1) }
    #expect(SamplingError.noDraws(0).description == "0 draws; ask for at least 1 and at most 4294967296")
    #expect(throws: SamplingError.tooManyInputs(169, most: 168)) {
      try SaltelliDesign(samples: 1, inputs: 169, seed: 1)
    }
  }
}
