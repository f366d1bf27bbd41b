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
    let text = key.formToken(for: session)
    #expect(
      try BinaryText.base64URL.bytes(of: text)
        == definition(Array("interlocal form\n".utf8) + session.bytes, key: key.bytes))
    #expect(key.accepts(formToken: text, for: session))
    #expect(!key.accepts(formToken: text, for: otherSession))
    #expect(!otherKey.accepts(formToken: text, for: session))
    #expect(try #require(InstanceKey(bytes: key.bytes)).accepts(formToken: text, for: session))
    for _ in 0..<20 {
      let changed = chance.mutation(of: text)
      #expect(key.accepts(formToken: changed, for: session) == (changed == text), "\(changed)")
    }
    #expect(!key.accepts(formToken: "", for: session))
    #expect(InstanceKey(bytes: [1, 2]) == nil)
  }
}
