/// A record in memory: objects, their versions, contents and events. For simulations and for tests of decisions.
public struct MemoryRecord: RecordReader, Sendable {
  /// An event as it was recorded.
  public struct Entry: Sendable {
    public let at: Instant
    public let happening: Happening
    public let version: Int
  }

  public private(set) var objects: [ObjectID: any RecordObject] = [:]
  public private(set) var versions: [ObjectID: Int] = [:]
  public private(set) var entries: [Entry] = []
  private var counts: [ObjectKind: Int] = [:]
  private let contents: Contents

  /// - Parameter commit: makes the commitment of a content, such as a salted hash.
  public init(commit: @escaping @Sendable (String) -> String) {
    contents = Contents(commit: commit)
  }

  public func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? { objects[id] as? T }
  public func version(of id: ObjectID) -> Int? { versions[id] }
  /// Whether any event names the content; this record erases nothing.
  public func keeps(_ commit: String) -> Bool {
    entries.contains { ((try? CanonicalJSON.text(of: $0.happening.after)) ?? "").contains(commit) }
  }
  public func count(of kind: ObjectKind) -> Int { counts[kind, default: 0] }

  /// Decides an order and takes its events in.
  ///
  /// - Returns: the events.
  /// - Throws: why it was refused; the record is then as before.
  @discardableResult
  public mutating func submit(_ order: Order, by standing: Standing, at moment: Instant) throws(Refusal) -> [Happening]
  {
    if let object = order.object { try advance(object, to: moment) }
    let happenings = try order.decide(by: standing, at: moment, reader: self, keeper: contents)
    take(happenings, at: moment)
    return happenings
  }

  /// Lets time act on every object whose moment has come, in the order of their numbers.
  public mutating func advance(to moment: Instant) throws(Refusal) {
    for id in objects.keys.sorted() { try advance(id, to: moment) }
  }

  private mutating func advance(_ id: ObjectID, to moment: Instant) throws(Refusal) {
    while let wakes = objects[id]?.wakes, wakes <= moment {
      let happenings = try clockwork(on: id, at: moment, reader: self, keeper: contents)
      precondition(!happenings.isEmpty, "\(id) wakes at \(wakes) and does nothing")
      take(happenings, at: moment)
    }
  }

  private mutating func take(_ happenings: [Happening], at moment: Instant) {
    for happening in happenings {
      if objects[happening.object] == nil { counts[happening.object.kind, default: 0] += 1 }
      let version = versions[happening.object, default: 0] + 1
      versions[happening.object] = version
      objects[happening.object] = happening.after
      entries.append(Entry(at: moment, happening: happening, version: version))
    }
  }

  private struct Contents: ContentKeeper {
    let commit: @Sendable (String) -> String
    mutating func keep(_ content: String, for audience: Audience) -> Confided {
      Confided(commit: commit(content), audience: audience)
    }
  }
}
