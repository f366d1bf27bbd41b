import Mathematics

/// Members who each keep their market closed to the others, by any degree from 0, open, to 1, closed.
///
/// Two members that trade are in a prisoner's dilemma: both open yields each the reward R, both closed the punishment
/// P, and who is closed while the other is open gets the temptation T and leaves the other the sucker's payoff S. At
/// degrees p and q a part (1 − p)(1 − q) of the trade is open both ways, p(1 − q) closed on one side, and so on:
///
///     R(1 − p)(1 − q) + T·p(1 − q) + S(1 − p)q + P·pq
///
/// A member's payoff is the mean of that over its partners, weighted by what it exchanges with each. This extension
/// of the game of two to degrees and to many is ours; at degrees 0 and 1 it is the game of two with each partner, and
/// a degree may be read as the part of the market, or of the time, that is closed.
///
/// As T > R and P > S, closing more always pays, and full protection by all is the only equilibrium. As also 2R > T + S,
/// all together would rather be open where each weighs its partners as they weigh it; where one weighs little to a partner
/// that weighs much to it, what the first gains by closing may be more than the second loses, and the best for all together
/// may leave some closed. The payoffs of two members that act as one bend upwards, so their best is found
/// by `QuadraticMaximum`.
///
///     let protection = try MarketProtection(
///       players: ["Yongkang", "Wuyi", "Jinyun"], temptation: 5, reward: 3, punishment: 1, sucker: 0)
///     try protection.game.outcome(agreeing: .empty).actions        // [1, 1, 1], yielding 1 each
///     try protection.game.outcome(agreeing: .grand(of: 3)).actions // [0, 0, 0], yielding 3 each
///
/// Source: the conditions on the payoffs are those of Rapoport & Chammah (1965), Prisoner's dilemma, and Axelrod (1984).
public struct MarketProtection: Sendable, Equatable {
  /// What each gets of a partner with which it trades all it trades.
  public let dilemmas: [PrisonersDilemma]
  /// Row i, column j: what part of i's exchange is with j; rows add up to one.
  public let weights: Matrix
  /// The degrees as a game.
  public let game: CompetitionGame

  /// - Parameters:
  ///   - players: 2 to 63 names, no two alike.
  ///   - temptation: T, above R.
  ///   - reward: R, above P and above the mean of T and S.
  ///   - punishment: P, above S.
  ///   - sucker: S.
  ///   - exchange: row i, column j: how much i exchanges with j, 0 or more, in any unit; the diagonal is not read.
  ///     All alike if absent.
  ///   - range: of the degree, within 0...1.
  ///   - today: the degrees of today, within the range; its lower end if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the numbers and what they should be.
  public init(
    players: [String], temptation: Double, reward: Double, punishment: Double, sucker: Double,
    exchange: Matrix? = nil, range: ClosedRange<Double> = 0...1, today: [Double]? = nil
  ) throws(DilemmaError) {
    let dilemma = try PrisonersDilemma(
      temptation: temptation, reward: reward, punishment: punishment, sucker: sucker)
    try self.init(
      players: players, dilemmas: players.map { _ in dilemma }, exchange: exchange, range: range, today: today)
  }

  /// As above, with payoffs of each player's own: a large market has more to win and to lose.
  ///
  /// - Parameters:
  ///   - players: 2 to 63 names, no two alike.
  ///   - dilemmas: one a player.
  ///   - exchange: row i, column j: how much i exchanges with j, 0 or more, in any unit; the diagonal is not read.
  ///     All alike if absent.
  ///   - range: of the degree, within 0...1.
  ///   - today: the degrees of today, within the range; its lower end if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the numbers and what they should be.
  public init(
    players: [String], dilemmas: [PrisonersDilemma], exchange: Matrix? = nil, range: ClosedRange<Double> = 0...1,
    today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    let count = players.count
    guard count >= 2 else { throw .invalid("market protection needs 2 players or more, not \(count)") }
    guard dilemmas.count == count else {
      throw .invalid("\(dilemmas.count) dilemmas for \(count) players; give one each")
    }
    guard range.lowerBound >= 0, range.upperBound <= 1 else {
      throw .invalid(
        "the degrees of protection go from \(range.lowerBound) to \(range.upperBound); keep them within 0 and 1")
    }
    var weights = exchange ?? Matrix(rows: count, columns: count, repeating: 1)
    guard weights.rows == count, weights.columns == count else {
      throw .invalid(
        "an exchange matrix of \(weights.rows) × \(weights.columns); \(count) players need a row and a column each")
    }
    for (i, name) in players.enumerated() {
      weights[i, i] = 0
      for (j, partner) in players.enumerated() where !(weights[i, j].isFinite && weights[i, j] >= 0) {
        throw .invalid(
          "the exchange of '\(name)' with '\(partner)' is \(weights[i, j]); give a finite number, 0 or more")
      }
      let total = (0..<count).reduce(0) { $0 + weights[i, $1] }
      guard total > 0, total.isFinite else {
        throw .invalid("the exchange of '\(name)' adds up to \(total); give it a partner, or leave it out")
      }
      for j in 0..<count { weights[i, j] /= total }
    }
    self.dilemmas = dilemmas
    self.weights = weights
    let payoffs = dilemmas.enumerated().map { i, dilemma -> QuadraticPayoff in
      // R + (T − R)p + (S − R)q + (R − T − S + P)pq
      let bend = (dilemma.reward - dilemma.temptation) + (dilemma.punishment - dilemma.sucker)
      var curvature = Matrix(rows: count, columns: count)
      var slope = (0..<count).map { weights[i, $0] * (dilemma.sucker - dilemma.reward) }
      slope[i] = dilemma.temptation - dilemma.reward
      for j in 0..<count {
        curvature[i, j] = weights[i, j] * bend
        curvature[j, i] = weights[i, j] * bend
      }
      return QuadraticPayoff(curvature: curvature, slope: slope, constant: dilemma.reward)
    }
    game = try CompetitionGame(
      players: players, low: [Double](repeating: range.lowerBound, count: count),
      high: [Double](repeating: range.upperBound, count: count), payoffs: payoffs, today: today)
  }
}
