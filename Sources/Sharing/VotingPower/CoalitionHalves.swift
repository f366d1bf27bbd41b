/// Counts coalitions of few voters with large weights: every subset of one half of them meets, by sorted sums,
/// the subsets of the other half that carry it over the quota.
///
/// Source: Horowitz & Sahni (1974), J. ACM 21, 277–292.
struct CoalitionHalves {
  let weights: [Int]
  let quota: Int

  /// - Complexity: O(n 2^(n/2)) for n voters.
  func reach<Count: FixedWidthInteger & UnsignedInteger>() -> SizedReach<Count> {
    let n = weights.count
    let middle = n / 2
    let low = Array(0..<middle)
    let high = Array(middle..<n)
    // How many winning coalitions of each size contain each voter, and how many there are.
    var containing = [[Count]](repeating: [Count](repeating: 0, count: n + 1), count: n)
    var winning = [Count](repeating: 0, count: n + 1)
    for (half, other, isLow) in [(low, high, true), (high, low, false)] {
      let partners = sortedSums(of: other)
      // The larger a subset, the more partners carry it over: they join one by one, the heaviest first.
      var (next, counts) = (partners.count, [Count](repeating: 0, count: other.count + 1))
      for own in sortedSums(of: half) {
        while next > 0, partners[next - 1].sum >= quota - own.sum {
          next -= 1
          counts[partners[next].size] &+= 1
        }
        for size in counts.indices where counts[size] != 0 {
          if isLow { winning[own.size + size] &+= counts[size] }
          var mask = own.mask
          while mask != 0 {
            containing[half[mask.trailingZeroBitCount]][own.size + size] &+= counts[size]
            mask &= mask - 1
          }
        }
      }
    }
    let with = containing.map { counts in (0..<n).map { counts[$0 + 1] } }
    let without = containing.map { counts in (0..<n).map { winning[$0] &- counts[$0] } }
    return SizedReach(with: with, without: without)
  }

  private struct Subset {
    let sum: Int
    let size: Int
    let mask: UInt32
  }

  /// All subsets of some voters, by their sums, the smallest first.
  private func sortedSums(of half: [Int]) -> [Subset] {
    var subsets = [Subset(sum: 0, size: 0, mask: 0)]
    subsets.reserveCapacity(1 << half.count)
    for (bit, voter) in half.enumerated() {
      // Two sorted lists, one the other plus a number from zero up, merge into one.
      var merged: [Subset] = []
      merged.reserveCapacity(subsets.count * 2)
      var (plain, added) = (0, 0)
      while added < subsets.count {
        let sum = subsets[added].sum + weights[voter]
        if plain < subsets.count, subsets[plain].sum <= sum {
          merged.append(subsets[plain])
          plain += 1
        } else {
          merged.append(
            Subset(sum: sum, size: subsets[added].size + 1, mask: subsets[added].mask | 1 << UInt32(bit)))
          added += 1
        }
      }
      subsets = merged
    }
    return subsets
  }
}
