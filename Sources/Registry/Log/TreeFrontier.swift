/// As much of a hash tree as is needed to let it grow: its size, and the hashes of the complete subtrees it consists of.
///
///     var frontier = TreeFrontier()
///     frontier.append(leafHash: MerkleTree.leafHash(Array("first".utf8)))
///     frontier.root
///
/// A tree of eleven leaves consists of complete subtrees of eight, two and one, so its frontier has three hashes.
public struct TreeFrontier: Hashable, Sendable {
  /// How many leaves there are.
  public private(set) var size: Int

  /// The hashes of the complete subtrees, largest first: one for each bit set in ``size``.
  public private(set) var hashes: [LogHash]

  /// The frontier of a tree without leaves.
  public init() {
    size = 0
    hashes = []
  }

  /// A frontier kept elsewhere.
  ///
  /// - Throws: ``LogFault`` unless `size` is 0 or more and there is a hash for each bit set in it.
  public init(size: Int, hashes: [LogHash]) throws(LogFault) {
    guard size >= 0 else { throw LogFault(.outside(value: size, range: 0...Int.max), at: "size of a frontier") }
    guard hashes.count == size.nonzeroBitCount else {
      throw LogFault(
        .wrongLength(found: hashes.count * LogHash.byteCount, needed: size.nonzeroBitCount * LogHash.byteCount),
        at: "hashes of a frontier of size \(size)")
    }
    self.size = size
    self.hashes = hashes
  }

  /// The frontier written by ``bytes``.
  ///
  /// - Throws: ``LogFault`` for any other bytes.
  public init(bytes: [UInt8]) throws(LogFault) {
    guard bytes.count >= 8 else {
      throw LogFault(.wrongLength(found: bytes.count, needed: 8), at: "frontier")
    }
    let written = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let size = Int(exactly: written) else {
      throw LogFault(.malformed(found: String(written), expected: "a size below 2^63"), at: "frontier")
    }
    let needed = 8 + size.nonzeroBitCount * LogHash.byteCount
    guard bytes.count == needed else {
      throw LogFault(.wrongLength(found: bytes.count, needed: needed), at: "frontier")
    }
    var hashes: [LogHash] = []
    for start in stride(from: 8, to: needed, by: LogHash.byteCount) {
      hashes.append(try LogHash(bytes: bytes[start..<(start + LogHash.byteCount)]))
    }
    self.size = size
    self.hashes = hashes
  }

  /// The size in eight bytes, highest first, then the hashes: at most 2,024 bytes.
  public var bytes: [UInt8] {
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * $0)) }
    for hash in hashes { hash.write(to: &bytes) }
    return bytes
  }

  /// The root of the tree.
  ///
  /// - Complexity: one hash less than there are bits set in ``size``.
  public var root: LogHash { MerkleTree.fold(hashes) }

  /// Adds one leaf.
  ///
  /// - Complexity: O(log n) hashes, and one on average.
  public mutating func append(leafHash: LogHash) {
    append(subtree: leafHash, level: 0)
  }

  /// Adds a complete subtree of 2^`level` leaves.
  ///
  /// - Parameters:
  ///   - subtree: its hash.
  ///   - level: 0 for one leaf, 8 for a full tile; ``size`` is a multiple of 2^`level`.
  public mutating func append(subtree: LogHash, level: Int) {
    precondition(level >= 0 && level < Int.bitWidth - 1, "a subtree has a level from 0 to 62, not \(level)")
    precondition(size & (1 << level - 1) == 0, "a subtree of level \(level) cannot begin at leaf \(size)")
    var hash = subtree
    var full = size >> level
    while full & 1 == 1 {
      hash = MerkleTree.nodeHash(hashes.removeLast(), hash)
      full >>= 1
    }
    hashes.append(hash)
    size += 1 << level
  }
}
