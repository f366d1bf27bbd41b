/// What an account shows besides its password: codes of an authenticator, and recovery codes for when that is lost.
///
///     account.secondFactor = try account.secondFactor.accept(typed, at: now)  // store what comes back
///
/// Every role that can sign, vote, certify or administer has one (``SessionLimits/sensitive``). Codes have few
/// digits, so wrong ones count in the ``SignInThrottle`` like wrong passwords.
///
/// Source: OWASP ASVS 5.0.0, sections 6.3 and 6.5.
public struct SecondFactor: Secret, Sendable {
  /// Why what was typed is not accepted.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    case oneTime(OneTimeCode.Refusal)
    case recovery(RecoveryCodes.Refusal)

    public var description: String {
      switch self {
      case .oneTime(let refusal): refusal.description
      case .recovery(let refusal): refusal.description
      }
    }
  }

  /// What the authenticator knows; to be stored encrypted or in a file of the server's own.
  public let secret: OneTimeSecret
  /// The last period of which a code was accepted.
  public let lastStep: Int64
  /// What is left of the recovery codes.
  public let recoveryCodes: RecoveryCodes

  /// A second factor that was stored.
  public init(secret: OneTimeSecret, lastStep: Int64, recoveryCodes: RecoveryCodes) {
    self.secret = secret
    self.lastStep = lastStep
    self.recoveryCodes = recoveryCodes
  }

  /// A new second factor, once the person has `typed` a code of it: an authenticator that was set up wrongly locks
  /// nobody out.
  public init(
    secret: OneTimeSecret, recoveryCodes: RecoveryCodes, confirmedBy typed: String, at now: Int64
  ) throws(OneTimeCode.Refusal) {
    let step = try OneTimeCode.authenticator.accept(typed, of: secret, at: now, after: nil)
    self.init(secret: secret, lastStep: step, recoveryCodes: recoveryCodes)
  }

  /// The second factor after what was `typed` at `now` has been used up: a code of the authenticator or a recovery
  /// code, told apart by their length.
  public func accept(_ typed: String, at now: Int64) throws(Refusal) -> SecondFactor {
    if RecoveryCodes.isLikely(typed) {
      do {
        return SecondFactor(secret: secret, lastStep: lastStep, recoveryCodes: try recoveryCodes.using(typed))
      } catch {
        throw .recovery(error)
      }
    }
    do {
      let step = try OneTimeCode.authenticator.accept(typed, of: secret, at: now, after: lastStep)
      return SecondFactor(secret: secret, lastStep: step, recoveryCodes: recoveryCodes)
    } catch {
      throw .oneTime(error)
    }
  }
}
