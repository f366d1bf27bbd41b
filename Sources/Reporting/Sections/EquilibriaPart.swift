import Studies

/// What can happen when each acts alone: how many equilibria, which is today's, which is best, who does what.
struct EquilibriaPart {
  let voice: Voice
  private var equilibria: EquilibriaFinding? { voice.findings.diagnosis.equilibria }

  func write(to html: inout HTML) {
    guard let equilibria, !equilibria.listed.isEmpty else { return }
    html.element("h3", text: voice.say(EquilibriumPhrase.title))
    html.element("p", text: lead(equilibria))
    if let figure { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    // Where there is one only, the table of members alone and together has told it.
    guard equilibria.listed.count > 1 else { return }
    rankTable?.write(to: &html)
    if figure == nil { actionTable?.writeFolded(to: &html) }
  }

  /// The best by the total first; of equal totals in the order found.
  var ranked: [EquilibriumFinding] {
    (equilibria?.listed ?? []).enumerated()
      .map { (index: $0, total: $1.costs.reduce(0, +), equilibrium: $1) }
      .sorted { ($0.total, $0.index) < ($1.total, $1.index) }.map(\.equilibrium)
  }

  private func lead(_ equilibria: EquilibriaFinding) -> String {
    var sentences: [String] = []
    if equilibria.count == 1 {
      sentences.append(voice.say(equilibria.isComplete ? EquilibriumPhrase.onlyOne : .oneKnown))
    } else {
      sentences.append(
        voice.say(equilibria.isComplete ? EquilibriumPhrase.all : .some, ["n": .count(equilibria.count)]))
    }
    if ranked.count < equilibria.count {
      sentences.append(
        voice.say(
          EquilibriumPhrase.notListed,
          ["shown": .text(Numeral.whole(ranked.count)), "all": .text(Numeral.whole(equilibria.count))]))
    }
    if ranked.count > 1, let today = ranked.firstIndex(where: \.isToday) {
      let more = ranked[today].costs.reduce(0, +) - ranked[0].costs.reduce(0, +)
      sentences.append(
        ranked[today].isBest
          ? voice.say(EquilibriumPhrase.todayIsBest)
          : voice.say(
            EquilibriumPhrase.todayFallsShort,
            ["rank": .text(voice.rank(today + 1)), "more": .text(voice.money(more))]))
    }
    return sentences.joined(separator: voice.joint)
  }

  private func mark(_ equilibrium: EquilibriumFinding) -> String? {
    switch (equilibrium.isToday, equilibrium.isBest) {
    case (true, true): voice.say(EquilibriumPhrase.todayAndBest)
    case (true, false): voice.say(EquilibriumPhrase.today)
    case (false, true): voice.say(EquilibriumPhrase.best)
    case (false, false): nil
    }
  }

  /// Whether what members do are a few whole steps, so that a cell can show each.
  private var hasFewActions: Bool {
    let actions = ranked.flatMap(\.actions)
    return actions.allSatisfy { $0 >= 0 && $0 <= 20 && $0 == $0.rounded() } && Set(actions).count <= 6
  }

  var figure: Figure? {
    let ranked = self.ranked
    guard ranked.count > 1, hasFewActions, let best = ranked.first else { return nil }
    let players = voice.findings.players.indices
    let values = players.map { player in ranked.map { $0.actions[player] } }
    let heat = Heatmap(
      rowNames: voice.playerNames, columnHeads: ranked.indices.map { "\($0 + 1)" }, values: values,
      texts: values.map { $0.map { Numeral.significant($0) } },
      darkest: max(1, ranked.flatMap(\.actions).max() ?? 0) * 1.3, numbersRows: false)
    let marks = ranked.enumerated().compactMap { index, equilibrium in
      mark(equilibrium).map {
        voice.say(EquilibriumPhrase.number, ["n": .text(Numeral.whole(index + 1)), "mark": .text($0)])
      }
    }
    let today = ranked.first(where: \.isToday) ?? best
    return Figure(
      id: "equilibrium-chart",
      finding: voice.say(
        EquilibriumPhrase.chartFinding,
        [
          "most": .text(Numeral.whole(best.actions.count { $0 > 0 })), "all": .text(Numeral.whole(players.count)),
          "today": .text(Numeral.whole(today.actions.count { $0 > 0 })),
        ]),
      description: voice.say(EquilibriumPhrase.chartDescription), wide: heat.drawing(width: Figure.wideWidth),
      narrow: heat.drawing(width: Figure.narrowWidth), legend: [],
      note: voice.say(
        EquilibriumPhrase.chartNote,
        ["marks": .text(marks.joined(separator: voice.joint) + (marks.isEmpty ? "" : voice.joint))]),
      table: actionTable ?? DataTable(caption: "", columns: [], rows: []))
  }

  /// One row an equilibrium.
  var rankTable: DataTable? {
    let ranked = self.ranked
    guard !ranked.isEmpty else { return nil }
    let showsWho = hasFewActions
    return DataTable(
      caption: voice.say(EquilibriumPhrase.tableTitle, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(EquilibriumPhrase.rank), isNumber: false),
        .init(title: voice.say(EquilibriumPhrase.total)),
      ]
        + (showsWho ? [.init(title: voice.say(EquilibriumPhrase.does), isNumber: false)] : [])
        + [.init(title: voice.say(EquilibriumPhrase.remark), isNumber: false)],
      rows: ranked.enumerated().map { index, equilibrium in
        let acting = voice.findings.players.indices.filter { equilibrium.actions[$0] > 0 }
        let who =
          acting.isEmpty
          ? voice.say(EquilibriumPhrase.doesNot)
          : acting.count == voice.findings.players.count
            ? voice.say(EquilibriumPhrase.listed) : voice.list(acting.map { voice.playerNames[$0] })
        let remarks = [
          mark(equilibrium), equilibrium.isDominated ? voice.say(EquilibriumPhrase.dominated) : nil,
        ].compactMap { $0 }
        return .init(
          cells: [Numeral.whole(index + 1), voice.amount(voice.counted(equilibrium.costs.reduce(0, +)))]
            + (showsWho ? [who] : []) + [remarks.joined(separator: voice.say(ListPhrase.semicolon))],
          isMarked: equilibrium.isToday)
      })
  }

  /// What each does and bears in each of them.
  var actionTable: DataTable? {
    let ranked = self.ranked
    guard !ranked.isEmpty else { return nil }
    var columns: [DataTable.Column] = [.init(title: voice.say(EquilibriumPhrase.member), isNumber: false)]
    for index in ranked.indices {
      let rank: [String: Filling] = ["rank": .text(Numeral.whole(index + 1))]
      columns += [
        .init(title: voice.say(EquilibriumPhrase.actionHead, rank)),
        .init(title: voice.say(EquilibriumPhrase.amountHead, rank)),
      ]
    }
    let actions = ranked.map { hasFewActions ? $0.actions.map { Numeral.significant($0) } : Numeral.column($0.actions) }
    return DataTable(
      caption: voice.say(EquilibriumPhrase.actionTitle, ["unit": .text(voice.unitWithYear)]), columns: columns,
      rows: voice.findings.players.indices.map { player in
        .init(
          cells: [voice.playerNames[player]]
            + ranked.indices.flatMap { index in
              [actions[index][player], voice.amount(voice.counted(ranked[index].costs[player]))]
            })
      })
  }
}

extension Voice {
  /// A place in an order: "first", "second" …; the number alone in Chinese, where the phrase has the word.
  func rank(_ place: Int) -> String {
    guard language == .english else { return Numeral.whole(place) }
    let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    return words.indices.contains(place - 1) ? words[place - 1] : "\(place)th"
  }
}
