/// A log's tree and entries, read from its tiles.
///
///     let reader = TileReader(folder, size: checkpoint.size)
///     let proof = try reader.inclusionProof(of: 17, inSize: checkpoint.size)
///
/// What it returns is as true as the files are: prove it against a checkpoint, or recompute everything by ``LogAudit``.
public struct TileReader<Store: TileStore>: SubtreeHashes {
  /// Where the files are.
  public let store: Store
  /// How many leaves the tree has.
  public let size: Int

  /// A reader of the tree of the first `size` leaves.
  public init(_ store: Store, size: Int) {
    precondition(size >= 0, "a tree has 0 or more leaves")
    self.store = store
    self.size = size
  }

  /// The hash of a complete subtree, from the one tile that has its parts.
  ///
  /// - Throws: ``LogFault`` where not all its leaves are in the tree, or the tile is missing or has another length.
  /// - Complexity: one file read, and at most 127 hashes computed.
  public func hash(level: Int, index: Int) throws(LogFault) -> LogHash {
    guard level >= 0, level < 63, index >= 0, index < size >> level else {
      throw LogFault(.beyondTree(index: index, size: size), at: "subtree of level \(level)")
    }
    let tileLevel = level / 8
    let height = level % 8
    let first = index << height
    let tile = try hashes(in: tile(.hashes(level: tileLevel), at: first / TileAddress.fullWidth))
    let offset = first % TileAddress.fullWidth
    return MerkleTree.fold(complete: tile[offset..<(offset + 1 << height)])
  }

  /// The entry of a leaf.
  ///
  /// - Throws: ``LogFault`` where the tree has no such leaf, or its bundle is missing or not a bundle.
  public func entry(at index: Int) throws(LogFault) -> [UInt8] {
    guard index >= 0, index < size else { throw LogFault(.beyondTree(index: index, size: size), at: "entry") }
    return try entries(in: tile(.entries, at: index / TileAddress.fullWidth))[index % TileAddress.fullWidth]
  }

  /// The tile of this tree at a place: full, or as wide as the tree reaches.
  func tile(_ content: TileAddress.Content, at index: Int) -> TileAddress {
    let level = if case .hashes(let level) = content { level } else { 0 }
    let count = size >> (8 * level)
    return TileAddress(content, index: index, width: min(TileAddress.fullWidth, count - index * TileAddress.fullWidth))
  }

  /// The hashes in a tile; where a partial tile is gone, those at the beginning of the full one.
  ///
  /// - Throws: ``LogFault`` where neither is there, or it has another length.
  public func hashes(in tile: TileAddress) throws(LogFault) -> [LogHash] {
    let (bytes, found) = try bytes(of: tile)
    let needed = found.width * LogHash.byteCount
    guard bytes.count == needed else {
      throw LogFault(.wrongLength(found: bytes.count, needed: needed), at: found.path)
    }
    return bytes.withUnsafeBytes { buffer in
      (0..<tile.width).map { LogHash(unchecked: buffer, from: $0 * LogHash.byteCount) }
    }
  }

  /// The entries in a bundle; where a partial bundle is gone, those at the beginning of the full one.
  ///
  /// - Throws: ``LogFault`` where neither is there, or it has another number of entries.
  public func entries(in bundle: TileAddress) throws(LogFault) -> [[UInt8]] {
    let (bytes, found) = try bytes(of: bundle)
    let entries = try EntryBundle.entries(in: bytes, at: found.path)
    guard entries.count == found.width else {
      throw LogFault(
        .malformed(found: "\(entries.count) entries", expected: "a bundle of \(found.width)"), at: found.path)
    }
    return Array(entries.prefix(bundle.width))
  }

  private func bytes(of tile: TileAddress) throws(LogFault) -> (bytes: [UInt8], found: TileAddress) {
    if let bytes = try store.bytes(at: tile.path) { return (bytes, tile) }
    if !tile.isFull, let bytes = try store.bytes(at: tile.full.path) { return (bytes, tile.full) }
    throw LogFault(.missing, at: tile.path)
  }
}

extension TileReader: Sendable where Store: Sendable {}
