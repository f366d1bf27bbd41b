/// What an authenticator and the registry share, from which both compute one-time codes.
///
/// Unlike a password it must be kept as it is. It is shown once, when the authenticator is set up.
public struct OneTimeSecret: Secret, Sendable {
  /// Why something is no secret, or cannot be brought to an authenticator.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case text(BinaryText.Fault)
    /// Fewer than 128 bits, the least that RFC 4226 allows, or more than 512.
    case length(bytes: Int)
    /// A name that is empty or holds a colon, which parts the two names in the address.
    case name(String)

    public var description: String {
      switch self {
      case .text(let fault): "the secret of an authenticator cannot be read: \(fault)"
      case .length(let bytes): "the secret of an authenticator has \(bytes) bytes; give 16 to 64"
      case .name(let name): "'\(name)' cannot name an account in an authenticator; give a name without colon"
      }
    }
  }

  let bytes: [UInt8]

  /// A new secret: 160 bits of `chance`, as RFC 4226 recommends. Outside tests that is the system's generator.
  public init(using chance: inout some RandomNumberGenerator) { bytes = chance.bytes(20) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The secret that ``base32`` wrote, padded or not.
  public init(base32 text: String) throws(Fault) {
    let bytes: [UInt8]
    do {
      bytes = try BinaryText.base32.bytes(of: text)
    } catch {
      throw .text(error)
    }
    guard (16...64).contains(bytes.count) else { throw .length(bytes: bytes.count) }
    self.bytes = bytes
  }

  /// The secret as people type it into an authenticator that cannot read a picture: 32 letters and digits.
  public var base32: String { BinaryText.base32.text(of: bytes, padded: false) }

  /// The address that a picture (QR code) brings to an authenticator.
  ///
  ///     otpauth://totp/Lund:anna%40lund.se?secret=…&issuer=Lund&algorithm=SHA1&digits=6&period=30
  ///
  /// - Throws: ``Fault/name(_:)`` when a name is empty or holds a colon.
  /// - Complexity: linear in the names.
  ///
  /// Source: the key URI format that authenticators agree on (Google Authenticator, wiki page "Key Uri Format").
  public func provisioningAddress(
    issuer: String, account: String, code: OneTimeCode = .authenticator
  ) throws(Fault) -> String {
    for name in [issuer, account] where name.isEmpty || name.utf8.contains(UInt8(ascii: ":")) { throw .name(name) }
    let (issuer, account) = (percentEncoded(issuer), percentEncoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(base32)&issuer=\(issuer)&algorithm=SHA1"
      + "&digits=\(code.digits)&period=\(code.periodSeconds)"
  }
}

/// `text` with every byte but RFC 3986's unreserved letters written as % and two digits.
private func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF")
  var encoded = ""
  for byte in text.utf8 {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: encoded.unicodeScalars.append(Unicode.Scalar(byte))
    default: encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return encoded
}
