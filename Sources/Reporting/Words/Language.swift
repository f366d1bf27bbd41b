/// The languages a report can be written in.
public enum Language: String, Sendable, CaseIterable {
  /// English as it is written in international bodies.
  case english = "en"
  /// Chinese in simplified characters.
  case chinese = "zh"

  /// The language's tag (BCP 47), as the page states it.
  public var tag: String { self == .english ? "en" : "zh-Hans" }
}
