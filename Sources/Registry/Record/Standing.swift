/// What an appointment lets a person be in an organisation.
public enum Role: String, Hashable, CaseIterable, Codable, Sendable {
  case clerk, lead, desk, conferenceMember, guide, monitor, mediator, socialDelegate, auditor, administrator, resident
}

/// In which capacity somebody may do an act; a life cycle names the capacities of each transition.
///
/// The general ones follow from the role; the others from how the person's organisation is related to the object.
public enum Capacity: String, Hashable, CaseIterable, Codable, Sendable {
  /// Everybody, with or without an account.
  case anyone
  /// Everybody with a valid appointment.
  case appointed
  case desk, conference, authority, monitor, mediator, socialOrganisation, auditor, administrator
  /// Time itself: the record's own clock acts, nobody else.
  case clock
  /// Who brought the object about.
  case filer
  /// A clerk, or a lead, of an organisation that is party to the object.
  case partyClerk, partyLead
  /// A lead of the organisation that owes, or is owed.
  case debtorLead, creditorLead
  /// The monitor assigned to the object; a second person of the same institution.
  case assignedMonitor, reviewer
  /// A lead of the organisation that the object is about: it is heard.
  case subjectLead
}

/// What may be delegated by field and term.
public enum Power: String, Hashable, CaseIterable, Codable, Sendable {
  case table, accept, sign, report, assignMonitor, certify, decide, post, appoint
}

/// Who somebody is when acting: the appointment, the organisation, and the powers delegated to it.
public struct Standing: Sendable {
  /// Nothing for a person without an account and for the clock.
  public let appointment: Appointment?
  public let organisation: Organisation?
  /// The delegation under which the person acts now, if any: it is recorded with every event.
  public let delegation: Delegation?
  /// When the person last gave the second factor.
  public let secondFactor: Instant?
  public let isClock: Bool
  /// The capacities that follow from the role alone.
  public let generalCapacities: Set<Capacity>

  public init(
    appointment: Appointment, organisation: Organisation, delegation: Delegation? = nil, secondFactor: Instant? = nil
  ) {
    (self.appointment, self.organisation, self.delegation) = (appointment, organisation, delegation)
    (self.secondFactor, isClock) = (secondFactor, false)
    generalCapacities = Self.capacities(of: appointment.role)
  }

  private init(isClock: Bool) {
    (appointment, organisation, delegation, secondFactor) = (nil, nil, nil, nil)
    self.isClock = isClock
    generalCapacities = isClock ? [.clock] : [.anyone]
  }

  /// Somebody without an account.
  public static let visitor = Standing(isClock: false)
  /// Time itself.
  public static let clock = Standing(isClock: true)

  public var role: Role? { appointment?.role }

  private static func capacities(of role: Role) -> Set<Capacity> {
    let own: Capacity? =
      switch role {
      case .desk: .desk
      case .conferenceMember: .conference
      case .guide: .authority
      case .monitor: .monitor
      case .mediator: .mediator
      case .socialDelegate: .socialOrganisation
      case .auditor: .auditor
      case .administrator: .administrator
      case .clerk, .lead, .resident: nil
      }
    return Set([.anyone, .appointed] + (own.map { [$0] } ?? []))
  }

  /// The capacities of a clerk or a lead whose organisation is among `parties`.
  public func partyCapacities(among parties: [ObjectID]) -> Set<Capacity> {
    guard let organisation, parties.contains(organisation.id) else { return [] }
    switch role {
    case .lead: return [.partyLead, .partyClerk]
    case .clerk: return [.partyClerk]
    default: return []
    }
  }

  /// Whether the person is a lead of the organisation.
  public func leads(_ id: ObjectID?) -> Bool { role == .lead && id != nil && organisation?.id == id }
}
