import Crypto

/// Six digits that an authenticator shows and that change every thirty seconds.
///
///     let step = try OneTimeCode.authenticator.accept("287082", of: secret, at: now, after: account.lastStep)
///     account.lastStep = step   // store it: that code, and every earlier one, is used up
///
/// The step before and the step after are accepted too, because clocks differ.
///
/// Source: M'Raihi et al. (2011), RFC 6238; M'Raihi et al. (2005), RFC 4226. SHA-1 is what authenticators compute;
/// its known weakness, collisions, is of no use against HMAC.
public struct OneTimeCode: Sendable {
  /// Why a code is not accepted. Tell a person only that the code is not right; the reasons are for the log.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    case malformed(digits: Int)
    case wrong
    case used

    public var description: String {
      switch self {
      case .malformed(let digits): "a code has \(digits) digits; type those that the authenticator shows"
      case .wrong: "the code is not right; check the clock of the device and type the code that it shows now"
      case .used: "the code has been used; wait for the next one"
      }
    }
  }

  /// What authenticators show: six digits, thirty seconds, one step either way.
  public static let authenticator = OneTimeCode(digits: 6)

  /// How many digits a code has.
  public let digits: Int
  /// How long a code is shown.
  public let periodSeconds: Int64
  /// How many steps early or late a code may come.
  public let window: Int64

  /// A kind of code; `digits` 6 to 8, a period of at least one second, a window of 0 to 10 steps.
  public init(digits: Int, periodSeconds: Int64 = 30, window: Int64 = 1) {
    precondition((6...8).contains(digits), "a code has 6 to 8 digits")
    precondition((1...3_600).contains(periodSeconds) && (0...10).contains(window), "a code is short-lived")
    self.digits = digits
    self.periodSeconds = periodSeconds
    self.window = window
  }

  /// The number of the period that `time`, in milliseconds since 1970, lies in; 0 before 1970.
  public func step(at time: Int64) -> Int64 { max(0, time) / 1_000 / periodSeconds }

  /// The code of `secret` in period `step`, which is not negative.
  public func code(of secret: OneTimeSecret, step: Int64) -> String {
    precondition(step >= 0, "periods are counted from 0, in 1970")
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let digest = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret.bytes)))
    let offset = Int(digest[digest.count - 1] & 0xF)
    let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number % (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 })
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// The period whose code was `typed`, which the caller stores so that no code is accepted twice.
  ///
  /// Every period of the window is computed and compared in constant time, whichever is the right one. Blanks between
  /// the digits are let pass, for authenticators show them.
  ///
  /// - Parameters:
  ///   - typed: what the person typed.
  ///   - secret: what the account and its authenticator share.
  ///   - time: milliseconds since 1970.
  ///   - lastStep: the last period accepted, `nil` when there was none.
  public func accept(
    _ typed: String, of secret: OneTimeSecret, at time: Int64, after lastStep: Int64?
  ) throws(Refusal) -> Int64 {
    guard typed.utf8.count <= 4 * digits else { throw .malformed(digits: digits) }
    let given = typed.utf8.filter { $0 != UInt8(ascii: " ") }
    guard given.count == digits, given.allSatisfy({ (48...57).contains($0) }) else { throw .malformed(digits: digits) }
    let now = step(at: time)
    var accepted: Int64?
    var used = false
    for step in max(0, now - window)...(now + window) {
      let same = sameInConstantTime(Array(code(of: secret, step: step).utf8), given)
      if same, let lastStep, step <= lastStep { used = true }
      // The latest of two periods with one code, so that neither can be used again.
      if same, lastStep.map({ step > $0 }) ?? true { accepted = step }
    }
    guard let accepted else { throw used ? .used : .wrong }
    return accepted
  }
}
