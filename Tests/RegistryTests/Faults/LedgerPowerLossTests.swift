import Foundation
import Testing

@testable import Registry

/// The power fails under the record itself. With `INTERLOCAL_NIGHTLY=1` at more than ten thousand points.
@Suite struct LedgerPowerLossTests {
  private static let nightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"
  private static let effort: UInt64 = nightly ? 60 : 1

  @Test("keeps every acknowledged order exactly once, and no half of any", arguments: UInt64(0)..<6)
  func keepsAcknowledged(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let findings = try await LedgerSession().session.powerLosses(points: 30, seed: seed)
      #expect(findings.isEmpty, "\(findings.prefix(3))")
    }
  }

  @Test("is whole or not yet there while its file is first made", arguments: UInt64(0)..<2)
  func firstOpening(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let session = LedgerSession(orders: 0, rounds: 1).session
      let findings = try await session.powerLosses(points: 30, seed: seed)
      #expect(findings.isEmpty, "\(findings.prefix(3))")
    }
  }

  @Test("lives through one power failure after another", arguments: UInt64(0)..<2)
  func livesOn(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let findings = try await LedgerSession(rounds: 2).session.lives(6, seed: seed)
      #expect(findings.isEmpty, "\(findings)")
    }
  }

  // The proof that the tests above can fail.

  @Test("would lose acknowledged orders with synchronous NORMAL, and damage nothing")
  func findsLossesOfNormal() async throws {
    let session = LedgerSession(tuning: .init(synchronous: 1, pagesPerCheckpoint: 40)).session
    let findings = try await session.powerLosses(points: 40, seed: 1)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.faults.allSatisfy { $0.contains("lost") } }, "\(findings.prefix(3))")
  }

  @Test(
    "would lose them on a disk that lies about syncs",
    arguments: [FaultyDisk.Files.wal, .database, .folder].map(\.rawValue))
  func findsLies(files: Int) async throws {
    let findings = try await LedgerSession().session.powerLosses(
      points: 40, seed: 2, lyingAboutSyncsOf: FaultyDisk.Files(rawValue: files))
    #expect(!findings.isEmpty)
  }
}
