/// What is remembered of objects, up to so many bytes of their rows: what nobody has asked for lately makes room.
///
/// There are two halves. What is asked for comes into the younger one; when that is full it becomes the older, and what
/// the older one still held is forgotten. Whoever looks through more than there is room for thus never pushes out all
/// that others need.
struct RecentObjects<Entry: Sendable>: Sendable {
  private struct Kept: Sendable {
    let entry: Entry
    let bytes: Int
  }

  private var younger: [ObjectID: Kept] = [:]
  private var older: [ObjectID: Kept] = [:]
  private var bytesOfYounger = 0
  private let most: Int

  /// - Parameter most: how many bytes the rows of all remembered objects may have together.
  init(most: Int) { self.most = most }

  /// What is remembered of an object; it counts as asked for.
  mutating func entry(of id: ObjectID) -> Entry? {
    if let kept = younger[id] { return kept.entry }
    guard let kept = older.removeValue(forKey: id) else { return nil }
    younger[id] = kept
    bytesOfYounger += kept.bytes
    return kept.entry
  }

  /// Remembers an object, in place of what was known of it.
  ///
  /// Nothing is pushed out before ``makeRoom()``.
  ///
  /// - Parameter bytes: the length of its row.
  mutating func remember(_ entry: Entry, of id: ObjectID, bytes: Int) {
    forget(id)
    younger[id] = Kept(entry: entry, bytes: bytes)
    bytesOfYounger += bytes
  }

  mutating func forget(_ id: ObjectID) {
    if let kept = younger.removeValue(forKey: id) { bytesOfYounger -= kept.bytes }
    older[id] = nil
  }

  /// Forgets what was not asked for lately, if there is more than half of what there is room for.
  mutating func makeRoom() {
    guard bytesOfYounger > most / 2 else { return }
    (older, younger, bytesOfYounger) = (younger, [:], 0)
  }
}
