import Mathematics

/// Members who may give to a good that all of them enjoy alike.
///
/// Each has E and gives gᵢ of it; uᵢ = E − gᵢ + m·Σg, where 1/n < m < 1: a unit given brings its giver less than it
/// costs, and all together more. So nobody gives, and all would be better off if all gave everything. A coalition of s
/// gives everything where s·m > 1.
///
///     let good = try LinearPublicGood(players: ["a", "b", "c"], endowment: 10, marginalReturn: 0.5)
///     try good.game.outcome(agreeing: .empty).costs           // [-10, -10, -10]
///     try good.game.outcome(agreeing: .grand(of: 3)).costs    // [-15, -15, -15]
///
/// Source: the marginal per capita return of Isaac & Walker (1988), Q. J. Econ. 103, 179–199; Ledyard (1995), in Kagel
/// & Roth (eds), The handbook of experimental economics.
public struct LinearPublicGood: Sendable, Equatable {
  /// E: what each can give.
  public let endowment: Double
  /// m: what a unit given brings to each.
  public let marginalReturn: Double
  /// The gifts as a game.
  public let game: CompetitionGame

  /// - Parameters:
  ///   - players: 2 to 63 names, no two alike.
  ///   - endowment: above 0.
  ///   - marginalReturn: between 1/n and 1, both excluded.
  ///   - today: what each gives today, from 0 to the endowment; 0 if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the number and what it should be.
  public init(
    players: [String], endowment: Double, marginalReturn: Double, today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    let count = players.count
    guard count >= 2 else { throw .invalid("a public good needs 2 players or more, not \(count)") }
    guard endowment.isFinite, endowment > 0 else {
      throw .invalid("the endowment is \(endowment); give a finite number above 0")
    }
    guard marginalReturn < 1, marginalReturn * Double(count) > 1 else {
      throw .invalid(
        "the marginal return is \(marginalReturn); give a number above 1/\(count) and below 1, or there is no dilemma")
    }
    self.endowment = endowment
    self.marginalReturn = marginalReturn
    let payoffs = (0..<count).map { i -> QuadraticPayoff in
      var slope = [Double](repeating: marginalReturn, count: count)
      slope[i] -= 1
      return QuadraticPayoff(curvature: Matrix(rows: count, columns: count), slope: slope, constant: endowment)
    }
    game = try CompetitionGame(
      players: players, low: [Double](repeating: 0, count: count), high: [Double](repeating: endowment, count: count),
      payoffs: payoffs, today: today)
  }
}
