import Registry
import Reporting

/// What happened lately to the things of a kind, for readers of feeds: one entry a thing, the last change first
/// (RFC 4287).
struct AtomFeed {
  let reading: Reading
  /// Names the record in addresses that hold for ever, such as `rivers.example`.
  let authority: String

  /// How many things a feed names.
  static let length = 50
  /// How many of the last events are searched for them.
  static let window = 1_000
  /// How many acts an entry tells.
  static let actsTold = 5

  /// A thing that changed, with what the visitor may see of its history; never empty.
  private struct Change {
    let thing: any RecordObject
    let history: [RecordView.VisibleEvent]
    var last: RecordView.VisibleEvent { history[history.count - 1] }
  }

  /// The things of a kind that changed last, newest first, without regard to who may see them.
  static func candidates(of kind: ObjectKind, at record: RecordFolder) throws -> [ObjectID] {
    try record.store.read { snapshot in
      var last: [ObjectID: Int] = [:]
      let size = try snapshot.head().size
      try snapshot.events(from: max(1, size - window + 1)) { event in
        if event.object.kind == kind { last[event.object] = event.sequence }
        return true
      }
      // A feed is never empty because nothing happened for long.
      let count = try snapshot.count(of: kind)
      for number in max(1, count - length + 1)..<(count + 1) where last.count < length {
        let id = ObjectID(kind, number)
        if last[id] == nil { last[id] = number - count - 1 }
      }
      return last.sorted { $0.value > $1.value }.map(\.key)
    }
  }

  func reply<T: RecordObject>(_ type: T.Type, among candidates: [ObjectID]) throws -> Reply {
    var changes: [Change] = []
    var notices: [TableNotice] = []
    let length = reading.visit.limit(Self.length, most: Self.length)
    for id in candidates {
      guard changes.count < length else { break }
      guard let found = try reading.view.visible(type, id)?.object else {
        if let notice = try reading.view.notice(of: id) { notices.append(TableNotice(notice, in: reading)) }
        continue
      }
      let history = try reading.view.history(of: id)
      if !history.isEmpty { changes.append(Change(thing: found, history: history)) }
    }
    changes.sort { $0.last.sequence > $1.last.sequence }
    notices.sort { $0.since > $1.since }
    let summaries = try notices.map { try $0.summary() }
    let newest = [changes.first?.last.at, notices.first?.since].compactMap { $0 }.max() ?? reading.view.now
    let title = reading.say(OutletPhrase.changes, ["what": .text(reading.say(KindPhrase.many(T.kind)))])
    let path = "\(T.kind.path).atom"
    var html = HTML(capacity: 16_384)
    html.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": reading.language.tag]) { html in
      html.element("id", text: name(path))
      html.element("title", text: title)
      html.element("updated", text: newest.description)
      html.element("author") { $0.element("name", text: reading.name(of: ObjectID(.region, 1))) }
      html.void("link", ["rel": "self", "type": "application/atom+xml", "href": path])
      html.void("link", ["rel": "alternate", "type": "text/html", "href": T.kind.path])
      var told = 0
      for change in changes {
        while told < notices.count, notices[told].since > change.last.at {
          entry(notices[told], summaries[told], &html)
          told += 1
        }
        entry(change, &html)
      }
      for number in told..<notices.count { entry(notices[number], summaries[number], &html) }
    }
    return Reply(headers: [.init("Content-Type", "application/atom+xml; charset=utf-8")], body: html.bytes)
  }

  private func entry(_ change: Change, _ html: inout HTML) {
    let id = change.thing.id
    let heading = reading.heading(of: change.thing)
    html.element("entry") { html in
      html.element("id", text: name(id.path))
      html.element("title", text: heading == id.description ? heading : "\(id): \(heading)")
      html.element("updated", text: change.last.at.description)
      html.element("published", text: change.history[0].at.description)
      html.void("link", ["rel": "alternate", "type": "text/html", "href": id.path])
      let acts = change.history.suffix(Self.actsTold).reversed().map { event in
        "\(reading.moment(event.at)): \(reading.tongue.act(event.act, of: id.kind))"
      }
      let stage = reading.tongue.stage(change.thing.stageCode, of: id.kind)
      html.element("content", ["type": "text"], text: ([stage] + acts).joined(separator: "\n"))
    }
  }

  /// What everybody may know of a table that this reader may not open.
  private func entry(_ notice: TableNotice, _ summary: String?, _ html: inout HTML) {
    let id = notice.notice.table
    html.element("entry") { html in
      html.element("id", text: name(id.path))
      html.element("title", text: "\(id): \(notice.heading)")
      html.element("updated", text: notice.since.description)
      html.void("link", ["rel": "alternate", "type": "text/html", "href": id.path])
      html.element(
        "content", ["type": "text"], text: [notice.stage, summary].compactMap { $0 }.joined(separator: "\n"))
    }
  }

  /// A name that no other thing of any record bears (RFC 4151).
  private func name(_ path: String) -> String { "tag:\(authority),2024:\(path)" }
}
