import Foundation
import RegionalCases

/// Texts of files, read as if they lay on a disk.
enum Handwriting {
  /// What `read` makes of a file called `name` with this text.
  static func read<Contents>(
    _ text: String, as name: String, beside others: [String: String] = [:], _ read: (String) throws -> Contents
  ) throws -> Contents {
    try Self.read(Data(text.utf8), as: name, beside: others, read)
  }

  static func read<Contents>(
    _ data: Data, as name: String, beside others: [String: String] = [:], _ read: (String) throws -> Contents
  ) throws -> Contents {
    try Folders.withTemporary { folder in
      for (other, text) in others { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + other)) }
      try data.write(to: URL(fileURLWithPath: folder + "/" + name))
      return try read(folder + "/" + name)
    }
  }

  /// What is said of a file with this text, the folder taken out of every place; empty for a sound one.
  static func faults<Contents>(
    of text: String, as name: String, beside others: [String: String] = [:], _ read: (String) throws -> Contents
  ) throws -> String {
    try Self.read(text, as: name, beside: others) { path in
      do {
        _ = try read(path)
        return ""
      } catch {
        let folder = (path as NSString).deletingLastPathComponent
        return "\(error)".replacingOccurrences(of: folder + "/", with: "")
      }
    }
  }

  /// The path of a file in the repository.
  static func path(_ name: String) -> String { Folders.repository.appendingPathComponent(name).path }
}
