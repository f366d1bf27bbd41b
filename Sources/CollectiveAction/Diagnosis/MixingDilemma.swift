/// A dilemma whose equilibria may be mixtures of actions.
public protocol MixingDilemma: Dilemma {
  /// Whether somebody mixes its actions in `outcome`.
  func isMixed(_ outcome: Outcome) -> Bool
}

extension NormalFormGame: MixingDilemma {
  /// Whoever does not mix has the whole number of its action.
  public func isMixed(_ outcome: Outcome) -> Bool { outcome.actions.contains { $0 != $0.rounded() } }
}
