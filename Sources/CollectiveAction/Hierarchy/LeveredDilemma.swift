/// A dilemma that tells what its players do while an upper level holds a lever.
public protocol LeveredDilemma: Dilemma {
  /// Whether the least and the greatest of what players come to only ever rise with a lever, in steps: what lies between two
  /// settings that lead to the same is then known.
  static var risesInSteps: Bool { get }

  /// What happens when the members of `coalition` act as one and all others together as another.
  /// - Throws: ``DilemmaError`` when no equilibrium is found, or the family does not tell.
  func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome
}

extension LeveredDilemma {
  /// Not shown.
  public static var risesInSteps: Bool { false }

  /// Refused.
  public func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome {
    throw .invalid("what those outside a coalition do together is not told here; ask for γ")
  }
}

/// A dilemma in which somebody above the players may pay a part of what they contribute.
public protocol SubsidisedDilemma: LeveredDilemma {
  /// The same problem with the part `rates[i]` of player i's contribution paid for it: its costs are what is left to it.
  /// - Parameter rates: one a player, 0 or more and below 1.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the player whose rate is out of range.
  func subsidised(at rates: [Double]) throws(DilemmaError) -> Self

  /// What each player is paid at `rates` when it does what it does in `outcome`: its cost here less that of the subsidised
  /// problem.
  func payments(at rates: [Double], in outcome: Outcome) -> [Double]

  /// What players may come to while the members of `coalition` act as one, the outcome they come to from today first.
  func answers(agreeing coalition: Coalition) throws(DilemmaError) -> [Outcome]

  /// At least how fast an aim can change, for a unit of one rate for all between 0 and `highest`, while the members of
  /// `coalition` act as one: a Lipschitz constant of Σ αᵢ·(cost of i) + (weight of outlay)·(what is paid for all). None
  /// where no such bound is known.
  func subsidySlope(agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights) -> Double?
}

extension SubsidisedDilemma {
  /// The part `rates[i]` of what each contributes.
  public func payments(at rates: [Double], in outcome: Outcome) -> [Double] {
    zip(contributions(in: outcome), rates).map { $0 * $1 }
  }

  /// Every equilibrium that was found.
  public func answers(agreeing coalition: Coalition) throws(DilemmaError) -> [Outcome] {
    let today = try outcome(agreeing: coalition)
    return today.isUnique ? [today] : [today] + (try equilibria(agreeing: coalition).outcomes)
  }

  /// Not known.
  public func subsidySlope(
    agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights
  ) -> Double? { nil }
}

/// A dilemma in which players can be made to count what the others bear.
///
/// A party minds its own cost and `weight` times that of those it does not act for. Of n players who mind
/// (1 − v)·own + v·(mean of all) instead, each counts the others v/(n − (n − 1)v) times: the two forms are one.
public protocol EvaluatedDilemma: LeveredDilemma {
  /// What happens when the members of `coalition` act as one, and each player counts `weight` times what those it does not
  /// act for bear beside its own: at 0 the outcome as ever, at 1 each minds the total. Costs are those really borne.
  /// - Parameters:
  ///   - coalition: those who act as one.
  ///   - weight: from 0 to 1.
  /// - Throws: ``DilemmaError`` when the weight is out of range or no equilibrium is found.
  func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome

  /// The same when all others act as one as well.
  /// - Throws: ``DilemmaError`` when the weight is out of range, no equilibrium is found, or the family does not tell.
  func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome

  /// What players may come to, the outcome they come to from today first.
  func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome]

  /// At least how fast Σ αᵢ·(cost of i) can change for a unit of the weight between 0 and `highest`; none where no such
  /// bound is known.
  func evaluationSlope(agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights) -> Double?
}

extension EvaluatedDilemma {
  /// Refused.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    throw .invalid("what those outside a coalition do together is not told here; ask for γ")
  }

  /// The one outcome.
  public func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    [try outcome(agreeing: coalition, evaluatedAt: weight)]
  }

  /// Not known.
  public func evaluationSlope(
    agreeing coalition: Coalition, upTo highest: Double, weighing weights: LeverWeights
  ) -> Double? { nil }
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

/// Which of several equilibria an upper level reckons with.
public enum LeverOutlook: String, Sendable, Codable, CaseIterable {
  /// The one the players come to from where they stand today.
  case today
  /// The best for it of those that were found.
  case optimistic
  /// The worst for it of those that were found.
  case pessimistic
}

/// Sees that each player has a rate it can be paid.
func requireRates(_ rates: [Double], of players: [String]) throws(DilemmaError) {
  guard rates.count == players.count else {
    throw .invalid("\(rates.count) rates for \(players.count) players; give one each")
  }
  for (name, rate) in zip(players, rates) where !(rate >= 0 && rate < 1) {
    throw .invalid("the rate paid to '\(name)' is \(rate); give 0 or more and less than 1")
  }
}

/// Sees that others can be counted so much.
func requireEvaluation(_ weight: Double) throws(DilemmaError) {
  guard weight >= 0, weight <= 1 else {
    throw .invalid("the weight of what others bear is \(weight); give a number from 0 to 1")
  }
}
