/// How patient each player must be to keep to the optimum when a breach ends cooperation for good.
///
/// Who breaks away saves t once and loses, in every later year, what the return to acting alone costs it. With
/// detection q a year and fine F, it keeps to the optimum from the discount factor
/// δ* = t / (t + q·(Cᵢ(N) − Cᵢ(O))) on, where t = max(0, Cᵢ(O) − Cᵢ(D(i)) − q·F).
///
///     let patience = CriticalDiscount(of: diagnosis)
///     patience.least      // one a player; none where no patience is enough
///     patience.pooled     // the same when the players may pay each other
///
/// Source: the grim trigger of Friedman (1971), Rev. Econ. Stud. 38, 1–12, where q is 1 and F is 0; detection and fine
/// are our extension.
public struct CriticalDiscount: Sendable, Equatable {
  /// t: what is left of each player's temptation, in money.
  public let temptation: [Double]
  /// What each player loses a year by the end of cooperation; negative for one that gains by it.
  public let yearlyLoss: [Double]
  /// q: the probability a year that a breach is seen.
  public let detection: Double
  /// F: what a seen breach costs at once, in money.
  public let fine: Double

  /// - Parameters:
  ///   - diagnosis: the game whose optimum is to be kept.
  ///   - detection: above 0, at most 1.
  ///   - fine: 0 or more.
  /// - Throws: ``DilemmaError/invalid(_:)`` when a figure is out of its range.
  public init(of diagnosis: GameDiagnosis, detection: Double = 1, fine: Double = 0) throws(DilemmaError) {
    guard detection > 0, detection <= 1 else {
      throw .invalid("the detection of a breach is \(detection); give a number above 0 and at most 1")
    }
    guard fine.isFinite, fine >= 0 else {
      throw .invalid("the fine for a breach is \(fine); give a finite number, 0 or more")
    }
    self.detection = detection
    self.fine = fine
    // 10⁻¹² of the money at work is rounding, and tempts nobody.
    let rounding = 1e-12 * diagnosis.size
    temptation = diagnosis.freeRidingIncentive.map { $0 - detection * fine > rounding ? $0 - detection * fine : 0 }
    yearlyLoss = zip(diagnosis.nash.costs, diagnosis.optimum.costs).map { $0 - $1 }
  }

  /// δ* of each player: 0 when nothing tempts it, none when it is tempted and loses nothing by the end.
  public var least: [Double?] {
    zip(temptation, yearlyLoss).map { tempting, loss in
      guard tempting > 0 else { return 0 }
      return loss > 0 ? tempting / (tempting + detection * loss) : nil
    }
  }

  /// δ* when the players may pay each other while cooperation lasts: from here on some payments, zero in sum, keep
  /// every one of them; none when they lose nothing together.
  ///
  /// Adding up (1 − δ)tᵢ ≤ δq(loss of i + payment to i) over the players removes the payments; where the sum holds, so
  /// do the parts with the payments that leave each the same slack. That payments pool what keeps a deal is Levin (2003), Amer.
  /// Econ. Rev. 93, 835–857; the form is ours.
  public var pooled: Double? {
    let (tempting, loss) = (temptation.reduce(0, +), yearlyLoss.reduce(0, +))
    guard tempting > 0 else { return 0 }
    return loss > 0 ? tempting / (tempting + detection * loss) : nil
  }
}
