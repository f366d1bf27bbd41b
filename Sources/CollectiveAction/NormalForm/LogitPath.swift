import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The logit equilibria that begin where everyone takes each action equally often, followed as players get more exact.
///
/// Unknown are the logarithms ℓᵢₐ of the probabilities and λ. The equations are Σₐ exp ℓᵢₐ = 1 and
/// ℓᵢₐ − ℓᵢ₀ = λ (uᵢₐ − uᵢ₀) with uᵢₐ what i gains by a. The path may turn back in λ on its way; it is followed by
/// its length.
///
/// Source: Turocy (2005), Games Econ. Behav. 51, 243–263.
struct LogitPath {
  let table: PayoffTable
  /// What a payoff of each player is divided by, and what is added to the payoff of each of its actions.
  let scales: [Double]
  let bonuses: [[Double]]
  private let starts: [Int]
  private let size: Int

  /// A point of the path.
  struct Point {
    /// The logarithms of all probabilities, player by player, and λ.
    var coordinates: [Double]
    var lambda: Double { coordinates[coordinates.count - 1] }
  }

  init(_ table: PayoffTable, scales: [Double], bonuses: [[Double]]? = nil) {
    self.table = table
    self.scales = scales
    self.bonuses = bonuses ?? table.counts.map { [Double](repeating: 0, count: $0) }
    var starts: [Int] = []
    var size = 0
    for count in table.counts {
      starts.append(size)
      size += count
    }
    self.starts = starts
    self.size = size
  }

  /// λ = 0: every action equally often.
  var start: Point {
    Point(coordinates: table.counts.flatMap { [Double](repeating: -log(Double($0)), count: $0) } + [0])
  }

  func mixes(at point: Point) -> [[Double]] {
    table.counts.indices.map { player in
      let logs = (0..<table.counts[player]).map { point.coordinates[starts[player] + $0] }
      let weights = logs.map { exp($0) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
  }

  /// Follows the path and asks `isEnough` at every point of it.
  ///
  /// - Parameter lambda: where to stop at the latest; the last point is brought to it exactly.
  /// - Returns: the point at which to stop, or none when the path was lost.
  func follow(to lambda: Double, steps: Int = 4000, isEnough: (Point) -> Bool) -> Point? {
    var point = start
    // Towards larger λ at first; then always onwards.
    var direction = [Double](repeating: 0, count: size) + [1]
    var length = 0.05
    for _ in 0..<steps {
      if isEnough(point) { return point }
      guard let tangent = tangent(at: point, along: direction) else { return nil }
      var isMoved = false
      for _ in 0..<60 {
        var next = point
        for index in next.coordinates.indices { next.coordinates[index] += length * tangent[index] }
        if next.lambda >= lambda {
          // Within reach of the end: go as far as it only, and correct at that λ.
          let part = tangent[size] > 0 ? (lambda - point.lambda) / tangent[size] : 0
          next = point
          for index in next.coordinates.indices { next.coordinates[index] += part * tangent[index] }
          let along = [Double](repeating: 0, count: size) + [1]
          if let (corrected, _) = corrected(next, along: along) { return corrected }
        } else if let (corrected, rounds) = corrected(next, along: tangent), corrected.lambda >= 0 {
          point = corrected
          direction = tangent
          if rounds <= 3 { length *= 1.6 }
          isMoved = true
          break
        }
        length /= 2
      }
      guard isMoved else { return nil }
    }
    return nil
  }

  /// Newton's method across the path; at most six rounds.
  private func corrected(_ point: Point, along direction: [Double]) -> (Point, Int)? {
    var point = point
    for round in 1...6 {
      let (values, jacobian) = equations(at: point)
      guard let step = solution(jacobian, direction, values.map { -$0 } + [0]) else { return nil }
      var largest = 0.0
      for index in step.indices {
        point.coordinates[index] += step[index]
        largest = max(largest, abs(step[index]) / (1 + abs(point.coordinates[index])))
      }
      guard largest.isFinite, largest < 2 else { return nil }
      if largest < 1e-9 { return (point, round) }
    }
    return nil
  }

  /// The unit vector along the path, on the side of `direction`.
  private func tangent(at point: Point, along direction: [Double]) -> [Double]? {
    let (_, jacobian) = equations(at: point)
    guard let tangent = solution(jacobian, direction, [Double](repeating: 0, count: size) + [1]) else { return nil }
    let length = tangent.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return tangent.map { $0 / length }
  }

  private func solution(_ jacobian: [Double], _ last: [Double], _ right: [Double]) -> [Double]? {
    let matrix = Matrix(rows: size + 1, columns: size + 1, elements: jacobian + last)
    return try? LinearSystem(matrix).solution(for: right)
  }

  /// The equations' values and derivatives, the latter row by row.
  private func equations(at point: Point) -> (values: [Double], jacobian: [Double]) {
    let lambda = point.lambda
    let logs = point.coordinates
    let weights = (0..<size).map { exp(min(logs[$0], 50)) }
    let mixes = table.counts.indices.map { player in (0..<table.counts[player]).map { weights[starts[player] + $0] } }
    var values = [Double](repeating: 0, count: size)
    var jacobian = [Double](repeating: 0, count: size * (size + 1))
    for player in table.counts.indices {
      let (start, count) = (starts[player], table.counts[player])
      let scale = scales[player] > 0 ? 1 / scales[player] : 0
      let gains = table.replies(of: player, to: mixes).enumerated().map { $1 * scale + bonuses[player][$0] }
      values[start] = -1
      for action in 0..<count {
        values[start] += weights[start + action]
        jacobian[start * (size + 1) + start + action] = weights[start + action]
      }
      for action in 1..<max(count, 1) {
        let row = start + action
        values[row] = logs[row] - logs[start] - lambda * (gains[action] - gains[0])
        jacobian[row * (size + 1) + row] += 1
        jacobian[row * (size + 1) + start] -= 1
        jacobian[row * (size + 1) + size] = -(gains[action] - gains[0])
      }
      for other in table.counts.indices where other != player && scale != 0 {
        let pair = table.expected(player, keeping: [player, other], mixes: mixes)
        let (otherStart, otherCount) = (starts[other], table.counts[other])
        // The one with the smaller number counts fastest.
        func gain(_ own: Int, _ others: Int) -> Double {
          player < other ? pair[own + count * others] : pair[others + otherCount * own]
        }
        for action in 1..<max(count, 1) {
          for reply in 0..<otherCount {
            jacobian[(start + action) * (size + 1) + otherStart + reply] -=
              lambda * scale * (gain(action, reply) - gain(0, reply)) * weights[otherStart + reply]
          }
        }
      }
    }
    return (values, jacobian)
  }
}
