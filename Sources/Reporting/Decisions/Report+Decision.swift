import Studies

extension Report {
  /// Puts what a group may be expected to decide into words, tables and charts.
  ///
  /// - Parameters:
  ///   - decision: What was found.
  ///   - language: The language of the page.
  /// - Throws: ``ReportingError`` when a number is not finite, or an array does not fit the issues or the parties.
  /// - Complexity: O(issues · parties² + exchanges).
  public init(decision: DecisionFindings, language: Language) throws(ReportingError) {
    let json = try decision.reportJSON()
    try decision.checkShapes()
    self.init(
      language: language, html: DecisionPage(decision, in: language).html, tables: ReportTable.tables(of: decision),
      json: json)
  }
}

extension DecisionFindings {
  /// Refuses findings whose arrays do not fit the issues or the parties.
  ///
  /// - Parameter outer: What stands before each place that is told, where these findings are part of others.
  func checkShapes(within outer: String = "") throws(ReportingError) {
    for (number, party) in parties.enumerated() {
      for (name, count) in [("positions", party.positions.count), ("saliences", party.saliences.count)]
      where count != issues.count {
        throw .count(place: "\(outer)parties[\(number)].\(name)", expected: issues.count, found: count)
      }
    }
    for (number, issue) in issues.enumerated() where issue.influence.count != parties.count {
      throw .count(
        place: "\(outer)issues[\(number)].influence", expected: parties.count, found: issue.influence.count)
    }
  }
}

extension ReportTable {
  /// The tables of a decision's page.
  static let decisionNames = ["outcomes", "positions", "influence", "gains", "trades", "losses"]

  static func tables(of findings: DecisionFindings) -> [ReportTable] {
    var outcomes = CSV(header: [
      "issue", "low", "high", "compromise", "compromise_low", "compromise_high", "majority", "unbeaten",
      "after_exchange", "after_challenges", "hinge_party", "hinge_figure",
    ])
    var influence = CSV(header: ["issue", "party", "influence"])
    for issue in findings.issues {
      outcomes.append([
        issue.name, issue.low, issue.high, issue.compromise, issue.compromiseLow, issue.compromiseHigh, issue.majority,
        issue.unbeaten.map(\.csv).joined(separator: "+"), issue.afterExchange, issue.afterChallenges,
        issue.hinge.party, issue.hinge.figure,
      ])
      for (party, share) in zip(findings.parties, issue.influence) {
        influence.append([issue.name, party.name, share])
      }
    }
    var positions = CSV(header: ["party", "capability", "issue", "position", "salience"])
    var gains = CSV(header: ["party", "exchange_gain"])
    for party in findings.parties {
      for (issue, stance) in zip(findings.issues, zip(party.positions, party.saliences)) {
        positions.append([party.name, party.capability, issue.name, stance.0, stance.1])
      }
      gains.append([party.name, party.exchangeGain])
    }
    var trades = CSV(header: [
      "trade", "first", "first_issue", "first_from", "first_to", "second", "second_issue", "second_from", "second_to",
      "gain",
    ])
    var losses = CSV(header: ["trade", "party", "loss"])
    for (order, exchange) in findings.exchanges.enumerated() {
      let (first, second) = (exchange.first, exchange.second)
      trades.append([
        order + 1, first.party, first.issue, first.from, first.to, second.party, second.issue, second.from, second.to,
        exchange.gain,
      ])
      for loser in exchange.losers { losses.append([order + 1, loser.name, loser.value]) }
    }
    return ReportTable.filled(decisionNames, [outcomes, positions, influence, gains, trades, losses])
  }
}
