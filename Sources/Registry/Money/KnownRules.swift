/// The compensation agreements on the Xin'an River between Anhui upstream and Zhejiang downstream, as rules.
///
/// The first round's terms are published (China Daily, 14 August 2017; Anhui news portal, 5 June 2014): 100 million
/// yuan either way at an index of 1, and 300 million from the centre to Anhui whatever the index. Of the second and
/// third rounds the most that may be paid, 200 million yuan, is published (China News Weekly, 29 June 2023); their
/// tiers and the centre's grants are as recalled in the literature and not held against the agreements.
public struct XinanRound: Hashable, Sendable {
  /// 1 to 3.
  public let round: Int
  /// The years settled by these terms.
  public let years: ClosedRange<Int>
  /// Whether every figure of the terms is published; else some are recalled.
  public let isPublished: Bool
  /// The terms.
  public let transfer: TieredTransfer

  /// The three rounds, the second once a year because the centre's grant fell: five sets of terms.
  ///
  /// - Parameter index: where P comes from, by default a reading of that name.
  /// - Throws: never for terms as they stand here; the initialisers they go through might.
  public static func all(index: TieredTransfer.Index? = nil) throws(MoneyError) -> [XinanRound] {
    let read = try TieredTransfer.Index("P")
    let index = index ?? read
    let anhui = try LedgerAccount(owner: "anhui", purpose: "water compensation")
    let zhejiang = try LedgerAccount(owner: "zhejiang", purpose: "water compensation")
    let centre = try LedgerAccount(owner: "centre", purpose: "water compensation")
    func pay(_ millions: Int64, from: LedgerAccount, to: LedgerAccount) throws(MoneyError) -> Transfer {
      try Transfer(Amount(minor: millions * 100_000_000, of: .cny), from: from, to: to)
    }
    let half = try Ratio(19, over: 20)
    func tiers(anhuiPays: Int64) throws(MoneyError) -> [TieredTransfer.Tier] {
      [
        TieredTransfer.Tier(upTo: half, try pay(200, from: zhejiang, to: anhui)),
        TieredTransfer.Tier(upTo: Ratio(1), try pay(100, from: zhejiang, to: anhui)),
        TieredTransfer.Tier(upTo: nil, try pay(anhuiPays, from: anhui, to: zhejiang)),
      ]
    }
    var rounds = [
      XinanRound(
        round: 1, years: 2012...2014, isPublished: true,
        transfer: try TieredTransfer(
          index: index,
          tiers: [
            TieredTransfer.Tier(upTo: Ratio(1), try pay(100, from: zhejiang, to: anhui)),
            TieredTransfer.Tier(upTo: nil, try pay(100, from: anhui, to: zhejiang)),
          ], unconditional: [try pay(300, from: centre, to: anhui)]))
    ]
    for (year, grant) in [(2015, 400), (2016, 300), (2017, 200)] as [(Int, Int64)] {
      rounds.append(
        XinanRound(
          round: 2, years: year...year, isPublished: false,
          transfer: try TieredTransfer(
            index: index, tiers: tiers(anhuiPays: 100), unconditional: [pay(grant, from: centre, to: anhui)])))
    }
    rounds.append(
      XinanRound(
        round: 3, years: 2018...2020, isPublished: false,
        transfer: try TieredTransfer(index: index, tiers: tiers(anhuiPays: 200))))
    return rounds
  }
}

extension TaxShareRule {
  /// The rule for businesses that governments move between Beijing, Tianjin and Hebei.
  ///
  /// Half of the tax for three years and at most two more, up to the sum of three years before the move, from a mean of
  /// 20 million yuan on (Ministry of Finance and State Taxation Administration, 财预〔2015〕92号).
  ///
  /// - Throws: ``MoneyError`` for unusable or equal names.
  public static func beijingTianjinHebei(origin: String, destination: String) throws(MoneyError) -> TaxShareRule {
    try TaxShareRule(
      origin: origin, destination: destination, portion: Ratio(1, over: 2), yearsBefore: 3,
      threshold: Amount(minor: 2_000_000_000, of: .cny), years: 3, furtherYears: 2)
  }
}

extension QualityGate {
  /// The gate of the Luan River between Hebei upstream and Tianjin downstream: class III in every month, or class II on
  /// yearly mean.
  ///
  /// - Parameters:
  ///   - transfer: what is released.
  ///   - measure: the measure whose readings are classes.
  /// - Throws: ``MoneyError`` for an unusable name.
  public static func luanRiver(_ transfer: Transfer, measure: String) throws(MoneyError) -> QualityGate {
    try QualityGate(transfer, measure: measure, monthly: Ratio(3), yearly: Ratio(2))
  }
}
