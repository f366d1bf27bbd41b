import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

extension SampleSite {
  /// The one that all tests share which only read, with its log published.
  static let published = Result {
    let sample = try shared.get()
    try sample.site.record.publish()
    return sample
  }
}

/// Reads a log through the portal, as anybody could who has nothing but its addresses.
struct ServedLog: TileStore {
  let replies: [String: [UInt8]]

  func bytes(at path: String) -> [UInt8]? { replies[path] }
  func paths() -> [String] { replies.keys.sorted() }
}

@Suite struct LogTests {
  @Test("the files that are served are a whole log: it verifies with the key of the log and nothing else")
  func audit() async throws {
    let sample = try SampleSite.published.get()
    let site = sample.site
    let key = await site.get("/log/key").text
    let policy = try LogPolicy(
      origin: "sample.example/log", logKeys: [try VerifierKey(key.trimmingCharacters(in: .newlines))])
    let note = await site.get("/log/checkpoint")
    #expect(note[header: "Content-Type"] == "text/plain; charset=utf-8")
    let size = try policy.checkpoint(in: try SignedNote(bytes: note.body)).size
    var replies = ["checkpoint": note.body]
    for tile in TileAddress.all(ofSize: size) {
      let reply = await site.get("/log/\(tile.path)")
      #expect(reply.status == .ok && reply[header: "Content-Type"] == "application/octet-stream", "\(tile)")
      replies[tile.path] = reply.body
    }
    let audit = LogAudit(of: ServedLog(replies: replies), under: policy)
    #expect(audit.holds, "\(audit.faults.map(\.description))")
    #expect(audit.checkpoint?.size == size && size > 500)
  }

  @Test(
    "only the path of a tile is looked up",
    arguments: [
      "/log/tile/0/..", "/log/tile/../checkpoint", "/log/tile/0/%2e%2e", "/log/tile/0/0", "/log/tile/0/0000",
      "/log/tile/0/x000/000", "/log/tile/00/000", "/log/tile/64/000", "/log/tile/entries/000.p/0",
      "/log/tile/entries/000.p/256", "/log/tile/entries/000.p/../000", "/log/tile/0/999", "/log/tile/keys/log.key",
      "/log/tile/0/000/extra", "/log/tile/0/x9999999999999999999/000", "/log/0", "/log/-1", "/log/01", "/log/+1",
      "/log/99999999", "/log/9223372036854775807", "/log/92233720368547758070", "/log/1x", "/log/99999999/proof",
      "/api/log/0", "/api/log/99999999",
    ])
  func strictPaths(path: String) async throws {
    let site = try SampleSite.published.get().site
    #expect(await site.get(path).status == .notFound)
  }

  @Test("a partial tile that a full one has replaced is served as the full one's beginning")
  func partial() async throws {
    let site = try SampleSite.published.get().site
    for content in ["tile/0/000", "tile/entries/000"] {
      let full = await site.get("/log/\(content)").body
      let part = await site.get("/log/\(content).p/7")
      #expect(part.status == .ok && full.starts(with: part.body) && part.body.count < full.count)
    }
  }

  @Test("the proof of an entry verifies offline, from the leaf that the page shows")
  func proof() async throws {
    let site = try SampleSite.published.get().site
    let log = try #require(try PublishedLog(of: site.record))
    for number in [1, 2, 255, 256, 257, log.checkpoint.size] {
      let proof = try LogProof(bytes: await site.get("/log/\(number)/proof").body)
      let data = await site.get("/api/log/\(number)").body
      let answer = try JSONDecoder().decode(EntryData.self, from: Data(data))
      let leaf = try LogLeaf(bytes: Array(answer.leaf.utf8))
      #expect(try proof.verify(leafHash: leaf.hash, under: site.record.policy).size == log.checkpoint.size)
      #expect(answer.leafHash == leaf.hash.base64 && answer.number == number && leaf.seq == number - 1)
      let page = await site.get("/log/\(number)").text
      #expect(page.contains(leaf.hash.base64) && page.contains(log.checkpoint.root.base64))
    }
  }

  struct EntryData: Decodable {
    let leaf: String
    let leafHash: String
    let number: Int
    let body: String?
    let salt: String?
  }

  @Test("what an entry says is shown to those only who may see the event, and opens the commitment in its leaf")
  func bodies() async throws {
    let sample = try SampleSite.published.get()
    let site = sample.site
    let stories = try site.record.store.read { snapshot in
      var found: [StoredEvent] = []
      try snapshot.events(from: 1) { event in
        if event.sequence % 23 == 0 { found.append(event) }
        return true
      }
      return found
    }
    var (shown, hidden) = (0, 0)
    for event in stories {
      let data = await site.get("/api/log/\(event.sequence)").body
      let answer = try JSONDecoder().decode(EntryData.self, from: Data(data))
      let page = await site.get("/log/\(event.sequence)").text
      let isForAll = event.body.contains(#""audience":{"level":0,"named":[],"parties":[]},"author""#)
      #expect((answer.body == event.body) == isForAll && (answer.body == nil) == !isForAll, "\(event.sequence)")
      #expect(page.contains("is not for everybody") == !isForAll)
      if let body = answer.body, let salt = answer.salt {
        let leaf = try LogLeaf(bytes: Array(answer.leaf.utf8))
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
          let start = salt.index(salt.startIndex, offsetBy: place)
          return UInt8(salt[start...salt.index(after: start)], radix: 16)
        }
        #expect(leaf.commit.isOpened(by: Array(body.utf8), salt: try CommitSalt(bytes: bytes)))
        shown += 1
      } else {
        hidden += 1
      }
    }
    #expect(shown > 10 && hidden > 2, "the sample has entries of both sorts: \(shown), \(hidden)")
  }

  @Test("before the first publication pages say so, and an entry is shown without a proof")
  func unpublished() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "empty.example/log")
    let record = try RecordFolder(at: folder)
    let charter = Region.Charter(
      nameEnglish: "Plain", nameChinese: "平原", currency: "CNY", fields: ["water"],
      calendar: WorkingCalendar(zone: "UTC", version: "1"))
    _ = try await record.ledger.submit(
      Order(Region.self, .establish(charter: charter)), by: .founder, key: CommandKey())
    let site = Site(record: record)
    let page = await site.get("/log/1")
    #expect(page.status == .ok && page.text.contains("will be covered by the next checkpoint"))
    #expect(await site.get("/log/1/proof").status == .notFound)
    #expect(await site.get("/log/2").status == .notFound)
    #expect(await site.get("/").text.contains("<h1>Plain</h1>"))
    try record.publish()
    #expect(await site.get("/log/1").text.contains("Download the proof"))
    #expect(await site.get("/log/1/proof").status == .ok)
  }
}
