import Crypto
import Foundation
import GRDB
import Synchronization

@testable import Registry

/// A store that can take each transaction back that has changed something: what an order does is then seen and undone.
final class TrialStore: RecordStore {
  let base: SQLiteStore
  private let isTrial = Atomic(false)

  struct Undone: Error {}

  init(_ base: SQLiteStore) { self.base = base }

  /// Takes back what is written while `body` runs.
  func trying<R>(_ body: () throws -> R) rethrows -> R {
    isTrial.store(true, ordering: .sequentiallyConsistent)
    defer { isTrial.store(false, ordering: .sequentiallyConsistent) }
    return try body()
  }

  func write<R>(_ body: (any RecordTransaction) throws -> R) throws -> R {
    try base.write { transaction in
      let before = try transaction.head()
      let result = try body(transaction)
      if isTrial.load(ordering: .sequentiallyConsistent), try transaction.head() != before { throw Undone() }
      return result
    }
  }

  func read<R>(_ body: (any RecordSnapshot) throws -> R) throws -> R { try base.read(body) }
}

/// Sends spoiled orders to a ledger over SQLite, and looks at the file after each.
final class FuzzedLedger {
  let ledger: Ledger
  private let store: any RecordStore
  /// A connection of its own: it notices every commit of the other.
  private let witness: DatabaseQueue
  private var mutator: OrderMutator
  private let seed: UInt64
  private let note: FileHandle
  private let noteURL: URL

  /// How the orders ended, by the kind of ending.
  private(set) var endings: [String: Int] = [:]
  private(set) var sent = 0
  private(set) var faults: [String] = []
  private var claims: [Claim] = []
  private var accepted: [(key: CommandKey, order: Order)] = []

  /// - Parameters:
  ///   - place: the file of the record.
  ///   - seed: from which all is spoiled; a fault names it.
  init(_ ledger: Ledger, over store: any RecordStore, at place: String, seed: UInt64) throws {
    (self.ledger, self.store, self.seed) = (ledger, store, seed)
    witness = try DatabaseQueue(path: place)
    mutator = OrderMutator(seed: seed)
    noteURL = FileManager.default.temporaryDirectory.appending(path: "spoiled-order-\(seed)-\(UUID().uuidString).json")
    try Data().write(to: noteURL)
    note = try FileHandle(forWritingTo: noteURL)
    // The first transaction of a new record writes its head, whatever it is about.
    try ledger.advance()
  }

  /// Removes the note of the last order: after a crash it stays, and shows what was sent.
  func finish() throws {
    try note.close()
    try FileManager.default.removeItem(at: noteURL)
    try witness.close()
  }

  /// Every row, content and event of the record, and its head, as one digest.
  func digest() throws -> String {
    var hash = SHA256()
    func add(_ text: String) { hash.update(data: Data(text.utf8)) }
    try store.read { snapshot in
      add("\(try snapshot.head())")
      try snapshot.everything(rows: { add("\($0.id) \($0.version) \($0.text)") }) {
        add("\($0.commit) \($0.salt?.bytes ?? []) \($0.text ?? "erased")")
      }
      try snapshot.events(from: 1) {
        add("\($0.sequence) \($0.at) \($0.object) \($0.version) \($0.salt.bytes) \($0.body)")
        return true
      }
    }
    return hexadecimal(hash.finalize())
  }

  /// Grows with every commit that changed the file.
  private func commits() throws -> Int {
    try witness.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? -1 }
  }

  /// Remembers an order that was accepted, so that its key can come again.
  func know(_ order: Order, _ key: CommandKey) {
    if accepted.count < 100 { accepted.append((key, order)) } else { accepted[mutator.any(100)] = (key, order) }
  }

  /// Sends so many spoiled versions of an order.
  ///
  /// - Parameters:
  ///   - order: a good one, which the record might accept now.
  ///   - claim: who would send it.
  ///   - now: the moment of the ledger.
  func bombard(_ order: Order, by claim: Claim, at now: Instant, times: Int) throws {
    let text = try CanonicalJSON.text(of: order)
    if claims.count < 60 { claims.append(claim) } else { claims[mutator.any(60)] = claim }
    for _ in 0..<times where faults.count < 5 {
      sent += 1
      let bytes = mutator.spoiled(text)
      try note.truncate(atOffset: 0)
      try note.write(contentsOf: Data(bytes))
      do {
        let spoiled =
          mutator.one(in: 5)
          ? try CanonicalJSON.value(Order.self, from: String(decoding: bytes, as: UTF8.self))
          : try JSONDecoder().decode(Order.self, from: Data(bytes))
        try send(spoiled, by: sender(of: claim, at: now), bytes)
      } catch is DecodingError {
        endings["not an order", default: 0] += 1
      } catch is MoneyError {
        endings["no money", default: 0] += 1
      }
    }
  }

  private func sender(of claim: Claim, at now: Instant) -> Claim {
    guard mutator.one(in: 5) else { return claim }
    if mutator.one(in: 2) { return mutator.pick(claims) }
    let kinds = ObjectKind.allCases
    return Claim(
      appointment: ObjectID(mutator.one(in: 3) ? mutator.pick(kinds) : .appointment, mutator.pick([1, 2, 9, 0, .max])),
      delegation: mutator.one(in: 2) ? ObjectID(mutator.one(in: 3) ? mutator.pick(kinds) : .delegation, 1) : nil,
      secondFactor: mutator.pick([now, now.later(by: 1), Instant(milliseconds: .max), Instant(milliseconds: .min)]))
  }

  private func send(_ order: Order, by claim: Claim, _ bytes: [UInt8]) throws {
    var key = CommandKey(using: &mutator.chance)
    var order = order
    var mayBeKnown = false
    if !accepted.isEmpty, mutator.one(in: 25) {
      let known = mutator.pick(accepted)
      key = known.key
      if mutator.one(in: 2) { order = known.order }
      mayBeKnown = true
    }
    let before = try commits()
    var ending: String
    do throws(Refusal) {
      let receipt = try ledger.submitAndWait(order, by: claim, key: key)
      ending = receipt.isRepeated ? "repeated" : "accepted"
      if receipt.isRepeated != mayBeKnown { fault("a receipt that was never given", bytes) }
      if !receipt.isRepeated { know(order, key) }
    } catch {
      ending = Self.name(of: error)
      if case .unavailable(let reason) = error {
        ending = reason == "\(TrialStore.Undone())" ? "accepted and undone" : ending
        if ending == "unavailable" { fault("the ledger broke down: \(reason)", bytes) }
      }
    }
    endings[ending, default: 0] += 1
    if ending != "accepted", try commits() != before { fault("'\(ending)', yet the file has changed", bytes) }
    // Time must have nothing left to do, so that whatever changes the file is an order.
    if ending == "accepted" { try ledger.advance() }
  }

  private func fault(_ fault: String, _ bytes: [UInt8]) {
    faults.append("seed \(seed), order \(sent): \(fault): \(String(decoding: bytes.prefix(2_000), as: UTF8.self))")
  }

  static func name(of refusal: Refusal) -> String {
    switch refusal {
    case .notFound: "not found"
    case .outdated: "outdated"
    case .notNow: "not now"
    case .notEntitled: "not entitled"
    case .powerMissing: "power missing"
    case .secondFactorMissing: "second factor missing"
    case .conditionFails: "condition fails"
    case .invalid: "invalid"
    case .appointmentNotValid: "appointment not valid"
    case .keyReused: "key reused"
    case .unavailable: "unavailable"
    case .unconfirmed: "unconfirmed"
    }
  }
}
