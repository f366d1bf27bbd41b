#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What keeps one member to a repeated agreement: what it would gain by a breach against what it risks.
///
/// In the words of the prisoner's dilemma with payoffs T > R > P: a breach brings T − R once; with
/// probability `detection` it is seen within the period, costs `fine`, and ends cooperation, which loses
/// R − P in every later period (the grim trigger, Friedman 1971).
public struct SelfEnforcement: Sendable, Equatable {
  /// T − R, what a breach brings.
  public let temptation: Double
  /// R − P a period, what the end of cooperation loses; a member that loses nothing by it counts as 0.
  public let loss: Double
  /// The probability a period that a breach is seen.
  public let detection: Double
  /// What a seen breach costs at once.
  public let fine: Double
  /// P − S: what keeping to the deal loses while nobody else does; none below zero.
  public let firstMoverLoss: Double

  public init(
    temptation: Double, loss: Double, detection: Double, fine: Double = 0, firstMoverLoss: Double = 0
  ) {
    self.firstMoverLoss = max(firstMoverLoss, 0)
    self.temptation = temptation
    self.loss = max(loss, 0)
    self.detection = detection
    self.fine = fine
  }

  /// x = max(T − R − qF, 0): the temptation that the expected fine leaves (Becker 1968: none once qF ≥ T − R).
  public var remainingTemptation: Double { max(temptation - detection * fine, 0) }

  /// The least patience that keeps the member to the deal, δ* = x/(x + q(R − P)).
  ///
  /// With q = 1 and no fine it is Friedman's (T − R)/(T − P). Zero when nothing tempts; one when nothing
  /// can be lost.
  public var criticalPatience: Double {
    let rest = remainingTemptation
    guard rest > 0 else { return 0 }
    return rest / (rest + detection * loss)
  }

  /// What a breach loses in expectation less what it brings, qF + q(R − P)·δ/(1 − δ) − (T − R): the deal
  /// keeps itself when this is not below zero.
  /// - Parameter future: δ/(1 − δ), the weight of all later periods.
  public func slack(future: Double) -> Double { detection * (fine + future * loss) - temptation }

  /// How sure a member must be that the others cooperate before it does too.
  ///
  /// Keeping and breaking make a game of two: if the others keep, breaking brings T − R − qF at once and loses
  /// q(R − P)·δ/(1 − δ) later; if they break, keeping loses P − S − qF. Let x = (max(T − R, P − S) − qF)⁺ be the most that
  /// keeping may cost this year. The member keeps from the belief on at which that is made up for,
  ///
  /// p* = x/(x + qF + q(R − P)·δ/(1 − δ) + (R − T)⁺).
  ///
  /// Where nothing tempts (T ≤ R) and there is no fine, it is the belief of risk dominance (Harsanyi & Selten 1988, A
  /// general theory of equilibrium selection in games). Where something does, it is our own form after the size of the
  /// basin of attraction of defection in Dal Bó & Fréchette (2011), Amer. Econ. Rev. 101, 411–429. A fine that cancels the
  /// temptation leaves the risk of moving first, P − S − qF: the belief falls along a line in the fine, reaches 0 only
  /// where the expected fine covers both, and never rises in fine, detection or loss.
  public func neededBelief(future: Double) -> Double {
    let cost = max(max(temptation, firstMoverLoss) - detection * fine, 0)
    guard cost > 0 else { return 0 }
    return cost / (cost + detection * (future * loss + fine) + max(-temptation, 0))
  }
}

/// The probability that a normal shock of standard deviation `deviation` does not use up `slack`.
///
/// Without any shock it is certain whether the slack is enough.
func holds(slack: Double, deviation: Double) -> Double {
  guard deviation > 0 else { return slack >= 0 ? 1 : 0 }
  return 0.5 * erfc(-slack / deviation / 2.0.squareRoot())
}
