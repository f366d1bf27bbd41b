import Studies

/// What the answer hinges on: single figures over their range, and two of them at once.
struct HingePart {
  let voice: Voice
  private var hinges: HingeFindings { voice.findings.hinges }

  func write(to html: inout HTML) {
    let figures = self.figures
    if figures.isEmpty { html.element("p", text: voice.say(GroundPhrase.noHinges)) }
    for figure in figures { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
  }

  var figures: [Figure] { [ranges].compactMap { $0 } + StripPart(voice: voice).figures }

  private var ranges: Figure? {
    let recommended = voice.findings.mechanisms.recommended
    let base = voice.recommendedForm?.netGain ?? 0
    let inputs = hinges.inputs.enumerated().sorted { left, right in
      (swing(right.element, base), left.offset) < (swing(left.element, base), right.offset)
    }.map(\.element)
    guard !inputs.isEmpty else { return nil }
    // Those that decide first, though the form recommended today may gain the same whatever they are.
    let deciding = inputs.indices.filter { inputs[$0].decides }
    let drawn = Set((deciding + inputs.indices.filter { !inputs[$0].decides }).prefix(12))
    let shown = inputs.indices.filter(drawn.contains).map { inputs[$0] }
    let chart = RangeChart(
      rows: shown.map { input in
        .init(
          name: voice.input(input.name), atLow: input.netGainAtLow, atHigh: input.netGainAtHigh,
          lowText: voice.amount(input.netGainAtLow), highText: voice.amount(input.netGainAtHigh),
          changesAtLow: input.recommendedAtLow != recommended, changesAtHigh: input.recommendedAtHigh != recommended)
      }, base: base, lowHead: voice.say(GroundPhrase.atLow), highHead: voice.say(GroundPhrase.atHigh),
      format: voice.axisAmount)
    // The first moves it most; the ends of its bar are what the title tells.
    let ends = [inputs[0].netGainAtLow, inputs[0].netGainAtHigh, base]
    let (least, most) = (ends.min() ?? base, ends.max() ?? base)
    return Figure(
      id: "range-chart",
      finding: !voice.isNegligible(most - least)
        ? voice.say(
          GroundPhrase.rangeFinding,
          [
            "which": .text(voice.input(inputs[0].name)), "low": .text(voice.amountBeside(most, least)),
            "high": .text(voice.money(most)),
          ]
        ).capitalizedFirst : voice.say(GroundPhrase.rangeFindingNone),
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
}
