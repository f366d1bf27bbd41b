import CollectiveAction
import RegionalCases

/// A problem of a case stated as mathematics: its inputs by name, and the game they make.
public struct FormulatedProblem: Sendable {
  public let problem: Problem
  /// Everything the game and the appraisal read, in the order of the case file's chapters.
  public let inputs: [StudyInput]
  /// How the members behave, and under which rules they might cooperate.
  let behaviour: Behaviour
  private let game: @Sendable (Draw) throws(StudyError) -> any Dilemma
  private let ownFindings: @Sendable () throws(StudyError) -> FamilyFindings

  /// The largest number of members whose coalitions are all studied.
  public static let mostMembers = 16

  /// States `problem` of `regionalCase` as a game.
  ///
  /// - Throws: ``StudyError`` when there are too many members, or when a figure of the game or of a mechanism is beyond what it may be.
  public init(_ problem: Problem, of regionalCase: RegionalCase) throws(StudyError) {
    guard problem.members.count <= Self.mostMembers else {
      throw .tooManyPlayers(problem: problem.id, count: problem.members.count, most: Self.mostMembers)
    }
    self.problem = problem
    let family: [StudyInput]
    switch problem.family {
    case .jointFacility(let facility):
      let statement = JointFacilityStatement(facility, problem: problem, regionalCase: regionalCase)
      family = statement.inputs
      game = { draw throws(StudyError) in try statement.dilemma(in: draw) }
      ownFindings = { () throws(StudyError) in FamilyFindings(isBorneByEach: false) }
    case .spillover(let spillover):
      let statement = SpilloverStatement(spillover, problem: problem)
      family = statement.inputs
      game = { draw throws(StudyError) in try statement.dilemma(in: draw) }
      ownFindings = { () throws(StudyError) in try statement.findings() }
    case .commonStandard(let standard):
      let statement = CommonStandardStatement(standard, problem: problem, regionalCase: regionalCase)
      family = statement.inputs
      game = { draw throws(StudyError) in try statement.dilemma(in: draw) }
      ownFindings = { () throws(StudyError) in try statement.findings() }
    case .competition(let competition):
      let statement = CompetitionStatement(competition, problem: problem, regionalCase: regionalCase)
      family = statement.inputs
      game = { draw throws(StudyError) in try statement.dilemma(in: draw) }
      ownFindings = { () throws(StudyError) in try statement.findings() }
    case .normalForm(let form):
      let statement = NormalFormStatement(problem: problem, form: form)
      family = statement.inputs
      game = { draw throws(StudyError) in try statement.dilemma(in: draw) }
      ownFindings = { () throws(StudyError) in try statement.findings() }
    }
    for input in family { try input.requireWithinLimits(problem: problem.id) }
    behaviour = try Behaviour(of: problem, in: regionalCase)
    inputs = family + behaviour.inputs
  }

  /// The game when every input stands where `draw` puts it.
  ///
  /// - Throws: ``StudyError/game(problem:reason:)`` when the figures do not make a game.
  public func dilemma(in draw: Draw = .best) throws(StudyError) -> any Dilemma { try game(draw) }

  /// What only the problem's family tells, at the best estimates.
  ///
  /// - Throws: ``StudyError/game(problem:reason:)`` when the figures do not make a game.
  func findings() throws(StudyError) -> FamilyFindings { try ownFindings() }
}
