import CollectiveAction
import Mathematics

/// A basis of a ``CoreProgramme`` solved in fractions.
struct ExactVertex {
  let rows: [Int]
  let point: [Rational]
  /// One a row: how much the least value would rise if the row's side did, for each unit.
  let multipliers: [Rational]
  private let transposed: ExactLinearSystem
  private let all: Int

  init?(rows: [Int], objective: [Int], in programme: CoreProgramme) {
    let players = objective.indices
    let matrix = rows.map { row in players.map { row >> $0 & 1 } }
    guard let system = ExactLinearSystem(matrix),
      let transposed = ExactLinearSystem(players.map { player in rows.map { $0 >> player & 1 } })
    else { return nil }
    self.rows = rows
    self.transposed = transposed
    all = programme.game.worths.count - 1
    point = system.solution(for: rows.map { programme.side($0) })
    multipliers = transposed.solution(for: objective.map { Rational($0) })
  }

  var isDualFeasible: Bool { zip(rows, multipliers).allSatisfy { $0 == all || !$1.isNegative } }

  /// The rows with one more, less the one that keeps the multipliers from zero up; nil when none does.
  func rows(admitting entering: Int, kept: Int?) -> [Int]? {
    let weights = transposed.solution(for: rows.indices.map { Rational(entering >> $0 & 1) })
    var leaving: (index: Int, ratio: Rational)?
    for index in rows.indices where rows[index] != kept && weights[index].isPositive {
      let ratio = multipliers[index] / weights[index]
      if let best = leaving, best.ratio < ratio || best.ratio == ratio && rows[best.index] < rows[index] { continue }
      leaving = (index, ratio)
    }
    guard let leaving else { return nil }
    var next = rows
    next[leaving.index] = entering
    return next
  }
}

/// What coalitions receive at a point in fractions, by machine words where the fractions have a small common
/// denominator.
struct ExactTotals {
  private let point: [Rational]
  private let words: (numerators: [Int], denominator: Int)?

  init(_ point: [Rational]) {
    self.point = point
    // Each denominator that is not yet contained adds what it lacks.
    let denominator = point.reduce(Rational(1)) { $0 * Rational(($1 * $0).denominator) }
    let numerators = point.compactMap { ($0 * denominator).wholeNumber }
    // 2⁵⁶ leaves room for the sum of 64 of them.
    let fits = numerators.count == point.count && numerators.allSatisfy { $0.magnitude < 1 << 56 }
    words = fits ? denominator.wholeNumber.map { (numerators, $0) } : nil
  }

  func total(of mask: Int) -> Rational {
    guard let words else { return point.indices.reduce(.zero) { mask >> $1 & 1 == 1 ? $0 + point[$1] : $0 } }
    return Rational(Self.sum(words.numerators, mask)) / Rational(words.denominator)
  }

  /// Whether the total is below the decimal that `gain` prints as; nil where words do not tell.
  func isTotal(of mask: Int, below gain: Double) -> Bool? {
    guard let words else { return nil }
    var unit = 1
    // As decimals are read in fractions: a whole number of tenths, hundredths, … that gives this number back.
    for _ in 0...6 {
      let scaled = (gain * Double(unit)).rounded()
      guard abs(scaled) < 1e15 else { return nil }
      if scaled / Double(unit) == gain {
        let total = Int128(Self.sum(words.numerators, mask))
        return total * Int128(unit) < Int128(Int(scaled)) * Int128(words.denominator)
      }
      unit *= 10
    }
    return nil
  }

  private static func sum(_ numerators: [Int], _ mask: Int) -> Int {
    var (rest, sum) = (mask, 0)
    while rest != 0 {
      sum += numerators[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}
