import Testing

@testable import Registry

@Suite struct BinaryTextTests {
  @Test(
    "writes and reads what RFC 4648, section 10, prints",
    arguments: [
      ("", "", ""), ("f", "Zg==", "MY======"), ("fo", "Zm8=", "MZXQ===="), ("foo", "Zm9v", "MZXW6==="),
      ("foob", "Zm9vYg==", "MZXW6YQ="), ("fooba", "Zm9vYmE=", "MZXW6YTB"), ("foobar", "Zm9vYmFy", "MZXW6YTBOI======"),
    ])
  func published(plain: String, base64: String, base32: String) throws {
    #expect(BinaryText.base64.text(of: Array(plain.utf8)) == base64)
    #expect(BinaryText.base32.text(of: Array(plain.utf8)) == base32)
    #expect(try BinaryText.base64.bytes(of: base64) == Array(plain.utf8))
    #expect(try BinaryText.base32.bytes(of: base32) == Array(plain.utf8))
    #expect(try BinaryText.base32.bytes(of: base32.lowercased()) == Array(plain.utf8))
  }

  @Test("reads back what it wrote, with padding and without", arguments: UInt64(0)..<100)
  func roundTrip(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let bytes = chance.bytes(Int(seed))
    for text in [BinaryText.base32, .base64, .base64URL] {
      #expect(try text.bytes(of: text.text(of: bytes)) == bytes)
      #expect(try text.bytes(of: text.text(of: bytes, padded: false)) == bytes)
    }
  }

  @Test(
    "refuses what no bytes are written with",
    arguments: [
      ("MZ1W", BinaryText.Fault.letter(offset: 2)), ("M", .length(count: 1)), ("MZX", .length(count: 3)),
      ("MZXW6Y", .length(count: 6)), ("MZ", .leftOver), ("MY=", .padding), ("MY=====", .padding),
      ("========", .padding),
      ("MY==============", .padding), ("M Y", .letter(offset: 1)), ("MY==ME==", .letter(offset: 2)),
      ("é", .letter(offset: 0)),
    ])
  func refuses(text: String, fault: BinaryText.Fault) {
    #expect(throws: fault) { try BinaryText.base32.bytes(of: text) }
  }

  @Test func alphabetWithoutPaddingRefusesIt() {
    #expect(throws: BinaryText.Fault.padding) { try BinaryText.base64URL.bytes(of: "Zg==") }
    #expect(throws: BinaryText.Fault.letter(offset: 1)) { try BinaryText.base64URL.bytes(of: "Z+") }
  }

  @Test("says where and what to do")
  func faultsSpeak() {
    #expect("\(BinaryText.Fault.letter(offset: 2))" == "letter 3 is not of the alphabet; copy the text again")
    #expect("\(BinaryText.Fault.length(count: 3))" == "no bytes are written with 3 letters; copy the whole text again")
  }
}
