/// Where the force of an agreement comes from, from the weakest hold on members to the strongest.
public enum Authority: String, Sendable, Codable, CaseIterable, Comparable {
  /// Acquaintance, reputation and mutual obligation.
  case embeddedness
  /// A contract between equals.
  case contract
  /// A body to which the members give power.
  case delegated
  /// A higher level of government.
  case imposed

  /// 0 for embeddedness to 3 for imposed.
  public var level: Int {
    switch self {
    case .embeddedness: 0
    case .contract: 1
    case .delegated: 2
    case .imposed: 3
    }
  }

  public static func < (left: Authority, right: Authority) -> Bool { left.level < right.level }
}
