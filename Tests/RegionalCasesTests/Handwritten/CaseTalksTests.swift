import Foundation
import RegionalCases
import Testing

@Suite struct CaseTalksTests {
  private func copy(_ file: String, to folder: String, as name: String, replacing change: (String, String)? = nil)
    throws
  {
    var text = try String(contentsOfFile: Handwriting.path(file), encoding: .utf8)
    if let change {
      try #require(text.contains(change.0))
      text = text.replacingOccurrences(of: change.0, with: change.1)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }

  @Test func aFolderWithoutTalksHasNone() throws {
    #expect(try CaseTalks(besideCaseIn: Handwriting.path("Examples/skane-water")) == .none)
  }

  @Test func readsEveryFileThatIsThere() throws {
    try Folders.withTemporary { folder in
      try copy("Examples/xinan-river/negotiation.yaml", to: folder, as: "negotiation.yaml")
      #expect(try CaseTalks(besideCaseIn: folder).conflict == nil)
      try copy("Literature/hipel-fang-kilgour-haight-1993/elmira.yaml", to: folder, as: "conflict.yaml")
      try copy("Literature/stokman-van-oosten-1994/toll.yaml", to: folder, as: "decision.yaml")
      try copy("Literature/stokman-van-oosten-1994/positions.csv", to: folder, as: "positions.csv")
      let talks = try CaseTalks(besideCaseIn: folder)
      #expect(talks.negotiation?.parties.map(\.name) == ["anhui", "zhejiang"])
      #expect(try talks.conflict == ConflictFile(contentsOf: "\(folder)/conflict.yaml"))
      #expect(try talks.decision == DecisionFile(contentsOf: "\(folder)/decision.yaml"))
    }
  }

  @Test func tellsTheFaultsOfAllFilesAtOnce() throws {
    try Folders.withTemporary { folder in
      try copy(
        "Examples/xinan-river/negotiation.yaml", to: folder, as: "negotiation.yaml",
        replacing: ("rounds: 20", "rounds: 0"))
      try Data("title: nothing\n".utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("decision.yaml"))
      let refusal = try #require(throws: CaseFaults.self) { try CaseTalks(besideCaseIn: folder) }
      #expect(refusal.faults.contains { $0.place.file.hasSuffix("negotiation.yaml") && $0.what == "rounds is 0" })
      #expect(refusal.faults.contains { $0.place.file.hasSuffix("decision.yaml") })
    }
  }
}
