import Crypto
import Testing

@testable import Registry

private let minute: Int64 = 60_000
private let hour: Int64 = 3_600_000

@Suite struct SessionTests {
  private func opened(_ limits: SessionLimits, at now: Int64 = 0) -> Session {
    var chance = SeededChance(seed: 1)
    return Session.opened(for: AccountID(1), limits: limits, at: now, using: &chance).session
  }

  @Test("ends half an hour unused for who sees secrets, eight hours for others, twelve in all")
  func limits() throws {
    let sensitive = opened(.limits(isSensitive: true))
    #expect(sensitive.state(at: 30 * minute - 1) == .live(until: 30 * minute))
    #expect(sensitive.state(at: 30 * minute) == .idle(since: 30 * minute))
    #expect(sensitive.warningTime == 25 * minute)
    let ordinary = opened(.limits(isSensitive: false))
    #expect(ordinary.state(at: 8 * hour - 1) == .live(until: 8 * hour))
    #expect(ordinary.state(at: 8 * hour) == .idle(since: 8 * hour))
    let used = try ordinary.touched(at: 7 * hour)
    #expect(used.state(at: 12 * hour - 1) == .live(until: 12 * hour))
    #expect(used.state(at: 12 * hour) == .over(since: 12 * hour))
    #expect(used.warningTime == 12 * hour - 5 * minute)
  }

  @Test("never comes back once it has ended")
  func ended() {
    let session = opened(.sensitive)
    #expect(throws: Session.Ended(state: .idle(since: 30 * minute))) { try session.touched(at: 31 * minute) }
    var chance = SeededChance(seed: 2)
    #expect(throws: Session.Ended(state: .idle(since: 30 * minute))) {
      try session.renewed(appointment: nil, limits: .ordinary, secondFactorAt: nil, at: 31 * minute, using: &chance)
    }
    #expect(
      "\(Session.Ended(state: .idle(since: 0)))" == "the session ended because it was not used; sign in again")
  }

  @Test("never lasts beyond its limits, whatever the clock does", arguments: UInt64(0)..<200)
  func clockJumps(seed: UInt64) {
    var chance = SeededChance(seed: seed)
    let begun = Int64.random(in: 0..<1_000 * hour, using: &chance)
    var session = opened(Bool.random(using: &chance) ? .sensitive : .ordinary, at: begun)
    var now = begun
    var ended = false
    for _ in 0..<120 {
      now += Int64.random(in: -20 * minute...45 * minute, using: &chance)
      let before = session
      do {
        session = try session.touched(at: now)
        #expect(now < begun + session.limits.absolute && now < before.lastSeen + session.limits.idle)
        #expect(session.lastSeen == max(before.lastSeen, now))
      } catch {
        ended = true
        #expect(now >= min(before.lastSeen + before.limits.idle, begun + before.limits.absolute))
        #expect(session == before)
      }
    }
    #expect(ended)
  }

  @Test("stands at the ends of time", arguments: [Int64.min, 0, .max])
  func ends(time: Int64) {
    let session = opened(.ordinary, at: time)
    _ = session.warningTime
    for now in [Int64.min, 0, .max] { _ = session.state(at: now) }
    #expect(session.state(at: time) == (time == .max ? .over(since: .max) : .live(until: time + 8 * hour)))
  }

  @Test("gets a new token with new powers, and keeps its sign-in")
  func renewed() throws {
    var chance = SeededChance(seed: 3)
    let (token, session) = Session.opened(
      for: AccountID(1), limits: .ordinary, networkHint: "203.0.113.0/24", at: hour, using: &chance)
    #expect(session.tokenHash == token.hash)
    let (other, raised) = try session.renewed(
      appointment: ObjectID(.appointment, 7), limits: .sensitive, secondFactorAt: 2 * hour, at: 2 * hour, using: &chance
    )
    #expect(other.text != token.text)
    #expect(raised.tokenHash == other.hash)
    #expect(raised.tokenHash != session.tokenHash)
    #expect(raised.created == hour && raised.lastSeen == 2 * hour)
    #expect(raised.account == AccountID(1) && raised.networkHint == "203.0.113.0/24")
    #expect(raised.appointment == ObjectID(.appointment, 7) && raised.limits == .sensitive)
    #expect(raised.hasSecondFactor(within: 10 * minute, of: 2 * hour + 9 * minute))
    #expect(!raised.hasSecondFactor(within: 10 * minute, of: 2 * hour + 10 * minute))
    #expect(!session.hasSecondFactor(within: .max, of: 0))
  }

  @Test("tokens are 256 bits, differ, and come back from their text", arguments: UInt64(0)..<100)
  func tokens(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let token = SessionToken(using: &chance)
    let other = SessionToken(using: &chance)
    #expect(token.text.utf8.count == 43)
    #expect(token.text != other.text)
    let back = try SessionToken(text: token.text)
    #expect(back.hash == token.hash)
    #expect(back.text == token.text)
    let bytes = try BinaryText.base64URL.bytes(of: token.text)
    #expect(bytes.count == 32)
    #expect(token.hash.bytes == Array(SHA256.hash(data: bytes)))
    #expect(SessionTokenHash(bytes: token.hash.bytes) == token.hash)
  }

  @Test("refuses any other text for a token")
  func foreignText() {
    // The last letter of 43 holds two bits that belong to no byte; they must be zero, so that one token has one text.
    let texts = ["", "a", String(repeating: "A", count: 42), String(repeating: "A", count: 44)]
    for text in texts + [String(repeating: "A", count: 42) + "B", String(repeating: "+", count: 43)] {
      #expect(throws: SessionToken.Fault.unreadable) { try SessionToken(text: text) }
    }
    #expect(SessionTokenHash(bytes: [1]) == nil)
  }
}
