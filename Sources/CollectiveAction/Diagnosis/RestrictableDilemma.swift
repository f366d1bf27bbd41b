import Mathematics

/// A dilemma that can be cut down to some of its players.
public protocol RestrictableDilemma: Dilemma {
  /// The problem that remains when the members of `coalition` alone can act.
  ///
  /// The others are still there and do nothing; they are no players of the result, whose players are the members in
  /// their order.
  /// - Throws: ``DilemmaError/invalid(_:)`` for the empty coalition.
  func restricted(to coalition: Coalition) throws(DilemmaError) -> Self
}

extension SpilloverGame: RestrictableDilemma {
  /// What the others emit, unabated, settles at the members as a part of their background.
  public func restricted(to coalition: Coalition) throws(DilemmaError) -> SpilloverGame {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    let members = Array(coalition)
    var passed = Matrix(rows: members.count, columns: members.count)
    for (row, i) in members.enumerated() {
      for (column, j) in members.enumerated() { passed[row, column] = transport[i, j] }
    }
    let others = Coalition.grand(of: players.count).subtracting(coalition)
    return try SpilloverGame(
      players: members.map { players[$0] }, baseline: members.map { baseline[$0] }, limit: members.map { limit[$0] },
      abatementCost: members.map { abatementCost[$0] }, linearDamage: members.map { linearDamage[$0] },
      quadraticDamage: members.map { quadraticDamage[$0] }, transport: passed,
      background: members.map { j in others.reduce(background[j]) { $0 + transport[$1, j] * baseline[$1] } })
  }
}
