import RegionalCases

/// The parts of a case that a report shows as they stand: who, how tied, what already exists, what is wanted.
extension Findings {
  static func money(of regionalCase: RegionalCase) -> MoneyFinding {
    MoneyFinding(
      currency: regionalCase.money.currency, scale: regionalCase.money.scale.rawValue,
      priceYear: regionalCase.money.priceYear, period: regionalCase.period.rawValue)
  }

  static func problem(_ problem: Problem) -> ProblemFinding {
    ProblemFinding(
      id: problem.id, family: problem.family.name.rawValue, title: problem.title.texts, field: problem.field.texts,
      territory: problem.territory?.texts, urgency: problem.urgency?.best,
      positions: problem.positions.map {
        PositionFinding(
          party: $0.party.rawValue, demand: $0.demand?.texts, concern: $0.concern?.texts,
          actionCost: $0.actionCost?.best, urgency: $0.urgency?.best)
      })
  }

  static func parties(
    of regionalCase: RegionalCase, players: [PartyID], boundaries: Boundaries
  ) -> [PartyFinding] {
    regionalCase.parties.map { party in
      PartyFinding(
        id: party.id.rawValue, name: party.name.texts, kind: party.kind.word.rawValue, tier: party.kind.tier?.rawValue,
        parent: party.kind.parent?.rawValue, longitude: party.location?.longitude, latitude: party.location?.latitude,
        isPlayer: players.contains(party.id), rings: boundaries.rings[party.id] ?? [])
    }
  }

  static func ties(of regionalCase: RegionalCase) -> [TieFinding] {
    regionalCase.ties.map { tie in
      let resource: String? = if case .exchange(let exchange) = tie.kind { "\(exchange.resource)" } else { nil }
      return TieFinding(
        from: tie.from.rawValue, to: tie.to.rawValue, kind: tie.kind.word.rawValue, resource: resource,
        weight: tie.strength)
    }
  }

  static func institutions(of regionalCase: RegionalCase) -> [InstitutionFinding] {
    regionalCase.institutions.map {
      InstitutionFinding(
        id: $0.id, kind: $0.kind.rawValue, name: $0.name.texts, members: $0.members.map(\.rawValue),
        since: $0.since.map { "\($0)" })
    }
  }

  static func goals(of regionalCase: RegionalCase) -> [GoalFinding] {
    regionalCase.goals.map { goal in
      GoalFinding(
        id: goal.id, title: goal.title.texts, baseline: goal.baseline.best, target: goal.target.best,
        unit: regionalCase.indicator(goal.indicator)?.unit, date: "\(goal.date)")
    }
  }

  static func sources(of regionalCase: RegionalCase) -> [SourceFinding] {
    regionalCase.sources.map {
      SourceFinding(
        key: $0.id, citation: "\($0.citation)", url: $0.url, licence: $0.licence, note: $0.note.map { "\($0)" })
    }
  }
}

extension LocalizedText {
  /// The texts by language code; a text that counts for every language stands under `en`.
  var texts: [String: String] {
    var texts = byLanguage
    if let plain, texts["en"] == nil { texts["en"] = plain }
    return texts
  }
}

extension InputFinding {
  /// What a report tells of `input`: its spread of best estimates and where they come from.
  init(_ input: StudyInput) {
    let best = input.figures.map(\.best)
    let weakest = input.figures.first { $0.provenance.status == input.status }?.provenance
    self.init(
      name: input.name, count: best.count, unit: input.figures.first?.unit, status: input.status.rawValue,
      source: weakest?.source, remark: weakest?.remark, low: best.min() ?? 0, high: best.max() ?? 0,
      isUncertain: input.isUncertain)
  }
}
