import Registry

/// The published log as pages read it: its signed checkpoint, and proofs under it.
struct PublishedLog {
  let record: RecordFolder
  /// The checkpoint with its signatures.
  let note: SignedNote
  let checkpoint: Checkpoint

  /// Nothing before the first checkpoint.
  ///
  /// - Throws: ``LogFault`` when what is published is not a checkpoint of this log.
  init?(of record: RecordFolder) throws {
    guard let note = try TilePublisher(record.log).checkpoint() else { return nil }
    (self.record, self.note) = (record, note)
    checkpoint = try record.policy.checkpoint(in: note)
  }

  private var tiles: TileReader<LogFolder> { TileReader(record.log, size: checkpoint.size) }

  /// Whether the checkpoint covers the entry of a number, counted from 1.
  func covers(_ number: Int) -> Bool { number >= 1 && number <= checkpoint.size }

  /// The entry of a number that the checkpoint covers.
  ///
  /// - Throws: ``LogFault`` when the files do not bear it out.
  func leaf(_ number: Int) throws -> LogLeaf {
    try LogLeaf(bytes: try tiles.entry(at: number - 1), at: "entry \(number)")
  }

  /// The proof that the checkpoint covers the entry of a number.
  ///
  /// - Throws: ``LogFault`` when the files do not bear it out.
  func proof(_ number: Int) throws -> InclusionProof {
    try tiles.inclusionProof(of: number - 1, inSize: checkpoint.size)
  }
}

/// One entry of the log: what everybody may see of it, and the proof that it is there.
struct LogEntry {
  /// Counted from 1, as people count.
  let number: Int
  let leaf: LogLeaf
  /// The thing it is about.
  let object: ObjectID
  /// Nothing until a checkpoint covers it.
  let proof: InclusionProof?

  /// Reads the record by itself, so it comes before the reading for a visitor, not within.
  ///
  /// - Throws: ``PageFault/notHere`` when the record has no such entry.
  init(_ number: Int, of log: PublishedLog?, at record: RecordFolder) throws {
    if let log, log.covers(number) {
      (leaf, proof) = (try log.leaf(number), try log.proof(number))
    } else {
      (leaf, proof) = (try Self.recorded(number, at: record), nil)
    }
    guard let object = ObjectID(leaf.object) else {
      throw LogFault(.malformed(found: leaf.object, expected: "a number of the record"), at: "entry \(number)")
    }
    (self.number, self.object) = (number, object)
  }

  /// What it says, where the visitor may see that.
  func event(in view: RecordView) throws -> RecordView.VisibleEvent? {
    try view.history(of: object).first { $0.sequence == number }
  }

  private static func recorded(_ number: Int, at record: RecordFolder) throws -> LogLeaf {
    let event = try record.store.read { snapshot in
      var found: StoredEvent?
      guard number >= 1, number <= (try snapshot.head()).size else { return found }
      try snapshot.events(from: number) { event in
        found = event
        return false
      }
      return found
    }
    guard let event, event.sequence == number else { throw PageFault.notHere }
    return try event.leaf()
  }

  /// The number that stands in a path, in the one spelling it has.
  ///
  /// - Throws: ``PageFault/notHere`` for any other text.
  static func number(_ text: String?) throws -> Int {
    guard let text, let number = Int(text), number >= 1, text == String(number) else { throw PageFault.notHere }
    return number
  }
}
