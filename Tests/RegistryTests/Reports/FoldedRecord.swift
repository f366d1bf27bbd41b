@testable import Registry

/// A record in memory that keeps every event with the stages before and after it, and can be folded anew.
struct FoldedRecord: RecordReader {
  struct Entry {
    let object: ObjectID
    let event: any RecordEvent
    let author: Author
    let at: Instant
    let before: (any RecordObject)?
    let after: any RecordObject
  }

  private(set) var objects: [ObjectID: any RecordObject]
  private(set) var versions: [ObjectID: Int]
  private(set) var entries: [Entry] = []
  private var counts: [ObjectKind: Int]

  init(of record: MemoryRecord) {
    (objects, versions) = (record.objects, record.versions)
    counts = Dictionary(grouping: record.objects.keys, by: \.kind).mapValues(\.count)
  }

  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? { objects[id] as? T }
  func version(of id: ObjectID) -> Int? { versions[id] }
  func keeps(_ commit: String) -> Bool { false }
  func count(of kind: ObjectKind) -> Int { counts[kind, default: 0] }

  mutating func submit(_ order: Order, by standing: Standing, at moment: Instant) throws(Refusal) -> [Happening] {
    if let object = order.object { try advance(object, to: moment) }
    let happenings = try order.decide(by: standing, at: moment, reader: self, keeper: Keeper())
    take(happenings, at: moment)
    return happenings
  }

  /// Decides without letting time act first, as when the clock is late.
  mutating func submitLate(_ order: Order, by standing: Standing, at moment: Instant) throws(Refusal) {
    take(try order.decide(by: standing, at: moment, reader: self, keeper: Keeper()), at: moment)
  }

  mutating func advance(to moment: Instant) throws(Refusal) {
    for id in objects.keys.sorted() { try advance(id, to: moment) }
  }

  private mutating func advance(_ id: ObjectID, to moment: Instant) throws(Refusal) {
    while let wakes = objects[id]?.wakes, wakes <= moment {
      take(try clockwork(on: id, at: moment, reader: self, keeper: Keeper()), at: moment)
    }
  }

  mutating func bringAbout<T: RecordObject>(
    _ type: T.Type, _ event: T.Event, by standing: Standing, at moment: Instant
  ) {
    var scene = Scene(standing: standing, now: moment, reader: self, keeper: Keeper())
    scene.open(type, with: event)
    take(scene.happenings, at: moment)
    entries = []
  }

  /// Rewrites the row of an object: for a state that another kind's own tests lead to.
  mutating func rewrite<T: RecordObject>(_ type: T.Type, _ id: ObjectID, _ change: (String) -> String) throws {
    objects[id] = try CanonicalJSON.value(type, from: change(CanonicalJSON.text(of: object(type, id)!)))
  }

  private mutating func take(_ happenings: [Happening], at moment: Instant) {
    for happening in happenings {
      let before = objects[happening.object]
      if before == nil { counts[happening.object.kind, default: 0] += 1 }
      versions[happening.object, default: 0] += 1
      objects[happening.object] = happening.after
      entries.append(
        Entry(
          object: happening.object, event: happening.event, author: happening.author, at: moment, before: before,
          after: happening.after))
    }
  }

  private struct Keeper: ContentKeeper {
    func keep(_ content: String, for audience: Audience) -> Confided {
      let digits = String(content.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
      return Confided(commit: String(repeating: "0", count: 64 - digits.count) + digits, audience: audience)
    }
  }
}
