import Negotiations
import RegionalCases

extension NegotiationFindings {
  /// The most packages of the frontier that are told.
  static let mostFrontierDeals = 1_000
  /// The most packages of a rule of fairness that are told.
  static let mostSolutionDeals = 100

  /// What the negotiation in `file` may come to.
  ///
  /// - Parameters:
  ///   - file: A negotiation that was read and found valid.
  ///   - plan: By which rules it is tried out, and how often.
  /// - Throws: `NegotiationError` where there are too many packages, or the plan does not fit the file.
  /// - Complexity: That of a frontier, and of each run of the rules, over at most 10⁷ packages.
  public init(_ file: NegotiationFile, plan: BargainingPlan = BargainingPlan()) throws(NegotiationError) {
    try plan.check(for: file)
    let scenario = try NegotiationScenario(file, rounds: plan.rounds(of: file))
    let zone = try ZoneOfAgreement(of: scenario)
    title = file.title.texts
    issues = file.agenda.map(Issue.init)
    outcomeCount = file.agenda.reduce(1) { $0 * Double($1.count) }
    parties = file.parties.map { party in
      Party(
        name: party.name, label: party.label.texts, reservation: withoutRounding(party.reservation),
        reservationRange: party.privateReservation.map { [$0.range.lowerBound, $0.range.upperBound] }, best: 0,
        ideal: nil,
        strategy: plan.strategyName(of: party))
    }
    switch zone {
    case .open(let best):
      obstacle = nil
      frontierCount = best.tieCounts.reduce(0) { $0 > .max - $1 ? .max : $0 + $1 }
      frontier = Self.told(best).map(scenario.deal)
      solutions = try Self.solutions(of: best, scenario: scenario, powers: file.parties.map(\.power))
      for (party, gain) in best.idealGains.enumerated() {
        parties[party].ideal = withoutRounding(scenario.parties[party].reservation + gain)
        parties[party].best = withoutRounding(best.ranges[party].upperBound)
      }
    case .closed(let closed):
      let all = try ParetoFrontier(of: scenario, isComplete: true, keepsTies: false)
      obstacle = Obstacle(closed, scenario: scenario)
      (frontier, frontierCount, solutions) = ([], 0, [])
      for party in parties.indices { parties[party].best = withoutRounding(all.ranges[party].upperBound) }
    }
    landings = []
    (bilateral, series) = (nil, nil)
    guard let count = scenario.agenda.outcomeCount, count <= BargainingTable.mostOutcomes else { return }
    let tryout = try Tryout(file, plan: plan, scenario: scenario, zone: zone)
    landings = try tryout.landings()
    bilateral = try tryout.bilateral()
    series = try tryout.series()
  }

  /// The codes of the packages that are told: all of them; else one for each point; else points evenly spaced, so that
  /// what every party likes is among them.
  private static func told(_ frontier: ParetoFrontier) -> [Int] {
    let ties = frontier.tieCounts.reduce(0) { $0 > .max - $1 ? .max : $0 + $1 }
    if ties <= mostFrontierDeals { return (0..<frontier.count).flatMap { frontier.outcomes(at: $0) } }
    if frontier.count <= mostFrontierDeals { return frontier.codes }
    return (0..<mostFrontierDeals).map { frontier.codes[$0 * (frontier.count - 1) / (mostFrontierDeals - 1)] }
  }

  /// The deals that rules of fairness choose, weighed by the parties' power where the file gives them different ones.
  ///
  /// The largest sum is not among them: points are each party's own, and a file does not say what a point of one is worth
  /// in points of another. Equal gains compare them too, but so that a reader sees it: everyone's gain is one number.
  private static func solutions(
    of frontier: ParetoFrontier, scenario: NegotiationScenario, powers: [Double]
  ) throws(NegotiationError) -> [Solution] {
    let weights = powers.allSatisfy { $0 == powers[0] } ? nil : powers
    let rules: [(name: String, rule: BargainingRule)] = [
      ("nash", .nash(weights: weights)), ("kalaiSmorodinsky", .kalaiSmorodinsky(weights: weights)),
      ("egalitarian", .egalitarian(weights: weights)),
    ]
    var solutions: [Solution] = []
    for (name, rule) in rules {
      let points = try frontier.solution(rule)?.points ?? []
      let codes = points.flatMap { frontier.outcomes(at: $0, atMost: mostSolutionDeals) }
      solutions.append(Solution(rule: name, deals: codes.prefix(mostSolutionDeals).map(scenario.deal)))
    }
    return solutions
  }
}

extension NegotiationFindings.Issue {
  init(_ issue: NegotiationFile.Issue) {
    name = issue.name
    label = issue.label.texts
    unit = issue.unit?.texts ?? [:]
    options = (0..<issue.count).map { number in
      let name = issue.name(at: number)
      return NegotiationFindings.Option(
        name: name, label: issue.choiceLabels.isEmpty ? ["en": name] : issue.choiceLabels[number].texts)
    }
  }
}

extension NegotiationFindings.Obstacle {
  fileprivate init(_ closed: ClosedZone, scenario: NegotiationScenario) {
    // Of the nearest packages, all equally near, the one with the smallest code.
    let nearest = closed.nearest.min { $0.code < $1.code }
    self.nearest = scenario.deal(nearest?.code ?? 0)
    shortfalls = (nearest?.shortfalls ?? []).map(withoutRounding)
    alone = zip(closed.parties, closed.openedAlone).enumerated().compactMap { party, opening in
      opening.1.map { NamedNumber(name: opening.0, value: withoutRounding($0.shortfalls[party])) }
    }
  }
}
