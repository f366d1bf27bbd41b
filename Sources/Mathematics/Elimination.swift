/// All solutions of A x = b: a point and the directions in which it may be moved.
///
/// Gauss's elimination with complete pivoting, which tells the rank; for the few unknowns of a search by faces.
struct Elimination {
  /// A solution; its free unknowns are zero.
  let point: [Double]
  /// One direction for each unknown the equations leave free.
  let directions: [[Double]]

  /// The least pivot that was eliminated with, over the size of its row; one without any.
  let leastPivot: Double
  /// Whether entries were taken for zero that may be more than rounding.
  let isDoubtful: Bool

  /// A pivot below this, rows and columns being of size one, counts as zero.
  static let zero = 1e-10
  /// What rounding leaves of an entry that is zero, over the size of its row.
  private static let rounding = 1e-13

  /// Nothing when the equations contradict one another, wherever in their ranges the unknowns are.
  /// - Parameters:
  ///   - rows: the entries of each row of A, then its right side; square. Rows may be of any size.
  ///   - scales: the size of the terms each right side was added up from.
  ///   - ranges: how large each unknown may be in size.
  init?(_ rows: [[Double]], scales: [Double], ranges: [Double]) {
    let order = rows.count
    var rows = rows
    var scales = scales
    var columnOrder = Array(0..<order)
    // Every row in its own largest entry.
    for row in 0..<order {
      let largest = rows[row].dropLast().reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { continue }
      for column in 0...order { rows[row][column] /= largest }
      scales[row] /= largest
    }
    var growth = [Double](repeating: 1, count: order)
    var rank = 0
    var leastPivot = 1.0
    while rank < order {
      var (best, at) = (0.0, (rank, rank))
      for row in rank..<order {
        for column in rank..<order where abs(rows[row][column]) > best {
          (best, at) = (abs(rows[row][column]), (row, column))
        }
      }
      guard best > Self.zero else { break }
      leastPivot = min(leastPivot, best)
      rows.swapAt(rank, at.0)
      scales.swapAt(rank, at.0)
      growth.swapAt(rank, at.0)
      columnOrder.swapAt(rank, at.1)
      for row in 0..<order { rows[row].swapAt(rank, at.1) }
      for row in 0..<order where row != rank {
        let factor = rows[row][rank] / rows[rank][rank]
        guard factor != 0 else { continue }
        for column in rank...order { rows[row][column] -= factor * rows[rank][column] }
        rows[row][rank] = 0
        scales[row] += abs(factor) * scales[rank]
        growth[row] += abs(factor) * growth[rank]
      }
      rank += 1
    }
    var isDoubtful = false
    for row in rank..<order {
      // What is left of the row may still move its sum by so much.
      var reach = BoxedComplementarity.tolerance * scales[row]
      for column in rank..<order where rows[row][column] != 0 {
        let isRounding = abs(rows[row][column]) <= Self.rounding * growth[row]
        if isRounding && !ranges[columnOrder[column]].isFinite { continue }
        reach += abs(rows[row][column]) * ranges[columnOrder[column]]
        if !isRounding { isDoubtful = true }
      }
      if abs(rows[row][order]) > reach { return nil }
    }
    var point = [Double](repeating: 0, count: order)
    for row in 0..<rank { point[columnOrder[row]] = rows[row][order] / rows[row][row] }
    self.point = point
    self.leastPivot = leastPivot
    self.isDoubtful = isDoubtful
    directions = (rank..<order).map { free in
      var direction = [Double](repeating: 0, count: order)
      direction[columnOrder[free]] = 1
      for row in 0..<rank { direction[columnOrder[row]] = -rows[row][free] / rows[row][row] }
      return direction
    }
  }
}
