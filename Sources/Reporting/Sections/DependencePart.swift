import Studies

/// Who depends on whom, as a matrix and by pairs.
struct DependencePart {
  let voice: Voice

  func write(to html: inout HTML) {
    for figure in figures { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
  }

  var figures: [Figure] { [matrix, pairs].compactMap { $0 } }

  private var matrix: Figure? {
    let values = voice.findings.diagnosis.dependence
    let names = voice.playerNames
    guard !values.isEmpty else { return nil }
    let darkest = values.flatMap { $0 }.map(\.magnitude).max() ?? 0
    // Parts of what the row has alone, which can be several times that, as whole percents; without the sign, so that
    // thirteen columns fit a telephone.
    func text(_ value: Double) -> String {
      let percent = voice.percent(value)
      return percent.hasSuffix("%") ? String(percent.dropLast()) : percent
    }
    let texts = values.map { $0.map(text) }
    var strongest = (row: 0, column: 0, value: 0.0)
    for (row, entries) in values.enumerated() {
      for (column, value) in entries.enumerated() where row != column && value.magnitude > strongest.value {
        strongest = (row, column, value.magnitude)
      }
    }
    let heat = Heatmap(
      rowNames: names, columnHeads: names.indices.map { "\($0 + 1)" }, values: values, texts: texts, darkest: darkest,
      numbersRows: true)
    let finding =
      strongest.value == 0
      ? voice.say(DiagnosisPhrase.dependenceFindingSmall)
      : voice.say(
        DiagnosisPhrase.dependenceFinding,
        [
          "who": .text(names[strongest.row]), "on": .text(names[strongest.column]),
          "share": .text(voice.percentInWords(strongest.value)),
        ])
    return Figure(
      id: "dependence-chart", finding: finding, description: voice.say(DiagnosisPhrase.dependenceDescription),
      wide: heat.drawing(width: Figure.wideWidth), narrow: heat.drawing(width: Figure.narrowWidth), legend: [],
      narrowKeys: names.enumerated().map { "\($0 + 1)  \($1)" },
      note: voice.say(DiagnosisPhrase.dependenceNote),
      table: DataTable(
        caption: voice.say(DiagnosisPhrase.dependenceTable),
        columns: [.init(title: voice.say(DiagnosisPhrase.player), isNumber: false)] + names.map { .init(title: $0) },
        rows: zip(names, texts).map { .init(cells: [$0] + $1) }))
  }

  private var pairs: Figure? {
    let all = voice.findings.diagnosis.pairs
    guard let first = all.first, first.mutual > 0 else { return nil }
    let shown = Array(all.filter { $0.mutual > 0 }.prefix(10))
    let mutual = all.map { voice.percent($0.mutual) }
    let imbalance = all.map { voice.percent($0.imbalance) }
    // Sixteen members are 120 pairs, most of which hardly touch: those below a percent are in the files only.
    let told = all.indices.filter { $0 < shown.count || all[$0].mutual >= 0.005 }
    let chart = BarChart(
      bars: shown.enumerated().map { index, pair in
        let uneven = min(pair.mutual, pair.imbalance.magnitude)
        return .init(
          name: voice.list([voice.name(pair.first), voice.name(pair.second)]),
          segments: [
            .init(from: 0, to: pair.mutual - uneven, paint: .accent),
            .init(from: pair.mutual - uneven, to: pair.mutual, paint: .hatch),
          ], figure: mutual[index])
      })
    return Figure(
      id: "pair-chart",
      finding: voice.say(
        DiagnosisPhrase.pairFinding,
        ["first": .text(voice.name(first.first)), "second": .text(voice.name(first.second))]),
      description: voice.say(DiagnosisPhrase.pairDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .bar(.accent), text: voice.say(DiagnosisPhrase.even)),
        LegendEntry(swatch: .bar(.hatch), text: voice.say(DiagnosisPhrase.uneven)),
      ],
      table: DataTable(
        caption: voice.say(DiagnosisPhrase.pairTable),
        columns: [
          .init(title: voice.say(DiagnosisPhrase.firstParty), isNumber: false),
          .init(title: voice.say(DiagnosisPhrase.secondParty), isNumber: false),
          .init(title: voice.say(DiagnosisPhrase.mutual)), .init(title: voice.say(DiagnosisPhrase.imbalance)),
        ],
        rows: told.map { index in
          .init(cells: [voice.name(all[index].first), voice.name(all[index].second), mutual[index], imbalance[index]])
        }, note: told.count < all.count ? voice.say(DiagnosisPhrase.pairNote) : nil))
  }
}
