import Studies

/// How much of the gap lies between governments, inside them, and with the level above; and what the levels above would do.
struct LevelPart {
  let voice: Voice
  private var levels: LevelFinding? { voice.findings.diagnosis.levels }

  func write(to html: inout HTML) {
    guard let levels else { return }
    if let figure {
      html.element("h3", text: voice.say(LevelPhrase.title))
      figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    }
    for lever in levels.levers {
      html.element("h3", text: voice.say(LevelPhrase.leverTitle, ["who": .text(voice.name(lever.authority))]))
      html.element("p", text: sentences(of: lever).joined(separator: voice.joint))
      if changesAnything(lever) { table(of: lever).write(to: &html) }
    }
    viewTable?.writeFolded(to: &html)
  }

  // MARK: Parts of the gap

  private var parts: [(phrase: LevelPhrase, part: Double, paint: Paint)] {
    guard let parts = levels?.parts else { return [] }
    return [
      (.horizontal, parts.horizontal, .grey), (.functional, parts.functional, .hatch),
      (.vertical, parts.vertical, .dots),
    ]
  }

  var figure: Figure? {
    let parts = self.parts
    guard let largest = parts.max(by: { $0.part < $1.part }) else { return nil }
    // What one remedy takes back from another is below zero, and cannot be stacked.
    let isStacked = parts.allSatisfy { $0.part >= 0 }
    var from = 0.0
    let segments = parts.map { part -> BarChart.Segment in
      defer { from += part.part }
      return .init(from: from, to: from + part.part, paint: part.paint)
    }
    let bars: [BarChart.Bar] =
      isStacked
      ? [.init(name: voice.say(LevelPhrase.gap), segments: segments, figure: voice.percent(from))]
      : parts.map {
        .init(
          name: voice.say($0.phrase).capitalizedFirst,
          segments: [.init(from: 0, to: $0.part, paint: $0.paint)], figure: voice.percent($0.part))
      }
    let chart = BarChart(bars: bars)
    return Figure(
      id: "level-chart",
      finding: voice.say(
        LevelPhrase.finding,
        ["part": .text(voice.percent(largest.part)), "where": .text(voice.say(largest.phrase))]),
      description: voice.say(LevelPhrase.description), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: parts.map {
        LegendEntry(
          swatch: .bar($0.paint),
          text: voice.say(
            LevelPhrase.legend,
            ["where": .text(voice.say($0.phrase)), "part": .text(voice.percent($0.part))]))
      },
      table: DataTable(
        caption: voice.say(LevelPhrase.table),
        columns: [
          .init(title: voice.say(DiagnosisPhrase.measure), isNumber: false),
          .init(title: voice.say(LevelPhrase.part)),
        ],
        rows: parts.map { .init(cells: [voice.say($0.phrase).capitalizedFirst, voice.percent($0.part)]) }
          + [.init(cells: [voice.say(LevelPhrase.gap), voice.percent(parts.reduce(0) { $0 + $1.part })])]))
  }

  // MARK: What a level above would do

  /// What each level above would do with each of its levers.
  var leverSentences: [String] { levels?.levers.flatMap(sentences) ?? [] }

  /// What it chooses, what that costs and closes, what its lever could do at most, and how sure the choice is.
  func sentences(of lever: LevelLeverFinding) -> [String] {
    let who: [String: Filling] = ["who": .text(voice.name(lever.authority))]
    func say(_ phrase: LevelPhrase, _ fillings: [String: Filling] = [:]) -> String {
      voice.say(phrase, fillings.merging(who) { first, _ in first })
    }
    let upTo = Filling.text(voice.percent(lever.upTo))
    let isUsed = lever.best.setting > 0
    let choice: LevelPhrase =
      switch lever.kind {
      case .subsidy: isUsed ? .subsidyBest : .subsidyNone
      case .evaluation: isUsed ? .evaluationBest : .evaluationNone
      case .jointResult: isUsed ? .jointBest : .jointNone
      }
    var sentences = [say(choice, ["rate": .text(voice.percent(lever.best.setting)), "upTo": upTo])]
    if isUsed {
      if lever.best.leaderCost != 0 {
        sentences.append(say(.costs, ["cost": .text(voice.money(lever.best.leaderCost))]))
      }
      if let closed = lever.best.gapClosed {
        sentences.append(say(closed < 0 ? .widens : .closes, ["closed": .text(voice.percent(closed.magnitude))]))
      }
    }
    if lever.best.setting < lever.upTo { sentences += [highest(of: lever, upTo: upTo)].compactMap(\.self) }
    if let optimistic = lever.optimistic, let pessimistic = lever.pessimistic {
      let isSame = [optimistic, pessimistic].allSatisfy { abs($0.setting - lever.best.setting) <= 1e-6 * lever.upTo }
      func closed(_ answer: LevelAnswerFinding) -> Filling {
        .text(answer.gapClosed.map(voice.percent) ?? voice.say(ListPhrase.none))
      }
      sentences.append(
        isSame
          ? say(.sameOutlooks)
          : say(
            .outlooks,
            [
              "best": .text(voice.percent(optimistic.setting)), "bestClosed": closed(optimistic),
              "worst": .text(voice.percent(pessimistic.setting)), "worstClosed": closed(pessimistic),
            ]))
    }
    switch lever.shortfall {
    case nil: sentences.append(say(.grid))
    case 0?: sentences.append(say(.exact))
    case let shortfall?: sentences.append(say(.within, ["x": .text(voice.money(shortfall))]))
    }
    return sentences
  }

  /// Whether somebody would do or bear otherwise at the best setting or at the highest.
  private func changesAnything(_ lever: LevelLeverFinding) -> Bool {
    [lever.best, lever.atHighest].contains { $0.leaderCost != 0 || $0.change.contains { $0 != 0 } }
  }

  private func highest(of lever: LevelLeverFinding, upTo: Filling) -> String? {
    let answer = lever.atHighest
    guard changesAnything(lever) else {
      return voice.say(LevelPhrase.highestNothing, ["upTo": upTo])
    }
    guard let closed = answer.gapClosed else { return nil }
    return voice.say(
      closed < 0 ? LevelPhrase.highestWidens : .highestCloses,
      ["upTo": upTo, "closed": .text(voice.percent(closed.magnitude))])
  }

  /// What each gains or loses at the best setting and at the highest.
  func table(of lever: LevelLeverFinding) -> DataTable {
    let isUsed = lever.best.setting > 0
    let answers = isUsed && lever.best.setting < lever.upTo ? [lever.best, lever.atHighest] : [lever.atHighest]
    let who = voice.name(lever.authority)
    func row(_ name: String, isMarked: Bool = false, _ cost: (LevelAnswerFinding) -> Double) -> DataTable.Row {
      .init(cells: [name] + answers.map { voice.amount(voice.counted(cost($0))) }, isMarked: isMarked)
    }
    return DataTable(
      caption: voice.say(LevelPhrase.leverTable, ["who": .text(who), "unit": .text(voice.unitWithYear)]),
      columns: [.init(title: voice.say(LevelPhrase.member), isNumber: false)]
        + answers.map { .init(title: voice.say(LevelPhrase.changeAt, ["x": .text(voice.percent($0.setting))])) },
      rows: voice.playerNames.enumerated().map { player, name in row(name) { $0.change[player] } }
        + [
          row(voice.say(LevelPhrase.paid, ["who": .text(who)])) { $0.leaderCost },
          row(voice.say(LevelPhrase.total), isMarked: true) { $0.change.reduce($0.leaderCost, +) },
        ])
  }

  // MARK: What the levels above mind

  private var viewTable: DataTable? {
    guard let views = levels?.views, !views.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(LevelPhrase.viewTable, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(LevelPhrase.level), isNumber: false),
        .init(title: voice.say(LevelPhrase.minds), isNumber: false), .init(title: voice.say(LevelPhrase.alone)),
        .init(title: voice.say(LevelPhrase.together)), .init(title: voice.say(LevelPhrase.gain)),
      ],
      rows: views.map { view in
        let (alone, together) = (voice.counted(view.alone), voice.counted(view.together))
        return .init(
          cells: [
            voice.name(view.authority), minded(by: view), voice.amount(alone), voice.amount(together),
            voice.amount(together - alone),
          ])
      }, note: voice.say(LevelPhrase.viewNote))
  }

  /// The members that count, and how much where not all of them count alike.
  private func minded(by view: LevelViewFinding) -> String {
    let counted = view.weights.indices.filter { view.weights[$0] > 0 }
    guard let first = counted.first else { return voice.say(LevelPhrase.nobody) }
    let areAlike = counted.allSatisfy { view.weights[$0] == view.weights[first] }
    if areAlike, counted.count == view.weights.count { return voice.say(LevelPhrase.each) }
    return voice.shortList(
      counted.map { player in
        let name = voice.playerNames[player]
        guard !areAlike else { return name }
        return voice.say(
          LevelPhrase.weighted, ["who": .text(name), "x": .text(Numeral.significant(view.weights[player]))])
      })
  }
}
