/// Orders and sets that are good, and bounds that say how good, for more players than can be searched.
extension PushProblem {
  /// The most free players among whom every one is tried as the next first mover.
  private static var fewEnough: Int { 256 }

  /// A good order of the needed: the better of two greedy ones, improved until no move helps.
  func goodOrder(_ local: LocalGains) -> [Int] {
    let candidates = [
      local.greedyOrder { lacking, _ in lacking },
      // Rather the one that, for what it lacks, is worth most to those that are still to come.
      local.greedyOrder { lacking, influence in lacking / max(influence, .leastNormalMagnitude) },
    ].map(local.improved)
    let prices = candidates.map(local.price)
    return prices[1] < prices[0] ? candidates[1] : candidates[0]
  }

  /// A bound from below: whatever the order, the players lack together at least what any parts y of them, 0 to 1 each,
  /// of what they pay come to, less those parts of what they gain by all others, less the larger of the two gains of
  /// each pair, as the one that comes later gains by the other.
  ///
  /// That is Σ yᵢwᵢ + Σ₍ᵢⱼ₎ min(yᵢgᵢⱼ, yⱼgⱼᵢ), where −wᵢ is what i nets when everybody has adopted. It is right for every y,
  /// and concave, so good parts are found by climbing: from the weights of the potential, if there is one, towards
  /// `target`, with the steps of Polyak (1969), USSR Comput. Math. Math. Phys. 9, 14–29.
  /// - Parameter target: a subsidy that is enough, in the currency.
  func bound(below target: Double, _ local: LocalGains) -> Double {
    let (count, scale) = (needed.count, standard.scale)
    // Everyone else is taken to have adopted, also those that need not be won.
    let everybody = AdoptionPlay(standard, adopters: [Bool](repeating: true, count: base.count))
    let worths = needed.map { -Double(everybody.net(of: $0)) / scale }
    let weights = standard.potential?.playerWeights ?? [Double](repeating: 1, count: base.count)
    let largest = needed.reduce(0) { max($0, weights[$1]) }
    var parts = needed.map { weights[$0] / largest }
    var best = 0.0
    for _ in 0..<max(2, min(300, 20_000_000 / (count * count))) {
      var (value, slopes) = (0.0, worths)
      for first in 0..<count {
        value += parts[first] * worths[first]
        for second in 0..<first {
          let toFirst = Double(local.taken[first * count + second]) / scale
          let toSecond = Double(local.given[first * count + second]) / scale
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

  /// A good set of first movers: as many as it takes of those that the best order has to pay, of the most reluctant,
  /// or of the most influential, or a greedy set, whichever is smallest, without whoever is not missed.
  func goodFirstMovers() -> [Int] {
    var candidates = [asManyAsNeeded(of: mostAsked), asManyAsNeeded(of: mostInfluential)]
    if free.count <= Self.fewEnough {
      let local = LocalGains(self)
      candidates.append(trimmed(firstMovers(inOrder: goodOrder(local))))
      candidates.append(trimmed(local.greedyMovers()))
    }
    return trimmed(candidates.reduce(needed) { $1.count < $0.count ? $1 : $0 })
  }

  /// The needed, the one that must trust most in the others first.
  private var mostAsked: [Int] {
    let beliefs = standard.coordinationRisk.beliefs
    return needed.sorted { (-(beliefs[$0] ?? 0), $0) < (-(beliefs[$1] ?? 0), $1) }
  }

  /// The needed, the one by which all others gain most first.
  private var mostInfluential: [Int] {
    var influence = [Int64](repeating: 0, count: base.count)
    for player in needed {
      standard.exchange.forEachCounting(player) { other, share in
        if !base[other] { influence[player] += standard.gainUnits(of: other, share) }
      }
    }
    return needed.sorted { (-influence[$0], $0) < (-influence[$1], $1) }
  }

  /// The shortest beginning of the list that draws play to the top: a longer one does as well, so it is found by
  /// halving.
  private func asManyAsNeeded(of list: [Int]) -> [Int] {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      let reached = standard.cascade(from: Array(list[..<middle])).adopters
      if needed.allSatisfy({ reached[$0] }) { high = middle } else { low = middle + 1 }
    }
    return Array(list[..<low])
  }

  /// The movers without those that the others draw along, as long as that does not take too long.
  private func trimmed(_ movers: [Int]) -> [Int] {
    var kept = movers
    guard movers.count * base.count * base.count <= 100_000_000 else { return movers }
    for mover in movers {
      let fewer = kept.filter { $0 != mover }
      let reached = standard.cascade(from: fewer).adopters
      if needed.allSatisfy({ reached[$0] }) { kept = fewer }
    }
    return kept
  }

  /// A bound from below for many players: whoever comes at a place lacks at least what the one that lacks least there
  /// would, were those that count most for it all before it.
  func boundByPlaces() -> Double {
    let gains = freeGains
    var least = [Int64](repeating: .max, count: needed.count)
    for player in free {
      let lacking = lackingByPlace(of: player, gains[player])
      for place in least.indices { least[place] = min(least[place], lacking[place]) }
    }
    return Double(least.reduce(0, +)) / standard.scale
  }

  /// A bound from below on the number of first movers: as few as would do if each follower gained by those first that
  /// count most for it.
  func fewestByPlaces() -> Int {
    let gains = freeGains
    let others = needed.map { player -> Int in
      var net = nets[player]
      if net > standard.tolerance { return 0 }
      for (index, gain) in Self.fromLargest(gains[player]).enumerated() {
        net += gain
        if net > standard.tolerance { return index + 1 }
      }
      return free.count
    }.sorted()
    return (0...others.count).first { movers in
      others.dropLast(movers).enumerated().allSatisfy { movers + $0.offset >= $0.element }
    } ?? others.count
  }
}

/// What the needed gain by one another, as a table in units.
struct LocalGains {
  let players: [Int]
  let start: [Int64]
  /// By row of the one that adopts and column of the one that gains.
  let given: [Int64]
  /// By row of the one that gains and column of the one that adopts.
  let taken: [Int64]
  let tolerance: Int64
  var count: Int { players.count }

  init(_ push: PushProblem) {
    let (count, standard) = (push.needed.count, push.standard)
    players = push.needed
    start = push.needed.map { push.nets[$0] }
    tolerance = standard.tolerance
    var places = [Int](repeating: -1, count: push.base.count)
    for (place, player) in players.enumerated() { places[player] = place }
    var given = [Int64](repeating: 0, count: count * count)
    var taken = given
    for (row, other) in players.enumerated() {
      standard.exchange.forEachCounting(other) { player, share in
        let place = places[player]
        guard place >= 0 else { return }
        let gain = standard.gainUnits(of: player, share)
        given[row * count + place] = gain
        taken[place * count + row] = gain
      }
    }
    self.given = given
    self.taken = taken
  }

  /// What has to be paid when they adopt in `order`, of numbers of players.
  func price(_ order: [Int]) -> Int64 {
    var places = [Int: Int]()
    for (place, player) in players.enumerated() { places[player] = place }
    return price(ofPlaces: order.map { places[$0] ?? 0 })
  }

  private func price(ofPlaces order: [Int]) -> Int64 {
    var nets = start
    var sum: Int64 = 0
    for place in order {
      sum += max(0, -nets[place])
      let row = place * count
      for other in 0..<count { nets[other] += given[row + other] }
    }
    return sum
  }

  /// Those that lack nothing first, whenever there are any; otherwise whoever `score` is lowest for, given what it
  /// lacks and what it is worth to those still to come, as far as they lack it.
  func greedyOrder(_ score: (Double, Double) -> Double) -> [Int] {
    var nets = start
    var waiting = Array(0..<count)
    var order: [Int] = []
    var influence = (0..<count).map { row in
      (0..<count).reduce(0.0) { $0 + Double(min(given[row * count + $1], max(0, -start[$1]))) }
    }
    while !waiting.isEmpty {
      var (chosen, lowest) = (0, Double.infinity)
      for (index, place) in waiting.enumerated() {
        let value = nets[place] >= -tolerance ? -1 : score(Double(-nets[place]), influence[place])
        if value < lowest { (chosen, lowest) = (index, value) }
      }
      let place = waiting.remove(at: chosen)
      order.append(place)
      for other in waiting {
        nets[other] += given[place * count + other]
        // Exact influence would take a pass over all pairs each time; it is enough to forget who has adopted.
        influence[other] -= Double(min(taken[place * count + other], max(0, -start[place])))
      }
    }
    return order.map { players[$0] }
  }

  /// Moves one player at a time to where it does most good, until none does any, or for some ten million steps.
  ///
  /// A player that moves past another changes what these two lack and nothing else, so all places of one player are
  /// weighed in one pass.
  func improved(_ order: [Int]) -> [Int] {
    var indices = [Int: Int]()
    for (place, player) in players.enumerated() { indices[player] = place }
    var places = order.map { indices[$0] ?? 0 }
    // What each nets when its turn comes.
    var nets = start
    var atTurn = start
    for place in places {
      atTurn[place] = nets[place]
      for other in 0..<count { nets[other] += given[place * count + other] }
    }
    for _ in 0..<max(1, min(100, 20_000_000 / (count * count))) {
      var isMoving = false
      for player in 0..<count {
        guard let slot = places.firstIndex(of: player) else { continue }
        let best = bestSlot(for: player, at: slot, places, atTurn)
        guard best != slot else { continue }
        isMoving = true
        let step = best < slot ? -1 : 1
        for passed in stride(from: slot + step, through: best, by: step) {
          let other = places[passed]
          let (toPlayer, toOther) = (taken[player * count + other], given[player * count + other])
          atTurn[player] += step > 0 ? toPlayer : -toPlayer
          atTurn[other] -= step > 0 ? toOther : -toOther
          places[passed - step] = other
        }
        places[best] = player
      }
      guard isMoving else { break }
    }
    return places.map { players[$0] }
  }

  /// The slot to which `player` should move so that the least is lacking; its own when no other is better.
  private func bestSlot(for player: Int, at slot: Int, _ places: [Int], _ atTurn: [Int64]) -> Int {
    var (best, least) = (slot, -tolerance)
    for step in [-1, 1] {
      var (net, change) = (atTurn[player], Int64(0))
      var passed = slot + step
      while places.indices.contains(passed) {
        let other = places[passed]
        let (toPlayer, toOther) = (taken[player * count + other], given[player * count + other])
        let before = max(0, -net) + max(0, -atTurn[other])
        net += step > 0 ? toPlayer : -toPlayer
        change += max(0, -net) + max(0, -(atTurn[other] - (step > 0 ? toOther : -toOther))) - before
        if change < least { (best, least) = (passed, change) }
        passed += step
      }
    }
    return best
  }

  /// Takes, one by one, whoever is worth most to those that still lack something, and lets follow who then gains.
  func greedyMovers() -> [Int] {
    var nets = start
    var waiting = Set(0..<count)
    var movers: [Int] = []
    func adopt(_ place: Int) {
      waiting.remove(place)
      for other in 0..<count { nets[other] += given[place * count + other] }
    }
    while !waiting.isEmpty {
      if let follower = waiting.sorted().first(where: { nets[$0] > tolerance }) {
        adopt(follower)
        continue
      }
      let chosen = waiting.sorted().max { left, right in worth(left) < worth(right) } ?? 0
      func worth(_ place: Int) -> Int64 {
        waiting.reduce(0) { $1 == place ? $0 : $0 + min(given[place * count + $1], max(0, -nets[$1])) }
      }
      movers.append(players[chosen])
      adopt(chosen)
    }
    return movers
  }
}
