import Foundation
import Testing

@Suite struct StudyTalksTests {
  @Test("the negotiation beside a case is a section of its report, and part of its findings and tables")
  func section() throws {
    try withFolder { folder in
      let out = folder.appending(path: "report")
      let answer = try Command.run(
        "study", "Examples/xinan-river", "--out", out.path, "--json", "--draws", "0", "--seed", "1")
      #expect(answer.code == 0)
      let files = try contents(of: out)
      let page = String(decoding: try #require(files["report.html"]), as: UTF8.self)
      for id in ["negotiation", "frontier-chart", "gain-chart", "concession-chart"] {
        #expect(page.contains("id=\"\(id)\""), "\(id)")
      }
      #expect(files["tables/frontier.csv"] != nil && files["tables/concessions.csv"] != nil)
      let told = try #require(try answer.json()["negotiation"] as? [String: Any])
      let alone = try Command.run("negotiate", "Examples/xinan-river", "--json").json()
      #expect(NSDictionary(dictionary: told) == NSDictionary(dictionary: alone))
    }
  }

  @Test("a faulty negotiation beside a case is refused with its faults, and nothing is written")
  func faults() throws {
    try withCase { home in
      try Data("title: nothing\n".utf8).write(to: home.appending(path: "negotiation.yaml"))
      let out = home.deletingLastPathComponent().appending(path: "report")
      let answer = try Command.run("study", home.path, "--out", out.path, "--draws", "0")
      #expect(answer.code == 1 && answer.output == "")
      #expect(answer.complaint.contains("/negotiation.yaml:1:1: error: "))
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }
}
