extension CoalitionGame {
  /// The player whose joining lowers a worth by most, if by more than `slack`.
  func monotonicityBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    var limit = table.measure(slack) + table.rounding
    var found: (without: Int, with: Int)?
    table.counts.withUnsafeBufferPointer { counts in
      func look(from start: Int, count: Int, player: Int) {
        let step = 1 << player
        for mask in start..<(start + count) where mask & step == 0 && counts[mask] - counts[mask + step] > limit {
          limit = counts[mask] - counts[mask + step]
          found = (mask, mask + step)
        }
      }
      let bits = min(playerCount, LeastRise.blockBits)
      let size = 1 << bits
      guard let first = counts.baseAddress, bits >= LeastRise.laneBits else {
        for player in players.indices { look(from: 0, count: size, player: player) }
        return
      }
      // Block by block, so that each is read from memory once for all players in it; closer only at a fall.
      for start in stride(from: 0, to: counts.count, by: size) {
        if LeastRise.of(first + start, count: size, from: 0, to: bits) < -limit {
          for player in 0..<bits { look(from: start, count: size, player: player) }
        }
        for late in bits..<max(bits, playerCount) where start >> late & 1 == 0 {
          if LeastRise.of(first + start, to: first + (start + 1 << late), count: size) < -limit {
            look(from: start, count: size, player: late)
          }
        }
      }
    }
    return found.map {
      PropertyBreach(
        property: .monotonicity, first: Coalition(mask: UInt64($0.without)), second: Coalition(mask: UInt64($0.with)),
        amount: table.worth(of: limit))
    }
  }

  /// The worth that is farthest from 0 and 1, or a winner that loses with one member more.
  func simplicityBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    let one = table.measure(1)
    var limit = table.measure(slack) + table.rounding
    var found: Int?
    for (mask, count) in table.counts.enumerated() {
      // All together must win; the others may do either.
      let distance = mask == worths.count - 1 ? abs(count - one) : min(abs(count), abs(count - one))
      if distance > limit {
        limit = distance
        found = mask
      }
    }
    if let found {
      return PropertyBreach(
        property: .simplicity, first: Coalition(mask: UInt64(found)), second: .empty, amount: table.worth(of: limit))
    }
    return monotonicityBreach(table, above: slack).map {
      PropertyBreach(property: .simplicity, first: $0.first, second: $0.second, amount: $0.amount)
    }
  }
}
