import Foundation
import RegionalCases
import Studies

/// The worked cases of the repository, read once, and folders to write others into.
enum StudiedCases {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func folder(of example: String) -> String { repository.appending(path: "Examples/\(example)").path }

  static func example(_ name: String) throws -> RegionalCase { try RegionalCase(contentsOf: folder(of: name)) }

  /// The findings of an example; few draws, for a test has to be quick.
  static func findings(of example: String, seed: UInt64? = nil, draws: Int) throws -> Findings {
    let regionalCase = try self.example(example)
    return try Study(regionalCase, folder: folder(of: example), seed: seed, draws: draws).findings()
  }

  /// A scaffolded case with some of its text replaced, read from a folder that is gone afterwards.
  static func scaffold<Answer>(
    _ family: ProblemFamily, replacing changes: [(String, String)] = [], files: [String: String] = [:],
    _ body: (RegionalCase, _ folder: String) throws -> Answer
  ) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try CaseScaffold.write(to: folder.path, family: family)
    let file = folder.appending(path: "case.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in changes {
      guard text.contains(old) else { throw NotInTheScaffold(text: old) }
      text = text.replacing(old, with: new)
    }
    try Data(text.utf8).write(to: file)
    for (name, content) in files { try Data(content.utf8).write(to: folder.appending(path: name)) }
    return try body(RegionalCase(contentsOf: folder.path), folder.path)
  }

  struct NotInTheScaffold: Error { let text: String }
}
