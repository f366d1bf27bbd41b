import Foundation
import GRDB

/// A row of an account, with what nobody may see.
struct StoredAccount: Secret, Sendable {
  let id: AccountID
  let name: SignInName
  let language: String
  let created: Instant
  let closed: Instant?
  /// The encoded ``PasswordHash``.
  let password: String?
  let invited: Instant?
  let sealedSecret: [UInt8]?
  let lastStep: Int64
  let codes: [[UInt8]]
  let newSealedSecret: [UInt8]?
  let newSecretAt: Int64?

  private init(_ row: Row) throws {
    id = AccountID(try row.decode(forColumn: "number"))
    name = SignInName(stored: try row.decode(forColumn: "name"))
    language = try row.decode(forColumn: "language")
    created = Instant(milliseconds: try row.decode(forColumn: "created"))
    closed = try row.decode(Int64?.self, forColumn: "closed").map { Instant(milliseconds: $0) }
    password = try row.decode(forColumn: "password")
    invited = try row.decode(Int64?.self, forColumn: "invited").map { Instant(milliseconds: $0) }
    sealedSecret = try row.decode(Data?.self, forColumn: "secret").map { Array($0) }
    lastStep = try row.decode(Int64?.self, forColumn: "lastStep") ?? 0
    let hashes = Array(try row.decode(Data?.self, forColumn: "codes") ?? Data())
    codes = stride(from: 0, to: hashes.count, by: 32).map { Array(hashes[$0..<min($0 + 32, hashes.count)]) }
    newSealedSecret = try row.decode(Data?.self, forColumn: "newSecret").map { Array($0) }
    newSecretAt = try row.decode(forColumn: "newSecretAt")
  }

  init?(_ id: AccountID, in database: Database) throws {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT * FROM account WHERE number = ?", arguments: [id.number])
    else { return nil }
    try self.init(row)
  }

  init?(named name: SignInName, in database: Database) throws {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM account WHERE name = ?", arguments: [name.text])
    else { return nil }
    try self.init(row)
  }

  /// The open account whose invitation this is, if it is not too old.
  init?(invitedBy invitation: Invitation, at now: Instant, in database: Database) throws {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM account WHERE invitation = ?", arguments: [invitation.hash.blob])
    else { return nil }
    try self.init(row)
    guard closed == nil, let invited, now.isWithin(Invitation.lifetime, of: invited) else { return nil }
  }

  static func all(in database: Database) throws -> [StoredAccount] {
    try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY number").map { try StoredAccount($0) }
  }

  /// The account of that number.
  static func there(_ id: AccountID, in database: Database) throws -> StoredAccount {
    guard let account = try StoredAccount(id, in: database) else { throw AccountError.noAccount(id) }
    return account
  }

  /// The account of that number, which is not closed.
  @discardableResult
  static func open(_ id: AccountID, in database: Database) throws -> StoredAccount {
    let account = try there(id, in: database)
    guard account.closed == nil else { throw AccountError.closed(id) }
    return account
  }

  /// The hash of its password.
  ///
  /// - Throws: ``StorageError`` when what is stored is none.
  func passwordHash(at place: String) throws -> PasswordHash? {
    guard let password else { return nil }
    do { return try PasswordHash(encoded: password) } catch {
      throw StorageError.damaged(place, fault: "\(error)")
    }
  }

  /// Its recovery codes.
  func recoveryCodes(at place: String) throws -> RecoveryCodes {
    guard let codes = RecoveryCodes(hashes: codes) else {
      throw StorageError.damaged(place, fault: "the recovery codes of \(id) cannot be read")
    }
    return codes
  }
}

extension Instant {
  /// Whether this is less than `milliseconds` after `beginning`, or before it: a clock that is set back far makes
  /// nothing last longer.
  func isWithin(_ milliseconds: Int64, of beginning: Instant) -> Bool {
    self < beginning.later(by: milliseconds) && beginning < later(by: milliseconds)
  }
}

extension [UInt8] {
  /// As the database takes bytes.
  var blob: Data { Data(self) }
}
