import CollectiveAction
import Mathematics

/// Coalitions as equations in the players' shares, solved modulo 2⁶¹ − 1 as they come.
///
/// Kept in reduced echelon form beside the combinations of coalitions that lead to it, so a coalition that follows
/// from those before tells how, and once every share is settled the combinations are the inverse.
struct SettledEquations {
  private let playerCount: Int
  /// The coalitions that did not follow from those before them.
  private(set) var independent: [Coalition] = []
  /// Row after row: for each of them n entries for the players, then n for the combination.
  private var entries: [MersennePrimeElement] = []
  private var pivots: [Int] = []

  init(playerCount: Int) { self.playerCount = playerCount }

  var isComplete: Bool { pivots.count == playerCount }

  /// Adds a coalition.
  ///
  /// - Returns: nil when it is independent of those before; otherwise how often it takes each of ``independent``.
  mutating func insert(_ coalition: Coalition) -> [MersennePrimeElement]? {
    let width = 2 * playerCount
    var vector = [MersennePrimeElement](repeating: .zero, count: width)
    for player in coalition { vector[player] = .one }
    if !isComplete { vector[playerCount + pivots.count] = .one }
    let found = entries.withUnsafeMutableBufferPointer { entries -> Int? in
      for (row, pivot) in pivots.enumerated() where vector[pivot] != .zero {
        let factor = vector[pivot]
        for column in 0..<width where entries[row * width + column] != .zero {
          vector[column] -= factor * entries[row * width + column]
        }
      }
      guard let pivot = vector[..<playerCount].firstIndex(where: { $0 != .zero }) else { return nil }
      let scale = vector[pivot].inverse
      for column in 0..<width where vector[column] != .zero { vector[column] = vector[column] * scale }
      for row in pivots.indices where entries[row * width + pivot] != .zero {
        let factor = entries[row * width + pivot]
        for column in 0..<width where vector[column] != .zero {
          entries[row * width + column] -= factor * vector[column]
        }
      }
      return pivot
    }
    guard let found else { return vector[playerCount..<(playerCount + pivots.count)].map { -$0 } }
    entries += vector
    pivots.append(found)
    independent.append(coalition)
    return nil
  }

  /// The shares for which each of ``independent``, in its order, receives what `totals` says; all must be settled.
  func shares(for totals: [MersennePrimeElement]) -> [MersennePrimeElement] {
    var shares = [MersennePrimeElement](repeating: .zero, count: playerCount)
    for (row, pivot) in pivots.enumerated() {
      let combination = row * 2 * playerCount + playerCount
      for (index, total) in totals.enumerated() { shares[pivot] += entries[combination + index] * total }
    }
    return shares
  }
}
