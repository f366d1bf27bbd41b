/// One language as findings are told in it that belong to no study: phrases, names, lists.
package struct Tongue: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  package func say(_ phrase: some Phrase, _ fillings: [String: Filling] = [:]) -> String {
    let text = phrase.wording.text(in: language)
    // Most phrases of a page have no place to fill.
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return Template(text).filled(fillings)
  }

  /// What something is called, by its text in this language or the nearest, or by its id.
  package func name(_ texts: [String: String], _ id: String) -> String {
    Voice.tidy(Voice.pick(texts, language) ?? id)
  }

  /// The word for a code; a code the catalogue does not know stands for itself, so that it is seen.
  package func word<Words: Phrase>(_ kind: Words.Type, _ code: String) -> String {
    Words(rawValue: code).map { say($0) } ?? Voice.tidy(code)
  }

  /// "A, B and C"; "甲、乙和丙".
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    switch language {
    case .english: return items.dropLast().joined(separator: ", ") + " and " + last
    case .chinese: return items.dropLast().joined(separator: "、") + "和" + last
    }
  }

  /// Things in a row without a last word between them.
  package func row(_ items: [String]) -> String { items.joined(separator: language == .english ? ", " : "、") }

  /// Between two sentences.
  package var joint: String { language == .english ? " " : "" }
}
