/// How long a session lasts: without being used, and at all.
public struct SessionLimits: Hashable, Sendable {
  /// Milliseconds after which an unused session ends.
  public let idle: Int64
  /// Milliseconds after which every session ends, used or not.
  public let absolute: Int64
  /// Milliseconds before either end at which the person is told.
  public let warning: Int64

  /// For roles that read nothing beyond what their region may know (levels P0 to P2): eight hours idle, twelve in all.
  public static let ordinary = SessionLimits(idle: 8 * 3_600_000, absolute: 12 * 3_600_000, warning: 5 * 60_000)
  /// For roles that read one party's or a named person's secrets (P3, P4), sign, vote, certify or administer: half an
  /// hour idle, twelve hours in all.
  public static let sensitive = SessionLimits(idle: 30 * 60_000, absolute: 12 * 3_600_000, warning: 5 * 60_000)

  /// Limits; 0 ≤ `warning` < `idle` ≤ `absolute`.
  public init(idle: Int64, absolute: Int64, warning: Int64) {
    precondition(
      0 <= warning && warning < idle && idle <= absolute, "a session warns before it is idle, and idles before it ends")
    self.idle = idle
    self.absolute = absolute
    self.warning = warning
  }

  /// The limits for a role.
  public static func limits(isSensitive: Bool) -> SessionLimits { isSensitive ? .sensitive : .ordinary }
}

/// Someone signed in: who, in which office, since when, and until when if nothing happens.
///
///     var (token, session) = Session.opened(for: account, limits: .ordinary, at: now, using: &chance)
///     switch session.state(at: later) {
///     case .live(let until): session = try session.touched(at: later)
///     case .idle, .over: …  // sign in again
///     }
///
/// Who gains powers gets a new token: the office, the limits and the second factor of a session never change but with
/// its token. All times are milliseconds since 1970. A clock that is set back never makes a session last longer than
/// its limits count from the latest time it was used.
///
/// Source: OWASP ASVS 5.0.0, chapter 7.
public struct Session: Hashable, Sendable {
  /// Where a session stands at a time.
  public enum State: Hashable, Sendable {
    /// It may be used, and ends at `until` if it is not.
    case live(until: Int64)
    /// It was not used for too long and ended at that time.
    case idle(since: Int64)
    /// It lasted as long as any session may and ended at that time.
    case over(since: Int64)
  }

  /// A session that has ended; sign in again.
  public struct Ended: Error, Equatable, CustomStringConvertible {
    /// ``Session/State/idle(since:)`` or ``Session/State/over(since:)``.
    public let state: State

    public var description: String {
      switch state {
      case .idle: "the session ended because it was not used; sign in again"
      case .over: "the session has lasted as long as any may; sign in again"
      case .live: "the session is live"
      }
    }
  }

  /// What the session is found by.
  public let tokenHash: SessionTokenHash
  /// Whose it is.
  public let account: AccountID
  /// The appointment in use, of those that the person has; `nil` for a person without office.
  public let appointment: ObjectID?
  /// When the person signed in; a new token does not change it.
  public let created: Int64
  /// When it was last used.
  public private(set) var lastSeen: Int64
  public let limits: SessionLimits
  /// When a second factor was shown, if it was.
  public let secondFactorAt: Int64?
  /// From where the person signed in, roughly, so that they recognise the session in a list.
  public let networkHint: String?

  /// A session that was stored; ``opened(for:appointment:limits:secondFactorAt:networkHint:at:using:)`` makes new ones.
  public init(
    tokenHash: SessionTokenHash, account: AccountID, appointment: ObjectID?, created: Int64, lastSeen: Int64,
    limits: SessionLimits, secondFactorAt: Int64?, networkHint: String?
  ) {
    self.tokenHash = tokenHash
    self.account = account
    self.appointment = appointment
    self.created = created
    self.lastSeen = max(created, lastSeen)
    self.limits = limits
    self.secondFactorAt = secondFactorAt
    self.networkHint = networkHint
  }

  /// A session for someone who has just signed in, and the token that is told to nobody else.
  public static func opened(
    for account: AccountID, appointment: ObjectID? = nil, limits: SessionLimits, secondFactorAt: Int64? = nil,
    networkHint: String? = nil, at now: Int64, using chance: inout some RandomNumberGenerator
  ) -> (token: SessionToken, session: Session) {
    let token = SessionToken(using: &chance)
    let session = Session(
      tokenHash: token.hash, account: account, appointment: appointment, created: now, lastSeen: now, limits: limits,
      secondFactorAt: secondFactorAt, networkHint: networkHint)
    return (token, session)
  }

  /// The same person's session with other powers, under a new token; the old token must be deleted with the old
  /// session. The absolute limit counts from the sign-in as before.
  ///
  /// - Throws: ``Ended`` when the session is no longer live.
  public func renewed(
    appointment: ObjectID?, limits: SessionLimits, secondFactorAt: Int64?, at now: Int64,
    using chance: inout some RandomNumberGenerator
  ) throws(Ended) -> (token: SessionToken, session: Session) {
    let seen = try touched(at: now)
    let token = SessionToken(using: &chance)
    let session = Session(
      tokenHash: token.hash, account: account, appointment: appointment, created: created, lastSeen: seen.lastSeen,
      limits: limits, secondFactorAt: secondFactorAt, networkHint: networkHint)
    return (token, session)
  }

  /// Where the session stands at `now`.
  public func state(at now: Int64) -> State {
    let idleEnd = lastSeen.later(by: limits.idle)
    let absoluteEnd = created.later(by: limits.absolute)
    if now < min(idleEnd, absoluteEnd) { return .live(until: min(idleEnd, absoluteEnd)) }
    return idleEnd < absoluteEnd ? .idle(since: idleEnd) : .over(since: absoluteEnd)
  }

  /// The session used at `now`.
  ///
  /// - Throws: ``Ended`` when it is no longer live: a session that has ended never comes back.
  public func touched(at now: Int64) throws(Ended) -> Session {
    let state = state(at: now)
    guard case .live = state else { throw Ended(state: state) }
    var touched = self
    touched.lastSeen = max(lastSeen, now)
    return touched
  }

  /// When the person is warned, if the session is not used before: ``SessionLimits/warning`` before it ends.
  public var warningTime: Int64 {
    min(lastSeen.later(by: limits.idle), created.later(by: limits.absolute)).later(by: -limits.warning)
  }

  /// Whether a second factor was shown at most `milliseconds` before `now`, as signing, voting and certifying ask.
  public func hasSecondFactor(within milliseconds: Int64, of now: Int64) -> Bool {
    guard let secondFactorAt else { return false }
    return now < secondFactorAt.later(by: milliseconds)
  }
}

extension Int64 {
  /// This time and `milliseconds` more, or the last time there is.
  func later(by milliseconds: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(milliseconds)
    return overflow ? (milliseconds > 0 ? .max : .min) : sum
  }
}
