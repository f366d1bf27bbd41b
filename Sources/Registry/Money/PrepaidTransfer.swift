/// A transfer paid in advance and settled a year later by measured results; what was paid too much is set off.
///
/// Before the year ends the payer pays the advance, less what earlier settlements left, and the payee adds its own
/// match. When the year's readings are on record,
///
///     due = base × factor × factor × …          balance = due − advance + carried
///
/// A balance above zero is paid; one below zero is carried to the next advance and never paid back. What was
/// paid plus what is carried (zero or below) always equals what was due of the settled years plus the advances of those
/// still open, also where a dispute lets several years be settled in a row.
///
/// After the agreement on the water of the Miyun reservoir (Beijing and Hebei, from 2018), where the factors are the
/// volume of water against its mean of many years, four quality indices with total nitrogen, and the payee's conduct.
public struct PrepaidTransfer: Hashable, Sendable, Codable {
  /// The advance of a year, above zero.
  public let advance: Transfer
  /// What the payee adds of its own each year, if anything.
  public let match: Transfer?
  /// What a year is worth when every factor is 1; zero or more.
  public let base: Amount
  /// What the base is multiplied by, in the order of the lines.
  public let factors: [SettlementFactor]

  /// - Throws: ``MoneyError`` naming `place`: several currencies, a base below zero, no factors or more than 32.
  public init(
    advance: Transfer, match: Transfer? = nil, base: Amount, factors: [SettlementFactor], at place: String = "transfer"
  ) throws(MoneyError) {
    for amount in [base] + (match.map { [$0.amount] } ?? []) where amount.currency != advance.amount.currency {
      throw MoneyError(at: place, .mixedCurrencies(advance.amount.currency, amount.currency))
    }
    guard base.minor >= 0 else { throw MoneyError(at: "\(place).base", .negative("the base \(base)")) }
    guard (1...32).contains(factors.count) else {
      throw MoneyError(at: "\(place).factors", .count(of: "factors", factors.count, needs: "1 to 32"))
    }
    self.advance = advance
    self.match = match
    self.base = base
    self.factors = factors
  }

  /// The advance of a year: the scheduled sum less what is carried, and the match.
  ///
  /// - Parameter carried: what earlier settlements left, zero or below.
  /// - Throws: ``MoneyError`` where `carried` is above zero or of another currency.
  public func payAdvance(carried: Amount) throws(MoneyError) -> Settlement {
    try checkCarried(carried)
    let left = try advance.amount.adding(carried, at: "advance")
    var lines = [SettlementLine(.advance, amount: advance.amount)]
    if !carried.isZero { lines.append(SettlementLine(.carriedIn, amount: carried)) }
    let paid = max(0, left.minor)
    let currency = base.currency
    lines.append(SettlementLine(.balance, amount: Amount(minor: paid, of: currency)))
    var transfers: [Transfer] = []
    if paid > 0 {
      transfers.append(try Transfer(Amount(minor: paid, of: currency), from: advance.from, to: advance.to))
    }
    let rest = Amount(minor: min(0, left.minor), of: currency)
    if !rest.isZero { lines.append(SettlementLine(.carriedOut, amount: rest)) }
    if let match {
      transfers.append(match)
      lines.append(SettlementLine(.match, amount: match.amount))
    }
    return Settlement(.settled, transfers: transfers, lines: lines, carried: rest)
  }

  /// The settlement of a year whose advance was paid by ``payAdvance(carried:)``.
  ///
  /// - Parameters:
  ///   - readings: what was measured, and when it came on record.
  ///   - period: what is settled, with its cut-off.
  ///   - carried: what that payment of the advance, or an earlier settlement, left: zero or below.
  /// - Throws: ``MoneyError`` where `carried` is above zero, or the due amount has no room.
  public func settle(_ readings: Readings, for period: SettlementPeriod, carried: Amount)
    throws(MoneyError) -> Settlement
  {
    try checkCarried(carried)
    var lines = [SettlementLine(.base, amount: base)]
    var product = Ratio(1)
    var missing: [String] = []
    for factor in factors {
      switch try factor.evaluate(readings, for: period, at: "factors") {
      case .missing(let names): missing += names
      case .value(let value):
        guard missing.isEmpty else { continue }
        product = try product.multiplied(by: value, at: "factors")
        // Each line is the exact product so far, rounded for itself: nothing is rounded twice.
        let amount = try base.multiplied(by: product, at: "due")
        lines.append(SettlementLine(.factor(name: factor.name), factor: "\(value)", amount: amount))
      }
    }
    guard missing.isEmpty else { return Settlement(.disputed(missing: missing), lines: lines, carried: carried) }
    let due = try base.multiplied(by: product, at: "due")
    let deducted = try advance.amount.negated()
    lines.append(SettlementLine(.advance, amount: deducted))
    if !carried.isZero { lines.append(SettlementLine(.carriedIn, amount: carried)) }
    let balance = try Amount.sum(of: [due, deducted, carried], in: base.currency, at: "balance")
    if balance.minor > 0 {
      lines.append(SettlementLine(.balance, amount: balance))
      let paid = try Transfer(balance, from: advance.from, to: advance.to)
      return Settlement(.settled, transfers: [paid], lines: lines, carried: .zero(base.currency))
    }
    lines.append(SettlementLine(balance.isZero ? .balance : .carriedOut, amount: balance))
    return Settlement(.settled, lines: lines, carried: balance)
  }

  private func checkCarried(_ carried: Amount) throws(MoneyError) {
    guard carried.currency == base.currency else {
      throw MoneyError(at: "carried", .mixedCurrencies(base.currency, carried.currency))
    }
    guard carried.minor <= 0 else { throw MoneyError(at: "carried", .aboveZero(carried)) }
  }

  private enum CodingKeys: String, CodingKey {
    case advance, match, base, factors
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      advance: container.decode(Transfer.self, forKey: .advance),
      match: container.decodeIfPresent(Transfer.self, forKey: .match),
      base: container.decode(Amount.self, forKey: .base),
      factors: container.decode([SettlementFactor].self, forKey: .factors), at: decoder.place)
  }
}
