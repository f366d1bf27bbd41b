import Mathematics
import Testing

@Suite struct SobolIndicesTests {
  static func ishigami(_ unit: [Double]) -> Double {
    let x = unit.map { Double.pi * (2 * $0 - 1) }
    return sine(x[0]) + 7 * sine(x[1]) * sine(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sine(x[0])
  }

  /// By its series, whose terms beyond the twentieth are below 1e-20 up to π.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for number in 1..<20 {
      term *= -x * x / Double(2 * number * (2 * number + 1))
      sum += term
    }
    return sum
  }

  @Test(
    "agrees with SALib on the same results",
    arguments: [("ishigami", 3), ("table", 5), ("appraisal", 6)], [false, true])
  func agreesWithSALib(model: (name: String, inputs: Int), pairs: Bool) throws {
    let label = "\(model.name) \(pairs ? "with" : "without") pairs"
    func line(_ key: String) throws -> [Double] { try #require(try SamplingOracle.lines("\(label): \(key)").first) }
    let indices = try SobolIndices(
      of: line("results"), inputs: model.inputs, pairs: pairs, resamples: 2000, seed: 3)
    #expect(indices.samples == 64 && indices.leftOut == 0)
    // The same means of the same numbers, added up in another order.
    func agree(_ found: [SobolIndices.Estimate], _ key: String) throws {
      let theirs = try line(key)
      #expect(found.count == theirs.count)
      for (own, other) in zip(found, theirs) { #expect(abs(own.value - other) < 1e-12, "\(label) \(key)") }
      // Other resamples: a standard deviation from 2 000 is known to 1.6 %, theirs from 4 000 to 1.1 %; five times both.
      for (own, other) in zip(found, try line("\(key)_conf")) {
        #expect(abs(own.halfWidth - other) <= 0.1 * other, "\(label) \(key)")
      }
    }
    try agree(indices.first, "S1")
    try agree(indices.total, "ST")
    if pairs { try agree(indices.pairs.map(\.share), "S2") } else { #expect(indices.pairs.isEmpty) }
  }

  @Test("finds the indices of Ishigami's function, known in closed form", arguments: UInt64(0)..<5)
  func closedForm(seed: UInt64) throws {
    let design = try SaltelliDesign(samples: 2048, inputs: 3, pairs: true, seed: seed)
    let draws = draw(design, outputs: 1) { [Self.ishigami($0)] }
    let indices = try SobolIndices(of: draws.results.elements, inputs: 3, pairs: true, seed: seed)
    // V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 with a = 7, b = 0.1 (Ishigami & Homma 1990).
    let (p4, p8) = (97.40909103400244, 9488.531016070574)
    let variance = 49.0 / 8 + 0.1 * p4 / 5 + 0.01 * p8 / 18 + 0.5
    let first = (1 + 0.1 * p4 / 5) * (1 + 0.1 * p4 / 5) / 2 / variance
    let together = 0.01 * p8 * (1.0 / 18 - 1.0 / 50) / variance
    let second = 49.0 / 8 / variance
    // The half widths are those of independent samples; Sobol's are closer, and twice the half width is safe.
    for (found, exact) in zip(indices.first + indices.total, [first, second, 0, first + together, second, together]) {
      #expect(abs(found.value - exact) < 2 * found.halfWidth + 1e-3)
      #expect(found.halfWidth < 0.12)
    }
    for pair in indices.pairs {
      let exact = pair.first == 0 && pair.second == 2 ? together : 0
      #expect(abs(pair.share.value - exact) < 2 * pair.share.halfWidth)
    }
  }

  @Test("orders the points of a design as A, A with one from B, B with one from A, B")
  func designOrder() throws {
    let design = try SaltelliDesign(samples: 3, inputs: 2, pairs: true, seed: 4)
    let sequence = try SobolSequence(dimensions: 4, scrambledBy: 4)
    #expect(design.count == 18 && design.sampleSize == 6)
    for sample in 0..<3 {
      let x = sequence.point(sample)
      let points = (0..<6).map { design.point(6 * sample + $0) }
      #expect(
        points == [[x[0], x[1]], [x[2], x[1]], [x[0], x[3]], [x[0], x[3]], [x[2], x[1]], [x[2], x[3]]])
    }
    let single = try SaltelliDesign(samples: 1, inputs: 2, seed: 4)
    let x = sequence.point(0)
    #expect((0..<single.count).map(single.point) == [[x[0], x[1]], [x[2], x[1]], [x[0], x[3]], [x[2], x[3]]])
  }

  @Test("inputs moved as one share what they make alone and together")
  func groups() throws {
    let design = try SaltelliDesign(samples: 2048, groups: [1, 2], seed: 5)
    #expect(design.inputs == 3 && design.groups == 2 && design.sampleSize == 4 && design.count == 4 * 2048)
    let x = try SobolSequence(dimensions: 6, scrambledBy: 5).point(1)
    #expect(
      (4..<8).map(design.point) == [[x[0], x[1], x[2]], [x[3], x[1], x[2]], [x[0], x[4], x[5]], [x[3], x[4], x[5]]])
    // y = x₁ + 2x₂ + 3x₃ + x₂x₃ on the unit cube: variances 1/12 for x₁; 4/12 + 9/12 + 1/144 + the terms that the
    // means of x₂ and x₃ bring, (2 + ½)² and (3 + ½)² in place of 4 and 9.
    let draws = draw(design, outputs: 1) { [$0[0] + 2 * $0[1] + 3 * $0[2] + $0[1] * $0[2]] }
    let indices = try SobolIndices(of: draws.results.elements, inputs: 2, seed: 5)
    let (alone, together) = (1.0 / 12, (6.25 + 12.25) / 12 + 1.0 / 144)
    // Twice the half width of independent samples, as for Ishigami's function.
    for (found, exact) in zip(indices.first + indices.total, [alone, together, alone, together]) {
      #expect(abs(found.value - exact / (alone + together)) < 2 * found.halfWidth + 1e-3)
    }
  }

  @Test("leaves out samples one of whose points was refused")
  func leavesOut() throws {
    let results = try #require(try SamplingOracle.lines("table without pairs: results").first)
    var holed = results
    holed[3] = .nan
    holed[7 * 10 + 6] = .infinity
    let kept = Array(results[7..<70] + results[77...])
    let indices = try SobolIndices(of: holed, inputs: 5, seed: 1)
    #expect(indices.leftOut == 2 && indices.samples == 62)
    #expect(indices.first == (try SobolIndices(of: kept, inputs: 5, seed: 1)).first)
  }

  @Test("is zero where nothing varies, and refuses what is no whole sample")
  func degenerate() throws {
    let constant = try SobolIndices(of: [Double](repeating: 0.1, count: 40), inputs: 3, seed: 1)
    #expect((constant.first + constant.total).allSatisfy { $0.value == 0 && $0.halfWidth == 0 })
    #expect(throws: SamplingError.outputCount(7, sampleSize: 5)) {
      try SobolIndices(of: [1, 2, 3, 4, 5, 6, 7], inputs: 3, seed: 1)
    }
    #expect(throws: SamplingError.nothingComplete(samples: 1)) {
      try SobolIndices(of: [1, .nan, 3, 4, 5], inputs: 3, seed: 1)
    }
    #expect(
      SamplingError.nothingComplete(samples: 1).description
        == "none of 1 samples has a result for each of its points; look at why points were refused")
    #expect(
      SamplingError.outputCount(7, sampleSize: 5).description
        == "7 results where each sample gives 5; give a result for every point of the design")
  }
}
