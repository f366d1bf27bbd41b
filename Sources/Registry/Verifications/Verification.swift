/// An independent check of a report: who checks, what was drawn, checked and found, the answers, and the certificate.
///
/// A monitor without interest in the agreement works, a second person of the institution reviews, and the certificate
/// never changes; only a new certificate that names it takes its place.
public struct Verification: RecordObject {
  public enum Stage: String, RecordStage {
    case assigned, accepted, working, draftFindings, replyWindow, reviewed, certified, superseded
    /// Given back by the monitor; taken away by those who assigned.
    case declined, withdrawn
  }

  public enum Command: RecordCommand {
    /// Assigns a monitor's appointment. Those who assign give seed and size, so that neither the monitor nor the
    /// party chooses what is checked.
    case assign(of: ObjectID, monitor: ObjectID, seed: SamplingSeed, sampleSize: Int)
    /// Takes the work on, with every interest that could matter; none when there is none.
    case accept(interests: [String])
    case decline(reason: String)
    case begin
    case check(check: Check)
    case find(item: Int?, severity: Severity, text: String, exhibits: [Exhibit], due: CalendarDay?)
    case dropFinding(finding: Int, reason: String)
    case assess(result: Result)
    case concludeFindings
    case openReply
    case reply(finding: Int, text: String)
    case review
    case rework(reason: String)
    case certify(opinion: String)
    /// Records what comes to light after the certificate, which stays as it is.
    case findLater(item: Int?, severity: Severity, text: String, exhibits: [Exhibit], due: CalendarDay?)
    case withdraw(reason: String)
  }

  public enum Event: RecordEvent {
    case assigned(
      of: ObjectID, monitor: ObjectID, field: String?, institution: ObjectID, agreement: ObjectID, subjects: [ObjectID],
      readers: [ObjectID], seed: SamplingSeed, sampleSize: Int)
    case accepted(interests: [Confided])
    case declined(reason: String)
    case begun(sample: [Int], supersedes: ObjectID?)
    case checked(check: Check)
    case found(finding: Finding)
    case findingDropped(finding: Int, reason: String)
    case assessed(result: Result)
    case findingsConcluded(submission: Int)
    case replyOpened(until: Deadline)
    case replied(finding: Int, text: Confided)
    case replyClosed
    case reviewed
    case reworked(reason: String, sample: [Int])
    case certified(certificate: Certificate)
    case foundLater(finding: Finding)
    case superseded(by: ObjectID)
    case withdrawn(reason: String)

    public var act: String {
      switch self {
      case .assigned: "assign"
      case .accepted: "accept"
      case .declined: "decline"
      case .begun: "begin"
      case .checked: "check"
      case .found: "find"
      case .findingDropped: "dropFinding"
      case .assessed: "assess"
      case .findingsConcluded: "concludeFindings"
      case .replyOpened: "openReply"
      case .replied: "reply"
      case .replyClosed: "closeReply"
      case .reviewed: "review"
      case .reworked: "rework"
      case .certified: "certify"
      case .foundLater: "findLater"
      case .superseded: "supersede"
      case .withdrawn: "withdraw"
      }
    }
  }

  public static let kind = ObjectKind.verification

  public static let lifeCycle = LifeCycle<Verification>(
    opening: .init("assign", from: [], to: .assigned, by: [.conference, .authority], power: .assignMonitor),
    [
      .init("accept", from: [.assigned], to: .accepted, by: [.assignedMonitor], guards: [noConflict]),
      .init("decline", from: [.assigned, .accepted], to: .declined, by: [.assignedMonitor]),
      .init("begin", from: [.accepted], to: .working, by: [.assignedMonitor], guards: [reportIsSubmitted]),
      .init("check", from: [.working], to: nil, by: [.assignedMonitor]),
      .init("find", from: [.working], to: nil, by: [.assignedMonitor]),
      .init("dropFinding", from: [.working], to: nil, by: [.assignedMonitor]),
      .init("assess", from: [.working], to: nil, by: [.assignedMonitor]),
      .init(
        "concludeFindings", from: [.working], to: .draftFindings, by: [.assignedMonitor],
        guards: [reportIsInControl, sampleIsChecked, commitmentsAreAssessed]),
      .init("openReply", from: [.draftFindings], to: .replyWindow, by: [.assignedMonitor]),
      .init("reply", from: [.replyWindow], to: nil, by: [.subjectLead], guards: [replyIsOpen]),
      .init("closeReply", from: [.replyWindow], to: nil, by: [.clock]),
      .init("review", from: [.replyWindow], to: .reviewed, by: [.reviewer], guards: [replyIsOver]),
      .init(
        "rework", from: [.draftFindings, .replyWindow, .reviewed], to: .working, by: [.assignedMonitor, .reviewer]),
      .init(
        "certify", from: [.reviewed], to: .certified, by: [.assignedMonitor], power: .certify,
        needsSecondFactor: true, guards: [noConflict, reportIsInControl, findingsAreCurrent]),
      .init("findLater", from: [.certified], to: nil, by: [.assignedMonitor]),
      .init("supersede", from: [.certified], to: .superseded, by: [.assignedMonitor]),
      .init(
        "withdraw", from: [.assigned, .accepted, .working, .draftFindings, .replyWindow, .reviewed], to: .withdrawn,
        by: [.conference, .authority], power: .assignMonitor),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  /// The report that is checked.
  public let of: ObjectID
  public let agreement: ObjectID
  /// The appointment that works, and its organisation.
  public let monitor: ObjectID
  public let institution: ObjectID
  /// The organisations whose report it is: their leads answer findings. Ascending.
  public let subjects: [ObjectID]
  public let field: String?
  public let seed: SamplingSeed
  public let sampleSize: Int
  /// The verification whose certificate this one will replace, known once the work begins.
  public private(set) var supersedes: ObjectID?
  public private(set) var interests: [Confided]
  /// The items, or lines, to check; nothing before the work begins.
  public private(set) var sample: [Int]
  public private(set) var checks: [Check]
  public private(set) var findings: [Finding]
  /// How many findings there have ever been: their numbers are not used again.
  public private(set) var findingsEver: Int
  public private(set) var results: [Result]
  /// The submission of the report that the findings are about.
  public private(set) var submission: Int?
  public private(set) var replyUntil: Deadline?
  public private(set) var replyEnded: Instant?
  public private(set) var reviewer: ObjectID?
  public private(set) var certificate: Certificate?
  /// What came to light after the certificate.
  public private(set) var laterFindings: [Finding]
  public private(set) var supersededBy: ObjectID?
  /// Why it was declined, withdrawn or worked over.
  public private(set) var reason: String?
  public private(set) var audience: Audience

  public var wakes: Instant? { stage == .replyWindow && replyEnded == nil ? replyUntil?.due : nil }
  /// The findings on the certificate and those after it.
  public var allFindings: [Finding] { findings + laterFindings }
  /// Working days for which the findings wait for answers.
  public static let replyWithin = 10
}

// MARK: - Conditions

extension Verification {
  private static let noConflict = LifeCycle<Verification>.Guard("the institution has no interest in the agreement") {
    verification, scene in
    conflict(of: verification.institution, under: verification.agreement, in: scene)
      .map { "\($0); have another institution assigned" }
  }

  /// Why an institution may not check reports under an agreement: it takes part, is paid or owes under it, or belongs
  /// to a party.
  static func conflict(of institution: ObjectID, under agreement: ObjectID, in scene: borrowing Scene) -> Refusal
    .Sentence?
  {
    let parties = scene.object(Agreement.self, agreement)?.parties ?? []
    if parties.contains(institution) { return "\(institution) is party to \(agreement)" }
    if let parent = scene.object(Organisation.self, institution)?.parent, parties.contains(parent) {
      return "\(institution) belongs to \(parent), a party to \(agreement)"
    }
    let interested = Commitment.recorded(in: scene) {
      $0.agreement == agreement && ($0.debtor == institution || $0.creditors.contains(institution))
    }
    return interested.first.map { "\(institution) owes or is owed under \($0.id)" }
  }

  private static let reportIsSubmitted = LifeCycle<Verification>.Guard("the report is submitted and free") {
    verification, scene in
    guard let report = VerifiedReport(verification.of, in: scene) else { return "name a report" }
    return report.isSubmitted
      ? nil : "wait until \(report.id) is submitted and not checked by others: it is \(report.stage)"
  }

  private static let reportIsInControl = LifeCycle<Verification>.Guard("the report is under this check") {
    verification, scene in
    guard let report = VerifiedReport(verification.of, in: scene) else { return "name a report" }
    return report.controlledBy == verification.id ? nil : "wait until \(report.id) is submitted again"
  }

  private static let sampleIsChecked = LifeCycle<Verification>.Guard("every drawn item is checked") {
    verification, _ in
    let done = Set(verification.checks.map(\.item))
    let left = verification.sample.filter { !done.contains($0) }
    return left.isEmpty ? nil : "check \(left)"
  }

  private static let commitmentsAreAssessed = LifeCycle<Verification>.Guard("every commitment has a result") {
    verification, scene in
    let done = Set(verification.results.map(\.commitment))
    let left = (VerifiedReport(verification.of, in: scene)?.commitments ?? []).filter { !done.contains($0) }
    return left.isEmpty ? nil : "assess \(left)"
  }

  private static let replyIsOpen = LifeCycle<Verification>.Guard("the term for replies runs") { verification, scene in
    guard let due = verification.replyUntil?.due else { return "wait until it is opened" }
    let isOpen = verification.replyEnded == nil && scene.now < due
    return isOpen ? nil : "raise a dispute: replies closed at \(due)"
  }

  private static let replyIsOver = LifeCycle<Verification>.Guard("the term for replies is over") {
    verification, scene in
    guard let due = verification.replyUntil?.due else { return "wait until it is opened" }
    return due <= scene.now ? nil : "wait until \(due)"
  }

  private static let findingsAreCurrent = LifeCycle<Verification>.Guard("the findings are about the report as it is") {
    verification, scene in
    let now = VerifiedReport(verification.of, in: scene)?.submissions
    return verification.submission == now ? nil : "work the findings over: the report was submitted again since"
  }
}

// MARK: - Changes

extension Verification {
  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard
      case .assigned(
        let of, let monitor, let field, let institution, let agreement, let subjects, let readers, let seed,
        let sampleSize) = event
    else { return nil }
    (self.id, stage, self.of, self.monitor, self.field) = (id, .assigned, of, monitor, field)
    (self.institution, self.agreement, self.subjects, self.seed) = (institution, agreement, subjects, seed)
    (self.sampleSize, audience) = (sampleSize, .parties(readers))
    (interests, sample, checks, findings, results, laterFindings) = ([], [], [], [], [], [])
    findingsEver = 0
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .assigned: break
    case .accepted(let interests): self.interests = interests
    case .declined(let reason), .withdrawn(let reason): self.reason = reason
    case .begun(let sample, let supersedes): (self.sample, self.supersedes) = (sample, supersedes)
    case .checked(let check):
      checks = (checks.filter { $0.item != check.item } + [check]).sorted { $0.item < $1.item }
    case .found(let finding): (findings, findingsEver) = (findings + [finding], max(findingsEver, finding.id))
    case .findingDropped(let id, _): findings.removeAll { $0.id == id }
    case .assessed(let result):
      results = (results.filter { $0.commitment != result.commitment } + [result])
        .sorted { $0.commitment < $1.commitment }
    case .findingsConcluded(let submission): self.submission = submission
    case .replyOpened(let until): (replyUntil, replyEnded) = (until, nil)
    case .replied(let id, let text):
      for index in findings.indices where findings[index].id == id { findings[index].reply = text }
    case .replyClosed: replyEnded = moment
    case .reviewed: reviewer = author.appointment
    case .reworked(let reason, let sample):
      (self.reason, self.sample) = (reason, sample)
      (submission, replyUntil, replyEnded, reviewer) = (nil, nil, nil, nil)
    case .certified(let certificate):
      (self.certificate, interests, audience) = (certificate, certificate.interests, .everybody)
    case .foundLater(let finding):
      (laterFindings, findingsEver) = (laterFindings + [finding], max(findingsEver, finding.id))
    case .superseded(let other): supersededBy = other
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities
    guard let appointment = standing.appointment?.id, let organisation = standing.organisation?.id else { return all }
    if appointment == monitor {
      all.insert(.assignedMonitor)
    } else if organisation == institution, standing.role == .monitor {
      all.insert(.reviewer)
    }
    let answers = standing.role == .lead || standing.role == .socialDelegate
    if answers, subjects.contains(organisation) { all.insert(.subjectLead) }
    return all
  }
}
