import Crypto
import Testing

@testable import Registry

@Suite struct InstanceKeyTests {
  /// HMAC as RFC 2104 defines it, from the plain hash.
  private func definition(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let block = key + [UInt8](repeating: 0, count: 64 - key.count)
    let inner = Array(SHA256.hash(data: block.map { $0 ^ 0x36 } + message))
    return Array(SHA256.hash(data: block.map { $0 ^ 0x5C } + inner))
  }

  @Test("makes one text for one session and accepts no other", arguments: UInt64(0)..<50)
  func bound(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let (key, otherKey) = (InstanceKey(using: &chance), InstanceKey(using: &chance))
    let (session, otherSession) = (SessionToken(using: &chance).hash, SessionToken(using: &chance).hash)
    let text = key.formToken(for: session, form: "sign")
    #expect(
      try BinaryText.base64URL.bytes(of: text)
        == definition(Array("interlocal form\n".utf8) + session.bytes + Array("sign".utf8), key: key.bytes))
    #expect(key.accepts(formToken: text, for: session, form: "sign"))
    #expect(!key.accepts(formToken: text, for: otherSession, form: "sign"))
    #expect(!otherKey.accepts(formToken: text, for: session, form: "sign"))
    #expect(try #require(InstanceKey(bytes: key.bytes)).accepts(formToken: text, for: session, form: "sign"))
    for _ in 0..<20 {
      let changed = chance.mutation(of: text)
      #expect(key.accepts(formToken: changed, for: session, form: "sign") == (changed == text), "\(changed)")
    }
    #expect(!key.accepts(formToken: "", for: session, form: "sign"))
    #expect(!key.accepts(formToken: text, for: session, form: "signs"))
    #expect(InstanceKey(bytes: [1, 2]) == nil)
  }

  @Test("binds the form of a visitor to the visitor's cookie, and takes it for no session's", arguments: UInt64(0)..<20)
  func visitors(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let key = InstanceKey(using: &chance)
    let (visitor, other) = (VisitorToken(using: &chance), VisitorToken(using: &chance))
    let text = key.formToken(for: visitor, form: "sign in")
    #expect(
      try BinaryText.base64URL.bytes(of: text)
        == definition(
          Array("interlocal form of a visitor\n".utf8) + visitor.hash + Array("sign in".utf8), key: key.bytes))
    let again = try #require(VisitorToken(text: visitor.text))
    #expect(key.accepts(formToken: text, for: again, form: "sign in"))
    #expect(!key.accepts(formToken: text, for: other, form: "sign in"))
    #expect(!key.accepts(formToken: text, for: visitor, form: "sign out"))
    let session = try #require(SessionTokenHash(bytes: visitor.hash))
    #expect(!key.accepts(formToken: text, for: session, form: "sign in"))
    #expect(VisitorToken(text: "") == nil && VisitorToken(text: text + "A") == nil)
  }
}
