import Foundation
import Testing

@testable import Registry

/// Eight clients at once ask for random things of a record on disk; what they were told is what it holds.
@Suite(.serialized) struct LedgerHistoryTests {
  private static let seeds: Range<UInt64> =
    0..<(ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 60 : 3)

  @Test("holds every acknowledged order once and no other, and its log verifies", arguments: seeds)
  func answersAreTrue(seed: UInt64) async throws {
    let ledger = try SimulatedLedger()
    let founded = try ledger.folder.store.read { try $0.head().size }
    let calls = try await withThrowingTaskGroup(of: [SimulatedLedger.Call].self) { group in
      for client in UInt64(0)..<8 {
        group.addTask {
          var generator = OrderGenerator(seed: seed * 8 + client, cast: ledger.cast)
          return try await ledger.run(&generator, steps: 40)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try ledger.folder.ledger.advance()

    var acknowledged: [String: ClosedRange<Int>] = [:]
    var repeated = 0
    for call in calls {
      guard case .success(let receipt) = call.answer else { continue }
      if let known = acknowledged[call.key.digest] {
        #expect(known == receipt.events, "one key has one effect")
        repeated += 1
      }
      acknowledged[call.key.digest] = receipt.events
    }
    var found: [String: [Int]] = [:]
    try ledger.folder.store.read { snapshot in
      try snapshot.events(from: founded + 1) { event in
        if let mark = try CanonicalJSON.value(MarkedBody.self, from: event.body).command {
          found[mark.key, default: []].append(event.sequence)
        }
        return true
      }
    }
    #expect(Set(found.keys) == Set(acknowledged.keys), "what is there was acknowledged, and the other way round")
    for (key, sequences) in found { #expect(sequences.first == acknowledged[key]?.lowerBound) }
    #expect(acknowledged.count > 20 && repeated > 0)

    let check = try ledger.folder.store.read { RecordCheck(of: $0) }
    #expect(check.faults.isEmpty)
    let fold = try ledger.folder.store.read { RecordFold(of: $0) }
    #expect(fold.faults.isEmpty)
    try ledger.folder.publish()
    #expect(try ledger.folder.verify().lines == [])
  }
}
