import Mathematics
import Testing

@Suite struct LinearProgramTests {
  // The production example with which Dantzig's method is commonly taught (Wyndor Glass; Hillier & Lieberman).
  @Test("finds the optimum and the prices of a textbook program")
  func textbook() throws {
    let program = try LinearProgram(
      objective: [-3, -5], rows: Matrix([[1, 0], [0, 2], [3, 2]]), relations: [.atMost, .atMost, .atMost],
      bounds: [4, 12, 18])
    let found = try program.solution()
    expect(found.values, [2, 6])
    expect(found.prices, [0, -1.5, -1])
    expect([found.objective], [-36])
  }

  // Beale's example (1955), on which the simplex method with the common rule goes round in circles.
  @Test("does not go round in circles on Beale's example")
  func beale() throws {
    let program = try LinearProgram(
      objective: [-0.75, 150, -0.02, 6],
      rows: Matrix([[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]]),
      relations: [.atMost, .atMost, .atMost], bounds: [0, 0, 1])
    let found = try program.solution()
    expect([found.objective], [-0.05])
  }

  // Klee & Minty (1972): a cube on which a path of the simplex method can pass every corner.
  @Test("solves the cubes of Klee and Minty", arguments: 2...5)
  func kleeMinty(dimension: Int) throws {
    let rows = (0..<dimension).map { i in
      (0..<dimension).map { j in j < i ? Double(sign: .plus, exponent: i - j + 1, significand: 1) : j == i ? 1 : 0 }
    }
    let program = try LinearProgram(
      objective: (0..<dimension).map { -Double(1 << (dimension - 1 - $0)) }, rows: Matrix(rows),
      relations: [LinearProgram.Relation](repeating: .atMost, count: dimension),
      bounds: (1...dimension).map { Double(sign: .plus, exponent: 2 * $0, significand: 1) + Double($0) })
    let found = try program.solution()
    let oracle = bruteForce(program)
    expect([found.objective], [try #require(oracle)])
  }

  @Test("keeps equations, leaves free variables free and takes repeated equations for one")
  func equations() throws {
    // Least 2x + y with x + y = 1, the same doubled, and x ≥ −3 where x is free and y not.
    let program = try LinearProgram(
      objective: [2, 1], rows: Matrix([[1, 1], [2, 2], [1, 0]]), relations: [.equal, .equal, .atLeast],
      bounds: [1, 2, -3], isFree: [true, false])
    let found = try program.solution()
    expect(found.values, [-3, 4])
    expect([found.objective], [-2])
  }

  @Test("finds what trying every corner finds", arguments: UInt64(0)..<250)
  func corners(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let variables = Int.random(in: 1...4, using: &chance)
    let conditions = Int.random(in: 1...5, using: &chance)
    // Whole numbers from a small range, so that ties and degenerate corners are the rule; a box so that corners exist.
    var rows = (0..<conditions).map { _ in (0..<variables).map { _ in Double(Int.random(in: -3...3, using: &chance)) } }
    var relations = (0..<conditions).map { _ in LinearProgram.Relation.allCases.randomElement(using: &chance)! }
    var bounds = (0..<conditions).map { _ in Double(Int.random(in: -4...4, using: &chance)) }
    let isFree = (0..<variables).map { _ in Bool.random(using: &chance) }
    for j in 0..<variables {
      let unit = (0..<variables).map { $0 == j ? 1.0 : 0 }
      rows += [unit, unit]
      relations += [.atMost, .atLeast]
      bounds += [10, -10]
    }
    let program = try LinearProgram(
      objective: (0..<variables).map { _ in Double(Int.random(in: -3...3, using: &chance)) }, rows: Matrix(rows),
      relations: relations, bounds: bounds, isFree: isFree)
    if let best = bruteForce(program) {
      let found = try program.solution()
      expect([found.objective], [best])
      // The dual's sum is the same: b·y.
      expect([zip(bounds, found.prices).reduce(0) { $0 + $1.0 * $1.1 }], [best])
    } else {
      #expect(throws: LinearProgramError.infeasible) { try program.solution() }
    }
  }

  @Test("tells programs without end from those without answer", arguments: UInt64(0)..<150)
  func unbounded(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [1])
    let variables = Int.random(in: 1...4, using: &chance)
    let conditions = Int.random(in: 1...4, using: &chance)
    let rows = (0..<conditions).map { _ in (0..<variables).map { _ in Double(Int.random(in: -2...2, using: &chance)) } }
    let relations = (0..<conditions).map { _ in LinearProgram.Relation.allCases.randomElement(using: &chance)! }
    let bounds = (0..<conditions).map { _ in Double(Int.random(in: -3...3, using: &chance)) }
    let objective = (0..<variables).map { _ in Double(Int.random(in: -2...2, using: &chance)) }
    let program = try LinearProgram(
      objective: objective, rows: Matrix(rows), relations: relations, bounds: bounds)
    // Corners lie below 3·4!·2⁴; a box far outside cuts off only what runs away.
    func boxed(_ size: Double) throws -> Double? {
      let unit = (0..<variables).map { j in (0..<variables).map { $0 == j ? 1.0 : 0 } }
      return bruteForce(
        try LinearProgram(
          objective: objective, rows: Matrix(rows + unit),
          relations: relations + [LinearProgram.Relation](repeating: .atMost, count: variables),
          bounds: bounds + [Double](repeating: size, count: variables)))
    }
    let (near, far) = (try boxed(1e4), try boxed(1e5))
    if let near, let far {
      if far < near - 1 {
        #expect(throws: LinearProgramError.unbounded) { try program.solution() }
      } else {
        expect([try program.solution().objective], [near])
      }
    } else {
      #expect(throws: LinearProgramError.infeasible) { try program.solution() }
    }
  }

  @Test("solves programs whose rows hold numbers of very different size")
  func badlyScaled() throws {
    // The least z is that of y, which has to make up for all of a thousand, x being no help.
    let least = try LinearProgram(
      objective: [0, 0, 1], rows: Matrix([[1e10, 1, 0], [1, 0, 0], [0, 1, -1]]),
      relations: [.atLeast, .atMost, .atMost], bounds: [1000, 0, 0]
    ).solution()
    #expect(abs(least.objective - 1000) < 1e-6)  // nine digits
    let most = try LinearProgram(
      objective: [0, -1, 0], rows: Matrix([[1e10, 1, 0], [0, 1, -1]]), relations: [.atMost, .atMost],
      bounds: [1000, 0]
    ).solution()
    #expect(abs(most.objective + 1000) < 1e-6)
    let bounds = try LinearProgram(
      objective: [1, 0], rows: Matrix([[1, 0], [0, 1]]), relations: [.atLeast, .atMost], bounds: [1, 1e14]
    ).solution()
    #expect(bounds.objective == 1)
  }

  @Test(
    "says the same of programs in any unit of each row and variable, and never a verdict that is not so",
    arguments: UInt64(0)..<150)
  func anyUnits(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [8])
    let (count, conditions) = (2 + Int(chance.next() % 2), 2 + Int(chance.next() % 3))
    let plain = (0..<conditions).map { _ in (0..<count).map { _ in Double(chance.next() % 7) - 3 } }
    let relations = (0..<conditions).map { _ in LinearProgram.Relation.allCases[Int(chance.next() % 3)] }
    let bounds = (0..<conditions).map { _ in Double(chance.next() % 9) - 4 }
    let objective = (0..<count).map { _ in Double(chance.next() % 7) - 3 }
    func unit() -> Double { Double("1e\(chance.next() % 9)") ?? 1 }
    let (units, weights) = ((0..<count).map { _ in unit() }, (0..<conditions).map { _ in unit() })
    let stated = (0..<conditions).map { i in (0..<count).map { plain[i][$0] * weights[i] * units[$0] } }
    func verdict(_ program: LinearProgram) -> (objective: Double?, error: LinearProgramError?) {
      do { return (try program.solution().objective, nil) } catch { return (nil, error) }
    }
    let first = verdict(
      try LinearProgram(objective: objective, rows: Matrix(plain), relations: relations, bounds: bounds))
    let second = verdict(
      try LinearProgram(
        objective: zip(objective, units).map { $0 * $1 }, rows: Matrix(stated), relations: relations,
        bounds: zip(bounds, weights).map { $0 * $1 }))
    #expect(first.error == second.error)
    if let one = first.objective, let other = second.objective { #expect(abs(one - other) <= 1e-6 * max(1, abs(one))) }
  }

  @Test("prices one of two rows that bind alike: the least that the optimum can be when bounds change")
  func prices() throws {
    func program(_ first: Double, _ second: Double) throws -> LinearProgram.Solution {
      try LinearProgram(
        objective: [-1], rows: Matrix([[1], [1]]), relations: [.atMost, .atMost], bounds: [first, second]
      ).solution()
    }
    let prices = try program(1, 1).prices
    #expect(prices.reduce(0, +) == -1)
    for change in [[0, 1], [1, 0], [1, 1], [-1, 0.5]] {
      let optimum = try program(1 + change[0], 1 + change[1]).objective
      #expect(optimum >= -1 + zip(prices, change).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }

  @Test("refuses what is no program")
  func refusals() throws {
    #expect(throws: LinearProgramError.shape) {
      try LinearProgram(objective: [1], rows: Matrix([[1, 2]]), relations: [.equal], bounds: [1])
    }
    #expect(throws: LinearProgramError.notFinite) {
      try LinearProgram(objective: [.nan], rows: Matrix([[1]]), relations: [.equal], bounds: [1])
    }
    #expect(
      LinearProgramError.shape.description
        == "a linear program needs a column of conditions a variable, and a relation and a bound a row")
    #expect(LinearProgramError.notFinite.description == "a linear program holds a number that is not finite")
    #expect(
      LinearProgramError.infeasible.description
        == "no numbers meet all conditions of the linear program; relax one of them")
    #expect(
      LinearProgramError.unbounded.description
        == "the linear program has no smallest sum; add a condition that keeps it from falling")
    #expect(
      LinearProgramError.unsolved.description
        == "no optimum of the linear program passed the check; its numbers differ too much in size")
  }

  /// The least sum over all corners: points where as many conditions are tight as there are variables.
  private func bruteForce(_ program: LinearProgram) -> Double? {
    let count = program.objective.count
    var rows = program.bounds.indices.map { i in
      (coefficients: (0..<count).map { program.rows[i, $0] }, bound: program.bounds[i])
    }
    for j in 0..<count where !program.isFree[j] {
      rows.append((coefficients: (0..<count).map { $0 == j ? 1 : 0 }, bound: 0))
    }
    var best: Double?
    for mask in 0..<(1 << rows.count) where mask.nonzeroBitCount == count {
      let tight = rows.indices.filter { mask >> $0 & 1 == 1 }
      guard
        let point = try? LinearSystem(Matrix(tight.map { rows[$0].coefficients })).solution(
          for: tight.map { rows[$0].bound })
      else { continue }
      let isInside =
        program.bounds.indices.allSatisfy { i in
          let sum = (0..<count).reduce(0) { $0 + program.rows[i, $1] * point[$1] }
          let slack = 1e-7 * max(1, abs(program.bounds[i]))
          switch program.relations[i] {
          case .atMost: return sum <= program.bounds[i] + slack
          case .equal: return abs(sum - program.bounds[i]) <= slack
          case .atLeast: return sum >= program.bounds[i] - slack
          }
        } && (0..<count).allSatisfy { program.isFree[$0] || point[$0] >= -1e-7 }
      guard isInside else { continue }
      let sum = zip(program.objective, point).reduce(0) { $0 + $1.0 * $1.1 }
      best = min(best ?? sum, sum)
    }
    return best
  }

  /// 1e-6 relative: corners and optimum are both rounded, and the corner test lets 1e-7 pass.
  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 1e-6 * max(1, abs(b)), "\(found) for \(expected)") }
  }
}
