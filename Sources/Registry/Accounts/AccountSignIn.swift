import GRDB

/// How an attempt to sign in ended.
public enum SignInAnswer: Sendable {
  /// Too early: not before that time. Nothing was computed or counted.
  case wait(until: Instant)
  /// Name or password is not right. The page says the same for every cause (``SignIn/Outcome``).
  case refused
  /// The password is right; a code is asked for within five minutes.
  case needsCode(HalfSignIn)
  case signedIn(SessionToken, Session)
}

extension AccountBook {
  /// For how long a network counts as one from which the owner comes, since the last time: ninety days.
  static let familiarFor: Int64 = 90 * 86_400_000
  /// How many such networks one account has.
  static let mostFamiliar = 20

  /// How many sign-ins of one account may wait for their codes.
  static let mostHalves = 20

  /// An attempt that has been counted as a failure, under the keys of its failures.
  struct Attempt: Sendable {
    let account: StoredAccount?
    let accountKey: String
    let networkKey: String
    let network: NetworkHint?
  }

  /// Whether a person may come in.
  ///
  /// The attempt is counted as a failure, on disk, before the password is looked at; names that are nobody's cost the
  /// same. The session has no appointment yet and the limits of sensitive roles until one is chosen
  /// (``choose(_:limits:in:at:)``).
  ///
  /// - Parameters:
  ///   - typed: the name that was typed.
  ///   - password: what was typed as password.
  ///   - network: from where, if that is known; unknown networks count as one.
  ///   - now: when, by the clock of whoever asks.
  /// - Throws: ``AccountError/gate(_:)`` when no password could be computed, ``AccountError/storage(_:)``.
  public func signIn(
    name typed: String, password: String, network: NetworkHint?, at now: Instant
  ) async throws(AccountError) -> SignInAnswer {
    // What cannot be anybody's password is no guess either.
    guard let password = try? Password(typed: password) else { return .refused }
    let signIn = try await doorkeeper()
    let name = try? SignInName(typed: typed)
    // What is no name counts under what was typed, but not under pages of it.
    let key = name?.text ?? String(decoding: typed.utf8.prefix(256), as: UTF8.self)
    let admission = try await writeAside { [self] database in
      let account = try name.flatMap { try StoredAccount(named: $0, in: database) }
      return try begin(account, login: key, network: network, at: now, in: database)
    }
    guard case .success(let attempt) = admission else { return .wait(until: admission.opening ?? now) }
    let credentials: SignIn.Credentials?
    do {
      credentials = try attempt.account.map { account in
        SignIn.Credentials(
          account: account.id, password: try account.passwordHash(at: place),
          hasSecondFactor: account.sealedSecret != nil, isClosed: account.closed != nil)
      }
    } catch { throw Self.accountError(error, at: place) }
    let outcome: SignIn.Outcome
    do {
      outcome = try await signIn.check(password, of: credentials) {
        (password, hash) async throws(PasswordGate.Refusal) -> Bool in try await self.matches(password, hash)
      }
    } catch {
      try await writeAside { try Self.pardon(attempt, in: $0) }
      throw .gate(error)
    }
    switch outcome {
    case .refused(let cause):
      try await writeAside { database in
        try Self.note(
          .refused, of: attempt.account?.id, from: network?.text, cause.rawValue, at: now, in: database)
      }
      return .refused
    case .right(_, let hashOutdated):
      // A hash that cannot be had now is made at the next sign-in.
      let rehashed = hashOutdated ? try? await hash(password) : nil
      return try await comeIn(attempt, rehashed: rehashed, at: now)
    }
  }

  /// The second half: the code of the authenticator, or a recovery code.
  ///
  /// - Returns: ``SignInAnswer/wait(until:)``, or ``SignInAnswer/signedIn(_:_:)``.
  /// - Throws: ``AccountError/code(_:)`` when the code is not right; the person may try again with the same `half`.
  ///   ``AccountError/halfSignInNotValid`` when the half has been used or is too old.
  public func finishSignIn(
    _ half: HalfSignIn, code: String, network: NetworkHint?, at now: Instant
  ) async throws(AccountError) -> SignInAnswer {
    let hash = half.hash
    let outcome: Result<SignInAnswer, AccountError> = try await writeAside { [self] database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT account, begun FROM half WHERE token = ?", arguments: [hash.blob]),
        now.isWithin(HalfSignIn.lifetime, of: Instant(milliseconds: try row.decode(forColumn: "begun")))
      else { throw AccountError.halfSignInNotValid }
      let account = try StoredAccount.open(AccountID(try row.decode(forColumn: "account")), in: database)
      let admission = try begin(account, login: account.name.text, network: network, at: now, in: database)
      guard case .success(let attempt) = admission else {
        return .success(.wait(until: admission.opening ?? now))
      }
      do {
        try useUp(code, of: account, network: network, at: now, in: database)
      } catch let error as AccountError {
        // Returned, not thrown: the count must stay.
        try Self.note(error, after: attempt, at: now, in: database)
        return .failure(error)
      }
      try database.execute(sql: "DELETE FROM half WHERE token = ?", arguments: [hash.blob])
      let (token, session) = try open(account, attempt, secondFactorAt: now.milliseconds, at: now, in: database)
      return .success(.signedIn(token, session))
    }
    let answer = try outcome.get()
    if case .signedIn(_, let session) = answer { memory.forget { $0.account == session.account } }
    return answer
  }

  /// After the right password: a session, or the question for a code.
  private func comeIn(
    _ attempt: Attempt, rehashed: PasswordHash?, at now: Instant
  ) async throws(AccountError) -> SignInAnswer {
    guard let checked = attempt.account else { return .refused }
    let answer: SignInAnswer = try await writeAside { [self] database in
      let account = try StoredAccount.there(checked.id, in: database)
      // While the password was computed it may have been changed, or the account closed.
      guard account.closed == nil, account.password == checked.password else {
        try Self.note(
          .refused, of: account.id, from: attempt.network?.text, "changed meanwhile", at: now, in: database)
        return .refused
      }
      if let rehashed {
        try database.execute(
          sql: "UPDATE account SET password = ? WHERE number = ?",
          arguments: [rehashed.encoded, account.id.number])
        try Self.note(.passwordRehashed, of: account.id, at: now, in: database)
      }
      guard account.sealedSecret == nil else {
        // The account's failures stay until the code is right: whoever knows the password may not guess codes for ever.
        try Self.pardon(attempt, in: database)
        let half = draw { HalfSignIn(using: &$0) }
        try database.execute(
          sql: "INSERT INTO half (token, account, begun) VALUES (?, ?, ?)",
          arguments: [half.hash.blob, account.id.number, now.milliseconds])
        try database.execute(
          sql: """
            DELETE FROM half WHERE account = ?1 AND token NOT IN
              (SELECT token FROM half WHERE account = ?1 ORDER BY begun DESC, token LIMIT ?2)
            """, arguments: [account.id.number, Self.mostHalves])
        try Self.note(.codeAsked, of: account.id, from: attempt.network?.text, at: now, in: database)
        return .needsCode(half)
      }
      let (token, session) = try open(account, attempt, secondFactorAt: nil, at: now, in: database)
      return .signedIn(token, session)
    }
    if case .signedIn(_, let session) = answer { memory.forget { $0.account == session.account } }
    return answer
  }

  /// Opens a session for who has shown everything: the account's failures are forgotten, the network's last is taken
  /// back, and the network is one from which the owner comes.
  private func open(
    _ account: StoredAccount, _ attempt: Attempt, secondFactorAt: Int64?, at now: Instant, in database: Database
  ) throws -> (SessionToken, Session) {
    try Self.forgive(attempt, in: database)
    if let network = attempt.network {
      try database.execute(
        sql: """
          INSERT INTO familiar (account, network, last) VALUES (?, ?, ?)
          ON CONFLICT (account, network) DO UPDATE SET last = excluded.last
          """, arguments: [account.id.number, network.text, now.milliseconds])
      try database.execute(
        sql: """
          DELETE FROM familiar WHERE account = ?1 AND network NOT IN
            (SELECT network FROM familiar WHERE account = ?1 ORDER BY last DESC, network LIMIT ?2)
          """, arguments: [account.id.number, Self.mostFamiliar])
    }
    let opened = draw {
      Session.opened(
        for: account.id, limits: .sensitive, secondFactorAt: secondFactorAt, networkHint: attempt.network?.text,
        at: now.milliseconds, using: &$0)
    }
    try Self.note(.signedIn, of: account.id, from: attempt.network?.text, at: now, in: database)
    try Self.store(opened.session, at: now, in: database)
    return (opened.token, opened.session)
  }

  // MARK: Counting

  /// That one must wait.
  struct Wait: Error { let until: Instant }

  /// Counts an attempt as a failure before anything is looked at, unless it comes too early.
  func begin(
    _ account: StoredAccount?, login: String, network: NetworkHint?, at now: Instant, in database: Database
  ) throws -> Result<Attempt, Wait> {
    var familiar: NetworkHint?
    if let account, let network {
      let last = try Int64.fetchOne(
        database, sql: "SELECT last FROM familiar WHERE account = ? AND network = ?",
        arguments: [account.id.number, network.text])
      if let last, now.milliseconds < last.later(by: Self.familiarFor) { familiar = network }
    }
    let accountKey = SignInThrottle.key(login: login, familiar: familiar)
    let networkKey = "network \(network?.text ?? "unknown")"
    let admission = SignIn.begin(
      account: (try Self.failures(accountKey, in: database), settings.accountThrottle),
      network: (try Self.failures(networkKey, in: database), settings.networkThrottle), at: now.milliseconds)
    switch admission {
    case .wait(let until):
      // Told once after each failure that counted, so that knocking does not fill the disk.
      try database.execute(
        sql: "UPDATE failure SET told = 1 WHERE key IN (?, ?) AND told = 0", arguments: [accountKey, networkKey])
      if database.changesCount > 0 {
        try Self.note(.throttled, of: account?.id, from: network?.text, at: now, in: database)
      }
      return .failure(Wait(until: Instant(milliseconds: until)))
    case .admitted(let accountFailures, let networkFailures):
      for (key, failures) in [(accountKey, accountFailures), (networkKey, networkFailures)] {
        try Self.store(failures, under: key, in: database)
      }
      return .success(
        Attempt(account: account, accountKey: accountKey, networkKey: networkKey, network: network))
    }
  }

  private static func failures(_ key: String, in database: Database) throws -> FailedSignIns {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT count, last FROM failure WHERE key = ?", arguments: [key])
    else { return .none }
    return FailedSignIns(count: try row.decode(forColumn: "count"), last: try row.decode(forColumn: "last"))
  }

  private static func store(_ failures: FailedSignIns, under key: String, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO failure (key, count, last, told) VALUES (?, ?, ?, 0)
        ON CONFLICT (key) DO UPDATE SET count = excluded.count, last = excluded.last, told = 0
        """, arguments: [key, failures.count, failures.last])
  }

  /// Takes back what was counted of an attempt that turned out not to be a failure, or was never decided.
  static func pardon(_ attempt: Attempt, in database: Database) throws {
    for key in [attempt.accountKey, attempt.networkKey] { try pardon(key, in: database) }
  }

  /// Forgets the account's failures, and takes the network's last back: the owner was there.
  static func forgive(_ attempt: Attempt, in database: Database) throws {
    try database.execute(sql: "DELETE FROM failure WHERE key = ?", arguments: [attempt.accountKey])
    try pardon(attempt.networkKey, in: database)
  }

  /// Notes a code that was refused; what was no guess is not held against the account.
  static func note(
    _ error: AccountError, after attempt: Attempt, at now: Instant, in database: Database
  ) throws {
    guard case .code(let refusal) = error else { return try pardon(attempt, in: database) }
    let cause =
      switch refusal {
      case .oneTime(.malformed), .recovery(.malformed): "malformed"
      case .oneTime(.wrong): "wrong code"
      case .oneTime(.used): "used code"
      case .recovery(.wrong): "wrong recovery code"
      }
    try note(.codeRefused, of: attempt.account?.id, from: attempt.network?.text, cause, at: now, in: database)
  }

  private static func pardon(_ key: String, in database: Database) throws {
    try store(try failures(key, in: database).pardoned, under: key, in: database)
  }
}

extension Result where Success == AccountBook.Attempt, Failure == AccountBook.Wait {
  /// When the next attempt may come, if this one came too early.
  var opening: Instant? {
    guard case .failure(let wait) = self else { return nil }
    return wait.until
  }

  /// The attempt that was admitted.
  func admitted() throws(AccountError) -> AccountBook.Attempt {
    switch self {
    case .success(let attempt): return attempt
    case .failure(let wait): throw .wait(until: wait.until)
    }
  }
}
