import Foundation
import GRDB

/// A session as its owner sees it in a list.
public struct ListedSession: Hashable, Sendable {
  /// By which it can be ended; it recognises nobody.
  public let number: Int
  public let appointment: ObjectID?
  public let created: Instant
  /// When it was last used, at most a minute too early.
  public let lastSeen: Instant
  /// From where the person signed in, roughly.
  public let network: String?
  /// Whether it is the one from which the list was asked for.
  public let isThis: Bool
}

extension AccountBook {
  /// How many sessions an account has at most; signing in once more ends the one that was used least lately.
  public static let mostSessions = 50
  /// How much of a session's use may be lost with the power: a page that is read does not write each time.
  static let touchesKept: Int64 = 60_000

  /// The live session of a token, used now.
  ///
  /// Costs no reading of the database when the session is remembered, and a commit at most once a minute.
  ///
  /// - Throws: ``AccountError/noSession``; ``AccountError/sessionEnded(_:)`` the first time after it ended by itself.
  public func session(_ token: SessionToken, at now: Instant) throws(AccountError) -> Session {
    try askOtherProcesses(at: now)
    let hash = token.hash
    var (entry, epoch) = memory.entry(hash)
    if entry == nil {
      entry = try read { try Self.session(hash, in: $0) }.map { .init(session: $0, storedLastSeen: $0.lastSeen) }
    }
    guard var entry else { throw .noSession }
    do {
      entry.session = try entry.session.touched(at: now.milliseconds)
    } catch {
      try end(hash, because: error.state, at: now)
      throw .sessionEnded(error.state)
    }
    if entry.session.lastSeen >= entry.storedLastSeen.later(by: Self.touchesKept) {
      let seen = entry.session.lastSeen
      let isThere = try write { database in
        try database.execute(
          sql: "UPDATE session SET lastSeen = ? WHERE token = ?", arguments: [seen, hash.bytes.blob])
        return database.changesCount > 0
      }
      guard isThere else {
        memory.forget(hash)
        throw .noSession
      }
      entry.storedLastSeen = seen
    }
    memory.remember(entry, of: epoch)
    return entry.session
  }

  /// The same for what a browser sent.
  public func session(text: String, at now: Instant) throws(AccountError) -> Session {
    guard let token = try? SessionToken(text: text) else { throw .noSession }
    return try session(token, at: now)
  }

  private func askOtherProcesses(at now: Instant) throws(AccountError) {
    guard memory.isTimeToAsk(at: now.milliseconds) else { return }
    let version = try read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    memory.compare(dataVersion: version ?? 0)
  }

  /// Takes up one of the account's appointments, or lays it down, under a new token; the old one is void.
  ///
  /// - Parameters:
  ///   - appointment: one that the account holds; `nil` to use none.
  ///   - limits: those of its role (``SessionLimits/limits(isSensitive:)``).
  ///   - token: the session it is done in.
  ///   - now: when, by the clock of whoever asks.
  public func choose(
    _ appointment: ObjectID?, limits: SessionLimits, in token: SessionToken, at now: Instant
  ) throws(AccountError) -> (token: SessionToken, session: Session) {
    try renew(token, at: now) { old, database in
      if let appointment {
        let holder = try Int.fetchOne(
          database, sql: "SELECT account FROM holding WHERE appointment = ?", arguments: ["\(appointment)"])
        guard holder == old.account.number else { throw AccountError.notHeld(appointment) }
      }
      try Self.note(
        .appointmentChosen, of: old.account, from: old.networkHint, appointment.map { "\($0)" }, at: now, in: database)
      return (appointment, limits, old.secondFactorAt)
    }
  }

  /// Ends the session of a token; one that is none ends nothing.
  public func end(_ token: SessionToken, at now: Instant) throws(AccountError) {
    let hash = token.hash
    try write { database in
      guard let session = try Self.session(hash, in: database) else { return }
      try Self.endSessions(
        of: session.account, where: "token = ?", [hash.bytes.blob], cause: "signed out", at: now, in: database)
    }
    memory.forget(hash)
  }

  /// The live sessions of the account that a session is of, the latest used first.
  public func sessions(of session: Session, at now: Instant) throws(AccountError) -> [ListedSession] {
    try sessions(of: session.account, seenFrom: session.tokenHash, at: now)
  }

  /// The live sessions of an account, the latest used first, for whoever looks after it.
  public func sessions(of account: AccountID, at now: Instant) throws(AccountError) -> [ListedSession] {
    try sessions(of: account, seenFrom: nil, at: now)
  }

  private func sessions(
    of account: AccountID, seenFrom own: SessionTokenHash?, at now: Instant
  ) throws(AccountError) -> [ListedSession] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM session WHERE account = ? ORDER BY lastSeen DESC, number DESC",
        arguments: [account.number]
      ).compactMap { row -> ListedSession? in
        let listed = try Self.session(row)
        guard case .live = listed.state(at: now.milliseconds) else { return nil }
        return ListedSession(
          number: try row.decode(forColumn: "number"), appointment: listed.appointment,
          created: Instant(milliseconds: listed.created), lastSeen: Instant(milliseconds: listed.lastSeen),
          network: listed.networkHint, isThis: listed.tokenHash == own)
      }
    }
  }

  /// Ends one session of an account by its number in the list; another account's number ends nothing.
  public func endSession(_ number: Int, of account: AccountID, at now: Instant) throws(AccountError) {
    try write { database in
      try Self.endSessions(
        of: account, where: "number = ?", [number], cause: "ended by its owner", at: now, in: database)
    }
    memory.forget { $0.account == account }
  }

  /// Ends all sessions of an account, but for one where that is asked for.
  ///
  /// - Parameters:
  ///   - account: whose sessions.
  ///   - kept: the one that goes on.
  ///   - byAdministrator: whether somebody else than the owner asks for it; the events say so.
  ///   - now: when, by the clock of whoever asks.
  public func endSessions(
    of account: AccountID, except kept: SessionTokenHash? = nil, byAdministrator: Bool = false, at now: Instant
  ) throws(AccountError) {
    try write { database in
      try Self.endSessions(
        of: account, except: kept, cause: byAdministrator ? "ended by an administrator" : "ended by its owner", at: now,
        in: database)
    }
    memory.forget { $0.account == account && $0.tokenHash != kept }
  }

  /// Deletes what has passed: sessions, half sign-ins and invitations that are over, failures and networks that are
  /// forgotten, events that are kept no longer. To be called now and then, such as every ten minutes.
  ///
  /// - Returns: how many sessions had ended.
  @discardableResult
  public func purge(at now: Instant) throws(AccountError) -> Int {
    let moment = now.milliseconds
    let (account, network) = (settings.accountThrottle, settings.networkThrottle)
    let forgotten = max(account.forgetAfter, network.forgetAfter)
    return try write { database in
      var ended = 0
      for row in try Row.fetchAll(database, sql: "SELECT * FROM session") {
        let session = try Self.session(row)
        let state = session.state(at: moment)
        if case .live = state { continue }
        try Self.endSessions(
          of: session.account, where: "token = ?", [session.tokenHash.bytes.blob], cause: Self.cause(of: state),
          at: now,
          in: database)
        ended += 1
      }
      try database.execute(
        sql: "DELETE FROM half WHERE begun <= ?", arguments: [moment.later(by: -HalfSignIn.lifetime)])
      try database.execute(
        sql: "UPDATE account SET invitation = NULL, invited = NULL WHERE invited <= ?",
        arguments: [moment.later(by: -Invitation.lifetime)])
      try database.execute(
        sql: "UPDATE account SET newSecret = NULL, newSecretAt = NULL WHERE newSecretAt <= ?",
        arguments: [moment.later(by: -Self.enrolmentLifetime)])
      try database.execute(
        sql: "DELETE FROM failure WHERE count = 0 OR last <= ?", arguments: [moment.later(by: -forgotten)])
      try database.execute(
        sql: "DELETE FROM familiar WHERE last <= ?", arguments: [moment.later(by: -Self.familiarFor)])
      try database.execute(sql: "DELETE FROM event WHERE at <= ?", arguments: [moment.later(by: -Self.eventsKept)])
      try database.execute(
        sql: "DELETE FROM event WHERE number <= (SELECT max(number) FROM event) - ?", arguments: [Self.mostEvents])
      return ended
    }
  }

  // MARK: Rows

  /// Stores a session that was just opened, within the transaction in which it was earned.
  static func store(_ session: Session, at now: Instant, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO session (token, account, appointment, created, lastSeen, idle, absolute, warning, secondFactorAt,
          network) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        session.tokenHash.bytes.blob, session.account.number, session.appointment.map { "\($0)" }, session.created,
        session.lastSeen, session.limits.idle, session.limits.absolute, session.limits.warning, session.secondFactorAt,
        session.networkHint,
      ])
    try endSessions(
      of: session.account,
      where: "number NOT IN (SELECT number FROM session WHERE account = ? ORDER BY lastSeen DESC, number DESC LIMIT ?)",
      [session.account.number, mostSessions], cause: "too many", at: now, in: database)
  }

  static func session(_ hash: SessionTokenHash, in database: Database) throws -> Session? {
    try Row.fetchOne(database, sql: "SELECT * FROM session WHERE token = ?", arguments: [hash.bytes.blob])
      .map { try session($0) }
  }

  private static func session(_ row: Row) throws -> Session {
    let (idle, absolute, warning): (Int64, Int64, Int64) =
      (try row.decode(forColumn: "idle"), try row.decode(forColumn: "absolute"), try row.decode(forColumn: "warning"))
    guard let hash = SessionTokenHash(bytes: Array(try row.decode(Data.self, forColumn: "token"))),
      0 <= warning, warning < idle, idle <= absolute
    else { throw StorageError.damaged(fileName, fault: "a session cannot be read") }
    return Session(
      tokenHash: hash, account: AccountID(try row.decode(forColumn: "account")),
      appointment: try row.decode(String?.self, forColumn: "appointment").flatMap { ObjectID($0) },
      created: try row.decode(forColumn: "created"), lastSeen: try row.decode(forColumn: "lastSeen"),
      limits: SessionLimits(idle: idle, absolute: absolute, warning: warning),
      secondFactorAt: try row.decode(forColumn: "secondFactorAt"), networkHint: try row.decode(forColumn: "network"))
  }

  /// The live session of a token from the database itself, for what must not rest on memory.
  static func live(_ hash: SessionTokenHash, at now: Instant, in database: Database) throws -> Session {
    guard let session = try session(hash, in: database) else { throw AccountError.noSession }
    do { return try session.touched(at: now.milliseconds) } catch { throw AccountError.sessionEnded(error.state) }
  }

  /// Replaces a session by one with other powers under a new token.
  func renew(
    _ token: SessionToken, at now: Instant,
    to powers: (Session, Database) throws -> (ObjectID?, SessionLimits, secondFactorAt: Int64?)
  ) throws(AccountError) -> (token: SessionToken, session: Session) {
    let hash = token.hash
    let renewed = try write { database in
      let old = try Self.live(hash, at: now, in: database)
      let (appointment, limits, secondFactorAt) = try powers(old, database)
      let renewed = try draw { (chance) throws(Session.Ended) in
        try old.renewed(
          appointment: appointment, limits: limits, secondFactorAt: secondFactorAt, at: now.milliseconds,
          using: &chance)
      }
      try database.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [hash.bytes.blob])
      try Self.store(renewed.session, at: now, in: database)
      return renewed
    }
    // Other sessions of the account may have ended with it.
    memory.forget { $0.account == renewed.session.account }
    return renewed
  }

  /// The same for callers that must not block their thread.
  func renewAside(
    _ token: SessionToken, at now: Instant,
    to powers: @escaping @Sendable (Session, Database) throws -> (ObjectID?, SessionLimits, secondFactorAt: Int64?)
  ) async throws(AccountError) -> (token: SessionToken, session: Session) {
    try await aside { () throws(AccountError) in try self.renew(token, at: now, to: powers) }
  }

  private func end(_ hash: SessionTokenHash, because state: Session.State, at now: Instant) throws(AccountError) {
    try write { database in
      guard let session = try Self.session(hash, in: database) else { return }
      try Self.endSessions(
        of: session.account, where: "token = ?", [hash.bytes.blob], cause: Self.cause(of: state), at: now, in: database)
    }
    memory.forget(hash)
  }

  private static func cause(of state: Session.State) -> String {
    switch state {
    case .idle: "not used"
    case .over: "lasted as long as any may"
    case .live: "live"
    }
  }

  /// Deletes sessions of an account and notes each.
  static func endSessions(
    of account: AccountID, where condition: String = "1", _ arguments: StatementArguments = [],
    except kept: SessionTokenHash? = nil, cause: String, at now: Instant, in database: Database
  ) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT number, token, network FROM session WHERE account = \(account.number) AND \(condition)",
      arguments: arguments)
    for row in rows {
      if let kept, Array(try row.decode(Data.self, forColumn: "token")) == kept.bytes { continue }
      try database.execute(
        sql: "DELETE FROM session WHERE number = ?", arguments: [try row.decode(Int.self, forColumn: "number")])
      try note(
        .sessionEnded, of: account, from: try row.decode(forColumn: "network"), cause, at: now, in: database)
    }
  }
}
