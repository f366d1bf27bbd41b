import Registry
import Reporting

/// The last sheet of a packet: the checkpoint under which it was printed and the entries that it rests on, so that
/// whoever holds the paper can check it against the log.
struct PaperProof {
  let packet: Packet
  /// What the packet tells of, the thing whose packet it is first.
  let things: [ObjectID]

  private var reading: Reading { packet.reading }

  func write(_ html: inout HTML) throws {
    let histories = try things.map { ($0, try reading.view.history(of: $0)) }
    let own = try (histories.first?.1 ?? []).map { ($0, try leafHash($0.sequence)) }
    let others = histories.dropFirst().filter { !$0.1.isEmpty }
    try html.sheet(packet.say(.proof), id: "proof") { html in
      html.element("p", text: packet.say(.proofLead))
      writeCheckpoint(&html)
      html.element("ol") { html in
        for step in [PacketPhrase.checkKey, .checkEntry, .checkRecord] { html.element("li", text: packet.say(step)) }
      }
      if let thing = things.first { write(own, of: thing, &html) }
      guard !others.isEmpty else { return }
      html.element("h3", ["id": "other-entries"], text: packet.say(.otherEntries))
      html.table(
        under: "other-entries", [reading.say(WordPhrase.number), packet.say(.entries)], rows: others.count
      ) { html, row, column in
        let (id, history) = others[others.startIndex + row]
        html.text(column == 0 ? id.description : reading.tongue.row(history.map { Numeral.whole($0.sequence) }))
      }
    }
  }

  private func writeCheckpoint(_ html: inout HTML) {
    guard let log = packet.log else { return html.element("p", text: reading.say(LogPhrase.notYet)) }
    html.facts { html in
      html.fact(reading.say(LogPhrase.origin), log.checkpoint.origin)
      html.fact(reading.say(LogPhrase.size), Numeral.whole(log.checkpoint.size))
      html.fact(reading.say(LogPhrase.root)) { $0.hash(log.checkpoint.root.base64) }
      for key in packet.site.record.policy.logKeys {
        html.fact(reading.say(LogPhrase.key)) { $0.hash(key.description) }
      }
    }
    html.element("pre") { $0.element("code", text: String(decoding: log.note.bytes, as: UTF8.self)) }
  }

  /// The hash of an entry's leaf; nothing until a checkpoint covers it.
  private func leafHash(_ number: Int) throws -> String? {
    guard let log = packet.log, log.covers(number) else { return nil }
    return try log.leaf(number).hash.base64
  }

  private func write(
    _ entries: [(event: RecordView.VisibleEvent, hash: String?)], of thing: ObjectID, _ html: inout HTML
  ) {
    html.element("h3", ["id": "own-entries"], text: packet.say(.ownEntries, ["id": .text(thing.description)]))
    html.table(
      under: "own-entries",
      [packet.say(.entry), reading.say(WordPhrase.act), reading.say(WordPhrase.when), reading.say(LogPhrase.leafHash)],
      rows: entries.count
    ) { html, row, column in
      let (event, hash) = entries[row]
      switch column {
      case 0: html.link("/log/\(event.sequence)", Numeral.whole(event.sequence))
      case 1: html.text(reading.tongue.act(event.act, of: thing.kind))
      case 2: html.text(reading.moment(event.at))
      default:
        if let hash { html.hash(hash) } else { html.text(packet.say(.notCovered)) }
      }
    }
  }
}
