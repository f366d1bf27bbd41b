import GRDB

/// What is shown once when an authenticator is set up.
public struct NewAuthenticator: Secret, Sendable {
  public let secret: OneTimeSecret
  /// The address that a picture brings to the authenticator.
  public let address: String
}

extension AccountBook {
  /// How long an authenticator may wait for its first code: a quarter of an hour.
  static let enrolmentLifetime: Int64 = 15 * 60_000

  /// Begins to set up an authenticator. Nothing is asked of it before a code of it has come
  /// (``confirmSecondFactor(_:in:at:)``); beginning again shows another secret.
  ///
  /// - Parameters:
  ///   - password: typed again, so that a session that was left open locks nobody out.
  ///   - issuer: the name of the installation, as the authenticator shows it; a colon in it becomes a blank.
  ///   - token: the session it is done in.
  ///   - now: when, by the clock of whoever asks.
  /// - Returns: what is shown this once.
  public func beginSecondFactor(
    in token: SessionToken, password: String, issuer: String, at now: Instant
  ) async throws(AccountError) -> NewAuthenticator {
    let (session, account) = try await proven(password, in: token, at: now)
    guard account.sealedSecret == nil else { throw .secondFactorThere }
    let secret = draw { OneTimeSecret(using: &$0) }
    let name = issuer.isEmpty ? "Interlocal" : issuer.replacing(":", with: " ")
    let address: String
    do {
      address = try secret.provisioningAddress(issuer: name, account: account.name.text)
    } catch { preconditionFailure("neither name holds a colon or is empty") }
    let sealed = seal.sealed(secret, of: account.id)
    try await writeAside { database in
      guard try StoredAccount.open(account.id, in: database).sealedSecret == nil else {
        throw AccountError.secondFactorThere
      }
      try database.execute(
        sql: "UPDATE account SET newSecret = ?, newSecretAt = ? WHERE number = ?",
        arguments: [sealed.blob, now.milliseconds, account.id.number])
      try Self.note(.secondFactorShown, of: account.id, from: session.networkHint, at: now, in: database)
    }
    return NewAuthenticator(secret: secret, address: address)
  }

  /// Sets up the authenticator that was begun, once a code of it was typed. The session gets a new token, and all
  /// others of the account end.
  ///
  /// - Returns: the new token and session, and ten recovery codes that are shown this once.
  public func confirmSecondFactor(
    _ code: String, in token: SessionToken, at now: Instant
  ) throws(AccountError) -> (token: SessionToken, session: Session, recoveryCodes: [RecoveryCode]) {
    let (printed, kept) = draw { RecoveryCodes.issue(using: &$0) }
    let renewed = try counted(in: token, secondFactorAt: now.milliseconds, at: now) { account, network, database in
      guard account.sealedSecret == nil else { throw AccountError.secondFactorThere }
      guard let sealed = account.newSealedSecret, let begun = account.newSecretAt,
        now.isWithin(Self.enrolmentLifetime, of: Instant(milliseconds: begun))
      else { throw AccountError.nothingToConfirm }
      let secret = try seal.opened(sealed, of: account.id)
      let factor: SecondFactor
      do {
        factor = try SecondFactor(secret: secret, recoveryCodes: kept, confirmedBy: code, at: now.milliseconds)
      } catch let refusal as OneTimeCode.Refusal { throw AccountError.code(.oneTime(refusal)) }
      try store(factor, of: account.id, in: database)
      try Self.note(.secondFactorAdded, of: account.id, from: network?.text, at: now, in: database)
      try Self.endSessions(
        of: account.id, except: token.hash, cause: "second factor added", at: now, in: database)
    }
    return (renewed.token, renewed.session, printed)
  }

  /// Shows the second factor within a session, as signing, voting and certifying ask. The session gets a new token.
  ///
  /// - Throws: ``AccountError/code(_:)`` when the code is not right, ``AccountError/wait(until:)`` after too many.
  public func showSecondFactor(
    _ code: String, in token: SessionToken, at now: Instant
  ) throws(AccountError) -> (token: SessionToken, session: Session) {
    try counted(in: token, secondFactorAt: now.milliseconds, at: now) { account, network, database in
      try useUp(code, of: account, network: network, at: now, in: database)
    }
  }

  /// Ten new recovery codes; the earlier ones are void. Needs a code, which counts as shown.
  public func renewRecoveryCodes(
    code: String, in token: SessionToken, at now: Instant
  ) throws(AccountError) -> (token: SessionToken, session: Session, recoveryCodes: [RecoveryCode]) {
    let (printed, kept) = draw { RecoveryCodes.issue(using: &$0) }
    let renewed = try counted(in: token, secondFactorAt: now.milliseconds, at: now) { account, network, database in
      try useUp(code, of: account, network: network, at: now, in: database)
      try database.execute(
        sql: "UPDATE account SET codes = ? WHERE number = ?",
        arguments: [Array(kept.hashes.joined()).blob, account.id.number])
      try Self.note(.recoveryCodesRenewed, of: account.id, from: network?.text, at: now, in: database)
    }
    return (renewed.token, renewed.session, printed)
  }

  /// Removes authenticator and recovery codes; needs the password and a code. The session gets a new token, in which
  /// no second factor was shown, and all others of the account end.
  public func removeSecondFactor(
    code: String, password: String, in token: SessionToken, at now: Instant
  ) async throws(AccountError) -> (token: SessionToken, session: Session) {
    _ = try await proven(password, in: token, at: now)
    return try await aside { [self] () throws(AccountError) in
      try counted(in: token, secondFactorAt: nil, at: now) { account, network, database in
        try useUp(code, of: account, network: network, at: now, in: database)
        try Self.removeFactor(of: account.id, at: now, in: database)
        try Self.note(.secondFactorRemoved, of: account.id, from: network?.text, at: now, in: database)
        try Self.endSessions(
          of: account.id, except: token.hash, cause: "second factor removed", at: now, in: database)
      }
    }
  }

  // MARK: Within a transaction

  /// Renews a session by what is tried with a code: counted as a failure first, on disk, and forgiven when it was right.
  private func counted(
    in token: SessionToken, secondFactorAt: Int64?, at now: Instant,
    _ body: (StoredAccount, NetworkHint?, Database) throws -> Void
  ) throws(AccountError) -> (token: SessionToken, session: Session) {
    let hash = token.hash
    let attempt = try write { database in
      let session = try Self.live(hash, at: now, in: database)
      let account = try StoredAccount.open(session.account, in: database)
      return try begin(
        account, login: account.name.text, network: session.networkHint.map { NetworkHint(stored: $0) }, at: now,
        in: database)
    }.admitted()
    do {
      return try renew(token, at: now) { session, database in
        try body(try StoredAccount.open(session.account, in: database), attempt.network, database)
        try Self.forgive(attempt, in: database)
        return (session.appointment, session.limits, secondFactorAt)
      }
    } catch {
      try write { try Self.note(error, after: attempt, at: now, in: $0) }
      throw error
    }
  }

  /// Accepts a code once: what comes of it is stored in the transaction that it opens the way for.
  func useUp(
    _ code: String, of account: StoredAccount, network: NetworkHint?, at now: Instant, in database: Database
  ) throws {
    guard let sealed = account.sealedSecret else { throw AccountError.noSecondFactor }
    let codes = try account.recoveryCodes(at: place)
    let isRecovery = RecoveryCodes.isLikely(code)
    // Recovery codes are good without the key of the secrets.
    let secret = isRecovery ? nil : try seal.opened(sealed, of: account.id)
    if let secret {
      let factor = SecondFactor(secret: secret, lastStep: account.lastStep, recoveryCodes: codes)
      do { try store(try factor.accept(code, at: now.milliseconds), of: account.id, in: database) } catch let refusal
        as SecondFactor.Refusal
      { throw AccountError.code(refusal) }
    } else {
      let left: RecoveryCodes
      do { left = try codes.using(code) } catch { throw AccountError.code(.recovery(error)) }
      try database.execute(
        sql: "UPDATE account SET codes = ? WHERE number = ?",
        arguments: [Array(left.hashes.joined()).blob, account.id.number])
      try Self.note(
        .recoveryCodeUsed, of: account.id, from: network?.text, "\(left.left) left", at: now, in: database)
    }
  }

  func store(_ factor: SecondFactor, of account: AccountID, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE account SET secret = ?, lastStep = ?, codes = ?, newSecret = NULL, newSecretAt = NULL WHERE number = ?
        """,
      arguments: [
        seal.sealed(factor.secret, of: account).blob, factor.lastStep,
        Array(factor.recoveryCodes.hashes.joined()).blob, account.number,
      ])
  }

  static func removeFactor(of account: AccountID, at now: Instant, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE account SET secret = NULL, lastStep = NULL, codes = NULL, newSecret = NULL, newSecretAt = NULL
        WHERE number = ?
        """, arguments: [account.number])
  }
}
