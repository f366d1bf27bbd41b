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
  /// Where it is tempted, p* = x/(x + qδ(R − P)/(1 − δ) + qF): own form, after the size of the basin of attraction of
  /// defection in Dal Bó & Fréchette (2011), Amer. Econ. Rev. 101, 411–429; zero when the fine leaves nothing that
  /// tempts. Where it is not, and only loses by being the one that keeps the deal, it waits for the others:
  /// p* = (P − S − qF)⁺/((P − S) + (R − T) + qδ(R − P)/(1 − δ)), which without fine and future is the belief of risk
  /// dominance (Harsanyi & Selten 1988, A general theory of equilibrium selection in games).
  public func neededBelief(future: Double) -> Double {
    guard temptation > 0 else {
      let risk = max(firstMoverLoss - detection * fine, 0)
      guard risk > 0 else { return 0 }
      return risk / (firstMoverLoss - temptation + detection * future * loss)
    }
    let rest = remainingTemptation
    guard rest > 0 else { return 0 }
    return rest / (rest + detection * (future * loss + fine))
  }
}

/// The probability that a normal shock of standard deviation `deviation` does not use up `slack`.
///
/// Without any shock it is certain whether the slack is enough.
func holds(slack: Double, deviation: Double) -> Double {
  guard deviation > 0 else { return slack >= 0 ? 1 : 0 }
  return 0.5 * erfc(-slack / deviation / 2.0.squareRoot())
}
