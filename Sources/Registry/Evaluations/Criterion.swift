extension Evaluation {
  /// In which direction a figure is to move.
  public enum Direction: String, Codable, Hashable, CaseIterable, Sendable { case up, down }

  /// What an agreement is judged by, written down before the data are looked at.
  public struct Criterion: Codable, Hashable, Sendable {
    /// From 1, in the order of the list.
    public let id: Int
    public let question: String
    public let unit: String
    public let direction: Direction
    /// What was aimed at, if anything was.
    public let target: Int64?

    public init(_ id: Int, question: String, unit: String, direction: Direction, target: Int64? = nil) {
      (self.id, self.question, self.unit) = (id, question, unit)
      (self.direction, self.target) = (direction, target)
    }

    /// Criteria that may stand in a plan: 1 to 30, numbered from 1.
    static func checked(_ criteria: [Criterion], in scene: borrowing Scene) throws(Refusal) -> [Criterion] {
      guard (1...30).contains(criteria.count), criteria.map(\.id) == Array(1...criteria.count) else {
        throw .invalid(
          field: "criteria", fault: "there are none or too many, or their numbers do not run from 1",
          remedy: "give 1 to 30, numbered in their order")
      }
      for criterion in criteria {
        _ = try scene.checked(criterion.question, as: "criteria.question")
        _ = try scene.checked(ReportedFigure(criterion.target ?? 0, criterion.unit), as: "criteria.target")
      }
      return criteria
    }
  }

  /// A figure before and after, with where it comes from.
  public struct Measure: Codable, Hashable, Sendable {
    public let criterion: Int
    /// In the unit of the criterion.
    public let before: Int64
    public let after: Int64
    public let source: Source

    public init(criterion: Int, before: Int64, after: Int64, source: Source) {
      (self.criterion, self.before, self.after, self.source) = (criterion, before, after, source)
    }

    func check(under agreement: ObjectID, in scene: borrowing Scene) throws(Refusal) {
      _ = try scene.checked(ReportedFigure(before, "1"), as: "measures.before")
      _ = try scene.checked(ReportedFigure(after, "1"), as: "measures.after")
      switch source {
      case .jointReport(let id):
        guard let report = scene.object(JointReport.self, id), report.agreement == agreement,
          report.stage == .finalised
        else {
          throw .conditionFails(
            "figures come from finalised joint reports", act: "freeze",
            remedy: "name a finalised joint report about \(agreement) instead of \(id), or a document")
        }
      case .document(let exhibit): _ = try Exhibit.checked([exhibit], limit: 1, in: scene)
      }
    }
  }

  /// Where a measured figure comes from.
  public enum Source: Codable, Hashable, Sendable {
    case jointReport(ObjectID)
    case document(Exhibit)
  }

  /// What a criterion shows, before and after.
  public struct Comparison: Codable, Hashable, Sendable {
    public let criterion: Int
    /// After less before, in the unit of the criterion.
    public let change: Int64
    public let trend: Trend
    /// Whether the target is reached; nothing without a target.
    public let reachesTarget: Bool?

    init(criterion: Criterion, measure: Measure) {
      self.criterion = criterion.id
      change = measure.after - measure.before
      let sign: Int64 = criterion.direction == .up ? 1 : -1
      trend = change == 0 ? .unchanged : (change * sign > 0 ? .better : .worse)
      reachesTarget = criterion.target.map { (measure.after - $0) * sign >= 0 }
    }
  }

  /// Whether a figure moved as it was to move.
  public enum Trend: String, Codable, Hashable, CaseIterable, Sendable { case better, unchanged, worse }

  /// What follows from an evaluation.
  public enum Outcome: String, Codable, Hashable, CaseIterable, Sendable {
    case renewal, revision, ending

    var stage: Stage {
      switch self {
      case .renewal: .renewalRecommended
      case .revision: .revise
      case .ending: .end
      }
    }
  }
}
