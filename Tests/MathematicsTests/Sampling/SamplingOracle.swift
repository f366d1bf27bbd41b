import Foundation

/// What scipy and SALib found, as `Oracle/sampling.py` wrote it: numbers by name, in the order of the file.
enum SamplingOracle {
  /// The numbers of every line called `name`.
  static func lines(_ name: String) throws -> [[Double]] {
    try all.get().filter { $0.name == name }.map(\.numbers)
  }

  private static let all = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Oracle/sampling.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: ",")
      return (name: String(parts[0]), numbers: parts.dropFirst().compactMap { Double($0) })
    }
  }
}
