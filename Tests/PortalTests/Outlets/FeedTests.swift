import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FeedTests {
  /// What an Atom reader takes from a feed.
  private final class Reader: NSObject, XMLParserDelegate {
    var path: [String] = []
    var text = ""
    var entries: [[String: String]] = []
    var feed: [String: String] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      path.append(name)
      text = ""
      if name == "entry" { entries.append([:]) }
      if name == "link", attributes["rel"] == "alternate" { keep("link", attributes["href"] ?? "") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name != "link", name != "entry", name != "feed" { keep(name, text) }
      path.removeLast()
      text = ""
    }

    private func keep(_ name: String, _ value: String) {
      if path.contains("entry") { entries[entries.count - 1][name] = value } else { feed[name] = value }
    }
  }

  @Test("every kind has a well-formed feed, its newest change first, that names only what its reader may see")
  func feeds() async throws {
    let sample = try SampleSite.shared.get()
    for kind in ObjectKind.allCases {
      let reply = await sample.site.get("\(kind.path).atom")
      #expect(reply.status == .ok && reply[header: "Content-Type"] == "application/atom+xml; charset=utf-8")
      let reader = Reader()
      let parser = XMLParser(data: Data(reply.body))
      parser.delegate = reader
      #expect(parser.parse(), "\(kind)")
      #expect(reader.feed["id"]?.hasPrefix("tag:sample.example,2024:/") == true && reader.feed["updated"] != nil)
      let times = reader.entries.compactMap { $0["updated"] }
      #expect(times == times.sorted(by: >) && times.count == reader.entries.count)
      #expect(Set(reader.entries.compactMap { $0["id"] }).count == reader.entries.count, "one entry a thing")
      for entry in reader.entries {
        let id = try #require(ObjectID(String(entry["link"]?.split(separator: "/").last ?? "")))
        #expect(id.kind == kind && entry["title"]?.isEmpty == false && entry["content"]?.isEmpty == false)
        // A negotiation is for its parties; its feed tells everybody what its page does.
        let page = kind == .negotiationTable ? id.path : "/api\(id.path)"
        #expect(await sample.site.get(page).status == .ok, "\(id)")
      }
      let visible = try sample.site.read(Visit(.get, "/")) { reading in
        func count<T: RecordObject>(_ type: T.Type) throws -> Int {
          try reading.view.visible(all: type, limit: 2_000).count
        }
        return try count(kind.type) + (kind == .negotiationTable ? reading.view.notices(limit: 1).count : 0)
      }
      #expect(reader.entries.isEmpty == (visible == 0), "\(kind): a feed is not empty where there is anything")
    }
  }

  @Test("the page is told of its feed, and the feed is in the reader's language")
  func language() async throws {
    let sample = try SampleSite.shared.get()
    #expect(await sample.site.get("/").text.contains("type=\"application/atom+xml\" href=\"/docket.atom\""))
    #expect(await sample.site.get("/docket.atom", in: .chinese).text.contains("xml:lang=\"zh-Hans\""))
  }
}

@Suite struct CalendarFileTests {
  @Test("a calendar has the dates of everything open, each once, in lines of at most 75 octets")
  func sample() async throws {
    let sample = try SampleSite.shared.get()
    for language in Language.allCases {
      let reply = await sample.site.get("/calendar.ics", in: language)
      #expect(reply.status == .ok && reply[header: "Content-Type"] == "text/calendar; charset=utf-8")
      let lines = reply.text.components(separatedBy: "\r\n")
      #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
      let whole = reply.text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
      #expect(whole.first == "BEGIN:VCALENDAR" && whole.dropLast().last == "END:VCALENDAR")
      let names = whole.filter { $0.hasPrefix("UID:") }
      #expect(Set(names).count == names.count && whole.count { $0 == "BEGIN:VEVENT" } == names.count)
      let owed = try sample.site.record.ledger.read(as: .visitor) { view in
        try view.visible(all: Commitment.self, limit: 10_000).map(\.object).filter(\.isOwed)
      }
      for one in owed {
        let place = try #require(whole.firstIndex(of: "UID:\(one.id)-due@sample.example"))
        #expect(whole[place + 2] == "DTSTART:\(CalendarFile.moment(one.due))")
      }
      #expect(owed.count > 3)
    }
  }

  @Test("lines are folded between characters, and unfold to what they were", arguments: UInt64(0)..<30)
  func folding(seed: UInt64) {
    var chance = Seeded(seed)
    let letters = ["a", "é", "水", "😀", " ", ";", "e\u{301}"]
    let line = (0..<Int.random(in: 0...300, using: &chance)).map { _ in letters.randomElement(using: &chance)! }
      .joined()
    let folded = CalendarFile.folded(line)
    #expect(folded.hasSuffix("\r\n"))
    let pieces = folded.dropLast().components(separatedBy: "\r\n")
    #expect(
      pieces.allSatisfy { $0.utf8.count <= 75 } && pieces.dropFirst().allSatisfy { $0.unicodeScalars.first == " " })
    let unfolded = pieces[0] + pieces.dropFirst().map { String($0.unicodeScalars.dropFirst()) }.joined()
    #expect(Array(unfolded.utf8) == Array(line.utf8))
  }

  @Test("what would end or split a property is escaped")
  func escaping() {
    #expect(CalendarFile.escaped("a;b,c\\d\ne\r\nf\u{7}") == "a\\;b\\,c\\\\d\\ne\\nf ")
    #expect(CalendarFile.moment(Instant(milliseconds: 1_774_958_400_000)) == "20260331T120000Z")
  }
}

@Suite struct DataTableTests {
  /// The rows of a text of RFC 4180.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        rows[rows.count - 1][rows[rows.count - 1].count - 1] += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test("every kind has a table of what is visible, one row a thing and one field a column")
  func tables() async throws {
    let sample = try SampleSite.shared.get()
    for kind in ObjectKind.allCases {
      let reply = await sample.site.get("\(kind.path).csv")
      #expect(reply.status == .ok)
      let rows = Self.rows(reply.text)
      #expect(rows[0].prefix(3) == ["number", "version", "stage"])
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      for field in rows.joined() {
        #expect(field.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true)
      }
      let visible = try sample.site.read(Visit(.get, "/")) { reading in
        func names<T: RecordObject>(_ type: T.Type) throws -> [String] {
          try reading.view.visible(all: type, limit: 2_000).map(\.object.id.description)
        }
        return try names(kind.type)
      }
      #expect(rows.dropFirst().map { $0[0] } == visible)
    }
    let docket = Self.rows(await sample.site.get("/docket.csv").text)
    let place = try #require(docket[0].firstIndex(of: "description"))
    #expect(docket.dropFirst().allSatisfy { !$0[place].isEmpty }, "public texts stand in the table")
  }

  @Test(
    "no text is taken for a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("x=1", "x=1"), ("", ""),
    ])
  func formulas(text: String, inert: String) { #expect(DataTable.inert(text) == inert) }
}

/// Chance that can be repeated: SplitMix64 (Steele, Lea & Flood, 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
