/// A dilemma in which somebody above the players may pay a part of what they contribute.
public protocol SubsidisedDilemma: Dilemma {
  /// The same problem with the part `rates[i]` of player i's contribution paid for it: its costs are what is left to it.
  /// - Parameter rates: one a player, 0 or more and below 1.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player whose rate is out of range.
  func subsidised(at rates: [Double]) throws(DilemmaError) -> Self

  /// At least how fast an aim can change, for a unit of one rate for all between 0 and `highest`, while the members of
  /// `coalition` act as one: a Lipschitz constant of Σ αᵢ·(cost of i) + (weight of outlay)·(what is paid for all). None
  /// where no such bound is known.
  func subsidySlope(agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights) -> Double?
}

/// A dilemma in which players can be made to count what the others bear.
public protocol EvaluatedDilemma: Dilemma {
  /// What happens when the members of `coalition` act as one, and each player counts `weight` times what those it does not
  /// act for bear beside its own: at 0 the outcome as ever, at 1 each minds the total. Costs are those really borne.
  /// - Parameters:
  ///   - coalition: those who act as one.
  ///   - weight: from 0 to 1.
  /// - Throws: ``DilemmaError`` when the weight is out of range or no equilibrium is found.
  func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome

  /// At least how fast Σ αᵢ·(cost of i) can change for a unit of the weight between 0 and `highest`; none where no such
  /// bound is known.
  func evaluationSlope(agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights) -> Double?
}

/// What counts in an upper level's aim: what each player bears, and what is paid for them.
public struct LeverWeights: Sendable, Equatable {
  /// α: how much a unit that each player bears counts, one a player, 0 or more.
  public let players: [Double]
  /// How much a unit paid for a player counts.
  public let outlay: Double

  public init(players: [Double], outlay: Double) {
    self.players = players
    self.outlay = outlay
  }
}
