import Studies

/// Who takes up a standard in common, what push it takes, and how far apart members govern.
struct StandardPart {
  let voice: Voice
  private var items: [StandardItemFinding] { voice.findings.diagnosis.standard?.items ?? [] }

  func write(to html: inout HTML) {
    guard voice.findings.diagnosis.standard != nil else { return }
    html.element("h3", text: voice.say(StandardPhrase.title))
    matrix?.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    pushes?.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    if !items.isEmpty {
      html.element("ul") { html in for line in lines { html.element("li", text: line) } }
    }
    rounds?.writeFolded(to: &html)
    beliefs?.writeFolded(to: &html)
    cautious?.writeFolded(to: &html)
    differences?.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
  }

  var figures: [Figure] { [matrix, pushes, differences].compactMap { $0 } }

  private func name(_ item: StandardItemFinding) -> String { voice.text(item.name) ?? Voice.tidy(item.id) }

  /// The numbers by which charts name the items.
  private var itemKeys: [String] { items.enumerated().map { "\($0 + 1)  \(name($1))" } }

  // MARK: Who takes up what

  /// How a member comes to an item, in the order of the legend.
  enum State: Int, CaseIterable {
    case holds, follows, push, never

    var phrase: StandardPhrase {
      switch self {
      case .holds: .holds
      case .follows: .follows
      case .push: .push
      case .never: .never
      }
    }

    var look: StateMatrix.State {
      switch self {
      case .holds: .init(paint: .ink, symbol: nil)
      case .follows: .init(paint: .pale, symbol: nil)
      case .push: .init(paint: .hatch, symbol: .ring)
      case .never: .init(paint: .white, symbol: nil)
      }
    }
  }

  func state(of player: String, in item: StandardItemFinding) -> State {
    if item.holders.contains(player) { return .holds }
    if item.rounds.contains(where: { $0.contains(player) }) { return .follows }
    return item.greatest.contains(player) ? .push : .never
  }

  private var matrix: Figure? {
    guard !items.isEmpty else { return nil }
    let players = voice.findings.players
    let states = players.map { player in items.map { state(of: player, in: $0) } }
    let chart = StateMatrix(
      rowNames: voice.playerNames, columnHeads: items.indices.map { "\($0 + 1)" },
      states: State.allCases.map(\.look), cells: states.map { $0.map(\.rawValue) })
    let all = states.flatMap { $0 }
    let push = all.count { $0 == .push }
    let never = all.count { $0 == .never }
    let fillings: [String: Filling] = [
      "push": .count(push), "own": .text(Numeral.whole(all.count - push - never)),
      "never": .text(Numeral.whole(never)),
    ]
    let finding =
      push == 0 && never == 0
      ? voice.say(StandardPhrase.matrixAll)
      : voice.say(never == 0 ? StandardPhrase.matrixPush : .matrixNever, fillings)
    return Figure(
      id: "adoption-chart", finding: finding, description: voice.say(StandardPhrase.matrixDescription),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: State.allCases.filter(all.contains).map {
        LegendEntry(swatch: .cell($0.look.paint, $0.look.symbol), text: voice.say($0.phrase))
      }, wideKeys: itemKeys, narrowKeys: itemKeys,
      table: DataTable(
        caption: voice.say(StandardPhrase.matrixTable),
        columns: ([voice.say(StandardPhrase.member)] + items.map(name)).map { .init(title: $0, isNumber: false) },
        rows: zip(voice.playerNames, states).map { player, states in
          .init(cells: [player] + states.map { voice.say($0.phrase) })
        }))
  }

  // MARK: The push

  private var pushes: Figure? {
    let paid = items.enumerated().flatMap { index, item in
      voice.findings.players.indices.compactMap { player -> (name: String, item: Int, amount: Double)? in
        guard let amount = item.push?.subsidies[player], amount > 0 else { return nil }
        return (voice.playerNames[player], index, amount)
      }
    }
    guard !paid.isEmpty else { return nil }
    let hasItems = items.count > 1
    let shown = paid.enumerated().sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }
      .map(\.element)
    let chart = BarChart(
      bars: shown.prefix(16).map { entry in
        .init(
          name: hasItems
            ? voice.say(
              StandardPhrase.withItem, ["who": .text(entry.name), "item": .text(Numeral.whole(entry.item + 1))])
            : entry.name,
          segments: [.init(from: 0, to: entry.amount, paint: .grey)], figure: voice.amount(entry.amount))
      })
    let total = items.compactMap(\.push).reduce(0) { $0 + $1.total }
    return Figure(
      id: "push-chart",
      finding: voice.say(StandardPhrase.pushFinding, ["amount": .text(voice.money(total))]),
      description: voice.say(StandardPhrase.pushDescription, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      wideKeys: hasItems ? itemKeys : [], narrowKeys: hasItems ? itemKeys : [],
      note: voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]),
      table: DataTable(
        caption: voice.say(StandardPhrase.pushTable, ["unit": .text(voice.unitWithYear)]),
        columns: [
          .init(title: voice.say(StandardPhrase.member), isNumber: false),
          .init(title: voice.say(StandardPhrase.item), isNumber: false), .init(title: voice.say(StandardPhrase.amount)),
        ], rows: shown.map { .init(cells: [$0.name, name(items[$0.item]), voice.amount($0.amount)]) }))
  }

  /// For each item: who is given how much, whether less would do, and who would have to move first.
  var lines: [String] {
    let unpushed = items.filter { $0.push == nil }.map(name)
    let pushed = items.compactMap { item -> String? in
      guard let push = item.push else { return nil }
      let pushed = voice.findings.players.indices.filter { push.subsidies[$0] > 0 }.map { voice.playerNames[$0] }
      // Sums of the same figures in another order differ by rounding; 10⁻⁹ of the total is more than that.
      let isLeast = push.total - push.least <= 1e-9 * push.total.magnitude
      var line = voice.say(
        StandardPhrase.pushLine,
        [
          "item": .text(name(item)), "who": .text(voice.list(pushed)), "amount": .text(voice.money(push.total)),
          "bound": .text(
            isLeast
              ? voice.say(StandardPhrase.exact)
              : voice.say(StandardPhrase.atLeast, ["least": .text(voice.money(push.least))])),
        ])
      if !push.firstMovers.isEmpty {
        let who = Filling.text(voice.list(voice.names(push.firstMovers)))
        line +=
          voice.joint
          + (push.firstMovers.count <= push.fewestFirstMovers
            ? voice.say(StandardPhrase.firstMovers, ["who": who])
            : voice.say(StandardPhrase.fewestMovers, ["who": who, "n": .count(push.fewestFirstMovers)]))
      }
      return line
    }
    return pushed + (unpushed.isEmpty ? [] : [voice.say(StandardPhrase.noPush, ["item": .text(voice.list(unpushed))])])
  }

  // MARK: Rounds and beliefs

  var rounds: DataTable? {
    let rows = items.flatMap { item in
      item.rounds.enumerated().filter { !$1.isEmpty }.map { round, players in
        DataTable.Row(cells: [name(item), Numeral.whole(round), voice.members(players)])
      }
    }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(StandardPhrase.roundTitle),
      columns: [
        .init(title: voice.say(StandardPhrase.item), isNumber: false), .init(title: voice.say(StandardPhrase.round)),
        .init(title: voice.say(StandardPhrase.who), isNumber: false),
      ], rows: rows)
  }

  var beliefs: DataTable? {
    guard !items.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(StandardPhrase.beliefTitle),
      columns: [.init(title: voice.say(StandardPhrase.member), isNumber: false)]
        + items.map { .init(title: name($0)) },
      rows: voice.findings.players.indices.map { player in
        .init(
          cells: [voice.playerNames[player]]
            + items.map {
              let belief = $0.greatest.contains(voice.findings.players[player]) ? $0.neededBeliefs[player] : nil
              return belief.map(voice.percent) ?? "–"
            })
      }, note: voice.say(StandardPhrase.beliefNote))
  }

  /// Who would adopt each item on a cautious belief about the others.
  var cautious: DataTable? {
    guard !items.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(StandardPhrase.laplacian),
      columns: [StandardPhrase.item, .who].map { .init(title: voice.say($0), isNumber: false) },
      rows: items.map { item in
        let who =
          item.laplacian.count == voice.findings.players.count
          ? voice.say(EquilibriumPhrase.listed) : voice.list(voice.names(item.laplacian))
        return .init(cells: [name(item), item.laplacian.isEmpty ? voice.say(EquilibriumPhrase.doesNot) : who])
      }, note: voice.say(StandardPhrase.laplacianNote))
  }

  // MARK: How far apart members govern

  private var differences: Figure? {
    guard let values = voice.findings.diagnosis.standard?.scaleDifferences, values.count > 1 else { return nil }
    let names = voice.playerNames
    // All with as many decimals, so that a cell has room for each.
    let largest = values.flatMap { $0 }.max() ?? 0
    let decimals = largest >= 10 ? 0 : largest >= 1 ? 1 : 2
    let texts = values.enumerated().map { row, entries in
      entries.enumerated().map { row == $0 ? "–" : Numeral.fixed($1, decimals: decimals) }
    }
    var furthest = (row: 0, column: 1)
    for row in values.indices {
      for column in values.indices where column > row && values[row][column] > values[furthest.row][furthest.column] {
        furthest = (row, column)
      }
    }
    let heat = Heatmap(
      rowNames: names, columnHeads: names.indices.map { "\($0 + 1)" }, values: values, texts: texts,
      darkest: largest, numbersRows: true)
    return Figure(
      id: "scale-chart",
      finding: voice.say(
        StandardPhrase.scaleFinding,
        [
          "first": .text(names[furthest.row]), "second": .text(names[furthest.column]),
          "x": .text(texts[furthest.row][furthest.column]),
        ]),
      description: voice.say(StandardPhrase.scaleDescription), wide: heat.drawing(width: Figure.wideWidth),
      narrow: heat.drawing(width: Figure.narrowWidth), legend: [],
      narrowKeys: names.enumerated().map { "\($0 + 1)  \($1)" }, note: voice.say(StandardPhrase.scaleNote),
      table: DataTable(
        caption: voice.say(StandardPhrase.scaleTable),
        columns: [.init(title: voice.say(StandardPhrase.member), isNumber: false)] + names.map { .init(title: $0) },
        rows: zip(names, texts).map { .init(cells: [$0] + $1) }))
  }
}
