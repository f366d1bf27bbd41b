import Foundation
import Registry
import ServiceLifecycle
import Synchronization

@testable import Portal

/// A portal on a port of its own, over a record that was founded for it.
final class ServedPortal: Sendable {
  let record: RecordFolder
  let book: AccountBook
  let port: Int
  let lines: Lines
  let clerk: Claim
  /// Whether it answers for a public https address.
  let isPublic: Bool
  private let group: ServiceGroup

  /// The lines that the server wrote to its log.
  final class Lines: Sendable {
    private let kept = Mutex<[String]>([])
    var all: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
  }

  private init(
    _ record: RecordFolder, _ book: AccountBook, port: Int, lines: Lines, clerk: Claim, isPublic: Bool,
    group: ServiceGroup
  ) {
    (self.record, self.book, self.port, self.lines, self.clerk) = (record, book, port, lines, clerk)
    (self.isPublic, self.group) = (isPublic, group)
  }

  /// Serves a founded record for the time of `body`, then stops and removes everything.
  static func serving<R: Sendable>(
    pace: RecordKeeper.Pace = .init(look: 0.05), _ change: (inout ServerOptions) -> Void = { _ in },
    _ body: @escaping @Sendable (ServedPortal) async throws -> R
  ) async throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "rivers.example/log")
    let record = try RecordFolder(at: folder)
    return try await serving(record, clerk: try found(record), pace: pace, change, body)
  }

  /// Serves a record for the time of `body`, then stops and closes it.
  ///
  /// - Parameters:
  ///   - record: the record; it is closed at the end.
  ///   - clerk: somebody who may file problems in it.
  ///   - clock: what time it is for the server, which must be that of the record.
  ///   - pace: how often the server looks after its record.
  ///   - change: what is other than by default.
  ///   - body: what is done meanwhile.
  static func serving<R: Sendable>(
    _ record: RecordFolder, clerk: Claim, clock: @escaping @Sendable () -> Instant = Ledger.systemClock,
    pace: RecordKeeper.Pace = .init(look: 0.05), _ change: (inout ServerOptions) -> Void = { _ in },
    _ body: @escaping @Sendable (ServedPortal) async throws -> R
  ) async throws -> R {
    // A cheap hash: what one guess costs is tested where passwords are.
    var settings = AccountBook.Settings()
    settings.cost = try PasswordHash.Cost(logRounds: 4, blockSize: 1, parallelism: 1)
    let book = try record.accounts(settings: settings)
    var options = ServerOptions()
    options.port = 0
    options.logging = .debug
    change(&options)
    let lines = Lines()
    let served = options
    let result = try await PortalServer.running { telling in
      try PortalServer(
        Site(record: record), options: served, log: ServerLog(level: .debug, write: { lines.add($0) }),
        clock: clock, pace: pace, isRunning: telling)
    } during: { port, group in
      try await body(
        ServedPortal(
          record, book, port: port, lines: lines, clerk: clerk, isPublic: served.origin != nil, group: group))
    }
    try record.close()
    return result
  }

  func stop() async { await group.triggerGracefulShutdown() }

  /// Founds a region with an office and a county, and files a problem for all to see.
  static func found(_ record: RecordFolder) throws -> Claim {
    let now = Ledger.systemClock()
    func submit<T: RecordObject>(_ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by claim: Claim) throws {
      _ = try record.ledger.submitAndWait(Order(type, command, on: id), by: claim, key: CommandKey())
    }
    try submit(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water"],
          calendar: WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1"))), by: .founder)
    try submit(
      Organisation.self,
      .register(nameEnglish: "Joint Office", nameChinese: "联合办公室", sort: .publicBody, parent: nil), by: .founder)
    try submit(
      Appointment.self,
      .appoint(
        person: "First administrator", organisation: ObjectID(.organisation, 1), role: .administrator, from: now,
        until: now.later(days: 1000), instrument: "Letter 1"), by: .founder)
    let administrator = Claim(appointment: ObjectID(.appointment, 1), secondFactor: now)
    try submit(
      Organisation.self,
      .register(nameEnglish: "Lower County", nameChinese: "下县", sort: .government, parent: nil), by: administrator)
    try submit(
      Appointment.self,
      .appoint(
        person: "First clerk", organisation: ObjectID(.organisation, 2), role: .clerk, from: now,
        until: now.later(days: 1000), instrument: "Letter 2"), by: administrator)
    let clerk = Claim(appointment: ObjectID(.appointment, 2))
    try submit(DocketFile.self, .draft(title: "Algae", field: "water", description: "Since May."), by: clerk)
    try submit(DocketFile.self, .file, on: ObjectID(.docketFile, 1), by: clerk)
    return clerk
  }

  // MARK: Asking

  /// Sends a request of exactly these bytes, and reads one answer.
  func raw(_ text: String, toHead: Bool = false) async throws -> RawAnswer {
    let answer = try await blocking { [port] in
      // A list of everything takes its time where many tests run at once.
      let connection = try RawConnection(port: port, seconds: 60)
      connection.send(text)
      return connection.answer(toHead: toHead)
    }
    guard let answer else { throw RawConnection.Failed(call: "answer to \(text.prefix(60))") }
    return answer
  }

  /// Asks for an address.
  func ask(
    _ path: String, method: String = "GET", headers: [(String, String)] = [], body: String = ""
  ) async throws -> RawAnswer {
    var text = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if !body.isEmpty || method == "POST" { text += "Content-Length: \(body.utf8.count)\r\n" }
    return try await raw(text + "\r\n" + body, toHead: method == "HEAD")
  }

  /// Sends a form.
  func send(
    _ fields: [(String, String)], to path: String, headers: [(String, String)] = []
  ) async throws -> RawAnswer {
    try await ask(
      path, method: "POST", headers: [("Content-Type", "application/x-www-form-urlencoded")] + headers,
      body: FormFields(fields.map { .init($0.0, $0.1) }).encoded)
  }
}

extension PortalServer {
  /// Serves for the time of `body`, which is told the port and the group that can stop the server.
  ///
  /// - Parameter make: makes the server, which tells its port to whom it is given.
  static func running<R>(
    _ make: (_ telling: @escaping @Sendable (Int) -> Void) throws -> PortalServer,
    during body: (_ port: Int, _ group: ServiceGroup) async throws -> R
  ) async throws -> R {
    let (ports, telling) = AsyncStream.makeStream(of: Int.self)
    let server = try make { telling.yield($0) }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)],
        logger: ServerLog(level: .error).logger))
    let running = Task {
      defer { telling.finish() }
      try await group.run()
    }
    guard let port = await ports.first(where: { _ in true }) else {
      try await running.value
      throw CancellationError()
    }
    let result: Result<R, any Error>
    do { result = .success(try await body(port, group)) } catch { result = .failure(error) }
    await group.triggerGracefulShutdown()
    try await running.value
    return try result.get()
  }
}
