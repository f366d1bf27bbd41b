import Foundation

/// What two parties can have when they may also mix outcomes: by lot, by turns or by shares of time.
///
/// The frontier is then made of straight edges between some of the outcomes.
///
///     let tram = try StraightFrontier(corners: [[4, 0], [0, 4]])
///     try tram.solution(.nash())?.ends[0].worths  // [2, 2]: each outcome with chance one half
public struct StraightFrontier: Sendable {
  /// The corners, from the first party's best to the second's.
  public let corners: [[Double]]
  /// For each corner, the number of the outcome that was given.
  public let outcomes: [Int]
  /// What each of the two has without a deal.
  public let reservations: [Double]

  /// Outcomes mixed by chance.
  public struct Mix: Sendable, Equatable {
    /// One or two outcomes, by the numbers under which they were given.
    public let outcomes: [Int]
    /// The chance, or share of time, of each.
    public let chances: [Double]
    /// What the mix is worth to each party on average.
    public let worths: [Double]
    /// What that is over having no deal.
    public let gains: [Double]
  }

  /// A rule's choice on straight edges.
  public struct Solution: Sendable, Equatable {
    public let rule: BargainingRule
    /// One mix; or two, when every mix of these is as good.
    public let ends: [Mix]
  }

  /// - Parameters:
  ///   - corners: one outcome or more, two finite worths each; what lies below others is left out.
  ///   - reservations: what each of the two has without a deal; 0 if not given.
  /// - Throws: ``NegotiationError`` naming the outcome that does not fit.
  /// - Complexity: O(n log n).
  public init(corners: [[Double]], reservations: [Double]? = nil) throws(NegotiationError) {
    for (outcome, corner) in corners.enumerated() where corner.count != 2 {
      throw .worthCount(outcome: outcome, corner.count, wanted: 2)
    }
    let frontier = try ParetoFrontier(
      points: corners, reservations: reservations, isComplete: true, keepsTies: false)
    self.init(frontier, numbers: frontier.codes)
  }

  /// The mixes of the points of a frontier of two parties; its outcomes' numbers are those of the points.
  ///
  /// A mix may hold outcomes that alone some party would refuse, if the frontier does.
  ///
  /// - Parameter frontier: best made with `isComplete`.
  /// - Throws: ``NegotiationError/worthCount(outcome:_:wanted:)`` for other than two parties,
  ///   ``NegotiationError/noOutcomes`` for an empty one.
  public init(_ frontier: ParetoFrontier) throws(NegotiationError) {
    guard frontier.parties.count == 2 else { throw .worthCount(outcome: 0, frontier.parties.count, wanted: 2) }
    guard frontier.count > 0 else { throw .noOutcomes }
    self.init(frontier, numbers: Array(0..<frontier.count))
  }

  private init(_ frontier: ParetoFrontier, numbers: [Int]) {
    // The first party's worth falls from point to point and the second's rises: an upper hull by one pass.
    var hull: [Int] = []
    func isBelow(_ point: Int, _ a: Int, _ b: Int) -> Bool {
      let (p, q, r) = (frontier.worths(at: a), frontier.worths(at: point), frontier.worths(at: b))
      return (p[0] - q[0]) * (r[1] - p[1]) >= (p[0] - r[0]) * (q[1] - p[1])
    }
    for point in 0..<frontier.count {
      while hull.count >= 2, isBelow(hull[hull.count - 1], hull[hull.count - 2], point) { hull.removeLast() }
      hull.append(point)
    }
    corners = hull.map(frontier.worths(at:))
    outcomes = hull.map { numbers[$0] }
    reservations = frontier.reservations
  }

  /// A place on the frontier: so far along the edge that begins at a corner.
  private struct Place {
    let edge: Int
    let part: Double
    let gains: (Double, Double)
  }

  /// What a rule chooses; nil when no mix gives both their reservations.
  ///
  /// - Parameter rule: weights, if any, for two parties.
  /// - Returns: a mix of at most two outcomes, or two such mixes between which all are as good; or nil.
  /// - Throws: ``NegotiationError/weightCount(_:wanted:)`` or ``NegotiationError/weight(party:_:)``.
  /// - Complexity: O(corners); each edge has a closed form.
  public func solution(_ rule: BargainingRule) throws(NegotiationError) -> Solution? {
    let weights = try rule.weights(for: ["1", "2"])
    guard let path = acceptablePath() else { return nil }
    let ideal = (path[0].gains.0, path[path.count - 1].gains.1)
    let chosen: [Place]
    switch rule {
    case .nash: chosen = [largestProduct(on: path, weights)]
    case .utilitarian: chosen = largestSums(on: path, weights)
    case .kalaiSmorodinsky:
      // Multiplied out, so that a party that can gain nothing divides nothing.
      chosen = [crossing(on: path) { $0.0 * ideal.1 * weights[1] - $0.1 * ideal.0 * weights[0] }]
    case .egalitarian: chosen = [crossing(on: path) { $0.0 * weights[1] - $0.1 * weights[0] }]
    case .equalLoss:
      chosen = [crossing(on: path) { ($0.0 - ideal.0) * weights[1] - ($0.1 - ideal.1) * weights[0] }]
    }
    return Solution(rule: rule, ends: chosen.map(mix))
  }

  /// Where one can go from the first party's best to the second's with neither below its reservation.
  private func acceptablePath() -> [Place]? {
    let gains = corners.map { ($0[0] - reservations[0], $0[1] - reservations[1]) }
    var path: [Place] = []
    for (edge, here) in gains.enumerated() {
      if here.0 >= 0 && here.1 >= 0 { path.append(Place(edge: edge, part: 0, gains: here)) }
      guard edge + 1 < gains.count else { break }
      let next = gains[edge + 1]
      // Where the edge comes to the second's reservation, and where it leaves the first's.
      var parts: [(part: Double, gains: (Double, Double))] = []
      if here.1 < 0 && next.1 > 0 {
        let part = here.1 / (here.1 - next.1)
        parts.append((part, (here.0 + part * (next.0 - here.0), 0)))
      }
      if here.0 > 0 && next.0 < 0 {
        let part = here.0 / (here.0 - next.0)
        parts.append((part, (0, here.1 + part * (next.1 - here.1))))
      }
      for (part, gains) in parts where gains.0 >= 0 && gains.1 >= 0 {
        path.append(Place(edge: edge, part: part, gains: gains))
      }
    }
    return path.isEmpty ? nil : path
  }

  private func between(_ a: Place, _ b: Place, _ part: Double) -> Place {
    if part <= 0 { return a }
    if part >= 1 { return b }
    // Two neighbours on the path lie on the edge that begins at the first.
    let end = b.edge == a.edge ? b.part : 1
    return Place(
      edge: a.edge, part: a.part + part * (end - a.part),
      gains: (a.gains.0 + part * (b.gains.0 - a.gains.0), a.gains.1 + part * (b.gains.1 - a.gains.1)))
  }

  private func largestProduct(on path: [Place], _ weights: [Double]) -> Place {
    var best = path[0]
    func value(_ place: Place) -> Double { weights[0] * log(place.gains.0) + weights[1] * log(place.gains.1) }
    // If one of them can gain nothing, what is best for the other.
    if path[0].gains.0 <= 0 { return path[path.count - 1] }
    if path[path.count - 1].gains.1 <= 0 { return path[0] }
    for (a, b) in zip(path, path.dropFirst()) {
      let (fall, rise) = (a.gains.0 - b.gains.0, b.gains.1 - a.gains.1)
      let part =
        (weights[1] * rise * a.gains.0 - weights[0] * fall * a.gains.1)
        / (rise * fall * (weights[0] + weights[1]))
      let place = between(a, b, part)
      if value(place) > value(best) { best = place }
    }
    return best
  }

  private func largestSums(on path: [Place], _ weights: [Double]) -> [Place] {
    let sums = path.map { weights[0] * $0.gains.0 + weights[1] * $0.gains.1 }
    let size = path.reduce(0) { max($0, weights[0] * $1.gains.0, weights[1] * $1.gains.1) }
    let most = sums.max()!
    let best = zip(path, sums).filter { $0.1 >= most - ParetoFrontier.rounding * size }.map(\.0)
    return best.count > 1 ? [best[0], best[best.count - 1]] : best
  }

  /// Where a linear form of the gains, falling along the path, comes to zero; or the end that is nearer to it.
  private func crossing(on path: [Place], _ form: ((Double, Double)) -> Double) -> Place {
    var before = (place: path[0], value: form(path[0].gains))
    if before.value <= 0 { return before.place }
    for place in path.dropFirst() {
      let value = form(place.gains)
      if value <= 0 { return between(before.place, place, before.value / (before.value - value)) }
      before = (place, value)
    }
    return before.place
  }

  private func mix(_ place: Place) -> Mix {
    let gains = [place.gains.0, place.gains.1]
    let worths = zip(gains, reservations).map { $0 + $1 }
    if place.part == 0 {
      return Mix(outcomes: [outcomes[place.edge]], chances: [1], worths: corners[place.edge], gains: gains)
    }
    return Mix(
      outcomes: [outcomes[place.edge], outcomes[place.edge + 1]], chances: [1 - place.part, place.part],
      worths: worths, gains: gains)
  }
}
