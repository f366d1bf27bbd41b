import GRDB

extension AccountBook {
  /// Sets the password of an account with the invitation that its owner was given. The invitation is used up; the
  /// person then signs in.
  ///
  /// - Parameters:
  ///   - typed: the new password.
  ///   - contextWords: names of the person and the organisation, which count for nothing in it.
  ///   - now: when, by the clock of whoever asks.
  ///   - invitation: the token that the person was given.
  /// - Throws: ``AccountError/invitationNotValid``; ``AccountError/password(_:)`` when it may not be chosen, and the
  ///   invitation stays good.
  @discardableResult
  public func activate(
    _ invitation: Invitation, password typed: String, contextWords: [String] = [], at now: Instant
  ) async throws(AccountError) -> AccountID {
    let invited = try await writeAside { try StoredAccount(invitedBy: invitation, at: now, in: $0) }
    guard let invited else { throw .invitationNotValid }
    let hash = try await hash(try chosen(typed, by: invited, contextWords: contextWords))
    try await writeAside { database in
      // While the password was computed the invitation may have been used by another request.
      guard let account = try StoredAccount(invitedBy: invitation, at: now, in: database), account.id == invited.id
      else { throw AccountError.invitationNotValid }
      try database.execute(
        sql: "UPDATE account SET password = ?, invitation = NULL, invited = NULL WHERE number = ?",
        arguments: [hash.encoded, account.id.number])
      try Self.note(.activated, of: account.id, at: now, in: database)
    }
    return invited.id
  }

  /// Whose an invitation is, to greet its owner; `nil` when it is not valid. Uses nothing up.
  public func account(invitedBy invitation: Invitation, at now: Instant) throws(AccountError) -> Account? {
    try read { database in
      try StoredAccount(invitedBy: invitation, at: now, in: database).map { try Self.account($0.id, in: database) }
    }
  }

  /// Changes the password of a session's account. The session gets a new token, and all others of the account end.
  ///
  /// - Throws: ``AccountError/wrongPassword`` when `old` is not the password, ``AccountError/wait(until:)`` after too
  ///   many of these, ``AccountError/password(_:)`` when `new` may not be chosen.
  public func changePassword(
    from old: String, to new: String, contextWords: [String] = [], in token: SessionToken, at now: Instant
  ) async throws(AccountError) -> (token: SessionToken, session: Session) {
    let (_, account) = try await proven(old, in: token, at: now)
    let hash = try await hash(try chosen(new, by: account, contextWords: contextWords))
    return try await renewAside(token, at: now) { session, database in
      let present = try StoredAccount.open(account.id, in: database)
      guard present.password == account.password else { throw AccountError.wrongPassword }
      try database.execute(
        sql: "UPDATE account SET password = ? WHERE number = ?", arguments: [hash.encoded, account.id.number])
      try database.execute(sql: "DELETE FROM half WHERE account = ?", arguments: [account.id.number])
      try Self.note(.passwordChanged, of: account.id, from: session.networkHint, at: now, in: database)
      try Self.endSessions(
        of: account.id, except: token.hash, cause: "password changed", at: now, in: database)
      return (session.appointment, session.limits, session.secondFactorAt)
    }
  }

  /// Ends another session of a session's account by its number in the list, or all others, once the password was typed
  /// again: who finds a browser open must not be able to throw its owner out elsewhere (OWASP ASVS 5.0, 7.5.2).
  ///
  /// - Parameters:
  ///   - number: which session; nothing for all others.
  ///   - password: as it was typed.
  ///   - token: of the session that goes on.
  ///   - now: when, by the clock of whoever asks.
  /// - Throws: ``AccountError/wrongPassword``, ``AccountError/wait(until:)`` after too many of these.
  public func endSessions(
    _ number: Int?, password: String, in token: SessionToken, at now: Instant
  ) async throws(AccountError) {
    let (session, _) = try await proven(password, in: token, at: now)
    if let number {
      try endSession(number, of: session.account, at: now)
    } else {
      try endSessions(of: session.account, except: token.hash, at: now)
    }
  }

  private func chosen(
    _ typed: String, by account: StoredAccount, contextWords: [String]
  ) throws(AccountError) -> Password {
    do {
      return try rule(name: account.name, contextWords: contextWords).accept(typed)
    } catch { throw .password(error) }
  }

  /// The account of a session, whose password was typed again: counted and slowed like a sign-in.
  func proven(
    _ typed: String, in token: SessionToken, at now: Instant
  ) async throws(AccountError) -> (session: Session, account: StoredAccount) {
    let hash = token.hash
    let (session, begun) = try await writeAside { [self] database in
      let session = try Self.live(hash, at: now, in: database)
      let account = try StoredAccount.open(session.account, in: database)
      return (
        session,
        try begin(
          account, login: account.name.text, network: session.networkHint.map { NetworkHint(stored: $0) }, at: now,
          in: database)
      )
    }
    let attempt = try begun.admitted()
    guard let account = attempt.account else { throw .noSession }
    var isRight = false
    do {
      if let password = try? Password(typed: typed), let stored = try account.passwordHash(at: place) {
        isRight = try await matches(password, stored)
      }
    } catch {
      try await writeAside { try Self.pardon(attempt, in: $0) }
      if let refusal = error as? PasswordGate.Refusal { throw .gate(refusal) }
      throw Self.accountError(error, at: place)
    }
    guard isRight else {
      try await writeAside { database in
        try Self.note(.passwordRefused, of: account.id, from: session.networkHint, at: now, in: database)
      }
      throw .wrongPassword
    }
    try await writeAside { try Self.pardon(attempt, in: $0) }
    return (session, account)
  }
}
