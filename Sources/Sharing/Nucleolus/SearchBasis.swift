import CollectiveAction
import Mathematics

/// One row of the linear programmes behind the nucleolus, in the unknowns x₁…xₙ and the level t.
struct SearchRow<Number: SearchNumber> {
  enum Kind: Int {
    /// x(S) is settled.
    case settled
    /// x(S) + w t is at least what S gains alone: no coalition misses more than its weight w times t.
    case excess
    /// x(i) is at least what i gains alone.
    case ownWorth
  }

  var kind: Kind
  let coalition: Coalition
  /// What x(S), with the level, is to reach.
  let side: Number
  /// The level's coefficient in an excess row.
  let weight: Number

  /// The order in which ties are broken when the search stalls.
  var rank: (Int, Coalition) { (kind.rawValue, coalition) }
  var levelCoefficient: Number { kind == .excess ? weight : .zero }
}

/// A vertex of the linear programme "make t as small as can be": n + 1 rows that hold with equality.
///
/// The basis stays dual feasible, its multipliers from zero up on every row but the settled ones, so its
/// level is never above the least one, and rows may be added as they are found to be violated.
struct SearchBasis<Number: SearchNumber> {
  typealias Row = SearchRow<Number>

  private let size: Int
  private(set) var rows: [Row]
  /// The inverse, unknown by unknown: x₁'s entry for every row, then x₂'s, at last t's, which are the multipliers.
  private var inverse: [Number]
  /// x₁…xₙ, then t.
  private(set) var point: [Number]
  private var exchangesSinceInversion = 0

  /// - Returns: nil when the rows do not determine a point.
  init?(rows: [Row]) {
    size = rows.count
    self.rows = rows
    inverse = []
    point = []
    guard invert() else { return nil }
  }

  var level: Number { point[size - 1] }
  var shares: [Number] { Array(point[..<(size - 1)]) }

  /// How much the least level would rise if the row's right-hand side did, for each unit.
  func multiplier(_ index: Int) -> Number { inverse[(size - 1) * size + index] }

  /// By how much the point falls short of each row.
  func violations(of rows: [Row], _ take: (_ index: Int, _ violation: Number) -> Void) {
    point.withUnsafeBufferPointer { point in
      rows.withUnsafeBufferPointer { rows in
        for index in rows.indices {
          var rest = rows[index].side
          if rows[index].kind == .excess { rest -= rows[index].weight * point[size - 1] }
          var members = rows[index].coalition.mask
          while members != 0 {
            rest -= point[members.trailingZeroBitCount]
            members &= members - 1
          }
          take(index, rest)
        }
      }
    }
  }

  /// Takes in a row that `point` violates, and drops the row that keeps the multipliers from zero up.
  ///
  /// - Parameter inFixedOrder: whether ties are broken by the rows' order (Bland 1977), which cannot cycle.
  /// - Returns: the rise of the level for each unit of the violation; nil when no row can be dropped.
  mutating func exchange(_ entering: Row, inFixedOrder: Bool) -> Number? {
    let weights = combination(entering)
    var leaving: (index: Int, ratio: Number, weight: Number)?
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
    exchangesSinceInversion += 1
    if exchangesSinceInversion >= 40 {
      guard invert() else { return nil }
    } else {
      inverse.withUnsafeMutableBufferPointer { inverse in
        weights.withUnsafeBufferPointer { weights in
          for unknown in 0..<size {
            let start = unknown * size
            let entry = inverse[start + leaving.index] / leaving.weight
            guard entry != .zero else { continue }
            for index in 0..<size { inverse[start + index] -= weights[index] * entry }
            inverse[start + leaving.index] = entry
          }
        }
      }
      locate()
    }
    return leaving.ratio
  }

  /// The row as a combination of the basis's rows: its coefficients times the inverse.
  private func combination(_ row: Row) -> [Number] {
    inverse.withUnsafeBufferPointer { inverse in
      let level = row.levelCoefficient
      var sums = (0..<size).map { level == .zero ? .zero : level * inverse[(size - 1) * size + $0] }
      sums.withUnsafeMutableBufferPointer { sums in
        for player in row.coalition {
          let start = player * size
          for index in 0..<size { sums[index] += inverse[start + index] }
        }
      }
      return sums
    }
  }

  private mutating func locate() {
    point = inverse.withUnsafeBufferPointer { inverse in
      (0..<size).map { unknown in
        var sum = Number.zero
        for index in 0..<size where rows[index].side != .zero {
          sum += inverse[unknown * size + index] * rows[index].side
        }
        return sum
      }
    }
  }

  /// Gauss–Jordan elimination with the largest pivots.
  private mutating func invert() -> Bool {
    let one = Number(1)
    let width = 2 * size
    var wide = [Number](repeating: .zero, count: size * width)
    for (index, row) in rows.enumerated() {
      for player in row.coalition { wide[index * width + player] = one }
      wide[index * width + size - 1] = row.levelCoefficient
      wide[index * width + size + index] = one
    }
    let isRegular = wide.withUnsafeMutableBufferPointer { wide in
      for column in 0..<size {
        guard
          let pivot = (column..<size).max(by: {
            wide[$0 * width + column].magnitude < wide[$1 * width + column].magnitude
          }), wide[pivot * width + column].magnitude > Number.negligible
        else { return false }
        if pivot != column {
          for place in 0..<width { wide.swapAt(column * width + place, pivot * width + place) }
        }
        let scale = one / wide[column * width + column]
        for place in column..<width { wide[column * width + place] = wide[column * width + place] * scale }
        for row in 0..<size where row != column {
          let factor = wide[row * width + column]
          guard factor != .zero else { continue }
          for place in column..<width { wide[row * width + place] -= factor * wide[column * width + place] }
        }
      }
      return true
    }
    guard isRegular else { return false }
    inverse = (0..<size * size).map { wide[$0 / size * width + size + $0 % size] }
    exchangesSinceInversion = 0
    locate()
    return true
  }
}
