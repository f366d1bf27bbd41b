import Mathematics

/// Officials who compete for promotion, each by the effort that shows in its own and in the others' results.
///
/// Official i makes an effort aᵢ, at a cost of c·aᵢ²/2, and its result is yᵢ = aᵢ + r·Σⱼaⱼ + luck, with luck normal of
/// standard deviation s and independent. It is compared with each other one by one, and is worth V instead of v in the
/// share of comparisons it wins. With a cooperation weight w it wins against j when
///
///     yᵢ − yⱼ + w(zᵢⱼ − z*) > 0,    zᵢⱼ = (1 + r)(aᵢ + aⱼ)
///
/// where zᵢⱼ is what the two together were seen to do and z* what two are expected to do, z at the equilibrium. Each is
/// compared by differences of results, so the effort of third ones cancels, and the first-order condition at equal
/// efforts is that of two officials, however many there are:
///
///     ((1 − r) + w(1 + r)) · f(0) · (V − v) = c·a,    f(0) = 1 / (2s√π)
///
/// Effort falls the more it helps the rival (r > 0), rises where it harms it (r < 0), and w turns that round.
///
///     let race = try PromotionTournament(players: ["a", "b"], spillover: -0.5, prize: 2, noise: 1, effortCost: 1,
///       range: 0...1)
///     race.effort  // 0.8463; 0.5642 at a spillover of 0, 0.2821 at 0.5
///
/// The condition is necessary only: where luck matters little someone may rather give up. The best reply to the others'
/// effort is found over the whole range from where the slope changes its sign, and efforts that are none are refused.
///
/// ``game`` takes the chance of winning along its tangent at a tie, ½ + f(0)·difference. The second derivative of the
/// normal chance is zero there, so the game agrees with the true one to the third order near the equilibrium, and the
/// equilibrium is the same; it is the true one when luck differs by a uniform amount of up to 1/2f(0). The range is
/// refused where such a chance would fall below 0 or rise above 1. The prize goes from one to another, so with w = 0
/// officials together would rather all do the least; what their effort is worth to the public is not in the game.
///
/// Source: Lazear & Rosen (1981), J. Polit. Econ. 89, 841–864; spillovers among officials after Zhou (2004), Econ. Res.
/// J. (6), 33–40. The cooperation weight, and comparing one by one, are ours.
public struct PromotionTournament: Sendable, Equatable {
  /// r: what a unit of another's effort adds to one's result.
  public let spillover: Double
  /// V − v: what promotion is worth.
  public let prize: Double
  /// s: the standard deviation of luck.
  public let noise: Double
  /// c: how fast the cost of one more unit of effort rises.
  public let effortCost: Double
  /// w: how much the joint result counts.
  public let cooperationWeight: Double
  /// The least and the greatest effort.
  public let range: ClosedRange<Double>
  /// The effort of each in the symmetric equilibrium.
  public let effort: Double
  /// The efforts as a game.
  public let game: CompetitionGame

  /// - Parameters:
  ///   - players: 2 to 63 names, no two alike.
  ///   - spillover: finite.
  ///   - prize: above 0.
  ///   - noise: above 0.
  ///   - effortCost: above 0.
  ///   - cooperationWeight: 0 or more.
  ///   - range: of effort, finite, from 0 or more.
  ///   - today: the efforts of today, within the range; its lower end if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the number and what it should be, and where the effort that meets
  ///   the first-order condition is no equilibrium.
  public init(
    players: [String], spillover: Double, prize: Double, noise: Double, effortCost: Double,
    cooperationWeight: Double = 0, range: ClosedRange<Double>, today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    let count = players.count
    guard count >= 2 else { throw .invalid("a tournament needs 2 players or more, not \(count)") }
    for (what, figure) in [("prize", prize), ("noise", noise), ("effort cost", effortCost)]
    where !(figure.isFinite && figure > 0) {
      throw .invalid("the \(what) is \(figure); give a finite number above 0")
    }
    guard spillover.isFinite else { throw .invalid("the spillover is \(spillover); give a finite number") }
    guard cooperationWeight.isFinite, cooperationWeight >= 0 else {
      throw .invalid("the cooperation weight is \(cooperationWeight); give a finite number, 0 or more")
    }
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low >= 0, high.isFinite else {
      throw .invalid("the efforts go from \(low) to \(high); give finite numbers, 0 or more")
    }
    let density = Self.densityAtTie(noise: noise)
    let (apart, together) = (1 - spillover, cooperationWeight * (1 + spillover))
    let drive = apart + together  // what a unit of one's own effort adds to the difference that decides
    let effort = min(max(prize * density * drive / effortCost, low), high)
    guard effort.isFinite, (density * drive).isFinite else {
      throw .invalid("the figures are too large to be multiplied; state them in larger units")
    }
    let reply = TournamentReply(drive: drive, prize: prize, noise: noise, effortCost: effortCost, others: effort)
    let better = reply.best(from: low, to: high)
    guard reply.gain(better) <= reply.gain(effort) + 1e-12 * prize else {
      throw .invalid(
        "the effort of \(effort) that meets the first-order condition is no equilibrium: an official would rather "
          + "turn to \(better) and gain \(reply.gain(better) - reply.gain(effort)); give more noise than \(noise), "
          + "a smaller prize than \(prize) or a higher effort cost than \(effortCost)")
    }
    // The difference is largest, and least, at corners: it is linear in both efforts.
    let rival = together - apart
    let corners = [(low, low), (low, high), (high, low), (high, high)].map {
      drive * ($0.0 - effort) + rival * ($0.1 - effort)
    }
    let widest = corners.reduce(0) { max($0, abs($1)) }
    let shrink = 0.5 / (density * widest)
    guard shrink >= 1 - 1e-12 else {
      throw .invalid(
        "the efforts go from \(low) to \(high), so far apart that the chance of promotion, taken along its tangent, "
          + "would leave 0 and 1; keep them between \(effort + shrink * (low - effort)) and "
          + "\(effort + shrink * (high - effort)), or give more noise")
    }
    self.spillover = spillover
    self.prize = prize
    self.noise = noise
    self.effortCost = effortCost
    self.cooperationWeight = cooperationWeight
    self.range = range
    self.effort = effort
    let pull = prize * density
    let payoffs = (0..<count).map { i -> QuadraticPayoff in
      var curvature = Matrix(rows: count, columns: count)
      curvature[i, i] = -effortCost
      var slope = [Double](repeating: pull * rival / Double(count - 1), count: count)
      slope[i] = pull * drive
      return QuadraticPayoff(curvature: curvature, slope: slope, constant: prize / 2 - pull * (drive + rival) * effort)
    }
    game = try CompetitionGame(
      players: players, low: [Double](repeating: low, count: count), high: [Double](repeating: high, count: count),
      payoffs: payoffs, today: today)
  }

  /// f(0): the density, at zero, of the difference of two lucks; 1 / (2s√π).
  public static func densityAtTie(noise: Double) -> Double { 1 / (2 * noise * Double.pi.squareRoot()) }

  /// The chance that an official with this effort wins a comparison while all others make ``effort``: the true one.
  public func chance(ofEffort own: Double) -> Double {
    TournamentReply(
      drive: (1 - spillover) + cooperationWeight * (1 + spillover), prize: prize, noise: noise,
      effortCost: effortCost, others: effort
    ).chance(own)
  }
}
