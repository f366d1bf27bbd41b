import Mathematics

/// Where a player's mixture makes the other player's replies equally good: the best-reply polytope
/// {x ≥ 0, Cx ≤ 1} of a positive matrix C, a row a reply of the other and a column an action of one's own.
///
/// A vertex bears the labels of what is tight there: of each action not taken, and of each reply that is best. It
/// stands for the mixture x / Σx.
///
/// Source: von Stengel (2002), in Handbook of Game Theory III, 1723–1759.
struct BestReplyPolytope {
  /// A vertex other than the origin.
  struct Vertex: Hashable {
    let point: [Rational]
    /// The actions not taken (as bits), and the best replies.
    let unused: UInt32
    let best: UInt32

    /// The probabilities.
    var mixture: [Rational] {
      let sum = point.reduce(0, +)
      return point.map { $0 / sum }
    }
  }

  /// C, row by row; whole numbers above zero.
  let rows: [[Rational]]
  let columns: Int
  /// The same as machine words, where they have room and products of a few of them too.
  private let words: [[Int]]?
  private let approximations: [[Double]]
  /// The largest of them.
  private let scale: Double

  init(rows: [[Rational]]) {
    self.rows = rows
    columns = rows.first?.count ?? 0
    let approximations = rows.map { $0.map(\.approximation) }
    self.approximations = approximations
    scale = approximations.reduce(1) { max($0, $1.max() ?? 0) }
    let words = rows.map { $0.map { $0.wholeNumber ?? .max } }
    self.words = words.allSatisfy { $0.allSatisfy { $0.magnitude < 1 << 58 } } ? words : nil
  }

  /// All vertices but the origin, in the order of the actions taken and then of the replies made tight.
  ///
  /// - Complexity: a system of equations for each choice of as many actions as replies, C(m + n, m) in all.
  func vertices() -> [Vertex] {
    var found: [Vertex] = []
    var seen = Set<Vertex>()
    for taken in 1..<UInt32(1 << columns) {
      let actions = Coalition(mask: UInt64(taken)).map { $0 }
      for tight in 1..<UInt32(1 << rows.count) where tight.nonzeroBitCount == actions.count {
        let replies = Coalition(mask: UInt64(tight)).map { $0 }
        guard let vertex = vertex(taking: actions, tight: replies), seen.insert(vertex).inserted else { continue }
        found.append(vertex)
      }
    }
    return found
  }

  private func vertex(taking actions: [Int], tight replies: [Int]) -> Vertex? {
    guard let values = solution(actions, replies) else { return nil }
    var point = [Rational](repeating: 0, count: columns)
    for (action, value) in zip(actions, values) { point[action] = value }
    var best: UInt32 = 0
    for (reply, row) in rows.enumerated() {
      var sum: Rational = 0
      for action in actions { sum = sum + row[action] * point[action] }
      if sum > 1 { return nil }
      if sum == 1 { best |= 1 << UInt32(reply) }
    }
    var unused: UInt32 = 0
    for action in 0..<columns where point[action].isZero { unused |= 1 << UInt32(action) }
    return Vertex(point: point, unused: unused, best: best)
  }

  /// The x of the chosen actions with Cx = 1 in the chosen rows; none if there is not exactly one, or one of its
  /// numbers is below zero.
  private func solution(_ actions: [Int], _ replies: [Int]) -> [Rational]? {
    if let words {
      switch WordElimination.solution(of: replies.map { row in actions.map { words[row][$0] } }) {
      case .singular: return nil
      case .found(let numerators, let denominator):
        guard numerators.allSatisfy({ $0 >= 0 }) else { return nil }
        return numerators.map { Rational($0, over: denominator) }
      case .tooLarge: break
      }
    }
    if isFarOutside(actions, replies) { return nil }
    let values = RationalElimination.solution(
      of: replies.map { row in actions.map { rows[row][$0] } }, right: replies.map { _ in 1 })
    return values?.contains(where: \.isNegative) ?? true ? nil : values
  }
}

extension BestReplyPolytope {
  /// Whether floating point shows, beyond all rounding, that the point where `replies` are tight is no vertex.
  ///
  /// The equations' condition is at most 10⁸, so the point is known to some 10⁻⁷ of its size; what is missed by 10⁻⁴
  /// of it is missed. All others are looked at exactly.
  private func isFarOutside(_ actions: [Int], _ replies: [Int]) -> Bool {
    let matrix = Matrix(replies.map { row in actions.map { approximations[row][$0] / scale } })
    guard let system = try? LinearSystem(matrix), system.reciprocalCondition > 1e-8,
      let point = try? system.solution(for: replies.map { _ in 1 })
    else { return false }
    let size = point.reduce(0) { max($0, abs($1)) }
    if point.contains(where: { $0 < -1e-4 * size }) { return true }
    return approximations.contains { row in
      let sum = zip(actions, point).reduce(0) { $0 + row[$1.0] / scale * $1.1 }
      return sum > 1 + 1e-4 * Double(actions.count) * size
    }
  }
}

/// A few equations Ax = 1 in whole numbers, solved within machine words by elimination without fractions.
///
/// Source: Bareiss (1968), Math. Comput. 22, 565–578.
enum WordElimination {
  enum Answer {
    /// xᵢ is numerator i over the denominator, which is above zero.
    case found(numerators: [Int], denominator: Int)
    case singular
    /// A number on the way has no room.
    case tooLarge
  }

  static func solution(of matrix: [[Int]]) -> Answer {
    let size = matrix.count
    var rows = matrix.map { row in row.map { Int128($0) } + [1] }
    var previous: Int128 = 1
    for column in 0..<size {
      guard let pivot = (column..<size).first(where: { rows[$0][column] != 0 }) else { return .singular }
      rows.swapAt(column, pivot)
      let scale = rows[column][column]
      for row in 0..<size where row != column {
        let factor = rows[row][column]
        for index in (column + 1)...size {
          let (kept, isKeptTooLarge) = rows[row][index].multipliedReportingOverflow(by: scale)
          let (taken, isTakenTooLarge) = rows[column][index].multipliedReportingOverflow(by: factor)
          let (rest, isRestTooLarge) = kept.subtractingReportingOverflow(taken)
          if isKeptTooLarge || isTakenTooLarge || isRestTooLarge { return .tooLarge }
          rows[row][index] = rest / previous
        }
        rows[row][column] = 0
      }
      // The rows above had the previous pivot on their diagonal, and have this one now.
      for row in 0..<column { rows[row][row] = scale }
      previous = scale
    }
    let sign: Int128 = previous < 0 ? -1 : 1
    guard let denominator = Int(exactly: previous * sign) else { return .tooLarge }
    var numerators: [Int] = []
    for row in rows {
      guard let numerator = Int(exactly: row[size] * sign) else { return .tooLarge }
      numerators.append(numerator)
    }
    return .found(numerators: numerators, denominator: denominator)
  }
}

/// A few equations solved in fractions of any size.
enum RationalElimination {
  /// - Returns: nil when the equations do not determine their unknowns.
  static func solution(of matrix: [[Rational]], right: [Rational]) -> [Rational]? {
    let size = matrix.count
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in 0..<size {
      guard let pivot = (column..<size).first(where: { !rows[$0][column].isZero }) else { return nil }
      rows.swapAt(column, pivot)
      let scale = rows[column][column]
      for index in column...size { rows[column][index] = rows[column][index] / scale }
      for row in 0..<size where row != column && !rows[row][column].isZero {
        let factor = rows[row][column]
        for index in column...size { rows[row][index] = rows[row][index] - factor * rows[column][index] }
      }
    }
    return rows.map { $0[size] }
  }
}
