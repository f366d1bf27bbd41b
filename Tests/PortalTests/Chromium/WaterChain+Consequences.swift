import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

// What follows from what was done: money, sanction, evaluation, renewal.
extension WaterChain {
  /// The first round's terms on the Xin'an River, 2012 to 2014 (China Daily, 14 August 2017): 300 million yuan from
  /// above whatever the water is like, and 100 million from the lower party at an index of at most 1, from the upper
  /// one above it. In fen.
  private enum Xinan {
    static let grant: Int64 = 300_000_000_00
    static let wager: Int64 = 100_000_000_00

    /// P = 0.85 · Σ ¼ · Cᵢ / Cᵢ₀: what is measured and what it was before, in ten-thousandths of a milligram a litre.
    static let substances: [(name: String, measured: Int64, before: Int64)] = [
      ("permanganate", 20_000, 20_000), ("ammonia", 1_200, 1_000), ("phosphorus", 300, 400),
      ("nitrogen", 11_000, 12_500),
    ]

    /// Whether P is at most 1, in whole numbers: 85 · Σ Cᵢ · Π Cⱼ₀ ≤ 400 · Π Cᵢ₀.
    static var isClean: Bool {
      let all = substances.reduce(1) { $0 * $1.before }
      let sum = substances.reduce(0) { $0 + $1.measured * (all / $1.before) }
      return 85 * sum <= 400 * all
    }

    static func decimal(_ tenThousandths: Int64) -> String {
      "\(tenThousandths / 10_000).\(String(tenThousandths % 10_000 + 10_000).dropFirst())"
    }
  }

  /// What the sanction costs, in fen: to the last one, so that nothing is rounded unseen.
  private static let penalty: Int64 = 1_000_000_01

  private static let purpose = "water compensation"

  private func transfer(_ name: String, from payer: String, to payee: String, _ fen: Int64) -> [(String, String)] {
    [
      ("\(name).from.owner", payer), ("\(name).from.purpose", Self.purpose), ("\(name).to.owner", payee),
      ("\(name).to.purpose", Self.purpose), ("\(name).amount", "\(fen / 100).\(String(fen % 100 + 100).dropFirst())"),
    ]
  }

  // MARK: Money

  /// The office opens books under the agreement, with the rule of the Xin'an River.
  func keepBooks(of agreement: String) async throws -> String {
    let books = try await counter.act(
      "open", at: agreement, ["/ledger/"], as: "desk", [("parties", Self.above)])
    let rule = "rule.tiered"
    var answers = [
      ("name", "Xin'an"), ("rule", "tiered"), ("\(rule).index.name", "P"), ("\(rule).index.formula.constant", "0.85"),
    ]
    for (row, substance) in Xinan.substances.enumerated() {
      let name = "\(rule).index.formula.terms.\(row)"
      answers += [
        ("\(name).measure", substance.name), ("\(name).weight", "0.25"),
        ("\(name).reference", Xinan.decimal(substance.before)),
      ]
    }
    answers.append(("\(rule).tiers.0.upTo", "1"))
    answers += transfer("\(rule).tiers.0.transfer", from: Self.lower, to: Self.upper, Xinan.wager)
    answers += transfer("\(rule).tiers.1.transfer", from: Self.upper, to: Self.lower, Xinan.wager)
    answers += transfer("\(rule).unconditional.0", from: Self.above, to: Self.upper, Xinan.grant)
    try await counter.act("adopt", at: books, as: "desk", answers)
    try await expect("Sanchuan Municipality (sample) pays Cloud Hills Province (sample) ¥100,000,000.00", at: books)
    return books
  }

  /// A year is settled by the rule; the balances are exact to the last fen.
  func settle(_ books: String) async throws {
    let recorded = try counter.moment(days: -2)
    var answers = [
      ("rule", "Xin'an"), ("period.name", "2026"), ("period.cutOff", try counter.moment(days: -1)),
      ("memo", "Settlement of 2026 / 2026年结算"),
    ]
    for (row, substance) in Xinan.substances.enumerated() {
      let name = "readings.\(row)"
      answers += [
        ("\(name).measure", substance.name), ("\(name).period", "2026"),
        ("\(name).value", Xinan.decimal(substance.measured)), ("\(name).recorded", recorded),
      ]
    }
    try await counter.act("settle", at: books, as: "desk", answers)
    let wager = Xinan.isClean ? Xinan.wager : -Xinan.wager
    let expected: [(owner: String, fen: Int64)] = [
      (Self.above, -Xinan.grant), (Self.lower, Self.penalty - wager),
      (Self.upper, Xinan.grant + wager - Self.penalty),
    ]
    #expect(expected.map(\.fen).reduce(0, +) == 0)
    let money = MoneyWords(language: .english)
    for (owner, fen) in expected {
      let shown = money.figure(Amount(minor: fen, of: .cny))
      try await expect(shown, at: books, as: "lead-city")
      let row: String? = try await counter.browser.evaluate(
        """
        return [...document.querySelectorAll('main tr')].map(row => row.innerText)
          .find(text => text.includes(arguments[0]) && text.includes(arguments[1])) ?? null
        """, [owner, shown])
      #expect(row != nil, "\(owner) stands at \(shown)")
    }
    let id = try #require(ObjectID(number(books)))
    let kept = try counter.served.sample.site.record.ledger.read(as: .visitor) {
      try $0.visible(RegionBooks.self, id)?.object.books.balances.map(\.amount.minor)
    }
    #expect(kept?.sorted() == expected.map(\.fen).sorted(), "the record holds what the page shows")
  }

  // MARK: Sanction

  /// The certificate gives rise to a sanction; the party is heard, and the conference decides.
  func sanction(_ agreement: String, check: String, commitment: String, books: String) async throws -> String {
    let sanction = try await counter.act(
      "trigger", at: "/incentives", as: "desk",
      [
        ("agreement", number(agreement)), ("subject", Self.upper), ("direction", "sanction"),
        ("rule", "Clause 3 of the agreement"), ("trigger", "certificate"),
        ("trigger.certificate._0", number(check)), ("trigger.certificate.commitment", number(commitment)),
      ])
    let payment = "measure.payment.transfers.0"
    try await counter.act(
      "propose", at: sanction, as: "desk",
      [
        ("measure", "payment"), ("\(payment).from.owner", Self.upper), ("\(payment).from.purpose", Self.purpose),
        ("\(payment).to.owner", Self.lower), ("\(payment).to.purpose", Self.purpose),
        ("\(payment).amount.currency", "CNY"), ("\(payment).amount.minor", "1000000.01"),
        ("measure.payment.books", number(books)), ("reasons", "The certificate shows it. 依核证结果。"),
      ])
    try await counter.act("notify", at: sanction, as: "desk")
    #expect(try await !counter.sees("Clause 3 of the agreement", at: sanction, as: nil), "public before the hearing")
    try await counter.act(
      "reply", at: sanction, as: "lead-province", [("text", "The flood stopped the works for three weeks. 洪水停工。")])
    try await counter.act(
      "decide", at: sanction, as: "member-city",
      [
        ("grant", "yes"), ("reasons", "Three weeks do not explain half a year. 理由不足。"), ("inFavour", "7"),
        ("against", "2"), ("quorum", "6"),
      ])
    try await expect("The flood stopped the works", "Three weeks do not explain", at: sanction)
    return sanction
  }

  // MARK: Evaluation and renewal

  /// Criteria, frozen figures, lessons, and everybody's comments.
  func evaluate(_ agreement: String) async throws -> String {
    let evaluation = try await counter.act(
      "plan", at: "/evaluations", as: "desk",
      [
        ("agreement", number(agreement)), ("sort", "final"), ("evaluator", try appointment("monitor")),
        ("criteria.0.question", "Days on which the intake closes"), ("criteria.0.unit", "days"),
        ("criteria.0.direction", "down"), ("criteria.0.target", "10"),
      ])
    let source = "measures.0.source"
    try await counter.act(
      "freeze", at: evaluation, as: "monitor",
      [
        ("measures.0.criterion", "1"), ("measures.0.before", "31"), ("measures.0.after", "9"), (source, "document"),
        ("\(source).document._0.title", "Log of the intake"),
        ("\(source).document._0.digest", String(repeating: "5a", count: 32)),
      ])
    try await counter.act(
      "write", at: evaluation, as: "monitor", [("lessons", "Measure at the dam.\nPay by what is measured.")])
    try await counter.act("openComments", at: evaluation, as: "desk")
    try await counter.act(
      "comment", at: evaluation, as: "delegate-chamber", [("text", "Ships wait no longer. 船舶不再等待。")])
    try await counter.act("comment", at: evaluation, as: nil, [("text", "The water is clear in May. 五月水清。")])
    return evaluation
  }

  /// Once the terms for an appeal and for comments are over: the sanction takes effect, the evaluation is adopted.
  func finish(_ sanction: String, _ evaluation: String) async throws {
    try counter.pass(days: 40)
    try await counter.act("putIntoEffect", at: sanction, as: "desk")
    try await expect("1,000,000.01", at: sanction)
    try await counter.act(
      "adopt", at: evaluation, as: "member-city", [("answer", "Both comments are taken up. 意见已采纳。")])
    try await counter.act(
      "recommend", at: evaluation, as: "member-city",
      [("outcome", "renewal"), ("reasons", "The intake closes on nine days instead of thirty-one. 成效明显。")])
    try await expect("Days on which the intake closes", "The intake closes on nine days", at: evaluation)
  }

  /// The agreement is copied for a new term, signed, and takes the place of the old one on its last day.
  func renew(_ agreement: String) async throws {
    try await counter.act(
      "prepareRenewal", at: agreement, as: "lead-city", [("ends", counter.moment(days: 700))])
    let found: [String] = try await counter.browser.evaluate(
      "return [...document.querySelectorAll('main .facts a[href^=\"/agreements/\"]')].map(a => a.getAttribute('href'))")
    let successor = try #require(found.last)
    #expect(successor != agreement)
    try await bringIntoForce(successor, registration: "R-2027-1")
    try counter.pass(days: 210)
    try await expect("Renewed", at: agreement)
    try await expect("In force", number(agreement), at: successor)
  }
}
