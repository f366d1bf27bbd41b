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

extension RecordView {
  /// What everybody may know of a table, and since when.
  public struct VisibleNotice: Sendable {
    public let notice: NegotiationTable.PublicNotice
    /// When it became public, or was last added to.
    public let since: Instant
  }

  /// What everybody may know of a table, be it visible to this person or not; nothing while it is for its parties only.
  ///
  /// The text of a published summary is read as every other text, by ``text(of:in:)``.
  ///
  /// - Parameter id: the number of a table.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func notice(of id: ObjectID) throws -> VisibleNotice? {
    guard id.kind == .negotiationTable, let found = try shelf.object(id) else { return nil }
    return try notice(found)
  }

  /// The notices of the first tables, in the order of their numbers.
  ///
  /// - Parameter limit: how many at most.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func notices(limit: Int) throws -> [VisibleNotice] {
    var found: [VisibleNotice] = []
    guard limit > 0 else { return found }
    try shelf.each(.negotiationTable, after: 0) { read in
      if let visible = try notice(read) { found.append(visible) }
      return found.count < limit
    }
    return found
  }

  private func notice(_ found: ShelvedObject) throws -> VisibleNotice? {
    guard let table = found.object as? NegotiationTable, let notice = table.publicNotice else { return nil }
    // Only these events make something public; what else happened since is the parties' own.
    let telling = try shelf.history(of: table.id).last { _, heading in
      ["closeWithAgreement", "closeWithout", "publishSummary"].contains(heading.act)
    }
    return telling.map { VisibleNotice(notice: notice, since: $0.event.at) }
  }
}
