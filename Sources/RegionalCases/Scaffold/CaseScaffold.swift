import Foundation

/// Writes a small complete case of fictional members for an author to replace piece by piece.
public enum CaseScaffold {
  /// Writes a case of `family` into `folder`, which must be empty or not be there yet.
  ///
  /// Everything is written beside the folder first and then renamed, so that nobody ever meets half a case.
  /// - Throws: ``ScaffoldError`` when the folder holds anything or cannot be written.
  public static func write(to folder: String, family: ProblemFamily) throws(ScaffoldError) {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    if files.fileExists(atPath: folder, isDirectory: &isDirectory) {
      guard isDirectory.boolValue else { throw ScaffoldError(path: folder, reason: .isAFile) }
      guard let held = try? files.contentsOfDirectory(atPath: folder) else {
        throw ScaffoldError(path: folder, reason: .cannotWrite)
      }
      guard held.isEmpty else { throw ScaffoldError(path: folder, reason: .isNotEmpty) }
    }
    let home = URL(fileURLWithPath: folder).standardizedFileURL
    let draft = home.deletingLastPathComponent().appendingPathComponent(
      ".\(home.lastPathComponent)-\(UUID().uuidString)")
    do {
      try files.createDirectory(at: draft, withIntermediateDirectories: true)
      for (name, text) in self.files(of: family) {
        try Data(text.utf8).write(to: draft.appendingPathComponent(name))
      }
      // Unlike moving, renaming takes the place of an empty folder in one step.
      guard rename(draft.path, home.path) == 0 else { throw ScaffoldError(path: folder, reason: .cannotWrite) }
    } catch {
      try? files.removeItem(at: draft)
      throw ScaffoldError(path: folder, reason: .cannotWrite)
    }
  }

  /// The files of a case of `family`: each name with its text, `case.yaml` first.
  static func files(of family: ProblemFamily) -> [(name: String, text: String)] {
    let block = ScaffoldText.block(of: family)
    return [("case.yaml", ScaffoldText.head(of: family) + block.yaml + ScaffoldText.tail)] + block.files
  }
}

/// Why no case could be written into a folder.
public struct ScaffoldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable { case isNotEmpty, isAFile, cannotWrite }

  /// The folder that was named.
  public let path: String
  /// What stands in the way.
  public let reason: Reason

  /// The folder, what stands in the way, and what to do.
  public var description: String {
    switch reason {
    case .isNotEmpty: "\(path): the folder is not empty; name one that is, or a new one"
    case .isAFile: "\(path): is a file; name a folder"
    case .cannotWrite: "\(path): cannot be written; name a folder in a place where you may write"
    }
  }
}
