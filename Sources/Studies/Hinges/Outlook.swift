import CollectiveAction
import Mechanisms

/// What the study would advise, were its inputs as one draw puts them.
struct Outlook: Sendable {
  /// The form that is best; nothing when none beats acting alone.
  let recommended: String?
  /// The net gain of the form the study recommends at the best estimates, and what each player gets of it;
  /// nothing gained where it does not come about.
  let netGain: Double
  let netGains: [Double]
}

/// Sees the study's answer again under other inputs.
///
/// All draws are appraised on the coalitions that ``DilemmaTable/restated(for:keeping:)`` keeps, those that the
/// forms bring together at the best estimates among them; a draw that moves the game has its equilibria solved anew.
struct Lookout: Sendable {
  let formulated: FormulatedProblem
  /// The best estimates' table, on the coalitions that are kept.
  let table: DilemmaTable
  /// The form recommended at the best estimates, or else the one ranked first.
  let standing: String
  private let gameInputs: Set<String>
  private let kept: [Coalition]

  init(_ formulated: FormulatedProblem, table: DilemmaTable, choice: ChosenMechanism) throws {
    self.formulated = formulated
    kept = choice.appraisals.map(\.attempted)
    self.table = try table.restated(for: formulated.dilemma(), keeping: kept)
    standing = choice.best?.mechanism.id ?? choice.ranking.order[0].mechanism.id
    gameInputs = Set(formulated.inputs.filter { $0.role == .game }.map(\.name))
  }

  func outlook(_ draw: Draw) throws -> Outlook {
    let movesGame = !gameInputs.isDisjoint(with: draw.ranks.keys) || !gameInputs.isDisjoint(with: draw.factors.keys)
    let table = movesGame ? try table.restated(for: formulated.dilemma(in: draw), keeping: kept) : table
    let choice = try ChosenMechanism(formulated.behaviour, in: table, draw: draw)
    let form = choice.appraisals.first { $0.mechanism.id == standing }
    return Outlook(
      recommended: choice.best?.mechanism.id, netGain: form?.expectedNetGain ?? 0,
      netGains: form?.netGains ?? [Double](repeating: 0, count: table.players.count))
  }
}
