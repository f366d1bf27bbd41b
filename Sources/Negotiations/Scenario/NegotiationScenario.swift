/// Parties at one table: what may be agreed, and what each thinks of it.
public struct NegotiationScenario: Hashable, Sendable {
  public let agenda: Agenda
  /// Two or more, each named once.
  public let parties: [Preferences]

  /// - Parameters:
  ///   - agenda: What may be agreed.
  ///   - parties: Two or more parties' preferences over that agenda.
  /// - Throws: ``NegotiationError`` naming the party and the number that does not fit the agenda.
  public init(agenda: Agenda, parties: [Preferences]) throws(NegotiationError) {
    guard parties.count >= 2 else { throw .parties(parties.count) }
    var seen: Set<String> = []
    for party in parties {
      guard seen.insert(party.party).inserted else { throw .repeatedParty(party.party) }
      try Self.check(party, on: agenda)
    }
    self.agenda = agenda
    self.parties = parties
  }

  private static func check(_ party: Preferences, on agenda: Agenda) throws(NegotiationError) {
    guard party.worths.count == agenda.issues.count else {
      throw .issueCount(party: party.party, party.worths.count, wanted: agenda.issues.count)
    }
    for (issue, worths) in zip(agenda.issues, party.worths) {
      guard worths.count == issue.count else {
        throw .optionCount(party: party.party, issue: issue.name, worths.count, wanted: issue.count)
      }
      for (option, worth) in worths.enumerated() where !worth.isFinite {
        throw .worth(party: party.party, at: "\(issue.name): \(issue.label(at: option))", worth)
      }
    }
    for coupling in party.couplings { try check(coupling, of: party.party, on: agenda) }
    try party.scale.check(for: party.party)
    guard party.reservation.isFinite else { throw .worth(party: party.party, at: "no deal", party.reservation) }
    guard party.discount > 0, party.discount <= 1 else { throw .discount(party: party.party, party.discount) }
  }

  private static func check(
    _ coupling: Preferences.Coupling, of party: String, on agenda: Agenda
  ) throws(NegotiationError) {
    let issues = coupling.issues
    guard issues.count >= 2, issues.allSatisfy(agenda.issues.indices.contains),
      zip(issues, issues.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .coupling(party: party, issues: issues) }
    let names = issues.map { agenda.issues[$0].name }.joined(separator: " and ")
    var combinations = 1
    for issue in issues {
      let (product, isOver) = combinations.multipliedReportingOverflow(by: agenda.issues[issue].count)
      guard !isOver else { throw .tooManyOutcomes(nil) }
      combinations = product
    }
    guard coupling.worths.count == combinations else {
      throw .optionCount(party: party, issue: names, coupling.worths.count, wanted: combinations)
    }
    for worth in coupling.worths where !worth.isFinite { throw .worth(party: party, at: names, worth) }
  }
}
