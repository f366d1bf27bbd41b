import CollectiveAction
import Mathematics

/// What it costs to clean each reach of a river, and who answers for it.
///
/// Source: Ni & Wang (2007), Games Econ. Behav. 60, 176–186.
public struct PollutedRiver: Sendable, Equatable {
  /// Who answers for a polluted reach.
  public enum Responsibility: String, Sendable, CaseIterable {
    /// Whoever lives there.
    case local
    /// Whoever lives there or upstream.
    case upstream
    /// Whoever lives there or downstream, for whom it is cleaned.
    case downstream
  }

  /// The names from the source down to the mouth; unique.
  public let neighbours: [String]
  /// What it costs to clean each one's reach, from zero up.
  public let costs: [Double]

  private let exactCosts: [Rational]

  /// - Parameters:
  ///   - neighbours: at least one name from the source down, no two alike.
  ///   - costs: one each, finite, from zero up.
  /// - Throws: ``StructuredGameError`` naming the figure that is wrong.
  public init(neighbours: [String], costs: [Double]) throws(StructuredGameError) {
    try checkNames(neighbours)
    try checkFigures(costs, called: "cost", of: neighbours)
    self.neighbours = neighbours
    self.costs = costs
    exactCosts = fractions(costs)
  }

  /// The cost of every reach shared equally by those who answer for it: the Shapley value of ``table(_:)``.
  ///
  /// - Complexity: O(n) for n neighbours.
  ///
  /// Source: Ni & Wang (2007), Games Econ. Behav. 60, 176–186; downstream Dong, Ni & Wang (2012), Environ. Resour.
  /// Econ. 53, 367–387.
  public func equalSharing(_ responsibility: Responsibility) -> Allocation {
    let n = neighbours.count
    var shares = exactCosts
    switch responsibility {
    case .local: break
    case .upstream:
      var sum = Rational.zero
      for place in (0..<n).reversed() {
        sum = sum + exactCosts[place] / Rational(place + 1)
        shares[place] = sum
      }
    case .downstream:
      var sum = Rational.zero
      for place in 0..<n {
        sum = sum + exactCosts[place] / Rational(n - place)
        shares[place] = sum
      }
    }
    return Allocation(players: neighbours, shares: shares.map(\.approximation))
  }

  /// The cost of the reaches that members answer for, as a table of costs.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 neighbours.
  public func table(_ responsibility: Responsibility) throws(StructuredGameError) -> CoalitionGame {
    try structuredTable(neighbours, .cost) { coalition in
      let members = Array(coalition)
      guard let first = members.first, let last = members.last else { return 0 }
      switch responsibility {
      case .local: return members.map { exactCosts[$0] }.sum
      case .upstream: return exactCosts[first...].sum
      case .downstream: return exactCosts[...last].sum
      }
    }
  }
}
