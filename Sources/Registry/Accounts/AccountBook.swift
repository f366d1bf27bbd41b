import Dispatch
import Foundation
import GRDB
import Synchronization

/// Who may come in: accounts, passwords, second factors and sessions, in a file of their own beside the record.
///
///     let book = try record.accounts()
///     let (account, invitation) = try book.create(name: "anna.berg", appointments: [ObjectID(.appointment, 3)],
///       language: "en", at: now)
///     try await book.activate(invitation, password: typed, at: now)
///     switch try await book.signIn(name: name, password: typed, network: network, at: now) {
///     case .signedIn(let token, let session): …
///     case .needsCode(let half): …                  // then finishSignIn(half, code:)
///     case .refused, .wait: …
///     }
///
/// Credentials never belong into the log, into events or into an export: the log is for ever and for everybody, an
/// export goes to strangers. So they are kept in `accounts.sqlite`, mode 0600, which ``RecordArchive`` takes along in
/// backups and nowhere else. What the account may do in the record is not decided here: an account only names
/// appointments, and whether one is valid is asked of the record at each request.
///
/// The file is in write-ahead mode and every commit waits for the disk. Functions that compute a password are `async`
/// and pass through a ``PasswordGate``; the others block for one commit, or for nothing where a session is remembered.
/// Several processes may open one book: a change by another is noticed within a second.
public final class AccountBook: Sendable {
  /// How an account book works; the defaults are what installations use.
  public struct Settings: Sendable {
    /// The work of one guess at a password.
    public var cost = PasswordHash.Cost.standard
    /// How many passwords are computed at once, and how many callers wait for it.
    public var atOnce = 2
    public var waiting = 64
    public var accountThrottle = SignInThrottle.account
    public var networkThrottle = SignInThrottle.network
    /// The fewest characters of a password.
    public var leastCharacters = PasswordRule.leastCharacters
    /// Names of the region and its organisations, which count for nothing in a password.
    public var contextWords: [String] = []
    /// Passwords known from thefts, if there is such a file.
    public var breached: BreachedPasswords?
    /// How many live sessions are remembered in memory.
    public var rememberedSessions = 10_000

    public init() {}
  }

  /// The name of the file in the folder of a record.
  public static let fileName = "accounts.sqlite"

  let queue: DatabaseQueue
  let place: String
  let settings: Settings
  let instanceKey: InstanceKey
  let seal: SecondFactorSeal
  let memory: SessionMemory
  private let isClosed = Mutex(false)
  private let aside = DispatchQueue(label: "interlocal.accounts")
  private let gate: PasswordGate
  private let chance: Mutex<AnyChance>
  private let door = Mutex<SignIn?>(nil)
  /// Called before a password is computed, when its attempt has been counted.
  private let aboutToMatch: (@Sendable () throws(PasswordGate.Refusal) -> Void)?

  /// Opens the book of a record's folder, or begins one.
  ///
  /// The keys `keys/instance.key` and `keys/accounts.key` are made where they are missing. Without the second one
  /// that belongs to the book, codes of authenticators cannot be checked; recovery codes can.
  ///
  /// - Parameters:
  ///   - folder: where the record is kept.
  ///   - chance: where tokens, salts and secrets come from.
  ///   - settings: costs, limits and rules.
  /// - Throws: ``AccountError/storage(_:)``.
  public convenience init(
    in folder: URL, settings: Settings = Settings(),
    chance: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws(AccountError) {
    try self.init(in: folder, settings: settings, chance: chance, aboutToMatch: nil)
  }

  init(
    in folder: URL, settings: Settings, chance: any RandomNumberGenerator & Sendable,
    aboutToMatch: (@Sendable () throws(PasswordGate.Refusal) -> Void)?
  ) throws(AccountError) {
    let path = folder.appending(path: Self.fileName).path
    var fresh = AnyChance(base: chance)
    do {
      try FileManager.default.createDirectory(
        at: folder.appending(path: "keys"), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      instanceKey = try Self.key(at: folder.appending(path: "keys/instance.key").path, using: &fresh)
      seal = SecondFactorSeal(key: try Self.key(at: folder.appending(path: "keys/accounts.key").path, using: &fresh))
      // SQLite gives the files of its write-ahead log the rights of the main file.
      try SecretFile.create(path)
      queue = try Self.open(path)
    } catch {
      throw Self.accountError(error, at: path)
    }
    place = path
    self.settings = settings
    memory = SessionMemory(most: settings.rememberedSessions)
    gate = PasswordGate(atOnce: settings.atOnce, waiting: settings.waiting)
    self.chance = Mutex(fresh)
    self.aboutToMatch = aboutToMatch
  }

  private static func key(at path: String, using chance: inout AnyChance) throws(StorageError) -> InstanceKey {
    let fresh = InstanceKey(using: &chance)
    guard let key = InstanceKey(bytes: try SecretFile.bytes(at: path) { fresh.bytes }) else {
      throw .damaged(path, fault: "a key has 32 bytes")
    }
    return key
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // What is deleted is overwritten: hashes and secrets must not linger in free pages.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StorageError.failed(path, fault: "the disk did not let the write-ahead log begin")
      }
      let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      guard level == 2 else {
        throw StorageError.failed(path, fault: "commits would not wait for the disk (synchronous is \(level ?? -1))")
      }
    }
    try AccountSchema.migrate(queue, at: path)
    return queue
  }

  /// Ends all work with the book: what is asked of the file afterwards is refused.
  public func close() throws(AccountError) {
    do {
      // In the queue, so that nobody comes between the mark and the closing: a closed connection must not be used.
      queue.inDatabase { _ in isClosed.withLock { $0 = true } }
      try queue.close()
    } catch { throw Self.accountError(error, at: place) }
  }

  // MARK: Reading and writing

  /// One transaction; what it throws undoes it.
  func write<R>(_ body: (Database) throws -> R) throws(AccountError) -> R {
    do {
      return try queue.writeWithoutTransaction { database in
        // Immediate: another process that writes makes us wait here, not fail later.
        try transaction(.immediate, in: database, body)
      }
    } catch {
      throw Self.accountError(error, at: place)
    }
  }

  /// One transaction, for callers that must not block their thread. It is finished even when the caller is cancelled.
  func writeAside<R: Sendable>(_ body: @escaping @Sendable (Database) throws -> R) async throws(AccountError) -> R {
    try await aside { () throws(AccountError) in try self.write(body) }
  }

  /// What `work` gives, on a thread that may wait for the disk.
  func aside<R: Sendable>(_ work: @escaping @Sendable () throws(AccountError) -> R) async throws(AccountError) -> R {
    let result = await withCheckedContinuation { (caller: CheckedContinuation<Result<R, AccountError>, Never>) in
      // One thread is enough: transactions come one after another anyway.
      aside.async { caller.resume(returning: Result { () throws(AccountError) in try work() }) }
    }
    return try result.get()
  }

  func read<R>(_ body: (Database) throws -> R) throws(AccountError) -> R {
    do {
      return try queue.writeWithoutTransaction { try transaction(.deferred, in: $0, body) }
    } catch {
      throw Self.accountError(error, at: place)
    }
  }

  private func transaction<R>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> R
  ) throws -> R {
    guard !isClosed.withLock({ $0 }) else { throw StorageError.failed(place, fault: "the accounts are closed") }
    var result: R?
    try database.inTransaction(kind) {
      result = try body(database)
      return .commit
    }
    return result!
  }

  static func accountError(_ error: any Error, at place: String) -> AccountError {
    switch error {
    case let error as AccountError: error
    case let error as StorageError: .storage(error)
    case let error as DatabaseError: .storage(SQLiteStore.storageError(error, at: place))
    case let error as RowDecodingError: .storage(.damaged(place, fault: "\(error)"))
    case let error as Session.Ended: .sessionEnded(error.state)
    default: .storage(.failed(place, fault: error.localizedDescription))
    }
  }

  // MARK: Chance and passwords

  /// What `body` makes of the book's generator.
  func draw<R: Sendable, E: Error>(_ body: (inout AnyChance) throws(E) -> R) throws(E) -> R {
    try chance.withLock { (chance) throws(E) in try body(&chance) }
  }

  /// The procedure at the door. Its decoy costs one hash, the first time.
  func doorkeeper() async throws(AccountError) -> SignIn {
    if let signIn = door.withLock({ $0 }) { return signIn }
    let (nobodys, salt) = draw { (Password(random: $0.bytes(32)), PasswordHash.Salt(using: &$0)) }
    let decoy = try await hash(nobodys, salt: salt)
    let signIn = SignIn(
      decoy: decoy, accountThrottle: settings.accountThrottle, networkThrottle: settings.networkThrottle)
    door.withLock { $0 = signIn }
    return signIn
  }

  func hash(_ password: Password) async throws(AccountError) -> PasswordHash {
    try await hash(password, salt: draw { PasswordHash.Salt(using: &$0) })
  }

  private func hash(_ password: Password, salt: PasswordHash.Salt) async throws(AccountError) -> PasswordHash {
    do {
      return try await gate.hash(password, salt: salt, cost: settings.cost)
    } catch { throw .gate(error) }
  }

  func matches(_ password: Password, _ hash: PasswordHash) async throws(PasswordGate.Refusal) -> Bool {
    try aboutToMatch?()
    return try await gate.matches(password, hash)
  }

  /// The rule for a new password of the account of that name.
  func rule(name: SignInName, contextWords: [String]) -> PasswordRule {
    PasswordRule(
      leastCharacters: settings.leastCharacters, contextWords: settings.contextWords + contextWords + [name.text],
      breached: settings.breached)
  }
}

/// A generator of any kind.
struct AnyChance: RandomNumberGenerator, Sendable {
  var base: any RandomNumberGenerator & Sendable
  mutating func next() -> UInt64 { base.next() }
}
