/// Everything a study found about one problem of one case, as numbers and codes without words.
///
/// This value is what a report puts into words and charts, and what `findings.json` holds; it knows no
/// language beyond the names and titles the case itself gives (language code → text). Costs and gains
/// are in ``money``. Parties are named by id; the players of the game are those in ``players``, and
/// every array "one a player" is in that order.
public struct Findings: Codable, Sendable, Equatable {
  /// The version of this form; it grows with every change that a reader of the JSON would notice.
  public static let currentFormat = 4

  public var format = Findings.currentFormat
  public var caseID: String
  public var title: [String: String]
  public var summary: [String: String]?
  public var money: MoneyFinding
  /// The seed of every random draw behind these findings.
  public var seed: UInt64
  public var problem: ProblemFinding
  public var parties: [PartyFinding]
  /// The ids of the players, in the order of the game.
  public var players: [String]
  public var ties: [TieFinding]
  public var institutions: [InstitutionFinding]
  public var goals: [GoalFinding]
  public var diagnosis: DiagnosisFindings
  public var mechanisms: MechanismFindings
  public var sharing: SharingFindings
  public var hinges: HingeFindings
  /// Absent when no draws were asked for.
  public var uncertainty: UncertaintyFindings?
  /// Absent when no negotiation lies beside the case.
  public var negotiation: NegotiationFindings?
  /// Absent when no conflict lies beside the case.
  public var conflict: ConflictFindings?
  /// Absent when no decision lies beside the case.
  public var decision: DecisionFindings?
  public var inputs: [InputFinding]
  public var sources: [SourceFinding]
  /// What the check of the case warned of, as it was printed.
  public var warnings: [String]
}

/// What the costs are counted in.
public struct MoneyFinding: Codable, Sendable, Equatable {
  /// ISO 4217.
  public var currency: String
  /// `one`, `thousand`, `million` or `billion`.
  public var scale: String
  public var priceYear: Int?
  /// `total` or `year`: what the costs are costs of.
  public var period: String
}

/// What the parties are up against.
public struct ProblemFinding: Codable, Sendable, Equatable {
  public var id: String
  /// `jointFacility`, `spillover`, `commonStandard`, `competition` or `normalForm`.
  public var family: String
  public var title: [String: String]
  public var field: [String: String]
  public var territory: [String: String]?
  /// 0 to 1.
  public var urgency: Double?
  public var positions: [PositionFinding]
}

/// What one party wants of the problem.
public struct PositionFinding: Codable, Sendable, Equatable {
  public var party: String
  public var demand: [String: String]?
  public var concern: [String: String]?
  public var actionCost: Double?
  public var urgency: Double?
}

/// Someone who takes part or stands by.
public struct PartyFinding: Codable, Sendable, Equatable {
  public var id: String
  public var name: [String: String]
  /// `government`, `authority`, `socialOrganisation` or `monitor`.
  public var kind: String
  public var tier: String?
  public var parent: String?
  /// Degrees, WGS 84.
  public var longitude: Double?
  public var latitude: Double?
  public var isPlayer: Bool
  /// The rings of its territory as (longitude, latitude) pairs, when the case names a boundary file.
  public var rings: [[[Double]]]
}

/// A relation from one party to another.
public struct TieFinding: Codable, Sendable, Equatable {
  public var from: String
  public var to: String
  /// `hierarchy`, `agreement`, `membership`, `informal` or `exchange`.
  public var kind: String
  public var resource: String?
  public var weight: Double
}

/// Something the parties already have in common.
public struct InstitutionFinding: Codable, Sendable, Equatable {
  public var id: String
  public var kind: String
  public var name: [String: String]
  public var members: [String]
  public var since: String?
}

/// What the region, or one party, wants an indicator to be.
public struct GoalFinding: Codable, Sendable, Equatable {
  public var id: String
  public var title: [String: String]
  public var baseline: Double
  public var target: Double
  public var unit: String?
  public var date: String
}

/// One number the study read, and where it comes from.
public struct InputFinding: Codable, Sendable, Equatable {
  /// Where it stands in the case, such as `problems.air.spillover.abatementCost`.
  public var name: String
  /// How many figures stand under this name.
  public var count: Int
  public var unit: String?
  public var status: String
  public var source: String?
  public var remark: String?
  /// Smallest and largest of the best estimates under this name.
  public var low: Double
  public var high: Double
  /// Whether any of them carries a range or a spread.
  public var isUncertain: Bool
}

/// A place that figures come from.
public struct SourceFinding: Codable, Sendable, Equatable {
  public var key: String
  public var citation: String
  public var url: String?
  public var licence: String?
  public var note: String?
}
