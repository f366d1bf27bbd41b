import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// Every page that anybody can reach protects its reader, followed link by link over the wire.
@Suite(.serialized) struct CrawlTests {
  /// One account of every role; at night, all of them.
  private static let isNightly = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] != nil

  @Test("every page protects itself, for a visitor and for every role, in both languages", .timeLimit(.minutes(10)))
  func everyPage() async throws {
    try await ServedSample.serving {
      $0.origin = PublicOrigin("https://rivers.example")
    } _: { sample in
      var crawl = Crawl(sample: sample)
      for language in ["en", "zh"] {
        try await crawl.run(as: Browser(sample.portal), named: "a visitor", language: language)
      }
      var roles: Set<Role> = []
      for (number, account) in sample.accounts.enumerated() {
        guard roles.insert(account.person.role).inserted || Self.isNightly else { continue }
        let browser = try await sample.browser(account.name)
        try await crawl.run(as: browser, named: account.name, language: number.isMultiple(of: 2) ? "en" : "zh")
      }
      for fault in crawl.faults.prefix(40) { Issue.record("\(fault)") }
      #expect(crawl.faults.isEmpty, "\(crawl.faults.count) faults")
      #expect(roles.isSuperset(of: [.clerk, .lead, .desk, .guide, .monitor, .mediator, .auditor, .administrator]))
      #expect(crawl.pages > 300 && crawl.forms > 100, "\(crawl.pages) pages, \(crawl.forms) forms")
      // An address with a place in it is reached by a link, or shown to be reachable by nobody.
      let unread = Site.routes.filter { $0.method == .get && !crawl.reached.contains($0.name) }.map(\.name)
      #expect(Set(unread).subtracting(Crawl.notLinked).isEmpty, "no link leads to \(unread)")
    }
  }

  @Test("a form without its token records nothing, whichever it is and whoever sends it", .timeLimit(.minutes(5)))
  func everyFormIsSealed() async throws {
    try await ServedSample.serving { sample in
      let size = try sample.portal.record.store.read { try $0.head().size }
      for name in ["clerk-city", "lead-city", "desk", "administrator"] {
        let browser = try await sample.browser(name)
        var sent: Set<String> = []
        for route in Site.routes where route.method == .post && route.name != "language" {
          let path = "\(route.pattern)".replacing("{act}", with: "draft").replacing("{token}", with: "x")
            .replacing("{number}", with: "1")
          guard sent.insert(path).inserted else { continue }
          let isProgram = route.name == "order"
          let answer = try await sample.portal.ask(
            path, method: "POST",
            headers: browser.headers + [
              ("Content-Type", isProgram ? "application/json" : "application/x-www-form-urlencoded")
            ], body: isProgram ? "{}" : "step=do&key=\(CommandKey().text)")
          #expect(answer.status == 403, "\(path) as \(name): \(answer.status)")
        }
        #expect(sent.count > 20, "\(sent.count)")
      }
      #expect(try sample.portal.record.store.read { try $0.head().size } == size)
    }
  }

  @Test(
    "the rules find what breaks them",
    arguments: [
      "<p style=\"color:red\">", "<style>p{}</style>", "<script>alert(1)</script>", "<p onclick=\"a()\">",
      "<a href=\"javascript:a()\">", "<!-- secret -->", "<img src=\"https://evil.example/a.png\">",
      "<form method=\"post\" action=\"/docket\"><input name=\"title\"></form>",
      "<form method=\"post\" action=\"/docket\"><input type=\"hidden\" name=\"token\" value=\"\"></form>",
      "<form action=\"https://evil.example/\"></form>", "<input type=\"password\" name=\"password\">",
      "<input name=\"code\" autocomplete=\"on\">", "<iframe src=\"/docket\"></iframe>", "<a href=\"//evil.example\">",
    ])
  func rulesBite(page: String) {
    let rules = PageRules(isSignedIn: false)
    #expect(!rules.faults(inPage: page).isEmpty)
    #expect(
      rules.faults(
        inPage: "<p class=\"a\"><a href=\"/docket?a=1&amp;b=2\">x</a><form method=\"post\" action=\"/sign-in\">"
          + "<input type=\"hidden\" name=\"token\" value=\"abc\"></form><script src=\"/static/a.js\"></script>"
      ).isEmpty)
  }
}

/// The walk from link to link: of each route, the first address that is met, and of each act the form.
private struct Crawl {
  let sample: ServedSample
  var faults: [String] = []
  var reached: Set<String> = []
  var pages = 0
  var forms = 0

  /// What only a letter leads to, what a log of this size does not have, and acts that nobody in the sample can do: the
  /// region is founded once, of an erasure nothing can be done, and nobody there mediates.
  static let notLinked: Set = [
    "activateForm", "logTile2", "logTile3", "logTile4", "regionOpeningForm", "erasureActForm", "tableMediation",
    // None of the things that are met first leads there; the matrix of authorisation asks for them.
    "contractingRelease", "disputeActForm", "agreementComparison", "erasure", "erasureData",
  ]

  mutating func run(as browser: Browser, named name: String, language: String) async throws {
    let isSignedIn = !browser.cookies.isEmpty
    let rules = PageRules(isSignedIn: isSignedIn)
    let routes = RouteTable(Site.routes)
    var (waiting, met): ([String], [String: Set<String>]) = ([], [:])
    // Of these kinds few things have something open, or more than one version.
    let searched: Set = ["dispute", "evaluation", "agreement", "agreementComparison", "erasure"]
    func kind(of path: String) -> String {
      let bare = String(path.prefix { $0 != "?" && $0 != "#" })
      let route = routes.find(bare).name(of: .get) ?? bare
      guard bare.contains("/acts/") else { return route }
      return "\(route) \(bare.split(separator: "/").last ?? "")"
    }
    func found(_ path: String) {
      let address = String(path.prefix { $0 != "#" })
      // A stream does not end.
      let kind = kind(of: address)
      guard !address.hasPrefix("/live"), met[kind, default: []].count < (searched.contains(kind) ? 5 : 1),
        met[kind, default: []].insert(address).inserted
      else { return }
      waiting.append(address)
      // The data of a thing stand beside its page, and two versions are compared below it.
      let parts = address.split(separator: "/")
      guard parts.count == 2, let id = ObjectID(String(parts[1])), !address.hasPrefix("/api") else { return }
      found("/api\(id.path)")
      if id.kind == .agreement { found("\(id.path)/compare") }
    }
    found("/")
    for route in Site.routes where route.method == .get && !"\(route.pattern)".contains("{") {
      found("\(route.pattern)")
    }
    found("/health")
    found("/nowhere")
    found("/log/tile/0/000")
    waiting.append("/docket/PD-999999")
    found("/api/log/1")
    while let path = waiting.popLast() {
      let answer = try await sample.portal.ask(
        path, headers: browser.headers + [("Accept-Language", language)])
      for fault in rules.faults(in: answer) { faults.append("\(path) as \(name) in \(language): \(fault)") }
      pages += 1
      if answer.status == 200 { reached.insert(routes.find(String(path.prefix { $0 != "?" })).name(of: .get) ?? "") }
      if let place = answer["Location"] { found(place) }
      guard answer["Content-Type"]?.hasPrefix("text/html") == true else { continue }
      forms += PageRules.forms(in: answer.text).count
      for link in PageRules.links(in: answer.text) { found(link.replacing("&amp;", with: "&")) }
    }
  }
}
