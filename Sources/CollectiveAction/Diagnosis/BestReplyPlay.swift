import Mathematics

/// Best replies, one player at a time, in a game.
struct BestReplyPlay {
  let sets: [ActionSet]
  let costs: ([Double]) -> [Double]
  let reply: (Int, [Double]) -> Double

  init(of dilemma: some PlayableDilemma) {
    sets = dilemma.players.indices.map { dilemma.actions(of: $0) }
    costs = { dilemma.costs(of: $0) }
    reply = { dilemma.bestReply(of: $0, to: $1) }
  }

  /// The players who save by another action, with that action.
  func movers(at actions: [Double]) -> [(player: Int, action: Double)] {
    let borne = costs(actions)
    return actions.indices.compactMap { player in
      saving(of: player, at: actions, bearing: borne).map { (player, $0) }
    }
  }

  /// The action by which `player` saves, if any.
  func saving(of player: Int, at actions: [Double]) -> Double? {
    saving(of: player, at: actions, bearing: costs(actions))
  }

  private func saving(of player: Int, at actions: [Double], bearing borne: [Double]) -> Double? {
    let action = reply(player, actions)
    guard action != actions[player] else { return nil }
    var after = actions
    after[player] = action
    // A saving of 10⁻¹² of what all bear is rounding.
    let rounding = 1e-12 * borne.reduce(0) { $0 + abs($1) }
    return borne[player] - costs(after)[player] > rounding ? action : nil
  }

  /// Any profile, each as likely as the next.
  func start(using chance: inout some RandomNumberGenerator) -> [Double] {
    sets.map { set in
      switch set {
      case .listed(let actions): actions[Int.random(in: 0..<actions.count, using: &chance)]
      case .between(let low, let high): low + (high - low) * chance.uniform()
      }
    }
  }

  /// Where the way from `start` ends; none if it has not after `steps` moves a player.
  func end(from start: [Double], steps: Int, using chance: inout some RandomNumberGenerator) -> [Double]? {
    var actions = start
    for _ in 0..<(steps * sets.count) {
      let movers = movers(at: actions)
      guard let chosen = movers.randomElement(using: &chance) else { return actions }
      actions[chosen.player] = chosen.action
    }
    return nil
  }

  /// How far apart two profiles are, in ranges.
  func distance(_ first: [Double], _ second: [Double]) -> Double {
    sets.indices.reduce(0) { largest, player in
      switch sets[player] {
      case .listed: max(largest, first[player] == second[player] ? 0 : 1)
      case .between(let low, let high):
        high > low ? max(largest, abs(first[player] - second[player]) / (high - low)) : largest
      }
    }
  }

  /// Whether two ends are the same: in listed actions exactly, in others within a thousandth of the range, since a way
  /// stops when what could still be saved is rounding, and costs are flat around an end.
  func isSame(_ first: [Double], _ second: [Double]) -> Bool {
    sets.indices.allSatisfy { player in
      switch sets[player] {
      case .listed: first[player] == second[player]
      case .between(let low, let high): abs(first[player] - second[player]) <= 1e-3 * (high - low)
      }
    }
  }
}

/// All profiles of a game of listed actions, and how best replies lead from one to the next.
struct ReplyChain {
  private let play: BestReplyPlay
  private let lists: [[Double]]
  /// For each profile, those that follow it, each as likely as the next; none at an end.
  private let next: [[Int]]

  /// None where actions are not listed or there are more than `mostProfiles`.
  init?(of play: BestReplyPlay, mostProfiles: Int) {
    var lists: [[Double]] = []
    var count = 1
    for case .listed(let actions) in play.sets {
      lists.append(actions)
      count = min(count, mostProfiles + 1) * actions.count
    }
    guard lists.count == play.sets.count, count <= mostProfiles else { return nil }
    self.play = play
    self.lists = lists
    var strides: [Int] = []
    var stride = 1
    for list in lists.reversed() {
      strides.insert(stride, at: 0)
      stride *= list.count
    }
    next = (0..<count).map { profile in
      let actions = Self.actions(of: profile, lists: lists)
      return play.movers(at: actions).compactMap { player, action in
        let list = lists[player]
        guard let to = list.firstIndex(of: action), let from = list.firstIndex(of: actions[player]) else { return nil }
        return profile + (to - from) * strides[player]
      }
    }
  }

  private static func actions(of profile: Int, lists: [[Double]]) -> [Double] {
    var rest = profile
    return Array(
      lists.reversed().map { list in
        defer { rest /= list.count }
        return list[rest % list.count]
      }.reversed())
  }

  /// The ends, with the share of profiles that lead to each, and the share that leads to none.
  func settlements() -> (settlements: [Basin.Settlement], unsettled: Double) {
    let ends = next.indices.filter { next[$0].isEmpty }
    let place = Dictionary(uniqueKeysWithValues: ends.enumerated().map { ($1, $0) })
    // How likely each profile leads to each end.
    var chances = [[Double]](repeating: [], count: next.count)
    for part in parts() {
      if part.count == 1, let end = place[part[0]] {
        chances[part[0]] = ends.indices.map { $0 == end ? 1 : 0 }
      } else {
        solve(part, ends: ends.count, chances: &chances)
      }
    }
    let count = Double(next.count)
    let settlements = ends.indices.map { index in
      let share = chances.reduce(0) { $0 + $1[index] } / count
      let actions = Self.actions(of: ends[index], lists: lists)
      return Basin.Settlement(
        actions: actions, costs: play.costs(actions), share: share, interval: share...share)
    }
    let settled = settlements.reduce(0) { $0 + $1.share }
    // Sums of some thousand shares are rounded in the last digits.
    return (settlements, 1 - settled < 1e-12 ? 0 : 1 - settled)
  }

  /// The chances of the profiles of a part, which lead to one another and to profiles whose chances are known.
  private func solve(_ part: [Int], ends: Int, chances: inout [[Double]]) {
    let inside = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
    var matrix = Matrix(rows: part.count, columns: part.count)
    var known = [[Double]](repeating: [Double](repeating: 0, count: part.count), count: ends)
    var leaves = false
    for (row, profile) in part.enumerated() {
      matrix[row, row] = 1
      let weight = 1 / Double(next[profile].count)
      for follower in next[profile] {
        if let column = inside[follower] {
          matrix[row, column] -= weight
        } else {
          leaves = true
          for end in 0..<ends { known[end][row] += weight * chances[follower][end] }
        }
      }
    }
    // A part that nothing leaves turns in a circle for good; one that something leaves is left with certainty.
    let solved = leaves ? try? LinearSystem(matrix) : nil
    for profile in part { chances[profile] = [Double](repeating: 0, count: ends) }
    guard let solved else { return }
    for end in 0..<ends {
      guard let values = try? solved.solution(for: known[end]) else { continue }
      for (row, profile) in part.enumerated() { chances[profile][end] = values[row] }
    }
  }

  /// The sets of profiles that lead back to one another, every one after those it leads to (Tarjan 1972, SIAM J. Comput.
  /// 1, 146–160), without recursion.
  private func parts() -> [[Int]] {
    var order = [Int](repeating: -1, count: next.count)
    var lowest = order
    var isOpen = [Bool](repeating: false, count: next.count)
    var open: [Int] = []
    var parts: [[Int]] = []
    var counter = 0
    for root in next.indices where order[root] < 0 {
      var way: [(profile: Int, followers: Int)] = [(root, 0)]
      while let (profile, done) = way.last {
        if done == 0 {
          order[profile] = counter
          lowest[profile] = counter
          counter += 1
          open.append(profile)
          isOpen[profile] = true
        }
        if done < next[profile].count {
          way[way.count - 1].followers += 1
          let follower = next[profile][done]
          if order[follower] < 0 {
            way.append((follower, 0))
          } else if isOpen[follower] {
            lowest[profile] = min(lowest[profile], order[follower])
          }
          continue
        }
        way.removeLast()
        if let parent = way.last?.profile { lowest[parent] = min(lowest[parent], lowest[profile]) }
        guard lowest[profile] == order[profile] else { continue }
        var part: [Int] = []
        while let last = open.popLast() {
          isOpen[last] = false
          part.append(last)
          if last == profile { break }
        }
        parts.append(part)
      }
    }
    return parts
  }
}
