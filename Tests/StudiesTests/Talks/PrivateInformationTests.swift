import Negotiations
import RegionalCases
import Testing

@testable import Studies

@Suite struct PrivateInformationTests {
  /// A price from 0 to 100: what the seller gains the buyer loses.
  private func sale(seller: String, buyer: String) throws -> NegotiationFile {
    try TalkFiles.read(
      """
      title: {en: A sale, zh: 买卖}
      agenda:
        - {name: price, integers: {from: 0, to: 100}}
      parties:
        - name: seller
          preferences: {price: {weight: 1, scores: {0: 0, 100: 100}}}
          \(seller)
        - name: buyer
          preferences: {price: {weight: 1, scores: {0: 100, 100: 0}}}
          \(buyer)
      """)
  }

  private func series(
    _ file: NegotiationFile, _ rules: BargainingPlan.Rules, runs: Int, seed: UInt64 = 3
  ) throws -> NegotiationFindings.Series {
    let plan = BargainingPlan(rules: [rules], runs: runs, seed: seed)
    return try #require(try NegotiationFindings(file, plan: plan).series)
  }

  @Test("a zone opens as often as two uniform reservations leave a price between them")
  func uniform() throws {
    let file = try sale(
      seller: "reservationRange: {min: 0, max: 100}", buyer: "reservationRange: {min: 0, max: 100}")
    let series = try series(file, .monotonicConcession, runs: 4000)
    // A whole price at or above the one and at or below 100 less the other: the mean of a whole part, 49.5 of 100.
    // Four standard errors of 4,000 draws.
    let rate = try #require(series.zoneRate)
    #expect(abs(rate - 0.495) < 4 * (0.25 / 4000).squareRoot())
    // Zeuthen's concessions find a deal wherever there is one.
    #expect(series.agreementRate == rate)
    // Nobody ends below its own reservation, which is 50 on average.
    for (worth, error) in zip(series.meanWorths, series.standardErrors) { #expect(worth > 50 - 4 * error) }
  }

  @Test("of two worths with chances each is drawn as often as told, and a deal hangs on it")
  func few() throws {
    let file = try sale(seller: "reservationChances: {20: 0.75, 80: 0.25}", buyer: "reservation: 50")
    let series = try series(file, .monotonicConcession, runs: 2000)
    let rate = try #require(series.zoneRate)
    #expect(abs(rate - 0.75) < 4 * (0.75 * 0.25 / 2000).squareRoot())
    #expect(series.agreementRate == rate)
    // At 20 the product (price − 20)(50 − price) is largest at 35; else the seller keeps its 80 and the buyer its 50.
    #expect(abs(series.meanWorths[0] - (rate * 35 + (1 - rate) * 80)) < 1e-9)
    #expect(abs(series.meanWorths[1] - (rate * 65 + (1 - rate) * 50)) < 1e-9)
  }

  @Test("clocks and tit for tat reach no more deals than there are zones", arguments: UInt64(0)..<4)
  func reached(seed: UInt64) throws {
    let file = try sale(seller: "reservationRange: {min: 10, max: 70}", buyer: "reservationRange: {min: 20, max: 60}")
    let told = try series(file, .alternatingOffers, runs: 200, seed: seed)
    let rate = try #require(told.zoneRate)
    #expect(told.agreementRate <= rate && rate > 0)
    #expect(try series(file, .alternatingOffers, runs: 200, seed: seed) == told)
  }

  @Test("without runs the mean stands for what is private, and the findings say what it stands for")
  func means() throws {
    let file = try sale(seller: "reservationRange: {min: 10, max: 50}", buyer: "reservation: 20")
    let findings = try NegotiationFindings(file)
    #expect(findings.parties.map(\.reservation) == [30, 20])
    #expect(findings.parties.map(\.reservationRange) == [[10, 50], nil])
    #expect(findings.frontierCount == 51 && findings.series == nil)
    let known = try NegotiationFindings(sale(seller: "reservation: 30", buyer: "reservation: 20"))
    #expect(findings.frontier == known.frontier && findings.landings == known.landings)
  }

  @Test("where everything is known, no share of zones is told")
  func known() throws {
    let file = try sale(seller: "reservation: 30", buyer: "reservation: 20")
    #expect(try series(file, .alternatingOffers, runs: 50).zoneRate == nil)
  }
}
