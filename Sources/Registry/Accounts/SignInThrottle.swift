import Crypto
import Foundation

/// The failed attempts to sign in that are remembered under one key.
public struct FailedSignIns: Hashable, Sendable {
  /// How many since the last right one, or since they were forgotten.
  public let count: Int
  /// When the last was, in milliseconds since 1970.
  public let last: Int64

  /// Nothing remembered.
  public static let none = FailedSignIns(count: 0, last: 0)

  /// Failures that were stored; a negative count means none.
  public init(count: Int, last: Int64) {
    self.count = max(0, count)
    self.last = last
  }

  /// One failure fewer: an attempt that was counted before it was known to be right.
  public var pardoned: FailedSignIns { FailedSignIns(count: count - 1, last: last) }
}

/// How long one must wait after failed attempts: nothing at first, then twice as long each time, up to a bound.
///
/// Nobody is ever locked out: the wait is bounded, and an attempt that comes too early is refused without being
/// counted. Each attempt counts under two keys: the account's, whether it exists or not, and the network's. Networks
/// from which the account has signed in before have a key of their own with it, so that a stranger's guesses do not
/// make its owner wait.
///
///     let throttle = SignInThrottle.account       // 5 free, then 1, 2, 4, … 60 seconds
///     throttle.opening(after: failures, at: now)  // when the next attempt may come
///
/// A value and no clock: the same failures and times give the same answer.
///
/// Source: OWASP ASVS 5.0.0, section 6.3.1; NIST SP 800-63B, section 3.2.2.
public struct SignInThrottle: Hashable, Sendable {
  /// Failures that cost no wait.
  public let freeFailures: Int
  /// The wait after the first failure that is not free, in milliseconds.
  public let firstWait: Int64
  /// The longest wait, in milliseconds.
  public let longestWait: Int64
  /// After how many quiet milliseconds all is forgotten.
  public let forgetAfter: Int64

  /// For an account: five failures are free, then 1 second doubling up to one minute; forgotten after a day.
  public static let account = SignInThrottle(
    freeFailures: 5, firstWait: 1_000, longestWait: 60_000, forgetAfter: 86_400_000)
  /// For a network, behind which a whole town hall may sit: thirty failures are free, then 1 second doubling up to a
  /// quarter of an hour; forgotten after six hours.
  public static let network = SignInThrottle(
    freeFailures: 30, firstWait: 1_000, longestWait: 900_000, forgetAfter: 21_600_000)

  /// A throttle; no failures or more are free, 0 < `firstWait` ≤ `longestWait` < `forgetAfter`.
  public init(freeFailures: Int, firstWait: Int64, longestWait: Int64, forgetAfter: Int64) {
    precondition(
      freeFailures >= 0 && 0 < firstWait && firstWait <= longestWait && longestWait < forgetAfter,
      "a throttle waits, for a bounded time, before it forgets")
    self.freeFailures = freeFailures
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.forgetAfter = forgetAfter
  }

  /// How many milliseconds to wait after `count` failures.
  public func wait(after count: Int) -> Int64 {
    guard count > freeFailures else { return 0 }
    // Beyond 62 doublings any first wait is past the longest.
    let doublings = min(count - freeFailures - 1, 62)
    let (wait, overflow) = firstWait.multipliedReportingOverflow(by: 1 << Int64(doublings))
    return overflow ? longestWait : min(wait, longestWait)
  }

  /// When the next attempt may come: not before `now`, and at most ``longestWait`` after it.
  public func opening(after failures: FailedSignIns, at now: Int64) -> Int64 {
    guard !isForgotten(failures, at: now) else { return now }
    let opening = failures.last.later(by: wait(after: failures.count))
    // A last failure further ahead than any wait comes from a clock that has been set back since.
    guard opening.subtractingReportingOverflow(now).overflow == false, opening - now <= longestWait else { return now }
    return max(now, opening)
  }

  /// The failures after one more at `now`.
  public func failed(_ failures: FailedSignIns, at now: Int64) -> FailedSignIns {
    let count = isForgotten(failures, at: now) ? 0 : failures.count
    return FailedSignIns(count: count == .max ? .max : count + 1, last: now)
  }

  /// Whether nothing depends on these failures any more, so that they can be deleted.
  public func isForgotten(_ failures: FailedSignIns, at now: Int64) -> Bool {
    failures.count == 0 || now >= failures.last.later(by: forgetAfter)
  }

  /// The key under which an account's failures are kept, the same whether it exists or not.
  ///
  /// It is a hash: people type passwords where the name belongs, and failures are kept in plain tables.
  ///
  /// - Parameters:
  ///   - login: what was typed as the account's name; case and blanks around it do not matter.
  ///   - familiar: the network the attempt comes from, if the account has signed in from there before.
  public static func key(login: String, familiar: NetworkHint? = nil) -> String {
    let name = login.precomposedStringWithCanonicalMapping.lowercased().trimmingCharacters(in: .whitespaces)
    let text = "interlocal sign-in\n\(familiar?.text ?? "")\n\(name)"
    return BinaryText.base64URL.text(of: Array(SHA256.hash(data: Array(text.utf8))))
  }
}
