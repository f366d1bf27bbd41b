import Foundation

/// The program through which Chromium is driven, running for as long as it is held.
///
/// It may be shared: once it is made, nothing of it is touched but its port and, at its end, its process's number.
final class ChromeDriver: @unchecked Sendable {
  /// Why there is no driver; never a reason to skip a test.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  let port: Int
  private let process: Process

  /// Starts the driver on a free port.
  ///
  /// - Throws: ``Missing`` when it is not installed, or does not say on which port it listens.
  init() throws {
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["chromedriver", "--port=0"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw Self.missing("\(error)") }
    var said = ""
    while let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
      said += String(decoding: more, as: UTF8.self)
      if said.hasSuffix("\n"), let found = said.firstMatch(of: /on port (\d+)\.\n/), let number = Int(found.1) {
        port = number
        return
      }
    }
    throw Self.missing(said)
  }

  private static func missing(_ said: String) -> Missing {
    Missing(
      description: """
        chromedriver does not start (\(said)); install it with 'scripts/setup.sh chromium-driver', as 'make test' does
        """)
  }

  // It need not be asked nicely: whoever holds it has closed the browser.
  deinit { kill(process.processIdentifier, SIGKILL) }
}
