/// Where decisions find the objects they ask about. A store that cannot read remembers that and fails the whole
/// transaction; a decision only sees that the object is not there.
public protocol RecordReader {
  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T?
  /// How many events the object has; nothing when there is no such object.
  func version(of id: ObjectID) -> Int?
  /// How many objects of the kind there are; their numbers run from 1 to this.
  func count(of kind: ObjectKind) -> Int
  /// Whether a content with this commitment is kept and not erased.
  func keeps(_ commit: String) -> Bool
}

/// Makes the salted commitment of a confidential content and keeps the content for the transaction.
protocol ContentKeeper {
  mutating func keep(_ content: String, for audience: Audience) -> Confided
}

/// One event that a decision adds.
public struct Happening: Sendable {
  public let object: ObjectID
  public let event: any RecordEvent
  public let author: Author
  /// The object as it is after the event.
  public let after: any RecordObject
}

/// The place in which a command is decided: what the record holds, who asks, and when.
///
/// Events that a decision adds are applied at once, so that what follows in the same decision sees them; nothing
/// leaves the scene unless the whole decision succeeds.
public struct Scene: ~Copyable {
  public let standing: Standing
  public let now: Instant
  public private(set) var happenings: [Happening] = []

  private let reader: any RecordReader
  private var keeper: any ContentKeeper
  private var staged: [ObjectID: any RecordObject] = [:]
  private var opened: [ObjectKind: Int] = [:]

  init(standing: Standing, now: Instant, reader: any RecordReader, keeper: any ContentKeeper) {
    (self.standing, self.now, self.reader, self.keeper) = (standing, now, reader, keeper)
  }

  // MARK: What there is

  /// The object as it stands within this decision, if it exists.
  public func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? {
    guard id.kind == T.kind else { return nil }
    if let object = staged[id] as? T { return object }
    return reader.object(type, id)
  }

  /// The object, which the asking person must be able to see.
  ///
  /// - Throws: ``Refusal/notFound(_:)`` when it does not exist or is not for this person.
  public func visible<T: RecordObject>(_ type: T.Type, _ id: ObjectID?) throws(Refusal) -> T {
    guard let id, let object = object(type, id), standing.isClock || object.audience.includes(standing) else {
      throw .notFound(id ?? ObjectID(T.kind, 0))
    }
    return object
  }

  /// Whether a content with this commitment is kept and not erased.
  public func keeps(_ commit: String) -> Bool { reader.keeps(commit) }

  /// The region of this record; it is set up before anything else can be decided.
  public var region: Region? { object(Region.self, ObjectID(.region, 1)) }

  // MARK: What is permitted

  /// Refuses unless the life cycle lets this person do `act` on `object` now.
  public func permit<T: RecordObject>(_ act: String, on object: T) throws(Refusal) {
    let cycle = T.lifeCycle
    guard let transition = cycle.transition(act, from: object.stage) else {
      throw .notNow(object.id, act: act, stage: object.stage.rawValue, possible: cycle.acts(from: object.stage))
    }
    try permit(transition.by, object.capacities(of: standing), act: act)
    try permit(
      power: transition.power, field: object.field, secondFactor: transition.needsSecondFactor, act: act)
    for condition in transition.guards {
      if let remedy = condition.remedy(object, self) {
        throw .conditionFails(condition.name, act: act, remedy: remedy)
      }
    }
  }

  /// Refuses unless this person may open an object of the type, in a field of cooperation where it has one.
  public func permitOpening<T: RecordObject>(_ type: T.Type, field: String? = nil) throws(Refusal) {
    let opening = T.lifeCycle.opening
    var own = standing.generalCapacities
    if standing.role == .lead { own.formUnion([.partyLead, .partyClerk]) }
    if standing.role == .clerk { own.insert(.partyClerk) }
    try permit(opening.by, own, act: opening.act)
    try permit(power: opening.power, field: field, secondFactor: opening.needsSecondFactor, act: opening.act)
  }

  private func permit(_ needed: [Capacity], _ own: Set<Capacity>, act: String) throws(Refusal) {
    guard needed.contains(where: own.contains) else { throw .notEntitled(act: act, needed: needed) }
  }

  private func permit(power: Power?, field: String?, secondFactor: Bool, act: String) throws(Refusal) {
    if let power, !standing.isClock {
      guard let delegation = standing.delegation, delegation.gives(power, to: standing, at: now),
        field.map(delegation.covers) ?? true
      else {
        throw .powerMissing(power, act: act)
      }
    }
    if secondFactor {
      guard let given = standing.secondFactor, given <= now, now < given.later(by: Self.secondFactorLasts) else {
        throw .secondFactorMissing(act: act)
      }
    }
  }

  /// Ten minutes.
  public static let secondFactorLasts: Int64 = 600_000

  // MARK: What happens

  /// Brings an object about and gives it the next number of its kind.
  ///
  /// - Precondition: the event is one that opens an object of the type.
  @discardableResult
  public mutating func open<T: RecordObject>(_ type: T.Type, with event: T.Event) -> ObjectID {
    let number = reader.count(of: T.kind) + opened[T.kind, default: 0] + 1
    let id = ObjectID(T.kind, number)
    let author = Author(standing)
    guard let object = T(opening: event, id: id, by: author, at: now) else {
      preconditionFailure("'\(event.act)' opens no \(T.kind)")
    }
    opened[T.kind, default: 0] += 1
    staged[id] = object
    happenings.append(Happening(object: id, event: event, author: author, after: object))
    return id
  }

  /// Applies an event to an object that exists.
  public mutating func happen<T: RecordObject>(_ event: T.Event, to object: T) {
    let author = Author(standing)
    // The object may have changed within this decision since the caller read it.
    var changed = self.object(T.self, object.id) ?? object
    changed.apply(event, by: author, at: now)
    staged[changed.id] = changed
    happenings.append(Happening(object: changed.id, event: event, author: author, after: changed))
  }

  /// Permits `event`'s act on `object`, then applies it: what most commands do.
  public mutating func act<T: RecordObject>(_ event: T.Event, on object: T) throws(Refusal) {
    try permit(event.act, on: object)
    happen(event, to: object)
  }

  // MARK: Contents

  /// Keeps a text apart from the events, for its audience only.
  ///
  /// - Throws: ``Refusal/invalid(field:fault:remedy:)`` when it is empty, too long or holds control characters.
  public mutating func confide(
    _ text: String, as field: String, for audience: Audience, limit: Int = 20_000
  ) throws(Refusal) -> Confided {
    keeper.keep(try checked(text, as: field, limit: limit), for: audience)
  }

  /// A text that may stand in an event: not empty, at most `limit` characters, no control characters but line ends
  /// and tabs.
  public func checked(_ text: String, as field: String, limit: Int = 200) throws(Refusal) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .invalid(field: field, fault: "it is empty", remedy: "write a text")
    }
    // Unicode scalars, not bytes: a Chinese text may be as long as an English one.
    guard text.unicodeScalars.count <= limit else {
      throw .invalid(
        field: field, fault: "it has \(text.unicodeScalars.count) characters, at most \(limit) fit",
        remedy: "shorten it, or attach a document")
    }
    for scalar in text.unicodeScalars {
      let isLineEndOrTab = scalar == "\n" || scalar == "\t"
      // The control characters of Unicode are these for good; to look up the category of each would take longer than
      // all else that a decision does.
      let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      guard isLineEndOrTab || !isControl else {
        throw .invalid(
          field: field, fault: "it holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))",
          remedy: "remove it")
      }
    }
    return text
  }
}
