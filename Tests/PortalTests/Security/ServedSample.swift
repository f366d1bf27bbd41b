import Foundation
import Registry
import Synchronization
import Testing

@testable import Portal

/// The sample region behind a real server, with accounts for its people.
final class ServedSample: Sendable {
  let portal: ServedPortal
  let accounts: [DemonstrationAccount]
  let clock: SteppedClock

  /// A time that moves when a test says so.
  final class SteppedClock: Sendable {
    private let moment: Mutex<Instant>
    init(at moment: Instant) { self.moment = Mutex(moment) }
    var now: Instant { moment.withLock { $0 } }
    func set(_ later: Instant) { moment.withLock { $0 = later } }
  }

  private init(_ portal: ServedPortal, _ accounts: [DemonstrationAccount], _ clock: SteppedClock) {
    (self.portal, self.accounts, self.clock) = (portal, accounts, clock)
  }

  var ledger: Ledger { portal.record.ledger }

  /// Serves a copy of the sample for the time of `body`.
  static func serving<R: Sendable>(
    _ change: (inout ServerOptions) -> Void = { _ in }, _ body: @escaping @Sendable (ServedSample) async throws -> R
  ) async throws -> R {
    let sample = try SampleSite.shared.get()
    let folder = FileManager.default.temporaryDirectory.appending(path: "portal-sample-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordArchive.backup(sample.site.record, to: folder, includingKeys: true)
    let clock = SteppedClock(at: try sample.site.record.ledger.read(as: .visitor) { $0.now })
    let record = try RecordFolder(at: folder, clock: { clock.now })
    var settings = AccountBook.Settings()
    settings.cost = try PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    var chance = SplitMix(state: 8)
    let accounts = try record.accounts(settings: settings).seedDemonstration(
      people: sample.people, at: clock.now, using: &chance)
    let clerk = try #require(sample.people.first { $0.role == .clerk })
    // Time acts as soon as the clock says so.
    return try await ServedPortal.serving(
      record, clerk: Claim(appointment: clerk.appointment), clock: { clock.now },
      pace: .init(look: 0.02, advance: 0.02), change
    ) { portal in try await body(ServedSample(portal, accounts, clock)) }
  }

  /// Lets time pass.
  func pass(_ milliseconds: Int64) { clock.set(clock.now.later(by: milliseconds)) }

  func account(_ name: String) throws -> DemonstrationAccount {
    try #require(accounts.first { $0.name == name }, "no account \(name) among \(accounts.map(\.name))")
  }

  /// The claim of an account's person, with a second factor just given.
  func claim(_ name: String) throws -> Claim {
    let person = try account(name).person
    return Claim(appointment: person.appointment, delegation: person.delegation, secondFactor: clock.now)
  }

  /// A browser in which somebody has just signed in, with a second factor where the role needs one.
  ///
  /// - Parameter number: the how-manieth session of the account it is, from 0: a code of the authenticator works once.
  func browser(_ name: String, number: Int64 = 0) async throws -> Browser {
    let account = try account(name)
    let (book, now) = (portal.book, clock.now)
    let answer = try await book.signIn(name: name, password: account.password, network: nil, at: now)
    switch answer {
    case .signedIn(let token, _): return try opened(token, for: account)
    case .needsCode(let half):
      let secret = try #require(account.secret)
      let step = OneTimeCode.authenticator.step(at: now.milliseconds) - 1 + number
      let code = OneTimeCode.authenticator.code(of: secret, step: step)
      guard case .signedIn(let token, _) = try await book.finishSignIn(half, code: code, network: nil, at: now) else {
        throw NotSignedIn(name: name)
      }
      return try opened(token, for: account)
    case .refused, .wait: throw NotSignedIn(name: name)
    }
  }

  /// The browser of a session that has taken up the person's appointment.
  private func opened(_ token: SessionToken, for account: DemonstrationAccount) throws -> Browser {
    let chosen = try portal.book.choose(
      account.person.appointment, limits: .ordinary, in: token, at: clock.now)
    return Browser(portal, session: chosen.token)
  }

  struct NotSignedIn: Error { let name: String }

  /// The events of a thing whose command was of this name, such as `signed`.
  func events(_ name: String, of id: ObjectID) throws -> [StoredEvent] {
    try portal.record.store.read { try $0.events(of: id) }.filter { $0.body.contains("\"\(name)\":{") }
  }
}
