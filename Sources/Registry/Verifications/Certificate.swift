extension Verification {
  /// How an item was checked.
  public enum CheckMethod: String, Codable, Hashable, CaseIterable, Sendable { case desk, onTheSpot }

  /// What a check of an item gave.
  public enum CheckOutcome: String, Codable, Hashable, CaseIterable, Sendable { case confirmed, differs, notEvidenced }

  /// The check of one item of the report; of a joint report, of one line.
  public struct Check: Codable, Hashable, Sendable {
    public let item: Int
    public let method: CheckMethod
    public let outcome: CheckOutcome
    /// The amount that was found, where it differs.
    public let found: Int64?
    public let exhibits: [Exhibit]

    public init(
      item: Int, method: CheckMethod, outcome: CheckOutcome, found: Int64? = nil, exhibits: [Exhibit] = []
    ) {
      (self.item, self.method, self.outcome) = (item, method, outcome)
      (self.found, self.exhibits) = (found, exhibits)
    }
  }

  /// How much a finding matters, in ascending order.
  public enum Severity: String, Codable, Hashable, CaseIterable, Sendable { case note, minor, major, critical }

  /// Something that the check found, with the answer of those it concerns.
  public struct Finding: Codable, Hashable, Sendable {
    /// From 1 within the verification; never used again.
    public let id: Int
    /// The item it is about; nothing when it is about the whole report.
    public let item: Int?
    public let severity: Severity
    /// For the parties and the monitor's institution only.
    public let text: Confided
    public let exhibits: [Exhibit]
    /// The day by which it must be put right, if any.
    public let due: CalendarDay?
    public internal(set) var reply: Confided?
  }

  /// What was found of one commitment.
  public struct Result: Codable, Hashable, Sendable {
    public let commitment: ObjectID
    public let result: VerifiedResult

    public init(_ commitment: ObjectID, _ result: VerifiedResult) {
      (self.commitment, self.result) = (commitment, result)
    }
  }

  /// A figure as certified.
  public struct CertifiedFigure: Codable, Hashable, Sendable {
    public let item: Int
    public let figure: ReportedFigure
  }

  /// What an independent monitor certifies of a report. It never changes; a later one may supersede it.
  public struct Certificate: Codable, Hashable, Sendable {
    /// `CT-` and the number of the verification.
    public let number: String
    public let report: ObjectID
    public let agreement: ObjectID
    public let agreementVersion: Int
    public let period: ReportingPeriod
    public let institution: ObjectID
    /// The appointments of the monitor who worked and of the second person who reviewed.
    public let monitor: ObjectID
    public let reviewer: ObjectID
    /// The interests that the monitor declared; none when the list is empty.
    public let interests: [Confided]
    public let seed: SamplingSeed
    public let sample: [Int]
    public let checks: [Check]
    public let findings: [Finding]
    public let results: [Result]
    /// The figures of a party report, corrected; of a joint report its lines are the figures.
    public let figures: [CertifiedFigure]
    public let opinion: Confided
    /// The verification whose certificate this one replaces.
    public let supersedes: ObjectID?
    public let issued: Instant
  }

  /// The most items that a sample may have.
  public static let sampleLimit = 40
  /// The most findings of one verification, later ones among them.
  public static let findingLimit = 40
  /// The most interests declared.
  public static let interestLimit = 10
}
