/// A game's worths as they are computed with: counted in their decimal unit where they have one.
///
/// Then sums and differences are exact while they stay below 2⁵³ units, a tie is a tie, and a result is the decimal
/// it should be. Worths without a common unit, the outcome of a computation, are taken as they are, each good to
/// some units in the last place of the largest.
struct WorthCounts: Sendable {
  let unit: DecimalUnit?
  /// One number a coalition.
  let counts: [Double]
  /// How far a sum of four counts may be from what was meant: nothing in a unit.
  let rounding: Double
  /// 1, or 2⁻⁸ where the sum of some worths would be beyond all numbers.
  private let scale: Double

  /// - Parameter negated: turns costs into gains.
  init(_ worths: [Double], negated: Bool = false) {
    unit = DecimalUnit(of: worths)
    if let unit {
      counts = unit.exponent == 0 && !negated ? worths : unit.counts(of: worths, negated: negated)
      rounding = 0
      scale = 1
      return
    }
    let largest = worths.withUnsafeBufferPointer { LargestMagnitude.of($0) }
    scale = largest > 0x1p1000 ? 0x1p-8 : 1
    let factor = negated ? -scale : scale
    counts = factor == 1 ? worths : worths.map { $0 * factor }
    // Eight units in the last place: four worths, each the outcome of one or two roundings.
    rounding = 8 * (largest * scale).ulp
  }

  /// The gains of a game: surpluses, or costs with their sign turned.
  init(gainsOf game: CoalitionGame) { self.init(game.worths, negated: game.kind == .cost) }

  /// What so many units are worth.
  func worth(of count: Double) -> Double { unit?.number(of: count) ?? count / scale }

  /// A worth in units, whole ones if that is what it prints as.
  func measure(_ worth: Double) -> Double {
    guard let unit else { return worth * scale }
    let measure =
      unit.exponent < 0 ? worth * DecimalUnit.power(-unit.exponent) : worth / DecimalUnit.power(unit.exponent)
    // 0.29 times 100 is 28.999999999999996.
    let count = measure.rounded()
    return unit.number(of: count) == worth ? count : measure
  }

  /// Turns every entry of a table in units into what it is worth, in place.
  func turnIntoWorths(_ counts: inout [Double]) {
    let exponent = unit?.exponent ?? 0
    if exponent == 0, scale == 1 { return }
    let divisor = exponent < 0 ? DecimalUnit.power(-exponent) : scale
    let factor = exponent > 0 ? DecimalUnit.power(exponent) : 1
    // One of the two is 1, so each is rounded once, as by `worth(of:)`.
    counts.withUnsafeMutableBufferPointer { counts in
      for index in 0..<counts.count { counts[index] = counts[index] * factor / divisor }
    }
  }
}
