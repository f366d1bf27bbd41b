/// The lever of an upper level, as what it makes the players below do.
struct Lever<Base: Dilemma>: Sendable {
  /// Who acts as one.
  struct Parties: Sendable {
    let members: Coalition
    /// Whether all others act as one as well.
    let othersTogether: Bool
  }

  typealias Respond = @Sendable (Base, Double, Parties, LeverOutlook) throws(DilemmaError) -> [LeverResponse]

  private let respond: Respond
  private let bound: @Sendable (Base, Double, Coalition, [Double]) -> Double?
  /// The problem of the players below at a setting, as each of them sees its own cost.
  private let problem: @Sendable (Base, Double) -> Base
  /// Whether what players come to only ever rises with the setting, in steps.
  let risesInSteps: Bool
  /// What a unit paid for a player costs; 1 where nothing is paid.
  let costOfFunds: Double

  static func subsidy(costOfFunds: Double) -> Lever where Base: SubsidisedDilemma {
    subsidy(
      costOfFunds: costOfFunds,
      helped: { (base, rate) throws(DilemmaError) in
        try base.subsidised(at: base.players.map { _ in rate })
      }, paid: { base, rate, outcome in base.payments(at: base.players.map { _ in rate }, in: outcome) })
  }

  /// With what the players are left with, and what they are paid, told from outside.
  static func subsidy(
    costOfFunds: Double, helped: @escaping @Sendable (Base, Double) throws(DilemmaError) -> Base,
    paid: @escaping @Sendable (Base, Double, Outcome) -> [Double]
  ) -> Lever where Base: SubsidisedDilemma {
    Lever(
      respond: { (base, rate, parties, outlook) throws(DilemmaError) in
        let below = try helped(base, rate)
        let outcomes: [Outcome] =
          parties.othersTogether
          ? [try below.outcomeOfTwo(parties.members)]
          : outlook == .today
            ? [try below.outcome(agreeing: parties.members)] : try below.answers(agreeing: parties.members)
        return outcomes.map { outcome in
          let outlay = paid(base, rate, outcome).reduce(0, +)
          return LeverResponse(setting: rate, outcome: outcome, outlay: outlay, leaderCost: costOfFunds * outlay)
        }
      },
      bound: { base, highest, members, weights in
        base.subsidySlope(
          agreeing: members, upTo: highest, weighing: LeverWeights(players: weights, outlay: costOfFunds))
      },
      // A rate within the lever's bounds was found valid when the response was worked out.
      problem: { base, rate in (try? helped(base, rate)) ?? base },
      risesInSteps: Base.risesInSteps, costOfFunds: costOfFunds)
  }

  static func evaluation(cost: Double) -> Lever where Base: EvaluatedDilemma {
    evaluation(cost: cost, risesInSteps: Base.risesInSteps) { (base, weight, parties, outlook) throws(DilemmaError) in
      if parties.othersTogether { return [try base.outcomeOfTwo(parties.members, evaluatedAt: weight)] }
      return outlook == .today
        ? [try base.outcome(agreeing: parties.members, evaluatedAt: weight)]
        : try base.answers(agreeing: parties.members, evaluatedAt: weight)
    } bound: { base, highest, members, weights in
      base.evaluationSlope(agreeing: members, upTo: highest, weighing: LeverWeights(players: weights, outlay: 0))
    }
  }

  /// With what players do at a weight told from outside.
  static func evaluation(
    cost: Double, risesInSteps: Bool = false,
    outcomes: @escaping @Sendable (Base, Double, Parties, LeverOutlook) throws(DilemmaError) -> [Outcome],
    bound: @escaping @Sendable (Base, Double, Coalition, [Double]) -> Double? = { _, _, _, _ in nil }
  ) -> Lever {
    Lever(
      respond: { (base, weight, parties, outlook) throws(DilemmaError) in
        try outcomes(base, weight, parties, outlook).map {
          LeverResponse(setting: weight, outcome: $0, outlay: 0, leaderCost: cost * weight * weight / 2)
        }
      },
      bound: { base, highest, members, weights in bound(base, highest, members, weights).map { $0 + cost * highest } },
      problem: { base, _ in base }, risesInSteps: risesInSteps, costOfFunds: 1)
  }

  /// What the players may do, what they come to from today first.
  func responses(
    to setting: Double, of parties: Parties, in base: Base, outlook: LeverOutlook
  ) throws(DilemmaError) -> [LeverResponse] {
    try respond(base, setting, parties, outlook)
  }

  func slope(in base: Base, agreeing members: Coalition, upTo highest: Double, weights: [Double]) -> Double? {
    bound(base, highest, members, weights)
  }

  func costOfDefecting(_ player: Int, from outcome: Outcome, at setting: Double, in base: Base) -> Double {
    problem(base, setting).costOfDefecting(player, from: outcome)
  }

  func contributions(in outcome: Outcome, at setting: Double, of base: Base) -> [Double] {
    problem(base, setting).contributions(in: outcome)
  }
}

/// What a setting of a lever leads to.
struct LeverResponse: Sendable {
  let setting: Double
  /// What the players below do, and bear after what is paid for them.
  let outcome: Outcome
  /// What is paid for them.
  let outlay: Double
  let leaderCost: Double
}
