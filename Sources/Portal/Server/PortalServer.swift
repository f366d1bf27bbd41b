import Foundation
import Hummingbird
import NIOCore
import Registry
import ServiceLifecycle
import UnixSignals

/// A portal on its address: answers for a ``Site``, keeps its record, and stops when it is told to.
///
///     let server = try PortalServer(site, options: options, isRunning: { port in print("http://127.0.0.1:\(port)/") })
///     try await server.runUntilSignalled()
public struct PortalServer: Service {
  private let site: Site
  private let options: ServerOptions
  private let log: ServerLog
  private let book: AccountBook
  private let keeper: RecordKeeper
  private let board: LiveBoard
  private let clock: @Sendable () -> Instant
  private let isRunning: @Sendable (_ port: Int) -> Void

  /// - Parameters:
  ///   - site: what is answered for.
  ///   - options: where, and within which limits.
  ///   - log: where the server tells what it does.
  ///   - clock: what time it is; that of the record where none is given.
  ///   - isRunning: called with the port once requests are answered.
  /// - Throws: `StorageError` when the record cannot be read, `AccountError` when its accounts cannot.
  public init(
    _ site: Site, options: ServerOptions, log: ServerLog? = nil,
    clock: (@Sendable () -> Instant)? = nil,
    isRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) throws {
    try self.init(site, options: options, log: log, clock: clock, pace: .init(), isRunning: isRunning)
  }

  init(
    _ site: Site, options: ServerOptions, log: ServerLog?,
    clock: (@Sendable () -> Instant)? = nil, pace: RecordKeeper.Pace,
    isRunning: @escaping @Sendable (_ port: Int) -> Void
  ) throws {
    let clock = clock ?? { [ledger = site.record.ledger] in ledger.now }
    (self.site, self.options, self.clock, self.isRunning) = (site, options, clock, isRunning)
    self.log = log ?? ServerLog(level: options.logging)
    book = try site.record.accounts()
    board = LiveBoard(options.limits)
    keeper = try RecordKeeper(of: site.record, accounts: book, board: board, pace: pace, log: self.log, clock: clock)
  }

  /// Answers until the group of services that it belongs to is shut down.
  ///
  /// - Throws: ``ServerFault`` when the address cannot be listened on.
  public func run() async throws {
    // Later ones are shut down first: streams end, then open requests are answered, then the log is published once
    // more.
    try await group(services: [keeper, application(), EndOfStreams(board: board)]).run()
  }

  /// Answers until the process is told to stop (SIGTERM, SIGINT).
  ///
  /// - Throws: ``ServerFault`` when the address cannot be listened on.
  public func runUntilSignalled() async throws {
    do {
      try await group(services: [self], heedsSignals: true).run()
    } catch let error as IOError {
      throw ServerFault(error, at: options)
    }
  }

  private func group(services: [any Service], heedsSignals: Bool = false) -> ServiceGroup {
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: heedsSignals ? [.sigterm, .sigint] : [],
      logger: log.logger)
    configuration.maximumGracefulShutdownDuration = .seconds(options.limits.shutdownSeconds)
    return ServiceGroup(configuration: configuration)
  }

  private func application() -> some Service {
    let measures = ServerMeasures()
    let limits = options.limits
    let bare = BareAnswer(isPublic: options.origin != nil)
    let responder = PortalResponder(
      site: site,
      reader: RequestReader(
        options: options, record: site.record, book: book, names: AccountNames(), clock: clock),
      live: LiveAnswers(ledger: site.record.ledger, board: board, book: book, clock: clock),
      upkeep: UpkeepAnswers(options: options, keeper: keeper, board: board, book: book, measures: measures),
      measures: measures, log: log)
    return Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionDeadlines(limits, bare: bare)],
          idleTimeout: .nanoseconds(Int64(limits.idleSeconds * 1e9)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerCount))),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port),
        availableConnectionsDelegate: .maximum(
          OpenFiles.connections(atMost: limits.connections), logger: log.logger)),
      onServerRunning: { [isRunning, log] channel in
        let port = channel.localAddress?.port ?? 0
        log(.info, "listening", ["port": .whole(port)])
        isRunning(port)
      },
      logger: log.logger)
  }
}

/// Ends the streams of listeners when the server stops; they would last for ever.
private struct EndOfStreams: Service {
  let board: LiveBoard

  func run() async throws {
    try? await gracefulShutdown()
    board.close()
  }
}

/// Why a server cannot listen.
public struct ServerFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ error: IOError, at options: ServerOptions) {
    let place = "\(options.host):\(options.port)"
    description =
      switch error.errnoCode {
      case EADDRINUSE: "\(place): another program listens there; stop it, or choose another --port"
      case EACCES: "\(place): only the administrator of the machine may listen there; choose a --port from 1024 on"
      case EADDRNOTAVAIL: "\(place): this machine has no such address; choose another --host"
      default: "\(place): cannot be listened on: \(error)"
      }
  }
}
