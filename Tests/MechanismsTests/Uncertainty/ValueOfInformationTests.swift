import Mathematics
import Mechanisms
import Testing

@Suite struct ValueOfInformationTests {
  /// What is gained in the mean by acting only where `mean` + `deviation`·θ is above zero, θ standard normal.
  private static func gain(mean: Double, deviation: Double) -> Double {
    guard deviation > 0 else { return 0 }
    let ratio = mean / deviation
    return mean * StandardNormal.cumulative(ratio) + deviation * StandardNormal.density(ratio) - max(mean, 0)
  }

  @Test(
    "finds the closed form of one option that is linear in normal inputs",
    arguments: [(0.2, [1, 0.5, 0]), (-0.6, [0.3, 1, 0.1]), (0, [1, 1, 1]), (2, [1, 0.2, 0])] as [(Double, [Double])])
  func linear(mean: Double, slopes: [Double]) throws {
    let draws = try draw(count: 16_384, seed: 11, inputs: 3, outputs: 4) { point in
      let inputs = point.map(StandardNormal.quantile)
      return inputs + [zip(slopes, inputs).reduce(mean) { $0 + $1.0 * $1.1 }]
    }
    let inputs = Matrix((0..<16_384).map { row in (0..<3).map { draws.results[row, $0] } })
    let gains = Matrix((0..<16_384).map { [draws.results[$0, 3]] })
    let values = try valuesOfInformation(about: inputs, options: ["act"], netGains: gains)
    let all = slopes.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for (value, slope) in zip(values, slopes) {
      let exact = Self.gain(mean: mean, deviation: slope)
      // 25 parts: each misses about slope²/(8·25²) near the switch, and the halves of 320 draws choose wrongly where
      // little is at stake; both stay below one hundredth of the deviation.
      let bias = 0.01 * all
      #expect(abs(value.value.value - exact) <= 2 * value.value.standardError + bias)
      #expect(value.atMost >= value.value.value - bias && abs(value.atMost - exact) <= 2 * bias)
      #expect(value.parts == 25)
    }
    let decision = try DecisionUnderUncertainty(options: ["act"], netGains: gains)
    #expect(values.allSatisfy { $0.value.value <= decision.perfectInformation.value + 1e-12 })
  }

  @Test("chooses between two options that an input parts")
  func twoOptions() throws {
    // Option a gains 1 + θ₁ + θ₂, option b 1 − θ₁: they differ by 2θ₁ + θ₂, both are well above acting alone.
    let draws = try draw(count: 16_384, seed: 2, inputs: 2, outputs: 4) { point in
      let (one, other) = (StandardNormal.quantile(point[0]), StandardNormal.quantile(point[1]))
      return [one, other, 10 + one + other, 10 - one]
    }
    let rows = (0..<16_384).map { row in (0..<4).map { draws.results[row, $0] } }
    let values = try valuesOfInformation(
      about: Matrix(rows.map { Array($0[..<2]) }), options: ["a", "b"], netGains: Matrix(rows.map { Array($0[2...]) }))
    // E max(0, dθ) = d/√(2π).
    let root = (2 * Double.pi).squareRoot()
    #expect(abs(values[0].value.value - 2 / root) < 0.02)  // the standard error is about 0.01
    #expect(abs(values[1].value.value - 1 / root) < 0.03)  // about 0.015
  }

  @Test("is what the cells of a table tell when an input takes few values")
  func discrete() throws {
    // Acting gains 3 or loses 1 by the input, and the other input is the toss of a coin that changes nothing.
    let inputs = Matrix((0..<400).map { [Double($0 % 4 / 2), Double($0 % 2)] })
    let gains = Matrix((0..<400).map { [$0 % 4 / 2 == 0 ? -1 : 3] })
    let values = try valuesOfInformation(about: inputs, options: ["act"], netGains: gains)
    #expect(values[0].parts == 2 && values[1].parts == 2)
    #expect(values[0].value.value == 0.5 && values[0].atMost == 0.5)  // half of the draws spare a loss of 1
    #expect(values[1].value.value == 0 && values[1].atMost == 0)
  }

  @Test("is worth nothing to learn what does not vary or does not matter", arguments: UInt64(0)..<20)
  func irrelevant(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let gains = Matrix((0..<2000).map { _ in [0.05 + StandardNormal.quantile(chance.openUniform())] })
    let inputs = Matrix((0..<2000).map { _ in [7, chance.uniform()] })
    let values = try valuesOfInformation(about: inputs, options: ["act"], netGains: gains)
    #expect(values[0].value.value == 0 && values[0].atMost == 0 && values[0].parts == 1)
    // Chance alone: three standard errors of a choice, and the upper figure is above the lower.
    #expect(values[1].value.value <= 3 * values[1].value.standardError)
    #expect(values[1].atMost >= values[1].value.value)
  }

  @Test("gives a standard error that holds, and bounds that hold the truth between them")
  func bounds() throws {
    let exact = Self.gain(mean: 0.3, deviation: 0.8)
    var (low, high, squares) = (0.0, 0.0, 0.0)
    var errors = 0.0
    let repeats = 120
    for seed in UInt64(0)..<UInt64(repeats) {
      var chance = RandomStream(seed: seed)
      var (inputs, gains) = ([[Double]](), [[Double]]())
      for _ in 0..<1000 {
        let input = StandardNormal.quantile(chance.openUniform())
        inputs.append([input])
        gains.append([0.3 + 0.8 * input + 0.6 * StandardNormal.quantile(chance.openUniform())])
      }
      let value = try valuesOfInformation(about: Matrix(inputs), options: ["act"], netGains: Matrix(gains))[0]
      low += value.value.value / Double(repeats)
      high += value.atMost / Double(repeats)
      squares += (value.value.value - exact) * (value.value.value - exact) / Double(repeats)
      errors += value.value.standardError / Double(repeats)
    }
    // The mean over 120 sets of draws has a tenth of the error of one.
    #expect(low < exact + errors / 5 && high > exact - errors / 5 && low < high)
    #expect(abs(low - exact) < errors / 2 && abs(high - exact) < errors / 2)
    #expect((0.7...1.4).contains(squares.squareRoot() / errors))
  }

  @Test("refuses inputs that do not fit the draws")
  func refusals() {
    let gains = Matrix([[1], [2]])
    #expect(throws: DecisionError.inputCount(given: 1, draws: 2)) {
      try valuesOfInformation(about: Matrix([[1]]), options: ["a"], netGains: gains)
    }
    #expect(throws: DecisionError.inputNotFinite(draw: 1)) {
      try valuesOfInformation(about: Matrix([[1], [.nan]]), options: ["a"], netGains: gains)
    }
  }
}
