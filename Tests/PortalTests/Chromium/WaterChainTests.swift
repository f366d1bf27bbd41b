import Foundation
import Registry
import Testing

@testable import Portal

/// A problem of a river from its filing to the renewal of what was agreed about it, in a real browser, by the forms of
/// the pages alone.
///
/// Cloud Hills lies upstream, Sanchuan downstream; the Coordination Commission is above both, the Port Chamber brings
/// the problem, and the Monitoring Institute checks.
@Suite(.serialized)
struct WaterChainTests {
  @Test(
    "two governments, an authority, a chamber and a monitor take a problem from filing to renewal",
    .timeLimit(.minutes(10)))
  func chain() async throws {
    try await BrowsedSample.serving { served in
      try await Chromium.browsing(at: served.port) { browser in
        try await browser.open("/")
        let chain = WaterChain(Counter(browser, served))
        let problem = try await chain.bringProblem()
        let draft = try await chain.negotiate(about: problem)
        let agreement = try await chain.sign(draft)
        try await chain.amend(agreement)
        let commitment = try await chain.missDate(of: agreement)
        let report = try await chain.report(on: commitment, of: agreement)
        let check = try await chain.verify(report, commitment: commitment)
        let books = try await chain.keepBooks(of: agreement)
        let sanction = try await chain.sanction(agreement, check: check, commitment: commitment, books: books)
        let evaluation = try await chain.evaluate(agreement)
        try await chain.finish(sanction, evaluation)
        try await chain.settle(books)
        try await chain.renew(agreement)
      }
    }
  }
}

/// The stages of the chain; each returns the page on which the next goes on.
struct WaterChain {
  let counter: Counter

  init(_ counter: Counter) { self.counter = counter }

  static let upper = "Cloud Hills Province"
  static let lower = "Sanchuan Municipality"
  static let above = "Coordination Commission"

  /// The number of the record in a path.
  func number(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

  func appointment(_ account: String) throws -> String {
    try #require(counter.served.accounts[account]).person.appointment.description
  }

  func expect(
    _ words: String..., at path: String, as name: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let missing = try await counter.missing(words, at: path, as: name)
    #expect(missing.isEmpty, "at \(path)", sourceLocation: sourceLocation)
  }

  // MARK: Problem

  /// The chamber files it, the office maps whom it touches, the conference decides to negotiate.
  func bringProblem() async throws -> String {
    let chamber = "delegate-chamber"
    let path = try await counter.act(
      "draft", at: "/docket", as: chamber,
      [
        ("title", "The reservoir turns green / 水库变绿"), ("field", "water"),
        ("description", "Ships wait, intakes close. 船舶等待，取水口关闭。"),
      ])
    try await counter.act("file", at: path, as: chamber)
    for command in ["accept", "diagnose", "map", "concludeDiagnosis", "openOptions"] {
      let answers: [(String, String)] =
        switch command {
        case "diagnose": [("lead", try appointment("lead-city"))]
        case "map":
          [
            ("affected.0.organisation", Self.upper), ("affected.0.involvement", "party"),
            ("affected.1.organisation", Self.lower), ("affected.1.involvement", "party"),
            ("affected.2.organisation", "Red Rock County"), ("affected.2.involvement", "leftOut"),
            ("affected.2.reason", "It lies in another valley."),
          ]
        case "concludeDiagnosis": [("summary", "Phosphorus from upstream; both can act. 磷来自上游。")]
        default: []
        }
      try await counter.act(command, at: path, as: "desk", answers)
    }
    try await counter.act(
      "decide", at: path, as: "member-city",
      [("outcome", "negotiation"), ("reasons", "Who pays must be agreed. 经费须协商。")])
    try await counter.act("carryOut", at: path, as: "desk")
    try await expect("The reservoir turns green", "Being negotiated", at: path)
    return path
  }

  // MARK: Negotiation

  /// One round fails; in the next an amendment brings the parties together.
  func negotiate(about problem: String) async throws -> String {
    let (upper, lower) = ("lead-province", "lead-city")
    let table = try await counter.act(
      "convene", at: "/tables", as: "desk",
      [
        ("parties", Self.upper), ("parties", Self.lower), ("field", "water"), ("file", number(problem)),
      ])
    try await counter.act(
      "admit", at: table, as: "desk", [("organisation", Self.above), ("seat", "observer")])
    for party in [upper, lower] {
      try await counter.act("lodgeMandate", at: table, as: party, [("text", "Costs are shared, by what is measured.")])
    }
    try await counter.act("open", at: table, as: "desk")
    for (party, bottom) in [(upper, "Not below eighty million."), (lower, "Not above two hundred million.")] {
      try await counter.act(
        "lodgePosition", at: table, as: party, [("sort", "reservation"), ("text", bottom)])
    }
    try await expect("Not below eighty million.", at: table, as: upper)
    for other in [lower, "desk", "guide"] {
      #expect(try await !counter.sees("Not below eighty million.", at: table, as: other), "\(other) reads it")
    }

    try await counter.act("beginRound", at: table, as: "desk")
    try await counter.act(
      "proposeClause", at: table, as: upper, [("title", "Quality at the dam"), ("text", "Class III at the dam.")])
    try await counter.act("offerText", at: table, ["clause=1"], as: lower, [("text", "Class II at the dam.")])
    try await counter.act(
      "sealPackage", at: table, as: upper,
      [
        ("terms.0.matter", "clause"), ("terms.0.matter.clause.number", "1"), ("terms.0.text", "Class II from 2040."),
      ])
    try await counter.act(
      "tablePackage", at: table, ["package=1"], as: upper, [("expires", counter.moment(days: 20))])
    try await counter.act("rejectPackage", at: table, ["package=1"], as: lower)
    try await counter.act("closeRound", at: table, as: "desk")
    try await expect("every clause is agreed by every party", at: table, as: "desk")

    try await counter.act("beginRound", at: table, as: "desk")
    try await counter.act(
      "amend", at: table, ["clause=1"], as: upper,
      [("text", "Class II at the dam from 2030."), ("reasons", "Time to build.")])
    try await counter.act("acceptAmendment", at: table, ["amendment=1"], as: lower)
    try await counter.act("agreeToText", at: table, ["clause=1"], as: lower)
    try await counter.act("closeRound", at: table, as: "desk")
    try await counter.act("agreeText", at: table, as: "desk")
    for party in [upper, lower] { try await counter.act("initial", at: table, as: party) }
    try await counter.act(
      "summarise", at: table, as: "desk",
      [("text", "Quality, money and review are agreed."), ("embargoEnds", counter.moment(days: 7))])
    try await counter.act("closeWithAgreement", at: table, as: "desk")
    try await expect("Closed with an agreement", at: table, as: lower)
    let found: String? = try await counter.browser.evaluate(
      "return document.querySelector('main .facts a[href^=\"/agreements/\"]')?.getAttribute('href') ?? null")
    return try #require(found)
  }
}
