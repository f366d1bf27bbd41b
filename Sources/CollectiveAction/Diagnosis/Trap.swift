/// The kinds of trap that neighbours can be in.
///
/// For two equal players with two actions the kinds are the classical ones (Rapoport & Guyer 1966, General Systems
/// 11, 203–214), with payoffs T, R, P, S as usual; ``Verdict`` says how they are told apart for any number of players.
public enum Trap: String, Sendable, Codable, CaseIterable {
  /// What each does for itself is best for all.
  case harmony
  /// The prisoner's dilemma: all would gain by the optimum, and yet each is tempted to leave it. T > R > P > S.
  case defection
  /// The stag hunt: the optimum holds by itself once reached, but so does something worse. R > T, P > S.
  case assurance
  /// Who gains and who pays: equilibria about which interests differ (the battle of the sexes), or an optimum at
  /// which some lose unless they are paid.
  case division
  /// Chicken: too little is done, and in every equilibrium some carry what others leave to them altogether, although
  /// each would rather leave it. T > R > S > P with 2R > T + S.
  case partialProvision
  /// Good equilibria, in which some must do less for others to do more, and nothing says who. T, S > P with
  /// T + S > 2R.
  case antiCoordination
  /// Several of these at once: see ``Verdict/parts``.
  case mixed
}
