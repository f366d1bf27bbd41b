import Mathematics
import Negotiations
import RegionalCases

/// A negotiation tried out under the rules of a plan.
struct Tryout {
  private let plan: BargainingPlan
  private let file: NegotiationFile
  private let scenario: NegotiationScenario
  private let table: BargainingTable
  private let strategies: [NegotiationStrategy]
  private let acceptance: AcceptanceRule
  /// What deals are measured against: of the packages that suit all, or of all, where a deal may suit not everyone.
  private let frontier: ParetoFrontier

  /// The most rounds of which offers are told.
  static let mostToldRounds = 10_000
  /// The most acts of a run that are kept.
  static let mostActs = 10_000_000
  /// The most changes of a text that a mediator proposes: they cost nothing, and end when none is adopted any more.
  static let mostProposals = 100_000

  init(
    _ file: NegotiationFile, plan: BargainingPlan, scenario: NegotiationScenario, zone: ZoneOfAgreement
  ) throws(NegotiationError) {
    self.plan = plan
    self.file = file
    self.scenario = scenario
    table = try BargainingTable(scenario)
    strategies = plan.strategies(of: file, at: table)
    acceptance = try AcceptanceRule(file)
    if case .open(let best) = zone, file.acceptance == .unanimity {
      frontier = best
    } else {
      frontier = try ParetoFrontier(of: scenario, isComplete: true, keepsTies: false)
    }
  }

  /// Where each set of rules lands.
  func landings() throws(NegotiationError) -> [NegotiationFindings.Landing] {
    var landings: [NegotiationFindings.Landing] = []
    for rules in plan.rules(for: file) {
      landings.append(try landing(of: try run(of: rules), under: rules))
    }
    return landings
  }

  /// One run, with its acts where they fit into memory and offers can be told of it.
  private func run(of rules: BargainingPlan.Rules) throws(NegotiationError) -> NegotiationRun {
    let bargaining = try Self.bargaining(rules, by: strategies, in: self)
    let chance = RandomStream(seed: plan.seed)
    let short = try bargaining.run(on: table, chance: chance, isTraced: false)
    // In a round each party may bid, and answer every bid.
    let (acts, isOver) = short.rounds.multipliedReportingOverflow(by: table.partyCount * table.partyCount)
    guard rules != .singleText, !isOver, acts <= Self.mostActs else { return short }
    return try bargaining.run(on: table, chance: chance, isTraced: true)
  }

  /// Many runs of the first set of rules; nil where the plan wants none.
  func series() throws(NegotiationError) -> NegotiationFindings.Series? {
    guard let runs = plan.runs, let rules = plan.rules(for: file).first else { return nil }
    let drawn = DrawnStrategies(
      told: file.parties.map { party in plan.strategies[party.name].map { NegotiationStrategy($0, at: table) } }
    ) { strategies throws(NegotiationError) in try Self.bargaining(rules, by: strategies, in: self) }
    let series = try NegotiationSeries([drawn], on: table, runs: runs, seed: plan.seed)
    let summary = series.summaries[0]
    let means = summary.worths.map(\.value)
    let errors = means.indices.map { party in
      let squares = series.results[0].reduce(0) { sum, run in
        sum + (run.worths[party] - means[party]) * (run.worths[party] - means[party])
      }
      return runs > 1 ? (squares / Double(runs - 1) / Double(runs)).squareRoot() : 0
    }
    return NegotiationFindings.Series(
      runs: runs, seed: plan.seed, agreementRate: summary.agreementRate.value,
      meanWorths: means.map(withoutRounding), standardErrors: errors.map(withoutRounding))
  }

  /// A set of rules with the strategies of the parties.
  private static func bargaining(
    _ rules: BargainingPlan.Rules, by strategies: [NegotiationStrategy], in tryout: Tryout
  ) throws(NegotiationError) -> any NegotiationProtocol {
    let deadline = tryout.plan.rounds(of: tryout.file)
    switch rules {
    case .alternatingOffers: return try AlternatingOffers(deadline: deadline, strategies: strategies)
    case .monotonicConcession: return MonotonicConcession()
    case .singleText:
      return try SingleNegotiatingText(
        deadline: mostProposals, changes: .inTurn, rule: tryout.acceptance, start: tryout.statusQuo)
    case .simultaneousBids:
      return try SimultaneousBids(
        deadline: deadline, strategies: strategies, rule: tryout.acceptance, binding: .everybody)
    case .votedProposals:
      return try VotedProposals(
        deadline: deadline, strategies: strategies, rule: tryout.acceptance, binding: .everybody)
    }
  }

  /// The package that all parties name as just as good as no deal: the mediator's first draft, where there is one.
  private var statusQuo: Int? {
    guard let package = file.parties[0].reservationPackage,
      file.parties.allSatisfy({ $0.reservationPackage == package })
    else { return nil }
    return scenario.agenda.code(of: package)
  }

  private func landing(
    of run: NegotiationRun, under rules: BargainingPlan.Rules
  ) throws(NegotiationError) -> NegotiationFindings.Landing {
    var offers: [[Double?]] = scenario.parties.map { _ in [] }
    if !run.acts.isEmpty {
      let told = min(run.rounds, Self.mostToldRounds)
      offers = scenario.parties.map { _ in [Double?](repeating: nil, count: told) }
      for act in run.acts where act.deed == .proposes || act.deed == .concedes {
        guard let party = act.party, let outcome = act.outcome, act.round <= told else { continue }
        offers[party][act.round - 1] = withoutRounding(table.standpoints[party].worth(of: outcome))
      }
    }
    var landing = NegotiationFindings.Landing(
      negotiationProtocol: rules.rawValue, deal: run.deal.map { scenario.deal($0.outcome) }, rounds: run.rounds,
      ending: Self.word(for: run.ending), concessions: offers, leftOnTable: nil, improvement: nil)
    guard let deal = run.deal else { return landing }
    let worths = table.worths(of: deal.outcome)
    // Only for those whom the deal binds; it binds everyone here.
    landing.worthsAfterWaiting = run.worths == worths ? nil : run.worths.map(withoutRounding)
    landing.leftOnTable = 0
    if let better = try frontier.assessment(of: worths, rules: []).fairestImprovement {
      landing.improvement = scenario.deal(frontier.codes[better])
      landing.leftOnTable = zip(frontier.worths(at: better), worths).enumerated().map { party, worths in
        let range = frontier.ranges[party]
        let width = range.upperBound - range.lowerBound
        // What rounding makes of an equal worth is nothing that could be gained.
        return width > 0 ? max(0, withoutRounding(worths.0 - worths.1)) / width : 0
      }.min()
    }
    return landing
  }

  private static func word(for ending: NegotiationRun.Ending) -> String {
    switch ending {
    case .agreement: "agreement"
    case .deadline: "deadline"
    case .walkAway: "walkedAway"
    case .deadlock: "deadlock"
    case .noZone: "noZone"
    }
  }
}
