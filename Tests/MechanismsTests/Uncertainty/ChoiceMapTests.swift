import CollectiveAction
import Mechanisms
import Testing

@Suite struct ChoiceMapTests {
  @Test("draws a straight boundary where it is")
  func straight() {
    let map = ChoiceMap(across: 0...1, up: 0...2, columns: 11, rows: 9) { $0 + $1 < 1.23 ? "a" : "b" }
    #expect(map.across.first == 0 && map.across.last == 1 && map.up.last == 2)
    for column in 0..<11 {
      for row in 0..<9 {
        #expect(map[column, row] == (map.across[column] + map.up[row] < 1.23 ? "a" : "b"))
      }
    }
    #expect(!map.boundaries.isEmpty)
    for segment in map.boundaries {
      #expect(Set(segment.between) == ["a", "b"])
      for point in [segment.start, segment.end] {
        #expect(abs(point.across + point.up - 1.23) <= 0.25e-3)  // a thousandth of the side of a cell
      }
    }
    // From where it enters at the top left to where it leaves on the right, without a gap.
    #expect(abs(map.boundaries.reduce(0) { $0 + abs($1.start.across - $1.end.across) } - 1) < 1e-2)
  }

  @Test("lets boundaries of three regions meet")
  func three() {
    let map = ChoiceMap(across: -1...1, up: -1...1, columns: 8, rows: 8) { x, y in
      y < 0 ? 0 : x < 0 ? 1 : 2
    }
    let inMiddle = map.boundaries.filter { abs($0.end.across) < 0.15 && abs($0.end.up) < 0.15 }
    #expect(Set(inMiddle.map { Set($0.between) }) == [[0, 1], [0, 2], [1, 2]])
  }

  @Test("has no boundary where one choice is best everywhere")
  func none() {
    #expect(ChoiceMap(across: 0...1, up: 0...1) { _, _ in true }.boundaries.isEmpty)
  }

  @Test("passes on the first fault in the order of rows and columns")
  func faults() {
    #expect(throws: CircumstanceError.outOfRange(.trust, 1.5)) {
      try ChoiceMap(across: 0...3, up: 0...1, columns: 3, rows: 3) { x, _ throws(CircumstanceError) in
        try Circumstances().with(.trust, x)[.trust] > 0.5
      }
    }
  }

  @Test("shows the best mechanism over two circumstances as one comparison after another does")
  func mechanisms() throws {
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.5))
    let best = { @Sendable (trust: Double, detectability: Double) throws -> String? in
      let circumstances = try Circumstances().with(.trust, trust).with(.detectability, detectability)
      return try compare(MechanismCatalogue.twelve, in: table, under: circumstances).best?.mechanism.id
    }
    let map = try ChoiceMap(across: 0.1...0.9, up: 0.1...0.9, columns: 5, rows: 5, best: best)
    for column in 0..<5 {
      for row in 0..<5 { #expect(try map[column, row] == best(map.across[column], map.up[row])) }
    }
    #expect(Set(map.boundaries.flatMap(\.between)).count > 1)
  }
}
