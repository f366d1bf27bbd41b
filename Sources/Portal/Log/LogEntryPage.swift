import Registry
import Reporting

/// The page of one entry of the log: its leaf and proof for everybody, what it says for those who may see that.
struct LogEntryPage {
  let reading: Reading
  let entry: LogEntry
  let event: RecordView.VisibleEvent?
  let log: PublishedLog?

  func page() -> Reply {
    let title = reading.say(LogPhrase.entryTitle, ["n": .count(entry.number)])
    let trail = [PageLayout.Step(title: reading.say(LogPhrase.title), path: "/log")]
    return reading.layout(title, trail: trail).page { html in
      html.element("h1", text: title)
      html.facts { html in
        html.fact(reading.say(LogPhrase.what)) { what(&$0) }
        html.fact(reading.say(WordPhrase.when), reading.moment(Instant(milliseconds: entry.leaf.at)))
        html.fact(reading.say(LogPhrase.leaf)) { $0.hash(String(decoding: entry.leaf.bytes, as: UTF8.self)) }
        html.fact(reading.say(LogPhrase.leafHash)) { $0.hash(entry.leaf.hash.base64) }
      }
      prove(&html)
      open(&html)
    }
  }

  private func what(_ html: inout HTML) {
    let version = reading.say(WordPhrase.version, ["n": .count(entry.leaf.version)])
    guard let event else { return html.text("\(entry.object) · \(version)") }
    html.text("\(reading.tongue.act(event.act, of: entry.object.kind)) · ")
    html.link(entry.object.path, entry.object.description)
    html.text(" · \(version)")
  }

  private func prove(_ html: inout HTML) {
    html.element("h2", text: reading.say(LogPhrase.proofTitle))
    guard let proof = entry.proof, let log else {
      return html.element("p", text: reading.say(LogPhrase.proofNone))
    }
    html.element("p", text: reading.say(LogPhrase.proofText, ["n": .count(proof.size)]))
    html.facts { html in
      html.fact(reading.say(LogPhrase.proofPlace), String(proof.index))
      html.fact(reading.say(LogPhrase.neighbours)) { html in
        html.element("ol") { html in
          for hash in proof.hashes { html.element("li") { $0.hash(hash.base64) } }
        }
      }
      html.fact(reading.say(LogPhrase.root)) { $0.hash(log.checkpoint.root.base64) }
    }
    html.element("p") { $0.link("/log/\(entry.number)/proof", reading.say(LogPhrase.download)) }
  }

  private func open(_ html: inout HTML) {
    html.element("h2", text: reading.say(LogPhrase.bodyTitle))
    guard let event else {
      return html.element("p", text: reading.say(LogPhrase.bodyHidden))
    }
    html.element("p", text: reading.say(LogPhrase.bodyText))
    html.facts { html in
      html.fact(reading.say(LogPhrase.body)) { $0.hash(event.body) }
      html.fact(reading.say(LogPhrase.salt)) { $0.hash(event.salt.hex) }
    }
  }
}

extension CommitSalt {
  /// The bytes as lower-case hexadecimal digits.
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
