extension NegotiationTable {
  /// What a term of a package settles.
  public enum Matter: Codable, Hashable, Sendable {
    /// A clause of the text, by its number.
    case clause(number: Int)
    /// Something outside the text, by its name.
    case issue(name: String)
  }

  /// One term of a package: what it settles and how.
  public struct Term: Codable, Hashable, Sendable {
    public let matter: Matter
    public let text: String

    public init(_ matter: Matter, _ text: String) { (self.matter, self.text) = (matter, text) }
  }

  /// Several terms offered together, accepted whole or not at all.
  ///
  /// While it is sealed only the named persons of the sponsor read it, and nobody else learns what it settles. Tabling
  /// opens the very contents that were sealed, so that nothing can be changed on the way.
  public struct OfferPackage: Codable, Hashable, Sendable {
    /// What became of the package.
    public enum Stage: String, RecordStage { case sealed, tabled, accepted, rejected, expired, withdrawn }

    public static let cycle = PartCycle<Stage>(
      first: .sealed,
      [
        .init("tablePackage", from: [.sealed], to: .tabled),
        .init("acceptPackage", from: [.tabled], to: .accepted),
        .init("rejectPackage", from: [.tabled], to: .rejected),
        .init("expirePackage", from: [.tabled], to: .expired),
        .init("withdrawPackage", from: [.sealed, .tabled], to: .withdrawn),
      ])

    public let number: Int
    public let sponsor: ObjectID
    public internal(set) var stage: Stage
    /// Which matters the terms settle, as ``outline(of:)`` writes them: sealed, and opened with the terms, so that
    /// everybody can compare it with the ``matters`` named at the table.
    public internal(set) var outline: Confided
    /// The words of the terms, in their order.
    public internal(set) var texts: [Confided]
    public internal(set) var conditions: [Confided]
    /// The persons who read it while it is sealed.
    public let readers: [ObjectID]
    /// What each of the ``texts`` settles; empty until it is tabled.
    public internal(set) var matters: [Matter]
    /// The parties that must accept it; ascending, empty until it is tabled.
    public internal(set) var addressees: [ObjectID]
    /// From this moment on nobody can accept it.
    public internal(set) var expires: Instant?
    /// The package to which it is a counter-offer.
    public internal(set) var answers: Int?
    public internal(set) var tabledAt: Instant?
    public internal(set) var acceptedBy: [ObjectID]

    /// The text that is sealed to say which matters the terms settle: one line each, `clause 3` or `issue name`.
    public static func outline(of matters: [Matter]) -> String {
      matters.map {
        switch $0 {
        case .clause(let number): "clause \(number)"
        case .issue(let name): "issue \(name)"
        }
      }.joined(separator: "\n")
    }
  }
}
