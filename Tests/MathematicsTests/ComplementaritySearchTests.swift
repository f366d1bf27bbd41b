import Mathematics
import Testing

/// Problems of whole numbers against all faces of their box in exact arithmetic.
@Suite struct ComplementaritySearchTests {
  /// A daily build, which is not optimised, solves a tenth; the nightly run solves all.
  #if DEBUG
    private static let games = 1_000
  #else
    private static let games = 10_000
  #endif
  private static let slice = 50

  @Test(
    "finds what all 3ⁿ faces of up to 10,000 problems hold", arguments: Array(stride(from: 0, to: games, by: slice)))
  func allFaces(from start: Int) throws {
    for number in start..<start + Self.slice {
      let drawn = WholeProblem(number: number)
      let problem = try drawn.problem
      let exact = drawn.solutionsByFaces()
      let found = problem.allSolutions()
      #expect(found.isExhaustive, "\(number)")
      for point in found.points { #expect(drawn.isMet(by: point), "\(number): \(point)") }
      for point in exact.points {
        #expect(found.points.contains { drawn.isAlike($0, point) }, "\(number): \(point)")
      }
      // A plane of solutions can only be where a face has singular equations that do not contradict one another.
      if !exact.hasPlanes {
        #expect(found.isComplete && found.points.count == exact.points.count, "\(number)")
      }
      for corners in found.continua {
        for share in [0.3, 0.8] {
          let (a, b) = (found.points[corners[0]], found.points[corners[corners.count - 1]])
          #expect(drawn.isMet(by: zip(a, b).map { share * $0 + (1 - share) * $1 }), "\(number)")
        }
      }
      let solution = try problem.solution().values
      #expect(drawn.isMet(by: solution), "\(number)")
      // Guesses lead to any point of a continuum; the isolated ones are all listed.
      if found.isComplete { #expect(found.points.contains { drawn.isAlike($0, solution) }, "\(number)") }
      if problem.uniqueness().isCertain { #expect(!exact.hasPlanes && exact.points.count == 1, "\(number)") }
    }
  }

  @Test("tells the corners of a line of solutions that no single face with full rank shows")
  func line() throws {
    // The force on the first is x₂ − 1, which must vanish, and on the second it is zero: x₁ may be anything.
    let problem = try BoxedComplementarity(
      matrix: Matrix([[0, 1], [0, 0]]), constant: [-1, 0], lower: [0, 0], upper: [4, 2])
    let found = problem.allSolutions()
    #expect(found.points == [[0, 1], [0, 2], [4, 0], [4, 1]])
    // From (0, 2) down to (0, 1), across to (4, 1), and down to (4, 0).
    #expect(found.continua == [[0, 1], [0, 3], [2, 3]])
    #expect(found.isExhaustive && !found.isComplete)
  }

  @Test("finds the whole box where nothing pushes")
  func box() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix(rows: 2, columns: 2), constant: [0, 0], lower: [0, 0], upper: [1, 1])
    let found = problem.allSolutions()
    #expect(found.points == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(found.continua == [[0, 1, 2, 3]])
  }

  @Test("says that it did not look everywhere when told to stop")
  func stopped() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, 2], [2, 1]]), constant: [-1, -1], lower: [0, 0], upper: [5, 5])
    #expect(problem.allSolutions().points.count == 3)
    let found = problem.allSolutions(mostSteps: 3)
    #expect(!found.isExhaustive && !found.isComplete)
  }

  @Test("says how a coordinate is pushed")
  func push() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[1, -2], [2, 1]]), constant: [-1, 3], lower: [0, 0], upper: [5, 5])
    #expect(problem.push(on: 0, at: [2, 1]).force == -1)
    #expect(problem.push(on: 0, at: [2, 1]).scale == 5)
  }
}

/// A problem of small whole numbers, one to eight coordinates; many have singular faces and ties.
private struct WholeProblem {
  let count: Int
  let matrix: [Int]
  let constant: [Int]
  let lower: [Int]
  let upper: [Int]

  init(number: Int) {
    var chance = RandomStream(seed: UInt64(number), stream: [5])
    func whole(_ low: Int, _ high: Int) -> Int { low + Int(chance.next() % UInt64(high - low + 1)) }
    // Most of them small: faces grow threefold with each coordinate.
    count = number % 32 < 8 ? 1 + number % 8 : 1 + number % 5
    let (size, isDominant) = (whole(1, 3), number % 3 == 0)
    var matrix = (0..<(count * count)).map { _ in whole(-size, size) }
    // A third has one solution only, or few.
    if isDominant { for index in 0..<count { matrix[index * count + index] = whole(1, size * count) } }
    self.matrix = matrix
    constant = (0..<count).map { _ in whole(-4, 4) }
    lower = (0..<count).map { _ in whole(-2, 0) }
    upper = lower.map { $0 + whole(number % 5 == 0 ? 0 : 1, 3) }
  }

  var problem: BoxedComplementarity {
    get throws {
      try BoxedComplementarity(
        matrix: Matrix(rows: count, columns: count, elements: matrix.map(Double.init)),
        constant: constant.map(Double.init), lower: lower.map(Double.init), upper: upper.map(Double.init))
    }
  }

  /// 10⁻⁷: the determinants are whole, so a face is either singular or far from it.
  func isAlike(_ a: [Double], _ b: [Double]) -> Bool { zip(a, b).allSatisfy { abs($0 - $1) <= 1e-7 } }

  func isMet(by x: [Double]) -> Bool {
    (0..<count).allSatisfy { i in
      var force = Double(constant[i])
      for k in 0..<count { force += Double(matrix[i * count + k]) * x[k] }
      let (below, above) = (x[i] - Double(lower[i]), Double(upper[i]) - x[i])
      guard min(below, above) >= -1e-12 else { return false }  // a mixture of two points on a wall
      return abs(force) <= 1e-6 || force > 0 && below <= 1e-12 || force < 0 && above <= 1e-12
    }
  }

  /// The solutions on faces whose equations have full rank, and whether others have equations with many solutions.
  func solutionsByFaces() -> (points: [[Double]], hasPlanes: Bool) {
    var points: [[Double]] = []
    var hasPlanes = false
    var face = [Int](repeating: 0, count: count)  // 0 at the lower bound, 1 between, 2 at the upper bound
    var rows = [Int](repeating: 0, count: count * (count + 1))
    var numerators = [Int](repeating: 0, count: count)
    while true {
      let skips = (0..<count).contains { face[$0] > 0 && lower[$0] == upper[$0] }
      if !skips {
        switch solve(face, &rows, &numerators) {
        case .point(let denominator):
          let point = numerators.map { Double($0) / Double(denominator) }
          if !points.contains(where: { isAlike($0, point) }) { points.append(point) }
        case .plane: hasPlanes = true
        case .nothing: break
        }
      }
      guard let next = face.firstIndex(where: { $0 < 2 }) else { return (points, hasPlanes) }
      for index in 0..<next { face[index] = 0 }
      face[next] += 1
    }
  }

  private enum Answer { case point(denominator: Int), plane, nothing }

  /// Elimination without fractions (Bareiss 1968): every entry is a minor, and stays below 10⁹ here.
  private func solve(_ face: [Int], _ rows: inout [Int], _ numerators: inout [Int]) -> Answer {
    let free = (0..<count).filter { face[$0] == 1 }
    let (order, width) = (free.count, free.count + 1)
    for (row, i) in free.enumerated() {
      var right = -constant[i]
      for k in 0..<count where face[k] != 1 { right -= matrix[i * count + k] * (face[k] == 0 ? lower[k] : upper[k]) }
      for (column, k) in free.enumerated() { rows[row * width + column] = matrix[i * count + k] }
      rows[row * width + order] = right
    }
    var unknowns = Array(0..<order)
    var last = 1
    for step in 0..<order {
      var pivot: (Int, Int)?
      for row in step..<order where pivot == nil {
        for column in step..<order where pivot == nil && rows[row * width + column] != 0 { pivot = (row, column) }
      }
      guard let pivot else {
        return (step..<order).contains { rows[$0 * width + order] != 0 } ? .nothing : .plane
      }
      for column in 0..<width { rows.swapAt(step * width + column, pivot.0 * width + column) }
      if pivot.1 != step {
        unknowns.swapAt(step, pivot.1)
        for row in 0..<order { rows.swapAt(row * width + step, row * width + pivot.1) }
      }
      let head = rows[step * width + step]
      for row in 0..<order where row != step {
        let factor = rows[row * width + step]
        for column in 0..<width {
          rows[row * width + column] =
            (head * rows[row * width + column] - factor * rows[step * width + column]) / last
        }
      }
      last = head
    }
    // All pivots are now the determinant.
    let sign = last < 0 ? -1 : 1
    let denominator = order == 0 ? 1 : last * sign
    for i in 0..<count where face[i] != 1 { numerators[i] = (face[i] == 0 ? lower[i] : upper[i]) * denominator }
    for row in 0..<order {
      let i = free[unknowns[row]]
      numerators[i] = rows[row * width + order] * sign
      if numerators[i] < lower[i] * denominator || numerators[i] > upper[i] * denominator { return .nothing }
    }
    for i in 0..<count where face[i] != 1 && lower[i] < upper[i] {
      var force = constant[i] * denominator
      for k in 0..<count { force += matrix[i * count + k] * numerators[k] }
      if face[i] == 0 ? force < 0 : force > 0 { return .nothing }
    }
    return .point(denominator: denominator)
  }
}
