import Foundation
import Mathematics

/// What a rule chooses when quantities may take every value, not only their steps.
public struct ContinuousSolution: Sendable, Equatable {
  public let rule: BargainingRule
  /// One for each issue: the option's number; for a quantity how many steps from its lower end, any part of one
  /// included.
  public let positions: [Double]
  /// What that is worth to each party.
  public let worths: [Double]
  /// What that is over having no deal.
  public let gains: [Double]
}

extension NegotiationScenario {
  /// The most combinations of named choices and whole numbers for each of which the quantities are worked out.
  static let mostCombinations = 4096

  /// What a rule chooses with every quantity free between its ends; nil when nothing gives every party its reservation.
  ///
  /// Between the steps of a quantity worth is a straight line. Where for every party it rises ever less, or falls ever
  /// more, the best values are those of a linear or concave programme, one for each combination of the other issues'
  /// options. Of several combinations that serve as well the first is given.
  ///
  /// - Parameter rule: weights, if any, one for each party.
  /// - Returns: a position on each issue, or nil.
  /// - Throws: ``NegotiationError/hollowWorths(party:issue:)`` or ``NegotiationError/coupledQuantity(party:issue:)``
  ///   where the quantities are of no such kind; ``NegotiationError/tooManyOutcomes(_:)`` for more than 4096
  ///   combinations of the other issues; ``NegotiationError/unsolved``; or what the weights are refused for.
  public func continuousSolution(_ rule: BargainingRule) throws(NegotiationError) -> ContinuousSolution? {
    let weights = try rule.weights(for: parties.map(\.party))
    let table = try QuantityTable(of: self)
    var open: [(options: [Int], problem: ConvexBargaining, ideal: (gains: [Double], corners: [[Double]]))] = []
    for options in table.combinations {
      let problem = try table.problem(for: options)
      if let ideal = try problem.idealGains() { open.append((options, problem, ideal)) }
    }
    guard !open.isEmpty else { return nil }
    let ideal = parties.indices.map { party in open.map { $0.ideal.gains[party] }.max()! }
    let able = parties.indices.filter { ideal[$0] > 0 }
    var best: (solution: ContinuousSolution, score: [Double])?
    for (options, problem, own) in open {
      // Parties that gain nothing under this combination, but under others, leave its product at zero.
      let reference = rule.isNash ? own.gains : ideal
      guard
        let found = try problem.solution(rule, weights: weights, ideal: reference, corners: own.corners)
      else { continue }
      let score = rule.score(gains: found.gains, worths: found.worths, ideal: ideal, weights: weights, able: able)
      // 10⁻⁹: what the programmes leave open; the first combination is kept.
      if let last = best?.score {
        let place = zip(score, last).enumerated().first { abs($1.0 - $1.1) > 1e-9 * max(abs($1.0), abs($1.1)) }
        guard let place, place.element.0 > place.element.1 else { continue }
      }
      let positions = table.positions(options: options, amounts: found.amounts)
      let worths = table.worths(at: positions)
      let gains = zip(worths, parties).map { max(0, $0 - $1.reservation) }
      best = (ContinuousSolution(rule: rule, positions: positions, worths: worths, gains: gains), score)
    }
    return best?.solution
  }
}

extension BargainingRule {
  fileprivate var isNash: Bool {
    if case .nash = self { return true }
    return false
  }

  /// What the rule looks at, the first number that differs deciding; larger is better.
  fileprivate func score(
    gains: [Double], worths: [Double], ideal: [Double], weights: [Double], able: [Int]
  ) -> [Double] {
    switch self {
    case .nash:
      let total = able.reduce(0) { $0 + weights[$1] }
      // How many gain, then the product of their shares.
      let served = able.filter { gains[$0] > 1e-9 * ideal[$0] }
      return [
        Double(served.count),
        served.reduce(1) { $0 * pow(gains[$1] / ideal[$1], weights[$1] / total) },
      ]
    case .kalaiSmorodinsky: return able.map { gains[$0] / (ideal[$0] * weights[$0]) }.sorted()
    case .egalitarian: return able.map { gains[$0] / weights[$0] }.sorted()
    case .equalLoss: return gains.indices.map { (gains[$0] - ideal[$0]) / weights[$0] }.sorted()
    case .utilitarian: return [zip(worths, weights).reduce(0) { $0 + $1.0 * $1.1 }]
    }
  }
}
