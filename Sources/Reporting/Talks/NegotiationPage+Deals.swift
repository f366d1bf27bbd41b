import Studies

/// The deals: those no other beats, and what each party gains by those that are told of.
extension NegotiationPage {
  /// The deals that are told of, with who chooses each.
  var marks: [DealMark] {
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

  var frontierFigure: Figure? {
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

  func shares(_ worths: [Double]) -> [Double] { worths.enumerated().map { share($1, of: $0) } }

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

  var gainFigure: Figure? {
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
  var termsTable: DataTable {
    let heads = answer.table.first ?? []
    return DataTable(
      caption: say(.termsTable), columns: heads.map { .init(title: Voice.tidy($0), isNumber: false) },
      rows: answer.table.dropFirst().map { .init(cells: $0.map(Voice.tidy)) })
  }
}
