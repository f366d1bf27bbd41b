import Mathematics
import Testing

@Suite struct QuadraticMaximumTests {
  /// A quadratic that bends both ways, over a box.
  private static func random(seed: UInt64, most: Int) -> (Matrix, [Double], [Double], [Double]) {
    var chance = RandomStream(seed: seed, stream: [6])
    let count = 1 + Int(chance.next() % UInt64(most))
    var curvature = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for k in 0...i {
        curvature[i, k] = 4 * chance.uniform() - 2
        curvature[k, i] = curvature[i, k]
      }
    }
    let lower = (0..<count).map { _ in 2 * chance.uniform() - 1 }
    return (
      curvature, (0..<count).map { _ in 4 * chance.uniform() - 2 }, lower, lower.map { $0 + 2 * chance.uniform() }
    )
  }

  @Test("finds the greatest of all points at which no coordinate alone can rise", arguments: UInt64(0)..<150)
  func agreesWithFaces(seed: UInt64) throws {
    let (curvature, slope, lower, upper) = Self.random(seed: seed, most: 5)
    let maximum = try QuadraticMaximum(curvature: curvature, slope: slope, lower: lower, upper: upper)
    #expect(maximum.isProven && maximum.upperBound >= maximum.value)
    // The best point meets the first-order conditions, so it is the best of those that do.
    let conditions = try BoxedComplementarity(
      matrix: Matrix(rows: slope.count, columns: slope.count, elements: curvature.elements.map { -$0 }),
      constant: slope.map { -$0 }, lower: lower, upper: upper)
    let values = BoxedComplementarityTests.solutionsByFaces(conditions).map { value(curvature, slope, $0) }
    let best = try #require(values.max())
    #expect(abs(maximum.value - best) <= 1e-7)  // what the search and the faces are solved to
    #expect(abs(maximum.value - value(curvature, slope, maximum.point)) < 1e-12)
  }

  @Test("never tells a bound below a value", arguments: UInt64(0)..<30)
  func boundsHold(seed: UInt64) throws {
    let (curvature, slope, lower, upper) = Self.random(seed: seed, most: 10)
    let maximum = try QuadraticMaximum(
      curvature: curvature, slope: slope, lower: lower, upper: upper, mostBoxes: 1 + Int(seed % 6))
    var chance = RandomStream(seed: seed, stream: [7])
    for _ in 0..<300 {
      let point = zip(lower, upper).map { low, high in
        chance.uniform() < 0.3 ? low : chance.uniform() < 0.4 ? high : low + (high - low) * chance.uniform()
      }
      #expect(value(curvature, slope, point) <= maximum.upperBound + maximum.rounding)
    }
  }

  @Test("looks at one box where the quadratic is concave")
  func concave() throws {
    let maximum = try QuadraticMaximum(
      curvature: Matrix([[-2, 1], [1, -2]]), slope: [1, 4], lower: [0, 0], upper: [5, 5])
    #expect(maximum.boxes == 1 && maximum.isProven)
    #expect(abs(maximum.point[0] - 2) < 1e-14 && abs(maximum.point[1] - 3) < 1e-14)
    #expect(abs(maximum.value - 7) < 1e-13)
  }

  @Test("goes to the corner where two factors are greatest")
  func product() throws {
    let maximum = try QuadraticMaximum(
      curvature: Matrix([[0, 1], [1, 0]]), slope: [-0.25, 0], lower: [0, 0], upper: [1, 1])
    #expect(maximum.point == [1, 1] && maximum.value == 0.75)
  }

  @Test("refuses shapes, numbers and bounds that do not fit")
  func refusals() {
    #expect(throws: ComplementarityError.shape) {
      try QuadraticMaximum(curvature: Matrix([[1, 2]]), slope: [1], lower: [0], upper: [1])
    }
    #expect(throws: ComplementarityError.notFinite) {
      try QuadraticMaximum(curvature: Matrix([[1]]), slope: [1], lower: [0], upper: [.infinity])
    }
    #expect(throws: ComplementarityError.emptyBox(coordinate: 0, lower: 2, upper: 1)) {
      try QuadraticMaximum(curvature: Matrix([[1]]), slope: [1], lower: [2], upper: [1])
    }
  }

  @Test("takes a matrix of ones for semidefinite, and one with a negative direction not")
  func semidefinite() {
    #expect(Matrix(rows: 5, columns: 5, repeating: 1).isPositiveSemidefinite())
    #expect(Matrix(rows: 2, columns: 2).isPositiveSemidefinite())
    #expect(!Matrix([[1, 1.001], [1.001, 1]]).isPositiveSemidefinite())
    #expect(!Matrix([[0, 1], [1, 0]]).isPositiveSemidefinite())
    #expect(Matrix([[0, 1], [-1, 0]]).isPositiveSemidefinite())
  }

  private func value(_ curvature: Matrix, _ slope: [Double], _ x: [Double]) -> Double {
    x.indices.reduce(0) { sum, i in
      sum + slope[i] * x[i] + x.indices.reduce(0) { $0 + curvature[i, $1] * x[i] * x[$1] / 2 }
    }
  }
}
