import Foundation
import Testing

@testable import Registry

/// Orders as an enemy or a broken program would send them: spoiled in their bytes, their structure and their values.
///
/// None may bring the process down; should one, the file `spoiled-order-….json` in the folder for temporary files is it.
@Suite(.serialized) struct BadOrderTests {
  private static let isNight = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  /// The demonstration, which sends each of its orders only after so many spoiled ones, all of them undone.
  private struct Bombarded: DemonstrationRecord {
    var base: LedgerDemonstration
    let clock: LedgerDemonstration.Clock
    let store: TrialStore
    let fuzzed: FuzzedLedger
    let times: Int
    private(set) var orders = 0

    mutating func submit(
      _ order: Order, by person: DemonstrationPerson, at moment: Instant
    ) throws -> [ObjectID] {
      clock.set(moment)
      let claim: Claim =
        switch person {
        case .founder: .founder
        case .visitor: .visitor
        case .appointed(let id, let delegation): Claim(appointment: id, delegation: delegation, secondFactor: moment)
        }
      orders += 1
      let isLookedAt = orders % 100 == 0
      let before = isLookedAt ? try fuzzed.digest() : ""
      try store.trying { try fuzzed.bombard(order, by: claim, at: moment, times: times) }
      if isLookedAt { #expect(try fuzzed.digest() == before, "spoiled orders have left something") }
      return try base.submit(order, by: person, at: moment)
    }

    mutating func advance(to moment: Instant) throws { try base.advance(to: moment) }
    func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T? { try base.object(type, id) }
  }

  @Test("every order of the demonstration, spoiled in many ways, is refused in words or done whole")
  func demonstration() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzzed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "record.sqlite").path
    let store = TrialStore(try SQLiteStore(path: place))
    let clock = LedgerDemonstration.Clock()
    let ledger = Ledger(store: store, clock: { clock.now })
    let fuzzed = try FuzzedLedger(ledger, over: store, at: place, seed: 1)
    // The demonstration goes on undisturbed: whatever a spoiled order did is gone.
    _ = try DemonstrationRegion().play(
      in: Bombarded(
        base: LedgerDemonstration(ledger, store: store, clock: clock), clock: clock, store: store, fuzzed: fuzzed,
        times: Self.isNight ? 100 : 4))
    try fuzzed.finish()
    #expect(fuzzed.faults == [])
    // Spoiled orders reach the decisions, not only the reader of JSON.
    #expect(fuzzed.endings.count >= 8 && fuzzed.endings["accepted and undone", default: 0] > fuzzed.sent / 20)
    let (check, fold) = try store.read { (RecordCheck(of: $0), RecordFold(of: $0)) }
    #expect(check.faults == [] && fold.faults == [])
  }

  @Test("a record that accepts spoiled orders among good ones still holds", arguments: UInt64(0)..<8)
  func accepted(seed: UInt64) throws {
    let ledger = try SimulatedLedger()
    let place = RecordFolder.database(in: ledger.url).path
    let fuzzed = try FuzzedLedger(ledger.folder.ledger, over: ledger.folder.store, at: place, seed: 100 + seed)
    var generator = OrderGenerator(seed: seed, cast: ledger.cast)
    let record = RememberedRecord()
    for _ in 0..<(Self.isNight ? 2_000 : 100) {
      if generator.one(in: 12) { ledger.pass(Int64(generator.any(2_000_000_000))) }
      try ledger.folder.ledger.advance()
      let proposal = try ledger.folder.store.read { generator.next(in: record.reader(of: $0), at: ledger.now) }
      guard let proposal else { continue }
      let claim = ledger.claim(of: proposal.member, isFresh: proposal.isFresh)
      try fuzzed.bombard(proposal.order, by: claim, at: ledger.now, times: 6)
      _ = try? ledger.folder.ledger.submitAndWait(proposal.order, by: claim, key: CommandKey())
    }
    try fuzzed.finish()
    #expect(fuzzed.faults == [])
    #expect(fuzzed.endings["accepted", default: 0] > 10)
    let fold = try ledger.folder.store.read { RecordFold(of: $0) }
    #expect(fold.faults == [])
    try ledger.folder.publish()
    #expect(try ledger.folder.verify().lines == [])
  }

  @Test("would notice an order that is refused and yet leaves something")
  func noticesTraces() throws {
    let ledger = try SimulatedLedger()
    let place = RecordFolder.database(in: ledger.url).path
    let careless = CarelessStore(ledger.folder.store)
    let fuzzed = try FuzzedLedger(
      Ledger(store: careless, clock: { ledger.now }), over: careless, at: place, seed: 3)
    let order = Order(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."))
    let claim = ledger.claim(of: ledger.cast.member("upperClerk"))
    try fuzzed.bombard(order, by: claim, at: ledger.now, times: 200)
    try fuzzed.finish()
    #expect(fuzzed.faults.contains { $0.contains("yet the file has changed") && $0.hasPrefix("seed 3, order ") })
  }

  // MARK: Every act

  /// Histories in which, together with the demonstration, people do what they can: see `rarest()` for the rest.
  private static let histories: [UInt64] =
    Array(0..<40) + [61, 63, 66, 165, 173, 201, 212, 228, 253, 289, 329, 337, 353, 361, 569, 597, 621]

  /// Acts that neither the demonstration nor these histories bring about, with the orders that would: these are
  /// spoiled all the same.
  private static func rarest() throws -> [(act: String, order: Order)] {
    var all: [(act: String, order: Order)] = []
    func add<T: RecordObject>(_ act: String, _ type: T.Type, _ command: T.Command, opens: Bool = false) {
      all.append((act, Order(type, command, on: opens ? nil : ObjectID(T.kind, 1))))
    }
    let now = Instant(milliseconds: 1_767_571_200_000)
    let report = ObjectID(.partyReport, 1)
    add("agreement accede", Agreement.self, .accede(version: 1, digest: "0f"))
    add("agreement resolveTermination", Agreement.self, .resolveTermination(reason: "No use."))
    add("agreement withdrawNotice", Agreement.self, .withdrawNotice)
    add(
      "books payAdvance", RegionBooks.self,
      .payAdvance(rule: "Water", period: try SettlementPeriod("2025", cutOff: 0), memo: "For 2025"))
    let (to, until) = (ObjectID(.appointment, 2), now.later(days: 9))
    add(
      "delegation passOn", Delegation.self,
      .delegate(to: to, powers: [.report], fields: ["water"], from: now, until: until, mayPassOn: true), opens: true)
    add("jointReport leaveOut", JointReport.self, .leaveOut(report: report))
    add("negotiationTable acceptAmendment", NegotiationTable.self, .acceptAmendment(amendment: 1))
    add("negotiationTable consentToReopen", NegotiationTable.self, .consentToReopen(clause: 1))
    add("negotiationTable extendEmbargo", NegotiationTable.self, .extendEmbargo(until: now))
    add("negotiationTable withdrawAmendment", NegotiationTable.self, .withdrawAmendment(amendment: 1))
    // What follows from such orders on other objects.
    add("negotiationTable reopenClause", NegotiationTable.self, .consentToReopen(clause: 1))
    add("partyReport exclude", JointReport.self, .leaveOut(report: report))
    add("verification supersede", Verification.self, .certify(opinion: "As found."))
    return all
  }

  @Test("the command of every act of every life cycle is spoiled, and none brings a decision down")
  func everyAct() throws {
    var acts: Set<String> = []
    let memory = MemoryRecord { content in
      let digits = String(content.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
      return String(repeating: "0", count: 64 - digits.count) + digits
    }
    for entry in try DemonstrationRegion().play(in: MemoryDemonstration(memory)).record.record.entries {
      acts.insert("\(entry.happening.object.kind) \(entry.happening.event.act)")
    }
    var mutator = OrderMutator(seed: 5)
    var (sent, decided) = (0, 0)
    for seed in Self.histories {
      var simulation = try Simulation(seed: seed)
      for _ in 0..<200 {
        let before = simulation
        simulation.step()
        guard simulation.acceptedCount > before.acceptedCount, let (order, standing) = simulation.lastAccepted else {
          continue
        }
        let new = simulation.record.entries[before.record.entries.count...].filter { !$0.isClock }
          .map { "\($0.object.kind) \($0.event.act)" }
        // What is seldom is spoiled more often.
        let times = (new.contains { !acts.contains($0) } ? 40 : 3) * (Self.isNight ? 20 : 1)
        acts.formUnion(new)
        let text = try CanonicalJSON.text(of: order)
        for _ in 0..<times {
          sent += 1
          guard let spoiled = try? JSONDecoder().decode(Order.self, from: Data(mutator.spoiled(text))) else { continue }
          decided += 1
          var record = before.record
          _ = try? record.submit(spoiled, by: standing, at: simulation.now)
          #expect(record.entries.count >= before.record.entries.count)
        }
      }
    }
    let simulation = try Simulation(seed: 0)
    let rarest = try Self.rarest()
    for (_, order) in rarest {
      let text = try CanonicalJSON.text(of: order)
      for _ in 0..<(Self.isNight ? 2_000 : 100) {
        sent += 1
        guard let spoiled = try? JSONDecoder().decode(Order.self, from: Data(mutator.spoiled(text))) else { continue }
        decided += 1
        var record = simulation.record
        _ = try? record.submit(spoiled, by: .clock, at: simulation.now)
      }
    }
    #expect(sent > 12_000 && decided > 6_000, "\(sent), \(decided)")
    func declared<T: RecordObject>(_ type: T.Type) -> [String] {
      ([T.lifeCycle.opening] + T.lifeCycle.transitions).filter { $0.by != [.clock] }.map { "\(T.kind) \($0.act)" }
    }
    let all = Set(ObjectKind.allCases.flatMap { declared($0.type) })
    #expect(all.subtracting(acts).sorted() == rarest.map(\.act).sorted())
  }
}

/// A store that commits a cursor with every transaction, whatever became of it.
private struct CarelessStore: RecordStore {
  let base: SQLiteStore
  init(_ base: SQLiteStore) { self.base = base }

  func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R {
    try base.write { transaction in
      let result = try body(transaction)
      try transaction.setCursor(of: "careless", to: try transaction.cursor(of: "careless") + 1)
      return result
    }
  }

  func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R { try base.read(body) }
}
