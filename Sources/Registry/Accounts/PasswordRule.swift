import Foundation

/// Which passwords may be chosen: long enough, not among those that are guessed first, and not made of what everybody
/// knows about the account. Nothing is asked of their composition, and nothing expires by date.
///
///     let rule = PasswordRule(contextWords: ["Lund", "anna.berg@lund.se"])
///     try rule.accept("Lund-2026")              // refused: what is left without "Lund" is too short
///     try rule.accept("seven herons in the rain")
///
/// Source: OWASP ASVS 5.0.0, section 6.2; NIST SP 800-63B, section 3.1.1.2.
public struct PasswordRule: Sendable {
  /// Why a password may not be chosen. Nothing of the password is repeated in it.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    case tooShort(characters: Int, least: Int)
    case tooLong(most: Int)
    case common
    /// Without the context words too little is left, or something common.
    case context(left: Int, least: Int)
    /// It was found in a theft.
    case breached

    public var description: String {
      switch self {
      case .tooShort(let characters, let least):
        "the password has \(characters) characters; choose one of at least \(least)"
      case .tooLong(let most):
        "the password is longer than \(most) characters; choose a shorter one"
      case .common:
        "the password is among those that are guessed first; choose several words that do not belong together"
      case .context(let left, let least):
        "without the names of the place, the organisation and the account \(left) characters are left; "
          + "choose at least \(least) others, not a common password"
      case .breached:
        "the password is known from a theft elsewhere; choose another one, and change it wherever else you use it"
      }
    }
  }

  /// The fewest characters that any rule lets pass.
  public static let leastCharacters = 8
  /// The fewest characters, counted as Unicode code points in normal form C.
  public let leastCharacters: Int
  /// What counts for nothing, as small letters; longest first, so that a name is taken out before its parts.
  private let contextWords: [[Unicode.Scalar]]
  private let breached: BreachedPasswords?

  /// A rule.
  ///
  /// - Parameters:
  ///   - leastCharacters: 8 to 128; 15 is what NIST recommends where the password is the only factor.
  ///   - contextWords: names of the region, the organisation, the person, the address. Each counts whole and in its
  ///     parts between blanks and signs; parts of fewer than three characters (two in scripts beyond ASCII) are left
  ///     alone.
  ///   - breached: passwords known from thefts, if the installation has such a file.
  public init(
    leastCharacters: Int = Self.leastCharacters, contextWords: [String] = [],
    breached: BreachedPasswords? = nil
  ) {
    precondition(
      (Self.leastCharacters...Password.mostCharacters).contains(leastCharacters),
      "a rule asks for 8 to 128 characters, not \(leastCharacters)")
    self.leastCharacters = leastCharacters
    self.breached = breached
    var words: Set<String> = []
    for whole in contextWords {
      let small = whole.precomposedStringWithCanonicalMapping.lowercased()
      for part in [small[...]] + small.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        let least = part.unicodeScalars.allSatisfy(\.isASCII) ? 3 : 2
        if part.unicodeScalars.count >= least { words.insert(String(part)) }
      }
    }
    self.contextWords = words.map { Array($0.unicodeScalars) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// The password that was `typed`, if the rule lets it pass.
  ///
  /// - Throws: ``Refusal``, the first that applies in the order of its cases.
  public func accept(_ typed: String) throws(Refusal) -> Password {
    let password: Password
    do {
      password = try Password(typed: typed)
    } catch {
      switch error {
      case .empty: throw .tooShort(characters: 0, least: leastCharacters)
      case .tooLong(let most): throw .tooLong(most: most)
      }
    }
    guard password.characters >= leastCharacters else {
      throw .tooShort(characters: password.characters, least: leastCharacters)
    }
    let normal = String(decoding: password.bytes, as: UTF8.self)
    guard !CommonPasswords.contains(normal) else { throw .common }
    let small = Array(normal.lowercased().unicodeScalars)
    let left = withoutContext(small)
    if left.count < small.count {
      let rest = left.reduce(into: "") { $0.unicodeScalars.append($1) }
      guard left.count >= leastCharacters, !CommonPasswords.contains(rest) else {
        throw .context(left: left.count, least: leastCharacters)
      }
    }
    if let breached, breached.contains(password) { throw .breached }
    return password
  }

  /// `text` without the context words, found from left to right.
  private func withoutContext(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var left: [Unicode.Scalar] = []
    var rest = text[...]
    while let first = rest.first {
      if let word = contextWords.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else {
        left.append(first)
        rest = rest.dropFirst()
      }
    }
    return left
  }
}
