import CollectiveAction
import Mathematics
import Mechanisms
import Testing

@Suite struct ChoiceSwitchesTests {
  @Test("finds where a step is, and none where nothing changes")
  func steps() {
    let found = switches(within: 0...10) { $0 < 3.21 ? "low" : $0 < 7.5 ? "middle" : "high" }
    #expect(found.map(\.below) == ["low", "middle"] && found.map(\.above) == ["middle", "high"])
    #expect(zip(found, [3.21, 7.5]).allSatisfy { abs($0.value - $1) <= 1e-5 })  // a millionth of the range
    #expect(switches(within: 0...1) { _ in 1 }.isEmpty)
    #expect(switches(within: 2...2) { $0 }.isEmpty)
  }

  @Test("finds three choices within one part of the range")
  func threeInOne() {
    let found = switches(within: 0...1, steps: 1) { $0 < 0.4 ? 0 : $0 < 0.6 ? 1 : 2 }
    #expect(found.map(\.below) == [0, 1] && found.map(\.above) == [1, 2])
  }

  @Test("ends however fine the precision")
  func endsAtNeighbours() {
    let found = switches(within: 0...1, precision: 0) { $0 < 1.0 / 3 }
    #expect(found.count == 1 && abs(found[0].value - 1.0 / 3) < 1e-16)
  }

  @Test("agrees with the switch points of circumstances", arguments: UInt64(0)..<3)
  func sameAsSwitchPoints(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let good = PublicGood(players: 3, benefit: 0.4 + 0.3 * chance.uniform())
    let table = try DilemmaTable(of: good)
    let parameter = [CircumstanceParameter.trust, .patience, .detectability][Int(seed)]
    let range = 0.05...0.95
    let points = try switchPoints(
      of: MechanismCatalogue.twelve, along: parameter, within: range, in: table, under: Circumstances())
    let found = try switches(within: range) { value in
      let circumstances = try Circumstances().with(parameter, value)
      return try compare(MechanismCatalogue.twelve, in: table, under: circumstances).best?.mechanism.id
    }
    #expect(found.map(\.value) == points.map(\.value))
    #expect(found.map(\.below) == points.map(\.below) && found.map(\.above) == points.map(\.above))
  }

  @Test("passes on what the choice throws")
  func throwing() {
    #expect(throws: CircumstanceError.outOfRange(.trust, 2)) {
      try switches(within: 0...2, steps: 1) { value throws(CircumstanceError) in
        try Circumstances().with(.trust, value)[.trust] > 0.5
      }
    }
  }
}
