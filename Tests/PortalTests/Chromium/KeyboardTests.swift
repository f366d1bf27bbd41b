import Foundation
import Registry
import Testing

@testable import Portal

/// A problem is filed by keys alone, and whoever presses them always sees where they are.
@Suite(.serialized)
struct KeyboardTests {
  @Test("somebody signs in and files a problem by keys alone", .timeLimit(.minutes(2)))
  func files() async throws {
    try await BrowsedSample.serving { served in
      try await Chromium.browsing(at: served.port) { browser in
        let account = try #require(served.accounts["delegate-chamber"])
        try await browser.open("/")
        try await browser.press(.tab)
        #expect(try await browser.focus.selector == "a.skip", "the first stop leads past the menu")
        try await browser.expectFocusSeen()
        try await browser.press(.enter)
        #expect(try await browser.focus.selector == "main#content")

        try await browser.open("/")
        try await browser.walk(to: "a[href='/sign-in']")
        try await browser.press(.enter)
        try await browser.walk(to: "input[name=name]")
        try await browser.type(account.name)
        try await browser.walk(to: "input[name=password]")
        try await browser.type(account.password)
        try await browser.press(.enter)
        if let secret = account.secret {
          _ = try await browser.wait(for: "input[name=code]")
          try await browser.walk(to: "input[name=code]")
          let step = OneTimeCode.authenticator.step(at: served.sample.clock.now.milliseconds)
          try await browser.type(OneTimeCode.authenticator.code(of: secret, step: step))
          try await browser.press(.enter)
        }
        _ = try await browser.wait(for: "header a[href='/account']")

        try await browser.walk(to: "nav a[href='/docket']")
        try await browser.press(.enter)
        _ = try await browser.wait(for: "main a[href='/docket/acts/draft']")
        try await browser.walk(to: "main a[href='/docket/acts/draft']")
        try await browser.press(.enter)
        _ = try await browser.wait(for: "textarea[name=description]")
        try await browser.walk(to: "input[name=title]")
        try await browser.type("Two keys for one lock")
        try await browser.walk(to: "input[name=field]")
        try await browser.press(.space)
        try await browser.press(.down)
        try await browser.walk(to: "textarea[name=description]")
        try await browser.type("Neither opens it alone.")
        try await browser.walk(to: "button[name=step][value=check]")
        try await browser.press(.enter)
        _ = try await browser.wait(for: "button[name=step][value=do]")
        try await browser.walk(to: "button[name=step][value=do]")
        try await browser.press(.enter)
        try await browser.wait("receipt") { try await browser.path.contains("recorded=") }
        let text = try await browser.text
        #expect(text.contains("Two keys for one lock") && text.contains("Neither opens it alone."))
      }
    }
  }

  @Test("a party at a table divides a cost by keys alone", .timeLimit(.minutes(2)))
  func divides() async throws {
    try await BrowsedSample.serving { served in
      let talks = try await MediatedTalks(at: served.sample)
      try await Chromium.browsing(at: served.port) { browser in
        try await Counter(browser, served).seat("lead-city")
        try await browser.open(talks.table)
        try await browser.walk(to: "main a[href='\(talks.table)/shares']")
        try await browser.press(.enter)
        _ = try await browser.wait(for: "input[name='c.1']")
        for (group, cost) in [("c.1", "64"), ("c.2", "90"), ("c.3", "126")] {
          try await browser.walk(to: "input[name='\(group)']")
          try await browser.type(cost)
        }
        try await browser.walk(to: "main form.fields button")
        try await browser.press(.enter)
        _ = try await browser.wait(for: "#answer")
        // 126 for both: each saves half of the 28 that they would pay more apart.
        let text = try await browser.text
        #expect(text.contains("50.00") && text.contains("76.00"))
      }
    }
  }
}

extension Chromium {
  /// Where the focus is, and how it is shown.
  struct Focus: Decodable {
    let selector: String
    let isMarked: Bool
    let isInView: Bool
    let isOnTop: Bool
  }

  var focus: Focus {
    get async throws {
      try await evaluate(
        """
        const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
        const kind = e.className ? '.' + e.className : e.id ? '#' + e.id : '';
        const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
        return {
          selector: e.tagName.toLowerCase() + kind,
          isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          isOnTop: top === e || e.contains(top) || (top !== null && top.contains(e)),
        }
        """)
    }
  }

  /// Presses the tabulator until the focus is where a selector says; at each stop it must be seen.
  func walk(to selector: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    for _ in 0..<80 {
      let isThere: Bool = try await evaluate("return document.activeElement.matches(arguments[0])", [selector])
      if isThere { return }
      try await press(.tab)
      try await expectFocusSeen(sourceLocation: sourceLocation)
    }
    throw TooLate(description: "no way to \(selector) by the tabulator at \(try await path)")
  }

  /// The focus is marked, in view, and nothing lies on it (WCAG 2.2, 2.4.7 and 2.4.11).
  func expectFocusSeen(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let focus = try await focus
    guard focus.selector != "body" else { return }
    #expect(focus.isMarked && focus.isInView && focus.isOnTop, "\(focus)", sourceLocation: sourceLocation)
  }
}
