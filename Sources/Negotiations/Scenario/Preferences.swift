/// What every outcome is worth to one party, and what it has if there is no deal.
///
/// An outcome's worth is the sum of the worths of its options, and of its couplings where issues depend on each other.
/// Decimal fractions are added as such: 0.7 + 0.1 is 0.8 and comes to a reservation of 0.8.
public struct Preferences: Hashable, Sendable {
  /// A worth that depends on several issues together.
  public struct Coupling: Hashable, Sendable {
    /// The issues' numbers, each once, ascending.
    public let issues: [Int]
    /// One worth for every combination of their options, the first issue's option the most significant digit.
    public let worths: [Double]

    public init(issues: [Int], worths: [Double]) {
      self.issues = issues
      self.worths = worths
    }
  }

  public let party: String
  /// What each option of each issue adds, the party's weight of the issue included: `worths[issue][option]`.
  public let worths: [[Double]]
  public let couplings: [Coupling]
  /// What the party has without a deal, in the same unit; a deal worth less is not accepted.
  public let reservation: Double
  /// The share of its gain over the reservation that a deal keeps if it comes one round later, above 0 and at most 1;
  /// for a reservation of 0, the share of its worth.
  public let discount: Double
  /// How worths are added.
  let scale: WorthScale

  /// - Parameters:
  ///   - party: Its name.
  ///   - worths: One list for each issue, one finite number for each option.
  ///   - couplings: Worths of issues that depend on each other.
  ///   - reservation: The worth of no deal; finite.
  ///   - discount: What waiting one round leaves of a deal's gain over the reservation, in (0, 1].
  public init(
    party: String, worths: [[Double]], couplings: [Coupling] = [], reservation: Double = 0, discount: Double = 1
  ) {
    self.party = party
    self.worths = worths
    self.couplings = couplings
    self.reservation = reservation
    self.discount = discount
    scale = WorthScale(worths + couplings.map(\.worths))
  }

  /// What the outcome with these options, one an issue, is worth. O(issues + couplings).
  public func worth(of options: [Int], on agenda: Agenda) -> Double {
    scale.worth(ofUnits: units(of: options, on: agenda))
  }

  /// The smallest worth that comes to the reservation: an outcome is acceptable if it is worth no less. It is the
  /// reservation itself but for what rounding makes of sums.
  var leastWorth: Double { scale.worth(ofUnits: scale.leastUnits(for: reservation)) }

  /// Whether the party would rather have something of that worth than no deal, or minds neither.
  ///
  /// - Parameter worth: What an outcome is worth to it.
  /// - Returns: Whether that comes to its reservation, but for what rounding makes of sums.
  public func accepts(_ worth: Double) -> Bool { worth >= leastWorth }

  /// What an outcome is worth in units of ``scale``.
  func units(of options: [Int], on agenda: Agenda) -> Double {
    var total = 0.0
    for (issue, option) in options.enumerated() { total += scale.units(of: worths[issue][option]) }
    for coupling in couplings {
      var code = 0
      for issue in coupling.issues { code = code * agenda.issues[issue].count + options[issue] }
      total += scale.units(of: coupling.worths[code])
    }
    return total
  }
}
