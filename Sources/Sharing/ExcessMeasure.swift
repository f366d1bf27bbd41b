import CollectiveAction

/// How what different coalitions miss is compared.
public enum ExcessMeasure: String, Sendable, Codable, CaseIterable {
  /// As it is: a krona is a krona.
  case total
  /// For each member: a coalition of ten may miss ten times as much as one player.
  case perCapita

  /// What the coalition's excess is divided by.
  public func weight(of coalition: Coalition) -> Int { self == .total ? 1 : coalition.count }
}
