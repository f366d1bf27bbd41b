/// What every player gains in every profile of actions: the bare numbers that the methods of a game work on.
///
/// Profile Σ aᵢ·strideᵢ has player i take its action aᵢ; the first player's action counts fastest.
struct PayoffTable: Sendable, Equatable {
  /// How many actions each player has, at least one.
  let counts: [Int]
  let strides: [Int]
  let profileCount: Int
  /// One list a player, one gain a profile.
  let gains: [[Double]]
  /// The unit in which gains can be added without rounding; none where they have none in common.
  let unit: DecimalUnit?

  init(counts: [Int], gains: [[Double]], unit: DecimalUnit?) {
    self.counts = counts
    var strides: [Int] = []
    var size = 1
    for count in counts {
      strides.append(size)
      size *= count
    }
    precondition(gains.count == counts.count && gains.allSatisfy { $0.count == size }, "a gain a player and profile")
    self.strides = strides
    profileCount = size
    self.gains = gains
    self.unit = unit
  }

  var playerCount: Int { counts.count }

  func action(of player: Int, in profile: Int) -> Int { profile / strides[player] % counts[player] }

  /// The profile in which `player` does `action` and everyone else what it does in `profile`.
  func profile(_ profile: Int, with player: Int, doing action: Int) -> Int {
    profile + (action - self.action(of: player, in: profile)) * strides[player]
  }

  func actions(in profile: Int) -> [Int] { counts.indices.map { action(of: $0, in: profile) } }

  /// What the members gain together in `profile`, without rounding where there is a unit.
  func total(of members: some Sequence<Int>, in profile: Int) -> Double {
    guard let unit else { return members.reduce(0) { $0 + gains[$1][profile] } }
    return unit.number(of: members.reduce(0) { $0 + unit.count(of: gains[$1][profile]) })
  }

  /// The index, within the table, of each joint action of `members` while all others take their first; the first
  /// member's action counts fastest.
  func offsets(of members: [Int]) -> [Int] {
    var offsets = [0]
    for member in members {
      let before = offsets
      offsets = (0..<counts[member]).flatMap { action in before.map { $0 + action * strides[member] } }
    }
    return offsets
  }

  /// The game in which each group of players is one player that gains what its members gain together.
  ///
  /// - Parameter groups: every player in exactly one of them, the members of each ascending.
  func merged(_ groups: [[Int]]) -> PayoffTable {
    if groups.allSatisfy({ $0.count == 1 }) && groups.map({ $0[0] }) == Array(counts.indices) { return self }
    // The profile of this table behind each profile of the new one.
    var origin = [0]
    origin.reserveCapacity(profileCount)
    for group in groups {
      let before = origin
      origin = offsets(of: group).flatMap { offset in before.map { $0 + offset } }
    }
    return PayoffTable(
      counts: groups.map { $0.reduce(1) { $0 * counts[$1] } },
      gains: groups.map { group in
        if group.count == 1 {
          let own = gains[group[0]]
          return origin.map { own[$0] }
        }
        return origin.map { total(of: group, in: $0) }
      },
      unit: unit)
  }

  /// The game in which each player has only some of its actions.
  ///
  /// - Parameter kept: the actions of each player, ascending, at least one each.
  func restricted(to kept: [[Int]]) -> PayoffTable {
    if zip(kept, counts).allSatisfy({ $0.count == $1 }) { return self }
    var origin = [0]
    for player in counts.indices {
      let before = origin
      origin = kept[player].flatMap { action in before.map { $0 + action * strides[player] } }
    }
    return PayoffTable(
      counts: kept.map(\.count), gains: gains.map { own in origin.map { own[$0] } }, unit: unit)
  }

  /// The difference between what `player` gains at best and at worst; zero where nothing it or others do matters.
  func range(of player: Int) -> Double {
    gains[player].withUnsafeBufferPointer { gains in
      var (least, most) = (gains[0], gains[0])
      for gain in gains {
        if gain < least { least = gain }
        if gain > most { most = gain }
      }
      return most - least
    }
  }

  /// What `player` gains on average when the others mix their actions: a list over the actions of the players in
  /// `kept` (ascending), the first of them counting fastest.
  ///
  /// - Parameter mixes: the probability of each action of each player; those of `kept` are not read.
  /// - Complexity: little more than one reading of the table.
  func expected(_ player: Int, keeping kept: [Int], mixes: [[Double]]) -> [Double] {
    var current = gains[player]
    var outer = 1
    for other in counts.indices.reversed() {
      let count = counts[other]
      if kept.contains(other) {
        outer *= count
        continue
      }
      let inner = strides[other]
      var next = [Double](repeating: 0, count: outer * inner)
      let mix = mixes[other]
      current.withUnsafeBufferPointer { current in
        next.withUnsafeMutableBufferPointer { next in
          for block in 0..<outer {
            for action in 0..<count where mix[action] != 0 {
              let weight = mix[action]
              let start = (block * count + action) * inner
              for index in 0..<inner { next[block * inner + index] += weight * current[start + index] }
            }
          }
        }
      }
      current = next
    }
    return current
  }

  /// What `player` gains by each of its actions when the others mix.
  func replies(of player: Int, to mixes: [[Double]]) -> [Double] { expected(player, keeping: [player], mixes: mixes) }
}
