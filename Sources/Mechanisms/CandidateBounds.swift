import CollectiveAction

/// Every coalition of a table in a few numbers, from which a mechanism bounds what it can be worth.
///
/// Coalitions of one size stand side by side, ``width`` to a block, those that gain most together first; the last block
/// of a size is filled up with places that hold none.
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

  /// How many coalitions are looked at at once.
  static let width = Lanes.scalarCount

  let blocks: [Block]
  /// What the blocks reach.
  let reaches: [Reach]
  /// The blocks of each size, the smallest size first.
  let sizes: [(size: Int, blocks: Range<Int>)]
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
    var sizes: [(size: Int, blocks: Range<Int>)] = []
    var rows: [Int] = []
    var members: [Member] = []
    var starts: [Int] = []
    var places = [Int](repeating: 0, count: all.count)
    func fillUp() {
      while rows.count < blocks.count * Self.width {
        rows.append(-1)
        starts.append(members.count)
      }
    }
    for index in order {
      let row = all[index]
      let size = row.coalition.count
      if sizes.last?.size != size {
        fillUp()
        sizes.append((size, blocks.count..<blocks.count))
      }
      let lane = rows.count % Self.width
      if lane == 0 {
        blocks.append(Block())
        reaches.append(Reach())
        sizes[sizes.count - 1].blocks = sizes[sizes.count - 1].blocks.lowerBound..<blocks.count
      }
      let payers = Member.all(of: row)
      blocks[blocks.count - 1].fill(lane, with: row, payers)
      reaches[reaches.count - 1].include(row)
      places[index] = rows.count
      rows.append(index)
      starts.append(members.count)
      members += payers
    }
    fillUp()
    starts.append(members.count)
    (self.blocks, self.reaches, self.sizes) = (blocks, reaches, sizes)
    (self.rows, self.members, self.starts, self.places) = (rows, members, starts, places)
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
