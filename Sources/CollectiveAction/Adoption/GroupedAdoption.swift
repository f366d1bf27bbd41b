/// One standard among at most 63 players of whom some act as one: the same game as ``SharedStandard``, its players in
/// masks and its gains in tables, for asking about thousands of coalitions.
struct GroupedAdoption: Sendable, Equatable {
  let count: Int
  let holders: Coalition
  let tolerance: Int64
  /// What each nets by adopting while nobody else has, in units.
  let alone: [Int64]
  /// What the adoption of the player of the row is worth to that of the column.
  let given: [Int64]
  /// The same with rows and columns exchanged: what the player of the row gains by that of the column.
  let taken: [Int64]
  /// What two players gain together by one another.
  let mutual: [Int64]
  /// The least equilibrium when all act alone, the start of every other.
  private(set) var base: Coalition
  /// Nobody outside adopts in any equilibrium of any coalition: the greatest when all act as one.
  private(set) var top: Coalition

  init(_ standard: SharedStandard) {
    let count = standard.players.count
    precondition(count <= 63, "a coalition has at most 63 players")
    self.count = count
    holders = Coalition(standard.players.indices.filter { standard.holds[$0] })
    tolerance = standard.tolerance
    alone = standard.ownNet
    var (given, taken, mutual) = (
      [Int64](repeating: 0, count: count * count), [Int64](repeating: 0, count: count * count),
      [Int64](repeating: 0, count: count * count)
    )
    for other in 0..<count {
      standard.exchange.forEachCounting(other) { player, share in
        let gain = standard.gainUnits(of: player, share)
        given[other * count + player] = gain
        taken[player * count + other] = gain
      }
    }
    for place in given.indices { mutual[place] = given[place] + taken[place] }
    self.given = given
    self.taken = taken
    self.mutual = mutual
    base = holders
    top = .grand(of: count)
    base = least(.empty, outsiders: .gamma)
    top = greatest(.grand(of: count), outsiders: .gamma, above: base)
  }

  /// The least equilibrium when the members of `group` act as one and the others as `outsiders` says.
  func least(_ group: Coalition, outsiders: WorthConvention) -> Coalition {
    // Outsiders that do the worst they can stay out, but for those that cannot.
    let start = outsiders == .alpha ? holders : base
    guard start != top else { return top }
    return withPlay(group, outsiders, from: start) { play in
      while true {
        play.addWhoGains()
        guard play.addSomeTogether() else { return play.adopters }
      }
    }
  }

  /// The greatest such equilibrium, given one that it is not below.
  func greatest(_ group: Coalition, outsiders: WorthConvention, above lower: Coalition) -> Coalition {
    let start = outsiders == .alpha ? holders.union(top.intersection(group)) : top
    guard start != lower else { return lower }
    return withPlay(group, outsiders, from: start) { play in
      while true {
        play.dropWhoLoses()
        guard play.adopters != lower, play.dropSomeTogether(above: lower) else { return play.adopters }
      }
    }
  }

  /// The fewest and the most members that adopt in what is best for `group` when the others of `adopters` do.
  func jointReply(of group: Coalition, given adopters: Coalition) -> (least: Coalition, greatest: Coalition) {
    let fixed = adopters.subtracting(group).union(holders)
    return withPlay(group, .alpha, from: fixed) { play in
      let (least, greatest) = play.bestAdditions(of: group.subtracting(holders), to: group)
      let kept = holders.intersection(group)
      return (least.union(kept), greatest.union(kept))
    }
  }

  /// Whether no one that acts alone gains by changing its mind while those of `adopters` adopt.
  func isStable(_ adopters: Coalition, for players: Coalition) -> Bool {
    players.allSatisfy { player in
      if holders.contains(player) { return adopters.contains(player) }
      let net = adopters.reduce(alone[player]) { $0 + taken[player * count + $1] }
      return adopters.contains(player) ? net >= -tolerance : net <= tolerance
    }
  }

  private func withPlay<Result>(
    _ group: Coalition, _ outsiders: WorthConvention, from start: Coalition, _ body: (inout GroupPlay) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 3 * count) { buffer in
      let room = UnsafeMutableBufferPointer(rebasing: buffer[...])
      return given.withUnsafeBufferPointer { given in
        taken.withUnsafeBufferPointer { taken in
          mutual.withUnsafeBufferPointer { mutual in
            alone.withUnsafeBufferPointer { alone in
              var play = GroupPlay(
                count: count, alone: alone, given: given, taken: taken, mutual: mutual, room: room,
                tolerance: tolerance, holders: holders, group: group, outsiders: outsiders)
              for player in start { play.add(player) }
              return body(&play)
            }
          }
        }
      }
    }
  }
}

/// Who has adopted so far while some act as one, and what each would add by adopting: to itself where it acts alone,
/// to its group where it does not.
struct GroupPlay {
  let count: Int
  let alone: UnsafeBufferPointer<Int64>
  let given: UnsafeBufferPointer<Int64>
  let taken: UnsafeBufferPointer<Int64>
  let mutual: UnsafeBufferPointer<Int64>
  let tolerance: Int64
  let holders: Coalition
  /// Who acts as one.
  let group: Coalition
  /// The others where they act as one too, otherwise nobody.
  let rest: Coalition
  /// Who may change its mind.
  let movable: Coalition
  private(set) var adopters = Coalition.empty
  /// What each nets by adopting; then what its adoption gives to the adopters of the group, and of the rest.
  private let nets: UnsafeMutablePointer<Int64>
  private let toGroup: UnsafeMutablePointer<Int64>
  private let toRest: UnsafeMutablePointer<Int64>

  init(
    count: Int, alone: UnsafeBufferPointer<Int64>, given: UnsafeBufferPointer<Int64>,
    taken: UnsafeBufferPointer<Int64>, mutual: UnsafeBufferPointer<Int64>, room: UnsafeMutableBufferPointer<Int64>,
    tolerance: Int64, holders: Coalition, group: Coalition, outsiders: WorthConvention
  ) {
    self.count = count
    self.alone = alone
    self.given = given
    self.taken = taken
    self.mutual = mutual
    self.tolerance = tolerance
    self.holders = holders
    self.group = group
    let others = Coalition.grand(of: count).subtracting(group)
    rest = outsiders == .delta ? others : .empty
    movable = (outsiders == .alpha ? group : .grand(of: count)).subtracting(holders)
    nets = room.baseAddress.unsafelyUnwrapped
    toGroup = nets + count
    toRest = toGroup + count
    for player in 0..<count {
      nets[player] = alone[player]
      toGroup[player] = 0
      toRest[player] = 0
    }
  }

  mutating func add(_ player: Int) {
    adopters = adopters.adding(player)
    let (given, taken) = (given.baseAddress.unsafelyUnwrapped, taken.baseAddress.unsafelyUnwrapped)
    let row = player * count
    for other in 0..<count { nets[other] += given[row + other] }
    if group.contains(player) {
      for other in 0..<count { toGroup[other] += taken[row + other] }
    } else if rest.contains(player) {
      for other in 0..<count { toRest[other] += taken[row + other] }
    }
  }

  private mutating func remove(_ player: Int) {
    adopters = adopters.removing(player)
    let (given, taken) = (given.baseAddress.unsafelyUnwrapped, taken.baseAddress.unsafelyUnwrapped)
    let row = player * count
    for other in 0..<count { nets[other] -= given[row + other] }
    if group.contains(player) {
      for other in 0..<count { toGroup[other] -= taken[row + other] }
    } else if rest.contains(player) {
      for other in 0..<count { toRest[other] -= taken[row + other] }
    }
  }

  /// What `player` would add by adopting, for those it acts for.
  private func worth(of player: Int) -> Int64 {
    group.contains(player)
      ? nets[player] + toGroup[player] : rest.contains(player) ? nets[player] + toRest[player] : nets[player]
  }

  /// Adds whoever adds something by itself, until nobody does: with more adopters each adds the more.
  mutating func addWhoGains() {
    var isMoving = true
    while isMoving {
      isMoving = false
      for player in movable.subtracting(adopters) where worth(of: player) > tolerance {
        add(player)
        isMoving = true
      }
    }
  }

  /// Drops whoever takes something away by itself, until nobody does.
  mutating func dropWhoLoses() {
    var isMoving = true
    while isMoving {
      isMoving = false
      for player in movable.intersection(adopters) where worth(of: player) < -tolerance {
        remove(player)
        isMoving = true
      }
    }
  }

  /// Adds members of a group of whom none gains alone and some gain together; false when there are none.
  mutating func addSomeTogether() -> Bool {
    var added = Coalition.empty
    for group in [group, rest] where group.count > 1 {
      let open = group.intersection(movable).subtracting(adopters)
      if open.count > 1 { added = added.union(bestAdditions(of: open, to: group).least) }
    }
    for player in added { add(player) }
    return !added.isEmpty
  }

  /// Drops members of a group of whom none loses alone and some lose together; false when there are none.
  mutating func dropSomeTogether(above lower: Coalition) -> Bool {
    var dropped = Coalition.empty
    for group in [group, rest] where group.count > 1 {
      let open = group.intersection(movable).intersection(adopters).subtracting(lower)
      guard open.count > 1 else { continue }
      for player in open { remove(player) }
      let kept = bestAdditions(of: open, to: group).greatest
      for player in open { add(player) }
      dropped = dropped.union(open.subtracting(kept))
    }
    for player in dropped { remove(player) }
    return !dropped.isEmpty
  }

  /// The least and the greatest set of `open` members that add most to `group` together.
  ///
  /// Who adds something whatever the others do is in, who adds nothing even with all of them is out; what is left is
  /// a minimum cut.
  func bestAdditions(of open: Coalition, to group: Coalition) -> (least: Coalition, greatest: Coalition) {
    guard !open.isEmpty else { return (.empty, .empty) }
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { worths in
      let worths = worths.baseAddress.unsafelyUnwrapped
      for player in open {
        worths[player] = nets[player] + (group == self.group ? toGroup[player] : toRest[player])
      }
      var (certain, possible) = (Coalition.empty, open)
      var isMoving = true
      while isMoving {
        isMoving = false
        let (before, unsettled) = (possible, possible.subtracting(certain))
        for player in unsettled {
          if worths[player] > tolerance {
            certain = certain.adding(player)
            let row = player * count
            for other in possible { worths[other] += mutual[row + other] }
            isMoving = true
          } else {
            var most = worths[player]
            for other in possible.subtracting(certain) { most += mutual[player * count + other] }
            if most < -tolerance { possible = possible.removing(player) }
          }
        }
        if possible != before { isMoving = true }
      }
      let unsettled = possible.subtracting(certain)
      guard !unsettled.isEmpty else { return (certain, certain) }
      let cut = SmallCut.extremes(of: unsettled, worths: worths, mutual: mutual, stride: count, tolerance: tolerance)
      return (certain.union(cut.least), certain.union(cut.greatest))
    }
  }
}
