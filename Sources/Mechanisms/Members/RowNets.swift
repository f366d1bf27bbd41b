import CollectiveAction

/// What every player can expect of every coalition that a mechanism may bring together.
///
/// A coalition that the scope does not admit, or that leaves out somebody who is mandated, is no agreement: all act
/// alone, and expect 0.
struct RowNets {
  let game: TransformedGame
  private let known: [Coalition: RowFigures]

  /// - Parameter near: where given, only this coalition and those that one player's move makes of it are looked at.
  /// - Complexity: one look at each row of the table that is looked at.
  init(_ game: TransformedGame, near: Coalition? = nil) {
    self.game = game
    var known: [Coalition: RowFigures] = [:]
    if near == nil { known.reserveCapacity(game.table.rows.count) }
    for (index, row) in game.table.rows.enumerated() where Self.isOpen(row.coalition, in: game) {
      if let near, (row.coalition.mask ^ near.mask).nonzeroBitCount > 1 { continue }
      known[row.coalition] = game.figures(ofRow: index)
    }
    self.known = known
  }

  /// Whether the mechanism may bring this coalition together.
  private static func isOpen(_ coalition: Coalition, in game: TransformedGame) -> Bool {
    let count = game.table.players.count
    return game.mechanism.scopeRule.admits(coalition.count, of: count)
      && (game.isImposed || game.bound.isSubset(of: coalition))
  }

  func isOpen(_ coalition: Coalition) -> Bool { Self.isOpen(coalition, in: game) }

  /// The coalitions that were solved and may form, in the order of the masks.
  var coalitions: [Coalition] { known.keys.sorted() }

  /// What a coalition that may form can expect; none for one that was not solved.
  subscript(coalition: Coalition) -> RowFigures? { known[coalition] }

  /// What `player` can expect when `coalition` is the agreement; none when it might be and was not solved.
  func net(of player: Int, in coalition: Coalition) -> Double? {
    guard isOpen(coalition) else { return 0 }
    guard let figures = known[coalition], let row = game.table.row(of: coalition) else { return nil }
    return game.netGain(of: player, in: game.table.rows[row], figures)
  }

  /// What `member` gains by leaving while the others stay together, if they still may; below zero when it would lose.
  func gainByLeaving(_ member: Int, _ coalition: Coalition) -> Double? {
    guard let inside = net(of: member, in: coalition), let outside = net(of: member, in: coalition.removing(member))
    else { return nil }
    return outside - inside
  }

  /// What `outsider` gains by joining; 0 where the coalition has no room for it.
  func gainByJoining(_ outsider: Int, _ coalition: Coalition) -> Double? {
    let larger = coalition.adding(outsider)
    guard isOpen(larger) else { return 0 }
    return gainByLeaving(outsider, larger).map { -$0 }
  }

  /// Whether no member that was asked gains by leaving; none when not all that takes was solved.
  func isInternallyStable(_ coalition: Coalition) -> Bool? {
    stands(coalition.subtracting(game.bound), in: coalition) { gainByLeaving($0, coalition) }
  }

  /// Whether no outsider gains by joining; none when not all that takes was solved.
  func isExternallyStable(_ coalition: Coalition) -> Bool? {
    let everyone = Coalition.grand(of: game.table.players.count)
    return stands(everyone.subtracting(coalition), in: coalition) { gainByJoining($0, coalition) }
  }

  /// What the members have over what each would have outside, which transfers among them could share; none when not all
  /// that takes was solved.
  func surplusOverLeaving(_ coalition: Coalition) -> Double? {
    var surplus = 0.0
    for member in coalition {
      guard let gain = gainByLeaving(member, coalition) else { return nil }
      surplus -= gain
    }
    return surplus
  }

  private func stands(_ players: Coalition, in coalition: Coalition, _ gain: (Int) -> Double?) -> Bool? {
    let rounding = known[coalition]?.rounding ?? 0
    var isKnown = true
    for player in players {
      guard let gain = gain(player) else {
        isKnown = false
        continue
      }
      if gain > rounding { return false }
    }
    return isKnown ? true : nil
  }
}
