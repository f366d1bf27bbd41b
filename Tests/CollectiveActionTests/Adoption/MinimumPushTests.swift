import CollectiveAction
import Mathematics
import Testing

@Suite struct MinimumPushTests {
  // MARK: - Small games against a search of all orders and sets

  @Test(
    "pays no more than the cheapest of all orders, and what it pays brings play to the top",
    arguments: UInt64(0)..<150)
  func smallestSubsidy(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed, players: 1 + Int(seed % 6))
    let push = standard.smallestSubsidy()
    #expect(push.optimality == .exact && push.lowerBound == push.total)
    #expect(standard.reaches(.subsidies(push.subsidies)))
    #expect(abs(push.total - standard.cheapestOrder()) < adoptionRounding)
    #expect(push.subsidies.allSatisfy { $0 >= 0 })
    // A thousandth less for any that is paid is not enough, or there would be a smaller push.
    for player in push.subsidies.indices where push.subsidies[player] > 0.01 {
      var less = push.subsidies
      less[player] -= 0.001
      #expect(!standard.reaches(.subsidies(less)))
    }
    for (place, player) in push.order.enumerated() where !standard.holds[player] {
      let before = standard.players.indices.map { push.order[..<place].contains($0) }
      #expect(standard.independentNet(of: player, before) + push.subsidies[player] >= -adoptionRounding)
    }
  }

  @Test(
    "names no more first movers than the smallest of all sets that draw play to the top",
    arguments: UInt64(0)..<150)
  func fewestFirstMovers(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed, players: 1 + Int(seed % 8))
    let found = standard.fewestFirstMovers()
    #expect(found.optimality == .exact && found.lowerBound == found.players.count)
    #expect(standard.reaches(.movers(found.players)))
    let (everyone, least) = (standard.players.indices, standard.leastEquilibrium)
    let fewest = (0..<(1 << everyone.count)).filter { mask in
      standard.reaches(.movers(everyone.filter { mask >> $0 & 1 == 1 }))
    }.map { mask in everyone.filter { mask >> $0 & 1 == 1 && !least[$0] }.count }.min()
    #expect(found.players.count == fewest)
  }

  @Test("pays one outside the greatest equilibrium when that is cheaper")
  func paysOutsiders() throws {
    // The third has next to nothing to gain and would be won for a hundredth, and others follow it.
    let standard = try SharedStandard(
      players: ["a", "b", "c"], benefit: [3, 3, 0.3], switchingCost: [1.7, 1.8, 0.32])
    #expect(standard.greatestEquilibrium == [true, true, false])
    let push = standard.smallestSubsidy()
    #expect(abs(push.total - 0.22) < adoptionRounding)
    #expect(push.order == [2, 0, 1] && push.optimality == .exact)
  }

  @Test("pays one of three cities 1, and any one first mover is enough")
  func threeCities() throws {
    let offices = try SharedStandard(
      players: ["Chengdu", "Chongqing", "Ya'an"], benefit: [6, 6, 6], switchingCost: [3, 3, 5])
    #expect(offices.leastEquilibrium == [false, false, false] && offices.greatestEquilibrium == [true, true, true])
    #expect(offices.laplacianThresholds.allSatisfy { abs($0 - 4) < 1e-14 })  // sums of three shares
    #expect(
      zip(offices.pDominance.beliefs, [0.25, 0.25, 0.75]).allSatisfy { abs(($0 ?? 2) - $1) < 1e-14 })
    #expect(abs(offices.smallestSubsidy().total - 1) < 1e-14)
    #expect(offices.fewestFirstMovers().players == [2])
  }

  // MARK: - Closed forms

  @Test("needs a push of 0.4 for five players alike, at a cost of 0.5 each of a benefit of 1")
  func workedExample() throws {
    // Worked out: places are worth 0.2, 0.4, 0.6, …; the first lacks 0.3, the second 0.1.
    let standard = try SharedStandard(
      players: ["a", "b", "c", "d", "e"], benefit: [1, 1, 1, 1, 1], switchingCost: [0.5, 0.5, 0.5, 0.5, 0.5])
    let push = standard.smallestSubsidy()
    #expect(abs(push.total - 0.4) < 1e-15)  // two differences of tenths
    #expect(zip(push.subsidies, [0.3, 0.1, 0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(standard.fewestFirstMovers().players == [3, 4])
  }

  @Test("agrees, for equal weights, with the sum of what each lacks in the order of cost", arguments: UInt64(0)..<30)
  func sortedForm(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [4])
    let count = 25 + Int(seed)
    let costs = (0..<count).map { _ in 0.9 * chance.uniform() }
    let standard = try SharedStandard(
      players: (0..<count).map { "p\($0)" }, benefit: [Double](repeating: 1, count: count), switchingCost: costs)
    let greatest = standard.greatestEquilibrium
    let lacking = costs.indices.filter { greatest[$0] }.map { costs[$0] }.sorted().enumerated().map {
      max(0, $0.element - Double($0.offset + 1) / Double(count))
    }
    let push = standard.smallestSubsidy()
    #expect(abs(push.total - lacking.reduce(0, +)) < 1e-12)  // some fifty differences
    #expect(push.optimality == .exact)
    #expect(standard.reaches(.subsidies(push.subsidies)))
    #expect(standard.reaches(.movers(standard.fewestFirstMovers().players)))
  }

  @Test("agrees, written as a matrix of equal weights, with equal weights told as such", arguments: UInt64(0)..<20)
  func sameByBothWays(seed: UInt64) throws {
    let uniform = try SharedStandard.random(seed: 3 * seed, players: 2 + Int(seed % 9))
    let matrix = try SharedStandard(
      players: uniform.players, benefit: uniform.benefit, switchingCost: uniform.switchingCost,
      holders: uniform.players.indices.filter { uniform.holds[$0] },
      exchange: ExchangeWeights(players: uniform.players, weights: .allAlike(uniform.players.count)))
    #expect(abs(uniform.smallestSubsidy().total - matrix.smallestSubsidy().total) < adoptionRounding)
    #expect(uniform.fewestFirstMovers().players.count == matrix.fewestFirstMovers().players.count)
    #expect(uniform.leastEquilibrium == matrix.leastEquilibrium)
    #expect(uniform.greatestEquilibrium == matrix.greatestEquilibrium)
  }

  // MARK: - More players than can be searched

  @Test(
    "is honest about what is not exact: enough to reach the top, and no less than the bound",
    arguments: UInt64(0)..<8)
  func manyPlayers(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed, players: 41, withHolders: seed % 2 == 0)
    let push = standard.smallestSubsidy()
    #expect(standard.reaches(.subsidies(push.subsidies)))
    #expect(push.lowerBound <= push.total && push.lowerBound >= 0)
    #expect((push.optimality == .exact) == (push.lowerBound == push.total))
    let movers = standard.fewestFirstMovers()
    #expect(standard.reaches(.movers(movers.players)))
    #expect(movers.lowerBound <= movers.players.count)
    if seed % 3 == 0 { #expect(push.optimality == .exact && movers.optimality == .exact) }
  }

  @Test(
    "has bounds that hold for games small enough to be exact, when they are hidden among others",
    arguments: UInt64(0)..<12)
  func boundsHold(seed: UInt64) throws {
    // Three copies that do not deal with one another: too many to search at once, and the sum of three searches.
    let part = try SharedStandard.random(seed: 3 * seed + 1, players: 8, withHolders: false)
    var ties: [ExchangeWeights.Tie] = []
    for copy in 0..<3 {
      for i in 0..<8 {
        for j in 0..<8 where i != j && part.exchange.share(of: j, for: i) > 0 {
          ties.append(
            .init(player: 8 * copy + i, other: 8 * copy + j, weight: part.exchange.share(of: j, for: i)))
        }
      }
    }
    let names = (0..<24).map { "p\($0)" }
    let whole = try SharedStandard(
      players: names, benefit: part.benefit + part.benefit + part.benefit,
      switchingCost: part.switchingCost + part.switchingCost + part.switchingCost,
      exchange: ExchangeWeights(players: names, ties: ties, ownShare: 0.125))
    let (small, large) = (part.smallestSubsidy(), whole.smallestSubsidy())
    #expect(large.lowerBound <= 3 * small.total + adoptionRounding)
    #expect(large.total >= 3 * small.total - adoptionRounding)
    let (few, many) = (part.fewestFirstMovers().players.count, whole.fewestFirstMovers())
    #expect(many.lowerBound <= 3 * few && many.players.count >= 3 * few)
  }

  @Test("proves the fewest first movers of 21 to 24 players: no smaller set is enough", arguments: UInt64(0)..<6)
  func provesFewest(seed: UInt64) throws {
    let standard = try SharedStandard.dealing(21 + Int(seed % 4), seed: seed)
    let found = standard.fewestFirstMovers()
    #expect(found.optimality == .exact && found.lowerBound == found.players.count)
    #expect(standard.reaches(.movers(found.players)))
    let gains = standard.gains
    #expect(!gains.isEnough(movers: found.players.count - 1))
  }

  @Test("narrows what it cannot prove the more steps it has, and finds the same each time", arguments: UInt64(0)..<3)
  func steps(seed: UInt64) throws {
    let standard = try SharedStandard.dealing(41, seed: seed)
    let found = [0, 100_000, 400_000].map { standard.fewestFirstMovers(steps: $0) }
    for (less, more) in zip(found, found.dropFirst()) {
      #expect(more.lowerBound >= less.lowerBound && more.players.count <= less.players.count)
    }
    for movers in found { #expect(standard.reaches(.movers(movers.players))) }
    #expect(standard.fewestFirstMovers(steps: 100_000) == found[1])
  }

  @Test("answers at once what each question by itself does, bit for bit", arguments: [3, 20, 21, 41, 260])
  func atOnce(count: Int) throws {
    for kind in UInt64(0)..<(count > 41 ? 1 : 3) {
      let standard =
        kind == 0 ? try SharedStandard.dealing(count, seed: 5) : try .random(seed: kind, players: count)
      let push = standard.minimumPush(steps: 100_000)
      #expect(push.least == standard.leastEquilibrium && push.greatest == standard.greatestEquilibrium)
      #expect(push.subsidy == standard.smallestSubsidy())
      #expect(push.firstMovers == standard.fewestFirstMovers(steps: 100_000))
      #expect(push.firstMovers.lowerBound >= standard.gains.fewestByPlaces(within: push.greatest))
      #expect(push.subsidy.lowerBound >= standard.gains.leastLackingByPlaces(within: push.greatest) - 1e-9)
    }
  }
}

extension SharedStandard {
  /// A standard that all share in the end and nobody begins, with weights that all differ.
  fileprivate static func dealing(_ count: Int, seed: UInt64) throws -> SharedStandard {
    var chance = RandomStream(seed: seed, stream: [8])
    let names = (0..<count).map { "p\($0)" }
    var weights = Matrix(rows: count, columns: count)
    for i in 0..<count { for j in 0..<count where i != j { weights[i, j] = chance.uniform() } }
    return try SharedStandard(
      players: names, benefit: names.map { _ in 0.8 + 0.4 * chance.uniform() },
      switchingCost: names.map { _ in 0.3 + 0.45 * chance.uniform() },
      exchange: ExchangeWeights(players: names, weights: weights))
  }

  /// What each nets by adopting first, and gains by each other, from the least equilibrium on.
  fileprivate var gains: PlainGains {
    let least = leastEquilibrium
    let open = players.indices.filter { !least[$0] }
    return PlainGains(
      players: open, nets: open.map { independentNet(of: $0, least) },
      gains: open.map { player in open.map { $0 == player ? 0 : benefit[player] * exchange.share(of: $0, for: player) }
      }
    )
  }
}

/// The definitions, written down without regard to how long they take.
private struct PlainGains {
  let players: [Int]
  let nets: [Double]
  /// Row: who gains.
  let gains: [[Double]]

  /// Whether some set of so many movers draws all along.
  func isEnough(movers number: Int) -> Bool {
    func go(on movers: [Int]) -> Bool {
      if movers.count == number { return draws(movers) }
      return ((movers.last ?? -1) + 1..<players.count).contains { go(on: movers + [$0]) }
    }
    return go(on: [])
  }

  private func draws(_ movers: [Int]) -> Bool {
    var (now, adopted, waiting) = (nets, [Bool](repeating: false, count: nets.count), movers)
    var number = 0
    while let mover = waiting.popLast() {
      if adopted[mover] { continue }
      adopted[mover] = true
      number += 1
      for other in nets.indices where !adopted[other] {
        now[other] += gains[other][mover]
        if now[other] > 1e-10 { waiting.append(other) }
      }
    }
    return number == nets.count
  }

  /// How few are enough to draw along those of `greatest` if each of them gained by those first that count most for it.
  func fewestByPlaces(within greatest: [Bool]) -> Int {
    let waits = players.indices.filter { greatest[players[$0]] }.map { row -> Int in
      var net = nets[row]
      for (before, gain) in gains[row].sorted(by: >).enumerated() {
        net += gain
        if net > 1e-10 { return before + 1 }
      }
      return players.count
    }.sorted()
    return (0...waits.count).first { movers in
      waits.dropLast(movers).enumerated().allSatisfy { movers + $0.offset >= $0.element }
    } ?? waits.count
  }

  /// What the one that lacks least at each place lacks there, were those that count most for it before it.
  func leastLackingByPlaces(within greatest: [Bool]) -> Double {
    let places = players.filter { greatest[$0] }.count
    let lacking = players.indices.map { row -> [Double] in
      var net = nets[row]
      return [max(0, -net)]
        + gains[row].sorted(by: >).map { gain in
          net += gain
          return max(0, -net)
        }
    }
    return (0..<places).reduce(0) { sum, place in sum + (lacking.map { $0[place] }.min() ?? 0) }
  }
}

/// What is done to move play.
private enum Push {
  case subsidies([Double])
  case movers([Int])
}

extension SharedStandard {
  /// Whether play, one change of mind after the other, comes from the holders to all of the greatest equilibrium.
  ///
  /// With subsidies the indifferent are taken to adopt, as the smallest subsidy has just to be exceeded.
  fileprivate func reaches(_ push: Push) -> Bool {
    var adopters = holds
    var (paid, slack) = ([Double](repeating: 0, count: players.count), -adoptionRounding)
    switch push {
    case .subsidies(let subsidies):
      (paid, slack) = (subsidies, adoptionRounding)
      // Nobody that is not paid adopts without gaining by it before the first that is.
      adopters = leastEquilibrium
    case .movers(let movers): for mover in movers { adopters[mover] = true }
    }
    let greatest = greatestEquilibrium
    var isMoving = true
    while isMoving {
      isMoving = false
      for player in players.indices where !adopters[player] {
        if independentNet(of: player, adopters) + paid[player] + slack > 0 {
          adopters[player] = true
          isMoving = true
        }
      }
    }
    return isWithin(greatest, adopters)
  }

  /// The smallest sum of what is lacking over all orders of all sets that reach the top.
  fileprivate func cheapestOrder() -> Double {
    let greatest = greatestEquilibrium
    var best = Double.infinity
    func go(on adopters: [Bool], _ sum: Double) {
      guard sum < best else { return }
      if isWithin(greatest, adopters) { best = sum }
      for player in players.indices where !adopters[player] {
        var more = adopters
        more[player] = true
        go(on: more, sum + max(0, -independentNet(of: player, adopters)))
      }
    }
    go(on: leastEquilibrium, 0)
    return best
  }
}
