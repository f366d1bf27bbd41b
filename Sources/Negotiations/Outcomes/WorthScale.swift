/// One party's unit, chosen so that its worths can be added without rounding.
///
/// Decimal fractions are counted in their last digit, so that 0.1 + 0.2 is 0.3; other numbers in a power of two so
/// small that it changes a sum by no more than rounding does. Whether two outcomes are worth the same to a party then
/// does not hang on the order in which their options are added, and whether a sum comes to the reservation has one
/// answer wherever it is asked.
struct WorthScale: Hashable, Sendable {
  /// How many units the party's own unit has; for fractions that are no short decimals, a power of two.
  let factor: Double
  /// The largest size of a sum, in the party's own unit.
  let largest: Double
  /// Whether nothing is added, so that worths stay as they are.
  private let isSingle: Bool
  /// Whether worths are whole numbers of units as they are.
  private let isDecimal: Bool
  /// By how many units a sum may miss the true one because its terms are no whole numbers of units.
  private let slack: Double

  /// - Parameter lists: every list of worths of which one number each enters a sum.
  init(_ lists: [[Double]]) {
    let total = lists.reduce(0) { $0 + $1.reduce(0) { max($0, abs($1)) } }
    largest = total
    isSingle = lists.count == 1
    guard !isSingle, total < 0x1p1000 else {
      (factor, isDecimal, slack) = (1, false, 0)
      return
    }
    var power = 1.0
    for _ in 0...12 {
      guard total * power <= 0x1p40 else { break }
      if lists.allSatisfy({ $0.allSatisfy { Self.isWhole($0 * power) } }) {
        (factor, isDecimal, slack) = (power, true, 0)
        return
      }
      power *= 10
    }
    // Up to 2⁵³, sums of whole numbers are exact.
    factor = Double(sign: .plus, exponent: min(1023, 52 - Int(total.exponent)), significand: 1)
    isDecimal = false
    slack = Double(lists.count)
  }

  /// - Throws: ``NegotiationError/worth(party:at:_:)`` for sums that come near the largest number there is.
  func check(for party: String) throws(NegotiationError) {
    guard largest < 0x1p1000 else { throw .worth(party: party, at: "the sum of the largest options", largest) }
  }

  /// Four roundings off a whole number is that number.
  private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) <= 4 * value.ulp }

  /// By how much a worth may miss the true sum in the party's own unit, apart from its own last digit.
  var precision: Double { slack / factor }

  func units(of worth: Double) -> Double { isSingle ? worth : (worth * factor).rounded() }

  /// What a sum of units must reach to be worth at least `reservation`.
  func leastUnits(for reservation: Double) -> Double {
    let most = Double.greatestFiniteMagnitude
    let wanted = min(max(reservation * factor, -most), most)
    if isSingle || !isDecimal { return wanted - slack }
    return Self.isWhole(wanted) ? wanted.rounded() : wanted
  }

  func worth(ofUnits units: Double) -> Double { units / factor }
}
