import Foundation
import Synchronization

@testable import Registry

/// A record on disk with the region of the simulations: its people appointed as in life, each by its own organisation.
final class SimulatedLedger: Sendable {
  let url: URL
  let folder: RecordFolder
  let cast: Cast
  private let machine: Moment

  private final class Moment: Sendable {
    let value = Mutex(Instant(milliseconds: 1_767_571_200_000))
  }

  var now: Instant { machine.value.withLock { $0 } }
  func pass(_ milliseconds: Int64) { machine.value.withLock { $0 = $0.later(by: milliseconds) } }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "simulated-\(UUID().uuidString)")
    try RecordFolder.begin(at: url, origin: "rivers.example/log")
    let machine = Moment()
    self.machine = machine
    folder = try RecordFolder(at: url, clock: { machine.value.withLock { $0 } })
    cast = try Self.found(folder.ledger, at: machine.value.withLock { $0 })
  }

  deinit {
    try? folder.close()
    try? FileManager.default.removeItem(at: url)
  }

  func claim(of member: Cast.Member, isFresh: Bool = true) -> Claim {
    member.appointment.map { Claim(appointment: $0, delegation: member.delegation, secondFactor: isFresh ? now : nil) }
      ?? .visitor
  }

  private static func found(_ ledger: Ledger, at now: Instant) throws -> Cast {
    func send<T: RecordObject>(_ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by claim: Claim) throws
      -> ObjectID
    {
      try ledger.submitAndWait(Order(type, command, on: id), by: claim, key: CommandKey()).changes[0].object
    }
    _ = try send(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water", "transport"],
          calendar: WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1"))), by: .founder)
    for (name, sort) in [
      ("Upper County", Organisation.Sort.government), ("Lower County", .government), ("Joint Office", .publicBody),
      ("River Institute", .monitor), ("Province", .authority), ("Chamber", .socialOrganisation),
    ] {
      _ = try send(
        Organisation.self, .register(nameEnglish: name, nameChinese: "甲", sort: sort, parent: nil), by: .founder)
    }
    func appoint(_ name: String, _ role: Role, _ home: Int, by claim: Claim) throws -> ObjectID {
      try send(
        Appointment.self,
        .appoint(
          person: "Person \(name)", organisation: ObjectID(.organisation, home), role: role, from: now,
          until: now.later(days: 3000), instrument: "Letter 1"), by: claim)
    }
    var appointed: [(name: String, id: ObjectID, home: Int)] = []
    func seat(_ name: String, _ role: Role, _ home: Int, by claim: Claim) throws {
      appointed.append((name, try appoint(name, role, home, by: claim), home))
    }
    try seat("administrator", .administrator, 3, by: .founder)
    let administrator = Claim(appointment: appointed[0].id, secondFactor: now)
    let speakers: [(String, Role, Int)] = [
      ("upperLead", .lead, 1), ("lowerLead", .lead, 2), ("desk", .desk, 3), ("monitor", .monitor, 4),
      ("guide", .guide, 5), ("social", .socialDelegate, 6),
    ]
    for (name, role, home) in speakers { try seat(name, role, home, by: administrator) }
    func speaker(of home: Int) -> Claim {
      Claim(appointment: appointed.first { $0.home == home && $0.name != "administrator" }!.id, secondFactor: now)
    }
    let others: [(String, Role, Int)] = [
      ("upperClerk", .clerk, 1), ("lowerClerk", .clerk, 2), ("member", .conferenceMember, 1),
      ("lowerMember", .conferenceMember, 2), ("secondMonitor", .monitor, 4), ("mediator", .mediator, 3),
      ("auditor", .auditor, 3), ("resident", .resident, 3), ("former", .lead, 1), ("powerless", .lead, 2),
    ]
    for (name, role, home) in others { try seat(name, role, home, by: speaker(of: home)) }
    var members: [Cast.Member] = []
    for (name, id, home) in appointed {
      let delegation = try send(
        Delegation.self,
        .delegate(
          to: id, powers: Power.allCases, fields: ["water", "transport"], from: now, until: now.later(days: 3000),
          mayPassOn: false), by: speaker(of: home))
      members.append(Cast.Member(name: name, appointment: id, delegation: delegation))
    }
    let cast = Cast(members + [Cast.Member(name: "visitor", appointment: nil, delegation: nil)])
    _ = try send(
      Appointment.self, .end(reason: "Retired."), on: cast.member("former").appointment, by: speaker(of: 1))
    _ = try send(
      Delegation.self, .revoke(reason: "Recalled."), on: cast.member("powerless").delegation, by: speaker(of: 2))
    return cast
  }

  /// What one client asked for, and the answers.
  struct Call: Sendable {
    let key: CommandKey
    let order: Order
    let claim: Claim
    let answer: Result<Receipt, Refusal>
  }

  /// Sends so many orders of a generator, one after another; some twice, some with a key that was used. In the end what
  /// was first recorded is asked for again.
  func run(_ generator: inout OrderGenerator, steps: Int) async throws -> [Call] {
    var calls: [Call] = []
    let record = RememberedRecord()
    for _ in 0..<steps {
      if generator.one(in: 12) { pass(Int64(generator.any(2_000_000_000))) }
      // The machine's clock is set back now and then; the record's own time must not follow.
      if generator.one(in: 24) { pass(-Int64(generator.any(400_000))) }
      let proposal = try folder.store.read { snapshot in
        generator.next(in: record.reader(of: snapshot), at: self.now)
      }
      guard let proposal else { continue }
      var key = CommandKey(using: &generator.chance)
      var order = proposal.order
      if let last = calls.last, generator.one(in: 10) {
        key = last.key
        if generator.one(in: 2) { order = last.order }
      }
      calls.append(await call(order, by: claim(of: proposal.member, isFresh: proposal.isFresh), key: key))
    }
    if let first = calls.first(where: { (try? $0.answer.get()) != nil }) {
      calls.append(await call(first.order, by: first.claim, key: first.key))
    }
    return calls
  }

  private func call(_ order: Order, by claim: Claim, key: CommandKey) async -> Call {
    do throws(Refusal) {
      let receipt = try await folder.ledger.submit(order, by: claim, key: key)
      return Call(key: key, order: order, claim: claim, answer: .success(receipt))
    } catch {
      return Call(key: key, order: order, claim: claim, answer: .failure(error))
    }
  }
}
