import CollectiveAction
import Mathematics

/// The coalitions whose totals are settled once those of some coalitions are: the linear span of their
/// membership vectors.
///
/// Kept in reduced echelon form modulo 2⁶¹ − 1. For up to 36 players every determinant of memberships is
/// smaller than that prime, so a vector depends on others modulo the prime exactly when it depends on them
/// in fractions: no tolerance, no doubt. Beyond, independence modulo the prime still proves independence in
/// fractions, but a dependence is only next to certain.
struct CoalitionSpan: Sendable {
  let playerCount: Int
  /// Row after row; each is one in its own pivot column and zero in the others'.
  private var entries: [MersennePrimeElement] = []
  /// The players who stand for the rows: the total of each row's coalition is determined by theirs.
  private(set) var pivots: [Int] = []
  private var freeColumns: [Int]
  /// The coalitions that added to the span, in the order of ``pivots``.
  private(set) var independent: [Coalition] = []

  init(playerCount: Int) {
    precondition(playerCount <= 63, "a span holds coalitions of at most 63 players")
    self.playerCount = playerCount
    freeColumns = Array(0..<playerCount)
  }

  var rank: Int { pivots.count }

  /// Adds a coalition.
  ///
  /// - Returns: whether its total was not settled before.
  mutating func insert(_ coalition: Coalition) -> Bool {
    let width = playerCount
    var vector = (0..<width).map { coalition.contains($0) ? MersennePrimeElement.one : .zero }
    let found = entries.withUnsafeMutableBufferPointer { entries -> Int? in
      for (row, pivot) in pivots.enumerated() where vector[pivot] != .zero {
        let factor = vector[pivot]
        for column in 0..<width { vector[column] -= factor * entries[row * width + column] }
      }
      guard let pivot = freeColumns.first(where: { vector[$0] != .zero }) else { return nil }
      let scale = vector[pivot].inverse
      for column in 0..<width { vector[column] = vector[column] * scale }
      for row in pivots.indices where entries[row * width + pivot] != .zero {
        let factor = entries[row * width + pivot]
        for column in 0..<width { entries[row * width + column] -= factor * vector[column] }
      }
      return pivot
    }
    guard let found else { return false }
    entries += vector
    pivots.append(found)
    independent.append(coalition)
    freeColumns.removeAll { $0 == found }
    return true
  }

  /// Whether the coalition's total is settled.
  ///
  /// - Complexity: rank times the players left open, in additions; ``SettledSums`` answers for whole tables.
  func contains(_ coalition: Coalition) -> Bool {
    let mask = coalition.mask
    return entries.withUnsafeBufferPointer { entries in
      pivots.withUnsafeBufferPointer { pivots in
        freeColumns.withUnsafeBufferPointer { freeColumns in
          // The combination can only be: once each row whose pivot is a member.
          for column in freeColumns {
            var sum = MersennePrimeElement.zero
            for row in 0..<pivots.count where mask >> UInt64(truncatingIfNeeded: pivots[row]) & 1 == 1 {
              sum += entries[row * playerCount + column]
            }
            let one = mask >> UInt64(truncatingIfNeeded: column) & 1 == 1
            guard sum == (one ? .one : .zero) else { return false }
          }
          return true
        }
      }
    }
  }

  /// Whole numbers for every player left open: vectors that together are orthogonal to the span and to nothing more, so
  /// that a coalition is in the span exactly when its sum over each of them is zero.
  ///
  /// - Returns: nil where the numbers are not small.
  func wholeNullVectors() -> [[Int]]? {
    var vectors: [[Int]] = []
    for column in freeColumns {
      // In reduced echelon form the vector is told by the column, up to its denominator.
      let residues = pivots.indices.map { entries[$0 * playerCount + column] }
      var denominator = 1
      for residue in residues {
        guard let fraction = residue.fraction(trying: denominator), fraction.denominator < 1 << 20 else { return nil }
        denominator = fraction.denominator
      }
      var vector = [Int](repeating: 0, count: playerCount)
      vector[column] = denominator
      for (residue, pivot) in zip(residues, pivots) {
        vector[pivot] = -(residue * MersennePrimeElement(denominator)).balanced
      }
      // A fraction read off a residue is a guess; that it solves the equations in whole numbers is not.
      guard vector.allSatisfy({ $0.magnitude < 1 << 28 }),
        independent.allSatisfy({ coalition in coalition.reduce(0) { $0 + vector[$1] } == 0 })
      else { return nil }
      vectors.append(vector)
    }
    return vectors
  }

  /// A vector orthogonal to the span and otherwise random: a coalition's sum over it is zero when it is in
  /// the span, and otherwise zero with probability 1 in 2⁶¹.
  func nullVector(using chance: inout some RandomNumberGenerator) -> [MersennePrimeElement] {
    var vector = [MersennePrimeElement](repeating: .zero, count: playerCount)
    for column in freeColumns { vector[column] = MersennePrimeElement(chance.next()) }
    for (row, pivot) in pivots.enumerated() {
      for column in freeColumns { vector[pivot] -= entries[row * playerCount + column] * vector[column] }
    }
    return vector
  }
}
