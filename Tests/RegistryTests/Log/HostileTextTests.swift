import Registry
import Testing

/// Texts and bytes from outside, cut, spliced and changed at random.
@Suite struct HostileTextTests {
  /// Valid bytes, changed in a few places by cutting, doubling, inserting and overwriting.
  static func changed(_ bytes: [UInt8], using chance: inout LogChance) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      let start = Int.random(in: 0...bytes.count, using: &chance)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &chance))
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes.insert(contentsOf: chance.bytes(upTo: 4), at: start)
      case 3:
        bytes.insert([0x0a, 0x20, 0x2b, 0x3d, 0x22, 0x5c, 0x00, 0xff].randomElement(using: &chance) ?? 0, at: start)
      default: for position in start..<end { bytes[position] = UInt8.random(in: 0...255, using: &chance) }
      }
    }
    return bytes
  }

  @Test("stop no reader, and what one accepts it writes again byte for byte", arguments: UInt64(0)..<20)
  func everyReader(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let (proof, _) = try LogProofTests.proof(5, of: 20, extra: [1, 2, 3])
    let key = try LogFixture.logKey()
    let leaf = try LogLeaf(
      seq: 3, at: 4, kind: "a\n\u{1}", object: "é\"\\", version: 5, commit: SaltedCommit(hash: MerkleTree.emptyRoot))
    let readers: [(sample: [UInt8], read: ([UInt8]) throws -> [UInt8])] = [
      (proof.bytes, { try LogProof(bytes: $0).bytes }),
      (proof.note.bytes, { try SignedNote(bytes: $0).bytes }),
      (
        Array(proof.note.text.utf8),
        { try Array(Checkpoint(text: String(decoding: $0, as: UTF8.self)).text.utf8) }
      ),
      (
        Array(key.verifier.description.utf8),
        { try Array(VerifierKey(String(decoding: $0, as: UTF8.self)).description.utf8) }
      ),
      (
        Array(key.secretText.utf8),
        { try Array(SignerKey(secretText: String(decoding: $0, as: UTF8.self)).secretText.utf8) }
      ),
      (leaf.bytes, { try LogLeaf(bytes: $0).bytes }),
      (LogFixture.frontier([[1], [2], [3]]).bytes, { try TreeFrontier(bytes: $0).bytes }),
      (
        Array("tile/entries/x001/x234/067.p/25".utf8),
        { try Array(TileAddress(path: String(decoding: $0, as: UTF8.self)).path.utf8) }
      ),
      (
        [0, 1, 7, 0, 0, 0, 2, 8, 9],
        {
          var bundle: [UInt8] = []
          for entry in try EntryBundle.entries(in: $0) { try EntryBundle.append(entry, to: &bundle) }
          return bundle
        }
      ),
    ]
    for (sample, read) in readers {
      #expect(try read(sample) == sample)
      for _ in 0..<(20 * LogAuditTests.rounds) {
        let bytes = Self.changed(sample, using: &chance)
        guard let written = try? read(bytes) else { continue }
        // Bytes that are not UTF-8 become replacement characters before some readers see them.
        #expect(written == bytes || String(validating: bytes, as: UTF8.self) == nil, "\(bytes)")
      }
    }
  }
}
