import ArgumentParser
import Foundation
import Reporting

/// Where the page of an answer goes, if anywhere.
struct PageChoice: ParsableArguments {
  @Option(
    help: "A folder to write the answer to as a page with charts, with its tables and JSON.", completion: .directory,
    transform: path)
  var out: String?

  /// Refuses a folder that plainly cannot be written before anything is computed.
  func check() throws { if let out { try refuseUnwritable(out) } }

  /// Writes the page if one was asked for.
  ///
  /// - Returns: Where it can be read; nil where none was asked for.
  func write(_ report: () throws(ReportingError) -> Report) throws -> String? {
    guard let out else { return nil }
    let report = try refusing { () throws(ReportingError) in try report() }
    try refusing(exitCode: 2) { () throws(ReportingError) in try ReportFiles(report).write(to: URL(filePath: out)) }
    return "\(out)/report.html"
  }
}

/// Refuses a folder that plainly cannot be written before minutes are spent on what would go there.
func refuseUnwritable(_ folder: String) throws {
  let files = FileManager.default
  var place = URL(filePath: folder).standardizedFileURL
  var isFolder: ObjCBool = false
  while !files.fileExists(atPath: place.path, isDirectory: &isFolder), place.path != "/" {
    place.deleteLastPathComponent()
  }
  guard isFolder.boolValue else {
    throw Refusal(exitCode: 2, "\(folder): cannot be written: '\(place.path)' is a file; choose another folder")
  }
  guard files.isWritableFile(atPath: place.path) else {
    throw Refusal(
      exitCode: 2, "\(folder): cannot be written: '\(place.path)' takes no files from you; choose another folder")
  }
}
