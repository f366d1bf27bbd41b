import Foundation
import RegionalCases
import Registry
import Synchronization

/// One version of a case: its folder as it was read, under the digest of every file in it.
struct CaseEdition: Sendable {
  let folder: URL
  /// The SHA-256 of names and contents, in hexadecimal digits: another file, another version.
  let digest: String
  /// The case; nothing when it has faults.
  let regionalCase: RegionalCase?
  /// What is wrong or odd in it, a line each.
  let faults, warnings: [String]

  /// The problem asked for, else the one the case puts first; nothing when it has no such problem.
  func problem(_ asked: String?) -> Problem? {
    guard let regionalCase else { return nil }
    guard let asked else {
      return regionalCase.studySettings.problem.flatMap { regionalCase.problem($0) } ?? regionalCase.problems.first
    }
    return regionalCase.problem(asked)
  }
}

/// The cases of a region: figures about its problems, as folders beside the record.
///
///     cases/region/case.yaml   the region's own case
///     cases/PD-19/case.yaml    the case of one problem of the docket
///
/// Whoever keeps the server puts them there. A case is read again when one of its files has changed.
final class CaseShelf: Sendable {
  private struct Kept {
    let marks: [String]
    let edition: CaseEdition
  }

  private let folder: URL
  private let kept = Mutex<[String: Kept]>([:])

  /// - Parameter folder: the folder of the record.
  init(in folder: URL) { self.folder = folder.appending(path: "cases", directoryHint: .isDirectory) }

  /// The region's own case; nothing when there is none.
  func regions() -> CaseEdition? { edition("region") }

  /// The case of one problem of the docket; nothing when it has none of its own.
  func edition(of file: ObjectID) -> CaseEdition? { edition(file.description) }

  private func edition(_ name: String) -> CaseEdition? {
    let place = folder.appending(path: name, directoryHint: .isDirectory)
    let files = Self.files(in: place)
    guard files.contains(where: { $0.name == "case.yaml" }) else {
      kept.withLock { $0[name] = nil }
      return nil
    }
    let marks = files.map(\.mark)
    if let known = kept.withLock({ $0[name] }), known.marks == marks { return known.edition }
    let edition = Self.read(place)
    kept.withLock { $0[name] = Kept(marks: marks, edition: edition) }
    return edition
  }

  private static func read(_ place: URL) -> CaseEdition {
    let digest = digest(of: place)
    do throws(CaseUnreadable) {
      let report = try RegionalCase.check(folder: place.path)
      return CaseEdition(
        folder: place, digest: digest, regionalCase: report.case, faults: report.faults.map(\.description),
        warnings: report.warnings.map(\.description))
    } catch {
      return CaseEdition(folder: place, digest: digest, regionalCase: nil, faults: ["\(error)"], warnings: [])
    }
  }

  /// The SHA-256 of the folder: of every file its name, its length and its bytes, in the order of the names.
  static func digest(of place: URL) -> String {
    var bytes: [UInt8] = []
    for file in files(in: place) {
      let contents = FileManager.default.contents(atPath: place.appending(path: file.name).path) ?? Data()
      bytes += Array("\(file.name)\n\(contents.count)\n".utf8)
      bytes += contents
    }
    return LogHash(sha256: bytes).hex
  }

  /// The plain files of the folder and of those in it, by name; what is hidden does not belong to a case.
  private static func files(in place: URL) -> [(name: String, mark: String)] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
    var found: [(name: String, mark: String)] = []
    for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let path = place.appending(path: name).path
      guard let known = try? FileManager.default.attributesOfItem(atPath: path),
        known[.type] as? FileAttributeType == .typeRegular
      else { continue }
      let changed = (known[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      found.append((name, "\(name) \((known[.size] as? NSNumber)?.intValue ?? 0) \(changed)"))
    }
    return found.sorted { $0.name < $1.name }
  }
}
