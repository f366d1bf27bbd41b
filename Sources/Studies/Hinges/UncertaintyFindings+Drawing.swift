import Mathematics
import Mechanisms
import RegionalCases

extension UncertaintyFindings {
  /// Draws all uncertain inputs together, along a scrambled Sobol sequence, and appraises every form at each draw.
  ///
  /// Draw number d is a function of the seed and of d alone, so the findings depend on neither the other draws nor the
  /// number of cores. Nothing when no input is uncertain or no draw makes a game.
  init?(of lookout: Lookout, players: [String], hinges: HingeFindings, seed: UInt64, draws: Int) throws {
    let uncertain = lookout.formulated.inputs.filter(\.isUncertain)
    guard draws > 0, !uncertain.isEmpty else { return nil }
    let names = uncertain.map(\.name)
    let forms = lookout.forms
    let design = try SobolDesign(count: draws, inputs: names.count, seed: seed)
    // Figures that each may be so need not make a game together.
    let drawn = draw(design, outputs: forms.count * (1 + players.count)) { (point) throws(Refused) in
      guard let advice = try? lookout.advice(Draw(ranks: point, of: names)) else { throw Refused() }
      return advice.row
    }
    let accepted = drawn.accepted
    guard accepted.rows > 0 else { return nil }
    let nets = Matrix(
      rows: accepted.rows, columns: forms.count,
      elements: (0..<accepted.rows).flatMap { row in (0..<forms.count).map { accepted[row, $0] } })
    let decision = try DecisionUnderUncertainty(
      options: forms, netGains: nets, players: players,
      gains: (0..<accepted.rows).flatMap { row in
        (forms.count..<accepted.columns).map { accepted[row, $0] }
      })
    let points = (0..<draws).lazy.filter { !drawn.isRefused($0) }.map(design.point)
    let ranks = Matrix(rows: accepted.rows, columns: names.count, elements: points.flatMap(\.self))
    let values = try valuesOfInformation(about: ranks, options: forms, netGains: nets)
    self.init(
      draws: accepted.rows, refusedDraws: drawn.refusedCount, inputs: names,
      forms: lookout.ranking.map { place in FormOutlook(decision.outlooks[place], of: forms[place]) },
      chanceOfNone: EstimateFinding(decision.outlooks[forms.count].bestChance),
      leastExpectedRegret: decision.best.option ?? "none", leastWorstRegret: decision.leastRegret.option ?? "none",
      perfectInformation: EstimateFinding(decision.perfectInformation),
      information: zip(uncertain, values)
        .map { InformationFinding(input: $0.name, status: $0.status.rawValue, worth: EstimateFinding($1.value)) }
        .sorted { (-$0.worth.value, $0.input) < (-$1.worth.value, $1.input) },
      sensitivities: try Self.sensitivities(of: lookout, names: names, hinges: hinges, seed: seed, draws: draws))
  }

  /// How many inputs are moved one by one; the others, of less reach, are moved as one.
  private static let movedAlone = 8
  /// The samples A and B behind the shares are this part of the draws; each takes a point an input, and two.
  private static let drawsPerSample = 8
  /// More samples than this narrow the intervals by little, and each costs as many points as inputs are moved.
  private static let mostSamples = 256

  /// The shares of the variance of the standing form's net gain, of the inputs of longest reach and of all others.
  private static func sensitivities(
    of lookout: Lookout, names: [String], hinges: HingeFindings, seed: UInt64, draws: Int
  ) throws -> [SensitivityFinding] {
    let byReach = hinges.inputs.map(\.name).filter(names.contains)
    let alone = names.count <= movedAlone + 1 ? names : names.filter(byReach.prefix(movedAlone).contains)
    let others = names.filter { !alone.contains($0) }
    let groups = alone.map { [$0] } + (others.isEmpty ? [] : [others])
    let samples = min(max(1, draws / drawsPerSample), mostSamples)
    // The others have coordinates of their own, which are taken from A or B together.
    let design = try SaltelliDesign(samples: samples, groups: groups.map(\.count), seed: seed &+ 1)
    let order = groups.flatMap(\.self)
    let drawn = draw(design, outputs: 1) { (point) throws(Refused) in
      guard let advice = try? lookout.advice(Draw(ranks: point, of: order)) else { throw Refused() }
      return [advice.netGains[lookout.standing]]
    }
    guard let indices = try? SobolIndices(of: drawn.results.elements, inputs: groups.count, seed: seed) else {
      return []
    }
    return groups.indices
      .map { group in
        SensitivityFinding(
          input: group < alone.count ? alone[group] : "others", first: IntervalFinding(indices.first[group]),
          total: IntervalFinding(indices.total[group]))
      }.sorted { (-$0.total.value, $0.input) < (-$1.total.value, $1.input) }
  }
}

/// The figures of a draw make no game together.
private struct Refused: Error, CustomStringConvertible {
  var description: String { "the figures make no game together" }
}

extension Draw {
  /// The draw at a point of the cube, one coordinate a name.
  init(ranks: [Double], of names: [String]) {
    self.init(ranks: Dictionary(uniqueKeysWithValues: zip(names, ranks)))
  }
}

extension EstimateFinding {
  init(_ figure: SampledFigure) { self.init(value: figure.value, standardError: figure.standardError) }
}

extension IntervalFinding {
  init(_ share: SobolIndices.Estimate) {
    self.init(value: share.value, low: share.value - share.halfWidth, high: share.value + share.halfWidth)
  }
}

extension FormOutlook {
  init(_ outlook: Mechanisms.Outlook, of form: String) {
    self.init(
      form: form, mean: EstimateFinding(outlook.mean), deviation: outlook.deviation.value,
      percentiles: outlook.quantiles.map(\.value), chanceOfBeingBest: EstimateFinding(outlook.bestChance),
      chanceOfGain: outlook.gainChance.value, expectedRegret: EstimateFinding(outlook.expectedRegret),
      largestRegret: outlook.largestRegret, chanceOfGaining: outlook.players.map(\.gainChance.value))
  }
}
