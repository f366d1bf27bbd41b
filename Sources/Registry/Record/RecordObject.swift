/// A command for objects of one kind: what somebody asks for.
public protocol RecordCommand: Codable, Hashable, Sendable {}

/// What has happened to an object: recorded once, never changed.
public protocol RecordEvent: Codable, Hashable, Sendable {
  /// The act of the life cycle that this event records.
  var act: String { get }
}

/// A stage of a life cycle, named as in the record.
public protocol RecordStage: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {}

/// A thing of the record: begun by an event, changed by events only, governed by a life cycle.
///
/// The value is what people read; encoded as ``CanonicalJSON`` it is the row. It holds no confidential content, only
/// ``Confided`` references, and no sets, floating-point numbers or dictionaries but those with text keys.
public protocol RecordObject: Codable, Hashable, Sendable {
  associatedtype Stage: RecordStage
  associatedtype Command: RecordCommand
  associatedtype Event: RecordEvent

  static var kind: ObjectKind { get }
  static var lifeCycle: LifeCycle<Self> { get }

  var id: ObjectID { get }
  var stage: Stage { get }
  /// Who may see the object and its events.
  var audience: Audience { get }
  /// The field of cooperation, by its short name: a delegated power must cover it. Nothing for what concerns them all.
  var field: String? { get }
  /// The next moment at which time alone changes the object; nothing when it waits for people only.
  var wakes: Instant? { get }

  /// The object as its first event made it; nothing when the event does not open one.
  init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant)
  /// Changes the object as the event says. Total: whatever was decided can be applied.
  mutating func apply(_ event: Event, by author: Author, at moment: Instant)

  /// The capacities in which somebody stands to this object, those of the role included.
  func capacities(of standing: Standing) -> Set<Capacity>
  /// Decides a command about `id`, or about a new object when there is none: adds events to the scene, or refuses.
  static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal)
  /// What time has brought: called when ``wakes`` has come, adds the events of the clock.
  func wake(in scene: inout Scene) throws(Refusal)
}

extension RecordObject {
  /// The stage as the record writes it.
  public var stageCode: String { stage.rawValue }

  public var field: String? { nil }
  public var wakes: Instant? { nil }
  public func capacities(of standing: Standing) -> Set<Capacity> { standing.generalCapacities }
  public func wake(in scene: inout Scene) throws(Refusal) {}
}

/// Under which appointment and delegation an event was brought about; neither for a visitor and for the clock.
public struct Author: Hashable, Codable, Sendable {
  public let appointment: ObjectID?
  public let organisation: ObjectID?
  public let delegation: ObjectID?

  public init(appointment: ObjectID?, organisation: ObjectID?, delegation: ObjectID?) {
    (self.appointment, self.organisation, self.delegation) = (appointment, organisation, delegation)
  }

  public init(_ standing: Standing) {
    self.init(
      appointment: standing.appointment?.id, organisation: standing.organisation?.id,
      delegation: standing.delegation?.id)
  }
}

extension ObjectKind {
  /// The type of the objects of this kind.
  public var type: any RecordObject.Type {
    switch self {
    case .region: Region.self
    case .organisation: Organisation.self
    case .appointment: Appointment.self
    case .delegation: Delegation.self
    case .docketFile: DocketFile.self
    case .negotiationTable: NegotiationTable.self
    case .agreement: Agreement.self
    case .commitment: Commitment.self
    case .partyReport: PartyReport.self
    case .jointReport: JointReport.self
    case .verification: Verification.self
    case .incentiveCase: IncentiveCase.self
    case .dispute: Dispute.self
    case .evaluation: Evaluation.self
    case .books: RegionBooks.self
    case .erasure: Erasure.self
    }
  }
}
