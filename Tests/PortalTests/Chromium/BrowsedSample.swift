import Foundation
import Registry

@testable import Portal

/// The sample region at an address of this machine: with accounts for its people, and a time that passes when a test
/// lets it.
struct BrowsedSample: Sendable {
  let sample: SampleSite
  let port: Int
  /// By the name of the account, such as `lead-city`.
  let accounts: [String: DemonstrationAccount]

  /// Serves a copy of the sample region for the time of `body`.
  static func serving<R>(_ body: (BrowsedSample) async throws -> R) async throws -> R {
    let sample = try SampleSite(copyOf: SampleSite.shared.get())
    // A cheap hash: what one guess costs is tested where passwords are.
    var settings = AccountBook.Settings()
    settings.cost = try PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    let book = try sample.site.record.accounts(settings: settings)
    var chance = SplitMix(state: 7)
    let seeded = try book.seedDemonstration(people: sample.people, at: sample.clock.now, using: &chance)
    let accounts = Dictionary(uniqueKeysWithValues: seeded.map { ($0.name, $0) })
    var options = ServerOptions()
    options.port = 0
    options.logging = .error
    let (served, clock) = (options, sample.clock)
    return try await PortalServer.running { telling in
      try PortalServer(
        sample.site, options: served, log: ServerLog(level: .error), clock: { clock.now }, pace: .init(),
        isRunning: telling)
    } during: { port, _ in
      try await body(BrowsedSample(sample: sample, port: port, accounts: accounts))
    }
  }
}
