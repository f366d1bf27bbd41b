import Mathematics
import Negotiations
import RegionalCases

/// A negotiation tried out under the rules of a plan.
struct Tryout {
  private let plan: BargainingPlan
  private let file: NegotiationFile
  private let scenario: NegotiationScenario
  private let table: BargainingTable
  private let manners: [BargainingManner]
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
    manners = plan.manners(of: file)
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
    let bargaining = try bargaining(rules, by: manners, at: table)
    let chance = RandomStream(seed: plan.seed)
    let short = try bargaining.run(on: table, chance: chance, isTraced: false)
    // In a round each party may bid, and answer every bid.
    let (acts, isOver) = short.rounds.multipliedReportingOverflow(by: table.partyCount * table.partyCount)
    guard rules != .singleText, rules != .bilateralTalks, !isOver, acts <= Self.mostActs else { return short }
    return try bargaining.run(on: table, chance: chance, isTraced: true)
  }

  /// Many runs of the first set of rules; nil where the plan wants none.
  func series() throws(NegotiationError) -> NegotiationFindings.Series? {
    guard let runs = plan.runs, let rules = plan.rules(for: file).first else { return nil }
    let drawn = DrawnTalks(
      told: file.parties.map { party in plan.strategies[party.name].map { .usual($0) } },
      reservations: file.parties.map(\.privateReservation)
    ) { manners, table throws(NegotiationError) in try bargaining(rules, by: manners, at: table) }
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
      runs: runs, seed: plan.seed, zoneRate: try zoneRate(of: drawn, runs: runs),
      agreementRate: summary.agreementRate.value,
      meanWorths: means.map(withoutRounding), standardErrors: errors.map(withoutRounding))
  }

  /// The share of runs in which some package suits everyone; nil where no reservation is private.
  private func zoneRate(of drawn: DrawnTalks, runs: Int) throws(NegotiationError) -> Double? {
    guard drawn.reservations.contains(where: { $0 != nil }) else { return nil }
    // Whatever suits everyone, a package that no other beats does too.
    let all = try ParetoFrontier(of: scenario, isComplete: true, keepsTies: false)
    let points = (0..<all.count).map { all.worths(at: $0) }
    var open = 0
    for run in 0..<runs {
      let chance = RandomStream(seed: plan.seed, stream: [run])
      guard let scenario = try drawn.scenario(scenario, chance: chance) else { continue }
      if points.contains(where: { zip(scenario.parties, $0).allSatisfy { $0.accepts($1) } }) { open += 1 }
    }
    return Double(open) / Double(runs)
  }

  /// A set of rules at a table, given how each party bargains.
  private func bargaining(
    _ rules: BargainingPlan.Rules, by manners: [BargainingManner], at table: BargainingTable
  ) throws(NegotiationError) -> any NegotiationProtocol {
    let deadline = plan.rounds(of: file)
    func strategies() -> [NegotiationStrategy] { manners.map { $0.strategy(at: table) } }
    switch rules {
    case .alternatingOffers: return try AlternatingOffers(deadline: deadline, strategies: strategies())
    case .monotonicConcession: return MonotonicConcession()
    case .singleText:
      // What all parties name as just as good as no deal is the mediator's first draft, where there is such a package.
      return try SingleNegotiatingText(
        deadline: Self.mostProposals, changes: .inTurn, rule: acceptance,
        start: file.statusQuo.map(scenario.agenda.code))
    case .simultaneousBids:
      return try SimultaneousBids(
        deadline: deadline, strategies: strategies(), rule: acceptance, binding: .everybody)
    case .votedProposals:
      return try VotedProposals(deadline: deadline, strategies: strategies(), rule: acceptance, binding: .everybody)
    case .bilateralTalks: return try bilateralTalks(by: manners)
    }
  }

  /// Talks of two and two about the issues that concern them most, beside which everything else stays as it is.
  private func bilateralTalks(by manners: [BargainingManner]) throws(NegotiationError) -> BilateralTalks {
    guard let statusQuo = file.statusQuo else { throw .noStatusQuo }
    return try BilateralTalks(
      BilateralTalks.ofThoseMostConcerned(in: scenario), statusQuo: scenario.agenda.code(of: statusQuo),
      deadline: plan.rounds(of: file), strategiesAt: manners.map { manner in { manner.strategy(at: $0) } })
  }

  /// The talks of two and two beside one table at which all take turns about everything; nil where the plan has no such
  /// talks.
  func bilateral() throws(NegotiationError) -> BilateralFindings? {
    guard plan.rules(for: file).contains(.bilateralTalks), let statusQuo = file.statusQuo else { return nil }
    let talks = try bilateralTalks(by: manners)
    // The streams of the landings, so that the same talks and the same table are told of.
    let course = try talks.hold(on: table, chance: RandomStream(seed: plan.seed))
    let oneTable = try run(of: .alternatingOffers)
    return BilateralFindings(
      talks: zip(talks.talks, course.talks).map { talk, run in
        BilateralFindings.Talk(
          parties: talk.parties.map { file.parties[$0].name }, issues: talk.issues,
          options: run.deal.map { _ in
            let options = scenario.agenda.options(at: course.outcome)
            return talk.issues.map { options[$0] }
          }, rounds: run.rounds, ending: Self.word(for: run.ending))
      }, statusQuo: scenario.deal(statusQuo), outcome: scenario.deal(course.outcome),
      harmed: course.harmed.map { file.parties[$0].name },
      oneTable: oneTable.deal.map { scenario.deal($0.outcome) })
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
    // What is better than a deal that harms somebody may harm somebody too.
    let frontier =
      table.isAcceptableToAll(deal.outcome)
      ? self.frontier : try ParetoFrontier(of: scenario, isComplete: true, keepsTies: false)
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
