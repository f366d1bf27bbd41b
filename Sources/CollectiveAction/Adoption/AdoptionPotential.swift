/// A number for every set of adopters that rises whenever one player's change of mind gains it something.
///
/// It exists when what j's adoption is worth to i, times i's weight, is what i's adoption is worth to j, times j's.
/// With weights of 1 the rise is the gain itself (an exact potential); otherwise it is the gain times the player's
/// weight. Ties that are the same both ways always have one, and so have equal weights, whatever the benefits.
///
/// Source: Monderer & Shapley (1996), Games Econ. Behav. 14, 124–143.
public struct AdoptionPotential: Sendable, Equatable {
  /// One a player, above 0; their mean is 1 among any players that are tied together.
  public let playerWeights: [Double]
  /// Whether the weights are all 1.
  public let isExact: Bool
  private let standard: SharedStandard

  init(playerWeights: [Double], isExact: Bool, standard: SharedStandard) {
    self.playerWeights = playerWeights
    self.isExact = isExact
    self.standard = standard
  }

  /// The potential of a set of adopters, in the game's currency; 0 for nobody.
  /// - Parameter adopters: one answer a player.
  public func value(of adopters: [Bool]) -> Double {
    let gains = standard.gainsFromOthers(adopters)
    return adopters.indices.reduce(0) { sum, player in
      guard adopters[player] else { return sum }
      let own = standard.benefit[player] * standard.exchange.ownShare - standard.switchingCost[player]
      return sum + playerWeights[player] * (own + gains[player] / 2)  // each pair is met twice
    }
  }

  /// The least set of adopters, holders among them, with the highest potential: an equilibrium, and the one that
  /// global games select when each player sees the benefit with a little noise, whatever the noise.
  ///
  /// Source: Frankel, Morris & Pauzner (2003), J. Econ. Theory 108, 1–44; Ui (2001), Games Econ. Behav. 36, 102–122.
  /// - Complexity: a sort where all count alike, otherwise a minimum cut.
  public var maximiser: [Bool] {
    if standard.exchange.isUniform, let uniform = uniformMaximiser { return uniform }
    let standard = self.standard
    let open = standard.players.indices.filter { !standard.holds[$0] }
    var places = [Int](repeating: -1, count: standard.players.count)
    for (place, player) in open.enumerated() { places[player] = place }
    // Weights may stretch the figures, so they are counted in units of their own.
    let largest =
      standard.players.indices.map {
        playerWeights[$0] * max(standard.benefit[$0], standard.switchingCost[$0])
      }.max() ?? 0
    guard largest > 0, let scale = SharedStandard.scale(largest: largest, players: standard.players.count) else {
      return standard.holds
    }
    func units(_ figure: Double, of player: Int) -> Int64 {
      SharedStandard.units(figure * playerWeights[player], scale)
    }
    let certain = standard.gainsFromOthers(standard.holds)
    let worths = open.map {
      units(standard.benefit[$0] * standard.exchange.ownShare + certain[$0] - standard.switchingCost[$0], of: $0)
    }
    var pairs: [(first: Int, second: Int, worth: Int64)] = []
    for (place, other) in open.enumerated() {
      standard.exchange.forEachCounting(other) { player, share in
        guard places[player] > place else { return }
        pairs.append((place, places[player], units(standard.benefit[player] * share, of: player)))
      }
    }
    let best = BestSet.extremes(worths: worths, pairs: pairs, tolerance: standard.tolerance)
    var adopters = standard.holds
    for (place, player) in open.enumerated() where best.least[place] { adopters[player] = true }
    return adopters
  }

  /// Where all count alike and have a benefit, a player's weight is in inverse proportion to it, and what matters of a
  /// set is how many it has: the cheapest first, in proportion to their benefits.
  private var uniformMaximiser: [Bool]? {
    guard standard.benefit.allSatisfy({ $0 > 0 }) else { return nil }
    let share = standard.exchange.uniformShare
    let ratio = standard.players.indices.map { standard.switchingCost[$0] / standard.benefit[$0] }
    let order = standard.players.indices.filter { !standard.holds[$0] }.sorted { (ratio[$0], $0) < (ratio[$1], $1) }
    var adopted = Double(standard.players.count - order.count)
    var (sum, best, kept) = (0.0, 0.0, 0)
    for (place, player) in order.enumerated() {
      sum += standard.exchange.ownShare + adopted * share - ratio[player]
      adopted += 1
      if sum > best + 1e-12 {  // shares are parts of one; sums of thousands of them are off by less
        best = sum
        kept = place + 1
      }
    }
    var adopters = standard.holds
    for player in order[..<kept] { adopters[player] = true }
    return adopters
  }
}

extension SharedStandard {
  /// The potential of the game, or none when it has none.
  ///
  /// A difference of less than 10⁻⁹ of what two players are worth to one another counts as none.
  /// - Complexity: each tie is looked up once, mostly in one step.
  public var potential: AdoptionPotential? {
    let rounding = 1e-9
    var weights = [Double](repeating: 0, count: players.count)
    if exchange.isUniform {
      // Every pair is tied, so the weights are as 1/bᵢ; whoever has no benefit would need an infinite one.
      guard players.count > 1, benefit.contains(where: { $0 > 0 }) else { return exactPotential }
      guard benefit.allSatisfy({ $0 > 0 }) else { return nil }
      for player in players.indices { weights[player] = benefit[0] / benefit[player] }
      return AdoptionPotential(
        playerWeights: Self.withMeanOne(weights, among: Array(players.indices)),
        isExact: benefit.allSatisfy { abs($0 - benefit[0]) <= rounding * benefit[0] }, standard: self)
    }
    // Ties are met mostly in the order in which the others of a player stand.
    var next = exchange.offsets
    for start in players.indices where weights[start] == 0 {
      weights[start] = 1
      var group = [start]
      var place = 0
      while place < group.count {
        let other = group[place]
        place += 1
        var isConsistent = true
        exchange.forEachCounting(other) { player, share in
          let (there, back) = (
            benefit[player] * share, benefit[other] * exchange.share(of: player, for: other, near: &next[player])
          )
          guard there > 0 || back > 0 else { return }
          guard there > 0, back > 0 else {
            isConsistent = false
            return
          }
          if weights[player] == 0 {
            weights[player] = weights[other] * (back / there)
            group.append(player)
          } else {
            let (left, right) = (weights[player] * there, weights[other] * back)
            if abs(left - right) > rounding * (left + right) { isConsistent = false }
          }
        }
        guard isConsistent else { return nil }
      }
      let normal = Self.withMeanOne(weights, among: group)
      for player in group { weights[player] = normal[player] }
    }
    return AdoptionPotential(
      playerWeights: weights, isExact: weights.allSatisfy { abs($0 - 1) <= rounding }, standard: self)
  }

  private var exactPotential: AdoptionPotential {
    AdoptionPotential(
      playerWeights: [Double](repeating: 1, count: players.count), isExact: true, standard: self)
  }

  private static func withMeanOne(_ weights: [Double], among group: [Int]) -> [Double] {
    let mean = group.reduce(0) { $0 + weights[$1] } / Double(group.count)
    var normal = weights
    for player in group { normal[player] /= mean }
    return normal
  }
}
