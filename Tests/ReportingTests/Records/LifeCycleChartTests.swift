import Foundation
import Registry
import Testing

@testable import Reporting

@Suite struct LifeCycleChartTests {
  @Test("is the picture in the documentation, for every kind of object", arguments: ObjectKind.allCases)
  func isInTheDocumentation(kind: ObjectKind) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/Registry/Registry.docc/Resources/\(kind).svg")
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == LifeCycleChart(of: kind).markup + "\n", "the life cycle has changed: run make lifecycles")
  }

  @Test("shows every act of the declaration in a row of its own", arguments: ObjectKind.allCases)
  func showsEveryAct(kind: ObjectKind) {
    func acts<T: RecordObject>(_ type: T.Type) -> [String] {
      [T.lifeCycle.opening.act] + T.lifeCycle.transitions.map(\.act)
    }
    #expect(LifeCycleChart(of: kind).rows.dropFirst().map { $0[0] } == acts(kind.type))
  }
}
