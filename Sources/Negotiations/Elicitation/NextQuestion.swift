import Mathematics

/// Two packages to be compared, alike but for a few issues.
public struct PackageQuestion: Hashable, Sendable {
  public let first: [Int]
  public let second: [Int]
  /// Of the weights that agree with all answers so far, about which share finds the first better.
  public let shareForFirst: Double
}

extension Elicitation {
  /// The comparison that comes nearest to halving the weights that are left.
  ///
  /// Pairs of packages are drawn that differ in 2 to `width` issues, each better somewhere; all other issues stand at
  /// their worst option in both. Of these the pair is asked that splits a sample of the weights most evenly; of several
  /// the one with fewest differences, then the first drawn. What was asked before is not asked again.
  ///
  /// - Parameters:
  ///   - width: In how many issues the packages may differ, 2 or more. Few are easier to compare.
  ///   - candidates: How many pairs are drawn.
  ///   - chance: Where pairs and weights are drawn.
  /// - Returns: The question; nil when all weights sampled agree on each of the pairs drawn.
  /// - Throws: ``ElicitationError/unsolved`` where rounding hid which weights are left.
  /// - Complexity: 256 sampled weights times the candidates, and a linear program.
  ///
  /// Source: cutting the remaining weights in half, Toubia, Hauser & Simester (2004), J. Marketing Research 41,
  /// 116–131.
  public func nextQuestion(
    width: Int = 2, candidates: Int = 400, using chance: inout some RandomNumberGenerator
  ) throws(ElicitationError) -> PackageQuestion? {
    precondition(width >= 2 && candidates >= 1, "packages that differ in 2 issues or more")
    let weights = try polytope.sample(Self.sampleSize, using: &chance)
    var best: (question: PackageQuestion, unevenness: Double, differences: Int)?
    for pair in pairs(candidates, width: width, using: &chance) {
      let share = Self.share(pair.difference, of: weights)
      guard share > 0, share < 1 else { continue }
      let unevenness = abs(share - 0.5)
      if let known = best, (known.unevenness, known.differences) <= (unevenness, pair.differences) { continue }
      best = (
        PackageQuestion(first: pair.first, second: pair.second, shareForFirst: share), unevenness, pair.differences
      )
    }
    return best?.question
  }

  /// Two packages that ``centralWeights()`` calls as good as each other, though not all weights left do: to be asked as
  /// a check.
  ///
  /// - Parameters:
  ///   - width: In how many issues the packages may differ, 2 or more.
  ///   - candidates: How many pairs are drawn; that with the smallest difference is taken.
  ///   - chance: Where pairs and weights are drawn.
  /// - Returns: The question; nil when the weights sampled agree on each of the pairs drawn.
  /// - Throws: ``ElicitationError/unsolved`` where rounding hid which weights are left.
  public func equalityCheck(
    width: Int = 2, candidates: Int = 400, using chance: inout some RandomNumberGenerator
  ) throws(ElicitationError) -> PackageQuestion? {
    precondition(width >= 2 && candidates >= 1, "packages that differ in 2 issues or more")
    let weights = try polytope.sample(Self.sampleSize, using: &chance)
    let central = try centralWeights()
    var best: (question: PackageQuestion, difference: Double)?
    for pair in pairs(candidates, width: width, using: &chance) {
      let share = Self.share(pair.difference, of: weights)
      guard share > 0, share < 1 else { continue }
      let difference = abs(zip(central, pair.difference).reduce(0) { $0 + $1.0 * $1.1 })
      if let known = best, known.difference <= difference { continue }
      best = (PackageQuestion(first: pair.first, second: pair.second, shareForFirst: share), difference)
    }
    return best?.question
  }

  /// How many weights stand for all: shares are then right to about 3 of a hundred.
  private static let sampleSize = 256

  private struct Pair {
    let first: [Int]
    let second: [Int]
    let difference: [Double]
    var differences: Int { difference.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } }
  }

  private static func share(_ difference: [Double], of weights: [[Double]]) -> Double {
    let places = difference.indices.filter { difference[$0] != 0 }
    var count = 0
    for own in weights {
      var sum = 0.0
      for place in places { sum += own[place] * difference[place] }
      if sum > 0 { count += 1 }
    }
    return Double(count) / Double(max(weights.count, 1))
  }

  private func pairs(
    _ count: Int, width: Int, using chance: inout some RandomNumberGenerator
  ) -> [Pair] {
    let scores = scores.scores
    let worst = scores.map { own in own.firstIndex(of: 0) ?? 0 }
    let differing = scores.indices.filter { scores[$0].contains(1) }
    guard differing.count >= 2 else { return [] }
    let known = Set(
      answers.flatMap { known -> [[[Int]]] in
        switch known.answer {
        case .prefers(let first, let second), .equal(let first, let second): [[first, second], [second, first]]
        case .ranking, .swing: []
        }
      })
    var pairs: [Pair] = []
    for _ in 0..<count {
      var (first, second) = (worst, worst)
      let chosen = Int.random(in: 2...min(width, differing.count), using: &chance)
      for (place, issue) in differing.shuffled(using: &chance).prefix(chosen).enumerated() {
        let options = scores[issue].indices.shuffled(using: &chance)
        guard let other = options.first(where: { scores[issue][$0] != scores[issue][options[0]] }) else { continue }
        let (low, high) =
          scores[issue][options[0]] < scores[issue][other] ? (options[0], other) : (other, options[0])
        // The first two differences go each its own way, so neither package is better in all.
        let isFirst = place == 0 || place > 1 && Bool.random(using: &chance)
        (first[issue], second[issue]) = isFirst ? (high, low) : (low, high)
      }
      guard !known.contains([first, second]) else { continue }
      pairs.append(Pair(first: first, second: second, difference: self.scores.difference(first, second)))
    }
    return pairs
  }
}
