extension PartyReport {
  /// What a party reports on one commitment.
  public struct Item: Codable, Hashable, Sendable {
    /// From 1 within the report; fixed for good and never used again.
    public let id: Int
    public let commitment: ObjectID
    public let figure: ReportedFigure
    /// Nothing when the figure was counted in its unit.
    public let conversion: Conversion?
    public internal(set) var narrative: Confided
    public let exhibits: [Exhibit]
    public internal(set) var deviations: [Deviation]

    /// Opens its texts to a wider audience.
    mutating func open(to wider: Audience) {
      narrative = narrative.opened(to: wider)
      for index in deviations.indices { deviations[index].reason = deviations[index].reason.opened(to: wider) }
    }
  }

  /// A difference from what was promised, and why.
  public struct Deviation: Codable, Hashable, Sendable {
    public let sort: DeviationSort
    public internal(set) var reason: Confided
  }

  /// What a difference from a promise is about; statistics count by it.
  public enum DeviationSort: String, Codable, Hashable, CaseIterable, Sendable {
    case delay, cost, quantity, quality, dropped, other
  }

  /// What somebody writes into an item.
  public struct Entry: Codable, Hashable, Sendable {
    public var figure: ReportedFigure
    public var conversion: Conversion?
    public var narrative: String
    public var exhibits: [Exhibit]
    public var deviations: [Explanation]

    public init(
      figure: ReportedFigure, conversion: Conversion? = nil, narrative: String, exhibits: [Exhibit] = [],
      deviations: [Explanation] = []
    ) {
      (self.figure, self.conversion, self.narrative) = (figure, conversion, narrative)
      (self.exhibits, self.deviations) = (exhibits, deviations)
    }
  }

  /// A deviation as somebody explains it.
  public struct Explanation: Codable, Hashable, Sendable {
    public var sort: DeviationSort
    public var reason: String

    public init(_ sort: DeviationSort, reason: String) { (self.sort, self.reason) = (sort, reason) }
  }

  /// Where an error in certified figures was found: the certificate and the number of the finding on it.
  public struct FindingReference: Codable, Hashable, Sendable {
    /// The verification that gave the certificate.
    public let certificate: ObjectID
    public let finding: Int
  }

  /// A change of a certified figure: it never touches the figure, it stands beside it in the next joint report.
  public struct Correction: Codable, Hashable, Sendable {
    /// From 1 within the report.
    public let id: Int
    public let item: Int
    /// What is added to the figure; negative to take away.
    public let change: ReportedFigure
    public let finding: FindingReference
    public internal(set) var reason: Confided
    /// The verification that certified the correction; nothing before.
    public internal(set) var certifiedBy: ObjectID?
    /// The joint report that carries it; nothing before.
    public internal(set) var carriedInto: ObjectID?
  }

  /// The most items in one report.
  public static let itemLimit = 40
  /// The most corrections in one report, ever.
  public static let correctionLimit = 40
}
