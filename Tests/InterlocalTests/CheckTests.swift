import Foundation
import Testing

@Suite struct CheckTests {
  @Test(
    "finds no fault in the examples",
    arguments: [
      "skane-water", "beijing-tianjin-hebei", "xinan-river", "chengdu-chongqing-standards", "yongkang-wuyi-jinyun",
    ])
  func examplesAreSound(name: String) throws {
    let answer = try Command.run("check", "Examples/\(name)")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(!answer.output.contains(": error: "))
    #expect(answer.output.contains("Examples/\(name): no faults"))
  }

  @Test("prints every fault in a line of its own, with its place and its remedy, and leaves 1")
  func printsEveryFault() throws {
    try withFaultyCase { folder in
      let answer = try Command.run("check", folder.path)
      #expect(answer.code == 1)
      #expect(answer.complaint == "")
      #expect(
        answer.output == """
          case.yaml:7:33: error: scale is 'bn'; use one of one, thousand, million, billion
          case.yaml:23:5: error: 'colour' is not a key of a problem; its keys are id, family, title, field, territory, \
          urgency, members, authority, monitor, positions, linkedTo, hierarchy, agencies, jointFacility, spillover, \
          commonStandard, competition, normalForm, provenance
          costs.csv:3:3: error: the worth of B is 'four', which is not a number; \
          write digits with a decimal point, as in 1234.5

          """)
    }
  }

  @Test("tells the same as JSON")
  func tellsFaultsAsJSON() throws {
    try withFaultyCase { folder in
      let answer = try Command.run("check", folder.path, "--json")
      #expect(answer.code == 1)
      #expect(answer.complaint == "")
      let faults = try #require(try answer.json()["faults"] as? [[String: Any]])
      #expect(faults.count == 3)
      let first = try #require(faults.first)
      #expect(first["file"] as? String == "case.yaml")
      #expect(first["line"] as? Int == 7)
      #expect(first["column"] as? Int == 33)
      #expect(first["what"] as? String == "scale is 'bn'")
      #expect(first["remedy"] as? String == "use one of one, thousand, million, billion")
      #expect(first["severity"] as? String == "error")
    }
  }

  @Test("tells warnings as JSON and leaves 0")
  func tellsWarningsAsJSON() throws {
    let answer = try Command.run("check", "Examples/skane-water", "--json")
    #expect(answer.code == 0)
    let told = try answer.json()
    #expect((told["faults"] as? [Any])?.isEmpty == true)
    let warnings = try #require(told["warnings"] as? [[String: Any]])
    #expect(warnings.contains { ($0["what"] as? String)?.contains("A+H+L with M+T: 82.63 < 83") == true })
  }

  @Test("leaves 2 where there is no folder to read")
  func leavesTwoWhereNothingCanBeRead() throws {
    try withFolder { folder in
      try Data("interlocal: 1".utf8).write(to: folder.appending(path: "a-file"))
      let absent = try Command.run("check", "nowhere", in: folder)
      #expect(absent.code == 2)
      #expect(absent.output == "")
      #expect(absent.complaint == "Error: nowhere: there is no such folder\n")
      let file = try Command.run("check", "a-file", in: folder)
      #expect(file.code == 2)
      #expect(file.output == "")
      #expect(file.complaint == "Error: a-file: is a file; give the folder that holds case.yaml\n")
    }
  }

  @Test(
    "every other question refuses a faulty case with the lines of check",
    arguments: [["show"], ["diagnose"], ["appraise"], ["study", "--json"]])
  func othersRefuseFaultyCases(question: [String]) throws {
    try withFaultyCase { folder in
      let answer = try Command.shell("$interlocal \(question.joined(separator: " ")) .", in: folder)
      #expect(answer.code == 1)
      #expect(answer.output == "")
      #expect(answer.complaint.hasPrefix("case.yaml:7:33: error: scale is 'bn'"))
      #expect(answer.complaint.hasSuffix("\n.: 3 faults; nothing was computed\n"))
    }
  }

  private func withFaultyCase(_ body: (URL) throws -> Void) throws {
    try withFolder { folder in
      try Data(
        """
        # A case with a word that means nothing, a key nobody asked for,
        # and a word where a number belongs.
        interlocal: 1
        provenance: {status: assumed}
        case:
          id: two-towns
          money: {currency: EUR, scale: bn}
          title: Two towns
          period: year
        parties:
          - id: A
            name: Upper
            kind: government
            tier: town
          - {id: B, name: Lower, kind: government, tier: town}
        problems:
          - id: first
            family: jointFacility
            title: Water
            field: water
            members: [A, B]
            jointFacility: {costs: {file: costs.csv, coalition: coalition, worth: worth}}
            colour: blue

        """.utf8
      ).write(to: folder.appending(path: "case.yaml"))
      try Data("coalition,worth\nA,3\nB,four\nA+B,5\n".utf8).write(to: folder.appending(path: "costs.csv"))
      try body(folder)
    }
  }
}
