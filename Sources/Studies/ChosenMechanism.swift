import CollectiveAction
import Mechanisms

/// Every form of cooperation appraised in one dilemma, and the one that fits.
struct ChosenMechanism: Sendable {
  let circumstances: Circumstances
  /// Parameters worked out from the game because the case does not tell them.
  let derived: Set<CircumstanceParameter>
  /// One appraisal a form, in the catalogue's order.
  let appraisals: [Appraisal]
  let ranking: Ranking

  init(_ behaviour: Behaviour, in table: DilemmaTable, draw: Draw) throws {
    var circumstances = try behaviour.circumstances(in: draw)
    var derived: Set<CircumstanceParameter> = []
    if circumstances.assumed.contains(.heterogeneity) {
      circumstances = try circumstances.with(.heterogeneity, inequality(of: table.nash.costs))
      derived.insert(.heterogeneity)
    }
    self.circumstances = circumstances
    self.derived = derived
    appraisals = try behaviour.mechanisms(in: draw).map { try appraise($0, in: table, under: circumstances) }
    ranking = try rank(appraisals)
  }

  /// The best form, unless none beats acting alone.
  var best: Appraisal? { ranking.best }
}

/// How unequal amounts are, 0 when all are alike and towards 1 when one has everything (Gini's coefficient).
///
/// Amounts below zero count as zero; all zero are alike.
func inequality(of amounts: [Double]) -> Double {
  let sorted = amounts.map { max($0, 0) }.sorted()
  let sum = sorted.reduce(0, +)
  guard sum > 0 else { return 0 }
  let weighted = sorted.enumerated().reduce(0) { $0 + Double(2 * $1.offset + 1 - sorted.count) * $1.element }
  return weighted / (Double(sorted.count) * sum)
}
