import Mathematics
import Testing

/// What is said of minors and forms, against exact arithmetic.
@Suite struct DefinitenessTests {
  @Test("does not certify a matrix whose determinant is below zero by rounding only")
  func nearlySingular() throws {
    let matrix = Matrix([
      [1, 2.060000157711973, -1.1303842480639577], [0.48543685603911346, 1, -0.5487301754964274],
      [1.7999351720508439, -1.794517872159659, 1],
    ])
    #expect(!Self.hasPositiveMinors(matrix))
    #expect(!matrix.hasPositivePrincipalMinors)
    let ones = (0..<3).map { row in -(0..<3).reduce(0) { $0 + matrix[row, $1] } }
    let problem = try BoxedComplementarity(
      matrix: matrix, constant: ones, lower: [0, 0, 0], upper: [9, 9, 9])
    #expect(problem.uniqueness() == .uncertified)
    #expect(!(problem.allSolutions().isComplete && problem.allSolutions().points.count == 1))
  }

  @Test("sees exactly which nearly singular matrices have positive minors", arguments: UInt64(0)..<40)
  func minors(seed: UInt64) {
    var chance = RandomStream(seed: seed, stream: [13])
    for _ in 0..<10 {
      let order = 2 + Int(chance.next() % 3)
      // The last column is all but a mixture of the others.
      var matrix = Matrix(rows: order, columns: order)
      for index in matrix.elements.indices { matrix.elements[index] = 2 * chance.uniform() - 1 }
      for index in 0..<order { matrix[index, index] = 1 + chance.uniform() }
      let shares = (1..<order).map { _ in 2 * chance.uniform() - 1 }
      for row in 0..<order {
        matrix[row, order - 1] = zip(shares, 0...).reduce(0) { $0 + $1.0 * matrix[row, $1.1] }
      }
      #expect(matrix.hasPositivePrincipalMinors == Self.hasPositiveMinors(matrix))
    }
  }

  @Test(
    "sees exactly which nearly singular forms are definite, and takes all for semidefinite", arguments: UInt64(0)..<40)
  func forms(seed: UInt64) {
    var chance = RandomStream(seed: seed, stream: [14])
    for _ in 0..<10 {
      let order = 2 + Int(chance.next() % 3)
      // Squares of too few lines, in any unit of each coordinate.
      var form = Matrix(rows: order, columns: order)
      for _ in 1..<order {
        let line = (0..<order).map { _ in 2 * chance.uniform() - 1 }
        for i in 0..<order { for k in 0..<order { form[i, k] += line[i] * line[k] } }
      }
      let units = (0..<order).map { _ in Double("1e\(chance.next() % 13)") ?? 1 }
      for i in 0..<order {
        for k in 0..<i {
          form[i, k] *= units[i] * units[k]
          form[k, i] = form[i, k]
        }
      }
      for i in 0..<order { form[i, i] *= units[i] * units[i] }
      let isDefinite = Self.areLeadingPositive(form, at: Array(0..<order))
      #expect(form.isPositiveDefinite == isDefinite)
      #expect(form.isPositiveSemidefinite())  // up to rounding
      #expect(!form.isPositiveDefinite(within: 1e-15))
    }
  }

  @Test("takes no unit for a direction that bends downwards")
  func units() {
    #expect(!Matrix([[1e12, 0, 0], [0, 1, 2], [0, 2, 1]]).isPositiveSemidefinite())
    #expect(!Matrix([[1e24, 0, 0], [0, 1, 2], [0, 2, 1]]).isPositiveDefinite)
    #expect(Matrix([[1e24, 1e11, 0], [1e11, 1, 0.5], [0, 0.5, 1]]).isPositiveDefinite)
    #expect(Matrix([[1e-300, 0], [0, 1e300]]).isPositiveDefinite)
  }

  @Test("keeps what a sum would round away")
  func sums() {
    var sum = CompensatedSum(1e16)
    sum.add(1)
    sum.addProduct(-1e8, 1e8)
    #expect(sum.value == 1)
    var thirds = CompensatedSum(-1)
    for _ in 0..<3 { thirds.add(1.0 / 3) }
    #expect(thirds.value != 0 && thirds.settled == 0)
  }

  // MARK: - Oracles

  /// The determinant of the rows and columns `places`, in fractions.
  static func determinant(of matrix: Matrix, at places: [Int]) -> Rational {
    func expand(_ rows: ArraySlice<Int>, _ columns: [Int]) -> Rational {
      guard let row = rows.first else { return 1 }
      var sum = Rational.zero
      for index in columns.indices {
        var rest = columns
        let term = Rational(exactly: matrix[row, rest.remove(at: index)]) * expand(rows.dropFirst(), rest)
        sum = index % 2 == 0 ? sum + term : sum - term
      }
      return sum
    }
    return expand(places[...], places)
  }

  private static func areLeadingPositive(_ matrix: Matrix, at places: [Int]) -> Bool {
    (1...places.count).allSatisfy { determinant(of: matrix, at: Array(places.prefix($0))).isPositive }
  }

  private static func hasPositiveMinors(_ matrix: Matrix) -> Bool {
    (1..<(1 << matrix.rows)).allSatisfy { mask in
      determinant(of: matrix, at: (0..<matrix.rows).filter { mask >> $0 & 1 == 1 }).isPositive
    }
  }
}
