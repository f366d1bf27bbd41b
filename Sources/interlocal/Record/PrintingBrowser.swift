import Dispatch
import Foundation

/// A browser on this machine that prints a page to PDF without a window.
struct PrintingBrowser {
  private let program: URL

  /// What such browsers are called, the first that is there being taken.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ]

  /// How long one page may take.
  private static let patience = DispatchTimeInterval.seconds(120)

  /// Finds the browser.
  ///
  /// - Parameter name: a path, or a name in the folders of programs; nothing for any of the usual ones.
  /// - Throws: ``Refusal`` saying what to install when there is none.
  init(named name: String?) throws {
    guard let found = (name.map { [$0] } ?? Self.names).lazy.compactMap(Self.program).first else {
      let missing = name.map { "there is no program '\($0)'" } ?? "no browser is there to print with"
      throw Refusal(
        exitCode: 2,
        "\(missing); install the package chromium (apt install chromium; brew install --cask chromium), or write to a "
          + "file that ends with .html and print that")
    }
    program = found
  }

  private static func program(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }
  }

  /// Prints a page that needs nothing but itself.
  ///
  /// - Throws: ``Refusal`` when the browser makes no PDF of it, or the file cannot be written.
  func write(_ page: Data, to file: URL) throws {
    let files = FileManager.default
    let work = files.temporaryDirectory.appending(path: "packet-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? files.removeItem(at: work) }
    let (source, printed) = (work.appending(path: "packet.html"), work.appending(path: "packet.pdf"))
    do {
      try files.createDirectory(
        at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try page.write(to: source)
    } catch { throw Refusal(exitCode: 2, "\(work.path): cannot be written: \(error.localizedDescription)") }
    try run(in: work, printing: source, to: printed)
    guard let pdf = try? Data(contentsOf: printed), pdf.starts(with: Data("%PDF-".utf8)) else {
      throw Refusal(exitCode: 2, "\(program.path) made no PDF; write to a file that ends with .html and print that")
    }
    do { try pdf.write(to: file, options: .atomic) } catch {
      throw Refusal(exitCode: 2, "\(file.relativePath): cannot be written: \(error.localizedDescription)")
    }
  }

  private func run(in work: URL, printing source: URL, to printed: URL) throws {
    let process = Process()
    process.executableURL = program
    process.arguments =
      [
        "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        "--no-first-run", "--user-data-dir=\(work.appending(path: "profile").path)", "--no-pdf-header-footer",
        "--print-to-pdf=\(printed.path)",
      ]
      // Browsers have no sandbox for a root user, as in containers; the page is ours and holds no script.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [source.absoluteString]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw Refusal(exitCode: 2, "\(program.path): cannot be started: \(error.localizedDescription)")
    }
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw Refusal(exitCode: 2, "\(program.path) did not finish within two minutes; try again, or write HTML")
    }
  }
}
