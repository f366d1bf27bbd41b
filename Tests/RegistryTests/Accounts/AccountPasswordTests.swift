import Foundation
import Testing

@testable import Registry

@Suite struct AccountPasswordTests {
  private let now = SampleBook.now

  @Test("is set once with an invitation, within seven days, and only if it may be chosen")
  func invitations() async throws {
    let sample = try SampleBook { $0.contextWords = ["Two Counties"] }
    defer { sample.remove() }
    let book = sample.book
    let (account, first) = try book.create(name: "anna.berg", appointments: [], language: "en", at: now)
    for (typed, refusal) in [
      ("short", PasswordRule.Refusal.tooShort(characters: 5, least: 8)), ("password1", .common),
      ("anna.berg1", .context(left: 1, least: 8)), ("two counties!", .context(left: 1, least: 8)),
      ("Lund Lund 77", .context(left: 4, least: 8)),
    ] {
      await #expect(throws: AccountError.password(refusal)) {
        try await book.activate(first, password: typed, contextWords: ["Lund"], at: now)
      }
    }
    #expect(try book.account(account.id).hasPassword == false)
    let second = try book.invite(account.id, at: now)
    await #expect(throws: AccountError.invitationNotValid) {
      try await book.activate(first, password: SampleBook.password, at: now)
    }
    for moment in [now.later(days: 7), now.later(days: -7)] {
      await #expect(throws: AccountError.invitationNotValid) {
        try await book.activate(second, password: SampleBook.password, at: moment)
      }
      #expect(try book.account(invitedBy: second, at: moment) == nil)
    }
    #expect(try book.account(invitedBy: second, at: now)?.name.text == "anna.berg")
    let again = try #require(Invitation(text: second.text))
    #expect(
      try await book.activate(again, password: SampleBook.password, at: now.later(days: 7).later(by: -1)) == account.id)
    await #expect(throws: AccountError.invitationNotValid) {
      try await book.activate(second, password: SampleBook.password, at: now)
    }
    #expect(
      "\(AccountError.invitationNotValid)"
        == "this invitation has been used, replaced or is too old; ask your office for a new one")
    // A token of another purpose with the same bits is none.
    let half = try #require(HalfSignIn(text: second.text))
    await #expect(throws: AccountError.halfSignInNotValid) {
      try await book.finishSignIn(half, code: "123456", network: nil, at: now)
    }
  }

  @Test("is void when the administrator invites anew, and so are sessions")
  func invitedAnew() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    let (token, _) = try await sample.signedIn()
    _ = try sample.book.session(token, at: now)
    let invitation = try sample.book.invite(anna, at: now)
    #expect(throws: AccountError.noSession) { try sample.book.session(token, at: now) }
    let answer = try await sample.book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now)
    #expect(kind(answer) == "refused")
    try await sample.book.activate(invitation, password: "nine herons in the fog", at: now)
    _ = try await sample.signedIn(password: "nine herons in the fog")
  }

  @Test("is changed with the old one, slowed like a sign-in, and ends other sessions")
  func change() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let anna = try await sample.anna()
    let (other, _) = try await sample.signedIn()
    let (first, _) = try await sample.signedIn()
    let (token, _) = try book.choose(ObjectID(.appointment, 1), limits: .ordinary, in: first, at: now)
    await #expect(throws: AccountError.wrongPassword) {
      try await book.changePassword(from: "wrong heron", to: "nine herons in the fog", in: token, at: now)
    }
    await #expect(throws: AccountError.wrongPassword) {
      try await book.changePassword(from: "", to: "nine herons in the fog", in: token, at: now)
    }
    #expect("\(AccountError.wrongPassword)" == "the password is not right; type it again")
    await #expect(throws: AccountError.password(.context(left: 0, least: 8))) {
      try await book.changePassword(
        from: SampleBook.password, to: "Anna.Berg", contextWords: [], in: token, at: now)
    }
    #expect(try book.session(token, at: now).account == anna && book.session(other, at: now).account == anna)
    let (renewed, session) = try await book.changePassword(
      from: SampleBook.password, to: "nine herons in the fog", in: token, at: now)
    #expect(session.appointment == ObjectID(.appointment, 1) && session.limits == .ordinary)
    for gone in [other, token] { #expect(throws: AccountError.noSession) { try book.session(gone, at: now) } }
    #expect(try book.session(renewed, at: now) == session)
    #expect(
      kind(try await book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now)) == "refused")
    let (_, _) = try await sample.signedIn(password: "nine herons in the fog")
    for _ in 0..<6 {
      await #expect(throws: AccountError.wrongPassword) {
        try await book.changePassword(from: "wrong heron", to: "nine herons in the fog", in: renewed, at: now)
      }
    }
    await #expect(throws: AccountError.wait(until: now.later(by: 1_000))) {
      try await book.changePassword(
        from: "nine herons in the fog", to: "two herons in the snow", in: renewed, at: now)
    }
    let kinds = try book.events(limit: 100).map(\.kind)
    #expect(kinds.count { $0 == .passwordRefused } == 8 && kinds.count { $0 == .passwordChanged } == 1)
  }

  @Test("is changed by one of two who change it at the same time")
  func changedTwice() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    _ = try await sample.anna()
    let tokens = [try await sample.signedIn().token, try await sample.signedIn().token]
    let moment = now
    let won = await withTaskGroup(of: Bool.self) { group in
      for (index, token) in tokens.enumerated() {
        group.addTask {
          (try? await book.changePassword(
            from: SampleBook.password, to: "\(index) herons in the fog", in: token, at: moment)) != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(won == 1)
  }
}
