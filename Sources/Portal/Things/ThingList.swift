import Registry
import Reporting

/// The list of the things of a kind that the visitor may see: `/docket?stage=filed&words=bridge&after=40`.
struct ThingList<Thing: PageThing> {
  let reading: Reading

  /// How many stand on one page.
  static var pageLength: Int { 50 }

  func page(_ introduction: (inout HTML) -> Void = { _ in }) throws -> Reply {
    let query = reading.visit.query
    let filter = ListFilter<Thing>(query)
    var found: [RecordView.Visible<Thing>] = []
    var last = query["after"].flatMap { Int($0) } ?? 0
    let stages = filter.stage.map { [$0] }
    // Where no word is looked for, one look finds the page and whether there is a next one.
    let look = filter.needsReading ? 200 : Self.pageLength + 1
    while found.count <= Self.pageLength {
      let batch = try reading.view.visible(all: Thing.self, at: stages, after: last, limit: look)
      guard let end = batch.last else { break }
      last = end.object.id.number
      found += try batch.filter { try filter.admits($0.object, in: reading) }
    }
    let shown = found.prefix(Self.pageLength).map(\.object)
    let opening = try reading.view.opening(of: Thing.self)
    let title = reading.say(KindPhrase.many(Thing.kind))
    // Once, on the first page of the whole list.
    let isBeginning = filter.isOpen && query["after"] == nil
    var failure: (any Error)?
    let reply = reading.layout(title).page { html in
      html.element("h1", ["id": "list"], text: title)
      introduction(&html)
      if let opening, let form = ActForm.leading(to: opening.act, of: Thing.kind) {
        html.element("p") { html in
          html.element(
            "a", ["class": "button", "href": form.path(on: nil)],
            text: reading.word(OpeningPhrase.self, "\(Thing.kind)"))
        }
      }
      filter.write(&html, in: reading)
      write(shown, &html)
      if found.count > Self.pageLength, let end = shown.last {
        html.element("p") { html in
          let fields = query.fields.filter { $0.name != "after" } + [.init("after", String(end.id.number))]
          html.link("\(reading.visit.path)?\(FormFields(fields).encoded)", reading.say(WordPhrase.more))
        }
      }
      if isBeginning { do { try Thing.writePublic(&html, in: reading) } catch { failure = error } }
    }
    if let failure { throw failure }
    return reply
  }

  private func write(_ things: [Thing], _ html: inout HTML) {
    guard !things.isEmpty else {
      html.element("p", text: reading.say(WordPhrase.none))
      return
    }
    let headings =
      [reading.say(WordPhrase.number), reading.say(WordPhrase.what), reading.say(WordPhrase.stage)]
      + Thing.columns(in: reading)
    let cells = things.map { $0.cells(in: reading) }
    html.table(under: "list", headings, rows: things.count) { html, row, column in
      let thing = things[row]
      switch column {
      case 0: html.text(thing.id.description)
      case 1: html.link(thing.id.path, thing.heading(in: reading))
      case 2: html.tag(reading.tongue.stage(thing.stage.rawValue, of: Thing.kind))
      default: html.text(cells[row][column - 3])
      }
    }
  }
}

extension HTML {
  /// A choice of a list.
  mutating func option(_ value: String, _ text: String, isChosen: Bool) {
    if isChosen {
      element("option", ["value": value, "selected": "selected"], text: text)
    } else {
      element("option", ["value": value], text: text)
    }
  }
}
