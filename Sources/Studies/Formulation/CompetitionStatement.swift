import CollectiveAction
import Mathematics
import RegionalCases

/// A competition stated as a game: what each gains by its own instrument and by the others'.
struct CompetitionStatement: Sendable {
  let problem: Problem
  let competition: Competition
  /// One figure a member where some have their own, else one for all.
  private let parameters: [Competition.Parameter: StudyInput]
  private let own, base, interaction, today: StudyInput?
  private let rivalry: ExchangeTies?

  private static let anyNumber = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  init(_ competition: Competition, problem: Problem, regionalCase: RegionalCase) {
    self.problem = problem
    self.competition = competition
    let chapter = "problems.\(problem.id).competition"
    var parameters: [Competition.Parameter: StudyInput] = [:]
    for parameter in competition.kind.parameters {
      let figures = problem.members.compactMap { competition.figure(parameter, of: $0) }
      let isCommon = !competition.overrides.values.contains { $0[parameter] != nil }
      parameters[parameter] = StudyInput(
        name: "\(chapter).parameters.\(parameter.rawValue)", role: .game,
        figures: isCommon ? Array(figures.prefix(1)) : figures, limits: Self.limits(of: parameter))
    }
    self.parameters = parameters
    func input(_ name: String, _ figures: [Figure]) -> StudyInput {
      StudyInput(name: "\(chapter).\(name)", role: .game, figures: figures, limits: Self.anyNumber)
    }
    today = competition.today.map {
      StudyInput(name: "\(chapter).today", role: .game, figures: $0.figures, limits: competition.range)
    }
    own = competition.general.map { input("own", $0.own.figures) }
    base = competition.general.map { input("base", $0.base.figures) }
    interaction = competition.general.map { general in
      let matrix = general.interaction
      return input(
        "interaction",
        matrix.rows.flatMap { $0 }.map { Figure(.certain($0), provenance: matrix.provenance, place: matrix.place) })
    }
    rivalry = competition.rivalry == .ties ? ExchangeTies(among: problem, in: regionalCase) : nil
  }

  /// What a parameter may be, as far as it can be told of each by itself; a draw stops short of an open edge.
  private static func limits(of parameter: Competition.Parameter) -> ClosedRange<Double> {
    let range = parameter.range
    let low = range.low.map { range.includesLow ? $0 : $0.nextUp } ?? -Double.greatestFiniteMagnitude
    let high = range.high.map { range.includesHigh ? $0 : $0.nextDown } ?? Double.greatestFiniteMagnitude
    return low...high
  }

  var inputs: [StudyInput] {
    competition.kind.parameters.compactMap { parameters[$0] }
      + [own, base, interaction, rivalry?.input, today].compactMap(\.self)
  }

  /// One number a member.
  private func values(_ parameter: Competition.Parameter, in draw: Draw) -> [Double] {
    let drawn = parameters[parameter]?.values(in: draw) ?? []
    return drawn.count == 1 ? [Double](repeating: drawn[0], count: problem.members.count) : drawn
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma {
    do { return try game(in: draw) } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// How the instruments work on one another, and how sure the answers are.
  func findings() throws(StudyError) -> FamilyFindings {
    do {
      let game = try game(in: .best)
      let optimum = try game.optimum()
      return FamilyFindings(
        counts: .gain,
        competition: CompetitionFinding(
          nature: game.nature.rawValue,
          uniqueness: try game.outcome(agreeing: .empty).isUnique ? "certified" : "uncertified",
          optimumWithin: optimum.isProven ? 0 : optimum.upperBound - optimum.value),
        levels: try levels(above: game), furtherInputs: LevelsAbove(problem: problem).inputs)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// What the levels above would do. Officials who compete for promotion are judged by their joint result, all others by what
  /// the others get as well; paid for is what an action costs by itself.
  private func levels(above game: CompetitionGame) throws -> LevelFinding? {
    guard !problem.hierarchy.isEmpty else { return nil }
    var forms = LevelsAbove.forms(over: game)
    if competition.kind == .tournament {
      let tournament = try tournament(in: .best)
      forms = LevelsAbove.Forms(
        member: forms.member, subsidy: forms.subsidy,
        evaluation: { (leader, weights, upTo, cost) throws(DilemmaError) in
          try HierarchyGame(tournament: tournament, leader: leader, weights: weights, evaluationUpTo: upTo, cost: cost)
        }, evaluationKind: .jointResult)
    }
    return try LevelsAbove(problem: problem).findings(forms, of: game)
  }

  private func tournament(in draw: Draw) throws -> PromotionTournament {
    try PromotionTournament(
      players: problem.members.map(\.rawValue), spillover: common(.spillover, in: draw),
      prize: common(.prize, in: draw), noise: common(.noise, in: draw), effortCost: common(.effortCost, in: draw),
      cooperationWeight: common(.cooperationWeight, in: draw), range: competition.range,
      today: today?.values(in: draw))
  }

  private func game(in draw: Draw) throws -> CompetitionGame {
    let players = problem.members.map(\.rawValue)
    let range = competition.range
    let today = today?.values(in: draw)
    switch competition.kind {
    case .tax:
      return try TaxCompetition(
        players: players, outputA: common(.outputA, in: draw), outputB: common(.outputB, in: draw),
        capitalPerHead: values(.capitalPerHead, in: draw), publicFundsValue: common(.publicFundsValue, in: draw),
        range: range, today: today
      ).game
    case .protection:
      return try MarketProtection(
        players: players, dilemmas: dilemmas(in: draw), exchange: rivalry?.weights(in: draw), range: range,
        today: today
      ).game
    case .tournament:
      return try tournament(in: draw).game
    case .general:
      let count = players.count
      return try CompetitionGame(
        players: players, low: [Double](repeating: range.lowerBound, count: count),
        high: [Double](repeating: range.upperBound, count: count), base: base?.values(in: draw) ?? [],
        own: own?.values(in: draw) ?? [],
        interaction: Matrix(rows: count, columns: count, elements: interaction?.values(in: draw) ?? []),
        today: today)
    }
  }

  private func dilemmas(in draw: Draw) throws(DilemmaError) -> [PrisonersDilemma] {
    let numbers = [Competition.Parameter.temptation, .reward, .punishment, .sucker].map { values($0, in: draw) }
    var dilemmas: [PrisonersDilemma] = []
    for (index, member) in problem.members.enumerated() {
      do throws(DilemmaError) {
        dilemmas.append(
          try PrisonersDilemma(
            temptation: numbers[0][index], reward: numbers[1][index], punishment: numbers[2][index],
            sucker: numbers[3][index]))
      } catch {
        throw .invalid("'\(member)': \(error)")
      }
    }
    return dilemmas
  }

  /// The number of a parameter that all have in common.
  private func common(_ parameter: Competition.Parameter, in draw: Draw) -> Double { values(parameter, in: draw)[0] }
}
