import Foundation
import RegionalCases

/// Negotiations to study: an example of the house, and small ones written down as a user would.
enum TalkFiles {
  static func xinan() throws -> NegotiationFile {
    try NegotiationFile(contentsOf: StudiedCases.folder(of: "xinan-river"))
  }

  static func read(_ text: String) throws -> NegotiationFile {
    let file = FileManager.default.temporaryDirectory.appending(path: "talk-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try NegotiationFile(contentsOf: file.path)
  }

  /// One issue with two options between two parties: their scores of the options, and what no deal is worth to each.
  static func pair(
    _ issue: String, _ options: (String, String), up: (Double, Double), down: (Double, Double),
    reservations: (up: Double, down: Double), rest: String = ""
  ) throws -> NegotiationFile {
    func party(_ name: String, _ scores: (Double, Double), _ reservation: Double) -> String {
      """
        - name: \(name)
          preferences:
            \(issue): {weight: 1, scores: {\(options.0): \(scores.0), \(options.1): \(scores.1)}}
          reservation: \(reservation)
      """
    }
    return try read(
      """
      title: {en: "The \(issue)", zh: 议题}
      agenda:
        - {name: \(issue), choices: [\(options.0), \(options.1)]}
      parties:
      \(party("up", up, reservations.up))
      \(party("down", down, reservations.down))
      \(rest)
      """)
  }

  /// Nobody's water can be cleaned alone: whatever is agreed, one of the two loses.
  static func water() throws -> NegotiationFile {
    try pair("water", ("dirty", "clean"), up: (30, 0), down: (0, 60), reservations: (30, 20))
  }

  /// Nor can the railway be built alone.
  static func rail() throws -> NegotiationFile {
    try pair("rail", ("none", "built"), up: (0, 80), down: (50, 0), reservations: (20, 30))
  }
}
