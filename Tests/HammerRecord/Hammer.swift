import Foundation
import Registry

/// Writes into a record until it is killed, and promises only what the record has acknowledged.
///
///     HammerRecord FOLDER FIRST [early]
///
/// The record must be founded, with its second appointment a clerk's. Prints `ready` once it is open; then each number
/// from FIRST on, on a line of its own and by one call, when its receipt has come. With `early` it prints before: that
/// is the fault a test must find.
@main struct Hammer {
  static let writers = 32

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let first = Int(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: HammerRecord FOLDER FIRST [early]\n".utf8))
      exit(64)
    }
    let isEarly = arguments.last == "early"
    let record = try RecordFolder(at: URL(filePath: arguments[1]), clock: { Instant(milliseconds: 1_767_571_200_000) })
    let clerk = Claim(appointment: ObjectID(.appointment, 2))
    say("ready")
    await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for round in 0... {
            let number = first + round * writers + writer
            let digits = String(number, radix: 16)
            let key = CommandKey(String(repeating: "0", count: 32 - digits.count) + digits)!
            let order = Order(
              DocketFile.self, .draft(title: "Problem \(number)", field: "water", description: "Text \(number)."))
            if isEarly { say("\(number)") }
            _ = try await record.ledger.submit(order, by: clerk, key: key)
            if !isEarly { say("\(number)") }
          }
        }
      }
      group.addTask {
        while true {
          try record.publish()
          try await Task.sleep(for: .milliseconds(5))
        }
      }
      // Only a refusal ends a task; whoever waits for the promises must learn of it.
      do { try await group.waitForAll() } catch { say("refused: \(error)") }
    }
    exit(1)
  }

  /// One line by one call, so that it is there whole or not at all.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
