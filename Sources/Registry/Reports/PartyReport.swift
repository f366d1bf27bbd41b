/// What one party says it has done in a period for what it promised in one agreement.
///
/// It is pinned to the version of the agreement in force when it was drafted. Submitting locks it; it opens again only
/// by an act with a kind and a reason. Certified figures never change: an error found later becomes a correction that
/// stands beside them in the next joint report.
public struct PartyReport: RecordObject {
  public enum Stage: String, RecordStage {
    case draft, submitted, inControl, certified, included
    /// Opened again after submission.
    case reopenedLast, reopenedLimited
    /// Opened again after certification, for corrections.
    case correcting
  }

  public enum Command: RecordCommand {
    /// Drafts the report of the person's own organisation, pinned to the version in force.
    case draft(agreement: ObjectID, period: ReportingPeriod)
    case addItem(commitment: ObjectID, entry: Entry)
    case editItem(item: Int, entry: Entry)
    case removeItem(item: Int)
    case submit
    case resubmit
    case reopen(kind: ReopeningKind, reason: String)
    /// Opens certified figures for correction; `finding` is a number on the certificate or found later.
    case reopenCertified(finding: Int, reason: String)
    /// Proposes what the item's figure should have been; again for the same item before it is certified to change it.
    case correct(item: Int, amount: Int64, reason: String)
  }

  public enum Event: RecordEvent {
    case drafted(
      agreement: ObjectID, party: ObjectID, field: String?, agreementVersion: Int, period: ReportingPeriod)
    case itemAdded(item: Item)
    case itemEdited(item: Item)
    case itemRemoved(item: Int)
    case submitted
    case resubmitted
    case reopened(kind: ReopeningKind, reason: String)
    case reopenedCertified(finding: FindingReference, reason: String)
    case corrected(correction: Correction)
    case controlBegun(verification: ObjectID, monitor: ObjectID)
    case controlEnded(verification: ObjectID)
    case certified(verification: ObjectID)
    case included(jointReport: ObjectID)
    case excluded(jointReport: ObjectID)

    public var act: String {
      switch self {
      case .drafted: "draft"
      case .itemAdded: "addItem"
      case .itemEdited: "editItem"
      case .itemRemoved: "removeItem"
      case .submitted: "submit"
      case .resubmitted: "resubmit"
      case .reopened(let kind, _): kind.act
      case .reopenedCertified: "reopenCertified"
      case .corrected: "correct"
      case .controlBegun: "control"
      case .controlEnded: "endControl"
      case .certified: "certify"
      case .included: "include"
      case .excluded: "exclude"
      }
    }
  }

  public static let kind = ObjectKind.partyReport

  /// Control, certification and inclusion are brought about by verifications and joint reports, not asked for here.
  public static let lifeCycle = LifeCycle<PartyReport>(
    opening: .init("draft", from: [], to: .draft, by: [.partyClerk, .partyLead, .socialOrganisation]),
    [
      .init("addItem", from: [.draft], to: nil, by: [.partyClerk]),
      .init("editItem", from: [.draft, .reopenedLast, .reopenedLimited], to: nil, by: [.partyClerk]),
      .init("removeItem", from: [.draft], to: nil, by: [.partyClerk]),
      .init("submit", from: [.draft], to: .submitted, by: [.partyLead], power: .report, guards: [hasItems]),
      .init("control", from: [.submitted], to: .inControl, by: [.assignedMonitor]),
      .init("endControl", from: [.inControl], to: .submitted, by: [.conference, .authority]),
      .init("endControl", from: [.reopenedLast, .reopenedLimited], to: nil, by: [.conference, .authority]),
      .init(
        "reopenLast", from: [.submitted, .inControl], to: .reopenedLast, by: [.desk, .assignedMonitor],
        guards: [isLast]),
      .init(
        "reopenLimited", from: [.submitted, .inControl, .certified, .included], to: .reopenedLimited,
        by: [.desk, .assignedMonitor]),
      .init("certify", from: [.inControl], to: .certified, by: [.assignedMonitor]),
      .init("include", from: [.certified], to: .included, by: [.desk]),
      .init("exclude", from: [.included], to: .certified, by: [.desk]),
      .init(
        "reopenCertified", from: [.certified, .included], to: .correcting, by: [.desk, .assignedMonitor]),
      .init(
        "correct", from: [.correcting, .reopenedLast, .reopenedLimited], to: nil, by: [.partyClerk],
        guards: [mayCorrect]),
    ] + resubmissions)

  /// A report goes back to where it was opened; with new corrections it must be certified anew.
  private static let resubmissions: [LifeCycle<PartyReport>.Transition] = [
    ([.reopenedLast, .reopenedLimited, .correcting], .submitted), ([.reopenedLast, .reopenedLimited], .inControl),
    ([.reopenedLimited, .correcting], .certified), ([.reopenedLimited, .correcting], .included),
  ].map { (from: [Stage], to: Stage) in
    .init("resubmit", from: from, to: to, by: [.partyLead], power: .report)
  }

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  /// The version of the agreement in force when the report was drafted.
  public let agreementVersion: Int
  public let party: ObjectID
  public let period: ReportingPeriod
  public let field: String?
  public private(set) var audience: Audience
  public private(set) var items: [Item]
  /// How many items there have ever been: their numbers are not used again.
  public private(set) var itemsEver: Int
  public private(set) var corrections: [Correction]
  /// How often the report has been submitted: findings hold for one submission only.
  public private(set) var submissions: Int
  /// The stage in which it was opened again.
  public private(set) var reopenedFrom: Stage?
  public private(set) var reopeningReason: String?
  public private(set) var correcting: FindingReference?
  /// The verification that controls it or did last, and its monitor's appointment.
  public private(set) var controlledBy: ObjectID?
  public private(set) var controller: ObjectID?
  /// The verification whose certificate stands.
  public private(set) var certifiedBy: ObjectID?
  /// The joint report that carries the items.
  public private(set) var carriedInto: ObjectID?

  /// Whether the figures stay as they are: once certified or carried into a joint report.
  public var figuresAreFrozen: Bool { certifiedBy != nil || carriedInto != nil }
  /// Whether it is open again after having been submitted.
  public var isReopened: Bool { [.reopenedLast, .reopenedLimited, .correcting].contains(stage) }
  /// The commitments it is about, each once, ascending.
  public var commitments: [ObjectID] { Set(items.map(\.commitment)).sorted() }

  /// An item's figure with the corrections certified so far; nothing when there is no such item.
  public func correctedFigure(of item: Int) -> ReportedFigure? {
    guard let figure = items.first(where: { $0.id == item })?.figure else { return nil }
    let certified = corrections.filter { $0.item == item && $0.certifiedBy != nil }
    return ReportedFigure(certified.reduce(figure.amount) { $0 + $1.change.amount }, figure.unit)
  }

  var hasNewCorrections: Bool { corrections.contains { $0.certifiedBy == nil } }
  /// Whether certified corrections wait for a joint report.
  public var hasPendingCorrections: Bool {
    corrections.contains { $0.certifiedBy != nil && $0.carriedInto == nil }
  }
}

// MARK: - Conditions

extension PartyReport {
  private static let hasItems = LifeCycle<PartyReport>.Guard("the report has an item") { report, _ in
    report.items.isEmpty ? "add what was done for a commitment" : nil
  }

  private static let isLast = LifeCycle<PartyReport>.Guard("it is the party's last report") { report, scene in
    let later = recorded(in: scene) {
      $0.agreement == report.agreement && $0.party == report.party && $0.id > report.id
    }
    return later.last.map { "\($0.id) is later; reopen this one with the kind 'limited'" }
  }

  private static let mayCorrect = LifeCycle<PartyReport>.Guard("certified figures are open for correction") {
    report, _ in
    let isUnderCorrection = report.correcting != nil && ![.certified, .included].contains(report.reopenedFrom)
    return report.stage == .correcting || isUnderCorrection
      ? nil : "have it reopened for correction under a finding once it is certified"
  }
}

// MARK: - Changes

extension PartyReport {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .drafted(let agreement, let party, let field, let version, let period) = event else { return nil }
    (self.id, stage, self.agreement, agreementVersion) = (id, .draft, agreement, version)
    (self.party, self.field, self.period, audience) = (party, field, period, .holder(party))
    (items, itemsEver, corrections, submissions) = ([], 0, [], 0)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    let before = stage
    if case .resubmitted = event {
      stage = stageAfterResubmission
    } else {
      stage = Self.lifeCycle.stage(after: event.act, from: before)
    }
    switch event {
    case .drafted: break
    case .itemAdded(let item): (items, itemsEver) = (items + [item], max(itemsEver, item.id))
    case .itemEdited(let item): items = items.map { $0.id == item.id ? item : $0 }
    case .itemRemoved(let id): items.removeAll { $0.id == id }
    case .submitted:
      submissions += 1
      open(to: .region)
    case .resubmitted:
      (submissions, reopenedFrom, reopeningReason) = (submissions + 1, nil, nil)
      if stage == .certified || stage == .included { correcting = nil }
    case .reopened(_, let reason): (reopenedFrom, reopeningReason) = (before, reason)
    case .reopenedCertified(let finding, let reason):
      (reopenedFrom, reopeningReason, correcting) = (before, reason, finding)
    case .corrected(let correction):
      corrections.removeAll { $0.id == correction.id }
      corrections.append(correction)
    case .controlBegun(let verification, let monitor): (controlledBy, controller) = (verification, monitor)
    case .controlEnded:
      (controlledBy, controller) = (nil, nil)
      if reopenedFrom == .inControl { reopenedFrom = .submitted }
    case .certified(let verification):
      (certifiedBy, correcting) = (verification, nil)
      open(to: .everybody)
      for index in corrections.indices where corrections[index].certifiedBy == nil {
        corrections[index].certifiedBy = verification
      }
    case .included(let joint):
      carriedInto = carriedInto ?? joint
      for index in corrections.indices where corrections[index].certifiedBy != nil {
        corrections[index].carriedInto = corrections[index].carriedInto ?? joint
      }
    case .excluded(let joint):
      if carriedInto == joint { carriedInto = nil }
      for index in corrections.indices where corrections[index].carriedInto == joint {
        corrections[index].carriedInto = nil
      }
    }
  }

  /// Opens the report and its texts to a wider audience: a draft is the party's own, what is submitted the region's,
  /// and what is certified everybody's.
  private mutating func open(to wider: Audience) {
    guard wider.level < audience.level else { return }
    audience = wider
    for index in items.indices { items[index].open(to: wider) }
    for index in corrections.indices { corrections[index].reason = corrections[index].reason.opened(to: wider) }
  }

  private var stageAfterResubmission: Stage {
    guard stage == .correcting else { return reopenedFrom ?? .submitted }
    return hasNewCorrections ? .submitted : reopenedFrom ?? .certified
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: [party]))
    // A social organisation has neither clerks nor leads: its delegates report on its own contract.
    if standing.role == .socialDelegate, standing.organisation?.id == party {
      all.formUnion([.partyLead, .partyClerk])
    }
    if let controller, standing.appointment?.id == controller { all.insert(.assignedMonitor) }
    return all
  }
}
