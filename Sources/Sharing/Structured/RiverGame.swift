import CollectiveAction
import Mathematics

/// Neighbours along a river who may let water pass to those who need it more.
///
/// Each has an inflow of its own and a concave benefit from the water it uses; water flows down only. Consecutive
/// neighbours divide their water where it is worth most. A coalition with gaps is worth what its consecutive parts
/// are, for whoever lies between would take what passes.
///
/// Source: Ambec & Sprumont (2002), J. Econ. Theory 107, 453–462.
public struct RiverGame: Sendable, Equatable {
  /// Some water and what each unit of it is worth to its user.
  public struct BenefitStep: Sendable, Equatable {
    public let amount: Double
    public let worthPerUnit: Double

    public init(amount: Double, worthPerUnit: Double) {
      self.amount = amount
      self.worthPerUnit = worthPerUnit
    }
  }

  /// The names from the source down to the mouth; unique.
  public let neighbours: [String]
  /// The water that enters the river at each, from zero up.
  public let inflows: [Double]
  /// Each one's benefit, the most valuable units first; water beyond the last step is worth nothing to it.
  public let benefits: [[BenefitStep]]

  private let exactInflows: [Rational]
  private let exactBenefits: [[ExactStep]]

  private struct ExactStep: Sendable, Equatable {
    let amount: Rational
    let worth: Rational
  }

  /// - Parameters:
  ///   - neighbours: at least one name from the source down, no two alike.
  ///   - inflows: one each, finite, from zero up.
  ///   - benefits: one list of steps each, finite, from zero up, none steeper than the one before.
  /// - Throws: ``StructuredGameError`` naming the figure that is wrong.
  public init(neighbours: [String], inflows: [Double], benefits: [[BenefitStep]]) throws(StructuredGameError) {
    try checkNames(neighbours)
    try checkFigures(inflows, called: "inflow", of: neighbours)
    guard benefits.count == neighbours.count else {
      throw .figureCount(of: "benefits", given: benefits.count, needed: neighbours.count)
    }
    for (name, steps) in zip(neighbours, benefits) {
      let names = steps.map { _ in name }
      try checkFigures(steps.map(\.amount), called: "amount of water", of: names)
      try checkFigures(steps.map(\.worthPerUnit), called: "worth of water", of: names)
      guard zip(steps, steps.dropFirst()).allSatisfy({ $0.worthPerUnit >= $1.worthPerUnit }) else {
        throw .benefitNotConcave(name)
      }
    }
    self.neighbours = neighbours
    self.inflows = inflows
    self.benefits = benefits
    exactInflows = fractions(inflows)
    exactBenefits = benefits.map { steps in
      steps.map { ExactStep(amount: Rational(decimal: $0.amount), worth: Rational(decimal: $0.worthPerUnit)) }
    }
  }

  /// What everybody adds to those upstream of it, from the source down.
  ///
  /// The one division that gives every coalition at least what it makes of its own water, and none more than it
  /// would make of all the water that enters upstream of it.
  ///
  /// - Complexity: O(n² s) for n neighbours with s steps in all.
  ///
  /// Source: Ambec & Sprumont (2002), J. Econ. Theory 107, 453–462.
  public var downstreamIncremental: Allocation {
    let worths = (0...neighbours.count).map { worth(of: 0..<$0) }
    return allocation(zip(worths.dropFirst(), worths).map { $0 - $1 })
  }

  /// What everybody adds to those downstream of it, from the mouth up.
  ///
  /// Source: van den Brink, van der Laan & Vasil'ev (2007), Econ. Theory 33, 349–364.
  public var upstreamIncremental: Allocation {
    let worths = (0...neighbours.count).map { worth(of: $0..<neighbours.count) }
    return allocation(zip(worths, worths.dropFirst()).map { $0 - $1 })
  }

  /// What the coalitions get, as a table of surpluses.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 neighbours.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    let n = neighbours.count
    let stretches = (0..<n).map { first in (first...n).map { worth(of: first..<$0) } }
    return try structuredTable(neighbours, .surplus) { coalition in
      var (total, first) = (Rational.zero, 0)
      while first < n {
        guard coalition.contains(first) else {
          first += 1
          continue
        }
        var end = first
        while end < n, coalition.contains(end) { end += 1 }
        total = total + stretches[first][end - first]
        first = end
      }
      return total
    }
  }

  /// The most consecutive neighbours make of their water: the most valuable units are served first, each as far as
  /// the water that has entered above every place below it allows.
  private func worth(of stretch: Range<Int>) -> Rational {
    guard !stretch.isEmpty else { return 0 }
    // Left of what has entered down to each place.
    var left: [Rational] = []
    for place in stretch { left.append((left.last ?? 0) + exactInflows[place]) }
    var steps: [(place: Int, amount: Rational, worth: Rational)] = []
    for place in stretch {
      for step in exactBenefits[place] { steps.append((place, step.amount, step.worth)) }
    }
    steps.sort { left, right in left.worth == right.worth ? left.place < right.place : left.worth > right.worth }
    var total = Rational.zero
    for step in steps {
      let place = step.place
      let below = (place - stretch.lowerBound)..<left.count
      let served = left[below].reduce(step.amount) { min($0, $1) }
      guard served.isPositive else { continue }
      for index in below { left[index] = left[index] - served }
      total = total + served * step.worth
    }
    return total
  }

  private func allocation(_ shares: [Rational]) -> Allocation {
    Allocation(players: neighbours, shares: shares.map(\.approximation))
  }
}
