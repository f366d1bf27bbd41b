#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
/// How often each level is chosen when players choose what pays more often rather than always.
public struct LogitEffort: Sendable, Equatable {
  /// A row a player, the probability of each level from 1 on.
  public let least: [[Double]]
  /// The same for the equilibrium with the highest efforts.
  public let greatest: [[Double]]
  /// Whether the two agree to 10⁻⁸, so that there is only one.
  public let isUnique: Bool

  /// The mean level of each player in the least equilibrium.
  public var leastMeans: [Double] { least.map(Self.mean) }
  /// The mean level of each player in the greatest equilibrium.
  public var greatestMeans: [Double] { greatest.map(Self.mean) }

  private static func mean(_ row: [Double]) -> Double {
    row.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }
}

extension MinimumEffortGame {
  /// The logit equilibria with the lowest and with the highest efforts: each level is chosen in proportion to
  /// exp(expected gain/noise), given how the others choose.
  ///
  /// The higher the others choose, the higher one chooses oneself, so replies in turn from everybody at 1 rise to the
  /// least equilibrium and from everybody at the top fall to the greatest. Where the two meet there is no other. With
  /// much noise they always do; with little they need not, since levels are whole and each is an equilibrium without
  /// noise. Where levels may be any number there is just one: ``meanEffort(noise:)``.
  ///
  /// Source: McKelvey & Palfrey (1995), Games Econ. Behav. 10, 6–38.
  /// - Parameters:
  ///   - noise: above 0, in the game's currency.
  ///   - rounds: after how many rounds of replies to give up.
  /// - Throws: ``DilemmaError/invalid(_:)`` for a noise that is not above 0, or when replies have not settled to 10⁻¹²
  ///   after `rounds`.
  /// - Complexity: players times levels a round.
  public func logitEquilibria(noise: Double, rounds: Int = 100_000) throws(DilemmaError) -> LogitEffort {
    try requireNoise(noise)
    let least = try logitEquilibrium(from: 0, noise: noise, rounds: rounds)
    let greatest = try logitEquilibrium(from: levels - 1, noise: noise, rounds: rounds)
    let isUnique = zip(least, greatest).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) <= 1e-8 } }
    return LogitEffort(least: least, greatest: greatest, isUnique: isUnique)
  }

  private func requireNoise(_ noise: Double) throws(DilemmaError) {
    guard noise.isFinite, noise > 0 else {
      throw .invalid("the noise is \(noise); give a finite number above 0")
    }
    let largest = max(benefit.max() ?? 0, effortCost.max() ?? 0)
    guard largest * Double(levels) / noise < 1e12 else {
      throw .invalid("the noise is \(noise), nothing beside a figure of \(largest); ask for selectedLevel instead")
    }
  }

  private func logitEquilibrium(from level: Int, noise: Double, rounds: Int) throws(DilemmaError) -> [[Double]] {
    let start = (0..<levels).map { $0 == level ? 1.0 : 0 }
    var play = [[Double]](repeating: start, count: players.count)
    // What is left above each level, for each player: the probability of choosing it or a higher one.
    var tails = play.map(Self.tail)
    for _ in 0..<rounds {
      var change = 0.0
      for player in players.indices {
        var row = [Double](repeating: 0, count: levels)
        var (gain, most) = (0.0, -Double.infinity)
        for place in 0..<levels {
          var allOthers = 1.0
          for other in players.indices where other != player { allOthers *= tails[other][place] }
          gain += benefit[player] * allOthers - effortCost[player]
          row[place] = gain / noise
          most = max(most, row[place])
        }
        var sum = 0.0
        for place in 0..<levels {
          row[place] = exp(row[place] - most)
          sum += row[place]
        }
        for place in 0..<levels {
          row[place] /= sum
          change = max(change, abs(row[place] - play[player][place]))
        }
        play[player] = row
        tails[player] = Self.tail(row)
      }
      if change <= 1e-12 { return play }
    }
    throw .invalid(
      "logit play with a noise of \(noise) has not settled after \(rounds) rounds; allow more, or another noise")
  }

  private static func tail(_ row: [Double]) -> [Double] {
    var tail = row
    for place in row.indices.dropLast().reversed() { tail[place] += tail[place + 1] }
    return tail
  }

  /// The mean effort in the logit equilibrium of players that are alike, when efforts may be any number from 1 to
  /// the highest level: it is unique.
  ///
  /// Choosing at most x with probability F(x), players alike have a density f with
  /// noise·(f − f₁) = b(1 − (1 − F)ⁿ)/n − cF, where f₁ is the density at 1. So x runs from 1 to the top while F runs from
  /// 0 to 1 by dx = dF/f, and f₁ is the number for which it does, exactly one since dx falls as f₁ rises.
  ///
  /// Source: Anderson, Goeree & Holt (2001), Games Econ. Behav. 34, 177–199.
  /// - Parameter noise: above 0, in the game's currency.
  /// - Throws: ``DilemmaError/invalid(_:)`` when the players are not alike or the noise is not above 0.
  /// - Complexity: some hundred integrals of a smooth function.
  public func meanEffort(noise: Double) throws(DilemmaError) -> Double {
    try requireNoise(noise)
    for player in players.indices.dropFirst()
    where benefit[player] != benefit[0] || effortCost[player] != effortCost[0] {
      throw .invalid(
        "'\(players[player])' differs from '\(players[0])' in benefit or cost of effort; "
          + "this equilibrium is of players that are alike, so ask for logitEquilibria")
    }
    let curve = EffortCurve(
      players: Double(players.count), benefit: benefit[0] / noise, cost: effortCost[0] / noise,
      span: Double(levels - 1))
    return 1 + curve.meanAboveLowest
  }
}

/// The way of efforts up from the lowest, as the probability of choosing less runs from 0 to 1.
private struct EffortCurve {
  let players, benefit, cost, span: Double

  /// The mean effort above the lowest: the integral of it over the shares.
  var meanAboveLowest: Double {
    var (low, high) = (-700.0, 700.0)  // the density at its lowest, as a power of e
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if way(exp(middle)).length > span { low = middle } else { high = middle }
    }
    let found = way(exp((low + high) / 2))
    return found.length > 0 ? found.moment / found.length * span : 0
  }

  /// How far efforts get, and their mean above the lowest, if the density at its lowest is `least`.
  ///
  /// Shares near an end may take nearly all of the way, so the shares are spread as 1/(1 + e^−2 sinh t), which crowds
  /// them at both ends as fast as the density can fall there: Takahasi & Mori (1974).
  private func way(_ least: Double) -> (length: Double, moment: Double) {
    let step = 1.0 / 64
    var (length, moment) = (0.0, 0.0)
    for index in -416...416 {
      let t = Double(index) * step
      let spread = 2 * sinh(t)
      let (below, above) = (1 / (1 + exp(-spread)), 1 / (1 + exp(spread)))
      let weight = step * 2 * cosh(t) * below * above
      guard weight > 0 else { continue }
      // Both parts are 0 or more, worked out so that neither end is lost to rounding.
      let part = weight / (least + excess(below, above))
      length += part
      moment += part * above  // the mean is the integral of the share that chooses more
    }
    return (length, moment)
  }

  /// The density when `below` choose less and `above` more, over its lowest. It is concave in the share, so lowest at
  /// one of the ends.
  private func excess(_ below: Double, _ above: Double) -> Double {
    let end = benefit / players - cost
    // Near each end it is what has been gained since that end, so that nothing is lost to rounding there.
    if below < 0.5 {
      let gained = benefit * -expm1(players * log1p(-below)) / players - cost * below
      return max(0, gained + max(0, -end))
    }
    return max(0, cost * above - benefit * pow(above, players) / players + max(0, end))
  }
}
