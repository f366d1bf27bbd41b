/// The pairs to form so that their values add up to most, each player in one pair at most.
///
/// Maximum-weight matching in a general graph, by branch and bound: the assignment problem (each player points at one, or
/// at itself) allows odd rings of players that point at one another in halves, so half its value bounds every matching;
/// where its best solution has such a ring, one of the ring's pairs is taken or ruled out. A matching found is improved by
/// exchanging partners of two pairs. A dozen or two players need few branches; where ``mostBranches`` are not enough, the
/// best found is given with the bound that is proved.
struct PairMatching {
  /// The pairs, the lower player first, in the order of their lower players.
  let pairs: [(Int, Int)]
  let value: Double
  /// No matching has more than this; ``value`` itself up to rounding when the best was proved.
  let atMost: Double

  /// How many rings are broken open before the search stops.
  static let mostBranches = 300

  /// - Parameters:
  ///   - count: the number of players.
  ///   - branches: how many rings may be broken open.
  ///   - value: what the pair of two players, the lower first, is worth; below or at zero it is not formed.
  /// - Complexity: n³ for each branch.
  init(players count: Int, branches: Int = Self.mostBranches, value: (Int, Int) -> Double) {
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var largest = 0.0
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) {
        let worth = value(first, second)
        largest = max(largest, worth)
        (weights[first][second], weights[second][first]) = (worth, worth)
      }
    }
    // No ring of pairs makes up for one that is ruled out.
    let excluded = -(Double(count) + 1) * (largest + 1)
    let rounding = 1e-12 * (1 + Double(count) * largest)
    var best = Partners(of: [], in: weights)
    var open: [(weights: [[Double]], relaxed: Relaxed)] = []
    func look(at changed: [[Double]]) {
      let relaxed = Relaxed(changed)
      let found = Partners(of: relaxed.pairs, in: weights)
      if found.value > best.value { best = found }
      if relaxed.halfPair != nil { open.append((changed, relaxed)) }
    }
    look(at: weights)
    var spent = 0
    while spent < branches {
      open.removeAll { $0.relaxed.bound <= best.value + rounding }
      // The one that promises most, since it holds up the bound.
      guard let next = open.indices.max(by: { open[$0].relaxed.bound < open[$1].relaxed.bound }),
        let (first, second) = open[next].relaxed.halfPair
      else { break }
      let current = open.remove(at: next).weights
      spent += 1
      var without = current
      (without[first][second], without[second][first]) = (excluded, excluded)
      look(at: without)
      var with = current
      for other in 0..<count where other != first && other != second {
        for end in [first, second] { (with[end][other], with[other][end]) = (excluded, excluded) }
      }
      // The two may now only have each other, or nobody, which the other branch looks at too.
      look(at: with)
    }
    pairs = best.pairs
    self.value = best.value
    let proved = open.map(\.relaxed.bound).filter { $0 > best.value + rounding }.max()
    atMost = proved ?? best.value
  }

  /// Who is with whom, improved until no two pairs, nor a pair and one who is alone, would exchange partners.
  private struct Partners {
    private var partner: [Int]
    private let weights: [[Double]]

    init(of pairs: [(Int, Int)], in weights: [[Double]]) {
      self.weights = weights
      partner = Array(weights.indices)
      for (first, second) in pairs { (partner[first], partner[second]) = (second, first) }
      var isBetter = true
      while isBetter {
        isBetter = false
        for first in weights.indices {
          for second in weights.indices where second != first && second != partner[first] {
            if unites(first, second) { isBetter = true }
          }
        }
      }
    }

    /// Puts two players together, and those they leave, if all are better off in sum.
    private mutating func unites(_ first: Int, _ second: Int) -> Bool {
      let (left, right) = (partner[first], partner[second])
      let before = worth(first, left) + worth(second, right)
      // Whoever was alone leaves nobody.
      let areLeft = left != first && right != second
      let after = weights[first][second] + (areLeft ? max(weights[left][right], 0) : 0)
      guard after > before + 1e-12 * (1 + abs(before)) else { return false }
      for player in [left, right] { partner[player] = player }
      (partner[first], partner[second]) = (second, first)
      if areLeft && weights[left][right] > 0 { (partner[left], partner[right]) = (right, left) }
      return true
    }

    private func worth(_ first: Int, _ second: Int) -> Double { first == second ? 0 : weights[first][second] }

    var pairs: [(Int, Int)] {
      partner.indices.compactMap { $0 < partner[$0] ? ($0, partner[$0]) : nil }
    }
    var value: Double { pairs.reduce(0) { $0 + weights[$1.0][$1.1] } }
  }

  /// The assignment that is worth most, and what it tells of matchings.
  private struct Relaxed {
    /// Half the assignment's value: no matching has more.
    let bound: Double
    /// A matching made of the assignment's rings.
    let pairs: [(Int, Int)]
    /// The most valuable pair of an odd ring; none where the matching is the best.
    let halfPair: (Int, Int)?

    init(_ weights: [[Double]]) {
      let count = weights.count
      let partner = largestAssignment(weights)
      var total = 0.0
      for player in 0..<count { total += weights[player][partner[player]] }
      bound = total / 2
      var seen = [Bool](repeating: false, count: count)
      var pairs: [(Int, Int)] = []
      var half: (pair: (Int, Int), weight: Double)?
      for start in 0..<count where !seen[start] {
        var ring: [Int] = []
        var player = start
        while !seen[player] {
          seen[player] = true
          ring.append(player)
          player = partner[player]
        }
        guard ring.count > 1 else { continue }
        func weight(_ place: Int) -> Double { weights[ring[place]][ring[(place + 1) % ring.count]] }
        // Every second pair of the ring, from the start that is worth most; in an odd ring one player stays alone.
        let starts = ring.count == 2 ? 0..<1 : ring.count % 2 == 0 ? 0..<2 : 0..<ring.count
        let steps = ring.count / 2
        func worth(from start: Int) -> Double {
          (0..<steps).reduce(0) { $0 + max(weight((start + 2 * $1) % ring.count), 0) }
        }
        let chosen = starts.reduce(0) { worth(from: $1) > worth(from: $0) ? $1 : $0 }
        for step in 0..<steps {
          let place = (chosen + 2 * step) % ring.count
          let (first, second) = (ring[place], ring[(place + 1) % ring.count])
          if weights[first][second] > 0 { pairs.append((min(first, second), max(first, second))) }
        }
        if ring.count % 2 == 1 {
          for place in ring.indices where weight(place) > half?.weight ?? -.infinity {
            half = ((ring[place], ring[(place + 1) % ring.count]), weight(place))
          }
        }
      }
      self.pairs = pairs
      halfPair = half?.pair
    }
  }
}

/// The permutation that picks one number from every row and column of a square table so that they add up to most.
///
/// The Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker & Volgenant 1987).
/// - Complexity: n³.
private func largestAssignment(_ weights: [[Double]]) -> [Int] {
  let count = weights.count
  // Places are numbered from 1; 0 is where a path starts.
  var rowPrice = [Double](repeating: 0, count: count + 1)
  var columnPrice = rowPrice
  var rowOf = [Int](repeating: 0, count: count + 1)
  var previous = rowOf
  for row in 1...max(count, 1) where count > 0 {
    rowOf[0] = row
    var column = 0
    var reach = [Double](repeating: .infinity, count: count + 1)
    var isDone = [Bool](repeating: false, count: count + 1)
    repeat {
      isDone[column] = true
      let current = rowOf[column]
      var step = Double.infinity
      var next = 0
      for other in 1...count where !isDone[other] {
        let slack = -weights[current - 1][other - 1] - rowPrice[current] - columnPrice[other]
        if slack < reach[other] {
          reach[other] = slack
          previous[other] = column
        }
        if reach[other] < step {
          step = reach[other]
          next = other
        }
      }
      for other in 0...count {
        if isDone[other] {
          rowPrice[rowOf[other]] += step
          columnPrice[other] -= step
        } else {
          reach[other] -= step
        }
      }
      column = next
    } while rowOf[column] != 0
    repeat {
      let before = previous[column]
      rowOf[column] = rowOf[before]
      column = before
    } while column != 0
  }
  var partner = [Int](repeating: 0, count: count)
  for column in 1...max(count, 1) where count > 0 { partner[rowOf[column] - 1] = column - 1 }
  return partner
}
