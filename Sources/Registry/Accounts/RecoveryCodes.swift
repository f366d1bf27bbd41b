import Crypto

/// A code on paper that stands in for a lost authenticator, once.
public struct RecoveryCode: Secret, Sendable {
  let bytes: [UInt8]

  /// The code as it is printed: six groups of four letters and digits, `abcd-efgh-…`.
  public var text: String {
    let letters = Array(BinaryText.base32.text(of: bytes, padded: false).lowercased())
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
  }

  /// What is kept of it. 120 bits cannot be guessed, so that a plain hash is enough (ASVS 5.0, 6.5.2).
  var hash: [UInt8] { Array(SHA256.hash(data: Array("interlocal recovery code\n".utf8) + bytes)) }
}

/// The recovery codes an account has left; only their hashes are kept.
///
///     let (printed, kept) = RecoveryCodes.issue(using: &chance)
///     printed.map(\.text)                     // shown once, ten of them
///     let left = try kept.using(typed)        // nine left: store them
///
/// Source: OWASP ASVS 5.0.0, section 6.5.
public struct RecoveryCodes: Secret, Sendable {
  /// Why a code is not accepted.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    /// It does not look like a recovery code.
    case malformed
    /// It is none of those that are left.
    case wrong

    public var description: String {
      switch self {
      case .malformed: "a recovery code has \(RecoveryCodes.letters) letters and digits; type them all"
      case .wrong: "this recovery code is not right or has been used; use another one of the list"
      }
    }
  }

  /// How many codes are issued together.
  public static let issued = 10
  static let letters = 24
  private static let byteCount = 15

  /// The hashes of the codes that are left, each 32 bytes.
  public let hashes: [[UInt8]]

  /// The codes whose hashes were stored; at most ``issued``, each of 32 bytes, `nil` otherwise.
  public init?(hashes: [[UInt8]]) {
    guard hashes.count <= Self.issued, hashes.allSatisfy({ $0.count == SHA256.byteCount }) else { return nil }
    self.hashes = hashes
  }

  private init(left hashes: [[UInt8]]) { self.hashes = hashes }

  /// No codes left.
  static let none = RecoveryCodes(left: [])

  /// How many codes are left.
  public var left: Int { hashes.count }

  /// Ten new codes, and what is kept of them. All earlier codes are void once these replace what is kept.
  public static func issue(
    using chance: inout some RandomNumberGenerator
  ) -> (printed: [RecoveryCode], kept: RecoveryCodes) {
    let codes = (0..<issued).map { _ in RecoveryCode(bytes: chance.bytes(byteCount)) }
    return (codes, RecoveryCodes(left: codes.map(\.hash)))
  }

  /// Whether what was typed has the length of a recovery code.
  static func isLikely(_ typed: String) -> Bool {
    typed.utf8.count { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") } == letters
  }

  /// What is left when the code that was `typed` has been used. Case, blanks and hyphens do not matter.
  ///
  /// All codes are compared, in constant time, whichever is the right one.
  public func using(_ typed: String) throws(Refusal) -> RecoveryCodes {
    guard typed.utf8.count <= 4 * Self.letters else { throw .malformed }
    let written = String(typed.unicodeScalars.filter { $0 != " " && $0 != "-" })
    guard written.utf8.count == Self.letters, let bytes = try? BinaryText.base32.bytes(of: written) else {
      throw .malformed
    }
    let hash = RecoveryCode(bytes: bytes).hash
    let same = hashes.map { sameInConstantTime($0, hash) }
    guard same.contains(true) else { throw .wrong }
    return RecoveryCodes(left: zip(hashes, same).compactMap { $1 ? nil : $0 })
  }
}
