/// How good a deal is beside the best that could be had.
public struct DealAssessment: Sendable, Equatable {
  /// How far a deal is from something better.
  public struct Distance: Sendable, Equatable {
    /// The length of the difference in the parties' own units, as if these were the same.
    public let inOwnUnits: Double
    /// The length of the difference, each party's taken as a share of the way from its worst outcome to its best.
    public let inShares: Double
    /// The point from which it was measured: the nearest by shares.
    public let point: Int
  }

  /// What each party gains by the deal over having none.
  public let gains: [Double]
  /// The parties that have more without a deal.
  public let refusedBy: [Int]
  /// The points of the frontier that are better for some and worse for nobody.
  public let improvements: [Int]
  /// Of these the one whose smallest improvement, as a share of the way from a party's worst outcome to its best, is
  /// largest, then the next; nil if there is none.
  public let fairestImprovement: Int?
  /// How far the deal is from the nearest point of the frontier; nil if the frontier is empty.
  public let toFrontier: Distance?
  /// How far it is from what each of the rules that were asked about would choose; nil where the zone is closed.
  public let toSolutions: [Distance?]
}

extension ParetoFrontier {
  /// How good a deal is beside the frontier and what some rules would choose.
  ///
  /// - Parameters:
  ///   - deal: what it is worth to each party; finite.
  ///   - rules: which solutions to measure the distance from.
  /// - Returns: gains, improvements, and distances in the order of `rules`.
  /// - Throws: ``NegotiationError/worthCount(outcome:_:wanted:)``, ``NegotiationError/worth(party:at:_:)``, or what the
  ///   rules' weights are refused for.
  /// - Complexity: O(points · parties) for each rule.
  public func assessment(
    of deal: [Double], rules: [BargainingRule] = [.nash(), .kalaiSmorodinsky()]
  ) throws(NegotiationError) -> DealAssessment {
    guard deal.count == parties.count else { throw .worthCount(outcome: 0, deal.count, wanted: parties.count) }
    for (party, worth) in zip(parties, deal) where !worth.isFinite { throw .worth(party: party, at: "the deal", worth) }
    let widths = ranges.map { $0.upperBound - $0.lowerBound }
    let everyone = Array(parties.indices)
    func change(_ point: Int, _ party: Int) -> Double { worths[point * everyone.count + party] - deal[party] }
    func nearest(of points: [Int]) -> DealAssessment.Distance? {
      var best: DealAssessment.Distance?
      for point in points {
        let shares = everyone.reduce(0) { sum, party in
          let share = widths[party] > 0 ? change(point, party) / widths[party] : 0
          return sum + share * share
        }.squareRoot()
        guard shares < best?.inShares ?? .infinity else { continue }
        let own = everyone.reduce(0) { $0 + change(point, $1) * change(point, $1) }.squareRoot()
        best = DealAssessment.Distance(inOwnUnits: own, inShares: shares, point: point)
      }
      return best
    }
    let improvements = (0..<count).filter { point in
      let slack = everyone.map { self.slack(of: $0, at: point, against: deal[$0]) }
      return everyone.allSatisfy { change(point, $0) >= -slack[$0] }
        && everyone.contains { change(point, $0) > slack[$0] }
    }
    let fairest = lexicographicallyBest(of: improvements, among: everyone) { point, party in
      guard widths[party] > 0 else { return Score(value: 0, slack: 0) }
      let slack = self.slack(of: party, at: point, against: deal[party])
      return Score(value: change(point, party) / widths[party], slack: slack / widths[party])
    }
    var toSolutions: [DealAssessment.Distance?] = []
    for rule in rules { toSolutions.append(nearest(of: try solution(rule)?.points ?? [])) }
    return DealAssessment(
      gains: everyone.map { deal[$0] - reservations[$0] },
      refusedBy: everyone.filter { party in
        let slack = self.slack(of: party, for: deal[party], against: reservations[party])
        return reservations[party] - deal[party] > slack
      }, improvements: improvements,
      fairestImprovement: fairest.first, toFrontier: nearest(of: Array(0..<count)), toSolutions: toSolutions)
  }

  /// How much the parties are opposed: how far even the outcome nearest to it stays from giving everyone its best.
  ///
  /// Worths are taken as shares of the way from a party's worst to its best of all outcomes; the distance is the length
  /// of what is missing. 0 where one outcome is best for all, at most the root of the number of parties.
  ///
  /// Source: Baarslag, Hindriks & Jonker (2013), Negotiation and argumentation in multi-agent systems, for two parties.
  /// - Returns: nil for an empty frontier.
  public var oppositionLevel: Double? {
    (0..<count).map { point in
      parties.indices.reduce(0) { sum, party in
        let width = ranges[party].upperBound - ranges[party].lowerBound
        let missing = width > 0 ? (ranges[party].upperBound - worths[point * parties.count + party]) / width : 0
        return sum + missing * missing
      }.squareRoot()
    }.min()
  }
}
