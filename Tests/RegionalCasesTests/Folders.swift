import Foundation
import RegionalCases

/// Where the test cases lie, and empty folders to write others into.
enum Folders {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the folders in a folder beside this file, in order.
  static func names(in folder: String) -> [String] {
    let home = tests.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Runs `body` with the path of a folder that is gone afterwards.
  static func withTemporary<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
