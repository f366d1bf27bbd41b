import Registry
import Reporting

/// An agreement on paper: parties, signatures and text, what was promised and done, checked, rewarded and paid.
struct AgreementPacket {
  let packet: Packet
  let agreement: Agreement
  private let related: RelatedThings
  private let followUp: AgreementFollowUp

  /// - Throws: `Refusal.notFound` when there is no such agreement that the reader may see.
  init(_ id: ObjectID, in packet: Packet) throws {
    self.packet = packet
    let reading = packet.reading
    agreement = try reading.object(Agreement.self, id).object
    related = try RelatedThings(of: id, in: reading)
    followUp = try AgreementFollowUp(of: id, verifications: related.verifications, in: reading)
  }

  private var reading: Reading { packet.reading }

  func page() throws -> Reply {
    let (version, _) = agreement.shown(reading.visit.query, reading)
    return try packet.page(of: things, title: version?.title ?? agreement.heading(in: reading)) { html in
      writeTitle(version, &html)
      if let version { try writeText(version, &html) }
      try writePerformance(&html)
      for books in related.books { try BooksStatement(books: books, reading: reading).write(&html) }
    }
  }

  /// Everything that stands in it, the agreement first.
  private var things: [ObjectID] {
    [agreement.id] + related.commitments.map(\.id) + related.reports.map(\.id) + related.jointReports.map(\.id)
      + followUp.things + related.books.map(\.id)
  }

  private func writeTitle(_ version: Agreement.Version?, _ html: inout HTML) {
    html.facts { html in
      html.fact(reading.say(WordPhrase.number), agreement.id.description)
      html.fact(reading.say(WordPhrase.stage)) { $0.tag(reading.stage(of: agreement)) }
      if let version {
        let stage = reading.word(VersionStagePhrase.self, version.stage.rawValue)
        html.fact(
          packet.say(.shownVersion), "\(reading.say(WordPhrase.version, ["n": .count(version.number)])) · \(stage)")
      }
    }
    agreement.summary(related, &html, reading)
    html.facts { packet.writeReader(&$0) }
    agreement.missing(&html, reading)
    // Who signed the text that follows, not another version.
    if let version, version.digest != nil || !version.signatures.isEmpty {
      SignatureRoom(agreement: agreement, version: version, reading: reading).write([], &html)
    }
  }

  private func writeText(_ version: Agreement.Version, _ html: inout HTML) throws {
    var fault: (any Error)?
    html.element("section", ["class": "sheet"]) { html in
      do {
        try AgreementText(agreement: agreement, version: version, reading: reading).write([], &html)
      } catch let failure {
        fault = failure
      }
    }
    if let fault { throw fault }
    ChecklistTable(agreement: agreement, version: version, reading: reading).write([], &html)
    agreement.versionTable(&html, reading, isPaper: true)
    AgreementExit(agreement: agreement, reading: reading).write(&html)
  }

  private func writePerformance(_ html: inout HTML) throws {
    if !related.commitments.isEmpty {
      try html.sheet(reading.say(AgreementPhrase.commitments), id: "commitments") { html in
        html.element("p", text: reading.say(AgreementPhrase.commitmentsCount, related.commitmentCounts))
        let commitments = related.commitments.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        CommitmentTable(reading: reading).write(commitments, under: "commitments", &html)
      }
    }
    let reports: [any PageThing] = related.reports + related.jointReports as [any PageThing]
    if !reports.isEmpty {
      html.element("h2", ["id": "reports"], text: packet.say(.reports))
      RelatedThings.table(of: reports, under: "reports", isPaper: true, &html, reading)
    }
    try followUp.write(&html)
  }
}
