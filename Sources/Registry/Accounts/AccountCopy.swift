import Foundation
import GRDB

extension AccountBook {
  /// Copies the book, as one transaction left it, into a new file of mode 0600. Sessions, half sign-ins, invitations
  /// and authenticators that are being set up stay behind, and so does what throttles.
  ///
  /// - Throws: ``AccountError/storage(_:)`` when the copy cannot be written.
  public func copy(to path: String) throws(AccountError) {
    do {
      try SecretFile.create(path)
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      try copy.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            DELETE FROM session; DELETE FROM half; DELETE FROM failure;
            UPDATE account SET invitation = NULL, invited = NULL, newSecret = NULL, newSecretAt = NULL;
            VACUUM
            """)
        // One file, so that the list of files is whole.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try copy.close()
    } catch { throw Self.accountError(error, at: path) }
  }

  /// Whether a file is an account book that can be opened; where there is none, nothing is wrong.
  static func check(_ path: String) throws(StorageError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (mark, version, answer) = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA application_id"),
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try String.fetchOne(database, sql: "PRAGMA quick_check")
        )
      }
      try queue.close()
      guard mark == AccountSchema.applicationID, (1...AccountSchema.version).contains(version) else {
        throw StorageError.notARecord(path, fault: "it holds no accounts that this program knows")
      }
      guard answer == "ok" else { throw StorageError.damaged(path, fault: answer ?? "it cannot be read") }
    } catch {
      if case .storage(let fault) = accountError(error, at: path) { throw fault }
      throw .failed(path, fault: "\(error)")
    }
  }
}
