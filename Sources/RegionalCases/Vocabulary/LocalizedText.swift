/// A text by language, or one text that counts for every language.
///
///     title["zh"]  // the Chinese text, else the English one, else whichever there is
public struct LocalizedText: Hashable, Sendable, CustomStringConvertible {
  /// The texts by language code, as in `en` or `zh`; empty when one text counts for all.
  public let byLanguage: [String: String]
  /// The text that counts for every language not in ``byLanguage``, if there is one.
  public let plain: String?

  /// One text for every language.
  public init(_ text: String) {
    plain = text
    byLanguage = [:]
  }

  /// - Parameter byLanguage: at least one text.
  public init(byLanguage: [String: String]) {
    precondition(!byLanguage.isEmpty, "a text by language has at least one language")
    plain = nil
    self.byLanguage = byLanguage
  }

  /// The text in `language`, else in English, else the plain one, else in the first language by code.
  public subscript(language: String) -> String {
    byLanguage[language] ?? plain ?? byLanguage["en"] ?? byLanguage.sorted { $0.key < $1.key }[0].value
  }

  /// The English text, or what stands for it.
  public var description: String { self["en"] }
}
