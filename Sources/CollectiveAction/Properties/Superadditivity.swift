extension CoalitionGame {
  /// The two coalitions that lose most by working together, if by more than `slack`.
  func superadditivityBreach(_ table: WorthCounts, above slack: Double) -> PropertyBreach? {
    let limit = table.measure(slack) + table.rounding
    // Convexity is quicker to look through, and where it holds without allowance this does as well.
    if table.unit != nil, playerCount >= 8, convexityBreach(table, above: 0) == nil { return nil }
    var apart = [Double](repeating: -.infinity, count: worths.count)
    apart.withUnsafeMutableBufferPointer { apart in
      table.counts.withUnsafeBufferPointer { gains in
        guard let apart = apart.baseAddress, let gains = gains.baseAddress else { return }
        SplitMaximum.raise(apart, bySplitsOf: gains, playerCount: playerCount)
      }
    }
    var most = limit
    var found: Int?
    for mask in worths.indices where apart[mask] - table.counts[mask] > most {
      most = apart[mask] - table.counts[mask]
      found = mask
    }
    guard let union = found else { return nil }
    // The split that gave the largest sum: the part with the first member, as few others as possible first.
    let rest = union & (union - 1)
    var second = rest
    while table.counts[union ^ second] + table.counts[second] != apart[union] { second = (second - 1) & rest }
    return PropertyBreach(
      property: .superadditivity, first: Coalition(mask: UInt64(union ^ second)),
      second: Coalition(mask: UInt64(second)), amount: table.worth(of: most))
  }
}
