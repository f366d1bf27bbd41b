/// A linear program solved for some of its variables, the way the simplex method walks.
///
/// The program is put as: maximise Σ cⱼxⱼ with wᵢ = bᵢ − Σ aᵢⱼxⱼ, x ≥ 0 and w ≥ 0. Right-hand sides and objective are
/// moved by μ times random numbers, so much that the start is optimal; then μ is brought to zero, with a step wherever
/// the optimum changes.
struct SimplexDictionary {
  enum Ending {
    case optimal, infeasible
    /// The objective grows without end in the direction found.
    case improvesForEver
    /// Rounding led astray.
    case lost
  }

  /// Variables by number: first those of the program, then the slack of each row.
  private var basic: [Int]
  private var nonbasic: [Int]
  private let variables: Int
  /// Whether a row is past leaving (a free variable), or a column past entering (the slack of an equation).
  private var isRowSettled: [Bool]
  private var isColumnBarred: [Bool]
  private let width: Int
  /// Row by row, each with the coefficients, then the right-hand side and its share of μ; last the two objectives.
  private var numbers: [Double]
  private let height: Int
  /// What rows and columns were multiplied by, powers of two; below zero for a row that was turned round.
  let rowFactors: [Double]
  let columnFactors: [Double]
  /// A row that no numbers meet, once found.
  private var impossibleRow: Int?
  /// A column along which the objective grows without end, once found, and whether downwards.
  private var endless: (place: Int, isDownwards: Bool)?

  /// Smaller coefficients count as nothing: each row and column was scaled to a largest entry near one.
  private static let nothing = 1e-9

  /// - Parameters:
  ///   - program: what is to be solved.
  ///   - seed: of the random numbers.
  ///   - isEven: whether rows and columns, with bounds and objective, are scaled until their entries lie around one;
  ///     else each row and then each column is scaled once.
  init(_ program: LinearProgram, perturbedBy seed: UInt64, isEven: Bool) {
    let (rows, columns) = (program.bounds.count, program.objective.count)
    variables = columns
    height = rows
    width = columns + 2
    basic = Array(columns..<(columns + rows))
    nonbasic = Array(0..<columns)
    isRowSettled = [Bool](repeating: false, count: rows)
    isColumnBarred = [Bool](repeating: false, count: columns)
    numbers = [Double](repeating: 0, count: (rows + 2) * width)
    let (rowScales, columnScales) = isEven ? Self.evenScales(program) : Self.scales(program.rows)
    rowFactors = zip(rowScales, program.relations).map { $1 == .atLeast ? -$0 : $0 }
    columnFactors = columnScales
    let largestBound = zip(program.bounds, rowScales).reduce(0) { max($0, abs($1.0 * $1.1)) }
    let largestGain = zip(program.objective, columnScales).reduce(0) { max($0, abs($1.0 * $1.1)) }
    for i in 0..<rows {
      // At least is at most, turned round.
      let factor = rowFactors[i]
      for j in 0..<columns { numbers[i * width + j] = program.rows[i, j] * factor * columnScales[j] }
      numbers[i * width + columns] = program.bounds[i] * factor / (largestBound > 0 ? largestBound : 1)
    }
    for j in 0..<columns {
      // What is minimised, turned round.
      numbers[rows * width + j] = -program.objective[j] * columnScales[j] / (largestGain > 0 ? largestGain : 1)
    }
    settle(program)
    // Above zero wherever a sign counts, so that a large enough μ makes this dictionary optimal.
    var chance = RandomStream(seed: 0x1e55, stream: [Int(seed)])
    for i in 0..<rows where !isRowSettled[i] { numbers[i * width + columns + 1] = 0.5 + chance.uniform() }
    for j in 0..<columns where !isColumnBarred[j] { numbers[(rows + 1) * width + j] = -(0.5 + chance.uniform()) }
  }

  /// Powers of two that bring the largest entry of each row, then of each column, near one.
  private static func scales(_ matrix: Matrix) -> (rows: [Double], columns: [Double]) {
    func scale(_ largest: Double) -> Double {
      largest > 0 ? Double(sign: .plus, exponent: -largest.exponent, significand: 1) : 1
    }
    let rows = (0..<matrix.rows).map { i in scale((0..<matrix.columns).reduce(0) { max($0, abs(matrix[i, $1])) }) }
    var largest = [Double](repeating: 0, count: matrix.columns)
    for i in 0..<matrix.rows {
      for j in 0..<matrix.columns { largest[j] = max(largest[j], abs(matrix[i, j]) * rows[i]) }
    }
    return (rows, largest.map(scale))
  }

  /// Powers of two that bring the smallest and the largest entry of each row, bounds among them, and of each column,
  /// costs among them, as far above one as below.
  private static func evenScales(_ program: LinearProgram) -> (rows: [Double], columns: [Double]) {
    let (rows, columns) = (program.bounds.count, program.objective.count)
    var (rowPowers, columnPowers) = ([Int](repeating: 0, count: rows), [Int](repeating: 0, count: columns))
    var (boundPower, gainPower) = (0, 0)
    func exponent(_ number: Double) -> Int? { number == 0 ? nil : Int(number.exponent) }
    func middle(_ powers: [Int?]) -> Int {
      let known = powers.compactMap { $0 }
      guard let least = known.min(), let most = known.max() else { return 0 }
      return -((least + most) / 2)
    }
    for _ in 0..<8 {
      for i in 0..<rows {
        rowPowers[i] = middle(
          (0..<columns).map { j in exponent(program.rows[i, j]).map { $0 + columnPowers[j] } }
            + [exponent(program.bounds[i]).map { $0 + boundPower }])
      }
      boundPower = middle((0..<rows).map { i in exponent(program.bounds[i]).map { $0 + rowPowers[i] } })
      for j in 0..<columns {
        columnPowers[j] = middle(
          (0..<rows).map { i in exponent(program.rows[i, j]).map { $0 + rowPowers[i] } }
            + [exponent(program.objective[j]).map { $0 + gainPower }])
      }
      gainPower = middle((0..<columns).map { j in exponent(program.objective[j]).map { $0 + columnPowers[j] } })
    }
    func factor(_ power: Int) -> Double { Double(sign: .plus, exponent: min(max(power, -500), 500), significand: 1) }
    return (rowPowers.map(factor), columnPowers.map(factor))
  }

  /// Solves for free variables, which then stay, and for equations' slacks no more, which stay at zero.
  private mutating func settle(_ program: LinearProgram) {
    for place in nonbasic.indices where program.isFree[place] {
      guard let row = rowToSolve(forFreeAt: place, program) else {
        // No condition binds it: it is left at zero, unless moving it would pay for ever.
        isColumnBarred[place] = true
        let gain = numbers[height * width + place]
        if abs(gain) > Self.nothing { endless = (place, gain < 0) }
        continue
      }
      let isEquation = program.relations[basic[row] - variables] == .equal
      pivot(row, place)
      isRowSettled[row] = true
      isColumnBarred[place] = isEquation
    }
    for row in 0..<height where basic[row] >= variables && program.relations[basic[row] - variables] == .equal {
      var best: Int?
      var size = Self.nothing
      for place in nonbasic.indices where !isColumnBarred[place] && abs(numbers[row * width + place]) > size {
        (best, size) = (place, abs(numbers[row * width + place]))
      }
      guard let best else {
        // An equation that follows from the others, or contradicts them.
        if abs(numbers[row * width + width - 2]) > Self.nothing { impossibleRow = row }
        isRowSettled[row] = true
        continue
      }
      pivot(row, best)
      isColumnBarred[best] = true
    }
  }

  /// The open row with the largest coefficient of a free variable; an equation's if there is one, since its slack has
  /// to go.
  private func rowToSolve(forFreeAt place: Int, _ program: LinearProgram) -> Int? {
    var best: Int?
    var size = 0.0
    for row in 0..<height where !isRowSettled[row] && abs(numbers[row * width + place]) > Self.nothing {
      let isEquation = program.relations[basic[row] - variables] == .equal
      let own = abs(numbers[row * width + place]) * (isEquation ? 1e3 : 1)
      if own > size { (best, size) = (row, own) }
    }
    return best
  }

  /// Walks until μ is zero.
  mutating func run() -> Ending {
    guard impossibleRow == nil else { return .infeasible }
    guard endless == nil else { return .improvesForEver }
    let (bounds, shares) = (width - 2, width - 1)
    for _ in 0..<(200 * (height + nonbasic.count) + 1000) {
      // The largest μ at which something stops being optimal.
      var mu = 0.0
      var (row, place) = (-1, -1)
      for i in 0..<height where !isRowSettled[i] {
        let (bound, share) = (numbers[i * width + bounds], numbers[i * width + shares])
        if share > Self.nothing, -bound / share > mu { (mu, row, place) = (-bound / share, i, -1) }
      }
      for j in 0..<nonbasic.count where !isColumnBarred[j] {
        let (gain, share) = (numbers[height * width + j], numbers[(height + 1) * width + j])
        if share < -Self.nothing, gain / -share > mu { (mu, row, place) = (gain / -share, -1, j) }
      }
      // 1e-13: what rounding leaves of zero; the answer is worked out afresh and checked.
      guard mu > 1e-13 else { return .optimal }
      if row >= 0 {
        guard let entering = entering(row, mu) else {
          if numbers[row * width + bounds] < -Self.nothing {
            impossibleRow = row
            return .infeasible
          }
          // Rounding of zero: nothing is missing.
          numbers[row * width + bounds] = 0
          continue
        }
        place = entering
      } else {
        guard let leaving = leaving(place, mu) else {
          if numbers[height * width + place] > Self.nothing {
            endless = (place, false)
            return .improvesForEver
          }
          numbers[height * width + place] = 0
          continue
        }
        row = leaving
      }
      pivot(row, place)
      guard numbers[row * width + bounds].isFinite else { return .lost }
    }
    return .lost
  }

  /// The column that keeps all others optimal at μ when `row` leaves.
  private func entering(_ row: Int, _ mu: Double) -> Int? {
    var best: Int?
    var least = Double.infinity
    var size = 0.0
    for j in 0..<nonbasic.count where !isColumnBarred[j] {
      let coefficient = -numbers[row * width + j]
      guard coefficient > Self.nothing else { continue }
      let ratio = max(0, -(numbers[height * width + j] + mu * numbers[(height + 1) * width + j])) / coefficient
      // Of what is as good as equal, the larger pivot.
      if ratio < least * (1 - 1e-10) - 1e-14 || ratio <= least * (1 + 1e-10) + 1e-14 && coefficient > size {
        (best, least, size) = (j, min(ratio, least), coefficient)
      }
    }
    return best
  }

  /// The row that keeps all others feasible at μ when the variable at `place` grows.
  private func leaving(_ place: Int, _ mu: Double) -> Int? {
    var best: Int?
    var least = Double.infinity
    var size = 0.0
    for i in 0..<height where !isRowSettled[i] {
      let coefficient = numbers[i * width + place]
      guard coefficient > Self.nothing else { continue }
      let ratio = max(0, numbers[i * width + width - 2] + mu * numbers[i * width + width - 1]) / coefficient
      if ratio < least * (1 - 1e-10) - 1e-14 || ratio <= least * (1 + 1e-10) + 1e-14 && coefficient > size {
        (best, least, size) = (i, min(ratio, least), coefficient)
      }
    }
    return best
  }

  /// Solves `row` for the variable at `place` and puts it into all others.
  private mutating func pivot(_ row: Int, _ place: Int) {
    let (width, height) = (width, height)
    numbers.withUnsafeMutableBufferPointer { numbers in
      let own = row * width
      let scale = 1 / numbers[own + place]
      for j in 0..<width { numbers[own + j] *= scale }
      numbers[own + place] = scale
      for i in 0..<(height + 2) where i != row {
        let start = i * width
        let factor = numbers[start + place]
        guard factor != 0 else { continue }
        for j in 0..<width { numbers[start + j] -= factor * numbers[own + j] }
        numbers[start + place] = -factor * scale
      }
    }
    swap(&basic[row], &nonbasic[place])
  }

  /// The program's variables that the dictionary is solved for, ascending.
  var basicVariables: [Int] { basic.filter { $0 < variables }.sorted() }

  /// The program's rows without slack, ascending.
  var tightRows: [Int] { nonbasic.filter { $0 >= variables }.map { $0 - variables }.sorted() }

  /// After ``Ending/infeasible``: what each of the program's rows is to be multiplied by for their sum to be a condition
  /// that no numbers meet (Farkas).
  var contradiction: [Double]? {
    guard let row = impossibleRow else { return nil }
    // The variable of the row and the others times their coefficients make up its bound, which is below zero, or is not
    // zero where all of them are.
    let sign: Double = numbers[row * width + width - 2] > 0 ? -1 : 1
    var weights = [Double](repeating: 0, count: height)
    if basic[row] >= variables { weights[basic[row] - variables] = sign }
    for (place, variable) in nonbasic.enumerated() where variable >= variables {
      weights[variable - variables] = sign * numbers[row * width + place]
    }
    return zip(weights, rowFactors).map { $0 * $1 }
  }

  /// After ``Ending/improvesForEver``: how the program's variables change as its sum falls without end.
  var direction: [Double]? {
    guard let endless else { return nil }
    let sign: Double = endless.isDownwards ? -1 : 1
    var moves = [Double](repeating: 0, count: variables)
    if nonbasic[endless.place] < variables { moves[nonbasic[endless.place]] = sign }
    for (row, variable) in basic.enumerated() where variable < variables {
      moves[variable] = -sign * numbers[row * width + endless.place]
    }
    return zip(moves, columnFactors).map { $0 * $1 }
  }
}
