import CollectiveAction
import Mathematics
import Mechanisms
import Networks
import Sharing

extension DiagnosisFindings {
  /// What kind of trap `dilemma` is.
  ///
  /// The main risk is the one that would most likely bring down an agreement of all that nothing but
  /// goodwill holds together (the form `collective-embeddedness`); none when each chance is nine in ten or more.
  init(
    of dilemma: any Dilemma, outcomes: OutcomeTable, divided: DividedGame, choice: ChosenMechanism,
    flowUnit: String?
  ) throws {
    let numbers = try GameDiagnosis(of: dilemma)
    let names = dilemma.players
    let stakes = try names.indices.map { try dilemma.stakes(of: $0) }
    let dependence = try Dependence(players: names, stakes: Matrix(stakes))
    let spillover = dilemma as? SpilloverGame
    // Stability compares what members and outsiders bear, which a facility's provisional bill does not tell.
    let stability = spillover == nil ? nil : AgreementStability(of: outcomes)
    self.init(
      costAlone: numbers.nash.totalCost, costTogether: numbers.optimum.totalCost, gap: numbers.cooperationGap,
      priceOfAnarchy: numbers.priceOfAnarchy,
      players: names.indices.map {
        PlayerDiagnosis(
          player: names[$0], actionAlone: numbers.nash.actions[$0], actionTogether: numbers.optimum.actions[$0],
          costAlone: numbers.nash.costs[$0], costTogether: numbers.optimum.costs[$0],
          freeRidingIncentive: numbers.freeRidingIncentive[$0])
      },
      losersWithoutTransfers: spillover == nil ? nil : numbers.losersWithoutTransfers.map { names[$0.player] },
      transfers: try spillover.map { try ChanderTulkensTransfers(of: $0).received },
      isCoreEmpty: divided.isCoreEmpty, leastCore: divided.subsidy ?? 0,
      stableWithoutTransfers: stability.map { Self.largest($0.largestStable, among: names) },
      stableWithTransfers: stability.map { Self.largest($0.largestWithTransfers, among: names) },
      isEquilibriumUnique: numbers.nash.isUnique,
      dependence: stakes,
      pairs: Self.pairs(dependence, names: names),
      flows: spillover.map(Self.flows), flowUnit: flowUnit,
      mainRisk: Self.mainRisk(choice.appraisals.first { $0.mechanism.id == "collective-embeddedness" }),
      familyNumbers: [NamedNumber(name: "relativeGap", value: numbers.relativeGap)])
  }

  /// What each player (row) sends to each (column) while nobody abates.
  private static func flows(of game: SpilloverGame) -> [[Double]] {
    game.players.indices.map { emitter in
      game.players.indices.map { game.transport[emitter, $0] * game.baseline[emitter] }
    }
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

  private static func mainRisk(_ appraisal: Appraisal?) -> Risk {
    guard let success = appraisal?.success else { return .none }
    let chances: [(Risk, Double)] = [
      (.coordination, success.coordination), (.division, success.division), (.defection, success.defection),
    ]
    guard let worst = chances.min(by: { $0.1 < $1.1 }), worst.1 < 0.9 else { return .none }
    return worst.0
  }
}
