import Testing

@testable import Registry

/// Small enough for a build without optimisation; the standard cost would take half a minute there.
private let small = try! PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)

@Suite struct PasswordHashTests {
  struct Vector: Sendable {
    let password, salt: String
    let cost: (Int, Int, Int)
    let key: String
  }

  /// RFC 7914, section 12. The fourth takes 1 GiB and is computed at night.
  static let published: [Vector] = [
    .init(
      password: "", salt: "", cost: (4, 1, 1),
      key: """
        77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442
        fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
        """),
    .init(
      password: "password", salt: "NaCl", cost: (10, 8, 16),
      key: """
        fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162
        2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
        """),
    .init(
      password: "pleaseletmein", salt: "SodiumChloride", cost: (14, 8, 1),
      key: """
        7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2
        d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
        """),
    .init(
      password: "pleaseletmein", salt: "SodiumChloride", cost: (20, 8, 1),
      key: """
        2101cb9b6a511aaeaddbbe09cf70f881ec568d574a2ffd4dabe5ee9820adaa47
        8e56fd8f4ba5d09ffa1c6d927c40f4c337304049e8a952fbcbf45c6fa77a41a4
        """),
  ]

  @Test("computes the keys that RFC 7914 prints", arguments: published.prefix(SeededChance.isNight ? 4 : 3))
  func rfc7914(vector: Vector) throws {
    let (logRounds, blockSize, parallelism) = vector.cost
    let cost = try PasswordHash.Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
    let key = try scrypt(Array(vector.password.utf8), salt: Array(vector.salt.utf8), cost: cost, byteCount: 64)
    #expect(key == hex(vector.key))
  }

  @Test("knows its password and no other, before and after it was stored", arguments: UInt64(0)..<50)
  func knowsItsPassword(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let typed = "herons in the rain \(seed)"
    let hash = try PasswordHash(of: Password(typed: typed), salt: .init(using: &chance), cost: small)
    let stored = try PasswordHash(encoded: hash.encoded)
    #expect(stored.encoded == hash.encoded)
    for each in [hash, stored] {
      #expect(try each.matches(Password(typed: typed)))
      #expect(try !each.matches(Password(typed: typed + " ")))
      #expect(try !each.matches(Password(typed: typed.uppercased())))
    }
  }

  @Test("is the same however é was entered")
  func normalForm() throws {
    var chance = SeededChance(seed: 1)
    let hash = try PasswordHash(of: Password(typed: "caf\u{E9} au lait"), salt: .init(using: &chance), cost: small)
    #expect(try hash.matches(Password(typed: "cafe\u{301} au lait")))
    #expect(try !hash.matches(Password(typed: "cafe au lait")))
  }

  @Test("hashes equal passwords differently")
  func salted() throws {
    var chance = SeededChance(seed: 2)
    let password = try Password(typed: "herons in the rain")
    let one = try PasswordHash(of: password, salt: .init(using: &chance), cost: small)
    let other = try PasswordHash(of: password, salt: .init(using: &chance), cost: small)
    #expect(one.encoded != other.encoded)
  }

  @Test("is written as its parameters, salt and hash")
  func encoded() throws {
    let hash = try PasswordHash(
      of: Password(typed: "password"), salt: .init(bytes: Array("NaClNaCl".utf8)), cost: small)
    let parts = hash.encoded.split(separator: "$").map(String.init)
    #expect(parts[0...2] == ["scrypt", "ln=4,r=1,p=1", "TmFDbE5hQ2w"])
    #expect(parts[3].count == 43)
  }

  @Test("asks to be renewed when less work or memory than now")
  func outdated() throws {
    #expect(PasswordHash.Cost.standard.memoryBytes == 128 << 20)
    #expect(PasswordHash.Cost.halfMemory.memoryBytes == 64 << 20)
    #expect(PasswordHash.Cost.standard.work == PasswordHash.Cost.halfMemory.work)
    let hash = try PasswordHash(
      of: Password(typed: "herons"), salt: .init(bytes: [UInt8](repeating: 1, count: 16)), cost: small)
    #expect(hash.isOutdated())
    #expect(!hash.isOutdated(for: small))
    #expect(try hash.isOutdated(for: .init(logRounds: 5, blockSize: 1, parallelism: 1)))
    #expect(try hash.isOutdated(for: .init(logRounds: 4, blockSize: 1, parallelism: 2)))
    #expect(try !hash.isOutdated(for: .init(logRounds: 3, blockSize: 1, parallelism: 1)))
  }

  @Test(
    "refuses a stored text that is none of its own",
    arguments: [
      ("", "scheme"), ("$argon2id$ln=4,r=1,p=1$c2FsdHNhbHQ$aGFzaA", "scheme"), ("scrypt$a$b$c$d", "scheme"),
      ("$scrypt$ln=4,r=1$c2FsdHNhbHQ$aGFzaA", "parameters"), ("$scrypt$ln=04,r=1,p=1$c2FsdHNhbHQ$aGFzaA", "parameters"),
      ("$scrypt$ln=+4,r=1,p=1$c2FsdHNhbHQ$aGFzaA", "parameters"),
      ("$scrypt$r=1,ln=4,p=1$c2FsdHNhbHQ$aGFzaA", "parameters"),
      ("$scrypt$ln=99999999999999999999,r=1,p=1$c2FsdHNhbHQ$aGFzaA", "parameters"),
      ("$scrypt$ln=4,r=1,p=1$c2Fsd$aGFzaA", "salt"), ("$scrypt$ln=4,r=1,p=1$$aGFzaA", "salt"),
      ("$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ=$aGFzaA", "salt"), ("$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ$aGFzaA", "hash"),
    ])
  func refusesText(text: String, part: String) {
    #expect(throws: PasswordHash.Fault.unreadable(part: part)) { try PasswordHash(encoded: text) }
  }

  @Test(
    "refuses parameters that would take all memory or that scrypt does not have",
    arguments: [(0, 8, 1), (21, 8, 1), (17, 0, 1), (17, 17, 1), (17, 8, 0), (17, 8, 17), (16, 1, 1), (20, 16, 1)])
  func refusesCost(ln: Int, r: Int, p: Int) {
    let fault = PasswordHash.Fault.cost(logRounds: ln, blockSize: r, parallelism: p)
    #expect(throws: fault) { try PasswordHash.Cost(logRounds: ln, blockSize: r, parallelism: p) }
    #expect(throws: fault) { try PasswordHash(encoded: "$scrypt$ln=\(ln),r=\(r),p=\(p)$c2FsdHNhbHQ$aGFzaA") }
  }

  @Test(
    "computes at the edges of what it accepts", arguments: [(1, 1, 1), (1, 16, 16), (15, 1, 1), (1, 16, 1), (2, 8, 16)])
  func edges(ln: Int, r: Int, p: Int) throws {
    let cost = try PasswordHash.Cost(logRounds: ln, blockSize: r, parallelism: p)
    #expect(try scrypt([1], salt: [2], cost: cost, byteCount: 32).count == 32)
  }

  @Test func refusesWhatNobodyTypes() {
    #expect(throws: Password.Fault.empty) { try Password(typed: "") }
    #expect(throws: Password.Fault.tooLong(most: 128)) { try Password(typed: String(repeating: "é", count: 129)) }
    #expect(throws: Password.Fault.tooLong(most: 128)) { try Password(typed: String(repeating: "x", count: 5_000_000)) }
    // One letter to a reader, 129 code points to a counter, of which the first two become one.
    #expect(throws: Password.Fault.tooLong(most: 128)) {
      try Password(typed: "a" + String(repeating: "\u{323}", count: 129))
    }
  }
}

/// Bytes of two hexadecimal digits each, blanks apart.
private func hex(_ text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
