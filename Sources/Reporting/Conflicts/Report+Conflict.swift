import Studies

extension Report {
  /// Puts what a conflict comes to into words, tables and charts.
  ///
  /// - Parameters:
  ///   - conflict: What was found.
  ///   - language: The language of the page.
  /// - Throws: ``ReportingError`` when an array does not fit the makers.
  /// - Complexity: O(states · makers · concepts + moves drawn).
  public init(conflict: ConflictFindings, language: Language) throws(ReportingError) {
    try conflict.checkShapes()
    self.init(
      language: language, html: ConflictPage(conflict, in: language).html, tables: ReportTable.tables(of: conflict),
      json: try conflict.reportJSON())
  }
}

extension ConflictFindings {
  /// Refuses findings whose arrays do not fit the makers.
  ///
  /// - Parameter outer: What stands before each place that is told, where these findings are part of others.
  func checkShapes(within outer: String = "") throws(ReportingError) {
    for (number, concept) in concepts.enumerated() where concept.stable.count != makers.count {
      throw .count(place: "\(outer)concepts[\(number)].stable", expected: makers.count, found: concept.stable.count)
    }
  }
}

extension ReportTable {
  /// The tables of a conflict's page.
  static let conflictNames = ["makers", "states", "stability", "moves"]

  static func tables(of findings: ConflictFindings) -> [ReportTable] {
    var makers = CSV(header: ["maker", "place", "state"])
    for maker in findings.makers {
      for (place, states) in maker.ranking.enumerated() {
        for state in states { makers.append([maker.name, place + 1, state]) }
      }
    }
    var states = CSV(header: ["state", "options", "is_today", "is_wanted"])
    for state in findings.states {
      states.append([
        state.name, state.options, state.name == findings.statusQuo, findings.wanted.contains(state.name),
      ])
    }
    var stability = CSV(header: ["concept", "state", "maker", "is_stable"])
    for concept in findings.concepts {
      let stays = concept.stable.map(Set.init)
      for state in findings.states {
        for (maker, states) in zip(findings.makers, stays) {
          stability.append([concept.concept, state.name, maker.name, states.contains(state.name)])
        }
      }
    }
    var moves = CSV(header: ["maker", "from", "to"])
    for move in findings.moves { moves.append([move.maker, move.from, move.to]) }
    return ReportTable.filled(conflictNames, [makers, states, stability, moves])
  }
}
