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

  /// The text that a form of a session carries, so that no other site can send it in the person's name.
  ///
  /// - Parameter form: which form, such as `table/accept`: the text of one form is no good in another.
  /// - Parameter session: the session that holds the form.
  public func formToken(for session: SessionTokenHash, form: String) -> String {
    text(of: message("interlocal form\n", session.bytes, form))
  }

  /// Whether `text` came with that form of a session; compared in constant time.
  public func accepts(formToken text: String, for session: SessionTokenHash, form: String) -> Bool {
    accepts(text, message("interlocal form\n", session.bytes, form))
  }

  /// The text that a form carries for somebody who has not signed in, such as the form to sign in.
  public func formToken(for visitor: VisitorToken, form: String) -> String {
    text(of: message("interlocal form of a visitor\n", visitor.hash, form))
  }

  /// Whether `text` came with that form of a visitor; compared in constant time.
  public func accepts(formToken text: String, for visitor: VisitorToken, form: String) -> Bool {
    accepts(text, message("interlocal form of a visitor\n", visitor.hash, form))
  }

  /// The purpose stands in front, so that no other use of the key can make a form token; a hash has 32 bytes, so that
  /// the name of the form begins at one place only.
  private func message(_ purpose: String, _ hash: [UInt8], _ form: String) -> [UInt8] {
    Array(purpose.utf8) + hash + Array(form.utf8)
  }

  private func text(of message: [UInt8]) -> String {
    BinaryText.base64URL.text(
      of: Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: bytes))))
  }

  private func accepts(_ text: String, _ message: [UInt8]) -> Bool {
    guard text.utf8.count == 43, let code = try? BinaryText.base64URL.bytes(of: text) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: message, using: SymmetricKey(data: bytes))
  }
}
