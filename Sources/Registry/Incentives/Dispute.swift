/// A dispute about an agreement: negotiated for 30 days, mediated for 30, then decided within 60, unless it is settled
/// before.
///
/// It is the two parties' own. Who helps or decides is of neither party and comes to read it when the turn comes: the
/// mediator from the mediation on, conference, authority and office from the arbitration on. Terms that one side offers
/// stay between the two, so that an offer cannot be held against it. Once decided, the file and its ruling are public.
public struct Dispute: RecordObject {
  public enum Stage: String, RecordStage { case raised, negotiating, mediating, arbitrating, settled, decided, closed }

  public enum Command: RecordCommand {
    case raise(agreement: ObjectID, against: ObjectID, commitment: ObjectID?, claim: String)
    case accept
    case submit(text: String)
    case settle(terms: String)
    case agreeToSettlement
    case decide(ruling: String)
    case close(reasons: String)
  }

  public enum Event: RecordEvent {
    case raised(
      agreement: ObjectID, field: String, by: ObjectID, against: ObjectID, commitment: ObjectID?, claim: Confided,
      answerBy: Instant)
    case negotiationBegun(until: Instant)
    case mediationBegun(until: Instant)
    case arbitrationBegun(until: Instant)
    case submitted(text: Confided)
    case settlementProposed(by: ObjectID, terms: Confided)
    case settled
    case decided(ruling: Confided)
    case decisionOverdue
    case closed(reasons: String)

    public var act: String {
      switch self {
      case .raised: "raise"
      case .negotiationBegun: "negotiate"
      case .mediationBegun: "mediate"
      case .arbitrationBegun: "arbitrate"
      case .submitted: "submit"
      case .settlementProposed: "settle"
      case .settled: "agreeToSettlement"
      case .decided: "decide"
      case .decisionOverdue: "remind"
      case .closed: "close"
      }
    }
  }

  public static let kind = ObjectKind.dispute
  private static let open: [Stage] = [.negotiating, .mediating, .arbitrating]
  public static let lifeCycle = LifeCycle<Dispute>(
    opening: .init("raise", from: [], to: .raised, by: [.partyLead]),
    [
      .init("negotiate", from: [.raised], to: .negotiating, by: [.subjectLead, .clock], guards: [answerIsOpen]),
      .init("mediate", from: [.negotiating], to: .mediating, by: [.clock]),
      .init("arbitrate", from: [.mediating], to: .arbitrating, by: [.clock]),
      .init("submit", from: [.negotiating], to: nil, by: [.partyLead, .partyClerk], guards: [hasRoom]),
      .init(
        "submit", from: [.mediating], to: nil, by: [.partyLead, .partyClerk, .mediator], guards: [hasRoom, isNeutral]),
      .init("submit", from: [.arbitrating], to: nil, by: [.partyLead, .partyClerk], guards: [hasRoom]),
      .init("settle", from: open, to: nil, by: [.partyLead]),
      .init("agreeToSettlement", from: open, to: .settled, by: [.partyLead], guards: [otherProposed]),
      .init(
        "decide", from: [.arbitrating], to: .decided, by: [.conference, .authority], power: .decide,
        guards: [isNeutral]),
      .init("remind", from: [.arbitrating], to: nil, by: [.clock]),
      .init("close", from: [.settled, .decided], to: .closed, by: [.desk]),
    ])

  /// How long each step may take, in days.
  public static let negotiationDays = 30
  public static let mediationDays = 30
  public static let decisionDays = 60
  /// After so many days without an answer the negotiation begins by itself.
  public static let answerDays = 10

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID
  public let raisedBy: ObjectID
  public let against: ObjectID
  public let commitment: ObjectID?
  public private(set) var claim: Confided
  private let fieldName: String
  public private(set) var until: Instant
  public private(set) var submissions: [Confided]
  public private(set) var proposedBy: ObjectID?
  public private(set) var terms: Confided?
  public private(set) var ruling: Confided?
  public private(set) var reasons: String?
  /// Whether the time for the decision has passed without one.
  public private(set) var isLate: Bool

  public var field: String? { fieldName }
  private var sides: [ObjectID] { [raisedBy, against] }

  /// The office keeps the clocks of all disputes; who helps or decides comes in when the turn comes.
  public var audience: Audience {
    switch stage {
    case .raised, .negotiating: .parties(sides, and: [.desk])
    case .mediating: .parties(sides, and: [.desk, .mediator])
    case .arbitrating: .parties(sides, and: Self.deciders)
    case .settled: .parties(sides, and: [.desk])
    case .decided: .everybody
    case .closed: ruling == nil ? .parties(sides, and: [.desk]) : .everybody
    }
  }

  /// Who reads claim and submissions: the office not before it prepares the decision.
  var readers: Audience {
    switch stage {
    case .mediating: .parties(sides, and: [.mediator])
    case .arbitrating: .parties(sides, and: Self.deciders)
    default: .parties(sides)
    }
  }

  private static let deciders: [Capacity] = [.mediator, .conference, .authority, .desk]
  public var wakes: Instant? {
    switch stage {
    case .raised, .negotiating, .mediating: until
    case .arbitrating: isLate ? nil : until
    case .settled, .decided, .closed: nil
    }
  }

  /// How many submissions a dispute may have.
  public static let mostSubmissions = 100

  private static let answerIsOpen = LifeCycle<Dispute>.Guard("the time to answer is not over") { dispute, scene in
    // The clock itself begins the negotiation when the time is over.
    if scene.standing.isClock { return scene.now < dispute.until ? "wait until \(dispute.until)" : nil }
    return scene.now < dispute.until ? nil : "it ended at \(dispute.until); the negotiation begins by itself"
  }

  private static let hasRoom = LifeCycle<Dispute>.Guard("there is room for another submission") { dispute, _ in
    dispute.submissions.count < mostSubmissions ? nil : "sum them up in one document"
  }

  /// Parties speak in their own cause; whoever mediates or decides must not.
  private static let isNeutral = LifeCycle<Dispute>.Guard("whoever helps or decides is of neither party") {
    dispute, scene in
    guard let home = scene.standing.organisation?.id, dispute.sides.contains(home) else { return nil }
    let speaks = !scene.standing.partyCapacities(among: dispute.sides).isEmpty
    return speaks ? nil : "let somebody do it who is neither of \(dispute.raisedBy) nor of \(dispute.against)"
  }

  private static let otherProposed = LifeCycle<Dispute>.Guard("the other side has proposed terms") { dispute, scene in
    guard let proposer = dispute.proposedBy else { return "wait for terms, or propose your own" }
    return scene.standing.organisation?.id == proposer ? "the other side must agree to your terms" : nil
  }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard
      case .raised(let agreement, let field, let raiser, let against, let commitment, let claim, let answerBy) = event
    else { return nil }
    (self.id, stage, self.agreement, raisedBy) = (id, .raised, agreement, raiser)
    (self.against, self.commitment, self.claim, fieldName) = (against, commitment, claim, field)
    (until, submissions, isLate) = (answerBy, [], false)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .raised, .settled: break
    case .negotiationBegun(let until), .mediationBegun(let until), .arbitrationBegun(let until):
      self.until = until
      claim = claim.opened(to: readers)
      submissions = submissions.map { $0.opened(to: readers) }
    case .submitted(let text): submissions.append(text)
    case .settlementProposed(let proposer, let terms): (proposedBy, self.terms) = (proposer, terms)
    case .decided(let ruling): self.ruling = ruling
    case .decisionOverdue: isLate = true
    case .closed(let reasons): self.reasons = reasons
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = standing.generalCapacities.union(standing.partyCapacities(among: [raisedBy, against]))
    if standing.leads(against) { all.insert(.subjectLead) }
    return all
  }

  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .raise(let agreement, let against, let commitment, let claim) = command {
      return try raise(agreement: agreement, against: against, commitment: commitment, claim: claim, in: &scene)
    }
    let object = try scene.visible(Dispute.self, id)
    switch command {
    case .raise: preconditionFailure("a dispute is opened above")
    case .accept: try scene.act(.negotiationBegun(until: scene.now.later(days: negotiationDays)), on: object)
    case .submit(let text):
      let content = try scene.confide(text, as: "text", for: object.readers)
      try scene.act(.submitted(text: content), on: object)
    case .settle(let terms):
      let content = try scene.confide(terms, as: "terms", for: .parties(object.sides))
      guard let proposer = scene.standing.organisation?.id else {
        throw .notEntitled(act: "settle", needed: [.partyLead])
      }
      try scene.act(.settlementProposed(by: proposer, terms: content), on: object)
    case .agreeToSettlement:
      try scene.act(.settled, on: object)
      object.release(in: &scene)
    case .decide(let ruling):
      let content = try scene.confide(ruling, as: "ruling", for: .everybody)
      try scene.act(.decided(ruling: content), on: object)
      object.release(in: &scene)
    case .close(let reasons):
      try scene.act(.closed(reasons: try scene.checked(reasons, as: "reasons", limit: 4000)), on: object)
    }
  }

  private static func raise(
    agreement: ObjectID, against: ObjectID, commitment: ObjectID?, claim: String, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(Dispute.self)
    let work = try scene.visible(Agreement.self, agreement)
    guard let own = scene.standing.organisation?.id, work.parties.contains(own) else {
      throw .notEntitled(act: "raise", needed: [.partyLead])
    }
    guard work.parties.contains(against), against != own else {
      throw .invalid(
        field: "against", fault: "\(against) is not the other side", remedy: "name another party of \(agreement)")
    }
    var disputed: Commitment?
    if let commitment {
      guard let found = scene.object(Commitment.self, commitment), found.agreement == agreement else {
        throw .notFound(commitment)
      }
      let bound = [found.debtor] + found.creditors
      guard bound.contains(own), bound.contains(against) else {
        throw .invalid(
          field: "commitment", fault: "\(commitment) is not between \(own) and \(against)",
          remedy: "name one that binds both, or none")
      }
      guard found.isOpen else {
        throw .conditionFails(
          "a commitment that is open", act: "raise",
          remedy: "\(commitment) is '\(stageOf: found)'; raise it about \(agreement), naming no commitment")
      }
      disputed = found
    }
    let content = try scene.confide(claim, as: "claim", for: .parties([own, against]))
    let id = scene.open(
      Dispute.self,
      with: .raised(
        agreement: agreement, field: work.field ?? "", by: own, against: against, commitment: commitment,
        claim: content, answerBy: scene.now.later(days: answerDays)))
    if let disputed { scene.happen(.disputed(dispute: id), to: disputed) }
  }

  /// The commitment in dispute goes its way again.
  private func release(in scene: inout Scene) {
    guard let commitment, let object = scene.object(Commitment.self, commitment) else { return }
    scene.happen(.settled(dispute: id), to: object)
  }

  public func wake(in scene: inout Scene) throws(Refusal) {
    switch stage {
    case .raised: try scene.act(.negotiationBegun(until: until.later(days: Self.negotiationDays)), on: self)
    case .negotiating: try scene.act(.mediationBegun(until: until.later(days: Self.mediationDays)), on: self)
    case .mediating: try scene.act(.arbitrationBegun(until: until.later(days: Self.decisionDays)), on: self)
    case .arbitrating: try scene.act(.decisionOverdue, on: self)
    case .settled, .decided, .closed: break
    }
  }
}
