import CollectiveAction
import Mathematics

/// Fractions as whole numbers of one part, each in a machine word.
struct CommonDenominator: Sendable {
  let numerators: [Int]
  let denominator: Int

  /// - Returns: nil when a numerator or the denominator would be 2⁵⁹ or more.
  init?(of fractions: [Rational], multipleOf first: Int = 1) {
    let words = fractions.compactMap(\.words)
    guard words.count == fractions.count else { return nil }
    var common = first
    for word in words {
      var (a, b) = (common, word.denominator)
      while b != 0 { (a, b) = (b, a % b) }
      let (product, overflow) = common.multipliedReportingOverflow(by: word.denominator / a)
      guard !overflow, product < 1 << 59 else { return nil }
      common = product
    }
    var numerators: [Int] = []
    for word in words {
      let (numerator, overflow) = word.numerator.multipliedReportingOverflow(by: common / word.denominator)
      guard !overflow, numerator.magnitude < 1 << 59 else { return nil }
      numerators.append(numerator)
    }
    self.numerators = numerators
    denominator = common
  }
}

/// What coalitions miss at the shares of a certificate, exactly: in machine words where they have room, since many
/// coalitions may be near a level, in fractions of any length otherwise.
struct ExactExcesses: Sendable {
  let certificate: NucleolusCertificate
  let game: CoalitionGame
  private let whole: WholeNumbers?

  private struct WholeNumbers: Sendable {
    /// In parts.
    let levels: [Int]
    /// How many of the decimal units of the worths make one, and how many parts such a unit.
    let unit: Double
    let partsAUnit: Int
    /// How many parts make one.
    let parts: Int
    let sums: (low: [Int128], high: [Int128])
  }

  init(_ certificate: NucleolusCertificate, in game: CoalitionGame) {
    self.certificate = certificate
    self.game = game
    whole = Self.wholeNumbers(certificate, in: game)
  }

  private static func wholeNumbers(_ certificate: NucleolusCertificate, in game: CoalitionGame) -> WholeNumbers? {
    // In proportion to worths, levels are products: left to fractions.
    guard certificate.measure != .proportional, certificate.shares.count == game.playerCount else { return nil }
    // The worths that the stages name have the decimals that most worths have.
    let named =
      [game.grandCoalition] + certificate.stages.flatMap { $0.tight.map(\.coalition) }
    var unit = 1
    for coalition in named where coalition.isSubset(of: game.grandCoalition) {
      guard let words = Rational(decimal: game[coalition]).words else { return nil }
      while unit % words.denominator != 0 {
        guard unit < 1_000_000_000_000_000 else { return nil }
        unit *= 10
      }
    }
    let fractions = certificate.shares + certificate.stages.map(\.level)
    guard let common = CommonDenominator(of: fractions, multipleOf: unit) else { return nil }
    let shares = common.numerators[..<game.playerCount].map { Int128($0) }
    let bits = CoalitionSums.blockBits(playerCount: game.playerCount)
    return WholeNumbers(
      levels: Array(common.numerators[game.playerCount...]), unit: Double(unit),
      partsAUnit: common.denominator / unit, parts: common.denominator,
      sums: (
        CoalitionSums.sums(of: shares[..<bits], zero: 0, adding: +),
        CoalitionSums.sums(of: shares[bits...], zero: 0, adding: +)
      ))
  }

  /// What the coalition pays beyond its cost, or gets less than its surplus.
  func excess(of coalition: Coalition) -> Rational {
    if let whole, let parts = parts(missedBy: coalition), let narrow = Int(exactly: parts) {
      return Rational(narrow, over: whole.parts)
    }
    let total = coalition.map { certificate.shares[$0] }.sum
    let worth = Rational(decimal: game[coalition])
    return game.kind == .cost ? total - worth : worth - total
  }

  /// Whether the coalition misses exactly the level of the stage.
  func isTight(_ coalition: Coalition, at stage: Int) -> Bool {
    if let whole, let parts = parts(missedBy: coalition) { return parts == level(stage, of: coalition, in: whole) }
    return overshoot(of: coalition, at: stage).isZero
  }

  /// Whether the coalition misses more than the level of the stage.
  func isAbove(_ coalition: Coalition, at stage: Int) -> Bool {
    withComparison { $0?.isAbove(Int(coalition.mask), at: stage) } ?? overshoot(of: coalition, at: stage).isPositive
  }

  /// By how much the coalition misses more than the level of the stage.
  func overshoot(of coalition: Coalition, at stage: Int) -> Rational {
    excess(of: coalition) - certificate.stages[stage].level * certificate.measure.weight(of: coalition, in: game)
  }

  private func level(_ stage: Int, of coalition: Coalition, in whole: WholeNumbers) -> Int128 {
    Int128(whole.levels[stage]) * (certificate.measure == .perCapita ? Int128(coalition.count) : 1)
  }

  /// The excess in parts; nil where the worth has more decimals than the unit.
  private func parts(missedBy coalition: Coalition) -> Int128? {
    withComparison { $0?.parts(missedBy: Int(coalition.mask)) }
  }

  /// Lends what a comparison in machine words reads; nil where numbers are too long for it.
  ///
  /// Millions of coalitions may be compared, on several cores: a comparison counts no references.
  func withComparison<Result>(_ body: (ExcessComparison?) -> Result) -> Result {
    guard let whole else { return body(nil) }
    return game.worths.withUnsafeBufferPointer { worths in
      whole.sums.low.withUnsafeBufferPointer { low in
        whole.sums.high.withUnsafeBufferPointer { high in
          whole.levels.withUnsafeBufferPointer { levels in
            body(
              ExcessComparison(
                worths: worths, low: low, high: high, levels: levels, unit: whole.unit,
                partsAUnit: Int128(whole.partsAUnit), isCost: game.kind == .cost,
                isPerCapita: certificate.measure == .perCapita))
          }
        }
      }
    }
  }
}

/// What coalitions miss, in parts of a common denominator, compared with the levels of the stages.
struct ExcessComparison {
  fileprivate let worths: UnsafeBufferPointer<Double>
  fileprivate let low, high: UnsafeBufferPointer<Int128>
  fileprivate let levels: UnsafeBufferPointer<Int>
  fileprivate let unit: Double
  fileprivate let partsAUnit: Int128
  fileprivate let isCost, isPerCapita: Bool

  /// The excess in parts; nil where the worth has more decimals than the unit.
  func parts(missedBy mask: Int) -> Int128? {
    let worth = worths[mask]
    let scaled = worth * unit
    guard abs(scaled) < 1e15 else { return nil }
    let units = Int(scaled + (scaled < 0 ? -0.5 : 0.5))
    // A decimal of at most 15 digits that gives this very number back is the one the number prints as.
    guard (unit == 1 ? Double(units) : Double(units) / unit) == worth else { return nil }
    let total = low[mask & (low.count - 1)] + high[mask >> low.count.trailingZeroBitCount]
    let parts = Int128(units) * partsAUnit
    return isCost ? total - parts : parts - total
  }

  /// Whether the coalition misses more than the level of the stage; nil where that is not told in machine words.
  func isAbove(_ mask: Int, at stage: Int) -> Bool? {
    parts(missedBy: mask).map { $0 > Int128(levels[stage]) * (isPerCapita ? Int128(mask.nonzeroBitCount) : 1) }
  }
}
