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

  @Test("compares the forms with levers pulled, in words and in JSON")
  func pullsLevers() throws {
    try withCase("spillover") { home in
      let english = try Command.run("appraise", home.path, "--with", "monitor=0.6", "--with", "matching=0.3")
      #expect(english.code == 0 && english.complaint == "")
      #expect(english.output.hasPrefix("With chance that a third party sees a breach at 0.6 instead of 0 and "))
      let chinese = try Command.run("appraise", home.path, "--with", "monitor=0.6", "--lang", "zh")
      #expect(chinese.output.hasPrefix("若第三方发现违约的可能由0变为0.6："))
      let told = try Command.run("appraise", home.path, "--with", "monitor=0.6", "--json").json()
      #expect(Set(told.keys) == ["after", "before", "levers", "unmoved"])
      let refused = try Command.run("appraise", home.path, "--with", "monitr=0.6")
      #expect(refused.code == 1 && refused.complaint.contains("no lever is called 'monitr'; did you mean 'monitor'?"))
    }
  }

  @Test("compares the stages of cooperation, in words and in JSON")
  func comparesStages() throws {
    try withCase("spillover") { home in
      let english = try Command.run("appraise", home.path, "--stages")
      #expect(english.code == 0 && english.output.hasPrefix("At the initial stage, with "))
      let told = try Command.run("appraise", home.path, "--stages", "--json")
      #expect(told.output.contains("\"stage\" : \"deepening\""))
      let both = try Command.run("appraise", home.path, "--stages", "--with", "trust=0.5")
      #expect(both.code == 64 && both.complaint.contains("give --with or --stages, not both"))
    }
  }

  @Test("lists the forms of cooperation with every number and what it rests on", arguments: ["en", "zh"])
  func listsMechanisms(language: String) throws {
    let answer = try Command.run("mechanisms", "--lang", language)
    #expect(answer.code == 0 && answer.complaint == "")
    for word in ["multilateral-contract", "authorityDetection", "Oates (1972)", "temptationShock"] {
      #expect(answer.output.contains(word), "\(word)")
    }
    let told = try Command.run("mechanisms", "--json").json()
    #expect(Set(told.keys) == ["circumstances", "forms", "parameters"])
    try withCase { home in
      let answer = try Command.run("mechanisms", home.path)
      #expect(answer.code == 0 && answer.output.contains("multilateral-contract"))
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

  @Test("shows what an institution measures and who pays by it, line by line")
  func showsTerms() throws {
    let english = try Command.run("show", "Examples/xinan-river").output
    #expect(
      english.contains(
        """

        Index of round-1
          index          Index P at Jiekou
          compared with  mean concentrations of 2008–2010
          coefficient    0.85
          permanganate   weight 0.25
          ammonia        weight 0.25
          phosphorus     weight 0.25
          nitrogen       weight 0.25

        Payments of round-1
          centre    anhui     300  each period
          zhejiang  anhui     100  if the index is at most 1
          anhui     zhejiang  100  if the index is above 1

        """))
    #expect(english.contains("\n  zhejiang  anhui     100  if the index is above 0.95 and at most 1\n"))
    let chinese = try Command.run("show", "Examples/xinan-river", "--lang", "zh").output
    #expect(
      chinese.contains(
        """

        round-1的支付
          centre    anhui     300  每期
          zhejiang  anhui     100  指数不高于1时
          anhui     zhejiang  100  指数高于1时

        """))
    #expect(chinese.contains("\n  permanganate  权重0.25\n"))
  }

  @Test("shows the levels above, whom they mind and their levers, and the agencies within members")
  func showsLevels() throws {
    let river = try Command.run("show", "Examples/xinan-river").output
    #expect(river.contains("\n  centre  minds each 1  pays up to 0.5 at 1.2 a unit\n"))
    #expect(
      river.contains(
        """
          anhui  investment   Offices for industry and investment of Anhui  minds 0.2
          anhui  environment  Environment offices of Anhui                  minds 0.8

        """))
    let cluster = try Command.run("show", "Examples/yongkang-wuyi-jinyun").output
    #expect(
      cluster.contains(
        """
          zhejiang  minds each 1                        evaluates up to 0.3 at a cost of 0
          jinhua    minds yongkang 1, wuyi 1, jinyun 0  has no lever
          lishui    minds yongkang 0, wuyi 0, jinyun 1  has no lever

        """))
    let chinese = try Command.run("show", "Examples/yongkang-wuyi-jinyun", "--lang", "zh").output
    #expect(
      chinese.contains(
        """
          zhejiang  对各成员的权重1                     考核权重上限0.3，成本系数0
          jinhua    权重：yongkang 1，wuyi 1，jinyun 0  无手段

        """.dropLast(1)))
    let told = try Command.run("show", "Examples/xinan-river", "--json").json()
    let terms = try #require(told["terms"] as? [[String: Any]])
    #expect(terms.first?["coefficient"] as? Double == 0.85)
    #expect((terms.first?["payments"] as? [[String: Any]])?.count == 3)
    #expect((told["hierarchy"] as? [[String: Any]])?.first?["subsidyUpTo"] as? Double == 0.5)
    #expect((told["agencies"] as? [[String: Any]])?.map { $0["minds"] as? Double } == [0.2, 0.8])
  }

  @Test("no line of a table ends in spaces")
  func endsNoLineInSpaces() throws {
    for question in ["show", "diagnose", "appraise"] {
      let answer = try Command.run(question, "Examples/skane-water")
      #expect(answer.code == 0)
      #expect(!answer.output.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(question)")
    }
  }

  @Test(
    "the schemas are those that are kept with the documentation",
    arguments: ["case", "negotiation", "conflict", "decision"])
  func schemaIsTheOneThatIsKept(file: String) throws {
    let answer = try Command.run("schema", file)
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(try answer.json()["$schema"] is String)
    let kept = try Data(contentsOf: Command.repository.appending(path: "Documentation/\(file).schema.json"))
    let isKept = Data(answer.output.utf8) == kept  // told as yes or no: the difference would be pages of bytes
    #expect(isKept, "run 'make schema' and commit what it writes")
  }
}
