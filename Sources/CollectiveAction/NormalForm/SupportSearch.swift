import Mathematics

/// The search for all equilibria of a small game of any number of players.
///
/// For each choice of actions that may be taken, the mixtures are cut into boxes. A box is given up when over all of it
/// some action taken gains less than another, or when Krawczyk's test shows that no mixture in it makes the actions
/// taken equally good; it is settled when the test shows that there is exactly one. Otherwise it is cut in two. A
/// margin far above rounding is kept in every test, so that none is lost; where boxes stay undecided, or an action
/// is neither clearly taken nor clearly worse, the answer is not said to be complete.
///
/// Source: Krawczyk (1969), Computing 4, 187–201; Moore, Kearfott & Cloud (2009), Introduction to interval analysis,
/// chapter 8; supports as in Porter, Nudelman & Shoham (2008), Games Econ. Behav. 63, 642–662.
struct SupportSearch {
  /// Up to so many choices of supports are searched: three players of three actions have 343.
  static let mostSupports = 400
  /// Up to so many boxes are looked at in all.
  static let mostBoxes = 20_000
  /// And at so many for one choice of supports.
  private static let mostBoxesOfSupport = 2000
  /// What rounding may amount to at most, over the range of payoffs.
  private static let margin = 1e-12
  /// Narrower boxes are not cut.
  private static let leastWidth = 1e-4
  /// Probabilities and losses below this are neither zero nor not.
  private static let doubtful = 1e-9

  private let table: PayoffTable
  private let ranges: [Double]
  private var boxesLeft = SupportSearch.mostBoxes
  private var found: [[[Double]]] = []
  private var isComplete = true

  init?(_ table: PayoffTable) {
    let supports = table.counts.reduce(1) { $0 > Self.mostSupports ? $0 : $0 * ((1 << min($1, 20)) - 1) }
    guard supports <= Self.mostSupports else { return nil }
    self.table = table
    ranges = table.counts.indices.map { table.range(of: $0) }
  }

  /// All equilibria found, and whether it was shown that there are no others.
  mutating func equilibria() -> (mixes: [[[Double]]], areAll: Bool) {
    var supports = [table.counts.map { _ in [Int]() }]
    for player in table.counts.indices {
      let choices = (1..<(1 << table.counts[player])).map { mask in
        (0..<table.counts[player]).filter { mask >> $0 & 1 == 1 }
      }
      supports = supports.flatMap { before in
        choices.map { choice in
          var next = before
          next[player] = choice
          return next
        }
      }
    }
    // The smaller first: pure equilibria come before mixed ones.
    let sizes = supports.map { $0.reduce(0) { $0 + $1.count } }
    for index in supports.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) { search(supports[index]) }
    return (found, isComplete)
  }

  // MARK: Boxes

  /// The least and the greatest probability of each action of a support, player by player.
  private struct Box {
    var lower: [[Double]]
    var upper: [[Double]]
  }

  private mutating func search(_ support: [[Int]]) {
    // A little beyond 0 and 1, so that a mixture at an edge is inside.
    let beyond = 1e-3
    var open = [
      Box(
        lower: support.map { $0.map { _ in -beyond } }, upper: support.map { $0.map { _ in 1 + beyond } })
    ]
    var looked = 0
    while var box = open.popLast() {
      guard boxesLeft > 0, looked < Self.mostBoxesOfSupport else {
        giveUp()
        return
      }
      boxesLeft -= 1
      looked += 1
      guard tighten(&box), !isExcluded(box, support) else { continue }
      switch krawczyk(box, support) {
      case .none: continue
      case .one(let mixes): settle(mixes, support)
      case .unknown:
        // The widest of the free coordinates, a little off its middle: solutions like to lie at simple fractions.
        var (widest, place, width) = (0, 0, -1.0)
        for player in support.indices where support[player].count > 1 {
          for index in 1..<support[player].count where box.upper[player][index] - box.lower[player][index] > width {
            (widest, place, width) = (player, index, box.upper[player][index] - box.lower[player][index])
          }
        }
        guard width > Self.leastWidth else {
          // As a rule one of a whole curve of solutions: there would be no end of boxes like it.
          giveUp()
          return
        }
        let cut = box.lower[widest][place] + 0.4871 * width
        var other = box
        box.upper[widest][place] = cut
        other.lower[widest][place] = cut
        open += [other, box]
      }
    }
  }

  /// Not all will be found, so not much more is done.
  private mutating func giveUp() {
    isComplete = false
    boxesLeft = min(boxesLeft, Self.mostBoxesOfSupport)
  }

  /// Bounds that follow from Σ p = 1; false when nothing is left.
  private func tighten(_ box: inout Box) -> Bool {
    for player in box.lower.indices {
      let (least, most) = (box.lower[player].reduce(0, +), box.upper[player].reduce(0, +))
      for index in box.lower[player].indices {
        let (low, high) = (box.lower[player][index], box.upper[player][index])
        box.lower[player][index] = max(low, 1 - (most - high) - Self.margin)
        box.upper[player][index] = min(high, 1 - (least - low) + Self.margin)
        if box.lower[player][index] > box.upper[player][index] { return false }
      }
    }
    return true
  }

  /// Whether all over the box an action taken is not as good as the first taken, or another one is better.
  private func isExcluded(_ box: Box, _ support: [[Int]]) -> Bool {
    for player in support.indices where ranges[player] > 0 {
      let first = support[player][0]
      for action in 0..<table.counts[player] where action != first {
        let (least, most) = gap(player, action, first, box, support)
        let slack = Self.margin * ranges[player]
        if least > slack || support[player].contains(action) && most < -slack { return true }
      }
    }
    return false
  }

  /// Between what bounds lies how much more `player` gains by `action` than by `other`.
  private func gap(
    _ player: Int, _ action: Int, _ other: Int, _ box: Box, _ support: [[Int]]
  ) -> (least: Double, most: Double) {
    let own = table.gains[player]
    let (better, worse) = (action * table.strides[player], other * table.strides[player])
    return bounds(table.counts.indices.filter { $0 != player }[...], 0, box, support) {
      own[$0 + better] - own[$0 + worse]
    }
  }

  /// The least and greatest average of `value` over the profiles of `rest`, all mixtures of the box considered.
  private func bounds(
    _ rest: ArraySlice<Int>, _ base: Int, _ box: Box, _ support: [[Int]], _ value: (Int) -> Double
  ) -> (least: Double, most: Double) {
    guard let player = rest.last else {
      let exact = value(base)
      return (exact, exact)
    }
    let parts = support[player].map {
      bounds(rest.dropLast(), base + $0 * table.strides[player], box, support, value)
    }
    let (lower, upper) = (box.lower[player], box.upper[player])
    return (
      -Self.greatest(parts.map { -$0.least }, lower, upper), Self.greatest(parts.map(\.most), lower, upper)
    )
  }

  /// The greatest Σ pᵢvᵢ with pᵢ between its bounds and Σ pᵢ = 1: as much as possible to the greatest.
  private static func greatest(_ values: [Double], _ lower: [Double], _ upper: [Double]) -> Double {
    var rest = 1.0
    var sum = 0.0
    for index in values.indices {
      rest -= lower[index]
      sum += lower[index] * values[index]
    }
    for index in values.indices.sorted(by: { values[$0] > values[$1] }) {
      let more = min(upper[index] - lower[index], rest)
      sum += more * values[index]
      rest -= more
    }
    return sum
  }

  // MARK: Krawczyk's test

  private enum Verdict {
    case none, unknown
    case one([[Double]])
  }

  /// Free coordinates: all actions of the support but each player's first.
  private func coordinates(_ support: [[Int]]) -> [(player: Int, index: Int)] {
    support.indices.flatMap { player in
      (0..<support[player].count).dropFirst().map { (player: player, index: $0) }
    }
  }

  /// Whether the equations uᵢₐ = uᵢ₀ have no solution in the box, or one in a box a little larger.
  private func krawczyk(_ box: Box, _ support: [[Int]]) -> Verdict {
    let free = coordinates(support)
    let middle = free.map { (box.lower[$0.player][$0.index] + box.upper[$0.player][$0.index]) / 2 }
    guard !free.isEmpty else { return .one(mixes(middle, support)) }
    // Half as large again, so that solutions on a side are inside.
    let radius = free.map { 0.75 * (box.upper[$0.player][$0.index] - box.lower[$0.player][$0.index]) + 1e-9 }
    var wide = box
    for (coordinate, place) in free.enumerated() {
      wide.lower[place.player][place.index] = middle[coordinate] - radius[coordinate]
      wide.upper[place.player][place.index] = middle[coordinate] + radius[coordinate]
    }
    for player in support.indices where support[player].count > 1 {
      wide.lower[player][0] = 1 - wide.upper[player].dropFirst().reduce(0, +)
      wide.upper[player][0] = 1 - wide.lower[player].dropFirst().reduce(0, +)
    }
    let slopes = free.map { row in free.map { slope(row, $0, wide, support) } }
    let centre = Matrix(slopes.map { $0.map { ($0.least + $0.most) / 2 } })
    guard let system = try? LinearSystem(centre) else { return .unknown }
    var inverse = Matrix(rows: free.count, columns: free.count)
    for column in free.indices {
      guard let solved = try? system.solution(for: free.indices.map { $0 == column ? 1 : 0 }) else { return .unknown }
      for row in free.indices { inverse[row, column] = solved[row] }
    }
    // How far the solution can be from the middle: the step there, and what slopes may differ by.
    guard let step = step(at: middle, inverse, free, support) else { return .unknown }
    var isInside = true
    for row in free.indices {
      var reach = 1e-12
      for column in free.indices {
        var spread = 0.0
        for k in free.indices {
          spread += abs(inverse[row, k]) * (slopes[k][column].most - slopes[k][column].least) / 2
        }
        // 1e-9: what is left of I − Y·J at the middle after rounding, J being well conditioned.
        reach += (spread + 1e-9) * radius[column]
      }
      // The solution, if there is one in the larger box, is within `reach` of middle + step.
      let half = radius[row]
      if abs(step[row]) - reach > half { return .none }
      if abs(step[row]) + reach >= half { isInside = false }
    }
    guard isInside else { return .unknown }
    var point = middle
    for _ in 0..<100 {
      guard let step = self.step(at: point, inverse, free, support) else { return .unknown }
      for index in point.indices { point[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-15 }) { break }
    }
    return .one(mixes(point, support))
  }

  private func mixes(_ point: [Double], _ support: [[Int]]) -> [[Double]] {
    var mixes = table.counts.map { [Double](repeating: 0, count: $0) }
    for player in support.indices { mixes[player][support[player][0]] = 1 }
    for (value, place) in zip(point, coordinates(support)) {
      mixes[place.player][support[place.player][place.index]] = value
      mixes[place.player][support[place.player][0]] -= value
    }
    return mixes
  }

  /// −Y·F, one step of Newton's method with a fixed slope.
  private func step(
    at point: [Double], _ inverse: Matrix, _ free: [(player: Int, index: Int)], _ support: [[Int]]
  ) -> [Double]? {
    let replies = table.counts.indices.map { table.replies(of: $0, to: mixes(point, support)) }
    let values = free.map { place in
      let own = replies[place.player]
      return own[support[place.player][place.index]] - own[support[place.player][0]]
    }
    let step = free.indices.map { row in -free.indices.reduce(0) { $0 + inverse[row, $1] * values[$1] } }
    return step.allSatisfy(\.isFinite) ? step : nil
  }

  /// Between what bounds the gap of one coordinate's action rises with another coordinate.
  private func slope(
    _ row: (player: Int, index: Int), _ column: (player: Int, index: Int), _ box: Box, _ support: [[Int]]
  ) -> (least: Double, most: Double) {
    guard row.player != column.player else { return (0, 0) }
    let own = table.gains[row.player]
    let (stride, otherStride) = (table.strides[row.player], table.strides[column.player])
    let (action, first) = (support[row.player][row.index] * stride, support[row.player][0] * stride)
    let (reply, other) = (
      support[column.player][column.index] * otherStride, support[column.player][0] * otherStride
    )
    let rest = table.counts.indices.filter { $0 != row.player && $0 != column.player }
    return bounds(rest[...], 0, box, support) {
      (own[$0 + action + reply] - own[$0 + first + reply]) - (own[$0 + action + other] - own[$0 + first + other])
    }
  }

  /// Keeps the solution if it is an equilibrium in which the whole support is taken.
  private mutating func settle(_ mixes: [[Double]], _ support: [[Int]]) {
    var isDoubtful = false
    for player in support.indices where support[player].count > 1 {
      for action in support[player] {
        if mixes[player][action] < -Self.doubtful { return }
        if mixes[player][action] < Self.doubtful { isDoubtful = true }
      }
    }
    for player in support.indices {
      let replies = table.replies(of: player, to: mixes)
      let own = replies[support[player][0]]
      for action in replies.indices where !support[player].contains(action) {
        if replies[action] - own > Self.doubtful * ranges[player] { return }
        if replies[action] - own > -Self.doubtful * ranges[player] { isComplete = false }
      }
    }
    guard !isDoubtful else {
      // As far as can be told an action is not taken: the smaller support has this equilibrium.
      isComplete = false
      return
    }
    let isKnown = found.contains { known in
      zip(known, mixes).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) < 1e-8 } }
    }
    if !isKnown { found.append(mixes) }
  }
}
