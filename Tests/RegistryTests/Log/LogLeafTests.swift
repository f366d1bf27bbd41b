import Registry
import Testing

@Suite struct LogLeafTests {
  static let commit = SaltedCommit(hash: MerkleTree.emptyRoot)

  static func leaf(kind: String = "agreement.signed", object: String) throws -> LogLeaf {
    try LogLeaf(seq: 41, at: 1_763_830_000_123, kind: kind, object: object, version: 3, commit: commit)
  }

  @Test("is written in one way, keys in order and without spaces")
  func canonical() throws {
    let leaf = try Self.leaf(object: "agreement/7")
    #expect(
      String(decoding: leaf.bytes, as: UTF8.self)
        == #"{"at":1763830000123,"commit":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
        + #""kind":"agreement.signed","object":"agreement/7","seq":41,"v":1,"version":3}"#)
    #expect(try LogLeaf(bytes: leaf.bytes) == leaf)
    #expect(leaf.hash == MerkleTree.leafHash(leaf.bytes))
  }

  @Test("escapes as RFC 8785, §3.2.2.2 prints it")
  func escapes() throws {
    // The text of the example in §3.2.2, and its canonical form in §3.2.3.
    let leaf = try Self.leaf(object: "\u{20ac}$\u{f}\u{a}A'\u{42}\u{22}\u{5c}\\\"/")
    let text = String(decoding: leaf.bytes, as: UTF8.self)
    #expect(text.contains(#""object":"€$\u000f\nA'B\"\\\\\"/","#))
    #expect(try LogLeaf(bytes: leaf.bytes) == leaf)
  }

  @Test("comes back from its bytes, whatever its texts", arguments: UInt64(0)..<200)
  func roundTrip(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    func text(_ longest: Int) -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...longest, using: &chance) {
        let range: ClosedRange<UInt32> = Bool.random(using: &chance) ? 0...0x7f : 0...0x1_f9ff
        text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: range, using: &chance)) ?? "\"")
      }
      return text
    }
    let numbers = [0, 1, 9, 10, 1_000_000_007, Int(LogLeaf.largestNumber)]
    let leaf = try LogLeaf(
      seq: numbers.randomElement(using: &chance)!, at: Int64(numbers.randomElement(using: &chance)!),
      kind: text(30), object: text(60), version: numbers.randomElement(using: &chance)!,
      commit: SaltedCommit(to: chance.bytes(upTo: 50), salt: CommitSalt(using: &chance)))
    let again = try LogLeaf(bytes: leaf.bytes)
    #expect(again == leaf)
    #expect(again.bytes == leaf.bytes)
  }

  @Test("takes no bytes but its own: what is read is written again the same", arguments: UInt64(0)..<50)
  func oneSpelling(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let bytes = try Self.leaf(kind: "a\n\u{1}é", object: "b\"\\c").bytes
    for _ in 0..<200 {
      var changed = bytes
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: changed[Int.random(in: 0..<changed.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
      case 1: changed.remove(at: Int.random(in: 0..<changed.count, using: &chance))
      default:
        let position = Int.random(in: 0...changed.count, using: &chance)
        changed.insert(bytes.randomElement(using: &chance)!, at: position)
      }
      if let leaf = try? LogLeaf(bytes: changed) { #expect(leaf.bytes == changed) }
    }
  }

  @Test(
    "refuses another spelling of the same meaning, naming the byte",
    arguments: [
      (#"{"at":1, "#, "leaf, byte 7"), (#"{ "at":1"#, "leaf, byte 0"), (#"{"at":01,"#, "leaf, byte 6"),
      (#"{"at":1.0,"#, "leaf, byte 7"), (#"{"at":-1,"#, "leaf, byte 6"), (#"{"at":9007199254740992,"#, "leaf, byte 6"),
      (#"{"commit":"#, "leaf, byte 0"), ("", "leaf, byte 0"), (#"{"at":1,"commit":"E3"#, "leaf, byte 18"),
    ])
  func refusals(text: String, place: String) {
    let fault = #expect(throws: LogFault.self) { try LogLeaf(bytes: Array(text.utf8)) }
    #expect(fault?.place == place)
  }

  @Test(
    "refuses escapes that are not the shortest, and texts that are not UTF-8",
    arguments: [
      #"\u000a"#, #"\u0041"#, #"\u000F"#, #"\/"#, #"\u00"#, #"\"#, "\n", "\u{0}",
    ])
  func longEscapes(escape: String) throws {
    let text = String(decoding: try Self.leaf(object: "X").bytes, as: UTF8.self)
    let changed = text.replacing(#""X""#, with: "\"\(escape)\"")
    #expect(throws: LogFault.self) { try LogLeaf(bytes: Array(changed.utf8)) }
    let bytes = Array(text.utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "X")))
    for invalid: [UInt8] in [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]] {
      #expect(throws: LogFault.self) { try LogLeaf(bytes: bytes[..<place] + invalid + bytes[(place + 1)...]) }
    }
  }

  @Test("refuses values that the log cannot carry, in words")
  func values() throws {
    let fault = #expect(throws: LogFault.self) { try Self.leaf(object: "") }
    #expect(
      fault?.description
        == "leaf 41: object: error: '' is not a text that is not empty; write it so, or fetch it again from its source")
    #expect(throws: LogFault(.tooLong(bytes: 1002, limit: 1000), at: "leaf 41: object")) {
      try Self.leaf(object: String(repeating: "é", count: 501))
    }
    #expect(throws: LogFault(.tooLong(bytes: 201, limit: 200), at: "leaf 41: kind")) {
      try Self.leaf(kind: String(repeating: "k", count: 201), object: "o")
    }
    #expect(throws: LogFault(.outside(value: -1, range: 0...9_007_199_254_740_991), at: "leaf -1: seq")) {
      try LogLeaf(seq: -1, at: 0, kind: "k", object: "o", version: 0, commit: Self.commit)
    }
    #expect(throws: LogFault.self) {
      try LogLeaf(seq: 0, at: Int64.max, kind: "k", object: "o", version: 0, commit: Self.commit)
    }
    let text = String(decoding: try Self.leaf(object: "X").bytes, as: UTF8.self)
    #expect(throws: LogFault(.outside(value: 2, range: 1...1), at: "leaf 41: v")) {
      try LogLeaf(bytes: Array(text.replacing(#""v":1"#, with: #""v":2"#).utf8))
    }
  }

  @Test("fits into an entry bundle at its longest")
  func longest() throws {
    let leaf = try LogLeaf(
      seq: Int(LogLeaf.largestNumber), at: LogLeaf.largestNumber, kind: String(repeating: "\u{1}", count: 200),
      object: String(repeating: "\u{1}", count: 1000), version: Int(LogLeaf.largestNumber), commit: Self.commit)
    #expect(leaf.bytes.count <= EntryBundle.longestEntry)
    #expect(try LogLeaf(bytes: leaf.bytes) == leaf)
  }

  @Test("is another leaf when a text only looks the same")
  func lookalikes() throws {
    let composed = try Self.leaf(object: "Sk\u{e5}ne")
    let decomposed = try Self.leaf(object: "Ska\u{30a}ne")
    #expect(composed.object == decomposed.object)  // as Swift compares texts
    #expect(composed != decomposed && composed.hash != decomposed.hash)
  }
}

@Suite struct SaltedCommitTests {
  @Test("is SHA-256 of purpose, salt and body, as written out by hand")
  func byHand() throws {
    let salt = try CommitSalt(bytes: Array(0..<32))
    let body = Array(#"{"amount":5}"#.utf8)
    let commit = SaltedCommit(to: body, salt: salt)
    #expect(commit.hash == LogHash(sha256: Array("interlocal/commit/v1\u{0}".utf8) + Array(0..<32) + body))
    // Computed once with Python's hashlib.
    #expect(commit.hash.hex == "1f0628b465ab284e80470a155a150756665f534936827da8777cd678a3f86865")
    #expect(commit.isOpened(by: body, salt: salt))
  }

  @Test("is opened by no other body and no other salt", arguments: UInt64(0)..<100)
  func binding(seed: UInt64) throws {
    var chance = LogChance(seed: seed)
    let salt = CommitSalt(using: &chance)
    var body = chance.bytes(upTo: 60) + [0]
    let commit = SaltedCommit(to: body, salt: salt)
    #expect(commit.isOpened(by: body, salt: salt))
    #expect(!commit.isOpened(by: body, salt: CommitSalt(using: &chance)))
    body[Int.random(in: 0..<body.count, using: &chance)] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    #expect(!commit.isOpened(by: body, salt: salt))
    #expect(!commit.isOpened(by: body.dropLast(), salt: salt))
  }

  @Test("shows nothing of its salt, and refuses one of another length")
  func salts() throws {
    var chance = LogChance(seed: 1)
    #expect("\(CommitSalt(using: &chance))" == "salt")
    #expect(CommitSalt(using: &chance) != CommitSalt(using: &chance))
    #expect(throws: LogFault(.wrongLength(found: 31, needed: 32), at: "salt")) {
      try CommitSalt(bytes: [UInt8](repeating: 0, count: 31))
    }
  }
}
