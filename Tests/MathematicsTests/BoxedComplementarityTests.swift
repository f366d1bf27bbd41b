import Mathematics
import Testing

@Suite struct BoxedComplementarityTests {
  @Test("solves a problem worked by hand, one coordinate at its wall")
  func byHand() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[2, 1], [1, 2]]), constant: [-4, 1], lower: [0, 0], upper: [1, 9])
    let solution = try problem.solution()
    #expect(solution.values == [1, 0])
    #expect(solution.positions == [.atUpper, .atLower])
    #expect(problem.uniqueness() == .positiveDefinite)
  }

  @Test("agrees with a search of all faces of the box when the matrix is positive definite", arguments: UInt64(0)..<120)
  func agreesWithFaces(seed: UInt64) throws {
    let problem = try Self.definite(seed: seed)
    #expect(problem.uniqueness().isCertain)
    let faces = Self.solutionsByFaces(problem)
    #expect(faces.count == 1)
    for guess in [nil, [BoxedComplementarity.Position](repeating: .atLower, count: problem.constant.count)] {
      let found = try problem.solution(startingFrom: guess)
      for (a, b) in zip(found.values, faces.first ?? []) {
        #expect(abs(a - b) < 1e-9 * max(1, abs(b)))  // both solve systems with a condition below 1e5
      }
    }
  }

  @Test("finds one of the solutions of any problem in a bounded box", arguments: UInt64(0)..<150)
  func findsOneOfAny(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [1])
    let count = 1 + Int(chance.next() % 5)
    var matrix = Matrix(rows: count, columns: count)
    for index in matrix.elements.indices { matrix.elements[index] = 4 * chance.uniform() - 2 }
    let lower = (0..<count).map { _ in chance.uniform() - 1 }
    let problem = try BoxedComplementarity(
      matrix: matrix, constant: (0..<count).map { _ in 4 * chance.uniform() - 2 }, lower: lower,
      upper: lower.map { $0 + 2 * chance.uniform() })
    let faces = Self.solutionsByFaces(problem)
    let found = try problem.solution().values
    #expect(faces.contains { zip($0, found).allSatisfy { abs($0 - $1) < 1e-7 } })  // ill-conditioned at times
    if problem.uniqueness().isCertain { #expect(faces.count == 1) }
  }

  @Test("follows Lemke's path where guessing goes round in circles")
  func pathAfterGuesses() throws {
    // After an example of Murty (1988), Linear complementarity: moving all violators at once comes back to the
    // first guess after six.
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, 2, 0], [0, 1, 2], [2, 0, 1]]), constant: [-1, -1, -1], lower: [0, 0, 0],
      upper: [.infinity, .infinity, .infinity])
    let found = try problem.solution(startingFrom: [.between, .atLower, .atLower])
    for value in found.values { #expect(abs(value - 1.0 / 3) < 1e-14) }  // three terms
    #expect(problem.uniqueness() == .principalMinors)
  }

  @Test("does not certify a problem that has three solutions, yet finds one")
  func severalSolutions() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, 2], [2, 1]]), constant: [-1, -1], lower: [0, 0], upper: [5, 5])
    #expect(problem.uniqueness() == .uncertified)
    #expect(Self.solutionsByFaces(problem).count == 3)
    let found = try problem.solution(startingFrom: [.between, .atLower])
    #expect(found.values == [1, 0])
  }

  @Test("goes to the wall where a force does not depend on the point")
  func constantForce() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[0, 0], [0, 1]]), constant: [-5, -1], lower: [0, 0], upper: [1, 9])
    #expect(try problem.solution().values == [1, 1])
    #expect(problem.uniqueness() == .uncertified)  // with no force at all, every point would do
  }

  @Test("keeps a coordinate whose bounds are equal where it is")
  func pinned() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, 0.5], [0.5, 1]]), constant: [-2, -2], lower: [1, 0], upper: [1, 9])
    #expect(try problem.solution().values == [1, 1.5])
  }

  @Test("refuses when no point meets the conditions")
  func unsolvable() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[-1]]), constant: [-1], lower: [0], upper: [.infinity])
    #expect(throws: ComplementarityError.unsolved) { try problem.solution() }
  }

  @Test("refuses shapes, numbers and bounds that do not fit")
  func refusals() {
    #expect(throws: ComplementarityError.shape) {
      try BoxedComplementarity(matrix: Matrix([[1, 2]]), constant: [1], lower: [0], upper: [1])
    }
    #expect(throws: ComplementarityError.notFinite) {
      try BoxedComplementarity(matrix: Matrix([[.infinity]]), constant: [1], lower: [0], upper: [1])
    }
    #expect(throws: ComplementarityError.emptyBox(coordinate: 0, lower: 2, upper: 1)) {
      try BoxedComplementarity(matrix: Matrix([[1]]), constant: [1], lower: [2], upper: [1])
    }
    #expect(
      ComplementarityError.emptyBox(coordinate: 0, lower: 2, upper: 1).description
        == "coordinate 0 lies between 2.0 and 1.0; give a lower bound that is not above the upper one")
  }

  @Test("sees a P-matrix exactly when all principal minors are positive", arguments: UInt64(0)..<80)
  func principalMinors(seed: UInt64) {
    var chance = RandomStream(seed: seed, stream: [2])
    let order = 1 + Int(chance.next() % 4)
    var matrix = Matrix(rows: order, columns: order)
    for index in matrix.elements.indices { matrix.elements[index] = 2 * chance.uniform() - 1 }
    for index in 0..<order { matrix[index, index] = 1 }
    let minors = (1..<(1 << order)).map { mask in
      Self.determinant(of: matrix, at: (0..<order).filter { mask >> $0 & 1 == 1 })
    }
    #expect(matrix.hasPositivePrincipalMinors == minors.allSatisfy { $0 > 0 })
  }

  // MARK: - Oracles

  /// The determinant of a principal submatrix, by expansion along its first row.
  static func determinant(of matrix: Matrix, at places: [Int]) -> Double {
    func expand(_ rows: ArraySlice<Int>, _ columns: [Int]) -> Double {
      guard let row = rows.first else { return 1 }
      return columns.indices.reduce(0) { sum, index in
        var rest = columns
        let column = rest.remove(at: index)
        return sum + (index % 2 == 0 ? 1 : -1) * matrix[row, column] * expand(rows.dropFirst(), rest)
      }
    }
    return expand(places[...], places)
  }

  /// A problem of 1 to 5 coordinates with a positive definite symmetric part and walls that bind at times.
  static func definite(seed: UInt64) throws -> BoxedComplementarity {
    var chance = RandomStream(seed: seed)
    let count = 1 + Int(chance.next() % 5)
    let root = Matrix(
      rows: count, columns: count, elements: (0..<(count * count)).map { _ in 2 * chance.uniform() - 1 })
    var matrix = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for k in 0..<count {
        matrix[i, k] = (0..<count).reduce(i == k ? 0.1 : 0) { $0 + root[i, $1] * root[k, $1] }
      }
      for k in 0..<i {
        let skew = chance.uniform() - 0.5
        matrix[i, k] += skew
        matrix[k, i] -= skew
      }
    }
    let constant = (0..<count).map { _ in 6 * chance.uniform() - 4 }
    let upper = (0..<count).map { _ in chance.uniform() < 0.3 ? Double.infinity : 2 * chance.uniform() }
    return try BoxedComplementarity(
      matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count), upper: upper)
  }

  /// Every isolated solution, by trying all 3ⁿ faces of the box with elimination written out here.
  static func solutionsByFaces(_ problem: BoxedComplementarity) -> [[Double]] {
    let count = problem.constant.count
    var solutions: [[Double]] = []
    var face = [Int](repeating: 0, count: count)
    for code in 0..<Int((0..<count).reduce(1) { product, _ in product * 3 }) {
      var rest = code
      for index in 0..<count {
        face[index] = rest % 3
        rest /= 3
      }
      if (0..<count).contains(where: { face[$0] == 1 && !problem.upper[$0].isFinite }) { continue }
      var rows = (0..<count).map { index -> [Double] in
        var row = [Double](repeating: 0, count: count + 1)
        if face[index] == 2 {
          for k in 0..<count { row[k] = problem.matrix[index, k] }
          row[count] = -problem.constant[index]
        } else {
          row[index] = 1
          row[count] = face[index] == 0 ? problem.lower[index] : problem.upper[index]
        }
        return row
      }
      guard let x = eliminate(&rows) else { continue }
      let isSolution = (0..<count).allSatisfy { index in
        let force = (0..<count).reduce(problem.constant[index]) { $0 + problem.matrix[index, $1] * x[$1] }
        return x[index] >= problem.lower[index] - 1e-9 && x[index] <= problem.upper[index] + 1e-9
          && (face[index] == 2 || (face[index] == 0 ? force >= -1e-9 : force <= 1e-9))
      }
      if isSolution && !solutions.contains(where: { zip($0, x).allSatisfy { abs($0 - $1) < 1e-7 } }) {
        solutions.append(x)
      }
    }
    return solutions
  }

  static func eliminate(_ rows: inout [[Double]]) -> [Double]? {
    let count = rows.count
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12
      else { return nil }
      rows.swapAt(pivot, column)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for k in column...count { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }
}
