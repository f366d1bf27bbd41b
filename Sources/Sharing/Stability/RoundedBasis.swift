/// A basis of a ``CoreProgramme`` in rounded numbers, with its inverse.
struct RoundedBasis {
  private(set) var rows: [Int]
  private var sides: [Double]
  private let objective: [Double]
  /// The inverse by columns, one after another; column r belongs to row r.
  private var inverse: [Double]
  private(set) var point: [Double]
  private var exchangesSinceInversion = 0

  init?(rows: [Int], sides: [Double], objective: [Int]) {
    self.rows = rows
    self.sides = sides
    self.objective = objective.map(Double.init)
    inverse = []
    point = []
    guard invert() else { return nil }
  }

  /// Takes in a row that the point violates, and drops the one that keeps the multipliers from zero up.
  ///
  /// - Parameters:
  ///   - kept: a row that never leaves.
  ///   - inFixedOrder: whether ties are broken by the order of the table (Bland 1977), which cannot go in circles,
  ///     rather than by the largest weight, which rounds least.
  /// - Returns: the rise of the value for each unit of the violation; nil when no row can be dropped.
  mutating func exchange(_ entering: Int, side: Double, kept: Int?, inFixedOrder: Bool) -> Double? {
    let count = rows.count
    var weights = [Double](repeating: 0, count: count)
    var leaving: (index: Int, ratio: Double)?
    for row in rows.indices {
      var (weight, multiplier) = (0.0, 0.0)
      for place in 0..<count {
        let entry = inverse[row * count + place]
        if entering >> place & 1 == 1 { weight += entry }
        multiplier += objective[place] * entry
      }
      weights[row] = weight
      guard rows[row] != kept, weight > 1e-9 else { continue }
      // A multiplier that is nothing but rounding counts as zero: so ties are seen as ties.
      let ratio = multiplier > 1e-9 ? multiplier / weight : 0
      if let best = leaving {
        let isLater = inFixedOrder ? rows[best.index] < rows[row] : weights[best.index] >= weight
        if best.ratio < ratio || best.ratio == ratio && isLater { continue }
      }
      leaving = (row, ratio)
    }
    guard let leaving else { return nil }
    rows[leaving.index] = entering
    sides[leaving.index] = side
    exchangesSinceInversion += 1
    if exchangesSinceInversion >= 40 {
      guard invert() else { return nil }
      return leaving.ratio
    }
    let pivot = leaving.index * count
    for place in 0..<count { inverse[pivot + place] /= weights[leaving.index] }
    for row in rows.indices where row != leaving.index && weights[row] != 0 {
      for place in 0..<count { inverse[row * count + place] -= weights[row] * inverse[pivot + place] }
    }
    locate()
    return leaving.ratio
  }

  private mutating func locate() {
    let count = rows.count
    point = [Double](repeating: 0, count: count)
    for row in rows.indices where sides[row] != 0 {
      for place in 0..<count { point[place] += sides[row] * inverse[row * count + place] }
    }
  }

  /// Gauss–Jordan elimination with the largest pivots.
  private mutating func invert() -> Bool {
    let count = rows.count
    var left = rows.map { row in (0..<count).map { Double(row >> $0 & 1) } }
    var right = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(left[$0][column]) < abs(left[$1][column]) }),
        abs(left[pivot][column]) > 1e-9
      else { return false }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let scale = left[column][column]
      for place in 0..<count {
        left[column][place] /= scale
        right[column][place] /= scale
      }
      for row in 0..<count where row != column && left[row][column] != 0 {
        let factor = left[row][column]
        for place in 0..<count {
          left[row][place] -= factor * left[column][place]
          right[row][place] -= factor * right[column][place]
        }
      }
    }
    inverse = (0..<count).flatMap { column in right.map { $0[column] } }
    exchangesSinceInversion = 0
    locate()
    return true
  }
}

/// What coalitions receive at a point, by tables of the sums over each eight players.
struct ChunkSums {
  private var tables: [Double] = []

  init(_ point: [Double]) {
    tables.reserveCapacity((point.count + 7) / 8 * 256)
    for first in stride(from: 0, to: point.count, by: 8) {
      let start = tables.count
      tables.append(0)
      for place in 0..<8 {
        let gain = first + place < point.count ? point[first + place] : 0
        for index in start..<tables.count { tables.append(tables[index] + gain) }
      }
    }
  }

  func total(of mask: Int) -> Double {
    var (rest, start, sum) = (mask, 0, 0.0)
    while rest != 0 {
      sum += tables[start + (rest & 255)]
      rest >>= 8
      start += 256
    }
    return sum
  }
}
