/// What the parties of an agreement say together about a period: the certified figures of their own reports, added up,
/// and the corrections of earlier ones.
public struct JointReport: RecordObject {
  public enum Stage: String, RecordStage {
    case draft, submitted, inVerification, finalised
    /// Opened again after submission.
    case reopenedLast, reopenedLimited
  }

  public enum Command: RecordCommand {
    case draft(agreement: ObjectID, period: ReportingPeriod)
    case summarise(text: String)
    /// Takes in what a certified party report has to carry: its figures and its pending corrections.
    case takeIn(report: ObjectID)
    case leaveOut(report: ObjectID)
    case submit
    case resubmit
    case reopen(kind: ReopeningKind, reason: String)
  }

  public enum Event: RecordEvent {
    case drafted(
      agreement: ObjectID, field: String?, agreementVersion: Int, period: ReportingPeriod, parties: [ObjectID])
    case summarised(text: Confided)
    case tookIn(report: ObjectID, lines: [Line])
    case leftOut(report: ObjectID)
    case submitted
    case resubmitted
    case reopened(kind: ReopeningKind, reason: String)
    case verificationBegun(verification: ObjectID, monitor: ObjectID)
    case verificationEnded(verification: ObjectID)
    case finalised(verification: ObjectID)

    public var act: String {
      switch self {
      case .drafted: "draft"
      case .summarised: "summarise"
      case .tookIn: "takeIn"
      case .leftOut: "leaveOut"
      case .submitted: "submit"
      case .resubmitted: "resubmit"
      case .reopened(let kind, _): kind.act
      case .verificationBegun: "verify"
      case .verificationEnded: "endVerification"
      case .finalised: "finalise"
      }
    }
  }

  public static let kind = ObjectKind.jointReport

  /// Reopening the last joint report lets further certified reports in; nothing that was taken in is left out then.
  public static let lifeCycle = LifeCycle<JointReport>(
    opening: .init("draft", from: [], to: .draft, by: [.desk]),
    [
      .init("summarise", from: [.draft, .reopenedLast, .reopenedLimited], to: nil, by: [.desk]),
      .init("takeIn", from: [.draft, .reopenedLast], to: nil, by: [.desk]),
      .init("leaveOut", from: [.draft], to: nil, by: [.desk]),
      .init(
        "submit", from: [.draft], to: .submitted, by: [.desk], power: .report,
        guards: [hasLines, carriesCorrections]),
      .init("verify", from: [.submitted], to: .inVerification, by: [.assignedMonitor]),
      .init("endVerification", from: [.inVerification], to: .submitted, by: [.conference, .authority]),
      .init("endVerification", from: [.reopenedLast, .reopenedLimited], to: nil, by: [.conference, .authority]),
      .init("finalise", from: [.inVerification], to: .finalised, by: [.assignedMonitor]),
      .init(
        "reopenLast", from: [.submitted, .inVerification], to: .reopenedLast, by: [.desk, .assignedMonitor],
        guards: [isLast]),
      .init(
        "reopenLimited", from: [.submitted, .inVerification], to: .reopenedLimited, by: [.desk, .assignedMonitor]),
      // The stage in which it was opened again says which of the two it is.
      .init(
        "resubmit", from: [.reopenedLast, .reopenedLimited], to: .submitted, by: [.desk], power: .report,
        guards: [carriesCorrections]),
      .init(
        "resubmit", from: [.reopenedLast, .reopenedLimited], to: .inVerification, by: [.desk], power: .report,
        guards: [carriesCorrections]),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  /// The version of the agreement in force when the report was drafted.
  public let agreementVersion: Int
  public let period: ReportingPeriod
  public let field: String?
  /// The parties of the agreement; ascending.
  public let parties: [ObjectID]
  public private(set) var summary: Confided?
  public private(set) var lines: [Line]
  /// How often the report has been submitted: findings hold for one submission only.
  public private(set) var submissions: Int
  public private(set) var reopenedFrom: Stage?
  public private(set) var reopeningReason: String?
  /// The verification that checks it or did last, and its monitor's appointment.
  public private(set) var verifiedBy: ObjectID?
  public private(set) var verifier: ObjectID?

  public var audience: Audience { stage == .finalised ? .everybody : .region }
  public var isReopened: Bool { [.reopenedLast, .reopenedLimited].contains(stage) }
  /// The party reports taken in, each once, ascending.
  public var reports: [ObjectID] { Set(lines.map(\.report)).sorted() }
  /// The parties of the agreement none of whose reports is in; ascending.
  public var missingParties: [ObjectID] {
    let there = Set(lines.map(\.party))
    return parties.filter { !there.contains($0) }
  }

  /// The lines added up by commitment and unit, in the order of both.
  public var totals: [Total] {
    struct Key: Hashable {
      let commitment: ObjectID
      let unit: String
    }
    let sums = Dictionary(grouping: lines) { Key(commitment: $0.commitment, unit: $0.figure.unit) }
      .mapValues { $0.reduce(Int64(0)) { $0 + $1.figure.amount } }
    return sums.sorted { ($0.key.commitment, $0.key.unit) < ($1.key.commitment, $1.key.unit) }
      .map { Total(commitment: $0.key.commitment, figure: ReportedFigure($0.value, $0.key.unit)) }
  }
}

// MARK: - Conditions

extension JointReport {
  private static let hasLines = LifeCycle<JointReport>.Guard("a certified report is taken in") { report, _ in
    report.lines.isEmpty ? "take in a certified party report" : nil
  }

  private static let carriesCorrections = LifeCycle<JointReport>.Guard("every pending correction is taken in") {
    report, scene in
    // What text-only reopening cannot take in waits for the next report.
    guard report.stage != .reopenedLimited else { return nil }
    let left = PartyReport.recorded(in: scene) {
      $0.agreement == report.agreement && $0.stage == .certified && $0.hasPendingCorrections
    }
    return left.isEmpty ? nil : "take in \(left.map(\.id))"
  }

  private static let isLast = LifeCycle<JointReport>.Guard("it is the agreement's last joint report") {
    report, scene in
    let later = recorded(in: scene) { $0.agreement == report.agreement && $0.id > report.id }
    return later.last.map { "\($0.id) is later; reopen this one with the kind 'limited'" }
  }
}

// MARK: - Changes

extension JointReport {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .drafted(let agreement, let field, let version, let period, let parties) = event else { return nil }
    (self.id, stage, self.agreement, agreementVersion) = (id, .draft, agreement, version)
    (self.field, self.period, self.parties) = (field, period, parties)
    (lines, submissions) = ([], 0)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    let before = stage
    if case .resubmitted = event {
      stage = reopenedFrom ?? .submitted
    } else {
      stage = Self.lifeCycle.stage(after: event.act, from: before)
    }
    switch event {
    case .drafted: break
    case .summarised(let text): summary = text
    case .tookIn(_, let lines): self.lines += lines
    case .leftOut(let report): lines.removeAll { $0.report == report }
    case .submitted: submissions += 1
    case .resubmitted: (submissions, reopenedFrom, reopeningReason) = (submissions + 1, nil, nil)
    case .reopened(_, let reason): (reopenedFrom, reopeningReason) = (before, reason)
    case .verificationBegun(let verification, let monitor): (verifiedBy, verifier) = (verification, monitor)
    case .verificationEnded:
      (verifiedBy, verifier) = (nil, nil)
      if reopenedFrom == .inVerification { reopenedFrom = .submitted }
    case .finalised(let verification):
      (verifiedBy, summary) = (verification, summary?.opened(to: .everybody))
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: parties))
    if let verifier, standing.appointment?.id == verifier { all.insert(.assignedMonitor) }
    return all
  }
}

// MARK: - Decisions

extension JointReport {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .draft(let agreement, let period) = command {
      return try draft(under: agreement, period: period, in: &scene)
    }
    let report = try scene.visible(JointReport.self, id)
    switch command {
    case .draft: preconditionFailure("a joint report is opened by its draft, not changed")
    case .summarise(let text):
      try scene.permit("summarise", on: report)
      scene.happen(.summarised(text: try scene.confide(text, as: "text", for: .region)), to: report)
    case .takeIn(let other):
      try scene.permit("takeIn", on: report)
      try report.takeIn(other, in: &scene)
    case .leaveOut(let other):
      try scene.permit("leaveOut", on: report)
      let source = try report.source(other, in: scene)
      guard report.reports.contains(other), source.stage == .included else {
        throw .conditionFails(
          "the report is taken in and not open", act: "leaveOut", remedy: "name a report that stands here")
      }
      scene.happen(.leftOut(report: other), to: report)
      scene.happen(.excluded(jointReport: report.id), to: source)
    case .submit: try scene.act(.submitted, on: report)
    case .resubmit: try scene.act(.resubmitted, on: report)
    case .reopen(let kind, let reason):
      try scene.permit(kind.act, on: report)
      scene.happen(.reopened(kind: kind, reason: try scene.checked(reason, as: "reason", limit: 500)), to: report)
    }
  }

  private static func draft(
    under agreement: ObjectID, period: ReportingPeriod, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(JointReport.self)
    // One that is in force has been filed, so that the office sees it though it is no party.
    let agreement = try scene.visible(Agreement.self, agreement)
    let version = try PartyReport.versionInForce(of: agreement, act: "draft")
    let period = try period.checked()
    let others = recorded(in: scene) { $0.agreement == agreement.id }
    if let last = others.last, last.isReopened {
      throw .conditionFails(
        "the last joint report is not open again", act: "draft", remedy: "resubmit \(last.id) first")
    }
    if let same = others.first(where: { $0.period == period }) {
      throw .conditionFails(
        "one joint report an agreement and period", act: "draft", remedy: "use \(same.id), or give another period")
    }
    scene.open(
      JointReport.self,
      with: .drafted(
        agreement: agreement.id, field: agreement.field, agreementVersion: version, period: period,
        parties: agreement.parties.sorted()))
  }

  private func source(_ id: ObjectID, in scene: borrowing Scene) throws(Refusal) -> PartyReport {
    let source = try scene.visible(PartyReport.self, id)
    guard source.agreement == agreement else {
      throw .invalid(
        field: "report", fault: "\(id) is about \(source.agreement)", remedy: "choose a report about \(agreement)")
    }
    return source
  }

  private func takeIn(_ other: ObjectID, in scene: inout Scene) throws(Refusal) {
    let source = try source(other, in: scene)
    guard source.stage == .certified else {
      throw .conditionFails(
        "the report is certified", act: "takeIn", remedy: "have \(other) certified: it is \(stageOf: source)")
    }
    let new = source.linesToCarry
    guard lines.count + new.count <= Self.lineLimit else {
      throw .invalid(
        field: "report",
        fault: "the joint report would have \(lines.count + new.count) lines, at most \(Self.lineLimit) fit",
        remedy: "take it into the next one")
    }
    scene.happen(.tookIn(report: other, lines: new), to: self)
    scene.happen(.included(jointReport: id), to: source)
  }
}
