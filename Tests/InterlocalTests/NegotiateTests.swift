import Foundation
import Testing

@Suite struct NegotiateTests {
  /// One issue with two options between two parties.
  private func pair(_ issue: String, up: (Int, Int), down: (Int, Int), reservations: (up: Int, down: Int)) -> String {
    """
    title: {en: "The \(issue)", zh: \(issue)议题}
    agenda:
      - {name: \(issue), choices: [old, new]}
    parties:
      - name: up
        label: {en: Upper, zh: 上游}
        preferences: {\(issue): {weight: 1, scores: {old: \(up.0), new: \(up.1)}}}
        reservation: \(reservations.up)
      - name: down
        label: {en: Lower, zh: 下游}
        preferences: {\(issue): {weight: 1, scores: {old: \(down.0), new: \(down.1)}}}
        reservation: \(reservations.down)
    """
  }

  private var water: String { pair("water", up: (30, 0), down: (0, 60), reservations: (30, 20)) }
  private var rail: String { pair("rail", up: (0, 80), down: (50, 0), reservations: (20, 30)) }

  private func withFiles(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try withFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      try body(folder)
    }
  }

  @Test("a case folder's negotiation is answered in sentences and a table of deals, in both languages")
  func theExample() throws {
    let answer = try Command.run("negotiate", "Examples/xinan-river")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    for words in ["A deal is possible: ", "Offers in turn: deal ", "Worth to Zhejiang", "No deal"] {
      #expect(answer.output.contains(words), "\(words)")
    }
    let chinese = try Command.run("negotiate", "Examples/xinan-river", "--lang", "zh")
    #expect(chinese.code == 0)
    for words in ["可以达成协议", "轮流出价", "对浙江的价值"] { #expect(chinese.output.contains(words), "\(words)") }
    #expect(!chinese.output.contains("deal"))
  }

  @Test("findings are the same bytes again, runs and all, on one core as on many")
  func sameBytes() throws {
    let arguments = "negotiate Examples/xinan-river --runs 300 --seed 4 --strategy anhui=conceder --json"
    let first = try Command.shell("$interlocal \(arguments)")
    #expect(first.code == 0)
    let told = try first.json()
    #expect((told["series"] as? [String: Any])?["runs"] as? Int == 300)
    #expect(
      (told["parties"] as? [[String: Any]])?.compactMap { $0["strategy"] as? String } == ["conceder", "boulware"])
    #expect(try Command.shell("$interlocal \(arguments)").output == first.output)
    #if os(Linux)
      #expect(try Command.shell("taskset -c 0 $interlocal \(arguments)").output == first.output)
    #endif
  }

  @Test("private reservations are drawn run by run: the same bytes again, on one core as on many")
  func privateReservations() throws {
    let text = pair("water", up: (0, 60), down: (60, 30), reservations: (20, 20))
      .replacing("reservation: 20\n", with: "reservationRange: {min: 0, max: 100}\n")
    try withFiles(["water.yaml": text]) { folder in
      let line = "negotiate water.yaml --protocol monotonicConcession --runs 400 --seed 9"
      let answer = try Command.shell("$interlocal \(line)", in: folder)
      #expect(answer.code == 0)
      #expect(answer.output.contains("Upper (0 to 100, mean 50) is private"))
      #expect(answer.output.contains(" some package suits everyone, "))
      let first = try Command.shell("$interlocal \(line) --json", in: folder)
      let series = try #require(try first.json()["series"] as? [String: Any])
      // New where no deal is worth at most 60 to the upper party, which then suits the lower one too.
      let share = try #require(series["zoneRate"] as? Double)
      #expect(abs(share - 0.6) < 4 * (0.6 * 0.4 / 400).squareRoot())
      #expect(series["agreementRate"] as? Double == share)
      #if os(Linux)
        #expect(try Command.shell("taskset -c 0 $interlocal \(line) --json", in: folder).output == first.output)
      #endif
    }
  }

  @Test("talks of two and two are told beside one table, and whom they harm")
  func talksOfTwo() throws {
    func party(_ name: String, _ dam: String, _ road: String) -> String {
      """
        - name: \(name)
          preferences: {dam: {weight: 0.5, scores: \(dam)}, road: {weight: 0.5, scores: \(road)}}
          reservation: {dam: none, road: none}
      """
    }
    let text = """
      title: A valley
      agenda: [{name: dam, choices: [none, built]}, {name: road, choices: [none, built]}]
      parties:
      \(party("upper", "[0, 80]", "[0, 0]"))
      \(party("middle", "[0, 60]", "[0, 40]"))
      \(party("lower", "[40, 0]", "[0, 40]"))
      """
    try withFiles(["valley.yaml": text]) { folder in
      let answer = try Command.run("negotiate", "valley.yaml", in: folder)
      #expect(answer.code == 0)
      for words in ["Talks of two, side by side: deal ", "every issue is settled by those whom it concerns most: "] {
        #expect(answer.output.contains(words), "\(words)")
      }
      let told = try Command.run("negotiate", "valley.yaml", "--protocol", "bilateralTalks", "--json", in: folder)
      #expect(told.code == 0)
      #expect(try told.json()["bilateral"] is [String: Any])
      let refused = try Command.run("negotiate", "Examples/xinan-river", "--protocol", "bilateralTalks")
      #expect(refused.code == 1 && refused.complaint.hasPrefix("Error: talks side by side leave somebody out"))
    }
  }

  @Test("that no deal is good enough for all is an answer, with what would open one")
  func emptyZone() throws {
    try withFiles(["water.yaml": water]) { folder in
      let answer = try Command.run("negotiate", "water.yaml", in: folder)
      #expect(answer.code == 0)
      #expect(answer.output.contains("No package is good enough for everyone.\n"))
      #expect(
        answer.output.contains("A deal opens if any one of these asks for less: Upper 30 points, Lower 20 points.\n"))
      let told = try Command.run("negotiate", "water.yaml", "--json", in: folder).json()
      #expect((told["obstacle"] as? [String: Any])?["shortfalls"] as? [Double] == [0, 20])
    }
  }

  @Test("several files are joined: which need each other, and who gives what for what")
  func linked() throws {
    try withFiles(["water.yaml": water, "rail.yaml": rail]) { folder in
      let answer = try Command.run("negotiate", "water.yaml", "rail.yaml", in: folder)
      #expect(answer.code == 0)
      #expect(
        answer.output.contains(
          "Package 1: settled together, “The water”, “The rail” have a deal that suits everyone.\n"))
      #expect(answer.output.contains("Upper gives 30 points in “The water”, and gets 60 points in “The rail”.\n"))
      let chinese = try Command.run("negotiate", "water.yaml", "rail.yaml", "--lang", "zh", in: folder)
      #expect(chinese.output.contains("上游付出“water议题”中的30分，换得“rail议题”中的60分。\n"))
      let told = try Command.run("negotiate", "water.yaml", "rail.yaml", "--json", in: folder).json()
      #expect((told["packages"] as? [[String: Any]])?.first?["problems"] as? [Int] == [0, 1])
    }
  }

  @Test("faults of a file are told with their places, and nothing is computed")
  func faults() throws {
    try withFiles(["water.yaml": water.replacing("weight: 1", with: "weight: 2")]) { folder in
      let answer = try Command.run("negotiate", "water.yaml", in: folder)
      #expect(answer.code == 1)
      #expect(answer.output == "")
      #expect(
        answer.complaint.hasPrefix("water.yaml:7:35: error: weight is 2; it must be 0 to 1\nwater.yaml:11:35: error: "))
    }
  }

  @Test("a file that is not there leaves 2")
  func unreadable() throws {
    let answer = try Command.run("negotiate", "nowhere.yaml")
    #expect(answer.code == 2)
    #expect(answer.complaint == "Error: nowhere.yaml: does not exist\n")
  }

  @Test(
    "options that fit nothing are refused",
    arguments: [
      (["Examples/xinan-river", "--strategy", "anhui"], 64, "it is party=strategy, as in upstream=boulware"),
      (["Examples/xinan-river", "--strategy", "anhui=bold"], 64, "'bold' is not a strategy; use one of boulware"),
      (
        ["Examples/xinan-river", "--strategy", "jiangsu=linear"], 1,
        "nobody at the table is called 'jiangsu'; use the name of a party"
      ),
      (
        ["Examples/xinan-river", "--strategy", "anhui=linear", "--strategy", "anhui=micro"], 64,
        "--strategy is told twice for 'anhui'; tell it once"
      ),
      (["Examples/xinan-river", "--protocol", "auction"], 64, "The value 'auction' is invalid for '--protocol"),
      (["Examples/xinan-river", "--runs", "0"], 64, "it is a whole number from 1 to 100000"),
      (["a.yaml", "b.yaml", "--runs", "5"], 64, "--runs is for one file; name one, or leave it out"),
    ] as [([String], Int32, String)])
  func refusedOptions(options: [String], code: Int32, said: String) throws {
    let words = options.map { "'\($0)'" }.joined(separator: " ")
    let answer = try Command.shell("$interlocal negotiate \(words)")
    #expect(answer.code == code)
    #expect(answer.output == "")
    #expect(answer.complaint.contains(said), "\(answer.complaint)")
  }
}
