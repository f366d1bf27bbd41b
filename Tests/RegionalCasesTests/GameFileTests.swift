import Foundation
import RegionalCases
import Testing

@Suite struct GameFileTests {
  private func read(_ text: String, as name: String, kind: GameFile.Kind = .cost) throws -> GameFile {
    try Folders.withTemporary { folder in
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try GameFile(contentsOf: path, kind: kind)
    }
  }

  /// What is said of a file, with the folder taken out of every place.
  private func faults(of text: String, as name: String) throws -> String {
    try Folders.withTemporary { folder in
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      do {
        _ = try GameFile(contentsOf: path)
        return ""
      } catch { return "\(error)".replacingOccurrences(of: folder + "/", with: "") }
    }
  }

  // MARK: Sound files

  @Test func readsAGameOfTwoPlayersFromJSON() throws {
    let game = try read(
      #"{"players":["A","B"],"kind":"surplus","worth":{"A":1,"A,B":2.5,"B":-1e0,"":0},"indicator":{"B":4,"A":3}}"#,
      as: "game.json")
    #expect(game.players == ["A", "B"])
    #expect(game.kind == .surplus)
    #expect(game.worths == [0, 1, -1, 2.5])
    #expect(game.indicator == [3, 4])
    #expect(game.warnings == [])
  }

  @Test("takes the members of a coalition in any order", arguments: ["c, a ,b", "b+c+a", "a,b,c"])
  func anyOrder(key: String) throws {
    let game = try read(
      """
      {"players": ["a", "b", "c"], "kind": "cost",
       "worth": {"a": 1, "b": 2, "c": 4, "b,a": 3, "c,a": 5, "c,b": 6, "\(key)": 7}}
      """, as: "game.json")
    #expect(game.worths == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func readsNamesJoinedByPlusFromCSVInTheOrderTheyFirstStandAlone() throws {
    let game = try read("coalition,worth\nsouth+north,5\nsouth,3\nnorth,4\n", as: "game.csv", kind: .surplus)
    #expect(game.players == ["south", "north"])
    #expect(game.worths == [0, 3, 4, 5])
    #expect(game.kind == .surplus)
    #expect(game.warnings.count == 1)
  }

  @Test func readsLettersSideBySideFromCSV() throws {
    let game = try read("worth,coalition\r\n1,A\r\n2,B\r\n3,BA\r\n", as: "game.CSV")
    #expect(game.players == ["A", "B"])
    #expect(game.worths == [0, 1, 2, 3])
  }

  @Test("reads the weights that stand beside single players, or none at all")
  func readsWeightsFromCSV() throws {
    #expect(try read("coalition,worth,weight\nAB,3,\nB,2,0.5\nA,1,3\n", as: "game.csv").indicator == [0.5, 3])
    #expect(try read("coalition,worth,weight\nAB,3,\nB,2,\nA,1,\n", as: "game.csv").indicator == nil)
    #expect(try read("coalition,worth\nAB,3\nB,2\nA,1\n", as: "game.csv").indicator == nil)
  }

  @Test func takesLongWordsForNamesWhereNoLettersStandAlone() throws {
    #expect(try read("coalition,worth\nAB,3\n", as: "game.csv").players == ["AB"])
  }

  @Test func readsThePublishedCostsOfSkane() throws {
    let file = Folders.tests.appendingPathComponent("Sound/skane-water/coalition_costs.csv")
    let text = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let cells = line.split(separator: ",")
      return cells[0] == "coalition" ? "coalition,worth" : "\(cells[0]),\(cells[2])"
    }
    let game = try read(text.joined(separator: "\n"), as: "skane.csv")
    #expect(game.players == ["A", "H", "K", "L", "M", "T"])
    #expect(game.worths.last == 83.82)
    #expect(game.warnings.map(\.what) == ["cheaper apart than together: A+H+L with M+T: 82.63 < 83"])
  }

  @Test func readsJSONAsProgramsWriteIt() throws {
    let game = try read(
      "{\r\n\t\"players\" : [\"\\u4e2d\",\n\t\t\"b\\/c\"],\n\t\"kind\":\"cost\",\n\t\"worth\":{\n\t\t\"中\":1,\"b/c\":2,\n\t\t\"中,b/c\"\t:\t2.5E+0}}\n",
      as: "game.json")
    #expect(game.players == ["中", "b/c"])
    #expect(game.worths == [0, 1, 2, 2.5])
  }

  // MARK: Every split is looked at

  @Test("finds the splits that brute force finds", arguments: UInt64(0)..<50)
  func findsEverySplit(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let players = 2 + Int(seed % 4)
    let worths = [0] + (1..<1 << players).map { _ in Double(Int.random(in: 0...9, using: &chance)) }
    let names = (0..<players).map { String(UnicodeScalar(UInt8(97 + $0))) }
    func name(_ mask: Int) -> String {
      (0..<players).filter { mask >> $0 & 1 == 1 }.map { names[$0] }.joined(separator: "+")
    }
    let rows = (1..<worths.count).map { "\(name($0)),\(worths[$0])" }
    let game = try read("coalition,worth\n" + rows.joined(separator: "\n"), as: "game.csv")
    var violations = 0
    for first in 1..<worths.count {
      for second in first + 1..<worths.count where second > first && first & second == 0 {
        if worths[first | second] > worths[first] + worths[second] { violations += 1 }
      }
    }
    let said = game.warnings.first?.what ?? ""
    let shown = said.isEmpty ? 0 : said.components(separatedBy: " < ").count - 1
    #expect(shown == min(violations, 5))
    if violations > 5 { #expect(said.hasSuffix(" and \(violations - 5) more")) }
  }

  // MARK: Faulty files

  @Test(
    "says what is wrong with",
    arguments: [
      (
        #"{"players":["A","B"],"kind":"cost","worth":{"A":1,"B":2}}"#,
        "game.json:1:36: error: no worth is given for A+B; add it to worth"
      ),
      (
        #"{"players":["A","B"],"kind":"cost","worth":{"A":1}}"#,
        "game.json:1:36: error: no worth is given for B, A+B; add them to worth"
      ),
      (
        #"{"players":["A\u0000","B\u001b[2J"],"kind":"c\u007f\u0080","worth":{}}"#,
        #"game.json:1:44: error: kind is 'c\u{7F}\u{80}'; use one of cost, surplus"#
      ),
      (
        #"{"players":["A\u0000","B\u001b[2J"],"kind":"cost","worth":{"A\u0000":1,"A\u0000+B\u001b[2J":2}}"#,
        #"game.json:1:51: error: no worth is given for B\u{1B}[2J; add it to worth"#
      ),
      (
        #"{"players":["A","B"],"kind":"costs","worth":{"A":1,"B":2,"A,B":3}}"#,
        "game.json:1:29: error: kind is 'costs'; did you mean 'cost'?"
      ),
      (
        #"{"players":["A","B"],"worth":{"A":1,"B":2,"A,B":3}}"#,
        "game.json:1:1: error: a game has no 'kind'; add it: whether a worth is a cost or a surplus"
      ),
      (
        #"{"players":["A","B"],"kind":"cost","worth":{"A":1,"B":"2","A,B":3}}"#,
        "game.json:1:55: error: 'B' of worth is the text \"2\", not a number; take the quotes away"
      ),
      (
        #"{"players":["A","B"],"kind":"cost","worth":{"A":1,"B":2,"A,B":3,"B,A":3}}"#,
        "game.json:1:65: error: the coalition A+B stands twice, first at game.json:1:57; keep one of them"
      ),
      (
        #"{"players":["Anna","Bert"],"kind":"cost","worth":{"Anna":1,"Bert":2,"Ana,Bert":3}}"#,
        "game.json:1:69: error: no player is called 'Ana' in the coalition 'Ana,Bert'; did you mean 'Anna'?"
      ),
      (
        #"{"players":["A","A"],"kind":"cost","worth":{"A":1}}"#,
        "game.json:1:17: error: 'A' is the id of two players, the first at game.json:1:13; give each an id of its own"
      ),
      (
        #"{"players":["A"],"kind":"cost","worth":{"A":1,"":5}}"#,
        "game.json:1:50: error: the empty coalition is worth 5; give it 0, or leave it out"
      ),
      (
        #"{"players":["A"],"kind":"cost","worth":{"A":NaN},"indicator":{"B":1}}"#,
        """
        game.json:1:45: error: 'A' of worth is 'NaN', which is not a finite number; write a number that is
        game.json:1:50: error: the indicator has no number for 'A'; add it
        game.json:1:63: error: no player is called 'B'; the players are A
        """
      ),
      ("[1, 2]", "game.json:1:1: error: the game is a list; write a mapping with 'players', 'kind', 'worth'"),
      ("", "game.json:1:1: error: the file is empty; write the game in it"),
    ])
  func refusesJSON(text: String, said: String) throws {
    #expect(try faults(of: text, as: "game.json") == said)
  }

  @Test(
    "says what is wrong with",
    arguments: [
      ("coalition,worth\nA,1\nB,2\n", "game.csv:1:1: error: no worth is given for A+B; add a row for every coalition"),
      (
        "coalition,worth\nA,1\nB,x\nAB,\n",
        """
        game.csv:3:3: error: the worth of B is 'x', which is not a number; write digits with a decimal point, as in 1234.5
        game.csv:4:4: error: the worth of AB has no value; write a number
        """
      ),
      (
        "coalition,cost\nA,1\n",
        """
        game.csv:1:1: error: game.csv has no column 'worth'; add it
        game.csv:1:11: error: 'cost' is not a column of a game; its columns are coalition, worth, weight
        """
      ),
      (
        "coalition,worth\nA+B,1\n",
        "game.csv:1:1: error: no player stands alone in game.csv; add a row for every coalition, single players too"
      ),
      (
        "coalition,worth\nA,1\nB,2\nA+C,4\nA+B,3\n",
        "game.csv:4:1: error: no player is called 'C' in the coalition 'A+C'; the players are A, B"
      ),
      ("", "game.csv:1:1: error: the file is empty; write a header and the rows under it"),
      (
        "coalition,worth\nA,1\0\nB,\u{1B}[2J\nA+B,2\n",
        #"""
        game.csv:2:3: error: the worth of A is '1\u{0}', which is not a number; write digits with a decimal point, as in 1234.5
        game.csv:3:3: error: the worth of B is '\u{1B}[2J', which is not a number; write digits with a decimal point, as in 1234.5
        """#
      ),
      (
        "coalition,worth,weight\nA,1,2\nB,2,\nA+B,3,3\n",
        """
        game.csv:3:5: error: the weight of B has no value; write a number
        game.csv:4:7: error: the coalition 'A+B' has a weight; only single players have one: empty the cell
        """
      ),
    ])
  func refusesCSV(text: String, said: String) throws {
    // A message names the file by its path, of which the folder was taken out.
    #expect(try faults(of: text, as: "game.csv") == said)
  }

  @Test func refusesMoreThanTwentySixPlayers() throws {
    let players = (0..<27).map { "\"p\($0)\"" }.joined(separator: ",")
    #expect(
      try faults(of: #"{"players":[\#(players)],"kind":"cost","worth":{}}"#, as: "game.json") == """
        game.json:1:12: error: players has 27 elements; give 1 to 26
        """)
  }

  @Test func tellsThatThereIsNoFile() {
    #expect {
      try GameFile(contentsOf: "/no/such/game.json")
    } throws: {
      "\($0)" == "/no/such/game.json: does not exist"
    }
  }
}
