import ArgumentParser
import Dispatch
import Foundation
import Portal
import Registry
import Synchronization

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the portal of a record: pages and forms in a browser.",
    discussion: """
      Example: interlocal serve --data interlocal-data --port 8080

      On this machine only, over http. For others, put a proxy with TLS in front and tell the public address: \
      --origin https://rivers.example. Every setting can also stand in the environment (INTERLOCAL_PORT) or in \
      server.json in the folder of the record; flags come first.
      """)

  @Option(help: "The folder of the record.", completion: .directory, transform: path) var data = "interlocal-data"
  @Option(help: "The address to listen on.") var host: String?
  @Option(help: "The port; 0 for any that is free.") var port: String?
  @Option(help: "The public address of the portal, such as https://rivers.example.") var origin: String?
  @Option(help: "How much is logged: debug, info, warning or error.") var log: String?

  func run() throws {
    let folder = URL(filePath: data, directoryHint: .isDirectory)
    let flags: [ServerOptions.Setting: String?] = [.host: host, .port: port, .origin: origin, .log: log]
    let options: ServerOptions
    do {
      options = try ServerOptions(
        flags: flags.compactMapValues { $0 }, environment: ProcessInfo.processInfo.environment, folder: folder)
    } catch { throw Refusal(exitCode: 2, "\(error)") }
    let record = try recorded { try RecordFolder(at: folder) }
    let shown = options.host.contains(":") ? "[\(options.host)]" : options.host
    let server = try recorded {
      try PortalServer(
        Site(record: record), options: options,
        isRunning: { port in
          let address = options.origin?.description ?? "http://\(shown):\(port)"
          try? say("The portal answers at \(address)/ – Ctrl-C ends it.")
        })
    }
    try waited { try await server.runUntilSignalled() }
    try recorded { try record.close() }
  }

  /// Waits for work that suspends, on the thread of the command.
  private func waited(_ work: @escaping @Sendable () async throws -> Void) throws {
    let fault = Mutex<(any Error)?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
      do { try await work() } catch { fault.withLock { $0 = error } }
      done.signal()
    }
    done.wait()
    if let fault = fault.withLock({ $0 }) { throw Refusal(exitCode: 2, "\(fault)") }
  }
}
