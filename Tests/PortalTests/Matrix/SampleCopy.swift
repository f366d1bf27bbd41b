import Foundation
import Registry
import Reporting

@testable import Portal

/// A copy of the sample region that a test may change, without letting its two years pass again.
final class SampleCopy: Sendable {
  let site: Site
  let people: [DemonstrationSummary.Person]
  let now: Instant
  private let folder: URL

  init() throws {
    let sample = try SampleSite.published.get()
    folder = FileManager.default.temporaryDirectory.appending(path: "portal-copy-\(UUID().uuidString)")
    try RecordArchive.backup(sample.site.record, to: folder)
    let now = try sample.site.record.ledger.read(as: .visitor) { $0.now }
    site = Site(record: try RecordFolder(at: folder, clock: { now }))
    (people, self.now) = (sample.people, now)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The first person of a role, in an organisation or in any.
  func person(_ role: Role, of organisation: ObjectID? = nil) -> DemonstrationSummary.Person? {
    people.first { $0.role == role && (organisation == nil || $0.organisation == organisation) }
  }

  /// Somebody signed in under an appointment, with a second factor just given.
  func visitor(_ appointment: ObjectID, delegation: ObjectID? = nil) -> Visitor {
    Visitor(
      account: appointment.description,
      claim: Claim(appointment: appointment, delegation: delegation, secondFactor: now),
      tokens: FormTokens { "token of \($0)" })
  }

  /// Every thing of the record with its audience, whoever may see it, by kind and number.
  func things() throws -> [(id: ObjectID, stage: String, audience: Audience, isAtRest: Bool)] {
    struct Row<Object: RecordObject>: Decodable {
      let audience: Audience
      let object: Object
    }
    return try site.record.store.read { snapshot in
      var found: [(ObjectID, String, Audience, Bool)] = []
      for kind in ObjectKind.allCases {
        func look<T: RecordObject>(_ type: T.Type) throws {
          for row in try snapshot.rows(of: kind, after: 0, limit: 100_000) {
            let value = try CanonicalJSON.value(Row<T>.self, from: row.text)
            let stage = value.object.stage
            found.append((row.id, stage.rawValue, value.audience, T.lifeCycle.acts(from: stage).isEmpty))
          }
        }
        try look(kind.type)
      }
      return found
    }
  }
}
