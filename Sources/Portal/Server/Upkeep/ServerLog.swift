import Foundation
import Logging
import Registry

/// What the server tells its operator: one line of JSON for each event, in UTC, on standard error.
///
/// No line holds an address with its query, a name, a cookie or anything a person typed.
public struct ServerLog: Sendable {
  /// A value of a line.
  enum Value: Sendable {
    case text(String)
    case whole(Int)
    /// Thousandths, written with three digits.
    case milliseconds(Double)
  }

  let level: LogLevel
  private let write: @Sendable (String) -> Void
  private let clock: @Sendable () -> Instant

  /// - Parameters:
  ///   - level: what is below it is not written.
  ///   - clock: what time it is.
  ///   - write: where a line goes, its line feed included.
  public init(
    level: LogLevel = .info, clock: @escaping @Sendable () -> Instant = Ledger.systemClock,
    write: @escaping @Sendable (String) -> Void = ServerLog.standardError
  ) {
    (self.level, self.clock, self.write) = (level, clock, write)
  }

  /// Writes a line to standard error; when nobody can hear it, nothing happens.
  public static let standardError: @Sendable (String) -> Void = { line in
    var line = line
    line.withUTF8 { bytes in
      // One call for a line, so that lines of several threads do not mix.
      _ = Foundation.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }

  func callAsFunction(_ level: LogLevel, _ event: String, _ fields: KeyValuePairs<String, Value> = [:]) {
    guard level >= self.level else { return }
    let now = clock()
    var line = "{\"time\":\""
    line.reserveCapacity(256)
    line += now.description.dropLast()
    let part = Int(now.milliseconds - now.milliseconds / 1000 * 1000)
    line += ".\(String(repeating: "0", count: part < 10 ? 2 : part < 100 ? 1 : 0))\(part)Z\",\"level\":\"\(level)\""
    line += ",\"event\":\(Self.quoted(event))"
    for (name, value) in fields {
      line += ",\"\(name)\":"
      switch value {
      case .text(let text): line += Self.quoted(text)
      case .whole(let number): line += String(number)
      case .milliseconds(let number):
        let thousandths = Int((number * 1000).rounded())
        let rest = String(thousandths % 1000)
        line += "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
      }
    }
    write(line + "}\n")
  }

  /// A text of JSON; whatever could begin a new line or hide one is written as an escape.
  static func quoted(_ text: String) -> String {
    // Most texts are names of the program's own.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }

  /// What Hummingbird and its parts say goes the same way; below warnings it is not heard.
  var logger: Logger {
    Logger(label: "interlocal") { _ in PartsLog(log: self) }
  }
}

/// Takes what the parts of the server say into the log.
private struct PartsLog: LogHandler {
  let log: ServerLog
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    log(event.level >= .error ? .error : .warning, "server", ["says": .text("\(event.message)")])
  }
}
