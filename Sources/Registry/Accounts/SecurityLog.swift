import GRDB

/// Something that happened at the door, for those who look after the installation.
public struct SecurityEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    case created, appointmentAdded, appointmentRemoved, closed
    case invited, activated
    case signedIn, codeAsked, refused, throttled, codeRefused, recoveryCodeUsed
    case passwordRefused, passwordChanged, passwordRehashed
    case secondFactorShown, secondFactorAdded, secondFactorRemoved, recoveryCodesRenewed
    case appointmentChosen, sessionEnded
  }

  /// In the order in which they happened, from 1.
  public let number: Int
  public let at: Instant
  /// Whose account; `nil` when the name that was typed is nobody's.
  public let account: AccountID?
  /// From where, roughly (``NetworkHint``).
  public let network: String?
  public let kind: Kind
  /// A cause or a number, never anything that was typed.
  public let detail: String?
}

extension AccountBook {
  /// How long events are kept, in milliseconds: 400 days.
  public static let eventsKept: Int64 = 400 * 86_400_000

  /// How many events are kept at most.
  public static let mostEvents = 1_000_000

  /// The latest events, latest first.
  ///
  /// Attempts that come too early leave one event after each failure that counted, so that nobody can fill the disk by
  /// knocking.
  ///
  /// - Parameters:
  ///   - limit: at most so many, and never more than 1,000.
  ///   - account: only those of one account.
  ///   - before: only those with a lower number, to page through them.
  public func events(
    limit: Int, of account: AccountID? = nil, before: Int = .max
  ) throws(AccountError) -> [SecurityEvent] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, at, account, network, kind, detail FROM event
          WHERE number < ? AND (? IS NULL OR account = ?) ORDER BY number DESC LIMIT ?
          """,
        arguments: [before, account?.number, account?.number, min(max(0, limit), 1_000)]
      ).map { row in
        guard let kind = SecurityEvent.Kind(rawValue: try row.decode(forColumn: "kind")) else {
          throw StorageError.damaged(place, fault: "an event is of no known kind")
        }
        return SecurityEvent(
          number: try row.decode(forColumn: "number"), at: Instant(milliseconds: try row.decode(forColumn: "at")),
          account: try row.decode(Int?.self, forColumn: "account").map { AccountID($0) },
          network: try row.decode(forColumn: "network"), kind: kind, detail: try row.decode(forColumn: "detail"))
      }
    }
  }

  static func note(
    _ kind: SecurityEvent.Kind, of account: AccountID?, from network: String? = nil, _ detail: String? = nil,
    at now: Instant, in database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO event (at, account, network, kind, detail) VALUES (?, ?, ?, ?, ?)",
      arguments: [now.milliseconds, account?.number, network, kind.rawValue, detail])
  }
}
