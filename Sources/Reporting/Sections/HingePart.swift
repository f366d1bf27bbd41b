import Studies

/// What the answer hinges on: single figures over their range, and all of them at once.
struct HingePart {
  let voice: Voice
  private var hinges: HingeFindings { voice.findings.hinges }

  func write(to html: inout HTML) {
    let figures = self.figures
    if figures.isEmpty { html.element("p", text: voice.say(GroundPhrase.noHinges)) }
    for figure in figures { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    if hinges.netGainPercentiles.count == 3, hinges.draws > 0 {
      html.element(
        "p",
        text: voice.say(
          GroundPhrase.percentiles,
          [
            "low": .text(voice.amount(hinges.netGainPercentiles[0])),
            "middle": .text(voice.amount(hinges.netGainPercentiles[1])),
            "high": .text(voice.money(hinges.netGainPercentiles[2])),
          ]))
    }
  }

  var figures: [Figure] { [ranges, chances, gains].compactMap { $0 } }

  private var ranges: Figure? {
    let recommended = voice.findings.mechanisms.recommended
    let base = voice.recommendedForm?.netGain ?? 0
    let inputs = hinges.inputs.enumerated().sorted { left, right in
      (swing(right.element, base), left.offset) < (swing(left.element, base), right.offset)
    }.map(\.element)
    guard !inputs.isEmpty else { return nil }
    let shown = inputs.prefix(12)
    let chart = RangeChart(
      rows: shown.map { input in
        .init(
          name: voice.input(input.name), atLow: input.netGainAtLow, atHigh: input.netGainAtHigh,
          lowText: voice.amount(input.netGainAtLow), highText: voice.amount(input.netGainAtHigh),
          changesAtLow: input.recommendedAtLow != recommended, changesAtHigh: input.recommendedAtHigh != recommended)
      }, base: base, lowHead: voice.say(GroundPhrase.atLow), highHead: voice.say(GroundPhrase.atHigh),
      format: voice.axisAmount)
    let deciding = inputs.count {
      $0.switchesAt != nil || $0.recommendedAtLow != recommended || $0.recommendedAtHigh != recommended
    }
    return Figure(
      id: "range-chart",
      finding: deciding == 0
        ? voice.say(GroundPhrase.rangeFindingNone) : voice.say(GroundPhrase.rangeFinding, ["n": .count(deciding)]),
      description: voice.say(GroundPhrase.rangeDescription, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .bar(.hatch), text: voice.say(GroundPhrase.atLow)),
        LegendEntry(swatch: .bar(.grey), text: voice.say(GroundPhrase.atHigh)),
        LegendEntry(swatch: .line(.ink, width: 1.5, dash: []), text: voice.say(GroundPhrase.baseLine)),
        LegendEntry(swatch: .symbol(.diamond, .accent), text: voice.say(GroundPhrase.changes)),
      ],
      note: inputs.count > shown.count
        ? voice.say(
          GroundPhrase.rangeNote,
          ["shown": .text(Numeral.whole(shown.count)), "all": .text(Numeral.whole(inputs.count))]) : nil,
      table: rangeTable(inputs))
  }

  private func swing(_ input: HingeFinding, _ base: Double) -> Double {
    max(input.netGainAtLow, input.netGainAtHigh, base) - min(input.netGainAtLow, input.netGainAtHigh, base)
  }

  private func rangeTable(_ inputs: [HingeFinding]) -> DataTable {
    DataTable(
      caption: voice.say(GroundPhrase.rangeTable, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(GroundPhrase.input), isNumber: false),
        .init(title: voice.say(GroundPhrase.status), isNumber: false), .init(title: voice.say(GroundPhrase.best)),
        .init(title: voice.say(GroundPhrase.low)), .init(title: voice.say(GroundPhrase.high)),
        .init(title: voice.say(GroundPhrase.netAtLow)), .init(title: voice.say(GroundPhrase.netAtHigh)),
        .init(title: voice.say(GroundPhrase.formAtLow), isNumber: false),
        .init(title: voice.say(GroundPhrase.formAtHigh), isNumber: false),
        .init(title: voice.say(GroundPhrase.switchesAt)),
        .init(title: voice.say(GroundPhrase.switchesTo), isNumber: false),
      ],
      rows: inputs.map { input in
        .init(cells: [
          voice.input(input.name), voice.word(StatusName.self, input.status), Numeral.significant(input.best),
          Numeral.significant(input.low), Numeral.significant(input.high), voice.amount(input.netGainAtLow),
          voice.amount(input.netGainAtHigh), voice.form(input.recommendedAtLow), voice.form(input.recommendedAtHigh),
          input.switchesAt.map { Numeral.significant($0) } ?? "–",
          input.switchesAt == nil ? "–" : voice.form(input.switchesTo),
        ])
      })
  }

  private var chances: Figure? {
    guard hinges.draws > 0, let first = hinges.chanceOfBeingBest.first else { return nil }
    let recommended = voice.findings.mechanisms.recommended
    let shown = hinges.chanceOfBeingBest.filter { $0.value > 0 }.prefix(12)
    let chart = BarChart(
      bars: shown.map { form in
        .init(
          name: voice.form(form.name),
          segments: [.init(from: 0, to: form.value, paint: form.name == recommended ? .accent : .grey)],
          figure: voice.percent(form.value), isMarked: form.name == recommended)
      })
    return Figure(
      id: "best-chart",
      finding: voice.say(
        GroundPhrase.chanceFinding,
        [
          "form": .text(voice.form(first.name)), "chance": .text(voice.percent(first.value)),
          "draws": .count(hinges.draws),
        ]), description: voice.say(GroundPhrase.chanceDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      table: DataTable(
        caption: voice.say(GroundPhrase.chanceTable),
        columns: [
          .init(title: voice.say(GroundPhrase.form), isNumber: false), .init(title: voice.say(GroundPhrase.chance)),
        ],
        rows: hinges.chanceOfBeingBest.map {
          .init(cells: [voice.form($0.name), voice.percent($0.value)], isMarked: $0.name == recommended)
        }))
  }

  private var gains: Figure? {
    let chances = hinges.chanceOfGaining
    guard hinges.draws > 0, !chances.isEmpty else { return nil }
    // Who stays outside and is not reached by what the members do gains nothing: the finding speaks of members.
    let members = Set(voice.recommendedForm?.members ?? voice.findings.players)
    let inside = chances.indices.filter { members.contains(voice.findings.players[$0]) }
    let least = inside.min { (chances[$0], $0) < (chances[$1], $1) } ?? 0
    let chart = BarChart(
      bars: zip(voice.playerNames, chances).map { name, chance in
        .init(
          name: name, segments: [.init(from: 0, to: chance, paint: .grey)], figure: voice.percent(chance))
      })
    return Figure(
      id: "gain-chart",
      finding: chances[least] >= 1
        ? voice.say(GroundPhrase.gainFindingAll)
        : voice.say(
          GroundPhrase.gainFinding,
          ["who": .text(voice.playerNames[least]), "chance": .text(voice.percent(chances[least]))]),
      description: voice.say(GroundPhrase.gainDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      table: DataTable(
        caption: voice.say(GroundPhrase.gainTable),
        columns: [
          .init(title: voice.say(GroundPhrase.player), isNumber: false), .init(title: voice.say(GroundPhrase.chance)),
        ], rows: zip(voice.playerNames, chances).map { .init(cells: [$0, voice.percent($1)]) }))
  }
}
