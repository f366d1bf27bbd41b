import Foundation
import Testing

@testable import Registry

@Suite struct AccountSecondFactorTests {
  private let now = SampleBook.now
  private func minutes(_ number: Int64) -> Instant { now.later(by: number * SampleBook.minute) }

  @Test("counts only after a code of it came, ends other sessions, and is asked for from then on")
  func enrolment() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (other, _) = try await sample.signedIn()
    let (first, _) = try await sample.signedIn()
    #expect(throws: AccountError.nothingToConfirm) { try book.confirmSecondFactor("123456", in: first, at: now) }
    #expect(throws: AccountError.noSecondFactor) { try book.showSecondFactor("123456", in: first, at: now) }
    #expect(try sample.failures() == 0)
    await #expect(throws: AccountError.wrongPassword) {
      try await book.beginSecondFactor(in: first, password: "wrong heron", issuer: "Two Counties", at: now)
    }
    let forgotten = try await book.beginSecondFactor(
      in: first, password: SampleBook.password, issuer: "", at: now)
    let new = try await book.beginSecondFactor(
      in: first, password: SampleBook.password, issuer: "Two: Counties", at: now)
    #expect(
      new.address == "otpauth://totp/Two%20%20Counties:anna.berg?secret=\(new.secret.base32)&issuer=Two%20%20Counties"
        + "&algorithm=SHA1&digits=6&period=30")
    #expect(forgotten.address.hasPrefix("otpauth://totp/Interlocal:anna.berg?"))
    #expect(try !book.account(anna).hasSecondFactor)
    _ = try await sample.signedIn()
    // A code of the secret that was shown before.
    #expect(throws: AccountError.code(.oneTime(.wrong))) {
      try book.confirmSecondFactor(SampleBook.code(of: forgotten.secret, at: now), in: first, at: now)
    }
    let code = SampleBook.code(of: new.secret, at: minutes(1))
    let (token, session, codes) = try book.confirmSecondFactor(code, in: first, at: minutes(1))
    #expect(session.secondFactorAt == minutes(1).milliseconds && codes.count == 10)
    #expect(Set(codes.map(\.text)).count == 10)
    for gone in [first, other] { #expect(throws: AccountError.noSession) { try book.session(gone, at: minutes(1)) } }
    #expect(try book.session(token, at: minutes(1)) == session)
    #expect(try book.account(anna).recoveryCodesLeft == 10)
    #expect(throws: AccountError.secondFactorThere) { try book.confirmSecondFactor(code, in: token, at: minutes(1)) }
    await #expect(throws: AccountError.secondFactorThere) {
      try await book.beginSecondFactor(in: token, password: SampleBook.password, issuer: "x", at: minutes(1))
    }
    let answer = try await book.signIn(
      name: "anna.berg", password: SampleBook.password, network: SampleBook.home, at: minutes(2))
    #expect(kind(answer) == "needs code")
  }

  @Test("waits a quarter of an hour for its first code", arguments: [(900_000, false), (899_999, true)])
  func lateEnrolment(after: Int64, isGood: Bool) async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let new = try await sample.book.beginSecondFactor(
      in: token, password: SampleBook.password, issuer: "x", at: now)
    let then = now.later(by: after)
    let renewed = try? sample.book.confirmSecondFactor(SampleBook.code(of: new.secret, at: then), in: token, at: then)
    #expect((renewed != nil) == isGood)
    #expect("\(AccountError.nothingToConfirm)" == "the setting up was not finished in time; begin again")
  }

  @Test("lets in with a code once, within five minutes of the password, and never with a code that was used")
  func replay() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let (_, _, secret, _) = try await sample.guarded(token)
    func half(at moment: Instant) async throws -> HalfSignIn {
      let answer = try await book.signIn(
        name: "anna.berg", password: SampleBook.password, network: SampleBook.home, at: moment)
      guard case .needsCode(let half) = answer else { throw SampleBook.Unexpected(answer: "\(answer)") }
      return half
    }
    let first = try await half(at: minutes(1))
    // The code with which the authenticator was set up.
    await #expect(throws: AccountError.code(.oneTime(.used))) {
      try await book.finishSignIn(
        first, code: SampleBook.code(of: secret, at: minutes(1)), network: SampleBook.home, at: minutes(1))
    }
    let code = SampleBook.code(of: secret, at: minutes(2))
    let answer = try await book.finishSignIn(first, code: code, network: SampleBook.home, at: minutes(2))
    guard case .signedIn(let signedIn, let session) = answer else { throw SampleBook.Unexpected(answer: "\(answer)") }
    #expect(session.account == anna && session.secondFactorAt == minutes(2).milliseconds)
    #expect(try book.session(signedIn, at: minutes(2)) == session)
    await #expect(throws: AccountError.halfSignInNotValid) {
      try await book.finishSignIn(
        first, code: SampleBook.code(of: secret, at: minutes(3)), network: SampleBook.home, at: minutes(3))
    }
    let second = try await half(at: minutes(2))
    await #expect(throws: AccountError.code(.oneTime(.used))) {
      try await book.finishSignIn(second, code: code, network: SampleBook.home, at: minutes(2))
    }
    await #expect(throws: AccountError.code(.oneTime(.malformed(digits: 6)))) {
      try await book.finishSignIn(second, code: "", network: SampleBook.home, at: minutes(2))
    }
    await #expect(throws: AccountError.halfSignInNotValid) {
      try await book.finishSignIn(
        second, code: SampleBook.code(of: secret, at: minutes(7)), network: SampleBook.home, at: minutes(7))
    }
    // Clocks set back make it last no longer.
    await #expect(throws: AccountError.halfSignInNotValid) {
      try await book.finishSignIn(second, code: code, network: SampleBook.home, at: minutes(-3))
    }
    let late = try await book.finishSignIn(
      second, code: SampleBook.code(of: secret, at: minutes(6)), network: nil, at: minutes(7).later(by: -1))
    #expect(kind(late) == "signed in")
    var chance = SeededChance(seed: 9)
    await #expect(throws: AccountError.halfSignInNotValid) {
      try await book.finishSignIn(HalfSignIn(using: &chance), code: code, network: nil, at: minutes(7))
    }
    #expect(
      "\(AccountError.halfSignInNotValid)"
        == "the sign-in was not finished in time; begin again with name and password")
    #expect(
      try book.events(limit: 100).filter { $0.kind == .codeRefused }.map(\.detail)
        == ["malformed", "used code", "used code"])
  }

  @Test(
    "lets exactly one of many use a code, a recovery code or an invitation at the same time", arguments: UInt64(0)..<8)
  func races(seed: UInt64) async throws {
    let sample = try SampleBook(seed)
    defer { sample.remove() }
    let other = try sample.again()
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let (_, _, secret, codes) = try await sample.guarded(token)
    let books = [sample.book, other]
    for typed in [SampleBook.code(of: secret, at: minutes(3)), codes[Int(seed)].text] {
      var halves: [HalfSignIn] = []
      for _ in 0..<5 {
        let answer = try await sample.book.signIn(
          name: "anna.berg", password: SampleBook.password, network: SampleBook.home, at: minutes(3))
        if case .needsCode(let half) = answer { halves.append(half) }
      }
      #expect(halves.count == 5)
      let moment = minutes(3)
      let won = await withTaskGroup(of: Bool.self) { group in
        for (index, half) in halves.enumerated() {
          group.addTask {
            let answer = try? await books[index % 2].finishSignIn(
              half, code: typed, network: SampleBook.home, at: moment)
            if case .signedIn = answer { return true }
            return false
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(won == 1)
    }
    #expect(try sample.book.account(anna).recoveryCodesLeft == 9)
    let invitation = try sample.book.invite(anna, at: minutes(4))
    let moment = minutes(4)
    let activated = await withTaskGroup(of: Int.self) { group in
      for index in 0..<6 {
        group.addTask {
          let answer = try? await books[index % 2].activate(
            invitation, password: "\(index) herons in the rain", at: moment)
          return answer == nil ? -1 : index
        }
      }
      return await group.reduce(into: [Int]()) { if $1 >= 0 { $0.append($1) } }
    }
    #expect(activated.count == 1)
    // And the password is that of the one that won.
    for index in 0..<6 {
      let answer = try await sample.book.signIn(
        name: "anna.berg", password: "\(index) herons in the rain", network: SampleBook.elsewhere, at: minutes(5))
      #expect((kind(answer) == "needs code") == activated.contains(index) || kind(answer).hasPrefix("wait"))
    }
    try other.close()
  }

  @Test("makes who knows the password wait for guessing codes, at the door and within a session")
  func guessing() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    _ = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let (signedIn, _, secret, _) = try await sample.guarded(token)
    var answers: [String] = []
    for _ in 0..<9 {
      let answer = try await book.signIn(
        name: "anna.berg", password: SampleBook.password, network: SampleBook.home, at: minutes(2))
      guard case .needsCode(let half) = answer else {
        answers.append(kind(answer))
        continue
      }
      do {
        answers.append(
          kind(try await book.finishSignIn(half, code: "000000", network: SampleBook.home, at: minutes(2))))
      } catch { answers.append("\(error)") }
    }
    let wrong = "\(OneTimeCode.Refusal.wrong)"
    #expect(answers == Array(repeating: wrong, count: 6) + Array(repeating: "wait until 121000", count: 3))
    #expect(throws: AccountError.wait(until: minutes(2).later(by: 1_000))) {
      try book.showSecondFactor(SampleBook.code(of: secret, at: minutes(2)), in: signedIn, at: minutes(2))
    }
    #expect(
      "\(AccountError.wait(until: minutes(2)))" == "too many attempts; try again after 2026-01-05T00:02:00Z")
    let shown = try book.showSecondFactor(SampleBook.code(of: secret, at: minutes(3)), in: signedIn, at: minutes(3))
    #expect(shown.session.secondFactorAt == minutes(3).milliseconds)
    #expect(throws: AccountError.noSession) { try book.session(signedIn, at: minutes(3)) }
    // Six wrong codes within the session, too.
    for _ in 0..<6 {
      #expect(throws: AccountError.code(.oneTime(.wrong))) {
        try book.showSecondFactor("000000", in: shown.token, at: minutes(4))
      }
    }
    #expect(throws: AccountError.wait(until: minutes(4).later(by: 1_000))) {
      try book.showSecondFactor("000000", in: shown.token, at: minutes(4))
    }
    #expect(try book.session(shown.token, at: minutes(4)).secondFactorAt == minutes(3).milliseconds)
  }

  @Test("is replaced by recovery codes, each once, and renewed ones void the earlier")
  func recovery() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    var (signedIn, _, secret, codes) = try await sample.guarded(token)
    (signedIn, _) = try book.showSecondFactor(codes[3].text.uppercased(), in: signedIn, at: minutes(2))
    #expect(throws: AccountError.code(.recovery(.wrong))) {
      try book.showSecondFactor(codes[3].text, in: signedIn, at: minutes(2))
    }
    #expect(try book.account(anna).recoveryCodesLeft == 9)
    #expect(try book.events(limit: 10).first { $0.kind == .recoveryCodeUsed }?.detail == "9 left")
    let old = codes
    (signedIn, _, codes) = try book.renewRecoveryCodes(
      code: SampleBook.code(of: secret, at: minutes(3)), in: signedIn, at: minutes(3))
    #expect(try book.account(anna).recoveryCodesLeft == 10)
    #expect(throws: AccountError.code(.recovery(.wrong))) {
      try book.showSecondFactor(old[4].text, in: signedIn, at: minutes(3))
    }
    for code in codes { (signedIn, _) = try book.showSecondFactor(code.text, in: signedIn, at: minutes(4)) }
    #expect(try book.account(anna).recoveryCodesLeft == 0)
  }

  @Test("is removed with the password and a code only, or by an administrator")
  func removal() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let (signedIn, _, secret, codes) = try await sample.guarded(token)
    let code = SampleBook.code(of: secret, at: minutes(2))
    await #expect(throws: AccountError.wrongPassword) {
      try await book.removeSecondFactor(code: code, password: "wrong heron", in: signedIn, at: minutes(2))
    }
    await #expect(throws: AccountError.code(.oneTime(.wrong))) {
      try await book.removeSecondFactor(code: "000000", password: SampleBook.password, in: signedIn, at: minutes(2))
    }
    #expect(try book.account(anna).hasSecondFactor)
    let (bare, session) = try await book.removeSecondFactor(
      code: code, password: SampleBook.password, in: signedIn, at: minutes(2))
    #expect(session.secondFactorAt == nil)
    #expect(try !book.account(anna).hasSecondFactor && book.account(anna).recoveryCodesLeft == 0)
    #expect(throws: AccountError.noSecondFactor) { try book.showSecondFactor(codes[0].text, in: bare, at: minutes(2)) }
    #expect(throws: AccountError.noSession) { try book.session(signedIn, at: minutes(2)) }
    _ = try await sample.guarded(bare, at: minutes(3))
    let kept = try book.invite(anna, at: minutes(4))
    #expect(try book.account(anna).hasSecondFactor)
    try await book.activate(kept, password: SampleBook.password, at: minutes(4))
    _ = try book.invite(anna, withoutSecondFactor: true, at: minutes(4))
    #expect(try !book.account(anna).hasSecondFactor)
  }

  @Test("cannot be checked without its key, but replaced by a recovery code")
  func keyMissing() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    let (signedIn, _, secret, codes) = try await sample.guarded(token)
    try sample.book.close()
    try FileManager.default.removeItem(at: sample.folder.appending(path: "keys/accounts.key"))
    let book = try sample.again()
    for _ in 0..<10 {
      // The machine's fault is not held against the person.
      #expect(throws: AccountError.secondFactorSealed) {
        try book.showSecondFactor(SampleBook.code(of: secret, at: minutes(2)), in: signedIn, at: minutes(2))
      }
    }
    let (next, _) = try book.showSecondFactor(codes[0].text, in: signedIn, at: minutes(2))
    _ = try await book.removeSecondFactor(
      code: codes[1].text, password: SampleBook.password, in: next, at: minutes(2))
    try book.close()
  }
}
