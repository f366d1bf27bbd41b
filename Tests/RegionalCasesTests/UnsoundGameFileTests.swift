import Foundation
import RegionalCases
import Testing

/// Files of games as people and other programmes write them.
@Suite struct UnsoundGameFileTests {
  private func read(_ text: String, as name: String) throws -> GameFile {
    try Folders.withTemporary { folder in
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try GameFile(contentsOf: path)
    }
  }

  /// What is said of a file, with the folder taken out of every place.
  private func faults(of text: String, as name: String = "game.csv") throws -> String {
    try Folders.withTemporary { folder in
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      do {
        _ = try GameFile(contentsOf: path)
        return ""
      } catch { return "\(error)".replacingOccurrences(of: folder + "/", with: "") }
    }
  }

  /// The coalitions of a, b and c with a worth that tells which they are: 1 for a, 2 for b, 4 for c.
  private static let rows = [("a", 1), ("b", 2), ("c", 4), ("a+b", 3), ("a+c", 5), ("b+c", 6), ("a+b+c", 7)]

  @Test("coalitions are known by their names: by size, by mask or upside down, {c} and {a, b} do not change places")
  func orders() throws {
    let bySize = Self.rows
    let byMask = Self.rows.sorted { $0.1 < $1.1 }
    // Single players first, for a player is known by standing alone, in the order in which each first does.
    let upsideDown = Array(Self.rows[..<3]) + Self.rows[3...].reversed()
    for order in [bySize, byMask, upsideDown] {
      let table = "coalition,worth\n" + order.map { "\($0.0),\($0.1)\n" }.joined()
      #expect(try read(table, as: "game.csv").worths == [0, 1, 2, 3, 4, 5, 6, 7])
      let worth = order.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
      let json = #"{"players": ["a", "b", "c"], "kind": "cost", "worth": {\#(worth)}}"#
      #expect(try read(json, as: "game.json").worths == [0, 1, 2, 3, 4, 5, 6, 7])
    }
  }

  @Test("decimals are read as the numbers nearest to them", arguments: ["game.csv", "game.json"])
  func decimals(name: String) throws {
    let worths = ["a": "0.1", "b": "0.2", "c": "0.30", "a+b": "0.3", "a+c": "4e-1", "b+c": "0.50", "a+b+c": "6.0e-1"]
    let keys = Self.rows.map(\.0)
    let text =
      name.hasSuffix("csv")
      ? "coalition,worth\n" + keys.map { "\($0),\(worths[$0] ?? "")\n" }.joined()
      : #"{"players": ["a", "b", "c"], "kind": "cost", "worth": {"#
        + keys.map { "\"\($0)\": \(worths[$0] ?? "")" }.joined(separator: ", ") + "}}"
    #expect(try read(text, as: name).worths == [0, 0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6])
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "a coalition that stands twice", "a,1\nb,2\na+b,3\nb+a,4\n",
        "game.csv:5:1: error: the coalition a+b stands twice, first at game.csv:4:1; keep one of them"
      ),
      (
        "a coalition left out", "a,1\nb,2\nc,4\na+b,3\na+c,5\na+b+c,7\n",
        "game.csv:1:1: error: no worth is given for b+c; add a row for every coalition"
      ),
      (
        "an empty coalition that is worth something", ",5\na,1\nb,2\na+b,3\n",
        "game.csv:2:2: error: the empty coalition is worth 5; give it 0, or leave it out"
      ),
      (
        "worths that are no numbers", "a,1\nb,NaN\na+b,inf\n",
        """
        game.csv:3:3: error: the worth of b is 'NaN', which is not a finite number; write a number that is
        game.csv:4:5: error: the worth of a+b is 'inf', which is not a finite number; write a number that is
        """
      ),
      (
        "a comma for the decimals", "a,\"1,5\"\nb,2\na+b,3\n",
        "game.csv:2:3: error: the worth of a is '1,5', which is not a number; write digits with a decimal point, as in 1234.5"
      ),
      (
        "a member who stands twice", "a,1\nb,2\na+a,3\n",
        "game.csv:4:1: error: 'a' stands twice in the coalition 'a+a'; name it once"
      ),
      (
        "names joined by a stroke", "a,1\nb,2\na|b,3\n",
        "game.csv:4:1: error: no player is called '|' in the coalition 'a|b'; the players are a, b"
      ),
      (
        "names joined by a semicolon", "a,1\nb,2\na;b,3\n",
        "game.csv:4:1: error: no player is called ';' in the coalition 'a;b'; the players are a, b"
      ),
      (
        "no player at all", "",
        "game.csv:1:1: error: no player stands alone in game.csv; add a row for every coalition, single players too"
      ),
    ])
  func refusesCSV(what: String, rows: String, said: String) throws {
    #expect(try faults(of: "coalition,worth\n" + rows) == said, "\(what)")
  }

  @Test("says which columns it looked for when cells are parted by semicolons")
  func semicolons() throws {
    #expect(
      try faults(of: "coalition;worth\na;1\nb;2\na+b;3\n") == """
        game.csv:1:1: error: 'coalition;worth' is not a column of a game; its columns are coalition, worth, weight
        game.csv:1:1: error: game.csv has no column 'coalition'; add it
        game.csv:1:1: error: game.csv has no column 'worth'; add it
        """)
  }

  @Test("one player is a game", arguments: ["coalition,worth\na,5\n"])
  func onePlayer(text: String) throws {
    #expect(try read(text, as: "game.csv").worths == [0, 5])
  }

  @Test("mixed separators name the same coalition")
  func mixedSeparators() throws {
    let game = try read(
      "coalition,worth\na,1\nb,2\nc,4\n\"a,b\",3\na + c,5\n\" c , b\",6\n\"a+b,c\",7\n", as: "game.csv")
    #expect(game.worths == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test("more players than a table has room for are refused by their number, at once", arguments: [0, 27, 65])
  func tooManyPlayers(count: Int) throws {
    let names = (0..<count).map { "p\($0)" }
    let json = #"{"players": [\#(names.map { "\"\($0)\"" }.joined(separator: ","))], "kind": "cost", "worth": {}}"#
    #expect(
      try faults(of: json, as: "game.json")
        == "game.json:1:13: error: players has \(count) elements; give 1 to 26")
    let rows = names.map { "\($0),1\n" }.joined()
    #expect(
      try faults(of: "coalition,worth\n" + rows)
        == (count == 0
          ? "game.csv:1:1: error: no player stands alone in game.csv; add a row for every coalition, single players too"
          : "game.csv:1:1: error: a table of coalitions for \(count) players; a table is for 1 to 26 of them"))
  }
}
