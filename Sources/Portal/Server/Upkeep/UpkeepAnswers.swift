import HTTPTypes
import Hummingbird
import Registry

/// What programs that watch the server are told.
struct UpkeepAnswers: Sendable {
  let options: ServerOptions
  let keeper: RecordKeeper
  let board: LiveBoard
  let book: AccountBook
  let measures: ServerMeasures

  /// Whether the record can be read and its log is published.
  func health() -> Reply {
    if let fault = keeper.fault() {
      return .text("\(fault)\n", type: "text/plain; charset=utf-8", status: .unavailable)
    }
    return .text("ok\n", type: "text/plain; charset=utf-8")
  }

  /// Measures are for this machine, or for whoever has the token. Behind a proxy everybody seems to be this machine.
  func maySeeMetrics(_ request: Request, from peer: String?) -> Bool {
    if let token = options.metricsToken {
      guard let shown = request.headers[.authorization], shown.hasPrefix("Bearer ") else { return false }
      // Hashes are compared, so that the time says nothing of how much of the token was right.
      return LogHash(sha256: Array(shown.dropFirst(7).utf8)) == LogHash(sha256: Array(token.utf8))
    }
    return options.origin == nil && peer.map(ServerOptions.isLoopback) == true
  }

  func metrics(at moment: Instant) -> Reply {
    let sizes = keeper.sizes
    var gauges = [
      ("record_events", "Events of the record.", sizes.seen),
      ("published_events", "Events under the published checkpoint.", sizes.published),
      ("listeners", "Pages that wait for changes.", board.count),
    ]
    if let live = try? book.liveSessions(at: moment) { gauges.append(("sessions", "Live sessions.", live)) }
    if let bytes = ServerMeasures.residentBytes() {
      gauges.append(("resident_bytes", "Memory of the process in use.", bytes))
    }
    return .text(measures.text(gauges: gauges), type: "text/plain; version=0.0.4; charset=utf-8")
  }
}
