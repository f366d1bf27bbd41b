import CollectiveAction
import Mathematics
import Networks

/// Takes every measure of a dilemma that has a meaning for it.
struct Measuring {
  let dilemma: any Dilemma
  let numbers: GameDiagnosis
  let exposure: Exposure
  /// Whether what each bears is its own; of a bill that waits for a rule only the whole is measured.
  let isBorneByEach: Bool
  /// How hard it is to agree on who gets what; none for a single player.
  let division: DivisionRisk?
  let proximity: DistanceDecay?
  let seed: UInt64

  /// How many starting points are drawn where they cannot all be looked at.
  private static let draws = 200

  /// In the order of a diagnosis: what is lost, what tempts, what has to be believed, what can be divided, who hangs on
  /// whom.
  var findings: [MeasureFinding] {
    get throws {
      var measures: [DiagnosticMeasure] =
        isBorneByEach
        ? numbers.measures
        : numbers.measures.filter { [.cooperationGap, .relativeGap, .priceOfAnarchy].contains($0.kind) }
      if let division {
        measures += [
          DiagnosticMeasure(.coreDeficit, .region, division.leastCore / numbers.size),
          DiagnosticMeasure(.ruleDisagreement, .region, division.disagreement / numbers.size),
        ]
      }
      if isBorneByEach {
        measures += try CriticalDiscount(of: numbers).measures
        measures += try beliefs
        measures += try bystanders
      }
      // Pairs stand in a table of their own.
      measures += exposure.measures.filter { if case .pair = $0.scope { false } else { true } }
      if let proximity {
        measures += [
          DiagnosticMeasure(.proximityDecay, .region, proximity.region.map { -$0.slope }),
          DiagnosticMeasure(.proximityFit, .region, proximity.region?.rSquared),
        ]
        measures += proximity.ofPlayers.enumerated().map {
          DiagnosticMeasure(.proximityDecay, .player($0), $1.map { -$0.slope })
        }
      }
      return MeasureFinding.list(measures, players: dilemma.players.count)
    }
  }

  /// What each must believe of the others to go over to the best equilibrium, where it is not today's.
  private var beliefs: [DiagnosticMeasure] {
    get throws {
      guard let playable = dilemma as? any PlayableDilemma, isListed(playable) else { return [] }
      var measures: [DiagnosticMeasure] = []
      if !isAlike(numbers.best.costs, numbers.nash.costs), dilemma.players.count <= CoordinationRisk.mostPlayers,
        playable.allows(numbers.nash.actions), playable.allows(numbers.best.actions)
      {
        measures += try CoordinationRisk(in: playable, from: numbers.nash, to: numbers.best).measures
      }
      if numbers.equilibria.outcomes.count > 1 {
        var chance = RandomStream(seed: seed, stream: [6])
        let basin = Basin(of: playable, draws: Self.draws, using: &chance)
        // The best equilibrium there is, not the best that was reached; none of the starts may lead there.
        let reached =
          basin.settlement(at: numbers.best.actions, in: playable)
          ?? basin.settlements.first { isAlike($0.costs, numbers.best.costs) }
        measures.append(DiagnosticMeasure(.basinOfBest, .region, reached?.share ?? 0))
      }
      return measures
    }
  }

  /// Whether all bear the same, but for rounding.
  private func isAlike(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) <= 1e-9 * numbers.size }
  }

  /// Whether what the players can do can be listed.
  private func isListed(_ playable: any PlayableDilemma) -> Bool {
    guard let standards = playable as? AdoptionGame else { return true }
    return standards.items.count <= AdoptionGame.mostListedItems
  }

  private var bystanders: [DiagnosticMeasure] {
    get throws {
      guard let restrictable = dilemma as? any RestrictableDilemma else { return [] }
      var chance = RandomStream(seed: seed, stream: [7])
      return try BystanderEffect(of: restrictable, using: &chance).measures
    }
  }
}

extension MeasureFinding {
  /// One finding a kind, in the order of first mention: the region's number, or the players' numbers.
  static func list(_ measures: [DiagnosticMeasure], players: Int) -> [MeasureFinding] {
    var findings: [MeasureFinding] = []
    for measure in measures {
      switch measure.scope {
      case .region:
        findings.append(MeasureFinding(measure.kind, value: measure.value, players: nil))
      case .player(let player):
        let place =
          findings.firstIndex { $0.measure == measure.kind.rawValue && $0.players != nil }
          ?? {
            findings.append(
              MeasureFinding(measure.kind, value: nil, players: [Double?](repeating: nil, count: players)))
            return findings.count - 1
          }()
        findings[place].players?[player] = measure.value
      case .pair: continue
      }
    }
    // What has no value for anybody says nothing.
    return findings.filter { finding in finding.value != nil || finding.players?.contains { $0 != nil } ?? false }
  }

  private init(_ kind: DiagnosticMeasure.Kind, value: Double?, players: [Double?]?) {
    self.init(
      measure: kind.rawValue, unit: kind.unit.rawValue, formula: kind.formula, source: kind.source, value: value,
      players: players)
  }
}
