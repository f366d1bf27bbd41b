import Studies

/// How competitors act on one another, and how sure the equilibrium and the optimum are.
struct InteractionPart {
  let voice: Voice

  func write(to html: inout HTML) {
    guard !sentences.isEmpty else { return }
    html.element("h3", text: voice.say(InteractionPhrase.title))
    html.element("p", text: sentences.joined(separator: voice.joint))
  }

  /// The nature of the interaction, uniqueness, exactness; a code without words stands as it is.
  var sentences: [String] {
    guard let competition = voice.findings.diagnosis.competition else { return [] }
    func told(_ code: String) -> String {
      InteractionPhrase(rawValue: code) == nil
        ? Voice.tidy(code) + voice.say(ListPhrase.sentenceEnd).trimmed : voice.word(InteractionPhrase.self, code)
    }
    return [
      told(competition.nature), told(competition.uniqueness),
      competition.optimumWithin == 0
        ? voice.say(InteractionPhrase.optimumExact)
        : voice.say(InteractionPhrase.optimumWithin, ["x": .text(voice.money(competition.optimumWithin))]),
    ]
  }
}

/// How much of the gap lies between governments, inside them, and with the level above.
struct LevelPart {
  let voice: Voice

  func write(to html: inout HTML) {
    guard let figure else { return }
    html.element("h3", text: voice.say(InteractionPhrase.levelTitle))
    figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    if let sentence { html.element("p", text: sentence) }
  }

  private var parts: [(phrase: InteractionPhrase, part: Double, paint: Paint)] {
    guard let levels = voice.findings.diagnosis.levels else { return [] }
    return [
      (.horizontal, levels.horizontal, .grey), (.functional, levels.functional, .hatch),
      (.vertical, levels.vertical, .dots),
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
      ? [.init(name: voice.say(InteractionPhrase.gap), segments: segments, figure: voice.percent(from))]
      : parts.map {
        .init(
          name: voice.say($0.phrase).capitalizedFirst,
          segments: [.init(from: 0, to: $0.part, paint: $0.paint)], figure: voice.percent($0.part))
      }
    let chart = BarChart(bars: bars)
    return Figure(
      id: "level-chart",
      finding: voice.say(
        InteractionPhrase.levelFinding,
        ["part": .text(voice.percent(largest.part)), "where": .text(voice.say(largest.phrase))]),
      description: voice.say(InteractionPhrase.levelDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: parts.map {
        LegendEntry(
          swatch: .bar($0.paint),
          text: voice.say(
            InteractionPhrase.legend,
            ["where": .text(voice.say($0.phrase)), "part": .text(voice.percent($0.part))]))
      },
      table: DataTable(
        caption: voice.say(InteractionPhrase.levelTable),
        columns: [
          .init(title: voice.say(DiagnosisPhrase.measure), isNumber: false),
          .init(title: voice.say(InteractionPhrase.part)),
        ],
        rows: parts.map { .init(cells: [voice.say($0.phrase).capitalizedFirst, voice.percent($0.part)]) }
          + [.init(cells: [voice.say(InteractionPhrase.gap), voice.percent(parts.reduce(0) { $0 + $1.part })])]))
  }

  private var sentence: String? {
    guard let levels = voice.findings.diagnosis.levels, let rate = levels.bestRate, let closed = levels.gapClosed else {
      return nil
    }
    let fillings: [String: Filling] = ["rate": .text(voice.percent(rate)), "closed": .text(voice.percent(closed))]
    guard let authority = levels.authority else { return voice.say(InteractionPhrase.bestRatePlain, fillings) }
    return voice.say(
      InteractionPhrase.bestRate, fillings.merging(["who": .text(voice.name(authority))]) { first, _ in first })
  }
}
