/// What one party owes to others under a clause, from the day it is made until it is verified and closed.
///
/// Its stage follows from dates, reports and certificates; nobody types it.
public struct Commitment: RecordObject {
  public enum Stage: String, RecordStage {
    case pending, due, overdue, reported, verifiedMet, verifiedPartly, verifiedNotMet, waived, closed
  }

  /// How it is found out whether a commitment was met.
  public enum Method: String, Codable, Hashable, CaseIterable, Sendable {
    case documents, measurement, inspection, statement
  }

  public enum Command: RecordCommand {
    /// A party binds itself further, under a clause of an agreement in force.
    case make(
      agreement: ObjectID, clause: String, debtor: ObjectID, creditors: [ObjectID], measure: String, due: Instant,
      field: String)
    case close(remark: String)
  }

  /// What is settled beside who owes what by when.
  public struct Details: Codable, Hashable, Sendable {
    /// The version and the duty that it was made from; neither when a party bound itself further.
    public let version: Int?
    public let duty: String?
    public let evidence: String?
    public let method: Method
    /// From 1 to 1000.
    public let weight: Int
    /// Days before the due moment in which it counts as due.
    public let window: Int
    public let recurrence: Recurrence?
    /// From 1.
    public let occurrence: Int
    /// When the first occurrence was due; later ones are counted from it.
    public let firstDue: Instant?
    public let previous: ObjectID?

    public init(
      version: Int? = nil, duty: String? = nil, evidence: String? = nil, method: Method = .documents, weight: Int = 1,
      window: Int = 30, recurrence: Recurrence? = nil, occurrence: Int = 1, firstDue: Instant? = nil,
      previous: ObjectID? = nil
    ) {
      (self.version, self.duty, self.evidence, self.method) = (version, duty, evidence, method)
      (self.weight, self.window, self.recurrence) = (weight, window, recurrence)
      (self.occurrence, self.firstDue, self.previous) = (occurrence, firstDue, previous)
    }
  }

  public enum Event: RecordEvent {
    case made(
      agreement: ObjectID, clause: String, debtor: ObjectID, creditors: [ObjectID], measure: String, due: Instant,
      field: String, details: Details = Details())
    case fellDue
    case missed
    case reported(report: ObjectID)
    case verified(result: VerifiedResult, certificate: ObjectID)
    case disputed(dispute: ObjectID)
    case settled(dispute: ObjectID)
    case waived(version: Int)
    case released(reason: String)
    case closed(remark: String, next: ObjectID?)

    public var act: String {
      switch self {
      case .made: "make"
      case .fellDue: "fallDue"
      case .missed: "miss"
      case .reported: "report"
      case .verified: "verify"
      case .disputed: "dispute"
      case .settled: "settle"
      case .waived: "waive"
      case .released: "release"
      case .closed: "close"
      }
    }
  }

  public static let kind = ObjectKind.commitment

  private static let open: [Stage] = [
    .pending, .due, .overdue, .reported, .verifiedMet, .verifiedPartly, .verifiedNotMet,
  ]

  public static let lifeCycle = LifeCycle<Commitment>(
    opening: .init("make", from: [], to: .pending, by: [.partyLead, .clock], power: .sign, needsSecondFactor: true),
    [
      .init("fallDue", from: [.pending], to: .due, by: [.clock]),
      .init("miss", from: [.due], to: .overdue, by: [.clock]),
      .init(
        "report", from: [.pending, .due, .overdue, .reported, .verifiedPartly, .verifiedNotMet], to: .reported,
        by: [.debtorLead], power: .report),
      .init("report", from: [.verifiedMet], to: nil, by: [.debtorLead], power: .report),
      .init("verify", from: open, to: .verifiedMet, by: [.assignedMonitor], power: .certify),
      .init("verify", from: open, to: .verifiedPartly, by: [.assignedMonitor], power: .certify),
      .init("verify", from: open, to: .verifiedNotMet, by: [.assignedMonitor], power: .certify),
      .init("dispute", from: open, to: nil, by: [.debtorLead, .creditorLead]),
      .init("settle", from: open + [.waived, .closed], to: nil, by: [.conference, .mediator, .desk]),
      .init("waive", from: [.pending, .due], to: .waived, by: [.clock]),
      .init("release", from: [.pending, .due], to: .closed, by: [.clock]),
      .init(
        "close", from: [.verifiedMet, .verifiedPartly, .verifiedNotMet], to: .closed, by: [.creditorLead, .desk],
        guards: [isUndisputed]),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  public let clause: String
  public let debtor: ObjectID
  /// Ascending.
  public let creditors: [ObjectID]
  public let measure: String
  public let due: Instant
  private let fieldName: String
  public let details: Details
  /// The last report on it, and the certificate of the last verification.
  public private(set) var report: ObjectID?
  public private(set) var certificate: ObjectID?
  public private(set) var result: VerifiedResult?
  /// The disputes that are open about it; ascending.
  public private(set) var disputes: [ObjectID]
  /// When its due moment passed without a report, if it ever did.
  public private(set) var overdueSince: Instant?
  /// The version by which it was waived.
  public private(set) var waivedBy: Int?
  /// Why it was closed.
  public private(set) var remark: String?
  /// The next occurrence.
  public private(set) var next: ObjectID?

  public var field: String? { fieldName }
  public var audience: Audience { .everybody }

  /// Whether it still asks for something: neither closed nor waived.
  public var isOpen: Bool { stage != .closed && stage != .waived }

  /// Whether a dispute about it is open, in whatever stage it is.
  public var isDisputed: Bool { !disputes.isEmpty }

  /// Whether an amendment or the end of the agreement may let it go: what was owed by then, or is disputed, stays.
  func mayFallAway(at moment: Instant) -> Bool {
    [.pending, .due].contains(stage) && moment < due && !isDisputed
  }

  /// When it begins to count as due.
  public var windowOpens: Instant { due.later(days: -details.window) }

  /// It becomes due, and then overdue, by time alone.
  public var wakes: Instant? {
    switch stage {
    case .pending: windowOpens
    case .due: due
    default: nil
    }
  }

  private static let isUndisputed = LifeCycle<Commitment>.Guard("no open dispute") { commitment, _ in
    commitment.isDisputed ? "settle \(commitment.disputes) first" : nil
  }
}

/// What an independent check found of a commitment.
public enum VerifiedResult: String, Codable, Hashable, CaseIterable, Sendable { case met, partlyMet, notMet }

// MARK: - Changes

extension Commitment {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard
      case .made(
        let agreement, let clause, let debtor, let creditors, let measure, let due, let field, let details) = event
    else { return nil }
    (self.id, stage, self.agreement, self.clause) = (id, .pending, agreement, clause)
    (self.debtor, self.creditors, self.measure) = (debtor, creditors.sorted(), measure)
    (self.due, fieldName, self.details, disputes) = (due, field, details, [])
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = stage(after: event)
    switch event {
    case .made, .fellDue: break
    case .missed: overdueSince = due
    case .reported(let report): self.report = report
    case .verified(let result, let certificate): (self.result, self.certificate) = (result, certificate)
    case .disputed(let dispute): disputes = Agreement.union(disputes, [dispute])
    case .settled(let dispute): disputes.removeAll { $0 == dispute }
    case .waived(let version): waivedBy = version
    case .released(let reason): remark = reason
    case .closed(let remark, let next): (self.remark, self.next) = (remark, next)
    }
  }

  /// Three transitions share the act 'verify'; the result says which one it is.
  private func stage(after event: Event) -> Stage {
    guard case .verified(let result, _) = event, isOpen else {
      return Self.lifeCycle.stage(after: event.act, from: stage)
    }
    return switch result {
    case .met: .verifiedMet
    case .partlyMet: .verifiedPartly
    case .notMet: .verifiedNotMet
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: creditors + [debtor]))
    if standing.leads(debtor) { all.insert(.debtorLead) }
    if creditors.contains(where: standing.leads) { all.insert(.creditorLead) }
    return all
  }
}

// MARK: - Decisions

extension Commitment {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .make(let agreement, let clause, let debtor, let creditors, let measure, let due, let field):
      try make(
        under: agreement, clause: clause, debtor: debtor, creditors: creditors, measure: measure, due: due,
        field: field, in: &scene)
    case .close(let remark):
      let commitment = try scene.visible(Commitment.self, id)
      try scene.permit("close", on: commitment)
      let remark = try scene.checked(remark, as: "remark", limit: 1000)
      let next = commitment.openNext(in: &scene)
      scene.happen(.closed(remark: remark, next: next), to: commitment)
    }
  }

  private static func make(
    under agreement: ObjectID, clause: String, debtor: ObjectID, creditors: [ObjectID], measure: String, due: Instant,
    field: String, in scene: inout Scene
  ) throws(Refusal) {
    let home = try scene.visible(Agreement.self, agreement)
    try scene.permitOpening(Commitment.self, field: home.field)
    guard home.isInForce, home.ends.map({ scene.now < $0 }) ?? true, home.current?.clause(clause) != nil else {
      throw .conditionFails(
        "a clause in force", act: "make", remedy: "name an agreement in force and one of its clauses")
    }
    guard field == home.field else {
      throw .invalid(
        field: "field", fault: "\(agreement) is of another field", remedy: "write \(home.fieldName, .cooperationField)")
    }
    guard home.bound.contains(debtor), scene.standing.organisation?.id == debtor else {
      throw .conditionFails(
        "a party that binds itself", act: "make", remedy: "let \(debtor) bind itself, or amend the agreement")
    }
    guard !creditors.isEmpty, Set(creditors).count == creditors.count,
      creditors.allSatisfy({ home.parties.contains($0) && $0 != debtor })
    else {
      throw .invalid(
        field: "creditors", fault: "they are not other parties, each once",
        remedy: "choose among \((home.parties.filter { $0 != debtor }))")
    }
    try Agreement.check(due, as: "due", in: scene)
    guard scene.now < due else {
      throw .invalid(field: "due", fault: "it has passed", remedy: "give a moment after \(scene.now)")
    }
    guard home.commitments.count < Agreement.mostCommitments else {
      throw .conditionFails(
        "room for another commitment", act: "make", remedy: "make an agreement of its own")
    }
    let commitment = scene.open(
      Commitment.self,
      with: .made(
        agreement: agreement, clause: clause, debtor: debtor, creditors: creditors.sorted(),
        measure: try scene.checked(measure, as: "measure", limit: 300), due: due, field: field))
    scene.happen(
      .undertaken(
        made: Agreement.Made(commitment: commitment, version: home.current?.number ?? 0, clause: clause, duty: nil)),
      to: home)
  }

  /// Opens the next occurrence, if the duty recurs and still binds.
  private func openNext(in scene: inout Scene) -> ObjectID? {
    guard let recurrence = details.recurrence, details.occurrence < recurrence.times,
      scene.object(Agreement.self, agreement)?.stillOwes(self) == true
    else { return nil }
    let first = details.firstDue ?? due
    let calendar = scene.region?.charter.calendar ?? WorkingCalendar(zone: "UTC", version: "none")
    let upcoming = Details(
      version: details.version, duty: details.duty, evidence: details.evidence, method: details.method,
      weight: details.weight, window: details.window, recurrence: recurrence, occurrence: details.occurrence + 1,
      firstDue: first, previous: id)
    return scene.open(
      Commitment.self,
      with: .made(
        agreement: agreement, clause: clause, debtor: debtor, creditors: creditors, measure: measure,
        due: recurrence.due(details.occurrence + 1, first: first, in: calendar), field: fieldName, details: upcoming))
  }

  public func wake(in scene: inout Scene) throws(Refusal) {
    try scene.act(stage == .pending ? .fellDue : .missed, on: self)
  }
}
