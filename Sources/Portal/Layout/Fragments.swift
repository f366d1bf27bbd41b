import Registry
import Reporting

/// Pieces of which pages are made.
extension HTML {
  /// A link.
  mutating func link(_ path: String, _ text: String) { element("a", ["href": path], text: text) }

  /// A stage, shown as a word in a frame; its colour says nothing that the word does not.
  mutating func tag(_ word: String, isOpen: Bool = true) {
    element("span", ["class": isOpen ? "tag" : "tag over"], text: word)
  }

  /// What is known of a thing: terms, and what stands for each.
  mutating func facts(_ write: (inout HTML) -> Void) { element("dl", ["class": "facts"], content: write) }

  /// A term and its text.
  mutating func fact(_ term: String, _ text: String) { fact(term) { $0.text(text) } }

  /// A term and its text, when there is one.
  mutating func fact(_ term: String, ifAny text: String?) {
    if let text { fact(term, text) }
  }

  /// A term and what is written for it.
  mutating func fact(_ term: String, _ write: (inout HTML) -> Void) {
    element("div") { html in
      html.element("dt", text: term)
      html.element("dd", content: write)
    }
  }

  /// A paragraph for each line of a text that somebody wrote.
  mutating func writing(_ text: String) {
    element("div", ["class": "writing"]) { html in
      for line in text.split(separator: "\n", omittingEmptySubsequences: true) { html.element("p", text: String(line)) }
    }
  }

  /// A table of rows under headings; narrow screens scroll it sideways.
  mutating func table(_ caption: String, _ headings: [String], rows: Int, cell: (inout HTML, Int, Int) -> Void) {
    element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]) { html in
      html.element("table") { html in
        html.element("caption", text: caption)
        html.cells(headings, rows: rows, cell: cell)
      }
    }
  }

  /// A table that the heading above it names, so that it needs no caption.
  ///
  /// - Parameter heading: the heading's id on the page.
  mutating func table(
    under heading: String, _ headings: [String], rows: Int, cell: (inout HTML, Int, Int) -> Void
  ) {
    element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": heading]) { html in
      html.element("table", ["aria-labelledby": heading]) { $0.cells(headings, rows: rows, cell: cell) }
    }
  }

  private mutating func cells(_ headings: [String], rows: Int, cell: (inout HTML, Int, Int) -> Void) {
    element("thead") { html in
      html.element("tr") { html in
        for heading in headings { html.element("th", ["scope": "col"], text: heading) }
      }
    }
    element("tbody") { html in
      for row in 0..<rows {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { cell(&$0, row, 0) }
          for column in headings.indices.dropFirst() { html.element("td") { cell(&$0, row, column) } }
        }
      }
    }
  }
}

extension Reading {
  /// A moment as people read it, to the minute, in the region's own time.
  func moment(_ instant: Instant) -> String { Dates.moment(instant, zone: region?.charter.calendar.zone, in: language) }

  /// A day as people read it.
  func day(_ day: CalendarDay) -> String { Dates.day(day, in: language) }

  /// Links to things by their names, in a row.
  func links(_ ids: [ObjectID], _ html: inout HTML) {
    for (index, id) in ids.enumerated() {
      if index > 0 { html.text(language == .english ? ", " : "、") }
      html.link(id.path, name(of: id))
    }
    if ids.isEmpty { html.text(say(WordPhrase.none)) }
  }
}
