extension NegotiationTable {
  /// What the public will read of the negotiation once the embargo is over.
  public struct PublicSummary: Codable, Hashable, Sendable {
    public internal(set) var text: Confided
    public internal(set) var embargoEnds: Instant
    public internal(set) var isPublished: Bool
  }

  /// Why a table closed without an agreement, as far as the public is told.
  public enum ClosingReason: String, Codable, Hashable, CaseIterable, Sendable {
    case noCommonGround, mandateWithdrawn, overtakenByEvents, referredToAuthority, solvedElsewhere
  }

  /// What everybody may know of a table, though the table itself is for its parties.
  public struct PublicNotice: Codable, Hashable, Sendable {
    public let table: ObjectID
    public let parties: [ObjectID]
    public let field: String
    public let file: ObjectID?
    public let stage: Stage
    public let reason: ClosingReason?
    public let agreement: ObjectID?
    public let summary: Confided?
  }

  /// What everybody may know: nothing until the table is closed or its summary is published.
  public var publicNotice: PublicNotice? {
    let published = summary.flatMap { $0.isPublished ? $0.text : nil }
    guard published != nil || stage == .closedWithAgreement || stage == .closedWithout else { return nil }
    return PublicNotice(
      table: id, parties: parties, field: fieldName, file: file, stage: stage, reason: closingReason,
      agreement: agreement, summary: published)
  }
}
