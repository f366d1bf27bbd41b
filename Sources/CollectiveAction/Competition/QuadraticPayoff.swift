import Mathematics

/// What a player gets from what all do: ½ xᵀH x + gᵀx + k.
///
///     QuadraticPayoff(curvature: Matrix([[-1, 0.5], [0.5, 0]]), slope: [1, 0], constant: 0).value(at: [1, 2])  // 1.5
public struct QuadraticPayoff: Sendable, Equatable {
  /// H, symmetric: its entry (j, k) is what a unit more of k's action adds to the yield of j's.
  public let curvature: Matrix
  /// g: what the first unit of each player's action yields here.
  public let slope: [Double]
  /// k: what is left where nobody does anything.
  public let constant: Double

  /// - Parameters:
  ///   - curvature: H, a row and a column a player; its symmetric part is kept, which gives the same payoffs.
  ///   - slope: g, a number a player.
  ///   - constant: k.
  public init(curvature: Matrix, slope: [Double], constant: Double = 0) {
    var symmetric = curvature
    if curvature.rows == curvature.columns {
      for row in 0..<curvature.rows {
        for column in 0..<row {
          let mean = curvature[row, column] / 2 + curvature[column, row] / 2
          symmetric[row, column] = mean
          symmetric[column, row] = mean
        }
      }
    }
    self.curvature = symmetric
    self.slope = slope
    self.constant = constant
  }

  /// The payoff when `actions` are taken, one a player.
  public func value(at actions: [Double]) -> Double {
    var value = constant
    for (row, action) in actions.enumerated() {
      var rise = slope[row]
      for (column, other) in actions.enumerated() { rise += curvature[row, column] * other / 2 }
      value += rise * action
    }
    return value
  }
}
