/// From the least to the greatest equilibrium: who still has to be won, and what each lacks when.
struct PushProblem: Sendable {
  let standard: SharedStandard
  /// The least equilibrium, from which it starts.
  let base: [Bool]
  /// The greatest equilibrium, to which it should lead.
  let greatest: [Bool]
  /// Who has to adopt and does not by itself, ascending.
  let needed: [Int]
  /// Who does not adopt by itself, ascending: the needed, and those that need not be won but may.
  let free: [Int]
  /// What each nets by adopting at the base, in units.
  let nets: [Int64]

  init(_ standard: SharedStandard) {
    self.standard = standard
    let (base, greatest) = (standard.leastEquilibrium, standard.greatestEquilibrium)
    self.base = base
    self.greatest = greatest
    free = standard.players.indices.filter { !base[$0] }
    needed = free.filter { greatest[$0] }
    let play = AdoptionPlay(standard, adopters: base)
    nets = standard.players.indices.map { play.net(of: $0) }
  }

  /// Whether all count alike and have the same benefit, so that only costs tell players apart.
  var isSorted: Bool {
    standard.exchange.isUniform && standard.benefit.allSatisfy { $0 == standard.benefit[0] }
  }

  /// The needed, the cheapest first. Among players of one benefit what is lacking is a convex function of cost less
  /// place, for which the sorted order is best; and who is not needed costs more than any of them and helps no more.
  var cheapestFirst: [Int] {
    needed.sorted { (standard.switchingCost[$0], $0) < (standard.switchingCost[$1], $1) }
  }

  /// What has to be paid, and who is paid, when the rest adopt in `order`.
  func subsidies(inOrder order: [Int], lowerBound: Double, isExact: Bool) -> SubsidyPush {
    let standard = self.standard
    var shares = [Double](repeating: 0, count: base.count)
    func adopt(_ other: Int) { standard.exchange.forEachCounting(other) { shares[$0] += $1 } }
    for player in base.indices where base[player] { adopt(player) }
    var subsidies = [Double](repeating: 0, count: base.count)
    var play = AdoptionPlay(standard, adopters: base)
    for player in order {
      // Whether something is lacking is decided in units, how much is said in the currency.
      if play.net(of: player) < -standard.tolerance {
        subsidies[player] =
          standard.switchingCost[player] - standard.benefit[player] * (standard.exchange.ownShare + shares[player])
      }
      play.adopt(player)
      adopt(player)
    }
    let total = subsidies.reduce(0, +)
    let bound = isExact ? total : min(lowerBound, total)
    // Bounds are counted in units, of which each player may be off by a few.
    let meets = total - bound <= Double(standard.tolerance) * Double(order.count + 1) / standard.scale
    return SubsidyPush(
      subsidies: subsidies, order: standard.cascade().order + order, lowerBound: isExact || meets ? total : bound,
      optimality: isExact || meets ? .exact : .upperBound)
  }

  /// Those of `order` that do not gain by adopting when their turn comes, so that they have to move first.
  func firstMovers(inOrder order: [Int]) -> [Int] {
    var play = AdoptionPlay(standard, adopters: base)
    return order.filter { player in
      defer { play.adopt(player) }
      return play.net(of: player) <= standard.tolerance
    }
  }

  /// The order with the smallest sum of prices, over all sets of players that contain the needed.
  ///
  /// The best way to a set is the best way to one player less, and that player. Each set is met once.
  /// - Parameter price: what a player costs when its net is this many units.
  /// - Complexity: f·2ᶠ for f free players.
  func bestOrder(_ price: (Int64) -> Int64) -> (order: [Int], price: Int64) {
    let search = UndecidedPlayers(standard, free, given: base)
    let count = free.count
    var prices = [Int64](repeating: .max, count: 1 << count)
    var last = [Int8](repeating: -1, count: 1 << count)
    prices[0] = 0
    prices.withUnsafeMutableBufferPointer { prices in
      last.withUnsafeMutableBufferPointer { last in
        search.forEachSet { mask, nets in
          let soFar = prices[Int(mask)]
          for place in 0..<count where mask >> UInt32(place) & 1 == 0 {
            let larger = Int(mask | 1 << UInt32(place))
            let sum = soFar + price(nets[place])
            if sum < prices[larger] {
              prices[larger] = sum
              last[larger] = Int8(place)
            }
          }
        }
      }
    }
    let goal = Set(needed)
    let must = free.indices.reduce(0) { goal.contains(free[$1]) ? $0 | 1 << $1 : $0 }
    var best = must
    for set in prices.indices where set & must == must && prices[set] < prices[best] { best = set }
    var order: [Int] = []
    var set = best
    while set != 0 {
      let place = Int(last[set])
      order.append(free[place])
      set ^= 1 << place
    }
    return (order.reversed(), prices[best])
  }

  // MARK: - When all count alike

  /// The fewest of the needed that have to move first when all count alike: those that follow last.
  ///
  /// Whoever moves first counts for one, so it may as well be one of those that would be the last to follow.
  func mostReluctant() -> [Int] {
    let start = base.filter { $0 }.count
    let followers = needed.map { (player: $0, others: othersNeeded(by: $0)) }
      .sorted { ($0.others, $0.player) < ($1.others, $1.player) }
    for movers in 0...followers.count {
      let rest = followers.dropLast(movers)
      if rest.enumerated().allSatisfy({ start + movers + $0.offset >= $0.element.others }) {
        return followers.suffix(movers).map(\.player)
      }
    }
    preconditionFailure("if all move first, none has to follow")
  }

  /// How many others have to have adopted before `player` gains by it, when all count alike; more than there are if
  /// no number is enough.
  private func othersNeeded(by player: Int) -> Int {
    let each = standard.gainUnits(of: player, standard.exchange.uniformShare)
    let lacking = standard.tolerance - standard.ownNet[player]
    guard lacking >= 0 else { return 0 }
    guard each > 0 else { return base.count }
    return Int(min(lacking / each + 1, Int64(base.count)))
  }
}
