import Foundation
import RegionalCases
import Testing

@Suite struct CaseScaffoldTests {
  @Test("writes a case without a fault or a warning", arguments: ProblemFamily.allCases)
  func checksClean(family: ProblemFamily) throws {
    try Folders.withTemporary { folder in
      let home = folder + "/new"
      try CaseScaffold.write(to: home, family: family)
      let report = try RegionalCase.check(folder: home)
      #expect(report.description == "")
      let found = try #require(report.case)
      #expect(found.problems.map(\.family.name) == [family])
      #expect(found.problems[0].members == ["north", "middle", "south"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["new"])
    }
  }

  @Test func fillsAnEmptyFolder() throws {
    try Folders.withTemporary { folder in
      try CaseScaffold.write(to: folder, family: .jointFacility)
      #expect(FileManager.default.fileExists(atPath: folder + "/coalition_costs.csv"))
    }
  }

  @Test func refusesAFolderThatHoldsAnything() throws {
    try Folders.withTemporary { folder in
      try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
      #expect {
        try CaseScaffold.write(to: folder, family: .spillover)
      } throws: {
        "\($0)" == "\(folder): the folder is not empty; name one that is, or a new one"
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
    }
  }

  @Test func refusesAFile() throws {
    try Folders.withTemporary { folder in
      let file = folder + "/file"
      try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
      #expect {
        try CaseScaffold.write(to: file, family: .spillover)
      } throws: {
        "\($0)" == "\(file): is a file; name a folder"
      }
    }
  }
}
