import Foundation
import Registry
import Reporting

@testable import Portal

/// A portal over the sample region's two years of history, in a folder of its own that goes with it.
final class SampleSite: Sendable {
  let site: Site
  let people: [DemonstrationSummary.Person]
  /// The time of the record: it stands still unless a test lets it pass.
  let clock: LedgerDemonstration.Clock
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    try RecordFolder.begin(at: folder, origin: "sample.example/log")
    let clock = LedgerDemonstration.Clock()
    let record = try RecordFolder(at: folder, clock: { clock.now })
    let ledger = LedgerDemonstration(record.ledger, store: record.store, clock: clock)
    try DemonstrationCase.write(into: folder)
    people = try DemonstrationRegion(seed: 7).play(in: ledger).summary.people
    site = Site(record: record)
    self.clock = clock
  }

  /// A copy of a sample that stands still; its own time goes on from there.
  init(copyOf other: SampleSite) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    try RecordArchive.backup(other.site.record, to: folder, includingKeys: true)
    let clock = LedgerDemonstration.Clock()
    site = Site(record: try RecordFolder(at: folder, clock: { clock.now }))
    (people, self.clock) = (other.people, clock)
    try pass(milliseconds: other.clock.now.milliseconds - clock.now.milliseconds)
  }

  /// Lets days pass, and time do what it does.
  func pass(days: Int) throws { try pass(milliseconds: Int64(days) * Instant.millisecondsADay) }

  /// Lets less than days pass.
  func pass(milliseconds: Int64) throws {
    var ledger = LedgerDemonstration(site.record.ledger, store: site.record.store, clock: clock)
    try ledger.advance(to: clock.now.later(by: milliseconds))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The one that all tests which only read share.
  static let shared = Result { try SampleSite() }

  /// Somebody of the sample region, signed in and with a second factor just given.
  func visitor(_ role: Role, of organisation: String? = nil, number: Int = 1) throws -> Visitor {
    let found = people.filter { $0.role == role && (organisation.map($0.nameEnglish.contains) ?? true) }
    guard found.count >= number else { throw NoSuchPerson(role: role, organisation: organisation) }
    let person = found[number - 1]
    let now = try site.record.ledger.read(as: .visitor) { $0.now }
    return Visitor(
      account: person.nameEnglish, claim: Claim(appointment: person.appointment, secondFactor: now),
      tokens: FormTokens { "token of \($0)" })
  }

  struct NoSuchPerson: Error { let role: Role, organisation: String? }
}

extension Site {
  /// The answer to a GET.
  func get(_ path: String, as visitor: Visitor = .unknown, in language: Language = .english) async -> Reply {
    let parts = path.split(separator: "?", maxSplits: 1)
    let query = parts.count == 2 ? (try? FormFields(encoded: parts[1].utf8)) ?? FormFields() : FormFields()
    return await answer(Visit(.get, String(parts[0]), query: query, language: language, visitor: visitor))
  }

  /// The answer to a form that is sent.
  func post(
    _ path: String, _ fields: [(String, String)], as visitor: Visitor = .unknown, in language: Language = .english
  ) async -> Reply {
    let form = FormFields(fields.map { FormFields.Field($0.0, $0.1) })
    return await answer(Visit(.post, path, form: form, language: language, visitor: visitor))
  }
}

extension Reply {
  var text: String { String(decoding: body, as: UTF8.self) }
}
