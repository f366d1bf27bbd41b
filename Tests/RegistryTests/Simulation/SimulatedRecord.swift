@testable import Registry

/// A record in memory that keeps each event with the object before and after it, and every content with its text.
///
/// Its time never goes back even when the machine's clock does, as in a ledger.
struct SimulatedRecord: RecordReader {
  struct Entry {
    let at: Instant
    let object: ObjectID
    let version: Int
    let event: any RecordEvent
    let author: Author
    let isClock: Bool
    let before: (any RecordObject)?
    let after: any RecordObject
  }

  private(set) var objects: [ObjectID: any RecordObject] = [:]
  private(set) var versions: [ObjectID: Int] = [:]
  private(set) var entries: [Entry] = []
  private(set) var texts: [String: String] = [:]
  private(set) var last = Instant(milliseconds: .min)
  /// How many contents were ever kept.
  private var kept = 0
  private var counts: [ObjectKind: Int] = [:]

  init(of record: MemoryRecord) {
    (objects, versions) = (record.objects, record.versions)
    for kind in ObjectKind.allCases { counts[kind] = record.count(of: kind) }
    last = record.entries.last?.at ?? last
  }

  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? { objects[id] as? T }
  func version(of id: ObjectID) -> Int? { versions[id] }
  func count(of kind: ObjectKind) -> Int { counts[kind, default: 0] }
  func keeps(_ commit: String) -> Bool { texts[commit] != nil }

  /// The moment that the record gives to what happens now.
  func moment(_ machine: Instant) -> Instant { max(machine, last) }

  @discardableResult
  mutating func submit(_ order: Order, by standing: Standing, at machine: Instant) throws(Refusal) -> Int {
    let now = moment(machine)
    if let object = order.object { try advance(object, to: now) }
    let keeper = Keeper(count: kept)
    let happenings = try order.decide(by: standing, at: now, reader: self, keeper: keeper)
    take(happenings, at: now, by: standing.isClock)
    kept += keeper.kept.texts.count
    for (commit, text) in keeper.kept.texts { texts[commit] = text }
    for happening in happenings {
      guard let event = happening.event as? Erasure.Event, case .erased(let commit, _, _, _) = event else { continue }
      texts[commit] = nil
    }
    return happenings.count
  }

  mutating func advance(to machine: Instant) throws(Refusal) {
    let now = moment(machine)
    for id in objects.filter({ $0.value.wakes.map { $0 <= now } ?? false }).keys.sorted() { try advance(id, to: now) }
  }

  private mutating func advance(_ id: ObjectID, to now: Instant) throws(Refusal) {
    while let wakes = objects[id]?.wakes, wakes <= now {
      let keeper = Keeper(count: kept)
      let happenings = try clockwork(on: id, at: now, reader: self, keeper: keeper)
      precondition(!happenings.isEmpty, "\(id) wakes at \(wakes) and does nothing")
      take(happenings, at: now, by: true)
    }
  }

  private mutating func take(_ happenings: [Happening], at moment: Instant, by clock: Bool) {
    last = max(last, moment)
    for happening in happenings {
      let id = happening.object
      let before = objects[id]
      if before == nil { counts[id.kind, default: 0] += 1 }
      versions[id, default: 0] += 1
      objects[id] = happening.after
      entries.append(
        Entry(
          at: moment, object: id, version: versions[id]!, event: happening.event, author: happening.author,
          isClock: clock, before: before, after: happening.after))
    }
  }

  /// Commitments that differ, as salts make them differ.
  private struct Keeper: ContentKeeper {
    final class Kept { var texts: [(String, String)] = [] }
    let count: Int
    let kept = Kept()

    func keep(_ content: String, for audience: Audience) -> Confided {
      let digits = String(count + kept.texts.count + 1, radix: 16)
      let commit = String(repeating: "0", count: 64 - digits.count) + digits
      kept.texts.append((commit, content))
      return Confided(commit: commit, audience: audience)
    }
  }
}
