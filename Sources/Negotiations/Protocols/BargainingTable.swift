/// A scenario laid out for negotiating: how every party sees every outcome, worked out once and shared by any number
/// of runs.
///
///     let table = try BargainingTable(scenario)
///     let talks = AlternatingOffers(deadline: 100, strategies: [.boulware, .conceder])
///     let run = try talks.run(on: table, chance: RandomStream(seed: 1), isTraced: true)
///
/// For each party it holds 20 bytes an outcome, where there are many as soon as somebody needs them listed.
public struct BargainingTable: Sendable {
  /// The largest number of outcomes that is laid out.
  public static let mostOutcomes = 10_000_000

  /// What is negotiated and by whom.
  public let scenario: NegotiationScenario
  /// One for each party, in the scenario's order.
  public let standpoints: [Standpoint]
  /// How many outcomes the agenda has.
  public let outcomeCount: Int

  /// - Parameter scenario: What is negotiated, with at most ``mostOutcomes`` outcomes.
  /// - Throws: ``NegotiationError/tooManyOutcomes(_:)``.
  /// - Complexity: O(parties × outcomes), more where a party's worths crowd together; where there are many outcomes and
  ///   issues stand by themselves, nothing near it before somebody needs them listed.
  public init(_ scenario: NegotiationScenario) throws(NegotiationError) {
    guard let count = scenario.agenda.outcomeCount, count <= Self.mostOutcomes else {
      throw .tooManyOutcomes(scenario.agenda.outcomeCount)
    }
    self.scenario = scenario
    outcomeCount = count
    standpoints = scenario.parties.map { Standpoint(of: $0, on: scenario.agenda) }
  }

  /// How many parties sit at the table.
  public var partyCount: Int { standpoints.count }

  /// What an outcome is worth to each party, undiscounted.
  public func worths(of outcome: Int) -> [Double] { standpoints.map { $0.worth(of: outcome) } }

  /// What each party has without a deal.
  public var reservations: [Double] { standpoints.map(\.preferences.reservation) }

  /// What a deal is worth to each party if it comes in `round`: its reservation and the gain over that, discounted once
  /// for every round after the first.
  public func worths(of outcome: Int, in round: Int) -> [Double] {
    standpoints.map { Discounting.worth(of: outcome, to: $0, in: round) }
  }

  /// Whether nobody would have less than its reservation.
  public func isAcceptableToAll(_ outcome: Int) -> Bool {
    standpoints.allSatisfy { $0.worth(of: outcome) >= $0.leastWorth }
  }

  /// The outcomes worth no party's reservation less, ascending: the zone of agreement. O(parties × outcomes).
  public func zoneOfAgreement() -> [Int] {
    let gains = standpoints.map(\.listed.gains)
    return (0..<outcomeCount).filter { outcome in gains.allSatisfy { $0.isAcceptable(outcome) } }
  }

  /// Each party's best outcome in the zone of agreement; empty if that is.
  var openings: [Int] {
    let standpoints = standpoints.map(\.listed)
    let gains = standpoints.map(\.gains)
    let openings = standpoints.compactMap { standpoint in
      (0..<standpoint.acceptableCount).lazy.map(standpoint.outcome(at:)).first { outcome in
        gains.allSatisfy { $0.isAcceptable(outcome) }
      }
    }
    return openings.count == partyCount ? openings : []
  }
}
