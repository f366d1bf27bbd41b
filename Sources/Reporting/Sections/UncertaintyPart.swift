import Studies

/// How sure the choice is while figures are uncertain: chances, spreads, regrets, who gains, and what to find out.
struct UncertaintyPart {
  let voice: Voice
  private let marks: FormMarks

  init(voice: Voice) {
    self.voice = voice
    marks = FormMarks(voice.findings)
  }

  private var found: UncertaintyFindings? { voice.findings.uncertainty.flatMap { $0.forms.isEmpty ? nil : $0 } }
  private var recommended: String? { voice.findings.mechanisms.recommended }
  private var unit: [String: Filling] { ["unit": .text(voice.unitWithYear)] }

  func write(to html: inout HTML) {
    guard let found else { return }
    html.element("p", text: lead(found))
    func write(_ figures: [Figure?]) {
      for figure in figures.compactMap({ $0 }) { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    }
    write([chances, spread])
    html.element("h3", text: voice.say(UncertaintyPhrase.regretTitle))
    write([regrets, grid])
    guard information != nil || sensitivities != nil else { return }
    html.element("h3", text: voice.say(UncertaintyPhrase.nextTitle))
    html.element("p", text: perfectSentence(found))
    write([information, sensitivities])
  }

  var figures: [Figure] { [chances, spread, regrets, grid, information, sensitivities].compactMap { $0 } }

  private func lead(_ found: UncertaintyFindings) -> String {
    let lead = voice.say(
      UncertaintyPhrase.lead, ["inputs": .count(found.inputs.count), "draws": .count(found.draws)])
    guard found.refusedDraws > 0 else { return lead }
    return lead + voice.joint + voice.say(UncertaintyPhrase.refused, ["n": .count(found.refusedDraws)])
  }

  private func perfectSentence(_ found: UncertaintyFindings) -> String {
    voice.say(
      UncertaintyPhrase.perfect,
      [
        "worth": .text(voice.money(found.perfectInformation.value)),
        "error": .text(
          voice.amountBeside(found.perfectInformation.value, found.perfectInformation.standardError)),
      ])
  }

  /// From how low to how high an estimate may be: 1.96 standard errors to either side, within what is possible.
  private func range(_ estimate: EstimateFinding, within limits: ClosedRange<Double>) -> (low: Double, high: Double)? {
    guard estimate.standardError > 0 else { return nil }
    let reach = 1.96 * estimate.standardError
    func held(_ value: Double) -> Double { min(max(value, limits.lowerBound), limits.upperBound) }
    return (held(estimate.value - reach), held(estimate.value + reach))
  }

  // MARK: The chance of being best

  /// Every choice with its chance of being best, the likeliest first; equal ones in the order of the ranking.
  static func choices(_ found: UncertaintyFindings) -> [(form: String, chance: EstimateFinding)] {
    let all = found.forms.map { (form: $0.form, chance: $0.chanceOfBeingBest) }
    let alone = (form: FormMarks.none, chance: found.chanceOfNone)
    return (all + [alone]).enumerated().sorted {
      ($1.element.chance.value, $0.offset) < ($0.element.chance.value, $1.offset)
    }.map(\.element)
  }

  private var chances: Figure? {
    guard let found else { return nil }
    let choices = Self.choices(found)
    let likely = choices.filter { $0.chance.value > 0 }
    let shown = (likely.isEmpty ? Array(choices.prefix(1)) : likely).prefix(12)
    let chart = BarChart(
      bars: shown.map { choice in
        let isMarked = choice.form == recommended
        return .init(
          name: voice.form(choice.form),
          segments: [
            .init(
              from: 0, to: choice.chance.value,
              paint: isMarked ? .accent : choice.form == FormMarks.none ? .hatch : .grey)
          ], figure: voice.percent(choice.chance.value), isMarked: isMarked,
          range: range(choice.chance, within: 0...1))
      })
    return Figure(
      id: "best-chart",
      finding: likely.first.map {
        voice.say(
          UncertaintyPhrase.bestFinding,
          ["form": .text(voice.theForm($0.form)), "chance": .text(voice.percentInWords($0.chance.value))]
        ).capitalizedFirst
      } ?? voice.say(UncertaintyPhrase.bestNone),
      description: voice.say(UncertaintyPhrase.bestDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [], note: voice.say(UncertaintyPhrase.bestNote),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.bestTable),
        columns: [
          .init(title: voice.say(UncertaintyPhrase.choice), isNumber: false),
          .init(title: voice.say(UncertaintyPhrase.chance)),
          .init(title: voice.say(UncertaintyPhrase.standardError)),
        ],
        rows: choices.map {
          .init(
            cells: [voice.form($0.form), voice.percent($0.chance.value), error(of: $0.chance)],
            isMarked: $0.form == recommended)
        }))
  }

  /// A standard error of a chance: in percent, to two digits.
  private func error(of chance: EstimateFinding) -> String {
    Numeral.significant(chance.standardError * 100, digits: 2) + "%"
  }

  // MARK: Spread and regret of the forms

  /// The forms that come about in some draw, the recommended one always, in the order of the ranking.
  private func lively(_ found: UncertaintyFindings) -> [FormOutlook] {
    let alive = found.forms.filter { form in
      form.form == recommended || form.chanceOfGain > 0 || form.percentiles.contains { $0 != 0 }
        || form.chanceOfBeingBest.value > 0
    }
    let ranking = voice.findings.mechanisms.ranking.map(\.id)
    func rank(_ form: FormOutlook) -> Int { ranking.firstIndex(of: form.form) ?? ranking.count }
    return alive.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private func leftOut(_ found: UncertaintyFindings, note: UncertaintyPhrase) -> String {
    let count = found.forms.count - lively(found).count
    let text = voice.say(note, unit)
    return count == 0 ? text : text + voice.joint + voice.say(UncertaintyPhrase.fewer, ["n": .count(count)])
  }

  /// The form that the findings speak of: the recommended one, else the first of the ranking.
  private func told(_ found: UncertaintyFindings) -> FormOutlook {
    found.forms.first { $0.form == recommended } ?? found.forms[0]
  }

  private var spread: Figure? {
    guard let found, !lively(found).isEmpty else { return nil }
    let told = told(found)
    let chart = SpreadChart(
      rows: lively(found).map {
        .init(
          name: voice.form($0.form), percentiles: $0.percentiles, figure: voice.amount($0.percentiles[2]),
          isMarked: $0.form == recommended)
      }, figureHead: voice.say(UncertaintyPhrase.median), format: voice.axisAmount)
    let heads: [UncertaintyPhrase] = [.mean, .standardError, .deviation, .low5, .low25, .median, .high75, .high95]
    return Figure(
      id: "spread-chart",
      finding: voice.say(
        UncertaintyPhrase.spreadFinding,
        [
          "form": .text(voice.theForm(told.form)),
          "low": .text(voice.amountBeside(told.percentiles[4], told.percentiles[0])),
          "high": .text(voice.money(told.percentiles[4])),
        ]), description: voice.say(UncertaintyPhrase.spreadDescription, unit),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      note: leftOut(found, note: .spreadNote),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.spreadTable, unit),
        columns: [.init(title: voice.say(MechanismPhrase.form), isNumber: false)]
          + heads.map { .init(title: voice.say($0)) } + [.init(title: voice.say(UncertaintyPhrase.chanceOfGain))],
        rows: found.forms.map { form in
          let figures = [form.mean.value, form.mean.standardError, form.deviation] + form.percentiles
          return .init(
            cells: [voice.form(form.form)] + figures.map(voice.amount) + [voice.percent(form.chanceOfGain)],
            isMarked: form.form == recommended)
        }))
  }

  private var regrets: Figure? {
    guard let found, !lively(found).isEmpty else { return nil }
    let chart = PairChart(
      rows: lively(found).map {
        .init(
          name: voice.form($0.form),
          first: .init(value: $0.expectedRegret.value, text: voice.amount($0.expectedRegret.value)),
          second: .init(value: $0.largestRegret, text: voice.amount($0.largestRegret)),
          isMarked: $0.form == recommended)
      }, firstHead: voice.say(UncertaintyPhrase.expectedRegret), secondHead: voice.say(UncertaintyPhrase.worstRegret),
      format: voice.axisAmount)
    return Figure(
      id: "regret-chart", finding: regretSentence(found),
      description: voice.say(UncertaintyPhrase.regretDescription, unit),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .symbol(.ring, .ink), text: voice.say(UncertaintyPhrase.expectedRegret)),
        LegendEntry(swatch: .symbol(.disc, .accent), text: voice.say(UncertaintyPhrase.worstRegret)),
      ], note: leftOut(found, note: .regretNote),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.regretTable, unit),
        columns: [
          .init(title: voice.say(MechanismPhrase.form), isNumber: false),
          .init(title: voice.say(UncertaintyPhrase.expectedRegret).capitalizedFirst),
          .init(title: voice.say(UncertaintyPhrase.standardError)),
          .init(title: voice.say(UncertaintyPhrase.worstRegret).capitalizedFirst),
        ],
        rows: found.forms.map { form in
          let figures = [form.expectedRegret.value, form.expectedRegret.standardError, form.largestRegret]
          return .init(
            cells: [voice.form(form.form)] + figures.map(voice.amount), isMarked: form.form == recommended)
        }))
  }

  /// The two choices of who counts regret: least on average, least at worst.
  private func regretSentence(_ found: UncertaintyFindings) -> String {
    let expected = Filling.text(voice.theForm(found.leastExpectedRegret))
    guard found.leastExpectedRegret != found.leastWorstRegret else {
      return voice.say(UncertaintyPhrase.regretSame, ["form": expected]).capitalizedFirst
    }
    return voice.say(
      UncertaintyPhrase.regretApart,
      ["expected": expected, "worst": .text(voice.theForm(found.leastWorstRegret))])
  }

  // MARK: Who gains

  private var grid: Figure? {
    guard let found, !lively(found).isEmpty, !voice.findings.players.isEmpty else { return nil }
    let forms = lively(found)
    let players = voice.findings.players.indices
    let values = players.map { player in forms.map { $0.chanceOfGaining[player] } }
    let texts = values.map { $0.map { String(voice.percent($0).dropLast()) } }
    let letters = forms.map { marks.letter($0.form) }
    let heat = Heatmap(
      rowNames: voice.playerNames, columnHeads: letters, values: values, texts: texts, darkest: 1, numbersRows: false)
    let told = told(found)
    let members = voice.findings.mechanisms.ranking.first { $0.id == told.form }?.members ?? voice.findings.players
    let losers = members.filter { member in
      voice.findings.players.firstIndex(of: member).map { told.chanceOfGaining[$0] <= 0.5 } ?? false
    }
    let keys = forms.map { key($0.form) }
    return Figure(
      id: "who-gains-chart",
      finding: losers.isEmpty
        ? voice.say(UncertaintyPhrase.gridAll, ["form": .text(voice.theForm(told.form))])
        : voice.say(
          UncertaintyPhrase.gridSome,
          ["form": .text(voice.theForm(told.form)), "who": .text(voice.shortList(voice.names(losers)))]),
      description: voice.say(UncertaintyPhrase.gridDescription), wide: heat.drawing(width: Figure.wideWidth),
      narrow: heat.drawing(width: Figure.narrowWidth), legend: [], wideKeys: keys, narrowKeys: keys,
      note: leftOut(found, note: .gridNote),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.gridTable),
        columns: [.init(title: voice.say(MechanismPhrase.player), isNumber: false)]
          + forms.map { .init(title: voice.form($0.form)) },
        rows: players.map { .init(cells: [voice.playerNames[$0]] + texts[$0]) }))
  }

  private func key(_ form: String) -> String {
    voice.say(
      UncertaintyPhrase.formKey, ["letter": .text(marks.letter(form)), "form": .text(voice.choice(form))])
  }

  // MARK: What to find out

  /// How many inputs a chart shows; its table has all.
  private static let shownInputs = 10

  private var information: Figure? {
    guard let found, !found.information.isEmpty else { return nil }
    let shown = found.information.prefix(Self.shownInputs)
    // Where every worth is nothing there is nothing to read off an axis.
    let isNothing = shown.allSatisfy { $0.worth.value == 0 }
    let format: ((Double) -> String)? = isNothing ? nil : { voice.axisAmount($0) }
    let anywhere = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let chart = BarChart(
      bars: shown.map { input in
        .init(
          name: voice.input(input.input),
          segments: [.init(from: 0, to: input.worth.value, paint: input.isWorthwhile ? .accent : .grey)],
          figure: voice.amount(input.worth.value), isMarked: input.isWorthwhile,
          range: range(input.worth, within: anywhere))
      }, format: format)
    return Figure(
      id: "information-chart",
      finding: found.worthwhile.map {
        voice.say(
          UncertaintyPhrase.nextFinding,
          ["input": .text(voice.input($0.input)), "worth": .text(voice.money($0.worth.value))])
      } ?? voice.say(UncertaintyPhrase.nextNothing),
      description: voice.say(UncertaintyPhrase.nextDescription, unit), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      note: voice.say(UncertaintyPhrase.nextNote, unit) + shownNote(shown.count, of: found.information.count),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.nextTable, unit),
        columns: [
          .init(title: voice.say(GroundPhrase.input), isNumber: false),
          .init(title: voice.say(GroundPhrase.status), isNumber: false),
          .init(title: voice.say(UncertaintyPhrase.worthOfKnowing)),
          .init(title: voice.say(UncertaintyPhrase.standardError)),
        ],
        rows: found.information.map {
          .init(cells: [
            voice.input($0.input), voice.word(StatusName.self, $0.status), voice.amount($0.worth.value),
            voice.amount($0.worth.standardError),
          ])
        }))
  }

  private func shownNote(_ shown: Int, of all: Int) -> String {
    guard shown < all else { return "" }
    return voice.joint
      + voice.say(
        GroundPhrase.rangeNote, ["shown": .text(Numeral.whole(shown)), "all": .text(Numeral.whole(all))])
  }

  private var sensitivities: Figure? {
    guard let found, let largest = found.sensitivities.max(by: { $0.total.value < $1.total.value }) else { return nil }
    let shown = found.sensitivities.prefix(Self.shownInputs)
    func entry(_ share: IntervalFinding) -> PairChart.Entry {
      .init(value: share.value, range: (share.low, share.high), text: voice.percent(share.value))
    }
    let chart = PairChart(
      rows: shown.map { .init(name: name($0), first: entry($0.first), second: entry($0.total)) },
      firstHead: voice.say(UncertaintyPhrase.firstShare), secondHead: voice.say(UncertaintyPhrase.totalShare),
      format: voice.percent)
    let heads: [UncertaintyPhrase] = [.firstShare, .totalShare]
    return Figure(
      id: "sensitivity-chart",
      finding: largest.total.value > 0
        ? voice.say(
          UncertaintyPhrase.partFinding,
          [
            "form": .text(voice.theForm(told(found).form)), "input": .text(name(largest)),
            "share": .text(voice.percentInWords(largest.total.value)),
          ]) : voice.say(UncertaintyPhrase.partNone),
      description: voice.say(UncertaintyPhrase.partDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .symbol(.ring, .ink), text: voice.say(UncertaintyPhrase.firstShare)),
        LegendEntry(swatch: .symbol(.disc, .accent), text: voice.say(UncertaintyPhrase.totalShare)),
      ], note: voice.say(UncertaintyPhrase.partNote) + shownNote(shown.count, of: found.sensitivities.count),
      table: DataTable(
        caption: voice.say(UncertaintyPhrase.partTable),
        columns: [.init(title: voice.say(GroundPhrase.input), isNumber: false)]
          + heads.flatMap { head in
            let which = voice.say(head).capitalizedFirst
            return [which, voice.say(UncertaintyPhrase.from, ["which": .text(which)])]
              + [voice.say(UncertaintyPhrase.to, ["which": .text(which)])]
          }.map { .init(title: $0) },
        rows: found.sensitivities.map { input in
          .init(
            cells: [name(input)]
              + [input.first, input.total].flatMap { [$0.value, $0.low, $0.high] }.map(voice.percent))
        }, note: voice.say(UncertaintyPhrase.range95)))
  }

  private func name(_ input: SensitivityFinding) -> String {
    input.input == "others" ? voice.say(UncertaintyPhrase.others) : voice.input(input.input)
  }
}

extension InformationFinding {
  /// Whether its worth stands clear of nothing: by more than 1.96 standard errors.
  var isWorthwhile: Bool { worth.value > 1.96 * worth.standardError && worth.value > 0 }
}

extension UncertaintyFindings {
  /// The most valuable input to find out, if the worth of any stands clear of nothing.
  var worthwhile: InformationFinding? { information.first(where: \.isWorthwhile) }
}
