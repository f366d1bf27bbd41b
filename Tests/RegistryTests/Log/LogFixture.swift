import Foundation
import Registry

/// A log in memory, to be changed byte by byte.
struct MemoryLog: TileStore {
  var files: [String: [UInt8]] = [:]

  func bytes(at path: String) throws(LogFault) -> [UInt8]? { files[path] }
  func paths() throws(LogFault) -> [String] { files.keys.sorted() }
}

/// A folder that is gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/interlocal-log-\(UUID().uuidString)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Keys, leaves and published logs for tests, all from numbered seeds.
enum LogFixture {
  static let origin = "three-rivers.example/log"

  static func key(_ name: String, _ algorithm: NoteAlgorithm = .note, seed: UInt64 = 1) throws -> SignerKey {
    var chance = LogChance(seed: seed)
    return try SignerKey.generate(name: name, algorithm: algorithm, using: &chance)
  }

  static func logKey() throws -> SignerKey { try key(origin, seed: 1) }
  static func witnessKey() throws -> SignerKey { try key("upstream.example/witness", .cosignature, seed: 2) }

  static func policy(quorum: Int = 0) throws -> LogPolicy {
    try LogPolicy(
      origin: origin, logKeys: [try logKey().verifier], witnesses: [try witnessKey().verifier], quorum: quorum)
  }

  static func leaves(_ count: Int, seed: UInt64 = 3) throws -> [LogLeaf] {
    var chance = LogChance(seed: seed)
    return try (0..<count).map { seq in
      let body = Array(#"{"amount":\#(Int.random(in: 0...1_000_000, using: &chance))}"#.utf8)
      return try LogLeaf(
        seq: seq, at: 1_763_830_000_000 + 1000 * Int64(seq), kind: "commitment.kept", object: "commitment/\(seq % 7)",
        version: seq / 7, commit: SaltedCommit(to: body, salt: CommitSalt(using: &chance)))
    }
  }

  static func entries(_ count: Int, seed: UInt64 = 3) throws -> [[UInt8]] { try leaves(count, seed: seed).map(\.bytes) }

  static func frontier(_ entries: some Sequence<[UInt8]>) -> TreeFrontier {
    var frontier = TreeFrontier()
    for entry in entries { frontier.append(leafHash: MerkleTree.leafHash(entry)) }
    return frontier
  }

  static func checkpoint(_ entries: some Sequence<[UInt8]>) throws -> Checkpoint {
    try Checkpoint(origin: origin, frontier: frontier(entries))
  }

  /// The files of a log with these entries, signed by the log and cosigned by the witness.
  static func published(_ entries: [[UInt8]], key: SignerKey? = nil, isCosigned: Bool = true) throws -> MemoryLog {
    let temporary = TemporaryFolder()
    let folder = try LogFolder(path: temporary.path, isDurable: false)
    try TilePublisher(folder).publish(entries: entries, after: TreeFrontier())
    var log = MemoryLog()
    for path in try folder.paths() { log.files[path] = try folder.bytes(at: path) }
    var note = try checkpoint(entries).signed(by: key ?? logKey())
    if isCosigned { note = try note.cosigned(by: witnessKey(), at: 1_763_830_100) }
    log.files[LogFolder.checkpointPath] = note.bytes
    return log
  }
}
