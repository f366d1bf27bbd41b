import CollectiveAction

/// Every coalition of a table in a few numbers, from which a mechanism bounds what it can be worth.
///
/// Coalitions of one size stand side by side, ``width`` to a block, those that gain most together first; the last block
/// of a size is filled up with places that hold none. ``width`` blocks have a cover, so that all can be passed over at once.
struct CandidateBounds: Sendable {
  typealias Lanes = SIMD8<Double>

  /// What the coalitions of a block gain and put in.
  struct Block: Sendable {
    /// What members gain together, those that gain and those that lose.
    var memberPlus = Lanes(), memberMinus = Lanes()
    /// The same of all players.
    var regionPlus = Lanes(), regionMinus = Lanes()
    var stake = Lanes()
    /// Means over the members that contribute: temptation, own gain above zero, and one, by unit of contribution.
    var temptation = Lanes(), gain = Lanes(), inverse = Lanes()
    /// How many members contribute.
    var payers = Lanes()
    /// What the member that gains least gains, and one, by unit of its contribution.
    var leastGain = Lanes(), leastInverse = Lanes()
  }

  /// What no coalition of a block exceeds: what its members, and what all players, gain together, and its stake.
  struct Reach: Sendable {
    var memberGain = -Double.infinity, regionGain = -Double.infinity
    var leastStake = Double.infinity, largestStake = 0.0
  }

  /// The coalitions of one size.
  struct Group: Sendable {
    let size: Int
    /// The blocks of those that gain most, and the others.
    let leading: Range<Int>, covered: Range<Int>
    /// The covers of the others, ``width`` blocks each.
    let covers: Range<Int>

    var blocks: Range<Int> { leading.lowerBound..<covered.upperBound }
  }

  /// Where the lists stand in memory, valid while ``withShelf(_:)`` runs.
  ///
  /// The search reads a few numbers of each of a thousand blocks; checks of bounds and counts of owners would cost more than
  /// the reading. All that it reads with is made together with the lists by the initialiser: blocks and covers of a
  /// ``Group``, places of a block (a block has ``width``), members from the start of a place to the next, of which there is
  /// one more than places.
  struct Shelf {
    let blocks: UnsafeBufferPointer<Block>
    let reaches: UnsafeBufferPointer<Reach>
    let covers: UnsafeBufferPointer<Block>
    let coverStakes: UnsafeBufferPointer<Lanes>
    let rows: UnsafeBufferPointer<Int>
    let members: UnsafeBufferPointer<Member>
    let starts: UnsafeBufferPointer<Int>

    /// The stakes of a block, read without a copy of the rest.
    @inline(__always)
    func stake(ofBlock index: Int) -> Lanes { (blocks.baseAddress.unsafelyUnwrapped + index).pointee.stake }
  }

  /// Works with the lists where they stand.
  func withShelf<Result>(_ work: (Shelf) -> Result) -> Result {
    blocks.withUnsafeBufferPointer { blocks in
      reaches.withUnsafeBufferPointer { reaches in
        covers.withUnsafeBufferPointer { covers in
          coverStakes.withUnsafeBufferPointer { coverStakes in
            rows.withUnsafeBufferPointer { rows in
              members.withUnsafeBufferPointer { members in
                starts.withUnsafeBufferPointer { starts in
                  work(
                    Shelf(
                      blocks: blocks, reaches: reaches, covers: covers, coverStakes: coverStakes, rows: rows,
                      members: members, starts: starts))
                }
              }
            }
          }
        }
      }
    }
  }

  /// How many coalitions are looked at at once.
  static let width = Lanes.scalarCount
  /// How many blocks of each size are looked at first.
  private static let leadingBlocks = 2

  let blocks: [Block]
  /// What the blocks reach.
  let reaches: [Reach]
  /// What no coalition of a block exceeds, a lane a block, for all but the leading ones: sums and means that help at their
  /// most, those that harm at their least.
  let covers: [Block]
  /// The least stakes of their blocks, which costs go with.
  let coverStakes: [Lanes]
  /// The cover of each block, below zero for a leading one, and its lane.
  let coverLanes: [(cover: Int, lane: Int)]
  /// The coalitions of each size, the smallest size first.
  let sizes: [Group]
  /// The row at each place, below zero where there is none.
  let rows: [Int]
  /// The members that contribute, place by place.
  let members: [Member]
  /// Those of a place are from its start to the next.
  let starts: [Int]
  /// The place of each row.
  let places: [Int]

  init(_ all: [CoalitionRow]) {
    let order = all.indices.sorted {
      let (left, right) = (all[$0], all[$1])
      return (left.coalition.count, -left.memberGain, left.coalition)
        < (right.coalition.count, -right.memberGain, right.coalition)
    }
    var blocks: [Block] = []
    var reaches: [Reach] = []
    var covers: [Block] = []
    var coverStakes: [Lanes] = []
    var coverLanes: [(cover: Int, lane: Int)] = []
    var sizes: [Group] = []
    var rows: [Int] = []
    var members: [Member] = []
    var starts: [Int] = []
    var places = [Int](repeating: 0, count: all.count)
    var next = order.startIndex
    while next < order.endIndex {
      let size = all[order[next]].coalition.count
      let end = order[next...].firstIndex { all[$0].coalition.count != size } ?? order.endIndex
      let firstBlock = blocks.count
      for index in Self.alikeTogether(order[next..<end], all) {
        let row = all[index]
        let lane = rows.count % Self.width
        if lane == 0 {
          blocks.append(Block())
          reaches.append(Reach())
        }
        let payers = Member.all(of: row)
        blocks[blocks.count - 1].fill(lane, with: row, payers)
        reaches[reaches.count - 1].include(row)
        places[index] = rows.count
        rows.append(index)
        starts.append(members.count)
        members += payers
      }
      while rows.count < blocks.count * Self.width {
        rows.append(-1)
        starts.append(members.count)
      }
      let firstCovered = min(firstBlock + Self.leadingBlocks, blocks.count)
      let firstCover = covers.count
      for block in firstBlock..<blocks.count {
        guard block >= firstCovered else {
          coverLanes.append((-1, 0))
          continue
        }
        let lane = (block - firstCovered) % Self.width
        if lane == 0 {
          covers.append(Block())
          coverStakes.append(Lanes())
        }
        coverLanes.append((covers.count - 1, lane))
        let lanes = (0..<Self.width).filter { rows[block * Self.width + $0] >= 0 }
        covers[covers.count - 1].cover(lane, blocks[block], lanes: lanes)
        coverStakes[covers.count - 1][lane] = reaches[block].leastStake
      }
      sizes.append(
        Group(
          size: size, leading: firstBlock..<firstCovered, covered: firstCovered..<blocks.count,
          covers: firstCover..<covers.count))
      next = end
    }
    starts.append(members.count)
    (self.blocks, self.reaches) = (blocks, reaches)
    (self.covers, self.coverStakes, self.coverLanes) = (covers, coverStakes, coverLanes)
    (self.sizes, self.rows) = (sizes, rows)
    (self.members, self.starts, self.places) = (members, starts, places)
  }

  /// The rows of one size, given with those that gain most first, so that those of a cover are alike: in strips that gain
  /// about the same, within a strip those with most at stake first. The leading blocks stay as they are.
  private static func alikeTogether(_ order: ArraySlice<Int>, _ all: [CoalitionRow]) -> [Int] {
    let leading = leadingBlocks * width
    var rows = Array(order)
    let covers = (rows.count - leading) / (width * width)
    let strip = width * width * max(1, Int(Double(covers).squareRoot()))
    for start in stride(from: leading, to: rows.count, by: strip) {
      rows[start..<min(start + strip, rows.count)].sort {
        (-all[$0].stake, all[$0].coalition) < (-all[$1].stake, all[$1].coalition)
      }
    }
    return rows
  }
}

extension CandidateBounds.Block {
  /// Covers the coalitions of a block in these of its lanes.
  fileprivate mutating func cover(_ place: Int, _ block: Self, lanes: [Int]) {
    func most(_ figures: CandidateBounds.Lanes) -> Double { lanes.reduce(-.infinity) { max($0, figures[$1]) } }
    func least(_ figures: CandidateBounds.Lanes) -> Double { lanes.reduce(.infinity) { min($0, figures[$1]) } }
    memberPlus[place] = most(block.memberPlus)
    memberMinus[place] = most(block.memberMinus)
    regionPlus[place] = most(block.regionPlus)
    regionMinus[place] = most(block.regionMinus)
    stake[place] = most(block.stake)
    temptation[place] = least(block.temptation)
    gain[place] = most(block.gain)
    inverse[place] = most(block.inverse)
    payers[place] = least(block.payers)
    // Where nobody of some coalition contributes, nobody refuses it for a cost.
    guard least(block.leastInverse) > 0 else { return }
    leastGain[place] = most(block.leastGain)
    leastInverse[place] = most(block.leastInverse)
  }
}

extension CandidateBounds.Reach {
  fileprivate mutating func include(_ row: CoalitionRow) {
    memberGain = max(memberGain, row.memberGain)
    regionGain = max(regionGain, row.regionGain)
    leastStake = min(leastStake, row.stake)
    largestStake = max(largestStake, row.stake)
  }
}

extension CandidateBounds.Block {
  fileprivate mutating func fill(_ lane: Int, with row: CoalitionRow, _ payers: [CandidateBounds.Member]) {
    for player in row.gains.indices {
      let gain = row.gains[player]
      if gain > 0 { regionPlus[lane] += gain } else { regionMinus[lane] += gain }
      guard row.coalition.contains(player) else { continue }
      if gain > 0 { memberPlus[lane] += gain } else { memberMinus[lane] += gain }
    }
    stake[lane] = row.stake
    guard var least = payers.first else { return }
    let each = 1 / Double(payers.count)
    for member in payers {
      temptation[lane] += member.temptation * each
      gain[lane] += max(member.gain, 0) * each
      inverse[lane] += member.inverse * each
      if member.gain < least.gain { least = member }
    }
    self.payers[lane] = Double(payers.count)
    (leastGain[lane], leastInverse[lane]) = (least.gain, least.inverse)
  }
}

extension CandidateBounds {
  /// What keeps one member to a deal, by unit of its contribution.
  struct Member: Sendable {
    /// What a breach brings.
    let temptation: Double
    /// The greater of that and of what moving first may lose.
    let risk: Double
    /// What cooperation brings it.
    let gain: Double
    /// One.
    let inverse: Double

    /// Those that contribute. Who contributes next to nothing beside the others is left out: a chance not counted is 1 and
    /// a refusal not counted none, while quotients by a tiny contribution are of no use.
    fileprivate static func all(of row: CoalitionRow) -> [Member] {
      let largest = row.contributions.reduce(0) { max($0, $1) }
      return row.coalition.compactMap { player in
        let contribution = row.contributions[player]
        guard contribution > 1e-9 * largest else { return nil }
        return Member(
          temptation: row.temptations[player] / contribution,
          risk: max(row.temptations[player], row.firstMoverLosses[player]) / contribution,
          gain: row.gains[player] / contribution, inverse: 1 / contribution)
      }
    }
  }
}
