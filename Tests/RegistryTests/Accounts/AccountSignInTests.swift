import Foundation
import GRDB
import Synchronization
import Testing

@testable import Registry

@Suite struct AccountSignInTests {
  private let now = SampleBook.now

  @Test("answers the same to an unknown name, a wrong password, a closed and a fresh account, and counts all")
  func refusals() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    _ = try sample.book.create(name: "fresh", appointments: [], language: "en", at: now)
    let (closed, _) = try sample.book.create(name: "gone", appointments: [], language: "en", at: now)
    try sample.book.close(closed.id, at: now)
    for (name, password) in [
      ("anna.berg", "seven herons in the sun"), ("nobody", SampleBook.password), ("fresh", SampleBook.password),
      ("gone", SampleBook.password), ("not a name at all", SampleBook.password),
    ] {
      let answer = try await sample.book.signIn(name: name, password: password, network: SampleBook.home, at: now)
      #expect(kind(answer) == "refused")
    }
    let events = try sample.book.events(limit: 5)
    #expect(
      events.map(\.detail) == ["unknownAccount", "closed", "notActivated", "unknownAccount", "wrongPassword"])
    #expect(events.allSatisfy { $0.kind == .refused && $0.network == "203.0.113.0/24" && $0.at == now })
    #expect(events.map(\.account) == [nil, closed.id, AccountID(2), nil, anna])
    // Each counts under its name and under the network.
    #expect(try sample.failures() == 10)
    #expect(kind(try await sample.book.signIn(name: "anna.berg", password: "", network: nil, at: now)) == "refused")
    #expect(try sample.failures() == 10)
  }

  @Test("has the failure on disk before the password is looked at")
  func countedFirst() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    try sample.book.close()
    let seen = Mutex([Int]())
    let path = sample.folder.appending(path: "accounts.sqlite").path
    let book = try SampleBook.open(sample.folder, 4) {
      _ in
    } aboutToMatch: {
      // Another connection sees only what is committed.
      let count = try? DatabaseQueue(path: path).read {
        try Int.fetchOne($0, sql: "SELECT coalesce(sum(count), 0) FROM failure")
      }
      seen.withLock { $0.append(count ?? -1) }
    }
    for (name, password) in [
      ("anna.berg", "a wrong heron"), ("nobody", "a wrong heron"), ("anna.berg", SampleBook.password),
    ] {
      _ = try await book.signIn(name: name, password: password, network: SampleBook.home, at: now)
    }
    #expect(seen.withLock { $0 } == [2, 4, 6])
    // The right one takes back the network's last and clears the account's.
    #expect(try book.read { try Int.fetchOne($0, sql: "SELECT sum(count) FROM failure") } == 3)
    try book.close()
  }

  @Test("makes guessers wait, longer each time, also after the book was opened anew and from elsewhere")
  func throttled() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    var answers: [String] = []
    for index in 0..<6 {
      let network = index.isMultiple(of: 2) ? SampleBook.home : SampleBook.elsewhere
      answers.append(
        kind(try await sample.book.signIn(name: "anna.berg", password: "wrong heron", network: network, at: now)))
    }
    #expect(answers == Array(repeating: "refused", count: 6))
    let failures = try sample.failures()
    try sample.book.close()
    let book = try sample.again()
    func attempt(_ password: String, after milliseconds: Int64, name: String = "anna.berg") async throws -> String {
      kind(
        try await book.signIn(
          name: name, password: password, network: SampleBook.home, at: now.later(by: milliseconds)))
    }
    // Even the right password must wait, and waiting is not counted.
    for _ in 0..<3 { #expect(try await attempt(SampleBook.password, after: 999) == "wait until 1000") }
    #expect(try book.read { try Int.fetchOne($0, sql: "SELECT sum(count) FROM failure") } == failures)
    #expect(try book.events(limit: 100).count { $0.kind == .throttled } == 1)
    #expect(try await attempt("wrong heron", after: 1_000) == "refused")
    #expect(try await attempt(SampleBook.password, after: 2_999) == "wait until 3000")
    // Set back, the clock is not trusted further than the longest wait.
    #expect(try await attempt(SampleBook.password, after: -100_000_000) == "signed in")
    #expect(try await attempt("wrong heron", after: 3_000) == "refused")
    try book.close()
  }

  @Test("lets the owner in from where she comes, whatever strangers try")
  func familiarNetwork() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    _ = try await sample.signedIn()
    for _ in 0..<8 {
      _ = try await sample.book.signIn(
        name: "anna.berg", password: "wrong heron", network: SampleBook.elsewhere, at: now)
    }
    let stranger = try await sample.book.signIn(
      name: "anna.berg", password: SampleBook.password, network: SampleBook.elsewhere, at: now)
    #expect(kind(stranger) == "wait until 1000")
    _ = try await sample.signedIn()
    let later = now.later(days: 91)
    #expect(
      kind(try await sample.book.signIn(name: "anna.berg", password: "x", network: SampleBook.home, at: later))
        == "refused")
    #expect(
      try sample.book.read {
        try Int.fetchOne(
          $0, sql: "SELECT count FROM failure WHERE key = ?",
          arguments: [SignInThrottle.key(login: "anna.berg", familiar: SampleBook.home)])
      } == nil)
  }

  @Test("makes a network wait that guesses at many names")
  func networkThrottle() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    for index in 0..<31 {
      let answer = try await sample.book.signIn(
        name: "guess-\(index)", password: "password", network: SampleBook.home, at: now)
      #expect(kind(answer) == "refused")
    }
    let answer = try await sample.book.signIn(name: "guess-99", password: "password", network: SampleBook.home, at: now)
    #expect(kind(answer) == "wait until 1000")
    let other = try await sample.book.signIn(
      name: "guess-99", password: "password", network: SampleBook.elsewhere, at: now)
    #expect(kind(other) == "refused")
  }

  @Test("computes one password for a hundred attempts at once from six on, and lets nobody be first twice")
  func barrage() async throws {
    let sample = try SampleBook { $0.waiting = 200 }
    defer { sample.remove() }
    _ = try await sample.anna()
    let book = sample.book
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<100 {
        group.addTask {
          kind(try await book.signIn(name: "anna.berg", password: "wrong heron", network: nil, at: SampleBook.now))
        }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    // Five are free, the sixth makes the rest wait.
    #expect(answers == ["refused": 6, "wait until 1000": 94])
  }

  @Test("takes back what was counted when no password could be computed")
  func gateFull() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    let book = try SampleBook.open(sample.folder, 5) { _ in
    } aboutToMatch: { () throws(PasswordGate.Refusal) in
      throw .full(waiting: 64)
    }
    for name in ["anna.berg", "nobody"] {
      await #expect(throws: AccountError.gate(.full(waiting: 64))) {
        try await book.signIn(name: name, password: SampleBook.password, network: SampleBook.home, at: now)
      }
    }
    #expect(try sample.failures() == 0)
    #expect(
      "\(AccountError.gate(.full(waiting: 64)))" == "64 sign-ins are waiting already; try again in a minute")
    try book.close()
  }

  @Test("refuses a right password that was changed, or whose account was closed, while it was computed")
  func changedMeanwhile() async throws {
    for closes in [false, true] {
      let sample = try SampleBook()
      defer { sample.remove() }
      let anna = try await sample.anna()
      let other = sample.book
      let book = try SampleBook.open(sample.folder, 6) { _ in
      } aboutToMatch: {
        if closes {
          try? other.close(anna, at: SampleBook.now)
        } else {
          _ = try? other.invite(anna, at: SampleBook.now)
        }
      }
      let answer = try await book.signIn(
        name: "anna.berg", password: SampleBook.password, network: SampleBook.home, at: now)
      #expect(kind(answer) == "refused")
      #expect(try book.events(limit: 1).first?.detail == "changed meanwhile")
      try book.close()
    }
  }

  @Test("hashes a password anew when more work is asked for")
  func rehash() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    try sample.book.close()
    let book = try sample.again {
      $0.cost = (try? .init(logRounds: 2, blockSize: 1, parallelism: 1)) ?? SampleBook.cost
    }
    func cost() throws -> Int? {
      try book.read { try StoredAccount(anna, in: $0)?.passwordHash(at: "") }?.cost.logRounds
    }
    #expect(try cost() == 1)
    for password in ["wrong heron", SampleBook.password, SampleBook.password] {
      _ = try await book.signIn(name: "anna.berg", password: password, network: nil, at: now)
    }
    #expect(try cost() == 2)
    #expect(try book.events(limit: 100).count { $0.kind == .passwordRehashed } == 1)
    try book.close()
  }

  @Test("says that a stored hash cannot be read, instead of letting anyone in")
  func damagedHash() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    _ = try await sample.anna()
    try sample.book.write { try $0.execute(sql: "UPDATE account SET password = '$scrypt$x'") }
    await #expect(
      throws: AccountError.storage(
        .damaged(
          sample.folder.appending(path: "accounts.sqlite").path,
          fault:
            "a stored password hash cannot be read (scheme); restore the account from a backup or set a new password"))
    ) {
      try await sample.book.signIn(name: "anna.berg", password: SampleBook.password, network: nil, at: now)
    }
  }
}
