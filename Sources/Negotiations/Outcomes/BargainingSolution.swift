import Foundation

/// What a ``BargainingRule`` chooses among acceptable outcomes.
public struct BargainingSolution: Sendable, Equatable {
  public let rule: BargainingRule
  /// All points of the frontier that the rule likes best, ascending; rounding apart they are equally good to it.
  public let points: [Int]
  /// The parties that gain nothing at any acceptable outcome; a rule cannot but leave them out.
  public let gainless: [Int]
  /// Whether no acceptable outcome is a gain to all who could gain, so that every Nash product is zero. Then Nash's
  /// rule serves as many parties as can gain at once, and looks at the product of their gains.
  public let leavesSomeoneWithout: Bool
}

extension ParetoFrontier {
  /// How far apart, as a share of their size, two numbers are that only rounding tells apart: a hundred roundings.
  static let rounding = 100 * Double.ulpOfOne

  /// The best acceptable outcome of each party taken alone, less its reservation: Kalai and Smorodinsky's ideal point.
  public var idealGains: [Double] {
    var ideal = [Double](repeating: 0, count: parties.count)
    for point in acceptable {
      for party in parties.indices {
        ideal[party] = max(ideal[party], worths[point * parties.count + party] - reservations[party])
      }
    }
    return ideal
  }

  /// The points that a rule would choose; nil if no outcome is acceptable to all.
  ///
  ///     let frontier = try ParetoFrontier(points: [[4, 0], [3, 2], [0, 3]])
  ///     try frontier.solution(.nash())?.points             // [1]: 3 · 2 is more than 0
  ///
  /// - Parameter rule: its weights, if any, one above zero for each party.
  /// - Returns: all points that are best to the rule, with what it had to leave out.
  /// - Throws: ``NegotiationError/weightCount(_:wanted:)`` or ``NegotiationError/weight(party:_:)``.
  /// - Complexity: O(points · parties), and a sort of each point's shares where the smallest is looked at first.
  public func solution(_ rule: BargainingRule) throws(NegotiationError) -> BargainingSolution? {
    let weights = try rule.weights(for: parties)
    guard !acceptable.isEmpty else { return nil }
    let ideal = idealGains
    let gainless = parties.indices.filter { party in !acceptable.contains { isGain(of: party, at: $0) } }
    let able = parties.indices.filter { !gainless.contains($0) }
    var leavesSomeoneWithout = false
    let points: [Int]
    switch rule {
    case .nash:
      (points, leavesSomeoneWithout) = largestProducts(weights: weights, ideal: ideal, able: able)
    case .kalaiSmorodinsky:
      points = lexicographicallyBest(among: able) { point, party in
        score(of: party, at: point, from: reservations[party], unit: ideal[party] * weights[party])
      }
    case .egalitarian:
      points = lexicographicallyBest(among: able) { point, party in
        score(of: party, at: point, from: reservations[party], unit: weights[party])
      }
    case .equalLoss:
      points = lexicographicallyBest(among: Array(parties.indices)) { point, party in
        score(of: party, at: point, from: reservations[party] + ideal[party], unit: weights[party])
      }
    case .utilitarian:
      var best: (value: Double, size: Double) = (-.infinity, 0)
      let sums = acceptable.map { point in
        parties.indices.reduce(into: (value: 0.0, size: 0.0)) { sum, party in
          let term = worths[point * parties.count + party] * weights[party]
          sum.value += term
          sum.size += abs(term)
        }
      }
      for sum in sums where sum.value > best.value { best = sum }
      points = zip(acceptable, sums).filter {
        $0.1.value >= best.value - Self.rounding * max(best.size, $0.1.size)
      }.map(\.0)
    }
    return BargainingSolution(
      rule: rule, points: points, gainless: gainless, leavesSomeoneWithout: leavesSomeoneWithout)
  }

  func gain(of party: Int, at point: Int) -> Double {
    max(0, worths[point * parties.count + party] - reservations[party])
  }

  /// Whether a gain is more than what rounding makes of the worth and the reservation.
  private func isGain(of party: Int, at point: Int) -> Bool {
    gain(of: party, at: point) > slack(of: party, at: point, against: reservations[party])
  }

  /// A worth counted from `zero` in a unit, and how far rounding may have moved it.
  private func score(of party: Int, at point: Int, from zero: Double, unit: Double) -> Score {
    let worth = worths[point * parties.count + party]
    return Score(value: (worth - zero) / unit, slack: slack(of: party, at: point, against: zero) / unit)
  }

  /// The acceptable points with the largest product of gains; if all products are zero, of those that serve most
  /// parties, for each set of parties that is served.
  private func largestProducts(weights: [Double], ideal: [Double], able: [Int]) -> ([Int], Bool) {
    guard !able.isEmpty else { return (acceptable, false) }
    var mostServed = 0
    var served: [[Int]] = []
    served.reserveCapacity(acceptable.count)
    for point in acceptable {
      let here = able.filter { isGain(of: $0, at: point) }
      mostServed = max(mostServed, here.count)
      served.append(here)
    }
    let isPlain = weights.allSatisfy { $0 == weights[0] }
    // Shares of the ideal gain keep the product from over- and underflow; the choice does not hang on them.
    func value(_ point: Int, _ parties: [Int]) -> Double {
      if isPlain { return parties.reduce(1) { $0 * (gain(of: $1, at: point) / ideal[$1]) } }
      let total = weights.reduce(0, +)
      return exp(parties.reduce(0) { $0 + weights[$1] / total * log(gain(of: $1, at: point) / ideal[$1]) })
    }
    var best: [[Int]: Score] = [:]
    var values: [(point: Int, served: [Int], score: Score)] = []
    for (point, here) in zip(acceptable, served) where here.count == mostServed {
      let product = value(point, here)
      // A product is off by the sum of what its factors are off, each as a share of its size.
      let share = here.reduce(Self.rounding) {
        $0 + slack(of: $1, at: point, against: reservations[$1]) / gain(of: $1, at: point)
      }
      let score = Score(value: product, slack: product * share)
      values.append((point, here, score))
      if product > best[here]?.value ?? -.infinity { best[here] = score }
    }
    let points = values.filter { !$0.score.isSmaller(than: best[$0.served]!) }.map(\.point)
    return (points, mostServed < able.count)
  }

  /// Of some points (the acceptable, unless told) those whose smallest score is largest, of these the ones whose second
  /// smallest is, and so on.
  func lexicographicallyBest(
    of points: [Int]? = nil, among parties: [Int], score: (_ point: Int, _ party: Int) -> Score
  ) -> [Int] {
    let points = points ?? acceptable
    guard !parties.isEmpty, !points.isEmpty else { return points }
    // The largest smallest score first: it leaves few points whose other scores matter.
    let smallest = points.map { point in
      parties.dropFirst().reduce(score(point, parties[0])) {
        let own = score(point, $1)
        return own.value < $0.value ? own : $0
      }
    }
    let floor = Score.largest(of: smallest)
    var left = zip(points, smallest).filter { !$0.1.isSmaller(than: floor) }
      .map { point, _ in
        (point: point, scores: parties.map { score(point, $0) }.sorted { $0.value < $1.value })
      }
    for place in parties.indices.dropFirst() {
      let most = Score.largest(of: left.map { $0.scores[place] })
      left.removeAll { $0.scores[place].isSmaller(than: most) }
    }
    return left.map(\.point)
  }
}

/// A number that is compared, and how far rounding may have moved it.
struct Score {
  let value: Double
  let slack: Double

  /// Whether it is smaller by more than rounding makes of the two.
  func isSmaller(than other: Score) -> Bool { value < other.value - (slack + other.slack) }

  /// - Parameter scores: one or more.
  static func largest(of scores: [Score]) -> Score {
    scores.dropFirst().reduce(scores[0]) { $1.value > $0.value ? $1 : $0 }
  }
}
