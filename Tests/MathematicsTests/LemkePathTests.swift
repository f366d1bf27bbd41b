import Testing

@testable import Mathematics

@Suite struct LemkePathTests {
  @Test("leads by itself to a solution of any problem in a bounded box", arguments: UInt64(0)..<200)
  func endsInASolution(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [3])
    let count = 1 + Int(chance.next() % 8)
    var matrix = Matrix(rows: count, columns: count)
    for index in matrix.elements.indices { matrix.elements[index] = 4 * chance.uniform() - 2 }
    let problem = try BoxedComplementarity(
      matrix: matrix, constant: (0..<count).map { _ in 6 * chance.uniform() - 4 },
      lower: (0..<count).map { _ in -chance.uniform() }, upper: (0..<count).map { _ in 2 * chance.uniform() })
    let positions = try #require(LemkePath.positions(of: problem))
    let values = try #require(problem.point(at: positions, clipped: false))
    for index in 0..<count {
      // 1e-8: some of these matrices are nearly singular.
      #expect(values[index] >= problem.lower[index] - 1e-8 && values[index] <= problem.upper[index] + 1e-8)
      let force = problem.force(on: index, at: values).force
      switch positions[index] {
      case .atLower: #expect(force >= -1e-8)
      case .between: #expect(abs(force) <= 1e-8)
      case .atUpper: #expect(force <= 1e-8)
      }
    }
  }

  @Test("does not go in circles where ties abound")
  func ties() throws {
    // Every ratio ties: all forces, all rows and all walls alike.
    let count = 6
    let problem = try BoxedComplementarity(
      matrix: Matrix(rows: count, columns: count, repeating: 1),
      constant: [Double](repeating: -1, count: count), lower: [Double](repeating: 0, count: count),
      upper: [Double](repeating: 1, count: count))
    let solution = try problem.solution(startingFrom: [.between] + [Position](repeating: .between, count: count - 1))
    #expect(abs(solution.values.reduce(0, +) - 1) < 1e-12)  // a sum of six
    #expect(LemkePath.positions(of: problem) != nil)
    #expect(problem.uniqueness() == .uncertified)
  }

  @Test("comes to the same end whatever the unit of length and of force", arguments: UInt64(0)..<60)
  func units(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [4])
    let count = 1 + Int(chance.next() % 6)
    var matrix = Matrix(rows: count, columns: count)
    for index in matrix.elements.indices { matrix.elements[index] = 4 * chance.uniform() - 2 }
    let constant = (0..<count).map { _ in 6 * chance.uniform() - 4 }
    let upper = (0..<count).map { _ in 2 * chance.uniform() }
    func ends(length: Double, force: Double) throws -> [Position]? {
      var scaled = matrix
      for index in scaled.elements.indices { scaled.elements[index] *= force / length }
      return LemkePath.positions(
        of: try BoxedComplementarity(
          matrix: scaled, constant: constant.map { $0 * force }, lower: [Double](repeating: 0, count: count),
          upper: upper.map { $0 * length }))
    }
    let plain = try ends(length: 1, force: 1)
    #expect(plain != nil)
    #expect(try ends(length: 0x1p-40, force: 1) == plain)
    #expect(try ends(length: 0x1p40, force: 0x1p-30) == plain)
  }

  @Test("reports a ray where there is no solution")
  func ray() throws {
    let problem = try BoxedComplementarity(
      matrix: Matrix([[0]]), constant: [-1], lower: [0], upper: [.infinity])
    #expect(LemkePath.positions(of: problem) == nil)
  }

  private typealias Position = BoxedComplementarity.Position
}
