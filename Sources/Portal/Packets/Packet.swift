import Registry
import Reporting

/// All that a reader may see of one thing and of what hangs on it, on sheets for print.
///
/// Served, it is a page like any other; as a file it has its style in it and asks nobody for anything. Its last sheet
/// says how the paper is checked against the public log.
struct Packet {
  let reading: Reading
  /// Nothing before the first checkpoint.
  let log: PublishedLog?
  let site: Site
  let isFile: Bool

  init(_ reading: Reading, at site: Site, isFile: Bool = false) throws {
    (self.reading, self.site, self.isFile) = (reading, site, isFile)
    log = try PublishedLog(of: site.record)
  }

  func say(_ phrase: PacketPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }

  /// The page of a packet.
  ///
  /// - Parameters:
  ///   - things: what it tells of, the thing whose packet it is first.
  ///   - title: what that thing is called.
  ///   - write: the sheets between the title and the proof.
  func page(
    of things: [ObjectID], title: String, _ write: (inout HTML) throws -> Void
  ) throws -> Reply {
    guard let thing = things.first else { throw PageFault.notHere }
    var layout = reading.layout(
      say(.title, ["title": .text(title)]),
      trail: [
        PageLayout.Step(title: reading.say(KindPhrase.many(thing.kind)), path: thing.kind.path),
        PageLayout.Step(title: title, path: thing.path),
      ])
    if isFile { layout.fileOf = "https://\(site.authority)" }
    var fault: (any Error)?
    let reply = layout.page { html in
      html.element("article", ["class": "packet"]) { html in
        html.element("p", ["class": "lead"], text: layout.regionName ?? reading.say(WordPhrase.portal))
        html.element("h1", text: title)
        if !isFile { html.element("p", ["class": "note screen"], text: say(.howToPrint)) }
        do {
          try write(&html)
          try PaperProof(packet: self, things: things).write(&html)
        } catch let failure {
          fault = failure
        }
      }
    }
    if let fault { throw fault }
    return reply
  }

  /// For whom it was written and when: who holds the paper must know whether it is for everybody.
  func writeReader(_ html: inout HTML) {
    let standing = reading.view.standing
    let reader = standing.organisation.map { reading.name(of: $0.id) } ?? say(.everybody)
    html.fact(say(.reader)) { html in
      html.text(reader)
      if standing.appointment != nil { html.element("span", ["class": "note"], text: " \(say(.readerNote))") }
    }
    html.fact(say(.asOf), reading.moment(reading.view.now))
  }
}

extension HTML {
  /// A part of a packet that begins on a sheet of its own, under a heading with an id; writing it may throw.
  mutating func sheet(_ heading: String, id: String, _ write: (inout HTML) throws -> Void) throws {
    var fault: (any Error)?
    element("section", ["class": "sheet"]) { html in
      html.element("h2", ["id": id], text: heading)
      do { try write(&html) } catch let failure { fault = failure }
    }
    if let fault { throw fault }
  }
}

extension Route {
  /// The packets of agreements and of problems.
  static let packets: [Route] = [
    Route(.get, "/agreements/{number}/packet", "agreementPacket") { visit, places, site in
      try site.read(visit) { reading in
        try AgreementPacket(try reading.number(places["number"], .agreement), in: Packet(reading, at: site)).page()
      }
    },
    Route(.get, "/docket/{number}/packet", "docketPacket") { visit, places, site in
      try site.read(visit) { reading in
        try DocketPacket(try reading.number(places["number"], .docketFile), in: Packet(reading, at: site)).page()
      }
    },
  ]
}

extension Site {
  /// The kinds of things that have a packet.
  public static let packetKinds: [ObjectKind] = [.agreement, .docketFile]

  /// The packet of an agreement or a problem as everybody may read it, as an HTML file that needs no other.
  ///
  ///     try site.packet(of: ObjectID(.agreement, 1), in: .chinese)  // <!DOCTYPE html>…
  ///
  /// - Parameters:
  ///   - id: of one of ``packetKinds``.
  ///   - language: of the words around the contents; what people wrote stays as they wrote it.
  /// - Throws: `Refusal.notFound` when there is no such thing that everybody may see.
  public func packet(of id: ObjectID, in language: Language) throws -> [UInt8] {
    try read(Visit(.get, "\(id.path)/packet", language: language)) { reading in
      let packet = try Packet(reading, at: self, isFile: true)
      switch id.kind {
      case .agreement: return try AgreementPacket(id, in: packet).page().body
      case .docketFile: return try DocketPacket(id, in: packet).page().body
      default: throw Refusal.notFound(id)
      }
    }
  }
}
