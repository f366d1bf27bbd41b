import Foundation
import GRDB
import Testing

@testable import Registry

/// An account book in a folder of its own, with passwords that cost nothing to compute.
struct SampleBook {
  static let now = Instant(milliseconds: 1_767_571_200_000)
  static let minute: Int64 = 60_000
  static let hour: Int64 = 3_600_000
  static let password = "seven herons in the rain"
  static let cost = (try? PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)) ?? .standard
  static let home = NetworkHint(address: "203.0.113.7")
  static let elsewhere = NetworkHint(address: "198.51.100.7")

  let folder: URL
  let book: AccountBook

  init(_ seed: UInt64 = 1, settings: (inout AccountBook.Settings) -> Void = { _ in }) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "accounts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    book = try Self.open(folder, seed, settings: settings)
  }

  static func open(
    _ folder: URL, _ seed: UInt64 = 2, settings: (inout AccountBook.Settings) -> Void = { _ in },
    aboutToMatch: (@Sendable () throws(PasswordGate.Refusal) -> Void)? = nil
  ) throws -> AccountBook {
    var given = AccountBook.Settings()
    given.cost = cost
    settings(&given)
    return try AccountBook(
      in: folder, settings: given, chance: SeededChance(seed: seed), aboutToMatch: aboutToMatch)
  }

  func remove() {
    try? book.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Another look at the same file.
  func again(_ seed: UInt64 = 3, settings: (inout AccountBook.Settings) -> Void = { _ in }) throws -> AccountBook {
    try Self.open(folder, seed, settings: settings)
  }

  /// An account that has set its password.
  func anna(_ name: String = "anna.berg", appointments: [Int] = [1, 2]) async throws -> AccountID {
    let (account, invitation) = try book.create(
      name: name, appointments: appointments.map { ObjectID(.appointment, $0) }, language: "en", at: Self.now)
    return try await book.activate(invitation, password: Self.password, at: account.created)
  }

  /// A session of an account without authenticator.
  func signedIn(
    _ name: String = "anna.berg", password: String = Self.password, network: NetworkHint? = Self.home,
    at now: Instant = Self.now
  ) async throws -> (token: SessionToken, session: Session) {
    let answer = try await book.signIn(name: name, password: password, network: network, at: now)
    guard case .signedIn(let token, let session) = answer else { throw Unexpected(answer: "\(answer)") }
    return (token, session)
  }

  /// Sets up an authenticator, one minute after `now`.
  func guarded(
    _ token: SessionToken, at now: Instant = Self.now
  ) async throws -> (token: SessionToken, session: Session, secret: OneTimeSecret, recoveryCodes: [RecoveryCode]) {
    let new = try await book.beginSecondFactor(in: token, password: Self.password, issuer: "Two Counties", at: now)
    let later = now.later(by: Self.minute)
    let (token, session, codes) = try book.confirmSecondFactor(
      Self.code(of: new.secret, at: later), in: token, at: later)
    return (token, session, new.secret, codes)
  }

  /// What the authenticator shows.
  static func code(of secret: OneTimeSecret, at now: Instant) -> String {
    OneTimeCode.authenticator.code(of: secret, step: OneTimeCode.authenticator.step(at: now.milliseconds))
  }

  /// Kinds of the events, earliest first.
  func kinds() throws -> [SecurityEvent.Kind] { try book.events(limit: 1_000).reversed().map(\.kind) }

  /// How many failures are kept, by their number.
  func failures() throws -> Int {
    try book.read { try Int.fetchOne($0, sql: "SELECT coalesce(sum(count), 0) FROM failure") ?? 0 }
  }

  struct Unexpected: Error { let answer: String }
}

/// How an answer at the door looks in a comparison.
func kind(_ answer: SignInAnswer) -> String {
  switch answer {
  case .wait(let until): "wait until \(until.milliseconds - SampleBook.now.milliseconds)"
  case .refused: "refused"
  case .needsCode: "needs code"
  case .signedIn: "signed in"
  }
}
