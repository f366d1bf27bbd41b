/// What a check of a case folder found.
public struct CaseReport: Hashable, Sendable, CustomStringConvertible {
  /// The case, when it has no faults.
  public let `case`: RegionalCase?
  /// By file, line and column.
  public let faults: [CaseFault]
  /// By file, line and column.
  public let warnings: [CaseFault]

  /// One line a fault or warning, in the order of their places; empty for a clean case.
  public var description: String { inOrder(faults + warnings).map(\.description).joined(separator: "\n") }
}
