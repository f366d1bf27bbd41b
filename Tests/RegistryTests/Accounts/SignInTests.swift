import Synchronization
import Testing

@testable import Registry

private let cost = try! PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)

@Suite struct SignInTests {
  private struct Door {
    let signIn: SignIn
    let right: Password
    let wrong: Password
    let open, closed, fresh, guarded, outdated: SignIn.Credentials

    init() throws {
      var chance = SeededChance(seed: 1)
      signIn = try SignIn(cost: cost, using: &chance)
      right = try Password(typed: "herons in the rain")
      wrong = try Password(typed: "herons in the sun")
      let hash = try PasswordHash(of: right, salt: .init(using: &chance), cost: cost)
      let weaker = try PasswordHash.Cost(logRounds: 3, blockSize: 1, parallelism: 1)
      let old = try PasswordHash(of: right, salt: .init(using: &chance), cost: weaker)
      open = .init(account: AccountID(1), password: hash, hasSecondFactor: false, isClosed: false)
      closed = .init(account: AccountID(2), password: hash, hasSecondFactor: true, isClosed: true)
      fresh = .init(account: AccountID(3), password: nil, hasSecondFactor: false, isClosed: false)
      guarded = .init(account: AccountID(4), password: hash, hasSecondFactor: true, isClosed: false)
      outdated = .init(account: AccountID(5), password: old, hasSecondFactor: false, isClosed: false)
    }
  }

  @Test("computes one hash of the same cost, known or unknown, open or closed, right or wrong")
  func equalWork() async throws {
    let door = try Door()
    let cases: [(Password, SignIn.Credentials?, SignIn.Outcome)] = [
      (door.right, nil, .refused(.unknownAccount)), (door.wrong, door.open, .refused(.wrongPassword)),
      (door.right, door.closed, .refused(.closed)), (door.wrong, door.closed, .refused(.closed)),
      (door.right, door.fresh, .refused(.notActivated)),
      (door.right, door.open, .right(secondFactorAsked: false, hashOutdated: false)),
      (door.right, door.guarded, .right(secondFactorAsked: true, hashOutdated: false)),
    ]
    for (password, credentials, expected) in cases {
      let costs = Mutex([PasswordHash.Cost]())
      let outcome = try await door.signIn.check(password, of: credentials) {
        password, hash throws(PasswordGate.Refusal) -> Bool in
        costs.withLock { $0.append(hash.cost) }
        do throws(PasswordHash.Fault) { return try hash.matches(password) } catch { throw .hash(error) }
      }
      #expect(outcome == expected)
      #expect(costs.withLock { $0 } == [cost], "\(expected)")
    }
  }

  @Test("takes the same time for an unknown name as for a wrong password", .enabled(if: SeededChance.isNight))
  func equalTime() async throws {
    let door = try Door()
    let clock = ContinuousClock()
    var times: [Double] = []
    var differences: [Double] = []
    for round in 0..<20_000 {
      var pair = [0.0, 0.0]
      // In pairs, so that what else the machine does falls on both, and each goes first as often as second.
      for place in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
        let credentials = place == 0 ? nil : door.open
        let time = try await clock.measure {
          _ = try await door.signIn.check(door.wrong, of: credentials) {
            password, hash throws(PasswordGate.Refusal) -> Bool in
            do throws(PasswordHash.Fault) { return try hash.matches(password) } catch { throw .hash(error) }
          }
        }
        pair[place] = time / .nanoseconds(1)
      }
      times.append(pair[0])
      differences.append(pair[0] - pair[1])
    }
    let median = times.sorted()[10_000]
    let difference = differences.sorted()[10_000]
    // 2 % is what the goal allows; the hash here is some thousand times cheaper than the real one, so that any other
    // difference would show a thousand times larger.
    #expect(abs(difference) <= 0.02 * median, "\(difference) of \(median) ns")
  }

  @Test("says the same to all who are refused")
  func sameWords() {
    let causes: [SignIn.Cause] = [.unknownAccount, .wrongPassword, .closed, .notActivated]
    let words = Set(causes.map { SignIn.Outcome.refused($0).description })
    #expect(words == ["name or password is not right; try again, or ask your office for a new password"])
  }

  @Test("lets nobody in by the decoy, even if it were to match")
  func decoy() async throws {
    let door = try Door()
    for credentials in [nil, door.fresh, door.closed] {
      let outcome = try await door.signIn.check(door.right, of: credentials) {
        _, _ throws(PasswordGate.Refusal) -> Bool in true
      }
      if case .right = outcome { Issue.record("\(outcome)") }
    }
  }

  @Test("asks for a new hash where the stored one is weaker, and goes through the gate")
  func outdated() async throws {
    let door = try Door()
    let gate = PasswordGate(atOnce: 1, waiting: 1)
    let outcome = try await door.signIn.check(door.right, of: door.outdated) {
      password, hash async throws(PasswordGate.Refusal) -> Bool in try await gate.matches(password, hash)
    }
    #expect(outcome == .right(secondFactorAsked: false, hashOutdated: true))
  }

  @Test("passes on what the gate refuses")
  func gateRefuses() async throws {
    let door = try Door()
    await #expect(throws: PasswordGate.Refusal.full(waiting: 4)) {
      try await door.signIn.check(door.right, of: door.open) { _, _ throws(PasswordGate.Refusal) -> Bool in
        throw .full(waiting: 4)
      }
    }
  }

  @Test("counts an attempt before it is computed, so that a crowd gets no free guesses")
  func countsFirst() throws {
    let door = try Door()
    var (account, network) = (FailedSignIns.none, FailedSignIns.none)
    var admitted = 0
    for _ in 0..<1_000 {
      let admission = door.signIn.begin(account: account, network: network, at: 5_000)
      guard case .admitted(let a, let n) = admission else { continue }
      (account, network) = (a, n)
      admitted += 1
    }
    // Five are free; the sixth is admitted because the wait begins after it.
    #expect(admitted == 6)
    #expect(door.signIn.begin(account: account, network: network, at: 5_999) == .wait(until: 6_000))
    #expect(network.pardoned == FailedSignIns(count: 5, last: 5_000))
    #expect(FailedSignIns.none.pardoned == .none)
  }

  @Test("waits for whichever of account and network opens later")
  func both() throws {
    let door = try Door()
    let account = FailedSignIns(count: 7, last: 0)
    let network = FailedSignIns(count: 33, last: 0)
    #expect(door.signIn.begin(account: account, network: .none, at: 0) == .wait(until: 2_000))
    #expect(door.signIn.begin(account: .none, network: network, at: 0) == .wait(until: 4_000))
    #expect(door.signIn.begin(account: account, network: network, at: 3_999) == .wait(until: 4_000))
    #expect(
      door.signIn.begin(account: account, network: network, at: 4_000)
        == .admitted(account: .init(count: 8, last: 4_000), network: .init(count: 34, last: 4_000)))
  }
}

@Suite struct SignInThrottleTests {
  @Test("doubles the wait from the first failure that is not free up to the longest")
  func doubles() {
    let seconds = (0...14).map { SignInThrottle.account.wait(after: $0) / 1_000 }
    #expect(seconds == [0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    #expect(SignInThrottle.account.wait(after: .max) == 60_000)
    #expect(SignInThrottle.network.wait(after: 31) == 1_000)
    #expect(SignInThrottle.network.wait(after: 45) == 900_000)
  }

  @Test("locks nobody out, gives the same answer twice, and slows a guesser down", arguments: UInt64(0)..<100)
  func properties(seed: UInt64) {
    var chance = SeededChance(seed: seed)
    let throttle = Bool.random(using: &chance) ? SignInThrottle.account : .network
    var failures = FailedSignIns.none
    var now = Int64.random(in: 0..<2_000_000_000_000, using: &chance)
    var guesses = 0
    for _ in 0..<300 {
      let opening = throttle.opening(after: failures, at: now)
      #expect(opening == throttle.opening(after: failures, at: now))
      #expect(opening >= now && opening <= now + throttle.longestWait)
      #expect(throttle.opening(after: failures, at: opening) == opening)
      if opening == now {
        failures = throttle.failed(failures, at: now)
        guesses += 1
      }
      // A clock that runs on, stands still, or is set back by up to an hour.
      now += Int64.random(in: 0..<40, using: &chance) == 0 ? -3_600_000 : Int64.random(in: 0..<20_000, using: &chance)
    }
    #expect(guesses >= 1)
  }

  @Test("allows an account no more than 1,450 guesses a day, whoever tries as fast as he may")
  func guessesPerDay() {
    var (failures, now, guesses) = (FailedSignIns.none, Int64(0), 0)
    while now < 86_400_000 {
      failures = SignInThrottle.account.failed(failures, at: now)
      guesses += 1
      now = SignInThrottle.account.opening(after: failures, at: now)
    }
    // Twelve in the first 63 seconds, at 0 (six), 1, 3, 7, 15, 31 and 63; then one a minute.
    #expect(guesses == 12 + (86_399 - 63) / 60)
    #expect(guesses == 1_450)
  }

  @Test("forgets after a quiet day, and a clock set back does not make anybody wait")
  func forgets() {
    let throttle = SignInThrottle.account
    let failures = FailedSignIns(count: 50, last: 1_000_000)
    #expect(throttle.opening(after: failures, at: 1_000_000) == 1_060_000)
    #expect(!throttle.isForgotten(failures, at: 1_000_000 + 86_399_999))
    #expect(throttle.isForgotten(failures, at: 1_000_000 + 86_400_000))
    #expect(throttle.failed(failures, at: 1_000_000 + 86_400_000).count == 1)
    #expect(throttle.opening(after: failures, at: 0) == 0)
    #expect(throttle.failed(FailedSignIns(count: .max, last: 0), at: 1).count == .max)
    #expect(throttle.opening(after: FailedSignIns(count: 9, last: .max), at: .min) == .min)
    #expect(throttle.opening(after: FailedSignIns(count: 9, last: .min), at: .max) == .max)
    #expect(FailedSignIns(count: -3, last: 0).count == 0)
  }

  @Test("keeps failures under a hash of the name, apart for familiar networks")
  func keys() {
    let home = NetworkHint(address: "203.0.113.7")
    let key = SignInThrottle.key(login: "Anna@Lund.se")
    #expect(key == SignInThrottle.key(login: " anna@lund.se "))
    #expect(key != SignInThrottle.key(login: "anna@lund.se", familiar: home))
    #expect(key != SignInThrottle.key(login: "anna@lund.de"))
    #expect(key.utf8.count == 43)
  }
}

@Suite struct SecondFactorTests {
  @Test("accepts a code of the authenticator or of the paper, each once", arguments: UInt64(0)..<20)
  func either(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let secret = OneTimeSecret(using: &chance)
    let (printed, kept) = RecoveryCodes.issue(using: &chance)
    let codes = OneTimeCode.authenticator
    let now: Int64 = 1_800_000_000_000
    let step = codes.step(at: now)
    #expect(throws: OneTimeCode.Refusal.malformed(digits: 6)) {
      try SecondFactor(secret: secret, recoveryCodes: kept, confirmedBy: "12", at: now)
    }
    var factor = try SecondFactor(
      secret: secret, recoveryCodes: kept, confirmedBy: codes.code(of: secret, step: step), at: now)
    // The code that confirmed it does not sign in.
    #expect(throws: SecondFactor.Refusal.oneTime(.used)) {
      try factor.accept(codes.code(of: secret, step: step), at: now)
    }
    factor = try factor.accept(codes.code(of: secret, step: step + 1), at: now + 30_000)
    #expect(factor.lastStep == step + 1)
    factor = try factor.accept(printed[0].text, at: now)
    #expect(factor.recoveryCodes.left == 9)
    #expect(throws: SecondFactor.Refusal.recovery(.wrong)) { try factor.accept(printed[0].text, at: now) }
    #expect("\(SecondFactor.Refusal.oneTime(.used))" == "the code has been used; wait for the next one")
  }
}

@Suite struct NetworkHintTests {
  @Test(
    "keeps the network of an address",
    arguments: [
      ("203.0.113.77", "203.0.113.0/24"), ("0.0.0.0", "0.0.0.0/24"), ("::ffff:203.0.113.77", "203.0.113.0/24"),
      ("2001:db8:12:3456::9", "2001:db8:12:3400::/56"), ("2001:0DB8:0:0:1:2:3:4", "2001:db8::/56"), ("::1", "::/56"),
      ("::", "::/56"), ("fe80::1:2:3:4", "fe80::/56"), ("1:2:3:4:5:6:7:8", "1:2:3::/56"),
      ("1:2:3:4:5:6:7::", "1:2:3::/56"),
      ("64:ff9b::192.0.2.33", "64:ff9b::/56"),
    ])
  func networks(address: String, network: String) {
    #expect(NetworkHint(address: address)?.text == network)
  }

  @Test(
    "reads nothing else",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "+1.2.3.4", "1.2.3.4 ", "example.org", ":", ":::", "1::2::3",
      "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1:2:3:4:5:6:7:8", "12345::", "g::", "+1::", "fe80::1%eth0", "1.2.3.4::",
      "1:", ":1",
      "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "[::1]", "1:2:3:4:5:6:1.2.3.4:8",
    ])
  func refuses(address: String) {
    #expect(NetworkHint(address: address) == nil)
  }
}
