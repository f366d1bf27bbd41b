import Foundation

/// The house as its plan has it: which row each target stands in, and which outside packages it may import.
enum House {
  static let rows: [String: Int] = [
    "interlocal": 8,
    "Portal": 7,
    "Reporting": 6,
    "Studies": 5,
    "Dynamics": 4,
    "Mechanisms": 3, "Registry": 3,
    "Sharing": 2, "Negotiations": 2, "Evidence": 2,
    "CollectiveAction": 1, "Networks": 1,
    "RegionalCases": 0, "Mathematics": 0,
  ]

  /// Mathematics of rows 1 to 4 knows no region.
  static let knowsNoRegion: Set = [
    "Mathematics", "Networks", "CollectiveAction", "Sharing", "Negotiations", "Evidence", "Mechanisms", "Dynamics",
  ]

  /// Each outside package enters through one target.
  static let outside: [String: String] = [
    "ArgumentParser": "interlocal", "Yams": "RegionalCases", "BigInt": "Mathematics", "CLAPACKE": "Mathematics",
    "Hummingbird": "Portal", "HTTPTypes": "Portal", "NIOCore": "Portal", "NIOHTTPTypes": "Portal",
    "ServiceLifecycle": "Portal", "UnixSignals": "Portal", "GRDB": "Registry", "GRDBSQLite": "Registry",
    "Crypto": "Registry",
    "CryptoExtras": "Registry", "CPostgres": "Registry",
  ]

  /// What comes with the language, and the logging interface, any target may use.
  static let everywhere: Set = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Logging", "Glibc", "Musl", "Darwin",
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files of every target under `Sources`, by target.
  static func sources() throws -> [(target: String, file: URL, lines: [String])] {
    var result: [(String, URL, [String])] = []
    for file in try files(under: "Sources") where file.pathExtension == "swift" {
      let target = String(path(of: file).split(separator: "/")[1])
      let text = try String(contentsOf: file, encoding: .utf8)
      result.append((target, file, text.components(separatedBy: "\n")))
    }
    return result
  }

  /// Every file below `folder`, in order of path.
  static func files(under folder: String) throws -> [URL] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isDirectoryKey]) else {
      throw CocoaError(.fileReadNoSuchFile)
    }
    return walk.compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false }
      .sorted { $0.path < $1.path }
  }

  /// A path as written in the repository, such as `Sources/Sharing/Core.swift`.
  static func path(of file: URL) -> String {
    String(file.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1))
  }
}
