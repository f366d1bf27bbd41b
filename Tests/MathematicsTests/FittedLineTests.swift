import Mathematics
import Testing

@Suite struct FittedLineTests {
  @Test("fits the first of Anscombe's quartets (1973): 3 + 0.5x, R² 0.67")
  func anscombe() throws {
    let line = try #require(
      FittedLine(
        x: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
        y: [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]))
    #expect(abs(line.intercept - 3.00) < 0.005)  // printed to two digits
    #expect(abs(line.slope - 0.500) < 0.0005)
    #expect(abs(line.rSquared - 0.67) < 0.005)
    #expect(line.count == 11)
  }

  @Test("goes through points on a line", arguments: UInt64(0)..<20)
  func exact(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let (slope, intercept) = (chance.uniform() - 0.5, chance.uniform())
    let x = (0..<5).map { Double($0) + chance.uniform() }
    let line = try #require(FittedLine(x: x, y: x.map { intercept + slope * $0 }))
    #expect(abs(line.slope - slope) < 1e-13)  // sums of five
    #expect(abs(line.intercept - intercept) < 1e-13)
    #expect(abs(line.rSquared - 1) < 1e-12)
  }

  @Test("has no line for one point, for points above one another, or for what is not finite")
  func none() {
    #expect(FittedLine(x: [1], y: [1]) == nil)
    #expect(FittedLine(x: [0.1, 0.1, 0.1], y: [1, 2, 3]) == nil)
    #expect(FittedLine(x: [1, 2], y: [1, .infinity]) == nil)
    #expect(FittedLine(x: [1, 2], y: [0.1, 0.1])?.rSquared == 1)
  }
}
