import Foundation
import Registry
import Testing

/// A packet on the terminal: a problem of a new record, as HTML and, by the browser that the portal's tests need too,
/// as PDF.
@Suite struct PacketTests {
  private func withProblem(_ body: (_ home: URL) throws -> Void) throws {
    try withFolder { home in
      let begun = try Command.run(
        words: [
          "init", "--data", "data", "--origin", "rivers.example/log", "--name", "Two Counties", "--name-zh", "两县",
          "--currency", "CNY", "--zone", "Asia/Shanghai", "--field", "water", "--office", "Joint Office",
          "--administrator", "First administrator",
        ], in: home)
      try #require(begun.code == 0, "\(begun.complaint)")
      let folder = try RecordFolder(at: home.appending(path: "data"))
      _ = try folder.ledger.submitAndWait(
        Order(
          DocketFile.self,
          .draft(title: "Green water", field: "water", description: "Every May the river turns green below the dam.")),
        by: .visitor, key: CommandKey())
      try folder.publish()
      try folder.close()
      try body(home)
    }
  }

  private func packet(_ words: String..., in home: URL) throws -> Command.Answer {
    try Command.run(words: ["packet"] + words + ["--data", "data"], in: home)
  }

  @Test("is a page that needs nothing else, in English and in Chinese")
  func html() throws {
    try withProblem { home in
      #expect(try packet("PD-1", "--out", "one.html", in: home).code == 0)
      #expect(try packet("PD-1", "--out", "two.html", "--lang", "zh", in: home).code == 0)
      for (name, words) in [("one.html", "How to check this paper"), ("two.html", "如何核验本卷宗")] {
        let page = try String(contentsOf: home.appending(path: name), encoding: .utf8)
        #expect(page.contains(words) && page.contains("Every May the river turns green below the dam."))
        #expect(page.contains("rivers.example/log+") && !page.contains("<script"))
      }
    }
  }

  @Test("is a PDF of two sheets with its title")
  func pdf() throws {
    try withProblem { home in
      let answer = try packet("PD-1", "--out", "one.pdf", in: home)
      try #require(answer.code == 0, "\(answer.complaint); install it with 'scripts/setup.sh chromium'")
      let file = try Data(contentsOf: home.appending(path: "one.pdf"))
      #expect(file.starts(with: Data("%PDF-".utf8)))
      let text = String(decoding: file, as: Unicode.ASCII.self)
      #expect(text.contains("/Count 2"), "the title and the proof")
      // A4 in points.
      #expect(text.contains("/MediaBox [0 0 594.95996 841.91998]") || text.contains("/MediaBox [0 0 595"))
      let title = "Packet: Green water".utf16.map { String($0, radix: 16).uppercased() }
      let hexadecimal = title.map { String(repeating: "0", count: 4 - $0.count) + $0 }.joined()
      #expect(text.contains(hexadecimal) || text.contains("Packet: Green water"), "the title")
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() == ["data", "one.pdf"])
    }
  }

  @Test("is refused with what to do, and nothing is left behind")
  func refused() throws {
    try withProblem { home in
      let absent = try packet("PD-1", "--out", "one.pdf", "--browser", "no-such-browser", in: home)
      #expect(absent.code == 2 && absent.complaint.contains("install the package chromium"))
      // A program that prints nothing.
      let idle = try packet("PD-1", "--out", "one.pdf", "--browser", "true", in: home)
      #expect(idle.code == 2 && idle.complaint.contains("made no PDF"))
      let kind = try packet("BK-1", "--out", "one.html", in: home)
      #expect(kind.code == 1 && kind.complaint.contains("'BK-1' has no packet"))
      let ending = try packet("PD-1", "--out", "one.txt", in: home)
      #expect(ending.code == 1 && ending.complaint.contains("ends neither with .pdf nor with .html"))
      let unknown = try packet("AG-7", "--out", "one.html", in: home)
      #expect(unknown.code == 1 && unknown.complaint.contains("there is no AG-7 that you may see"))
      let nowhere = try packet("PD-1", "--out", "none/one.html", in: home)
      #expect(nowhere.code == 2 && nowhere.complaint.contains("cannot be written"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["data"])
    }
  }
}
