import Studies

extension Report {
  /// Puts what a negotiation may come to into words, tables and charts.
  ///
  /// - Parameters:
  ///   - negotiation: What was found.
  ///   - language: The language of the page.
  /// - Throws: ``ReportingError`` when a number is not finite, or an array does not fit the parties or the issues.
  /// - Complexity: O(frontier · (parties + issues) + offers).
  public init(negotiation: NegotiationFindings, language: Language) throws(ReportingError) {
    let json = try negotiation.reportJSON()
    try negotiation.checkShapes()
    self.init(
      language: language, html: NegotiationPage(negotiation, in: language).html,
      tables: ReportTable.tables(of: negotiation), json: json)
  }
}

extension NegotiationFindings {
  /// Refuses findings whose arrays do not fit the parties or the issues, so that nothing behind this point has to ask.
  ///
  /// - Parameter outer: What stands before each place that is told, where these findings are part of others.
  func checkShapes(within outer: String = "") throws(ReportingError) {
    func require(_ place: String, _ found: Int, _ expected: Int) throws(ReportingError) {
      guard found == expected else { throw .count(place: outer + place, expected: expected, found: found) }
    }
    func require(_ place: String, _ deal: Deal) throws(ReportingError) {
      try require("\(place).worths", deal.worths.count, parties.count)
      try require("\(place).options", deal.options.count, issues.count)
      for (number, option) in deal.options.enumerated() where !issues[number].options.indices.contains(option) {
        throw .count(
          place: "\(outer)issues[\(number)].options", expected: option + 1, found: issues[number].options.count)
      }
    }
    for (number, party) in parties.enumerated() {
      if let range = party.reservationRange { try require("parties[\(number)].reservationRange", range.count, 2) }
    }
    for (number, deal) in frontier.enumerated() { try require("frontier[\(number)]", deal) }
    for (number, solution) in solutions.enumerated() {
      for deal in solution.deals { try require("solutions[\(number)].deals", deal) }
    }
    for (number, landing) in landings.enumerated() {
      if let deal = landing.deal { try require("landings[\(number)].deal", deal) }
      if let deal = landing.improvement { try require("landings[\(number)].improvement", deal) }
      if !landing.concessions.isEmpty {
        try require("landings[\(number)].concessions", landing.concessions.count, parties.count)
      }
    }
    if let bilateral {
      try require("bilateral.statusQuo", bilateral.statusQuo)
      try require("bilateral.outcome", bilateral.outcome)
      if let deal = bilateral.oneTable { try require("bilateral.oneTable", deal) }
      for (number, talk) in bilateral.talks.enumerated() {
        if let options = talk.options {
          try require("bilateral.talks[\(number)].options", options.count, talk.issues.count)
        }
        for (place, issue) in talk.issues.enumerated() {
          guard issues.indices.contains(issue) else {
            throw .count(place: outer + "issues", expected: issue + 1, found: issues.count)
          }
          guard let option = talk.options?[place], !issues[issue].options.indices.contains(option) else { continue }
          throw .count(
            place: outer + "issues[\(issue)].options", expected: option + 1, found: issues[issue].options.count)
        }
      }
    }
    if let series {
      try require("series.meanWorths", series.meanWorths.count, parties.count)
      try require("series.standardErrors", series.standardErrors.count, parties.count)
    }
    if let obstacle {
      try require("obstacle.nearest", obstacle.nearest)
      try require("obstacle.shortfalls", obstacle.shortfalls.count, parties.count)
    }
  }
}

extension ReportTable {
  /// The tables of a negotiation's page.
  static let negotiationNames = [
    "reservations", "options", "frontier", "packages", "solutions", "landings", "terms", "concessions", "series",
    "obstacle", "talks", "talk_worths",
  ]

  static func tables(of findings: NegotiationFindings) -> [ReportTable] {
    let names = findings.parties.map(\.name)
    var reservations = CSV(header: [
      "party", "reservation", "reservation_low", "reservation_high", "best", "ideal", "strategy",
    ])
    for party in findings.parties {
      reservations.append([
        party.name, party.reservation, party.reservationRange?.first, party.reservationRange?.last, party.best,
        party.ideal, party.strategy,
      ])
    }
    var options = CSV(header: ["issue", "place", "option"])
    for issue in findings.issues {
      for (place, option) in issue.options.enumerated() { options.append([issue.name, place + 1, option.name]) }
    }
    var frontier = CSV(header: ["package", "party", "worth"])
    var packages = CSV(header: ["package", "issue", "option"])
    for (number, deal) in findings.frontier.enumerated() {
      for (party, worth) in zip(names, deal.worths) { frontier.append([number + 1, party, worth]) }
      append(deal, of: findings, as: "\(number + 1)", to: &packages)
    }
    let told = findings.toldDeals
    func number(_ deal: NegotiationFindings.Deal) -> Int? { told.firstIndex(of: deal).map { $0 + 1 } }
    var solutions = CSV(header: ["rule", "place", "deal", "party", "worth"])
    for solution in findings.solutions {
      for (place, deal) in solution.deals.enumerated() {
        for (party, worth) in zip(names, deal.worths) {
          solutions.append([solution.rule, place + 1, number(deal), party, worth])
        }
      }
    }
    var landings = CSV(header: ["protocol", "ending", "rounds", "left_on_table", "deal", "party", "worth"])
    var concessions = CSV(header: ["protocol", "round", "party", "worth"])
    for landing in findings.landings {
      for (order, party) in names.enumerated() {
        landings.append([
          landing.negotiationProtocol, landing.ending, landing.rounds, landing.leftOnTable,
          landing.deal.flatMap(number), party, landing.deal?.worths[order],
        ])
      }
      for (party, offers) in zip(names, landing.concessions) {
        for (round, offer) in offers.enumerated() {
          guard let offer else { continue }
          concessions.append([landing.negotiationProtocol, round + 1, party, offer])
        }
      }
    }
    var terms = CSV(header: ["deal", "issue", "option"])
    for (number, deal) in told.enumerated() { append(deal, of: findings, as: "\(number + 1)", to: &terms) }
    if let nearest = findings.obstacle?.nearest { append(nearest, of: findings, as: "nearest", to: &terms) }
    var series = CSV(header: ["runs", "seed", "zone_rate", "agreement_rate", "party", "mean_worth", "standard_error"])
    if let found = findings.series {
      for (order, party) in names.enumerated() {
        series.append([
          found.runs, String(found.seed), found.zoneRate, found.agreementRate, party, found.meanWorths[order],
          found.standardErrors[order],
        ])
      }
    }
    var obstacle = CSV(header: ["party", "nearest_worth", "shortfall", "alone"])
    if let found = findings.obstacle {
      for (order, party) in names.enumerated() {
        obstacle.append([
          party, found.nearest.worths[order], found.shortfalls[order],
          found.alone.first { $0.name == party }?.value,
        ])
      }
    }
    return ReportTable.filled(
      negotiationNames,
      [
        reservations, options, frontier, packages, solutions, landings, terms, concessions, series, obstacle,
        talks(findings), talkWorths(findings),
      ])
  }

  /// What each talk of two settles, an issue a row.
  private static func talks(_ findings: NegotiationFindings) -> CSV {
    var table = CSV(header: ["talk", "first", "second", "issue", "option", "rounds", "ending"])
    for (number, talk) in (findings.bilateral?.talks ?? []).enumerated() {
      for (place, issue) in talk.issues.enumerated() {
        let option = talk.options.map { findings.issues[issue].options[$0[place]].name }
        table.append([
          number + 1, talk.parties.first, talk.parties.last, findings.issues[issue].name, option, talk.rounds,
          talk.ending,
        ])
      }
    }
    return table
  }

  /// What each party has now, by talks of two and at one table.
  private static func talkWorths(_ findings: NegotiationFindings) -> CSV {
    var table = CSV(header: ["party", "now", "by_talks", "at_one_table", "is_harmed"])
    guard let bilateral = findings.bilateral else { return table }
    for (number, party) in findings.parties.enumerated() {
      table.append([
        party.name, bilateral.statusQuo.worths[number], bilateral.outcome.worths[number],
        bilateral.oneTable?.worths[number], bilateral.harmed.contains(party.name),
      ])
    }
    return table
  }

  private static func append(
    _ deal: NegotiationFindings.Deal, of findings: NegotiationFindings, as number: String, to table: inout CSV
  ) {
    for (issue, option) in zip(findings.issues, deal.options) {
      table.append([number, issue.name, issue.options[option].name])
    }
  }
}
