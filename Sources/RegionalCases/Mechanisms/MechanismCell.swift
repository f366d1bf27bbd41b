/// One of the twelve forms of cooperation: how wide it reaches and what holds it together.
///
/// After the integration mechanisms of Feiock (2013), Policy Studies Journal 41, 397–425.
public struct MechanismCell: Hashable, Sendable, CaseIterable, CustomStringConvertible, Identifiable {
  /// How many parties and issues it takes in.
  public enum Scope: String, Hashable, Sendable, Codable, CaseIterable { case bilateral, multilateral, collective }
  /// What holds the parties to their word, from the loosest to the tightest.
  public enum Authority: String, Hashable, Sendable, Codable, CaseIterable {
    case embeddedness, contract, delegated, imposed
  }

  /// How many parties and issues it takes in.
  public let scope: Scope
  /// What holds the parties to their word.
  public let authority: Authority

  /// The cell of a scope and an authority.
  public init(_ scope: Scope, _ authority: Authority) {
    self.scope = scope
    self.authority = authority
  }

  /// The cell that an id such as `multilateral-contract` names; nil for anything else.
  public init?(id: String) {
    guard let cell = Self.allCases.first(where: { $0.id == id }) else { return nil }
    self = cell
  }

  /// As in `multilateral-contract`.
  public var id: String { "\(scope.rawValue)-\(authority.rawValue)" }
  /// As in `multilateral-contract`.
  public var description: String { id }

  /// The twelve, by scope, then authority.
  public static let allCases: [MechanismCell] = Scope.allCases.flatMap { scope in
    Authority.allCases.map { MechanismCell(scope, $0) }
  }
}
