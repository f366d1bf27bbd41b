import CollectiveAction
import Mathematics
import RegionalCases

/// A spillover problem stated as a game: who emits, what reaches whom, what abating and suffering cost.
struct SpilloverStatement: Sendable {
  let problem: Problem
  let baseline, limit, abatementCost: StudyInput
  let linearDamage, quadraticDamage, level, background: StudyInput?
  let transport: Spillover.Transport

  init(_ spillover: Spillover, problem: Problem) {
    self.problem = problem
    transport = spillover.transport
    let chapter = "problems.\(problem.id).spillover"
    func input(_ name: String, _ column: PartyColumn) -> StudyInput {
      StudyInput(
        name: "\(chapter).\(name)", role: .game, figures: column.figures,
        limits: 0...Double.greatestFiniteMagnitude)
    }
    baseline = input("baseline", spillover.baseline)
    limit = input("limit", spillover.limit)
    abatementCost = input("abatementCost", spillover.abatementCost)
    linearDamage = spillover.linearDamage.map { input("damage.linear", $0) }
    quadraticDamage = spillover.quadraticDamage.map { input("damage.quadratic", $0) }
    level = spillover.level.map { input("level", $0) }
    background = spillover.background.map { input("background", $0) }
  }

  var inputs: [StudyInput] {
    [baseline, limit, abatementCost, linearDamage, quadraticDamage, transportInput, level, background].compactMap(
      \.self)
  }

  /// The transport matrix as one input, so that its provenance is told with the others.
  private var transportInput: StudyInput {
    let entries = transport.matrix.rows.flatMap { $0 }
    return StudyInput(
      name: "problems.\(problem.id).spillover.transport", role: .game,
      figures: entries.map {
        Figure(.certain($0), provenance: transport.matrix.provenance, place: transport.matrix.place)
      },
      limits: 0...Double.greatestFiniteMagnitude)
  }

  /// The values of an input that the game divides by: a draw from a normal spread stops at a thousandth of the best
  /// estimate.
  private static func divisors(_ input: StudyInput, in draw: Draw) -> [Double] {
    zip(input.values(in: draw), input.figures).map { max($0, $1.best / 1000) }
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma {
    let count = problem.members.count
    let baseline = Self.divisors(baseline, in: draw)
    let levels = level?.values(in: draw) ?? [Double](repeating: 1, count: count)
    let shares = transportInput.values(in: draw)
    // The case's rows are receptors; the game's are emitters.
    var reaches = Matrix(rows: count, columns: count)
    for receptor in 0..<count {
      for emitter in 0..<count {
        let flow = transport.scale * shares[receptor * count + emitter] * levels[receptor]
        guard flow > 0 else { continue }
        guard baseline[emitter] > 0 else {
          throw .game(
            problem: problem.id,
            reason: "'\(problem.members[emitter])' emits nothing, yet reaches '\(problem.members[receptor])'; "
              + "give it a baseline above 0, or a transport of 0")
        }
        reaches[emitter, receptor] = flow / baseline[emitter]
      }
    }
    let zero = [Double](repeating: 0, count: count)
    do {
      return try SpilloverGame(
        players: problem.members.map(\.rawValue),
        baseline: baseline,
        limit: zip(limit.values(in: draw), baseline).map { min($0, $1) },
        abatementCost: Self.divisors(abatementCost, in: draw),
        linearDamage: linearDamage?.values(in: draw) ?? zero,
        quadraticDamage: quadraticDamage?.values(in: draw) ?? zero,
        transport: reaches,
        background: background?.values(in: draw) ?? zero)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }
}
