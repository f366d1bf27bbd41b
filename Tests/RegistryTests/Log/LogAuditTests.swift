import Foundation
import Registry
import Testing

@Suite struct LogAuditTests {
  /// How often the sampled tests are repeated: more by night.
  static let rounds = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 50 : 1

  /// Which bits of a byte are changed: one by day, by night all.
  static func bits(using chance: inout LogChance) -> [UInt8] {
    rounds > 1 ? Array(0..<8) : [UInt8.random(in: 0..<8, using: &chance)]
  }

  @Test("finds nothing to say of a log as it was published", arguments: [0, 1, 2, 20, 255, 256, 257, 300, 513])
  func sound(size: Int) throws {
    let entries = try LogFixture.entries(size)
    let audit = LogAudit(of: try LogFixture.published(entries), under: try LogFixture.policy(quorum: 1))
    #expect(audit.holds && audit.faults.isEmpty && audit.unaccounted.isEmpty && audit.strangers.isEmpty)
    #expect(audit.checkpoint?.size == size)
    #expect(audit.frontier == LogFixture.frontier(entries))
  }

  @Test("detects a change at every byte of a small log")
  func everyByte() throws {
    let log = try LogFixture.published(LogFixture.entries(6))
    let policy = try LogFixture.policy(quorum: 1)
    var chance = LogChance(seed: 12)
    var flips = 0
    for (path, bytes) in log.files.sorted(by: { $0.key < $1.key }) {
      for position in bytes.indices {
        for bit in Self.bits(using: &chance) {
          var changed = log
          changed.files[path]?[position] ^= 1 << bit
          let audit = LogAudit(of: changed, under: policy)
          #expect(!audit.holds, "\(path), byte \(position), bit \(bit)")
          flips += 1
        }
      }
    }
    #expect(flips >= log.files.map(\.value.count).reduce(0, +))
  }

  @Test("detects sampled changes in a log of several tiles", arguments: UInt64(0)..<4)
  func sampledBytes(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let log = try LogFixture.published(LogFixture.entries(300))
    let policy = try LogFixture.policy(quorum: 1)
    let paths = log.files.keys.sorted()
    for _ in 0..<(100 * Self.rounds) {
      let path = try #require(paths.randomElement(using: &chance))
      var changed = log
      let position = Int.random(in: 0..<(log.files[path]?.count ?? 0), using: &chance)
      changed.files[path]?[position] ^= UInt8.random(in: 1...255, using: &chance)
      let audit = LogAudit(of: changed, under: policy)
      #expect(!audit.holds, "\(path), byte \(position)")
      #expect(audit.faults.contains { path == "checkpoint" || $0.place.contains("tile/") }, "\(path)")
    }
  }

  @Test("detects files cut short, made longer or lost", arguments: UInt64(0)..<3)
  func lengths(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let log = try LogFixture.published(LogFixture.entries(300, seed: seed))
    let policy = try LogFixture.policy(quorum: 1)
    for path in log.files.keys.sorted() {
      let bytes = try #require(log.files[path])
      let cut = Int.random(in: 0..<bytes.count, using: &chance)
      for changed in [nil, Array(bytes.prefix(cut)), bytes + [UInt8.random(in: 0...255, using: &chance)]] {
        var other = log
        other.files[path] = changed
        #expect(!LogAudit(of: other, under: policy).holds, "\(path)")
      }
    }
  }

  @Test("detects entries exchanged, also together with their hashes")
  func exchanged() throws {
    var entries = try LogFixture.entries(40)
    let log = try LogFixture.published(entries)
    entries.swapAt(3, 30)
    let policy = try LogFixture.policy()
    var bundleOnly = log
    let other = try LogFixture.published(entries)
    bundleOnly.files["tile/entries/000.p/40"] = other.files["tile/entries/000.p/40"]
    let audit = LogAudit(of: bundleOnly, under: policy)
    #expect(audit.faults.map(\.place) == ["tile/0/000.p/40", "checkpoint"])
    var both = bundleOnly
    both.files["tile/0/000.p/40"] = other.files["tile/0/000.p/40"]
    let computed = LogFixture.frontier(entries).root
    let stated = try LogFixture.checkpoint(LogFixture.entries(40)).root
    #expect(
      LogAudit(of: both, under: policy).faults == [
        LogFault(.wrongRoot(stated: stated, computed: computed), at: "checkpoint")
      ])
  }

  @Test("detects a rewritten tail that was hashed anew but not signed", arguments: [0, 17, 255, 256, 299])
  func rewrittenTail(from place: Int) throws {
    let entries = try LogFixture.entries(300)
    let honest = try LogFixture.published(entries)
    var forged = entries
    forged[place...] = try LogFixture.entries(300, seed: 77)[place...]
    // All tiles and bundles are consistent; the attacker has no key of the log.
    var keptCheckpoint = try LogFixture.published(forged)
    keptCheckpoint.files["checkpoint"] = honest.files["checkpoint"]
    let policy = try LogFixture.policy()
    #expect(
      LogAudit(of: keptCheckpoint, under: policy).faults == [
        LogFault(
          .wrongRoot(
            stated: LogFixture.frontier(entries).root, computed: LogFixture.frontier(forged).root), at: "checkpoint")
      ])
    let ownKey = try LogFixture.key(LogFixture.origin, seed: 1234)
    let ownSigned = try LogFixture.published(forged, key: ownKey, isCosigned: false)
    #expect(
      LogAudit(of: ownSigned, under: policy).faults == [
        LogFault(.unsigned(known: [LogFixture.origin, "upstream.example/witness"]), at: "checkpoint")
      ])
    // The old signatures under the new text.
    var patched = keptCheckpoint
    let old = try SignedNote(bytes: try #require(honest.files["checkpoint"]))
    var note = try SignedNote(text: LogFixture.checkpoint(forged).text)
    for signature in old.signatures { note = note.adding(signature) }
    patched.files["checkpoint"] = note.bytes
    #expect(
      LogAudit(of: patched, under: policy).faults == [
        LogFault(.badSignature(key: LogFixture.origin), at: "checkpoint")
      ])
  }

  @Test("detects a fork signed with the stolen key by what a witness has cosigned")
  func stolenKey() throws {
    let entries = try LogFixture.entries(300)
    let honest = try LogFixture.published(Array(entries[..<280]))
    var forged = entries
    forged[41] = Array("nothing happened".utf8)
    let fork = try LogFixture.published(forged, isCosigned: false)
    // To a reader who asks for no witness and remembers nothing, the fork is a log like any other.
    #expect(LogAudit(of: fork, under: try LogFixture.policy()).holds)
    // Who asks for a witness sees that none has cosigned.
    #expect(
      LogAudit(of: fork, under: try LogFixture.policy(quorum: 1)).faults == [
        LogFault(.tooFewWitnesses(found: 0, needed: 1), at: "checkpoint")
      ])
    // Who holds a cosigned checkpoint sees that it is not continued.
    let note = try SignedNote(bytes: try #require(honest.files["checkpoint"]))
    let cosigned = try LogFixture.policy(quorum: 1).checkpoint(in: note)
    #expect(
      LogAudit(of: fork, under: try LogFixture.policy(), continuing: [cosigned]).faults == [
        LogFault(.forked(oldSize: 280, newSize: 300), at: "earlier checkpoint of size 280")
      ])
    // And the witness cannot be brought to cosign the fork.
    var witness = try Witness(key: LogFixture.witnessKey(), policy: LogFixture.policy())
    _ = try witness.cosign(note, proof: ConsistencyProof(oldSize: 0, newSize: 280, hashes: []), at: 1)
    let forkNote = try SignedNote(bytes: try #require(fork.files["checkpoint"]))
    let proof = try TileReader(fork, size: 300).consistencyProof(from: 280, to: 300)
    #expect(throws: LogFault(.forked(oldSize: 280, newSize: 300), at: "consistency proof")) {
      try witness.cosign(forkNote, proof: proof, at: 2)
    }
    // The honest continuation is accepted by both.
    let continued = try LogFixture.published(entries)
    #expect(LogAudit(of: continued, under: try LogFixture.policy(), continuing: [cosigned]).holds)
  }

  @Test("detects a log rolled back to an earlier checkpoint by a later one that the reader holds")
  func rollback() throws {
    let entries = try LogFixture.entries(60)
    let late = try LogFixture.checkpoint(entries)
    let rolledBack = try LogFixture.published(Array(entries[..<50]))
    #expect(LogAudit(of: rolledBack, under: try LogFixture.policy()).holds)
    #expect(
      LogAudit(of: rolledBack, under: try LogFixture.policy(), continuing: [late]).faults == [
        LogFault(.shrunk(from: 60, to: 50), at: "earlier checkpoint of size 60")
      ])
    let foreign = try Checkpoint(origin: "elsewhere.example", size: 1, root: late.root)
    #expect(
      LogAudit(of: rolledBack, under: try LogFixture.policy(), continuing: [foreign]).faults == [
        LogFault(
          .foreignOrigin(found: "elsewhere.example", expected: LogFixture.origin), at: "earlier checkpoint of size 1")
      ])
  }

  @Test("checks the tiles that earlier sizes have left, and lists what the size does not need")
  func others() throws {
    let entries = try LogFixture.entries(300)
    var log = try LogFixture.published(Array(entries[..<280]))
    for (path, bytes) in try LogFixture.published(Array(entries[..<270])).files where path != "checkpoint" {
      log.files[path] = bytes
    }
    #expect(log.files["tile/0/001.p/14"] != nil)
    let policy = try LogFixture.policy()
    let sound = LogAudit(of: log, under: policy)
    #expect(sound.holds && sound.unaccounted.isEmpty)

    // An interrupted publication has written tiles for which no checkpoint vouches yet; somebody has added a file.
    for (path, bytes) in try LogFixture.published(entries).files where path != "checkpoint" { log.files[path] = bytes }
    log.files["tile/0/000.bak"] = [1]
    let ahead = LogAudit(of: log, under: policy)
    #expect(ahead.holds)
    #expect(ahead.unaccounted == ["tile/0/000.bak", "tile/0/001.p/44", "tile/entries/001.p/44"])

    for path in ["tile/0/001.p/14", "tile/entries/001.p/14"] {
      var changed = log
      changed.files[path]?[9] ^= 4
      #expect(LogAudit(of: changed, under: policy).faults.map(\.place) == [path])
    }
  }

  @Test("finds a full tile where a partial one is gone")
  func fullInstead() throws {
    let entries = try LogFixture.entries(256)
    var log = try LogFixture.published(Array(entries[..<200]))
    let full = try LogFixture.published(entries)
    for path in ["tile/0/000", "tile/entries/000"] { log.files[path] = full.files[path] }
    for path in ["tile/0/000.p/200", "tile/entries/000.p/200"] { log.files[path] = nil }
    let audit = LogAudit(of: log, under: try LogFixture.policy())
    #expect(audit.holds)
    #expect(audit.unaccounted == ["tile/0/000", "tile/entries/000"])
    log.files["tile/0/000"]?[32 * 7] ^= 1
    #expect(LogAudit(of: log, under: try LogFixture.policy()).faults.map(\.place) == ["tile/0/000.p/200"])
  }

  @Test("lists signatures that prove nothing")
  func strangers() throws {
    var log = try LogFixture.published(LogFixture.entries(5))
    let stranger = try LogFixture.key("elsewhere.example", seed: 8)
    let note = try SignedNote(bytes: try #require(log.files["checkpoint"])).signed(by: stranger)
    log.files["checkpoint"] = note.bytes
    let policy = try LogFixture.policy(quorum: 1)
    #expect(LogAudit(of: log, under: policy).strangers == ["elsewhere.example"])
    // Changes in the stranger's line alone are what no reader can tell; they are always listed.
    let start = note.bytes.count - note.signatures[2].line.utf8.count - 1
    for position in note.bytes.indices {
      var changed = log
      changed.files["checkpoint"]?[position] ^= 1
      let audit = LogAudit(of: changed, under: policy)
      if audit.holds { #expect(position >= start && audit.strangers.count == 1, "\(position)") }
    }
  }

  @Test(
    "gives up in good time where a checkpoint states a size that no file bears out",
    arguments: [
      13, 1 << 20, Int.max,
    ])
  func hugeSize(size: Int) throws {
    var log = try LogFixture.published(LogFixture.entries(12))
    let huge = try Checkpoint(origin: LogFixture.origin, size: size, root: LogHash(sha256: [1]))
    log.files["checkpoint"] = try huge.signed(by: LogFixture.logKey()).bytes
    let audit = LogAudit(of: log, under: try LogFixture.policy())
    #expect(audit.faults.contains { $0.kind == .missing })
    #expect(audit.frontier == nil)
  }
}

@Suite struct LogProofTests {
  static func proof(_ index: Int, of size: Int, extra: [UInt8]? = nil) throws -> (proof: LogProof, leaf: LogHash) {
    let entries = try LogFixture.entries(size)
    let log = try LogFixture.published(entries)
    let note = try SignedNote(bytes: log.files["checkpoint"] ?? [])
    let proof = try TileReader(log, size: size).inclusionProof(of: index, inSize: size)
    return (LogProof(proof, note: note, extra: extra), MerkleTree.leafHash(entries[index]))
  }

  @Test("is written as the specification prints it")
  func form() throws {
    let (proof, _) = try Self.proof(1, of: 2, extra: Array("extra information".utf8))
    let lines = String(decoding: proof.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "c2sp.org/tlog-proof@v1")
    #expect(lines[1] == "extra ZXh0cmEgaW5mb3JtYXRpb24=")
    #expect(lines[2] == "index 1")
    #expect(lines[3] == "\(proof.hashes[0].base64)")
    #expect(lines[4] == "" && lines[5] == "three-rivers.example/log" && lines[6] == "2")
    #expect(try LogProof(bytes: proof.bytes) == proof)
  }

  @Test("holds for its leaf, after a journey as text", arguments: [(0, 1), (0, 2), (7, 40), (256, 300), (299, 300)])
  func holds(index: Int, size: Int) throws {
    let (proof, leaf) = try Self.proof(index, of: size)
    let again = try LogProof(bytes: proof.bytes)
    #expect(again == proof && again.extra == nil)
    #expect(try again.verify(leafHash: leaf, under: LogFixture.policy(quorum: 1)).size == size)
    #expect(throws: LogFault.self) {
      try again.verify(leafHash: MerkleTree.leafHash([1]), under: LogFixture.policy(quorum: 1))
    }
  }

  @Test("holds no more after a change of any byte but in its unsigned extra")
  func everyByte() throws {
    let (proof, leaf) = try Self.proof(3, of: 7, extra: [1, 2, 3])
    let bytes = proof.bytes
    let policy = try LogFixture.policy(quorum: 1)
    // The line after the heading: Base64 of three bytes.
    let extraStart = "c2sp.org/tlog-proof@v1\nextra ".utf8.count
    var chance = LogChance(seed: 7)
    for position in bytes.indices {
      for bit in LogAuditTests.bits(using: &chance) {
        var changed = bytes
        changed[position] ^= 1 << bit
        guard let read = try? LogProof(bytes: changed) else { continue }
        if (try? read.verify(leafHash: leaf, under: policy)) != nil {
          #expect((extraStart..<(extraStart + 4)).contains(position), "byte \(position), bit \(bit)")
          #expect(read.extra != proof.extra)
        }
      }
    }
  }

  @Test(
    "refuses texts of another form, naming the line",
    arguments: [
      // Those of TestUnmarshalErrors in transparency-dev/formats, proof/tlog_proof_test.go (2026), and some of ours.
      ("wrong-header\nindex 0\n\ncheckpoint\n", "proof:1"),
      ("c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\ncheckpoint\n", "proof:2"),
      ("c2sp.org/tlog-proof@v1\n\n\ncheckpoint\n", "proof:2"),
      ("c2sp.org/tlog-proof@v1\nindex notanumber\n\ncheckpoint\n", "proof:2"),
      ("c2sp.org/tlog-proof@v1\nindex -5\n\ncheckpoint\n", "proof:2"),
      ("c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\ncheckpoint\n", "proof:3"),
      ("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\ncheckpoint\n", "proof:3"),
      ("c2sp.org/tlog-proof@v1\nextra AAAA\nindex 00\n\ncheckpoint\n", "proof:3"),
      ("c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n", "checkpoint"),
      ("c2sp.org/tlog-proof@v1\nindex 0\n", "proof"),
      ("", "proof"),
    ])
  func refusals(text: String, place: String) {
    let fault = #expect(throws: LogFault.self) { try LogProof(bytes: Array(text.utf8)) }
    #expect(fault?.place == place)
  }

  @Test("refuses a proof of a place that the tree does not have")
  func beyond() throws {
    let (proof, leaf) = try Self.proof(0, of: 2)
    let moved = LogProof(index: 2, hashes: proof.hashes, note: proof.note)
    #expect(throws: LogFault(.beyondTree(index: 2, size: 2), at: "inclusion proof")) {
      try moved.verify(leafHash: leaf, under: LogFixture.policy())
    }
    let huge = LogProof(index: Int.max, hashes: proof.hashes, note: proof.note)
    #expect(throws: LogFault.self) { try huge.verify(leafHash: leaf, under: LogFixture.policy()) }
    #expect(throws: LogFault.self) { try LogProof(bytes: [0xff, 0x0a, 0x0a]) }
  }
}
