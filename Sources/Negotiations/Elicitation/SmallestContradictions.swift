/// All smallest sets of earlier answers that leave no weights together with a new one.
///
/// Sets are looked for the other way round: the answers that would have to be dropped to restore agreement. A set that
/// contradicts has a member in each of those, so the smallest candidate is the smallest set that hits all of them; if
/// it leaves weights, it is enlarged until one answer more would leave none, and what is then outside is one more set
/// to hit.
///
/// Source: Ignatiev, Previti, Liffiton & Marques-Silva (2015), Smallest MUS extraction with minimal hitting set
/// dualization, CP 2015, 173–182.
struct SmallestContradictions {
  /// Whether weights are left by the answers of these places, together with the new one.
  let isAgreeing: ([Int]) throws(ElicitationError) -> Bool
  let count: Int

  /// Each set ascending, sets in lexicographical order; empty if there is no contradiction.
  func sets() throws(ElicitationError) -> [[Int]] {
    guard try !isAgreeing(Array(0..<count)) else { return [] }
    var toHit: [[Int]] = []
    var size = 0
    var found: [[Int]] = []
    while true {
      // The first set of this size that hits everything and is not known yet.
      guard let candidate = hitting(toHit, size: size, besides: found) else {
        if !found.isEmpty { return found }
        size += 1
        precondition(size <= count, "all answers together contradict the new one")
        continue
      }
      if try isAgreeing(candidate) {
        var grown = candidate
        for place in 0..<count where !candidate.contains(place) {
          // In one order, so that rounding cannot find agreement in all answers when it found none before.
          let more = (grown + [place]).sorted()
          if try isAgreeing(more) { grown = more }
        }
        toHit.append((0..<count).filter { !grown.contains($0) })
      } else {
        found.append(candidate)
      }
    }
  }

  /// The lexicographically first set of `size` places after all of `known` that hits each of `sets`.
  private func hitting(_ sets: [[Int]], size: Int, besides known: [[Int]]) -> [Int]? {
    var chosen: [Int] = []
    func extend(from start: Int) -> [Int]? {
      let missed = sets.filter { set in !set.contains { chosen.contains($0) } }
      if chosen.count == size { return missed.isEmpty && !known.contains(chosen) ? chosen : nil }
      // A set none of whose places is still to come cannot be hit any more.
      guard start < count, missed.allSatisfy({ ($0.last ?? -1) >= start }) else { return nil }
      for place in start..<count {
        chosen.append(place)
        if let found = extend(from: place + 1) { return found }
        chosen.removeLast()
      }
      return nil
    }
    return extend(from: 0)
  }
}
