/// The lever of an upper level, as what it makes the players below do.
struct Lever<Base: Dilemma>: Sendable {
  private let respond: @Sendable (Base, Double, Coalition) throws(DilemmaError) -> LeverResponse
  private let bound: @Sendable (Base, Double, Coalition, [Double]) -> Double?
  /// The problem of the players below at a setting, as each of them sees its own cost.
  private let problem: @Sendable (Base, Double) -> Base

  static func subsidy(costOfFunds: Double) -> Lever where Base: SubsidisedDilemma {
    Lever(
      respond: { (base, rate, members) throws(DilemmaError) in
        let helped = try base.subsidised(at: base.players.map { _ in rate })
        let outcome = try helped.outcome(agreeing: members)
        let outlay = zip(base.contributions(in: outcome), helped.contributions(in: outcome)).reduce(0) {
          $0 + $1.0 - $1.1
        }
        return LeverResponse(setting: rate, outcome: outcome, outlay: outlay, leaderCost: costOfFunds * outlay)
      },
      bound: { base, highest, members, weights in
        base.subsidySlope(
          agreeing: members, upTo: highest, weighing: LeverWeights(players: weights, outlay: costOfFunds))
      },
      // A rate within the lever's bounds was found valid when the response was worked out.
      problem: { base, rate in (try? base.subsidised(at: base.players.map { _ in rate })) ?? base })
  }

  static func evaluation(cost: Double) -> Lever where Base: EvaluatedDilemma {
    Lever(
      respond: { (base, weight, members) throws(DilemmaError) in
        let outcome = try base.outcome(agreeing: members, evaluatedAt: weight)
        return LeverResponse(
          setting: weight, outcome: outcome, outlay: 0, leaderCost: cost * weight * weight / 2)
      },
      bound: { base, highest, members, weights in
        base.evaluationSlope(
          agreeing: members, upTo: highest, weighing: LeverWeights(players: weights, outlay: 0)
        ).map { $0 + cost * highest }
      },
      problem: { base, _ in base })
  }

  func response(
    to setting: Double, agreeing members: Coalition, in base: Base
  ) throws(DilemmaError) -> LeverResponse {
    try respond(base, setting, members)
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
