/// Which methods an address answers, and what its routes are called in logs and measures.
struct RouteTable: Sendable {
  /// What stands at an address.
  struct Found {
    fileprivate(set) var entries: [Entry] = []

    var methods: [Visit.Method] { Visit.Method.allCases.filter { entry($0) != nil } }
    /// As ``Route/followsRecord`` says of the route that a GET finds.
    var followsRecord: Bool { entry(.get)?.followsRecord ?? false }

    func name(of method: Visit.Method) -> String? { entry(method)?.name }
    private func entry(_ method: Visit.Method) -> Entry? { entries.first { $0.method == method } }
  }

  /// What the server answers itself, beside the pages.
  private static let own: [(Visit.Method, String, String)] = [
    (.get, "/health", "health"), (.get, "/metrics", "metrics"), (.get, "/live", "live"), (.get, "/session", "session"),
    (.post, "/language", "language"),
  ]

  struct Entry: Sendable {
    fileprivate let pattern: Route.Pattern
    let method: Visit.Method
    let name: String
    let followsRecord: Bool
    /// Nothing where the server answers itself.
    fileprivate let route: Route?
  }

  /// What the patterns of some addresses have in common, so that few are tried: how many parts, and the first of them.
  private struct Shape: Hashable {
    let count: Int
    let first: Substring

    init(_ parts: [Substring]) { (count, first) = (parts.count, parts.first ?? "") }

    init(_ pattern: Route.Pattern) {
      count = pattern.segments.count
      switch pattern.segments.first {
      case .literal(let text): first = Substring(text)
      case .place: preconditionFailure("an address begins with a word: \(pattern)")
      case nil: first = ""
      }
    }
  }

  private var entries: [Shape: [Entry]] = [:]

  init(_ routes: [Route]) {
    for (method, path, name) in Self.own {
      add(Entry(pattern: Route.Pattern(path), method: method, name: name, followsRecord: false, route: nil))
    }
    for route in routes {
      add(
        Entry(
          pattern: route.pattern, method: route.method, name: route.name, followsRecord: route.followsRecord,
          route: route))
    }
  }

  private mutating func add(_ entry: Entry) {
    entries[Shape(entry.pattern), default: []].append(entry)
  }

  func find(_ path: String) -> Found {
    let parts = path.split(separator: "/")
    var found = Found()
    for entry in candidates(parts) where !found.entries.contains(where: { $0.method == entry.method }) {
      if entry.pattern.fits(parts) { found.entries.append(entry) }
    }
    return found
  }

  /// The route of a visit and what stands in its places; nothing when no page has this address.
  func route(_ method: Visit.Method, _ path: String) -> (route: Route, places: [String: String])? {
    let parts = path.split(separator: "/")
    for entry in candidates(parts) where entry.method == method {
      if let route = entry.route, let places = route.pattern.places(in: parts) { return (route, places) }
    }
    return nil
  }

  private func candidates(_ parts: [Substring]) -> [Entry] {
    entries[Shape(parts)] ?? []
  }
}
