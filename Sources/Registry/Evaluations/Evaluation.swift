/// Whether an agreement did what it was for: criteria set beforehand, figures frozen before anyone judges, lessons,
/// public comment, and the decision whether it is renewed, revised or ended.
public struct Evaluation: RecordObject {
  public enum Stage: String, RecordStage {
    case planned, dataFrozen, drafted, commented, adopted, renewalRecommended, revise, end
  }

  /// When an agreement is looked at.
  public enum Sort: String, Codable, Hashable, CaseIterable, Sendable { case midTerm, final, afterDecision }

  public enum Command: RecordCommand {
    /// `evaluator` is the appointment that freezes the data and writes, beside the office.
    case plan(agreement: ObjectID, sort: Sort, evaluator: ObjectID, criteria: [Criterion])
    case freeze(measures: [Measure])
    case write(lessons: [String])
    case openComments
    case comment(text: String)
    /// Adopts it, with the answer to what was commented.
    case adopt(answer: String)
    case recommend(outcome: Outcome, reasons: String)
  }

  public enum Event: RecordEvent {
    case planned(
      agreement: ObjectID, field: String?, sort: Sort, evaluator: ObjectID, criteria: [Criterion])
    case frozen(measures: [Measure])
    case written(lessons: [Confided])
    case commentsOpened(until: Deadline)
    /// Comments are numbered from 1 and stand in the events only: there may be any number of them.
    case commented(number: Int, text: Confided)
    case commentsClosed
    case adopted(answer: Confided)
    case recommended(outcome: Outcome, reasons: String)

    public var act: String {
      switch self {
      case .planned: "plan"
      case .frozen: "freeze"
      case .written: "write"
      case .commentsOpened: "openComments"
      case .commented: "comment"
      case .commentsClosed: "closeComments"
      case .adopted: "adopt"
      case .recommended: "recommend"
      }
    }
  }

  public static let kind = ObjectKind.evaluation

  public static let lifeCycle = LifeCycle<Evaluation>(
    opening: .init("plan", from: [], to: .planned, by: [.desk]),
    [
      .init("freeze", from: [.planned], to: .dataFrozen, by: [.desk, .assignedMonitor]),
      .init("write", from: [.dataFrozen], to: .drafted, by: [.desk, .assignedMonitor]),
      .init("write", from: [.drafted], to: nil, by: [.desk, .assignedMonitor]),
      .init("openComments", from: [.drafted], to: .commented, by: [.desk]),
      .init("comment", from: [.commented], to: nil, by: [.anyone], guards: [commentsAreOpen]),
      .init("closeComments", from: [.commented], to: nil, by: [.clock]),
      .init("adopt", from: [.commented], to: .adopted, by: [.conference], power: .decide, guards: [commentsAreOver]),
      // The outcome says which of the three it is.
      .init("recommend", from: [.adopted], to: .renewalRecommended, by: [.conference], power: .decide),
      .init("recommend", from: [.adopted], to: .revise, by: [.conference], power: .decide),
      .init("recommend", from: [.adopted], to: .end, by: [.conference], power: .decide),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  public let field: String?
  public let sort: Sort
  public let evaluator: ObjectID
  public let criteria: [Criterion]
  /// One for each criterion, in their order; empty until the data are frozen.
  public private(set) var measures: [Measure]
  public private(set) var frozenAt: Instant?
  public private(set) var lessons: [Confided]
  public private(set) var commentUntil: Deadline?
  public private(set) var commentsEnded: Instant?
  public private(set) var comments: Int
  public private(set) var answer: Confided?
  public private(set) var outcome: Outcome?
  public private(set) var reasons: String?

  /// The region's own until comments are invited, then everybody's.
  public var audience: Audience { [.planned, .dataFrozen, .drafted].contains(stage) ? .region : .everybody }
  public var wakes: Instant? { stage == .commented && commentsEnded == nil ? commentUntil?.due : nil }

  /// Working days for which everybody may comment.
  public static let commentWithin = 20

  /// What each criterion shows, in their order; empty until the data are frozen.
  public var comparisons: [Comparison] {
    measures.compactMap { measure in
      criteria.first { $0.id == measure.criterion }.map { Comparison(criterion: $0, measure: measure) }
    }
  }
}

// MARK: - Conditions

extension Evaluation {
  private static let commentsAreOpen = LifeCycle<Evaluation>.Guard("the term for comments runs") { evaluation, scene in
    guard let due = evaluation.commentUntil?.due else { return "wait until it is opened" }
    let isOpen = evaluation.commentsEnded == nil && scene.now < due
    return isOpen ? nil : "file a problem instead: comments closed at \(due)"
  }

  private static let commentsAreOver = LifeCycle<Evaluation>.Guard("the term for comments is over") {
    evaluation, scene in
    guard let due = evaluation.commentUntil?.due else { return "wait until it is opened" }
    return due <= scene.now ? nil : "wait until \(due)"
  }
}

// MARK: - Changes

extension Evaluation {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .planned(let agreement, let field, let sort, let evaluator, let criteria) = event else { return nil }
    (self.id, stage, self.agreement, self.field) = (id, .planned, agreement, field)
    (self.sort, self.evaluator, self.criteria) = (sort, evaluator, criteria)
    (measures, lessons, comments) = ([], [], 0)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    if case .recommended(let outcome, _) = event {
      stage = outcome.stage
    } else {
      stage = Self.lifeCycle.stage(after: event.act, from: stage)
    }
    switch event {
    case .planned: break
    case .frozen(let measures): (self.measures, frozenAt) = (measures, moment)
    case .written(let lessons): self.lessons = lessons
    case .commentsOpened(let until): (commentUntil, lessons) = (until, lessons.map { $0.opened(to: .everybody) })
    case .commented(let number, _): comments = max(comments, number)
    case .commentsClosed: commentsEnded = moment
    case .adopted(let answer): self.answer = answer
    case .recommended(let outcome, let reasons): (self.outcome, self.reasons) = (outcome, reasons)
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities
    if standing.appointment?.id == evaluator { all.insert(.assignedMonitor) }
    return all
  }
}

// MARK: - Decisions

extension Evaluation {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .plan(let agreement, let sort, let evaluator, let criteria) = command {
      return try plan(of: agreement, sort: sort, evaluator: evaluator, criteria: criteria, in: &scene)
    }
    let evaluation = try scene.visible(Evaluation.self, id)
    switch command {
    case .plan: preconditionFailure("an evaluation is opened by its plan, not changed")
    case .freeze(let measures):
      try scene.permit("freeze", on: evaluation)
      scene.happen(.frozen(measures: try evaluation.checked(measures, in: scene)), to: evaluation)
    case .write(let lessons):
      try scene.permit("write", on: evaluation)
      scene.happen(.written(lessons: try confided(lessons, in: &scene)), to: evaluation)
    case .openComments:
      let calendar = scene.region?.charter.calendar ?? WorkingCalendar(zone: "UTC", version: "none")
      let until = calendar.deadline(from: scene.now, workingDays: commentWithin)
      try scene.act(.commentsOpened(until: until), on: evaluation)
    case .comment(let text):
      try scene.permit("comment", on: evaluation)
      let content = try scene.confide(text, as: "text", for: .everybody)
      scene.happen(.commented(number: evaluation.comments + 1, text: content), to: evaluation)
    case .adopt(let answer):
      try scene.permit("adopt", on: evaluation)
      let content = try scene.confide(answer, as: "answer", for: .everybody)
      scene.happen(.adopted(answer: content), to: evaluation)
    case .recommend(let outcome, let reasons):
      try scene.permit("recommend", on: evaluation)
      let reasons = try scene.checked(reasons, as: "reasons", limit: 4000)
      scene.happen(.recommended(outcome: outcome, reasons: reasons), to: evaluation)
    }
  }

  private static func plan(
    of agreement: ObjectID, sort: Sort, evaluator: ObjectID, criteria: [Criterion], in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(Evaluation.self)
    let agreement = try scene.visible(Agreement.self, agreement)
    guard let appointment = scene.object(Appointment.self, evaluator), appointment.isValid(at: scene.now) else {
      throw .notFound(evaluator)
    }
    guard !agreement.parties.contains(appointment.organisation) else {
      throw .conditionFails(
        "the evaluator belongs to no party", act: "plan",
        remedy: "name somebody outside \(agreement.parties.sorted())")
    }
    scene.open(
      Evaluation.self,
      with: .planned(
        agreement: agreement.id, field: agreement.field, sort: sort, evaluator: evaluator,
        criteria: try Criterion.checked(criteria, in: scene)))
  }

  /// One measure for each criterion, each with a source that holds.
  private func checked(_ measures: [Measure], in scene: borrowing Scene) throws(Refusal) -> [Measure] {
    guard measures.map(\.criterion).sorted() == criteria.map(\.id) else {
      throw .invalid(
        field: "measures", fault: "a criterion is missing, unknown or measured twice",
        remedy: "measure each once: \(criteria.map(\.id))")
    }
    for measure in measures { try measure.check(under: agreement, in: scene) }
    return measures.sorted { $0.criterion < $1.criterion }
  }

  private static func confided(_ lessons: [String], in scene: inout Scene) throws(Refusal) -> [Confided] {
    guard (1...lessonLimit).contains(lessons.count) else {
      throw .invalid(
        field: "lessons", fault: "there are \(lessons.count)", remedy: "write 1 to \(lessonLimit) lessons")
    }
    var all: [Confided] = []
    for lesson in lessons { all.append(try scene.confide(lesson, as: "lessons", for: .region)) }
    return all
  }

  /// The most lessons of one evaluation.
  public static let lessonLimit = 20

  public func wake(in scene: inout Scene) throws(Refusal) {
    try scene.act(.commentsClosed, on: self)
  }
}
