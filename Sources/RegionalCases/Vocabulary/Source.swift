/// A place that figures come from.
public struct Source: Hashable, Sendable, Identifiable {
  /// The key by which figures name it.
  public let id: String
  /// Author, year and title: enough to find it.
  public let citation: LocalizedText
  /// Where it can be read, if told.
  public let url: String?
  /// Under what terms, if told.
  public let licence: String?
  /// What a reader should know of it.
  public let note: LocalizedText?
  /// Where it begins in the case file.
  public let place: Place
}
