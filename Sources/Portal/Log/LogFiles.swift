import Registry

/// The files of the published log as they are served: C2SP tlog-tiles under `/log`.
struct LogFiles {
  let folder: LogFolder

  /// The signed checkpoint, which changes with every publication.
  ///
  /// - Throws: ``PageFault/notHere`` before the first.
  func checkpoint() throws -> Reply {
    guard let bytes = try folder.bytes(at: LogFolder.checkpointPath) else { throw PageFault.notHere }
    return Reply(
      headers: [.init("Content-Type", "text/plain; charset=utf-8"), .init("Cache-Control", "public, max-age=5")],
      body: bytes)
  }

  /// A tile or a bundle of entries, which never changes.
  ///
  /// Only a path that spells a tile's address is looked up, so that no other file of the folder can be asked for. Where
  /// a partial tile is gone because the full one is there, the beginning of the full one is served.
  ///
  /// - Parameter path: as in `tile/0/x001/234.p/17`.
  /// - Throws: ``PageFault/notHere`` for any other path, and where there is no such tile.
  func tile(_ path: String) throws -> Reply {
    let address: TileAddress
    do throws(LogFault) { address = try TileAddress(path: path) } catch { throw PageFault.notHere }
    guard let bytes = try folder.bytes(at: address.path) ?? beginning(of: address) else { throw PageFault.notHere }
    return Reply(
      headers: [
        .init("Content-Type", "application/octet-stream"),
        .init("Cache-Control", "public, max-age=31536000, immutable"),
      ], body: bytes)
  }

  private func beginning(of tile: TileAddress) throws -> [UInt8]? {
    guard !tile.isFull, let full = try folder.bytes(at: tile.full.path) else { return nil }
    guard case .entries = tile.content else { return Array(full.prefix(tile.width * LogHash.byteCount)) }
    var bytes: [UInt8] = []
    for entry in try EntryBundle.entries(in: full, at: tile.full.path).prefix(tile.width) {
      try EntryBundle.append(entry, to: &bytes)
    }
    return bytes
  }
}
