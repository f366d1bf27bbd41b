import Foundation

/// Files that only the owner of the record may read, from the first moment on.
enum SecretFile {
  /// Creates an empty file with mode 0600; one that is there keeps what it holds and gets that mode.
  ///
  /// - Throws: ``StorageError`` when it cannot be created, or is not ours.
  static func create(_ path: String) throws(StorageError) {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .failed(path, fault: String(cString: strerror(errno))) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0 else {
      throw .failed(path, fault: "others may read it, and that cannot be changed: \(String(cString: strerror(errno)))")
    }
  }

  /// The bytes of a file, which is written from `fresh` when there is none.
  ///
  /// Two processes that begin at the same time read the same bytes: the file appears under its name only when it is
  /// whole, and only once.
  static func bytes(at path: String, orFresh fresh: () -> [UInt8]) throws(StorageError) -> [UInt8] {
    if let bytes = FileManager.default.contents(atPath: path) { return Array(bytes) }
    let part = "\(path).\(UUID().uuidString)"
    let file = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .failed(path, fault: String(cString: strerror(errno))) }
    defer { unlink(part) }
    let bytes = fresh()
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    let isOnDisk = fsync(file) == 0
    close(file)
    guard written == bytes.count, isOnDisk else { throw .failed(path, fault: "the key cannot be written") }
    guard link(part, path) == 0 || errno == EEXIST else {
      throw .failed(path, fault: String(cString: strerror(errno)))
    }
    guard let there = FileManager.default.contents(atPath: path) else {
      throw .failed(path, fault: "the key cannot be read")
    }
    return Array(there)
  }
}
