import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct AccountBookTests {
  private let now = SampleBook.now

  @Test("brings a person from the invitation to a session with an appointment")
  func wholePath() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let book = sample.book
    let (account, invitation) = try book.create(
      name: "Ａnna.Berg", appointments: [ObjectID(.appointment, 3), ObjectID(.appointment, 1)], language: "zh-Hans",
      at: now)
    #expect(account.name.text == "anna.berg" && account.language == "zh-Hans" && account.id == AccountID(1))
    #expect(account.appointments == [ObjectID(.appointment, 1), ObjectID(.appointment, 3)])
    #expect(!account.hasPassword && !account.hasSecondFactor)
    #expect(account.invitedUntil == now.later(days: 7))
    #expect(try book.account(invitedBy: invitation, at: now)?.id == account.id)
    #expect(
      kind(try await book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now)) == "refused")
    try await book.activate(invitation, password: SampleBook.password, at: now)
    let (token, session) = try await sample.signedIn("ANNA.berg ")
    #expect(session.account == account.id && session.appointment == nil && session.limits == .sensitive)
    #expect(session.networkHint == "203.0.113.0/24" && session.secondFactorAt == nil)
    #expect(try book.session(token, at: now) == session)
    let (other, chosen) = try book.choose(
      ObjectID(.appointment, 3), limits: .ordinary, in: token, at: now.later(by: SampleBook.minute))
    #expect(chosen.appointment == ObjectID(.appointment, 3) && chosen.limits == .ordinary)
    #expect(chosen.created == now.milliseconds)
    #expect(throws: AccountError.noSession) { try book.session(token, at: now.later(by: SampleBook.minute)) }
    #expect(try book.session(text: other.text, at: now.later(by: 2 * SampleBook.minute)).account == account.id)
    #expect(
      try sample.kinds() == [
        .created, .appointmentAdded, .appointmentAdded, .refused, .activated, .signedIn,
        .appointmentChosen,
      ])
  }
}
