/// What every coalition of a table can be sure of when it says first, without lots, what it does.
///
/// One reading of the table, a block of profiles at a time. The first players' actions make the block; in it the
/// gains of each coalition are added up, one more member on top of the coalition without it, and what the outsiders can
/// bring them down to is kept for each of its joint actions. These are Π(1 + kᵢ) numbers in all.
struct SureGains {
  /// Blocks of so many profiles stay near the processor.
  private static let largestBlock = 8192

  private let table: PayoffTable
  /// How many players' actions make a block, and how many profiles that is.
  private let leading: Int
  private let block: Int
  /// Where the numbers of each coalition begin, by its mask.
  private let starts: [Int]

  init(_ table: PayoffTable) {
    self.table = table
    var (leading, block) = (1, table.counts[0])
    while leading < table.playerCount, block * table.counts[leading] <= Self.largestBlock {
      block *= table.counts[leading]
      leading += 1
    }
    (self.leading, self.block) = (leading, block)
    var starts = [0]
    for mask in 0..<(1 << table.playerCount) {
      let joint = table.counts.indices.reduce(1) { mask >> $1 & 1 == 1 ? $0 * table.counts[$1] : $0 }
      starts.append(starts[mask] + joint)
    }
    self.starts = starts
  }

  /// For each mask, the most its members can be sure to gain together; 0 for nobody.
  func worths() -> [Double] {
    let count = table.playerCount
    var least = [Double](repeating: .infinity, count: starts[1 << count])
    // The block's gains of each player, the sums on the way to a coalition, and two lists for what outsiders leave.
    var gains = [Double](repeating: 0, count: count * block)
    var sums = [Double](repeating: 0, count: count * block)
    var spare = [Double](repeating: 0, count: 2 * block)
    for number in 0..<(table.profileCount / block) {
      fill(&gains, fromBlock: number)
      least.withUnsafeMutableBufferPointer { least in
        gains.withUnsafeBufferPointer { gains in
          sums.withUnsafeMutableBufferPointer { sums in
            spare.withUnsafeMutableBufferPointer { spare in
              var sweep = BlockSweep(
                counts: table.counts, leading: leading, block: block, number: number, starts: starts, gains: gains,
                sums: sums, spare: spare, least: least)
              sweep.add(to: 0, members: 0, from: 0)
            }
          }
        }
      }
    }
    return (0..<(1 << count)).map { mask in
      guard mask > 0, let most = least[starts[mask]..<starts[mask + 1]].max() else { return 0 }
      return table.unit?.number(of: most) ?? most
    }
  }

  private func fill(_ gains: inout [Double], fromBlock number: Int) {
    for (player, own) in table.gains.enumerated() {
      for index in 0..<block {
        let gain = own[number * block + index]
        gains[player * block + index] = table.unit?.count(of: gain) ?? gain
      }
    }
  }
}

/// One block, coalition after coalition.
private struct BlockSweep {
  let counts: [Int]
  let leading: Int
  let block: Int
  let number: Int
  let starts: [Int]
  let gains: UnsafeBufferPointer<Double>
  let sums: UnsafeMutableBufferPointer<Double>
  let spare: UnsafeMutableBufferPointer<Double>
  let least: UnsafeMutableBufferPointer<Double>

  /// Every coalition that adds to those of `mask` one or more from player `next` on.
  mutating func add(to mask: Int, members: Int, from next: Int) {
    for player in next..<counts.count {
      let own = UnsafeBufferPointer(rebasing: gains[(player * block)..<((player + 1) * block)])
      let total = UnsafeMutableBufferPointer(rebasing: sums[(members * block)..<((members + 1) * block)])
      if members == 0 {
        for index in 0..<block { total[index] = own[index] }
      } else {
        let before = UnsafeBufferPointer(rebasing: sums[((members - 1) * block)..<(members * block)])
        for index in 0..<block { total[index] = before[index] + own[index] }
      }
      settle(mask | 1 << player, UnsafeBufferPointer(total))
      add(to: mask | 1 << player, members: members + 1, from: player + 1)
    }
  }

  /// Takes the outsiders' worst out of `totals`, and keeps what is left where it is less than before.
  private func settle(_ mask: Int, _ totals: UnsafeBufferPointer<Double>) {
    var (current, size) = (totals, block)
    var isFirst = true
    for player in (0..<leading).reversed() where mask >> player & 1 == 0 {
      let inner = counts[..<player].reduce(1, *)
      let actions = counts[player]
      let half = isFirst ? spare[..<block] : spare[block...]
      let next = UnsafeMutableBufferPointer(rebasing: half)
      for outer in 0..<(size / (inner * actions)) {
        let (from, to) = (outer * inner * actions, outer * inner)
        for index in 0..<inner { next[to + index] = current[from + index] }
        for action in 1..<actions {
          let start = from + action * inner
          for index in 0..<inner {
            let gain = current[start + index]
            next[to + index] = gain < next[to + index] ? gain : next[to + index]
          }
        }
      }
      size /= actions
      current = UnsafeBufferPointer(next)
      isFirst.toggle()
    }
    // The other members' actions are the same throughout the block.
    var (place, rest, width) = (0, number, size)
    for player in leading..<counts.count {
      if mask >> player & 1 == 1 {
        place += rest % counts[player] * width
        width *= counts[player]
      }
      rest /= counts[player]
    }
    let start = starts[mask] + place
    for index in 0..<size where current[index] < least[start + index] { least[start + index] = current[index] }
  }
}

extension NormalFormGame {
  /// The most profiles for which ``coalitionGame(_:)`` lets coalitions and outsiders draw lots under α: six players of six
  /// actions, whose linear programs take some four seconds together.
  public static let mostProfilesByLot = 46_656

  /// What each coalition bears when it says first, without lots, what it does, and the others together harm it most: the value
  /// of ``guarantee(of:mixing:)`` without lots, for every coalition.
  ///
  /// It is no more than what it can be sure of if it may draw its joint action unseen.
  /// - Throws: ``DilemmaError`` as every table of coalitions.
  /// - Complexity: one reading of the table, in which each profile is added up for every coalition: 2ⁿ·Π kᵢ steps. 1.3
  ///   seconds for eight players of six actions.
  public func costsSureWithoutLots() throws(DilemmaError) -> CoalitionGame {
    try CoalitionGame(
      players: players, kind: .cost, ofTable: SureGains(table).worths().map { $0 == 0 ? 0 : -$0 })
  }
}
