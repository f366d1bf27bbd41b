import Studies

/// The recommended form beside the others: why not the next two, what its gain goes into, and what no form beats.
struct ChoicePart {
  let voice: Voice
  private var mechanisms: MechanismFindings { voice.findings.mechanisms }
  private var unit: [String: Filling] { ["unit": .text(voice.unitWithYear)] }

  // MARK: The next two

  /// A difference below this part of the best net gain is none that anybody should choose by.
  private static let noticeable = 5e-4
  /// How many respects a sentence names.
  private static let toldAspects = 3

  /// The two that come next, and why not them; nothing where no form is recommended.
  var nextBest: [String] {
    guard let best = voice.recommendedForm else { return [] }
    return mechanisms.ranking.filter { $0.id != best.id }.prefix(2).enumerated().map { rank, form in
      sentence(on: form, after: best, isSecond: rank == 0)
    }
  }

  private func sentence(on form: MechanismFinding, after best: MechanismFinding, isSecond: Bool) -> String {
    let name = Filling.text(voice.theForm(form.id))
    guard form.isFormed else {
      let told = mechanisms.reasons.first { $0.code == "rejected" && $0.subjects.first == form.id }
      return told.map(MechanismPart(voice: voice).sentence)
        ?? voice.say(ChoicePhrase.notFormed, ["form": name]).capitalizedFirst
    }
    let difference = best.netGain - form.netGain
    let net = Filling.text(voice.money(form.netGain))
    let least = Self.noticeable * best.netGain.magnitude
    guard difference > least, !voice.isNegligible(difference) else {
      return voice.say(ChoicePhrase.tie, ["form": name, "net": net]).capitalizedFirst
    }
    let parts = FormDifference(of: best, over: form).parts
    // What is a small part of the whole would only hide the rest.
    let small = max(least, 0.05 * (parts.map(\.amount.magnitude).max() ?? 0))
    func aspects(_ sign: Double) -> String? {
      let told = parts.filter { $0.amount * sign > small && !voice.isNegligible($0.amount) }.sorted {
        $0.amount * sign > $1.amount * sign
      }
      guard !told.isEmpty else { return nil }
      return voice.list(
        told.prefix(Self.toldAspects).map { part in
          voice.say(
            ChoicePhrase.amount,
            ["aspect": .text(voice.text(of: part.aspect)), "amount": .text(voice.change(0 - part.amount))])
        })
    }
    let sentences = [
      voice.say(
        isSecond ? ChoicePhrase.second : .third,
        ["form": name, "net": net, "difference": .text(voice.amountBeside(form.netGain, difference))]),
      aspects(1).map { voice.say(ChoicePhrase.behind, ["aspects": .text($0)]) },
      aspects(-1).map { voice.say(ChoicePhrase.ahead, ["aspects": .text($0)]) },
    ]
    return sentences.compactMap { $0 }.joined(separator: voice.joint)
  }

  // MARK: What the gain goes into

  /// Each step from the gain if kept to the net gain: its name, what it takes, and its paint.
  private func steps(of form: MechanismFinding) -> [(name: String, amount: Double, paint: Paint)] {
    let cost = form.transactionCost
    let kinds: [(MechanismPhrase, Double)] = [
      (.search, cost.search), (.bargaining, cost.bargaining), (.monitoring, cost.monitoring),
      (.enforcement, cost.enforcement), (.agency, cost.agency),
    ]
    let risk = form.grossGain - cost.total - form.autonomyCost - form.netGain
    return [(name: voice.say(ChoicePhrase.fallRisk), amount: risk, paint: Paint.faint)]
      + kinds.filter { $0.1 != 0 }.map { (name: voice.say($0.0), amount: $0.1, paint: Paint.hatch) }
      + [(name: voice.say(ChoicePhrase.fallAutonomy), amount: form.autonomyCost, paint: Paint.dots)]
  }

  /// The waterfall of the recommended form.
  var fall: Figure? {
    guard let best = voice.recommendedForm, best.isFormed else { return nil }
    let names = (held: voice.say(ChoicePhrase.fallHeld), net: voice.say(ChoicePhrase.fallNet))
    var left = best.grossGain
    var bars = [
      BarChart.Bar(
        name: names.held, segments: [.init(from: 0, to: left, paint: .pale)], figure: voice.amount(left))
    ]
    var rows = [DataTable.Row(cells: [names.held, voice.amount(left), voice.amount(left)])]
    for step in steps(of: best) {
      let after = left - step.amount
      bars.append(
        .init(
          name: step.name, segments: [.init(from: after, to: left, paint: step.paint)],
          figure: voice.change(0 - step.amount)))
      rows.append(.init(cells: [step.name, voice.change(0 - step.amount), voice.amount(after)]))
      left = after
    }
    bars.append(
      .init(
        name: names.net, segments: [.init(from: 0, to: best.netGain, paint: .accent)],
        figure: voice.amount(best.netGain), isMarked: true))
    rows.append(.init(cells: [names.net, voice.amount(best.netGain), voice.amount(best.netGain)], isMarked: true))
    let chart = BarChart(bars: bars, format: voice.axisAmount)
    let form = Filling.text(voice.theForm(best.id))
    return Figure(
      id: "fall-chart",
      finding: voice.say(
        ChoicePhrase.fallFinding,
        [
          "form": form, "gross": .text(voice.money(best.grossGain)),
          "net": .text(voice.amountBeside(best.grossGain, best.netGain)),
        ]),
      description: voice.say(ChoicePhrase.fallDescription, unit), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      note: voice.say(SharePhrase.inUnits, unit),
      table: DataTable(
        caption: voice.say(ChoicePhrase.fallTable, unit.merging(["form": form]) { $1 }),
        columns: [
          .init(title: voice.say(ChoicePhrase.step), isNumber: false), .init(title: voice.say(ChoicePhrase.change)),
          .init(title: voice.say(ChoicePhrase.left)),
        ], rows: rows))
  }

  // MARK: What no form beats

  /// The front of the forms that come about; nothing where fewer than two do.
  var front: Figure? {
    let forms = mechanisms.ranking.filter(\.isFormed)
    guard forms.count > 1 else { return nil }
    let letters = FormMarks(voice.findings)
    let marks = forms.map { form in
      FrontChart.Mark(
        name: voice.form(form.id), letter: letters.letter(form.id), risk: form.risk, net: form.netGain,
        transaction: form.transactionCost.total, autonomy: form.autonomyCost,
        isOnFront: mechanisms.paretoFront.contains(form.id), isRecommended: form.id == mechanisms.recommended)
    }
    func axes(_ across: ChoicePhrase, _ up: ChoicePhrase, _ format: @escaping (Double) -> String) -> FrontChart.Axes {
      .init(
        across: voice.say(across), up: voice.say(up), acrossFormat: format, upFormat: voice.axisAmount)
    }
    let chart = FrontChart(
      marks: marks, outcome: axes(.risk, .net, voice.percent),
      burden: axes(.transaction, .autonomy, voice.axisAmount))
    let onFront = marks.filter(\.isOnFront)
    let keys = forms.map { form in
      voice.say(
        UncertaintyPhrase.formKey,
        ["letter": .text(letters.letter(form.id)), "form": .text(voice.form(form.id))])
    }
    let missing = mechanisms.ranking.count - forms.count
    let note = voice.say(ChoicePhrase.frontNote, unit)
    let heads: [ChoicePhrase] = [.net, .risk, .transaction, .autonomy]
    return Figure(
      id: "front-chart",
      finding: onFront.count == 1
        ? voice.say(ChoicePhrase.frontFindingOne, ["form": .text(voice.theForm(firstOnFront(among: forms)))])
          .capitalizedFirst
        : onFront.isEmpty
          ? voice.say(ChoicePhrase.frontFindingNone)
          : voice.say(ChoicePhrase.frontFinding, ["n": .count(onFront.count)]),
      description: voice.say(ChoicePhrase.frontDescription, unit), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        marks.contains(where: \.isRecommended)
          ? LegendEntry(swatch: .symbol(.diamond, .accent), text: voice.say(ChoicePhrase.recommended)) : nil,
        LegendEntry(swatch: .symbol(.disc, .ink), text: voice.say(ChoicePhrase.onFront)),
        LegendEntry(swatch: .symbol(.ring, .grey), text: voice.say(ChoicePhrase.offFront)),
      ].compactMap { $0 }, wideKeys: keys, narrowKeys: keys,
      note: missing == 0
        ? note : note + voice.joint + voice.say(ChoicePhrase.frontLeft, ["n": .count(missing)]),
      table: DataTable(
        caption: voice.say(ChoicePhrase.frontTable, unit),
        columns: [.init(title: voice.say(MechanismPhrase.form), isNumber: false)]
          + heads.map { .init(title: voice.say($0).capitalizedFirst) }
          + [.init(title: voice.say(MechanismPhrase.pareto), isNumber: false)],
        rows: zip(forms, marks).map { form, mark in
          .init(
            cells: [
              mark.name, voice.amount(mark.net), voice.percent(mark.risk), voice.amount(mark.transaction),
              voice.amount(mark.autonomy), voice.say(mark.isOnFront ? ListPhrase.yes : .no),
            ], isMarked: mark.isRecommended)
        }))
  }

  private func firstOnFront(among forms: [MechanismFinding]) -> String? {
    forms.first { mechanisms.paretoFront.contains($0.id) }?.id
  }
}

extension MechanismFinding {
  /// The chance that the parties find together, agree on a division, and keep to it.
  var holds: Double { coordination * division * defectionSafety }
  /// The chance that one of the three fails.
  var risk: Double { 1 - holds }
}
