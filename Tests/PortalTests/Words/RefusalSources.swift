import Foundation

/// What the sources of the record say when they refuse: every text literal of theirs, as the pattern of a sentence.
enum RefusalSources {
  /// A text literal in a source.
  struct Literal {
    let file: String
    let pattern: String
    /// The line in front of it.
    let before: String
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Registry")

  /// Where decisions are made, and where money is refused.
  private static let folders = [
    "Members", "Docket", "Evaluations", "Reports", "Incentives", "Agreements", "Negotiation", "Verifications",
    "Accounting", "Record",
  ]

  /// Every literal of these folders, and of the words of money.
  static func literals() throws -> [Literal] {
    let files = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
    }
    let money = sources.appending(path: "Money/MoneyError.swift")
    return try (files.filter { $0.pathExtension == "swift" } + [money]).flatMap { file in
      literals(in: try String(contentsOf: file, encoding: .utf8), of: file.lastPathComponent)
    }
  }

  /// The literals of Swift code, outside comments; a gap is numbered in the order of the code.
  static func literals(in code: String, of file: String) -> [Literal] {
    var found: [Literal] = []
    for line in joined(code) {
      var rest = Substring(line)
      while let quote = rest.firstIndex(of: "\"") {
        let (pattern, end) = literal(in: rest[rest.index(after: quote)...])
        found.append(Literal(file: file, pattern: pattern, before: String(line[..<quote])))
        rest = rest[end...]
      }
    }
    return found
  }

  /// Lines of code without comments.
  private static func joined(_ code: String) -> [Substring] {
    code.split(separator: "\n").compactMap { line in
      line.drop { $0 == " " }.hasPrefix("//") ? nil : line.split(separator: "  // ").first
    }
  }

  /// The pattern of a literal that begins here, and the place behind its closing quote.
  private static func literal(in code: Substring) -> (String, Substring.Index) {
    var (pattern, gaps) = ("", 0)
    var place = code.startIndex
    while place < code.endIndex, code[place] != "\"" {
      guard code[place] == "\\" else {
        pattern.append(code[place])
        place = code.index(after: place)
        continue
      }
      place = code.index(after: place)
      guard place < code.endIndex, code[place] == "(" else { continue }
      gaps += 1
      pattern += "{\(gaps)}"
      var depth = 0
      repeat {
        if code[place] == "\"" { place = code.index(before: literal(in: code[code.index(after: place)...]).1) }
        depth += code[place] == "(" ? 1 : code[place] == ")" ? -1 : 0
        place = code.index(after: place)
      } while depth > 0 && place < code.endIndex
    }
    return (pattern, place < code.endIndex ? code.index(after: place) : place)
  }
}
