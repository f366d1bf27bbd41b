import Foundation

/// The mark on a folder in which a record is being begun: while it is there, the folder holds no record yet.
///
/// Whoever begins holds a lock on the mark, which ends with the process: two cannot begin at once, and what a process
/// that is gone has left can be cleared.
struct RecordBeginning {
  /// The steps of a beginning, in their order.
  enum Step: String, CaseIterable, Sendable {
    case mark, clear, folders, logKey, instanceKey, publicKey, database, log, settle, unmark
  }

  private static let name = ".beginning"
  /// What a beginning makes, and nothing else is ever cleared.
  private static let made = [
    "keys", "log", "record.sqlite", "record.sqlite-wal", "record.sqlite-shm", "record.sqlite-journal",
  ]

  private let url: URL
  private let mark: URL
  private let file: Int32

  /// Locks the mark, unless somebody else has it.
  ///
  /// A program that this one starts at the same moment holds, until it runs, whatever was open here: a lock that was
  /// just given back can look taken for some milliseconds.
  private static func lock(_ file: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(10_000)
    }
    return false
  }

  /// Whether a beginning has not come to its end.
  static func isUnfinished(in url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }

  /// Marks a folder, which is made where there is none.
  ///
  /// - Throws: ``StorageError`` when it holds something else, or somebody is beginning there now.
  init(in url: URL) throws(StorageError) {
    let mark = url.appending(path: Self.name)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch { throw .failed(url.path, fault: error.localizedDescription) }
    var isNew = true
    var file = open(mark.path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST {
      isNew = false
      file = open(mark.path, O_RDWR | O_CLOEXEC)
    }
    guard file >= 0 else { throw .failed(url.path, fault: String(cString: strerror(errno))) }
    (self.url, self.mark, self.file) = (url, mark, file)
    // The name must still be that of the file that is locked: whoever was faster may have come to the end meanwhile.
    guard Self.lock(file), Self.names(file, mark.path) else {
      close(file)
      throw .failed(url.path, fault: "somebody is beginning a record here")
    }
    let others = Self.contents(of: url).filter { $0 != Self.name && (isNew || !Self.made.contains($0)) }
    guard others.isEmpty else {
      if isNew { unlink(mark.path) }
      close(file)
      throw .notARecord(url.path, fault: "the folder is not empty")
    }
  }

  /// Removes what an attempt that broke off has left.
  func clear() throws(StorageError) {
    for name in Self.contents(of: url) where Self.made.contains(name) {
      do {
        try FileManager.default.removeItem(at: url.appending(path: name))
      } catch { throw .failed(url.path, fault: error.localizedDescription) }
    }
  }

  /// Brings keys and names to the disk: no record may be used whose keys a loss of power could take.
  func settle() throws(StorageError) {
    for name in ["keys/log.key", "keys/instance.key", "keys/log.pub", "keys", "."] {
      try Self.settle(url.appending(path: name).path)
    }
    try Self.settle(url.deletingLastPathComponent().path)
  }

  /// Takes the mark away: from now on there is a record.
  func finish() throws(StorageError) {
    guard unlink(mark.path) == 0 else { throw .failed(url.path, fault: String(cString: strerror(errno))) }
    try Self.settle(url.path)
  }

  /// Ends the lock.
  func release() { close(file) }

  private static func contents(of url: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }

  private static func names(_ file: Int32, _ path: String) -> Bool {
    var (held, found) = (stat(), stat())
    return fstat(file, &held) == 0 && stat(path, &found) == 0 && held.st_ino == found.st_ino
      && held.st_dev == found.st_dev
  }

  private static func settle(_ path: String) throws(StorageError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .failed(path, fault: String(cString: strerror(errno))) }
    defer { close(file) }
    // Some file systems cannot sync a folder.
    guard fsync(file) == 0 || errno == EINVAL else {
      throw .failed(path, fault: String(cString: strerror(errno)))
    }
  }
}
