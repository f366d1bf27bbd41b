import Foundation
import Registry
import Testing

@Suite struct ConditionalTransferTests {
  let cutOff: Int64 = 1_000_000

  func period(_ name: String = "2012") throws -> SettlementPeriod { try SettlementPeriod(name, cutOff: cutOff) }

  func readings(_ values: [(String, String, String)], recorded: Int64 = 0) throws -> Readings {
    try Readings(
      values.map { try Reading($0.0, in: $0.1, is: Ratio(parsing: $0.2), recorded: recorded) })
  }

  /// Downstream pays 10 000 (ten thousand yuan) at an index of at most 1, upstream above.
  func wager() throws -> TieredTransfer {
    let (up, down) = (try account("upstream"), try account("downstream"))
    return try TieredTransfer(
      index: .init("P"),
      tiers: [
        .init(upTo: Ratio(1), Transfer(wan(10_000), from: down, to: up)),
        .init(upTo: nil, Transfer(wan(10_000), from: up, to: down)),
      ])
  }

  @Test(
    "the wager is paid by downstream up to an index of 1, by upstream above",
    arguments: [
      ("0.833", "downstream"), ("1", "downstream"), ("1.000000000000000001", "upstream"), ("1.2", "upstream"),
      ("0", "downstream"),
    ])
  func wagerVector(index: String, payer: String) throws {
    let settlement = try wager().settle(readings([("P", "2012", index)]), for: period())
    #expect(settlement.outcome == .settled)
    #expect(settlement.transfers.map(\.amount) == [wan(10_000)])
    #expect(settlement.transfers.map(\.from.owner) == [payer])
    #expect(settlement.lines.count == 2)
  }

  @Test("an index missing at the cut-off moves nothing and asks for a dispute")
  func wagerMissing() throws {
    let late = try readings([("P", "2012", "0.8")], recorded: cutOff + 1)
    for readings in [.none, late, try readings([("P", "2011", "0.8")])] {
      let settlement = try wager().settle(readings, for: period())
      #expect(settlement.outcome == .disputed(missing: ["P in 2012"]))
      #expect(settlement.transfers.isEmpty)
    }
    let inTime = try readings([("P", "2012", "0.8")], recorded: cutOff)
    #expect(try wager().settle(inTime, for: period()).outcome == .settled)
  }

  @Test(
    "the rounds on the Xin'an River, in millions of yuan to Anhui",
    arguments: [
      (2012, "0.833", 400), (2013, "0.828", 400), (2014, "0.823", 400), (2014, "1.01", 200),
      (2015, "0.95", 600), (2015, "0.96", 500), (2015, "1.1", 300), (2016, "0.9", 500), (2017, "0.9", 400),
      (2018, "0.95", 200), (2019, "1", 100), (2020, "1.0001", -200),
    ] as [(Int, String, Int64)])
  func xinan(year: Int, index: String, millions: Int64) throws {
    let round = try #require(try XinanRound.all().first { $0.years.contains(year) })
    let settlement = try round.transfer.settle(
      readings([("P", "\(year)", index)]), for: period("\(year)"))
    var books = Books()
    try books.record(JournalEntry(id: "1", date: 0, memo: "", of: settlement.transfers))
    let anhui = try account("anhui", "water compensation")
    #expect(books.balance(of: anhui, in: .cny) == yuan(millions * 1_000_000))
  }

  @Test("the index of four concentrations over their means is exact")
  func formula() throws {
    // 0.85 · ¼ · (2/2 + 0.12/0.1 + 0.03/0.04 + 1.1/1.25) = 0.85 · ¼ · 3.83 = 0.813875
    let formula = try IndexFormula(
      constant: Ratio(parsing: "0.85"),
      terms: [("permanganate", "2"), ("ammonia", "0.1"), ("phosphorus", "0.04"), ("nitrogen", "1.25")].map {
        try .init($0.0, weight: Ratio(1, over: 4), reference: Ratio(parsing: $0.1))
      })
    let round = try XinanRound.all(index: .init("P", formula: formula))[0]
    let values = [("permanganate", "2"), ("ammonia", "0.12"), ("phosphorus", "0.03"), ("nitrogen", "1.1")]
    let settlement = try round.transfer.settle(
      readings(values.map { ($0.0, "2012", $0.1) }), for: period())
    #expect(
      settlement.lines.map(\.description) == [
        "whatever is measured: 300,000,000.00 CNY", "P × 0.813875: 0.00 CNY", "index at most 1: 100,000,000.00 CNY",
      ])
    let partly = try round.transfer.settle(
      readings(values.dropLast(2).map { ($0.0, "2012", $0.1) }), for: period())
    #expect(partly.outcome == .disputed(missing: ["phosphorus in 2012", "nitrogen in 2012"]))
    #expect(partly.transfers.map(\.amount) == [yuan(300_000_000)])
  }

  @Test("the gate releases by months or by the mean, and waits for what decides")
  func gate() throws {
    let release = try Transfer(wan(5_000), from: account("tianjin"), to: account("hebei"))
    let gate = try QualityGate.luanRiver(release, measure: "class")
    let months = (1...12).map { "2017-\($0 < 10 ? "0" : "")\($0)" }
    func settle(_ classes: [String?], mean: String?) throws -> Settlement.Outcome {
      var values = zip(months, classes).compactMap { month, value in value.map { ("class", month, $0) } }
      if let mean { values.append(("class", "2017", mean)) }
      let settlement = gate.settle(try readings(values), for: try period("2017"))
      #expect(settlement.transfers == (settlement.outcome == .settled ? [release] : []))
      return settlement.outcome
    }
    let good: [String?] = Array(repeating: "3", count: 12)
    #expect(try settle(good, mean: "3") == .settled)
    #expect(try settle(good, mean: nil) == .settled)
    #expect(try settle(Array(good.dropLast()) + ["4"], mean: "2") == .settled)
    #expect(try settle(Array(good.dropLast()) + ["4"], mean: "3") == .withheld)
    #expect(try settle(Array(good.dropLast()) + ["4"], mean: nil) == .disputed(missing: ["class in 2017"]))
    #expect(
      try settle(Array(good.dropLast()) + [nil], mean: "3") == .disputed(missing: ["class in 2017-12"]))
    #expect(try settle(Array(good.dropLast(2)) + [nil, "6"], mean: "3") == .withheld)
    #expect(try settle(Array(repeating: nil, count: 12), mean: "2") == .settled)
  }
}
