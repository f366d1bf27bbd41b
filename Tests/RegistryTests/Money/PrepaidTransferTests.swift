import Registry
import Testing

@Suite struct PrepaidTransferTests {
  /// After the agreement on the Miyun reservoir: 20 000 (ten thousand yuan) in advance, 10 000 from upstream, and the
  /// year settled by the water's volume over its mean, four quality indices and upstream's conduct.
  func miyun() throws -> PrepaidTransfer {
    let (beijing, hebei) = (try account("beijing"), try account("hebei"))
    let quality = try IndexFormula(
      terms: ["permanganate", "ammonia", "phosphorus", "nitrogen"].map {
        try .init($0, weight: Ratio(1, over: 4), reference: Ratio(1))
      })
    return try PrepaidTransfer(
      advance: Transfer(wan(20_000), from: beijing, to: hebei),
      match: Transfer(wan(10_000), from: hebei, to: account("hebei", "protection fund")), base: wan(25_000),
      factors: [
        SettlementFactor(
          "water volume",
          .proportion(measure: "volume", reference: Ratio(2), within: .init(Ratio(0), Ratio(2)))),
        SettlementFactor("quality", .index(quality, within: .init(Ratio(0), Ratio(parsing: "1.2")))),
        SettlementFactor(
          "conduct",
          .steps(
            measure: "violations",
            [.init(upTo: Ratio(0), factor: Ratio(1)), .init(upTo: nil, factor: Ratio(4, over: 5))])),
      ])
  }

  func year(_ volume: String, _ quality: String, _ violations: String) throws -> Readings {
    try Readings(
      [("volume", volume), ("violations", violations)].map { try reading($0.0, $0.1) }
        + ["permanganate", "ammonia", "phosphorus", "nitrogen"].map { try reading($0, quality) })
  }

  func reading(_ measure: String, _ value: String) throws -> Reading {
    try Reading(measure, in: "year", is: Ratio(parsing: value), recorded: 0)
  }

  let nothing = wan(0)
  func period() throws -> SettlementPeriod { try SettlementPeriod("year", cutOff: 0) }

  @Test("a good year: the advance is settled, the match goes into the fund")
  func goodYear() throws {
    let advance = try miyun().payAdvance(carried: nothing)
    #expect(advance.transfers.map(\.amount) == [wan(20_000), wan(10_000)])
    // 25 000 · 2.4/2 · 1.05 · 1 = 31 500, of which 20 000 are paid.
    let settled = try miyun().settle(year("2.4", "1.05", "0"), for: period(), carried: nothing)
    #expect(settled.transfers.map(\.amount) == [wan(11_500)])
    #expect(settled.carried == nothing)
    #expect(
      settled.lines.map(\.description) == [
        "base: 250,000,000.00 CNY", "water volume × 1.2: 300,000,000.00 CNY", "quality × 1.05: 315,000,000.00 CNY",
        "conduct × 1: 315,000,000.00 CNY", "advance: -200,000,000.00 CNY", "balance: 115,000,000.00 CNY",
      ])
  }

  @Test("a bad year: what was paid too much is carried to the next advance, not paid back")
  func badYear() throws {
    // 25 000 · 1.5/2 · 1 · 0.8 = 15 000: 5 000 too much were paid.
    let settled = try miyun().settle(year("1.5", "1", "3"), for: period(), carried: nothing)
    #expect(settled.transfers.isEmpty)
    #expect(settled.carried == wan(-5_000))
    let advance = try miyun().payAdvance(carried: wan(-5_000))
    #expect(advance.transfers.map(\.amount) == [wan(15_000), wan(10_000)])
    #expect(advance.carried == nothing)
    // More than a whole advance is carried on.
    let dry = try miyun().payAdvance(carried: wan(-33_000))
    #expect(dry.transfers.map(\.amount) == [wan(10_000)])
    #expect(dry.carried == wan(-13_000))
  }

  @Test("the two years reported of the Miyun agreement add up: 322.15 and 177.85 million yuan")
  func reported() throws {
    // The printed sums, with a base and factors that give them: what is tested is that advance, balance and carry lead
    // there, not the formula, whose constants are not published.
    let rule = try PrepaidTransfer(
      advance: Transfer(wan(20_000), from: account("beijing"), to: account("hebei")), base: wan(32_215),
      factors: [
        SettlementFactor("all", .proportion(measure: "volume", reference: Ratio(1), within: .init(Ratio(0), Ratio(2))))
      ])
    let first = try rule.settle(Readings([reading("volume", "1")]), for: period(), carried: nothing)
    #expect(first.transfers.map(\.amount) == [wan(12_215)])
    let second = try rule.settle(
      Readings([reading("volume", "17785/32215")]), for: period(), carried: nothing)
    #expect(second.carried == wan(-2_215))
    #expect(try wan(32_215).adding(wan(17_785)) == wan(50_000))
    #expect(try rule.payAdvance(carried: wan(-2_215)).transfers[0].amount == wan(17_785))
  }

  @Test("what is missing at the cut-off keeps the balance open and the carry as it is")
  func missing() throws {
    let settled = try miyun().settle(
      Readings([reading("volume", "2"), reading("nitrogen", "1")]), for: period(), carried: wan(-1))
    #expect(
      settled.outcome
        == .disputed(
          missing: ["permanganate in year", "ammonia in year", "phosphorus in year", "violations in year"]))
    #expect(settled.carried == wan(-1))
    #expect(settled.transfers.isEmpty)
  }

  @Test("what is carried into a settlement is set off against its balance, or carried on with it")
  func carriedInto() throws {
    let good = try miyun().settle(year("2.4", "1.05", "0"), for: period(), carried: wan(-5_000))
    #expect(good.transfers.map(\.amount) == [wan(6_500)])
    #expect(good.carried == nothing)
    let bad = try miyun().settle(year("1.5", "1", "3"), for: period(), carried: wan(-5_000))
    #expect(bad.transfers.isEmpty)
    #expect(bad.carried == wan(-10_000))
    #expect(
      bad.lines.suffix(3).map(\.description) == [
        "advance: -200,000,000.00 CNY", "carried from earlier settlements: -50,000,000.00 CNY",
        "carried to the next advance: -100,000,000.00 CNY",
      ])
  }

  @Test(
    "paid plus carried is what was due of settled years and the advances of open ones, however late years are settled",
    arguments: UInt64(0)..<200)
  func nothingIsLost(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let rule = try PrepaidTransfer(
      advance: Transfer(wan(.random(in: 1...30_000, using: &chance)), from: account("a"), to: account("b")),
      base: wan(.random(in: 0...40_000, using: &chance)),
      factors: [
        SettlementFactor("all", .proportion(measure: "volume", reference: Ratio(7), within: .init(Ratio(0), Ratio(2))))
      ])
    var (paid, due, open, carried) = (Int64(0), Int64(0), Int64(0), nothing)
    for _ in 0..<24 {
      let settlement: Settlement
      // A dispute may keep years open, so that several are settled in a row.
      if open == 0 || Bool.random(using: &chance) {
        settlement = try rule.payAdvance(carried: carried)
        open += 1
      } else {
        let volume = Int64.random(in: 0...20, using: &chance)
        due += try rule.base.multiplied(by: min(Ratio(volume, over: 7), Ratio(2))).minor
        settlement = try rule.settle(
          Readings([reading("volume", "\(volume)")]), for: period(), carried: carried)
        open -= 1
      }
      paid += settlement.transfers.reduce(0) { $0 + $1.amount.minor }
      carried = try #require(settlement.carried)
      #expect(carried.minor <= 0)
      #expect(paid + carried.minor == due + open * rule.advance.amount.minor)
    }
  }

  @Test("refuses a carry in favour of the payee, and unbounded or unfinished rules")
  func refusals() throws {
    #expect(
      message { try miyun().payAdvance(carried: wan(1)) }
        == "carried: error: 10,000.00 CNY is above zero; give zero, or below zero what the payer has paid too much")
    #expect(throws: MoneyError.self) { try miyun().settle(.none, for: period(), carried: .zero(.sek)) }
    #expect(
      message { try SettlementFactor("f", .steps(measure: "x", [.init(upTo: Ratio(1), factor: Ratio(1))])) }
        == "factor.steps: error: the tiers leave part of the scale open; "
        + "let their limits climb and leave only the last without one")
    #expect(
      message { try SettlementFactor.Limits(Ratio(-1), Ratio(1)) }
        == "factor: error: the lower limit -1 is below zero; give zero or more")
  }
}
