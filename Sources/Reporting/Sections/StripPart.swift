import Studies

/// Where another form would be best: along the range of each input, and over two of them together.
struct StripPart {
  let voice: Voice
  private let marks: FormMarks

  init(voice: Voice) {
    self.voice = voice
    marks = FormMarks(voice.findings)
  }

  var figures: [Figure] { [strips, map].compactMap { $0 } }

  /// How many inputs are drawn; the table has all.
  private static let shown = 10

  /// The inputs that have a strip: those that decide first, then the others, each in the order of their reach.
  private var inputs: [HingeFinding] {
    let inputs = voice.findings.hinges.inputs.filter { !$0.strip.isEmpty }
    return inputs.filter(\.decides) + inputs.filter { !$0.decides }
  }

  private var strips: Figure? {
    let inputs = self.inputs
    guard !inputs.isEmpty else { return nil }
    let shown = inputs.prefix(Self.shown)
    let chart = StripChart(
      rows: shown.map { input in
        .init(
          name: voice.input(input.name), best: input.best, lowText: value(input.strip[0].from),
          parts: input.strip.map { .init(from: $0.from, to: $0.to, form: $0.form, endText: value($0.to)) })
      }, marks: marks)
    let deciding = inputs.count(where: \.decides)
    let present = Set(shown.flatMap { $0.strip.map(\.form) })
    return Figure(
      id: "strip-chart",
      finding: deciding == 0
        ? voice.say(UncertaintyPhrase.stripFindingNone)
        : voice.say(UncertaintyPhrase.stripFinding, ["n": .count(deciding)]),
      description: voice.say(UncertaintyPhrase.stripDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: legend(present)
        + [LegendEntry(swatch: .symbol(.triangleDown, .ink), text: voice.say(UncertaintyPhrase.bestEstimate))],
      note: voice.say(
        UncertaintyPhrase.stripNote,
        ["shown": .text(Numeral.whole(shown.count)), "all": .text(Numeral.whole(inputs.count))]),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.stripTable),
        columns: [
          .init(title: voice.say(GroundPhrase.input), isNumber: false),
          .init(title: voice.say(GroundPhrase.status), isNumber: false), .init(title: voice.say(GroundPhrase.best)),
          .init(title: voice.say(UncertaintyPhrase.partFrom)), .init(title: voice.say(UncertaintyPhrase.partTo)),
          .init(title: voice.say(UncertaintyPhrase.bestHere), isNumber: false),
        ],
        rows: inputs.flatMap { input in
          input.strip.map { part in
            .init(cells: [
              voice.input(input.name), voice.word(StatusName.self, input.status), value(input.best), value(part.from),
              value(part.to), voice.choice(part.form),
            ])
          }
        }))
  }

  private func value(_ value: Double) -> String { Numeral.significant(value) }

  /// A key of paints and letters, for the forms that a chart shows.
  private func legend(_ present: Set<String>) -> [LegendEntry] {
    marks.shown.filter(present.contains).map { form in
      LegendEntry(
        swatch: .bar(marks.paint(form)),
        text: voice.say(
          UncertaintyPhrase.formKey, ["letter": .text(marks.letter(form)), "form": .text(voice.choice(form))]))
    }
  }

  private var map: Figure? {
    guard let map = voice.findings.hinges.map?.withoutRepetition, !map.acrossValues.isEmpty, !map.upValues.isEmpty
    else { return nil }
    let names = [voice.input(map.across), voice.input(map.up)]
    let chart = ChoiceMapChart(
      across: names[0], up: names[1], acrossTexts: Numeral.column(map.acrossValues),
      upTexts: Numeral.column(map.upValues), forms: map.forms, best: best(in: map), marks: marks)
    let present = Set(map.forms.flatMap { $0 })
    let choices = marks.shown.filter { present.contains($0) && $0 != FormMarks.refused }
    let places: [String: Filling] = ["across": .text(names[0]), "up": .text(names[1])]
    let finding =
      choices.count == 1
      ? voice.say(
        UncertaintyPhrase.mapFindingOne, places.merging(["form": .text(voice.theForm(choices[0]))]) { $1 })
      : voice.say(UncertaintyPhrase.mapFinding, places.merging(["n": .count(choices.count)]) { $1 })
    let legend = legend(present)
    let hasBest = best(in: map) != nil
    return Figure(
      id: "choice-map", finding: finding.capitalizedFirst, description: voice.say(UncertaintyPhrase.mapDescription),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: legend
        + (hasBest
          ? [LegendEntry(swatch: .symbol(.ring, .black), text: voice.say(UncertaintyPhrase.mapBest))] : []),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.mapTable, places),
        columns: [.init(title: names[1], isNumber: false)]
          + Numeral.column(map.acrossValues).map { .init(title: $0) },
        rows: zip(Numeral.column(map.upValues), map.forms).map { up, forms in
          .init(cells: [up] + forms.map(marks.letter))
        }, note: voice.say(UncertaintyPhrase.mapNote, ["keys": .text(voice.list(legend.map(\.text)))])))
  }

  /// Where the best estimates of both inputs lie, counted in cells; nothing beyond the map.
  private func best(in map: ChoiceMapFinding) -> (across: Double, up: Double)? {
    func place(_ name: String, among values: [Double]) -> Double? {
      guard let input = voice.findings.hinges.inputs.first(where: { $0.name == name }) else { return nil }
      if values.count == 1 { return values[0] == input.best ? 0 : nil }
      for (index, (low, high)) in zip(values, values.dropFirst()).enumerated() where low <= input.best {
        guard input.best <= high, high > low else { continue }
        let part = (input.best / 2 - low / 2) / (high / 2 - low / 2)
        return part.isFinite ? Double(index) + part : nil
      }
      return nil
    }
    guard let across = place(map.across, among: map.acrossValues), let up = place(map.up, among: map.upValues) else {
      return nil
    }
    return (across, up)
  }
}

extension ChoiceMapFinding {
  /// The map without the columns and rows whose value is that of the one before: an input that has come to its limit.
  fileprivate var withoutRepetition: ChoiceMapFinding {
    func kept(_ values: [Double]) -> [Int] { values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] } }
    let (columns, rows) = (kept(acrossValues), kept(upValues))
    var map = self
    map.acrossValues = columns.map { acrossValues[$0] }
    map.upValues = rows.map { upValues[$0] }
    map.forms = rows.map { row in columns.map { forms[row][$0] } }
    return map
  }
}

extension HingeFinding {
  /// Whether which form is best changes along its range.
  var decides: Bool { Set(strip.map(\.form)).count > 1 || switchesAt != nil }
}
