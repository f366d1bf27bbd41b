import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// Every page as it is laid out in a browser: without barriers that a program can find, and without scrolling sideways
/// at a zoom of 400 %. English is looked at in light, Chinese in dark.
///
/// With `INTERLOCAL_NIGHTLY` a thing of each stage is opened, otherwise one of each kind, and each form in one of the
/// languages by turns. With `INTERLOCAL_SHOTS` set to a folder, each page is drawn there in both, to be looked at.
@Suite(.serialized)
struct EveryPageTests {
  /// The rules of axe-core, as `scripts/axe.sh` brings them.
  private static let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/axe/axe.min.js")

  @Test("no page has a barrier that axe-core finds, or scrolls sideways at 400 %", .timeLimit(.minutes(20)))
  func pages() async throws {
    let environment = ProcessInfo.processInfo.environment
    let rules = try #require(
      try? String(contentsOf: Self.rules, encoding: .utf8),
      "axe-core is missing; run scripts/axe.sh, as 'make test' does")
    try await BrowsedSample.serving { served in
      let isNightly = environment["INTERLOCAL_NIGHTLY"] != nil
      let isWhole = isNightly || environment["INTERLOCAL_SHOTS"] != nil
      let pages = try await PortalPages(served, everyStage: isNightly)
      #expect(pages.all.count > 100)
      try await Chromium.browsing(at: served.port) { browser in
        let counter = Counter(browser, served)
        let look = PageLook(browser, folder: environment["INTERLOCAL_SHOTS"].map { URL(filePath: $0) })
        try await look.prepare(with: rules)
        try await browser.open("/")
        var faults: [String] = []
        func see(_ page: PortalPages.Page, in language: Language) async throws {
          faults += try await look.faults(inDark: language == .chinese).map { "\(page) in \(language.tag): \($0)" }
          try await look.draw(language, page)
        }
        for (number, page) in pages.all.enumerated() {
          try await counter.seat(page.account)
          let languages = isWhole || !page.isForm ? Language.allCases : [Language.allCases[number % 2]]
          for language in languages {
            do {
              try await browser.choose(language)
              try await browser.open(page.path)
              let status = try await browser.status
              if status != page.status.rawValue { faults.append("\(page) answered \(status)") }
              try await see(page, in: language)
            } catch {
              faults.append("\(page): \(error)")
            }
          }
        }
        for language in Language.allCases {
          try await walkForms(counter, language) { try await see($0, in: language) }
        }
        #expect(faults.isEmpty, "\(faults.count) faults:\n\(faults.joined(separator: "\n"))")
      }
    }
  }

  @Test("a page that is spoilt is found out")
  func findsFaults() async throws {
    let rules = try String(contentsOf: Self.rules, encoding: .utf8)
    try await BrowsedSample.serving { served in
      try await Chromium.browsing(at: served.port) { browser in
        let look = PageLook(browser, folder: nil)
        try await look.prepare(with: rules)
        try await browser.open("/help")
        #expect(try await look.faults(inDark: false).isEmpty)
        let _: Bool = try await browser.evaluate(
          """
          document.documentElement.removeAttribute('lang');
          const wide = document.createElement('div');
          wide.style.width = '900px';
          wide.textContent = 'Wide';
          document.querySelector('main').append(wide);
          return true;
          """)
        let faults = try await look.faults(inDark: false)
        #expect(faults.contains { $0.hasPrefix("html-has-lang") } && faults.contains { $0.contains("wide at 400 %") })
      }
    }
  }

  /// The pages that no address leads to: a form with faults, answers to check, a receipt; at the door, a refusal, the
  /// question for the code and an invitation.
  private func walkForms(
    _ counter: Counter, _ language: Language, _ see: (PortalPages.Page) async throws -> Void
  ) async throws {
    let (browser, path) = (counter.browser, "/docket/acts/draft")
    try await counter.seat("delegate-chamber")
    try await browser.choose(language)
    try await browser.open(path)
    try await browser.click(try await browser.wait(for: "button[name=step]"))
    _ = try await browser.wait(for: "#faults")
    try await see(.init(path: "\(path) faults", account: counter.seated))
    try await browser.fill([
      ("title", "Ferries"), ("field", "transport"), ("description", "The last one leaves early."),
    ])
    try await browser.click(try await browser.wait(for: "button[name=step]"))
    let button = try await browser.wait(for: "button[name=step][value=do]")
    try await see(.init(path: "\(path) check", account: counter.seated))
    try await browser.click(button)
    _ = try await browser.wait(for: ".done")
    try await see(.init(path: "\(path) receipt", account: counter.seated))

    try await counter.seat(nil)
    try await browser.choose(language)
    let account = try #require(counter.served.accounts["lead-city"])
    for (password, mark, name) in [("wrong", "#faults", "refused"), (account.password, "input[name=code]", "code")] {
      try await browser.open("/sign-in")
      try await browser.fill([("name", account.name), ("password", password)])
      try await browser.click(try await browser.wait(for: "main form button"))
      _ = try await browser.wait(for: mark)
      try await see(.init(path: "/sign-in \(name)", account: nil))
    }
    let (book, now) = (try counter.served.sample.site.record.accounts(), counter.served.sample.clock.now)
    let (_, invitation) = try book.create(
      name: "newcomer-\(language.rawValue)", appointments: [], language: "en", at: now)
    try await browser.open("/activate/\(invitation.text)")
    try await see(.init(path: "/activate", account: nil))
  }
}

/// What is found by looking at an open page.
struct PageLook {
  private let browser: Chromium
  private let folder: URL?

  init(_ browser: Chromium, folder: URL?) { (self.browser, self.folder) = (browser, folder) }

  /// Has the rules read before each page.
  func prepare(with rules: String) async throws {
    try await browser.devTools("Page.addScriptToEvaluateOnNewDocument", ["source": rules])
  }

  private func colour(_ scheme: String) async throws {
    try await browser.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  /// A window of 1280 pixels at 400 % has 320 of them across and 256 down (WCAG 2.2, 1.4.10).
  private static let zoomed = ["width": 320, "height": 256, "deviceScaleFactor": 1]

  /// Everything that stands against the open page.
  func faults(inDark: Bool) async throws -> [String] {
    try await colour(inDark ? "dark" : "light")
    struct Barrier: Decodable {
      let rule: String
      let places: [String]
    }
    let barriers: [Barrier] = try await browser.evaluate(
      """
      return axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(one =>
        ({ rule: one.id, places: one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)) })))
      """)
    var faults = barriers.map { "\($0.rule): \($0.places.joined(separator: " | "))" }
    try await browser.devTools(
      "Emulation.setDeviceMetricsOverride", ["mobile": false].merging(Self.zoomed as [String: Any]) { one, _ in one })
    let width: Int = try await browser.evaluate("return document.documentElement.scrollWidth")
    if width > 320 {
      let widest: String = try await browser.evaluate(
        """
        const held = e => e && (getComputedStyle(e).overflowX !== 'visible' || held(e.parentElement));
        return [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > 320.5 && !held(e)).map(e => e.outerHTML.slice(0, 160))
          .slice(0, 2).join(' | ')
        """)
      faults.append("is \(width) wide at 400 %: \(widest)")
    }
    try await browser.devTools("Emulation.clearDeviceMetricsOverride", [:])
    let isWhole: Bool = try await browser.evaluate(
      "return document.querySelectorAll('h1').length === 1 && document.title.trim() !== ''")
    if !isWhole { faults.append("has no title, or not one heading") }
    return faults
  }

  /// Draws the open page as long as it is, if that was asked for.
  func draw(_ language: Language, _ page: PortalPages.Page) async throws {
    guard let folder else { return }
    try await colour("light")
    struct Drawn: Decodable { let data: String }
    let height: Int = try await browser.evaluate("return document.documentElement.scrollHeight")
    let drawn: Drawn = try await browser.ask(
      "POST", "/goog/cdp/execute",
      [
        "cmd": "Page.captureScreenshot",
        "params": [
          "format": "png", "captureBeyondViewport": true,
          "clip": ["x": 0, "y": 0, "width": 1_280, "height": min(height, 5_000), "scale": 1],
        ],
      ])
    let name = page.path.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
    let place = folder.appending(path: language.rawValue)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(base64Encoded: drawn.data)?.write(
      to: place.appending(path: "\(page.account ?? "visitor")\(String(name)).png"))
  }
}

extension Chromium {
  /// Has pages answered in a language from now on.
  func choose(_ language: Language) async throws {
    let cookie: [String: Any] = ["name": LanguageChoice.cookie, "value": language.rawValue, "path": "/"]
    try await tell("POST", "/cookie", ["cookie": cookie])
  }
}
