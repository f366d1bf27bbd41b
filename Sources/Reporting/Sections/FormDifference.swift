import Mechanisms
import Studies

/// In which respects one form stays behind another, and by how much of the difference in net gain.
struct FormDifference {
  /// Above zero where the other falls behind; in the order of ``AspectName``.
  let parts: [(aspect: AspectName, amount: Double)]

  /// - Parameters:
  ///   - best: the form compared with.
  ///   - other: a form that comes about as well.
  init(of best: MechanismFinding, over other: MechanismFinding) {
    parts = netDifference(of: best.netParts, over: other.netParts).compactMap { aspect, amount in
      AspectName(rawValue: aspect.rawValue).map { ($0, amount) }
    }
  }
}

extension MechanismFinding {
  /// What the expected net gain of a form that comes about is made of.
  fileprivate var netParts: NetParts {
    NetParts { aspect in
      switch aspect {
      case .gainIfKept: grossGain
      case .coordination: coordination
      case .division: division
      case .defection: defectionSafety
      case .searchCost: transactionCost.search
      case .bargainingCost: transactionCost.bargaining
      case .monitoringCost: transactionCost.monitoring
      case .enforcementCost: transactionCost.enforcement
      case .agencyCost: transactionCost.agency
      case .autonomyCost: autonomyCost
      }
    }
  }
}
