import Crypto

/// What a browser shows to be recognised: 256 random bits, known to nobody else. The registry keeps only its
/// ``hash``, so that whoever reads the database cannot pass for anyone.
///
/// Source: OWASP ASVS 5.0.0, sections 7.2.3 and 7.2.4.
public struct SessionToken: Secret, Sendable {
  /// The text is not that of a token. Nothing of it is repeated here.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case unreadable

    public var description: String { "this is not a session; sign in again" }
  }

  private let bytes: [UInt8]

  /// A new token: 256 bits of `chance`, which outside tests is the system's generator.
  public init(using chance: inout some RandomNumberGenerator) { bytes = chance.bytes(32) }

  /// The token that ``text`` wrote; one text, one token.
  public init(text: String) throws(Fault) {
    guard text.utf8.count == 43, let bytes = try? BinaryText.base64URL.bytes(of: text) else { throw .unreadable }
    self.bytes = bytes
  }

  /// The token as a cookie holds it: 43 letters, digits, `-` and `_`.
  public var text: String { BinaryText.base64URL.text(of: bytes) }

  /// What is stored, and by what a session is found.
  public var hash: SessionTokenHash { SessionTokenHash(sha256: Array(SHA256.hash(data: bytes))) }
}

/// The SHA-256 of a session token: the key under which a session is stored.
///
/// It is found by equality, not compared in constant time: of a hash of 256 random bits, timing tells nothing that
/// helps to guess them.
public struct SessionTokenHash: Secret, Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  init(sha256: [UInt8]) { bytes = sha256 }

  /// The hash that was stored; `nil` unless it has 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }
}
