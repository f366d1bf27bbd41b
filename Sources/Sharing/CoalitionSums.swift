/// Sums over all coalitions, kept as two short tables: x(S) is the sum over the members of S among the
/// first players plus the sum over the rest, so 2ⁿ sums cost 2·2^(n/2) additions.
enum CoalitionSums {
  /// How many of the `playerCount` players make up a block: few enough blocks for a table of their own,
  /// and blocks small enough for the nearest cache.
  static func blockBits(playerCount: Int) -> Int { min(playerCount, max(playerCount - 9, 4), 11) }

  /// The sums over the subsets of the players of a block, and over the subsets of the others.
  static func halves(of values: [Double]) -> (low: [Double], high: [Double]) {
    let bits = blockBits(playerCount: values.count)
    return (sums(of: values[..<bits], zero: 0, adding: +), sums(of: values[bits...], zero: 0, adding: +))
  }

  /// The sum over every subset, by mask.
  static func sums<Number>(
    of values: ArraySlice<Number>, zero: Number, adding: (Number, Number) -> Number
  ) -> [Number] {
    var sums = [zero]
    sums.reserveCapacity(1 << values.count)
    for value in values {
      for index in sums.indices { sums.append(adding(sums[index], value)) }
    }
    return sums
  }
}
