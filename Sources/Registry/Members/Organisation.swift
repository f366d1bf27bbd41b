/// A member government, an authority above, a social organisation, a monitor or a public body of the region.
public struct Organisation: RecordObject {
  public enum Stage: String, RecordStage { case active, closed }

  /// The kind of an organisation limits the roles that people may hold in it.
  public enum Sort: String, Codable, Hashable, CaseIterable, Sendable {
    case government, authority, socialOrganisation, monitor, publicBody

    /// The roles that may be held in an organisation of this kind.
    public var roles: [Role] {
      switch self {
      case .government: [.clerk, .lead, .conferenceMember, .mediator, .administrator]
      case .authority: [.guide, .lead, .clerk, .mediator, .auditor]
      case .socialOrganisation: [.socialDelegate, .mediator]
      case .monitor: [.monitor]
      case .publicBody: [.desk, .mediator, .auditor, .administrator, .resident]
      }
    }

    /// The roles that speak for an organisation of this kind: they appoint its people and give them powers.
    public var speakers: [Role] {
      switch self {
      case .government: [.lead]
      case .authority: [.lead, .guide]
      case .socialOrganisation: [.socialDelegate]
      case .monitor: [.monitor]
      case .publicBody: [.desk]
      }
    }
  }

  public enum Command: RecordCommand {
    case register(nameEnglish: String, nameChinese: String, sort: Sort, parent: ObjectID?)
    case rename(nameEnglish: String, nameChinese: String)
    case close(reason: String)
  }

  public enum Event: RecordEvent {
    case registered(nameEnglish: String, nameChinese: String, sort: Sort, parent: ObjectID?)
    case renamed(nameEnglish: String, nameChinese: String)
    /// The appointments under which somebody speaks for it from now on; those that are over are left out.
    case spokenFor(by: [ObjectID])
    case closed(reason: String)

    public var act: String {
      switch self {
      case .registered: "register"
      case .renamed: "rename"
      case .spokenFor: "speakFor"
      case .closed: "close"
      }
    }
  }

  public static let kind = ObjectKind.organisation
  public static let lifeCycle = LifeCycle<Organisation>(
    opening: .init("register", from: [], to: .active, by: [.administrator, .clock]),
    [
      .init("rename", from: [.active], to: nil, by: [.administrator]),
      .init("speakFor", from: [.active], to: nil, by: [.appointed, .clock]),
      .init("close", from: [.active], to: .closed, by: [.administrator], guards: [isAnother]),
    ])

  public let id: ObjectID
  public private(set) var stage: Stage
  public private(set) var nameEnglish: String
  public private(set) var nameChinese: String
  public let sort: Sort
  /// The organisation above, for governments of a lower tier.
  public let parent: ObjectID?
  /// The appointments, ended ones perhaps among them, under which somebody speaks for it.
  public private(set) var speakers: [ObjectID]
  public private(set) var reason: String?
  public var audience: Audience { .everybody }

  /// Whoever closed the own organisation could not act any more, and perhaps nobody else could.
  private static let isAnother = LifeCycle<Organisation>.Guard("another organisation than your own") { home, scene in
    scene.standing.organisation?.id == home.id ? "let an administrator of another organisation close it" : nil
  }

  /// The appointments under which somebody speaks for it now, or will.
  func present(in scene: borrowing Scene) -> [ObjectID] {
    var left: [ObjectID] = []
    for id in speakers {
      guard let appointment = scene.object(Appointment.self, id), appointment.stage == .appointed,
        scene.now < appointment.until
      else { continue }
      left.append(id)
    }
    return left
  }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .registered(let english, let chinese, let sort, let parent) = event else { return nil }
    (self.id, stage, nameEnglish, nameChinese) = (id, .active, english, chinese)
    (self.sort, self.parent, speakers) = (sort, parent, [])
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .registered: break
    case .spokenFor(let appointments): speakers = appointments
    case .renamed(let english, let chinese): (nameEnglish, nameChinese) = (english, chinese)
    case .closed(let reason): self.reason = reason
    }
  }

  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    switch command {
    case .register(let english, let chinese, let sort, let parent):
      try scene.permitOpening(Organisation.self)
      if let parent {
        guard let above = scene.object(Organisation.self, parent), above.stage == .active else {
          throw .notFound(parent)
        }
      }
      scene.open(
        Organisation.self,
        with: .registered(
          nameEnglish: try scene.checked(english, as: "nameEnglish"),
          nameChinese: try scene.checked(chinese, as: "nameChinese"), sort: sort, parent: parent))
    case .rename(let english, let chinese):
      let organisation = try scene.visible(Organisation.self, id)
      try scene.act(
        .renamed(
          nameEnglish: try scene.checked(english, as: "nameEnglish"),
          nameChinese: try scene.checked(chinese, as: "nameChinese")), on: organisation)
    case .close(let reason):
      let organisation = try scene.visible(Organisation.self, id)
      try scene.act(.closed(reason: try scene.checked(reason, as: "reason")), on: organisation)
    }
  }
}
