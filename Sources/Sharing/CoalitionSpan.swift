import CollectiveAction
import Mathematics

/// The coalitions whose totals are settled once those of some coalitions are: the linear span of their
/// membership vectors.
///
/// Kept in reduced echelon form modulo 2⁶¹ − 1. For up to 36 players every determinant of memberships is
/// smaller than that prime, so a vector depends on others modulo the prime exactly when it depends on them
/// in fractions: no tolerance, no doubt.
struct CoalitionSpan {
  let playerCount: Int
  /// Each row is one in its own pivot column and zero in the others'.
  private var rows: [[MersennePrimeElement]] = []
  /// The players who stand for the rows: the total of each row's coalition is determined by theirs.
  private(set) var pivots: [Int] = []
  private var freeColumns: [Int]

  init(playerCount: Int) {
    precondition(playerCount <= 36, "one prime decides dependence among at most 36 players")
    self.playerCount = playerCount
    freeColumns = Array(0..<playerCount)
  }

  var rank: Int { rows.count }

  /// Adds a coalition.
  ///
  /// - Returns: whether its total was not settled before.
  mutating func insert(_ coalition: Coalition) -> Bool {
    var vector = (0..<playerCount).map { coalition.contains($0) ? MersennePrimeElement.one : .zero }
    for (row, pivot) in zip(rows, pivots) where vector[pivot] != .zero {
      Self.subtract(row, times: vector[pivot], from: &vector)
    }
    guard let pivot = freeColumns.first(where: { vector[$0] != .zero }) else { return false }
    let scale = vector[pivot].inverse
    for column in vector.indices { vector[column] = vector[column] * scale }
    for index in rows.indices where rows[index][pivot] != .zero {
      Self.subtract(vector, times: rows[index][pivot], from: &rows[index])
    }
    rows.append(vector)
    pivots.append(pivot)
    freeColumns.removeAll { $0 == pivot }
    return true
  }

  /// Whether the coalition's total is settled.
  func contains(_ coalition: Coalition) -> Bool {
    // The combination can only be: once each row whose pivot is a member.
    freeColumns.allSatisfy { column in
      var sum = MersennePrimeElement.zero
      for (row, pivot) in zip(rows, pivots) where coalition.contains(pivot) { sum += row[column] }
      return sum == (coalition.contains(column) ? .one : .zero)
    }
  }

  /// A vector orthogonal to the span and otherwise random: a coalition's sum over it is zero when it is in
  /// the span, and otherwise zero with probability 1 in 2⁶¹.
  func nullVector(using chance: inout some RandomNumberGenerator) -> [MersennePrimeElement] {
    var vector = [MersennePrimeElement](repeating: .zero, count: playerCount)
    for column in freeColumns { vector[column] = MersennePrimeElement(chance.next()) }
    for (row, pivot) in zip(rows, pivots) {
      for column in freeColumns { vector[pivot] -= row[column] * vector[column] }
    }
    return vector
  }

  private static func subtract(
    _ row: [MersennePrimeElement], times factor: MersennePrimeElement, from vector: inout [MersennePrimeElement]
  ) {
    for column in vector.indices { vector[column] -= factor * row[column] }
  }
}
