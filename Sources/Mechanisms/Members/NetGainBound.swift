import CollectiveAction

/// How much better than the agreement found any other could be.
public struct NetGainBound: Sendable, Equatable {
  /// The expected net gain of the region under the agreement found, less the outlay from above, a year.
  public let found: Double
  /// No coalition within the mechanism's scope, chosen by whomever, brings the region more.
  public let atMost: Double
  /// Whether every coalition within the scope was looked at, so that ``atMost`` is that of the best one.
  public let isExact: Bool
}

/// The most that the region could expect of `mechanism`, were the best coalition within its scope to form.
///
/// Up to ``DilemmaTable/largestExhaustive`` players, and for pairs and for all at any number, every coalition is in the
/// table and the bound is that of the best. Of other coalitions nothing was solved, and the table proves only that none
/// gains more than the social optimum does, less what whoever decides does not know.
///
/// - Throws: as ``appraise(_:in:under:)``.
/// - Complexity: one look at each row within the scope.
public func netGainBound(
  of mechanism: Mechanism, in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> NetGainBound {
  let game = try TransformedGame(checking: mechanism, table, circumstances)
  let isExact = table.isExhaustive || mechanism.scope != .multilateral
  let count = table.players.count
  var most = 0.0
  if isExact {
    for (index, row) in table.rows.enumerated() where mechanism.scopeRule.admits(row.coalition.count, of: count) {
      let figures = game.figures(ofRow: index)
      most = max(most, figures.regionNet - figures.success.all * figures.terms.grant * row.stake)
    }
  } else {
    most = game.regionAtMost
  }
  let found = game.solved.expectedNetGainLessOutlay
  return NetGainBound(found: found, atMost: max(most, found), isExact: isExact)
}
