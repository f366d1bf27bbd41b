/// The hash tree of RFC 6962, with every hash of it in memory.
///
/// A leaf is hashed after a byte 0, a pair of hashes after a byte 1, so that no leaf can pass for a pair.
///
///     var tree = MerkleTree()
///     tree.append(leafHash: MerkleTree.leafHash(Array("first".utf8)))
///     try tree.root(ofSize: tree.size)
///
/// For logs that only grow, ``TreeFrontier`` needs a hash a bit of the size instead of two a leaf.
///
/// Source: Laurie, Langley & Kasper (2013), RFC 6962, §2.1; Laurie, Messeri & Stradling (2021), RFC 9162, §2.1.
public struct MerkleTree: SubtreeHashes, Hashable, Sendable {
  /// The root of a tree without leaves: the SHA-256 of no bytes.
  public static let emptyRoot = LogHash(sha256: [])

  /// `levels[k][i]` is the hash of the 2^k leaves from i·2^k on.
  private var levels: [[LogHash]] = [[]]

  /// A tree without leaves.
  public init() {}

  /// The tree of these leaves, in order.
  ///
  /// - Complexity: about one hash a leaf.
  public init(leafHashes: some Sequence<LogHash>) {
    for hash in leafHashes { append(leafHash: hash) }
  }

  /// How many leaves there are.
  public var size: Int { levels[0].count }

  /// The root of the whole tree.
  public var root: LogHash {
    let size = size
    let peaks = levels.indices.reversed().filter { size >> $0 & 1 == 1 }.map { levels[$0][(size >> $0) - 1] }
    return Self.fold(peaks)
  }

  /// Adds one leaf.
  ///
  /// - Complexity: O(log n), and one hash on average.
  public mutating func append(leafHash hash: LogHash) {
    var hash = hash
    var level = 0
    while true {
      if level == levels.count { levels.append([]) }
      levels[level].append(hash)
      let count = levels[level].count
      guard count.isMultiple(of: 2) else { return }
      hash = Self.nodeHash(levels[level][count - 2], hash)
      level += 1
    }
  }

  /// The hash of a complete subtree.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/beyondTree(index:size:)`` where not all its leaves are there.
  public func hash(level: Int, index: Int) throws(LogFault) -> LogHash {
    guard levels.indices.contains(level), levels[level].indices.contains(index) else {
      throw LogFault(.beyondTree(index: index, size: size), at: "subtree of level \(level)")
    }
    return levels[level][index]
  }

  /// The hash of a leaf: SHA-256 of a byte 0 and the leaf.
  public static func leafHash(_ leaf: [UInt8]) -> LogHash {
    leaf.withUnsafeBytes { LogHash.sha256(prefix: 0, $0) }
  }

  /// The hash of two neighbouring subtrees of one height: SHA-256 of a byte 1, the left hash and the right hash.
  public static func nodeHash(_ left: LogHash, _ right: LogHash) -> LogHash {
    LogHash.sha256(prefix: 1, left, right)
  }

  /// The largest power of two below `count`, which is at least 2: how many leaves stand on the left.
  static func split(of count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// The root over complete subtrees, largest first; of none, the root of an empty tree.
  static func fold(_ peaks: [LogHash]) -> LogHash {
    guard var root = peaks.last else { return emptyRoot }
    for peak in peaks.dropLast().reversed() { root = nodeHash(peak, root) }
    return root
  }

  /// The hash of a complete subtree, given the hashes of its 2^k lowest parts.
  static func fold(complete hashes: ArraySlice<LogHash>) -> LogHash {
    precondition(hashes.count.nonzeroBitCount == 1, "a complete subtree has a power of two of parts")
    var row = Array(hashes)
    while row.count > 1 {
      for pair in 0..<(row.count / 2) { row[pair] = nodeHash(row[2 * pair], row[2 * pair + 1]) }
      row.removeLast(row.count / 2)
    }
    return row[0]
  }
}
