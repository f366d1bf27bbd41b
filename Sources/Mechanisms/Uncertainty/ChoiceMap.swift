import Dispatch

/// Which choice is best where two numbers may lie: a map of regions and the lines between them.
public struct ChoiceMap<Choice: Equatable & Sendable>: Sendable, Equatable {
  /// A place on the map.
  public struct Point: Sendable, Equatable {
    public let across: Double
    public let up: Double
  }

  /// A piece of the line between the regions of two choices.
  public struct Segment: Sendable, Equatable {
    public let start: Point
    public let end: Point
    /// The two choices; where more than two meet in a cell, those at its `start`.
    public let between: [Choice]
  }

  /// Where the columns of the grid stand, ascending.
  public let across: [Double]
  /// Where the rows of the grid stand, ascending.
  public let up: [Double]
  /// The lines between regions, cell by cell in the order of rows and columns.
  public let boundaries: [Segment]
  /// A row of the grid after another.
  private let choices: [Choice]

  /// The best choice where a column of the grid meets a row.
  public subscript(column: Int, row: Int) -> Choice { choices[row * across.count + column] }

  /// Asks for the best choice at every point of a grid, on all cores, and then where it changes between neighbours.
  ///
  /// A region that lies between the points of the grid altogether is missed. The result does not depend on the number
  /// of cores.
  ///
  /// - Parameters:
  ///   - across: the range of the first number.
  ///   - up: the range of the second number.
  ///   - columns: how many points lie across, at least two.
  ///   - rows: how many lie upwards, at least two.
  ///   - best: the best choice where the numbers are these.
  /// - Throws: what `best` threw first, in the order of rows and columns.
  /// - Complexity: columns × rows calls of `best`, and about ten for each side of a cell that a boundary crosses.
  public init<Failure: Error>(
    across: ClosedRange<Double>, up: ClosedRange<Double>, columns: Int = 25, rows: Int = 25,
    best: @Sendable (Double, Double) throws(Failure) -> Choice
  ) throws(Failure) {
    precondition(columns >= 2 && rows >= 2, "a grid has at least two columns and two rows")
    let xs = Self.places(in: across, count: columns)
    let ys = Self.places(in: up, count: rows)
    let choices = try inParallel(rows) { (row) throws(Failure) -> [Choice] in
      var found: [Choice] = []
      for x in xs { found.append(try best(x, ys[row])) }
      return found
    }
    let alongRows = try inParallel(rows) { (row) throws(Failure) -> [[Crossing]] in
      var found: [[Crossing]] = []
      for column in 1..<columns {
        found.append(
          try switches(
            from: (xs[column - 1], choices[row][column - 1]), to: (xs[column], choices[row][column]),
            precision: (xs[column] - xs[column - 1]) * Self.precision
          ) { (x) throws(Failure) in try best(x, ys[row]) }
          .map { Crossing(point: Point(across: $0.value, up: ys[row]), between: [$0.below, $0.above]) })
      }
      return found
    }
    let alongColumns = try inParallel(rows - 1) { (row) throws(Failure) -> [[Crossing]] in
      var found: [[Crossing]] = []
      for column in 0..<columns {
        found.append(
          try switches(
            from: (ys[row], choices[row][column]), to: (ys[row + 1], choices[row + 1][column]),
            precision: (ys[row + 1] - ys[row]) * Self.precision
          ) { (y) throws(Failure) in try best(xs[column], y) }
          .map { Crossing(point: Point(across: xs[column], up: $0.value), between: [$0.below, $0.above]) })
      }
      return found
    }
    self.across = xs
    self.up = ys
    self.choices = choices.flatMap { $0 }
    var boundaries: [Segment] = []
    for row in 1..<rows {
      for column in 1..<columns {
        let below = alongRows[row - 1][column - 1]
        let above = alongRows[row][column - 1]
        let left = alongColumns[row - 1][column - 1]
        let right = alongColumns[row - 1][column]
        boundaries += Self.segments(joining: below + right + above + left)
      }
    }
    self.boundaries = boundaries
  }

  /// A change of the best choice on a side of a cell.
  private struct Crossing: Sendable {
    let point: Point
    let between: [Choice]
  }

  /// How closely a crossing is found, as a part of the side of a cell.
  private static var precision: Double { 1e-3 }

  private static func places(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let width = range.upperBound - range.lowerBound
    return (0..<count).map { number in
      number == count - 1 ? range.upperBound : range.lowerBound + width * Double(number) / Double(count - 1)
    }
  }

  /// A straight line where two sides of a cell are crossed; where more are, lines that meet in their middle.
  private static func segments(joining crossings: [Crossing]) -> [Segment] {
    guard crossings.count > 1 else { return [] }
    if crossings.count == 2 {
      return [Segment(start: crossings[0].point, end: crossings[1].point, between: crossings[0].between)]
    }
    let count = Double(crossings.count)
    let middle = Point(
      across: crossings.reduce(0) { $0 + $1.point.across } / count,
      up: crossings.reduce(0) { $0 + $1.point.up } / count)
    return crossings.map { Segment(start: $0.point, end: middle, between: $0.between) }
  }
}

/// The results of `work` for 0, 1, … in order, worked out on all cores.
/// - Throws: what the first of them threw.
private func inParallel<Finding: Sendable, Failure: Error>(
  _ count: Int, _ work: @Sendable (Int) throws(Failure) -> Finding
) throws(Failure) -> [Finding] {
  var findings = [Result<Finding, Failure>?](repeating: nil, count: count)
  findings.withUnsafeMutableBufferPointer { findings in
    // Each piece writes a place that no other touches.
    nonisolated(unsafe) let findings = findings
    DispatchQueue.concurrentPerform(iterations: count) { number in
      do throws(Failure) { findings[number] = .success(try work(number)) } catch { findings[number] = .failure(error) }
    }
  }
  var found: [Finding] = []
  for case .some(let finding) in findings { found.append(try finding.get()) }
  return found
}
