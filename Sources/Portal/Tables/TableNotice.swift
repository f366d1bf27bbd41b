import Registry
import Reporting

/// What everybody may read of a negotiation that is for its parties: who sat together, how it ended, and the summary
/// that was published.
struct TableNotice {
  let notice: NegotiationTable.PublicNotice
  /// Since when everybody may know it.
  let since: Instant
  let reading: Reading

  init(_ found: RecordView.VisibleNotice, in reading: Reading) {
    (notice, since, self.reading) = (found.notice, found.since, reading)
  }

  private func say(_ phrase: TablePhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  var heading: String {
    say(.heading, ["parties": .text(reading.tongue.list(notice.parties.map { reading.name(of: $0) }))])
  }

  var stage: String { reading.tongue.stage(notice.stage.rawValue, of: .negotiationTable) }

  /// The published summary; nothing before it is published, or once it was erased.
  func summary() throws -> String? {
    guard let summary = notice.summary, case .text(let text) = try reading.view.text(of: summary, in: notice.table)
    else { return nil }
    return text
  }

  func page() throws -> Reply {
    let summary = try summary()
    let step = PageLayout.Step(
      title: reading.say(KindPhrase.negotiationTable), path: ObjectKind.negotiationTable.path)
    let feed = "\(ObjectKind.negotiationTable.path).atom"
    return reading.layout(heading, trail: [step], feed: feed).page { html in
      html.element("h1", text: heading)
      html.element("p", ["class": "note"], text: say(.noticeNote))
      html.facts { html in
        html.fact(reading.say(WordPhrase.number), notice.table.description)
        html.fact(reading.say(WordPhrase.stage)) { $0.tag(stage) }
        html.fact(reading.say(WordPhrase.parties)) { reading.links(notice.parties, &$0) }
        html.fact(reading.say(WordPhrase.field), reading.word(CooperationFieldPhrase.self, notice.field))
        link(say(.problem), notice.file, as: DocketFile.self, &html)
        html.fact(
          say(.closingReason), ifAny: notice.reason.map { reading.word(ClosingReasonPhrase.self, $0.rawValue) })
        link(say(.agreement), notice.agreement, as: Agreement.self, &html)
        html.fact(reading.say(WordPhrase.since), reading.moment(since))
      }
      if let summary {
        html.element("h2", text: say(.summary))
        html.writing(summary)
      }
    }
  }

  /// A thing that belongs to the negotiation, for those only who may see that thing itself.
  private func link<T: RecordObject>(_ term: String, _ id: ObjectID?, as type: T.Type, _ html: inout HTML) {
    guard let id, (try? reading.view.visible(type, id)) != nil else { return }
    html.fact(term) { $0.link(id.path, reading.name(of: id)) }
  }
}

extension NegotiationTable {
  static func publicPage(of id: ObjectID, in reading: Reading) throws -> Reply? {
    try reading.view.notice(of: id).map { try TableNotice($0, in: reading).page() }
  }

  /// The notices of tables that the visitor cannot open, below those that they can.
  static func writePublic(_ html: inout HTML, in reading: Reading) throws {
    let notices = try reading.view.notices(limit: 200).filter { found in
      try reading.view.visible(NegotiationTable.self, found.notice.table) == nil
    }.map { TableNotice($0, in: reading) }
    guard !notices.isEmpty else { return }
    let title = reading.say(TablePhrase.notices)
    html.element("h2", ["id": "notices"], text: title)
    let headings = [
      reading.say(WordPhrase.number), reading.say(WordPhrase.what), reading.say(WordPhrase.stage),
      reading.say(WordPhrase.since),
    ]
    html.table(under: "notices", headings, rows: notices.count) { html, row, column in
      let one = notices[row]
      switch column {
      case 0: html.text(one.notice.table.description)
      case 1: html.link(one.notice.table.path, one.heading)
      case 2: html.tag(one.stage)
      default: html.text(reading.moment(one.since))
      }
    }
  }
}
