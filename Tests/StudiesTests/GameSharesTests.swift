import Foundation
import RegionalCases
import Studies
import Testing

@Suite struct GameSharesTests {
  private func json(
    _ name: String, _ text: String, kind: GameFile.Kind = .cost, rules: [String] = GameShares.rules
  ) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let shares = try GameShares(of: GameFile(contentsOf: file.path, kind: kind), rules: rules)
    return String(decoding: try encoder.encode(shares), as: UTF8.self)
  }

  private func fields(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("gives the Tennessee Valley's shares as printed by Straffin & Heaney (1981), under the rules' names")
  func tennesseeValley() throws {
    let worth = """
      {"players": ["navigation", "flood", "power"], "kind": "cost", "indicator": {"navigation": 1, "flood": 1, "power": 2},
       "worth": {"navigation": 163520, "flood": 140826, "power": 250096, "navigation,flood": 301607,
                 "navigation,power": 378821, "flood,power": 367370, "navigation,flood,power": 412584}}
      """
    let found = try fields(try json("tva.json", worth))
    #expect(
      found.keys.sorted()
        == (["certificate", "coreEmpty", "kind", "leastCore", "players", "violations"] + GameShares.rules).sorted())
    #expect(found["coreEmpty"] as? Bool == false)
    #expect(found["kind"] as? String == "cost")
    #expect(found["players"] as? [String] == ["navigation", "flood", "power"])
    let nucleolus = try #require(found["nucleolus"] as? [String: Double])
    // 0.5: printed in whole thousands of dollars.
    for (player, printed) in [("navigation", 116_234.0), ("flood", 93_540), ("power", 202_810)] {
      #expect(abs(try #require(nucleolus[player]) - printed) <= 0.5)
    }
    let shapley = try #require(found["shapley"] as? [String: Double])
    for (player, printed) in [("navigation", 117_829.0), ("flood", 100_756.5), ("power", 193_998.5)] {
      #expect(abs(try #require(shapley[player]) - printed) <= 0.5)
    }
    let proportional = try #require(found["proportional"] as? [String: Double])
    #expect(proportional["power"] == 206_292)
  }

  @Test("writes nothing but what was asked, and why a rule has no answer")
  func undefined() throws {
    let text = try json(
      "apart.csv", "coalition,worth\nA,1\nB,2\nA+B,4\n", rules: ["nucleolus", "equal", "proportional"])
    let found = try fields(text)
    #expect(found["equal"] as? [String: Double] == ["A": 2, "B": 2])
    #expect(
      found["nucleolus"] as? [String: String] == [
        "undefined": "apart the players pay 3, together 4: nobody gains from working together; leave out whoever "
          + "makes it dearer, or use the prenucleolus, which does not promise everyone its cost alone"
      ])
    #expect(
      found["proportional"] as? [String: String] == [
        "undefined": "proportional shares need something to go by; name an indicator, such as population, with one "
          + "weight a player"
      ])
    #expect(found["shapley"] == nil)
    #expect(found["certificate"] == nil)
    #expect(found["coreEmpty"] as? Bool == true)
    #expect(found["leastCore"] as? Double == 0.5)
    let violations = try #require((found["violations"] as? [String: [[String: Any]]])?["equal"])
    #expect(violations.count == 1)
    #expect(violations[0]["members"] as? [String] == ["A"])
    #expect(violations[0]["pays"] as? Double == 2 && violations[0]["alone"] as? Double == 1)
  }

  @Test("reads a CSV file as the kind that is told, and a surplus gained is not a cost paid")
  func kind() throws {
    let table = "coalition,worth\nA,1\nB,2\nA+B,4\n"
    let surplus = try fields(try json("game.csv", table, kind: .surplus, rules: ["nucleolus"]))
    #expect(surplus["kind"] as? String == "surplus")
    #expect(surplus["coreEmpty"] as? Bool == false)
    #expect(surplus["nucleolus"] as? [String: Double] == ["A": 1.5, "B": 2.5])
    let unequal = try fields(
      try json("game.csv", "coalition,worth\nA,0\nB,3\nA+B,4\n", kind: .surplus, rules: ["equal"]))
    let leaving = try #require((unequal["violations"] as? [String: [[String: Any]]])?["equal"]?.first)
    #expect(leaving["pays"] as? Double == 2 && leaving["alone"] as? Double == 3 && leaving["excess"] as? Double == 1)
  }

  @Test("a single player bears it all, and nobody can leave it")
  func onePlayer() throws {
    let found = try fields(try json("one.csv", "coalition,worth\nA,5\n", rules: ["shapley", "nucleolus", "equal"]))
    for rule in ["shapley", "nucleolus", "equal"] { #expect(found[rule] as? [String: Double] == ["A": 5], "\(rule)") }
    #expect(found["leastCore"] == nil)
    #expect(found["coreEmpty"] as? Bool == false)
    #expect((found["violations"] as? [String: Any])?.isEmpty == true)
  }
}
