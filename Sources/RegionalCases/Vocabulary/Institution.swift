/// Something the parties already have in common: a forum, an agreement, a joint body, a rule.
public struct Institution: Hashable, Sendable, Identifiable {
  /// What an institution is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case forum, agreement, jointBody, rule }

  /// Unique among the institutions.
  public let id: String
  /// What it is.
  public let kind: Kind
  /// What it is called.
  public let name: LocalizedText
  /// Who belongs; at least one party, each once.
  public let members: [PartyID]
  /// When it began, if told.
  public let since: CaseDate?
  /// When it ended or will end, if told; never before ``since``.
  public let until: CaseDate?
  /// What it deals with, if told.
  public let field: LocalizedText?
  /// The probability, 0...1, that it holds its members to their word.
  public let enforcement: Figure?
  /// What is measured to decide who pays, if anything is.
  public let index: Index?
  /// What its parties owe one another each period; those with a bound only where ``index`` lies within it.
  public let payments: [Payment]
  /// A key of ``RegionalCase/sources``: where it is told of.
  public let source: String?
  /// Where it begins in the case file.
  public let place: Place
}
