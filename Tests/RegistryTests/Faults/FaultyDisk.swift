import CrashStorage
import Foundation

/// A folder on a disk whose power and whose calls fail when a test says so.
///
/// While one exists, SQLite's calls on the files of its folder are noted (see `CrashStorage.h`); databases are opened
/// as ever. The folder is deleted with the disk.
///
/// `@unchecked Sendable` is sound: the only stored values are constants, and every function of `CrashStorage` takes that
/// library's lock before it touches what the pointer refers to.
final class FaultyDisk: @unchecked Sendable {
  /// The calls that are counted and can be made to fail.
  struct Calls: OptionSet, Hashable, CustomStringConvertible {
    let rawValue: Int
    static let read = Calls(rawValue: CRASH_STORAGE_READ)
    static let write = Calls(rawValue: CRASH_STORAGE_WRITE)
    static let sync = Calls(rawValue: CRASH_STORAGE_SYNC)
    static let truncate = Calls(rawValue: CRASH_STORAGE_TRUNCATE)
    static let open = Calls(rawValue: CRASH_STORAGE_OPEN)
    static let delete = Calls(rawValue: CRASH_STORAGE_DELETE)
    static let map = Calls(rawValue: CRASH_STORAGE_MAP)
    static let any = Calls(rawValue: CRASH_STORAGE_ANY_CALL)

    var description: String {
      let names = ["read", "write", "sync", "truncate", "open", "delete", "map"]
      return names.indices.filter { rawValue >> $0 & 1 == 1 }.map { names[$0] }.joined(separator: "+")
    }
  }

  /// The files of a database, by how SQLite opens them.
  struct Files: OptionSet {
    let rawValue: Int
    static let database = Files(rawValue: CRASH_STORAGE_DATABASE)
    static let wal = Files(rawValue: CRASH_STORAGE_WAL)
    static let journal = Files(rawValue: CRASH_STORAGE_JOURNAL)
    static let any = Files(rawValue: CRASH_STORAGE_ANY_FILE)
    /// The names in the folder; only for ``FaultyDisk/lieAboutSyncs(of:)``.
    static let folder = Files(rawValue: CRASH_STORAGE_FOLDER)
  }

  /// How a call fails.
  enum Failure: Int {
    case ioError = 0
    case full = 1
  }

  let folder: String
  private let storage: OpaquePointer

  /// A new, empty disk.
  convenience init() throws {
    try self.init(adopting: FileManager.default.temporaryDirectory.path + "/disk-\(UUID().uuidString)")
  }

  /// Takes what the folder holds as synced; the folder is made when it does not exist.
  private init(adopting folder: String) throws {
    guard crash_storage_install() == 0 else { throw CocoaError(.featureUnsupported) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard let storage = crash_storage_open(folder) else { throw CocoaError(.fileReadUnknown) }
    self.folder = folder
    self.storage = storage
  }

  deinit {
    crash_storage_close(storage)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The number of changes to the folder's files so far.
  var moment: Int64 { crash_storage_moment(storage) }

  /// The disk as it is when the power comes back that went after the first `moment` changes.
  func afterPowerLoss(at moment: Int64, seed: UInt64) throws -> FaultyDisk {
    let folder = FileManager.default.temporaryDirectory.path + "/disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard crash_storage_crash(storage, moment, seed, folder) >= 0 else { throw CocoaError(.fileWriteUnknown) }
    return try FaultyDisk(adopting: folder)
  }

  /// Makes the `nth` of the `calls` from now on fail, once or from then on for ever.
  func fail(_ calls: Calls, nth: Int64, forever: Bool, _ failure: Failure = .ioError) {
    crash_storage_fail(storage, Int32(calls.rawValue), nth, forever ? 1 : 0, Int32(failure.rawValue))
  }

  /// Lets every call through again.
  func heal() { crash_storage_heal(storage) }

  /// How many calls were made to fail.
  var failures: Int64 { crash_storage_failures(storage) }

  /// How many of the `calls` on the `files` were made.
  func count(_ calls: Calls, on files: Files = .any) -> Int64 {
    crash_storage_count(storage, Int32(calls.rawValue), Int32(files.rawValue))
  }

  /// From now on syncs of the `files` report success and do nothing.
  func lieAboutSyncs(of files: Files) { crash_storage_lie_about_syncs(storage, Int32(files.rawValue)) }
}
