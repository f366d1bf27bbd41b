/// Where a figure comes from.
public struct Provenance: Hashable, Sendable {
  /// How firmly the figure stands.
  public let status: ProvenanceStatus
  /// A key of ``RegionalCase/sources``; only an assumed figure may lack one.
  public let source: String?
  /// What a reader should know of the figure.
  public let remark: String?

  /// The provenance of a figure made in code.
  public init(status: ProvenanceStatus, source: String? = nil, remark: String? = nil) {
    self.status = status
    self.source = source
    self.remark = remark
  }
}

/// How firmly a figure stands, from the firmest to the weakest.
public enum ProvenanceStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Read off an instrument or counted.
  case measured
  /// The output of a model that others published.
  case modelled
  /// Gathered from several records.
  case compiled
  /// Printed in the source.
  case published
  /// Worked out from printed figures by arithmetic.
  case derived
  /// Fitted or judged from data.
  case estimated
  /// A statement about a later year.
  case projected
  /// Quoted, and not traced to where it was first printed.
  case unverified
  /// Put in by the author of the case; needs no source.
  case assumed
}
