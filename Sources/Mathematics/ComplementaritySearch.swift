extension BoxedComplementarity {
  /// Every solution of a problem: points, and where there are more than can be listed, the corners between which
  /// they lie.
  public struct SolutionSet: Sendable, Equatable {
    /// Isolated solutions and corners of continua, no two alike; in lexicographic order.
    public let points: [[Double]]
    /// Indices in ``points`` of two or more corners; whatever lies between them, every mixture, is a solution too.
    public let continua: [[Int]]
    /// Whether every face of the box was looked at: then each solution is a point, or a mixture of one continuum.
    public let isExhaustive: Bool

    /// Whether ``points`` are all the solutions there are.
    public var isComplete: Bool { isExhaustive && continua.isEmpty }
  }

  /// All solutions, by looking at every face of the box that intervals of the force do not rule out.
  ///
  ///     let problem = try BoxedComplementarity(
  ///       matrix: Matrix([[1, 2], [2, 1]]), constant: [-1, -1], lower: [0, 0], upper: [5, 5])
  ///     problem.allSolutions().points  // [[0, 1], [1/3, 1/3], [1, 0]]
  ///
  /// On a face whose equations are singular the solutions form a polytope, whose corners are listed. All is measured in
  /// lengths of the box and rows of size one: a pivot below 10⁻¹⁰ counts as zero, and where it may be more than rounding
  /// ``SolutionSet/isExhaustive`` is false; conditions are taken as met within 10⁻¹¹ of their terms, or what rounding can
  /// do to the solution of the face, at most 10⁻⁸; and solutions within 10⁻⁸ of the box in every coordinate are one.
  /// - Parameter mostSteps: the search stops after so many, one for each choice of where the first coordinates
  ///   stand, and ``SolutionSet/isExhaustive`` is then false. The 9,841 of eight coordinates are within the default.
  /// - Complexity: O(3ⁿ n³) at worst.
  public func allSolutions(mostSteps: Int = 20_000) -> SolutionSet {
    guard let units = BoxUnits(of: self) else {
      return SolutionSet(points: [], continua: [], isExhaustive: false)
    }
    var search = ComplementaritySearch(of: units.problem, mostSteps: mostSteps)
    search.visit(0)
    let own = search.solutionSet
    return SolutionSet(
      points: own.points.map(units.values(at:)), continua: own.continua, isExhaustive: own.isExhaustive)
  }
}

/// A walk through the faces of a box, coordinate by coordinate, in the problem's own units.
struct ComplementaritySearch {
  /// The most systems solved for the corners of one face.
  private static let mostCorners = 4_000
  /// Two solutions closer than this in every coordinate are one.
  private static let alike = 1e-8

  private let problem: BoxedComplementarity
  private let count: Int
  private var stepsLeft: Int
  private var isExhaustive = true
  private var positions: [BoxedComplementarity.Position]
  /// Between what each coordinate lies on the faces below this one.
  private var low: [Double]
  private var high: [Double]
  private var points: [[Double]] = []
  private var continua: [[Int]] = []

  init(of problem: BoxedComplementarity, mostSteps: Int) {
    self.problem = problem
    count = problem.constant.count
    stepsLeft = mostSteps
    positions = [BoxedComplementarity.Position](repeating: .between, count: count)
    low = problem.lower
    high = problem.upper
  }

  /// Looks at the faces on which the coordinates before `index` stand where they do now.
  mutating func visit(_ index: Int) {
    guard stepsLeft > 0 else {
      isExhaustive = false
      return
    }
    stepsLeft -= 1
    guard !isRuledOut(decided: index) else { return }
    guard index < count else { return solve() }
    let (lower, upper) = (problem.lower[index], problem.upper[index])
    positions[index] = .atLower
    (low[index], high[index]) = (lower, lower)
    visit(index + 1)
    if lower < upper {
      positions[index] = .between
      (low[index], high[index]) = (lower, upper)
      visit(index + 1)
      if upper.isFinite {
        positions[index] = .atUpper
        (low[index], high[index]) = (upper, upper)
        visit(index + 1)
      }
    }
    (low[index], high[index]) = (lower, upper)
  }

  /// Whether some decided coordinate is pushed, wherever the rest may be, as it must not be.
  private func isRuledOut(decided: Int) -> Bool {
    for index in 0..<decided where problem.lower[index] < problem.upper[index] {
      var (least, most, scale) = (problem.constant[index], problem.constant[index], abs(problem.constant[index]))
      for other in 0..<count {
        let slope = problem.matrix.elements[index * count + other]
        guard slope != 0 else { continue }
        let (a, b) = (slope * low[other], slope * high[other])
        least += min(a, b)
        most += max(a, b)
        scale += max(abs(a), abs(b))
      }
      let slack = BoxedComplementarity.tolerance * scale
      switch positions[index] {
      case .atLower: if most < -slack { return true }
      case .atUpper: if least > slack { return true }
      case .between: if most < -slack || least > slack { return true }
      }
    }
    return false
  }

  /// Adds the solutions on the face of ``positions``.
  private mutating func solve() {
    var values = [Double](repeating: 0, count: count)
    var free: [Int] = []
    for index in 0..<count {
      switch positions[index] {
      case .atLower: values[index] = problem.lower[index]
      case .atUpper: values[index] = problem.upper[index]
      case .between: free.append(index)
      }
    }
    var scales: [Double] = []
    let rows = free.map { row in
      let (force, scale) = problem.force(on: row, at: values)  // the free ones are zero yet
      scales.append(scale)
      return free.map { problem.matrix[row, $0] } + [-force]
    }
    guard let plane = Elimination(rows, scales: scales, ranges: free.map { problem.upper[$0] }) else { return }
    if plane.isDoubtful { isExhaustive = false }
    for (place, index) in free.enumerated() { values[index] = plane.point[place] }
    guard !plane.directions.isEmpty else {
      if let point = accepted(values, leastPivot: plane.leastPivot) { _ = add(point) }
      return
    }
    addCorners(of: plane, free: free, from: values)
  }

  /// Adds the corners of the part of a plane in which bounds and conditions are met.
  private mutating func addCorners(of plane: Elimination, free: [Int], from origin: [Double]) {
    let moves = plane.directions.map { direction in
      var move = [Double](repeating: 0, count: count)
      for (place, index) in free.enumerated() { move[index] = direction[place] }
      return move
    }
    // Each wall: the slopes along the moves, and the right side of slopes · t = right.
    var walls: [[Double]] = []
    func addWall(_ slopes: [Double], _ right: Double) {
      if slopes.contains(where: { abs($0) > Elimination.zero }) { walls.append(slopes + [right]) }
    }
    for index in free {
      addWall(moves.map { $0[index] }, problem.lower[index] - origin[index])
      if problem.upper[index].isFinite { addWall(moves.map { $0[index] }, problem.upper[index] - origin[index]) }
    }
    for index in 0..<count where positions[index] != .between && problem.lower[index] < problem.upper[index] {
      let steepest = (0..<count).reduce(0) { max($0, abs(problem.matrix[index, $1])) }
      guard steepest > 0 else { continue }
      let slopes = moves.map { move in
        (0..<count).reduce(0) { $0 + problem.matrix[index, $1] * move[$1] } / steepest
      }
      addWall(slopes, -problem.force(on: index, at: origin).force / steepest)
    }
    var corners: [Int] = []
    var left = Self.mostCorners
    var chosen: [[Double]] = []
    func choose(from start: Int) {
      guard chosen.count < moves.count else {
        left -= 1
        guard left >= 0,
          let corner = Elimination(
            chosen, scales: chosen.map { abs($0[moves.count]) }, ranges: moves.map { _ in .infinity }),
          corner.directions.isEmpty
        else { return }
        var values = origin
        for (move, step) in zip(moves, corner.point) {
          for index in free { values[index] += step * move[index] }
        }
        guard let point = accepted(values, leastPivot: plane.leastPivot * corner.leastPivot) else { return }
        let place = add(point)
        if !corners.contains(place) { corners.append(place) }
        return
      }
      for wall in start..<max(start, walls.count) where left > 0 {
        chosen.append(walls[wall])
        choose(from: wall + 1)
        chosen.removeLast()
      }
    }
    choose(from: 0)
    if left <= 0 { isExhaustive = false }
    // A part that goes on without end has solutions no corner tells.
    if free.contains(where: { !problem.upper[$0].isFinite }) && !corners.isEmpty { isExhaustive = false }
    if corners.count > 1 { continua.append(corners) }
  }

  /// The point moved within its bounds, if it was there but for rounding and meets the conditions of its face.
  ///
  /// - Parameter leastPivot: how far rounding can have moved it: the more, the smaller a pivot of its equations.
  private func accepted(_ values: [Double], leastPivot: Double) -> [Double]? {
    let allowed = min(max(1e-11, 1e-14 / leastPivot), BoxedComplementarity.tolerance)
    var inside = values
    for index in 0..<count {
      inside[index] = min(max(values[index], 0), problem.upper[index])
      guard abs(inside[index] - values[index]) <= allowed * max(1, abs(values[index])) else { return nil }
    }
    for index in 0..<count where problem.lower[index] < problem.upper[index] {
      let (force, scale) = problem.force(on: index, at: inside)
      let slack = allowed * scale
      switch positions[index] {
      case .atLower: if force < -slack { return nil }
      case .atUpper: if force > slack { return nil }
      case .between: if abs(force) > slack { return nil }
      }
    }
    return inside
  }

  /// The index of the point, which is new or known.
  private mutating func add(_ point: [Double]) -> Int {
    let known = points.firstIndex { other in
      zip(point, other).allSatisfy { abs($0 - $1) <= Self.alike * max(1, abs($0)) }
    }
    if let known { return known }
    points.append(point)
    return points.count - 1
  }

  var solutionSet: BoxedComplementarity.SolutionSet {
    let order = points.indices.sorted { points[$0].lexicographicallyPrecedes(points[$1]) }
    var rank = [Int](repeating: 0, count: points.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    // A continuum on the wall of another tells nothing more.
    let sets = continua.map { Set($0) }
    let largest = sets.indices.filter { index in
      !sets.indices.contains { other in
        other != index && sets[index].isSubset(of: sets[other]) && (sets[index] != sets[other] || other < index)
      }
    }
    return BoxedComplementarity.SolutionSet(
      points: order.map { points[$0] },
      continua: largest.map { continua[$0].map { rank[$0] }.sorted() }.sorted { $0.lexicographicallyPrecedes($1) },
      isExhaustive: isExhaustive)
  }
}
