import Mathematics
import Testing

/// Neither the units of a problem nor its distance from zero make a difference.
@Suite struct OwnUnitsTests {
  @Test("finds the one solution of a problem a hundred million box lengths from zero")
  func farAway() throws {
    let a = 1e8
    let problem = try BoxedComplementarity(matrix: Matrix([[1]]), constant: [-(a + 0.5)], lower: [a], upper: [a + 1])
    let found = problem.allSolutions()
    #expect(found.points == [[a + 0.5]] && found.isComplete)
    #expect(try problem.solution().values == [a + 0.5])
  }

  @Test("adds no solution that a distance from zero hides", arguments: [0, 1e6])
  func noSecond(a: Double) throws {
    // z₁ + 2z₂ = 0.5 and 2z₁ + z₂ = 1.04 have no solution in the box but z = (0, 1): the second force is below zero.
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, 2], [2, 1]]), constant: [-(0.5 + 3 * a), -(3 * a + 1.04)], lower: [a, a],
      upper: [a + 1, a + 1])
    let found = problem.allSolutions()
    #expect(found.points == [[a, a + 1]] && found.isComplete)
  }

  @Test(
    "gives the same solutions and verdicts in any unit of each coordinate and each force", arguments: UInt64(0)..<120)
  func anyUnits(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [11])
    let count = 1 + Int(chance.next() % 4)
    // Half of them in powers of ten; half in powers of two and far from zero, where all figures are still exact.
    let isExact = seed % 2 == 1
    func figure(_ low: Double, _ high: Double) -> Double {
      let drawn = low + (high - low) * chance.uniform()
      return isExact ? (drawn * 64).rounded() / 64 : drawn
    }
    func unit() -> Double {
      let exponent = Int(chance.next() % 13)
      return isExact
        ? Double(sign: .plus, exponent: 3 * exponent, significand: 1) : Double("1e\(exponent)") ?? 1
    }
    var matrix = Matrix(rows: count, columns: count)
    for index in matrix.elements.indices { matrix.elements[index] = figure(-2, 2) }
    if seed % 3 == 0 { for index in 0..<count { matrix[index, index] = figure(1, 6) } }
    let constant = (0..<count).map { _ in figure(-3, 3) }
    let widths = (0..<count).map { _ in figure(0.5, 2) }
    let plain = try BoxedComplementarity(
      matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count), upper: widths)
    let units = (0..<count).map { _ in unit() }
    let forces = (0..<count).map { _ in unit() }
    let origins = (0..<count).map { _ in isExact ? Double(chance.next() % 100_000_000) : 0 }
    var stated = matrix
    for i in 0..<count { for k in 0..<count { stated[i, k] = matrix[i, k] * forces[i] / units[k] } }
    let shifted = (0..<count).map { i in
      (0..<count).reduce(constant[i]) { $0 - matrix[i, $1] * origins[$1] } * forces[i]
    }
    let other = try BoxedComplementarity(
      matrix: stated, constant: shifted, lower: (0..<count).map { origins[$0] * units[$0] },
      upper: (0..<count).map { (origins[$0] + widths[$0]) * units[$0] })
    let (first, second) = (plain.allSolutions(), other.allSolutions())
    #expect(first.points.count == second.points.count)
    #expect(first.isComplete == second.isComplete && first.isExhaustive == second.isExhaustive)
    #expect(first.continua.count == second.continua.count)
    for point in first.points {
      // 10⁻⁷: a number near 10⁸ has no more than eight digits behind the point.
      #expect(
        second.points.contains { found in
          (0..<count).allSatisfy { abs(found[$0] / units[$0] - origins[$0] - point[$0]) <= 1e-7 }
        }, "\(point)")
    }
    let solution = try other.solution().values
    if first.isComplete {
      #expect(
        first.points.contains { point in
          (0..<count).allSatisfy { abs(solution[$0] / units[$0] - origins[$0] - point[$0]) <= 1e-7 }
        })
    }
    // Rows apart in force may hide that a form is definite, never that minors are positive.
    #expect(plain.uniqueness().isCertain == other.uniqueness().isCertain)
  }

  @Test("finds the best of a product a million box lengths from zero")
  func quadratic() throws {
    let a = 1e6
    let maximum = try QuadraticMaximum(
      curvature: Matrix([[0, -1], [-1, 0]]), slope: [a, a], lower: [a - 1, a - 1], upper: [a + 1, a + 1])
    #expect((maximum.point[0] - a) * (maximum.point[1] - a) == -1)
    #expect(maximum.isProven && maximum.rounding < 1e-7 && maximum.value == a * a + 1)
  }

  @Test("finds the same greatest value in any unit of each coordinate", arguments: UInt64(0)..<60)
  func quadraticUnits(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [12])
    let count = 2 + Int(chance.next() % 3)
    var bend = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for k in 0...i {
        bend[i, k] = 4 * chance.uniform() - 2
        bend[k, i] = bend[i, k]
      }
    }
    let slope = (0..<count).map { _ in 4 * chance.uniform() - 2 }
    let units = (0..<count).map { _ in Double("1e\(chance.next() % 13)") ?? 1 }
    var stated = bend
    for i in 0..<count { for k in 0..<count { stated[i, k] = bend[i, k] / units[i] / units[k] } }
    let ends = [Double](repeating: 0, count: count)
    let plain = try QuadraticMaximum(curvature: bend, slope: slope, lower: ends, upper: ends.map { _ in 1 })
    let other = try QuadraticMaximum(
      curvature: stated, slope: zip(slope, units).map { $0 / $1 }, lower: ends, upper: units)
    #expect(plain.isProven && other.isProven)
    #expect(abs(plain.value - other.value) <= plain.rounding)
  }
}
