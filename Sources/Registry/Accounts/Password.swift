import Foundation

/// What a person typed as a password, in the one form in which it is hashed.
///
/// The same letters can be entered in different ways: é as one sign or as e and an accent, depending on the keyboard.
/// A password is therefore brought to Unicode's normal form C; nothing else about it is changed, no blank cut off, no
/// case altered. Whether it is good enough is a question for ``PasswordRule``, asked when it is chosen.
///
/// Source: Unicode Standard Annex 15; NIST SP 800-63B, section 3.1.1.2, for counting code points.
public struct Password: Secret, Sendable {
  /// Why something typed cannot be anybody's password.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case empty
    case tooLong(most: Int)

    public var description: String {
      switch self {
      case .empty: "the password is empty; type it"
      case .tooLong(let most): "the password is longer than \(most) characters; type a shorter one"
      }
    }
  }

  /// The most characters, counted as Unicode code points in normal form C.
  public static let mostCharacters = 128
  /// Beyond these nothing is normalised: no 128 characters decompose into as many bytes.
  static let mostBytesTyped = 4_096

  /// The normal form, in UTF-8.
  let bytes: [UInt8]
  /// How many characters there are, counted as Unicode code points.
  public let characters: Int

  /// - Throws: ``Fault`` when nothing was typed, or more than anybody's password can be.
  public init(typed: String) throws(Fault) {
    guard !typed.isEmpty else { throw .empty }
    guard typed.utf8.count <= Self.mostBytesTyped else { throw .tooLong(most: Self.mostCharacters) }
    let normal = typed.precomposedStringWithCanonicalMapping
    let characters = normal.unicodeScalars.count
    guard characters <= Self.mostCharacters else { throw .tooLong(most: Self.mostCharacters) }
    self.characters = characters
    bytes = Array(normal.utf8)
  }

  /// Bytes that nobody can type, for a decoy.
  init(random bytes: [UInt8]) {
    self.bytes = bytes
    characters = bytes.count
  }
}
