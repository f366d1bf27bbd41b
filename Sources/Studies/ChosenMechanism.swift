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
    let (circumstances, derived) = try Self.circumstances(behaviour, in: table, draw: draw)
    try self.init(behaviour.mechanisms(in: draw), under: circumstances, in: table, derived: derived)
  }

  /// The choice between `mechanisms` under circumstances that are given.
  init(
    _ mechanisms: [Mechanism], under circumstances: Circumstances, in table: DilemmaTable,
    derived: Set<CircumstanceParameter>
  ) throws(AppraisalError) {
    self.circumstances = circumstances
    self.derived = derived
    var appraisals: [Appraisal] = []
    for mechanism in mechanisms { appraisals.append(try appraise(mechanism, in: table, under: circumstances)) }
    self.appraisals = appraisals
    ranking = try rank(appraisals)
  }

  /// One appraisal a form, in the catalogue's order, without asking which is best and why.
  static func appraisals(_ behaviour: Behaviour, in table: DilemmaTable, draw: Draw) throws -> [Appraisal] {
    let (circumstances, _) = try circumstances(behaviour, in: table, draw: draw)
    return try behaviour.mechanisms(in: draw).map { try appraise($0, in: table, under: circumstances) }
  }

  /// What surrounds the dilemma where `draw` puts it, and what of it was worked out from the game.
  private static func circumstances(
    _ behaviour: Behaviour, in table: DilemmaTable, draw: Draw
  ) throws -> (Circumstances, derived: Set<CircumstanceParameter>) {
    let told = try behaviour.circumstances(in: draw)
    guard told.assumed.contains(.heterogeneity) else { return (told, []) }
    return (try told.with(.heterogeneity, inequality(of: table.nash.costs)), [.heterogeneity])
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
