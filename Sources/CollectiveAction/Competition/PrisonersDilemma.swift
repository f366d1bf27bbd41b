/// What one of two gets in a prisoner's dilemma, by what it and the other do.
///
/// T > R > P > S, so that defecting always pays, and 2R > T + S, so that taking turns at it does not pay as well as
/// cooperating.
///
/// Source: Rapoport & Chammah (1965), Prisoner's dilemma; Axelrod (1984), The evolution of cooperation.
public struct PrisonersDilemma: Sendable, Equatable {
  /// T: it defects, the other cooperates.
  public let temptation: Double
  /// R: both cooperate.
  public let reward: Double
  /// P: both defect.
  public let punishment: Double
  /// S: it cooperates, the other defects.
  public let sucker: Double

  /// - Throws: ``DilemmaError/invalid(_:)`` naming the numbers and what they should be.
  public init(temptation: Double, reward: Double, punishment: Double, sucker: Double) throws(DilemmaError) {
    for (what, figure) in [
      ("temptation", temptation), ("reward", reward), ("punishment", punishment), ("sucker's payoff", sucker),
    ] where !figure.isFinite {
      throw .invalid("the \(what) is \(figure); give a finite number")
    }
    for (what, figure, above, other) in [
      ("temptation", temptation, "reward", reward), ("reward", reward, "punishment", punishment),
      ("punishment", punishment, "sucker's payoff", sucker),
    ] where figure <= other {
      throw .invalid("the \(what) is \(figure), not above the \(above) of \(other); it is no prisoner's dilemma")
    }
    guard 2 * reward > temptation + sucker else {
      throw .invalid(
        "twice the reward of \(reward) is not above the temptation of \(temptation) and the sucker's payoff of "
          + "\(sucker) together; taking turns at being closed would pay as well as being open")
    }
    self.temptation = temptation
    self.reward = reward
    self.punishment = punishment
    self.sucker = sucker
  }
}
