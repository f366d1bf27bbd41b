import Crypto

/// What a check of a record found: how much there is, and everything that cannot be as it was written.
public struct RecordCheck: Sendable {
  public private(set) var events = 0
  public private(set) var rows = 0
  public private(set) var contents = 0
  public private(set) var erased = 0
  /// The log as recomputed from the events that people read.
  public private(set) var frontier = TreeFrontier()
  /// In the order found; empty when everything holds.
  public private(set) var faults: [RecordFault] = []
  /// The roots at the sizes that were asked for.
  public private(set) var roots: [Int: LogHash] = [:]

  public var holds: Bool { faults.isEmpty }

  /// Recomputes the whole log from the rows and events that people read, and compares.
  ///
  /// - Parameters:
  ///   - snapshot: the record.
  ///   - sizes: sizes at which the root is wanted, such as those of checkpoints kept elsewhere.
  /// - Complexity: one pass over events, rows and contents.
  public init(of snapshot: any RecordSnapshot, rootsAt sizes: Set<Int> = []) {
    do {
      for line in try snapshot.faults() { add(.store(line)) }
      var trail = Trail()
      try follow(snapshot, trail: &trail, sizes: sizes)
      try compare(snapshot, with: trail)
    } catch {
      add(.unreadable("\(error)"))
    }
  }

  /// What the events say that rows and contents must be.
  private struct Trail {
    var last: [ObjectID: (version: Int, after: String)] = [:]
    var named: Set<String> = []
    var erased: Set<String> = []
  }

  private mutating func add(_ fault: RecordFault) {
    // A thousand faults tell no more than the first hundred.
    if faults.count < 100 { faults.append(fault) }
  }

  private mutating func follow(_ snapshot: any RecordSnapshot, trail: inout Trail, sizes: Set<Int>) throws {
    var moment = Instant(milliseconds: .min)
    if sizes.contains(0) { roots[0] = frontier.root }
    try snapshot.events(from: Int.min) { event in
      events += 1
      if event.sequence != events { add(.gap(after: events - 1, found: event.sequence)) }
      if event.at < moment { add(.clockWentBack(sequence: event.sequence)) }
      moment = event.at
      if event.version < 1 || event.version - 1 != (trail.last[event.object]?.version ?? 0) {
        add(.wrongVersion(event.object, sequence: event.sequence))
      }
      let body = Array(event.body.utf8)
      if let after = Self.after(body) {
        trail.last[event.object] = (event.version, after)
      } else {
        add(.malformed(sequence: event.sequence))
      }
      Self.eachCommit(body) { trail.named.insert($0) }
      if event.object.kind == .erasure {
        let body = try CanonicalJSON.value(EventBody<Erasure.Event>.self, from: event.body)
        if case .erased(let commit, _, _, _) = body.event { trail.erased.insert(commit) }
      }
      frontier.append(leafHash: try event.leaf().hash)
      if sizes.contains(events) { roots[events] = frontier.root }
      return true
    }
    let head = try snapshot.head()
    if head.frontier != frontier { add(.anotherHead(recorded: head.size, found: frontier.size)) }
    if events > 0, head.last != moment { add(.anotherMoment) }
  }

  private mutating func compare(_ snapshot: any RecordSnapshot, with trail: Trail) throws {
    try snapshot.everything { row in
      rows += 1
      guard let last = trail.last[row.id] else { return add(.rowWithoutEvents(row.id)) }
      if last.version != row.version || last.after != hexadecimal(SHA256.hash(data: Array(row.text.utf8))) {
        add(.rowChanged(row.id))
      }
    } contents: { content in
      contents += 1
      if let text = content.text, let salt = content.salt {
        if SaltedCommit(to: Array(text.utf8), salt: salt).description != content.commit {
          add(.contentChanged(content.commit))
        }
        if trail.erased.contains(content.commit) { add(.erasedButKept(content.commit)) }
      } else {
        erased += 1
        if !trail.erased.contains(content.commit) { add(.missingContent(content.commit)) }
      }
      if !trail.named.contains(content.commit) { add(.unnamedContent(content.commit)) }
    }
    if rows < trail.last.count { add(.rowsMissing(trail.last.count - rows)) }
    if contents < trail.named.count { add(.contentsMissing(trail.named.count - contents)) }
  }

  /// The digest of the row after the event; canonical bodies begin with act and after.
  private static func after(_ body: [UInt8]) -> String? {
    let key = Array(#","after":""#.utf8)
    guard let start = firstIndex(of: key, in: body, from: 0), body.count >= start + key.count + 64 else { return nil }
    return String(decoding: body[(start + key.count)..<(start + key.count + 64)], as: UTF8.self)
  }

  /// Every commitment of a content that the body names. A quotation mark within a text is written with a backslash,
  /// so the key can only be a key.
  private static func eachCommit(_ body: [UInt8], _ found: (String) -> Void) {
    let key = Array(#""commit":""#.utf8)
    var from = 0
    while let start = firstIndex(of: key, in: body, from: from), body.count >= start + key.count + 64 {
      let digits = body[(start + key.count)..<(start + key.count + 64)]
      found(String(decoding: digits, as: UTF8.self))
      from = start + key.count + 64
    }
  }

  private static func firstIndex(of key: [UInt8], in body: [UInt8], from: Int) -> Int? {
    guard body.count >= key.count, from <= body.count - key.count else { return nil }
    return body.withUnsafeBufferPointer { bytes in
      key.withUnsafeBufferPointer { wanted in
        var index = from
        while index <= bytes.count - wanted.count {
          if bytes[index] == wanted[0] {
            var length = 1
            while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
            if length == wanted.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }
}

/// Something in a record that cannot be as it was written.
public enum RecordFault: Error, Hashable, Sendable, CustomStringConvertible {
  case store(String)
  case unreadable(String)
  case gap(after: Int, found: Int)
  case clockWentBack(sequence: Int)
  case wrongVersion(ObjectID, sequence: Int)
  case malformed(sequence: Int)
  case anotherHead(recorded: Int, found: Int)
  case anotherMoment
  case rowWithoutEvents(ObjectID)
  case rowChanged(ObjectID)
  case rowsMissing(Int)
  case contentChanged(String)
  case missingContent(String)
  case erasedButKept(String)
  case unnamedContent(String)
  case contentsMissing(Int)
  case foldDiffers(ObjectID, sequence: Int)

  public var description: String {
    switch self {
    case .store(let line): "the file itself is damaged: \(line)"
    case .unreadable(let fault): "the record cannot be read to its end: \(fault)"
    case .gap(let after, let found): "event \(after + 1) is missing: \(found) follows \(after)"
    case .clockWentBack(let sequence): "event \(sequence) happened before the one before it"
    case .wrongVersion(let id, let sequence): "event \(sequence) is not the next of \(id)"
    case .malformed(let sequence): "event \(sequence) does not say how its object read afterwards"
    case .anotherHead(let recorded, let found):
      "the log ends elsewhere than recorded: \(recorded) events by its head, \(found) found, or one of them changed"
    case .anotherMoment: "the last moment is not that of the last event"
    case .rowWithoutEvents(let id): "\(id) has a row but no events"
    case .rowChanged(let id): "the row of \(id) is not what its last event left"
    case .rowsMissing(let count): "\(count) objects have events but no row"
    case .contentChanged(let commit): "the content \(commit) is not what was committed to"
    case .missingContent(let commit): "the content \(commit) is gone, and nobody erased it"
    case .erasedButKept(let commit): "the content \(commit) was erased, yet is there"
    case .unnamedContent(let commit): "no event names the content \(commit)"
    case .contentsMissing(let count): "\(count) contents that events name are not there"
    case .foldDiffers(let id, let sequence): "event \(sequence) does not lead to the recorded \(id)"
    }
  }
}
