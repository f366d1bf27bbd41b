import Mathematics

extension CompetitionGame: PlayableDilemma {
  /// Anything between its lowest and highest action.
  public func actions(of player: Int) -> ActionSet { .between(low[player], high[player]) }

  /// Where its payoff peaks, or the end nearest to it; what it does already where nothing makes a difference.
  public func bestReply(of player: Int, to actions: [Double]) -> Double {
    let count = players.count
    let row = (player * count + player) * count
    let bend = curvatures[row + player]
    var rest = slopes[player * count + player]
    for k in 0..<count where k != player { rest += curvatures[row + k] * actions[k] }
    // Concave along the line.
    let free = bend < 0 ? -rest / bend : rest > 0 ? high[player] : rest < 0 ? low[player] : actions[player]
    return min(max(free, low[player]), high[player])
  }
}

extension CompetitionGame: RestrictableDilemma {
  /// The others do what they do today.
  public func restricted(to coalition: Coalition) throws(DilemmaError) -> CompetitionGame {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    let members = Array(coalition)
    let others = Coalition.grand(of: players.count).subtracting(coalition)
    let payoffs = members.map { player in
      let whole = payoff(of: player)
      var curvature = Matrix(rows: members.count, columns: members.count)
      var slope = members.map { whole.slope[$0] }
      for (row, i) in members.enumerated() {
        for (column, j) in members.enumerated() { curvature[row, column] = whole.curvature[i, j] }
        for k in others { slope[row] += whole.curvature[i, k] * today[k] }
      }
      // What is left is what the others' actions of today are worth by themselves.
      let constant = others.reduce(whole.constant) { sum, k in
        others.reduce(sum + whole.slope[k] * today[k]) { $0 + whole.curvature[k, $1] * today[k] * today[$1] / 2 }
      }
      return QuadraticPayoff(curvature: curvature, slope: slope, constant: constant)
    }
    return try CompetitionGame(
      players: members.map { players[$0] }, low: members.map { low[$0] }, high: members.map { high[$0] },
      payoffs: payoffs, today: members.map { today[$0] })
  }
}
