/// What remains of a published log when nothing in it is believed: everything is computed again from the entries.
///
///     let audit = LogAudit(of: folder, under: policy)
///     audit.holds          // true, or see audit.faults
///
/// Read are the checkpoint and its signatures, every bundle, every tile, and the tiles that earlier sizes have left
/// behind. What cannot be vouched for is listed: files that this tree does not need, and signatures by unknown keys.
public struct LogAudit: Hashable, Sendable {
  /// The checkpoint, where it is signed as the policy demands; nil otherwise.
  public let checkpoint: Checkpoint?
  /// The tree as computed from the entries; nil where there is no checkpoint to say how many there are.
  public private(set) var frontier: TreeFrontier?
  /// What is wrong; one fault a file at most.
  public private(set) var faults: [LogFault] = []
  /// Files that the tree of the checkpoint does not need and that therefore nothing vouches for, in order: left over by
  /// an interrupted publication, or put there by somebody.
  public private(set) var unaccounted: [String] = []
  /// Names on signature lines by keys that the policy does not know; these lines prove nothing.
  public private(set) var strangers: [String] = []

  /// Whether everything that the checkpoint vouches for is as it was.
  public var holds: Bool { faults.isEmpty }

  /// Reads a whole log.
  ///
  /// - Parameters:
  ///   - store: where its files are.
  ///   - policy: whom the reader believes.
  ///   - earlier: checkpoints that the reader trusts for other reasons, such as one that a witness cosigned a year ago;
  ///     the log must continue them.
  /// - Complexity: about one hash an entry of the log, and 32 bytes of memory.
  public init(of store: some TileStore, under policy: LogPolicy, continuing earlier: [Checkpoint] = []) {
    self.init(of: store, from: Opening(of: store, under: policy), continuing: earlier)
  }

  /// What a log says of itself in front: its checkpoint, and who has signed.
  struct Opening: Sendable {
    /// Nil unless it is signed as the policy demands.
    let checkpoint: Checkpoint?
    private(set) var strangers: [String] = []
    let fault: LogFault?

    init(of store: some TileStore, under policy: LogPolicy) {
      do throws(LogFault) {
        let place = LogFolder.checkpointPath
        guard let bytes = try store.bytes(at: place) else { throw LogFault(.missing, at: place) }
        let note = try SignedNote(bytes: bytes, at: place)
        strangers = note.strangers(to: policy.logKeys + policy.witnesses)
        checkpoint = try policy.checkpoint(in: note, at: place)
        fault = nil
      } catch { (checkpoint, fault) = (nil, error) }
    }
  }

  /// Reads a log whose checkpoint has been read already: the log may have another by now.
  init(of store: some TileStore, from opening: Opening, continuing earlier: [Checkpoint]) {
    (checkpoint, strangers) = (opening.checkpoint, opening.strangers)
    if let fault = opening.fault { faults.append(fault) }
    guard let checkpoint else { return }
    let reader = TileReader(store, size: checkpoint.size)
    guard let computed = recompute(reader) else { return }
    compare(computed, with: checkpoint, and: earlier)
    listOthers(in: store, reader: reader, computed: computed)
  }

  /// Computes every level of the tiles from the entries, and compares what is stored with it.
  ///
  /// A checkpoint may state any size, so nothing is set aside for leaves that no file has shown.
  ///
  /// - Returns: nil where neither a bundle nor its tile can be read.
  private mutating func recompute(_ reader: TileReader<some TileStore>) -> ComputedTiles? {
    var rows: [[LogHash]] = [[]]
    while rows[0].count < reader.size {
      let index = rows[0].count / TileAddress.fullWidth
      do throws(LogFault) {
        rows[0] += try reader.entries(in: reader.tile(.entries, at: index)).map(MerkleTree.leafHash)
      } catch {
        faults.append(error)
        // So that the rest can still be compared, the tile stands in for the lost bundle.
        do throws(LogFault) {
          rows[0] += try reader.hashes(in: reader.tile(.hashes(level: 0), at: index))
        } catch {
          faults.append(error)
          return nil
        }
      }
    }
    while rows[rows.count - 1].count >= TileAddress.fullWidth {
      let row = rows[rows.count - 1]
      rows.append(
        (0..<row.count / TileAddress.fullWidth).map { index in
          MerkleTree.fold(complete: row[(index * TileAddress.fullWidth)..<((index + 1) * TileAddress.fullWidth)])
        })
    }
    let computed = ComputedTiles(rows: rows)
    for tile in TileAddress.all(ofSize: reader.size) {
      guard case .hashes = tile.content else { continue }
      compare(tile, with: computed, reader: reader)
    }
    return computed
  }

  private mutating func compare(_ tile: TileAddress, with computed: ComputedTiles, reader: TileReader<some TileStore>) {
    do throws(LogFault) {
      let expected = Array(computed.hashes(in: tile))
      let stored =
        switch tile.content {
        case .hashes: try reader.hashes(in: tile)
        case .entries: try reader.entries(in: tile).map(MerkleTree.leafHash)
        }
      guard let offset = zip(stored, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return }
      throw LogFault(.wrongHash(index: offset, stated: stored[offset], computed: expected[offset]), at: tile.path)
    } catch { faults.append(error) }
  }

  private mutating func compare(_ computed: ComputedTiles, with checkpoint: Checkpoint, and earlier: [Checkpoint]) {
    do throws(LogFault) {
      frontier = try computed.frontier(ofSize: computed.size)
      let root = try computed.root(ofSize: checkpoint.size)
      if root != checkpoint.root {
        faults.append(LogFault(.wrongRoot(stated: checkpoint.root, computed: root), at: LogFolder.checkpointPath))
      }
      for old in earlier {
        let place = "earlier checkpoint of size \(old.size)"
        if !old.origin.hasSameBytes(as: checkpoint.origin) {
          faults.append(LogFault(.foreignOrigin(found: old.origin, expected: checkpoint.origin), at: place))
        } else if old.size > checkpoint.size {
          faults.append(LogFault(.shrunk(from: old.size, to: checkpoint.size), at: place))
        } else if try computed.root(ofSize: old.size) != old.root {
          faults.append(LogFault(.forked(oldSize: old.size, newSize: checkpoint.size), at: place))
        }
      }
    } catch { faults.append(error) }
  }

  /// Compares the files that this size does not need but vouches for, and lists the others.
  private mutating func listOthers(
    in store: some TileStore, reader: TileReader<some TileStore>, computed: ComputedTiles
  ) {
    let needed = Set(TileAddress.all(ofSize: reader.size).map(\.path) + [LogFolder.checkpointPath])
    do throws(LogFault) {
      for path in try store.paths() where !needed.contains(path) {
        guard let tile = try? TileAddress(path: path), computed.contains(tile) else {
          unaccounted.append(path)
          continue
        }
        compare(tile, with: computed, reader: reader)
      }
    } catch { faults.append(error) }
  }
}

/// The hashes of all tiles as they follow from the entries.
private struct ComputedTiles: SubtreeHashes {
  /// `rows[l][i]` is the hash of the 256^l leaves from i·256^l on.
  let rows: [[LogHash]]

  var size: Int { rows[0].count }

  func contains(_ tile: TileAddress) -> Bool {
    let level = level(of: tile)
    return level < rows.count && tile.index <= rows[level].count / TileAddress.fullWidth
      && tile.index * TileAddress.fullWidth + tile.width <= rows[level].count
  }

  func hashes(in tile: TileAddress) -> ArraySlice<LogHash> {
    let start = tile.index * TileAddress.fullWidth
    return rows[level(of: tile)][start..<(start + tile.width)]
  }

  func hash(level: Int, index: Int) throws(LogFault) -> LogHash {
    guard level >= 0, level < 63, index >= 0, index < size >> level else {
      throw LogFault(.beyondTree(index: index, size: size), at: "subtree of level \(level)")
    }
    let height = level % 8
    return MerkleTree.fold(complete: rows[level / 8][(index << height)..<((index + 1) << height)])
  }

  private func level(of tile: TileAddress) -> Int {
    if case .hashes(let level) = tile.content { level } else { 0 }
  }
}
