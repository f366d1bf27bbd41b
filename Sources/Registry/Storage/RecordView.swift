/// The record as one person may see it: everything that leaves the record passes through here.
public struct RecordView {
  let shelf: ShelfReader
  /// Who looks.
  public let standing: Standing
  /// When: no earlier than the last event.
  public let now: Instant
  let trials: ActTrials

  init(shelf: ShelfReader, standing: Standing, now: Instant) {
    (self.shelf, self.standing, self.now) = (shelf, standing, now)
    trials = ActTrials(shelf)
  }

  /// An object that the person may see, with its version.
  public struct Visible<Object: RecordObject>: Sendable {
    public let object: Object
    public let version: Int
  }

  /// A content as the person may see it.
  public enum VisibleText: Hashable, Sendable {
    case text(String)
    /// It is for others.
    case confidential(Level)
    /// It was erased; its commitment remains.
    case erased
  }

  /// An event as the person may see it.
  public struct VisibleEvent: Sendable {
    public let sequence: Int
    public let at: Instant
    public let object: ObjectID
    public let version: Int
    public let act: String
    public let author: Author
    /// The body with which anyone can recompute the leaf, and its salt.
    public let body: String
    public let salt: CommitSalt
  }

  /// The object, when it exists and the person may see it: the two cannot be told apart otherwise.
  ///
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func visible<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> Visible<T>? {
    guard id.kind == T.kind, let found = try shelf.object(id) else { return nil }
    return shown(found)
  }

  /// What is seen of an object that was read: all of it, or nothing.
  private func shown<T: RecordObject>(_ found: ShelvedObject) -> Visible<T>? {
    guard let object = found.object as? T, object.audience.includes(standing) else { return nil }
    return Visible(object: object, version: found.version)
  }

  /// The objects of a kind that the person may see, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - type: the kind.
  ///   - stages: the stages at which they are wanted; at any when nothing is given.
  ///   - number: the number after which to begin.
  ///   - limit: how many at most.
  /// - Throws: ``StorageError`` when the record cannot be read.
  /// - Complexity: one look at each row that has come or changed since somebody last asked, and at those returned.
  public func visible<T: RecordObject>(
    all type: T.Type, at stages: [T.Stage]? = nil, after number: Int = 0, limit: Int = 100
  ) throws -> [Visible<T>] {
    var found: [Visible<T>] = []
    guard limit > 0 else { return found }
    try each(type, at: stages, after: number) { visible in
      found.append(visible)
      return found.count < limit
    }
    return found
  }

  /// Hands on the objects of a kind that the person may see, in the order of their numbers, until they suffice.
  ///
  /// - Parameters:
  ///   - type: the kind.
  ///   - stages: the stages at which they are wanted; at any when nothing is given.
  ///   - number: the number after which to begin.
  ///   - body: is handed each, and answers whether more are wanted.
  /// - Throws: ``StorageError`` when the record cannot be read, and what `body` throws.
  /// - Complexity: one look at each row that has come or changed since somebody last asked, and at those handed on.
  public func each<T: RecordObject>(
    _ type: T.Type, at stages: [T.Stage]? = nil, after number: Int = 0, _ body: (Visible<T>) throws -> Bool
  ) throws {
    try shelf.each(T.kind, after: number, for: standing, at: stages?.map { $0.rawValue }) { read in
      guard let visible: Visible<T> = shown(read) else { return true }
      return try body(visible)
    }
  }

  /// The objects of a kind with the highest numbers that the person may see, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - type: the kind.
  ///   - stages: the stages at which they are wanted; at any when nothing is given.
  /// - Throws: ``StorageError`` when the record cannot be read.
  /// - Complexity: one step for each number of the kind, and one look at each row that has come or changed since
  ///   somebody last asked, and at those returned.
  public func visible<T: RecordObject>(
    last limit: Int, of type: T.Type, at stages: [T.Stage]? = nil
  ) throws -> [Visible<T>] {
    var numbers: [Int] = []
    try shelf.eachNumber(of: T.kind, after: 0, for: standing, at: stages?.map { $0.rawValue }) { number, _ in
      numbers.append(number)
      return true
    }
    return try numbers.suffix(max(0, limit)).compactMap { try visible(type, ObjectID(T.kind, $0)) }
  }

  /// The objects of a kind that belong to an agreement and that the person may see, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - type: a kind whose objects name their agreement.
  ///   - agreement: the number of the agreement.
  public func visible<T: RecordObject>(all type: T.Type, under agreement: ObjectID) throws -> [Visible<T>] {
    try shelf.numbers(of: T.kind, under: agreement).compactMap { try visible(type, ObjectID(T.kind, $0)) }
  }

  /// A content of an object, for those whom the object as it stands now has it for.
  ///
  /// The audience is looked up in the record, never taken from `confided`: an old event may name a wider one than
  /// holds by now. A content that the object no longer names keeps the audience of the last event that named it.
  ///
  /// - Parameters:
  ///   - confided: what an object or an event names.
  ///   - id: the object it belongs to; one that names no such content has nothing to show.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func text(of confided: Confided, in id: ObjectID) throws -> VisibleText {
    guard let audience = try shelf.audience(of: confided.commit, in: id) else { return .confidential(.named) }
    guard audience.includes(standing) else { return .confidential(audience.level) }
    guard let text = try shelf.snapshot.content(confided.commit)?.text else { return .erased }
    return .text(text)
  }

  /// What happened to an object, as far as the person may see: each event by the audience it had when it happened.
  public func history(of id: ObjectID) throws -> [VisibleEvent] {
    try shelf.history(of: id).compactMap { event, heading in
      guard heading.audience.includes(standing) else { return nil }
      return VisibleEvent(
        sequence: event.sequence, at: event.at, object: id, version: event.version, act: heading.act,
        author: heading.author, body: event.body, salt: event.salt)
    }
  }

  /// What the body of an event says before the event itself.
  struct EventHeading: Decodable, Sendable {
    let act: String
    let audience: Audience
    let author: Author
  }
}
