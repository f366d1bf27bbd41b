/// The proof that a leaf is in a tree: the hashes of the neighbours on the way from the leaf to the root.
public struct InclusionProof: Hashable, Sendable {
  /// The leaf's place, counted from 0.
  public let index: Int
  /// How many leaves the tree has.
  public let size: Int
  /// The neighbours' hashes, from the leaf's own to that of the root's child.
  public let hashes: [LogHash]

  /// A proof as it was received; whether it holds is for ``verify(leafHash:root:)``.
  public init(index: Int, size: Int, hashes: [LogHash]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// The root that the tree must have if the leaf is in it.
  ///
  /// - Throws: ``LogFault`` where no tree of this size has such a leaf, or the number of hashes is another.
  ///
  /// Source: Laurie, Messeri & Stradling (2021), RFC 9162, §2.1.3.2.
  public func impliedRoot(leafHash: LogHash) throws(LogFault) -> LogHash {
    guard index >= 0, index < size else { throw LogFault(.beyondTree(index: index, size: size), at: "inclusion proof") }
    // Below the level where the leaf and the last leaf part, every level has a neighbour; above it, only those on
    // whose left side something stands.
    let parting = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
    let needed = parting + (index >> parting).nonzeroBitCount
    guard hashes.count == needed else {
      throw LogFault(.wrongProofLength(found: hashes.count, needed: needed), at: "inclusion proof")
    }
    var node = index
    var last = size - 1
    var hash = leafHash
    for neighbour in hashes {
      if node & 1 == 1 || node == last {
        hash = MerkleTree.nodeHash(neighbour, hash)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleTree.nodeHash(hash, neighbour)
      }
      node >>= 1
      last >>= 1
    }
    return hash
  }

  /// Accepts the proof, or says why it does not hold.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/wrongRoot(stated:computed:)`` where the leaf is not in the tree
  ///   with this root; of another kind where the proof has not the form of one.
  public func verify(leafHash: LogHash, root: LogHash) throws(LogFault) {
    let computed = try impliedRoot(leafHash: leafHash)
    guard computed == root else {
      throw LogFault(.wrongRoot(stated: root, computed: computed), at: "inclusion proof")
    }
  }
}

/// The proof that one tree continues another: that nothing in it was changed, removed or put between.
public struct ConsistencyProof: Hashable, Sendable {
  /// How many leaves the earlier tree has.
  public let oldSize: Int
  /// How many leaves the later tree has.
  public let newSize: Int
  /// The hashes of subtrees from which both roots can be computed.
  public let hashes: [LogHash]

  /// A proof as it was received; whether it holds is for ``verify(oldRoot:newRoot:)``.
  public init(oldSize: Int, newSize: Int, hashes: [LogHash]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.hashes = hashes
  }

  /// Accepts the proof, or says why it does not hold.
  ///
  /// Every tree continues the empty tree, and that proof has no hashes; RFC 9162 leaves this case open.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/forked(oldSize:newSize:)`` where the later tree does not continue
  ///   the earlier one; of another kind where the proof has not the form of one.
  ///
  /// Source: Laurie, Messeri & Stradling (2021), RFC 9162, §2.1.4.2.
  public func verify(oldRoot: LogHash, newRoot: LogHash) throws(LogFault) {
    let place = "consistency proof"
    guard oldSize >= 0, oldSize <= newSize else {
      throw LogFault(.beyondTree(index: oldSize, size: newSize), at: place)
    }
    let needed = Self.length(from: oldSize, to: newSize)
    guard hashes.count == needed else {
      throw LogFault(.wrongProofLength(found: hashes.count, needed: needed), at: place)
    }
    for (size, root) in [(oldSize, oldRoot), (newSize, newRoot)] where size == 0 && root != MerkleTree.emptyRoot {
      throw LogFault(.wrongRoot(stated: root, computed: MerkleTree.emptyRoot), at: place)
    }
    let implied = impliedRoots(oldRoot: oldRoot, newRoot: newRoot)
    guard implied.old == oldRoot, implied.new == newRoot else {
      throw LogFault(.forked(oldSize: oldSize, newSize: newSize), at: place)
    }
  }

  /// Both roots as they follow from the hashes; where the proof has none, from the roots themselves.
  private func impliedRoots(oldRoot: LogHash, newRoot: LogHash) -> (old: LogHash, new: LogHash) {
    guard oldSize > 0 else { return (oldRoot, newRoot) }
    guard oldSize < newSize else { return (oldRoot, oldRoot) }
    var rest = hashes[...]
    // An old tree that is one complete subtree is its own start.
    let start = oldSize.nonzeroBitCount == 1 ? oldRoot : rest.removeFirst()
    var node = oldSize - 1
    var last = newSize - 1
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
    var (old, new) = (start, start)
    for neighbour in rest {
      if node & 1 == 1 || node == last {
        old = MerkleTree.nodeHash(neighbour, old)
        new = MerkleTree.nodeHash(neighbour, new)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        new = MerkleTree.nodeHash(new, neighbour)
      }
      node >>= 1
      last >>= 1
    }
    return (old, new)
  }

  /// How many hashes the proof between two sizes has.
  static func length(from oldSize: Int, to newSize: Int) -> Int {
    guard oldSize > 0, oldSize < newSize else { return 0 }
    // The path of the old tree's last complete subtree in the new tree, and that subtree's own hash unless it is the
    // whole old tree.
    let level = oldSize.trailingZeroBitCount
    let node = (oldSize - 1) >> level
    let last = (newSize - 1) >> level
    let parting = Int.bitWidth - (node ^ last).leadingZeroBitCount
    return parting + (node >> parting).nonzeroBitCount + (oldSize.nonzeroBitCount == 1 ? 0 : 1)
  }
}
