import Foundation
import Testing

@Suite struct PageChoiceTests {
  static let questions = [
    ["conflict", "Literature/hipel-fang-kilgour-haight-1993/elmira.yaml"],
    ["decide", "Literature/stokman-van-oosten-1994/toll.yaml"],
  ]

  @Test("writes the answer as a page with its tables, and says where", arguments: questions)
  func writesThePage(question: [String]) throws {
    try withFolder { folder in
      let out = folder.appending(path: "page")
      let answer = try Command.run(question[0], question[1], "--out", out.path, "--lang", "zh")
      #expect(answer.code == 0 && answer.output == "\(out.path)/report.html\n")
      let files = try contents(of: out)
      #expect(files["report.html"].map { String(decoding: $0, as: UTF8.self).contains("lang=\"zh-Hans\"") } == true)
      #expect(files.keys.count { $0.hasPrefix("tables/") } >= 4)
      let printed = try Command.run(question[0], question[1], "--json")
      #expect(files["findings.json"] == Data(printed.output.utf8))
    }
  }

  @Test("refuses a folder that is a file before it computes", arguments: questions)
  func refusesAFile(question: [String]) throws {
    try withFolder { folder in
      let file = folder.appending(path: "taken")
      try Data("mine".utf8).write(to: file)
      let answer = try Command.run(question[0], question[1], "--out", file.path)
      #expect(answer.code == 2 && answer.output.isEmpty)
      #expect(
        answer.complaint
          == "Error: \(file.path): cannot be written: '\(file.path)' is a file; choose another folder\n")
    }
  }
}
