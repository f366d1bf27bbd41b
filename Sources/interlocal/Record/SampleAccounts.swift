import Foundation
import Registry

/// The accounts of the sample region in a file beside its record, so that whoever set it up can look them up again.
/// Accounts of real people are never written so.
enum SampleAccounts {
  /// The name of the file in the folder of the record.
  static let fileName = "sample-accounts.txt"

  /// Writes the file; only its owner can read it from the first moment on.
  ///
  /// - Throws: `StorageError` when it is there already or cannot be written.
  static func write(_ text: String, beside folder: URL) throws {
    let path = folder.appending(path: fileName).path
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageError.failed(path, fault: String(cString: strerror(errno))) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try handle.write(contentsOf: Data("\(text)\n".utf8))
  }
}
