/// Where the hashes of complete subtrees are read from: memory, tiles on disk, a table.
///
/// Whoever has these can make every root and every proof of every smaller tree.
public protocol SubtreeHashes {
  /// The hash of the 2^`level` leaves from `index`·2^`level` on.
  ///
  /// - Parameters:
  ///   - level: 0 for leaves.
  ///   - index: the subtree's place among those of its level, counted from 0.
  /// - Throws: ``LogFault`` where it cannot be read, or where not all these leaves are there.
  func hash(level: Int, index: Int) throws(LogFault) -> LogHash
}

extension SubtreeHashes {
  /// The root of the first `size` leaves.
  ///
  /// - Parameter size: 0 or more; the empty tree has ``MerkleTree/emptyRoot``.
  /// - Complexity: one hash read and one computed for each bit set in `size`.
  public func root(ofSize size: Int) throws(LogFault) -> LogHash {
    precondition(size >= 0, "a tree has 0 or more leaves, not \(size)")
    return size == 0 ? MerkleTree.emptyRoot : try hash(of: 0..<size)
  }

  /// What is needed to let the tree of the first `size` leaves grow.
  ///
  /// - Parameter size: 0 or more.
  /// - Complexity: one hash read for each bit set in `size`.
  public func frontier(ofSize size: Int) throws(LogFault) -> TreeFrontier {
    precondition(size >= 0, "a tree has 0 or more leaves, not \(size)")
    var frontier = TreeFrontier()
    for level in stride(from: Int.bitWidth - 2, through: 0, by: -1) where size >> level & 1 == 1 {
      frontier.append(subtree: try hash(level: level, index: frontier.size >> level), level: level)
    }
    return frontier
  }

  /// The proof that leaf `index` is in the tree of the first `size` leaves.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/beyondTree(index:size:)`` unless 0 ≤ `index` < `size`.
  /// - Complexity: at most 2·log₂ `size` hashes read.
  ///
  /// Source: Laurie, Langley & Kasper (2013), RFC 6962, §2.1.1.
  public func inclusionProof(of index: Int, inSize size: Int) throws(LogFault) -> InclusionProof {
    guard index >= 0, index < size else { throw LogFault(.beyondTree(index: index, size: size), at: "inclusion proof") }
    var siblings: [LogHash] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = range.lowerBound + MerkleTree.split(of: range.count)
      if index < middle {
        siblings.append(try hash(of: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        siblings.append(try hash(of: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    return InclusionProof(index: index, size: size, hashes: siblings.reversed())
  }

  /// The proof that the tree of the first `newSize` leaves continues the tree of the first `oldSize`.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/beyondTree(index:size:)`` unless 0 ≤ `oldSize` ≤ `newSize`.
  /// - Complexity: at most 2·log₂ `newSize` hashes read.
  ///
  /// Source: Laurie, Langley & Kasper (2013), RFC 6962, §2.1.2.
  public func consistencyProof(from oldSize: Int, to newSize: Int) throws(LogFault) -> ConsistencyProof {
    guard oldSize >= 0, oldSize <= newSize else {
      throw LogFault(.beyondTree(index: oldSize, size: newSize), at: "consistency proof")
    }
    var hashes: [LogHash] = []
    guard oldSize > 0, oldSize < newSize else {
      return ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: [])
    }
    var range = 0..<newSize
    while range.upperBound != oldSize {
      let middle = range.lowerBound + MerkleTree.split(of: range.count)
      if oldSize <= middle {
        hashes.append(try hash(of: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        hashes.append(try hash(of: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    // The verifier knows the old root; any other subtree that ends where the old tree ends must be told.
    if range.lowerBound > 0 { hashes.append(try hash(of: range)) }
    return ConsistencyProof(oldSize: oldSize, newSize: newSize, hashes: hashes.reversed())
  }

  /// The hash of a run of leaves that begins where a subtree at least as long begins.
  private func hash(of range: Range<Int>) throws(LogFault) -> LogHash {
    var peaks: [LogHash] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let level = Int.bitWidth - 1 - (range.upperBound - start).leadingZeroBitCount
      peaks.append(try hash(level: level, index: start >> level))
      start += 1 << level
    }
    return MerkleTree.fold(peaks)
  }
}
