import GRDB

/// What an administrator does. Who may is the caller's question: ask it before.
extension AccountBook {
  /// Creates an account without a password.
  ///
  /// - Parameters:
  ///   - name: with which the person will sign in.
  ///   - appointments: of the record, each held by no other account.
  ///   - language: a tag such as `en` or `zh`.
  ///   - now: when, by the clock of whoever asks.
  /// - Returns: the account, and the invitation with which the person sets a password.
  public func create(
    name: String, appointments: [ObjectID], language: String, at now: Instant
  ) throws(AccountError) -> (account: Account, invitation: Invitation) {
    let name = try Self.name(name)
    try Self.check(language: language)
    let invitation = draw { Invitation(using: &$0) }
    let account = try write { database in
      guard try StoredAccount(named: name, in: database) == nil else { throw AccountError.nameTaken(name) }
      try database.execute(
        sql: "INSERT INTO account (name, language, created, invitation, invited) VALUES (?, ?, ?, ?, ?)",
        arguments: [name.text, language, now.milliseconds, invitation.hash.blob, now.milliseconds])
      let id = AccountID(Int(database.lastInsertedRowID))
      try Self.note(.created, of: id, at: now, in: database)
      for appointment in appointments { try Self.add(appointment, to: id, at: now, in: database) }
      return try Self.account(id, in: database)
    }
    return (account, invitation)
  }

  /// Lets an account act under one more appointment. One that it holds already changes nothing.
  public func add(_ appointment: ObjectID, to id: AccountID, at now: Instant) throws(AccountError) {
    try write { database in
      try StoredAccount.open(id, in: database)
      try Self.add(appointment, to: id, at: now, in: database)
    }
  }

  private static func add(
    _ appointment: ObjectID, to id: AccountID, at now: Instant, in database: Database
  ) throws {
    guard appointment.kind == .appointment else { throw AccountError.notAnAppointment(appointment) }
    if let holder = try Int.fetchOne(
      database, sql: "SELECT account FROM holding WHERE appointment = ?", arguments: ["\(appointment)"])
    {
      guard holder != id.number else { return }
      throw AccountError.appointmentHeld(appointment, by: try account(AccountID(holder), in: database).name)
    }
    let held = try Int.fetchOne(database, sql: "SELECT count(*) FROM holding WHERE account = ?", arguments: [id.number])
    guard held ?? 0 < Account.mostAppointments else {
      throw AccountError.tooManyAppointments(most: Account.mostAppointments)
    }
    try database.execute(
      sql: "INSERT INTO holding (appointment, account) VALUES (?, ?)", arguments: ["\(appointment)", id.number])
    try note(.appointmentAdded, of: id, "\(appointment)", at: now, in: database)
  }

  /// Takes an appointment from an account, and ends the sessions that use it. One that it does not hold changes
  /// nothing.
  public func remove(_ appointment: ObjectID, from id: AccountID, at now: Instant) throws(AccountError) {
    try write { database in
      try StoredAccount.open(id, in: database)
      try database.execute(
        sql: "DELETE FROM holding WHERE appointment = ? AND account = ?", arguments: ["\(appointment)", id.number])
      guard database.changesCount > 0 else { return }
      try Self.note(.appointmentRemoved, of: id, "\(appointment)", at: now, in: database)
      try Self.endSessions(
        of: id, where: "appointment = ?", ["\(appointment)"], cause: "appointment removed", at: now, in: database)
    }
    memory.forget { $0.account == id && $0.appointment == appointment }
  }

  /// Closes an account for ever: its sessions end, its credentials are deleted, its appointments may be held by
  /// another one. The name stays taken, so that old events are nobody else's.
  public func close(_ id: AccountID, at now: Instant) throws(AccountError) {
    try write { database in
      try StoredAccount.open(id, in: database)
      try database.execute(
        sql: """
          UPDATE account SET closed = ?, password = NULL, invitation = NULL, invited = NULL, secret = NULL,
            lastStep = NULL, codes = NULL, newSecret = NULL, newSecretAt = NULL WHERE number = ?
          """, arguments: [now.milliseconds, id.number])
      for table in ["holding", "half", "familiar"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [id.number])
      }
      try Self.note(.closed, of: id, at: now, in: database)
      try Self.endSessions(of: id, cause: "account closed", at: now, in: database)
    }
    memory.forget { $0.account == id }
  }

  /// Sets the language of an account's pages.
  public func setLanguage(_ language: String, of id: AccountID) throws(AccountError) {
    try Self.check(language: language)
    try write { database in
      try StoredAccount.open(id, in: database)
      try database.execute(
        sql: "UPDATE account SET language = ? WHERE number = ?", arguments: [language, id.number])
    }
  }

  /// Invites a person to set a new password. The old one and every earlier invitation are void, and all sessions end.
  ///
  /// - Parameter withoutSecondFactor: whether the authenticator and the recovery codes are removed too, for a person
  ///   who has lost both.
  /// - Parameter now: when, by the clock of whoever asks.
  /// - Parameter id: whose account.
  public func invite(
    _ id: AccountID, withoutSecondFactor: Bool = false, at now: Instant
  ) throws(AccountError) -> Invitation {
    let invitation = draw { Invitation(using: &$0) }
    try write { database in
      let account = try StoredAccount.open(id, in: database)
      try database.execute(
        sql: """
          UPDATE account SET password = NULL, invitation = ?, invited = ?, newSecret = NULL, newSecretAt = NULL
          WHERE number = ?
          """, arguments: [invitation.hash.blob, now.milliseconds, id.number])
      try Self.note(.invited, of: id, at: now, in: database)
      if withoutSecondFactor, account.sealedSecret != nil {
        try Self.removeFactor(of: id, at: now, in: database)
        try Self.note(.secondFactorRemoved, of: id, "by an administrator", at: now, in: database)
      }
      try database.execute(sql: "DELETE FROM half WHERE account = ?", arguments: [id.number])
      try Self.endSessions(of: id, cause: "invited anew", at: now, in: database)
    }
    memory.forget { $0.account == id }
    return invitation
  }

  // MARK: Looking

  /// All accounts, in the order of their numbers.
  public func accounts() throws(AccountError) -> [Account] {
    try read { database in
      try StoredAccount.all(in: database).map { try Self.account($0, in: database) }
    }
  }

  /// One account, open or closed.
  public func account(_ id: AccountID) throws(AccountError) -> Account {
    try read { try Self.account(id, in: $0) }
  }

  /// The account of a name, however it is typed; `nil` when there is none.
  public func account(named typed: String) throws(AccountError) -> Account? {
    guard let name = try? SignInName(typed: typed) else { return nil }
    return try read { database in
      try StoredAccount(named: name, in: database).map { try Self.account($0, in: database) }
    }
  }

  /// The account that holds an appointment; `nil` when none does.
  public func account(holding appointment: ObjectID) throws(AccountError) -> Account? {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT account FROM holding WHERE appointment = ?", arguments: ["\(appointment)"]
      ).map { try Self.account(AccountID($0), in: database) }
    }
  }

  static func account(_ id: AccountID, in database: Database) throws -> Account {
    try account(try StoredAccount.there(id, in: database), in: database)
  }

  private static func account(_ stored: StoredAccount, in database: Database) throws -> Account {
    let appointments = try String.fetchAll(
      database, sql: "SELECT appointment FROM holding WHERE account = ?", arguments: [stored.id.number])
    return Account(
      id: stored.id, name: stored.name, language: stored.language,
      appointments: appointments.compactMap { ObjectID($0) }.sorted(), created: stored.created, closed: stored.closed,
      hasPassword: stored.password != nil, hasSecondFactor: stored.sealedSecret != nil,
      recoveryCodesLeft: stored.codes.count, invitedUntil: stored.invited?.later(by: Invitation.lifetime))
  }

  private static func name(_ typed: String) throws(AccountError) -> SignInName {
    do { return try SignInName(typed: typed) } catch { throw .name(error) }
  }

  private static func check(language: String) throws(AccountError) {
    let isTag =
      (2...35).contains(language.utf8.count)
      && language.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == 45 }
    guard isTag else { throw .language(language) }
  }
}
