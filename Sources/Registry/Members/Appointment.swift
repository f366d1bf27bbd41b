/// A person in a role of an organisation, from one moment to another: whoever acts, acts under an appointment.
///
/// The person's name is confided to the region, so that it can be erased; events name the appointment only. Each
/// organisation appoints its own people. An administrator appoints the first ones, and again only when nobody is left
/// who speaks for the organisation: the one who keeps the machine must not seat people among the parties.
public struct Appointment: RecordObject {
  public enum Stage: String, RecordStage { case appointed, ended }

  public enum Command: RecordCommand {
    case appoint(person: String, organisation: ObjectID, role: Role, from: Instant, until: Instant, instrument: String)
    case end(reason: String)
  }

  public enum Event: RecordEvent {
    case appointed(
      person: Confided, organisation: ObjectID, role: Role, from: Instant, until: Instant, instrument: String)
    /// The delegations it holds from now on; those that are over are left out.
    case empowered(delegations: [ObjectID])
    case ended(reason: String)
    case lapsed

    public var act: String {
      switch self {
      case .appointed: "appoint"
      case .empowered: "empower"
      case .ended: "end"
      case .lapsed: "lapse"
      }
    }
  }

  public static let kind = ObjectKind.appointment
  public static let lifeCycle = LifeCycle<Appointment>(
    opening: .init(
      "appoint", from: [], to: .appointed,
      by: [.administrator, .partyLead, .desk, .authority, .monitor, .socialOrganisation, .clock]),
    [
      .init("empower", from: [.appointed], to: nil, by: [.appointed]),
      .init(
        "end", from: [.appointed], to: .ended,
        by: [.administrator, .partyLead, .desk, .authority, .monitor, .socialOrganisation], guards: [isNotOver]),
      .init("lapse", from: [.appointed], to: .ended, by: [.clock]),
    ])

  /// How many delegations one appointment may hold at a time.
  public static let mostDelegations = 50

  public let id: ObjectID
  public private(set) var stage: Stage
  public let person: Confided
  public let organisation: ObjectID
  public let role: Role
  public let from: Instant
  /// The moment at which it is over.
  public private(set) var until: Instant
  /// The document by which the person was appointed.
  public let instrument: String
  /// The delegations that it holds or held last.
  public private(set) var delegations: [ObjectID]
  public private(set) var reason: String?
  public var audience: Audience { .everybody }
  public var wakes: Instant? { stage == .appointed ? until : nil }

  /// Whether somebody may act under it at `moment`.
  public func isValid(at moment: Instant) -> Bool { from <= moment && moment < until }

  private static let isNotOver = LifeCycle<Appointment>.Guard("the term is not over") { appointment, scene in
    scene.now < appointment.until ? nil : "it ended at \(appointment.until) by itself"
  }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .appointed(let person, let organisation, let role, let from, let until, let instrument) = event else {
      return nil
    }
    (self.id, stage, self.person, self.organisation) = (id, .appointed, person, organisation)
    (self.role, self.from, self.until, self.instrument) = (role, from, until, instrument)
    delegations = []
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .appointed, .lapsed: break
    case .empowered(let delegations): self.delegations = delegations
    case .ended(let reason): (self.reason, until) = (reason, min(until, moment))
    }
  }

  public func capacities(of standing: Standing) -> Set<Capacity> {
    Self.capacities(of: standing, speakingFor: organisation)
  }

  /// The capacities of somebody in what is an organisation's own affair: a role counts in the own organisation only.
  static func capacities(of standing: Standing, speakingFor organisation: ObjectID) -> Set<Capacity> {
    if standing.isClock { return [.clock] }
    let general = standing.generalCapacities
    guard standing.organisation?.id == organisation else { return general.intersection([.anyone, .appointed]) }
    return general.union(standing.partyCapacities(among: [organisation]))
  }
}

// MARK: - Decisions

extension Appointment {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .appoint(let person, let organisation, let role, let from, let until, let instrument):
      try scene.permitOpening(Appointment.self)
      let home = try scene.visible(Organisation.self, organisation)
      guard home.stage == .active else {
        throw .conditionFails("the organisation is active", act: "appoint", remedy: "choose an active organisation")
      }
      try checkAppointer(of: role, in: home, scene)
      guard home.sort.roles.contains(role) else {
        throw .invalid(
          field: "role", fault: "nobody can be \(role) in a \(home.sort)",
          remedy: "choose one of \(home.sort.roles)")
      }
      guard from < until, scene.now < until else {
        throw .invalid(
          field: "until", fault: "it is not after the beginning, or over already", remedy: "give a later end")
      }
      let name = try scene.confide(person, as: "person", for: .region, limit: 200)
      let instrument = try scene.checked(instrument, as: "instrument")
      let appointed = scene.open(
        Appointment.self,
        with: .appointed(
          person: name, organisation: organisation, role: role, from: from, until: until, instrument: instrument))
      if home.sort.speakers.contains(role) {
        scene.happen(.spokenFor(by: home.present(in: scene) + [appointed]), to: home)
      }
    case .end(let reason):
      let appointment = try scene.visible(Appointment.self, id)
      let reason = try scene.checked(reason, as: "reason")
      try scene.act(.ended(reason: reason), on: appointment)
      for held in appointment.delegations {
        let reason = OwnSentence.appointmentEnded(appointment.id).description
        scene.object(Delegation.self, held)?.revoke(reason: reason, in: &scene)
      }
    }
  }

  public func wake(in scene: inout Scene) throws(Refusal) { try scene.act(.lapsed, on: self) }

  /// The delegations that it holds when another is added: those that are over are left out.
  func delegations(besideNewIn scene: borrowing Scene) throws(Refusal) -> [ObjectID] {
    var held: [ObjectID] = []
    for id in delegations {
      guard let delegation = scene.object(Delegation.self, id), delegation.stage == .given,
        scene.now < delegation.until
      else { continue }
      held.append(id)
    }
    guard held.count < Self.mostDelegations else {
      throw .conditionFails(
        "there is room for another delegation", act: "delegate",
        remedy: "revoke one of the \(Self.mostDelegations) that \(id) holds")
    }
    return held
  }

  /// Each organisation appoints for itself; whoever keeps the machine does so while nobody speaks for it.
  private static func checkAppointer(
    of role: Role, in home: Organisation, _ scene: borrowing Scene
  ) throws(Refusal) {
    let giver = scene.standing
    // The record's first people are appointed when it is set up.
    if giver.isClock { return }
    if giver.role == .administrator {
      guard giver.organisation?.id == home.id || home.present(in: scene).isEmpty else {
        throw .conditionFails(
          "nobody speaks for the organisation", act: "appoint",
          remedy: "let \(home.present(in: scene)[0]) appoint: each organisation appoints its own people")
      }
      return
    }
    guard let own = giver.role, giver.organisation?.id == home.id, home.sort.speakers.contains(own) else {
      throw .notEntitled(act: "appoint", needed: [.partyLead])
    }
    guard role != .administrator else { throw .notEntitled(act: "appoint", needed: [.administrator]) }
  }
}
