extension PayoffTable {
  /// The profiles from which no player gains by changing its own action, in order of their numbers.
  func pureEquilibria() -> [Int] {
    var isStable = [Bool](repeating: true, count: profileCount)
    isStable.withUnsafeMutableBufferPointer { isStable in
      for player in counts.indices {
        gains[player].withUnsafeBufferPointer { own in
          let (count, stride) = (counts[player], strides[player])
          var best = [Double](repeating: 0, count: stride)
          best.withUnsafeMutableBufferPointer { best in
            // A block holds every action of the player against `stride` profiles of those before it.
            for block in Swift.stride(from: 0, to: profileCount, by: stride * count) {
              for index in 0..<stride { best[index] = own[block + index] }
              for action in 1..<max(1, count) {
                let start = block + action * stride
                for index in 0..<stride where own[start + index] > best[index] { best[index] = own[start + index] }
              }
              for action in 0..<count {
                let start = block + action * stride
                for index in 0..<stride where own[start + index] < best[index] { isStable[start + index] = false }
              }
            }
          }
        }
      }
    }
    return isStable.indices.filter { isStable[$0] }
  }

  /// Where the players come to from `start` when each in turn, in their order, goes over to its best action.
  ///
  /// A player whose action is among its best keeps it; one that changes takes the first of its best. A group moves
  /// as one, when its turn comes, to the joint action that is best for it together.
  ///
  /// - Parameter groups: who moves together, in the order of the turns; every player in one of them.
  /// - Returns: nil when they move in a circle.
  func restingPoint(from start: Int, groups: [[Int]]) -> Int? {
    let offsets = groups.map { self.offsets(of: $0) }
    var profile = start
    var seen = Set<Int>()
    // A profile decides all that follows it, so one seen at the beginning of two rounds comes again for ever.
    while seen.insert(profile).inserted {
      let before = profile
      for (group, offsets) in zip(groups, offsets) {
        let base = profile - group.reduce(0) { $0 + action(of: $1, in: profile) * strides[$1] }
        var most = total(of: group, in: profile)
        for offset in offsets {
          let gain = total(of: group, in: base + offset)
          if gain > most { (profile, most) = (base + offset, gain) }
        }
      }
      // Nobody moves another's part of the profile, so none has moved.
      if profile == before { return profile }
    }
    return nil
  }
}

extension NormalFormGame {
  /// The profiles from which no player gains by changing its own action alone, in order of their numbers.
  ///
  /// - Complexity: two readings of the table; some tenths of a second for 1 679 616 profiles of eight players.
  public func pureEquilibria() -> [Int] { table.pureEquilibria() }

  /// The equilibrium the players come to from today, when all take their first action, if each in turn goes over to
  /// its best reply, in the players' order and again from the first.
  ///
  /// A player whose action is among its best replies keeps it; one that changes takes the first of its best.
  /// - Returns: nil when they move in a circle, as they must where no pure equilibrium exists.
  public func equilibriumFromToday() -> Int? { table.restingPoint(from: 0, groups: players.indices.map { [$0] }) }

  /// The actions of `player` that gain it most while all others do what they do in `profile`.
  public func bestReplies(of player: Int, in profile: Int) -> [Int] {
    precondition((0..<profileCount).contains(profile), "a profile is one of the game's")
    let gains = actions[player].indices.map {
      table.gains[player][table.profile(profile, with: player, doing: $0)]
    }
    let most = gains.max() ?? 0
    return gains.indices.filter { gains[$0] == most }
  }
}
