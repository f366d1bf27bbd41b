extension JointReport {
  /// A certified figure in a joint report, with the report and the certificate that it comes from.
  public struct Line: Codable, Hashable, Sendable {
    public let report: ObjectID
    public let party: ObjectID
    public let item: Int
    /// The correction of the item that this line adds; nothing for the item's own figure.
    public let correction: Int?
    public let commitment: ObjectID
    public let figure: ReportedFigure
    /// The verification whose certificate covers the figure.
    public let certificate: ObjectID
  }

  /// The sum of certified figures of one commitment in one unit.
  public struct Total: Codable, Hashable, Sendable {
    public let commitment: ObjectID
    public let figure: ReportedFigure
  }

  /// The most lines in one joint report.
  public static let lineLimit = 400
}

extension PartyReport {
  /// The certified figures that no joint report carries yet: its items, unless carried, and the pending corrections.
  var linesToCarry: [JointReport.Line] {
    guard let certificate = certifiedBy else { return [] }
    var lines: [JointReport.Line] = []
    if carriedInto == nil {
      lines = items.map { item in
        JointReport.Line(
          report: id, party: party, item: item.id, correction: nil, commitment: item.commitment, figure: item.figure,
          certificate: certificate)
      }
    }
    for correction in corrections where correction.carriedInto == nil {
      guard let certificate = correction.certifiedBy, let item = items.first(where: { $0.id == correction.item })
      else { continue }
      lines.append(
        JointReport.Line(
          report: id, party: party, item: item.id, correction: correction.id, commitment: item.commitment,
          figure: correction.change, certificate: certificate))
    }
    return lines
  }
}
