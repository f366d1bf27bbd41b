import CollectiveAction

/// What an expected net gain is made of: a gain × three chances − costs by kind.
public struct NetParts: Sendable, Equatable {
  /// In the order of ``Aspect``.
  fileprivate let amounts: [Double]

  /// - Parameter amount: the gain if the agreement is kept, each chance from 0 to 1, and each cost, a year.
  public init(_ amount: (Aspect) -> Double) { amounts = Aspect.allCases.map(amount) }

  /// The parts of what `appraisal` expects; an agreement that does not form gains and costs nothing.
  public init(of appraisal: Appraisal) {
    let cost = appraisal.transactionCost
    self.init { aspect in
      switch aspect {
      case .coordination: appraisal.success.coordination
      case .division: appraisal.success.division
      case .defection: appraisal.success.defection
      case _ where !appraisal.isFormed: 0
      case .gainIfKept: appraisal.gainIfKept
      case .searchCost: cost.search
      case .bargainingCost: cost.bargaining
      case .monitoringCost: cost.monitoring
      case .enforcementCost: cost.enforcement
      case .agencyCost: cost.agency
      case .autonomyCost: appraisal.autonomyCost
      }
    }
  }
}

/// What each respect contributes to the difference between two expected net gains, in the order of ``Aspect``; the amounts
/// add up to the difference.
///
/// Costs differ by themselves. Gain and the three chances are multiplied, so each is credited with what its
/// change brings on average over all orders in which the four could be changed (the Shapley decomposition,
/// Shorrocks 2013, J. Econ. Inequality 11, 99–126).
/// - Parameters:
///   - one: the parts of the one.
///   - other: the parts of the one that it is compared with.
/// - Returns: above zero where the first is ahead.
public func netDifference(of one: NetParts, over other: NetParts) -> [(aspect: Aspect, amount: Double)] {
  let (new, old) = (one.amounts, other.amounts)
  // s!(3 − s)!/4! for the s factors changed before.
  let weights = [1.0 / 4, 1.0 / 12, 1.0 / 12, 1.0 / 4]
  return Aspect.allCases.enumerated().map { place, aspect in
    guard place < weights.count else { return (aspect, old[place] - new[place]) }
    var amount = 0.0
    for changed in Coalition.grand(of: weights.count).removing(place).subsets {
      let rest = weights.indices.filter { $0 != place }.reduce(1.0) {
        $0 * (changed.contains($1) ? new[$1] : old[$1])
      }
      amount += weights[changed.count] * rest * (new[place] - old[place])
    }
    return (aspect, amount)
  }
}

/// What each respect contributes to the difference in expected net gain between two appraisals: that between their
/// ``NetParts``.
/// - Parameters:
///   - one: an appraisal.
///   - other: the one that it is compared with.
/// - Returns: above zero where the first is ahead, in the order of ``Aspect``.
public func netDifference(of one: Appraisal, over other: Appraisal) -> [(aspect: Aspect, amount: Double)] {
  netDifference(of: NetParts(of: one), over: NetParts(of: other))
}

extension Coalition {
  /// Every coalition of these players, the empty one and this one among them, in the order of the masks.
  fileprivate var subsets: [Coalition] {
    (0...mask).filter { $0 & ~mask == 0 }.map(Coalition.init(mask:))
  }
}
