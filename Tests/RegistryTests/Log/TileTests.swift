import Foundation
import Registry
import Testing

@Suite struct TileAddressTests {
  @Test("spells the published paths")
  func published() throws {
    // C2SP, tlog-tiles, "Merkle Tree": index 1234067 is x001/x234/067.
    #expect(TileAddress(.hashes(level: 0), index: 1_234_067).path == "tile/0/x001/x234/067")
    // golang.org/x/mod/sumdb/tlog, tlog_test.go (2019), tilePaths, without the height that C2SP leaves out.
    #expect(TileAddress(.hashes(level: 0), index: 1).path == "tile/0/001")
    #expect(TileAddress(.hashes(level: 0), index: 1, width: 5).path == "tile/0/001.p/5")
    #expect(TileAddress(.hashes(level: 5), index: 123_456_078).path == "tile/5/x123/x456/078")
    #expect(TileAddress(.hashes(level: 5), index: 123_456_078, width: 2).path == "tile/5/x123/x456/078.p/2")
    #expect(TileAddress(.entries, index: 3_057_500).path == "tile/entries/x003/x057/500")
  }

  @Test("lists the tiles that the specification lists for 70,000 and for 256 leaves")
  func specification() {
    // C2SP, tlog-tiles, "Partial Tiles".
    let tiles = TileAddress.all(ofSize: 70_000)
    func widths(_ content: TileAddress.Content) -> [Int: Int] {
      Dictionary(grouping: tiles.filter { $0.content == content }, by: \.width).mapValues(\.count)
    }
    #expect(widths(.hashes(level: 0)) == [256: 273, 112: 1])
    #expect(widths(.hashes(level: 1)) == [256: 1, 17: 1])
    #expect(widths(.hashes(level: 2)) == [1: 1])
    #expect(widths(.entries) == [256: 273, 112: 1])
    #expect(tiles.count == 274 + 274 + 2 + 1)
    #expect(
      TileAddress.all(ofSize: 256).map(\.path) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
    #expect(TileAddress.all(ofSize: 0).isEmpty)
  }

  @Test("lists as added just what the later tree has and the earlier has not", arguments: UInt64(0)..<60)
  func added(seed: UInt64) {
    var chance = LogChance(seed: seed)
    let new = Int.random(in: 0...140_000, using: &chance)
    let old = Int.random(in: max(0, new - 3000)...new, using: &chance)
    let added = TileAddress.added(from: old, to: new)
    #expect(Set(added).count == added.count)
    #expect(Set(added) == Set(TileAddress.all(ofSize: new)).subtracting(TileAddress.all(ofSize: old)))
  }

  @Test("reads what it writes", arguments: UInt64(0)..<100)
  func roundTrip(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let content: TileAddress.Content =
      Bool.random(using: &chance) ? .entries : .hashes(level: Int.random(in: 0...63, using: &chance))
    let index = Int.random(in: 0...Int.max, using: &chance) >> Int.random(in: 0...62, using: &chance)
    let tile = TileAddress(content, index: index, width: Int.random(in: 1...256, using: &chance))
    #expect(try TileAddress(path: tile.path) == tile)
  }

  @Test(
    "refuses a path that is no tile's, or not its only one",
    arguments: [
      "", "tile", "tile/0", "tile/0/", "tile/0/1", "tile/0/0001", "tile/0/x001", "tile/0/001/002", "tile/0/x000/001",
      "tile/00/001", "tile/64/001", "tile/-1/001", "tile/data/001", "tile/entries", "tile/0/001.p", "tile/0/001.p/0",
      "tile/0/001.p/256", "tile/0/001.p/05", "tile/0/001.p/+5", "tile/0/001.p/5/", "/tile/0/001", "tile/0/001/",
      "tile/0/x001.p/5", "tile/0/../001", "tile/0/x9223372036854775808/001", "tile/0/١٢٣",
      "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/.p/5", "tile/.p/5",
    ])
  func refusals(path: String) {
    #expect(throws: LogFault.self) { try TileAddress(path: path) }
  }
}

@Suite struct EntryBundleTests {
  @Test("puts two bytes of length before each entry")
  func form() throws {
    var bundle: [UInt8] = []
    for entry in [[], [7], [UInt8](repeating: 9, count: 300)] { try EntryBundle.append(entry, to: &bundle) }
    #expect(bundle.prefix(7) == [0, 0, 0, 1, 7, 1, 44])
    #expect(try EntryBundle.entries(in: bundle) == [[], [7], [UInt8](repeating: 9, count: 300)])
  }

  @Test("refuses an entry that is too long, and a bundle that ends within one")
  func refusals() throws {
    var bundle: [UInt8] = []
    try EntryBundle.append([UInt8](repeating: 1, count: 65_535), to: &bundle)
    #expect(throws: LogFault(.tooLong(bytes: 65_536, limit: 65_535), at: "entry")) {
      try EntryBundle.append([UInt8](repeating: 1, count: 65_536), to: &bundle)
    }
    #expect(throws: LogFault(.wrongLength(found: 65_536, needed: 65_537), at: "bundle")) {
      try EntryBundle.entries(in: bundle.dropLast())
    }
    #expect(throws: LogFault(.wrongLength(found: 1, needed: 2), at: "bundle")) { try EntryBundle.entries(in: [0]) }
  }
}

@Suite struct TilePublisherTests {
  @Test("publishes in any steps what it publishes at once, and every proof is in the tiles", arguments: UInt64(0)..<6)
  func steps(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let entries = (0..<Int.random(in: 200...800, using: &chance)).map { _ in chance.bytes(upTo: 20) }
    let tree = MerkleTree(leafHashes: entries.map(MerkleTree.leafHash))
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let publisher = TilePublisher(folder)
    var frontier = TreeFrontier()
    while frontier.size < entries.count {
      let next = min(entries.count, frontier.size + Int.random(in: 0...300, using: &chance))
      frontier = try publisher.publish(entries: entries[frontier.size..<next], after: frontier)
      #expect(frontier == LogFixture.frontier(entries[..<next]))
    }
    let atOnce = try LogFixture.published(entries)
    for tile in TileAddress.all(ofSize: entries.count) {
      #expect(try folder.bytes(at: tile.path) == atOnce.files[tile.path], "\(tile)")
    }
    let reader = TileReader(folder, size: entries.count)
    for _ in 0..<20 {
      let size = Int.random(in: 1...entries.count, using: &chance)
      let index = Int.random(in: 0..<size, using: &chance)
      #expect(try reader.root(ofSize: size) == tree.root(ofSize: size))
      #expect(try reader.frontier(ofSize: size) == LogFixture.frontier(entries[..<size]))
      #expect(try reader.inclusionProof(of: index, inSize: size) == tree.inclusionProof(of: index, inSize: size))
      #expect(try reader.consistencyProof(from: index, to: size) == tree.consistencyProof(from: index, to: size))
      #expect(try reader.entry(at: index) == entries[index])
    }
    #expect(throws: LogFault.self) { try reader.entry(at: entries.count) }
    #expect(throws: LogFault.self) { try reader.hash(level: 0, index: entries.count) }
    // Full tiles have made the partial ones of their places superfluous.
    let partials = try folder.paths().filter { $0.contains(".p/") }
    let lastFull = entries.count / TileAddress.fullWidth
    #expect(
      partials.allSatisfy { path in
        guard let tile = try? TileAddress(path: path) else { return false }
        return tile.content == .hashes(level: 1) || tile.index == lastFull
      })
  }

  @Test("needs tiles of the second level from 65,536 leaves on, and reads them")
  func secondLevel() throws {
    let count = 65_536 + 300
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let entries = (0..<count).map { (leaf: Int) -> [UInt8] in
      [UInt8(leaf & 255), UInt8(leaf >> 8 & 255), UInt8(leaf >> 16)]
    }
    let frontier = try TilePublisher(folder).publish(entries: entries, after: TreeFrontier())
    #expect(try folder.bytes(at: "tile/2/000.p/1")?.count == 32)
    #expect(try folder.bytes(at: "tile/1/000")?.count == 8192)
    #expect(try folder.bytes(at: "tile/1/001.p/1")?.count == 32)
    let reader = TileReader(folder, size: count)
    #expect(try reader.root(ofSize: count) == frontier.root)
    let proof = try reader.inclusionProof(of: 40_000, inSize: count)
    try proof.verify(leafHash: MerkleTree.leafHash(entries[40_000]), root: frontier.root)
    try reader.consistencyProof(from: 65_536, to: count)
      .verify(oldRoot: reader.root(ofSize: 65_536), newRoot: frontier.root)
  }

  @Test("changes nothing when the same is published again, also after an interruption", arguments: UInt64(0)..<8)
  func again(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let entries = try LogFixture.entries(Int.random(in: 300...600, using: &chance), seed: seed)
    let old = Int.random(in: 0...entries.count, using: &chance)
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let publisher = TilePublisher(folder)
    let before = try publisher.publish(entries: entries[..<old], after: TreeFrontier())
    let needed = Set(TileAddress.all(ofSize: old).map(\.path))
    let after = try publisher.publish(entries: entries[old...], after: before)
    func files() throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for path in try folder.paths() { files[path] = try folder.bytes(at: path) }
      return files
    }
    let whole = try files()
    #expect(try publisher.publish(entries: entries[old...], after: before) == after)
    #expect(try files() == whole)
    // Whatever part of the new files an interruption has kept from being written.
    for path in whole.keys.sorted() where !needed.contains(path) && Bool.random(using: &chance) {
      guard let tile = try? TileAddress(path: path), tile.isFull == false || tile.index * 256 >= old else { continue }
      try FileManager.default.removeItem(atPath: "\(temporary.path)/\(path)")
    }
    #expect(try publisher.publish(entries: entries[old...], after: before) == after)
    #expect(try files() == whole)
  }

  @Test("can be run by several processes at once", arguments: [0, 200, 256])
  func atOnce(old: Int) async throws {
    let entries = try LogFixture.entries(300)
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let before = try TilePublisher(folder).publish(entries: entries[..<old], after: TreeFrontier())
    let after = LogFixture.frontier(entries)
    try await withThrowingTaskGroup(of: TreeFrontier.self) { group in
      for _ in 0..<6 {
        group.addTask { try TilePublisher(folder).publish(entries: entries[old...], after: before) }
      }
      for try await frontier in group { #expect(frontier == after) }
    }
    let note = try Checkpoint(origin: LogFixture.origin, frontier: after).signed(by: LogFixture.logKey())
    try TilePublisher(folder).publish(note, under: LogFixture.policy())
    let audit = LogAudit(of: folder, under: try LogFixture.policy())
    #expect(audit.holds && audit.unaccounted.isEmpty)
  }

  @Test("never rewrites a tile")
  func rewriting() throws {
    let entries = try LogFixture.entries(300)
    var others = entries
    others[100] = [1]
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let publisher = TilePublisher(folder)
    try publisher.publish(entries: entries, after: TreeFrontier())
    let fault = #expect(throws: LogFault(.rewritten, at: "tile/entries/000")) {
      try publisher.publish(entries: others, after: TreeFrontier())
    }
    #expect(
      fault?.description
        == "tile/entries/000: error: already has other bytes, and is never rewritten; find out which of the two is false "
        + "before publishing")
    let old = try folder.bytes(at: "tile/0/001.p/44")
    others = entries
    others[299] = [1]
    #expect(throws: LogFault(.rewritten, at: "tile/entries/001.p/44")) {
      try publisher.publish(entries: others[256...], after: LogFixture.frontier(entries[..<256]))
    }
    #expect(try folder.bytes(at: "tile/0/001.p/44") == old)
  }

  @Test("does not build on tiles that are not those of the tree")
  func wrongEdge() throws {
    let entries = try LogFixture.entries(300)
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let publisher = TilePublisher(folder)
    let frontier = try publisher.publish(entries: entries[..<200], after: TreeFrontier())
    #expect(throws: LogFault(.missing, at: "tile/0/001.p/43")) {
      try publisher.publish(entries: [], after: LogFixture.frontier(entries[..<299]))
    }
    var other = entries
    other[3] = [0]
    #expect(throws: LogFault.self) {
      try publisher.publish(entries: entries[200...], after: LogFixture.frontier(other[..<200]))
    }
    let path = "\(temporary.path)/tile/entries/000.p/200"
    var bytes = try #require(try folder.bytes(at: "tile/entries/000.p/200"))
    bytes[20] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    let fault = #expect(throws: LogFault.self) { try publisher.publish(entries: entries[200...], after: frontier) }
    #expect(fault?.place == "tile/entries/000.p/200")
  }

  @Test("publishes a checkpoint only when the tiles bear it out and it continues the last")
  func checkpoints() throws {
    let entries = try LogFixture.entries(300)
    let temporary = TemporaryFolder()
    let publisher = TilePublisher(try LogFolder(path: temporary.path))
    let policy = try LogFixture.policy()
    let key = try LogFixture.logKey()
    #expect(try publisher.checkpoint() == nil)
    let early = try publisher.publish(entries: entries[..<100], after: TreeFrontier())
    try publisher.publish(Checkpoint(origin: LogFixture.origin, frontier: early).signed(by: key), under: policy)
    let late = try publisher.publish(entries: entries[100...], after: early)
    let note = try Checkpoint(origin: LogFixture.origin, frontier: late).signed(by: key)
    try publisher.publish(note, under: policy)
    #expect(try publisher.checkpoint() == note)
    #expect(throws: LogFault(.shrunk(from: 300, to: 100), at: "checkpoint")) {
      try publisher.publish(Checkpoint(origin: LogFixture.origin, frontier: early).signed(by: key), under: policy)
    }
    let false1 = try Checkpoint(origin: LogFixture.origin, size: 300, root: early.root)
    #expect(throws: LogFault(.wrongRoot(stated: early.root, computed: late.root), at: "checkpoint")) {
      try publisher.publish(false1.signed(by: key), under: policy)
    }
    #expect(throws: LogFault.self) {
      try publisher.publish(
        false1.signed(by: LogFixture.key(LogFixture.origin, seed: 9)), under: policy)
    }
    #expect(try publisher.checkpoint() == note)
    #expect(LogAudit(of: publisher.folder, under: policy).holds)
  }

  @Test("refuses an entry that is too long, and leaves what is published as it is")
  func tooLong() throws {
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    let publisher = TilePublisher(folder)
    let frontier = try publisher.publish(entries: [[1]], after: TreeFrontier())
    let before = try folder.paths()
    #expect(throws: LogFault(.tooLong(bytes: 70_000, limit: 65_535), at: "entry")) {
      try publisher.publish(entries: [[2], [UInt8](repeating: 0, count: 70_000)], after: frontier)
    }
    #expect(try folder.paths() == before)
  }
}

@Suite struct LogFolderTests {
  @Test("leads nobody outside, and says in words what was refused")
  func outside() throws {
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path)
    for path in ["../secret", "/etc/passwd", "tile/../../secret", "a\u{0}b"] {
      #expect(throws: LogFault.self, "\(path)") { try folder.bytes(at: path) }
      #expect(throws: LogFault.self, "\(path)") { try folder.replace([], at: path) }
    }
    try Data().write(to: URL(filePath: temporary.path + "/file"))
    let fault = #expect(throws: LogFault.self) { try LogFolder(path: temporary.path + "/file/below") }
    #expect(
      fault?.description.hasSuffix(
        "making was refused with error \(ENOTDIR); see that the folder exists, has room, and may be written") == true)
  }

  @Test("sweeps away what an interrupted writer has left, and never lists it")
  func sweep() throws {
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path)
    try Data([1]).write(to: URL(filePath: temporary.path + "/.incoming/abandoned"))
    try folder.replace([2], at: "checkpoint")
    #expect(try folder.paths() == ["checkpoint"])
    try folder.sweep()
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/.incoming").isEmpty)
  }
}
