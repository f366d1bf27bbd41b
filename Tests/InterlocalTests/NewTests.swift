import Foundation
import Testing

@Suite struct NewTests {
  @Test(
    "what is begun has no faults, and can be shown",
    arguments: ["jointFacility", "spillover", "commonStandard", "competition", "normalForm"])
  func whatIsBegunIsSound(family: String) throws {
    try withFolder { folder in
      let begun = try Command.run("new", "mine", "--family", family, in: folder)
      #expect(begun.code == 0)
      #expect(begun.complaint == "")
      #expect(begun.output.hasSuffix("Next: interlocal check mine\n"))
      let checked = try Command.run("check", "mine", in: folder)
      #expect(checked.code == 0)
      #expect(checked.output == "mine: no faults\n")
      let shown = try Command.run("show", "mine", in: folder)
      #expect(shown.code == 0)
      #expect(shown.output.contains(family))
    }
  }

  @Test(
    "what is begun can be studied, whatever the family",
    arguments: ["jointFacility", "spillover", "commonStandard", "competition", "normalForm"])
  func everyFamilyCanBeStudied(family: String) throws {
    try withCase(family) { home in
      let out = home.deletingLastPathComponent().appending(path: "report")
      let studied = try Command.run("study", home.path, "--out", out.path, "--draws", "3")
      #expect(studied.code == 0)
      #expect(studied.output == "\(out.path)/report.html\n")
      #expect(FileManager.default.fileExists(atPath: out.appending(path: "report.html").path))
      let diagnosed = try Command.run("diagnose", home.path)
      #expect(diagnosed.code == 0)
      #expect(diagnosed.complaint == "")
    }
  }

  @Test("a folder that holds anything is left as it was")
  func leavesFullFoldersAlone() throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: folder.appending(path: ".hidden"))
      let answer = try Command.run("new", folder.path)
      #expect(answer.code == 1)
      #expect(answer.output == "")
      #expect(
        answer.complaint == "Error: \(folder.path): the folder is not empty; name one that is, or a new one\n")
      #expect(try contents(of: folder) == [".hidden": Data("mine".utf8)])
    }
  }

  @Test("an empty folder is filled, and nothing is left beside it")
  func fillsEmptyFolders() throws {
    try withFolder { folder in
      let home = folder.appending(path: "mine")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let answer = try Command.run("new", home.path, "--json")
      #expect(answer.code == 0)
      #expect(try answer.json()["files"] as? [String] == ["case.yaml", "coalition_costs.csv"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine"])
    }
  }

  @Test("a place that cannot be written leaves 2")
  func refusesPlacesThatCannotBeWritten() throws {
    try withFolder { folder in
      try Data().write(to: folder.appending(path: "file"))
      let inside = try Command.run("new", "file/mine", in: folder)
      #expect(inside.code == 2)
      #expect(
        inside.complaint == "Error: file/mine: cannot be written; name a folder in a place where you may write\n")
      let itself = try Command.run("new", "file", in: folder)
      #expect(itself.code == 1)
      #expect(itself.complaint == "Error: file: is a file; name a folder\n")
    }
  }

  @Test("a folder with spaces and Chinese characters in its path is as good as any")
  func takesAnyName() throws {
    try withFolder { folder in
      let begun = try Command.run("new", "长三角 案例/it's mine", in: folder)
      #expect(begun.code == 0)
      #expect(begun.output.hasSuffix("Next: interlocal check '长三角 案例/it'\\''s mine'\n"))
      let next = try #require(begun.output.split(separator: "\n").last?.dropFirst("Next: interlocal ".count))
      let checked = try Command.shell("$interlocal \(next)", in: folder)
      #expect(checked.code == 0)
      #expect(checked.output == "长三角 案例/it's mine: no faults\n")
      let studied = try Command.run(
        "study", "长三角 案例/it's mine", "--out", "报告 1", "--draws", "0", in: folder)
      #expect(studied.code == 0)
      #expect(studied.output == "报告 1/report.html\n")
      #expect(FileManager.default.fileExists(atPath: folder.path + "/报告 1/report.html"))
    }
  }
}
