import CollectiveAction
import Mathematics
import Mechanisms

/// What the study would advise, were its inputs as one draw puts them.
struct Advice: Sendable {
  /// The region's expected net gain by each form, in the order of the forms; nothing gained where one does not come about.
  let netGains: [Double]
  /// What each player gains by each form.
  let gains: [[Double]]
  /// The place of the best form among them; nothing when none beats acting alone.
  let best: Int?

  init(_ appraisals: [Appraisal]) {
    netGains = appraisals.map(\.expectedNetGain)
    gains = appraisals.map(\.netGains)
    var (best, most): (Int?, Double) = (nil, 0)
    // As a ranking does: of equal ones the first.
    for (place, net) in netGains.enumerated() where net > most { (best, most) = (place, net) }
    self.best = best
  }

  /// Every form's net gain, then each form's gains by player, in a row.
  var row: [Double] { netGains + gains.flatMap(\.self) }
}

/// Sees the study's answer again under other inputs.
///
/// All draws are appraised on the coalitions that ``DilemmaTable/restated(for:keeping:)`` keeps, those that the
/// forms bring together at the best estimates among them; a draw that moves the game has its equilibria solved anew.
struct Lookout: Sendable {
  let formulated: FormulatedProblem
  /// The best estimates' table, on the coalitions that are kept.
  let table: DilemmaTable
  /// The forms' ids, in the order of an advice.
  let forms: [String]
  /// The places of the forms among them as they are ranked at the best estimates, the recommended one first if there is.
  let ranking: [Int]
  /// The place of the form recommended at the best estimates, or else of the one ranked first.
  var standing: Int { ranking[0] }
  private let gameInputs: Set<String>
  private let kept: [Coalition]

  init(_ formulated: FormulatedProblem, table: DilemmaTable, choice: ChosenMechanism) throws {
    self.formulated = formulated
    kept = choice.appraisals.map(\.attempted)
    self.table = try table.restated(for: formulated.dilemma(), keeping: kept)
    let forms = choice.appraisals.map(\.mechanism.id)
    self.forms = forms
    ranking = choice.ranking.order.compactMap { forms.firstIndex(of: $0.mechanism.id) }
    gameInputs = Set(formulated.inputs.filter { $0.role == .game }.map(\.name))
  }

  func advice(_ draw: Draw) throws -> Advice {
    let movesGame = !gameInputs.isDisjoint(with: draw.ranks.keys) || !gameInputs.isDisjoint(with: draw.factors.keys)
    let table = movesGame ? try table.restated(for: formulated.dilemma(in: draw), keeping: kept) : table
    return Advice(try ChosenMechanism.appraisals(formulated.behaviour, in: table, draw: draw))
  }

  /// The id of the form that is best; nothing when none beats acting alone.
  func best(_ advice: Advice) -> String? { advice.best.map { forms[$0] } }
}
