import Foundation
import Registry
import Testing

@Suite struct ShareRuleTests {
  /// Shares of whole fen by whole weights, of parties a, b, c, …
  func shares(_ total: Int64, by weights: [Int64]) throws -> [Int64] {
    let parties = names(weights.count)
    let imported = try ImportedShares(
      rule: "weights", form: .weights, figures: zip(parties, weights).map { .init(party: $0, value: $1) },
      caseDigest: digest, certificateDigest: digest)
    return try ShareRule.imported(imported).shares(of: Amount(minor: total, of: .cny), among: parties)
      .all.map(\.amount.minor)
  }

  func names(_ count: Int) -> [String] { (0..<count).map { String(UnicodeScalar(UInt8(97 + $0))) } }
  let digest = String(repeating: "0a", count: 32)

  @Test("100.00 among three is 33.34, 33.33, 33.33; a weight of zero bears nothing")
  func rounding() throws {
    let equal = try ShareRule.by(.equal).shares(of: yuan(100), among: ["c", "a", "b"])
    #expect(equal.all.map(\.party) == ["a", "b", "c"])
    #expect(equal.all.map(\.amount.figure) == ["33.34", "33.33", "33.33"])
    #expect(equal.lines.map(\.description).first == "share of a × 1/3: 33.34 CNY")
    #expect(try shares(10_000, by: [1, 1, 1, 0]) == [3_334, 3_333, 3_333, 0])
    #expect(try shares(-10_000, by: [1, 1, 1, 0]) == [-3_334, -3_333, -3_333, 0])
  }

  @Test("a larger total can lower a share: 6 : 6 : 2 of 10 and of 11")
  func alabama() throws {
    // Quotas 4.29, 4.29, 1.43 and 4.71, 4.71, 1.57.
    #expect(try shares(10, by: [6, 6, 2]) == [4, 4, 2])
    #expect(try shares(11, by: [6, 6, 2]) == [5, 5, 1])
  }

  @Test(
    "shares add up, keep the quota and the order of weights, and are reckoned as all roundings compared say",
    arguments: UInt64(0)..<300)
  func laws(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let count = Int.random(in: 1...6, using: &chance)
    var weights = (0..<count).map { _ in Int64.random(in: 0...12, using: &chance) }
    weights[0] += 1
    let sum = weights.reduce(0, +)
    for _ in 0..<6 {
      let total = Int64.random(in: 0...100, using: &chance)
      let found = try shares(total, by: weights)
      #expect(found.reduce(0, +) == total)
      #expect(found == bestRounding(of: total, by: weights))
      #expect(try shares(-total, by: weights) == found.map { -$0 })
      #expect(try shares(total + sum, by: weights) == zip(found, weights).map { $0 + $1 })
      let pairs = Array(zip(found, weights))
      #expect(pairs.allSatisfy { $0 * sum > total * $1 - sum && $0 * sum < total * $1 + sum })  // floor or ceiling
      #expect(pairs.allSatisfy { $1 != 0 || $0 == 0 })
      #expect(pairs.allSatisfy { one in pairs.allSatisfy { $0.1 >= one.1 || $0.0 <= one.0 } })
    }
  }

  /// Of all ways to round quotas up or down to the total, the one that rounds up the most remainder; of equal ones the
  /// first by party.
  func bestRounding(of total: Int64, by weights: [Int64]) -> [Int64] {
    let sum = weights.reduce(0, +)
    let floors = weights.map { total * $0 / sum }
    let rests = weights.map { total * $0 % sum }
    let missing = Int(total - floors.reduce(0, +))
    var best: (rest: Int64, up: [Bool])?
    for set in 0..<(1 << weights.count) where set.nonzeroBitCount == missing {
      let up = weights.indices.map { set & (1 << $0) != 0 }
      let rest = zip(rests, up).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      let earlier = zip(up, best?.up ?? []).first { $0 != $1 }?.0 ?? false
      if best == nil || rest > best!.rest || rest == best!.rest && earlier { best = (rest, up) }
    }
    return zip(floors, best!.up).map { $0 + ($1 ? 1 : 0) }
  }

  @Test("as the total grows by one, a share falls by at most one; among two, or among equals, it never falls")
  func monotonicity() throws {
    var chance = MoneyChance(seed: 7)
    var falls = 0
    for _ in 0..<100 {
      let weights = (0..<Int.random(in: 2...5, using: &chance)).map { _ in Int64.random(in: 1...9, using: &chance) }
      var before = try shares(0, by: weights)
      for total in Int64(1)...30 {
        let after = try shares(total, by: weights)
        for (one, other) in zip(before, after) where other < one {
          falls += 1
          #expect(other == one - 1)
          #expect(weights.count > 2 && Set(weights).count > 1)
        }
        before = after
      }
    }
    #expect(falls > 0)  // else the promise above would be empty
  }

  @Test("numbers at the edge of 64 bits keep the quota", arguments: UInt64(0)..<200)
  func extremes(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let weights = (0..<4).map { _ in Int64.random(in: 0...(.max), using: &chance) }
    let total = Int64.random(in: 1...(.max), using: &chance)
    let sum = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
    let found = try shares(total, by: weights)
    #expect(found.reduce(Int128(0)) { $0 + Int128($1) } == Int128(total))
    for (share, weight) in zip(found, weights) {
      let exact = UInt128(total) * UInt128(weight)
      let (quotient, rest) = exact.quotientAndRemainder(dividingBy: sum)
      #expect(share == Int64(quotient) || rest > 0 && share == Int64(quotient) + 1)
    }
  }

  @Test("each rule weighs by its figure as of its time")
  func figures() throws {
    let data = try ShareData(figures: [
      .init(.population, of: "a", at: 0, is: 100), .init(.population, of: "a", at: 10, is: 300),
      .init(.population, of: "b", at: 5, is: 100), .init(.population, of: "a", at: 11, is: 900),
      .init(.meteredUse, of: "a", at: 0, is: 1), .init(.meteredUse, of: "a", at: 9, is: 4),
      .init(.meteredUse, of: "b", at: 3, is: 5), .init(.meteredUse, of: "b", at: 10, is: 70),
      .init(.fiscalRevenue, of: "a", at: 0, is: 0), .init(.fiscalRevenue, of: "b", at: 0, is: 7),
      .init(.benefit, of: "a", at: 0, is: 2), .init(.benefit, of: "b", at: 0, is: 1),
    ])
    func ofA(_ basis: ShareBasis) throws -> String? {
      try ShareRule.by(basis).shares(of: yuan(1), among: ["b", "a"], from: data)["a"]?.figure
    }
    #expect(try ofA(.equal) == "0.50")
    #expect(try ofA(.perCapita(asOf: 10)) == "0.75")
    #expect(try ofA(.perCapita(asOf: 9)) == "0.50")
    #expect(try ofA(.meteredUse(Period(from: 0, until: 10))) == "0.50")
    #expect(try ofA(.ability(asOf: 0)) == "0.00")
    #expect(try ofA(.benefit(asOf: 99)) == "0.67")
    let portions = try Portions([
      .init(party: "a", portion: Ratio(basisPoints: 1_250)), .init(party: "b", portion: Ratio(7, over: 8)),
    ])
    #expect(try ofA(.percentages(portions)) == "0.13")  // 12.5 : 87.5, the half to the first
    #expect(
      message { try ofA(.perCapita(asOf: 4)) }
        == "shares: error: no population of 'b' is known at that time; record it, or leave the party out")
  }

  @Test("a mixed rule rounds once, from the exact sum of its parts")
  func mixed() throws {
    let data = try ShareData(figures: [
      .init(.meteredUse, of: "a", at: 0, is: 1), .init(.meteredUse, of: "b", at: 0, is: 2),
      .init(.meteredUse, of: "c", at: 0, is: 0),
    ])
    let rule = ShareRule.mixed([
      try MixedPart(Ratio(parsing: "30%"), by: .equal),
      try MixedPart(Ratio(parsing: "70%"), by: .meteredUse(Period(from: 0, until: 1))),
    ])
    let shares = try rule.shares(of: Amount(minor: 100, of: .cny), among: ["a", "b", "c"], from: data)
    // 10 + 23⅓, 10 + 46⅔, 10
    #expect(shares.all.map(\.amount.minor) == [33, 57, 10])
    #expect(
      shares.lines.map(\.description) == [
        "by equal × 0.3: 0.30 CNY", "by metered-use × 0.7: 0.70 CNY", "share of a × 1/3: 0.33 CNY",
        "share of b × 17/30: 0.57 CNY", "share of c × 0.1: 0.10 CNY",
      ])
    let short = ShareRule.mixed([try MixedPart(Ratio(parsing: "90%"), by: .equal)])
    #expect(
      message { try short.shares(of: yuan(1), among: ["a"]) }
        == "shares.parts: error: the portions add up to 0.9; change them so that they add up to exactly 1")
  }

  @Test("the wager as a rule: who pays in the tier bears the whole")
  func transfer() throws {
    let round = try XinanRound.all()[0]
    let period = try SettlementPeriod("2012", cutOff: 0)
    let rule = ShareRule.transfer(round.transfer, period)
    let data = try ShareData(
      readings: Readings([Reading("P", in: "2012", is: Ratio(parsing: "0.833"), recorded: 0)]))
    let shares = try rule.shares(of: yuan(100_000_000), among: ["anhui", "zhejiang"], from: data)
    #expect(shares["zhejiang"] == yuan(100_000_000) && shares["anhui"] == yuan(0))
    #expect(
      message { try rule.shares(of: yuan(1), among: ["anhui", "zhejiang"], from: data) }
        == "shares: error: the rule covers 100,000,000.00 CNY, not 1.00 CNY; "
        + "share 100,000,000.00 CNY, or use another rule")
    #expect(
      message { try rule.shares(of: yuan(100_000_000), among: ["anhui", "zhejiang"]) }
        == "shares: error: no value of 'P in 2012' at the cut-off; open a dispute, or agree on the value in writing")
  }

  @Test("what a study found is taken over exactly, with its digests")
  func imported() throws {
    let nucleolus = try ImportedShares(
      rule: "nucleolus", form: .amounts(.cny),
      figures: [
        .init(party: "navigation", value: 116_234), .init(party: "flood control", value: 93_540),
        .init(party: "power", value: 202_810),
      ], caseDigest: digest, certificateDigest: digest)
    let rule = ShareRule.imported(nucleolus)
    let shares = try rule.shares(
      of: Amount(minor: 412_584, of: .cny), among: ["power", "navigation", "flood control"])
    #expect(shares.all.map(\.amount.minor) == [93_540, 116_234, 202_810])
    #expect(
      message { try rule.shares(of: yuan(1), among: ["power", "navigation", "flood control"]) }
        == "shares: error: the rule covers 4,125.84 CNY, not 1.00 CNY; share 4,125.84 CNY, or use another rule")
    #expect(throws: MoneyError.self) { try rule.shares(of: yuan(1), among: ["power", "navigation"]) }
    #expect(
      message {
        try ImportedShares(
          rule: "x", form: .weights, figures: [.init(party: "a", value: 1)], caseDigest: "ABC",
          certificateDigest: digest)
      } == "shares.caseDigest: error: 'ABC' is no SHA-256; give 64 lower-case hexadecimal digits")
    #expect(throws: MoneyError.self) { try self.shares(1, by: [0, 0]) }
    #expect(throws: MoneyError.self) {
      try ImportedShares(
        rule: "x", form: .amounts(.cny), figures: [.init(party: "a", value: .max), .init(party: "b", value: 1)],
        caseDigest: digest, certificateDigest: digest)
    }
  }

  @Test("refuses parties that are none, twice, unnamed or too many")
  func refusals() throws {
    let rule = ShareRule.by(.equal)
    #expect(
      message { try rule.shares(of: yuan(1), among: []) }
        == "shares.parties: error: the number of parties is 0; share among 1 to 1000")
    #expect(
      message { try rule.shares(of: yuan(1), among: ["a", "a"]) }
        == "shares.parties: error: 'a' stands twice; name it once")
    #expect(
      message { try rule.shares(of: yuan(1), among: ["a\u{0}b"]) }
        == "shares.parties: error: 'ab' is no usable name; give 1 to 128 bytes of text without control characters")
    #expect(throws: MoneyError.self) { try rule.shares(of: yuan(1), among: (0...1_000).map { "p\($0)" }) }
    #expect(
      message { try Portions([.init(party: "a", portion: Ratio(parsing: "0.9"))]) }
        == "portions: error: the portions add up to 0.9; change them so that they add up to exactly 1")
    let portions = try Portions([.init(party: "z", portion: Ratio(1))])
    #expect(
      message { try ShareRule.by(.percentages(portions)).shares(of: yuan(1), among: ["a", "b"]) }
        == "shares.portions[0].party: error: 'z' is none of those who share; use one of 'a', 'b', or let it share")
    let nobody = try ShareData(figures: [.init(.population, of: "a", at: 0, is: 0)])
    #expect(
      message { try ShareRule.by(.perCapita(asOf: 0)).shares(of: yuan(1), among: ["a"], from: nobody) }
        == "shares: error: the weights add up to nothing; "
        + "give at least one party a weight above zero, or share equally")
    #expect(try ShareRule.by(.perCapita(asOf: 0)).shares(of: yuan(0), among: ["a"], from: nobody)["a"] == yuan(0))
  }
}
