import CollectiveAction
import Mathematics
import Mechanisms
import Networks
import Sharing

extension DiagnosisFindings {
  /// What kind of trap `dilemma` is.
  ///
  /// None is the main risk when an agreement of all that nothing but goodwill holds together (the form
  /// `collective-embeddedness`) has each chance of nine in ten or more. Else it is that of the trap's kind, and where the
  /// trap has no kind of its own, the one that would most likely bring such an agreement down.
  ///
  /// - Parameters:
  ///   - family: what only the problem's family can tell.
  ///   - proximity: how the members' ties weaken with distance, where the case tells of both.
  ///   - seed: of what has to be drawn because there is too much of it to be looked at.
  init(
    of dilemma: any Dilemma, family: FamilyFindings, outcomes: OutcomeTable, divided: DividedGame,
    choice: ChosenMechanism, proximity: DistanceDecay?, seed: UInt64
  ) throws {
    let numbers = try GameDiagnosis(of: dilemma)
    let names = dilemma.players
    let (alone, together) = (amounts(in: numbers.nash, of: dilemma), amounts(in: numbers.optimum, of: dilemma))
    let exposure = try Exposure(of: dilemma)
    let stakes = names.indices.map { i in names.indices.map { exposure.stakes[i, $0] } }
    let dependence = try Dependence(players: names, stakes: exposure.stakes)
    let isBorne = family.isBorneByEach
    // Stability compares what members and outsiders bear, which a provisional bill does not tell.
    let stability = isBorne ? AgreementStability(of: outcomes) : nil
    let division = try divided.subsidy.map { leastCore in
      try DivisionRisk(
        leastCore: leastCore, divisions: divided.rulings.compactMap { (try? $0.outcome.get())?.shares })
    }
    let verdict = isBorne ? numbers.verdict(division: division) : nil
    self.init(
      counts: family.counts,
      costAlone: numbers.nash.totalCost, costTogether: numbers.optimum.totalCost, gap: numbers.cooperationGap,
      priceOfAnarchy: numbers.priceOfAnarchy,
      players: names.indices.map {
        PlayerDiagnosis(
          player: names[$0], actionAlone: alone[$0], actionTogether: together[$0],
          costAlone: numbers.nash.costs[$0], costTogether: numbers.optimum.costs[$0],
          freeRidingIncentive: numbers.freeRidingIncentive[$0])
      },
      losersWithoutTransfers: isBorne ? numbers.losersWithoutTransfers.map { names[$0.player] } : nil,
      transfers: family.transfers,
      isCoreEmpty: divided.isCoreEmpty, leastCore: divided.subsidy ?? 0,
      stableWithoutTransfers: stability.map { Self.largest($0.largestStable, among: names) },
      stableWithTransfers: stability.map { Self.largest($0.largestWithTransfers, among: names) },
      isEquilibriumUnique: numbers.nash.isUnique,
      dependence: stakes,
      pairs: Self.pairs(dependence, names: names),
      flows: family.flows, flowUnit: family.flowUnit,
      mainRisk: Self.mainRisk(
        choice.appraisals.first { $0.mechanism.id == "collective-embeddedness" }, trap: verdict?.trap),
      familyNumbers: [NamedNumber(name: "relativeGap", value: numbers.relativeGap)],
      verdict: verdict.map { VerdictFinding($0, names: names) },
      measures: try Measuring(
        dilemma: dilemma, numbers: numbers, exposure: exposure, isBorneByEach: isBorne, division: division,
        proximity: proximity, seed: seed
      ).findings,
      equilibria: isBorne ? EquilibriaFinding(numbers, of: dilemma) : nil,
      standard: family.standard, competition: family.competition, levels: family.levels)
  }

  /// The first of the largest coalitions by the order of the table; none when even a pair does not hold.
  private static func largest(_ coalitions: [Coalition], among names: [String]) -> [String] {
    guard let first = coalitions.min(), first.count > 1 else { return [] }
    return first.map { names[$0] }
  }

  private static func pairs(_ dependence: Dependence, names: [String]) -> [PairDependence] {
    dependence.pairs.map {
      PairDependence(first: names[$0.first], second: names[$0.second], mutual: $0.mutual, imbalance: $0.imbalance)
    }
    .sorted { ($1.mutual, $0.first, $0.second) < ($0.mutual, $1.first, $1.second) }
  }

  private static func mainRisk(_ appraisal: Appraisal?, trap: Trap?) -> Risk {
    guard let success = appraisal?.success else { return .none }
    let chances: [(Risk, Double)] = [
      (.coordination, success.coordination), (.division, success.division), (.defection, success.defection),
    ]
    guard let worst = chances.min(by: { $0.1 < $1.1 }), worst.1 < 0.9 else { return .none }
    switch trap {
    case .defection, .partialProvision: return .defection
    case .assurance, .antiCoordination: return .coordination
    case .division: return .division
    case .harmony, .mixed, nil: return worst.0
    }
  }
}

/// How much each does in `outcome`, also where an action is the number of what is done.
private func amounts(in outcome: Outcome, of dilemma: any Dilemma) -> [Double] {
  (dilemma as? any CombiningDilemma)?.amounts(in: outcome) ?? outcome.actions
}

extension VerdictFinding {
  fileprivate init(_ verdict: Verdict, names: [String]) {
    self.init(
      trap: verdict.trap.rawValue, parts: verdict.parts.map(\.rawValue),
      grounds: verdict.grounds.map {
        GroundFinding(measure: $0.measure.rawValue, value: $0.value, threshold: $0.threshold, holds: $0.holds)
      }, isComplete: verdict.isComplete, waiting: verdict.waiting.map { names[$0] })
  }
}

extension EquilibriaFinding {
  /// The first of them, with today's and the best among them.
  fileprivate init(_ numbers: GameDiagnosis, of dilemma: any Dilemma) {
    let outcomes = numbers.equilibria.outcomes
    let order = numbers.order
    // Found by another way, today's may differ in its last digits.
    func distance(_ outcome: Outcome) -> Double {
      zip(outcome.actions, numbers.nash.actions).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
    let today = outcomes.indices.min { distance(outcomes[$0]) < distance(outcomes[$1]) }
    let best = outcomes.firstIndex(of: numbers.best)
    var shown = [today, best].compactMap(\.self) + outcomes.indices
    var seen: Set<Int> = []
    shown = shown.filter { seen.insert($0).inserted }.prefix(Self.mostListed).sorted()
    // Sums that differ in their last digits are of one size.
    let least = numbers.best.totalCost + 1e-9 * numbers.size
    self.init(
      listed: shown.map { index in
        EquilibriumFinding(
          actions: amounts(in: outcomes[index], of: dilemma), costs: outcomes[index].costs, isToday: index == today,
          isBest: outcomes[index].totalCost <= least, isDominated: !order.undominated.contains(index))
      }, count: outcomes.count, isComplete: numbers.equilibria.isComplete)
  }
}
