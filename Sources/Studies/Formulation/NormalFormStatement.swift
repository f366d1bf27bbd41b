import CollectiveAction
import RegionalCases

/// A game of a handful of members with every payoff written down.
struct NormalFormStatement: Sendable {
  let problem: Problem
  let form: NormalForm

  /// All payoffs are one input of one provenance; they stand as they are written.
  var inputs: [StudyInput] {
    [
      StudyInput(
        name: "problems.\(problem.id).normalForm.payoffs", role: .game,
        figures: form.payoffs.flatMap { $0 }.map {
          Figure(.certain($0), provenance: form.provenance, place: form.place)
        },
        limits: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    ]
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma { try game(in: draw) }

  private func game(in draw: Draw) throws(StudyError) -> NormalFormGame {
    do {
      return try NormalFormGame(
        players: problem.members.map(\.rawValue), actions: form.actions, payoffs: inputs[0].values(in: draw))
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// What the levels above would do.
  func findings() throws(StudyError) -> FamilyFindings {
    let game = try game(in: .best)
    do {
      return FamilyFindings(
        counts: .gain,
        levels: try LevelsAbove(problem: problem).findings(LevelsAbove.evaluations(over: game), of: game),
        furtherInputs: LevelsAbove(problem: problem).inputs)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }
}
