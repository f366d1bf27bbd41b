/// The pushes of more players than can be tried in all combinations: good orders and sets, and bounds that say how good.
extension PushProblem {
  /// The smallest total subsidy, and the fewest first movers.
  func smallestPushes(steps: Int) -> (subsidy: SubsidyPush, movers: FirstMovers) {
    guard isLarge, !standard.exchange.isUniform else { return (smallestSubsidy(), fewestFirstMovers(steps: steps)) }
    let found = LargePush(self, wantsOrder: true, wantsMovers: true)
    return (subsidy(found), movers(found, steps: steps))
  }

  /// The smallest total subsidy.
  func smallestSubsidy() -> SubsidyPush {
    guard !needed.isEmpty else { return subsidies(inOrder: [], lowerBound: 0, isExact: true) }
    if isSorted { return subsidies(inOrder: cheapestFirst, lowerBound: 0, isExact: true) }
    if standard.exchange.isUniform, let assigned = PushAssignment(self) {
      return subsidies(inOrder: assigned.order, lowerBound: 0, isExact: true)
    }
    guard isLarge else { return subsidies(inOrder: bestOrder { max(0, -$0) }.order, lowerBound: 0, isExact: true) }
    return subsidy(LargePush(self, wantsOrder: true, wantsMovers: false))
  }

  /// The fewest first movers.
  func fewestFirstMovers(steps: Int) -> FirstMovers {
    guard !needed.isEmpty else { return firstMovers([], lowerBound: 0) }
    if standard.exchange.isUniform {
      let reluctant = mostReluctant()
      return firstMovers(reluctant, lowerBound: reluctant.count)
    }
    guard isLarge else {
      let tolerance = standard.tolerance
      let first = firstMovers(inOrder: bestOrder { $0 > tolerance ? 0 : 1 }.order)
      return firstMovers(first, lowerBound: first.count)
    }
    return movers(LargePush(self, wantsOrder: isSearched, wantsMovers: true), steps: steps)
  }

  /// Whether there are more players than can be tried in all combinations.
  private var isLarge: Bool { !needed.isEmpty && free.count > SharedStandard.mostUndecided }

  /// Whether first movers are sought by branch and bound.
  var isSearched: Bool { free.count <= SharedStandard.mostSearched }

  private func subsidy(_ large: LargePush) -> SubsidyPush {
    let found = subsidies(inOrder: large.order, lowerBound: 0, isExact: false)
    let bound = max(
      bound(below: found.total, large.needed, from: large.weights),
      PushAssignment(self)?.cost ?? large.places.leastLacking)
    return subsidies(inOrder: large.order, lowerBound: bound, isExact: false)
  }

  private func movers(_ large: LargePush, steps: Int) -> FirstMovers {
    let lower = large.places.fewestMovers
    guard isSearched else { return firstMovers(large.movers, lowerBound: lower) }
    let goal = Set(needed)
    let search = FirstMoverSearch(large.free, needed: free.map(goal.contains))
    var places = [Int](repeating: 0, count: base.count)
    for (place, player) in free.enumerated() { places[player] = place }
    let known =
      [large.movers, firstMovers(inOrder: large.order)].map { search.trimmed($0.map { places[$0] }) }
      + [search.trimmed(search.farthestReaching())]
    var best = known[0]
    for set in known where set.count < best.count { best = set }
    if steps > 0, lower < best.count { best = search.exchanged(best, steps: steps / 4) }
    let found = search.fewest(atLeast: lower, known: best, steps: steps)
    return firstMovers(found.movers.map { free[$0] }, lowerBound: found.lowerBound)
  }

  /// The answer that these move first, and no fewer than so many can.
  func firstMovers(_ players: [Int], lowerBound: Int) -> FirstMovers {
    var adopters = base
    for player in players { adopters[player] = true }
    let gains = players.isEmpty ? [] : standard.gainsFromOthers(adopters)
    var losses = [Double](repeating: 0, count: base.count)
    for player in players {
      losses[player] =
        standard.switchingCost[player] - standard.benefit[player] * standard.exchange.ownShare - gains[player]
    }
    return FirstMovers(
      players: players.sorted(), lowerBound: min(lowerBound, players.count),
      optimality: players.count <= lowerBound ? .exact : .upperBound, losses: losses)
  }

  /// A bound from below: whatever the order, the players lack together at least what any parts y of them, 0 to 1 each,
  /// of what they pay come to, less those parts of what they gain by all others, less the larger of the two gains of
  /// each pair, as the one that comes later gains by the other.
  ///
  /// That is Σ yᵢwᵢ + Σ₍ᵢⱼ₎ min(yᵢgᵢⱼ, yⱼgⱼᵢ), where −wᵢ is what i nets when everybody has adopted. It is right for every y,
  /// and concave, so good parts are found by climbing: from the weights of the potential, if there is one, towards
  /// `target`, with the steps of Polyak (1969), USSR Comput. Math. Math. Phys. 9, 14–29.
  /// - Parameters:
  ///   - target: a subsidy that is enough, in the currency.
  ///   - local: what the needed gain by one another.
  ///   - weights: of the potential, one a player; 1 each if there is none.
  func bound(below target: Double, _ local: LocalGains, from weights: [Double]) -> Double {
    let (count, scale) = (needed.count, standard.scale)
    // Everyone else is taken to have adopted, also those that need not be won.
    let everybody = AdoptionPlay(standard, adopters: [Bool](repeating: true, count: base.count))
    let worths = needed.map { -Double(everybody.net(of: $0)) / scale }
    let largest = needed.reduce(0) { max($0, weights[$1]) }
    var parts = needed.map { weights[$0] / largest }
    var best = 0.0
    for _ in 0..<max(2, min(300, 20_000_000 / (count * count))) {
      var (value, slopes) = (0.0, worths)
      local.taken.withUnsafeBufferPointer { taken in
        local.given.withUnsafeBufferPointer { given in
          for first in 0..<count {
            value += parts[first] * worths[first]
            for second in 0..<first {
              let toFirst = Double(taken[first * count + second]) / scale
              let toSecond = Double(given[first * count + second]) / scale
              let (left, right) = (parts[first] * toFirst, parts[second] * toSecond)
              value += min(left, right)
              // In a tie the slope may be either's; half of each leaves both where they are.
              if left < right { slopes[first] += toFirst }
              if right < left { slopes[second] += toSecond }
              if left == right {
                slopes[first] += toFirst / 2
                slopes[second] += toSecond / 2
              }
            }
          }
        }
      }
      best = max(best, value)
      // What leads out of 0 to 1 is no way up.
      for place in 0..<count
      where (parts[place] == 0 && slopes[place] < 0) || (parts[place] == 1 && slopes[place] > 0) {
        slopes[place] = 0
      }
      let length = slopes.reduce(0) { $0 + $1 * $1 }
      guard length > 0, target > value else { break }
      let step = 0.7 * (target - value) / length
      for place in 0..<count { parts[place] = min(1, max(0, parts[place] + step * slopes[place])) }
    }
    return best
  }
}
