extension CoalitionGame {
  /// The two coalitions S+i and S+j whose union and intersection do least, compared with them, if by more than
  /// `slack`.
  ///
  /// A game is convex when what a player j adds never falls as another player i joins: that is all pairs i < j and
  /// all coalitions without them.
  func convexityBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    var search = ConvexitySearch(limit: table.measure(slack) + table.rounding)
    table.counts.withUnsafeBufferPointer { gains in
      guard let gains = gains.baseAddress else { return }
      search.look(through: gains, playerCount: playerCount)
    }
    return search.found.map {
      PropertyBreach(
        property: .convexity, first: Coalition(mask: UInt64($0.common | $0.first)),
        second: Coalition(mask: UInt64($0.common | $0.second)), amount: table.worth(of: search.limit))
    }
  }
}

/// Looks where what a player adds falls most as another player joins.
///
/// A block holds the coalitions with the same members among the last players and stays in the nearest cache. What
/// player j adds to the coalitions of a block is worked out once and then compared along every player i < j of the
/// block. Pairs of two late players are looked at in blocks collected across the table: eight neighbouring places of
/// every block. So the table is read a few times, not once for each of n(n−1)/2 pairs.
///
/// Pointers, whose bounds are not checked, let the n² 2ⁿ⁻³ comparisons be made eight at a time (``LeastRise``).
struct ConvexitySearch {
  /// The largest fall so far.
  private(set) var limit: Double
  private(set) var found: (common: Int, first: Int, second: Int)?

  init(limit: Double) { self.limit = limit }

  mutating func look(through gains: UnsafePointer<Double>, playerCount: Int) {
    let bits = min(playerCount, LeastRise.blockBits)
    guard bits > LeastRise.laneBits else { return lookPlainly(through: gains, playerCount: playerCount) }
    let size = 1 << bits
    withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { scratch in
      guard let added = scratch.baseAddress else { return }
      for start in stride(from: 0, to: 1 << playerCount, by: size) {
        lookInside(gains + start, bits: bits, first: 0, added) { start + $0 }
        // A late player, joining this block's coalitions, and the early ones of the block.
        for late in bits..<max(playerCount, bits) where start >> late & 1 == 0 {
          let step = 1 << late
          let (without, with) = (gains + start, gains + start + step)
          for place in stride(from: 0, to: size, by: 8) {
            LeastRise.store(LeastRise.eight(with + place) - LeastRise.eight(without + place), at: added + place)
          }
          if LeastRise.of(added, count: size, from: 0, to: bits) < -limit {
            locate(added, count: size, from: 0, to: bits) { (start + $0, step) }
          }
        }
      }
    }
    if playerCount - bits >= 2 { lookAcross(gains, playerCount: playerCount, blockBits: bits) }
  }

  /// Pairs of two late players.
  private mutating func lookAcross(_ gains: UnsafePointer<Double>, playerCount: Int, blockBits: Int) {
    let rows = 1 << (playerCount - blockBits)
    let lanes = 1 << LeastRise.laneBits
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * rows * lanes) { scratch in
      guard let block = scratch.baseAddress else { return }
      let added = block + rows * lanes
      for column in stride(from: 0, to: 1 << blockBits, by: lanes) {
        for row in 0..<rows {
          LeastRise.store(LeastRise.eight(gains + (row << blockBits) + column), at: block + row * lanes)
        }
        lookInside(block, bits: playerCount - blockBits + LeastRise.laneBits, first: LeastRise.laneBits, added) {
          ($0 >> LeastRise.laneBits) << blockBits + column + $0 & (lanes - 1)
        }
      }
    }
  }

  /// Pairs i < j of bits of a block, from bit `first` on.
  ///
  /// - Parameter mask: what a place, or a bit, of the block is in the table.
  @inline(__always)
  private mutating func lookInside(
    _ block: UnsafePointer<Double>, bits: Int, first: Int, _ added: UnsafeMutablePointer<Double>,
    mask: (Int) -> Int
  ) {
    if first == 0, LeastRise.ofAddedWorths(block, count: 1 << bits) < -limit {
      lookPlainly(through: block, playerCount: LeastRise.laneBits, places: 1 << bits, mask: mask)
    }
    for later in max(first, LeastRise.laneBits)..<bits {
      let step = 1 << later
      var place = 0
      for start in stride(from: 0, to: 1 << bits, by: 2 * step) {
        for low in stride(from: start, to: start + step, by: 8) {
          LeastRise.store(LeastRise.eight(block + low + step) - LeastRise.eight(block + low), at: added + place)
          place += 8
        }
      }
      if LeastRise.of(added, count: place, from: first, to: later) < -limit {
        locate(added, count: place, from: first, to: later) { place in
          // The place with a gap for the later bit put back.
          let low = (place & ~(step - 1)) << 1 | place & (step - 1)
          return (mask(low), mask(low + step) - mask(low))
        }
      }
    }
  }

  /// Finds the fall that ``LeastRise`` told of.
  ///
  /// - Parameter origin: the coalition of a place, and the player who adds so much there as a mask.
  private mutating func locate(
    _ added: UnsafePointer<Double>, count: Int, from first: Int, to last: Int, origin: (Int) -> (Int, Int)
  ) {
    for bit in first..<last {
      let step = 1 << bit
      for start in stride(from: 0, to: count, by: 2 * step) {
        for place in start..<(start + step) where added[place] - added[place + step] > limit {
          limit = added[place] - added[place + step]
          let (common, later) = origin(place)
          found = (common, origin(place + step).0 - common, later)
        }
      }
    }
  }

  /// Pair by pair: what is too small for blocks, and the first three players of every block.
  @inline(__always)
  private mutating func lookPlainly(
    through gains: UnsafePointer<Double>, playerCount: Int, places: Int? = nil, mask: (Int) -> Int = { $0 }
  ) {
    let size = 1 << playerCount
    var start = 0
    while start < places ?? size {
      for later in 0..<playerCount {
        for bit in 0..<later {
          let (one, other) = (1 << bit, 1 << later)
          for place in start..<(start &+ size) where place & (one | other) == 0 {
            let before = gains[place &+ other] - gains[place]
            let after = gains[place &+ other &+ one] - gains[place &+ one]
            if before - after > limit {
              limit = before - after
              found = (mask(place), one, other)
            }
          }
        }
      }
      start &+= size
    }
  }
}
