import Mathematics

extension WeightPolytope {
  /// Weights drawn about evenly from all that agree: each from the last by steps to an even point of a random chord.
  ///
  /// Where the answers leave some direction no room, chords are drawn in the directions that have some; where none has,
  /// the one point left is all. Empty if no weights agree.
  ///
  /// Source: hit-and-run, Smith (1984), Operations Research 32, 1296–1308.
  func sample(
    _ count: Int, using chance: inout some RandomNumberGenerator
  ) throws(ElicitationError) -> [[Double]] {
    guard let centre = try centre() else { return [] }
    let all = rows + (0..<issues).map { issue in Row(coefficients: unit(issue), bound: 0) }
    // Rows that hold with equality for all weights leave no room across them.
    var fixed: [[Double]] = Self.orthonormal([[Double](repeating: 1, count: issues)])
    var open = Array(all.indices)
    var current = centre.weights
    if centre.radius <= Self.flat {
      (fixed, open, current) = try relativeInterior(of: all, from: current)
    }
    guard fixed.count < issues else { return [current] }
    var drawn: [[Double]] = []
    for _ in 0..<count {
      for _ in 0..<(2 * issues) { step(&current, within: open.map { all[$0] }, across: fixed, using: &chance) }
      drawn.append(current)
    }
    return drawn
  }

  /// Radii below this count as no room.
  private static let flat = 1e-7

  private func unit(_ issue: Int) -> [Double] { (0..<issues).map { $0 == issue ? 1 : 0 } }

  /// Directions without room, rows with room, and weights that are off all of the latter.
  private func relativeInterior(
    of all: [Row], from centre: [Double]
  ) throws(ElicitationError) -> (fixed: [[Double]], open: [Int], start: [Double]) {
    var normals = [[Double](repeating: 1, count: issues)]
    var open: [Int] = []
    var sum = [Double](repeating: 0, count: issues)
    for (place, row) in all.enumerated() {
      guard let furthest = try minimum(of: row.coefficients.map { -$0 }) else { throw .unsolved }
      if -furthest.objective - row.bound <= Self.flat {
        normals.append(row.coefficients)
      } else {
        open.append(place)
        for issue in 0..<issues { sum[issue] += furthest.values[issue] }
      }
    }
    // The mean of weights each of which is off one row is off all of them.
    let start = open.isEmpty ? centre : sum.map { $0 / Double(open.count) }
    return (Self.orthonormal(normals), open, start)
  }

  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
    var basis: [[Double]] = []
    for vector in vectors {
      let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let rest = without(basis, without(basis, vector))
      let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if size > 0, length > 1e-9 * size { basis.append(rest.map { $0 / length }) }
    }
    return basis
  }

  private static func without(_ basis: [[Double]], _ vector: [Double]) -> [Double] {
    var rest = vector
    for other in basis {
      let along = zip(rest, other).reduce(0) { $0 + $1.0 * $1.1 }
      for place in rest.indices { rest[place] -= along * other[place] }
    }
    return rest
  }

  private func step(
    _ weights: inout [Double], within rows: [Row], across fixed: [[Double]],
    using chance: inout some RandomNumberGenerator
  ) {
    let direction = Self.without(fixed, (0..<issues).map { _ in 2 * chance.uniform() - 1 })
    let position = chance.uniform()
    var (low, high) = (-Double.infinity, Double.infinity)
    for row in rows {
      var (slope, slack) = (0.0, -row.bound)
      for issue in 0..<issues {
        slope += row.coefficients[issue] * direction[issue]
        slack += row.coefficients[issue] * weights[issue]
      }
      if slope > 1e-12 { low = max(low, -max(slack, 0) / slope) }
      if slope < -1e-12 { high = min(high, max(slack, 0) / -slope) }
    }
    guard low.isFinite, high.isFinite, high > low else { return }
    let length = low + position * (high - low)
    for issue in 0..<issues { weights[issue] += length * direction[issue] }
  }
}
