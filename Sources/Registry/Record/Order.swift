/// A command with the object it is about and the version on which it was prepared.
public struct Order: Sendable, Hashable, Codable {
  public let kind: ObjectKind
  /// Nothing for a command that opens a new object.
  public let object: ObjectID?
  /// The version that the person had before them; the order is refused when the object has another one by now.
  public let prepared: Int?
  /// The command, as canonical JSON.
  public let command: String

  private let decision: @Sendable (inout Scene) throws(Refusal) -> Void

  /// - Parameters:
  ///   - type: the kind of object.
  ///   - command: what is asked for.
  ///   - object: the object it is about, or nothing when the command opens one.
  ///   - prepared: the version that the person saw; nothing for an order that holds for any version.
  public init<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on object: ObjectID? = nil, preparedOn prepared: Int? = nil
  ) {
    self.kind = T.kind
    self.object = object
    self.prepared = prepared
    do {
      self.command = try CanonicalJSON.text(of: command)
    } catch {
      preconditionFailure("a command of \(T.kind) cannot be written as JSON: \(error)")
    }
    decision = { (scene: inout Scene) throws(Refusal) in try T.decide(command, on: object, in: &scene) }
  }

  /// Decides the order: pure, from what the reader holds.
  ///
  /// - Parameters:
  ///   - standing: who asks. The appointment is checked against `moment`.
  ///   - moment: when.
  ///   - reader: what the record holds.
  ///   - keeper: keeps the confidential contents.
  /// - Returns: the events, with the objects as they are afterwards; at least one.
  /// - Throws: why the order is refused; then nothing has happened.
  func decide(
    by standing: Standing, at moment: Instant, reader: any RecordReader, keeper: any ContentKeeper
  ) throws(Refusal) -> [Happening] {
    if let appointment = standing.appointment, !appointment.isValid(at: moment) {
      throw .appointmentNotValid(appointment.id)
    }
    if let object {
      guard object.kind == kind, let version = reader.version(of: object) else { throw .notFound(object) }
      // Before anything else is said of it: whoever may not see it must not learn its version either.
      guard Self.shows(object, to: standing, in: reader) else { throw .notFound(object) }
      if let prepared, prepared != version { throw .outdated(object, prepared: prepared, now: version) }
    }
    var scene = Scene(standing: standing, now: moment, reader: reader, keeper: keeper)
    try decision(&scene)
    precondition(!scene.happenings.isEmpty, "a decision on \(kind) accepted a command and did nothing")
    return scene.happenings
  }

  private static func shows(_ id: ObjectID, to standing: Standing, in reader: any RecordReader) -> Bool {
    func shows<T: RecordObject>(_ type: T.Type) -> Bool {
      reader.object(type, id).map { standing.isClock || $0.audience.includes(standing) } ?? false
    }
    return shows(id.kind.type)
  }

  // MARK: Text

  private enum CodingKeys: String, CodingKey { case kind, object, prepared, command }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(ObjectKind.self, forKey: .kind)
    let object = try container.decodeIfPresent(ObjectID.self, forKey: .object)
    let prepared = try container.decodeIfPresent(Int.self, forKey: .prepared)
    func order<T: RecordObject>(_ type: T.Type) throws -> Order {
      Order(type, try container.decode(T.Command.self, forKey: .command), on: object, preparedOn: prepared)
    }
    self = try order(kind.type)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(object, forKey: .object)
    try container.encodeIfPresent(prepared, forKey: .prepared)
    func write<T: RecordObject>(_ type: T.Type) throws {
      try container.encode(try CanonicalJSON.value(T.Command.self, from: command), forKey: .command)
    }
    try write(kind.type)
  }

  public static func == (one: Order, other: Order) -> Bool {
    one.kind == other.kind && one.object == other.object && one.prepared == other.prepared
      && one.command == other.command
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(object)
    hasher.combine(prepared)
    hasher.combine(command)
  }
}

/// The events that time alone brings to an object whose moment has come; none when it has not.
///
/// - Throws: a refusal when the object's own clock act is not permitted, which is a fault of its life cycle.
func clockwork(
  on id: ObjectID, at moment: Instant, reader: any RecordReader, keeper: any ContentKeeper
) throws(Refusal) -> [Happening] {
  func woken<T: RecordObject>(_ type: T.Type) throws(Refusal) -> [Happening] {
    var scene = Scene(standing: .clock, now: moment, reader: reader, keeper: keeper)
    guard let object = reader.object(type, id), let wakes = object.wakes, wakes <= moment else { return [] }
    try object.wake(in: &scene)
    return scene.happenings
  }
  return try woken(id.kind.type)
}
