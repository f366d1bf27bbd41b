/// What a case changes in the standard catalogue of mechanisms.
public struct MechanismChanges: Hashable, Sendable {
  /// A mechanism of the case's own.
  public struct Addition: Hashable, Sendable, Identifiable {
    /// Unique among the additions, and no cell of the catalogue.
    public let id: String
    /// What it is called.
    public let name: LocalizedText
    /// The cell it starts from.
    public let basedOn: MechanismCell
    /// What differs from that cell.
    public let parameters: [MechanismParameter: Figure]
    /// Where it begins in the case file.
    public let place: Place
  }

  /// Other parameters for cells of the catalogue.
  public let overrides: [MechanismCell: [MechanismParameter: Figure]]
  /// In the order of the file.
  public let additions: [Addition]

  static let none = MechanismChanges(overrides: [:], additions: [])
}
