import Registry
import Testing

@Suite struct CheckpointTests {
  @Test("writes the tree published for Go's checksum database")
  func go() throws {
    // golang.org/x/mod/sumdb/tlog, note_test.go (2019), TestFormatTree.
    let root = MerkleTree.leafHash(Array("hello world".utf8))
    let checkpoint = try Checkpoint(origin: "go.sum database tree", size: 123_456_789_012, root: root)
    let printed = "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n"
    #expect(checkpoint.text == printed)
    #expect(try Checkpoint(text: printed) == checkpoint)
  }

  @Test(
    "verifies two published checkpoints of Go's checksum database",
    arguments: [
      // C2SP, tlog-checkpoint and tlog-cosignature, whose example bears another origin than the text that was signed.
      """
      go.sum database tree
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — sum.golang.org Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

      """,
      // FiloSottile/torchwood, cmd/litewitness/testdata/sumdb.txt (2025).
      """
      go.sum database tree
      35225469
      vt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=

      — sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=

      """,
    ])
  func checksumDatabase(text: String) throws {
    let key = try VerifierKey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
    let policy = try LogPolicy(origin: "go.sum database tree", logKeys: [key])
    let checkpoint = try policy.checkpoint(in: SignedNote(bytes: Array(text.utf8)))
    #expect([20_852_163, 35_225_469].contains(checkpoint.size))
    let other = try LogPolicy(origin: "example.com/behind-the-sofa", logKeys: [key])
    let fault = #expect(throws: LogFault.self) { try other.checkpoint(in: SignedNote(bytes: Array(text.utf8))) }
    #expect(
      fault?.description
        == "checkpoint:1: error: speaks of the log 'go.sum database tree', not of 'example.com/behind-the-sofa'; fetch "
        + "the checkpoint of the right log")
  }

  @Test("verifies the cosignature that a public witness gave a public log")
  func cosignature() throws {
    // A checkpoint of the test log arche2025h1 of transparency.dev with the cosignature of the witness remora.n621.de,
    // as printed in the tests of tlog-scales (2026); the witness' key also in transparency-dev/formats,
    // note/note_cosigv1_test.go (2024). The other lines of the note are left out here.
    let note = try SignedNote(
      bytes: Array(
        """
        arche2025h1.staging.ct.transparency.dev
        1432088532
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

        — remora.n621.de \
        2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==

        """.utf8))
    let witness = try VerifierKey("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
    #expect(witness.algorithm == .cosignature)
    let verified = try note.verified(by: [witness])
    #expect(verified.map(\.key) == [witness] && verified.map(\.timestamp) == [1_779_573_024])
  }

  @Test("keeps further lines, which are signed with the rest")
  func extensions() throws {
    let key = try LogFixture.logKey()
    let root = MerkleTree.leafHash([])
    let plain = try Checkpoint(origin: LogFixture.origin, size: 1, root: root)
    let checkpoint = try Checkpoint(origin: LogFixture.origin, size: 1, root: root, extensions: ["a", "b c"])
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    #expect(checkpoint != plain)
    let moved = try SignedNote(text: checkpoint.text).adding(plain.signed(by: key).signatures[0])
    #expect(throws: LogFault(.badSignature(key: LogFixture.origin), at: "checkpoint")) {
      try LogFixture.policy().checkpoint(in: moved)
    }
  }

  static let root = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0="

  @Test(
    "refuses a text of another form, naming the line",
    arguments: [
      ("", "checkpoint"), ("o\n7\n\(root)", "checkpoint"), ("o\n7\n", "checkpoint"), ("\n7\n\(root)\n", "checkpoint:1"),
      ("o\n07\n\(root)\n", "checkpoint:2"), ("o\n-7\n\(root)\n", "checkpoint:2"), ("o\n0x7\n\(root)\n", "checkpoint:2"),
      ("o\n9223372036854775808\n\(root)\n", "checkpoint:2"), ("o\n7\nTszz\n", "checkpoint:3"),
      ("o\n7\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=\n", "checkpoint:3"), ("o\n7\n\(root)\n\n", "checkpoint:4"),
      ("o\n0\n\(root)\n", "checkpoint:3"), ("o\r\n7\n\(root)\n", "checkpoint:1"),
    ])
  func malformed(text: String, place: String) {
    let fault = #expect(throws: LogFault.self) { try Checkpoint(text: text) }
    #expect(fault?.place == place)
  }

  @Test("takes the root of an empty tree for size 0 only")
  func empty() throws {
    let checkpoint = try Checkpoint(origin: "o", frontier: TreeFrontier())
    #expect(checkpoint.text == "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
  }
}

@Suite struct WitnessTests {
  @Test("cosigns what continues, and says since when", arguments: UInt64(0)..<20)
  func grows(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let entries = try LogFixture.entries(200, seed: seed)
    let tree = MerkleTree(leafHashes: entries.map(MerkleTree.leafHash))
    var witness = try Witness(key: LogFixture.witnessKey(), policy: LogFixture.policy())
    let policy = try LogFixture.policy(quorum: 1)
    var size = 0
    for step in 0..<6 {
      size = Int.random(in: size...200, using: &chance)
      let note = try LogFixture.checkpoint(entries.prefix(size)).signed(by: LogFixture.logKey())
      let proof = try tree.consistencyProof(from: witness.size, to: size)
      let cosigned = try witness.cosign(note, proof: proof, at: 1_763_830_000 + step)
      #expect(try policy.checkpoint(in: cosigned).size == size)
      let verified = try SignedNote(bytes: cosigned.bytes).verified(by: [witness.verifier])
      #expect(verified.map(\.timestamp) == [1_763_830_000 + step])
    }
  }

  @Test("refuses a fork, even one signed with the log's own key, and keeps the proof of it")
  func fork() throws {
    let entries = try LogFixture.entries(50)
    var witness = try Witness(key: LogFixture.witnessKey(), policy: LogFixture.policy())
    let honest = try LogFixture.checkpoint(entries.prefix(40)).signed(by: LogFixture.logKey())
    _ = try witness.cosign(honest, proof: ConsistencyProof(oldSize: 0, newSize: 40, hashes: []), at: 1)
    let kept = witness.latest

    var rewritten = entries
    rewritten[17] = Array("nothing happened".utf8)
    let tree = MerkleTree(leafHashes: rewritten.map(MerkleTree.leafHash))
    for size in 41...50 {
      let note = try LogFixture.checkpoint(rewritten.prefix(size)).signed(by: LogFixture.logKey())
      let proof = try tree.consistencyProof(from: 40, to: size)
      #expect(throws: LogFault(.forked(oldSize: 40, newSize: size), at: "consistency proof")) {
        try witness.cosign(note, proof: proof, at: 2)
      }
    }
    let note = try LogFixture.checkpoint(rewritten.prefix(40)).signed(by: LogFixture.logKey())
    #expect(throws: LogFault(.forked(oldSize: 40, newSize: 40), at: "checkpoint:3")) {
      try witness.cosign(note, proof: ConsistencyProof(oldSize: 40, newSize: 40, hashes: []), at: 2)
    }
    #expect(witness.latest == kept)
    #expect(witness.evidence == [note])
    #expect(throws: LogFault(.shrunk(from: 40, to: 30), at: "checkpoint:2")) {
      try witness.cosign(
        LogFixture.checkpoint(entries.prefix(30)).signed(by: LogFixture.logKey()),
        proof: ConsistencyProof(oldSize: 40, newSize: 30, hashes: []), at: 2)
    }
    #expect(throws: LogFault.self) {
      try witness.cosign(
        LogFixture.checkpoint(entries).signed(by: LogFixture.logKey()),
        proof: tree.consistencyProof(from: 30, to: 50), at: 2)
    }
  }

  @Test("refuses what the log has not signed")
  func unsigned() throws {
    var witness = try Witness(key: LogFixture.witnessKey(), policy: LogFixture.policy())
    let stranger = try LogFixture.key(LogFixture.origin, seed: 99)
    let note = try LogFixture.checkpoint([[1]]).signed(by: stranger)
    #expect(throws: LogFault(.unsigned(known: [LogFixture.origin, "upstream.example/witness"]), at: "checkpoint")) {
      try witness.cosign(note, proof: ConsistencyProof(oldSize: 0, newSize: 1, hashes: []), at: 1)
    }
    #expect(witness.latest == nil && witness.size == 0)
  }

  @Test("does not take a witness' key for a log's, nor the reverse")
  func purposes() throws {
    // The same secret under both algorithms: the key identifiers differ, and so do the bytes that are signed.
    let seed = [UInt8](repeating: 5, count: 32)
    let log = try SignerKey(name: "k", algorithm: .note, seed: seed)
    let witness = try SignerKey(name: "k", algorithm: .cosignature, seed: seed)
    #expect(log.verifier.keyID != witness.verifier.keyID)
    let note = try SignedNote(text: "a\n").signed(by: log)
    #expect(throws: LogFault.self) { try note.verified(by: [witness.verifier]) }
    let relabelled = try SignedNote(text: "a\n").adding(
      NoteSignature(name: "k", keyID: witness.verifier.keyID, signature: note.signatures[0].signature))
    #expect(throws: LogFault(.badSignature(key: "k"), at: "note")) { try relabelled.verified(by: [witness.verifier]) }
    // A time beyond 2^63 − 1 is no time.
    let cosigned = try SignedNote(text: "a\n").cosigned(by: witness, at: 7)
    var bytes = cosigned.signatures[0].signature
    bytes[0] |= 0x80
    let late = try SignedNote(text: "a\n").adding(
      NoteSignature(name: "k", keyID: witness.verifier.keyID, signature: bytes))
    #expect(throws: LogFault(.badSignature(key: "k"), at: "note")) { try late.verified(by: [witness.verifier]) }
  }

  @Test("goes on after a restart from what it stored, and from nothing else")
  func restart() throws {
    let policy = try LogFixture.policy()
    let key = try LogFixture.witnessKey()
    var witness = try Witness(key: key, policy: policy)
    let entries = try LogFixture.entries(20)
    let note = try LogFixture.checkpoint(entries[..<10]).signed(by: LogFixture.logKey())
    #expect(throws: LogFault(.unsigned(known: ["upstream.example/witness"]), at: "stored checkpoint")) {
      try Witness(key: key, policy: policy, latest: note)
    }
    let stored = try witness.cosign(note, proof: ConsistencyProof(oldSize: 0, newSize: 10, hashes: []), at: 1)
    var again = try Witness(key: key, policy: policy, latest: SignedNote(bytes: stored.bytes))
    #expect(again.size == 10 && again.latest == witness.latest)
    let other = try LogFixture.checkpoint([[1]] + entries[1...]).signed(by: LogFixture.logKey())
    #expect(throws: LogFault.self) {
      try again.cosign(other, proof: ConsistencyProof(oldSize: 0, newSize: 20, hashes: []), at: 2)
    }
  }

  @Test("refuses keys of the wrong purpose, and policies that cannot be met or can be met by one for two")
  func policies() throws {
    let log = try LogFixture.logKey()
    let witness = try LogFixture.witnessKey()
    let fault = #expect(throws: LogFault(.wrongPurpose(key: witness.verifier.name, needed: .note), at: "key")) {
      try LogPolicy(origin: "o", logKeys: [witness.verifier])
    }
    #expect(
      fault?.description
        == "key: error: the key 'upstream.example/witness' does not sign notes; use a key of algorithm 1")
    #expect(throws: LogFault(.wrongPurpose(key: log.verifier.name, needed: .cosignature), at: "key")) {
      try LogPolicy(origin: "o", logKeys: [log.verifier], witnesses: [log.verifier])
    }
    #expect(throws: LogFault.self) { try LogPolicy(origin: "o", logKeys: []) }
    #expect(throws: LogFault(.outside(value: 2, range: 0...1), at: "quorum")) {
      try LogPolicy(origin: "o", logKeys: [log.verifier], witnesses: [witness.verifier], quorum: 2)
    }
    let alias = try VerifierKey(name: "alias", algorithm: .cosignature, publicKey: witness.verifier.publicKey)
    #expect(throws: LogFault(.malformed(found: "alias", expected: "a witness with a key of its own"), at: "witnesses"))
    {
      try LogPolicy(origin: "o", logKeys: [log.verifier], witnesses: [witness.verifier, alias])
    }
    #expect(throws: LogFault.self) { try SignedNote(text: "a\n").signed(by: witness) }
    #expect(throws: LogFault.self) { try SignedNote(text: "a\n").cosigned(by: log, at: 1) }
    #expect(throws: LogFault.self) { try SignedNote(text: "a\n").cosigned(by: witness, at: -1) }
    #expect(throws: LogFault.self) { try Witness(key: log, policy: LogFixture.policy()) }
  }

  @Test("is counted once towards a quorum")
  func quorum() throws {
    let note = try LogFixture.checkpoint([[1]]).signed(by: LogFixture.logKey())
    #expect(throws: LogFault(.tooFewWitnesses(found: 0, needed: 1), at: "checkpoint")) {
      try LogFixture.policy(quorum: 1).checkpoint(in: note)
    }
    let second = try LogFixture.key("downstream.example/witness", .cosignature, seed: 4)
    let policy = try LogPolicy(
      origin: LogFixture.origin, logKeys: [try LogFixture.logKey().verifier],
      witnesses: [try LogFixture.witnessKey().verifier, second.verifier], quorum: 2)
    let once = try note.cosigned(by: LogFixture.witnessKey(), at: 1)
    let line = try once.cosigned(by: LogFixture.witnessKey(), at: 2).signatures[1].line
    let twice = try SignedNote(bytes: once.bytes + Array((line + "\n").utf8))
    #expect(twice.signatures.count == 3)
    let fault = #expect(throws: LogFault(.tooFewWitnesses(found: 1, needed: 2), at: "checkpoint")) {
      try policy.checkpoint(in: twice)
    }
    #expect(
      fault?.description
        == "checkpoint: error: is cosigned by 1 of the known witnesses where 2 are needed; wait for more, or fetch it "
        + "again")
    #expect(try policy.checkpoint(in: twice.cosigned(by: second, at: 3)).size == 1)
  }
}
