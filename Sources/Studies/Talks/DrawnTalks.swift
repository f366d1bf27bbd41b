import Mathematics
import Negotiations
import RegionalCases

/// A set of rules in which chance draws, run by run, the strategies of those for whom none was told and the reservations
/// that are private.
struct DrawnTalks: NegotiationProtocol {
  /// What is drawn from, each with the same chance: they need no more than a party's own view, at any size of table.
  static let drawn: [NegotiationFile.StrategyKind] = [.boulware, .linear, .conceder, .titForTat, .micro]

  /// One for each party; nil for one that is drawn.
  let told: [BargainingManner?]
  /// One for each party; nil for one that is known.
  let reservations: [PrivateReservation?]
  /// The rules at a table, given how each party bargains.
  let rules: @Sendable ([BargainingManner], BargainingTable) throws(NegotiationError) -> any NegotiationProtocol

  func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool
  ) throws(NegotiationError) -> NegotiationRun {
    // Strategies take the streams of their parties' numbers; this one comes after them.
    var draws = chance.substream(told.count)
    var manners: [BargainingManner] = []
    for manner in told {
      let kind = Self.drawn[Int.random(in: Self.drawn.indices, using: &draws)]
      manners.append(manner ?? .usual(kind))
    }
    var own = table
    if let scenario = try scenario(table.scenario, chance: chance) { own = try BargainingTable(scenario) }
    return try rules(manners, own).run(on: own, chance: chance, isTraced: isTraced)
  }

  /// The negotiation with the reservations of one run; nil where all are known.
  ///
  /// - Parameters:
  ///   - scenario: The negotiation with the means of those that are private.
  ///   - chance: The stream of the run; the same gives the same reservations.
  func scenario(
    _ scenario: NegotiationScenario, chance: RandomStream
  ) throws(NegotiationError) -> NegotiationScenario? {
    guard reservations.contains(where: { $0 != nil }) else { return nil }
    // One stream for each party, so that what one has does not depend on who else keeps something to itself.
    let draws = chance.substream(told.count + 1)
    let parties = zip(scenario.parties, reservations).enumerated().map { number, pair -> Preferences in
      guard let reservation = pair.1 else { return pair.0 }
      var draw = draws.substream(number)
      return Preferences(
        party: pair.0.party, worths: pair.0.worths, couplings: pair.0.couplings,
        reservation: reservation.worth(atShare: Double.random(in: 0..<1, using: &draw)), discount: pair.0.discount)
    }
    return try NegotiationScenario(agenda: scenario.agenda, parties: parties)
  }
}
