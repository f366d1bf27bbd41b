/// Writes the tiles, bundles and checkpoints of a growing log into a folder, from where they can be served as they are.
///
///     let publisher = TilePublisher(folder)
///     frontier = try publisher.publish(entries: newLeaves, after: frontier)
///     try publisher.publish(checkpoint.signed(by: key), under: policy)
///
/// Publishing the same again changes nothing, so after an interruption it is simply repeated. No full tile is ever
/// rewritten: other bytes for one are a fault, and the sign of a rewritten log.
///
/// Source: C2SP, tlog-tiles.
public struct TilePublisher: Sendable {
  /// Where the log is published.
  public let folder: LogFolder

  /// A publisher into a folder.
  public init(_ folder: LogFolder) {
    self.folder = folder
  }

  /// Adds entries after those of `frontier`, all of which are published already.
  ///
  /// - Parameters:
  ///   - entries: the leaves from `frontier.size` on; each at most ``EntryBundle/longestEntry`` bytes.
  ///   - frontier: the tree so far.
  /// - Returns: the tree with the entries.
  /// - Throws: ``LogFault`` where the published tiles are not those of `frontier`, a full tile is there with other bytes,
  ///   an entry is too long, or a file cannot be written. The tiles of `frontier` are then still there, and the same
  ///   can be published again.
  /// - Complexity: about one hash an entry, and two files for every 256 entries.
  @discardableResult
  public func publish(
    entries: some Sequence<[UInt8]>, after frontier: TreeFrontier
  ) throws(LogFault) -> TreeFrontier {
    var edge = try TileEdge(of: TileReader(folder, size: frontier.size), expecting: frontier)
    for entry in entries {
      for (tile, bytes) in try edge.append(entry) { try write(bytes, to: tile) }
    }
    for (tile, bytes) in edge.partials(since: frontier.size) { try write(bytes, to: tile) }
    return try edge.frontier()
  }

  private func write(_ bytes: [UInt8], to tile: TileAddress) throws(LogFault) {
    guard tile.isFull else {
      // A partial tile that the full one has made superfluous is not put back.
      if let full = try folder.bytes(at: tile.full.path) {
        guard full.starts(with: bytes) else { throw LogFault(.rewritten, at: tile.full.path) }
        return
      }
      try folder.add(bytes, at: tile.path)
      return
    }
    try folder.add(bytes, at: tile.path)
    try folder.removePartials(of: tile)
  }

  /// The checkpoint that is published, with its signatures; nil before the first.
  ///
  /// - Throws: ``LogFault`` where it is not a note.
  public func checkpoint() throws(LogFault) -> SignedNote? {
    guard let bytes = try folder.bytes(at: LogFolder.checkpointPath) else { return nil }
    return try SignedNote(bytes: bytes, at: LogFolder.checkpointPath)
  }

  /// Publishes a checkpoint in place of the last.
  ///
  /// Its root, and that of the checkpoint before, are computed again from the tiles, so that nothing is put in front of
  /// readers that the tiles do not bear out.
  ///
  /// - Throws: ``LogFault`` where the log has not signed it, the tiles have another root, or it does not continue the
  ///   checkpoint that is published.
  public func publish(_ note: SignedNote, under policy: LogPolicy) throws(LogFault) {
    let new = try policy.checkpoint(in: note)
    let tiles = TileReader(folder, size: new.size)
    let root = try tiles.root(ofSize: new.size)
    guard root == new.root else {
      throw LogFault(.wrongRoot(stated: new.root, computed: root), at: LogFolder.checkpointPath)
    }
    if let published = try checkpoint() {
      let old = try Checkpoint(text: published.text)
      guard old.size <= new.size else {
        throw LogFault(.shrunk(from: old.size, to: new.size), at: LogFolder.checkpointPath)
      }
      guard try tiles.root(ofSize: old.size) == old.root else {
        throw LogFault(.forked(oldSize: old.size, newSize: new.size), at: LogFolder.checkpointPath)
      }
    }
    try folder.replace(note.bytes, at: LogFolder.checkpointPath)
  }
}

/// The right edge of the tiles of a tree: what is needed to add entries.
struct TileEdge {
  private var size: Int
  private var bundle: [UInt8] = []
  /// The hashes of the partial tile at each level, lowest first; fewer than 256 each.
  private var rows: [[LogHash]] = [[]]

  /// The edge as it is published, once it is found to be that of `frontier`.
  init(of reader: TileReader<LogFolder>, expecting frontier: TreeFrontier) throws(LogFault) {
    size = frontier.size
    var level = 0
    while level < 8, size >> (8 * level) > 0 {
      if level > 0 { rows.append([]) }
      let count = size >> (8 * level)
      if !count.isMultiple(of: TileAddress.fullWidth) {
        rows[level] = try reader.hashes(in: reader.tile(.hashes(level: level), at: count / TileAddress.fullWidth))
      }
      level += 1
    }
    let published = try self.frontier()
    guard published == frontier else {
      throw LogFault(.wrongRoot(stated: frontier.root, computed: published.root), at: "tiles of size \(size)")
    }
    guard !size.isMultiple(of: TileAddress.fullWidth) else { return }
    let tile = reader.tile(.entries, at: size / TileAddress.fullWidth)
    for (offset, entry) in try reader.entries(in: tile).enumerated() {
      let hash = MerkleTree.leafHash(entry)
      guard hash == rows[0][offset] else {
        throw LogFault(.wrongHash(index: offset, stated: rows[0][offset], computed: hash), at: tile.path)
      }
      try EntryBundle.append(entry, to: &bundle)
    }
  }

  /// Adds an entry, and returns what it has filled: nothing, or a bundle and tiles.
  mutating func append(_ entry: [UInt8]) throws(LogFault) -> [(TileAddress, [UInt8])] {
    try EntryBundle.append(entry, to: &bundle)
    rows[0].append(MerkleTree.leafHash(entry))
    size += 1
    guard size.isMultiple(of: TileAddress.fullWidth) else { return [] }
    var filled = [(TileAddress(.entries, index: size / TileAddress.fullWidth - 1), bundle)]
    bundle.removeAll(keepingCapacity: true)
    var level = 0
    while rows[level].count == TileAddress.fullWidth {
      let index = (size >> (8 * level)) / TileAddress.fullWidth - 1
      filled.append((TileAddress(.hashes(level: level), index: index), Self.bytes(of: rows[level])))
      if level + 1 == rows.count { rows.append([]) }
      rows[level + 1].append(MerkleTree.fold(complete: rows[level][...]))
      rows[level].removeAll(keepingCapacity: true)
      level += 1
    }
    return filled
  }

  /// The partial bundle and tiles, where they are others than those of a tree of `oldSize`.
  func partials(since oldSize: Int) -> [(TileAddress, [UInt8])] {
    TileAddress.added(from: oldSize, to: size).filter { !$0.isFull }.map { tile in
      switch tile.content {
      case .entries: (tile, bundle)
      case .hashes(let level): (tile, Self.bytes(of: rows[level]))
      }
    }
  }

  /// The frontier of the tree, from the hashes at the edge.
  func frontier() throws(LogFault) -> TreeFrontier {
    var peaks: [LogHash] = []
    for row in rows.reversed() {
      var start = 0
      while start < row.count {
        let part = 1 << (Int.bitWidth - 1 - (row.count - start).leadingZeroBitCount)
        peaks.append(MerkleTree.fold(complete: row[start..<(start + part)]))
        start += part
      }
    }
    return try TreeFrontier(size: size, hashes: peaks)
  }

  private static func bytes(of hashes: [LogHash]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * LogHash.byteCount)
    for hash in hashes { hash.write(to: &bytes) }
    return bytes
  }
}
