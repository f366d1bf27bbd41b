import Foundation

/// The name with which a person signs in, in the one form in which it is kept.
///
///     try SignInName(typed: "Ａnna.Berg").text   // "anna.berg"
///
/// Names that differ only in case, width or the way an accent was typed are one name. It is a name for the door, not
/// the person's: 3 to 64 letters and digits of any script, and `.` `-` `_` `+` `@` after the first.
///
/// Source: Unicode Standard Annex 15, normal form KC; RFC 8265 (2017), section 3.3, for the idea of case-mapped names.
public struct SignInName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Why a text is no name.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    case length(characters: Int)
    /// The first sign that a name may not hold.
    case sign(String)

    public var description: String {
      switch self {
      case .length(let characters):
        "a sign-in name has \(SignInName.least) to \(SignInName.most) characters, not \(characters); choose another one"
      case .sign(let sign):
        "a sign-in name begins with a letter or digit and holds letters, digits and . - _ + @, not '\(sign)'; "
          + "leave it out"
      }
    }
  }

  /// How many characters a name has, counted as Unicode code points.
  public static let least = 3
  public static let most = 64

  /// The name as it is kept and shown.
  public let text: String

  public var description: String { text }

  /// - Throws: ``Fault``.
  public init(typed: String) throws(Fault) {
    // Beyond this nothing is normalised: no 64 characters are made of as many bytes.
    guard typed.utf8.count <= 4_096 else { throw .length(characters: typed.unicodeScalars.count) }
    let folded = Self.folded(typed.trimmingCharacters(in: .whitespaces))
    let scalars = folded.unicodeScalars
    guard (Self.least...Self.most).contains(scalars.count) else { throw .length(characters: scalars.count) }
    for (place, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      let isLetter =
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        // Vowel signs and the like belong to the letter before.
        case .nonspacingMark, .spacingMark: place > 0
        default: false
        }
      guard isLetter || (place > 0 && ".-_+@".unicodeScalars.contains(scalar)) else {
        throw .sign(String(scalar))
      }
    }
    text = folded
  }

  /// A name as it was stored.
  init(stored text: String) { self.text = text }

  public static func < (one: SignInName, other: SignInName) -> Bool { one.text < other.text }

  /// Without width and case: brought to capitals first, so that ß and ss are one, as RFC 8265's folding has it.
  private static func folded(_ text: String) -> String {
    var folded = text
    // Some signs decompose into capitals, so that one round is not always the last; two are.
    for _ in 0..<2 {
      folded = folded.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
    }
    return folded.precomposedStringWithCompatibilityMapping
  }
}
