/// Which of several options are beaten in every respect at once, and by which.
///
///     let order = Dominance(among: [[-5, 0.2], [-4, 0.1], [-3, 0.3]])   // less is better in each respect
///     order.front                // [0, 1]
///     order.dominators[2]        // [0, 1]
///
/// An option dominates another when it is at least as good in every respect and better in one.
public struct Dominance: Sendable, Equatable {
  /// For each option those that dominate it, in the order given.
  public let dominators: [[Int]]

  /// The options that nothing dominates, in the order given: the Pareto front.
  public var front: [Int] { dominators.indices.filter { dominators[$0].isEmpty } }

  /// - Parameter options: for each option a number in each respect, less being better; as many for all.
  /// - Complexity: quadratic in the number of options.
  public init(among options: [[Double]]) {
    precondition(options.allSatisfy { $0.count == options[0].count }, "options are compared in the same respects")
    dominators = options.map { one in
      options.indices.filter { other in
        zip(options[other], one).allSatisfy { $0 <= $1 } && zip(options[other], one).contains { $0 < $1 }
      }
    }
  }

  /// Compares appraisals by net gain, risk, transaction cost and autonomy cost. One that does not come about is
  /// dominated by none and dominates none: it is no option.
  /// - Parameter appraisals: of one dilemma.
  public init(among appraisals: [Appraisal]) {
    let formed = appraisals.indices.filter { appraisals[$0].isFormed }
    let order = Dominance(among: formed.map { appraisals[$0].respects })
    var dominators = [[Int]](repeating: [], count: appraisals.count)
    for (place, index) in formed.enumerated() { dominators[index] = order.dominators[place].map { formed[$0] } }
    self.dominators = dominators
  }
}

extension Appraisal {
  /// What a choice between mechanisms weighs up, less being better: net gain lost, risk, transaction cost, autonomy cost.
  var respects: [Double] { [-expectedNetGain, risk, transactionCost.total, autonomyCost] }
}
