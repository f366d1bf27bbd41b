/// A regional problem that somebody has filed, from the first draft to its outcome: no file closes without reasons.
public struct DocketFile: RecordObject {
  /// From the draft to the outcome; the raw values stand in the record.
  public enum Stage: String, RecordStage {
    case draft, filed, inClarification, accepted, rejected, diagnosing, diagnosed, optionsOpen, decided
    case inNegotiation, solvedByPractice, solvedByRuleChange, notSolved, closed, merged
  }

  /// How a file ended, or is to end.
  public enum Outcome: String, Codable, Hashable, CaseIterable, Sendable {
    case negotiation, practice, ruleChange, notSolved
  }

  /// How an affected jurisdiction takes part.
  public enum Involvement: String, Codable, Hashable, CaseIterable, Sendable { case party, consulted, leftOut }

  /// An affected jurisdiction and how it takes part; one that is left out is told why.
  public struct Affected: Codable, Hashable, Sendable {
    public let organisation: ObjectID
    public let involvement: Involvement
    public let reason: String?

    public init(_ organisation: ObjectID, _ involvement: Involvement, reason: String? = nil) {
      (self.organisation, self.involvement, self.reason) = (organisation, involvement, reason)
    }
  }

  /// What may be asked of a file.
  public enum Command: RecordCommand {
    case draft(title: String, field: String, description: String)
    case revise(title: String, description: String)
    case file
    case ask(question: String)
    case answer(text: String)
    case accept
    case reject(reasons: String)
    case diagnose(lead: ObjectID)
    case map(affected: [Affected])
    case concludeDiagnosis(summary: String)
    case openOptions
    case decide(outcome: Outcome, reasons: String, mechanism: MechanismChoice? = nil)
    case carryOut
    case close(reasons: String, redressUntil: Instant)
    case merge(into: ObjectID)
    case reopen(evidence: String)
  }

  /// What happened to a file.
  public enum Event: RecordEvent {
    case drafted(title: String, field: String, description: Confided)
    case revised(title: String, description: Confided)
    case filed(answerBy: Deadline)
    case asked(question: Confided, until: Instant)
    case answered(text: Confided, stopped: Int64, answerBy: Instant)
    case clarificationLapsed(stopped: Int64, answerBy: Instant)
    case accepted
    case rejected(reasons: String)
    case diagnosisBegun(lead: ObjectID)
    case mapped(affected: [Affected])
    case diagnosed(summary: Confided)
    case optionsOpened
    case decided(outcome: Outcome, reasons: String, mechanism: MechanismChoice? = nil)
    case carriedOut(outcome: Outcome)
    case closed(reasons: String, redressUntil: Instant)
    case merged(into: ObjectID)
    case reopened(evidence: Confided)

    public var act: String {
      switch self {
      case .drafted: "draft"
      case .revised: "revise"
      case .filed: "file"
      case .asked: "ask"
      case .answered: "answer"
      case .clarificationLapsed: "lapse"
      case .accepted: "accept"
      case .rejected: "reject"
      case .diagnosisBegun: "diagnose"
      case .mapped: "map"
      case .diagnosed: "concludeDiagnosis"
      case .optionsOpened: "openOptions"
      case .decided: "decide"
      // Each outcome is an act of its own, so that the life cycle says where it leads and on what condition.
      case .carriedOut(.negotiation): "carryOutNegotiation"
      case .carriedOut(.practice): "carryOutPractice"
      case .carriedOut(.ruleChange): "carryOutRuleChange"
      case .carriedOut(.notSolved): "carryOutNotSolved"
      case .closed: "close"
      case .merged: "merge"
      case .reopened: "reopen"
      }
    }
  }

  public static let kind = ObjectKind.docketFile

  public static let lifeCycle = LifeCycle<DocketFile>(
    opening: .init("draft", from: [], to: .draft, by: [.appointed, .anyone]),
    [
      .init("revise", from: [.draft], to: nil, by: [.filer]),
      .init("file", from: [.draft], to: .filed, by: [.filer]),
      .init("ask", from: [.filed], to: .inClarification, by: [.desk], guards: [clockMayStop]),
      .init("answer", from: [.inClarification], to: .filed, by: [.filer], guards: [clarificationRuns]),
      .init("lapse", from: [.inClarification], to: .filed, by: [.clock]),
      .init("accept", from: [.filed], to: .accepted, by: [.desk]),
      .init("reject", from: [.filed], to: .rejected, by: [.desk]),
      .init("diagnose", from: [.accepted], to: .diagnosing, by: [.desk]),
      .init("map", from: [.diagnosing], to: nil, by: [.desk, .partyLead]),
      .init(
        "concludeDiagnosis", from: [.diagnosing], to: .diagnosed, by: [.desk, .partyLead], guards: [mapComplete]),
      .init("openOptions", from: [.diagnosed], to: .optionsOpen, by: [.desk, .partyLead]),
      .init("decide", from: [.optionsOpen], to: .decided, by: [.conference]),
      .init("carryOutNegotiation", from: [.decided], to: .inNegotiation, by: [.desk], guards: [outcome(.negotiation)]),
      .init("carryOutPractice", from: [.decided], to: .solvedByPractice, by: [.desk], guards: [outcome(.practice)]),
      .init(
        "carryOutRuleChange", from: [.decided], to: .solvedByRuleChange, by: [.desk], guards: [outcome(.ruleChange)]),
      .init("carryOutNotSolved", from: [.decided], to: .notSolved, by: [.desk], guards: [outcome(.notSolved)]),
      .init(
        "close", from: [.inNegotiation, .solvedByPractice, .solvedByRuleChange, .notSolved, .rejected], to: .closed,
        by: [.desk]),
      .init(
        "merge",
        from: [
          .filed, .inClarification, .accepted, .diagnosing, .diagnosed, .optionsOpen,
        ], to: .merged, by: [.desk]),
      .init("reopen", from: [.closed], to: .accepted, by: [.filer, .desk], guards: [mayReopen]),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public private(set) var title: String
  private var fieldName: String
  public private(set) var description: Confided
  /// The appointment and the organisation of the filer; neither when a visitor filed without an account.
  public let filedBy: Author
  public private(set) var answerBy: Instant?
  public private(set) var begun: Deadline?
  /// How long questions to the filer have stopped the clock so far, in milliseconds.
  public private(set) var stoppedFor: Int64
  public private(set) var stoppedSince: Instant?
  public private(set) var clarificationEnds: Instant?
  public private(set) var lead: ObjectID?
  public private(set) var affected: [Affected]
  public private(set) var diagnosis: Confided?
  public private(set) var outcome: Outcome?
  public private(set) var reasons: String?
  /// The form of cooperation that was decided on, beside what a study had advised; nothing where none was named.
  public private(set) var mechanism: MechanismChoice?
  public private(set) var redressUntil: Instant?
  public private(set) var mergedInto: ObjectID?
  public private(set) var closedAt: Instant?
  public private(set) var reopenedAt: Instant?

  public var field: String? { fieldName }
  /// Whether the problem still waits for an outcome, or for what its outcome asks for.
  public var isOpen: Bool { Self.openStages.contains(stage) }

  /// The stages at which a file is open.
  public static let openStages = Stage.allCases.filter { ![.draft, .rejected, .closed, .merged].contains($0) }

  public var wakes: Instant? { stage == .inClarification ? clarificationEnds : nil }

  /// A draft is the filer's own; a file is public.
  public var audience: Audience {
    guard stage == .draft else { return .everybody }
    return filedBy.appointment.map { .named([$0]) } ?? .everybody
  }
}

// MARK: - Conditions

extension DocketFile {
  private static let clockMayStop = LifeCycle<DocketFile>.Guard("questions may still stop the clock") { file, scene in
    let limit = Int64(scene.region?.charter.clarificationLimit ?? 0) * Instant.millisecondsADay
    return file.stoppedFor < limit ? nil : "decide on what is known: the limit for questions is used up"
  }

  /// Also when the clock has not run yet.
  private static let clarificationRuns = LifeCycle<DocketFile>.Guard("the question is still open") { file, scene in
    guard let ends = file.clarificationEnds, ends <= scene.now else { return nil }
    return "it lapsed at \(ends); the desk decides on what is known"
  }

  private static let mapComplete = LifeCycle<DocketFile>.Guard("every affected jurisdiction has its place") {
    file, _ in
    guard !file.affected.isEmpty else { return "name the affected jurisdictions" }
    let silent = file.affected.filter { $0.involvement == .leftOut && ($0.reason ?? "").isEmpty }
    return silent.isEmpty
      ? nil : "say why \(silent.map(\.organisation)) is left out"
  }

  private static func outcome(_ wanted: Outcome) -> LifeCycle<DocketFile>.Guard {
    .init("the decision was '\(wanted)'") { file, _ in
      file.outcome == wanted ? nil : file.outcome.map { "the decision was '\($0)'" } ?? "nothing was decided"
    }
  }

  private static let mayReopen = LifeCycle<DocketFile>.Guard("180 days since it was last opened anew") { file, scene in
    guard let last = file.reopenedAt, scene.now < last.later(days: 180) else { return nil }
    return "wait until \(last.later(days: 180)), or file a new problem"
  }
}

// MARK: - Changes

extension DocketFile {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .drafted(let title, let field, let description) = event else { return nil }
    (self.id, stage, self.title, fieldName, self.description) = (id, .draft, title, field, description)
    (filedBy, affected, stoppedFor) = (author, [], 0)
  }

  /// Changes what the event says; every event that was decided can be applied.
  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .drafted, .carriedOut, .accepted, .optionsOpened: break
    case .revised(let title, let description): (self.title, self.description) = (title, description)
    case .filed(let answerBy): (begun, self.answerBy) = (answerBy, answerBy.due)
    case .asked(_, let until): (stoppedSince, clarificationEnds, answerBy) = (moment, until, nil)
    case .answered(_, let stopped, let answerBy), .clarificationLapsed(let stopped, let answerBy):
      (stoppedFor, self.answerBy) = (stopped, answerBy)
      (stoppedSince, clarificationEnds) = (nil, nil)
    case .rejected(let reasons): self.reasons = reasons
    case .diagnosisBegun(let lead): self.lead = lead
    case .mapped(let affected): self.affected = affected
    case .diagnosed(let summary): diagnosis = summary
    case .decided(let outcome, let reasons, let mechanism):
      (self.outcome, self.reasons, self.mechanism) = (outcome, reasons, mechanism)
    case .closed(let reasons, let until):
      (self.reasons, redressUntil, closedAt) = (reasons, until, moment)
    case .merged(let other): mergedInto = other
    case .reopened:
      (reopenedAt, outcome, closedAt) = (moment, nil, nil)
      (reasons, redressUntil, mechanism) = (nil, nil, nil)
    }
  }

  /// Who somebody is to the file: its filer, or the lead that diagnoses it, besides the role.
  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities
    // Visitors cannot be told apart: none of them is the filer of what one of them filed.
    if let filer = filedBy.appointment, standing.appointment?.id == filer { all.insert(.filer) }
    if let lead, standing.appointment?.id == lead { all.insert(.partyLead) }
    return all
  }
}

// MARK: - Decisions

extension DocketFile {
  /// Decides a command, or refuses it.
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .draft(let title, let field, let description) = command {
      return try open(title: title, field: field, description: description, in: &scene)
    }
    let file = try scene.visible(DocketFile.self, id)
    try scene.act(try file.event(of: command, in: &scene), on: file)
  }

  /// Opens a draft. A visitor could not come back to it as its filer, so what a visitor writes is filed at once.
  private static func open(
    title: String, field: String, description: String, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(DocketFile.self, field: field)
    let fields = scene.region?.charter.fields ?? []
    guard fields.contains(field) else {
      throw .invalid(
        field: "field", fault: "'\(field)' is no field of cooperation here",
        remedy: "choose one of \(fields, .cooperationField)")
    }
    let title = try scene.checked(title, as: "title")
    let content = try scene.confide(description, as: "description", for: .everybody)
    let id = scene.open(DocketFile.self, with: .drafted(title: title, field: field, description: content))
    if scene.standing.appointment == nil, let file = scene.object(DocketFile.self, id) {
      scene.happen(filing(in: scene), to: file)
    }
  }

  /// The filing, with the moment by which the desk answers.
  private static func filing(in scene: borrowing Scene) -> Event {
    let charter = scene.region?.charter
    let calendar = charter?.calendar ?? WorkingCalendar(zone: "UTC", version: "none")
    return .filed(answerBy: calendar.deadline(from: scene.now, workingDays: charter?.answerWithin ?? 10))
  }

  /// The event that a command about this file asks for; whether it may happen is not asked here.
  private func event(of command: Command, in scene: inout Scene) throws(Refusal) -> Event {
    switch command {
    case .draft: preconditionFailure("a draft is opened, not changed")
    case .revise(let title, let description):
      return .revised(
        title: try scene.checked(title, as: "title"),
        description: try scene.confide(description, as: "description", for: .everybody))
    case .file: return Self.filing(in: scene)
    case .ask(let question):
      let limit = Int64(scene.region?.charter.clarificationLimit ?? 0) * Instant.millisecondsADay
      return .asked(
        question: try scene.confide(question, as: "question", for: .everybody),
        until: scene.now.later(by: max(0, limit - stoppedFor)))
    case .answer(let text):
      let content = try scene.confide(text, as: "text", for: .everybody)
      return .answered(text: content, stopped: stopped(at: scene.now), answerBy: answerDue(at: scene.now))
    case .accept: return .accepted
    case .reject(let reasons): return .rejected(reasons: try scene.checked(reasons, as: "reasons", limit: 4000))
    case .diagnose(let lead):
      guard let appointment = scene.object(Appointment.self, lead) else { throw .notFound(lead) }
      guard appointment.isValid(at: scene.now) else {
        throw .invalid(field: "lead", fault: "\(lead) is not valid now", remedy: "name somebody in office")
      }
      return .diagnosisBegun(lead: lead)
    case .map(let affected): return .mapped(affected: try checked(affected, in: scene))
    case .concludeDiagnosis(let summary):
      return .diagnosed(summary: try scene.confide(summary, as: "summary", for: .everybody))
    case .openOptions: return .optionsOpened
    case .decide(let outcome, let reasons, let mechanism):
      return .decided(
        outcome: outcome, reasons: try scene.checked(reasons, as: "reasons", limit: 4000),
        mechanism: try mechanism?.checked(in: scene))
    // Without a decision there is nothing to carry out; the act is then refused for its stage.
    case .carryOut: return .carriedOut(outcome: outcome ?? .notSolved)
    case .close(let reasons, let until):
      guard scene.now < until else {
        throw .invalid(field: "redressUntil", fault: "it is over already", remedy: "give a day to come")
      }
      return .closed(reasons: try scene.checked(reasons, as: "reasons", limit: 4000), redressUntil: until)
    case .merge(let other):
      guard other != id, let target = scene.object(DocketFile.self, other), target.isOpen else {
        throw .conditionFails(
          "the other file is open", act: "merge", remedy: "name another file that is filed and not yet closed")
      }
      return .merged(into: other)
    case .reopen(let evidence):
      return .reopened(evidence: try scene.confide(evidence, as: "evidence", for: .everybody))
    }
  }

  /// Lets a question lapse that nobody has answered.
  public func wake(in scene: inout Scene) throws(Refusal) {
    try scene.act(
      .clarificationLapsed(stopped: stopped(at: scene.now), answerBy: answerDue(at: scene.now)), on: self)
  }

  /// How long questions have stopped the clock by `moment`; never longer than to the end of the clarification.
  private func stopped(at moment: Instant) -> Int64 {
    guard let since = stoppedSince, let ends = clarificationEnds else { return stoppedFor }
    return stoppedFor + max(0, min(moment, ends).milliseconds - since.milliseconds)
  }

  /// When the desk must answer once its clock runs again: the first term, longer by what was stopped.
  private func answerDue(at moment: Instant) -> Instant {
    (begun?.due ?? moment).later(by: stopped(at: moment))
  }

  private func checked(_ affected: [Affected], in scene: borrowing Scene) throws(Refusal) -> [Affected] {
    guard Set(affected.map(\.organisation)).count == affected.count, affected.count <= 100 else {
      throw .invalid(
        field: "affected", fault: "a jurisdiction stands twice, or there are more than 100", remedy: "name each once")
    }
    for entry in affected {
      guard scene.object(Organisation.self, entry.organisation) != nil else { throw .notFound(entry.organisation) }
      if let reason = entry.reason { _ = try scene.checked(reason, as: "reason", limit: 500) }
    }
    return affected.sorted { $0.organisation < $1.organisation }
  }
}
