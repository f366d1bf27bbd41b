import Crypto

/// The key of one installation, from which it makes what only it can make.
///
/// Kept in a file that only the server reads (mode 0600), never in the database. A new key voids the forms that are
/// open in browsers, and nothing else.
public struct InstanceKey: Secret, Sendable {
  /// 32 bytes; what the key file holds.
  public let bytes: [UInt8]

  /// A new key: 256 bits of `chance`, which outside tests is the system's generator.
  public init(using chance: inout some RandomNumberGenerator) { bytes = chance.bytes(32) }

  /// The key that was stored; `nil` unless it has 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The text that a form of `session` carries, so that no other site can send it in the person's name.
  public func formToken(for session: SessionTokenHash) -> String {
    BinaryText.base64URL.text(
      of: Array(HMAC<SHA256>.authenticationCode(for: message(session), using: SymmetricKey(data: bytes))))
  }

  /// Whether `text` came with a form of `session`; compared in constant time.
  public func accepts(formToken text: String, for session: SessionTokenHash) -> Bool {
    guard text.utf8.count == 43, let code = try? BinaryText.base64URL.bytes(of: text) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: message(session), using: SymmetricKey(data: bytes))
  }

  /// The purpose stands before the session, so that no other use of the key can make a form token.
  private func message(_ session: SessionTokenHash) -> [UInt8] { Array("interlocal form\n".utf8) + session.bytes }
}
