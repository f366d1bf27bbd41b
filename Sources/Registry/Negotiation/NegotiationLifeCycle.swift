extension NegotiationTable {
  private static let talking: [Stage] = [.open, .round]
  private static let unclosed: [Stage] = [.convened, .open, .round, .textAgreed, .initialled, .suspended]
  private static let seating: [Stage] = [.convened, .open, .round, .suspended]
  private static let confiding: [Stage] = [.convened, .open, .round, .textAgreed, .suspended]

  public static let lifeCycle = LifeCycle<NegotiationTable>(
    opening: .init("convene", from: [], to: .convened, by: [.desk, .partyLead, .authority]),
    sittings + text + offers + mediator + ending)

  private static let sittings: [LifeCycle<NegotiationTable>.Transition] = [
    .init("admit", from: [.convened], to: nil, by: [.desk]),
    .init(
      "lodgeMandate", from: [.convened, .open, .round, .suspended], to: nil, by: [.partyLead], guards: [room]),
    .init("open", from: [.convened], to: .open, by: [.desk], guards: [mandatesOnFile]),
    .init("beginRound", from: [.open], to: .round, by: [.desk, .mediator], guards: [roundsLeft]),
    .init("closeRound", from: [.round], to: .open, by: [.desk, .mediator]),
    .init(
      "suspend", from: [.open, .round, .textAgreed, .initialled], to: .suspended, by: [.desk, .mediator],
      guards: [noSilence]),
    .init("consentToResume", from: [.suspended], to: nil, by: [.partyLead], guards: [notYetConsented]),
    .init("resume", from: [.suspended], to: .open, by: [.clock, .partyLead], guards: [suspensionOver]),
  ]

  private static let text: [LifeCycle<NegotiationTable>.Transition] = [
    .init("proposeClause", from: talking, to: nil, by: [.partyLead, .mediator], guards: [room, clausesLeft]),
    .init("offerText", from: talking, to: nil, by: [.partyLead, .mediator], guards: [room]),
    .init("agreeToText", from: [.round], to: nil, by: [.partyLead]),
    .init("withdrawClause", from: talking, to: nil, by: [.partyLead, .mediator]),
    .init("consentToReopen", from: [.round, .textAgreed], to: nil, by: [.partyLead]),
    .init("reopenClause", from: [.round], to: nil, by: [.partyLead]),
    .init("reopenClause", from: [.textAgreed], to: .open, by: [.partyLead]),
    .init("amend", from: talking, to: nil, by: [.partyLead], guards: [room]),
    .init("acceptAmendment", from: [.round], to: nil, by: [.partyLead]),
    .init("rejectAmendment", from: talking, to: nil, by: [.partyLead]),
    .init("withdrawAmendment", from: talking, to: nil, by: [.partyLead]),
    .init("putUnderSilence", from: talking, to: nil, by: [.desk, .mediator, .partyLead]),
    .init("objectTo", from: talking, to: nil, by: [.partyLead]),
    .init("adopt", from: talking, to: nil, by: [.clock]),
  ]

  private static let offers: [LifeCycle<NegotiationTable>.Transition] = [
    .init("lodgePosition", from: confiding, to: nil, by: [.partyLead, .partyClerk], guards: [room]),
    .init("withdrawPosition", from: confiding, to: nil, by: [.partyLead, .partyClerk]),
    .init("sealPackage", from: talking, to: nil, by: [.partyLead], guards: [room]),
    .init("tablePackage", from: [.round], to: nil, by: [.partyLead], power: .table),
    .init("acceptPackage", from: talking, to: nil, by: [.partyLead], power: .accept),
    .init("rejectPackage", from: talking, to: nil, by: [.partyLead]),
    .init("withdrawPackage", from: [.open, .round, .suspended], to: nil, by: [.partyLead]),
    .init("expirePackage", from: [.open, .round, .suspended], to: nil, by: [.clock]),
  ]

  private static let mediator: [LifeCycle<NegotiationTable>.Transition] = [
    .init("nameMediator", from: seating, to: nil, by: [.desk, .partyLead]),
    .init("grantMediator", from: seating, to: nil, by: [.partyLead], guards: [mediatorIsNamed]),
    .init("seatMediator", from: seating, to: nil, by: [.partyLead], guards: [everyPartyAdmits]),
    // What was granted can be taken back at any time, long after the table has closed.
    .init("revokeMediator", from: Stage.allCases, to: nil, by: [.partyLead], guards: [hasGranted]),
  ]

  private static let ending: [LifeCycle<NegotiationTable>.Transition] = [
    .init(
      "agreeText", from: [.open], to: .textAgreed, by: [.desk, .mediator],
      guards: [everyClauseAgreed, nothingTabled]),
    .init(
      "initial", from: [.textAgreed], to: nil, by: [.partyLead], power: .sign, needsSecondFactor: true,
      guards: [notYetInitialled]),
    .init("completeInitials", from: [.textAgreed], to: .initialled, by: [.partyLead], guards: [everyPartyInitialled]),
    .init("summarise", from: unclosed, to: nil, by: [.desk, .mediator], guards: [notYetPublished]),
    .init(
      "extendEmbargo", from: Stage.allCases, to: nil, by: [.desk, .mediator, .partyLead], guards: [underEmbargo]),
    .init("publishSummary", from: Stage.allCases, to: nil, by: [.clock]),
    .init(
      "closeWithAgreement", from: [.initialled], to: .closedWithAgreement, by: [.desk], guards: [summaryLodged]),
    .init("closeWithout", from: unclosed, to: .closedWithout, by: [.desk, .mediator], guards: [summaryLodged]),
  ]
}

// MARK: - Conditions

extension NegotiationTable {
  private typealias Guard = LifeCycle<NegotiationTable>.Guard

  private static let mandatesOnFile = Guard("every party's mandate is on file") { table, _ in
    let missing = table.parties.filter { party in !table.mandates.contains { $0.party == party } }
    return missing.isEmpty ? nil : "\(missing) must lodge a mandate"
  }

  private static let roundsLeft = Guard("rounds are left") { table, _ in
    table.rounds.count < Limit.rounds ? nil : "a table has at most \(Limit.rounds); convene another for the rest"
  }

  private static let clausesLeft = Guard("the text has room for more clauses") { table, _ in
    table.clauses.count < Limit.clauses ? nil : "it holds at most \(Limit.clauses); join some, or convene another table"
  }

  private static let room = Guard("the table has room for more texts") { table, _ in
    table.textCount < Limit.texts ? nil : "it holds at most \(Limit.texts); convene another for the rest"
  }

  private static let noSilence = Guard("no silence procedure runs") { table, _ in
    guard let last = table.silences.map(\.until).max() else { return nil }
    return "wait until \(last), or object"
  }

  private static let notYetConsented = Guard("your party has not consented yet") { table, scene in
    guard let party = scene.standing.organisation?.id, table.resumeConsents.contains(party) else { return nil }
    let missing = table.parties.filter { !table.resumeConsents.contains($0) }
    return "nothing is left for you to do: \(missing) must consent"
  }

  private static let suspensionOver = Guard("the suspension is over, or every party consents to go on") {
    table, scene in
    if let until = table.suspendedUntil, until <= scene.now { return nil }
    let missing = table.parties.filter { !table.resumeConsents.contains($0) }
    return missing.isEmpty ? nil : "\(missing) must consent, or wait for the end"
  }

  private static let mediatorIsNamed = Guard("a mediator is named") { table, _ in
    table.mediation == nil ? "name one first" : nil
  }

  private static let everyPartyAdmits = Guard("every party admits the mediator") { table, _ in
    let missing = table.parties.filter { table.mediation?.grant(of: $0) == nil }
    return missing.isEmpty ? nil : "\(missing) must grant it"
  }

  private static let hasGranted = Guard("your party has admitted the mediator") { table, scene in
    guard let party = scene.standing.organisation?.id, table.mediation?.grant(of: party) != nil else {
      return "there is nothing to revoke"
    }
    return nil
  }

  private static let everyClauseAgreed = Guard("every clause is agreed by every party") { table, _ in
    guard table.progress.of > 0 else { return "propose a clause and agree to it" }
    let open = table.clauses.filter { $0.stage != .agreed && $0.stage != .withdrawn }
    return open.isEmpty ? nil : "agree to clause \(open.map(\.number))"
  }

  private static let nothingTabled = Guard("no package waits for an answer") { table, _ in
    let open = table.packages.filter { $0.stage == .tabled }
    return open.isEmpty ? nil : "answer or withdraw package \(open.map(\.number))"
  }

  private static let notYetInitialled = Guard("your party has not initialled yet") { table, scene in
    guard let party = scene.standing.organisation?.id, table.initials.contains(party) else { return nil }
    return "nothing is left for you to do: \((table.parties.filter { !table.initials.contains($0) })) must initial"
  }

  private static let everyPartyInitialled = Guard("every party has initialled") { table, _ in
    let missing = table.parties.filter { !table.initials.contains($0) }
    return missing.isEmpty ? nil : "\(missing) must initial"
  }

  private static let notYetPublished = Guard("the summary is not public yet") { table, _ in
    table.summary?.isPublished == true ? "it stands as it was published" : nil
  }

  private static let underEmbargo = Guard("a summary is under embargo") { table, scene in
    guard let summary = table.summary else { return "lodge a summary with the end of its embargo" }
    return !summary.isPublished && scene.now < summary.embargoEnds ? nil : "it is public already"
  }

  private static let summaryLodged = Guard("the public will be told") { table, _ in
    table.summary == nil ? "lodge a summary with the end of its embargo" : nil
  }
}
