import Mathematics
import Testing

@Suite struct ExactLinearSystemTests {
  @Test("solves equations with a known answer")
  func knownAnswer() throws {
    let system = try #require(ExactLinearSystem([[1, 1, 1], [1, 1, 0], [0, 1, 1]]))
    let half = Rational(1) / 2
    #expect(
      system.solution(for: [half, Rational(1) / 3, Rational(decimal: 0.1)])
        == [Rational(2) / 5, Rational(-1) / 15, Rational(1) / 6])
  }

  @Test("satisfies every equation exactly", arguments: UInt64(0)..<30)
  func satisfies(seed: UInt64) throws {
    var chance = SeededStream(seed: seed)
    let size = Int.random(in: 1...7, using: &chance)
    let largest = seed.isMultiple(of: 2) ? 1 : 1000
    let matrix = (0..<size).map { _ in (0..<size).map { _ in Int.random(in: -largest...largest, using: &chance) } }
    let sides = (0..<size).map { _ in chance.fraction() }
    guard let system = ExactLinearSystem(matrix) else { return }
    let solution = system.solution(for: sides)
    for (row, side) in zip(matrix, sides) {
      #expect(zip(row, solution).map { Rational($0) * $1 }.reduce(.zero, +) == side)
    }
  }

  @Test("refuses equations that do not determine their unknowns")
  func singular() {
    #expect(ExactLinearSystem([[1, 2], [2, 4]]) == nil)
    #expect(ExactLinearSystem([[0]]) == nil)
    #expect(ExactLinearSystem([])?.solution(for: []) == [])
  }
}
