import Testing

@testable import Registry

/// More texts at night.
private let texts = SeededChance.isNight ? 10_000 : 100

@Suite struct DecoderFuzzTests {
  @Test("reads nothing that it would not write, and stops at no text", arguments: UInt64(0)..<20)
  func decoders(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let cost = try PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)
    let hash = try PasswordHash(of: Password(typed: "herons"), salt: .init(using: &chance), cost: cost).encoded
    let secret = OneTimeSecret(using: &chance)
    let token = SessionToken(using: &chance)
    let key = InstanceKey(using: &chance)
    let (codes, kept) = RecoveryCodes.issue(using: &chance)
    let now: Int64 = 1_800_000_000_000
    let rule = PasswordRule(contextWords: [chance.text(most: 20), "Lund"])
    for _ in 0..<texts {
      let free = chance.text(most: 80)

      for text in [free, chance.mutation(of: hash)] {
        if let read = try? PasswordHash(encoded: text) { #expect(read.encoded == text) }
      }
      for text in [free, chance.mutation(of: token.text)] {
        if let read = try? SessionToken(text: text) { #expect(read.text == text) }
      }
      for codec in [BinaryText.base64, .base64URL] {
        if let read = try? codec.bytes(of: free) {
          #expect(codec.text(of: read, padded: free.contains("=")) == free)
        }
      }
      for text in [free, chance.mutation(of: secret.base32)] {
        if let read = try? OneTimeSecret(base32: text) {
          #expect(read.base32 == text.uppercased().filter { $0 != "=" })
        }
      }
      for text in [free, chance.mutation(of: codes[0].text)] {
        if let left = try? kept.using(text) {
          #expect(left.left == 9)
          #expect(text.filter { $0 != "-" && $0 != " " }.lowercased() == codes[0].text.filter { $0 != "-" })
        }
      }
      let code = OneTimeCode.authenticator.code(of: secret, step: now / 30_000)
      _ = try? OneTimeCode.authenticator.accept(chance.mutation(of: code), of: secret, at: now, after: nil)
      _ = key.accepts(formToken: free, for: token.hash, form: "sign")
      if let hint = NetworkHint(address: chance.mutation(of: "2001:db8::ffff:1.2.3.4")) {
        #expect(hint.text.hasSuffix("/56") || hint.text.hasSuffix("/24"))
      }
      _ = NetworkHint(address: free)
      if let password = try? rule.accept(free) { #expect((8...128).contains(password.characters)) }
      _ = SignInThrottle.key(login: free)
    }
  }
}
