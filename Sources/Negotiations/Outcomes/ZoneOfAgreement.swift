/// Whether any outcome gives every party at least what it has without a deal.
public enum ZoneOfAgreement: Sendable {
  /// Some do: these are the best of them.
  case open(ParetoFrontier)
  /// None does.
  case closed(ClosedZone)

  /// - Parameter scenario: as for ``ParetoFrontier/init(of:isComplete:keepsTies:)``.
  /// - Throws: ``NegotiationError`` when there are too many outcomes.
  /// - Complexity: a frontier; where the zone is closed, one of all outcomes as well.
  public init(of scenario: NegotiationScenario) throws(NegotiationError) {
    let frontier = try ParetoFrontier(of: scenario)
    if frontier.count > 0 {
      self = .open(frontier)
    } else {
      self = .closed(ClosedZone(of: try ParetoFrontier(of: scenario, isComplete: true)))
    }
  }

  /// The zone of a frontier of given points.
  /// - Parameter frontier: made with `isComplete`: a closed zone is looked at from the points that someone would
  ///   refuse.
  public init(_ frontier: ParetoFrontier) {
    self = frontier.acceptable.isEmpty ? .closed(ClosedZone(of: frontier)) : .open(frontier)
  }

  /// Whether there is an outcome that all accept.
  public var isOpen: Bool {
    switch self {
    case .open: true
    case .closed: false
    }
  }
}

/// Why no outcome is acceptable to all, and what would make one so.
public struct ClosedZone: Sendable, Equatable {
  /// An outcome that all would accept, if some asked for less.
  public struct NearMiss: Sendable, Equatable {
    /// The smallest code of the outcomes that are worth this.
    public let code: Int
    /// How many outcomes are.
    public let tieCount: Int
    /// What it is worth to each party.
    public let worths: [Double]
    /// By how much it misses each party's reservation; 0 where it meets it.
    public let shortfalls: [Double]
  }

  /// The parties' names.
  public let parties: [String]
  /// For each party, the near miss that needs the smallest cut of its reservation and of nobody else's; nil where no
  /// cut of its own would do. Its shortfall is the cut.
  public let openedAlone: [NearMiss?]
  /// The outcomes nearest to acceptable: the largest shortfall, as a share of the way from a party's worst outcome to
  /// its best or its reservation, is as small as can be, then the next largest, and so on.
  public let nearest: [NearMiss]
  /// The parties to which even the best of all outcomes is worth less than no deal.
  public let neverServed: [Int]

  /// - Parameter frontier: of all outcomes, none acceptable to all.
  init(of frontier: ParetoFrontier) {
    parties = frontier.parties
    let everyone = Array(parties.indices)
    func shortfall(_ point: Int, _ party: Int) -> Double {
      let miss = frontier.reservations[party] - frontier.worths[point * everyone.count + party]
      return miss <= frontier.slack(of: party, at: point, against: frontier.reservations[party]) ? 0 : miss
    }
    func nearMiss(_ point: Int) -> NearMiss {
      NearMiss(
        code: frontier.codes[point], tieCount: frontier.tieCounts[point], worths: frontier.worths(at: point),
        shortfalls: everyone.map { shortfall(point, $0) })
    }
    // Whatever serves the others and is beaten, is beaten by what serves them too: the frontier is enough.
    openedAlone = everyone.map { party in
      var best: (point: Int, cut: Double)?
      for point in 0..<frontier.count where everyone.allSatisfy({ $0 == party || shortfall(point, $0) == 0 }) {
        let cut = frontier.reservations[party] - frontier.worths[point * everyone.count + party]
        if cut < best?.cut ?? .infinity { best = (point, cut) }
      }
      return best.map { nearMiss($0.point) }
    }
    let lengths = everyone.map { party in
      max(frontier.ranges[party].upperBound, frontier.reservations[party]) - frontier.ranges[party].lowerBound
    }
    nearest = frontier.lexicographicallyBest(of: Array(0..<frontier.count), among: everyone) { point, party in
      let miss = shortfall(point, party)
      guard miss > 0 else { return Score(value: 0, slack: 0) }
      let slack = frontier.slack(of: party, at: point, against: frontier.reservations[party])
      return Score(value: -miss / lengths[party], slack: slack / lengths[party])
    }.map(nearMiss)
    neverServed = everyone.filter { party in
      (0..<frontier.count).allSatisfy { shortfall($0, party) > 0 }
    }
  }
}
