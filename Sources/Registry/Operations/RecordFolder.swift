import Crypto
import Foundation
import Synchronization

/// A record on disk with all that belongs to it: the rows and events, the published log, and the keys.
///
///     record.sqlite        rows, events, contents
///     log/                 checkpoint and tiles, as anyone may read them
///     keys/log.key         signs checkpoints; only the owner of the files may read it
///     keys/log.pub         with which anyone verifies them
///     keys/instance.key    makes the tokens of forms
///     accounts.sqlite      who may come in; begun when it is first asked for
///     keys/accounts.key    opens the secrets of authenticators in it
///     rolls                spares the first reader after a start a look at every row; may be deleted at any time
public final class RecordFolder: Sendable {
  /// The folder.
  public let url: URL
  public let store: SQLiteStore
  public let ledger: Ledger
  /// The folder of the published log.
  public let log: LogFolder
  /// Whom readers of the log believe.
  public let policy: LogPolicy
  private let signer: SignerKey?
  private let openedAccounts = Mutex<AccountBook?>(nil)
  /// The sum of the rolls as they were last written: the same are not written again.
  private let keptRolls = Mutex<[UInt8]>([])

  /// Opens the record of a folder.
  ///
  /// - Throws: ``StorageError`` when there is none, it was not begun to its end, or it cannot be opened.
  public convenience init(at url: URL, clock: @escaping @Sendable () -> Instant = Ledger.systemClock) throws {
    guard !RecordBeginning.isUnfinished(in: url) else {
      throw StorageError.notARecord(url.path, fault: "the record in it was not begun to its end")
    }
    try self.init(opening: url, clock: clock)
  }

  private init(opening url: URL, clock: @escaping @Sendable () -> Instant) throws {
    let database = Self.database(in: url)
    guard FileManager.default.fileExists(atPath: database.path) else {
      throw StorageError.notARecord(url.path, fault: "there is no record in this folder")
    }
    self.url = url
    let verifier = try VerifierKey(Self.text(of: Self.publicKey(in: url)))
    policy = try LogPolicy(origin: verifier.name, logKeys: [verifier])
    let secret = Self.secretKey(in: url)
    signer =
      FileManager.default.fileExists(atPath: secret.path) ? try SignerKey(secretText: Self.text(of: secret)) : nil
    if let signer, signer.verifier != verifier {
      throw StorageError.damaged(
        secret.path, fault: "it is not the key that belongs to \(Self.publicKey(in: url).path)")
    }
    log = try LogFolder(path: url.appending(path: "log").path)
    store = try SQLiteStore(path: database.path)
    ledger = Ledger(store: store, clock: clock)
  }

  /// Begins an empty record in a new folder.
  ///
  /// Whatever stops it half-way does not stand in the way of the next attempt: that one clears what the first has left.
  ///
  /// - Parameters:
  ///   - url: the folder; it must not exist, or be empty but for what an attempt that broke off has left.
  ///   - origin: the name of the log, by which checkpoints and keys are known for ever, such as `rivers.example/log`.
  /// - Throws: ``StorageError`` when the folder holds something, or cannot be written.
  public static func begin(at url: URL, origin: String) throws {
    try begin(at: url, origin: origin, before: { _ in })
  }

  /// - Parameter step: hears of each step before it is taken; what it throws stops the beginning there.
  static func begin(at url: URL, origin: String, before step: (RecordBeginning.Step) throws -> Void) throws {
    var chance = SystemRandomNumberGenerator()
    let signer = try SignerKey.generate(name: origin, using: &chance)
    let instance = InstanceKey(using: &chance)
    let files = FileManager.default
    try step(.mark)
    let beginning = try RecordBeginning(in: url)
    defer { beginning.release() }
    try step(.clear)
    try beginning.clear()
    do {
      try step(.folders)
      for folder in ["keys", "log"] {
        try files.createDirectory(at: url.appending(path: folder), withIntermediateDirectories: true)
      }
      try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.appending(path: "keys").path)
      try step(.logKey)
      try writeSecret(Data((signer.secretText + "\n").utf8), to: secretKey(in: url))
      try step(.instanceKey)
      try writeSecret(Data(instance.bytes), to: url.appending(path: "keys/instance.key"))
      try step(.publicKey)
      try Data("\(signer.verifier)\n".utf8).write(to: publicKey(in: url), options: .atomic)
    } catch let error as CocoaError {
      throw StorageError.failed(url.path, fault: error.localizedDescription)
    }
    try step(.database)
    try SQLiteStore(path: database(in: url).path).close()
    try step(.log)
    let record = try RecordFolder(opening: url, clock: Ledger.systemClock)
    try record.publish()
    try record.close()
    try step(.settle)
    try beginning.settle()
    try step(.unmark)
    try beginning.finish()
  }

  static func database(in url: URL) -> URL { url.appending(path: "record.sqlite") }
  static func publicKey(in url: URL) -> URL { url.appending(path: "keys/log.pub") }
  static func secretKey(in url: URL) -> URL { url.appending(path: "keys/log.key") }
  private static func text(of file: URL) throws -> String {
    do {
      return try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    } catch {
      throw StorageError.notARecord(file.path, fault: "the key cannot be read")
    }
  }

  private static func writeSecret(_ bytes: Data, to file: URL) throws {
    // Created with its rights, so that there is no moment at which others could read it.
    guard FileManager.default.createFile(atPath: file.path, contents: bytes, attributes: [.posixPermissions: 0o600])
    else { throw StorageError.failed(file.path, fault: "the key cannot be written") }
  }

  // MARK: Publishing

  /// Brings the published log up to the record: tiles first, then a signed checkpoint over them.
  ///
  /// Nothing is signed that the events do not bear out: the leaves are computed from the events that people read, and
  /// must lead from the published root to the root in the head of the record.
  ///
  /// - Returns: the checkpoint that is published now; nothing when this copy has no key to sign with.
  /// - Throws: ``LogFault`` when record and published log part, ``StorageError`` when either cannot be read or written.
  @discardableResult
  public func publish() throws -> Checkpoint? {
    guard let signer else { return nil }
    let publisher = TilePublisher(log)
    let published = try publisher.checkpoint().map { try policy.checkpoint(in: $0) }
    let from =
      try published.map { try TileReader(log, size: $0.size).frontier(ofSize: $0.size) } ?? TreeFrontier()
    let (head, leaves) = try store.read { snapshot in
      var leaves: [[UInt8]] = []
      try snapshot.events(from: from.size + 1) { event in
        leaves.append(try event.leaf().bytes)
        return true
      }
      return (try snapshot.head(), leaves)
    }
    if let published, published.size == head.size, published.root == head.frontier.root { return published }
    let reached = try publisher.publish(entries: leaves, after: from)
    guard reached == head.frontier else {
      throw LogFault(.wrongRoot(stated: head.frontier.root, computed: reached.root), at: "head of the record")
    }
    let checkpoint = try Checkpoint(origin: policy.origin, frontier: reached)
    try publisher.publish(try checkpoint.signed(by: signer), under: policy)
    return checkpoint
  }

  // MARK: Verifying

  /// Everything that a verification found.
  public struct Report: Sendable {
    public let record: RecordCheck
    public let audit: LogAudit
    /// Faults between the record and its published log, or checkpoints kept elsewhere.
    public let faults: [String]

    public var holds: Bool { record.holds && audit.holds && faults.isEmpty }

    /// Every fault in words.
    public var lines: [String] {
      record.faults.map(\.description) + audit.faults.map(\.description) + faults
    }
  }

  /// Recomputes everything from the rows and events that people read, and compares it with the published log.
  ///
  /// - Parameter kept: checkpoints that the reader kept, or had from a witness; the record must continue them.
  public func verify(continuing kept: [Checkpoint] = []) throws -> Report {
    // The checkpoint is read before the record, which may have grown since but cannot have shrunk.
    let opening = LogAudit.Opening(of: log, under: policy)
    let audited = WorkBeside { [log] in LogAudit(of: log, from: opening, continuing: kept) }
    let known = kept + (opening.checkpoint.map { [$0] } ?? [])
    let checked = Result { try store.read { RecordCheck(of: $0, rootsAt: Set(known.map(\.size))) } }
    let audit = audited.wait()
    let record = try checked.get()
    var faults: [String] = []
    for checkpoint in known {
      if checkpoint.size > record.events {
        faults.append(
          "the checkpoint vouches for \(checkpoint.size) events, and the record holds only \(record.events)")
      } else if record.roots[checkpoint.size] != checkpoint.root {
        faults.append("the first \(checkpoint.size) events are not those that the checkpoint vouches for")
      }
    }
    return Report(record: record, audit: audit, faults: faults)
  }

  /// Computes every row anew from the events.
  ///
  /// - Parameter writing: whether rows that differ are replaced; only then is anything changed.
  public func rebuild(writing: Bool) throws -> RecordFold {
    guard writing else { return try store.read { RecordFold(of: $0) } }
    return try store.write { transaction in
      let fold = RecordFold(of: transaction)
      // An event that does not lead to its own digest is no ground to overwrite what people read.
      let isSound = fold.faults.allSatisfy {
        switch $0 {
        case .rowChanged, .rowWithoutEvents, .rowsMissing: true
        default: false
        }
      }
      if isSound {
        try transaction.clearRows()
        for row in try fold.rows() { try transaction.put(row) }
        // Whoever has read the rows before reads them again.
        try transaction.setCursor(
          of: RecordEdition.rebuilds, to: transaction.cursor(of: RecordEdition.rebuilds) + 1)
      }
      return fold
    }
  }

  // MARK: Accounts

  /// Who may come in: opened, or begun, when it is first asked for, and the same from then on.
  ///
  /// - Parameter settings: taken at the first time only.
  public func accounts(settings: AccountBook.Settings = .init()) throws(AccountError) -> AccountBook {
    try openedAccounts.withLock { (opened) throws(AccountError) in
      if let book = opened { return book }
      let book = try AccountBook(in: url, settings: settings)
      opened = book
      return book
    }
  }

  // MARK: Rolls

  private var rollFile: URL { url.appending(path: "rolls") }

  /// Begins with what ``keepRolls()`` has left: the first who reads then need not wait until each row of a large record
  /// was looked at.
  ///
  /// - Returns: whether there was something to begin with: a file that is whole and of this record, and nobody has read
  ///   before.
  /// - Throws: ``StorageError`` when the record cannot be read.
  @discardableResult
  public func recallRolls() throws -> Bool {
    guard let bytes = try? Data(contentsOf: rollFile), let file = RollFile(Array(bytes)) else { return false }
    return try ledger.begin(with: file)
  }

  /// Writes down, beside the record, for whom its objects are and at which stages, as far as readings have found out.
  ///
  /// - Throws: ``StorageError`` when the record cannot be read or the file cannot be written; what stood there remains.
  public func keepRolls() throws {
    guard let file = try ledger.rollFile() else { return }
    let bytes = try file.bytes()
    let sum = Array(bytes.prefix(SHA256.byteCount))
    guard keptRolls.withLock({ $0 }) != sum else { return }
    // Under another name until it is whole, and for nobody else: it tells who takes part in what.
    let part = url.appending(path: ".rolls.part")
    guard
      FileManager.default.createFile(atPath: part.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]),
      rename(part.path, rollFile.path) == 0
    else { throw StorageError.failed(rollFile.path, fault: "it cannot be written") }
    keptRolls.withLock { $0 = sum }
  }

  /// Whether this copy has the key with which the published log goes on.
  public var canPublish: Bool { signer != nil }

  /// Ends all work with the record.
  public func close() throws {
    try openedAccounts.withLock { $0 }?.close()
    try store.close()
  }
}
