import Studies

/// The page of a negotiation: the deals no other beats, the fair ones, where bargaining lands, and who gains.
struct NegotiationPage {
  let findings: NegotiationFindings
  let tongue: Tongue
  /// What the short answer says of it: its sentences and the table of deals.
  let answer: Answer

  init(_ findings: NegotiationFindings, in language: Language) {
    self.findings = findings
    tongue = Tongue(language: language)
    answer = .negotiation(findings, in: language)
  }

  func say(_ phrase: TalkPhrase, _ fillings: [String: Filling] = [:]) -> String { tongue.say(phrase, fillings) }

  var html: String {
    PageFrame(
      language: tongue.language, kind: say(.kind), title: tongue.name(findings.title, say(.kind)), finding: headline,
      summary: nil, sections: sections, colophon: say(.colophon)
    ).html
  }

  private var headline: String {
    if findings.obstacle != nil { return say(.headNone) }
    guard !findings.landings.isEmpty else { return say(.headOpen) }
    let reached = findings.landings.count { $0.deal != nil }
    return reached == 0
      ? say(.headNoBargain)
      : say(
        .headDeal,
        ["n": .text(Numeral.whole(reached)), "all": .text(Numeral.whole(findings.landings.count))])
  }

  private var sections: [PageFrame.Section] {
    let behind = tongue.say(PagePhrase.behind)
    var sections = [
      PageFrame.Section(id: "summary", title: tongue.say(PagePhrase.summary)) { html in
        html.element("ul", ["class": "summary"]) { html in
          for sentence in answer.sentences { html.element("li", text: sentence) }
        }
      }
    ]
    if let obstacleFigure {
      sections.append(
        .init(id: "obstacle", title: say(.obstacle)) { html in
          html.element("p", text: say(.obstacleLead))
          obstacleFigure.write(to: &html, tableTitle: behind)
        })
    }
    sections.append(
      .init(id: "deals", title: say(.deals)) { html in
        for figure in dealFigures { figure.write(to: &html, tableTitle: behind) }
        termsTable.write(to: &html)
      })
    if !findings.landings.isEmpty {
      sections.append(
        .init(id: "bargaining", title: say(.bargaining)) { html in
          landingTable.write(to: &html)
          if let concessionFigure { concessionFigure.write(to: &html, tableTitle: behind) }
          if let seriesTable { seriesTable.write(to: &html) }
        })
    }
    sections.append(
      .init(id: "methods", title: say(.methods)) { html in
        html.element("p", text: say(.methodLead))
        methodTable.write(to: &html)
      })
    return sections
  }

  var figures: [Figure] {
    [obstacleFigure].compactMap { $0 } + dealFigures + [concessionFigure].compactMap { $0 }
  }

  private var dealFigures: [Figure] { [frontierFigure, gainFigure].compactMap { $0 } }

  // MARK: Words

  func party(_ number: Int) -> String {
    tongue.name(findings.parties[number].label, findings.parties[number].name)
  }

  var partyNames: [String] { findings.parties.indices.map(party) }

  /// The part of what a party could gain in a deal that all accept; of its own best where no deal is such.
  private func share(_ worth: Double, of number: Int) -> Double {
    let party = findings.parties[number]
    return Self.share(worth, from: party.reservation, to: party.ideal ?? party.best)
  }

  /// The part of the way from what no deal is worth to a party to its own best.
  private func kept(_ worth: Double, by number: Int) -> Double {
    let party = findings.parties[number]
    return Self.share(worth, from: party.reservation, to: party.best)
  }

  /// A part that can be drawn, whatever the numbers are.
  private static func share(_ worth: Double, from low: Double, to high: Double) -> Double {
    // Halved first: the way between two ends of what a number can hold is itself none.
    let part = (worth / 2 - low / 2) / (high / 2 - low / 2)
    return high > low && part.isFinite ? min(max(part, -10), 10) : 0
  }

  // MARK: Deals

  /// The deals that are told of, with who chooses each.
  private var marks: [DealMark] {
    let named = findings.toldDeals.enumerated().map { number, deal -> DealMark in
      let rules = findings.solutions.filter { $0.deals.prefix(NegotiationFindings.toldOfARule).contains(deal) }
      let landings = findings.landings.filter { $0.deal == deal }
      let names =
        rules.map { tongue.word(FairnessName.self, $0.rule) }
        + landings.map { tongue.word(ProtocolName.self, $0.negotiationProtocol) }
      let kind: DealMark.Kind =
        switch (rules.isEmpty, landings.isEmpty) {
        case (false, false): .both
        case (false, true): .fair
        case (true, false): .landing
        case (true, true): .improvement
        }
      return DealMark(
        number: "\(number + 1)",
        name: names.isEmpty ? say(.improvement) : names.joined(separator: say(.join)), kind: kind, worths: deal.worths)
    }
    guard let nearest = findings.obstacle?.nearest else { return named }
    return named + [DealMark(number: "×", name: say(.nearest), kind: .nearest, worths: nearest.worths)]
  }

  private var frontierFigure: Figure? {
    let marks = self.marks
    guard findings.parties.count >= 2, !(findings.frontier.isEmpty && marks.isEmpty) else { return nil }
    let isPlane = findings.parties.count == 2
    // Without a zone there are no shares of what could be gained; how far the nearest package is has been told.
    guard isPlane || findings.obstacle == nil else { return nil }
    let names = partyNames
    func drawing(_ width: Double) -> Drawing {
      if isPlane {
        return FrontierChart(
          frontier: findings.frontier.map { ($0.worths[0], $0.worths[1]) },
          reservation: (findings.parties[0].reservation, findings.parties[1].reservation), marks: marks,
          across: say(.worthTo, ["who": .text(names[0])]), up: say(.worthTo, ["who": .text(names[1])]),
          noDeal: say(.noDeal), format: { Numeral.significant($0) }
        ).drawing(width: width)
      }
      return ParallelChart(
        heads: isNumbered(width) ? names.indices.map(Numeral.letters) : names,
        frontier: findings.frontier.map(shares),
        marks: marks.map { .init(number: $0.number, name: $0.name, kind: $0.kind, worths: shares($0.worths)) }
      ).drawing(width: width)
    }
    let dealKeys = marks.map { say(.dealKey, ["n": .text($0.number), "names": .text($0.name)]) }
    let partyKeys = names.enumerated().map {
      say(.partyKey, ["n": .text(Numeral.letters($0)), "party": .text($1)])
    }
    func keys(_ width: Double) -> [String] { (!isPlane && isNumbered(width) ? partyKeys : []) + dealKeys }
    return Figure(
      id: "frontier-chart",
      finding: findings.frontier.isEmpty
        ? say(.frontierNone) : say(.frontierFinding, ["n": .count(findings.frontierCount)]),
      description: say(isPlane ? .frontierDescription : .parallelDescription),
      wide: drawing(Figure.wideWidth), narrow: drawing(Figure.narrowWidth), legend: legend(marks, isPlane: isPlane),
      wideKeys: keys(Figure.wideWidth), narrowKeys: keys(Figure.narrowWidth),
      note: say(isPlane ? .frontierNote : .parallelNote), table: dealTable(marks))
  }

  private func shares(_ deal: NegotiationFindings.Deal) -> [Double] { shares(deal.worths) }

  private func shares(_ worths: [Double]) -> [Double] { worths.enumerated().map { share($1, of: $0) } }

  /// Whether the heads of the upright lines are numbers, as the names have no room.
  private func isNumbered(_ width: Double) -> Bool {
    // The outer names keep within the sheet and so come nearer to their neighbours.
    let room = 0.6 * (width - 110) / Double(max(1, findings.parties.count - 1))
    return partyNames.contains { TextWidth.of($0, size: 11) > room }
  }

  private func legend(_ marks: [DealMark], isPlane: Bool) -> [LegendEntry] {
    let texts: [DealMark.Kind: TalkPhrase] = [
      .fair: .fair, .landing: .landing, .both: .both, .improvement: .improvement, .nearest: .nearest,
    ]
    var legend: [LegendEntry] = []
    if !findings.frontier.isEmpty {
      legend.append(
        .init(swatch: isPlane ? .symbol(.disc, .grey) : .line(.pale, width: 1.2, dash: []), text: say(.keyFrontier)))
    }
    if isPlane {
      legend.append(.init(swatch: .line(.ink, width: 1.2, dash: [5, 3]), text: say(.keyReservation)))
      legend.append(.init(swatch: .bar(.faint), text: say(.zone)))
    }
    for kind in DealMark.Kind.allCases where marks.contains(where: { $0.kind == kind }) {
      guard let text = texts[kind] else { continue }
      legend.append(.init(swatch: .symbol(kind.symbol, kind.paint), text: say(text)))
    }
    return legend
  }

  private func dealTable(_ marks: [DealMark]) -> DataTable {
    DataTable(
      caption: say(.dealTable),
      columns: [
        .init(title: say(.dealColumn), isNumber: false), .init(title: say(.who), isNumber: false),
      ] + partyNames.map { .init(title: say(.worthTo, ["who": .text($0)]).capitalizedFirst) },
      rows: marks.map { mark in
        .init(cells: [mark.number, mark.name] + mark.worths.map { Numeral.significant($0, digits: 4) })
      })
  }

  private var gainFigure: Figure? {
    let marks = self.marks
    guard !marks.isEmpty, !findings.parties.isEmpty, findings.obstacle == nil else { return nil }
    let values = findings.parties.indices.map { party in marks.map { share($0.worths[party], of: party) } }
    let texts = values.map { $0.map(Numeral.percent) }
    let chart = Heatmap(
      rowNames: partyNames, columnHeads: marks.map(\.number), values: values.map { $0.map { max(0, $0) } },
      texts: texts, darkest: 1.2, numbersRows: false)
    return Figure(
      id: "gain-chart", finding: gainFinding(values, texts: texts, marks: marks),
      description: say(.gainDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      note: say(
        .gainNote,
        [
          "deals": .text(
            marks.map { say(.dealKey, ["n": .text($0.number), "names": .text($0.name)]) }
              .joined(separator: tongue.say(ListPhrase.semicolon)))
        ]),
      table: DataTable(
        caption: say(.gainTable),
        columns: [.init(title: say(.party), isNumber: false)]
          + marks.map { .init(title: $0.number) },
        rows: zip(partyNames, texts).map { .init(cells: [$0] + $1) }))
  }

  /// To whom it matters most which deal it is; of a single deal, who gets most of it.
  private func gainFinding(_ values: [[Double]], texts: [[String]], marks: [DealMark]) -> String {
    func called(_ deal: Int) -> String { say(.endedWith, ["n": .text(marks[deal].number)]) }
    func ends(_ numbers: [Double]) -> (least: Int, most: Int) {
      var ends = (least: 0, most: 0)
      for (index, number) in numbers.enumerated() {
        if number < numbers[ends.least] { ends.least = index }
        if number > numbers[ends.most] { ends.most = index }
      }
      return ends
    }
    if marks.count == 1 {
      let (least, most) = ends(values.map { $0[0] })
      guard texts[least][0] != texts[most][0] else { return say(.gainFindingEqual) }
      return say(
        .gainFindingOne,
        [
          "n": .text(called(0)), "who": .text(party(most)), "most": .text(texts[most][0]),
          "other": .text(party(least)), "least": .text(texts[least][0]),
        ]
      ).capitalizedFirst
    }
    let spreads = values.map { row -> Double in
      let (least, most) = ends(row)
      return row[most] - row[least]
    }
    let widest = ends(spreads).most
    let (least, most) = ends(values[widest])
    guard texts[widest][least] != texts[widest][most] else { return say(.gainFindingEqual) }
    return say(
      .gainFinding,
      [
        "who": .text(party(widest)), "least": .text(texts[widest][least]), "m": .text(called(least)),
        "most": .text(texts[widest][most]), "n": .text(called(most)),
      ])
  }

  /// The deals in words, as the short answer has them.
  private var termsTable: DataTable {
    let heads = answer.table.first ?? []
    return DataTable(
      caption: say(.termsTable), columns: heads.map { .init(title: Voice.tidy($0), isNumber: false) },
      rows: answer.table.dropFirst().map { .init(cells: $0.map(Voice.tidy)) })
  }

  // MARK: Bargaining

  private func ending(_ landing: NegotiationFindings.Landing) -> String {
    guard let deal = landing.deal, let number = findings.toldDeals.firstIndex(of: deal) else {
      return tongue.word(EndingName.self, landing.ending)
    }
    return say(.endedWith, ["n": .text("\(number + 1)")])
  }

  private var landingTable: DataTable {
    DataTable(
      caption: say(.landingTable),
      columns: [
        .init(title: say(.how), isNumber: false), .init(title: say(.ending), isNumber: false),
        .init(title: say(.rounds)), .init(title: say(.left)),
      ] + partyNames.map { .init(title: say(.worthTo, ["who": .text($0)]).capitalizedFirst) },
      rows: findings.landings.map { landing in
        .init(
          cells: [
            tongue.word(ProtocolName.self, landing.negotiationProtocol), ending(landing),
            Numeral.whole(landing.rounds), landing.leftOnTable.map(Numeral.percent) ?? "–",
          ]
            + findings.parties.indices.map { party in
              landing.deal.map { Numeral.significant($0.worths[party], digits: 4) } ?? "–"
            })
      })
  }

  private var concessionFigure: Figure? {
    let shown = findings.landings.filter { $0.concessions.contains { $0.contains { $0 != nil } } }
    guard !shown.isEmpty else { return nil }
    let chart = ConcessionChart(
      panels: shown.map { landing in
        .init(
          title: tongue.word(ProtocolName.self, landing.negotiationProtocol),
          series: landing.concessions.enumerated().map { party, offers in
            offers.map { $0.map { kept($0, by: party) } }
          }, foot: ending(landing).capitalizedFirst)
      }, round: say(.round))
    var furthest: (party: Int, landing: Int, step: Double) = (0, 0, 0)
    var rows: [DataTable.Row] = []
    for (number, landing) in shown.enumerated() {
      for (party, offers) in landing.concessions.enumerated() {
        let made = offers.compactMap { $0.map { kept($0, by: party) } }
        guard let first = made.first, let last = made.last else { continue }
        if first - last > furthest.step { furthest = (party, number, first - last) }
        rows.append(
          .init(cells: [
            tongue.word(ProtocolName.self, landing.negotiationProtocol), self.party(party),
            tongue.word(StrategyName.self, findings.parties[party].strategy), Numeral.percent(first),
            Numeral.percent(last), Numeral.whole(landing.rounds), ending(landing),
          ]))
      }
    }
    return Figure(
      id: "concession-chart",
      finding: furthest.step > 0
        ? say(
          .concessionFinding,
          [
            "who": .text(party(furthest.party)),
            "how": .text(
              tongue.word(ProtocolName.self, shown[furthest.landing].negotiationProtocol).uncapitalizedFirst),
          ]) : say(.concessionNobody),
      description: say(.concessionDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: partyNames.enumerated().flatMap { number, name -> [LegendEntry] in
        let strategy = tongue.word(StrategyName.self, findings.parties[number].strategy)
        return [
          .init(
            swatch: .course(
              ConcessionChart.paint(number), dash: ConcessionChart.dash(number), ConcessionChart.symbol(number)),
            text: tongue.say(ListPhrase.figure, ["name": .text(name), "value": .text(strategy)]))
        ]
      }, note: say(.concessionNote),
      table: DataTable(
        caption: say(.concessionTable),
        columns: [
          .init(title: say(.how), isNumber: false), .init(title: say(.party), isNumber: false),
          .init(title: say(.strategy), isNumber: false), .init(title: say(.firstOffer)),
          .init(title: say(.lastOffer)), .init(title: say(.rounds)), .init(title: say(.ending), isNumber: false),
        ], rows: rows))
  }

  private var seriesTable: DataTable? {
    guard let series = findings.series else { return nil }
    return DataTable(
      caption: say(.seriesTable, ["n": .count(series.runs), "seed": .text(String(series.seed))]),
      columns: [
        .init(title: say(.party), isNumber: false), .init(title: say(.reservation)),
        .init(title: say(.meanWorth)), .init(title: say(.error)),
      ],
      rows: findings.parties.indices.map { party in
        .init(cells: [
          self.party(party), Numeral.significant(findings.parties[party].reservation, digits: 4),
          Numeral.significant(series.meanWorths[party], digits: 4),
          Numeral.significant(series.standardErrors[party], digits: 2),
        ])
      })
  }

  // MARK: Obstacle

  private var obstacleFigure: Figure? {
    guard let obstacle = findings.obstacle else { return nil }
    // As a part of what each could have at best: points of different parties cannot be compared.
    let parts = findings.parties.enumerated().map { number, party -> Double in
      let span = max(party.best - party.reservation, party.best.magnitude, party.reservation.magnitude)
      let part = span > 0 ? obstacle.shortfalls[number] / span : 0
      return part.isFinite ? part : 0
    }
    let texts = obstacle.shortfalls.map { Numeral.significant($0) }
    let short = findings.parties.indices.filter { obstacle.shortfalls[$0] > 0 }
    let chart = BarChart(
      bars: findings.parties.indices.map { number in
        .init(
          name: party(number), segments: [.init(from: 0, to: parts[number], paint: .hatch)], figure: texts[number])
      })
    return Figure(
      id: "obstacle-chart",
      finding: say(.obstacleFinding, ["who": .text(tongue.list(short.map(party)))]),
      description: say(.obstacleDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [], note: say(.obstacleNote),
      table: DataTable(
        caption: say(.obstacleTable),
        columns: [
          .init(title: say(.party), isNumber: false), .init(title: say(.reservation)), .init(title: say(.worth)),
          .init(title: say(.short)), .init(title: say(.alone)),
        ],
        rows: findings.parties.enumerated().map { number, party in
          .init(cells: [
            self.party(number), Numeral.significant(party.reservation, digits: 4),
            Numeral.significant(obstacle.nearest.worths[number], digits: 4), texts[number],
            obstacle.alone.first { $0.name == party.name }.map { Numeral.significant($0.value) } ?? say(.no),
          ])
        }))
  }

  private var methodTable: DataTable {
    let rules = findings.solutions.map(\.rule).filter { FairnessName(rawValue: $0) != nil }
    let ways = findings.landings.map(\.negotiationProtocol).filter { ProtocolName(rawValue: $0) != nil }
    return DataTable(
      caption: say(.methodTable),
      columns: [TalkPhrase.rule, .meaning, .source].map { .init(title: say($0), isNumber: false) },
      rows: rules.compactMap(FairnessName.init).map { rule in
        .init(cells: [tongue.say(rule).capitalizedFirst, tongue.say(rule.meaning), rule.source])
      }
        + ways.compactMap(ProtocolName.init).map { way in
          .init(cells: [tongue.say(way), way.meaning.text(in: tongue.language), way.source])
        })
  }
}

extension NegotiationFindings {
  /// Of deals that serve a rule equally well so many are told of.
  static let toldOfARule = 3

  /// The deals that are told of, each once, as the short answer numbers them: those of the rules of fairness, those where
  /// bargaining lands, those that would be better.
  var toldDeals: [Deal] {
    var deals: [Deal] = []
    let all =
      solutions.flatMap { $0.deals.prefix(Self.toldOfARule) } + landings.compactMap(\.deal)
      + landings.compactMap(\.improvement)
    for deal in all where !deals.contains(deal) { deals.append(deal) }
    return deals
  }
}

extension String {
  /// The text with a small first letter, for the middle of a sentence.
  fileprivate var uncapitalizedFirst: String { prefix(1).lowercased() + dropFirst() }
}
