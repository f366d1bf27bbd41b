import Foundation
import Testing

@Suite struct PowerLossTests {
  /// How often a test repeats itself: once, and forty times every night.
  private static let effort: UInt64 = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 40 : 1

  @Test("loses nothing acknowledged when every commit is synced", arguments: UInt64(0)..<10)
  func losesNothing(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let findings = try await NumbersSession(seed: seed).session.powerLosses(points: 25, seed: seed)
      #expect(findings.isEmpty, "\(findings.prefix(3))")
    }
  }

  @Test("loses nothing acknowledged to one of many writers", arguments: UInt64(0)..<5)
  func losesNothingOfManyWriters(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let session = NumbersSession(seed: seed, steps: 3).session(writers: 16)
      let findings = try await session.powerLosses(points: 10, seed: seed)
      #expect(findings.isEmpty, "\(findings.prefix(3))")
    }
  }

  @Test("lives through one power failure after another", arguments: UInt64(0)..<5)
  func livesOn(seed: UInt64) async throws {
    for round in 0..<Self.effort {
      let seed = seed + 1000 * round
      let findings = try await NumbersSession(seed: seed).session.lives(10, seed: seed)
      #expect(findings.isEmpty, "\(findings)")
    }
  }

  // The proof that the tests above can fail.

  @Test("finds what synchronous NORMAL loses, and that it damages nothing", arguments: UInt64(0)..<5)
  func findsLossesOfNormal(seed: UInt64) async throws {
    let session = NumbersSession(seed: seed, synchronous: "NORMAL").session
    let findings = try await session.powerLosses(points: 25, seed: seed)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.faults.allSatisfy { $0.contains("lost") } }, "\(findings.prefix(3))")
  }

  @Test("finds what a log loses that is never synced", arguments: UInt64(0)..<5)
  func findsUnsyncedLog(seed: UInt64) async throws {
    let session = NumbersSession(seed: seed).session
    let findings = try await session.powerLosses(points: 25, seed: seed, lyingAboutSyncsOf: .wal)
    #expect(!findings.isEmpty)
  }

  @Test("finds what a checkpoint loses that never syncs the database", arguments: UInt64(0)..<5)
  func findsUnsyncedCheckpoint(seed: UInt64) async throws {
    let session = NumbersSession(seed: seed).session
    let findings = try await session.powerLosses(points: 25, seed: seed, lyingAboutSyncsOf: .database)
    #expect(!findings.isEmpty)
  }

  @Test("finds what is lost when the names of new files are never synced", arguments: UInt64(0)..<5)
  func findsUnsyncedNames(seed: UInt64) async throws {
    let session = NumbersSession(seed: seed).session
    let findings = try await session.powerLosses(points: 25, seed: seed, lyingAboutSyncsOf: .folder)
    #expect(!findings.isEmpty)
  }
}
