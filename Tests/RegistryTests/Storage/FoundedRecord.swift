import Registry
import Synchronization

/// A clock that a test sets.
final class SettableClock: Sendable {
  private let moment: Mutex<Instant>
  init(_ moment: Instant) { self.moment = Mutex(moment) }
  var now: Instant { moment.withLock { $0 } }
  func set(_ new: Instant) { moment.withLock { $0 = new } }
}

/// A record in a place of its own, with a region, an office, a county and their people.
final class FoundedRecord: Sendable {
  let place: StorePlace
  let store: any RecordStore
  let ledger: Ledger
  let administrator: Claim
  let clerk: Claim

  init(
    in sort: StoreSort = .sqlite, clock: SettableClock = SettableClock(Instant(milliseconds: 1_767_571_200_000)),
    chance: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws {
    place = try StorePlace(sort)
    let store = try place.open()
    let ledger = Ledger(store: store, clock: { clock.now }, chance: chance)
    (self.store, self.ledger) = (store, ledger)
    (administrator, clerk) = try Self.found(ledger, at: clock.now)
  }

  /// Founds the region with its first people; where that has been done, only says who they are.
  ///
  /// - Parameter key: makes the keys of the orders.
  static func found(
    _ ledger: Ledger, at now: Instant, key: () -> CommandKey = { CommandKey() }
  ) throws -> (administrator: Claim, clerk: Claim) {
    let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: now)
    let clerk = Claim(appointment: ObjectID(.appointment, 2))
    if (try? ledger.read(as: clerk, { _ in true })) == true { return (administrator, clerk) }
    func founded<T: RecordObject>(_ type: T.Type, _ command: T.Command, by claim: Claim) throws {
      _ = try ledger.submitAndWait(Order(type, command), by: claim, key: key())
    }
    try founded(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water"],
          calendar: WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1"))), by: .founder)
    try founded(
      Organisation.self,
      .register(nameEnglish: "Joint Office", nameChinese: "联合办公室", sort: .publicBody, parent: nil), by: .founder)
    try founded(
      Appointment.self,
      .appoint(
        person: "First administrator", organisation: ObjectID(.organisation, 1), role: .administrator, from: now,
        until: now.later(days: 1000), instrument: "Letter 1"), by: .founder)
    try founded(
      Organisation.self,
      .register(nameEnglish: "Lower County", nameChinese: "下县", sort: .government, parent: nil), by: administrator)
    try founded(
      Appointment.self,
      .appoint(
        person: "First clerk", organisation: ObjectID(.organisation, 2), role: .clerk, from: now,
        until: now.later(days: 1000), instrument: "Letter 2"), by: administrator)
    return (administrator, clerk)
  }

  /// A draft of a docket file.
  func draft() throws -> ObjectID {
    let order = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    return try ledger.submitAndWait(order, by: clerk, key: CommandKey()).changes[0].object
  }

  func check() throws -> RecordCheck { try store.read { RecordCheck(of: $0) } }
}
