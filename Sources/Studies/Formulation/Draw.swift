/// Where every input of a case stands in one computation.
///
/// An input with a range or a spread is moved by its rank, the probability of lying below; one without
/// by a factor on its best estimate. Whatever a draw does not name stands at its best estimate. All
/// figures under one name move together, since one assumption stands behind them.
public struct Draw: Sendable, Equatable {
  /// Rank of an uncertain input, from 0 to 1, by the input's name; strictly between them where a spread is normal.
  public var ranks: [String: Double]
  /// Factor on an input that has no range, above 0, by the input's name.
  public var factors: [String: Double]

  public init(ranks: [String: Double] = [:], factors: [String: Double] = [:]) {
    self.ranks = ranks
    self.factors = factors
  }

  /// What either puts elsewhere; where both do, the other's place.
  func merged(with other: Draw) -> Draw {
    Draw(
      ranks: ranks.merging(other.ranks) { $1 }, factors: factors.merging(other.factors) { $1 })
  }

  /// Everything at its best estimate.
  public static let best = Draw()
}
