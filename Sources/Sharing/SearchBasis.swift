import CollectiveAction
import Mathematics

/// One row of the linear programmes behind the nucleolus, in the unknowns x₁…xₙ and the level t.
struct SearchRow: Hashable {
  enum Kind: Int {
    /// x(S) is settled.
    case settled
    /// x(S) + t, or x(S) + |S| t, is at least what S gains alone: no coalition misses more than t.
    case excess
    /// x(i) is at least what i gains alone.
    case ownWorth
  }

  let kind: Kind
  let coalition: Coalition

  /// The order in which ties are broken when the search stalls.
  var rank: (Int, Coalition) { (kind.rawValue, coalition) }
}

/// A vertex of the linear programme "make t as small as can be": n + 1 rows that hold with equality.
///
/// The basis stays dual feasible, its multipliers from zero up on every row but the settled ones, so its
/// level is never above the least one, and rows may be added as they are found to be violated.
struct SearchBasis<Number: SearchNumber> {
  private let size: Int
  private let measure: ExcessMeasure
  private(set) var rows: [SearchRow]
  private var sides: [Number]
  /// The columns of the inverse; column r belongs to row r.
  private var columns: [[Number]]
  /// x₁…xₙ, then t.
  private(set) var point: [Number]
  private var exchangesSinceInversion = 0

  /// - Returns: nil when the rows do not determine a point.
  init?(rows: [SearchRow], sides: [Number], measure: ExcessMeasure) {
    size = rows.count
    self.measure = measure
    self.rows = rows
    self.sides = sides
    columns = []
    point = []
    guard invert() else { return nil }
  }

  var level: Number { point[size - 1] }

  /// How much the least level would rise if the row's right-hand side did, for each unit.
  func multiplier(_ index: Int) -> Number { columns[index][size - 1] }

  /// The left-hand side of any row at the point.
  func value(of row: SearchRow) -> Number { product(row, point) }

  /// Takes in a row that `point` violates, and drops the row that keeps the multipliers from zero up.
  ///
  /// - Parameter inFixedOrder: whether ties are broken by the rows' order (Bland 1977), which cannot cycle.
  /// - Returns: the rise of the level for each unit of the violation; nil when no row can be dropped.
  mutating func exchange(_ entering: SearchRow, side: Number, inFixedOrder: Bool) -> Number? {
    var leaving: (index: Int, ratio: Number, weight: Number)?
    let weights = columns.map { product(entering, $0) }
    for index in rows.indices where rows[index].kind != .settled && weights[index] > Number.negligible {
      let ratio = max(multiplier(index), .zero) / weights[index]
      guard let best = leaving else {
        leaving = (index, ratio, weights[index])
        continue
      }
      let wins =
        ratio != best.ratio
        ? ratio < best.ratio
        : inFixedOrder ? rows[index].rank < rows[best.index].rank : weights[index] > best.weight
      if wins { leaving = (index, ratio, weights[index]) }
    }
    guard let leaving else { return nil }
    rows[leaving.index] = entering
    sides[leaving.index] = side
    exchangesSinceInversion += 1
    if exchangesSinceInversion >= 40 {
      guard invert() else { return nil }
    } else {
      let column = columns[leaving.index].map { $0 / leaving.weight }
      columns[leaving.index] = column
      for index in columns.indices where index != leaving.index && weights[index] != .zero {
        for place in column.indices { columns[index][place] -= weights[index] * column[place] }
      }
      locate()
    }
    return leaving.ratio
  }

  private func product(_ row: SearchRow, _ vector: [Number]) -> Number {
    var sum = levelCoefficient(row) * vector[vector.count - 1]
    for player in row.coalition { sum += vector[player] }
    return sum
  }

  private func levelCoefficient(_ row: SearchRow) -> Number {
    row.kind == .excess ? Number(measure.weight(of: row.coalition)) : .zero
  }

  private mutating func locate() {
    point = [Number](repeating: .zero, count: size)
    for (column, side) in zip(columns, sides) where side != .zero {
      for place in point.indices { point[place] += column[place] * side }
    }
  }

  /// Gauss–Jordan elimination with the largest pivots.
  private mutating func invert() -> Bool {
    let one = Number(1)
    var left = rows.map { row in
      (0..<size).map { place in
        place == size - 1 ? levelCoefficient(row) : row.coalition.contains(place) ? one : .zero
      }
    }
    var right = (0..<size).map { row in (0..<size).map { $0 == row ? one : .zero } }
    for column in 0..<size {
      guard let pivot = (column..<size).max(by: { left[$0][column].magnitude < left[$1][column].magnitude }),
        left[pivot][column].magnitude > Number.negligible
      else { return false }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let scale = left[column][column]
      for place in 0..<size {
        left[column][place] = left[column][place] / scale
        right[column][place] = right[column][place] / scale
      }
      for row in 0..<size where row != column && left[row][column] != .zero {
        let factor = left[row][column]
        for place in 0..<size {
          left[row][place] -= factor * left[column][place]
          right[row][place] -= factor * right[column][place]
        }
      }
    }
    columns = (0..<size).map { column in right.map { $0[column] } }
    exchangesSinceInversion = 0
    locate()
    return true
  }
}
