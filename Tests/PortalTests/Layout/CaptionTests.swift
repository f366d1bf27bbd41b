import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct CaptionTests {
  /// Lists, a thing of each stage of each kind, and packets.
  private func paths(_ sample: SampleSite, as visitor: Visitor) throws -> [String] {
    var paths = Site.routes.filter { $0.method == .get }.map(\.pattern.description).filter { path in
      !path.contains("{") && !path.contains(".") && !path.hasPrefix("/api") && path != "/study"
    }
    func things<T: RecordObject>(_ type: T.Type) throws {
      var stages: Set<String> = []
      try sample.site.record.ledger.read(as: visitor.claim) { view in
        for thing in try view.visible(all: type, limit: 500) where stages.insert(thing.object.stageCode).inserted {
          paths.append(thing.object.id.path)
          if Site.packetKinds.contains(T.kind) { paths.append("\(thing.object.id.path)/packet") }
        }
      }
    }
    for kind in ObjectKind.allCases { try things(kind.type) }
    return paths
  }

  @Test(
    "no caption says what the heading above it says, and each table that a heading names finds it",
    arguments: [nil, .desk, .lead, .mediator] as [Role?])
  func repeated(role: Role?) async throws {
    let sample = try SampleSite.published.get()
    let visitor = try role.map { try sample.visitor($0) } ?? .unknown
    let piece = /<h[1-4][^>]*>([\s\S]*?)<\/h[1-4]>|<caption>([^<]*)<\/caption>/
    var (captions, named) = (0, 0)
    for path in try paths(sample, as: visitor) {
      let page = await sample.site.get(path, as: visitor).text
      var heading: Substring?
      for found in page.matches(of: piece) {
        if let text = found.1 {
          heading = text
        } else {
          captions += 1
          #expect(found.2 != heading, "\(path): “\(heading ?? "")” twice")
        }
      }
      for name in page.matches(of: /<table aria-labelledby="([^"]+)"/) {
        named += 1
        let places = page.matches(of: /<h[1-4] id="([^"]+)"/).filter { $0.1 == name.1 }
        #expect(places.count == 1, "\(path): #\(name.1)")
      }
    }
    #expect(captions > 5 && named > 5, "\(captions) captions, \(named) named by headings")
  }
}
