import Foundation
import Testing

@Suite struct ShareTests {
  /// Keys out of order, with spaces within: what a person writes.
  private static let threePlayers = """
    {"worth": {" C , A ": 12, "A":10, "B":8, "C":6, "B,A":14, "B, C":11, "A,B,C":18},
     "kind": "cost", "players": ["A", "B", "C"]}
    """

  // MARK: Published and hand-computed games

  @Test("divides the Tennessee Valley Authority's joint cost as Straffin & Heaney (1981) print it")
  func tennesseeValley() throws {
    let costs = try String(
      contentsOf: Command.repository.appending(path: "Literature/straffin-heaney-1981/costs.csv"), encoding: .utf8)
    let told = try share(
      costs.replacingOccurrences(of: "cost_thousand_dollars", with: "worth"), as: "valley.csv",
      "--method", "shapley,nucleolus,scrb,gately")
    let published: [String: [Double]] = [
      "shapley": [117_829, 100_756.5, 193_998.5], "nucleolus": [116_234, 93_540, 202_810],
      "scrb": [117_475.54, 99_157.29, 195_951.16], "gately": [117_475.54, 99_157.29, 195_951.16],
    ]
    for (rule, shares) in published {
      let found = try numbers(told, rule)
      for (player, share) in zip(["navigation", "flood control", "power"], shares) {
        // Half of what is printed last.
        #expect(abs(try #require(found[player]) - share) <= 0.5, "\(rule): \(player)")
      }
    }
    #expect(told["players"] as? [String] == ["navigation", "flood control", "power"])
    #expect(told["coreEmpty"] as? Bool == false)
    #expect(try #require(told["leastCore"] as? Double) < 0)
  }

  @Test("divides three players' cost as by hand")
  func threePlayersByHand() throws {
    let told = try share(Self.threePlayers, as: "game.json", "--method", "shapley,nucleolus")
    #expect(
      Set(told.keys) == [
        "players", "kind", "coreEmpty", "leastCore", "certificate", "violations", "shapley", "nucleolus",
      ])
    // Marginal costs over the six orders: A 46/6, B 37/6, C 25/6; 1e-12: doubles.
    for (player, share) in [("A", 46.0 / 6), ("B", 37.0 / 6), ("C", 25.0 / 6)] {
      #expect(abs(try #require(try numbers(told, "shapley")[player]) - share) < 1e-12)
    }
    // Each pair saves 1/3: A + B = 14 − 1/3, A + C = 12 − 1/3, B + C = 11 − 1/3.
    for (player, share) in [("A", 22.0 / 3), ("B", 19.0 / 3), ("C", 13.0 / 3)] {
      #expect(abs(try #require(try numbers(told, "nucleolus")[player]) - share) < 1e-12)
    }
    #expect(told["coreEmpty"] as? Bool == false)
    #expect(abs(try #require(told["leastCore"] as? Double) + 1.0 / 3) < 1e-12)
    let certificate = try #require(told["certificate"] as? [String: Any])
    #expect(certificate["verdict"] as? String == "certified")
    #expect(certificate["exactShares"] as? [String] == ["22/3", "19/3", "13/3"])
  }

  @Test("every rule has its object, and its numbers add up to the joint cost")
  func everyRuleAnswers() throws {
    let text = Self.threePlayers.replacingOccurrences(
      of: #""kind""#, with: #""indicator": {"C": 1, "B": 2, "A": 3}, "kind""#)
    let told = try share(text, as: "game.json", "--method", "all")
    for rule in ["shapley", "nucleolus", "prenucleolus", "scrb", "ensc", "tau", "gately", "equal", "proportional"] {
      let shares = try numbers(told, rule)
      #expect(Set(shares.keys) == ["A", "B", "C"], "\(rule)")
      #expect(abs(shares.values.reduce(0, +) - 18) < 1e-9, "\(rule)")  // sums of three doubles near 18
    }
    for (player, share) in [("A", 9.0), ("B", 6), ("C", 3)] {
      #expect(abs(try #require(try numbers(told, "proportional")[player]) - share) < 1e-12)  // doubles
    }
  }

  @Test("a rule without an answer says why, and leaves 0")
  func undefinedRulesSayWhy() throws {
    let told = try share(Self.threePlayers, as: "game.json", "--method", "proportional")
    #expect(
      told["proportional"] as? [String: String] == [
        "undefined": "proportional shares need something to go by; name an indicator, such as population, with one "
          + "weight a player"
      ])
  }

  @Test("an empty core is told, with the positive subsidy that would fill it and who would leave")
  func emptyCores() throws {
    let game = #"{"players":["A","B"],"kind":"surplus","worth":{"A":1,"B":1,"A,B":1}}"#
    let told = try share(game, as: "game.json", "--method", "all", complaint: "better apart than together")
    #expect(told["kind"] as? String == "surplus")
    #expect(told["coreEmpty"] as? Bool == true)
    #expect(told["leastCore"] as? Double == 0.5)
    #expect((told["nucleolus"] as? [String: String])?["undefined"]?.isEmpty == false)
    #expect(try numbers(told, "prenucleolus") == ["A": 0.5, "B": 0.5])
    let violations = try #require(told["violations"] as? [String: [[String: Any]]])
    #expect(try #require(violations["shapley"]).compactMap { $0["members"] as? [String] } == [["A"], ["B"]])
  }

  @Test("one player pays all by every rule")
  func onePlayer() throws {
    let game = #"{"players":["A"],"kind":"cost","worth":{"A":10},"indicator":{"A":1}}"#
    let told = try share(game, as: "game.json")
    for rule in ["shapley", "nucleolus", "prenucleolus", "scrb", "ensc", "tau", "gately", "equal", "proportional"] {
      #expect(try numbers(told, rule) == ["A": 10], "\(rule)")
    }
    #expect(told["coreEmpty"] as? Bool == false)
    #expect(told["leastCore"] == nil)
  }

  // MARK: Forms of the file

  @Test("reads a table with names joined, or letters side by side", arguments: ["A+B", "AB", "B+A", "BA"])
  func readsBothFormsOfTables(pair: String) throws {
    let table = "coalition,worth\nA,1\nB,2\n\(pair),2.5\n"
    let costs = try share(table, as: "game.csv", "--method", "shapley")
    #expect(costs["kind"] as? String == "cost")
    #expect(try numbers(costs, "shapley") == ["A": 0.75, "B": 1.75])
    #expect(costs["coreEmpty"] as? Bool == false)
    let gains = try share(
      table, as: "game.csv", "--method", "shapley", "--kind", "surplus", complaint: "better apart than together")
    #expect(gains["kind"] as? String == "surplus")
    #expect(gains["coreEmpty"] as? Bool == true)
  }

  @Test("a coalition without a worth is named", arguments: ["game.json", "game.csv"])
  func missingCoalitions(name: String) throws {
    let text =
      name.hasSuffix("csv")
      ? "coalition,worth\nA,1\nB,2\nC,3\nA+B,2\nA+C,3\nA+B+C,4\n"
      : #"{"players":["A","B","C"],"kind":"cost","worth":{"A":1,"B":2,"C":3,"A,B":2,"C,A":3,"A,B,C":4}}"#
    try withFile(text, as: name) { folder in
      let answer = try Command.run("share", name, in: folder)
      #expect(answer.code == 1)
      #expect(answer.output == "")
      #expect(answer.complaint.hasPrefix("\(name):1:"))
      #expect(answer.complaint.contains(": error: no worth is given for B+C; "))
      #expect(answer.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test("what is no game is a fault", arguments: ["", "{", "[]", "null", "{}", "\u{0}", "players: *x"])
  func whatIsNoGame(text: String) throws {
    try withFile(text, as: "game.json") { folder in
      let answer = try Command.run("share", "game.json", in: folder)
      #expect(answer.code == 1)
      #expect(answer.output == "")
      #expect(answer.complaint.hasPrefix("game.json:"))
      #expect(answer.complaint.contains(": error: "))
    }
  }

  @Test("a file that cannot be read leaves 2", arguments: [("nowhere.json", "does not exist"), (".", "is a folder")])
  func unreadableFiles(path: String, reason: String) throws {
    try withFolder { folder in
      let answer = try Command.run("share", path, in: folder)
      #expect(answer.code == 2)
      #expect(answer.output == "")
      #expect(answer.complaint == "Error: \(path): \(reason)\n")
    }
  }

  // MARK: Options

  @Test("a rule that is none is refused, with those there are")
  func unknownRules() throws {
    try withFile(Self.threePlayers, as: "game.json") { folder in
      let rules = "shapley, nucleolus, prenucleolus, "
      let unknown = try Command.run("share", "game.json", "--method", "shapley,core", in: folder)
      #expect(unknown.code == 64)
      #expect(unknown.output == "")
      #expect(unknown.complaint.hasPrefix("Error: 'core' is not a rule; use all, or any of \(rules)"))
      for none in ["", " ", ","] {
        let answer = try Command.run("share", "game.json", "--method", none, in: folder)
        #expect(answer.code == 64)
        #expect(answer.output == "")
        #expect(answer.complaint.hasPrefix("Error: --method names no rule; use all, or any of \(rules)"))
      }
    }
  }

  @Test("prints a table for a person")
  func printsATable() throws {
    try withFile(Self.threePlayers, as: "game.json") { folder in
      let answer = try Command.run(
        "share", "game.json", "--no-json", "--method", "shapley,equal,proportional", in: folder)
      #expect(answer.code == 0)
      #expect(
        answer.output == """
                          A       B       C
            shapley  7.6667  6.1667  4.1667
            equal         6       6       6
          proportional: proportional shares need something to go by; name an indicator, such as population, with one weight a player

          """)
    }
  }

  @Test("a table for a person says why each pays what it pays, and which properties rules have")
  func explains() throws {
    try withFile("coalition,worth\nA,10\nB,8\nAB,14\n", as: "game.csv") { folder in
      let answer = try Command.run(
        "share", "game.csv", "--no-json", "--method", "nucleolus", "--explain", in: folder)
      #expect(answer.code == 0)
      #expect(
        answer.output.hasPrefix(
          """
                       A  B
            nucleolus  8  6

            nucleolus  pays  alone  added last  added on average  best alternative  gains by staying
            A             8     10           6                 8  A                                2
            B             6      8           4                 6  B                                2
          without A: the others pay 8 instead of 6
          without B: the others pay 10 instead of 8
          binds at stage 1 (level -2): A, B

            on this game             nucleolus
            efficiency               yes
            individualRationality    yes

          """), "\(answer.output)")
    }
  }

  // MARK: Games made of numbers

  @Test("numbers on the command line make a game")
  func gamesOfNumbers() throws {
    // Littlechild & Owen (1973): each step in cost is divided among those who need it.
    let airport = try Command.run("share", "--game", "airport", "--costs", "8,11,13,18", "--names", "a,b,c,d")
    #expect(airport.code == 0 && airport.complaint == "")
    let told = try airport.json()
    #expect(told["game"] as? String == "airport" && told["seed"] == nil)
    let fees = try numbers(told, "shapley")
    for (player, fee) in [("a", 2.0), ("b", 3), ("c", 4), ("d", 9)] {
      #expect(abs(try #require(fees[player]) - fee) < 1e-12)  // doubles
    }
    let vote = try Command.run(
      "share", "--game", "voting", "--quota", "51", "--weights", "50,49,1", "--method", "banzhaf", "--no-json")
    #expect(vote.output == "              1     2     3\n  banzhaf  0.75  0.25  0.25\n")
  }

  @Test("a game too large for a table is divided by what its structure tells, and an example says that it is one")
  func examples() throws {
    let answer = try Command.run("share", "--game", "airport", "--players", "41", "--seed", "7", "--method", "all")
    #expect(answer.code == 0)
    #expect(
      answer.complaint
        == "an example: its numbers were drawn from the seed 7; tell your own to divide a game of yours\n")
    let told = try answer.json()
    #expect(told["seed"] as? Int == 7)
    let shapley = try numbers(told, "shapley")
    let nucleolus = try numbers(told, "nucleolus")
    #expect(shapley.count == 41)
    #expect(abs(shapley.values.reduce(0, +) - nucleolus.values.reduce(0, +)) < 1e-9)  // sums of 41 doubles
    #expect((told["tau"] as? [String: String])?["undefined"]?.hasPrefix("no closed form is known here") == true)
    let again = try Command.run("share", "--game", "airport", "--players", "41", "--seed", "7", "--method", "all")
    #expect(again.output == answer.output)
  }

  @Test(
    "options that make no game are refused",
    arguments: [
      ([], 64, "no game is named; name a file, or one by --game"),
      (["--game", "airport"], 64, "airport needs --costs, or --players for an example"),
      (["--game", "voting", "--quota", "5"], 64, "voting needs --weights as well"),
      (["--game", "voting", "--costs", "5"], 64, "--costs belongs to --game airport, not to voting"),
      (["game.json", "--quota", "5"], 64, "--quota belongs to --game voting, not to a file"),
      (["game.json", "--seed", "5"], 64, "--seed belongs to --game, not to a file"),
      (["game.json", "--game", "airport"], 64, "both game.json and --game name a game; name one of them"),
      (
        ["--game", "airport", "--costs", "1,2", "--players", "2"], 64,
        "--players and --seed are for an example; leave them out beside --costs"
      ),
      (["--game", "airport", "--costs", "1,-2"], 1, "costs has -2; give numbers from zero up"),
      (
        ["--game", "airport", "--players", "21", "--explain"], 1,
        "21 players have too many coalitions to explain; ask without an explanation, or of at most 20"
      ),
    ] as [([String], Int32, String)])
  func refusedOptions(options: [String], code: Int32, said: String) throws {
    let words = options.map { "'\($0)'" }.joined(separator: " ")
    let answer = try Command.shell("$interlocal share \(words)")
    #expect(answer.code == code)
    #expect(answer.output == "")
    #expect(answer.complaint.contains("Error: \(said)\n"), "\(answer.complaint)")
  }

  // MARK: Steps

  private func withFile(_ text: String, as name: String, _ body: (URL) throws -> Void) throws {
    try withFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: name))
      try body(folder)
    }
  }

  /// What is printed of a sound game; the `complaint` is a part of its one warning, or empty when there is none.
  private func share(
    _ text: String, as name: String, _ options: String..., complaint: String = ""
  ) throws -> [String: Any] {
    var told: [String: Any] = [:]
    try withFile(text, as: name) { folder in
      let path = folder.appending(path: name).path
      let options = options.map { "'\($0)'" }.joined(separator: " ")
      let answer = try Command.shell("$interlocal share '\(path)' \(options)")
      #expect(answer.code == 0)
      #expect(complaint.isEmpty ? answer.complaint.isEmpty : answer.complaint.contains(complaint))
      told = try answer.json()
    }
    return told
  }

  private func numbers(_ told: [String: Any], _ rule: String) throws -> [String: Double] {
    try #require(told[rule] as? [String: Double], "\(rule) has no shares")
  }
}
