import Foundation

/// A report as files in a folder: `report.html`, `findings.json` and `tables/*.csv`.
public struct ReportFiles: Sendable {
  private let report: Report

  /// The files of `report`.
  public init(_ report: Report) { self.report = report }

  /// The paths of the files within the folder, in the order they are written.
  public var paths: [String] {
    ["report.html", "findings.json"] + report.tables.map { "tables/\($0.name).csv" }
  }

  /// Writes the files, replacing those of an earlier run and removing its tables that are no more.
  ///
  /// Every file is first written under a temporary name beside its place; only when all of them are
  /// whole do they take their names, so a reader never meets half a file and a full disk costs nothing
  /// that was there. What a run that was killed left under such names is removed. Files that are not a
  /// report's are left alone.
  ///
  /// - Parameter folder: made when it does not exist.
  /// - Throws: ``ReportingError/inTheWay(path:isFolder:)`` before anything is written, or
  ///   ``ReportingError/cannotWrite(path:reason:)``; no temporary file and no empty folder is left behind.
  public func write(to folder: URL) throws(ReportingError) {
    let tables = folder.appendingPathComponent("tables", isDirectory: true)
    for place in [folder, tables] { try requireNoFile(at: place) }
    for path in paths { try requireNoFolder(at: folder.appendingPathComponent(path)) }
    let made = missing(tables)
    var pending: [(temporary: URL, final: URL)] = []
    do throws(ReportingError) {
      for place in made.reversed() { try makeFolder(place) }
      for (path, text) in contents {
        let final = folder.appendingPathComponent(path)
        let temporary = final.deletingLastPathComponent()
          .appendingPathComponent(".\(final.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).partial")
        pending.append((temporary, final))
        try write(text, to: temporary)
      }
      for (temporary, final) in pending { try rename(temporary, to: final) }
    } catch {
      for (temporary, _) in pending { try? FileManager.default.removeItem(at: temporary) }
      for folder in made { rmdir(folder.path) }  // Only an empty folder goes.
      throw error
    }
    let current = Set(report.tables.map(\.name))
    for name in ReportTable.names where !current.contains(name) {
      let stale = tables.appendingPathComponent("\(name).csv")
      guard FileManager.default.fileExists(atPath: stale.path) else { continue }
      do { try FileManager.default.removeItem(at: stale) } catch { throw refusal(stale, error) }
    }
    removeLeftovers(in: folder, of: ["report.html", "findings.json"])
    removeLeftovers(in: tables, of: ReportTable.names.map { "\($0).csv" })
  }

  /// Removes the temporary files of runs that are no more.
  ///
  /// One that cannot be removed stays: the report is whole without it.
  private func removeLeftovers(in folder: URL, of files: [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 3, parts[0].isEmpty, parts.last == "partial", let process = Int32(parts[parts.count - 2]),
        process > 0, files.contains(parts[1..<parts.count - 2].joined(separator: ".")), !isRunning(process)
      else { continue }
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  /// Whether another process of that number may still be writing; our own has written all it had to.
  private func isRunning(_ process: Int32) -> Bool {
    guard process != ProcessInfo.processInfo.processIdentifier else { return false }
    // Signal 0 reaches nobody: it only asks.
    return kill(process, 0) == 0 || errno != ESRCH
  }

  private func requireNoFile(at place: URL) throws(ReportingError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), !isFolder.boolValue {
      throw .inTheWay(path: place.path, isFolder: false)
    }
  }

  private func requireNoFolder(at place: URL) throws(ReportingError) {
    // Unlike a folder, a link to one gives way to a file.
    let type = try? FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType
    if type == .typeDirectory { throw .inTheWay(path: place.path, isFolder: true) }
  }

  /// `folder` and those around it that do not exist, from the inside out.
  private func missing(_ folder: URL) -> [URL] {
    var places: [URL] = []
    var place = folder.standardizedFileURL
    while place.path != "/", !FileManager.default.fileExists(atPath: place.path) {
      places.append(place)
      place.deleteLastPathComponent()
    }
    return places
  }

  private var contents: [(path: String, text: String)] {
    Array(zip(paths, [report.html, report.json] + report.tables.map(\.csv)))
  }

  private func makeFolder(_ folder: URL) throws(ReportingError) {
    // mkdir(2) tells why it cannot; another run may have been quicker.
    guard mkdir(folder.path, 0o777) == 0 || errno == EEXIST else { throw refusal(folder, errno) }
  }

  private func write(_ text: String, to file: URL) throws(ReportingError) {
    do { try Data(text.utf8).write(to: file) } catch { throw refusal(file, error) }
  }

  private func rename(_ temporary: URL, to final: URL) throws(ReportingError) {
    // rename(2) replaces in one step; FileManager's own move refuses a target that exists.
    guard Foundation.rename(temporary.path, final.path) == 0 else {
      throw refusal(final, errno)
    }
  }

  private func refusal(_ file: URL, _ number: Int32) -> ReportingError {
    refusal(file, because: String(cString: strerror(number)))
  }

  private func refusal(_ file: URL, _ error: any Error) -> ReportingError {
    refusal(file, because: (error as NSError).localizedFailureReason ?? error.localizedDescription)
  }

  /// The system's reason becomes the middle of a sentence: small at its beginning, no stop at its end.
  private func refusal(_ file: URL, because reason: String) -> ReportingError {
    let clause = reason.hasSuffix(".") ? reason.dropLast() : reason[...]
    return .cannotWrite(path: file.path, reason: clause.prefix(1).lowercased() + clause.dropFirst())
  }
}
