/// What one option may come to, seen over many draws of what is uncertain.
///
/// Money is in the dilemma's currency per year; acting alone gains nothing in any draw.
public struct Outlook: Sendable, Equatable {
  /// The option's name, or none for acting alone.
  public let option: String?
  /// The mean net gain.
  public let mean: SampledFigure
  /// The standard deviation of the net gain over draws.
  public let deviation: SampledFigure
  /// The net gains that 5, 25, 50, 75 and 95 of 100 draws do not exceed.
  public let quantiles: [SampledFigure]
  /// How likely a net gain above zero is.
  public let gainChance: SampledFigure
  /// How likely the option is to be the best of all; where nothing gains, acting alone is, and options that are best
  /// together share the draw evenly.
  public let bestChance: SampledFigure
  /// The mean of what the best option of a draw gains more than this one.
  public let expectedRegret: SampledFigure
  /// The most that the best option of a draw gains more than this one.
  public let largestRegret: Double
  /// For each player how likely the option is to serve it; empty where players' gains are not given.
  public let players: [PlayerOutlook]

  /// The probabilities that ``quantiles`` stand for.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
}

/// What one option may come to for one player.
public struct PlayerOutlook: Sendable, Equatable {
  public let player: String
  /// How likely the player is to gain by the option.
  public let gainChance: SampledFigure
  /// How likely it is to lose by it; what is left is that nothing changes for it.
  public let lossChance: SampledFigure
  /// Its mean net gain.
  public let mean: SampledFigure
}

extension Outlook {
  /// - Parameters:
  ///   - net: the net gains, one a draw.
  ///   - lead: what the best option gains, one a draw.
  ///   - share: the part of each draw in which this is the best option.
  init(option: String?, net: [Double], lead: [Double], share: [Double], players: [PlayerOutlook]) {
    self.option = option
    self.players = players
    let count = Double(net.count)
    mean = SampledFigure(meanOf: net)
    var (second, fourth) = (0.0, 0.0)
    for value in net {
      let square = (value - mean.value) * (value - mean.value)
      second += square
      fourth += square * square
    }
    let variance = net.count > 1 ? second / (count - 1) : 0
    // The delta method: the variance of a variance is (μ₄ − σ⁴)/n.
    deviation = SampledFigure(
      value: variance.squareRoot(),
      standardError: variance > 0
        ? (max(fourth / count - variance * variance, 0) / count).squareRoot() / (2 * variance.squareRoot()) : 0)
    let sorted = net.sorted()
    quantiles = Self.probabilities.map { Self.quantile($0, of: sorted) }
    gainChance = SampledFigure(meanOf: net.lazy.map { $0 > 0 ? 1 : 0 })
    bestChance = SampledFigure(meanOf: share)
    let regrets = zip(lead, net).map { $0 - $1 }
    expectedRegret = SampledFigure(meanOf: regrets)
    largestRegret = regrets.reduce(0, max)
  }

  /// The quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, Amer. Stat. 50,
  /// 361–365); its error is half the distance between the order statistics one binomial deviation to either side.
  private static func quantile(_ probability: Double, of sorted: [Double]) -> SampledFigure {
    func at(_ place: Double) -> Double {
      let inside = min(max(place, 0), Double(sorted.count - 1))
      let below = Int(inside)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (inside - Double(below)) * (sorted[above] - sorted[below])
    }
    let place = probability * Double(sorted.count - 1)
    let step = (Double(sorted.count) * probability * (1 - probability)).squareRoot()
    return SampledFigure(value: at(place), standardError: (at(place + step) - at(place - step)) / 2)
  }
}
