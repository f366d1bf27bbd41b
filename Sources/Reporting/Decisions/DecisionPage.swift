import Studies

/// The page of a decision: where parties stand and where each model puts the outcome, who trades what, and who loses.
struct DecisionPage {
  let findings: DecisionFindings
  let tongue: Tongue

  init(_ findings: DecisionFindings, in language: Language) {
    self.findings = findings
    tongue = Tongue(language: language)
  }

  func say(_ phrase: DecisionPagePhrase, _ fillings: [String: Filling] = [:]) -> String {
    tongue.say(phrase, fillings)
  }

  var html: String {
    PageFrame(
      language: tongue.language, kind: say(.kind), title: tongue.name(findings.title, say(.kind)), finding: headline,
      summary: nil, sections: sections, colophon: say(.colophon)
    ).html
  }

  var sections: [PageFrame.Section] {
    let sentences = DecisionWords(findings: findings, language: tongue.language).sentences
    let behind = tongue.say(PagePhrase.behind)
    return [
      .init(id: "summary", title: tongue.say(PagePhrase.summary)) { html in
        html.element("ul", ["class": "summary"]) { html in
          for sentence in sentences { html.element("li", text: sentence) }
        }
      },
      .init(id: "positions", title: say(.positions)) { html in
        if let positionFigure { positionFigure.write(to: &html, tableTitle: behind) }
        positionTable.writeFolded(to: &html)
      },
      .init(id: "influence", title: say(.influence)) { html in
        if let influenceFigure { influenceFigure.write(to: &html, tableTitle: behind) }
      },
      .init(id: "trades", title: say(.trades)) { html in
        guard !findings.exchanges.isEmpty else {
          html.element("p", text: say(.noTrades))
          return
        }
        html.element(
          "p",
          text: say(.tradesLead, ["n": .count(findings.opposedPairs), "m": .count(findings.exchanges.count)]))
        if let gainFigure { gainFigure.write(to: &html, tableTitle: behind) }
        tradeTable.write(to: &html)
      },
      .init(id: "methods", title: say(.methods)) { html in
        html.element("p", text: say(.methodLead))
        methodTable.write(to: &html)
      },
    ]
  }

  var figures: [Figure] {
    [positionFigure, influenceFigure, findings.exchanges.isEmpty ? nil : gainFigure].compactMap { $0 }
  }

  // MARK: Words

  private func party(_ name: String) -> String {
    findings.parties.first { $0.name == name }.map { tongue.name($0.label, name) } ?? Voice.tidy(name)
  }

  private func issue(_ name: String) -> String {
    findings.issues.first { $0.name == name }.map { tongue.name($0.label, name) } ?? Voice.tidy(name)
  }

  private func number(_ value: Double) -> String { Numeral.significant(value) }

  /// Where trades or challenges, whichever go further, bring the outcome.
  private func moved(_ issue: DecisionFindings.Issue) -> Double {
    let (traded, challenged) = (issue.afterExchange, issue.afterChallenges ?? issue.compromise)
    return (challenged - issue.compromise).magnitude > (traded - issue.compromise).magnitude ? challenged : traded
  }

  /// How far that is from the compromise, as a part of the scale; dust of the arithmetic is none.
  private func gap(_ issue: DecisionFindings.Issue) -> Double {
    guard issue.high > issue.low else { return 0 }
    let part = (moved(issue) - issue.compromise).magnitude / (issue.high - issue.low)
    return part > 1e-9 ? part : 0
  }

  /// The issues, those first that trades and challenges move most; in the order of the file where they move alike.
  private var ranked: [DecisionFindings.Issue] {
    findings.issues.enumerated().sorted { (gap($1.element), $0.offset) < (gap($0.element), $1.offset) }.map(\.element)
  }

  var headline: String {
    guard let most = ranked.first, gap(most) > 0 else { return say(.headAlike) }
    return say(
      .headApart,
      [
        "issue": .text(tongue.name(most.label, most.name)), "low": .text(number(most.compromise)),
        "high": .text(number(moved(most))),
        "from": .text(number(most.low)), "to": .text(number(most.high)),
      ])
  }

  // MARK: Figures

  /// How many issues are drawn.
  private static let drawn = 12

  private var positionFigure: Figure? {
    guard let most = ranked.first else { return nil }
    // In the order of the file, whichever they are.
    let chosen = Set(ranked.prefix(Self.drawn).map(\.name))
    let heaviest = findings.parties.map(\.capability).max() ?? 0
    let rows = findings.issues.enumerated().filter { chosen.contains($0.element.name) }.map { place, issue in
      PositionChart.Row(
        name: tongue.name(issue.label, issue.name), low: issue.low, high: issue.high, lowText: number(issue.low),
        highText: number(issue.high),
        parties: findings.parties.enumerated().compactMap { order, party in
          guard let position = party.positions[place], let salience = party.saliences[place] else { return nil }
          return .init(
            letters: Numeral.letters(order), position: position,
            weight: heaviest > 0 ? party.capability / heaviest : 0, salience: salience)
        },
        outcomes: [.init(value: issue.compromise, symbol: .triangle)]
          + (issue.majority.map { [.init(value: $0, symbol: .hollowSquare)] } ?? [])
          + [.init(value: issue.afterExchange, symbol: .star)]
          + (issue.afterChallenges.map { [.init(value: $0, symbol: .cross)] } ?? []),
        range: (issue.compromiseLow, issue.compromiseHigh))
    }
    let chart = PositionChart(rows: rows)
    let keys = findings.parties.enumerated().map {
      say(
        .partyKey, ["letter": .text(Numeral.letters($0)), "party": .text(tongue.name($1.label, $1.name))])
    }
    let isCut = rows.count < findings.issues.count
    return Figure(
      id: "position-chart",
      finding: gap(most) > 0
        ? say(
          .chartApart, ["issue": .text(tongue.name(most.label, most.name)), "gap": .text(Numeral.percent(gap(most)))])
        : say(.chartAlike),
      description: say(.chartDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        .init(swatch: .symbol(.ring, .ink), text: say(.keyDisc)),
        .init(swatch: .bar(.shade(0.7)), text: say(.keyShade)),
        .init(swatch: .symbol(.triangle, .accent), text: say(.keyCompromise)),
        .init(swatch: .line(.accent, width: 2.4, dash: []), text: say(.keyRange)),
        .init(swatch: .symbol(.hollowSquare, .accent), text: say(.keyMajority)),
        .init(swatch: .symbol(.star, .accent), text: say(.keyTraded)),
        .init(swatch: .symbol(.cross, .accent), text: say(.keyChallenged)),
      ], wideKeys: keys, narrowKeys: keys,
      note: [
        isCut
          ? say(
            .chartCut,
            ["n": .text(Numeral.whole(rows.count)), "all": .text(Numeral.whole(findings.issues.count))]) : nil,
        say(.chartNote),
      ].compactMap { $0 }.joined(separator: tongue.joint), table: outcomeTable)
  }

  private var outcomeTable: DataTable {
    DataTable(
      caption: say(.outcomeTable),
      columns: [.init(title: say(.issue), isNumber: false)]
        + [
          DecisionPagePhrase.low, .high, .compromise, .least, .greatest, .majority, .unbeaten, .traded, .challenged,
        ].map { .init(title: say($0)) },
      rows: findings.issues.map { issue in
        .init(
          cells: [
            tongue.name(issue.label, issue.name), number(issue.low), number(issue.high), number(issue.compromise),
            number(issue.compromiseLow), number(issue.compromiseHigh),
            issue.majority.map(number) ?? say(.noMajority),
            issue.unbeaten.isEmpty ? say(.noMajority) : tongue.row(issue.unbeaten.map(number)),
            number(issue.afterExchange), issue.afterChallenges.map(number) ?? "–",
          ])
      })
  }

  private var positionTable: DataTable {
    DataTable(
      caption: say(.positionTable),
      columns: [.init(title: say(.party), isNumber: false), .init(title: say(.capability))]
        + findings.issues.flatMap { issue -> [DataTable.Column] in
          let name: [String: Filling] = ["issue": .text(tongue.name(issue.label, issue.name))]
          return [.init(title: say(.position, name)), .init(title: say(.salience, name))]
        },
      rows: findings.parties.enumerated().map { order, party in
        .init(
          cells: [
            say(
              .partyKey,
              ["letter": .text(Numeral.letters(order)), "party": .text(tongue.name(party.label, party.name))]),
            number(party.capability),
          ]
            + zip(party.positions, party.saliences).flatMap { position, salience in
              [position.map(number) ?? "–", salience.map(number) ?? "–"]
            })
      })
  }

  private var influenceFigure: Figure? {
    var most: (party: Int, issue: Int, share: Double)?
    for (place, issue) in findings.issues.enumerated() {
      for (order, share) in issue.influence.enumerated() where share > most?.share ?? -1 {
        most = (order, place, share)
      }
    }
    guard let most, findings.issues.count <= 40 else { return nil }
    let values = findings.parties.indices.map { order in findings.issues.map { $0.influence[order] } }
    let texts = values.map { $0.map(Numeral.percent) }
    let names = findings.parties.map { tongue.name($0.label, $0.name) }
    let issues = findings.issues.map { tongue.name($0.label, $0.name) }
    let chart = Heatmap(
      rowNames: names, columnHeads: issues.indices.map { "\($0 + 1)" }, values: values, texts: texts,
      darkest: most.share, numbersRows: false)
    let keys = issues.enumerated().map { "\($0 + 1) \($1)" }
    return Figure(
      id: "influence-chart",
      finding: say(
        .influenceFinding,
        [
          "who": .text(names[most.party]), "issue": .text(issues[most.issue]),
          "share": .text(Numeral.percent(most.share)),
        ]),
      description: say(.influenceDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [], wideKeys: keys, narrowKeys: keys,
      table: DataTable(
        caption: say(.influenceTable),
        columns: [.init(title: say(.party), isNumber: false)] + issues.map { .init(title: $0) },
        rows: zip(names, texts).map { .init(cells: [$0] + $1) }))
  }

  private var gainFigure: Figure? {
    let order = findings.parties.indices.sorted {
      (findings.parties[$1].exchangeGain, $0) < (findings.parties[$0].exchangeGain, $1)
    }
    guard let best = order.first else { return nil }
    let gains = order.map { findings.parties[$0].exchangeGain }
    let names = order.map { tongue.name(findings.parties[$0].label, findings.parties[$0].name) }
    let texts = gains.map(number)
    let chart = BarChart(
      bars: zip(names, zip(gains, texts)).map { name, gain in
        .init(
          name: name, segments: [.init(from: 0, to: gain.0, paint: gain.0 < 0 ? .hatch : .accent)], figure: gain.1)
      }, format: number)
    let losers = gains.count { $0 < -1e-9 }
    return Figure(
      id: "trade-chart",
      finding: losers == 0
        ? say(.gainFindingNone)
        : say(
          .gainFinding,
          [
            "best": .text(tongue.name(findings.parties[best].label, findings.parties[best].name)), "n": .count(losers),
          ]),
      description: say(.gainDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        .init(swatch: .bar(.accent), text: say(.keyGain)), .init(swatch: .bar(.hatch), text: say(.keyLoss)),
      ],
      table: DataTable(
        caption: say(.gainTable),
        columns: [.init(title: say(.party), isNumber: false), .init(title: say(.gain))],
        rows: zip(names, texts).map { .init(cells: [$0, $1]) }))
  }

  // MARK: Tables

  /// How many trades a page lists; the table beside it has all.
  private static let listed = 60

  /// Whether a loss is more than what the arithmetic rounds away: scales have a hundred hundredths.
  private func isLoss(_ loser: NamedNumber) -> Bool { loser.value > 1e-9 }

  private var tradeTable: DataTable {
    let shown = findings.exchanges.prefix(Self.listed)
    func told(_ move: DecisionFindings.Move) -> String {
      say(
        .move,
        [
          "issue": .text(issue(move.issue)), "from": .text(number(move.from)), "to": .text(number(move.to)),
        ])
    }
    return DataTable(
      caption: say(.tradesTable),
      columns: [
        .init(title: say(.first), isNumber: false),
        .init(title: say(.itsMove), isNumber: false), .init(title: say(.second), isNumber: false),
        .init(title: say(.itsMove), isNumber: false), .init(title: say(.each)),
        .init(title: say(.losers), isNumber: false),
      ],
      rows: shown.enumerated().map { order, exchange in
        .init(cells: [
          say(.partyKey, ["letter": .text("\(order + 1)"), "party": .text(party(exchange.first.party))]),
          told(exchange.first), party(exchange.second.party), told(exchange.second), number(exchange.gain),
          !exchange.losers.contains(where: isLoss)
            ? say(.nobody)
            : tongue.row(
              exchange.losers.filter(isLoss).map {
                say(.loser, ["who": .text(party($0.name)), "loss": .text(number($0.value))])
              }),
        ])
      },
      note: shown.count < findings.exchanges.count
        ? say(
          .tradesCut,
          ["n": .text(Numeral.whole(shown.count)), "all": .text(Numeral.whole(findings.exchanges.count))]) : nil)
  }

  private var methodTable: DataTable {
    DataTable(
      caption: say(.methodTable),
      columns: [DecisionPagePhrase.model, .meaning, .source].map { .init(title: say($0), isNumber: false) },
      rows: [
        .init(cells: [
          say(.meanModel), say(.mean),
          "Van den Bos (1991), Dutch EC Policy Making; Achen (2006), in The European Union Decides, ch. 4",
        ]),
        .init(cells: [say(.voteModel), say(.vote), "Black (1948), Journal of Political Economy 56, 23–34"]),
        .init(cells: [
          say(.exchangeModel), say(.exchange),
          "Stokman & Van Oosten (1994), in European Community Decision Making",
        ]),
        .init(cells: [
          say(.challengeModel), say(.challenge),
          "Bueno de Mesquita (1997), International Interactions 23, 235–266",
        ]),
      ])
  }
}
