import Synchronization

/// Objects as their rows said them, so that a reading parses only what has changed since the reading before.
///
/// What is here is the record's own, for nobody in particular: ``RecordView`` decides each time who may see it. It
/// holds for one head of the log; once there are new events, what they are about is read again. Contents that are kept
/// apart are never here, so that an erased one is gone.
final class ObjectShelf: Sendable {
  private struct State {
    var edition: RecordEdition?
    var objects: RecentObjects<ShelvedObject>
    var counts: [ObjectKind: Int] = [:]
    /// By kind and agreement; an object never changes its agreement, so that these only grow.
    var agreements: [ObjectKind: Agreed] = [:]
    /// For whom the objects of each kind are, and at which stages.
    var rolls: [ObjectKind: ObjectRoll] = [:]
  }

  /// The objects of a kind up to a number, by the agreement that they belong to.
  struct Agreed: Sendable {
    var last = 0
    var numbers: [ObjectID: [Int]] = [:]
  }

  private let state: Mutex<State>
  private let most: Int

  /// - Parameter most: how many bytes the rows of all remembered objects may have together; parsed they take several
  ///   times as much.
  init(most: Int = 16 << 20) {
    self.most = most
    state = Mutex(State(objects: RecentObjects(most: most)))
  }

  /// Whether reading what the new events are about is quicker than forgetting everything: whoever forgets has to look at
  /// every row again.
  private static func isWorthFollowing(from size: Int, to newSize: Int) -> Bool {
    newSize - size <= max(1_000, size / 32)
  }

  /// What is remembered of the rows that a snapshot has.
  ///
  /// A snapshot that is older than what is remembered gets a shelf of its own.
  func reader(of snapshot: any RecordSnapshot) throws -> ShelfReader {
    let wanted = try RecordEdition(of: snapshot)
    let present = state.withLock { $0.edition }
    // The one that is here already, not its equal: every look at an object compares them, and the same is seen at once.
    if let present, present == wanted { return ShelfReader(snapshot: snapshot, shelf: self, edition: present) }
    if let present, present.head.size > wanted.head.size {
      return try ObjectShelf(most: most).reader(of: snapshot)
    }
    var changed: Set<ObjectID>?
    if let present, present.rebuilds == wanted.rebuilds,
      Self.isWorthFollowing(from: present.head.size, to: wanted.head.size)
    {
      var found: Set<ObjectID> = []
      try snapshot.events(from: present.head.size + 1) { event in
        found.insert(event.object)
        return true
      }
      changed = found
    }
    state.withLock { [most] state in
      // Where somebody else was quicker, what they did holds.
      guard state.edition == present else { return }
      if let changed {
        for id in changed {
          state.objects.forget(id)
          state.rolls[id.kind]?.forget(id.number)
        }
        state.counts = [:]
      } else {
        state = State(objects: RecentObjects(most: most))
      }
      state.edition = wanted
    }
    return ShelfReader(snapshot: snapshot, shelf: self, edition: wanted)
  }

  // MARK: Rolls in a file

  /// The rolls as far as readings have filled them in; nothing when nobody has read.
  func rolls() -> (rolls: [ObjectKind: ObjectRoll], edition: RecordEdition)? {
    state.withLock { state in state.edition.map { (state.rolls, $0) } }
  }

  /// Begins with the rolls of a file, when nobody has read yet and it is of this record and not too old.
  ///
  /// - Returns: whether it did.
  /// - Throws: ``StorageError`` when the record cannot be read.
  func begin(with file: RollFile, in snapshot: any RecordSnapshot) throws -> Bool {
    let present = try RecordEdition(of: snapshot)
    guard file.rebuilds == present.rebuilds, file.size >= 1, file.size <= present.head.size,
      Self.isWorthFollowing(from: file.size, to: present.head.size)
    else { return false }
    var rolls = file.rolls
    var isOfThisRecord = false
    try snapshot.events(from: file.size) { event in
      if event.sequence == file.size {
        isOfThisRecord = try event.leaf().hash == file.leaf
        return isOfThisRecord
      }
      rolls[event.object.kind]?.forget(event.object.number)
      return true
    }
    guard isOfThisRecord else { return false }
    return state.withLock { [rolls] state in
      guard state.edition == nil else { return false }
      (state.edition, state.rolls) = (present, rolls)
      return true
    }
  }

  fileprivate func object(_ id: ObjectID, in edition: RecordEdition) -> ShelvedObject? {
    state.withLock { $0.edition == edition ? $0.objects.entry(of: id) : nil }
  }

  fileprivate func remember(_ object: ShelvedObject, bytes: Int, in edition: RecordEdition) {
    state.withLock { state in
      guard state.edition == edition else { return }
      state.objects.remember(object, of: object.object.id, bytes: bytes)
      state.objects.makeRoom()
    }
  }

  fileprivate func count(of kind: ObjectKind, in edition: RecordEdition) -> Int? {
    state.withLock { $0.edition == edition ? $0.counts[kind] : nil }
  }

  fileprivate func remember(_ count: Int, of kind: ObjectKind, in edition: RecordEdition) {
    state.withLock { if $0.edition == edition { $0.counts[kind] = count } }
  }

  fileprivate func roll(of kind: ObjectKind, in edition: RecordEdition) -> ObjectRoll {
    state.withLock { $0.edition == edition ? $0.rolls[kind] ?? ObjectRoll() : ObjectRoll() }
  }

  fileprivate func remember(_ roll: ObjectRoll, of kind: ObjectKind, in edition: RecordEdition) {
    state.withLock { state in
      guard state.edition == edition, roll.last >= state.rolls[kind]?.last ?? 0 else { return }
      state.rolls[kind] = roll
    }
  }

  fileprivate func agreed(_ kind: ObjectKind) -> Agreed { state.withLock { $0.agreements[kind] ?? Agreed() } }

  fileprivate func remember(_ agreed: Agreed, of kind: ObjectKind) {
    state.withLock { state in
      if agreed.last > state.agreements[kind]?.last ?? 0 { state.agreements[kind] = agreed }
    }
  }
}

/// Which state of a record somebody reads: as long as it is the same, so is everything that can be read.
public struct RecordEdition: Equatable, Sendable {
  let head: LogHead
  /// How often the rows were replaced by a rebuild.
  let rebuilds: Int

  /// The subscriber under which a record counts how often its rows were replaced.
  static let rebuilds = "rebuilds"

  init(of snapshot: any RecordSnapshot) throws {
    head = try snapshot.head()
    rebuilds = try snapshot.cursor(of: Self.rebuilds)
  }
}

/// An object as its row says it, and what else was found in its texts.
final class ShelvedObject: Sendable {
  let version: Int
  let object: any RecordObject
  fileprivate let found = Mutex(Found())

  fileprivate struct Found {
    /// Who may see the contents that the row names, by commitment.
    var audiences: [String: Audience]?
    /// The same of those that only earlier events name.
    var earlier: [String: Audience]?
    var history: [RecordView.EventHeading]?
  }

  init(version: Int, object: any RecordObject) { (self.version, self.object) = (version, object) }
}

/// The rolls that one reading has filled in: the shelf takes none from a reading that new events have overtaken.
private final class ReadingRolls {
  var own: [ObjectKind: ObjectRoll] = [:]
}

/// A snapshot with what is remembered of it: rows are read and parsed once for all readings.
struct ShelfReader {
  let snapshot: any RecordSnapshot
  fileprivate let shelf: ObjectShelf
  fileprivate let edition: RecordEdition
  private let rolls = ReadingRolls()

  fileprivate init(snapshot: any RecordSnapshot, shelf: ObjectShelf, edition: RecordEdition) {
    (self.snapshot, self.shelf, self.edition) = (snapshot, shelf, edition)
  }

  var head: LogHead { edition.head }

  /// The object; nothing when there is none.
  func object(_ id: ObjectID) throws -> ShelvedObject? {
    if let known = shelf.object(id, in: edition) { return known }
    return try snapshot.row(id).map { try shelved($0) }
  }

  /// The objects of a kind from the one after `number` on, in the order of their numbers, until `body` answers false.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - number: the number after which to begin.
  ///   - standing: whose objects are wanted; everybody's when nothing is given.
  ///   - stages: the stages at which they are wanted; at any when nothing is given.
  ///   - body: is handed each object.
  /// - Complexity: one look at each row that has come or changed since the last time, and at those handed on.
  func each(
    _ kind: ObjectKind, after number: Int, for standing: Standing? = nil, at stages: [String]? = nil,
    _ body: (ShelvedObject) throws -> Bool
  ) throws {
    try eachNumber(of: kind, after: number, for: standing, at: stages) { number, known in
      guard let read = try known ?? object(ObjectID(kind, number)) else { return true }
      return try body(read)
    }
  }

  /// The numbers of those objects, each with the object where it had to be read to know.
  func eachNumber(
    of kind: ObjectKind, after number: Int, for standing: Standing?, at stages: [String]?,
    _ body: (Int, ShelvedObject?) throws -> Bool
  ) throws {
    if stages?.isEmpty == true { return }
    let count = try count(of: kind)
    var glance = RollGlance(rolls.own[kind] ?? shelf.roll(of: kind, in: edition), for: standing, at: stages)
    defer {
      if glance.hasGrown {
        rolls.own[kind] = glance.roll
        shelf.remember(glance.roll, of: kind, in: edition)
      }
    }
    var next = number + 1
    while next <= count {
      guard let isIncluded = glance.includes(next) else {
        let rows = try snapshot.rows(of: kind, after: next - 1, limit: next < glance.roll.last ? 1 : Self.batch)
        guard let last = rows.last else { return }
        for row in rows where try glance.includes(row) {
          if let read = try wanted(row, &glance), try !body(row.id.number, read) { return }
        }
        next = last.id.number + 1
        continue
      }
      if isIncluded {
        if let isAtStage = glance.isAtStage(next) {
          if isAtStage, try !body(next, nil) { return }
        } else if let row = try snapshot.row(ObjectID(kind, next)), let read = try wanted(row, &glance) {
          if try !body(next, read) { return }
        }
      }
      next += 1
    }
  }

  /// The object of a row, when it is at a stage that is asked for; of others nothing but the stage is read.
  private func wanted(_ row: StoredRow, _ glance: inout RollGlance) throws -> ShelvedObject? {
    guard glance.looksAtStages else { return try shelved(row) }
    if let stage = try CanonicalJSON.value(StagedRow.self, from: row.text).object.stage {
      return glance.isAtStage(entering: stage, of: row.id.number) ? try shelved(row) : nil
    }
    // A kind whose stage follows from something else.
    let read = try shelved(row)
    return glance.isAtStage(entering: read.object.stageCode, of: row.id.number) ? read : nil
  }

  private struct StagedRow: Decodable {
    struct Object: Decodable { let stage: String? }
    let object: Object
  }

  private func shelved(_ row: StoredRow) throws -> ShelvedObject {
    if let known = shelf.object(row.id, in: edition) { return known }
    let read = try Self.parsed(row, as: row.id.kind.type)
    shelf.remember(read, bytes: row.text.utf8.count, in: edition)
    return read
  }

  private static let batch = 200

  private static func parsed<T: RecordObject>(_ row: StoredRow, as type: T.Type) throws -> ShelvedObject {
    ShelvedObject(version: row.version, object: try T.fromRow(row.text))
  }

  func count(of kind: ObjectKind) throws -> Int {
    if let known = shelf.count(of: kind, in: edition) { return known }
    let count = try snapshot.count(of: kind)
    shelf.remember(count, of: kind, in: edition)
    return count
  }

  // MARK: What belongs to an agreement

  /// The numbers of the objects of a kind that belong to an agreement, ascending.
  ///
  /// - Complexity: one look at each row that has come since it was last asked for any agreement.
  func numbers(of kind: ObjectKind, under agreement: ObjectID) throws -> [Int] {
    let count = try count(of: kind)
    var agreed = shelf.agreed(kind)
    if agreed.last < count {
      while true {
        let rows = try snapshot.rows(of: kind, after: agreed.last, limit: Self.batch)
        guard let last = rows.last else { break }
        for row in rows {
          let owner = try CanonicalJSON.value(AgreedRow.self, from: row.text).object.agreement
          if let owner { agreed.numbers[owner, default: []].append(row.id.number) }
        }
        agreed.last = last.id.number
      }
      shelf.remember(agreed, of: kind)
    }
    return (agreed.numbers[agreement] ?? []).filter { $0 <= count }
  }

  private struct AgreedRow: Decodable {
    struct Object: Decodable { let agreement: ObjectID? }
    let object: Object
  }

  // MARK: Audiences

  /// For whom a content of an object is: as the object names it now, otherwise as the last event did that named it.
  func audience(of commit: String, in id: ObjectID) throws -> Audience? {
    guard let shelved = try object(id) else { return nil }
    let (now, earlier) = shelved.found.withLock { ($0.audiences, $0.earlier) }
    let audiences = try now ?? NamedContents.audiences(in: snapshot.row(id)?.text)
    if now == nil { shelved.found.withLock { $0.audiences = audiences } }
    if let audience = audiences[commit] { return audience }
    if let earlier { return earlier[commit] }
    var found: [String: Audience] = [:]
    for event in try snapshot.events(of: id) {
      found.merge(try NamedContents.audiences(in: event.body)) { _, later in later }
    }
    shelved.found.withLock { [found] in $0.earlier = found }
    return found[commit]
  }

  /// The events of an object with what is said at the head of each.
  func history(of id: ObjectID) throws -> [(event: StoredEvent, heading: RecordView.EventHeading)] {
    let events = try snapshot.events(of: id)
    let shelved = try object(id)
    if let known = shelved?.found.withLock({ $0.history }), known.count == events.count {
      return Array(zip(events, known))
    }
    let headings = try events.map { try CanonicalJSON.value(RecordView.EventHeading.self, from: $0.body) }
    shelved?.found.withLock { $0.history = headings }
    return Array(zip(events, headings))
  }
}

/// The contents that a canonical text names, with those who may see them.
private enum NamedContents {
  private enum Key: String, CodingKey { case commit, audience }

  /// The audience that stands first in the text counts, where a content is named twice.
  static func audiences(in text: String?) throws -> [String: Audience] {
    guard let text else { return [:] }
    let source = try CanonicalSource(text)
    var found: [String: Audience] = [:]
    for token in source.tokens.indices where source.tokens[token].kind == .object {
      guard let commit = source.member(Key.commit, of: token).flatMap(source.text), found[commit] == nil,
        let audience = source.member(Key.audience, of: token)
      else { continue }
      found[commit] = try? Audience(from: CanonicalValue(source: source, token: audience))
    }
    return found
  }
}
