import Studies

/// How they get there: where each way of bargaining lands, and how the parties give way.
extension NegotiationPage {
  func ending(_ landing: NegotiationFindings.Landing) -> String {
    guard let deal = landing.deal, let number = findings.toldDeals.firstIndex(of: deal) else {
      return tongue.word(EndingName.self, landing.ending)
    }
    return say(.endedWith, ["n": .text("\(number + 1)")])
  }

  var landingTable: DataTable {
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

  var concessionFigure: Figure? {
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

  var seriesTable: DataTable? {
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
}

extension String {
  /// The text with a small first letter, for the middle of a sentence.
  fileprivate var uncapitalizedFirst: String { prefix(1).lowercased() + dropFirst() }
}
