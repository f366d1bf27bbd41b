/// What a check of a record found: how much there is, and everything that cannot be as it was written.
public struct RecordCheck: Sendable {
  public let events: Int
  public let rows: Int
  public let contents: Int
  public let erased: Int
  /// The log as recomputed from the events that people read.
  public let frontier: TreeFrontier
  /// In the order found; empty when everything holds.
  public let faults: [RecordFault]
  /// The roots at the sizes that were asked for.
  public let roots: [Int: LogHash]

  public var holds: Bool { faults.isEmpty }

  /// Recomputes the whole log from the rows and events that people read, and compares.
  ///
  /// - Parameters:
  ///   - snapshot: the record.
  ///   - sizes: sizes at which the root is wanted, such as those of checkpoints kept elsewhere.
  /// - Complexity: one pass over events, rows and contents, on all cores.
  public init(of snapshot: any RecordSnapshot, rootsAt sizes: Set<Int> = []) {
    let check = RecordPass(of: snapshot, rootsAt: sizes)
    (events, rows, contents, erased) = (check.events, check.rows, check.contents, check.erased)
    (frontier, faults, roots) = (check.frontier, check.faults, check.roots)
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
