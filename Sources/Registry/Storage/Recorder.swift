/// Somebody's order with the key that makes it happen once.
struct KeyedOrder: Sendable {
  let order: Order
  let claim: Claim
  let key: CommandKey
}

/// Who somebody says they are; the record checks it each time.
public struct Claim: Hashable, Sendable {
  /// Nothing for somebody without an account.
  public let appointment: ObjectID?
  public let delegation: ObjectID?
  /// When the second factor was last given, as the session knows.
  public let secondFactor: Instant?
  let isFounder: Bool

  public init(appointment: ObjectID, delegation: ObjectID? = nil, secondFactor: Instant? = nil) {
    (self.appointment, self.delegation, self.secondFactor) = (appointment, delegation, secondFactor)
    isFounder = false
  }

  private init(isFounder: Bool) {
    (appointment, delegation, secondFactor) = (nil, nil, nil)
    self.isFounder = isFounder
  }

  /// Somebody without an account.
  public static let visitor = Claim(isFounder: false)
  /// Whoever sets the record up: holds only until the first appointment, which should be an administrator's.
  public static let founder = Claim(isFounder: true)

  /// The standing that the record gives to this claim.
  func standing(at moment: Instant, reader: any RecordReader) throws(Refusal) -> Standing {
    if isFounder {
      guard reader.count(of: .appointment) == 0 else {
        throw .notEntitled(act: "found", needed: [.administrator])
      }
      return .clock
    }
    guard let id = appointment else { return .visitor }
    guard let appointment = reader.object(Appointment.self, id), appointment.isValid(at: moment),
      let organisation = reader.object(Organisation.self, appointment.organisation), organisation.stage == .active
    else { throw .appointmentNotValid(id) }
    var held: Delegation?
    if let delegation {
      guard let found = reader.object(Delegation.self, delegation), found.to == id else { throw .notFound(delegation) }
      held = found
    }
    return Standing(
      appointment: appointment, organisation: organisation, delegation: held, secondFactor: secondFactor)
  }
}

/// Turns orders into events, rows and contents within the transactions of one writer.
struct Recorder: Sendable {
  private(set) var head = LogHead()
  private var chance: any RandomNumberGenerator & Sendable
  /// What the last transaction left, so that objects need not be read and parsed for every order.
  private var known = RecentObjects<Known>(most: Self.mostKnown)
  private var counts: [ObjectKind: Int] = [:]
  private var knownAt: LogHead?

  struct Known: Sendable {
    let version: Int
    let object: any RecordObject
  }

  /// How many bytes of rows are remembered, as objects, between transactions.
  static let mostKnown = 1 << 20

  init(chance: any RandomNumberGenerator & Sendable) { self.chance = chance }

  mutating func begin(_ transaction: any RecordTransaction) throws {
    head = try transaction.head()
    // Another process has written since: what is remembered may be old.
    if head != knownAt { forget() }
  }

  mutating func end(_ transaction: any RecordTransaction) throws {
    if head != knownAt { try transaction.setHead(head) }
    knownAt = head
  }

  /// Forgets everything read or written in a transaction that did not come about.
  mutating func forget() {
    (known, counts, knownAt) = (RecentObjects(most: Self.mostKnown), [:], nil)
  }

  /// Decides one order.
  ///
  /// - Returns: the receipt, or why it was refused; then nothing was written.
  /// - Throws: ``StorageError`` when the store fails: the whole transaction is then void.
  mutating func record(
    _ keyed: KeyedOrder, in transaction: any RecordTransaction, at moment: Instant
  ) throws -> Result<Receipt, Refusal> {
    let digest = keyed.key.digest
    let order = keyed.key.digest(of: keyed.order)
    let earlier = try transaction.events(ofKey: digest)
    if let first = earlier.first {
      let mark = try CanonicalJSON.value(MarkedBody.self, from: first.body).command
      guard mark?.order == order else { return .failure(.keyReused(keyed.key.description)) }
      return .success(Receipt(earlier, isRepeated: true))
    }
    if let object = keyed.order.object { try advance(object, in: transaction, at: moment) }
    let reader = lentReader(of: transaction)
    defer { takeBack(reader) }
    let keeper = SaltedKeeper(chance: chance)
    let happenings: [Happening]
    do throws(Refusal) {
      let standing = try keyed.claim.standing(at: moment, reader: reader)
      happenings = try keyed.order.decide(by: standing, at: moment, reader: reader, keeper: keeper)
    } catch {
      if let failure = reader.failure { throw failure }
      return .failure(error)
    }
    if let failure = reader.failure { throw failure }
    takeBack(reader)
    chance = keeper.chance
    let mark = CommandMark(key: digest, events: happenings.count, order: order)
    return .success(
      Receipt(
        try write(happenings, contents: keeper.contents, mark: mark, in: transaction, at: moment), isRepeated: false))
  }

  /// Lets time act on every object whose moment has come.
  mutating func advance(in transaction: any RecordTransaction, at moment: Instant) throws -> Int {
    let before = head.size
    while true {
      let waking = try transaction.waking(by: moment, limit: 100)
      if waking.isEmpty { return head.size - before }
      for id in waking { try advance(id, in: transaction, at: moment) }
    }
  }

  private mutating func advance(_ id: ObjectID, in transaction: any RecordTransaction, at moment: Instant) throws {
    while true {
      let reader = lentReader(of: transaction)
      defer { takeBack(reader) }
      let keeper = SaltedKeeper(chance: chance)
      guard let wakes = reader.wakes(id), wakes <= moment else {
        if let failure = reader.failure { throw failure }
        return
      }
      let happenings = try clockwork(on: id, at: moment, reader: reader, keeper: keeper)
      if let failure = reader.failure { throw failure }
      precondition(!happenings.isEmpty, "\(id) wakes at \(wakes) and does nothing")
      takeBack(reader)
      chance = keeper.chance
      _ = try write(happenings, contents: keeper.contents, mark: nil, in: transaction, at: moment)
    }
  }

  /// A reader that has what is known for as long as a decision takes; lent, since a copy would cost more than deciding.
  private mutating func lentReader(of transaction: any RecordTransaction) -> SnapshotReader {
    // Before a decision: what it reads has to stand until it is written.
    known.makeRoom()
    let reader = SnapshotReader(transaction, known: known, counts: counts)
    (known, counts) = (RecentObjects(most: Self.mostKnown), [:])
    return reader
  }

  /// Takes back what was lent; once, however often it is called.
  private mutating func takeBack(_ reader: SnapshotReader) {
    guard let (known, counts) = reader.giveBack() else { return }
    (self.known, self.counts) = (known, counts)
  }

  private mutating func write(
    _ happenings: [Happening], contents: [StoredContent], mark: CommandMark?, in transaction: any RecordTransaction,
    at moment: Instant
  ) throws -> [StoredEvent] {
    for content in contents { try transaction.put(content) }
    var events: [StoredEvent] = []
    for happening in happenings {
      let version = (known.entry(of: happening.object)?.version ?? 0) + 1
      let (row, body) = try texts(of: happening, mark: events.isEmpty ? mark : nil, as: happening.after)
      let event = StoredEvent(
        sequence: head.size + 1, at: moment, object: happening.object, version: version,
        salt: CommitSalt(using: &chance), body: body)
      try transaction.append(event)
      try transaction.put(StoredRow(id: happening.object, version: version, text: row))
      if let erased = (happening.after as? Erasure)?.commit { try transaction.erase(erased) }
      head.frontier.append(leafHash: try event.leaf().hash)
      head.last = moment
      known.remember(
        Known(version: version, object: happening.after), of: happening.object, bytes: row.utf8.count)
      // Only a count that is known can grow: the number of one object does not tell how many there are.
      counts[happening.object.kind] = counts[happening.object.kind].map { max($0, happening.object.number) }
      events.append(event)
    }
    return events
  }

  private func texts<T: RecordObject>(
    of happening: Happening, mark: CommandMark?, as after: T
  ) throws -> (row: String, body: String) {
    guard let event = happening.event as? T.Event else {
      preconditionFailure("an event of \(T.kind) is of another kind")
    }
    let row = try after.rowBytes()
    let body = EventBody(
      act: event.act, after: LogHash(sha256: row).hex, audience: after.audience,
      author: happening.author, command: mark, event: event)
    return (String(decoding: row, as: UTF8.self), try CanonicalJSON.text(of: body))
  }
}

/// Reads objects for decisions, and remembers the first failure of the store.
final class SnapshotReader: RecordReader {
  private let snapshot: any RecordSnapshot
  /// What readings have parsed; nothing where the snapshot can change.
  private let shelf: ShelfReader?
  private(set) var known: RecentObjects<Recorder.Known>
  private(set) var counts: [ObjectKind: Int]
  private(set) var failure: (any Error)?
  private var isEmpty = false

  init(
    _ snapshot: any RecordSnapshot, known: RecentObjects<Recorder.Known> = RecentObjects(most: Recorder.mostKnown),
    counts: [ObjectKind: Int] = [:]
  ) {
    (self.snapshot, self.known, self.counts) = (snapshot, known, counts)
    shelf = nil
  }

  /// Reads through what readings have parsed before.
  init(_ shelf: ShelfReader) {
    (snapshot, counts, self.shelf) = (shelf.snapshot, [:], shelf)
    known = RecentObjects(most: 0)
  }

  /// What is known, the first time it is asked for; the reader has nothing afterwards.
  func giveBack() -> (known: RecentObjects<Recorder.Known>, counts: [ObjectKind: Int])? {
    guard !isEmpty else { return nil }
    isEmpty = true
    defer { (known, counts) = (RecentObjects(most: Recorder.mostKnown), [:]) }
    return (known, counts)
  }

  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? {
    guard id.kind == T.kind else { return nil }
    return find(id, as: type)?.object as? T
  }

  func version(of id: ObjectID) -> Int? { find(id, as: id.kind.type)?.version }

  func wakes(_ id: ObjectID) -> Instant? { find(id, as: id.kind.type)?.object.wakes }

  func count(of kind: ObjectKind) -> Int {
    if let count = counts[kind] { return count }
    let count = attempt { try shelf?.count(of: kind) ?? snapshot.count(of: kind) } ?? 0
    counts[kind] = count
    return count
  }

  func keeps(_ commit: String) -> Bool {
    attempt { try snapshot.content(commit)?.text != nil } ?? false
  }

  private func find<T: RecordObject>(_ id: ObjectID, as type: T.Type) -> Recorder.Known? {
    if let found = known.entry(of: id) { return found }
    if let shelf {
      return attempt { try shelf.object(id).map { Recorder.Known(version: $0.version, object: $0.object) } } ?? nil
    }
    return attempt {
      guard let row = try snapshot.row(id) else { return nil }
      let found = Recorder.Known(version: row.version, object: try T.fromRow(row.text))
      known.remember(found, of: id, bytes: row.text.utf8.count)
      return found
    } ?? nil
  }

  private func attempt<R>(_ body: () throws -> R) -> R? {
    do { return try body() } catch {
      failure = failure ?? error
      return nil
    }
  }
}

/// Commits contents with salts, and keeps them for the transaction.
final class SaltedKeeper: ContentKeeper {
  private(set) var chance: any RandomNumberGenerator & Sendable
  private(set) var contents: [StoredContent] = []

  init(chance: any RandomNumberGenerator & Sendable) { self.chance = chance }

  func keep(_ content: String, for audience: Audience) -> Confided {
    let salt = CommitSalt(using: &chance)
    let commit = SaltedCommit(to: Array(content.utf8), salt: salt).description
    contents.append(StoredContent(commit: commit, salt: salt, text: content))
    return Confided(commit: commit, audience: audience)
  }
}
