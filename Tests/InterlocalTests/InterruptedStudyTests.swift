import Foundation
import Testing

/// A study that is killed while it writes leaves whole files, whichever moment it is killed at.
@Suite struct InterruptedStudyTests {
  @Test("a run killed while it writes never leaves half a file")
  func leavesWholeFiles() throws {
    try withCase { home in
      let folder = home.deletingLastPathComponent().resolvingSymlinksInPath()
      let out = folder.appending(path: "report")
      func arguments(_ out: URL, seed: Int) -> [String] {
        ["study", home.path, "--out", out.path, "--draws", "0", "--seed", "\(seed)"]
      }
      // What whole runs with either seed write.
      let whole = try (1...2).map { seed in
        let place = folder.appending(path: "whole-\(seed)")
        let process = try Command.start(arguments(place, seed: seed))
        process.waitUntilExit()
        return try contents(of: place)
      }
      var interrupted = 0
      for round in 0..<8 {
        let tables = out.appending(path: "tables").path
        let signs = {
          Set((try? FileManager.default.contentsOfDirectory(atPath: tables).filter { $0.hasPrefix(".") }) ?? [])
        }
        let before = signs()
        let process = try Command.start(arguments(out, seed: 1 + round % 2))
        // The first temporary table is the sign that it writes; each round waits a little longer after it.
        while process.isRunning, signs().isSubset(of: before) { usleep(50) }
        usleep(UInt32(round * 200))
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { interrupted += 1 }
        for (path, data) in try contents(of: out) {
          // Half a file never has the name of a whole one; the next run that ends removes it.
          guard path.split(separator: "/").last?.hasPrefix(".") == false else { continue }
          let isWhole = whole.contains { $0[path] == data }
          #expect(isWhole, "round \(round): \(path) is neither run's")
        }
      }
      // The first rounds at least are killed in the middle; were none, the test would have shown nothing.
      #expect(interrupted > 0)
      let last = try Command.start(arguments(out, seed: 1))
      last.waitUntilExit()
      let isAsIfNothingHappened = try contents(of: out) == whole[0]
      #expect(isAsIfNothingHappened)
    }
  }
}
