import Foundation
import Synchronization

@testable import Registry

/// A record in the hands of many writers, as a session whose faults can be looked for.
///
/// Work is numbered: a number is an order and its key, so that whoever holds the number can repeat the order, and must
/// get the receipt of the first time. The first numbers found a region; the others, by many writers at once, draft
/// docket files and revise the first ones. Every round ends by closing the record, and the next opens it again.
struct LedgerSession: Sendable {
  var writers = 16
  /// How many orders each writer submits in a round.
  var orders = 1
  var rounds = 3
  var tuning = SQLiteStore.Tuning(synchronous: 2, pagesPerCheckpoint: 40)

  static let moment = Instant(milliseconds: 1_767_571_200_000)
  static let clerk = Claim(appointment: ObjectID(.appointment, 2))
  static let database = "/record.sqlite"
  /// The orders that found the region and draft the first docket files.
  static let founding = 8

  static func ledger(on store: SQLiteStore) -> Ledger {
    Ledger(store: store, clock: { moment }, chance: CrashChance(seed: 7))
  }

  /// The order of a number, who submits it, and its key.
  static func order(_ number: Int) -> (order: Order, claim: Claim, key: CommandKey) {
    var chance = CrashChance(seed: UInt64(number))
    let key = CommandKey(using: &chance)
    let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: moment)
    func appoint(_ person: String, _ organisation: Int, _ role: Role) -> Order {
      Order(
        Appointment.self,
        .appoint(
          person: person, organisation: ObjectID(.organisation, organisation), role: role, from: moment,
          until: moment.later(days: 1000), instrument: "Letter \(organisation)"))
    }
    func register(_ english: String, _ chinese: String, _ sort: Organisation.Sort) -> Order {
      Order(Organisation.self, .register(nameEnglish: english, nameChinese: chinese, sort: sort, parent: nil))
    }
    switch number {
    case 1:
      let charter = Region.Charter(
        nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water"],
        calendar: WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1"))
      return (Order(Region.self, .establish(charter: charter)), .founder, key)
    case 2: return (register("Joint Office", "联合办公室", .publicBody), .founder, key)
    case 3: return (appoint("First administrator", 1, .administrator), .founder, key)
    case 4: return (register("Lower County", "下县", .government), administrator, key)
    case 5: return (appoint("First clerk", 2, .clerk), administrator, key)
    default:
      let text = String(repeating: "\(number) ", count: Int.random(in: 1...300, using: &chance))
      if number > founding, Bool.random(using: &chance) {
        let file = ObjectID(.docketFile, Int.random(in: 1...(founding - 5), using: &chance))
        return (Order(DocketFile.self, .revise(title: "Revised \(number)", description: text), on: file), clerk, key)
      }
      return (
        Order(DocketFile.self, .draft(title: "Problem \(number)", field: "water", description: text)), clerk, key
      )
    }
  }

  /// As a session whose faults can be looked for.
  var session: CrashSession {
    CrashSession(
      run: { folder, first, acknowledge in
        var next = first
        for _ in 0..<rounds {
          if let store = try? SQLiteStore(path: folder + Self.database, tuning: tuning) {
            let ledger = Self.ledger(on: store)
            // Found again in every round: orders that came about have their receipts, the others come about now.
            for number in 1...Self.founding where Self.submits(number, to: ledger) { acknowledge(number) }
            next = max(next, Self.founding + 1)
            let numbers = next
            await withTaskGroup(of: Void.self) { group in
              for writer in 0..<writers {
                group.addTask {
                  for order in 0..<orders {
                    let number = numbers + order * writers + writer
                    let (order, claim, key) = Self.order(number)
                    if (try? await ledger.submit(order, by: claim, key: key)) != nil { acknowledge(number) }
                  }
                }
              }
            }
            next += writers * orders
            try? store.close()
          }
        }
        return max(next, Self.founding + 1)
      },
      faults: { folder, acknowledged in
        do {
          return try Self.faults(in: folder, acknowledged)
        } catch {
          return ["cannot be read: \(error)"]
        }
      })
  }

  private static func submits(_ number: Int, to ledger: Ledger) -> Bool {
    let (order, claim, key) = order(number)
    return (try? ledger.submitAndWait(order, by: claim, key: key)) != nil
  }

  /// What is wrong with the record that is left.
  static func faults(in folder: String, _ acknowledged: [Int]) throws -> [String] {
    let store = try SQLiteStore(path: folder + database)
    defer { try? store.close() }
    let ledger = ledger(on: store)
    // Includes SQLite's own check of the file.
    let before = try store.read { (check: RecordCheck(of: $0), fold: RecordFold(of: $0)) }
    var faults = before.check.faults.map(\.description) + before.fold.faults.map(\.description)
    for number in Set(acknowledged).sorted() {
      let (order, claim, key) = order(number)
      do {
        let receipt = try ledger.submitAndWait(order, by: claim, key: key)
        if !receipt.isRepeated { faults.append("acknowledged but lost: \(number)") }
      } catch {
        faults.append("acknowledged but lost: \(number), and now refused: \(error)")
      }
    }
    guard faults.isEmpty else { return faults }
    // Each order is in the record as often as it came about: once at most. Its title tells which it was.
    var times: [String: Int] = [:]
    var marks = 0
    try store.read { snapshot in
      try snapshot.events(from: 1) { event in
        if event.object.kind == .docketFile {
          let body = try CanonicalJSON.value(EventBody<DocketFile.Event>.self, from: event.body)
          switch body.event {
          case .drafted(let title, _, _), .revised(let title, _): times[title, default: 0] += 1
          default: break
          }
        }
        marks += try CanonicalJSON.value(MarkedBody.self, from: event.body).command?.events ?? 0
        return true
      }
      let size = try snapshot.head().size
      if size != before.check.events { faults.append("repeated orders changed the record") }
      if marks != size { faults.append("\(marks) events announced by their commands, \(size) there") }
    }
    for (title, count) in times.sorted(by: { $0.key < $1.key }) where count != 1 {
      faults.append("'\(title)' is there \(count) times")
    }
    // And it goes on: a new order is accepted where there is somebody to submit it.
    if acknowledged.contains(founding), !submits(1_000_000 + acknowledged.count, to: ledger) {
      faults.append("takes no more orders")
    }
    return faults
  }
}
