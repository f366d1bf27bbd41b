import Mathematics
import RegionalCases

/// How much the members of a problem exchange with one another, as the case's ties of exchange tell it.
struct ExchangeTies: Sendable {
  /// One figure a tie, in the order of the case; absent when the case tells of no exchange among the members.
  let input: StudyInput?
  private let ends: [(from: Int, to: Int)]
  private let count: Int

  init(among problem: Problem, in regionalCase: RegionalCase) {
    var figures: [Figure] = []
    var ends: [(from: Int, to: Int)] = []
    for tie in regionalCase.ties {
      guard case .exchange = tie.kind, let from = problem.index(of: tie.from), let to = problem.index(of: tie.to) else {
        continue
      }
      figures.append(tie.weight ?? Figure(.certain(1), provenance: Provenance(status: .assumed), place: tie.place))
      ends.append((from, to))
    }
    self.ends = ends
    count = problem.members.count
    input =
      figures.isEmpty
      ? nil : StudyInput(name: "ties.weight", role: .game, figures: figures, limits: 0...Double.greatestFiniteMagnitude)
  }

  /// Row i, column j: how much i exchanges with j, all resources together; nil when the case tells of none.
  func weights(in draw: Draw) -> Matrix? {
    guard let input else { return nil }
    var weights = Matrix(rows: count, columns: count)
    for (tie, weight) in zip(ends, input.values(in: draw)) { weights[tie.from, tie.to] += weight }
    return weights
  }
}
