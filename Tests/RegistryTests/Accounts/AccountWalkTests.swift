import Foundation
import Testing

@testable import Registry

/// What an account book ought to do, in plain dictionaries: no database, no hashes, no memory of sessions.
private struct PlainBook {
  struct Person {
    var password: String?
    var invitation: (text: String, at: Int64)?
    var isClosed = false
    var held: Set<Int>
    var secret: OneTimeSecret?
    var newSecret: (secret: OneTimeSecret, at: Int64)?
    var lastStep: Int64 = 0
    var recovery: [String] = []
  }

  struct Open {
    var account: Int
    var appointment: Int?
    var created: Int64
    var lastSeen: Int64
    var limits: SessionLimits
    var secondFactorAt: Int64?

    func isLive(at now: Int64) -> Bool { now < lastSeen + limits.idle && now < created + limits.absolute }
  }

  var people: [Int: Person] = [:]
  var sessions: [String: Open] = [:]
  var halves: [String: (account: Int, at: Int64)] = [:]

  mutating func endSessions(of account: Int, except kept: String? = nil) {
    sessions = sessions.filter { $0.value.account != account || $0.key == kept }
  }

  /// Whether a code opens, and uses it up.
  mutating func takes(_ code: String, of account: Int, at now: Int64) -> Bool {
    guard var person = people[account], let secret = person.secret else { return false }
    if let place = person.recovery.firstIndex(of: code) {
      person.recovery.remove(at: place)
      people[account] = person
      return true
    }
    let steps = (now / 30_000 - 1...now / 30_000 + 1).filter {
      $0 > person.lastStep && OneTimeCode.authenticator.code(of: secret, step: $0) == code
    }
    guard let step = steps.last else { return false }
    person.lastStep = step
    people[account] = person
    return true
  }
}

/// Sends random requests to a book and to its plain model.
private struct Walk {
  let sample: SampleBook
  var book: AccountBook
  var plain = PlainBook()
  var chance: SeededChance
  var now = SampleBook.now.milliseconds
  var tokens: [String] = []
  var invitations: [String] = []
  var halves: [String] = []
  var codes = ["000000"]
  var steps = 0

  static let passwords = ["seven herons in the rain", "nine herons in the fog", "two cranes on the ice"]
  static let names = ["anna.berg", "bo.lind", "王小明"]

  init(seed: UInt64) throws {
    sample = try SampleBook(seed, settings: Self.unthrottled)
    book = sample.book
    chance = SeededChance(seed: seed &+ 1_000)
  }

  /// Waiting is proved elsewhere.
  static let unthrottled: @Sendable (inout AccountBook.Settings) -> Void = { settings in
    let lenient = SignInThrottle(freeFailures: 1_000_000, firstWait: 1, longestWait: 1, forgetAfter: 2)
    (settings.accountThrottle, settings.networkThrottle) = (lenient, lenient)
  }

  var moment: Instant { Instant(milliseconds: now) }
  mutating func any<T>(_ list: [T]) -> T? { list.randomElement(using: &chance) }

  /// Whether an act is done, whatever a refusal says.
  func done<R>(_ act: () throws -> R) -> R? { try? act() }

  mutating func keep(_ token: SessionToken, _ session: Session) {
    tokens.append(token.text)
    plain.sessions[token.text] = .init(
      account: session.account.number, appointment: session.appointment?.number, created: session.created,
      lastSeen: session.lastSeen, limits: session.limits, secondFactorAt: session.secondFactorAt)
  }

  /// The live session of a token in the model; renewing it keeps what is not changed.
  mutating func renewed(
    _ old: String, _ new: (token: SessionToken, session: Session)?, expected: PlainBook.Open?, what: String
  ) {
    #expect((new != nil) == (expected != nil), "step \(steps): \(what)")
    guard let new, let expected else { return }
    #expect(new.session.created == expected.created && new.session.lastSeen == max(expected.lastSeen, now))
    #expect(new.session.appointment?.number == expected.appointment && new.session.limits == expected.limits)
    #expect(new.session.secondFactorAt == expected.secondFactorAt, "step \(steps): \(what)")
    plain.sessions[old] = nil
    keep(new.token, new.session)
  }

  func live(_ token: String) -> PlainBook.Open? {
    guard let open = plain.sessions[token], open.isLive(at: now) else { return nil }
    return open
  }

  mutating func step() async throws {
    steps += 1
    // Whole minutes, so that each use is written. Now and then the clock is set back.
    let hours = Int.random(in: 0..<40, using: &chance) == 0
    now += 60_000 * Int64.random(in: hours ? -120...900 : -1...6, using: &chance)
    let token = Int.random(in: 0..<4, using: &chance) > 0 ? any(plain.sessions.keys.sorted()) : any(tokens)
    try await step(with: token ?? "none", or: AccountID(Int.random(in: 1...3, using: &chance)))
    try check()
  }

  private mutating func step(with token: String, or id: AccountID) async throws {
    let account = id.number
    switch Int.random(in: 0..<40, using: &chance) {
    case 0...3:
      try create()
      try await activate()
    case 4...9: try await signIn()
    case 10...14: try await finish()
    case 15...18:
      let appointment = Bool.random(using: &chance) ? Int.random(in: 1...4, using: &chance) : nil
      var expected = live(token)
      if let open = expected, let appointment, plain.people[open.account]?.held.contains(appointment) != true {
        expected = nil
      }
      expected?.appointment = appointment
      expected?.limits = .ordinary
      let new = done {
        try book.choose(
          appointment.map { ObjectID(.appointment, $0) }, limits: .ordinary, in: try SessionToken(text: token),
          at: moment)
      }
      renewed(token, new, expected: expected, what: "choose")
    case 19:
      if let read = try? SessionToken(text: token) { try book.end(read, at: moment) }
      plain.sessions[token] = nil
    case 20:
      try book.endSessions(of: id, at: moment)
      plain.endSessions(of: account)
    case 21: try invite(id)
    case 22...24: try await change(token)
    case 25...29: try await enrol(token)
    case 30...35: try await show(token)
    case 36:
      let appointment = Int.random(in: 1...4, using: &chance)
      let isOpen = plain.people[account].map { !$0.isClosed } ?? false
      #expect((done { try book.remove(ObjectID(.appointment, appointment), from: id, at: moment) } != nil) == isOpen)
      if plain.people[account]?.held.remove(appointment) != nil {
        plain.sessions = plain.sessions.filter { $0.value.account != account || $0.value.appointment != appointment }
      }
    default: try await rarely(id)
    }
  }

  /// Every token that ever was: live in both or in neither, with the same powers.
  mutating func check() throws {
    for token in Set(tokens.suffix(4)).union(plain.sessions.keys).sorted() {
      let session = try? book.session(text: token, at: moment)
      guard let open = plain.sessions[token], open.isLive(at: now) else {
        #expect(session == nil, "step \(steps)")
        plain.sessions[token] = nil
        continue
      }
      plain.sessions[token]?.lastSeen = max(open.lastSeen, now)
      #expect(session?.account.number == open.account && session?.appointment?.number == open.appointment)
      #expect(session?.secondFactorAt == open.secondFactorAt && session?.limits == open.limits, "step \(steps)")
    }
    for account in try book.accounts() {
      let person = try #require(plain.people[account.id.number])
      #expect((account.closed != nil) == person.isClosed && account.hasPassword == (person.password != nil))
      #expect(account.hasSecondFactor == (person.secret != nil))
      #expect(account.recoveryCodesLeft == person.recovery.count, "step \(steps)")
      #expect(Set(account.appointments.map(\.number)) == person.held)
    }
  }

  mutating func create() throws {
    let number = plain.people.count + 1
    guard number <= 3 else { return }
    let held = number == 1 ? [1, 2] : [number + 1]
    let (account, invitation) = try book.create(
      name: Self.names[number - 1], appointments: held.map { ObjectID(.appointment, $0) }, language: "en", at: moment)
    #expect(account.id.number == number)
    invitations.append(invitation.text)
    plain.people[number] = .init(password: nil, invitation: (invitation.text, now), held: Set(held))
  }

  mutating func invite(_ id: AccountID) throws {
    let without = Bool.random(using: &chance)
    let new = done { try book.invite(id, withoutSecondFactor: without, at: moment) }
    guard var person = plain.people[id.number], !person.isClosed else { return #expect(new == nil) }
    invitations.append(try #require(new).text)
    person.invitation = (try #require(new).text, now)
    person.password = nil
    person.newSecret = nil
    if without { (person.secret, person.recovery, person.lastStep) = (nil, [], 0) }
    plain.people[id.number] = person
    plain.endSessions(of: id.number)
    plain.halves = plain.halves.filter { $0.value.account != id.number }
  }

  mutating func activate() async throws {
    guard let text = any(Array(invitations.suffix(3))), let invitation = Invitation(text: text),
      let password = any(Self.passwords)
    else { return }
    let holder = plain.people.first { $0.value.invitation?.text == text }
    let isGood = holder.map { abs(now - $0.value.invitation!.at) < Invitation.lifetime } ?? false
    let answer = try? await book.activate(invitation, password: password, at: moment)
    #expect(answer?.number == (isGood ? holder?.key : nil), "step \(steps): activate")
    guard isGood, let account = holder?.key else { return }
    plain.people[account]?.invitation = nil
    plain.people[account]?.password = password
  }

  mutating func signIn() async throws {
    let place = Int.random(in: 0..<3, using: &chance)
    let person = plain.people[place + 1]
    let wrong = any(Self.passwords) ?? ""
    let password = Int.random(in: 0..<3, using: &chance) == 0 ? wrong : person?.password ?? wrong
    let answer = try await book.signIn(
      name: Self.names[place], password: password, network: any([SampleBook.home, nil]) ?? nil, at: moment)
    guard let person, !person.isClosed, person.password == password else {
      return #expect(kind(answer) == "refused", "step \(steps)")
    }
    switch answer {
    case .needsCode(let half) where person.secret != nil:
      halves.append(half.text)
      plain.halves[half.text] = (place + 1, now)
    case .signedIn(let token, let session) where person.secret == nil:
      #expect(session.account.number == place + 1 && session.created == now && session.secondFactorAt == nil)
      keep(token, session)
    default: Issue.record("step \(steps): \(kind(answer))")
    }
  }

  /// A code that is right now, was used, is for paper, or is none.
  mutating func code(of account: Int) -> String {
    guard let person = plain.people[account], let secret = person.secret ?? person.newSecret?.secret else {
      return any(codes) ?? "000000"
    }
    let code =
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: any(codes) ?? "000000"
      case 1: any(person.recovery) ?? "000000"
      default: OneTimeCode.authenticator.code(of: secret, step: now / 30_000)
      }
    codes.append(code)
    return code
  }

  mutating func finish() async throws {
    guard let text = any(Array(halves.suffix(3))), let half = HalfSignIn(text: text) else { return }
    let open = plain.halves[text]
    let typed = code(of: open?.account ?? 1)
    let answer = try? await book.finishSignIn(half, code: typed, network: nil, at: moment)
    var isGood = false
    if let open, abs(now - open.at) < HalfSignIn.lifetime { isGood = plain.takes(typed, of: open.account, at: now) }
    guard case .signedIn(let token, let session)? = answer else {
      return #expect(!isGood && answer == nil, "step \(steps): finish")
    }
    #expect(isGood && session.secondFactorAt == now && session.account.number == open?.account)
    plain.halves[text] = nil
    keep(token, session)
  }

  mutating func change(_ token: String) async throws {
    guard let read = try? SessionToken(text: token), let other = any(Self.passwords), let new = any(Self.passwords)
    else { return }
    let present = plain.sessions[token].flatMap { plain.people[$0.account]?.password }
    let old = Bool.random(using: &chance) ? present ?? other : other
    var expected = live(token)
    if let open = expected, plain.people[open.account]?.password != old { expected = nil }
    let renewal = try? await book.changePassword(from: old, to: new, in: read, at: moment)
    if let open = expected {
      plain.people[open.account]?.password = new
      plain.endSessions(of: open.account, except: token)
      plain.halves = plain.halves.filter { $0.value.account != open.account }
    }
    renewed(token, renewal, expected: expected, what: "change")
  }

  mutating func enrol(_ token: String) async throws {
    guard let read = try? SessionToken(text: token) else { return }
    let open = live(token)
    let person = open.flatMap { plain.people[$0.account] }
    let begun = try? await book.beginSecondFactor(
      in: read, password: person?.password ?? "seven herons in the rain", issuer: "x", at: moment)
    #expect((begun != nil) == (open != nil && person?.secret == nil), "step \(steps): begin")
    guard let begun, let open else { return }
    plain.people[open.account]?.newSecret = (begun.secret, now)
    now += 60_000 * Int64.random(in: 0...20, using: &chance)
    let typed = Bool.random(using: &chance) ? code(of: open.account) : SampleBook.code(of: begun.secret, at: moment)
    let isGood =
      live(token) != nil && now - plain.people[open.account]!.newSecret!.at < 15 * 60_000
      && (-1...1).contains { OneTimeCode.authenticator.code(of: begun.secret, step: now / 30_000 + $0) == typed }
    var expected = isGood ? live(token) : nil
    let new = done { try book.confirmSecondFactor(typed, in: read, at: moment) }
    expected?.secondFactorAt = now
    if isGood, let new {
      plain.people[open.account]?.secret = begun.secret
      plain.people[open.account]?.newSecret = nil
      plain.people[open.account]?.recovery = new.recoveryCodes.map(\.text)
      plain.people[open.account]?.lastStep =
        (-1...1).map { now / 30_000 + $0 }.last { OneTimeCode.authenticator.code(of: begun.secret, step: $0) == typed }!
      plain.endSessions(of: open.account, except: token)
    }
    renewed(token, new.map { ($0.token, $0.session) }, expected: expected, what: "confirm")
  }

  mutating func show(_ token: String) async throws {
    guard let read = try? SessionToken(text: token) else { return }
    let typed = code(of: plain.sessions[token]?.account ?? 1)
    var expected = live(token)
    if let open = expected, !plain.takes(typed, of: open.account, at: now) { expected = nil }
    guard Int.random(in: 0..<4, using: &chance) == 0, let open = expected else {
      expected?.secondFactorAt = now
      return renewed(
        token, done { try book.showSecondFactor(typed, in: read, at: moment) }, expected: expected, what: "show")
    }
    let new = try? await book.removeSecondFactor(
      code: typed, password: plain.people[open.account]?.password ?? "", in: read, at: moment)
    expected?.secondFactorAt = nil
    plain.people[open.account]?.secret = nil
    plain.people[open.account]?.recovery = []
    plain.people[open.account]?.lastStep = 0
    plain.endSessions(of: open.account, except: token)
    renewed(token, new, expected: expected, what: "remove")
  }

  /// Closing, purging, opening the book anew.
  mutating func rarely(_ id: AccountID) async throws {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0:
      let isOpen = plain.people[id.number].map { !$0.isClosed } ?? false
      #expect((done { try book.close(id, at: moment) } != nil) == isOpen)
      guard isOpen else { return }
      plain.people[id.number] = .init(password: nil, isClosed: true, held: [])
      plain.endSessions(of: id.number)
      plain.halves = plain.halves.filter { $0.value.account != id.number }
    case 1...3:
      try book.purge(at: moment)
      plain.sessions = plain.sessions.filter { $0.value.isLive(at: now) }
      plain.halves = plain.halves.filter { now < $0.value.at + HalfSignIn.lifetime }
      for (number, person) in plain.people {
        if let invitation = person.invitation, now >= invitation.at + Invitation.lifetime {
          plain.people[number]?.invitation = nil
        }
        if let new = person.newSecret, now >= new.at + 15 * 60_000 { plain.people[number]?.newSecret = nil }
      }
    default:
      try book.close()
      book = try sample.again(UInt64(steps) &+ 77, settings: Self.unthrottled)
    }
  }
}

@Suite struct AccountWalkTests {
  @Test(
    "does what a book of plain dictionaries does, request by request",
    arguments: UInt64(0)..<(SeededChance.isNight ? 500 : 10))
  func walk(seed: UInt64) async throws {
    var walk = try Walk(seed: seed)
    defer { walk.sample.remove() }
    for _ in 0..<80 { try await walk.step() }
    try walk.book.close()
  }
}
