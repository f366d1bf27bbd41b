import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// No text that was confided leaves the portal to anybody outside its audience, through whatever address.
@Suite struct CanaryTests {
  /// A text that was confided, by a piece of it that no format changes, with all audiences that it has.
  struct Canary: Hashable {
    let piece: [UInt8]
    let text: String
    let audiences: [Audience]

    func isFor(_ standing: Standing) -> Bool { audiences.contains { $0.includes(standing) } }
  }

  static let isNightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] != nil
  /// Of how many things, and of how many entries of the log, one is visited.
  static let (thingStride, entryStride) = isNightly ? (1, 1) : (11, 97)

  @Test("what is confided appears to its audience, and to nobody else")
  func leaks() async throws {
    let copy = try SampleCopy()
    let canaries = try Self.canaries(of: copy)
    #expect(canaries.count > 50, "\(canaries.count)")
    let ids = try copy.things().map(\.id)
    let size = try copy.site.record.store.read { try $0.head().size }
    var seen: Set<[UInt8]> = []
    var guarded = 0
    for (name, visitor) in people(of: copy) {
      let standing = try copy.site.record.ledger.read(as: visitor.claim) { $0.standing }
      let allowed = canaries.filter { $0.isFor(standing) }
      // The same words may stand elsewhere too, where the person may read them.
      let readable = Array(allowed.map(\.text).joined(separator: "\n").utf8)
      let others = canaries.filter { !$0.isFor(standing) }
      let common = Needles(others.map(\.piece)).found(in: readable)
      let forbidden = others.filter { !common.contains($0.piece) }
      guarded += forbidden.count
      let needles = Needles(forbidden.map(\.piece))
      let welcome = Needles(allowed.map(\.piece))
      for path in try await paths(of: copy, ids: ids, size: size, as: visitor) {
        let body = Self.plain(await copy.site.get(path, as: visitor))
        for leak in needles.found(in: body) {
          Issue.record("\(path) shows \(name) “\(String(decoding: leak, as: UTF8.self))”")
        }
        seen.formUnion(welcome.found(in: body))
      }
    }
    #expect(guarded > 100, "\(guarded) pairs of a text and a person who must not read it")
    let reachable = Set(canaries.filter { one in one.audiences.contains { $0.level != .named } }.map(\.piece))
    // At night everything is read; else a share.
    let share = Self.isNightly ? 2 : 10
    #expect(seen.intersection(reachable).count > reachable.count / share, "the crawl reads what it may: \(seen.count)")
  }

  @Test("the search finds a text that leaks, wherever it stands")
  func negativeControl() async throws {
    let copy = try SampleCopy()
    let canaries = try Self.canaries(of: copy)
    let hidden = try #require(canaries.first { one in !one.audiences.contains { $0.level == .everybody } })
    var html = HTML()
    html.element("p", text: "before \(hidden.text) after")
    let leaks = [
      Reply.page(html), .json(try CanonicalJSON.text(of: ["text": hidden.text])),
      .text(CalendarFile.folded("SUMMARY:\(CalendarFile.escaped(hidden.text))"), type: "text/calendar"),
      .text("a,\"\(hidden.text.replacing("\"", with: "\"\""))\"\r\n", type: "text/csv"),
    ]
    for reply in leaks {
      #expect(Needles(canaries.map(\.piece)).found(in: Self.plain(reply)).contains(hidden.piece))
      #expect(Needles([hidden.piece]).isAny(in: Self.plain(reply)))
    }
    #expect(!Needles([hidden.piece]).isAny(in: Array("nothing of the kind".utf8)))
  }

  // MARK: Parts

  /// The roles that are tried every time; all of them at night.
  private static let roles: [Role] = isNightly ? Role.allCases : [.clerk, .lead, .desk, .mediator, .administrator]

  /// A visitor and one person of every role, two for leads: one may be inside where the other is not.
  private func people(of copy: SampleCopy) -> [(String, Visitor)] {
    var people: [(String, Visitor)] = [("visitor", .unknown)]
    for role in Self.roles {
      var homes: Set<ObjectID> = []
      for person in copy.people where person.role == role && homes.count < (role == .lead ? 2 : 1) {
        guard homes.insert(person.organisation).inserted else { continue }
        people.append(("\(role) of \(person.organisation)", copy.visitor(person.appointment)))
      }
    }
    return people
  }

  /// Every address without places, the lists as data to their end, and a share of all things and entries, visible or
  /// not.
  private func paths(
    of copy: SampleCopy, ids: [ObjectID], size: Int, as visitor: Visitor
  ) async throws -> [String] {
    var paths: [String] = []
    let offset = visitor.claim.appointment?.number ?? 0
    for route in Site.routes where route.method == .get {
      let pattern = route.pattern.description
      if !pattern.contains("{") {
        guard Self.isNightly else {
          paths.append("\(pattern)?after=\(offset % 11)&limit=8")
          continue
        }
        paths.append(pattern)
        guard route.name.hasSuffix("ListData") else { continue }
        var next: String? = "\(pattern)?limit=200"
        while let here = next {
          paths.append(here)
          let value = try JSONSerialization.jsonObject(with: Data(await copy.site.get(here, as: visitor).body))
          next = (value as? [String: Any])?["next"] as? String
        }
      } else if pattern.hasPrefix("/log/{number}") || pattern.hasPrefix("/api/log/") {
        for number in stride(from: 1 + offset % Self.entryStride, through: size, by: Self.entryStride) {
          paths.append(pattern.replacing("{number}", with: "\(number)"))
        }
      } else if let kind = ObjectKind.allCases.first(where: { kind in
        ["\(kind.path)/{number}", "/api\(kind.path)/{number}"].contains(pattern)
          || pattern.hasPrefix("\(kind.path)/{number}/") && !pattern.contains("/acts/")
      }) {
        // Kinds with few things are visited whole.
        let all = ids.filter { $0.kind == kind }
        let step = all.count <= 12 ? 1 : Self.thingStride
        for place in stride(from: offset % step, to: all.count, by: step) {
          paths.append(pattern.replacing("{number}", with: "\(all[place])"))
        }
      }
    }
    return paths
  }

  /// What a reader of the answer reads: calendars unfolded.
  private static func plain(_ reply: Reply) -> [UInt8] {
    guard reply[header: "Content-Type"]?.hasPrefix("text/calendar") == true else { return reply.body }
    return Array(reply.text.replacing("\r\n ", with: "").utf8)
  }

  /// Every text of the table of contents, with the audiences that the rows give it now, or else the last event that
  /// names it. Read from the stored texts alone, not through what is tested here.
  private static func canaries(of copy: SampleCopy) throws -> [Canary] {
    try copy.site.record.store.read { snapshot in
      var byRow: [String: Set<Audience>] = [:]
      var byEvent: [String: Audience] = [:]
      var texts: [String: String] = [:]
      try snapshot.events(from: 1) { event in
        guard event.body.contains("\"commit\"") else { return true }
        for one in try Confided.all(in: event.body) { byEvent[one.commit] = one.audience }
        return true
      }
      try snapshot.everything(
        rows: { row in for one in try Confided.all(in: row.text) { byRow[one.commit, default: []].insert(one.audience) }
        },
        contents: { content in texts[content.commit] = content.text })
      return texts.sorted { $0.key < $1.key }.compactMap { commit, text in
        let audiences = byRow[commit].map(Array.init) ?? byEvent[commit].map { [$0] } ?? []
        guard let piece = piece(of: text) else { return nil }
        return Canary(piece: piece, text: text, audiences: audiences)
      }
    }
  }

  /// The longest run of a text that no format writes otherwise; nothing for one too short to be told from common words.
  private static func piece(of text: String) -> [UInt8]? {
    let runs = text.utf8.split { byte in "&<>\"'\\,;\n\r\t".utf8.contains(byte) }
    guard let longest = runs.max(by: { $0.count < $1.count }), longest.count >= 14 else { return nil }
    return Array(longest)
  }
}

/// Pieces of text that are looked for all at once.
struct Needles {
  private var byStart: [UInt64: [[UInt8]]] = [:]
  /// Which pairs of bytes a piece begins with, so that almost every place is passed over at once.
  private var pairs = [Bool](repeating: false, count: 65_536)

  /// - Parameter pieces: of at least eight bytes each.
  init(_ pieces: [[UInt8]]) {
    for piece in Set(pieces) {
      let start = piece.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
      byStart[start, default: []].append(piece)
      pairs[Int(piece[0]) << 8 | Int(piece[1])] = true
    }
  }

  func isAny(in text: [UInt8]) -> Bool { !found(in: text).isEmpty }

  /// The pieces that a text holds.
  func found(in text: [UInt8]) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    guard text.count >= 8 else { return found }
    text.withUnsafeBytes { bytes in
      pairs.withUnsafeBufferPointer { pairs in
        var place = 0
        while place <= bytes.count - 8 {
          if pairs[Int(bytes[place]) << 8 | Int(bytes[place + 1])] {
            let start = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            for piece in byStart[start] ?? [] where bytes.count - place >= piece.count {
              if bytes[place..<place + piece.count].elementsEqual(piece) { found.insert(piece) }
            }
          }
          place += 1
        }
      }
    }
    return found
  }
}
