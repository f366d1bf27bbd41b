import Reporting

/// In which language a visit is answered: the one chosen here before, else the one the browser prefers, else English.
enum LanguageChoice {
  static let cookie = "language"

  static func language(chosen: String?, accepted: String?) -> Language {
    chosen.flatMap(Language.init(rawValue:)) ?? accepted.flatMap(preferred) ?? .english
  }

  /// The known language with the highest weight in an `Accept-Language` (RFC 9110, §12.5.4); of equals the first.
  static func preferred(_ header: String) -> Language? {
    var best: (language: Language, weight: Int)?
    // Nobody reads more than a few languages; the rest is not looked at.
    for range in header.split(separator: ",").prefix(20) {
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard let tag = parts.first, let language = language(tag) else { continue }
      var weight = 1_000
      for parameter in parts.dropFirst() where parameter.hasPrefix("q=") {
        weight = Self.weight(parameter.dropFirst(2)) ?? 0
      }
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language
  }

  private static func language(_ tag: String) -> Language? {
    tag == "*" ? .english : Language(rawValue: String(tag.prefix { $0 != "-" }))
  }

  /// A weight in thousandths: `1`, `0.5`, `0.125`.
  private static func weight(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), (0...1).contains(whole) else { return nil }
    guard parts.count == 2 else { return whole * 1_000 }
    let digits = parts[1].prefix(3)
    guard digits.allSatisfy(\.isWholeNumber), parts[1].count <= 3 else { return nil }
    let padded = digits + String(repeating: "0", count: 3 - digits.count)
    return Int(padded).map { min(1_000, whole * 1_000 + $0) }
  }
}
