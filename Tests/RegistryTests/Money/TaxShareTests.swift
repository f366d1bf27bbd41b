import Registry
import Testing

@Suite struct TaxShareTests {
  func rule() throws -> TaxShareRule { try .beijingTianjinHebei(origin: "beijing", destination: "hebei") }

  func move(before: [Int64] = [2_000, 2_200, 2_400], after: [Int64]) throws -> BusinessMove {
    try BusinessMove(governmentLed: true, before: before.map(wan), after: after.map(wan))
  }

  @Test(
    "half of three years' tax and two more, up to the sum of three years before",
    arguments: [
      ([1_000, 3_000, 5_000, 6_000, 6_000], [500, 1_500, 2_500, 2_100, 0], 0),
      ([4_000, 6_000, 8_000, 9_000, 9_000], [2_000, 3_000, 1_600, 0, 0], 0),
      ([1_000, 1_000, 1_000, 1_000, 1_000, 9_000], [500, 500, 500, 500, 500, 0], 4_100),
      ([0, 0, 0], [0, 0, 0], 0),
    ] as [([Int64], [Int64], Int64)])
  func vectors(after: [Int64], origin: [Int64], topUp: Int64) throws {
    let schedule = try rule().schedule(of: move(after: after))
    #expect(schedule.cap == wan(6_600))
    #expect(schedule.years.map(\.toOrigin) == origin.map(wan))
    #expect(schedule.topUp == wan(topUp))
    for year in schedule.years { #expect(try year.toOrigin.adding(year.toDestination) == year.tax) }
  }

  @Test("prints how each year's share came about")
  func lines() throws {
    let schedule = try rule().schedule(of: move(after: [4_000, 6_000, 8_000]))
    #expect(
      schedule.lines.map(\.description) == [
        "tax share, year 1 × 0.5: 20,000,000.00 CNY", "tax share, year 2 × 0.5: 30,000,000.00 CNY",
        "tax share, year 3 × 0.5: 40,000,000.00 CNY", "left below the cap, year 3: 16,000,000.00 CNY",
      ])
  }

  @Test("refuses a mean a cent below the threshold, and moves the market decided")
  func refusals() throws {
    let little = try BusinessMove(
      governmentLed: true, before: [wan(2_000), wan(2_000), Amount(minor: 1_999_999_999, of: .cny)], after: [])
    #expect(
      message { try rule().schedule(of: little) }
        == "move.before: error: in the 3 years before the move it paid 59,999,999.99 CNY; "
        + "share tax only from a mean of 20,000,000.00 CNY a year on")
    let mean199999 = try BusinessMove(
      governmentLed: true, before: Array(repeating: Amount(minor: 1_999_990_000, of: .cny), count: 3), after: [])
    #expect(throws: MoneyError.self) { try rule().schedule(of: mean199999) }
    #expect(try rule().schedule(of: move(before: [2_000, 2_000, 2_000], after: [])).cap == wan(6_000))
    let market = try BusinessMove(governmentLed: false, before: [2_000, 2_200, 2_400].map(wan), after: [])
    #expect(
      message { try rule().schedule(of: market) }
        == "move: error: the business moved by its own decision; share tax only after moves that governments led")
    #expect(
      message { try rule().schedule(of: move(before: [9_000], after: [])) }
        == "move.before: error: the number of years is 1; give 3")
    #expect(
      message { try move(after: [1, -1]) }
        == "move.after[1]: error: the tax -10,000.00 CNY is below zero; give zero or more")
  }

  @Test("never pays the origin beyond the cap or beyond its portion", arguments: UInt64(0)..<200)
  func neverBeyondTheCap(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let before = (0..<3).map { _ in Amount(minor: .random(in: 2_000_000_000...9_000_000_000, using: &chance), of: .cny)
    }
    let after = (0..<7).map { _ in Amount(minor: .random(in: 0...9_000_000_001, using: &chance), of: .cny) }
    let schedule = try rule().schedule(
      of: BusinessMove(governmentLed: true, before: before, after: after))
    let had = try Amount.sum(of: schedule.years.map(\.toOrigin), in: .cny)
    #expect(try had.adding(schedule.left) == schedule.cap)
    #expect(schedule.topUp == schedule.left)
    for (index, year) in schedule.years.enumerated() {
      #expect(try year.toOrigin.adding(year.toDestination) == year.tax)
      #expect(year.toOrigin.minor >= 0 && year.toOrigin.minor <= (year.tax.minor + 1) / 2)
      #expect(index < 5 || year.toOrigin.isZero)
    }
    // The rule, asked year by year, says what the schedule says.
    let data = try ShareData(
      move: BusinessMove(governmentLed: true, before: before, after: Array(after.prefix(4))))
    let shares = try ShareRule.taxShare(rule()).shares(of: after[4], among: ["hebei", "beijing"], from: data)
    #expect(shares["beijing"] == schedule.years[4].toOrigin)
  }
}
