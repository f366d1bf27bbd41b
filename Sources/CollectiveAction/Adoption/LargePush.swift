/// What is worked out for the pushes of many players, each thing once: tables of gains, a good order to be paid in, a good
/// set of first movers, and bounds from below.
struct LargePush: Sendable {
  /// What the needed gain by one another.
  let needed: LocalGains
  /// What all who do not adopt by themselves do.
  let free: LocalGains
  /// Of the needed, from the first to adopt to the last; empty if it was not asked for.
  let order: [Int]
  /// The weights of the potential, one a player; 1 each if there is none or no order was asked for.
  let weights: [Double]
  /// First movers that are enough; empty if they were not asked for.
  let movers: [Int]
  let places: PlaceBounds

  private enum Finding: Sendable {
    case order([Int], price: Int64)
    case weights([Double]?)
    case movers([Int])
  }

  /// Lists of players are weighed from the hardest to win to the one by which others gain most, in so many steps.
  private static let blends = 4

  init(_ push: PushProblem, wantsOrder: Bool, wantsMovers: Bool) {
    let gains = LocalGains(push, of: push.needed)
    let free = push.free.count == push.needed.count ? gains : LocalGains(push, of: push.free)
    (needed, self.free) = (gains, free)
    let ranks = wantsMovers ? MovingRanks(gains) : nil
    let (orders, lists) = (wantsOrder ? 3 : 0, wantsMovers ? Self.blends + 1 : 0)
    let findings = separately(orders + lists) { number -> Finding in
      switch number {
      case orders...:
        return .movers(gains.beginning(of: ranks?.list(number - orders, of: Self.blends) ?? []))
      case 0, 1:
        // The one that lacks least, or rather the one that, for what it lacks, is worth most to those still to come.
        let order = gains.improved(
          gains.greedyOrder { lacking, influence in
            number == 0 ? lacking : lacking / max(influence, .leastNormalMagnitude)
          })
        return .order(order, price: gains.price(order))
      default: return .weights(push.standard.potential?.playerWeights)
      }
    }
    var best: (order: [Int], price: Int64) = ([], .max)
    var movers: [Int]?
    var weights = [Double](repeating: 1, count: push.base.count)
    for finding in findings {
      switch finding {
      case .order(let order, let price): if price < best.price { best = (order, price) }
      case .weights(let found): if let found { weights = found }
      case .movers(let found): if found.count < movers?.count ?? .max { movers = found }
      }
    }
    order = best.order
    self.movers = movers ?? []
    self.weights = weights
    places = PlaceBounds(push, free)
  }
}

/// Where each stands among those that are hard to win, and among those by which the others gain most.
private struct MovingRanks: Sendable {
  let asked: [Int]
  let influence: [Int]

  init(_ gains: LocalGains) {
    let count = gains.count
    @Sendable func row(_ table: [Int64], _ place: Int) -> ArraySlice<Int64> {
      table[(place * count)..<((place + 1) * count)]
    }
    let lacking = separately(count) { place in
      Double(gains.tolerance - gains.start[place]) / max(row(gains.taken, place).reduce(0) { $0 + Double($1) }, 1)
    }
    let worth = separately(count) { place in row(gains.given, place).reduce(0, &+) }
    func ranks(_ precedes: (Int, Int) -> Bool) -> [Int] {
      var ranks = [Int](repeating: 0, count: count)
      for (rank, place) in (0..<count).sorted(by: precedes).enumerated() { ranks[place] = rank }
      return ranks
    }
    asked = ranks { (-lacking[$0], $0) < (-lacking[$1], $1) }
    influence = ranks { (-worth[$0], $0) < (-worth[$1], $1) }
  }

  /// All places, from the first that should move: the hardest to win when `blend` is 0, the one by which the others gain
  /// most when it is `most`, and between them by a sum of their ranks in both lists.
  func list(_ blend: Int, of most: Int) -> [Int] {
    let ranks = asked.indices.map { (most - blend) * asked[$0] + blend * influence[$0] }
    return asked.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }
}

extension LocalGains {
  /// The players of the shortest beginning of a list of places that draws all others along.
  ///
  /// A longer one does as well, so it is found by halving; what a beginning that is too short comes to is where the next
  /// one goes on from.
  func beginning(of list: [Int]) -> [Int] {
    given.withUnsafeBufferPointer { given in
      var (low, high) = (0, list.count)
      var (nets, adopted, done) = (start, [Bool](repeating: false, count: count), 0)
      while low < high {
        let middle = (low + high) / 2
        var (trial, following) = (nets, adopted)
        trial.withUnsafeMutableBufferPointer { trial in
          following.withUnsafeMutableBufferPointer { following in
            func adopt(_ place: Int) {
              following[place] = true
              for other in 0..<count { trial[other] &+= given[place * count + other] }
            }
            for place in list[done..<middle] where !following[place] { adopt(place) }
            var isMoving = true
            while isMoving {
              isMoving = false
              for place in 0..<count where trial[place] > tolerance && !following[place] {
                adopt(place)
                isMoving = true
              }
            }
          }
        }
        if following.allSatisfy({ $0 }) {
          high = middle
        } else {
          (low, nets, adopted, done) = (middle + 1, trial, following, middle)
        }
      }
      return list[..<low].map { players[$0] }
    }
  }
}

/// Bounds from below for many players: nobody gains more by the first k of the others than by the k that count most.
struct PlaceBounds: Sendable {
  /// What the needed lack together at least, in the currency: whoever comes at a place lacks at least what the one that
  /// lacks least there would.
  let leastLacking: Double
  /// As few as would do if each follower gained by those first that count most for it.
  let fewestMovers: Int

  private struct Part: Sendable {
    /// By place, what somebody of the part lacks there at least.
    var least: [Int64]
    /// How many others each of the needed has to wait for.
    var waits: [Int] = []
  }

  init(_ push: PushProblem, _ free: LocalGains) {
    let (count, needed) = (free.count, push.needed.count)
    let pieces = count < 256 ? 1 : 16
    let tolerance = push.standard.tolerance
    let parts = separately(pieces) { piece in
      var part = Part(least: [Int64](repeating: .max, count: needed))
      for row in (count * piece / pieces)..<(count * (piece + 1) / pieces) {
        var net = free.start[row]
        var wait = net > tolerance ? 0 : count
        part.least[0] = min(part.least[0], max(0, -net))
        var before = 0
        PushProblem.forEachFromLargest(free.taken[(row * count)..<((row + 1) * count)]) { gain in
          net += gain
          before += 1
          if before < needed { part.least[before] = min(part.least[before], max(0, -net)) }
          if wait == count && net > tolerance { wait = min(before, count) }
        }
        while before + 1 < needed {
          before += 1
          part.least[before] = min(part.least[before], max(0, -net))
        }
        if push.greatest[free.players[row]] { part.waits.append(wait) }
      }
      return part
    }
    let least = (0..<needed).map { place in parts.reduce(Int64.max) { min($0, $1.least[place]) } }
    leastLacking = Double(least.reduce(0, +)) / push.standard.scale
    let waits = parts.flatMap(\.waits).sorted()
    fewestMovers =
      (0...waits.count).first { movers in
        waits.dropLast(movers).enumerated().allSatisfy { movers + $0.offset >= $0.element }
      } ?? waits.count
  }
}
