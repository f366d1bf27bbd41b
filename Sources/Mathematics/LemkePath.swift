/// Lemke's path through the bases of a complementarity problem, ties broken lexicographically.
///
/// With z = x − lower and width b, the problem is w = M z + (q + M·lower) + y, s = b − z, all of z, y, w, s
/// at least zero, wᵢzᵢ = 0 and sᵢyᵢ = 0, with y and s only where the width is finite. An artificial t, added to
/// every w, makes the start feasible, and the path drives it out.
///
/// It ends, because no basis comes twice. It cannot end in a ray when all widths are finite and positive: along
/// one, z and s would stand still, and either t grows, so z = 0, s = b > 0 and y = 0, which is the ray it came
/// in on; or some yᵢ grows, so wᵢ > 0 and zᵢ = 0, yet sᵢ = bᵢ > 0 forbids yᵢ. With infinite widths the same holds
/// when M is strictly copositive.
///
/// Source: Lemke (1965), Manage. Sci. 11, 681–689; Cottle, Pang & Stone (1992), chapter 4.
struct LemkePath {
  private let places: [Int]  // the coordinates whose box is not a point
  private let walls: [Int]  // indices in `places` whose width is finite
  private let rows: Int
  private let width: Int
  private var tableau: [Double]
  private var basis: [Int]

  private var artificial: Int { 2 * rows }
  private var right: Int { 2 * rows + 1 }

  /// A number is taken for zero below this, the rows being scaled to size one and lengths to the widest box.
  private static let zero = 1e-11
  /// No path this long has a digit left.
  private static let longest = 20_000

  /// Where each coordinate stands at the end of the path; none if it ran into a ray or out of digits.
  static func positions(of problem: BoxedComplementarity) -> [BoxedComplementarity.Position]? {
    var path = LemkePath(problem)
    guard path.follow() else { return nil }
    return path.positions(count: problem.constant.count)
  }

  private init(_ problem: BoxedComplementarity) {
    let count = problem.constant.count
    let places = (0..<count).filter { problem.upper[$0] > problem.lower[$0] }
    let walls = places.indices.filter { problem.upper[places[$0]].isFinite }
    let rows = places.count + walls.count
    let width = 2 * rows + 2
    var tableau = [Double](repeating: 0, count: rows * width)
    let forces = places.map { problem.force(on: $0, at: problem.lower).force }
    let steepest = places.map { i in places.reduce(0) { max($0, abs(problem.matrix[i, $1])) } }
    // A row without slopes is measured by its force.
    let sizes = zip(steepest, forces).map { $0 > 0 ? $0 : max(abs($1), 1) }
    // The unit of length: the widest wall, or what the forces alone would move.
    let widest = walls.reduce(0) { max($0, problem.upper[places[$1]] - problem.lower[places[$1]]) }
    let furthest = zip(forces, sizes).reduce(0) { max($0, abs($1.0) / $1.1) }
    let length = widest > 0 ? widest : furthest > 0 ? furthest : 1
    for (row, i) in places.enumerated() {
      let size = sizes[row]
      let start = row * width
      for (column, k) in places.enumerated() { tableau[start + column] = -problem.matrix[i, k] / size }
      if let wall = walls.firstIndex(of: row) { tableau[start + places.count + wall] = -1 }
      tableau[start + rows + row] = 1
      tableau[start + 2 * rows] = -1
      tableau[start + 2 * rows + 1] = forces[row] / size / length
    }
    for (wall, place) in walls.enumerated() {
      let start = (places.count + wall) * width
      tableau[start + place] = 1
      tableau[start + rows + places.count + wall] = 1
      tableau[start + 2 * rows + 1] = (problem.upper[places[place]] - problem.lower[places[place]]) / length
    }
    self.places = places
    self.walls = walls
    self.rows = rows
    self.width = width
    self.tableau = tableau
    basis = (0..<rows).map { rows + $0 }
  }

  /// z and w, y and s are partners: `rows` apart.
  private func partner(of variable: Int) -> Int { variable < rows ? variable + rows : variable - rows }

  private mutating func follow() -> Bool {
    guard rows > 0 else { return true }
    // The lowest w, the last of equals, is the lexicographically least: its unit column comes latest.
    var lowest = 0
    for row in 0..<places.count where tableau[row * width + right] <= tableau[lowest * width + right] {
      lowest = row
    }
    guard tableau[lowest * width + right] < 0 else { return true }
    var entering = partner(of: exchange(row: lowest, entering: artificial))
    for _ in 0..<Self.longest {
      guard let row = leavingRow(for: entering) else { return false }
      let left = exchange(row: row, entering: entering)
      if left == artificial { return true }
      entering = partner(of: left)
    }
    return false
  }

  /// The row whose variable reaches zero first as `entering` grows; the artificial one among equals.
  private func leavingRow(for entering: Int) -> Int? {
    var candidates: [Int] = []
    var best = Double.infinity
    for row in 0..<rows {
      let slope = tableau[row * width + entering]
      guard slope > Self.zero else { continue }
      let ratio = max(tableau[row * width + right], 0) / slope
      if ratio < best - Self.zero * max(1, abs(best.isFinite ? best : 1)) {
        candidates = [row]
        best = ratio
      } else if ratio <= best + Self.zero * max(1, abs(best)) {
        candidates.append(row)
        best = min(best, ratio)
      }
    }
    if let artificialRow = candidates.first(where: { basis[$0] == artificial }) { return artificialRow }
    for column in rows..<(2 * rows) where candidates.count > 1 {
      let ratios = candidates.map { tableau[$0 * width + column] / tableau[$0 * width + entering] }
      let least = ratios.min() ?? 0
      candidates = zip(candidates, ratios).filter { $0.1 <= least + Self.zero }.map(\.0)
    }
    return candidates.first
  }

  /// Brings `entering` into the basis in place of the variable of `row`, which is returned.
  private mutating func exchange(row: Int, entering: Int) -> Int {
    let left = basis[row]
    basis[row] = entering
    let (width, rows) = (width, rows)
    tableau.withUnsafeMutableBufferPointer { entries in
      let pivot = entries[row * width + entering]
      for column in 0..<width { entries[row * width + column] /= pivot }
      for other in 0..<rows where other != row {
        let factor = entries[other * width + entering]
        guard factor != 0 else { continue }
        for column in 0..<width {
          entries[other * width + column] -= factor * entries[row * width + column]
        }
        entries[other * width + entering] = 0
      }
    }
    return left
  }

  private func positions(count: Int) -> [BoxedComplementarity.Position] {
    var positions = [BoxedComplementarity.Position](repeating: .atLower, count: count)
    let inBasis = Set(basis)
    for (place, coordinate) in places.enumerated() where inBasis.contains(place) {
      positions[coordinate] = .between
    }
    for (wall, place) in walls.enumerated() where !inBasis.contains(rows + places.count + wall) {
      // s left the basis: the coordinate is at its wall.
      positions[places[place]] = .atUpper
    }
    return positions
  }
}
