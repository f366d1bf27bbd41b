import Crypto

/// 256 random bits that recognise their bearer for one purpose; only a hash of them is kept.
public protocol BearerToken: Secret, Sendable {
  init(bytes: [UInt8])
  var bytes: [UInt8] { get }
  /// Stands before the bits when they are hashed, so that a token of one purpose is none of another.
  static var purpose: String { get }
}

extension BearerToken {
  /// A new token: 256 bits of `chance`, which outside tests is the system's generator.
  public init(using chance: inout some RandomNumberGenerator) { self.init(bytes: chance.bytes(32)) }

  /// The token that ``text`` wrote; one text, one token. `nil` for anything else.
  public init?(text: String) {
    guard text.utf8.count == 43, let bytes = try? BinaryText.base64URL.bytes(of: text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The token in 43 letters, digits, `-` and `_`, safe in addresses and cookies.
  public var text: String { BinaryText.base64URL.text(of: bytes) }

  /// What is kept.
  var hash: [UInt8] { Array(SHA256.hash(data: Array(Self.purpose.utf8) + bytes)) }
}

/// With what a person sets the first password of an account, or a new one when the old is lost: once, within
/// ``lifetime``.
public struct Invitation: BearerToken {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }
  public static let purpose = "interlocal invitation\n"
  /// Seven days, in milliseconds.
  public static let lifetime: Int64 = 7 * 86_400_000
}

/// What stands between the right password and the code that is still asked for.
public struct HalfSignIn: BearerToken {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }
  public static let purpose = "interlocal half sign-in\n"
  /// Five minutes, in milliseconds.
  public static let lifetime: Int64 = 5 * 60_000
}

/// What the browser of somebody who has not signed in holds, so that forms can be bound to it: a cookie that says
/// nothing and is stored nowhere.
public struct VisitorToken: BearerToken {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }
  public static let purpose = "interlocal visitor\n"
}
