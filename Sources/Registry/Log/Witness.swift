/// A witness' signature under a checkpoint: a time, and Ed25519 over time and text.
///
/// Source: C2SP, tlog-cosignature v1, "Ed25519 signed message".
struct Cosignature {
  /// Seconds since 1970 UTC.
  let timestamp: Int
  let signature: ArraySlice<UInt8>

  /// The parts of a signature line's bytes, or nil where they are not 72 or the time is beyond 2^63 − 1.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 72, bytes[0] < 0x80 else { return nil }
    timestamp = bytes[..<8].reduce(0) { $0 << 8 | Int($1) }
    signature = bytes[8...]
  }

  /// What a witness signs: the purpose, the time, and the whole text of the checkpoint.
  static func message(_ text: String, at timestamp: Int) -> [UInt8] {
    Array("cosignature/v1\ntime \(timestamp)\n\(text)".utf8)
  }
}

extension SignedNote {
  /// The note with the cosignature of a witness added.
  ///
  /// - Parameters:
  ///   - key: of algorithm ``NoteAlgorithm/cosignature``.
  ///   - timestamp: when, in seconds since 1970 UTC; not negative.
  /// - Throws: ``LogFault`` for a key of another algorithm, and for a negative time.
  public func cosigned(by key: SignerKey, at timestamp: Int) throws(LogFault) -> SignedNote {
    try key.verifier.check(.cosignature)
    guard timestamp >= 0 else {
      throw LogFault(.outside(value: timestamp, range: 0...Int.max), at: "time of a cosignature")
    }
    let time = (0..<8).map { UInt8(truncatingIfNeeded: timestamp >> (56 - 8 * $0)) }
    let signature = key.signature(over: Cosignature.message(text, at: timestamp))
    return adding(NoteSignature(name: key.verifier.name, keyID: key.verifier.keyID, signature: time + signature))
  }
}

/// Whom a reader believes: the log's own key, and how many of which witnesses.
public struct LogPolicy: Hashable, Sendable {
  /// The log, as its checkpoints name it.
  public let origin: String
  /// The keys of the log; more than one while a key is being changed.
  public let logKeys: [VerifierKey]
  /// The keys of the witnesses that the reader knows.
  public let witnesses: [VerifierKey]
  /// How many of them must have cosigned.
  public let quorum: Int

  /// A policy.
  ///
  /// - Parameters:
  ///   - origin: the log, as its checkpoints name it.
  ///   - logKeys: one at least, of algorithm ``NoteAlgorithm/note``.
  ///   - witnesses: of algorithm ``NoteAlgorithm/cosignature``.
  ///   - quorum: from 0 to the number of witnesses.
  /// - Throws: ``LogFault`` for a policy without a key of the log, a key of the wrong algorithm, two witnesses with one
  ///   public key, which could pass one cosignature for two since it does not bear the name, and for a quorum that
  ///   cannot be reached.
  public init(
    origin: String, logKeys: [VerifierKey], witnesses: [VerifierKey] = [], quorum: Int = 0
  ) throws(LogFault) {
    guard !logKeys.isEmpty else { throw LogFault(.outside(value: 0, range: 1...Int.max), at: "keys of the log") }
    for key in logKeys { try key.check(.note) }
    for (place, key) in witnesses.enumerated() {
      try key.check(.cosignature)
      guard !witnesses[..<place].contains(where: { $0.publicKey == key.publicKey }) else {
        throw LogFault(.malformed(found: key.name, expected: "a witness with a key of its own"), at: "witnesses")
      }
    }
    guard quorum >= 0, quorum <= witnesses.count else {
      throw LogFault(.outside(value: quorum, range: 0...witnesses.count), at: "quorum")
    }
    self.origin = origin
    self.logKeys = logKeys
    self.witnesses = witnesses
    self.quorum = quorum
  }

  /// The checkpoint in a note, once the log and enough witnesses are found to have signed it.
  ///
  /// - Throws: ``LogFault`` where a signature of a known key does not fit, the log has not signed, too few witnesses
  ///   have, or the text is not a checkpoint of this log.
  public func checkpoint(in note: SignedNote, at place: String = "checkpoint") throws(LogFault) -> Checkpoint {
    let verified = try note.verified(by: logKeys + witnesses, at: place)
    guard verified.contains(where: { $0.key.algorithm == .note }) else {
      throw LogFault(.unsigned(known: logKeys.map(\.name)), at: place)
    }
    let cosigned = verified.count { $0.key.algorithm == .cosignature }
    guard cosigned >= quorum else { throw LogFault(.tooFewWitnesses(found: cosigned, needed: quorum), at: place) }
    let checkpoint = try Checkpoint(text: note.text, at: place)
    guard checkpoint.origin.hasSameBytes(as: origin) else {
      throw LogFault(.foreignOrigin(found: checkpoint.origin, expected: origin), at: "\(place):1")
    }
    return checkpoint
  }
}

/// Somebody outside the log who cosigns its checkpoints, and only those that continue what it has seen before.
///
/// With one honest witness a log cannot show different trees to different readers: it would have to get both
/// cosigned. The witness keeps the whole note it last cosigned, for only that proves a fork to others.
///
/// Source: C2SP, tlog-witness, for what is refused.
public struct Witness: Sendable {
  private let key: SignerKey
  /// The log that is witnessed, and its keys.
  public let policy: LogPolicy
  /// The last note that was cosigned; to be stored before the cosignature is given away.
  public private(set) var latest: SignedNote?
  /// Notes with the log's valid signature that contradict ``latest``, oldest first: proof against the log.
  public private(set) var evidence: [SignedNote] = []

  /// A witness that has seen nothing of the log yet.
  ///
  /// - Parameters:
  ///   - key: of algorithm ``NoteAlgorithm/cosignature``.
  ///   - policy: which log, and its keys.
  /// - Throws: ``LogFault`` for a key of another algorithm.
  public init(key: SignerKey, policy: LogPolicy) throws(LogFault) {
    try key.verifier.check(.cosignature)
    self.key = key
    self.policy = policy
  }

  /// A witness that goes on from the note it last cosigned, as it was stored.
  ///
  /// - Throws: ``LogFault`` for a key of another algorithm, and for a note that this key has not cosigned or whose
  ///   text is not a checkpoint of the log.
  public init(key: SignerKey, policy: LogPolicy, latest: SignedNote) throws(LogFault) {
    try self.init(key: key, policy: policy)
    _ = try latest.verified(by: [key.verifier], at: "stored checkpoint")
    _ = try policy.checkpoint(in: latest, at: "stored checkpoint")
    self.latest = latest
  }

  /// The key by which others verify the cosignatures.
  public var verifier: VerifierKey { key.verifier }

  /// The size of the tree last cosigned; 0 before the first.
  public var size: Int { latest.flatMap { try? Checkpoint(text: $0.text) }?.size ?? 0 }

  /// Cosigns a checkpoint that continues the one last cosigned.
  ///
  /// - Parameters:
  ///   - note: the checkpoint with the log's signature.
  ///   - proof: that its tree continues the one of ``size``; with no hashes for the first.
  ///   - timestamp: now, in seconds since 1970 UTC.
  /// - Returns: the note with the cosignature added.
  /// - Throws: ``LogFault``: of kind ``LogFault/Kind/shrunk(from:to:)`` or ``LogFault/Kind/forked(oldSize:newSize:)``
  ///   for a checkpoint that contradicts the last one, which is then kept in ``evidence``; of another kind where the
  ///   note or the proof is not what it should be.
  public mutating func cosign(
    _ note: SignedNote, proof: ConsistencyProof, at timestamp: Int
  ) throws(LogFault) -> SignedNote {
    let new = try policy.checkpoint(in: note)
    guard let latest, let old = try? Checkpoint(text: latest.text) else {
      return try keep(note.cosigned(by: key, at: timestamp))
    }
    guard new.size >= old.size else { throw LogFault(.shrunk(from: old.size, to: new.size), at: "checkpoint:2") }
    guard proof.oldSize == old.size, proof.newSize == new.size else {
      throw LogFault(.beyondTree(index: proof.oldSize, size: old.size), at: "consistency proof")
    }
    if new.size == old.size, new.root != old.root {
      evidence.append(note)
      throw LogFault(.forked(oldSize: old.size, newSize: new.size), at: "checkpoint:3")
    }
    try proof.verify(oldRoot: old.root, newRoot: new.root)
    return try keep(note.cosigned(by: key, at: timestamp))
  }

  private mutating func keep(_ note: SignedNote) -> SignedNote {
    latest = note
    return note
  }
}
