/// A sum that is released where water quality passed, and withheld where it did not.
///
/// It passes when its class was good enough in every month, or when its class on yearly mean was better still. Months
/// or the mean may be missing as long as what is on record decides.
///
/// After the agreement on the Luan River (Hebei and Tianjin, from 2016): class III every month, or class II on yearly
/// mean. Classes are those of GB 3838-2002, 1 for class I to 5 for class V, 6 for worse; lower is better.
public struct QualityGate: Hashable, Sendable, Codable {
  /// What is released.
  public let transfer: Transfer
  /// The measure whose readings are classes.
  public let measure: String
  /// The worst class that passes in a month.
  public let monthly: Ratio
  /// The worst class that passes on yearly mean.
  public let yearly: Ratio

  /// - Throws: ``MoneyError`` for an unusable name.
  public init(
    _ transfer: Transfer, measure: String, monthly: Ratio, yearly: Ratio, at place: String = "gate"
  ) throws(MoneyError) {
    try checkName(measure, at: "\(place).measure")
    self.transfer = transfer
    self.measure = measure
    self.monthly = monthly
    self.yearly = yearly
  }

  /// What is released for a year: months are read as `2017-01` … `2017-12`, the mean as the period's own name.
  public func settle(_ readings: Readings, for period: SettlementPeriod) -> Settlement {
    let months = (1...12).map { month in "\(period.name)-\(month < 10 ? "0" : "")\(month)" }
    let classes = months.map { readings.value(of: measure, in: $0, by: period.cutOff) }
    let mean = readings.value(of: measure, in: period.name, by: period.cutOff)
    let good = classes.count { $0.map { $0 <= monthly } ?? false }
    let failed = classes.contains { $0.map { $0 > monthly } ?? false }
    let nothing = Amount.zero(transfer.amount.currency)
    var lines = [
      SettlementLine(
        .passed(name: OwnSentence.monthsAtClass(monthly).description), factor: "\(good)/12", amount: nothing)
    ]
    if let mean {
      let name = OwnSentence.classOnYearlyMean.description
      lines.append(SettlementLine(.index(name: name), factor: "\(mean)", amount: nothing))
    }
    if good == months.count || mean.map({ $0 <= yearly }) ?? false {
      lines.append(SettlementLine(.balance, amount: transfer.amount))
      return Settlement(.settled, transfers: [transfer], lines: lines)
    }
    if failed && mean != nil {
      return Settlement(.withheld, lines: lines + [SettlementLine(.balance, amount: nothing)])
    }
    var missing = zip(months, classes).filter { !failed && $0.1 == nil }.map { Readings.name(measure, $0.0) }
    if mean == nil { missing.append(Readings.name(measure, period.name)) }
    return Settlement(.disputed(missing: missing), lines: lines)
  }

  private enum CodingKeys: String, CodingKey {
    case transfer, measure, monthly, yearly
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Transfer.self, forKey: .transfer), measure: container.decode(String.self, forKey: .measure),
      monthly: container.decode(Ratio.self, forKey: .monthly),
      yearly: container.decode(Ratio.self, forKey: .yearly), at: decoder.place)
  }
}
