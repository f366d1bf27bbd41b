import Mathematics
import Testing

@Suite struct LinearSystemTests {
  @Test("solves a system worked by hand")
  func byHand() throws {
    let solution = try LinearSystem(Matrix([[2, 1], [1, 3]])).solution(for: [3, 5])
    #expect(abs(solution[0] - 0.8) < 1e-15 && abs(solution[1] - 1.4) < 1e-15)  // two roundings
  }

  @Test("finds the solution a right side was made from", arguments: UInt64(0)..<40)
  func recoversKnownSolution(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let order = 1 + Int(chance.next() % 12)
    var matrix = Matrix(rows: order, columns: order)
    for index in matrix.elements.indices { matrix.elements[index] = chance.uniform() - 0.5 }
    for index in 0..<order { matrix[index, index] += 2 }  // keeps it well away from singular
    let wanted = (0..<order).map { _ in chance.uniform() * 10 }
    let right = (0..<order).map { row in (0..<order).reduce(0) { $0 + matrix[row, $1] * wanted[$1] } }
    let found = try LinearSystem(matrix).solution(for: right)
    for (a, b) in zip(found, wanted) { #expect(abs(a - b) < 1e-11) }  // condition below 100, 12 terms
  }

  @Test("knows a positive definite matrix, whatever its skew part")
  func positiveDefinite() {
    #expect(Matrix([[2, -1], [-1, 2]]).isPositiveDefinite)
    #expect(Matrix([[1, 50], [-50, 1]]).isPositiveDefinite)
    #expect(!Matrix([[1, 2], [2, 1]]).isPositiveDefinite)
    #expect(!Matrix([[1, 1], [1, 1]]).isPositiveDefinite)  // only semidefinite
    #expect(!Matrix([[1, 0, 0], [0, 1, 0]]).isPositiveDefinite)
  }

  @Test("refuses a singular system and says what to do")
  func refusesSingular() {
    #expect(throws: LinearSystemError.singular(reciprocalCondition: 0)) {
      try LinearSystem(Matrix([[1, 2], [2, 4]]))
    }
    #expect(
      LinearSystemError.singular(reciprocalCondition: 0).description
        == "the equations determine no single solution (reciprocal condition 0.0); "
        + "remove an equation that follows from others, or change the figures")
    #expect(throws: LinearSystemError.self) {  // singular but for rounding: 0.1 + 0.2 is not 0.3
      try LinearSystem(Matrix([[0.1, 0.3], [0.2, 0.1 * 6 + 1e-17]]))
    }
  }

  @Test("refuses shapes and numbers that make no system")
  func refusesShapes() throws {
    #expect(throws: LinearSystemError.notSquare(rows: 1, columns: 2)) { try LinearSystem(Matrix([[1, 2]])) }
    #expect(throws: LinearSystemError.notFinite) { try LinearSystem(Matrix([[.nan]])) }
    let system = try LinearSystem(Matrix([[1]]))
    #expect(throws: LinearSystemError.wrongLength(given: 2, needed: 1)) { try system.solution(for: [1, 2]) }
  }
}
