import Foundation
import Synchronization

/// What the server counts about its own work, in the text format of Prometheus (version 0.0.4).
final class ServerMeasures: Sendable {
  /// Upper bounds of the histogram, in seconds.
  static let bounds = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private struct Answers {
    var counts = [Int](repeating: 0, count: ServerMeasures.bounds.count + 1)
    var seconds = 0.0
    var byStatus: [Int: Int] = [:]
  }

  private let answers = Mutex<[String: Answers]>([:])

  /// Counts an answer.
  func answered(_ route: String, status: Int, seconds: Double) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    answers.withLock { answers in
      answers[route, default: Answers()].counts[bucket] += 1
      answers[route]!.seconds += seconds
      answers[route]!.byStatus[status, default: 0] += 1
    }
  }

  /// - Parameter gauges: what stands at present: name, what it means, value.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let answers = answers.withLock { $0 }.sorted { $0.key < $1.key }
    var lines = ["# HELP interlocal_requests_total Requests answered.", "# TYPE interlocal_requests_total counter"]
    for (route, counted) in answers {
      for (status, count) in counted.byStatus.sorted(by: { $0.key < $1.key }) {
        lines.append("interlocal_requests_total{route=\"\(route)\",status=\"\(status)\"} \(count)")
      }
    }
    lines += [
      "# HELP interlocal_request_seconds Time from a request's headers to its answer.",
      "# TYPE interlocal_request_seconds histogram",
    ]
    for (route, counted) in answers {
      var total = 0
      for (bound, count) in zip(Self.bounds, counted.counts) {
        total += count
        lines.append("interlocal_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(total)")
      }
      total += counted.counts[Self.bounds.count]
      lines.append("interlocal_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(total)")
      lines.append("interlocal_request_seconds_sum{route=\"\(route)\"} \(counted.seconds)")
      lines.append("interlocal_request_seconds_count{route=\"\(route)\"} \(total)")
    }
    for gauge in gauges {
      lines += [
        "# HELP interlocal_\(gauge.name) \(gauge.help)", "# TYPE interlocal_\(gauge.name) gauge",
        "interlocal_\(gauge.name) \(gauge.value)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Memory of this process that is in use, in bytes; nothing where the system does not tell.
  static func residentBytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let parts = text.split(separator: " ")
    guard parts.count > 1, let pages = Int(parts[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
