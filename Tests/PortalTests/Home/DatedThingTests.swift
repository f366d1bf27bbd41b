import Registry
import Testing

@testable import Portal

@Suite struct DatedThingTests {
  /// Runs with the record as its secretariat sees it.
  private func read(_ body: (Portal.Reading) throws -> Void) throws {
    let sample = try SampleSite.shared.get()
    try sample.site.read(Visit(.get, "/week", visitor: sample.visitor(.desk))) { try body($0) }
  }

  @Test("nothing falls due outside the stages at which something of a kind can")
  func datedStages() throws {
    try read { reading in
      var dated: Set<ObjectKind> = []
      for kind in ObjectKind.allCases {
        func look<T: RecordObject>(_ type: T.Type) throws {
          for thing in try reading.view.visible(all: type, limit: 10_000).map(\.object) {
            let moments = DueMoment.all(of: thing)
            guard let datedType = type as? any DatedThing.Type else {
              #expect(moments.isEmpty)
              #expect(thing.wakes == nil || [.appointment, .delegation].contains(kind), "\(thing.id)")
              continue
            }
            func codes<D: DatedThing>(_ type: D.Type) -> [String] { D.datedStages.map(\.rawValue) }
            #expect(moments.isEmpty || codes(datedType).contains(thing.stageCode), "\(thing.id) at \(thing.stageCode)")
            if !moments.isEmpty { dated.insert(kind) }
          }
        }
        try look(kind.type)
      }
      #expect(dated.isSuperset(of: [.docketFile, .negotiationTable, .agreement, .commitment]))
    }
  }

  @Test("the things of every kind at a stage are those that have it")
  func everyStage() throws {
    try read { reading in
      for kind in ObjectKind.allCases {
        func look<T: RecordObject>(_ type: T.Type) throws {
          let all = try reading.view.visible(all: type, limit: 10_000).map(\.object)
          for stage in T.Stage.allCases {
            #expect(
              try reading.all(type, at: [stage]).map(\.id) == all.filter { $0.stage == stage }.map(\.id),
              "\(kind) at \(stage)")
          }
        }
        try look(kind.type)
      }
    }
  }
}
