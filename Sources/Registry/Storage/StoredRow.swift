/// An object as people read it: one row, its text the whole of what is shown.
public struct StoredRow: Hashable, Sendable {
  public let id: ObjectID
  /// How many events the object has had.
  public let version: Int
  /// Canonical JSON: the object, who may see it, its field and when it wakes.
  public let text: String

  public init(id: ObjectID, version: Int, text: String) {
    (self.id, self.version, self.text) = (id, version, text)
  }
}

/// What the text of a row says: the object with what a store must be able to search by.
struct RowContent<Object: RecordObject>: Codable {
  let audience: Audience
  let field: String?
  let object: Object
  let wakes: Instant?

  init(_ object: Object) {
    (audience, field, self.object, wakes) = (object.audience, object.field, object, object.wakes)
  }
}

extension RecordObject {
  /// The text of this object's row.
  func rowText() throws -> String { String(decoding: try rowBytes(), as: UTF8.self) }

  /// The bytes of the text of this object's row.
  func rowBytes() throws -> [UInt8] { try CanonicalJSON.bytes(of: RowContent(self)) }

  /// The object that a row's text says.
  static func fromRow(_ text: String) throws -> Self {
    try CanonicalJSON.value(RowContent<Self>.self, from: text).object
  }
}

/// An event as it is stored; it never changes.
public struct StoredEvent: Hashable, Sendable {
  /// From 1, without gaps: the leaf of the log is the one before, counted from 0.
  public let sequence: Int
  public let at: Instant
  public let object: ObjectID
  /// The version of the object after this event, from 1.
  public let version: Int
  /// Without it the commitment of the body tells nothing.
  public let salt: CommitSalt
  /// Canonical JSON: who did what, to whom it may be shown, and the digest of the row afterwards.
  public let body: String

  public init(sequence: Int, at: Instant, object: ObjectID, version: Int, salt: CommitSalt, body: String) {
    (self.sequence, self.at, self.object, self.version) = (sequence, at, object, version)
    (self.salt, self.body) = (salt, body)
  }

  /// The leaf of the log that stands for this event: it tells when, which object and which version, nothing more.
  ///
  /// - Throws: ``LogFault`` when a number is one that no record writes.
  public func leaf() throws(LogFault) -> LogLeaf {
    // No number of a damaged file may overflow; one that no record writes is refused by the leaf.
    try LogLeaf(
      seq: sequence &- 1, at: at.milliseconds, kind: object.kind.name, object: object.description, version: version,
      commit: SaltedCommit(to: Array(body.utf8), salt: salt))
  }
}

/// What an event's body says: who did what, to whom it may be shown, and how the object's row read afterwards.
struct EventBody<Event: RecordEvent>: Codable {
  let act: String
  /// SHA-256 of the text of the row after the event, in hexadecimal digits.
  let after: String
  let audience: Audience
  let author: Author
  let command: CommandMark?
  let event: Event
}

/// What marks the first event of a command: the key it came with, and what it asked for, both only as digests.
struct CommandMark: Codable, Hashable {
  /// SHA-256 of the key.
  let key: String
  /// How many events the command had.
  let events: Int
  /// SHA-256 of the secret key and the order.
  let order: String
}

/// The mark alone, read from any event's body.
struct MarkedBody: Decodable {
  let after: String
  let command: CommandMark?
}

/// A content kept apart, with the salt of its commitment; without text once it is erased.
public struct StoredContent: Hashable, Sendable {
  public let commit: String
  public let salt: CommitSalt?
  public let text: String?

  public init(commit: String, salt: CommitSalt?, text: String?) {
    (self.commit, self.salt, self.text) = (commit, salt, text)
  }
}

/// Where the log stands: all that is needed to go on without reading what came before.
public struct LogHead: Hashable, Sendable {
  public var frontier: TreeFrontier
  /// When the last event happened: the clock of the record never goes back.
  public var last: Instant

  public init(frontier: TreeFrontier = TreeFrontier(), last: Instant = Instant(milliseconds: 0)) {
    (self.frontier, self.last) = (frontier, last)
  }

  public var size: Int { frontier.size }
}
