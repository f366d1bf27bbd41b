import CollectiveAction
import Mathematics

extension NucleolusCertificate {
  /// The certificate that the stages of a search amount to: shares, levels and weights as exact solutions of
  /// the equations the stages state.
  ///
  /// - Parameter approximation: what every player pays or gets, rounded: it saves most of the digits.
  /// - Returns: nil when the stages do not settle every share, or not once.
  init?(
    recoveredFrom stages: [SettledStage], of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure,
    near approximation: [Double]
  ) {
    guard
      let recovery = CertificateRecovery(stages, of: game, measure: measure),
      let shares = recovery.shares(near: approximation),
      let stages = recovery.stages(for: shares)
    else { return nil }
    self.init(
      players: game.players, overImputations: overImputations, measure: measure, shares: shares, stages: stages)
  }
}

/// Turns what a search settled into exact equations and solves them, modulo a prime and then in fractions.
///
/// At each stage the coalitions that settle depend on one another and on those settled before in exactly one way.
/// That dependence, scaled, is the stage's weights; put to the worths it gives the stage's level, and with the level
/// what each of the coalitions receives. What the residues mean in fractions is a guess, though hardly ever a wrong
/// one: ``verify(_:for:)`` decides.
private struct CertificateRecovery {
  private let game: CoalitionGame
  private let measure: ExcessMeasure
  /// The smallest decimal unit of the worths that count, as the number of units in one.
  private let unit: Int
  private var equations: SettledEquations
  /// What each independent coalition receives of the gains, in units.
  private var totals: [MersennePrimeElement]
  private var weighedStages: [(tight: [WeightedCoalition], own: [WeightedCoalition], settled: [WeightedCoalition])] = []

  init?(_ stages: [SettledStage], of game: CoalitionGame, measure: ExcessMeasure) {
    self.game = game
    self.measure = measure
    let own = stages.flatMap { $0.ownWorths.map { Coalition.single($0) } }
    let worths = ([game.grandCoalition] + stages.flatMap(\.coalitions) + own)
      .map { (coalition: $0, words: Rational(decimal: game[$0]).words) }
    var unit = 1
    var gains: [Coalition: Int] = [:]
    for worth in worths {
      // Denominators of decimals divide a power of ten: the larger is a multiple, or nearly.
      guard let words = worth.words, let multiple = Self.leastCommonMultiple(unit, words.denominator) else {
        return nil
      }
      unit = multiple
    }
    for worth in worths {
      guard let words = worth.words else { return nil }
      let (scaled, overflow) = words.numerator.multipliedReportingOverflow(by: unit / words.denominator)
      // Of −2⁶³ there is no gain, since 2⁶³ has no room.
      guard !overflow, scaled != .min else { return nil }
      gains[worth.coalition] = game.kind == .cost ? -scaled : scaled
    }
    self.unit = unit
    equations = SettledEquations(playerCount: game.playerCount)
    totals = []
    _ = equations.insert(game.grandCoalition)
    totals.append(MersennePrimeElement(gains[game.grandCoalition, default: 0]))
    for stage in stages { guard add(stage, gains: gains) else { return nil } }
    guard equations.isComplete else { return nil }
  }

  /// - Returns: false when the stage's coalitions depend on one another in no way, or more than one.
  private mutating func add(_ stage: SettledStage, gains: [Coalition: Int]) -> Bool {
    let members = stage.coalitions + stage.ownWorths.map { Coalition.single($0) }
    let before = equations.independent.count
    var dependence: (last: Int, takes: [MersennePrimeElement])?
    var independent: [Int] = []
    for (index, coalition) in members.enumerated() {
      guard let takes = equations.insert(coalition) else {
        independent.append(index)
        continue
      }
      guard dependence == nil else { return false }
      dependence = (index, takes)
    }
    guard let dependence else { return false }
    // What depends counts once, what it takes so often less.
    var weights = [MersennePrimeElement](repeating: .zero, count: members.count)
    weights[dependence.last] = .one
    for (index, take) in zip(independent, dependence.takes[before...]) { weights[index] = .zero - take }
    var settledWeights = dependence.takes[..<before].map { .zero - $0 }
    var (cover, slope, gain) = (MersennePrimeElement.zero, MersennePrimeElement.zero, MersennePrimeElement.zero)
    for (index, coalition) in members.enumerated() {
      gain += weights[index] * MersennePrimeElement(gains[coalition, default: 0])
      guard index < stage.coalitions.count else { continue }
      cover += weights[index]
      slope += weights[index] * levelCoefficient(of: coalition, gains: gains)
    }
    for (weight, total) in zip(settledWeights, totals) { gain += weight * total }
    guard cover != .zero, slope != .zero else { return false }
    let level = gain * slope.inverse
    for index in independent {
      let coefficient =
        index < stage.coalitions.count ? levelCoefficient(of: members[index], gains: gains) : .zero
      totals.append(MersennePrimeElement(gains[members[index], default: 0]) - coefficient * level)
    }
    let scale = cover.inverse
    for index in weights.indices { weights[index] = weights[index] * scale }
    for index in settledWeights.indices { settledWeights[index] = settledWeights[index] * scale }
    guard let fractions = Self.fractions(weights + settledWeights) else { return false }
    let weighed = zip(members + equations.independent[..<before], fractions)
      .map { WeightedCoalition(coalition: $0, weight: $1) }
    let (tightEnd, ownEnd) = (stage.coalitions.count, members.count)
    weighedStages.append(
      (Array(weighed[..<tightEnd]), Array(weighed[tightEnd..<ownEnd]), weighed[ownEnd...].filter { !$0.weight.isZero }))
    return true
  }

  /// By how many units a level higher by one leaves the coalition less.
  private func levelCoefficient(of coalition: Coalition, gains: [Coalition: Int]) -> MersennePrimeElement {
    switch measure {
    case .total: .one
    case .perCapita: MersennePrimeElement(coalition.count)
    case .proportional: MersennePrimeElement(Int(gains[coalition, default: 0].magnitude))
    }
  }

  private static func fractions(_ residues: [MersennePrimeElement]) -> [Rational]? {
    var common = 1
    var fractions: [Rational] = []
    for residue in residues {
      guard let found = residue.fraction(trying: common) else { return nil }
      common = max(common, found.denominator)
      fractions.append(Rational(found.numerator, over: found.denominator))
    }
    return fractions
  }

  /// What every player pays or gets; nil when it does not come out as fractions.
  func shares(near approximation: [Double]) -> [Rational]? {
    let residues = equations.shares(for: totals)
    let sign = game.kind == .cost ? -1.0 : 1.0
    var common = 1
    var shares: [Rational] = []
    for (residue, near) in zip(residues, approximation) {
      // The whole units are known; the residue of the rest is that of a fraction with a numerator as small as
      // its denominator.
      let scaled = (sign * near * Double(unit)).rounded()
      guard let whole = Int(exactly: scaled) else { return nil }
      guard let rest = (residue - MersennePrimeElement(whole)).fraction(trying: common) else { return nil }
      common = max(common, rest.denominator)
      let gain: Rational
      let (product, isTooLarge) = whole.multipliedReportingOverflow(by: rest.denominator)
      let (numerator, isSumTooLarge) = product.addingReportingOverflow(rest.numerator)
      let (denominator, isUnitTooLarge) = unit.multipliedReportingOverflow(by: rest.denominator)
      if isTooLarge || isSumTooLarge || isUnitTooLarge {
        gain = (Rational(whole) + Rational(rest.numerator, over: rest.denominator)) / Rational(unit)
      } else {
        gain = Rational(numerator, over: denominator)
      }
      shares.append(game.kind == .cost ? -gain : gain)
    }
    return shares
  }

  /// The stages with their levels; nil when a stage has no coalition that its level weighs on.
  func stages(for shares: [Rational]) -> [NucleolusCertificate.Stage]? {
    var stages: [NucleolusCertificate.Stage] = []
    for stage in weighedStages {
      // All of them have the level as their excess; the first that weighs is as good as any.
      let weighing = stage.tight.first { !measure.weight(of: $0.coalition, in: game).isZero }
      guard let first = weighing?.coalition else { return nil }
      let received = first.map { shares[$0] }.sum
      let worth = Rational(decimal: game[first])
      let excess = game.kind == .cost ? received - worth : worth - received
      stages.append(
        NucleolusCertificate.Stage(
          level: excess / measure.weight(of: first, in: game), tight: stage.tight, atOwnWorth: stage.own,
          settled: stage.settled))
    }
    return stages
  }

  private static func leastCommonMultiple(_ left: Int, _ right: Int) -> Int? {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    let (product, overflow) = left.multipliedReportingOverflow(by: right / a)
    return overflow ? nil : product
  }
}
