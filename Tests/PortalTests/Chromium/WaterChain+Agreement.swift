import Foundation
import Registry
import Testing

@testable import Portal

// From the text of the agreement to what is done under it.
extension WaterChain {
  // MARK: Text and signatures

  private static let clauses: [(heading: String, kind: String, text: String, items: String)] = [
    ("Scope, goals and term", "provision", "The basin above the dam, for one year. 坝上流域，一年。", "cn-1\ncn-2\ncn-5"),
    ("What each party does", "obligation", "Upstream cuts phosphorus at the dam. 上游削减磷。", "cn-3"),
    ("Money", "money", "By the index P, as on the Xin'an river. 按水质指数P结算。", "cn-4\ncn-6"),
    ("Office, changes, disputes", "provision", "The joint office keeps the record. 由联合办公室管理。", "cn-7\ncn-8\ncn-9"),
  ]

  private func duty(_ row: Int, _ id: String, by debtor: String, to creditor: String, _ measure: String, days: Int)
    -> [(String, String)]
  {
    let name = "clause.duties.\(row)"
    return [
      ("\(name).id", id), ("\(name).debtor", debtor), ("\(name).creditors", creditor), ("\(name).measure", measure),
      ("\(name).due", "afterEntry"), ("\(name).due.afterEntry.days", String(days)), ("\(name).evidence", "Survey"),
      ("\(name).method", "measurement"), ("\(name).weight", "1"), ("\(name).window", "14"),
    ]
  }

  /// Both write it, the authority checks it, both sign, and it enters into force.
  func sign(_ agreement: String) async throws -> String {
    try await counter.act(
      "set", at: agreement, as: "lead-city",
      [
        ("title", "Water at the dam / 坝前水质补偿协议"), ("frame", "chineseCooperation"), ("terms.authentic", "zh"),
        ("terms.ends", counter.moment(days: 300)), ("terms.noticeDays", "90"),
      ])
    for (index, clause) in Self.clauses.enumerated() {
      let duties =
        clause.kind == "obligation"
        ? duty(0, "d1", by: Self.upper, to: Self.lower, "A fifth less phosphorus at the dam", days: 30) : []
      try await counter.act(
        "write", at: agreement, as: index == 1 ? "lead-province" : "lead-city",
        [
          ("clause.id", String(index + 1)), ("clause.heading", clause.heading), ("clause.kind", clause.kind),
          ("clause.text", clause.text), ("clause.items", clause.items),
        ] + duties)
    }
    try await bringIntoForce(agreement, registration: "R-2026-1")
    try await expect("In force", "A fifth less phosphorus at the dam", at: agreement)
    return agreement
  }

  /// From the legal check to the moment at which the working version is in force.
  func bringIntoForce(_ agreement: String, registration: String) async throws {
    try await counter.act("submit", at: agreement, as: "lead-city", [("reviewer", Self.above)])
    try await counter.act("confirm", at: agreement, as: "guide", [("opinion", "Nothing stands against it. 无异议。")])
    try await counter.act("freeze", at: agreement, as: "lead-city")
    for party in ["lead-city", "lead-province"] {
      try await counter.act("sign", at: agreement, ["digest="], as: party)
    }
    try await counter.act(
      "file", at: agreement, as: "guide", [("registration", registration), ("disclosure", "In full")])
    try counter.served.sample.pass(days: 0)
  }

  /// A second version binds the lower party to a duty of its own; the first duty stays as it is.
  func amend(_ agreement: String) async throws {
    try await counter.act("amend", at: agreement, as: "lead-city", [("reason", "Sanchuan adds a gauge. 增设监测站。")])
    try await counter.act(
      "write", at: "\(agreement)?version=2", ["clause.id=2"], as: "lead-city",
      [("clause.text", "Upstream cuts phosphorus, downstream measures it. 上游削减，下游监测。")]
        + duty(1, "d2", by: Self.lower, to: Self.upper, "A gauge below the dam", days: 250))
    try await bringIntoForce(agreement, registration: "R-2026-2")
    try await expect("A gauge below the dam", "A fifth less phosphorus at the dam", at: agreement)
    try await expect("downstream measures it", at: "\(agreement)/compare?one=1&two=2")
  }

  // MARK: Commitment and report

  /// The date passes without a report; gives the page of the commitment.
  func missDate(of agreement: String) async throws -> String {
    try counter.pass(days: 33)
    let commitment = try await counter.link("A fifth less phosphorus", at: agreement, as: nil)
    try await expect("Overdue", "Overdue since", at: commitment)
    try await expect("A fifth less phosphorus", at: "/commitments?stage=overdue")
    return commitment
  }

  func report(on commitment: String, of agreement: String) async throws -> String {
    let today = try String(counter.moment(days: 0).prefix(10))
    let from = try String(counter.moment(days: -33).prefix(10))
    let path = try await counter.act(
      "draft", at: agreement, ["/reports/"], as: "clerk-province", [("period.from", from), ("period.through", today)])
    try await counter.act(
      "addItem", at: path, as: "clerk-province",
      [
        ("commitment", number(commitment)), ("entry.figure.amount", "12"), ("entry.figure.unit", "%"),
        ("entry.narrative", "Twelve per cent less; the plant starts in spring. 减少百分之十二。"),
        ("entry.exhibits.0.title", "Survey of October"),
        ("entry.exhibits.0.digest", String(repeating: "ab", count: 32)),
      ])
    try await counter.act("submit", at: path, as: "lead-province")
    return path
  }

  // MARK: Verification

  /// The authority assigns a monitor, who finds that not all was done; the party answers, and it is certified.
  func verify(_ report: String, commitment: String) async throws -> String {
    let check = try await counter.act(
      "assign", at: report, ["of="], as: "guide",
      [("monitor", try appointment("monitor")), ("seed", "00000000000000ff"), ("sampleSize", "1")])
    try await counter.act("accept", at: check, as: "monitor")
    try await counter.act("begin", at: check, as: "monitor")
    try await counter.act(
      "check", at: check, ["check.item=1"], as: "monitor",
      [("check.method", "onTheSpot"), ("check.outcome", "differs"), ("check.found", "9")])
    try await counter.act(
      "find", at: check, as: "monitor",
      [
        ("item", "1"), ("severity", "major"), ("text", "Nine per cent, not twelve, and none of it in time. 仅百分之九。"),
      ])
    try await counter.act(
      "assess", at: check, as: "monitor", [("result.commitment", number(commitment)), ("result.result", "notMet")])
    try await counter.act("concludeFindings", at: check, as: "monitor")
    try await counter.act("openReply", at: check, as: "monitor")
    #expect(try await !counter.sees("Nine per cent", at: check, as: nil), "public before the reply is over")
    try await counter.act(
      "reply", at: check, ["finding=1"], as: "lead-province", [("text", "The flood of June delayed the plant. 洪水延误。")])
    try counter.pass(days: 21)
    try await counter.act("review", at: check, as: "monitor-2")
    try await counter.act("certify", at: check, as: "monitor", [("opinion", "Nine per cent is shown. 证实百分之九。")])
    try await expect("Certified", "Nine per cent, not twelve", "The flood of June delayed", at: check, as: "lead-city")
    try await expect("Verified: not met", at: commitment)
    return check
  }
}
