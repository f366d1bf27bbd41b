/// What the answer hinges on: single inputs moved while all others stay at their best estimates.
public struct HingeFindings: Codable, Sendable, Equatable {
  /// The inputs that are uncertain or assumed, the one with the longest reach first.
  public var inputs: [HingeFinding]
  /// Which form is best as the two inputs of longest reach move together; absent with fewer than two.
  public var map: ChoiceMapFinding?
}

/// One uncertain or assumed input, and how far it may move before the recommendation changes.
public struct HingeFinding: Codable, Sendable, Equatable {
  public var name: String
  public var status: String
  public var best: Double
  public var low: Double
  public var high: Double
  /// The recommended form when the input stands at its low and its high end, all else at the best estimate.
  public var recommendedAtLow: String?
  public var recommendedAtHigh: String?
  public var netGainAtLow: Double
  public var netGainAtHigh: Double
  /// The value nearest the best estimate at which another form takes over, within the range searched; absent
  /// when none does.
  public var switchesAt: Double?
  public var switchesTo: String?
  /// Which form is best where, from the low end to the high one without gaps.
  public var strip: [ChoicePartFinding]
}

/// A part of an input's range in which one form is best.
public struct ChoicePartFinding: Codable, Sendable, Equatable {
  public var from: Double
  public var to: Double
  /// The form; `none` where acting alone is best.
  public var form: String

  public init(from: Double, to: Double, form: String) {
    self.from = from
    self.to = to
    self.form = form
  }
}

/// Which form is best where two inputs move together, at the points of a grid.
public struct ChoiceMapFinding: Codable, Sendable, Equatable {
  /// The input along each row, and the one along each column.
  public var across: String
  public var up: String
  /// Their values at the grid's points, ascending.
  public var acrossValues: [Double]
  public var upValues: [Double]
  /// The form that is best, `none` for acting alone, `refused` where the figures make no game: one row a value of
  /// ``up``, in each one a value of ``across``.
  public var forms: [[String]]
}
