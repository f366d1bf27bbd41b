import CollectiveAction
import Mechanisms
import RegionalCases
import Sharing

/// A study of one problem of a case, from its figures to what they say.
///
///     let study = try Study(regionalCase, folder: "Examples/skane-water")
///     let findings = try study.findings()
///     findings.mechanisms.recommended  // the form of cooperation that fits
///
/// The steps are those of the cycle: formulate, diagnose, appraise, share, work out the talks that lie beside the case,
/// and ask what the answer hinges on. They run in the order of ``Step``, for the diagnosis tells of the core and of the
/// risk that an appraisal finds.
/// Everything random comes from the seed; the same case, problem, seed and draws give the same findings.
public struct Study: Sendable {
  /// The steps of a study, in the order in which they run.
  public enum Step: String, Sendable, CaseIterable { case formulate, share, appraise, diagnose, negotiate, hinge }

  public let regionalCase: RegionalCase
  public let problem: Problem
  public let seed: UInt64
  /// How many draws of the uncertain inputs; none asks no further than the best estimates.
  public let draws: Int
  private let boundaries: Boundaries
  private let formulated: FormulatedProblem
  private let warnings: [String]
  /// What lies beside the case about talks between its parties.
  let talks: CaseTalks

  /// What is taken when neither the caller nor the case says.
  public static let standardSeed: UInt64 = 1
  public static let standardDraws = 1000

  /// - Parameters:
  ///   - regionalCase: found valid.
  ///   - folder: where the case was read, for the boundary file it may name.
  ///   - problem: the id of the problem; the case's own choice, else its first, when absent.
  ///   - seed: the case's own, else ``standardSeed``, when absent.
  ///   - draws: the case's own, else ``standardDraws``, when absent.
  ///   - talks: what lies beside the case about talks between its parties.
  ///   - warnings: what the check of the case warned of, to stand in the report.
  /// - Throws: ``StudyError`` when there is no such problem, or its figures make no game.
  public init(
    _ regionalCase: RegionalCase, folder: String, problem: String? = nil, seed: UInt64? = nil, draws: Int? = nil,
    talks: CaseTalks = .none, warnings: [String] = []
  ) throws(StudyError) {
    let chosen = problem ?? regionalCase.studySettings.problem ?? regionalCase.problems[0].id
    guard let found = regionalCase.problem(chosen) else {
      throw .unknownProblem(chosen, known: regionalCase.problems.map(\.id))
    }
    self.regionalCase = regionalCase
    self.problem = found
    self.seed = seed ?? regionalCase.studySettings.seed ?? Self.standardSeed
    self.draws = draws ?? regionalCase.studySettings.draws ?? Self.standardDraws
    boundaries = try Boundaries(of: regionalCase, in: folder)
    formulated = try FormulatedProblem(found, of: regionalCase)
    self.talks = talks
    self.warnings = warnings
  }

  /// What the study finds.
  ///
  /// - Parameter progress: told, before each step, what part of the work is done and what comes next; 1 when
  ///   nothing does.
  /// - Throws: ``StudyError/game(problem:reason:)`` when an equilibrium is not found, ``StudyError/talks(file:reason:)``
  ///   when talks beside the case cannot be worked out.
  /// - Complexity: 2ⁿ equilibria for n members, and n² or so for each state of the game that is drawn.
  public func findings(progress: (Double, Step) -> Void = { _, _ in }) throws(StudyError) -> Findings {
    try answering { () throws in
      progress(0, .formulate)
      let dilemma = try formulated.dilemma()
      let family = try formulated.findings()
      let outcomes = try dilemma.allOutcomes()
      let table = try Self.table(of: dilemma, outcomes: outcomes)
      let game = try Self.game(of: dilemma, table: table, counting: family.counts)
      progress(0.1, .share)
      let division = try DividedGame(game, proportionalTo: indicators)
      progress(0.2, .appraise)
      let choice = try ChosenMechanism(formulated.behaviour, in: table, draw: .best)
      let mechanisms = try MechanismFindings(choice, behaviour: formulated.behaviour, table: table)
      progress(0.3, .diagnose)
      let diagnosis = try DiagnosisFindings(
        of: dilemma, family: family, outcomes: outcomes, divided: division, choice: choice,
        proximity: formulated.behaviour.proximity, seed: seed)
      progress(0.34, .negotiate)
      let talks = try talkFindings()
      progress(0.35, .hinge)
      // Without draws nobody asks how sure the answer is.
      var hinges = HingeFindings(inputs: [], map: nil)
      var uncertainty: UncertaintyFindings?
      if draws > 0 {
        let lookout = try Lookout(formulated, table: table, choice: choice)
        hinges = try HingeFindings(of: lookout, choice: choice) { progress(0.35 + 0.25 * $0, .hinge) }
        progress(0.6, .hinge)
        uncertainty = try UncertaintyFindings(
          of: lookout, players: problem.members.map(\.rawValue), hinges: hinges, seed: seed, draws: draws)
      }
      let sharing = SharingFindings(division, game: game, convention: convention)
      var found = findings(
        diagnosis, mechanisms, sharing, (hinges, uncertainty), further: family.furtherInputs)
      found.negotiation = talks.negotiation
      found.conflict = talks.conflict
      found.decision = talks.decision
      progress(1, .hinge)
      return found
    }
  }

  /// The forms appraised at the best estimates, with what the appraisal stands on.
  func appraisalBasis() throws(StudyError) -> (choice: ChosenMechanism, behaviour: Behaviour, table: DilemmaTable) {
    try answering { () throws in
      let dilemma = try formulated.dilemma()
      let table = try Self.table(of: dilemma, outcomes: dilemma.allOutcomes())
      return (try ChosenMechanism(formulated.behaviour, in: table, draw: .best), formulated.behaviour, table)
    }
  }

  /// What `body` answers, its error that of a study.
  func answering<Finding>(_ body: () throws -> Finding) throws(StudyError) -> Finding {
    do { return try body() } catch let error as StudyError {
      throw error
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// The forms of cooperation compared: the catalogue with the case's changes, then the case's own, all at their best
  /// estimates.
  ///
  /// - Throws: ``StudyError/game(problem:reason:)`` when their numbers contradict one another.
  public func mechanisms() throws(StudyError) -> [Mechanism] {
    do { return try formulated.behaviour.mechanisms(in: .best) } catch {
      throw .game(problem: problem.id, reason: "mechanisms: \(error)")
    }
  }

  /// What the case calls its own forms, by id, then by language.
  public var mechanismNames: [String: [String: String]] { formulated.behaviour.names.mapValues(\.texts) }

  /// What every coalition of the problem's members pays or gets: the game whose division the findings tell of.
  ///
  /// - Throws: ``StudyError/game(problem:reason:)`` when an equilibrium is not found.
  /// - Complexity: 2ⁿ equilibria for n members.
  public func coalitionGame() throws(StudyError) -> CoalitionGame {
    try answering { () throws in
      let dilemma = try formulated.dilemma()
      let table = try Self.table(of: dilemma, outcomes: dilemma.allOutcomes())
      return try Self.game(of: dilemma, table: table, counting: try formulated.findings().counts)
    }
  }

  /// What any form of cooperation may ask of `dilemma`, with the fair divisions it may quarrel over.
  static func table(of dilemma: any Dilemma, outcomes: OutcomeTable) throws(AppraisalError) -> DilemmaTable {
    try DilemmaTable(of: dilemma, outcomes: outcomes, fairDivisions: fairDivisions)
  }

  /// What every coalition pays or gets: a facility's own figures, which its bills add up to but for rounding, else what
  /// the members of each bear in the equilibria that were solved; with its sign turned where gains are counted.
  static func game(
    of dilemma: any Dilemma, table: DilemmaTable, counting counts: DiagnosisFindings.Counting = .cost
  ) throws -> CoalitionGame {
    guard !(dilemma is CollectiveAction.JointFacility) else { return try dilemma.coalitionGame(.gamma) }
    let costs = try table.gammaGame ?? dilemma.coalitionGame(.gamma)
    let digits = Decimals(upTo: costs.worths.reduce(0) { max($0, abs($1)) })
    return try CoalitionGame(
      players: costs.players, kind: counts == .gain ? .surplus : .cost,
      // Nothing is nothing, not minus nothing.
      worths: costs.worths.map { digits.nearest(to: counts == .gain ? 0 - $0 : 0 + $0) })
  }

  /// What members may go by when costs are divided in proportion: the problem's own list, else nothing.
  private var indicators: [ProportionBasis] {
    guard case .jointFacility(let facility) = problem.family else { return [] }
    return facility.proportionalTo.compactMap { id in
      regionalCase.indicator(id).map { indicator in
        ProportionBasis(id: id, name: indicator.name.texts, weights: problem.members.compactMap { indicator[$0]?.best })
      }
    }
  }

  private func findings(
    _ diagnosis: DiagnosisFindings, _ mechanisms: MechanismFindings, _ sharing: SharingFindings,
    _ outlook: (hinges: HingeFindings, uncertainty: UncertaintyFindings?), further: [StudyInput]
  ) -> Findings {
    Findings(
      caseID: regionalCase.id, title: regionalCase.title.texts, summary: regionalCase.summary?.texts,
      money: Findings.money(of: regionalCase), seed: seed, problem: Findings.problem(problem),
      parties: Findings.parties(of: regionalCase, players: problem.members, boundaries: boundaries),
      players: problem.members.map(\.rawValue), ties: Findings.ties(of: regionalCase),
      institutions: Findings.institutions(of: regionalCase), goals: Findings.goals(of: regionalCase),
      diagnosis: diagnosis, mechanisms: mechanisms, sharing: sharing, hinges: outlook.hinges,
      uncertainty: outlook.uncertainty,
      inputs: (formulated.inputs + further).map(InputFinding.init) + standardInputs,
      sources: Findings.sources(of: regionalCase), warnings: warnings)
  }

  private var convention: String {
    if case .jointFacility = problem.family { "table" } else { WorthConvention.gamma.rawValue }
  }

  /// The catalogue's defaults that stood in for what the case does not tell: assumed, and said to be.
  private var standardInputs: [InputFinding] {
    formulated.behaviour.defaults.map { parameter in
      InputFinding(
        name: Behaviour.standardName(parameter), count: 1, unit: nil, status: ProvenanceStatus.assumed.rawValue,
        source: nil, remark: parameter.basis, low: parameter.standard, high: parameter.standard,
        isUncertain: false)
    }
  }
}

/// The divisions whose disagreement is the division risk: rules that always have an answer, or are left out.
///
/// No certificate is asked of them, since they are compared, not paid.
@Sendable private func fairDivisions(of game: CoalitionGame) -> [[Double]] {
  var divisions = [shapleyValue(of: game).shares, equalSharesOfNonseparableCost(of: game).shares]
  for rule in [separableCostsRemainingBenefits, gatelyPoint] {
    do { divisions.append(try rule(game).shares) } catch { continue }
  }
  return divisions
}
