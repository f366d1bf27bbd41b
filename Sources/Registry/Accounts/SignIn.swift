/// Whether someone may come in, decided so that neither the answer nor the work behind it tells whether an account
/// exists.
///
///     switch signIn.begin(account: failures, network: networkFailures, at: now) {
///     case .wait(let until): …                       // say until when; nothing was computed
///     case .admitted(let account, let network):      // store both failures before the next line
///       let outcome = try await signIn.check(password, of: credentials) {
///         (password, hash) async throws(PasswordGate.Refusal) -> Bool in try await gate.matches(password, hash)
///       }
///     }
///
/// Every attempt is counted as a failure before it is computed, so that a thousand attempts sent at once are not all
/// the first; the right one clears the account's failures and takes back the network's last
/// (``FailedSignIns/pardoned``).
///
/// An unknown, a closed and a not yet activated account cost one hash at the decoy's parameters, as a wrong password
/// does. After the parameters have been raised, an account whose hash is still the older answers sooner until its
/// next sign-in.
///
/// Source: OWASP ASVS 5.0.0, sections 6.3.1 and 6.3.8.
public struct SignIn: Sendable {
  /// What is stored of an account that matters at the door.
  public struct Credentials: Sendable {
    public let account: AccountID
    /// `nil` before the person has chosen a password.
    public let password: PasswordHash?
    /// Whether a code is asked for besides.
    public let hasSecondFactor: Bool
    /// Whether the account was closed; all its sessions end with it.
    public let isClosed: Bool

    /// An account's credentials as stored.
    public init(account: AccountID, password: PasswordHash?, hasSecondFactor: Bool, isClosed: Bool) {
      self.account = account
      self.password = password
      self.hasSecondFactor = hasSecondFactor
      self.isClosed = isClosed
    }
  }

  /// Whether an attempt may be made now.
  public enum Admission: Hashable, Sendable {
    /// Not before `until`, in milliseconds since 1970; nothing is counted.
    case wait(until: Int64)
    /// Now; the failures to be stored before the password is looked at.
    case admitted(account: FailedSignIns, network: FailedSignIns)
  }

  /// Why an attempt was refused: for the log that few may read, never for the page.
  public enum Cause: String, Hashable, Sendable {
    case unknownAccount, wrongPassword, closed, notActivated
  }

  /// How an attempt ended.
  public enum Outcome: Hashable, Sendable, CustomStringConvertible {
    /// The page says ``description``, the same for every cause.
    case refused(Cause)
    /// The password is right. With `secondFactorAsked` no session is opened before a code has been accepted; with
    /// `hashOutdated` the password is hashed anew while it is known.
    case right(secondFactorAsked: Bool, hashOutdated: Bool)

    public var description: String {
      switch self {
      case .refused: "name or password is not right; try again, or ask your office for a new password"
      case .right(secondFactorAsked: true, hashOutdated: _): "type the code that your authenticator shows"
      case .right(secondFactorAsked: false, hashOutdated: _): "signed in"
      }
    }
  }

  /// What is computed for accounts that do not exist: the hash of a password that nobody knows.
  public let decoy: PasswordHash
  public let accountThrottle: SignInThrottle
  public let networkThrottle: SignInThrottle

  /// A procedure whose decoy has the parameters of the accounts, `cost`.
  ///
  /// - Throws: ``PasswordHash/Fault/outOfMemory(bytes:)``.
  /// - Complexity: one hash, at start-up.
  public init(
    cost: PasswordHash.Cost = .standard, accountThrottle: SignInThrottle = .account,
    networkThrottle: SignInThrottle = .network, using chance: inout some RandomNumberGenerator
  ) throws(PasswordHash.Fault) {
    let nobodys = Password(random: chance.bytes(32))
    self.init(
      decoy: try PasswordHash(of: nobodys, salt: .init(using: &chance), cost: cost), accountThrottle: accountThrottle,
      networkThrottle: networkThrottle)
  }

  init(decoy: PasswordHash, accountThrottle: SignInThrottle, networkThrottle: SignInThrottle) {
    self.decoy = decoy
    self.accountThrottle = accountThrottle
    self.networkThrottle = networkThrottle
  }

  /// Whether an attempt may be made at `now`, after the failures kept under the account's and the network's key.
  public func begin(account: FailedSignIns, network: FailedSignIns, at now: Int64) -> Admission {
    Self.begin(account: (account, accountThrottle), network: (network, networkThrottle), at: now)
  }

  static func begin(
    account: (failures: FailedSignIns, throttle: SignInThrottle),
    network: (failures: FailedSignIns, throttle: SignInThrottle), at now: Int64
  ) -> Admission {
    let opening = max(
      account.throttle.opening(after: account.failures, at: now),
      network.throttle.opening(after: network.failures, at: now))
    guard opening <= now else { return .wait(until: opening) }
    return .admitted(
      account: account.throttle.failed(account.failures, at: now),
      network: network.throttle.failed(network.failures, at: now))
  }

  /// Whether `password` is that of `credentials`, and may come in.
  ///
  /// `matching` is called exactly once, whatever the answer.
  ///
  /// - Parameters:
  ///   - password: what was typed.
  ///   - credentials: those stored under the name that was typed, `nil` when there are none.
  ///   - matching: whether a hash is a password's, through the gate.
  /// - Throws: what `matching` throws; nothing is decided then, and the failure that was counted may be pardoned.
  public func check(
    _ password: Password, of credentials: Credentials?,
    matching: (Password, PasswordHash) async throws(PasswordGate.Refusal) -> Bool
  ) async throws(PasswordGate.Refusal) -> Outcome {
    let stored = credentials?.password
    let same = try await matching(password, stored ?? decoy)
    guard let credentials else { return .refused(.unknownAccount) }
    guard let stored else { return .refused(credentials.isClosed ? .closed : .notActivated) }
    guard !credentials.isClosed else { return .refused(.closed) }
    guard same else { return .refused(.wrongPassword) }
    return .right(
      secondFactorAsked: credentials.hasSecondFactor, hashOutdated: stored.isOutdated(for: decoy.cost))
  }
}
