import Synchronization

/// A demonstration in a record that is kept: every order goes through its ``Ledger``, at the moment of its history.
public struct LedgerDemonstration: DemonstrationRecord {
  /// The time that the demonstration gives to the ledger.
  public final class Clock: Sendable {
    private let moment = Mutex(DemonstrationRegion.begins)
    public init() {}
    public var now: Instant { moment.withLock { $0 } }
    func set(_ later: Instant) { moment.withLock { $0 = later } }
  }

  private let ledger: Ledger
  private let store: any RecordStore
  private let clock: Clock
  private var keys: any RandomNumberGenerator & Sendable

  /// - Parameters:
  ///   - ledger: of an empty record; it must ask `clock` for the time.
  ///   - store: where the ledger keeps the record.
  ///   - clock: the time of the ledger, which the demonstration sets.
  ///   - keys: where the keys of the orders come from.
  public init(
    _ ledger: Ledger, store: any RecordStore, clock: Clock,
    keys: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    (self.ledger, self.store, self.clock, self.keys) = (ledger, store, clock, keys)
  }

  /// Submits an order at its moment, or throws what the record refused.
  public mutating func submit(
    _ order: Order, by person: DemonstrationPerson, at moment: Instant
  ) throws -> [ObjectID] {
    clock.set(moment)
    let claim: Claim =
      switch person {
      case .founder: .founder
      case .visitor: .visitor
      case .appointed(let id, let delegation): Claim(appointment: id, delegation: delegation, secondFactor: moment)
      }
    let receipt = try ledger.submitAndWait(order, by: claim, key: CommandKey(using: &keys))
    return receipt.changes.map(\.object)
  }

  /// Lets time do what it does up to a moment.
  public mutating func advance(to moment: Instant) throws {
    clock.set(moment)
    try ledger.advance()
  }

  public func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T? {
    try store.read { snapshot in
      let reader = SnapshotReader(snapshot)
      let object = reader.object(type, id)
      if let failure = reader.failure { throw failure }
      return object
    }
  }
}
