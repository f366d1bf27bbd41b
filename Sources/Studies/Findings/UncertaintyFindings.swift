/// How sure the choice is while figures are uncertain: all uncertain inputs drawn together, and every form of
/// cooperation appraised at each draw, so that forms are compared on the same luck.
public struct UncertaintyFindings: Codable, Sendable, Equatable {
  /// How many draws stand behind the figures.
  public var draws: Int
  /// How many were left out, since their figures made no game together.
  public var refusedDraws: Int
  /// The inputs that were drawn.
  public var inputs: [String]
  /// One a form, in the order of the ranking at the best estimates.
  public var forms: [FormOutlook]
  /// In what part of the draws acting alone was at least as good as any form.
  public var chanceOfNone: EstimateFinding
  /// The choice that can be expected to be regretted least; `none` for acting alone.
  public var leastExpectedRegret: String
  /// The choice whose worst regret over the draws is least; `none` for acting alone.
  public var leastWorstRegret: String
  /// What it would be worth a year, on average, to know every uncertain input before choosing.
  public var perfectInformation: EstimateFinding
  /// What it would be worth to know one input, the most valuable first: what to find out next.
  public var information: [InformationFinding]
  /// How much of the variance of the recommended form's net gain comes from each input, the largest total share first.
  public var sensitivities: [SensitivityFinding]
}

/// A number found by drawing, and its standard error.
public struct EstimateFinding: Codable, Sendable, Equatable {
  public var value: Double
  public var standardError: Double

  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}

/// What one form brings over the draws; nothing gained where it does not come about.
public struct FormOutlook: Codable, Sendable, Equatable {
  public var form: String
  /// Mean and standard deviation of the region's net gain.
  public var mean: EstimateFinding
  public var deviation: Double
  /// Its 5th, 25th, 50th, 75th and 95th percentile.
  public var percentiles: [Double]
  /// In what part of the draws the form is best; ties are split evenly.
  public var chanceOfBeingBest: EstimateFinding
  /// In what part of the draws it brings the region something.
  public var chanceOfGain: Double
  /// What choosing it loses against the best choice of each draw, on average and at worst.
  public var expectedRegret: EstimateFinding
  public var largestRegret: Double
  /// In what part of the draws each player gains by it; one a player.
  public var chanceOfGaining: [Double]
}

/// What knowing one input would be worth a year (expected value of partial perfect information).
public struct InformationFinding: Codable, Sendable, Equatable {
  public var input: String
  public var status: String
  public var worth: EstimateFinding
}

/// The share of the variance that one input makes: alone, and with every interaction it takes part in (Sobol 1993).
public struct SensitivityFinding: Codable, Sendable, Equatable {
  /// The input's name; `others` where the inputs of little reach were moved as one.
  public var input: String
  public var first: IntervalFinding
  public var total: IntervalFinding
}

/// A number with a 95 % confidence interval.
public struct IntervalFinding: Codable, Sendable, Equatable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
