import Foundation
import Testing

/// The questions that are answered on the terminal: show, diagnose, appraise, schema.
@Suite struct AnswerTests {
  @Test("answers in words, in English and in Chinese", arguments: ["show", "diagnose", "appraise"])
  func answersInWords(question: String) throws {
    try withCase { home in
      let english = try Command.run(question, home.path)
      #expect(english.code == 0)
      #expect(english.complaint == "")
      #expect(english.output.contains("  "))
      if question != "appraise" { #expect(english.output.contains("North")) }
      let chinese = try Command.run(question, home.path, "--lang", "zh")
      #expect(chinese.code == 0)
      #expect(chinese.complaint == "")
      #expect(chinese.output != english.output)
      #expect(chinese.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }

  @Test(
    "answers in JSON",
    arguments: [("show", "parties"), ("diagnose", "costTogether"), ("appraise", "ranking")])
  func answersInJSON(question: String, key: String) throws {
    try withCase("spillover") { home in
      let answer = try Command.run(question, home.path, "--json")
      #expect(answer.code == 0)
      #expect(answer.complaint == "")
      #expect(try answer.json()[key] != nil)
    }
  }

  @Test("what diagnose and appraise print is what study finds at the best estimates")
  func agreesWithTheStudy() throws {
    try withCase { home in
      let findings = try Command.run("study", home.path, "--json", "--draws", "0").json()
      for (question, part) in [("diagnose", "diagnosis"), ("appraise", "mechanisms")] {
        let answer = try Command.run(question, home.path, "--json").json()
        let found = try #require(findings[part] as? [String: Any])
        #expect(NSDictionary(dictionary: answer) == NSDictionary(dictionary: found), "\(question)")
      }
    }
  }

  @Test("shows every party, problem, indicator, goal and source of a case by name")
  func showsEverything() throws {
    let answer = try Command.run("show", "Examples/beijing-tianjin-hebei", "--json", "--lang", "zh")
    #expect(answer.code == 0)
    let told = try answer.json()
    for part in ["parties", "problems", "indicators", "goals", "sources"] {
      let entries = try #require(told[part] as? [[String: Any]], "\(part)")
      #expect(!entries.isEmpty)
      #expect(entries.allSatisfy { $0["id"] is String && $0["name"] is String }, "\(part)")
    }
    #expect((told["parties"] as? [[String: Any]])?.contains { $0["name"] as? String == "北京" } == true)
  }

  @Test("shows what each party wants and fears, at what cost and how urgently")
  func showsPositions() throws {
    try withCase { home in
      let words = try Command.run("show", home.path)
      #expect(words.code == 0)
      #expect(words.output.contains("\nPositions on first\n  north  wants: a fair share"))
      #expect(words.output.contains("fears: paying for others"))
      let told = try Command.run("show", home.path, "--json", "--lang", "zh").json()
      let positions = try #require(told["positions"] as? [[String: Any]])
      #expect(positions.map { $0["party"] as? String } == ["north", "south"])
      #expect(positions[0]["demand"] as? String == "公平分担")
      #expect(positions[0]["urgency"] as? Double == 0.7)
    }
  }

  @Test("no line of a table ends in spaces")
  func endsNoLineInSpaces() throws {
    for question in ["show", "diagnose", "appraise"] {
      let answer = try Command.run(question, "Examples/skane-water")
      #expect(answer.code == 0)
      #expect(!answer.output.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(question)")
    }
  }

  @Test("the schema is the one that is kept with the documentation")
  func schemaIsTheOneThatIsKept() throws {
    let answer = try Command.run("schema")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(try answer.json()["$schema"] is String)
    let kept = try Data(contentsOf: Command.repository.appending(path: "Documentation/case.schema.json"))
    let isKept = Data(answer.output.utf8) == kept  // told as yes or no: the difference would be pages of bytes
    #expect(isKept, "run 'make schema' and commit what it writes")
  }
}
