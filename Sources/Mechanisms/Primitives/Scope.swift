/// How many members an agreement binds.
public enum Scope: String, Sendable, Codable, CaseIterable {
  /// Two members, one issue.
  case bilateral
  /// Three or more members, as many as gain by it.
  case multilateral
  /// All players, several issues at once.
  case collective
}

/// Primitive 1, scope: which coalition may commit itself, and how many issues it settles together.
///
/// It acts on *which rows of the table are open* (``admits(_:of:)``) and on *what a member loses when cooperation
/// ends* (``lossFactor``).
public struct ScopeRule: Sendable, Equatable, Codable {
  public var scope: Scope
  /// The number of issues settled together, at least 1. Each further one adds to the loss a breach brings
  /// (``stacking``) and to the cost of bargaining.
  public var linkedIssues: Double

  /// By how much each further linked issue raises what a member loses when cooperation ends.
  ///
  /// Own form and number: Bernheim & Whinston (1990), RAND J. Econ. 21, 1–26, show that contact in several
  /// markets helps to sustain cooperation only as far as the markets differ, so a small number.
  public static let stacking = 0.1

  public init(scope: Scope, linkedIssues: Double) {
    self.scope = scope
    self.linkedIssues = linkedIssues
  }

  /// What the loss of cooperation is multiplied by: 1 + ``stacking`` × (issues − 1).
  public var lossFactor: Double { 1 + Self.stacking * (linkedIssues - 1) }

  /// Whether an agreement of `members` of all `players` is within the scope: two, three or more (two where there are no
  /// more players), or all.
  public func admits(_ members: Int, of players: Int) -> Bool {
    switch scope {
    case .bilateral: members == 2
    case .multilateral: members >= min(3, players) && members <= players
    case .collective: members == players
    }
  }
}
