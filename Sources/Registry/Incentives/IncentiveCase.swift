/// A reward or a sanction from its trigger to its effect: notified, heard, decided by the conference, open to appeal.
///
/// Nobody of the organisation concerned decides about it. A sanction is the region's own affair until its subject was
/// heard; then it is public. A payment takes effect and is posted in one decision, and lifting it reverses the entry.
public struct IncentiveCase: RecordObject {
  public enum Stage: String, RecordStage {
    case triggered, proposed, notified, heard, decided, inAppeal, effective, dismissed, lifted
  }

  /// What gave rise to the case.
  public enum Trigger: Codable, Hashable, Sendable {
    /// A certificate's result about a commitment.
    case certificate(ObjectID, commitment: ObjectID)
    case overdue(commitment: ObjectID)
  }

  /// Whether the subject gains or loses by it.
  public enum Direction: String, Codable, Hashable, CaseIterable, Sendable { case reward, sanction }

  /// What is to follow: a payment in the books, or words.
  public enum Measure: Codable, Hashable, Sendable {
    case payment(transfers: [Transfer], books: ObjectID)
    case publicNotice(text: String)
    case suspension(ofVote: Bool, until: Instant)
  }

  public enum Command: RecordCommand {
    case trigger(agreement: ObjectID, subject: ObjectID, direction: Direction, rule: String, trigger: Trigger)
    case propose(measure: Measure, reasons: String)
    case notify
    case reply(text: String)
    case waiveReply
    case decide(grant: Bool, reasons: String, inFavour: Int, against: Int, quorum: Int)
    case appeal(grounds: String)
    case decideAppeal(upheld: Bool, reasons: String)
    case putIntoEffect
    case lift(reasons: String)
  }

  public enum Event: RecordEvent {
    case triggered(
      agreement: ObjectID, subject: ObjectID, direction: Direction, rule: String, trigger: Trigger, field: String)
    case proposed(measure: Measure, reasons: Confided)
    case notified(replyBy: Deadline)
    case replied(text: Confided)
    case replyWaived
    case replyLapsed
    case granted(reasons: String, inFavour: Int, against: Int, quorum: Int, appealBy: Deadline)
    case dismissed(reasons: String, inFavour: Int, against: Int, quorum: Int)
    case appealed(grounds: Confided, decideBy: Instant)
    case appealOverdue
    case appealUpheld(reasons: String)
    case appealRejected(reasons: String)
    /// The entry with which the payment was posted, when the measure is one.
    case effective(entry: String?)
    /// The entry that undid the payment, when there was one to undo.
    case lifted(reasons: String, entry: String?)
    case suspensionEnded

    public var act: String {
      switch self {
      case .triggered: "trigger"
      case .proposed: "propose"
      case .notified: "notify"
      case .replied: "reply"
      case .replyWaived: "waiveReply"
      case .replyLapsed: "lapse"
      case .granted: "grant"
      case .dismissed: "dismiss"
      case .appealed: "appeal"
      case .appealOverdue: "remind"
      case .appealUpheld: "upholdAppeal"
      case .appealRejected: "rejectAppeal"
      case .effective: "putIntoEffect"
      case .lifted: "lift"
      case .suspensionEnded: "expire"
      }
    }
  }

  public static let kind = ObjectKind.incentiveCase
  public static let lifeCycle = LifeCycle<IncentiveCase>(
    opening: .init("trigger", from: [], to: .triggered, by: [.desk, .monitor]),
    [
      .init("propose", from: [.triggered], to: .proposed, by: [.desk]),
      .init("notify", from: [.proposed], to: .notified, by: [.desk]),
      .init("reply", from: [.notified], to: .heard, by: [.subjectLead], guards: [replyIsOpen]),
      .init("waiveReply", from: [.notified], to: .heard, by: [.subjectLead], guards: [replyIsOpen]),
      .init("lapse", from: [.notified], to: .heard, by: [.clock]),
      .init("grant", from: [.heard], to: .decided, by: [.conference], power: .decide, guards: [isIndependent]),
      .init("dismiss", from: [.heard], to: .dismissed, by: [.conference], power: .decide, guards: [isIndependent]),
      .init("appeal", from: [.decided], to: .inAppeal, by: [.subjectLead], guards: [appealIsOpen]),
      .init("remind", from: [.inAppeal], to: nil, by: [.clock]),
      .init(
        "upholdAppeal", from: [.inAppeal], to: .dismissed, by: [.authority], power: .decide, guards: [isIndependent]),
      .init(
        "rejectAppeal", from: [.inAppeal], to: .decided, by: [.authority], power: .decide, guards: [isIndependent]),
      .init(
        "putIntoEffect", from: [.decided], to: .effective, by: [.desk], power: .post,
        guards: [appealIsOver, isIndependent, measureIsTimely]),
      .init("lift", from: [.effective], to: .lifted, by: [.conference], power: .decide, guards: [isIndependent]),
      .init("expire", from: [.effective], to: .lifted, by: [.clock]),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  /// The organisation that is rewarded or sanctioned.
  public let subject: ObjectID
  public let direction: Direction
  /// The clause or rule by which.
  public let rule: String
  public let trigger: Trigger
  private let fieldName: String
  public private(set) var measure: Measure?
  public private(set) var proposalReasons: Confided?
  public private(set) var replyBy: Instant?
  public private(set) var reply: Confided?
  public private(set) var reasons: String?
  public private(set) var appealBy: Instant?
  public private(set) var appeal: Confided?
  /// Whether an appeal has been decided: there is only one.
  public private(set) var wasAppealed: Bool
  public private(set) var appealDueBy: Instant?
  /// Whether the time for deciding the appeal has passed without a decision; the measure waits all the same.
  public private(set) var isAppealLate: Bool
  /// The entry that holds the payment, while it stands.
  public private(set) var entry: String?

  /// Working days for a reply, and for an appeal.
  public static let replyWithin = 10
  /// Days within which the authority decides an appeal.
  public static let appealDays = 60

  public var field: String? { fieldName }

  public var wakes: Instant? {
    switch stage {
    case .notified: return replyBy
    case .inAppeal: return isAppealLate ? nil : appealDueBy
    case .effective:
      if case .suspension(_, let until) = measure { return until }
      return nil
    default: return nil
    }
  }

  /// Nothing against anybody is published before it was heard.
  public var audience: Audience { direction == .sanction && !wasHeard ? .region : .everybody }

  private var wasHeard: Bool { ![.triggered, .proposed, .notified].contains(stage) }

  /// What the case rests on: one ground has one effect.
  var ground: String {
    switch trigger {
    case .certificate(let certificate, let commitment): "\(direction.rawValue) \(commitment) \(certificate)"
    case .overdue(let commitment): "\(direction.rawValue) \(commitment) overdue"
    }
  }

  // MARK: Conditions

  private static let replyIsOpen = LifeCycle<IncentiveCase>.Guard("the time to reply is not over") { object, scene in
    guard let end = object.replyBy, scene.now >= end else { return nil }
    return "it ended at \(end); the case is decided without a reply"
  }

  private static let appealIsOpen = LifeCycle<IncentiveCase>.Guard("an appeal is still possible") { object, scene in
    if object.wasAppealed { return "the appeal has been decided" }
    guard let end = object.appealBy, scene.now >= end else { return nil }
    return "the time ended at \(end)"
  }

  private static let isIndependent = LifeCycle<IncentiveCase>.Guard("whoever decides is not of the party concerned") {
    object, scene in
    scene.standing.organisation?.id == object.subject ? "let somebody do it who is not of \(object.subject)" : nil
  }

  private static let measureIsTimely = LifeCycle<IncentiveCase>.Guard("the measure still has time to run") {
    object, scene in
    guard case .suspension(_, let until) = object.measure, scene.now >= until else { return nil }
    return "the suspension was to end at \(until); it takes no effect any more"
  }

  private static let appealIsOver = LifeCycle<IncentiveCase>.Guard("no appeal is possible any more") { object, scene in
    guard !object.wasAppealed, let end = object.appealBy, scene.now < end else { return nil }
    return "wait until \(end)"
  }

  // MARK: Changes

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard
      case .triggered(let agreement, let subject, let direction, let rule, let trigger, let field) = event
    else { return nil }
    (self.id, stage, self.agreement, self.subject) = (id, .triggered, agreement, subject)
    (self.direction, self.rule, self.trigger, fieldName) = (direction, rule, trigger, field)
    (wasAppealed, isAppealLate) = (false, false)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .triggered: break
    case .proposed(let measure, let reasons): (self.measure, proposalReasons) = (measure, reasons)
    case .notified(let deadline): replyBy = deadline.due
    case .replied(let text): (reply, proposalReasons) = (text, proposalReasons?.opened(to: .everybody))
    case .replyWaived, .replyLapsed: proposalReasons = proposalReasons?.opened(to: .everybody)
    case .granted(let reasons, _, _, _, let deadline): (self.reasons, appealBy) = (reasons, deadline.due)
    case .dismissed(let reasons, _, _, _): self.reasons = reasons
    case .appealed(let grounds, let decideBy): (appeal, appealDueBy) = (grounds, decideBy)
    case .appealOverdue: isAppealLate = true
    case .appealUpheld(let reasons), .appealRejected(let reasons): (self.reasons, wasAppealed) = (reasons, true)
    case .effective(let entry): self.entry = entry
    case .lifted(let reasons, _): (self.reasons, entry) = (reasons, nil)
    case .suspensionEnded: break
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities
    if standing.leads(subject) { all.insert(.subjectLead) }
    return all
  }

  // MARK: Decisions

  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .trigger(let agreement, let subject, let direction, let rule, let trigger) = command {
      try scene.permitOpening(IncentiveCase.self)
      let work = try scene.visible(Agreement.self, agreement)
      guard work.parties.contains(subject) else {
        throw .invalid(
          field: "subject", fault: "\(subject) is no party of \(agreement)",
          remedy: "name one of \(work.parties)")
      }
      try check(trigger, direction, of: agreement, subject: subject, in: scene)
      scene.open(
        IncentiveCase.self,
        with: .triggered(
          agreement: agreement, subject: subject, direction: direction, rule: try scene.checked(rule, as: "rule"),
          trigger: trigger, field: work.field ?? ""))
      return
    }
    let object = try scene.visible(IncentiveCase.self, id)
    switch command {
    case .trigger: preconditionFailure("a case is opened above")
    case .propose(let measure, let reasons):
      try scene.permit("propose", on: object)
      try check(measure, of: object, in: scene)
      let content = try scene.confide(reasons, as: "reasons", for: object.audience)
      try scene.act(.proposed(measure: measure, reasons: content), on: object)
    case .notify: try scene.act(.notified(replyBy: tenDays(in: scene)), on: object)
    case .reply(let text):
      try scene.act(.replied(text: try scene.confide(text, as: "text", for: .everybody)), on: object)
    case .waiveReply: try scene.act(.replyWaived, on: object)
    case .decide(let grant, let reasons, let inFavour, let against, let quorum):
      let reasons = try scene.checked(reasons, as: "reasons", limit: 4000)
      try check(grant: grant, inFavour: inFavour, against: against, quorum: quorum)
      try scene.act(
        grant
          ? .granted(
            reasons: reasons, inFavour: inFavour, against: against, quorum: quorum, appealBy: tenDays(in: scene))
          : .dismissed(reasons: reasons, inFavour: inFavour, against: against, quorum: quorum), on: object)
    case .appeal(let grounds):
      let content = try scene.confide(grounds, as: "grounds", for: .everybody)
      try scene.act(.appealed(grounds: content, decideBy: scene.now.later(days: appealDays)), on: object)
    case .decideAppeal(let upheld, let reasons):
      let reasons = try scene.checked(reasons, as: "reasons", limit: 4000)
      try scene.act(upheld ? .appealUpheld(reasons: reasons) : .appealRejected(reasons: reasons), on: object)
    case .putIntoEffect: try putIntoEffect(object, in: &scene)
    case .lift(let reasons):
      try lift(object, reasons: try scene.checked(reasons, as: "reasons", limit: 4000), in: &scene)
    }
  }

  public func wake(in scene: inout Scene) throws(Refusal) {
    switch stage {
    case .notified: try scene.act(.replyLapsed, on: self)
    case .inAppeal: try scene.act(.appealOverdue, on: self)
    case .effective: try scene.act(.suspensionEnded, on: self)
    default: break
    }
  }

  /// The measure takes effect and its payments are posted in one decision: there is no effect without its entry.
  private static func putIntoEffect(_ object: IncentiveCase, in scene: inout Scene) throws(Refusal) {
    try scene.permit("putIntoEffect", on: object)
    guard case .payment(let transfers, let id) = object.measure else {
      return scene.happen(.effective(entry: nil), to: object)
    }
    let books = try openBooks(id, act: "putIntoEffect", in: scene)
    if let other = books.effects.values.filter({ $0.ground == object.ground }).map(\.of).min() {
      throw .conditionFails(
        "one ground has one effect", act: "putIntoEffect", remedy: "\(other) is in effect on the same ground; lift it")
    }
    let entry = try books.entry(memo: "\(object.id): \(object.rule)", transfers: transfers, at: scene.now)
    scene.happen(.effective(entry: entry.id), to: object)
    scene.happen(
      .posted(entry: entry, effect: RegionBooks.Effect(of: object.id, ground: object.ground)), to: books)
  }

  /// What was paid is undone by its mirror in the decision that lifts the measure.
  private static func lift(_ object: IncentiveCase, reasons: String, in scene: inout Scene) throws(Refusal) {
    try scene.permit("lift", on: object)
    guard case .payment(_, let id) = object.measure, let paid = object.entry else {
      return scene.happen(.lifted(reasons: reasons, entry: nil), to: object)
    }
    let books = try openBooks(id, act: "lift", in: scene)
    let memo = OwnSentence.measureLifted(object.id).description
    let entry = try books.reversal(of: paid, memo: memo, at: scene.now)
    scene.happen(.lifted(reasons: reasons, entry: entry.id), to: object)
    scene.happen(.posted(entry: entry, effect: nil), to: books)
  }

  private static func openBooks(
    _ id: ObjectID, act: String, in scene: borrowing Scene
  ) throws(Refusal) -> RegionBooks {
    guard let books = scene.object(RegionBooks.self, id) else { throw .notFound(id) }
    guard books.stage == .open else {
      throw .conditionFails("the books are open", act: act, remedy: "\(id) is closed; decide on a new case")
    }
    guard books.books.entries.count < RegionBooks.entryLimit else {
      throw .conditionFails("there is room for another entry", act: act, remedy: "\(id) is full")
    }
    return books
  }

  private static func tenDays(in scene: borrowing Scene) -> Deadline {
    let calendar = scene.region?.charter.calendar ?? WorkingCalendar(zone: "UTC", version: "none")
    return calendar.deadline(from: scene.now, workingDays: replyWithin)
  }

  private static func check(
    _ trigger: Trigger, _ direction: Direction, of agreement: ObjectID, subject: ObjectID, in scene: borrowing Scene
  ) throws(Refusal) {
    let id =
      switch trigger {
      case .certificate(_, let commitment), .overdue(let commitment): commitment
      }
    guard let commitment = scene.object(Commitment.self, id), commitment.agreement == agreement,
      commitment.debtor == subject
    else { throw .notFound(id) }
    switch trigger {
    case .certificate(let certificate, _):
      guard commitment.certificate == certificate, let result = commitment.result else { throw .notFound(certificate) }
      guard (direction == .reward) == (result == .met) else {
        throw .conditionFails(
          "a reward for what was met, a sanction for what was not", act: "trigger",
          remedy: "\(certificate) found \(id) '\(result)'")
      }
    case .overdue:
      guard direction == .sanction, commitment.stage == .overdue else {
        throw .conditionFails(
          "a sanction for an overdue commitment", act: "trigger", remedy: "\(id) is '\(stageOf: commitment)'")
      }
    }
    guard !commitment.isDisputed else {
      throw .conditionFails("no open dispute", act: "trigger", remedy: "wait for the end of the dispute about \(id)")
    }
  }

  private static func check(_ measure: Measure, of object: IncentiveCase, in scene: borrowing Scene) throws(Refusal) {
    switch measure {
    case .payment(let transfers, let id):
      guard let books = scene.object(RegionBooks.self, id), books.agreement == object.agreement else {
        throw .notFound(id)
      }
      guard !transfers.isEmpty else {
        throw .invalid(field: "measure", fault: "no payment is named", remedy: "name the payments")
      }
      let subject = object.subject.description
      let isOneWay = transfers.allSatisfy { transfer in
        let (own, other) =
          object.direction == .sanction ? (transfer.from, transfer.to) : (transfer.to, transfer.from)
        return own.owner == subject && other.owner != subject
      }
      guard isOneWay else {
        throw .invalid(
          field: "measure", fault: "a \(object.direction) does not go this way",
          remedy: object.direction == .sanction
            ? "let \(object.subject) pay others" : "let others pay \(object.subject)")
      }
      _ = try books.entry(memo: "proposal", transfers: transfers, at: scene.now)
    case .publicNotice(let text): _ = try scene.checked(text, as: "measure", limit: 2000)
    case .suspension(_, let until):
      guard object.direction == .sanction else {
        throw .invalid(
          field: "measure", fault: "a suspension is no reward", remedy: "name a payment or a public notice")
      }
      guard scene.now < until else {
        throw .invalid(field: "measure", fault: "the suspension is over before it begins", remedy: "give a later end")
      }
    }
  }

  private static func check(grant: Bool, inFavour: Int, against: Int, quorum: Int) throws(Refusal) {
    guard (0...1000).contains(inFavour), (0...1000).contains(against), (1...1000).contains(quorum) else {
      throw .invalid(field: "inFavour", fault: "a count is outside 0 to 1000", remedy: "give the votes as counted")
    }
    guard inFavour + against >= quorum else {
      throw .conditionFails(
        "the quorum is met", act: "decide", remedy: "\(inFavour + against) voted, \(quorum) are needed")
    }
    guard grant == (inFavour > against) else {
      throw .conditionFails(
        "the decision is that of the votes", act: "decide",
        remedy: "\(inFavour) voted in favour and \(against) against")
    }
  }
}
