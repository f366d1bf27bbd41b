import Registry
import Reporting

/// The page of the public log: its checkpoint, how to verify it, and its last entries.
struct LogPage {
  let reading: Reading
  let record: RecordFolder

  /// How many of the last entries are listed.
  static let lastEntries = 20

  func page() throws -> Reply {
    let log = try PublishedLog(of: record)
    var last: [LogLeaf] = []
    if let log {
      let size = log.checkpoint.size
      last = try (max(1, size - Self.lastEntries + 1)..<(size + 1)).reversed().map { try log.leaf($0) }
    }
    let title = reading.say(LogPhrase.title)
    return reading.layout(title).page { html in
      html.element("h1", text: title)
      html.element("p", ["class": "lead"], text: reading.say(LogPhrase.lead))
      if let log {
        tell(log, &html)
      } else {
        html.element("p", text: reading.say(LogPhrase.notYet))
      }
      explain(&html)
      list(last, &html)
    }
  }

  private func tell(_ log: PublishedLog, _ html: inout HTML) {
    let names = log.note.signatures.map(\.name)
    html.facts { html in
      html.fact(reading.say(LogPhrase.origin), log.checkpoint.origin)
      html.fact(reading.say(LogPhrase.size), Numeral.whole(log.checkpoint.size))
      html.fact(reading.say(LogPhrase.root)) { $0.hash(log.checkpoint.root.base64) }
      html.fact(reading.say(LogPhrase.signatures), reading.tongue.row(names))
      for key in record.policy.logKeys { html.fact(reading.say(LogPhrase.key)) { $0.hash(key.description) } }
    }
    html.element("h2", text: reading.say(LogPhrase.checkpoint))
    html.element("div", ["class": "scroll"]) { html in
      html.element("pre") { $0.element("code", text: String(decoding: log.note.bytes, as: UTF8.self)) }
    }
  }

  private func explain(_ html: inout HTML) {
    html.element("h2", text: reading.say(LogPhrase.verifyTitle))
    html.element("ol") { html in
      for step in [LogPhrase.verifyKey, .verifyCommand, .verifyEntry, .verifyWitness] {
        html.element("li", text: reading.say(step))
      }
    }
    html.element("h2", text: reading.say(LogPhrase.tiles))
    html.element("p", text: reading.say(LogPhrase.tilesText))
    html.element("ul") { html in
      for path in ["/log/checkpoint", "/log/key"] { html.element("li") { $0.link(path, path) } }
      for path in ["/log/tile/{level}/{index}", "/log/tile/entries/{index}"] {
        html.element("li") { $0.element("code", text: path) }
      }
    }
  }

  private func list(_ last: [LogLeaf], _ html: inout HTML) {
    guard !last.isEmpty else { return }
    html.table(
      reading.say(LogPhrase.last),
      [reading.say(WordPhrase.number), reading.say(LogPhrase.what), reading.say(WordPhrase.when)], rows: last.count
    ) { html, row, column in
      let leaf = last[row]
      switch column {
      case 0: html.link("/log/\(leaf.seq + 1)", Numeral.whole(leaf.seq + 1))
      case 1: html.text("\(leaf.object) · \(reading.say(WordPhrase.version, ["n": .count(leaf.version)]))")
      default: html.text(reading.moment(Instant(milliseconds: leaf.at)))
      }
    }
  }
}

extension HTML {
  /// A text for machines, in a fixed width, broken anywhere.
  mutating func hash(_ text: String) { element("code", ["class": "hash"], text: text) }
}
