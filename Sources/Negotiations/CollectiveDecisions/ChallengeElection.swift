/// Which of some options prevails when everybody votes between every two.
struct ChallengeElection {
  let rules: ChallengeRules

  /// A vote for the option worth `lead` more, as a part of a party's weight.
  func cast(_ lead: Double) -> Double {
    switch rules.vote {
    case .whole: min(1, max(-1, lead / 1e-8))
    case .proportional: lead
    case .cubic: lead * lead * lead
    }
  }

  /// The chance of every option to prevail.
  /// - Parameters:
  ///   - worths: By option and party, `worths[option * weights.count + party]`.
  ///   - weights: One for each party.
  func chances(worths: [Double], weights: [Double]) -> [Double] {
    let count = worths.count / weights.count
    let parties = weights.count
    // A little support for everything keeps a contest of nobody against nobody even.
    let least = 1e-8
    var support = [Double](repeating: least, count: count * count)
    var beats = [Double](repeating: 0.5, count: count * count)
    for a in 0..<count {
      for b in 0..<a {
        var (forA, forB) = (least, least)
        for party in 0..<parties {
          let vote = weights[party] * cast(worths[a * parties + party] - worths[b * parties + party])
          if vote > 0 { forA += vote } else { forB -= vote }
        }
        (support[a * count + b], support[b * count + a]) = (forA, forB)
        // Only the ratio counts, so that no power runs over.
        let (strongA, strongB) = (raised(forA / max(forA, forB)), raised(forB / max(forA, forB)))
        beats[a * count + b] = strongA / (strongA + strongB)
        beats[b * count + a] = strongB / (strongA + strongB)
      }
    }
    return switch rules.election {
    case .conditional: conditional(beats, count)
    case .markovUniform: stationary(beats, count) { _, _ in 1 }
    case .markovIncentive:
      stationary(beats, count) { support[$0 * count + $1] * beats[$0 * count + $1] + ($0 == $1 ? 1e-10 : 0) }
    }
  }

  private func raised(_ base: Double) -> Double {
    var product = base
    for _ in 1..<rules.victoryExponent { product *= base }
    return product
  }

  private func conditional(_ beats: [Double], _ count: Int) -> [Double] {
    var chances = (0..<count).map { a in (0..<count).reduce(1) { $0 * beats[a * count + $1] } }
    let total = chances.reduce(0, +)
    for a in chances.indices { chances[a] /= total }
    return chances
  }

  /// The share of time each option leads: the leader j is challenged by i with a chance in proportion to `urge(i, j)`.
  private func stationary(_ beats: [Double], _ count: Int, urge: (Int, Int) -> Double) -> [Double] {
    var step = [Double](repeating: 0, count: count * count)  // from j to i at [i * count + j]
    for j in 0..<count {
      let total = (0..<count).reduce(0) { $0 + urge($1, j) }
      for i in 0..<count {
        let challenge = urge(i, j) / total
        step[i * count + j] += challenge * beats[i * count + j]
        step[j * count + j] += challenge * (1 - beats[i * count + j])
      }
    }
    return leadingShares(of: step, count)
  }

  /// The probabilities that a chain of few states settles at, by eliminating one state after the other without a
  /// subtraction (Grassmann, Taksar & Heyman 1985, Oper. Res. 33, 1107–1116), so that none loses its digits.
  private func leadingShares(of step: [Double], _ count: Int) -> [Double] {
    var chain = step
    var shares = [Double](repeating: 0, count: count)
    guard count > 1 else { return [1] }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let leaving = (0..<last).reduce(0) { $0 + chain[$1 * count + last] }
      for from in 0..<last {
        chain[last * count + from] /= leaving
        for to in 0..<last { chain[to * count + from] += chain[last * count + from] * chain[to * count + last] }
      }
    }
    shares[0] = 1
    for state in 1..<count {
      shares[state] = (0..<state).reduce(0) { $0 + shares[$1] * chain[state * count + $1] }
    }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }
}
