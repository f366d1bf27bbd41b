/// What is wrong with a log, a proof, a note or a key; where; and what can be done about it.
///
///     tile/0/000: error: hash 17 is 3d…, but its entry hashes to a1…; restore the tile from a copy, or rebuild …
public struct LogFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A text or a run of bytes does not have the form that it must have.
    case malformed(found: String, expected: String)
    /// A run of bytes is too short or too long.
    case wrongLength(found: Int, needed: Int)
    /// Something is longer than the format can carry.
    case tooLong(bytes: Int, limit: Int)
    /// A number lies outside the range where it means something.
    case outside(value: Int, range: ClosedRange<Int>)
    /// A proof was asked for a leaf or a size that the tree does not have.
    case beyondTree(index: Int, size: Int)
    /// A proof has too few or too many hashes for its index and sizes.
    case wrongProofLength(found: Int, needed: Int)
    /// The root that follows from what was read is not the root that was stated.
    case wrongRoot(stated: LogHash, computed: LogHash)
    /// A stored hash is not the hash of what it stands for.
    case wrongHash(index: Int, stated: LogHash, computed: LogHash)
    /// The key's identifier does not follow from its name and key.
    case wrongKeyID(stated: String, computed: String)
    /// The key belongs to an algorithm that is not one of those known here.
    case unknownAlgorithm(UInt8)
    /// A key is meant to sign something else.
    case wrongPurpose(key: String, needed: NoteAlgorithm)
    /// A signature by a known key does not fit the text.
    case badSignature(key: String)
    /// No known key has signed.
    case unsigned(known: [String])
    /// Too few of the known witnesses have cosigned.
    case tooFewWitnesses(found: Int, needed: Int)
    /// The checkpoint speaks of another log.
    case foreignOrigin(found: String, expected: String)
    /// The tree has become smaller.
    case shrunk(from: Int, to: Int)
    /// A later tree of the log is not shown to continue an earlier one.
    case forked(oldSize: Int, newSize: Int)
    /// A file that the tree needs is not there.
    case missing
    /// A file that is never rewritten already has other bytes.
    case rewritten
    /// The operating system refused.
    case refused(operation: String, code: Int32)
  }

  /// A file, a line of it, or the part that was read.
  public let place: String
  /// What is wrong.
  public let kind: Kind

  /// A fault found at a place.
  public init(_ kind: Kind, at place: String) {
    self.place = place
    self.kind = kind
  }

  public var description: String { "\(place): error: \(sentence)" }

  private var sentence: String {
    switch kind {
    case .malformed(let found, let expected):
      "'\(Self.shown(found))' is not \(expected); write it so, or fetch it again from its source"
    case .wrongLength(let found, let needed):
      "has \(found) bytes where \(needed) are needed; fetch it again from its source"
    case .tooLong(let bytes, let limit):
      "has \(bytes) bytes; the format carries at most \(limit), so shorten it"
    case .outside(let value, let range):
      "\(value) lies outside \(range.lowerBound)...\(range.upperBound); give a number inside"
    case .beyondTree(let index, let size):
      "\(index) is not in a tree of size \(size); ask for less, or for a larger tree"
    case .wrongProofLength(let found, let needed):
      "has \(found) hashes where \(needed) are needed; ask the log for the proof again"
    case .wrongRoot(let stated, let computed):
      "states the root \(stated), but what was read has the root \(computed); do not trust this log until it is "
        + "explained"
    case .wrongHash(let index, let stated, let computed):
      "hash \(index) is \(stated), but what it stands for hashes to \(computed); restore the file from a copy, or "
        + "publish the tiles again from the record"
    case .wrongKeyID(let stated, let computed):
      "has the identifier \(stated), but its name and key give \(computed); copy the key again from its owner"
    case .unknownAlgorithm(let byte):
      "has a key of algorithm \(byte); use a key of algorithm 1 (Ed25519) or 4 (Ed25519 cosignature)"
    case .wrongPurpose(let key, let needed):
      "the key '\(key)' does not sign \(needed == .note ? "notes" : "as a witness"); use a key of algorithm "
        + "\(needed.rawValue)"
    case .badSignature(let key):
      "the signature of '\(key)' does not fit the text; do not trust it, and fetch it again from its source"
    case .unsigned(let known):
      "is signed by none of \(known); fetch it from the log itself, or add the key that signed it if you trust it"
    case .tooFewWitnesses(let found, let needed):
      "is cosigned by \(found) of the known witnesses where \(needed) are needed; wait for more, or fetch it again"
    case .foreignOrigin(let found, let expected):
      "speaks of the log '\(Self.shown(found))', not of '\(expected)'; fetch the checkpoint of the right log"
    case .shrunk(let old, let new):
      "the tree has \(new) leaves, but had \(old); a log never shrinks, so fetch its newest checkpoint"
    case .forked(let old, let new):
      "the tree of size \(new) is not shown to continue the tree of size \(old); fetch the proof again, and if it fails "
        + "again keep both checkpoints as evidence of a rewritten log"
    case .missing:
      "is missing; publish the tiles again from the record, or fetch them again"
    case .rewritten:
      "already has other bytes, and is never rewritten; find out which of the two is false before publishing"
    case .refused(let operation, let code):
      "\(operation) was refused with error \(code); see that the folder exists, has room, and may be written"
    }
  }

  /// A text cut to a length that can be read in a message, with control characters made visible.
  private static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(80) {
      shown += scalar.value < 0x20 || scalar.value == 0x7f ? "·" : String(scalar)
    }
    return text.unicodeScalars.count > 80 ? shown + "…" : shown
  }
}
