extension CoalitionGame {
  /// The coalition whose worth is farthest from what its members are worth alone, if by more than `slack`.
  func additivityBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    // A sum of n numbers is rounded n − 1 times, here and most likely where the worth was computed: n units in the
    // last place cover both, where that is more than the eight allowed for anyway.
    var limit = table.measure(slack) + table.rounding * max(1, Double(playerCount) / 8)
    var found: Int?
    // In units the sums are integers of 64 bits: as floating numbers, the sum of 26 large ones need not be exact.
    if table.unit == nil {
      let separate = Self.additiveTable(players.indices.map { table.counts[1 << $0] })
      for mask in worths.indices where abs(table.counts[mask] - separate[mask]) > limit {
        limit = abs(table.counts[mask] - separate[mask])
        found = mask
      }
    } else {
      var separate: [Int64] = [0]
      separate.reserveCapacity(worths.count)
      for player in players.indices {
        let alone = Int64(table.counts[1 << player])
        for mask in 0..<(1 << player) {
          separate.append(separate[mask] + alone)
          let distance = Double(abs(Int64(table.counts[mask | 1 << player]) - separate[mask | 1 << player]))
          if distance > limit {
            limit = distance
            found = mask | 1 << player
          }
        }
      }
    }
    return found.map {
      PropertyBreach(
        property: .additivity, first: Coalition(mask: UInt64($0)), second: .empty, amount: table.worth(of: limit))
    }
  }

  /// Two coalitions of one size whose worths differ most, if by more than `slack`.
  func symmetryBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    var least = [Int?](repeating: nil, count: playerCount + 1)
    var most = least
    for (mask, count) in table.counts.enumerated() {
      let size = mask.nonzeroBitCount
      if least[size].map({ count < table.counts[$0] }) ?? true { least[size] = mask }
      if most[size].map({ count > table.counts[$0] }) ?? true { most[size] = mask }
    }
    var limit = table.measure(slack) + table.rounding
    var breach: PropertyBreach?
    for case (.some(let first), .some(let second)) in zip(least, most)
    where table.counts[second] - table.counts[first] > limit {
      limit = table.counts[second] - table.counts[first]
      breach = PropertyBreach(
        property: .symmetry, first: Coalition(mask: UInt64(first)), second: Coalition(mask: UInt64(second)),
        amount: table.worth(of: limit))
    }
    return breach
  }
}
