import CollectiveAction
import Mathematics
import RegionalCases

/// A joint facility stated as a cost game: what every coalition of members would pay for its own.
struct JointFacilityStatement: Sendable {
  let problem: Problem
  let costs: RegionalCases.JointFacility.Costs
  /// What each member's cheapest other way costs, where the case tells; a singleton never pays more.
  let alternativeCost: StudyInput?
  let load: StudyInput?
  let locations: [Location?]

  init(_ facility: RegionalCases.JointFacility, problem: Problem, regionalCase: RegionalCase) {
    self.problem = problem
    costs = facility.costs
    locations = problem.members.map { regionalCase.party($0)?.location }
    let chapter = "problems.\(problem.id).jointFacility"
    alternativeCost = facility.alternativeCost.map {
      StudyInput(name: "\(chapter).alternativeCost", role: .game, figures: $0.figures, limits: Self.anyAmount)
    }
    if case .function(let function) = facility.costs, let indicator = regionalCase.indicator(function.load) {
      load = StudyInput(
        name: "\(chapter).costFunction.load", role: .game, figures: problem.members.compactMap { indicator[$0] },
        limits: Self.anyAmount)
    } else {
      load = nil
    }
  }

  private static let anyAmount = 0...Double.greatestFiniteMagnitude

  var inputs: [StudyInput] {
    switch costs {
    case .table(let table): [tableInput(table), alternativeCost].compactMap(\.self)
    case .function(let function):
      [
        load, scale(function), exponent(function), fixed(function), pipeline(function), alternativeCost,
      ].compactMap(\.self)
    }
  }

  private func input(_ name: String, _ figure: Figure, limits: ClosedRange<Double>) -> StudyInput {
    StudyInput(
      name: "problems.\(problem.id).jointFacility.costFunction.\(name)", role: .game, figures: [figure], limits: limits)
  }

  private func scale(_ function: CostFunction) -> StudyInput {
    input("scale", function.scale, limits: .leastNormalMagnitude...Double.greatestFiniteMagnitude)
  }

  private func exponent(_ function: CostFunction) -> StudyInput {
    input("exponent", function.exponent, limits: 1e-6...1)
  }

  private func fixed(_ function: CostFunction) -> StudyInput? {
    function.fixed.map { input("fixed", $0, limits: Self.anyAmount) }
  }

  private func pipeline(_ function: CostFunction) -> StudyInput? {
    function.pipelinePerKm.map { input("pipelinePerKm", $0, limits: Self.anyAmount) }
  }

  private func tableInput(_ table: CostTable) -> StudyInput {
    StudyInput(
      name: "problems.\(problem.id).jointFacility.costs", role: .game,
      figures: table.worths.dropFirst().map {
        Figure(.certain($0), provenance: table.provenance, place: table.place)
      },
      limits: Self.anyAmount)
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma {
    do {
      let game = try costGame(in: draw)
      guard let alternativeCost else { return try CollectiveAction.JointFacility(costs: game) }
      var worths = game.worths
      for (member, cost) in alternativeCost.values(in: draw).enumerated() {
        worths[1 << member] = min(worths[1 << member], cost)
      }
      return try CollectiveAction.JointFacility(
        costs: CoalitionGame(players: game.players, kind: .cost, worths: worths))
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  private func costGame(in draw: Draw) throws -> CoalitionGame {
    let players = problem.members.map(\.rawValue)
    switch costs {
    case .table(let table):
      return try CoalitionGame(players: players, kind: .cost, worths: [0] + tableInput(table).values(in: draw))
    case .function(let function):
      let cost = try FacilityCost(
        loads: load?.values(in: draw) ?? [],
        fixed: fixed(function)?.values(in: draw)[0] ?? 0,
        scale: scale(function).values(in: draw)[0],
        exponent: exponent(function).values(in: draw)[0],
        pipelinePerKilometre: pipeline(function)?.values(in: draw)[0] ?? 0,
        distances: distances)
      return try CollectiveAction.JointFacility(players: players, cost: cost).costs
    }
  }

  /// Kilometres between the members' places; nil when a place is missing, which a check lets pass only where
  /// no pipeline is paid for.
  private var distances: Matrix? {
    let places = locations.compactMap(\.self)
    guard places.count == locations.count else { return nil }
    var distances = Matrix(rows: places.count, columns: places.count)
    for i in places.indices {
      for j in places.indices where i != j {
        // The same both ways to the last bit.
        distances[i, j] = greatCircleKilometres(from: places[min(i, j)], to: places[max(i, j)])
      }
    }
    return distances
  }
}
