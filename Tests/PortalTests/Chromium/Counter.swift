import Foundation
import Registry
import Testing

@testable import Portal

/// One browser at which the people of the sample region sit down in turn; each keeps the own session.
final class Counter {
  let browser: Chromium
  let served: BrowsedSample
  private var sessions: [String: [Chromium.Cookie]] = [:]
  /// The thing whose page an act has led to, as long as it lies open.
  private var opened: String?
  /// Who sits at it, by the name of the account; nothing for a visitor.
  private(set) var seated: String?

  init(_ browser: Chromium, _ served: BrowsedSample) { (self.browser, self.served) = (browser, served) }

  struct NoSuchAccount: Error { let name: String }

  /// Lets days pass. Sessions do not last so long.
  func pass(days: Int) throws {
    try served.sample.pass(days: days)
    (sessions, opened) = ([:], nil)
  }

  /// Sits somebody down: with the session from before, or through the door with password and code.
  func seat(_ name: String?) async throws {
    guard seated != name || name.map({ sessions[$0] == nil }) == true else { return }
    if seated == nil { try await browser.open("/sign-in") }
    try await browser.replaceCookies(by: name.flatMap { sessions[$0] } ?? [])
    (seated, opened) = (name, nil)
    guard let name, sessions[name] == nil else { return }
    guard let account = served.accounts[name] else { throw NoSuchAccount(name: name) }
    // A code is good for half a minute, and once.
    try served.sample.pass(milliseconds: 30_000)
    try await browser.open("/sign-in")
    try await browser.fill([("name", account.name), ("password", account.password)])
    try await browser.click(try await browser.wait(for: "main form button"))
    if let secret = account.secret {
      let box = try await browser.wait(for: "main input[name=code]")
      let step = OneTimeCode.authenticator.step(at: served.sample.clock.now.milliseconds)
      try await browser.type(OneTimeCode.authenticator.code(of: secret, step: step), into: box)
      try await browser.click(try await browser.wait(for: "main form button"))
    }
    _ = try await browser.wait(for: "header a[href='/account']:not([href*='sign-in'])")
    sessions[name] = try await browser.cookies
  }

  // MARK: Acts

  /// Does an act as somebody at a page would: follows the link to its form, fills it in, sends it, checks the answers
  /// and confirms them.
  ///
  /// - Parameters:
  ///   - command: which act, by the end of the form's address.
  ///   - path: the page that leads to the form.
  ///   - parts: what the address of the link holds besides, where the page leads to several.
  ///   - answers: what is filled in beyond what the form begins with.
  /// - Returns: the page of what was acted on.
  @discardableResult
  func act(
    _ command: String, at path: String, _ parts: [String] = [], as name: String?, _ answers: [(String, String)] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    do {
      try await seat(name)
      if opened != path { try await browser.open(path) }
      opened = nil
      // Without parts the plain form is meant, not one that begins with something.
      let address =
        parts.isEmpty
        ? "[href$='/acts/\(command)']" : "[href*='/acts/\(command)']" + parts.map { "[href*='\($0)']" }.joined()
      let link = try await browser.wait(for: "main a\(address)")
      try await browser.click(link)
      try await fillIn(answers)
      let done = try await browser.path
      opened = String(done.split(separator: "?")[0])
      return opened ?? path
    } catch {
      Issue.record("\(name ?? "a visitor") cannot '\(command)' at \(path)", sourceLocation: sourceLocation)
      throw error
    }
  }

  /// What stands in the way of an act.
  struct Refused: Error, CustomStringConvertible { let description: String }

  /// Fills in the open form and sends it; where the answers are shown once more, confirms them.
  private func fillIn(_ answers: [(String, String)]) async throws {
    let button = try await browser.wait(for: "main button[name=step]")
    let isChecked = try await browser.find("main button[name=step][value=check]") != nil
    try await browser.fill(answers.map { ($0.0, $0.1) })
    try await browser.click(button)
    if isChecked {
      try await arrive(.check)
      try await browser.click(try await browser.wait(for: "main button[name=step][value=do]"))
    }
    try await arrive(.receipt)
  }

  /// What a form that was sent leads to.
  private enum Arrival: String, Decodable { case form, check, faults, receipt }

  /// Waits for the next page; one that says what is wrong ends the waiting.
  private func arrive(_ expected: Arrival) async throws {
    try await browser.wait("\(expected)") {
      let found: Arrival = try await browser.evaluate(
        """
        if (document.readyState !== 'complete') return 'form';
        if (document.querySelector('#faults')) return 'faults';
        if (location.search.includes('recorded=')) return 'receipt';
        return document.querySelector('main button[name=step][value=do]') ? 'check' : 'form';
        """)
      if found == .faults { throw Refused(description: try await browser.text) }
      return found == expected
    }
  }

  /// Which of some words somebody does not read on a page.
  func missing(_ words: [String], at path: String, as name: String?) async throws -> [String] {
    try await seat(name)
    opened = nil
    try await browser.open(path)
    let text = try await browser.text
    return words.filter { !text.contains($0) }
  }

  /// Whether somebody reads some words on a page.
  func sees(_ words: String, at path: String, as name: String?) async throws -> Bool {
    try await missing([words], at: path, as: name).isEmpty
  }

  /// Where a link with some words leads, on a page.
  func link(_ words: String, at path: String, as name: String?) async throws -> String {
    try await seat(name)
    opened = nil
    try await browser.open(path)
    let found: String? = try await browser.evaluate(
      """
      return [...document.querySelectorAll('main a')].find(a => a.innerText.includes(arguments[0]))?.getAttribute('href')
        ?? null
      """, [words])
    return try #require(found, "no link '\(words)' at \(path)")
  }

  /// The moment some days from now, to the minute, as forms ask for it: by the clocks of the sample's region.
  func moment(days: Int) throws -> String {
    let minutes = served.sample.clock.now.later(days: days).milliseconds / 60_000
    let zone = try served.sample.site.read(Visit(.get, "/")) { $0.zone }
    return TypedMoment.written(minutes * 60_000, in: zone)
  }
}
