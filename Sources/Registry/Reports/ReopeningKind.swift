/// How far a submitted report is opened again.
public enum ReopeningKind: String, Codable, Hashable, CaseIterable, Sendable {
  /// The last report: everything may change but the numbers of the items, their units and their rates; no item is
  /// added or removed.
  case last
  /// Any report: as for the last, but figures that were certified or carried into a joint report stay.
  case limited

  /// The name of the act in the life cycle.
  var act: String {
    switch self {
    case .last: "reopenLast"
    case .limited: "reopenLimited"
    }
  }
}
