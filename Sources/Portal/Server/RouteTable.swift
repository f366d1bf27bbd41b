/// Which methods an address answers, and what its routes are called in logs and measures.
struct RouteTable: Sendable {
  /// What stands at an address.
  struct Found {
    fileprivate(set) var names: [Visit.Method: String] = [:]
    /// As ``Route/followsRecord`` says of the route that a GET finds.
    fileprivate(set) var followsRecord = false

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
    let followsRecord: Bool
  }

  /// By the number of parts, so that few patterns are tried.
  private var entries: [Int: [Entry]] = [:]

  init(_ routes: [Route]) {
    for (method, path, name) in Self.own { add(Route.Pattern(path), method, name, followsRecord: false) }
    for route in routes { add(route.pattern, route.method, route.name, followsRecord: route.followsRecord) }
  }

  private mutating func add(
    _ pattern: Route.Pattern, _ method: Visit.Method, _ name: String, followsRecord: Bool
  ) {
    entries[pattern.segments.count, default: []].append(
      Entry(pattern: pattern, method: method, name: name, followsRecord: followsRecord))
  }

  func find(_ path: String) -> Found {
    let parts = path.split(separator: "/")
    var found = Found()
    for entry in entries[parts.count] ?? [] where found.names[entry.method] == nil {
      guard entry.pattern.places(in: parts) != nil else { continue }
      found.names[entry.method] = entry.name
      if entry.method == .get { found.followsRecord = entry.followsRecord }
    }
    return found
  }
}
