/// All solutions of A x = b: a point and the directions in which it may be moved.
///
/// Gauss's elimination with complete pivoting, which tells the rank; for the few unknowns of a search by faces.
struct Elimination {
  /// A solution; its free unknowns are zero.
  let point: [Double]
  /// One direction for each unknown the equations leave free.
  let directions: [[Double]]

  /// A pivot below this, relative to the largest entry, counts as zero.
  static let zero = 1e-10

  /// Nothing when the equations contradict one another.
  /// - Parameters:
  ///   - rows: the entries of each row of A, then its right side; square.
  ///   - scales: the size of the terms each right side was added up from.
  init?(_ rows: [[Double]], scales: [Double]) {
    let order = rows.count
    var rows = rows
    var scales = scales
    var columnOrder = Array(0..<order)
    let largest = rows.reduce(0) { $1.dropLast().reduce($0) { max($0, abs($1)) } }
    var rank = 0
    while rank < order {
      var (best, at) = (0.0, (rank, rank))
      for row in rank..<order {
        for column in rank..<order where abs(rows[row][column]) > best {
          (best, at) = (abs(rows[row][column]), (row, column))
        }
      }
      guard best > Self.zero * largest else { break }
      rows.swapAt(rank, at.0)
      scales.swapAt(rank, at.0)
      columnOrder.swapAt(rank, at.1)
      for row in 0..<order { rows[row].swapAt(rank, at.1) }
      for row in 0..<order where row != rank {
        let factor = rows[row][rank] / rows[rank][rank]
        guard factor != 0 else { continue }
        for column in rank...order { rows[row][column] -= factor * rows[rank][column] }
        scales[row] += abs(factor) * scales[rank]
      }
      rank += 1
    }
    for row in rank..<order where abs(rows[row][order]) > BoxedComplementarity.tolerance * scales[row] { return nil }
    var point = [Double](repeating: 0, count: order)
    for row in 0..<rank { point[columnOrder[row]] = rows[row][order] / rows[row][row] }
    self.point = point
    directions = (rank..<order).map { free in
      var direction = [Double](repeating: 0, count: order)
      direction[columnOrder[free]] = 1
      for row in 0..<rank { direction[columnOrder[row]] = -rows[row][free] / rows[row][row] }
      return direction
    }
  }
}
