import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct RecordJSONTests {
  @Test("the text of a row is the one whose digest stands in the thing's last event, for every visible thing")
  func provable() async throws {
    let sample = try SampleSite.shared.get()
    let desk = try sample.visitor(.desk)
    var checked = 0
    for kind in ObjectKind.allCases {
      func check<T: RecordObject>(_ type: T.Type) throws {
        try sample.site.read(Visit(.get, "/api", visitor: desk)) { reading in
          for found in try reading.view.visible(all: type, limit: 10_000) where found.object.id.number % 5 == 1 {
            guard let last = try reading.view.history(of: found.object.id).last, last.version == found.version else {
              continue
            }
            let text = try RecordJSON(reading: reading).text(found)
            let row = text.halves(at: ",\"row\":").1.halves(at: ",\"texts\":{").0
            let digest = LogHash(sha256: Array(row.utf8)).hex
            #expect(last.body.contains("\"after\":\"\(digest)\""), "\(found.object.id)")
            checked += 1
          }
        }
      }
      try check(kind.type)
    }
    #expect(checked > 60, "\(checked)")
  }

  @Test(
    "a text is given to those it is for, and to others only whom it is for", arguments: [Role.desk, .lead, .monitor])
  func texts(role: Role) async throws {
    let sample = try SampleSite.shared.get()
    let person = try sample.visitor(role)
    var (given, withheld) = (0, 0)
    for kind in ObjectKind.allCases {
      let data = await sample.site.get("/api\(kind.path)?limit=200", as: person).body
      let list = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
      for item in try #require(list["items"] as? [[String: Any]]) {
        let row = try #require(item["row"] as? [String: Any])
        let texts = try #require(item["texts"] as? [String: [String: Any]])
        let text = String(
          decoding: try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys]), as: UTF8.self)
        for confided in try Confided.all(in: text) {
          let shown = try #require(texts[confided.commit], "every content that is named is told of")
          let isFor = try sample.site.record.ledger.read(as: person.claim) { confided.audience.includes($0.standing) }
          #expect((shown["text"] != nil) == isFor)
          if isFor { given += 1 } else { withheld += 1 }
          if !isFor { #expect(shown["withheld"] as? String == "\(confided.audience.level)") }
        }
      }
    }
    #expect(given > 20 && withheld > 0, "\(given) given, \(withheld) withheld")
  }

  @Test("a list is given in parts that lead to one another, and together they are all that is visible")
  func paging() async throws {
    let sample = try SampleSite.shared.get()
    var path: String? = "/api/commitments?limit=7"
    var numbers: [String] = []
    while let here = path {
      let data = await sample.site.get(here).body
      let list = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
      let items = try #require(list["items"] as? [[String: Any]])
      #expect(items.count <= 7)
      numbers += items.compactMap { $0["number"] as? String }
      path = list["next"] as? String
    }
    let all = try sample.site.record.ledger.read(as: .visitor) { view in
      try view.visible(all: Commitment.self, limit: 10_000).map(\.object.id.description)
    }
    #expect(numbers == all && all.count > 14)
  }

  @Test(
    "what is asked for wrongly is answered as if it were not there, or by what there is",
    arguments: [
      ("/api/docket/PD-99999", 404), ("/api/docket/AG-1", 404), ("/api/docket/PD-01", 404), ("/api/docket/x", 404),
      ("/api/docket?after=-5&limit=0", 200), ("/api/docket?after=x&limit=999999999999999999999", 200),
      ("/api/nothing", 404), ("/docket.csv?after=99999", 200), ("/docket.pdf", 404),
    ])
  func odd(path: String, status: Int) async throws {
    let site = try SampleSite.shared.get().site
    #expect(await site.get(path).status.rawValue == status)
  }
}
