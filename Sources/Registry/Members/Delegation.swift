/// Powers that an organisation gives to one appointment, for some fields and a term; they can be revoked.
///
/// Whoever speaks for the organisation gives them. They may be passed on within it where that was allowed, never for
/// longer, and never further than ``deepest``. A delegation knows what was passed on from it: revoking it revokes that
/// in the same decision, and the end of an appointment revokes what the appointment held.
public struct Delegation: RecordObject {
  public enum Stage: String, RecordStage { case given, revoked, lapsed }

  public enum Command: RecordCommand {
    case delegate(to: ObjectID, powers: [Power], fields: [String], from: Instant, until: Instant, mayPassOn: Bool)
    case revoke(reason: String)
  }

  public enum Event: RecordEvent {
    case delegated(
      to: ObjectID, organisation: ObjectID, powers: [Power], fields: [String], from: Instant, until: Instant,
      mayPassOn: Bool, under: ObjectID?)
    case passedOn(as: ObjectID)
    case revoked(reason: String)
    case lapsed

    public var act: String {
      switch self {
      case .delegated: "delegate"
      case .passedOn: "passOn"
      case .revoked: "revoke"
      case .lapsed: "lapse"
      }
    }
  }

  public static let kind = ObjectKind.delegation
  public static let lifeCycle = LifeCycle<Delegation>(
    opening: .init("delegate", from: [], to: .given, by: [.appointed, .clock]),
    [
      .init("passOn", from: [.given], to: nil, by: [.subjectLead]),
      .init(
        "revoke", from: [.given], to: .revoked,
        by: [.filer, .partyLead, .desk, .authority, .monitor, .socialOrganisation], guards: [isNotOver]),
      .init("lapse", from: [.given], to: .lapsed, by: [.clock]),
    ])

  /// How often powers may be passed on in a row.
  public static let deepest = 2
  /// How many delegations may be passed on from one.
  public static let widest = 20

  public let id: ObjectID
  public private(set) var stage: Stage
  /// The appointment that holds the powers.
  public let to: ObjectID
  public let organisation: ObjectID
  /// The appointment that gave them; nothing for those given when the record was set up.
  public let givenBy: ObjectID?
  public let powers: [Power]
  /// The fields of cooperation in which they hold.
  public let fields: [String]
  public let from: Instant
  /// The moment at which they are over.
  public private(set) var until: Instant
  public let mayPassOn: Bool
  /// The delegation from which it was passed on.
  public let under: ObjectID?
  /// The delegations that were passed on from it, in the order of their numbers.
  public private(set) var passedOn: [ObjectID]
  public private(set) var reason: String?
  public var audience: Audience { .region }
  public var wakes: Instant? { stage == .given ? until : nil }

  /// Whether somebody who stands there holds the power at `moment`.
  public func gives(_ power: Power, to standing: Standing, at moment: Instant) -> Bool {
    holds(at: moment) && powers.contains(power) && standing.appointment?.id == to
      && standing.organisation?.id == organisation
  }

  /// Whether the powers hold in a field of cooperation.
  public func covers(_ field: String) -> Bool { fields.contains(field) }

  /// Whether the powers hold at `moment`, for whoever has them.
  public func holds(at moment: Instant) -> Bool { stage == .given && from <= moment && moment < until }

  private static let isNotOver = LifeCycle<Delegation>.Guard("the term is not over") { delegation, scene in
    scene.now < delegation.until ? nil : "it ended at \(delegation.until) by itself"
  }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard
      case .delegated(let to, let organisation, let powers, let fields, let from, let until, let mayPassOn, let under) =
        event
    else { return nil }
    (self.id, stage, self.to, self.organisation) = (id, .given, to, organisation)
    (self.powers, self.fields, self.from, self.until) = (powers, fields, from, until)
    (self.mayPassOn, self.under, givenBy, passedOn) = (mayPassOn, under, author.appointment, [])
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .delegated, .lapsed: break
    case .passedOn(let child): passedOn.append(child)
    case .revoked(let reason): (self.reason, until) = (reason, min(until, moment))
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    var all = Appointment.capacities(of: standing, speakingFor: organisation)
    if let givenBy, standing.appointment?.id == givenBy { all.insert(.filer) }
    if standing.appointment?.id == to { all.insert(.subjectLead) }
    return all
  }
}

// MARK: - Decisions

extension Delegation {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .delegate(let to, let powers, let fields, let from, let until, let mayPassOn):
      try scene.permitOpening(Delegation.self)
      guard let holder = scene.object(Appointment.self, to) else { throw .notFound(to) }
      try checkTerm(powers: powers, fields: fields, from: from, until: until, holder: holder, in: scene)
      let parent = try source(
        of: powers, fields: fields, from: from, until: until, mayPassOn: mayPassOn, holder: holder, in: scene)
      let held = try holder.delegations(besideNewIn: scene)
      let child = scene.open(
        Delegation.self,
        with: .delegated(
          to: to, organisation: holder.organisation, powers: powers.sorted { $0.rawValue < $1.rawValue },
          fields: fields.sorted(), from: from, until: until, mayPassOn: mayPassOn, under: parent?.id))
      if let parent { scene.happen(.passedOn(as: child), to: parent) }
      scene.happen(.empowered(delegations: held + [child]), to: holder)
    case .revoke(let reason):
      let delegation = try scene.visible(Delegation.self, id)
      let reason = try scene.checked(reason, as: "reason")
      try scene.permit("revoke", on: delegation)
      delegation.revoke(reason: reason, in: &scene)
    }
  }

  public func wake(in scene: inout Scene) throws(Refusal) { try scene.act(.lapsed, on: self) }

  /// Ends the delegation and all that was passed on from it, however far.
  func revoke(reason: String, in scene: inout Scene) {
    guard let current = scene.object(Delegation.self, id), current.stage == .given else { return }
    scene.happen(.revoked(reason: reason), to: current)
    for child in current.passedOn {
      scene.object(Delegation.self, child)?.revoke(reason: OwnSentence.delegationRevoked(id).description, in: &scene)
    }
  }

  private static func checkTerm(
    powers: [Power], fields: [String], from: Instant, until: Instant, holder: Appointment, in scene: borrowing Scene
  ) throws(Refusal) {
    guard !powers.isEmpty, Set(powers).count == powers.count else {
      throw .invalid(field: "powers", fault: "none is given, or one twice", remedy: "name each power once")
    }
    let known = scene.region?.charter.fields ?? []
    guard !fields.isEmpty, Set(fields).count == fields.count, fields.allSatisfy(known.contains) else {
      throw .invalid(
        field: "fields", fault: "none is given, one twice, or one is unknown",
        remedy: "choose among \(known, .cooperationField)")
    }
    guard holder.stage == .appointed, scene.now < holder.until else {
      throw .conditionFails(
        "the appointment is not over", act: "delegate", remedy: "\(holder.id) ended at \(holder.until); name another")
    }
    guard from < until, scene.now < until, until <= holder.until else {
      throw .invalid(
        field: "until", fault: "the term is empty, over, or longer than the appointment",
        remedy: "end it after it begins and at the latest at \(holder.until)")
    }
  }

  /// The delegation from which powers are passed on; nothing when somebody gives them who speaks for the organisation.
  private static func source(
    of powers: [Power], fields: [String], from: Instant, until: Instant, mayPassOn: Bool, holder: Appointment,
    in scene: borrowing Scene
  ) throws(Refusal) -> Delegation? {
    let giver = scene.standing
    if giver.isClock { return nil }
    guard let home = giver.organisation, home.id == holder.organisation, let role = giver.role else {
      throw .conditionFails(
        "within one organisation", act: "delegate", remedy: "delegate to an appointment of your own organisation")
    }
    if home.sort.speakers.contains(role) { return nil }
    guard let claimed = giver.delegation, let own = scene.object(Delegation.self, claimed.id), own.mayPassOn,
      own.from <= from, until <= own.until, fields.allSatisfy(own.covers),
      powers.allSatisfy({ own.gives($0, to: giver, at: scene.now) })
    else {
      throw .conditionFails(
        "the powers may be passed on", act: "delegate",
        remedy: "act under a delegation that may be passed on and covers these powers, fields and this term")
    }
    guard own.passedOn.count < widest else {
      throw .conditionFails(
        "there is room for another delegation", act: "delegate",
        remedy: "let somebody give the powers who speaks for the organisation: \(own.id) was passed on \(widest) times")
    }
    guard !mayPassOn || own.depth(in: scene) + 1 < deepest else {
      throw .conditionFails(
        "the chain of powers stays short", act: "delegate",
        remedy: "give them without the right to pass them on: powers are passed on at most \(deepest) times in a row")
    }
    return own
  }

  /// How often the powers had been passed on to come here.
  private func depth(in scene: borrowing Scene) -> Int {
    var (count, above) = (0, under)
    while let id = above, let parent = scene.object(Delegation.self, id) { (count, above) = (count + 1, parent.under) }
    return count
  }
}
