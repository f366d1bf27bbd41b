/// What the log says of one act: its number, its time, its kind, what it is about, and a commitment to the rest.
///
///     {"at":1763830000000,"commit":"6e34…","kind":"agreement.signed","object":"agreement/7","seq":41,"v":1,"version":3}
///
/// Kind and object are public, so neither bears a name of a person; everything else is behind the commitment. The bytes
/// are canonical JSON: keys in order, no spaces, one spelling for every number and text, so that the hash of a leaf
/// depends on what it says alone.
///
/// Source: Rundgren, Jordan & Erdtman (2020), RFC 8785, §3.2, of which this is the part that leaves need.
public struct LogLeaf: Hashable, Sendable {
  /// The form of leaf written today.
  public static let currentForm = 1
  /// The largest number that every reader of JSON takes exactly: 2^53 − 1.
  public static let largestNumber: Int64 = 9_007_199_254_740_991
  /// How many bytes a kind may have.
  public static let longestKind = 200
  /// How many bytes an object's name may have.
  public static let longestObject = 1000

  /// Which form of leaf this is.
  public let v: Int
  /// The leaf's place in the log, counted from 0.
  public let seq: Int
  /// When it happened, in milliseconds since 1970 UTC.
  public let at: Int64
  /// What kind of act: `agreement.signed`.
  public let kind: String
  /// What the act is about: `agreement/7`.
  public let object: String
  /// Which version of the object the act made; 0 where there are none.
  public let version: Int
  /// The commitment to the act's body.
  public let commit: SaltedCommit

  /// A leaf of the form written today.
  ///
  /// - Throws: ``LogFault`` for a number that is negative or above ``largestNumber``, and for a kind or object that is
  ///   empty or too long.
  public init(
    seq: Int, at: Int64, kind: String, object: String, version: Int, commit: SaltedCommit
  ) throws(LogFault) {
    try self.init(
      v: Self.currentForm, seq: seq, at: at, kind: kind, object: object, version: version, commit: commit)
  }

  private init(
    v: Int, seq: Int, at: Int64, kind: String, object: String, version: Int, commit: SaltedCommit
  ) throws(LogFault) {
    // Written out one by one, because a million leaves pass here.
    try Self.check(Int64(seq), of: "seq", in: seq)
    try Self.check(at, of: "at", in: seq)
    try Self.check(Int64(version), of: "version", in: seq)
    guard v == Self.currentForm else {
      throw LogFault(.outside(value: v, range: Self.currentForm...Self.currentForm), at: "leaf \(seq): v")
    }
    try Self.check(kind, of: "kind", limit: Self.longestKind, in: seq)
    try Self.check(object, of: "object", limit: Self.longestObject, in: seq)
    self.v = v
    self.seq = seq
    self.at = at
    self.kind = kind
    self.object = object
    self.version = version
    self.commit = commit
  }

  private static func check(_ value: Int64, of name: StaticString, in seq: Int) throws(LogFault) {
    guard value >= 0, value <= largestNumber else {
      throw LogFault(.outside(value: Int(value), range: 0...Int(largestNumber)), at: "leaf \(seq): \(name)")
    }
  }

  private static func check(
    _ text: String, of name: StaticString, limit: Int, in seq: Int
  ) throws(LogFault) {
    guard !text.isEmpty else {
      throw LogFault(.malformed(found: text, expected: "a text that is not empty"), at: "leaf \(seq): \(name)")
    }
    guard text.utf8.count <= limit else {
      throw LogFault(.tooLong(bytes: text.utf8.count, limit: limit), at: "leaf \(seq): \(name)")
    }
  }

  /// The canonical bytes: what is hashed and published.
  public var bytes: [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(192 + kind.utf8.count + object.utf8.count)
    write(to: &buffer)
    return buffer
  }

  /// The hash of the leaf in the tree.
  public var hash: LogHash { MerkleTree.leafHash(bytes) }

  /// Appends the canonical bytes, so that a run of leaves can share one buffer.
  public func write(to buffer: inout [UInt8]) {
    Self.write(#"{"at":"#, to: &buffer)
    PlainDecimal.write(at, to: &buffer)
    Self.write(#","commit":""#, to: &buffer)
    commit.hash.writeHex(to: &buffer)
    Self.write(#"","kind":"#, to: &buffer)
    CanonicalText.write(kind, to: &buffer)
    Self.write(#","object":"#, to: &buffer)
    CanonicalText.write(object, to: &buffer)
    Self.write(#","seq":"#, to: &buffer)
    PlainDecimal.write(Int64(seq), to: &buffer)
    Self.write(#","v":"#, to: &buffer)
    PlainDecimal.write(Int64(v), to: &buffer)
    Self.write(#","version":"#, to: &buffer)
    PlainDecimal.write(Int64(version), to: &buffer)
    buffer.append(0x7d)
  }

  private static func write(_ literal: StaticString, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// The leaf that these bytes are.
  ///
  /// - Throws: ``LogFault`` naming the byte from which on they are not a leaf's canonical form.
  public init(bytes: [UInt8], at place: String = "leaf") throws(LogFault) {
    var reader = CanonicalReader(bytes, place: place)
    try reader.expect(#"{"at":"#)
    let at = try reader.number()
    try reader.expect(#","commit":""#)
    let commit = SaltedCommit(hash: try reader.hash())
    try reader.expect(#"","kind":"#)
    let kind = try reader.text()
    try reader.expect(#","object":"#)
    let object = try reader.text()
    try reader.expect(#","seq":"#)
    let seq = try reader.number()
    try reader.expect(#","v":"#)
    let form = try reader.number()
    try reader.expect(#","version":"#)
    let version = try reader.number()
    try reader.expect("}")
    try reader.end()
    try self.init(
      v: form, seq: seq, at: Int64(at), kind: kind, object: object, version: version, commit: commit)
  }

  // Two texts that merely look alike are different leaves, because their bytes and so their hashes differ.
  public static func == (one: Self, other: Self) -> Bool {
    one.v == other.v && one.seq == other.seq && one.at == other.at && one.version == other.version
      && one.commit == other.commit && one.kind.hasSameBytes(as: other.kind)
      && one.object.hasSameBytes(as: other.object)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(seq)
    hasher.combine(commit)
  }
}
