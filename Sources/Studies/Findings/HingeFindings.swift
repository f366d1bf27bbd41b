/// What the answer hinges on.
public struct HingeFindings: Codable, Sendable, Equatable {
  /// How many random draws of all uncertain inputs stand behind the chances.
  public var draws: Int
  /// How many draws were left out, since their figures made no game together.
  public var refusedDraws: Int = 0
  /// How many inputs have a range and so move in the draws.
  public var drawnInputs: Int
  /// In what part of the draws each form was best, largest first; `none` when no form beat acting alone.
  public var chanceOfBeingBest: [NamedNumber]
  /// 5th, 50th and 95th percentile of the recommended form's net gain over the draws.
  public var netGainPercentiles: [Double]
  /// In what part of the draws each player gains under the recommended form; one a player.
  public var chanceOfGaining: [Double]
  public var inputs: [HingeFinding]
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
}
