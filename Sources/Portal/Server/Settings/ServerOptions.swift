import Foundation

/// How a portal is served: where, under which public address, within which limits.
///
///     let options = try ServerOptions(flags: [.port: "9000"], environment: environment, folder: folder)
///
/// A value is taken from the flags of the command, else from the environment (`INTERLOCAL_PORT`), else from the file
/// `server.json` in the folder of the record, else it is the one below.
public struct ServerOptions: Hashable, Sendable {
  /// The address that is listened on; only loopback without ``origin``, because passwords and sessions would else
  /// travel unencrypted.
  public var host = "127.0.0.1"
  /// 0 takes any port that is free.
  public var port = 8080
  /// The public address; nothing for plain http on this machine.
  public var origin: PublicOrigin?
  /// Addresses of proxies whose word is taken for where a visitor comes from.
  public var proxies = ["127.0.0.1", "::1"]
  public var limits = ServerLimits()
  public var logging = LogLevel.info
  /// What a program that measures sends as bearer; without it only this machine reads the measures.
  public var metricsToken: String?

  public init() {}

  /// What can be set, by its name in `server.json`.
  public enum Setting: String, CaseIterable, Sendable {
    case host, port, origin, proxies, log, metricsToken, formBytes, connections, listeners, headerSeconds, bodySeconds,
      idleSeconds

    /// Its flag, such as `--metrics-token`.
    public var flag: String { "--\(parted("-").lowercased())" }
    /// Its name in the environment, such as `INTERLOCAL_METRICS_TOKEN`.
    public var variable: String { "INTERLOCAL_\(parted("_").uppercased())" }

    private func parted(_ mark: Character) -> String {
      String(rawValue.flatMap { $0.isUppercase ? [mark, $0] : [$0] })
    }
  }

  /// A value that cannot be accepted: where it stands, what is wrong, what would be right.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    public let place: String
    public let fault: String
    public let remedy: String

    public var description: String { "\(place): \(fault); \(remedy)" }
  }

  /// Every value that cannot be accepted.
  public struct Faults: Error, Hashable, Sendable, CustomStringConvertible {
    public let all: [Fault]

    public var description: String { all.map(\.description).joined(separator: "\n") }
  }

  /// - Parameters:
  ///   - flags: what the command was told.
  ///   - environment: the variables of the process.
  ///   - folder: the folder of the record, which may hold `server.json`.
  /// - Throws: ``Faults`` with everything that is wrong.
  public init(flags: [Setting: String], environment: [String: String], folder: URL) throws(Faults) {
    let file = folder.appending(path: "server.json")
    try self.init(
      flags: flags, environment: environment,
      file: FileManager.default.contents(atPath: file.path).map { [UInt8]($0) }, place: file.path)
  }

  init(flags: [Setting: String], environment: [String: String], file: [UInt8]?, place: String) throws(Faults) {
    var faults: [Fault] = []
    let written = Self.written(file, at: place, &faults)
    var hostPlace = Setting.host.flag
    for setting in Setting.allCases {
      let found: (value: String, place: String)? =
        if let value = flags[setting] {
          (value, setting.flag)
        } else if let value = environment[setting.variable] {
          (value, setting.variable)
        } else if let value = written[setting] {
          (value, "\(place): \(setting.rawValue)")
        } else {
          nil
        }
      guard let found else { continue }
      if setting == .host { hostPlace = found.place }
      if let remedy = set(setting, to: found.value) {
        faults.append(Fault(place: found.place, fault: "'\(found.value)' cannot be accepted", remedy: remedy))
      }
    }
    if faults.isEmpty, origin == nil, !Self.isLoopback(host) {
      faults.append(
        Fault(
          place: hostPlace, fault: "'\(host)' is seen by other machines, and passwords would travel unencrypted",
          remedy: "put a proxy with TLS in front and give --origin https://its.name, or listen on 127.0.0.1"))
    }
    guard faults.isEmpty else { throw Faults(all: faults) }
  }

  /// Whether an address is this machine's own.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
  }

  private static func written(_ file: [UInt8]?, at place: String, _ faults: inout [Fault]) -> [Setting: String] {
    guard let file else { return [:] }
    guard let fields = try? JSONSerialization.jsonObject(with: Data(file)) as? [String: Any] else {
      faults.append(Fault(place: place, fault: "it is no JSON object", remedy: "write {\"port\": 8080}, for example"))
      return [:]
    }
    var written: [Setting: String] = [:]
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      guard let setting = Setting(rawValue: name) else {
        let known = Setting.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        faults.append(Fault(place: "\(place): \(name)", fault: "there is no such setting", remedy: "use \(known)"))
        continue
      }
      if let text = value as? String {
        written[setting] = text
      } else if let number = value as? NSNumber {
        written[setting] = "\(number)"
      } else {
        faults.append(
          Fault(place: "\(place): \(name)", fault: "it is neither text nor number", remedy: "write one of them"))
      }
    }
    return written
  }

  /// Sets a value, or says what would be accepted.
  private mutating func set(_ setting: Setting, to text: String) -> String? {
    func whole(_ range: ClosedRange<Int>, _ path: WritableKeyPath<ServerOptions, Int>) -> String? {
      guard let number = Int(text), range.contains(number) else {
        return "write a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
      self[keyPath: path] = number
      return nil
    }
    func seconds(_ path: WritableKeyPath<ServerOptions, Double>) -> String? {
      guard let number = Double(text), (0.05...3_600).contains(number) else {
        return "write a number of seconds from 0.05 to 3600"
      }
      self[keyPath: path] = number
      return nil
    }
    switch setting {
    case .host:
      guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") }) else {
        return "write an address such as 127.0.0.1"
      }
      host = text
      return nil
    case .port: return whole(0...65_535, \.port)
    case .origin:
      guard let found = PublicOrigin(text) else {
        return "write the public address without a path, such as https://rivers.example"
      }
      origin = found
      return nil
    case .proxies:
      proxies = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      return nil
    case .log:
      guard let level = LogLevel(rawValue: text) else {
        return "write one of \(LogLevel.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      logging = level
      return nil
    case .metricsToken:
      guard text.utf8.count >= 16, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
        return "write at least 16 letters, digits and signs of ASCII, without spaces"
      }
      metricsToken = text
      return nil
    case .formBytes: return whole(1_024...16_777_216, \.limits.formBytes)
    case .connections: return whole(1...100_000, \.limits.connections)
    case .listeners: return whole(0...100_000, \.limits.listeners)
    case .headerSeconds: return seconds(\.limits.headerSeconds)
    case .bodySeconds: return seconds(\.limits.bodySeconds)
    case .idleSeconds: return seconds(\.limits.idleSeconds)
    }
  }
}

/// How much is logged: `debug` everything, `error` only what failed.
public enum LogLevel: String, CaseIterable, Comparable, Sendable {
  case debug, info, warning, error

  public static func < (one: LogLevel, other: LogLevel) -> Bool {
    allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
  }
}
