import Foundation
import Synchronization

@testable import Registry

/// A record whose every text carries a mark of its own, with people to read it.
struct MarkedRegion: Sendable {
  static let isNight = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  enum Sort: String, CaseIterable { case simulated, demonstration }

  let folder: RecordFolder
  let now: Instant
  let readers: [Reader]
  /// Removes the folder when nobody reads it any more.
  private let holder: any Sendable

  /// The region of the simulations, after histories of every theme.
  init(seeds: Range<UInt64>, steps: Int) async throws {
    let ledger = try SimulatedLedger()
    for seed in seeds {
      var generator = OrderGenerator(seed: seed, cast: ledger.cast)
      _ = try await ledger.run(&generator, steps: steps)
    }
    self.init(ledger)
  }

  init(_ ledger: SimulatedLedger) {
    (folder, now, holder) = (ledger.folder, ledger.now, ledger)
    readers = ledger.cast.members.map { Reader(name: $0.name, appointment: $0.appointment, in: ledger.folder.store) }
  }

  /// The demonstration, which reaches nearly every field: its sentences are marked as they are sent.
  init(of region: DemonstrationRegion) throws {
    let place = Place()
    let url = place.url
    try RecordFolder.begin(at: url, origin: "sample.example/log")
    let clock = LedgerDemonstration.Clock()
    let folder = try RecordFolder(at: url, clock: { clock.now })
    let ledger = LedgerDemonstration(folder.ledger, store: folder.store, clock: clock)
    let played = try region.play(in: Marking(base: ledger))
    (self.folder, now, holder) = (folder, clock.now, place)
    // One of a role, and leads of two organisations; by night one of each role.
    let roles: [Role] = Self.isNight ? Role.allCases : [.lead, .clerk, .desk, .monitor, .conferenceMember]
    var seen: [Role: Int] = [:]
    let chosen = played.summary.people.filter { person in
      seen[person.role, default: 0] += 1
      return roles.contains(person.role) && seen[person.role]! <= (person.role == .lead ? 2 : 1)
    }
    readers =
      chosen.map { Reader(name: "\($0.role) \($0.appointment)", appointment: $0.appointment, in: folder.store) }
      + [Reader(name: "visitor", appointment: nil, in: folder.store)]
  }

  private final class Place: Sendable {
    let url = FileManager.default.temporaryDirectory.appending(path: "marked-\(UUID().uuidString)")
    deinit { try? FileManager.default.removeItem(at: url) }
  }

  /// Removes the folder when the process ends: for a region that several tests share.
  func removeAtExit() {
    let isFirst = leftFolders.withLock { folders in
      folders.append(folder.url)
      return folders.count == 1
    }
    guard isFirst else { return }
    atexit { leftFolders.withLock { $0 }.forEach { try? FileManager.default.removeItem(at: $0) } }
  }

  func reader(_ name: String) -> Reader { readers.first { $0.name == name }! }

  func claim(of reader: Reader) -> Claim { reader.appointment.map { Claim(appointment: $0) } ?? .visitor }

  /// All that somebody gets by reading.
  func outlets(to reader: Reader, _ meant: MeantTokens) throws -> Outlets {
    var outlets = Outlets()
    let counts = try folder.store.read { snapshot in
      try Dictionary(uniqueKeysWithValues: ObjectKind.allCases.map { ($0, try snapshot.count(of: $0)) })
    }
    do {
      try folder.ledger.read(as: claim(of: reader)) {
        try outlets.crawl($0, for: reader, counts: counts, meant, share: Self.isNight ? 1 : 8)
      }
    } catch let refusal as Refusal {
      outlets.add("the refusal to read", "\(refusal) \(String(reflecting: refusal))")
    }
    return outlets
  }

  /// Marks what is a sentence in each order: a word alone may be the name of a case, or a key.
  private struct Marking: DemonstrationRecord {
    var base: LedgerDemonstration
    private var marks: [String: String] = [:]

    init(base: LedgerDemonstration) { self.base = base }

    mutating func submit(
      _ order: Order, by person: DemonstrationPerson, at moment: Instant
    ) throws -> [ObjectID] {
      let text = marked(JSONTree(try CanonicalJSON.text(of: order)), as: "").text
      return try base.submit(try CanonicalJSON.value(Order.self, from: text), by: person, at: moment)
    }

    private mutating func marked(_ tree: JSONTree, as key: String) -> JSONTree {
      switch tree {
      case .object(let fields): return .object(fields.map { ($0.key, marked($0.value, as: $0.key)) })
      case .list(let list): return .list(list.map { marked($0, as: key) })
      case .raw(let raw):
        guard raw.hasPrefix("\""), raw.contains(" "), key != "\"purpose\"" else { return tree }
        // The same words have the same mark: what is named twice keeps one name.
        let mark = marks[raw] ?? "s9x\(marks.count)e"
        marks[raw] = mark
        return .raw("\(raw.dropLast()) \(mark)\"")
      }
    }

    mutating func advance(to moment: Instant) throws { try base.advance(to: moment) }
    func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T? { try base.object(type, id) }
  }
}

extension Reader {
  /// Somebody by what the record says of the appointment.
  init(name: String, appointment: ObjectID?, in store: SQLiteStore) {
    let found: Appointment? = appointment.flatMap { id in
      try? store.read { SnapshotReader($0).object(Appointment.self, id) }
    }
    let home: Organisation? = found.flatMap { found in
      try? store.read { SnapshotReader($0).object(Organisation.self, found.organisation) }
    }
    self.init(
      name: name, appointment: found?.id, home: found?.organisation, role: found?.role, from: found?.from,
      until: home?.stage == .closed ? found?.from : found?.until)
  }
}

private let leftFolders = Mutex<[URL]>([])
