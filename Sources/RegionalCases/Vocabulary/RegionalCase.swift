/// A regional problem with its parties and figures, read from a folder and found valid.
///
///     let water = try RegionalCase(contentsOf: "Examples/skane-water")
///     water.problems[0].members  // A, H, K, L, M, T
public struct RegionalCase: Hashable, Sendable, Identifiable {
  /// The name of the case in addresses and file names: small letters, digits and hyphens.
  public let id: String
  /// What the case is called.
  public let title: LocalizedText
  /// What it is about, in a few sentences.
  public let summary: LocalizedText?
  /// The unit of every sum of money in the case.
  public let money: MoneyUnit
  /// What the costs are costs of.
  public let period: CostPeriod
  /// When the figures speak of, if told.
  public let referenceDate: CaseDate?
  /// A GeoJSON file of the parties' territories, relative to the case folder.
  public let boundariesFile: String?
  /// The property by which a feature of ``boundariesFile`` names its party.
  public let boundaryKey: String
  /// In the order of the file.
  public let sources: [Source]
  /// In the order of the file.
  public let parties: [Party]
  /// In the order of the file.
  public let indicators: [Indicator]
  /// In the order of the file.
  public let ties: [Tie]
  /// In the order of the file.
  public let institutions: [Institution]
  /// What the case tells of how the region behaves; others take the catalogue's default.
  public let conditions: [Condition: Figure]
  /// In the order of the file.
  public let goals: [Goal]
  /// At least one, in the order of the file.
  public let problems: [Problem]
  /// What the case changes in the standard catalogue of mechanisms.
  public let mechanisms: MechanismChanges
  /// What a study takes up unless told otherwise.
  public let studySettings: StudySettings

  /// The party of this id; nil when there is none.
  public func party(_ id: PartyID) -> Party? { parties.first { $0.id == id } }
  /// The indicator of this id; nil when there is none.
  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
  /// The source of this key; nil when there is none.
  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  /// The problem of this id; nil when there is none.
  public func problem(_ id: String) -> Problem? { problems.first { $0.id == id } }
}
