import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// A table of two with two clauses in brackets of three wordings each, and a mediator to whom both have shown both.
struct MediatedTalks {
  let sample: SampleSite
  let table: String
  let upper, lower, desk, mediator: Visitor

  init(at sample: SampleSite) async throws {
    self.sample = sample
    (upper, lower) = (try sample.visitor(.lead, of: "Cloud Hills"), try sample.visitor(.lead, of: "Sanchuan"))
    (desk, mediator) = (try sample.visitor(.desk), try sample.visitor(.mediator))
    let parties = [sample.organisation(of: upper), sample.organisation(of: lower)].map(\.description)
    table = try await Self.send(
      "convene", at: "/tables", [("parties", parties[0]), ("parties", parties[1]), ("field", "water")], desk, sample)
    for party in [upper, lower] { try await act("lodgeMandate", [("text", "What we may settle.")], party) }
    try await act("open", [], desk)
    try await act("beginRound", [], desk)
    for clause in 1...2 {
      try await act("proposeClause", [("title", "Clause \(clause)"), ("text", "Upper wording \(clause).")], upper)
      try await act("offerText", [("clause", "\(clause)"), ("text", "Lower wording \(clause).")], lower)
    }
    try await act("nameMediator", [("appointment", try #require(mediator.claim.appointment).description)], desk)
    for party in [upper, lower] {
      try await act("grantMediator", [("sees", "position"), ("sees", "reservation")], party)
    }
  }

  @discardableResult
  func act(_ command: String, _ fields: [(String, String)], _ visitor: Visitor) async throws -> String {
    try await Self.send(command, at: table, fields, visitor, sample)
  }

  private static func send(
    _ command: String, at path: String, _ fields: [(String, String)], _ visitor: Visitor, _ sample: SampleSite
  ) async throws -> String {
    let sent = await sample.site.post(
      "\(path)/acts/\(command)", fields + [("key", CommandKey().text), ("step", "do")], as: visitor)
    try #require(sent.status == .seeOther, "\(command): \(sent.text)")
    return String(try #require(sent[header: "Location"]).split(separator: "?")[0])
  }

  /// Lodges points for the wordings in the order of the form, and a reservation.
  func state(_ points: [Int], least: Int, _ visitor: Visitor) async throws {
    let form = await sample.site.get("\(table)/acts/lodgePosition?sort=position&points=yes", as: visitor).text
    let lines = form.split(separator: "\n").compactMap { line in
      line.range(of: "clause [12] [0-9a-f]{12} =", options: .regularExpression).map { String(line[$0]) }
    }
    try #require(lines.count == points.count, "\(form)")
    let text = zip(lines, points).map { "\($0) \($1)" }.joined(separator: "\n")
    try await act("lodgePosition", [("sort", "position"), ("text", text)], visitor)
    try await act("lodgePosition", [("sort", "reservation"), ("text", "reservation = \(least)")], visitor)
  }

  func page(_ visitor: Visitor, from agreement: ObjectID? = nil, in language: Language = .english) async -> Reply {
    await sample.site.get(
      "\(table)/mediation" + (agreement.map { "?from=\($0)" } ?? ""), as: visitor, in: language)
  }
}
