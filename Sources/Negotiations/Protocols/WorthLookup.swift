/// What each outcome is worth to a party, by its code: from a list, or as a sum where there is none yet.
///
/// Little to copy, for loops that look up outcome after outcome.
struct WorthLookup: Sendable {
  /// Empty until outcomes are listed.
  let column: [Double]
  /// Nil once they are.
  let unlisted: UnlistedOutcomes?

  init(_ column: [Double]) {
    self.column = column
    unlisted = nil
  }

  init(_ unlisted: UnlistedOutcomes) {
    column = []
    self.unlisted = unlisted
  }

  @inline(__always)
  var isListed: Bool { unlisted == nil }

  @inline(__always)
  subscript(outcome: Int) -> Double {
    // Told from the list, so that who reads it counts no references.
    column.isEmpty ? UnlistedOutcomes.worth(of: outcome, in: unlisted) : column[outcome]
  }
}

/// What a party gains by each outcome over having no deal; not below zero if it is acceptable.
struct GainLookup: Sendable {
  let worths: WorthLookup
  let reservation: Double
  /// The smallest worth that comes to the reservation.
  let leastWorth: Double

  @inline(__always)
  func isAcceptable(_ outcome: Int) -> Bool { worths[outcome] >= leastWorth }

  @inline(__always)
  subscript(outcome: Int) -> Double {
    let worth = worths[outcome]
    let gain = worth - reservation
    // A reservation that is met but for what rounding takes off leaves no loss.
    return worth >= leastWorth ? max(0, gain) : gain
  }
}
