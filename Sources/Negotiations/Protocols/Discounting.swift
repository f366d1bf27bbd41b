/// What waiting costs.
enum Discounting {
  /// What is left of a deal's gain in a round, 1 in the first: `discount` multiplied by itself, the same bits
  /// wherever asked.
  static func factor(_ discount: Double, round: Int) -> Double {
    guard discount < 1 else { return 1 }
    var factor = 1.0
    var power = discount
    var rest = round - 1
    while rest > 0 {
      if rest & 1 == 1 { factor *= power }
      power *= power
      rest >>= 1
    }
    return factor
  }

  /// What a deal in `round` is worth: its gain over the reservation shrinks, the reservation keeps its worth.
  static func worth(of outcome: Int, to standpoint: Standpoint, in round: Int) -> Double {
    let factor = factor(standpoint.preferences.discount, round: round)
    guard factor < 1 else { return standpoint.worth(of: outcome) }
    return standpoint.preferences.reservation + standpoint.gain(of: outcome) * factor
  }
}
