/// One pass over a record: what events, rows and contents say of each other.
///
/// Hashing is done on all cores; everything else in the order of the record, so that the same record always has the
/// same faults.
final class RecordPass {
  private(set) var events = 0
  private(set) var rows = 0
  private(set) var contents = 0
  private(set) var erased = 0
  private(set) var frontier = TreeFrontier()
  private(set) var faults: [RecordFault] = []
  private(set) var roots: [Int: LogHash] = [:]

  private let sizes: Set<Int>
  private var moment = Int64.min
  /// What the events say that rows and contents must be.
  private var last = LastEvents()
  private var named = NamedContents()
  private var toErase: Set<StatedDigest> = []

  /// From how many events on the store looks at its own files at the same time.
  private static let large = 4096

  init(of snapshot: any RecordSnapshot, rootsAt sizes: Set<Int>) {
    self.sizes = sizes
    let bytes = snapshot as? any ByteSnapshot ?? SnapshotBytes(snapshot: snapshot)
    let isLarge = (try? snapshot.head().size >= Self.large) ?? false
    let beside = (isLarge ? bytes.faultsBeside : nil).map { find in WorkBeside { Result { try find() } } }
    do {
      if beside == nil { for line in try snapshot.faults() { add(.store(line)) } }
      try follow(bytes, head: snapshot.head)
      try compare(bytes)
    } catch {
      add(.unreadable("\(error)"))
    }
    guard let beside else { return }
    // What the store finds comes first, as if it had been asked first.
    let found = faults
    faults = []
    do {
      for line in try beside.wait().get() ?? snapshot.faults() { add(.store(line)) }
      for fault in found { add(fault) }
    } catch {
      (events, rows, contents, erased, frontier, roots) = (0, 0, 0, 0, TreeFrontier(), [:])
      add(.unreadable("\(error)"))
    }
  }

  private func add(_ fault: RecordFault) {
    // A thousand faults tell no more than the first hundred.
    if faults.count < 100 { faults.append(fault) }
  }

  // MARK: Events

  private func follow(_ bytes: any ByteSnapshot, head: () throws -> LogHead) throws {
    if sizes.contains(0) { roots[0] = frontier.root }
    var block = EventBlock()
    let work = OrderedWork<EventBlock, EventFindings>({ EventFindings(of: $0) }, receive: take)
    try work.run(
      { work in
        try bytes.eachEvent { event in
          block.append(event)
          guard block.events.count == EventBlock.size else { return }
          try work.add(block)
          block = EventBlock()
        }
      }, rest: { block })
    let head = try head()
    if head.frontier != frontier { add(.anotherHead(recorded: head.size, found: frontier.size)) }
    if events > 0, head.last.milliseconds != moment { add(.anotherMoment) }
  }

  private func take(_ found: EventFindings) throws {
    let range = events..<(events + found.block.events.count)
    // A whole subtree at once, unless a root within it is asked for.
    let subtree = sizes.contains { $0 > range.lowerBound && $0 < range.upperBound } ? nil : found.subtree
    for (event, finding) in zip(found.block.events, found.findings) {
      events += 1
      if event.sequence != events { add(.gap(after: events - 1, found: event.sequence)) }
      if event.at < moment { add(.clockWentBack(sequence: event.sequence)) }
      moment = event.at
      if event.version < 1 || event.version - 1 != (last[event.object]?.version ?? 0) {
        add(.wrongVersion(event.object, sequence: event.sequence))
      }
      if let after = finding.after {
        last.set(LastEvents.Last(version: event.version, after: after), of: event.object)
      } else {
        add(.malformed(sequence: event.sequence))
      }
      if event.object.kind == .erasure {
        let body = try CanonicalJSON.value(EventBody<Erasure.Event>.self, from: found.block.body(of: event))
        if case .erased(let commit, _, _, _) = body.event { toErase.insert(StatedDigest(commit)) }
      }
      let leaf = try finding.leaf.get()
      if subtree == nil {
        frontier.append(leafHash: leaf)
        if sizes.contains(events) { roots[events] = frontier.root }
      }
    }
    for digest in found.named { named.insert(digest) }
    guard let subtree else { return }
    frontier.append(subtree: subtree, level: EventBlock.level)
    if sizes.contains(events) { roots[events] = frontier.root }
  }

  // MARK: Rows and contents

  private struct RowLabel: Sendable {
    let id: ObjectID
    let version: Int
  }

  private struct ContentLabel: Sendable {
    let commit: StatedDigest
    /// Whether text and salt are there.
    let isKept: Bool
  }

  private func compare(_ bytes: any ByteSnapshot) throws {
    var block = HashBlock<RowLabel>()
    try OrderedWork<HashBlock<RowLabel>, [(RowLabel, LogHash)]>({ $0.hashed() }, receive: takeRows).run(
      { work in
        try bytes.eachRow { row in
          block.append(RowLabel(id: row.id, version: row.version), hashing: row.text)
          guard block.isFull else { return }
          try work.add(block)
          block = HashBlock()
        }
      }, rest: { block })
    named.sort()
    var kept = HashBlock<ContentLabel>()
    let purpose = SaltedCommit.purpose
    try purpose.withUnsafeBytes { purpose in
      try OrderedWork<HashBlock<ContentLabel>, [(ContentLabel, LogHash)]>({ $0.hashed() }, receive: takeContents).run(
        { work in
          try bytes.eachContent { content in
            let commit = StatedDigest(content.commit)
            if let salt = content.salt, let text = content.text {
              kept.append(ContentLabel(commit: commit, isKept: true), hashing: purpose, salt, text)
            } else {
              kept.append(ContentLabel(commit: commit, isKept: false))
            }
            guard kept.isFull else { return }
            try work.add(kept)
            kept = HashBlock()
          }
        }, rest: { kept })
    }
    if rows < last.count { add(.rowsMissing(last.count - rows)) }
    if contents < named.count { add(.contentsMissing(named.count - contents)) }
  }

  private func takeRows(_ found: [(RowLabel, LogHash)]) {
    for (row, hash) in found {
      rows += 1
      if let last = last[row.id] {
        if last.version != row.version || last.after != .hash(hash) { add(.rowChanged(row.id)) }
      } else {
        add(.rowWithoutEvents(row.id))
      }
    }
  }

  private func takeContents(_ found: [(ContentLabel, LogHash)]) {
    for (content, hash) in found {
      contents += 1
      let isToErase = !toErase.isEmpty && toErase.contains(content.commit)
      if content.isKept {
        if content.commit != .hash(hash) { add(.contentChanged(content.commit.text)) }
        if isToErase { add(.erasedButKept(content.commit.text)) }
      } else {
        erased += 1
        if !isToErase { add(.missingContent(content.commit.text)) }
      }
      if !named.contains(content.commit) { add(.unnamedContent(content.commit.text)) }
    }
  }
}

/// What the last event of each object says of it.
private struct LastEvents {
  struct Last {
    let version: Int
    /// The digest of the row.
    let after: StatedDigest
  }

  /// By the place of the kind. Numbers of a kind run from 1 without gaps, so that most are found by their place.
  private var dense = [[Last]](repeating: [], count: ObjectKind.allCases.count)
  /// What a damaged record holds besides.
  private var sparse: [ObjectID: Last] = [:]

  var count: Int { dense.reduce(sparse.count) { $0 + $1.count } }

  subscript(id: ObjectID) -> Last? {
    let kind = id.kind.place
    if id.number >= 1, id.number <= dense[kind].count { return dense[kind][id.number - 1] }
    return sparse.isEmpty ? nil : sparse[id]
  }

  mutating func set(_ last: Last, of id: ObjectID) {
    let kind = id.kind.place
    let count = dense[kind].count
    if id.number >= 1, id.number <= count {
      dense[kind][id.number - 1] = last
    } else if id.number == count + 1 {
      dense[kind].append(last)
      if !sparse.isEmpty { sparse[id] = nil }
    } else {
      sparse[id] = last
    }
  }
}

/// The commitments that events name, looked up mostly in ascending order.
private struct NamedContents {
  private var hashes: [LogHash] = []
  private var others: Set<StatedDigest> = []
  private var next = 0

  mutating func insert(_ digest: StatedDigest) {
    if case .hash(let hash) = digest { hashes.append(hash) } else { others.insert(digest) }
  }

  /// Puts what was inserted in order, each once.
  mutating func sort() {
    hashes.sort { $0.precedes($1) }
    var kept = 0
    for hash in hashes where kept == 0 || hashes[kept - 1] != hash {
      hashes[kept] = hash
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }

  var count: Int { hashes.count + others.count }

  mutating func contains(_ digest: StatedDigest) -> Bool {
    guard case .hash(let hash) = digest else { return others.contains(digest) }
    while next < hashes.count, hashes[next].precedes(hash) { next += 1 }
    if next < hashes.count, hashes[next] == hash { return true }
    // Out of order, as only a damaged record is.
    var range = hashes.startIndex..<hashes.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if hashes[middle] == hash { return true }
      range = hashes[middle].precedes(hash) ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
