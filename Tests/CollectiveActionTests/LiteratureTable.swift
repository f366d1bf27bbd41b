import Foundation

/// A printed table of the Literature folder, as rows of its columns.
struct LiteratureTable {
  let rows: [[String: String]]

  init(_ path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Literature/\(path)"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  func numbers(_ column: String) -> [Double?] { rows.map { Double($0[column] ?? "") } }
}
