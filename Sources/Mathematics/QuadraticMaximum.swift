/// The greatest value of a quadratic over a box, or how great it can be at most.
///
/// Wanted is the maximum of ½ xᵀH x + gᵀx for lower ≤ x ≤ upper. Where H bends no way upwards that is one convex
/// programme. Otherwise the box is cut into smaller ones until those that are left cannot hold a better point: on
/// each, the quadratic is covered by a concave one, α(xᵢ − lᵢ)(uᵢ − xᵢ) being added for every coordinate, whose
/// maximum is a bound.
///
///     // the best of xy − x/4 on a square is at a corner
///     try QuadraticMaximum(curvature: Matrix([[0, 1], [1, 0]]), slope: [-0.25, 0], lower: [0, 0], upper: [1, 1])
///       .point  // [1, 1]
///
/// What is found is proven when ``upperBound`` is no more than rounding above ``value``; when the boxes that were
/// allowed did not suffice, the two tell how far off the point may be.
///
/// Source: the cover is that of Adjiman & Floudas (1996), J. Glob. Optim. 9, 23–40 (αBB).
public struct QuadraticMaximum: Sendable, Equatable {
  /// The best point that was found.
  public let point: [Double]
  /// Its value.
  public let value: Double
  /// No point of the box has a greater value; at least ``value``.
  public let upperBound: Double
  /// What counts as rounding here: 10⁻⁹ of the terms that are added up on the way from the lower corner.
  public let rounding: Double
  /// How many boxes were looked at; one where the quadratic is concave.
  public let boxes: Int

  /// How much better than ``value`` a point may be: ``upperBound`` less it, with all its digits.
  public let surplus: Double

  /// Whether the point is the best there is, up to rounding.
  public var isProven: Bool { surplus <= rounding }

  /// - Parameters:
  ///   - curvature: H, n × n; its symmetric part counts.
  ///   - slope: g, n numbers.
  ///   - lower: finite.
  ///   - upper: finite, at least `lower`.
  ///   - guess: a point of the box that may be good.
  ///   - mostBoxes: after how many the search stops.
  /// - Throws: ``ComplementarityError`` when shapes, numbers or bounds do not fit.
  /// - Complexity: O(n³) a box; one box where H is negative semidefinite, 2ⁿ and more at worst.
  public init(
    curvature: Matrix, slope: [Double], lower: [Double], upper: [Double], guess: [Double]? = nil,
    mostBoxes: Int = 10_000
  ) throws(ComplementarityError) {
    let count = slope.count
    guard curvature.rows == count, curvature.columns == count, lower.count == count, upper.count == count,
      guess.map({ $0.count == count }) ?? true
    else { throw .shape }
    guard (curvature.elements + slope + lower + upper).allSatisfy(\.isFinite) else { throw .notFinite }
    for index in 0..<count where lower[index] > upper[index] {
      throw .emptyBox(coordinate: index, lower: lower[index], upper: upper[index])
    }
    // From the lower corner, in lengths of the box but for powers of two: nothing hangs on units or on the distance from
    // zero.
    let lengths = zip(lower, upper).map { low, high in
      high > low ? Double(sign: .plus, exponent: Int((high - low).exponent), significand: 1) : 1
    }
    var bend = Matrix(rows: count, columns: count)
    var rise: [Double] = []
    var corner = CompensatedSum()
    for i in 0..<count {
      var sum = CompensatedSum(slope[i])
      var height = CompensatedSum(slope[i])
      for k in 0..<count {
        let mean = curvature[i, k] / 2 + curvature[k, i] / 2
        bend[i, k] = mean * lengths[i] * lengths[k]
        sum.addProduct(mean, lower[k])
        height.addProduct(mean, lower[k] / 2)
      }
      rise.append(sum.settled * lengths[i])
      corner.addProduct(height.value, lower[i])
    }
    let ends = zip(zip(lower, upper), lengths).map { $0.0 == $0.1 ? 0 : ($0.1 - $0.0) / $1 }
    guard (bend.elements + rise + ends).allSatisfy(\.isFinite) else { throw .notFinite }
    var search = QuadraticSearch(curvature: bend, slope: rise, upper: ends)
    search.run(
      from: guess.map { zip(zip($0, lower), lengths).map { ($0.0 - $0.1) / $1 } }, mostBoxes: mostBoxes)
    guard search.bestValue.isFinite, search.rounding.isFinite, corner.value.isFinite else { throw .notFinite }
    point = search.best.indices.map { k in
      search.best[k] == 0 ? lower[k] : search.best[k] == ends[k] ? upper[k] : lower[k] + search.best[k] * lengths[k]
    }
    corner.add(search.bestValue)
    value = corner.value
    upperBound = max(value, value + (search.bound - search.bestValue))
    surplus = max(0, search.bound - search.bestValue)
    rounding = search.rounding
    boxes = search.boxes
  }
}

/// The boxes that may hold the greatest value, the most promising first; their lower corner is zero.
private struct QuadraticSearch {
  private struct Box {
    var lower: [Double]
    var upper: [Double]
    /// No point of the box is better.
    var bound: Double
    /// The coordinate to cut at.
    var cut: Int
  }

  private let count: Int
  private let curvature: Matrix
  private let slope: [Double]
  private let lower: [Double]
  private let upper: [Double]
  let rounding: Double
  private(set) var best: [Double]
  private(set) var bestValue: Double
  /// The most that the boxes left out, or left over, may hold.
  private(set) var bound = -Double.infinity
  private(set) var boxes = 0
  private var open: [Box] = []

  init(curvature: Matrix, slope: [Double], upper: [Double]) {
    count = slope.count
    self.curvature = curvature
    self.slope = slope
    lower = [Double](repeating: 0, count: count)
    self.upper = upper
    var terms = 0.0
    for i in 0..<slope.count {
      terms += abs(slope[i]) * upper[i]
      for k in 0..<slope.count { terms += abs(curvature[i, k]) * upper[i] * upper[k] / 2 }
    }
    rounding = 1e-9 * terms
    best = lower
    bestValue = -.infinity
  }

  func value(of x: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<count {
      var gradient = slope[i]
      for k in 0..<count { gradient += curvature[i, k] * x[k] / 2 }
      sum += gradient * x[i]
    }
    return sum
  }

  mutating func run(from guess: [Double]?, mostBoxes: Int) {
    for start in [lower, upper, guess.map { zip(zip($0, lower), upper).map { min(max($0.0, $0.1), $1) } }] {
      if let start { improve(from: start) }
    }
    enter(lower: lower, upper: upper)
    while let box = open.popLast() {
      guard box.bound > bestValue + rounding / 2 else {
        bound = max(bound, box.bound)  // and no other open one has a greater bound
        break
      }
      guard boxes < mostBoxes else {
        bound = max(bound, box.bound)
        break
      }
      let (low, high) = (box.lower[box.cut], box.upper[box.cut])
      // A quadratic that bends upwards along a line is greatest at one of its ends.
      let isConvex = curvature[box.cut, box.cut] >= 0
      let middle = low + (high - low) / 2
      for (from, to) in isConvex ? [(low, low), (high, high)] : [(low, middle), (middle, high)] {
        var (lower, upper) = (box.lower, box.upper)
        (lower[box.cut], upper[box.cut]) = (from, to)
        enter(lower: lower, upper: upper)
      }
    }
    bound = max(bound, bestValue)
  }

  /// Settles the box, or keeps it among the open ones.
  private mutating func enter(lower: [Double], upper: [Double]) {
    boxes += 1
    var (lower, upper) = (lower, upper)
    guard pin(&lower, &upper) else { return }
    let free = (0..<count).filter { lower[$0] < upper[$0] }
    guard !free.isEmpty else { return improve(from: lower) }
    guard !cannotHoldAPeak(free, lower, upper) else { return }
    let cover = Cover(of: self, free: free, lower: lower, upper: upper)
    improve(from: cover.peak)
    if cover.isExact {
      bound = max(bound, cover.bound)
    } else if cover.bound > bestValue + rounding / 2 {
      let box = Box(lower: lower, upper: upper, bound: cover.bound, cut: cover.cut)
      var (start, end) = (0, open.count)
      while start < end {
        let middle = (start + end) / 2
        if open[middle].bound < box.bound { start = middle + 1 } else { end = middle }
      }
      open.insert(box, at: start)
    } else {
      bound = max(bound, cover.bound)
    }
  }

  /// Moves coordinates along which the value rises, or falls, all over the box to their ends.
  /// - Returns: whether the box may hold the best point; not when the value goes on rising beyond the box.
  private func pin(_ lower: inout [Double], _ upper: inout [Double]) -> Bool {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for i in 0..<count {
        var (least, most) = (slope[i], slope[i])
        var scale = abs(slope[i])
        for k in 0..<count {
          let (a, b) = (curvature[i, k] * lower[k], curvature[i, k] * upper[k])
          least += min(a, b)
          most += max(a, b)
          scale += max(abs(a), abs(b))
        }
        let slack = 1e-12 * scale
        if least > slack && upper[i] < self.upper[i] || most < -slack && lower[i] > self.lower[i] { return false }
        guard lower[i] < upper[i] else { continue }
        if least >= 0 {
          lower[i] = upper[i]
          isSettled = false
        } else if most <= 0 {
          upper[i] = lower[i]
          isSettled = false
        }
      }
    }
    return true
  }

  /// Whether the value bends upwards between walls that are not those of the whole box, so that no peak is inside.
  private func cannotHoldAPeak(_ free: [Int], _ lower: [Double], _ upper: [Double]) -> Bool {
    let inner = free.filter { lower[$0] > self.lower[$0] && upper[$0] < self.upper[$0] }
    guard !inner.isEmpty else { return false }
    var bend = Matrix(rows: inner.count, columns: inner.count)
    for (row, i) in inner.enumerated() {
      for (column, k) in inner.enumerated() { bend[row, column] = -curvature[i, k] }
    }
    return !bend.isPositiveSemidefinite(within: 1e-9)
  }

  /// Climbs along one coordinate after another and keeps the point if it is the best.
  private mutating func improve(from start: [Double]) {
    var x = start
    for _ in 0..<30 {
      var hasMoved = false
      for i in 0..<count where lower[i] < upper[i] {
        var rest = slope[i]
        for k in 0..<count where k != i { rest += curvature[i, k] * x[k] }
        let bend = curvature[i, i]
        func gain(_ y: Double) -> Double { (y - x[i]) * (rest + bend * (y + x[i]) / 2) }
        var target = gain(lower[i]) > gain(upper[i]) ? lower[i] : upper[i]
        if bend < 0 { target = min(max(-rest / bend, lower[i]), upper[i]) }
        guard gain(target) > rounding * 1e-3 else { continue }
        x[i] = target
        hasMoved = true
      }
      if !hasMoved { break }
    }
    let value = value(of: x)
    if value > bestValue { (best, bestValue) = (x, value) }
  }

  /// A concave quadratic above the given one on a box, and its peak.
  private struct Cover {
    var peak: [Double]
    var bound: Double
    /// Whether the quadratic was concave itself.
    var isExact: Bool
    /// Where the cover is furthest above.
    var cut: Int

    init(of search: QuadraticSearch, free: [Int], lower: [Double], upper: [Double]) {
      let order = free.count
      let width = free.map { upper[$0] - lower[$0] }
      // In lengths of the box, from its lower corner: H' = W H W and g' = W (g + H l).
      var bend = Matrix(rows: order, columns: order)
      var rise = [Double](repeating: 0, count: order)
      for (row, i) in free.enumerated() {
        rise[row] = search.slope[i]
        for k in lower.indices { rise[row] += search.curvature[i, k] * lower[k] }
        rise[row] *= width[row]
        for (column, k) in free.enumerated() { bend[row, column] = search.curvature[i, k] * width[row] * width[column] }
      }
      var negative = bend
      for index in negative.elements.indices { negative.elements[index] = -bend.elements[index] }
      isExact = negative.isPositiveSemidefinite()
      // The same for all in lengths of the whole box, so the narrower the coordinate the less is added for it.
      let share = free.enumerated().map { width[$0] / (search.upper[$1] - search.lower[$1]) }
      var alpha = [Double](repeating: 0, count: order)
      if !isExact {
        var whole = bend
        for row in 0..<order {
          for column in 0..<order { whole[row, column] /= share[row] * share[column] }
        }
        let steepest = whole.elements.reduce(0) { max($0, abs($1)) }
        // A little more than needed, so that the equations of the peak are far from singular.
        let most = (whole.largestEigenvalue ?? steepest * Double(order)) + 1e-6 * steepest
        alpha = share.map { most * $0 * $0 }
      }
      for row in 0..<order {
        negative[row, row] += alpha[row]
        rise[row] += alpha[row] / 2
      }
      let ends = [Double](repeating: 0, count: order)
      let solved = try? BoxedComplementarity(
        matrix: negative, constant: rise.map { -$0 }, lower: ends, upper: ends.map { _ in 1 }
      ).solution()
      let base = search.value(of: lower)
      guard let solved else {
        // No peak was found: what the terms one by one add up to is a bound as well.
        peak = lower
        bound = base + rise.indices.reduce(0) { $0 + max(0, rise[$1]) }
        for element in negative.elements { bound += abs(element) / 2 }
        isExact = false
        cut = free[width.indices.max { width[$0] < width[$1] } ?? 0]
        return
      }
      var height = 0.0
      var (gap, at) = (-1.0, 0)
      peak = lower
      for row in 0..<order {
        let y = solved.values[row]
        var (gradient, slope) = (rise[row], rise[row])
        for column in 0..<order {
          let fall = negative[row, column] * solved.values[column]
          gradient -= fall / 2
          slope -= fall
        }
        height += gradient * y
        // A concave quadratic lies below its tangents: no more than this is missed where the peak was not met exactly.
        height += max(slope * (1 - y), -slope * y)
        // Nor more than this where it was taken for concave though rounding bends it upwards.
        if isExact { height += 1e-12 * Double(order) * negative[row, row] / 2 }
        peak[free[row]] = min(max(lower[free[row]] + y * width[row], lower[free[row]]), upper[free[row]])
        if alpha[row] * y * (1 - y) > gap { (gap, at) = (alpha[row] * y * (1 - y), row) }
      }
      bound = base + height
      cut = free[at]
    }
  }
}
