import Registry
import Reporting

/// A problem on paper: what was filed, asked, diagnosed and decided, with the reasons.
struct DocketPacket {
  let packet: Packet
  let file: DocketFile

  /// - Throws: `Refusal.notFound` when there is no such problem that the reader may see.
  init(_ id: ObjectID, in packet: Packet) throws {
    self.packet = packet
    file = try packet.reading.object(DocketFile.self, id).object
  }

  private var reading: Reading { packet.reading }

  func page() throws -> Reply {
    let exchanges = try exchanges()
    return try packet.page(of: [file.id], title: file.title) { html in
      html.facts { html in
        html.fact(reading.say(WordPhrase.number), file.id.description)
        html.fact(reading.say(WordPhrase.stage)) { $0.tag(reading.stage(of: file)) }
        packet.writeReader(&html)
      }
      try file.write(&html, in: reading)
      guard !exchanges.isEmpty else { return }
      html.element("h2", text: packet.say(.exchanges))
      for exchange in exchanges {
        html.element("h3", text: exchange.heading)
        html.writing(exchange.text)
      }
    }
  }

  /// What was asked and answered, and why it was opened again, as far as the reader may read it.
  private func exchanges() throws -> [(heading: String, text: String)] {
    try reading.view.history(of: file.id).compactMap { entry in
      let said: Confided
      switch entry.happened(DocketFile.Event.self) {
      case .asked(let question, _): said = question
      case .answered(let text, _, _): said = text
      case .reopened(let evidence): said = evidence
      default: return nil
      }
      let act = reading.tongue.act(entry.act, of: .docketFile)
      return ("\(act) · \(reading.moment(entry.at))", try reading.text(said, in: file.id))
    }
  }
}
