/// What kind of trap the players are in, with the numbers it was decided by and the limits they were held against.
///
///     let verdict = try GameDiagnosis(of: game).verdict()
///     verdict.trap       // .defection
///     verdict.grounds    // each measure, its value, its threshold, and whether it counts
///
/// The rule is ours; for two equal players with two actions it gives the classical kinds. It looks at the equilibria of
/// ``GameDiagnosis/standing``; those in which all bear the same count as one, and an optimum at which nobody is tempted
/// counts as one, listed or not.
///
/// 1. One equilibrium without a gap: **harmony**.
/// 2. One equilibrium with a gap: **partial provision** when some carry (they contribute although they are tempted not
///    to, or more than the optimum asks) and others leave it to them (they contribute nothing of what it asks); else
///    **defection** when nobody loses at the optimum, **division** when those who are tempted lose by it, and both
///    when somebody who gains is tempted as well.
/// 3. Several, none with a gap: **anti-coordination** when from one to another some do more and some less, else
///    **division**.
/// 4. Several, some with a gap and some without: **assurance** as far as all prefer one to another, and as in 3 as far
///    as interests are opposed.
/// 5. Several, all with a gap: **partial provision** as in 2, or where interests are opposed and in each of them somebody
///    is better off than at the optimum; else **defection**; and **assurance** as far as all prefer one to another,
///    **division** as far as interests are opposed and nobody carries.
/// 6. **Division** as well when no division of the joint cost keeps every coalition, as far as that was told; how far
///    fair rules disagree is then told too, and decides nothing.
///
/// More than one of these is ``Trap/mixed``, and ``parts`` names them.
public struct Verdict: Sendable, Equatable {
  /// The kind of trap.
  public let trap: Trap
  /// The kinds that hold at once; one of them unless ``trap`` is mixed.
  public let parts: [Trap]
  /// Every number the rule looked at, in the order of the rule.
  public let grounds: [Ground]
  /// Whether the equilibria were shown to be all there are; if not, another one may change the verdict.
  public let isComplete: Bool
  /// Who gains from the best equilibrium, does something else in it than today, and gains nothing by moving first:
  /// those who need a push. Empty where the best equilibrium is today's.
  public let waiting: [Int]

  /// A number, what it was held against, and whether it counts.
  public struct Ground: Sendable, Equatable {
    public let measure: DiagnosticMeasure.Kind
    public let value: Double
    public let threshold: Double
    /// Whether the value is above the threshold.
    public var holds: Bool { value > threshold }
  }

  /// From where on a number counts. Money is taken as a share of ``GameDiagnosis/size``.
  public struct Thresholds: Sendable, Equatable {
    /// What the equilibrium costs more than the optimum.
    public var gap: Double
    /// What one saves by leaving the optimum.
    public var temptation: Double
    /// What one bears more in one outcome than in another.
    public var loss: Double
    /// How much a coalition's cost falls short of what keeps it.
    public var coreDeficit: Double

    /// Without figures of one's own, 10⁻⁹: whatever is more than rounding counts.
    public init(gap: Double = 1e-9, temptation: Double = 1e-9, loss: Double = 1e-9, coreDeficit: Double = 1e-9) {
      self.gap = gap
      self.temptation = temptation
      self.loss = loss
      self.coreDeficit = coreDeficit
    }
  }
}

extension GameDiagnosis {
  /// What kind of trap this is, after the rule of ``Verdict``.
  /// - Parameters:
  ///   - thresholds: from where on a number counts.
  ///   - division: how hard it is to agree on who pays what; part of the verdict if told.
  public func verdict(_ thresholds: Verdict.Thresholds = .init(), division: DivisionRisk? = nil) -> Verdict {
    let size = size
    func ground(_ kind: DiagnosticMeasure.Kind, _ value: Double, _ threshold: Double) -> Verdict.Ground {
      Verdict.Ground(measure: kind, value: value, threshold: threshold)
    }

    let temptation = ground(
      .largestTemptation, (freeRidingIncentive.max() ?? 0) / size, thresholds.temptation)
    var outcomes = standing.map { equilibria.outcomes[$0] }
    var contributions = standing.map { contributionsAlone[$0] }
    if !temptation.holds {
      outcomes.append(optimum)
      contributions.append(contributionsTogether)
    }
    let order = ParetoOrder(of: outcomes.map(\.costs), within: thresholds.loss * size)
    // The first of those in which all bear the same stands for them.
    let kept = outcomes.indices.filter { i in !(0..<i).contains { order.relations[i][$0] == .alike } }
    let kinds = kept.flatMap { i in kept.filter { $0 > i }.map { (i, $0) } }
    let gaps = kept.map { (outcomes[$0].totalCost - optimum.totalCost) / size }

    let several = ground(.equilibriumCount, Double(kept.count), 1)
    let worstGap = ground(.gapOfWorstEquilibrium, gaps.max() ?? 0, thresholds.gap)
    let bestGap = ground(.gapOfBestEquilibrium, gaps.min() ?? 0, thresholds.gap)
    let losses = players.indices.map { (optimum.costs[$0] - nash.costs[$0]) / size }
    let loss = ground(.largestLossAtOptimum, losses.max() ?? 0, thresholds.loss)
    let temptedWinner = ground(
      .largestTemptationOfWinners,
      players.indices.filter { losses[$0] <= thresholds.loss }.map { freeRidingIncentive[$0] / size }.max() ?? 0,
      thresholds.temptation)
    let tempted = players.indices.filter { freeRidingIncentive[$0] / size > thresholds.temptation }
    let carried = kept.map { index in carrying(in: contributions[index], tempted: tempted) }
    let carriers = ground(.carriers, Double(carried.map(\.carriers).min() ?? 0), 0)
    let leavers = ground(.leavers, Double(carried.map(\.leavers).min() ?? 0), 0)
    let ranked = ground(
      .rankedEquilibria, Double(kinds.filter { order.relations[$0][$1] != .opposed }.count), 0)
    let opposed = ground(
      .opposedEquilibria, Double(kinds.filter { order.relations[$0][$1] == .opposed }.count), 0)
    let winners = ground(
      .winnersOfGap,
      Double(
        kept.map { index in
          players.indices.filter { optimum.costs[$0] - outcomes[index].costs[$0] > thresholds.loss * size }.count
        }.min() ?? 0), 0)
    let crossing = ground(
      .crossingActions, Double(kinds.filter { cross(outcomes[$0].actions, outcomes[$1].actions) }.count), 0)

    var grounds = [several, worstGap, bestGap, temptation]
    var parts: [Trap] = []
    let provides = carriers.holds && leavers.holds
    let disputed: Trap = crossing.holds ? .antiCoordination : .division
    switch (several.holds, worstGap.holds, bestGap.holds) {
    case (false, false, _): break
    case (false, true, _):
      grounds += [carriers, leavers, loss, temptedWinner]
      if provides {
        parts = [.partialProvision]
      } else if !loss.holds {
        parts = [.defection]
      } else {
        parts = temptedWinner.holds ? [.defection, .division] : [.division]
      }
    case (true, false, _):
      grounds += [ranked, opposed, crossing]
      parts = [disputed]
    case (true, true, false):
      grounds += [ranked, opposed, crossing]
      if ranked.holds { parts.append(.assurance) }
      if opposed.holds { parts.append(disputed) }
    case (true, true, true):
      grounds += [carriers, leavers, winners, ranked, opposed]
      let leansOnOthers = provides || winners.holds && opposed.holds
      parts = [leansOnOthers ? .partialProvision : .defection]
      if ranked.holds { parts.append(.assurance) }
      if opposed.holds && !leansOnOthers { parts.append(.division) }
    }
    if let division {
      let deficit = ground(.coreDeficit, division.leastCore / size, thresholds.coreDeficit)
      grounds += [deficit, ground(.ruleDisagreement, division.disagreement / size, thresholds.loss)]
      if deficit.holds && !parts.contains(.division) { parts.append(.division) }
    }
    if parts.isEmpty { parts = [.harmony] }
    return Verdict(
      trap: parts.count == 1 ? parts[0] : .mixed, parts: parts, grounds: grounds, isComplete: equilibria.isComplete,
      waiting: waiting(for: kept.map { outcomes[$0] }, losing: thresholds.loss * size))
  }

  /// How many contribute while they are tempted not to, or contribute more than is asked of them at the optimum; and
  /// how many of those who are asked contribute nothing.
  private func carrying(in contributions: [Double], tempted: [Int]) -> (carriers: Int, leavers: Int) {
    // What is spent is worked out by the same steps at both ends; 10⁻⁹ of the largest is rounding.
    let nothing = 1e-9 * (contributions + contributionsTogether).reduce(0) { max($0, abs($1)) }
    return (
      players.indices.filter {
        contributions[$0] > nothing
          && (tempted.contains($0) || contributions[$0] > contributionsTogether[$0] + nothing)
      }.count,
      players.indices.filter { contributions[$0] <= nothing && contributionsTogether[$0] > nothing }.count
    )
  }

  private func waiting(for outcomes: [Outcome], losing rounding: Double) -> [Int] {
    guard let good = outcomes.min(by: { $0.totalCost < $1.totalCost }), good.actions != nash.actions else { return [] }
    return players.indices.filter {
      good.actions[$0] != nash.actions[$0] && nash.costs[$0] - good.costs[$0] > rounding
    }
  }

  /// Whether some do more and some less in the one than in the other.
  private func cross(_ first: [Double], _ second: [Double]) -> Bool {
    zip(first, second).contains { $0 < $1 } && zip(first, second).contains { $0 > $1 }
  }
}
