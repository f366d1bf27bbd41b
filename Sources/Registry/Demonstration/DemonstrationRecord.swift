/// What the demonstration writes into: it sends orders as a person would, and reads only to know what it answers to.
public protocol DemonstrationRecord {
  /// Carries out an order at a moment.
  ///
  /// - Returns: what its events are about, in their order.
  /// - Throws: why the order was refused.
  mutating func submit(_ order: Order, by person: DemonstrationPerson, at moment: Instant) throws -> [ObjectID]
  /// Lets time do what it does up to `moment`.
  mutating func advance(to moment: Instant) throws
  /// The object as it stands, if it exists.
  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T?
}

/// Under which appointment the demonstration acts.
public enum DemonstrationPerson: Hashable, Sendable {
  /// Whoever sets the record up, before there is any appointment.
  case founder
  /// Somebody without an account.
  case visitor
  /// Somebody appointed, with the powers of a delegation; the second factor is given with the order.
  case appointed(ObjectID, delegation: ObjectID?)
}

/// A demonstration in memory: for tests of decisions, and to look at a region without keeping it.
public struct MemoryDemonstration: DemonstrationRecord {
  public private(set) var record: MemoryRecord

  /// - Parameter record: an empty record.
  public init(_ record: MemoryRecord) { self.record = record }

  /// Submits an order at its moment, or throws what the record refused.
  public mutating func submit(
    _ order: Order, by person: DemonstrationPerson, at moment: Instant
  ) throws -> [ObjectID] {
    try record.submit(order, by: standing(of: person, at: moment), at: moment).map(\.object)
  }

  /// Lets time do what it does up to a moment.
  public mutating func advance(to moment: Instant) throws { try record.advance(to: moment) }

  public func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? { record.object(type, id) }

  private func standing(of person: DemonstrationPerson, at moment: Instant) throws(Refusal) -> Standing {
    switch person {
    case .founder: return .clock
    case .visitor: return .visitor
    case .appointed(let id, let delegation):
      guard let appointment = record.object(Appointment.self, id),
        let organisation = record.object(Organisation.self, appointment.organisation)
      else { throw .appointmentNotValid(id) }
      return Standing(
        appointment: appointment, organisation: organisation,
        delegation: delegation.flatMap { record.object(Delegation.self, $0) }, secondFactor: moment)
    }
  }
}
