/// Which methods an address answers, and what its routes are called in logs and measures.
struct RouteTable: Sendable {
  /// What stands at an address.
  struct Found {
    fileprivate(set) var names: [Visit.Method: String] = [:]

    var methods: [Visit.Method] { Visit.Method.allCases.filter { names[$0] != nil } }
    func name(of method: Visit.Method) -> String? { names[method] }
  }

  /// What the server answers itself, beside the pages.
  private static let own: [(Visit.Method, String, String)] = [
    (.get, "/health", "health"), (.get, "/metrics", "metrics"), (.get, "/live", "live"), (.get, "/session", "session"),
    (.post, "/language", "language"),
  ]

  private struct Entry {
    let pattern: Route.Pattern
    let method: Visit.Method
    let name: String
  }

  /// By the number of parts, so that few patterns are tried.
  private var entries: [Int: [Entry]] = [:]

  init(_ routes: [Route]) {
    for (method, path, name) in Self.own { add(Route.Pattern(path), method, name) }
    for route in routes { add(route.pattern, route.method, route.name) }
  }

  private mutating func add(_ pattern: Route.Pattern, _ method: Visit.Method, _ name: String) {
    entries[pattern.segments.count, default: []].append(Entry(pattern: pattern, method: method, name: name))
  }

  func find(_ path: String) -> Found {
    let parts = path.split(separator: "/")
    var found = Found()
    for entry in entries[parts.count] ?? [] where found.names[entry.method] == nil {
      if entry.pattern.places(in: parts) != nil { found.names[entry.method] = entry.name }
    }
    return found
  }
}
