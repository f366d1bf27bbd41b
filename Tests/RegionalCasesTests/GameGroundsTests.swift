import Foundation
import RegionalCases
import Testing

/// What a game's file may hold beside the worths by coalition.
@Suite struct GameGroundsTests {
  private func read(_ text: String) throws -> GameFile {
    try Folders.withTemporary { folder in
      let path = folder + "/game.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try GameFile(contentsOf: path)
    }
  }

  private func faults(of text: String) throws -> String {
    try Folders.withTemporary { folder in
      let path = folder + "/game.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      do {
        _ = try GameFile(contentsOf: path)
        return ""
      } catch { return "\(error)".replacingOccurrences(of: folder + "/", with: "") }
    }
  }

  /// A game of A, B and C with something added.
  private func game(_ more: String) -> String {
    #"{"players":["A","B","C"],"kind":"cost","worths":[0,3,4,5,4,5,6,7],"#
      + "\n\(more)}"
  }

  @Test("reads worths by mask, unions, edges, weights and the order along a river")
  func readsEverything() throws {
    let file = try read(
      game(
        #""unions":[["C"],["B","A"]],"edges":[["B","A"],["B","C"]],"weights":{"B":2,"A":1,"C":3},"downstream":["C","A","B"]"#
      ))
    #expect(file.worths == [0, 3, 4, 5, 4, 5, 6, 7])
    #expect(file.unions == [[2], [1, 0]])
    #expect(file.edges == [[0, 1], [1, 2]])
    #expect(file.indicator == [1, 2, 3])
    #expect(file.downstream == [2, 0, 1])
    let plain = try read(#"{"players":["A"],"kind":"cost","worths":[0,3]}"#)
    #expect(plain.unions == nil && plain.edges == nil && plain.indicator == nil && plain.downstream == nil)
    #expect(try read(game(#""edges":[]"#)).edges == [])
  }

  @Test("reads YAML as it reads JSON, the worths by mask too")
  func readsYAML() throws {
    let file = try read("{players: [A, B], kind: cost, worths: [0, 1, .5, 1.25], unions: [[A, B]]}")
    #expect(file.worths == [0, 1, 0.5, 1.25])
    #expect(file.unions == [[0, 1]])
  }

  @Test("reads every spelling of a number, and of a letter, as JSON means it")
  func readsSpellings() throws {
    let file = try read(
      #"{"players":["\ud83d\ude00","\u00e9\t"],"kind":"cost","worth":{"😀":-0.1e1,"é":123456789012345678,"é+😀":0.30000000000000004}}"#
    )
    #expect(file.players == ["😀", "é"])
    #expect(file.worths == [0, -1, 123_456_789_012_345_680, 0.30000000000000004])
  }

  @Test("reads a number of any length as Swift does", arguments: UInt64(0)..<200)
  func readsNumbers(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let digits = (0..<Int.random(in: 1...20, using: &chance)).map { _ in "\(Int.random(in: 0...9, using: &chance))" }
    let point = Int.random(in: 0...digits.count, using: &chance)
    let whole = digits[..<point].joined()
    let fraction = digits[point...].joined()
    let word =
      (Bool.random(using: &chance) ? "-" : "") + (whole.isEmpty ? "0" : String(UInt64(whole) ?? 0))
      + (fraction.isEmpty ? "" : ".\(fraction)")
      + (seed % 3 == 0 ? "e\(Int.random(in: -30...30, using: &chance))" : "")
    let file = try read(#"{"players":["A"],"kind":"surplus","worths":[0,\#(word)]}"#)
    #expect(file.worths == [0, try #require(Double(word))], "\(word)")
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        #""unions":[["A","D"],["A","B"]]"#,
        """
        game.json:2:16: error: no player is called 'D'; the players are A, B, C
        game.json:2:22: error: 'A' stands in two unions, first at game.json:2:12; keep it in one of them
        """
      ),
      (
        #""unions":[["B","A"]]"#,
        "game.json:2:1: error: no union has 'C'; add it to one, or as a union alone"
      ),
      (
        #""edges":[["A","A"],["A","B"],["B","A"],["A","X"]]"#,
        """
        game.json:2:10: error: an edge joins 'A' to itself; name two players, or take it away
        game.json:2:30: error: the edge between 'B' and 'A' stands twice, first at game.json:2:20; keep one of them
        game.json:2:45: error: no player is called 'X'; the players are A, B, C
        """
      ),
      (
        #""edges":[["A","B","C"]]"#,
        "game.json:2:10: error: an element of edges has 3 elements; give 2 to 2"
      ),
      (
        #""downstream":["A","B","A"]"#,
        """
        game.json:2:1: error: downstream leaves out 'C'; add it where the river passes
        game.json:2:23: error: 'A' stands twice along the river, first at game.json:2:15; name it once
        """
      ),
      (
        #""downstream":["A","B"]"#,
        "game.json:2:1: error: downstream leaves out 'C'; add it where the river passes"
      ),
      (
        #""weights":{"A":1,"B":2}"#,
        "game.json:2:1: error: the weights have no number for 'C'; add it"
      ),
      (
        #""weights":{"A":1,"B":2,"C":3},"indicator":{"A":1,"B":2,"C":3}"#,
        "game.json:2:1: error: a game has both 'indicator' and 'weights'; keep one of them"
      ),
      (
        #""worth":{"A":1}"#,
        "game.json:1:40: error: a game has both 'worth' and 'worths'; keep one of them"
      ),
      (
        #""union":[]"#,
        "game.json:2:1: error: 'union' is not a key of a game; did you mean 'unions'?"
      ),
    ])
  func refuses(more: String, said: String) throws {
    #expect(try faults(of: game(more)) == said)
  }

  @Test(
    "says what is wrong with worths by mask",
    arguments: [
      (
        "[0,1,2]",
        "game.json:1:36: error: worths has 3 numbers; give 4, one a coalition in the order of its bits: that of none, "
          + "which is 0, then A, B, A+B"
      ),
      ("[5,1,2,3]", "game.json:1:46: error: the empty coalition is worth 5; give it 0"),
      (
        #"[0,1,"2",null]"#,
        """
        game.json:1:50: error: the worth of B is the text "2", not a number; take the quotes away
        game.json:1:54: error: the worth of A+B has no value; write a number, or leave the key out
        """
      ),
      ("{}", "game.json:1:45: error: worths is a mapping; write a list, as in [a, b]"),
    ])
  func refusesWorths(worths: String, said: String) throws {
    #expect(try faults(of: #"{"players":["A","B"],"kind":"cost","worths":\#(worths)}"#) == said)
  }

  // MARK: Large tables

  @Test("stops after a hundred faulty coalitions")
  func stopsWhenHopeless() throws {
    let names = (0..<8).map { String(UnicodeScalar(UInt8(97 + $0))) }
    let rows = (1..<256).map { mask in
      "\"" + names.indices.filter { mask >> $0 & 1 == 1 }.map { names[$0] }.joined(separator: ",") + "\":\"1\""
    }
    let players = names.map { "\"\($0)\"" }.joined(separator: ",")
    let said = try faults(of: #"{"players":[\#(players)],"kind":"cost","worth":{\#(rows.joined(separator: ","))}}"#)
    let lines = said.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(
      lines[0].hasSuffix("error: 100 coalitions are faulty; no more were read; correct them, and read it again"))
  }

  @Test("a long file that is not JSON is refused where it ceases to be", arguments: ["{\"a\":1,", "[1", "\"x", "nul"])
  func refusesLongFiles(end: String) throws {
    let blank = String(repeating: " ", count: 1 << 20)
    let said = try faults(of: "{\"players\":[\"A\"],\n\"kind\":\(end)\(blank)")
    #expect(said.hasPrefix("game.json:2:"))
    #expect(said.contains(": error: the JSON cannot be read: "), "\(said)")
  }

  @Test("a file of any bytes is read or refused, and never stops the reader", arguments: UInt64(0)..<150)
  func survivesAnyBytes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var bytes = Array(
      #"{"players":["A","b\u0041"],"kind":"cost","worth":{"A":1,"bA":2e1,"A,bA":-2.5},"edges":[["A","bA"]]}"#.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      let index = Int.random(in: bytes.indices, using: &chance)
      switch seed % 3 {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.remove(at: index)
      default:
        bytes.insert(UInt8(ascii: Array("{}[]\",:\\+-.eu0 ".unicodeScalars).randomElement(using: &chance)!), at: index)
      }
    }
    try Folders.withTemporary { folder in
      let path = folder + "/game.json"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let game = try GameFile(contentsOf: path)
        #expect(game.worths.count == 1 << game.players.count)
      } catch { #expect(!"\(error)".isEmpty) }
    }
  }
}
