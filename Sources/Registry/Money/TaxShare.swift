/// A business that moved from one place to another, and the taxes it paid there and here, year by year.
public struct BusinessMove: Hashable, Sendable, Codable {
  /// Whether governments led the move; a move by the market's decision shares no tax.
  public let governmentLed: Bool
  /// The years before the move at the origin, oldest first.
  public let before: [Amount]
  /// The years after full production at the destination, oldest first.
  public let after: [Amount]

  /// - Throws: ``MoneyError`` naming `place`: no year before or more than 100 of either, a tax below zero, several
  ///   currencies.
  public init(governmentLed: Bool, before: [Amount], after: [Amount], at place: String = "move") throws(MoneyError) {
    guard (1...100).contains(before.count), after.count <= 100, let currency = before.first?.currency else {
      throw MoneyError(at: "\(place).before", .count(of: "years", before.count, needs: "1 to 100 before and after"))
    }
    for (name, taxes) in [("before", before), ("after", after)] {
      for (index, tax) in taxes.enumerated() {
        guard tax.currency == currency else {
          throw MoneyError(at: "\(place).\(name)[\(index)]", .mixedCurrencies(currency, tax.currency))
        }
        guard tax.minor >= 0 else { throw MoneyError(at: "\(place).\(name)[\(index)]", .negative("the tax \(tax)")) }
      }
    }
    self.governmentLed = governmentLed
    self.before = before
    self.after = after
  }

  private enum CodingKeys: String, CodingKey {
    case governmentLed, before, after
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      governmentLed: container.decode(Bool.self, forKey: .governmentLed),
      before: container.decode([Amount].self, forKey: .before),
      after: container.decode([Amount].self, forKey: .after), at: decoder.place)
  }
}

/// How the taxes of a business that moved are shared between the place it left and the place it went to.
///
/// The origin gets its portion of each year's tax until it has had as much as the business paid it in the years before
/// the move, and no longer than so many years; what is then left below that cap is to be asked for from above.
///
/// After the rule for moves between Beijing, Tianjin and Hebei (Ministry of Finance and State Taxation Administration,
/// 财预〔2015〕92号): half each, three years and at most two more, from a mean of 20 million yuan in three years on.
public struct TaxShareRule: Hashable, Sendable, Codable {
  /// The place the business left: a party id.
  public let origin: String
  /// The place it went to: a party id.
  public let destination: String
  /// The origin's portion of a year's tax, 0 to 1.
  public let portion: Ratio
  /// Years before the move that are looked at: their mean for the threshold, their sum for the cap.
  public let yearsBefore: Int
  /// The least mean tax of those years.
  public let threshold: Amount
  /// Years in which tax is shared.
  public let years: Int
  /// Further years where the cap was not reached.
  public let furtherYears: Int

  /// - Throws: ``MoneyError`` naming `place`: unusable or equal names, a portion outside 0 to 1, a threshold below
  ///   zero, years outside 1 to 100 (further years: 0 to 100).
  public init(
    origin: String, destination: String, portion: Ratio, yearsBefore: Int, threshold: Amount, years: Int,
    furtherYears: Int, at place: String = "rule"
  ) throws(MoneyError) {
    try checkName(origin, at: "\(place).origin")
    try checkName(destination, at: "\(place).destination")
    guard origin != destination else { throw MoneyError(at: place, .sameParty(origin)) }
    guard portion >= Ratio(0), portion <= Ratio(1) else {
      throw MoneyError(at: "\(place).portion", .outsideWhole(portion))
    }
    for (name, count, least) in [
      ("yearsBefore", yearsBefore, 1), ("years", years, 1), ("furtherYears", furtherYears, 0),
    ]
    where !(least...100).contains(count) {
      throw MoneyError(at: "\(place).\(name)", .count(of: "years", count, needs: "\(least) to 100"))
    }
    guard threshold.minor >= 0 else {
      throw MoneyError(at: "\(place).threshold", .negative("the threshold \(threshold)"))
    }
    self.origin = origin
    self.destination = destination
    self.portion = portion
    self.yearsBefore = yearsBefore
    self.threshold = threshold
    self.years = years
    self.furtherYears = furtherYears
  }

  /// Every year's shares after a move.
  ///
  /// A half fen goes to whichever of the two ids comes first, as in every rule.
  ///
  /// - Throws: ``MoneyError``: a move the market decided, too few or too many years before, too little tax before,
  ///   another currency, or sums without room.
  public func schedule(of move: BusinessMove, at place: String = "move") throws(MoneyError) -> TaxSchedule {
    guard move.governmentLed else { throw MoneyError(at: place, .marketDrivenMove) }
    guard move.before.count == yearsBefore else {
      throw MoneyError(at: "\(place).before", .count(of: "years", move.before.count, needs: "\(yearsBefore)"))
    }
    let cap = try Amount.sum(of: move.before, in: threshold.currency, at: "\(place).before")
    guard Int128(cap.minor) >= Int128(threshold.minor) * Int128(yearsBefore) else {
      throw MoneyError(
        at: "\(place).before", .belowThreshold(paid: cap, years: yearsBefore, threshold: threshold))
    }
    let parties = [origin, destination].sorted()
    let portions = [origin: portion, destination: try Ratio(1).adding(portion.multiplied(by: Ratio(-1)))]
    let weights = try wholeWeights(of: parties.map { portions[$0] ?? Ratio(0) }, at: "portion")
    var left = cap
    var shared: [TaxSchedule.Year] = []
    var lines: [SettlementLine] = []
    for (index, tax) in move.after.enumerated() {
      let year = index + 1
      var toOrigin = Amount.zero(tax.currency)
      if year <= years + furtherYears && left.minor > 0 {
        let shares = try largestRemainder(of: tax.minor, by: weights, at: "\(place).after[\(index)]")
        toOrigin = Amount(minor: shares[parties[0] == origin ? 0 : 1], of: tax.currency)
        lines.append(SettlementLine(.taxShare(year: year), factor: "\(portion)", amount: toOrigin))
        if left.minor < toOrigin.minor {
          toOrigin = left
          lines.append(SettlementLine(.cap(year: year), amount: left))
        }
      }
      left = try left.subtracting(toOrigin)
      shared.append(
        TaxSchedule.Year(tax: tax, toOrigin: toOrigin, toDestination: try tax.subtracting(toOrigin)))
    }
    let ended = move.after.count >= years + furtherYears
    if ended && left.minor > 0 { lines.append(SettlementLine(.topUp, amount: left)) }
    return TaxSchedule(
      years: shared, cap: cap, left: left, topUp: ended ? left : .zero(left.currency), lines: lines)
  }

  private enum CodingKeys: String, CodingKey {
    case origin, destination, portion, yearsBefore, threshold, years, furtherYears
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      origin: container.decode(String.self, forKey: .origin),
      destination: container.decode(String.self, forKey: .destination),
      portion: container.decode(Ratio.self, forKey: .portion),
      yearsBefore: container.decode(Int.self, forKey: .yearsBefore),
      threshold: container.decode(Amount.self, forKey: .threshold),
      years: container.decode(Int.self, forKey: .years),
      furtherYears: container.decode(Int.self, forKey: .furtherYears), at: decoder.place)
  }
}

/// The shares of every year after a move, and what is left below the cap.
public struct TaxSchedule: Hashable, Sendable {
  /// One year: the tax, and its two parts that make it up.
  public struct Year: Hashable, Sendable {
    /// The year's tax.
    public let tax: Amount
    /// What the place it left gets.
    public let toOrigin: Amount
    /// What the place it went to keeps.
    public let toDestination: Amount
  }

  /// As many as there are years after the move.
  public let years: [Year]
  /// The most the origin gets in all.
  public let cap: Amount
  /// What the origin has not had of it.
  public let left: Amount
  /// What is to be asked for from above once the last year is over; zero before, and where the cap was reached.
  public let topUp: Amount
  /// How the amounts came about.
  public let lines: [SettlementLine]
}
