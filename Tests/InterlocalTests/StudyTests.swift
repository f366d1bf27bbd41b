import Foundation
import Testing

@Suite struct StudyTests {
  @Test(
    "writes a page, the findings and their tables; the same case and seed give the same bytes",
    arguments: ["jointFacility", "spillover"])
  func writesTheSameReportTwice(family: String) throws {
    try withCase(family) { home in
      let folder = home.deletingLastPathComponent()
      let runs = try ["first", "second"].map { out in
        let answer = try Command.run("study", "case", "--out", out, "--draws", "20", in: folder)
        #expect(answer.code == 0)
        #expect(answer.output == "\(out)/report.html\n")
        #expect(answer.complaint == "")  // no bar where nobody watches
        return try contents(of: folder.appending(path: out))
      }
      let areSame = runs[0] == runs[1]
      #expect(areSame)
      let files = runs[0]
      #expect(files["report.html"].map { String(decoding: $0, as: UTF8.self) }?.hasSuffix("</html>\n") == true)
      #expect(try object(try #require(files["findings.json"]))["caseID"] as? String == "three-neighbours")
      let tables = files.keys.filter { $0.hasPrefix("tables/") }
      #expect(tables.count >= 10)
      #expect(tables.allSatisfy { $0.hasSuffix(".csv") })
      // Nothing else: no temporary file is left.
      #expect(Set(files.keys).subtracting(tables) == ["report.html", "findings.json"])
      for table in tables {
        let text = String(decoding: try #require(files[table]), as: UTF8.self)
        #expect(text.firstMatch(of: /(^|,)-?(nan|inf)(,|$)/.anchorsMatchLineEndings()) == nil, "\(table)")
      }
    }
  }

  @Test("another seed draws other figures, and changes what they say")
  func anotherSeedChangesTheFindings() throws {
    try withCase { home in
      let outlooks = try ["1", "2"].map { seed in
        let answer = try Command.run("study", home.path, "--json", "--draws", "20", "--seed", seed)
        #expect(answer.code == 0)
        let findings = try answer.json()
        #expect(findings["seed"] as? Int == Int(seed))
        return try JSONSerialization.data(
          withJSONObject: try #require((findings["uncertainty"] as? [String: Any])?["forms"] as? [Any]),
          options: .sortedKeys)
      }
      #expect(outlooks[0] != outlooks[1])
    }
  }

  @Test("--json prints the findings, byte for byte as they are written")
  func printsTheFindings() throws {
    try withCase { home in
      let out = home.deletingLastPathComponent().appending(path: "report")
      let answer = try Command.run("study", home.path, "--out", out.path, "--json", "--draws", "5")
      #expect(answer.code == 0)
      #expect(answer.complaint == "")
      let isSame = try contents(of: out)["findings.json"] == Data(answer.output.utf8)
      #expect(isSame)
    }
  }

  @Test("a report in Chinese says so")
  func reportsInChinese() throws {
    try withCase { home in
      let out = home.deletingLastPathComponent().appending(path: "report")
      let answer = try Command.run("study", home.path, "--out", out.path, "--lang", "zh", "--draws", "0")
      #expect(answer.code == 0)
      let page = String(decoding: try #require(try contents(of: out)["report.html"]), as: UTF8.self)
      #expect(page.contains(#"<html lang="zh"#))
      #expect(page.contains("北城"))
    }
  }

  @Test("warnings of the case go to standard error, and nowhere else")
  func warningsGoToStandardError() throws {
    let answer = try Command.run("diagnose", "Examples/skane-water", "--json")
    #expect(answer.code == 0)
    #expect(answer.complaint.hasPrefix("case.yaml:"))
    #expect(answer.complaint.contains(": warning: cheaper apart than together: A+H+L with M+T"))
    #expect(answer.complaint.split(separator: "\n").count == 1)
    _ = try answer.json()
  }

  @Test("a folder that cannot be written is refused at once, and nothing is left behind")
  func refusesFoldersThatCannotBeWritten() throws {
    try withCase { home in
      let folder = home.deletingLastPathComponent().resolvingSymlinksInPath()
      try Data("mine".utf8).write(to: folder.appending(path: "file"))
      let before = try contents(of: folder)
      for out in ["file", "file/deep/report"] {
        let answer = try Command.run("study", "case", "--out", out, "--draws", "0", in: folder)
        #expect(answer.code == 2)
        #expect(answer.output == "")
        #expect(answer.complaint.hasPrefix("Error: \(out): cannot be written: '"))
        #expect(answer.complaint.hasSuffix("/file' is a file; choose another folder\n"))
      }
      #expect(try contents(of: folder) == before)
    }
  }

  @Test("a file that stands where the tables go is refused, and the report before it stays whole")
  func refusesAFileInPlaceOfTheTables() throws {
    try withCase { home in
      let out = home.deletingLastPathComponent().appending(path: "report")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: out.appending(path: "tables"))
      let answer = try Command.run("study", home.path, "--out", out.path, "--draws", "0")
      #expect(answer.code == 2)
      #expect(answer.output == "")
      #expect(answer.complaint == "Error: \(out.path)/tables is a file; move it away, or choose another folder\n")
      #expect(try contents(of: out) == ["tables": Data("mine".utf8)])
    }
  }

  @Test("asks where the report goes when nobody says")
  func asksWhereTheReportGoes() throws {
    let answer = try Command.run("study", "Examples/skane-water")
    #expect(answer.code == 64)
    #expect(answer.output == "")
    #expect(
      answer.complaint.hasPrefix("Error: say where the report goes with --out FOLDER, or ask for --json\n"))
  }
}
