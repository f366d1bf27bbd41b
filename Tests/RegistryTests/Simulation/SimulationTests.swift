import Foundation
import Testing

@testable import Registry

/// Histories of 200 steps by seventeen people over all kinds of objects.
@Suite struct SimulationTests {
  private static let environment = ProcessInfo.processInfo.environment
  /// One history alone, where somebody names it.
  private static let only = environment["INTERLOCAL_SEED"].flatMap { UInt64($0) }
  private static let count: UInt64 = environment["INTERLOCAL_NIGHTLY"] == "1" ? 100_000 : 2_000

  /// Stages that 200 steps seldom reach: an amendment that drops a duty must enter into force before the duty falls due,
  /// and a report must be certified, corrected and certified again. The walks of these two kinds reach them.
  private static let rare: Set<String> = ["commitment waived", "verification superseded"]

  /// What a run of histories found.
  private struct Found {
    var reports: [String] = []
    var reached: Set<String> = []
    var accepted = 0
    var refusals: [String: Int] = [:]
  }

  private static func run(_ seeds: some Sequence<UInt64>) throws -> Found {
    var found = Found()
    for seed in seeds {
      var simulation = try Simulation(seed: seed, readsAgain: seed % 20 == 0)
      simulation.run(steps: 200)
      simulation.report.map { found.reports.append($0) }
      found.reached.formUnion(simulation.invariants.reached)
      found.accepted += simulation.acceptedCount
      found.refusals.merge(simulation.refusals, uniquingKeysWith: +)
    }
    return found
  }

  @Test("every history of 200 steps keeps every invariant, and together they reach every stage of every kind")
  func holds() async throws {
    if let seed = Self.only { return #expect(try Self.run([seed]).reports == []) }
    let runners: UInt64 = 4
    let found = try await withThrowingTaskGroup(of: Found.self) { group in
      for runner in 0..<runners {
        group.addTask { try Self.run(stride(from: runner, to: Self.count, by: UInt64.Stride(runners))) }
      }
      return try await group.reduce(into: Found()) { all, part in
        all.reports += part.reports
        all.reached.formUnion(part.reached)
        all.accepted += part.accepted
        all.refusals.merge(part.refusals, uniquingKeysWith: +)
      }
    }
    #expect(found.reports.sorted() == [])
    func declared<T: RecordObject>(_ type: T.Type) -> [String] { T.Stage.allCases.map { "\(T.kind) \($0.rawValue)" } }
    let all = Set(ObjectKind.allCases.flatMap { declared($0.type) })
    #expect(all.subtracting(found.reached).subtracting(Self.rare).sorted() == [])
    // Enough happens, and every sort of refusal that a record in memory knows.
    #expect(found.accepted > Int(Self.count) * 40)
    #expect(found.refusals.count == 9)
  }
}
