import Testing

@testable import Registry

/// The keys and notes of golang.org/x/mod/sumdb/note, note_test.go and example_test.go (2019).
enum PublishedNote {
  static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let peterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
  static let text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  static let peterLine =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
  static let enochLine =
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
}

@Suite struct SignedNoteTests {
  @Test("reads, verifies and writes the published note of Peter Neumann")
  func peter() throws {
    let key = try VerifierKey(PublishedNote.peter)
    #expect(key.name == "PeterNeumann" && key.keyID == 0xc74f_20a3 && key.algorithm == .note)
    #expect(key.description == PublishedNote.peter)
    let bytes = Array((PublishedNote.text + "\n" + PublishedNote.peterLine).utf8)
    let note = try SignedNote(bytes: bytes)
    #expect(note.text == PublishedNote.text)
    #expect(note.bytes == bytes)
    #expect(try note.verified(by: [key]) == [VerifiedSignature(key: key, timestamp: nil)])
  }

  @Test("signs as Peter Neumann does")
  func sign() throws {
    let key = try SignerKey(secretText: PublishedNote.peterSecret)
    #expect(key.verifier.description == PublishedNote.peter)
    #expect(key.secretText == PublishedNote.peterSecret)
    let note = try SignedNote(text: PublishedNote.text).signed(by: key)
    #expect(try note.verified(by: [key.verifier]).count == 1)
    #if os(Linux)
      // Apple's Ed25519 adds chance to its signatures; here they are those of RFC 8032, as printed.
      #expect(note.bytes == Array((PublishedNote.text + "\n" + PublishedNote.peterLine).utf8))
    #endif
    #expect(try note.signed(by: key).signatures.count == 1)
  }

  @Test("makes Enoch Root's published key of 32 zeros")
  func enoch() throws {
    let key = try SignerKey(name: "EnochRoot", seed: [UInt8](repeating: 0, count: 32))
    #expect(key.verifier.description == PublishedNote.enoch)
    #expect("\(key)" == "signer of \(PublishedNote.enoch)")
  }

  @Test("verifies the published example of the note's own specification")
  func specification() throws {
    // C2SP, signed-note v1.0.0, "Verifier keys", "Example".
    let key = try VerifierKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    let note = try SignedNote(
      bytes: Array(
        """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """.utf8))
    #expect(try note.verified(by: [key]).map(\.key) == [key])
  }

  @Test("passes over unknown signers, and refuses a note without a known one")
  func unknown() throws {
    let peter = try VerifierKey(PublishedNote.peter)
    let enoch = try VerifierKey(PublishedNote.enoch)
    let note = try SignedNote(
      bytes: Array((PublishedNote.text + "\n" + PublishedNote.peterLine + PublishedNote.enochLine).utf8))
    #expect(try note.verified(by: [peter]).map(\.key) == [peter])
    #expect(note.strangers(to: [peter]) == ["EnochRoot"])
    #expect(try note.verified(by: [enoch, peter]).map(\.key) == [peter, enoch])
    let fault = #expect(throws: LogFault(.unsigned(known: []), at: "note")) { try note.verified(by: []) }
    #expect(
      fault?.description
        == "note: error: is signed by none of []; fetch it from the log itself, or add the key that signed it if you "
        + "trust it")
    // The same name with another key is another signer.
    let other = try SignerKey(name: "PeterNeumann", seed: [UInt8](repeating: 7, count: 32)).verifier
    #expect(throws: LogFault(.unsigned(known: ["PeterNeumann"]), at: "note")) { try note.verified(by: [other]) }
  }

  @Test("refuses the whole note when a known signer's line does not fit")
  func badSignature() throws {
    let peter = try VerifierKey(PublishedNote.peter)
    let enoch = try VerifierKey(PublishedNote.enoch)
    // Go's note_test.go puts ABCD into the line: a signature of the wrong length.
    let mangled = String(PublishedNote.peterLine.prefix(58)) + "ABCD" + String(PublishedNote.peterLine.dropFirst(58))
    let note = try SignedNote(bytes: Array((PublishedNote.text + "\n" + mangled + PublishedNote.enochLine).utf8))
    let fault = #expect(throws: LogFault(.badSignature(key: "PeterNeumann"), at: "note")) {
      try note.verified(by: [enoch, peter])
    }
    #expect(
      fault?.description
        == "note: error: the signature of 'PeterNeumann' does not fit the text; do not trust it, and fetch it again from "
        + "its source")
    let changed = PublishedNote.text.replacing("problem is", with: "problem was")
    let other = try SignedNote(bytes: Array((changed + "\n" + PublishedNote.peterLine).utf8))
    #expect(throws: LogFault(.badSignature(key: "PeterNeumann"), at: "note")) { try other.verified(by: [peter]) }
  }

  @Test("accepts the published key in no shortened or changed form")
  func mangledKeys() {
    // TestNewVerifier and TestNewSigner of Go's note_test.go: every part of the text, and every letter one higher.
    for text in [PublishedNote.peter, PublishedNote.peterSecret] {
      let bytes = Array(text.utf8)
      let isSecret = text.hasPrefix("PRIVATE")
      func accepts(_ bytes: some Collection<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return isSecret ? (try? SignerKey(secretText: text)) != nil : (try? VerifierKey(text)) != nil
      }
      #expect(accepts(bytes))
      for start in bytes.indices {
        for end in (start + 1)...bytes.count where start != 0 || end != bytes.count {
          #expect(!accepts(bytes[start..<end]))
        }
      }
      for position in bytes.indices {
        var changed = bytes
        changed[position] += 1
        #expect(!accepts(changed), "\(position)")
      }
    }
    // Refused for its spelling already: the last letter has bits to spare that are not zero.
    #expect(throws: LogFault.self) {
      try VerifierKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")
    }
    #expect(throws: LogFault(.unknownAlgorithm(0x65), at: "verifier key of 'PeterNeumann'")) {
      try VerifierKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    }
  }

  @Test(
    "refuses bytes that are no note",
    arguments: [
      PublishedNote.text,
      PublishedNote.text + "\n",
      PublishedNote.text + "\n" + PublishedNote.peterLine.dropLast(),
      "\u{1}" + PublishedNote.text + "\n" + PublishedNote.peterLine,
      PublishedNote.text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf=\n",
      PublishedNote.text + "\n" + PublishedNote.peterLine + "Unexpected line.\n",
      PublishedNote.text + "\n" + String(repeating: PublishedNote.peterLine, count: 101),
      PublishedNote.text + "\n— PeterNeumann x08gow==\n",
      PublishedNote.text + "\n— Peter+Neumann x08go/ZJkuA=\n",
      PublishedNote.text + "\n—  x08go/ZJkuA=\n",
      PublishedNote.text + "\n— Peter\u{2003}Neumann x08go/ZJkuA=\n",
      "", "\n", "\n\n", "\n\n\n",
    ])
  func malformed(text: String) {
    // The first seven are those of TestOpen in Go's note_test.go.
    #expect(throws: LogFault.self) { try SignedNote(bytes: Array(text.utf8)) }
  }

  @Test("refuses bytes that are not UTF-8")
  func invalidText() {
    #expect(throws: LogFault.self) {
      try SignedNote(bytes: [0xff] + Array((PublishedNote.text + "\n" + PublishedNote.peterLine).utf8))
    }
    #expect(throws: LogFault.self) { try SignedNote(text: "abc") }
    #expect(throws: LogFault.self) { try SignedNote(text: "abc\r\n") }
    #expect(throws: LogFault.self) { try SignedNote(text: String(repeating: "a\n", count: 600_000)) }
  }

  @Test("takes a text with empty lines of its own")
  func emptyLines() throws {
    let key = try SignerKey(secretText: PublishedNote.peterSecret)
    let text = "Ognuno sta solo\n\ned è subito sera.\n"
    let note = try SignedNote(bytes: SignedNote(text: text).signed(by: key).bytes)
    #expect(note.text == text)
    #expect(try note.verified(by: [key.verifier]).count == 1)
  }

  @Test("does not take a name that only looks the same for the same")
  func lookalikes() throws {
    let seed = [UInt8](repeating: 9, count: 32)
    let composed = try SignerKey(name: "Skåne".precomposed, seed: seed)
    let decomposed = try SignerKey(name: "Skåne".decomposed, seed: seed)
    #expect(composed.verifier.name == decomposed.verifier.name)  // as Swift compares texts
    #expect(composed.verifier != decomposed.verifier)
    let note = try SignedNote(text: "a\n").signed(by: composed)
    #expect(throws: LogFault.self) { try note.verified(by: [decomposed.verifier]) }
  }

  @Test("never shows the secret of a key in a message")
  func secrets() {
    let faults = [
      PublishedNote.peterSecret + "A", PublishedNote.peterSecret.replacing("c74f20a3", with: "c74f20a4"),
      "PRIVATE+KEY+PeterNeumann+AYEKFALVFGyNhPJEMzD1QIDr", "AYEKFALVFGyNhPJEMzD1QIDr",
      "PRIVATE+KEY+AYEKFALVFGyNhPJEMzD1QIDr", "PRIVATE+KEY+AYEKFALVFGyNhPJE MzD1QIDr+c74f20a3+AYEK",
    ].map { text in #expect(throws: LogFault.self) { try SignerKey(secretText: text) } }
    for fault in faults { #expect(fault?.description.contains("AYEKFALVFGyNhPJE") == false) }
  }
}

extension String {
  /// "å" in one scalar, and in two; without Foundation, for the one letter used here.
  fileprivate var precomposed: String { replacing("å", with: "\u{e5}") }
  fileprivate var decomposed: String { replacing("å", with: "a\u{30a}") }
}

@Suite struct ByteTextTests {
  @Test(
    "spells Base64 as RFC 4648, §10 prints it",
    arguments: zip(
      ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
      ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
  func base64(plain: String, spelled: String) {
    #expect(StrictBase64.text(of: Array(plain.utf8)) == spelled)
    #expect(StrictBase64.bytes(of: spelled.utf8) == Array(plain.utf8))
  }

  @Test(
    "takes no second spelling of the same bytes",
    arguments: [
      "Zh==", "Zm9=", "Zg", "Zg=", "Z===", "====", "Zg==Zg==", "Zm8=\n", " Zm8=", "Zm-_", "Zm8", "Zé==",
    ])
  func oneSpelling(text: String) {
    #expect(StrictBase64.bytes(of: text.utf8) == nil)
  }

  @Test("spells any bytes in one way", arguments: UInt64(0)..<50)
  func roundTrip(seed: UInt64) {
    var chance = LogChance(seed: seed)
    let bytes = chance.bytes(upTo: 100)
    #expect(StrictBase64.bytes(of: StrictBase64.text(of: bytes).utf8) == bytes)
    let digits = bytes.flatMap { [Hexadecimal.digit($0 >> 4), Hexadecimal.digit($0 & 15)] }
    #expect(Hexadecimal.bytes(of: digits) == bytes)
  }

  @Test("takes numbers without sign and zeros in front, up to 2^63 − 1")
  func decimals() {
    let texts = [
      "0", "7", "9223372036854775807", "9223372036854775808", "99999999999999999999", "", "00", "01", "-1",
      "+1", "1 ", "1e3", "١",
    ]
    #expect(
      texts.map { PlainDecimal.value(of: $0.utf8) }
        == [0, 7, Int.max, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil])
  }

  @Test("hashes as FIPS 180-4 prints it, and reads every form it writes")
  func hash() throws {
    let hash = LogHash(sha256: Array("abc".utf8))
    #expect(hash.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try LogHash(hex: hash.hex) == hash)
    #expect(try LogHash(base64: hash.base64) == hash)
    #expect(try LogHash(bytes: hash.bytes) == hash)
    #expect(throws: LogFault(.wrongLength(found: 31, needed: 32), at: "hash")) {
      try LogHash(bytes: hash.bytes.dropLast())
    }
    #expect(throws: LogFault.self) { try LogHash(hex: hash.hex.uppercased()) }
    #expect(throws: LogFault.self) { try LogHash(base64: hash.base64.dropLast()) }
  }
}
