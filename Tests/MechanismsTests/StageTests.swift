import Mechanisms
import Testing

@Suite struct StageTests {
  @Test("what is typical of a stage is within the ranges, and all stages tell the same parameters")
  func ranges() {
    let parameters = Stage.initial.typical.map(\.parameter)
    for stage in Stage.allCases {
      #expect(stage.typical.map(\.parameter) == parameters)
      for (parameter, value) in stage.typical { #expect(parameter.range.contains(value), "\(stage) \(parameter)") }
    }
  }

  @Test("nothing that helps cooperation gets less from stage to stage")
  func rising() {
    for (earlier, later) in zip(Stage.allCases, Stage.allCases.dropFirst()) {
      for (before, after) in zip(earlier.typical, later.typical) {
        #expect(before.value < after.value, "\(before.parameter) from \(earlier) to \(later)")
      }
    }
  }

  @Test("circumstances at a stage differ in what is typical of it, and in nothing else")
  func circumstances() throws {
    let standing = try Circumstances().with(.patience, 0.8).with(.trust, 0.1)
    let advanced = standing.at(.advanced)
    let typical = Dictionary(uniqueKeysWithValues: Stage.advanced.typical.map { ($0.parameter, $0.value) })
    for parameter in CircumstanceParameter.allCases {
      #expect(advanced[parameter] == typical[parameter] ?? standing[parameter])
    }
  }
}
