import Negotiations
import RegionalCases

extension DecisionFindings {
  /// What the parties of `file` may be expected to decide.
  ///
  /// - Parameters:
  ///   - file: A decision that was read and found valid.
  ///   - rounds: The most rounds of exchanges; the file's own when nil, else 1.
  /// - Throws: `DecisionError` for a number out of its range.
  /// - Complexity: That of the exchanges, pairs of parties times pairs of issues for each exchange, and of the
  ///   sensitivities, a compromise for each figure; up to ``mostChallengers`` parties, their cube for each turn of
  ///   challenges.
  public init(_ file: DecisionFile, rounds: Int? = nil) throws(DecisionError) {
    let setting = try DecisionSetting(file)
    let compromises = compromises(of: setting)
    let contests = majorityContests(of: setting, vote: DecisionVote(file.voting ?? .whole))
    let played = try positionExchanges(in: setting, rounds: rounds ?? file.rounds ?? 1)
    let after = played.last?.outcomes ?? compromises.map(\.outcome)
    challengesAreJoint = setting.parties.allSatisfy { $0.stakes.reduce(0) { $0 + ($1?.salience ?? 0) } <= 1 }
    let challenged =
      setting.parties.count > Self.mostChallengers
      ? nil : try setting.challengedOutcomes(jointly: challengesAreJoint)
    let outcomes = compromises.map(\.outcome)
    let sensitivities = try sensitivities(of: setting) { setting throws(DecisionError) in
      Negotiations.compromises(of: setting).map(\.outcome)
    }
    let ranges = outcomeRanges(of: sensitivities, around: outcomes)
    title = file.title.texts
    issues = file.issues.enumerated().map { number, issue in
      let contest = contests[number]
      return Issue(
        name: issue.name, label: issue.label.texts, low: issue.from, high: issue.to,
        compromise: compromises[number].outcome, influence: compromises[number].influence,
        majority: contest.winner.map { contest.options[$0] }, unbeaten: contest.unbeaten.map { contest.options[$0] },
        afterExchange: after[number], afterChallenges: challenged?[number],
        compromiseLow: ranges[number].lowerBound, compromiseHigh: ranges[number].upperBound,
        hinge: Hinge(sensitivities.largest(on: number).factor, in: file))
    }
    parties = file.parties.enumerated().map { number, party in
      Party(
        name: party.name, label: party.label.texts, capability: party.capability,
        positions: party.stances.map { $0?.position }, saliences: party.stances.map { $0?.salience },
        exchangeGain: played.reduce(0) { $0 + $1.gains[number] })
    }
    func told(_ move: PositionExchange.Move) -> Move {
      Move(party: file.parties[move.party].name, issue: file.issues[move.issue].name, from: move.from, to: move.to)
    }
    exchanges = played.flatMap(\.exchanges).map { exchange in
      Exchange(
        first: told(exchange.first), second: told(exchange.second), gain: exchange.gain,
        losers: exchange.losers.sorted { ($1.loss, $0.party) < ($0.loss, $1.party) }.map {
          NamedNumber(name: file.parties[$0.party].name, value: $0.loss)
        })
    }
    opposedPairs = played.first?.opposedPairs ?? 0
    self.rounds = played.count
  }
}

extension DecisionSetting {
  fileprivate init(_ file: DecisionFile) throws(DecisionError) {
    try self.init(
      issues: file.issues.map { Issue($0.name, low: $0.from, high: $0.to) },
      parties: file.parties.map { party in
        Party(
          party.name, capability: party.capability,
          stakes: party.stances.map { $0.map { Stake($0.position, salience: $0.salience) } })
      })
  }
}

extension DecisionSetting {
  /// Where challenges end, over all issues at once or over each by itself.
  fileprivate func challengedOutcomes(jointly: Bool) throws(DecisionError) -> [Double] {
    if jointly { return try challengeCourse(of: self).outcomes }
    var outcomes: [Double] = []
    for number in issues.indices {
      let alone = try DecisionSetting(
        issues: [issues[number]],
        parties: parties.map { Party($0.name, capability: $0.capability, stakes: [$0.stakes[number]]) })
      outcomes += try challengeCourse(of: alone).outcomes
    }
    return outcomes
  }
}

extension [DecisionSensitivity] {
  /// The figure that moves an issue's outcome most, the first of equals.
  fileprivate func largest(on issue: Int) -> DecisionSensitivity {
    reduce(self[0]) { $1.swing(on: issue) > $0.swing(on: issue) ? $1 : $0 }
  }
}

extension DecisionFindings.Hinge {
  fileprivate init(_ factor: DecisionSensitivity.Factor, in file: DecisionFile) {
    switch factor {
    case .capability(let party): self.init(party: file.parties[party].name, figure: "capability")
    case .salience(let party, _): self.init(party: file.parties[party].name, figure: "salience")
    case .position(let party, _): self.init(party: file.parties[party].name, figure: "position")
    }
  }
}

extension DecisionVote {
  fileprivate init(_ voting: DecisionFile.Voting) {
    self =
      switch voting {
      case .whole: .whole
      case .proportional: .proportional
      case .cubic: .cubic
      }
  }
}
