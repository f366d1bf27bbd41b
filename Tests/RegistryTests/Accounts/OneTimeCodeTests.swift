import Testing

@testable import Registry

/// The secret of the examples in RFC 4226 and RFC 6238.
private let published = OneTimeSecret(bytes: Array("12345678901234567890".utf8))

@Suite struct OneTimeCodeTests {
  @Test(
    "shows what RFC 6238, appendix B, prints for SHA-1",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
      (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
  func rfc6238(seconds: Int64, code: String) throws {
    let eight = OneTimeCode(digits: 8)
    #expect(eight.code(of: published, step: eight.step(at: seconds * 1_000)) == code)
    #expect(try eight.accept(code, of: published, at: seconds * 1_000, after: nil) == seconds / 30)
    // Six digits are the last six of eight.
    let six = OneTimeCode.authenticator
    #expect(six.code(of: published, step: six.step(at: seconds * 1_000)) == String(code.suffix(6)))
  }

  @Test("shows what RFC 4226, appendix D, prints")
  func rfc4226() {
    let codes = [
      "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    for (step, code) in codes.enumerated() {
      #expect(OneTimeCode.authenticator.code(of: published, step: Int64(step)) == code)
    }
  }

  @Test("accepts one step early or late, and no more", arguments: UInt64(0)..<50)
  func window(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let secret = OneTimeSecret(using: &chance)
    let codes = OneTimeCode.authenticator
    let now = Int64.random(in: 0..<4_000_000_000_000, using: &chance)
    let step = codes.step(at: now)
    for shift in Int64(-3)...3 where step + shift >= 0 {
      let code = codes.code(of: secret, step: step + shift)
      if abs(shift) <= 1 {
        #expect(try codes.accept(code, of: secret, at: now, after: nil) == step + shift)
      } else {
        #expect(throws: OneTimeCode.Refusal.wrong) { try codes.accept(code, of: secret, at: now, after: nil) }
      }
    }
  }

  @Test("accepts a code once, and none before it", arguments: UInt64(0)..<50)
  func once(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let secret = OneTimeSecret(using: &chance)
    let codes = OneTimeCode.authenticator
    let now = Int64.random(in: 100_000..<4_000_000_000_000, using: &chance)
    let step = codes.step(at: now)
    let code = codes.code(of: secret, step: step)
    let last = try codes.accept(code, of: secret, at: now, after: nil)
    #expect(throws: OneTimeCode.Refusal.used) { try codes.accept(code, of: secret, at: now, after: last) }
    #expect(throws: OneTimeCode.Refusal.used) {
      try codes.accept(codes.code(of: secret, step: step - 1), of: secret, at: now, after: last)
    }
    #expect(try codes.accept(codes.code(of: secret, step: step + 1), of: secret, at: now, after: last) == step + 1)
  }

  @Test("reads digits, with the blanks that authenticators show, and nothing else")
  func digits() throws {
    let codes = OneTimeCode.authenticator
    #expect(try codes.accept(" 287 082 ", of: published, at: 30_000, after: nil) == 1)
    for typed in ["", "28708", "2870821", "28708x", "２８７０８２", "287-082", "-28708", String(repeating: " ", count: 30)] {
      #expect(throws: OneTimeCode.Refusal.malformed(digits: 6)) {
        try codes.accept(typed, of: published, at: 30_000, after: nil)
      }
    }
    #expect("\(OneTimeCode.Refusal.used)" == "the code has been used; wait for the next one")
  }

  @Test("stands at the ends of time", arguments: [Int64.min, -1, 0, .max])
  func ends(time: Int64) throws {
    let codes = OneTimeCode.authenticator
    let code = codes.code(of: published, step: codes.step(at: time))
    #expect(try codes.accept(code, of: published, at: time, after: nil) == codes.step(at: time))
  }

  @Test("is brought to an authenticator with names percent-encoded")
  func address() throws {
    #expect(
      try published.provisioningAddress(issuer: "Interlocal Skåne", account: "anna@lund.se")
        == "otpauth://totp/Interlocal%20Sk%C3%A5ne:anna%40lund.se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=Interlocal%20Sk%C3%A5ne&algorithm=SHA1&digits=6&period=30")
    #expect(throws: OneTimeSecret.Fault.name("a:b")) { try published.provisioningAddress(issuer: "a:b", account: "c") }
    #expect(throws: OneTimeSecret.Fault.name("")) { try published.provisioningAddress(issuer: "a", account: "") }
  }

  @Test("comes back from its base 32 text")
  func secretText() throws {
    #expect(published.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(try OneTimeSecret(base32: published.base32.lowercased()).bytes == published.bytes)
    #expect(throws: OneTimeSecret.Fault.length(bytes: 5)) { try OneTimeSecret(base32: "GEZDGNBV") }
    #expect(throws: OneTimeSecret.Fault.text(.letter(offset: 1))) { try OneTimeSecret(base32: "G1") }
    var chance = SeededChance(seed: 4)
    #expect(OneTimeSecret(using: &chance).bytes.count == 20)
  }
}
