import Foundation
import Registry
import Testing

/// Random people ask for random things of reports, verifications and evaluations: what must hold after each step.
@Suite struct ReportingWalkTests {
  private static let longer = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 20 : 1

  @Test("keeps every promise of the life cycles, whoever asks for whatever", arguments: UInt64(0)..<50)
  func walks(seed: UInt64) throws {
    var walk = try ReportingWalk(seed: seed)
    for _ in 0..<(120 * Self.longer) { try walk.step() }
    try walk.checkFolds()
    #expect(walk.accepted > 0)
  }

  @Test("reaches every act of its kinds, over sixteen long walks together")
  func reachesEverything() throws {
    var acts: Set<String> = []
    for seed in UInt64(100)..<116 {
      var walk = try ReportingWalk(seed: seed, readsAgain: false)
      for _ in 0..<700 { try walk.step() }
      for entry in walk.region.record.entries { acts.insert("\(entry.object.kind.rawValue) \(entry.event.act)") }
    }
    func declared<T: RecordObject>(_ type: T.Type) -> [String] {
      let cycle = T.lifeCycle
      return ([cycle.opening.act] + cycle.transitions.map(\.act)).map { "\(T.kind.rawValue) \($0)" }
    }
    let all = Set(
      declared(PartyReport.self) + declared(JointReport.self) + declared(Verification.self)
        + declared(Evaluation.self))
    #expect(all.subtracting(acts).sorted() == [])
  }
}
