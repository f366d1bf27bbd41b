import Foundation
import Mathematics
import Negotiations
import Testing

@Suite struct PairwiseMatrixTests {
  @Test("gives the weights quoted for Saaty's choice of a school (1980)")
  func school() throws {
    // Matrix and weights as the literature quotes them; not held against a printed copy.
    let matrix = try PairwiseMatrix([
      [1, 4, 3, 1, 3, 4], [1 / 4, 1, 7, 3, 1 / 5, 1], [1 / 3, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 6],
      [1, 1 / 3, 5, 1, 1, 1 / 3], [1 / 3, 5, 5, 1, 1, 3], [1 / 4, 1, 6, 3, 1 / 3, 1],
    ])
    for (weight, printed) in zip(matrix.weights, [0.32, 0.14, 0.03, 0.13, 0.24, 0.14]) {
      #expect(abs(weight - printed) <= 0.005 + 1e-9)  // quoted to two places
    }
  }

  @Test("three things have a closed form", arguments: UInt64(0)..<50)
  func closedForm(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let (a, b, c) = (exp(2 * chance.uniform()), exp(2 * chance.uniform() - 1), exp(2 * chance.uniform()))
    let matrix = try PairwiseMatrix([[1, a, b], [1 / a, 1, c], [1 / b, 1 / c, 1]])
    // λ = 1 + t + 1/t with t³ = b/(ac), and the weights are the geometric means of the rows.
    let t = cbrt(b / (a * c))
    #expect(abs(matrix.principalEigenvalue - (1 + t + 1 / t)) < 1e-10)
    let means = [cbrt(a * b), cbrt(c / a), cbrt(1 / (b * c))]
    for (weight, mean) in zip(matrix.weights, means) {
      #expect(abs(weight - mean / means.reduce(0, +)) < 1e-10)
    }
  }

  @Test("judgements that go round in a circle of huge ratios have a closed form too", arguments: [1.0, 1e3, 1e20])
  func hugeCircles(size: Double) throws {
    let (a, b, c) = (1e6 * size, 1e-6 / size, 2e6 * size)
    let matrix = try PairwiseMatrix([[1, a, b], [1 / a, 1, c], [1 / b, 1 / c, 1]])
    // The geometric means of the rows: 1, 2 and 1/2 to the third root or 0.327, 0.413, 0.260.
    let means = [cbrt(a * b), cbrt(c / a), cbrt(1 / (b * c))]
    for (weight, mean) in zip(matrix.weights, means) {
      #expect(abs(weight - mean / means.reduce(0, +)) < 1e-12)
    }
    let t = cbrt(b / (a * c))
    #expect(abs(matrix.principalEigenvalue / (1 + t + 1 / t) - 1) < 1e-12)
  }

  @Test("weights are the eigenvector, whatever the judgements", arguments: UInt64(0)..<50)
  func eigenvector(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [1])
    let count = 4 + Int(seed % 9)
    var ratios = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
    for row in 0..<count {
      for column in 0..<row {
        ratios[row][column] = exp(Double(seed) * (chance.uniform() - 0.5))
        ratios[column][row] = 1 / ratios[row][column]
      }
    }
    let matrix = try PairwiseMatrix(ratios)
    #expect(abs(matrix.weights.reduce(0, +) - 1) < 1e-14)
    for (row, weight) in zip(ratios, matrix.weights) {
      let image = zip(row, matrix.weights).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(image / (matrix.principalEigenvalue * weight) - 1) < 1e-12)  // sums of a dozen products
    }
  }

  @Test func consistentJudgementsGiveTheirWeights() throws {
    let weights = [0.5, 0.3, 0.15, 0.05]
    let matrix = try PairwiseMatrix(weights.map { own in weights.map { own / $0 } })
    for (weight, wanted) in zip(matrix.weights, weights) { #expect(abs(weight - wanted) < 1e-12) }
    #expect(abs(matrix.consistencyRatio ?? 1) < 1e-12)
    #expect(matrix.cycles.isEmpty)
    #expect(
      matrix.swings.map(\.description) == [
        "issue 1 swings \(100 * matrix.weights[1] / matrix.weights[0]) of issue 0's 100",
        "issue 2 swings \(100 * matrix.weights[2] / matrix.weights[0]) of issue 0's 100",
        "issue 3 swings \(100 * matrix.weights[3] / matrix.weights[0]) of issue 0's 100",
      ])
  }

  @Test func namesCircles() throws {
    let circle = try PairwiseMatrix([[1, 2, 0.5], [0.5, 1, 2], [2, 0.5, 1]])
    #expect(circle.cycles == [[0, 1, 2]])
    let other = try PairwiseMatrix([[1, 0.5, 2], [2, 1, 0.5], [0.5, 2, 1]])
    #expect(other.cycles == [[0, 2, 1]])
    for weight in circle.weights { #expect(abs(weight - 1.0 / 3) < 1e-12) }
    // λ = 1 + 2 + 1/2, so (3.5 − 3)/2/0.58.
    #expect(abs((circle.consistencyRatio ?? 0) - 0.25 / 0.58) < 1e-9)
  }

  @Test func twoThingsAlwaysFit() throws {
    #expect(try PairwiseMatrix([[1, 4], [0.25, 1]]).consistencyRatio == 0)
    #expect(try PairwiseMatrix((0..<16).map { _ in (0..<16).map { _ in 1 } }).consistencyRatio == nil)
  }

  @Test func refusesWhatCompareNothing() {
    #expect(throws: ElicitationError.matrixShape(rows: 1, columns: 1)) { try PairwiseMatrix([[1]]) }
    #expect(throws: ElicitationError.matrixShape(rows: 2, columns: 3)) { try PairwiseMatrix([[1, 2], [1, 2, 3]]) }
    #expect(throws: ElicitationError.ratio(row: 0, column: 1, 0)) { try PairwiseMatrix([[1, 0], [1, 1]]) }
    #expect(throws: ElicitationError.notReciprocal(row: 0, column: 1, 2, mirror: 1)) {
      try PairwiseMatrix([[1, 2], [1, 1]])
    }
    #expect(throws: ElicitationError.notReciprocal(row: 0, column: 0, 2, mirror: 2)) {
      try PairwiseMatrix([[2, 2], [0.5, 1]])
    }
  }
}
