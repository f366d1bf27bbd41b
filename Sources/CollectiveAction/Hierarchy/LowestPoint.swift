/// The lowest value of a function of one number, and how far below it the function can be at most.
///
/// Where the function is known to change by no more than a slope for a unit, it cannot pass below the cone under each value
/// that was looked at; the search looks where the cones meet lowest until nothing can hide there, and what may still hide is
/// its certificate. Where no slope is known, a grid is looked at, and there is none. Either way the surroundings of the lowest
/// value are searched once more, which can only bring it lower.
///
/// Source: Piyavskii (1972), USSR Comput. Math. Math. Phys. 12(4), 57–67; Shubert (1972), SIAM J. Numer. Anal. 9, 379–388;
/// within a cell of the grid, golden section (Kiefer 1953, Proc. Amer. Math. Soc. 4, 502–506).
struct LowestPoint {
  let place: Double
  let value: Double
  /// No value between the bounds lies lower by more than this; none if that was not shown.
  let shortfall: Double?

  /// The most values the certified search looks at.
  static let mostValues = 20_000
  private static let cells = 200

  /// Where it was found in another way.
  init(at place: Double, value: Double, shortfall: Double?) {
    self.place = place
    self.value = value
    self.shortfall = shortfall
  }

  /// - Parameters:
  ///   - low: the lower bound.
  ///   - high: the upper bound, above `low`.
  ///   - slope: at least how fast `function` can change between `low` and what it is given, if known.
  ///   - accuracy: when to stop; what is then not shown is told by ``shortfall``.
  init(
    from low: Double, to high: Double, slope: (Double) -> Double?, accuracy: Double,
    of function: (Double) throws(DilemmaError) -> Double
  ) throws(DilemmaError) {
    guard let steepest = slope(high), steepest.isFinite else {
      let best = try Self.gridded(from: low, to: high, of: function)
      (place, value) = try Self.polished(best, from: low, to: high, of: function)
      shortfall = nil
      return
    }
    var heap = CellHeap()
    let ends = (try function(low), try function(high))
    var best = ends.0 <= ends.1 ? (place: low, value: ends.0) : (place: high, value: ends.1)
    heap.insert(Cell(low: low, high: high, atLow: ends.0, atHigh: ends.1, slope: steepest))
    var values = 2
    while let cell = heap.lowest, best.value - cell.bound > accuracy, values < Self.mostValues {
      let middle = cell.lowestPlace
      // Nothing lies between two numbers that follow each other.
      guard middle > cell.low, middle < cell.high else { break }
      heap.removeLowest()
      let found = try function(middle)
      values += 1
      if found < best.value { best = (middle, found) }
      heap.insert(
        Cell(low: cell.low, high: middle, atLow: cell.atLow, atHigh: found, slope: slope(middle) ?? cell.slope))
      heap.insert(Cell(low: middle, high: cell.high, atLow: found, atHigh: cell.atHigh, slope: cell.slope))
    }
    (place, value) = try Self.polished(best, from: low, to: high, of: function)
    shortfall = max(0, value - (heap.lowest?.bound ?? value))
  }

  private static func gridded(
    from low: Double, to high: Double, of function: (Double) throws(DilemmaError) -> Double
  ) throws(DilemmaError) -> (place: Double, value: Double) {
    var best = (place: low, value: try function(low))
    for cell in 1...cells {
      let place = low + Double(cell) * (high - low) / Double(cells)
      let value = try function(place)
      if value < best.value - 1e-14 * abs(best.value) { best = (place, value) }
    }
    return best
  }

  /// The lowest value of golden sections around `best`, or `best` itself.
  private static func polished(
    _ best: (place: Double, value: Double), from low: Double, to high: Double,
    of function: (Double) throws(DilemmaError) -> Double
  ) throws(DilemmaError) -> (place: Double, value: Double) {
    var best = best
    let close = 1e-14 * abs(best.value)  // what rounding makes of values that are equal
    let step = (high - low) / Double(cells)
    var (left, right) = (max(low, best.place - step), min(high, best.place + step))
    let golden = 0.5 * (5.0.squareRoot() - 1)
    // 40 steps leave 10⁻⁸ of the cell, where costs that are smooth no longer differ.
    for _ in 0..<40 {
      let (first, second) = (right - golden * (right - left), left + golden * (right - left))
      let (atFirst, atSecond) = (try function(first), try function(second))
      // Of places that are as low, the first: no more is asked of a lever than it takes.
      for found in [(place: second, value: atSecond), (place: first, value: atFirst)]
      where found.value < best.value - close || found.value <= best.value + close && found.place < best.place {
        best = found
      }
      if atFirst <= atSecond + close { right = second } else { left = first }
    }
    return best
  }
}

/// A stretch between two values that were looked at, and the lowest the function can be in it.
private struct Cell {
  let low: Double
  let high: Double
  let atLow: Double
  let atHigh: Double
  let slope: Double
  let lowestPlace: Double
  let bound: Double

  init(low: Double, high: Double, atLow: Double, atHigh: Double, slope: Double) {
    (self.low, self.high, self.atLow, self.atHigh, self.slope) = (low, high, atLow, atHigh, slope)
    let middle = (low + high) / 2
    lowestPlace = slope > 0 ? min(max(middle + (atLow - atHigh) / (2 * slope), low), high) : middle
    bound = min(atLow, atHigh, (atLow + atHigh) / 2 - slope * (high - low) / 2)
  }
}

/// Cells with the one of the least bound at hand.
private struct CellHeap {
  private var cells: [Cell] = []

  var lowest: Cell? { cells.first }

  mutating func insert(_ cell: Cell) {
    cells.append(cell)
    var child = cells.count - 1
    while child > 0, cells[child].bound < cells[(child - 1) / 2].bound {
      cells.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeLowest() {
    cells.swapAt(0, cells.count - 1)
    cells.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < cells.count && cells[child].bound < cells[least].bound {
        least = child
      }
      guard least != parent else { return }
      cells.swapAt(parent, least)
      parent = least
    }
  }
}
