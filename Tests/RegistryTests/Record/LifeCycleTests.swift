import Testing

@testable import Registry

@Suite struct LifeCycleTests {
  @Test("from every stage lead the acts that the declaration names, each once, by their first transition")
  func followsDeclaration() {
    func look<T: RecordObject>(_ type: T.Type) {
      let cycle = T.lifeCycle
      for stage in T.Stage.allCases {
        var expected: [String] = []
        for transition in cycle.transitions where transition.from.contains(stage) {
          if !expected.contains(transition.act) { expected.append(transition.act) }
        }
        #expect(cycle.acts(from: stage) == expected, "\(T.kind) \(stage)")
        for act in Set(cycle.transitions.map(\.act)) {
          let first = cycle.transitions.first { $0.act == act && $0.from.contains(stage) }
          let found = cycle.transition(act, from: stage)
          #expect((found == nil) == (first == nil), "\(T.kind) \(stage) \(act)")
          #expect(found?.by == first?.by && found?.to == first?.to && found?.power == first?.power)
          #expect(found?.needsSecondFactor == first?.needsSecondFactor)
          #expect(found?.guards.map(\.name) == first?.guards.map(\.name), "\(T.kind) \(stage) \(act)")
          #expect(cycle.stage(after: act, from: stage) == first?.to ?? stage)
        }
      }
    }
    for kind in ObjectKind.allCases { look(kind.type) }
  }

  @Test("the stages that lead to some acts are those from which one of them can be done")
  func leadingStages() {
    func look<T: RecordObject>(_ type: T.Type) {
      let cycle = T.lifeCycle
      let acts = Set(cycle.transitions.map(\.act))
      for act in acts {
        let expected = T.Stage.allCases.filter { cycle.transition(act, from: $0) != nil }
        #expect(cycle.stages { $0 == act } == expected, "\(T.kind) \(act)")
        #expect(!expected.isEmpty, "\(T.kind) \(act) can never be done")
      }
      #expect(cycle.stages { _ in true } == T.Stage.allCases.filter { !cycle.acts(from: $0).isEmpty })
      #expect(cycle.stages { _ in false }.isEmpty)
    }
    for kind in ObjectKind.allCases { look(kind.type) }
  }
}
