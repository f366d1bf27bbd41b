import Studies

/// The page of a conflict: the graph with the states at rest, who stays where, what each prefers.
struct ConflictPage {
  let findings: ConflictFindings
  let tongue: Tongue

  init(_ findings: ConflictFindings, in language: Language) {
    self.findings = findings
    tongue = Tongue(language: language)
  }

  func say(_ phrase: ConflictPagePhrase, _ fillings: [String: Filling] = [:]) -> String {
    tongue.say(phrase, fillings)
  }

  var html: String {
    PageFrame(
      language: tongue.language, kind: say(.kind), title: tongue.name(findings.title, say(.kind)), finding: headline,
      summary: nil, sections: sections, colophon: say(.colophon)
    ).html
  }

  var sections: [PageFrame.Section] {
    let sentences = ConflictWords(findings: findings, language: tongue.language).sentences
    let behind = tongue.say(PagePhrase.behind)
    return [
      .init(id: "summary", title: tongue.say(PagePhrase.summary)) { html in
        html.element("ul", ["class": "summary"]) { html in
          for sentence in sentences { html.element("li", text: sentence) }
        }
      },
      .init(id: "rest", title: say(.graph)) { html in
        if figures.isEmpty {
          html.element("p", text: say(.nothingDrawn, ["all": .text(Numeral.whole(findings.states.count))]))
        }
        for figure in figures { figure.write(to: &html, tableTitle: behind) }
      },
      .init(id: "states", title: say(.states)) { html in
        html.element("p", text: say(.statesLead, ["n": .count(findings.states.count)]))
        if let statesTable { statesTable.write(to: &html) }
      },
      .init(id: "preferences", title: say(.preferences)) { html in
        html.element("p", text: say(.preferenceLead))
        preferenceTable.write(to: &html)
      },
      .init(id: "concepts", title: say(.concepts)) { html in
        html.element("p", text: say(.conceptLead))
        conceptTable.write(to: &html)
      },
    ]
  }

  /// The states in which all stay under every concept, and under some.
  private var resting: (firm: [String], some: [String]) {
    let sets = findings.concepts.map { Set($0.equilibria) }
    let names = findings.states.map(\.name)
    return (
      sets.isEmpty ? [] : names.filter { name in sets.allSatisfy { $0.contains(name) } },
      names.filter { name in sets.contains { $0.contains(name) } }
    )
  }

  var headline: String {
    let (firm, some) = resting
    if !firm.isEmpty { return say(.headFirm, ["states": .text(told(firm))]) }
    return some.isEmpty ? say(.headNone) : say(.headSome, ["states": .text(told(some))])
  }

  /// Names of states in a sentence; of many the first.
  private func told(_ states: [String]) -> String {
    let most = 8
    guard states.count > most else { return tongue.list(states.map(Voice.tidy)) }
    return tongue.say(
      ConflictPhrase.andMore,
      [
        "names": .text(tongue.row(states.prefix(most).map(Voice.tidy))), "more": .count(states.count - most),
      ])
  }

  private func maker(_ name: String) -> String {
    findings.makers.first { $0.name == name }.map { tongue.name($0.label, name) } ?? Voice.tidy(name)
  }

  // MARK: Figures

  var figures: [Figure] { findings.drawn.isEmpty ? [] : [graph, matrix] }

  /// For each maker the class of each state; 0 is the best.
  private var classes: [[String: Int]] {
    findings.makers.map { maker in
      Dictionary(
        maker.ranking.enumerated().flatMap { number, states in states.map { ($0, number) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// What a move does for its maker: more is better.
  private func gain(_ move: ConflictFindings.Move, of maker: Int, in classes: [[String: Int]]) -> Int {
    (classes[maker][move.from] ?? 0) - (classes[maker][move.to] ?? 0)
  }

  private var edges: [ConflictGraphChart.Edge] {
    let place = Dictionary(
      findings.drawn.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let classes = self.classes
    var edges: [ConflictGraphChart.Edge] = []
    for (number, maker) in findings.makers.enumerated() {
      let own = findings.moves.filter { $0.maker == maker.name && $0.from != $0.to }
      let pairs = Set(own.map { [$0.from, $0.to] })
      for move in own {
        guard let from = place[move.from], let to = place[move.to] else { continue }
        let gain = gain(move, of: number, in: classes)
        let returns = pairs.contains([move.to, move.from])
        if gain > 0 {
          edges.append(
            .init(
              from: from, to: to, maker: number,
              kind: move.from == findings.statusQuo ? .firstImprovement : .improvement))
        } else if !returns {
          edges.append(.init(from: from, to: to, maker: number, kind: .oneWay))
        } else if gain == 0, from < to {
          edges.append(.init(from: from, to: to, maker: number, kind: .indifferent))
        }
      }
    }
    return edges
  }

  private var graph: Figure {
    let concepts = findings.concepts.map { Set($0.equilibria) }
    let edges = self.edges
    let chart = ConflictGraphChart(
      nodes: findings.drawn.map { state in
        .init(
          name: Voice.tidy(state), holds: concepts.map { $0.contains(state) }, isToday: state == findings.statusQuo,
          isWanted: findings.wanted.contains(state))
      }, edges: edges)
    let (firm, some) = resting
    let keys = findings.drawn.enumerated().map {
      say(.stateKey, ["n": .text("\($0 + 1)"), "state": .text(Voice.tidy($1))])
    }
    let classes = self.classes
    return Figure(
      id: "conflict-graph",
      finding: !firm.isEmpty
        ? say(.graphFirm, ["states": .text(told(firm))])
        : some.isEmpty ? say(.graphNone) : say(.graphSome, ["states": .text(told(some))]),
      description: say(.graphDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: legend(edges, firm: firm, some: some),
      wideKeys: chart.isNumbered(width: Figure.wideWidth) ? keys : [],
      narrowKeys: chart.isNumbered(width: Figure.narrowWidth) ? keys : [],
      note: [
        findings.drawn.count < findings.states.count
          ? say(
            .notAllDrawn,
            [
              "all": .text(Numeral.whole(findings.states.count)), "n": .text(Numeral.whole(findings.drawn.count)),
            ]) : nil, say(.graphNote, ["n": .count(edges.count)]),
      ].compactMap { $0 }.joined(separator: tongue.joint),
      table: DataTable(
        caption: say(.movesTable),
        columns: [ConflictPagePhrase.maker, .from, .to, .worth].map { .init(title: say($0), isNumber: false) },
        rows: findings.makers.enumerated().flatMap { number, maker in
          findings.moves.filter { $0.maker == maker.name }.map { move in
            let gain = gain(move, of: number, in: classes)
            return .init(
              cells: [
                self.maker(move.maker), Voice.tidy(move.from), Voice.tidy(move.to),
                say(gain > 0 ? .better : gain < 0 ? .worse : .same),
              ], isMarked: gain > 0)
          }
        }))
  }

  private func legend(_ edges: [ConflictGraphChart.Edge], firm: [String], some: [String]) -> [LegendEntry] {
    var legend: [LegendEntry] = []
    if !firm.isEmpty { legend.append(.init(swatch: .symbol(.disc, .accent), text: say(.keyFirm))) }
    if some.count > firm.count { legend.append(.init(swatch: .symbol(.disc, .pale), text: say(.keySome))) }
    legend.append(.init(swatch: .symbol(.ring, .grey), text: say(.keyNone)))
    if !findings.wanted.isEmpty { legend.append(.init(swatch: .symbol(.star, .ink), text: say(.keyWanted))) }
    if !some.isEmpty {
      legend.append(
        .init(
          swatch: .symbol(.square, .ink),
          text: say(.keySquares, ["concepts": .text(tongue.row(findings.concepts.map(\.concept)))])))
    }
    if findings.statusQuo != nil { legend.append(.init(swatch: .symbol(.ring, .ink), text: say(.keyToday))) }
    let texts: [ConflictGraphChart.Kind: ConflictPagePhrase] = [
      .firstImprovement: .keyFirst, .improvement: .keyBetter, .indifferent: .keyEqual, .oneWay: .keyOneWay,
    ]
    for kind in ConflictGraphChart.Kind.allCases where edges.contains(where: { $0.kind == kind }) {
      guard let text = texts[kind] else { continue }
      legend.append(.init(swatch: .line(kind.paint, width: kind.width + 0.4, dash: []), text: say(text)))
    }
    for (number, maker) in findings.makers.enumerated() where edges.contains(where: { $0.maker == number }) {
      legend.append(
        .init(
          swatch: .line(.ink, width: 1.3, dash: ConflictGraphChart.dash(number)),
          text: say(.keyMaker, ["maker": .text(self.maker(maker.name))])))
    }
    return legend
  }

  private var stays: [[Set<String>]] { findings.concepts.map { $0.stable.map(Set.init) } }

  private var matrix: Figure {
    let stays = self.stays
    let chart = StateMatrix(
      rowNames: findings.drawn.map(marked), columnHeads: findings.concepts.map(\.concept),
      states: [
        .init(paint: .white, symbol: nil), .init(paint: .hatch, symbol: nil), .init(paint: .accent, symbol: .disc),
      ],
      cells: findings.drawn.map { state in
        stays.map { sets in
          let count = sets.count { $0.contains(state) }
          return count == 0 ? 0 : count < sets.count ? 1 : 2
        }
      })
    let some = resting.some.count
    return Figure(
      id: "conflict-stability",
      finding: some == 0 ? say(.matrixNone) : say(.matrixFirm, ["n": .count(some)]),
      description: say(.matrixDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        .init(swatch: .cell(.accent, .disc), text: say(.matrixAll)),
        .init(swatch: .cell(.hatch, nil), text: say(.matrixSome)),
        .init(swatch: .cell(.white, nil), text: say(.matrixNobody)),
      ], table: stabilityTable(stays))
  }

  private func marked(_ state: String) -> String {
    let name = Voice.tidy(state)
    switch (state == findings.statusQuo, findings.wanted.contains(state)) {
    case (true, true): return say(.marked, ["state": .text(name)])
    case (true, false): return say(.today, ["state": .text(name)])
    case (false, true): return say(.wanted, ["state": .text(name)])
    case (false, false): return name
    }
  }

  private func stabilityTable(_ stays: [[Set<String>]]) -> DataTable {
    DataTable(
      caption: say(.stabilityTable),
      columns: [.init(title: say(.state), isNumber: false)]
        + findings.concepts.map { .init(title: $0.concept, isNumber: false) },
      rows: findings.drawn.map { state in
        let cells = stays.map { sets -> String in
          let who = zip(findings.makers, sets).filter { $1.contains(state) }.map(\.0)
          if who.count == findings.makers.count { return say(.staysAll) }
          return who.isEmpty ? say(.staysNone) : tongue.row(who.map { tongue.name($0.label, $0.name) })
        }
        return .init(cells: [marked(state)] + cells, isMarked: resting.some.contains(state))
      })
  }

  // MARK: Tables

  /// How many states a page lists; the table beside it has all.
  private static let listed = 64

  private var statesTable: DataTable? {
    guard findings.states.contains(where: { !$0.options.isEmpty }) else { return nil }
    let shown = findings.states.prefix(Self.listed)
    return DataTable(
      caption: say(.statesTable),
      columns: [.init(title: say(.state), isNumber: false)]
        + findings.makers.filter { !$0.options.isEmpty }.map {
          .init(title: say(.happens, ["maker": .text(tongue.name($0.label, $0.name))]), isNumber: false)
        },
      rows: shown.map { state in .init(cells: [marked(state.name)] + deeds(in: state)) },
      note: shown.count < findings.states.count
        ? say(
          .statesCut,
          ["n": .text(Numeral.whole(shown.count)), "all": .text(Numeral.whole(findings.states.count))]) : nil)
  }

  /// What each maker that has options does in a state.
  private func deeds(in state: ConflictFindings.State) -> [String] {
    var letters = Array(state.options)[...]
    return findings.makers.filter { !$0.options.isEmpty }.map { maker in
      let own = zip(maker.options, letters.prefix(maker.options.count))
      letters = letters.dropFirst(maker.options.count)
      let taken = own.filter { $1 == "Y" }.map { tongue.name($0.0.label, $0.0.name) }
      let open = own.filter { $1 == "-" }.map { tongue.name($0.0.label, $0.0.name) }
      let deeds = taken + open.map { say(.either, ["option": .text($0)]) }
      return deeds.isEmpty ? say(.nothing) : deeds.joined(separator: tongue.say(ListPhrase.semicolon))
    }
  }

  private var preferenceTable: DataTable {
    DataTable(
      caption: say(.preferenceTable),
      columns: [.init(title: say(.maker), isNumber: false), .init(title: say(.best), isNumber: false)],
      rows: findings.makers.map { maker in
        // A place for each class, so many that a page can show.
        let most = 40
        let classes = maker.ranking.prefix(most).map { states -> String in
          let names = told(states)
          return states.count > 1 ? say(.like, ["states": .text(names)]) : names
        }
        return .init(cells: [
          tongue.name(maker.label, maker.name),
          (classes + (maker.ranking.count > most ? ["…"] : [])).joined(separator: " › "),
        ])
      })
  }

  private var conceptTable: DataTable {
    DataTable(
      caption: say(.conceptTable),
      columns: [ConflictPagePhrase.concept, .meaning, .source].map { .init(title: say($0), isNumber: false) },
      rows: findings.concepts.map { concept in
        .init(cells: [
          concept.concept, tongue.word(StabilityMeaning.self, concept.concept),
          StabilityMeaning(rawValue: concept.concept)?.source ?? "",
        ])
      })
  }
}
