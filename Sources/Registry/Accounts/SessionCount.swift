import GRDB

/// What can be asked about sessions without using them.
extension AccountBook {
  /// How many sessions are live.
  public func liveSessions(at now: Instant) throws(AccountError) -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM session WHERE ?1 - lastSeen < idle AND ?1 - created < absolute",
        arguments: [now.milliseconds]) ?? 0
    }
  }

  /// Whether a session that was found before is still live; this is no use of it, and does not prolong it.
  ///
  /// - Complexity: one reading of the database.
  public func isLive(_ session: Session, at now: Instant) throws(AccountError) -> Bool {
    let stored = try read { try Self.session(session.tokenHash, in: $0) }
    guard let stored, case .live = stored.state(at: now.milliseconds) else { return false }
    return true
  }
}
