import Testing

@testable import Portal

@Suite struct RouteTableTests {
  /// An address of a route, with something in its places.
  private func address(of route: Route) -> String {
    "/"
      + route.pattern.segments.map { segment in
        switch segment {
        case .literal(let text): text
        case .place(let name): name == "number" ? "PD-1" : "x\(name)"
        }
      }.joined(separator: "/")
  }

  @Test("finds for every address what comes first in the list of routes, and what stands in its places")
  func findsTheFirst() throws {
    for route in Site.routes {
      let path = address(of: route)
      let parts = path.split(separator: "/")
      let first = try #require(Site.routes.first { $0.method == route.method && $0.pattern.places(in: parts) != nil })
      let found = try #require(Site.route(of: Visit(route.method, path)), "\(path)")
      #expect(found.route.name == first.name, "\(path)")
      #expect(found.places == first.pattern.places(in: parts), "\(path)")
      #expect(RouteTable(Site.routes).find(path).name(of: route.method) == first.name, "\(path)")
    }
  }

  @Test("finds nothing where there is no page", arguments: ["/no", "/docket/PD-1/no/no/no", "/dockets", "/health/x"])
  func nothing(path: String) {
    #expect(Site.route(of: Visit(.post, path)) == nil)
    #expect(RouteTable(Site.routes).find(path).methods.isEmpty)
  }

  @Test("what the server answers itself is no page")
  func own() {
    #expect(Site.route(of: Visit(.get, "/health")) == nil)
    #expect(RouteTable(Site.routes).find("/health").name(of: .get) == "health")
    #expect(RouteTable(Site.routes).find("/language").methods == [.post])
  }
}
