/// What a log says of itself at one moment: how many leaves it has, and the root over them.
///
///     three-rivers.example/log
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// Whoever holds a signed checkpoint can later tell whether the log was rewritten.
///
/// Source: C2SP, tlog-checkpoint v1.0.0.
public struct Checkpoint: Hashable, Sendable {
  /// Which log it is: an address without scheme, by custom.
  public let origin: String
  /// How many leaves the tree has.
  public let size: Int
  /// The root of the tree.
  public let root: LogHash
  /// Further lines; they are signed, but nobody can audit them.
  public let extensions: [String]

  /// A checkpoint.
  ///
  /// - Throws: ``LogFault`` for an origin or a further line that is empty or has control characters, and for a negative
  ///   size.
  public init(origin: String, size: Int, root: LogHash, extensions: [String] = []) throws(LogFault) {
    for (offset, line) in ([origin] + extensions).enumerated() {
      guard !line.isEmpty, line.utf8.allSatisfy({ $0 >= 0x20 }) else {
        throw LogFault(
          .malformed(found: line, expected: "a line that is not empty and has no control characters"),
          at: "checkpoint:\(offset == 0 ? 1 : offset + 3)")
      }
    }
    guard size >= 0 else { throw LogFault(.outside(value: size, range: 0...Int.max), at: "checkpoint:2") }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// The checkpoint of a tree.
  ///
  /// - Throws: ``LogFault`` for an origin that is empty or has control characters.
  public init(origin: String, frontier: TreeFrontier) throws(LogFault) {
    try self.init(origin: origin, size: frontier.size, root: frontier.root)
  }

  /// The checkpoint that a note's text states.
  ///
  /// - Throws: ``LogFault`` naming the line that has another form.
  public init(text: String, at place: String = "checkpoint") throws(LogFault) {
    guard text.utf8.last == 0x0a else {
      throw LogFault(.malformed(found: text, expected: "lines that each end in a newline"), at: place)
    }
    let lines = text.utf8.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard lines.count >= 3 else {
      throw LogFault(.malformed(found: text, expected: "at least three lines: origin, size and root"), at: place)
    }
    for (offset, line) in lines.enumerated() where line.isEmpty || line.utf8.contains(where: { $0 < 0x20 }) {
      throw LogFault(
        .malformed(found: line, expected: "a line that is not empty and has no control characters"),
        at: "\(place):\(offset + 1)")
    }
    guard let size = PlainDecimal.value(of: lines[1].utf8) else {
      throw LogFault(
        .malformed(found: lines[1], expected: "a number of leaves in decimal digits without zeros in front"),
        at: "\(place):2")
    }
    origin = lines[0]
    self.size = size
    root = try LogHash(base64: lines[2], at: "\(place):3")
    extensions = Array(lines[3...])
    guard size > 0 || root == MerkleTree.emptyRoot else {
      throw LogFault(.wrongRoot(stated: root, computed: MerkleTree.emptyRoot), at: "\(place):3")
    }
  }

  /// The text that is signed: a line each, every one ended by a newline.
  public var text: String {
    ([origin, "\(size)", root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// The checkpoint with the signature of its log.
  ///
  /// - Throws: ``LogFault`` for a key that does not sign notes.
  public func signed(by key: SignerKey) throws(LogFault) -> SignedNote {
    try SignedNote(text: text).signed(by: key)
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.text.hasSameBytes(as: other.text)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(root)
  }
}
