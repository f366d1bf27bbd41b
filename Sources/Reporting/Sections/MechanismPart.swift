import Studies

/// The forms of cooperation side by side, and why one of them fits best.
struct MechanismPart {
  let voice: Voice
  private var mechanisms: MechanismFindings { voice.findings.mechanisms }

  func write(to html: inout HTML) {
    writeReasons(to: &html)
    for figure in figures { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    if !mechanisms.ranking.isEmpty {
      OpenedNumbers(voice: voice).write(to: &html)
      costTable.writeFolded(to: &html)
      detailTable.writeFolded(to: &html)
    }
    AgreementPart(voice: voice).write(to: &html)
    if let best = voice.recommendedForm { playerTable(best).writeFolded(to: &html) }
    if let levers { levers.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    if !mechanisms.conditions.isEmpty { conditionTable.withoutEmptyColumns.writeFolded(to: &html) }
  }

  var figures: [Figure] {
    guard !mechanisms.ranking.isEmpty else { return [] }
    let choice = ChoicePart(voice: voice)
    return [gains, choice.fall, choice.front, chances].compactMap { $0 }
  }

  private func writeReasons(to html: inout HTML) {
    guard !mechanisms.reasons.isEmpty else { return }
    html.element("h3", text: voice.say(MechanismPhrase.reasons))
    let isAspect = Set([ReasonPhrase.runnerUpLosesOn, .runnerUpGainsOn].map(\.rawValue))
    let others = mechanisms.reasons.filter { !isAspect.contains($0.code) }
    html.element("ul") { html in
      for reason in others.prefix(1) { html.element("li", text: sentence(reason)) }
      for next in ChoicePart(voice: voice).nextBest { html.element("li", text: next) }
    }
    guard others.count > 1 else { return }
    html.element("details", ["class": "table list"]) { html in
      html.element("summary", text: voice.say(MechanismPhrase.setAside))
      html.element("ul") { html in
        for reason in others.dropFirst() { html.element("li", text: sentence(reason)) }
      }
    }
  }

  /// A reason as a sentence; a code the catalogue does not know, or one that lacks what its words speak of, is
  /// shown as it is.
  func sentence(_ reason: ReasonFinding) -> String {
    let end = voice.say(ListPhrase.sentenceEnd).trimmed
    let subjects = reason.subjects.map(subject)
    var fillings: [String: Filling] = [:]
    for (place, subject) in zip(["a", "b"], subjects) { fillings[place] = .text(subject) }
    if let figure = reason.figures.first { fillings["amount"] = .text(voice.money(figure.value)) }
    if reason.code == ReasonPhrase.highestNet.rawValue, subjects.count == 2,
      let figure = reason.figures.first, voice.isNegligible(figure.value)
    {
      return voice.say(MechanismPhrase.equalNet, fillings).capitalizedFirst + end
    }
    guard let phrase = ReasonPhrase(rawValue: reason.code),
      Template(voice.text(of: phrase)).places.allSatisfy({ fillings[$0] != nil })
    else {
      let code = Voice.tidy(reason.code)
      let figures = reason.figures.map {
        voice.say(
          ListPhrase.figure,
          ["name": .text(Voice.tidy($0.name)), "value": .text(Numeral.significant($0.value, digits: 4))])
      }
      let said = subjects + figures
      return (said.isEmpty ? code : code + voice.say(ListPhrase.colon) + voice.list(said)) + end
    }
    return voice.say(phrase, fillings).capitalizedFirst + end
  }

  private func subject(_ code: String) -> String {
    if mechanisms.ranking.contains(where: { $0.id == code }) { return voice.theForm(code) }
    if AspectName(rawValue: code) != nil { return voice.word(AspectName.self, code) }
    return voice.name(code)
  }

  private func label(_ form: MechanismFinding) -> String {
    let name = voice.form(form.id)
    guard form.id == mechanisms.recommended else { return name }
    return voice.say(MechanismPhrase.recommendedMark, ["form": .text(name)])
  }

  /// What risk takes: whatever is missing from the gain once both costs and the net gain are counted.
  static func riskLoss(_ form: MechanismFinding) -> Double {
    max(0, form.grossGain - form.transactionCost.total - form.autonomyCost - form.netGain)
  }

  private var gains: Figure {
    let chart = BarChart(
      bars: mechanisms.ranking.map { form in
        let isBest = form.id == mechanisms.recommended
        let afterAutonomy = form.netGain + form.autonomyCost
        let afterCost = afterAutonomy + form.transactionCost.total
        var segments: [BarChart.Segment] = []
        guard form.isFormed else {
          return .init(name: label(form), segments: [], figure: voice.say(MechanismPhrase.notFormed))
        }
        if form.netGain > 0 { segments.append(.init(from: 0, to: form.netGain, paint: isBest ? .accent : .grey)) }
        segments += [
          .init(from: form.netGain, to: afterAutonomy, paint: .dots),
          .init(from: afterAutonomy, to: afterCost, paint: .hatch),
          .init(from: afterCost, to: afterCost + Self.riskLoss(form), paint: .faint),
        ]
        return .init(
          name: label(form), segments: segments, figure: voice.amount(form.netGain), isMarked: isBest)
      }, format: voice.axisAmount)
    let finding =
      voice.recommendedForm.map { best in
        voice.say(
          MechanismPhrase.gainFinding,
          [
            "form": .text(voice.form(best.id)), "net": .text(voice.amountBeside(best.grossGain, best.netGain)),
            "gross": .text(voice.money(best.grossGain)),
          ])
      } ?? voice.say(MechanismPhrase.gainFindingNone)
    return Figure(
      id: "form-chart", finding: finding,
      description: voice.say(MechanismPhrase.gainDescription, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .bar(.grey), text: voice.say(MechanismPhrase.net)),
        LegendEntry(swatch: .bar(.dots), text: voice.say(MechanismPhrase.autonomy)),
        LegendEntry(swatch: .bar(.hatch), text: voice.say(MechanismPhrase.transaction)),
        LegendEntry(swatch: .bar(.faint), text: voice.say(MechanismPhrase.risk)),
      ], note: voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]), table: gainTable)
  }

  private var gainTable: DataTable {
    DataTable(
      caption: voice.say(MechanismPhrase.gainTable, ["unit": .text(voice.unitWithYear)]),
      columns: [.init(title: voice.say(MechanismPhrase.form), isNumber: false)]
        + [MechanismPhrase.gross, .riskLoss, .transaction, .autonomyHead, .netGain].map {
          .init(title: voice.say($0).capitalizedFirst)
        },
      rows: mechanisms.ranking.map { form in
        .init(
          cells: [
            label(form), voice.amount(form.grossGain), voice.amount(Self.riskLoss(form)),
            voice.amount(form.transactionCost.total), voice.amount(form.autonomyCost),
            form.isFormed ? voice.amount(form.netGain) : voice.say(MechanismPhrase.notFormed),
          ], isMarked: form.id == mechanisms.recommended)
      })
  }

  private var chances: Figure {
    let heads: [MechanismPhrase] = [.coordination, .division, .defection, .holds]
    let values = mechanisms.ranking.map {
      [$0.coordination, $0.division, $0.defectionSafety, $0.coordination * $0.division * $0.defectionSafety]
    }
    let texts = values.map { $0.map { String(voice.percent($0).dropLast()) } }
    let heat = Heatmap(
      rowNames: mechanisms.ranking.map(label), columnHeads: heads.map { voice.say($0) }, values: values, texts: texts,
      darkest: 1, numbersRows: false,
      markedRow: mechanisms.ranking.firstIndex { $0.id == mechanisms.recommended })
    let index = mechanisms.ranking.firstIndex { $0.id == mechanisms.recommended } ?? 0
    let form = mechanisms.ranking[index]
    let weakest = (0..<3).min { (values[index][$0], $0) < (values[index][$1], $1) } ?? 0
    let weak = voice.say([DiagnosisPhrase.riskCoordination, .riskDivision, .riskDefection][weakest])
    return Figure(
      id: "chance-chart",
      finding: voice.say(
        MechanismPhrase.chanceFinding,
        [
          "form": .text(voice.form(form.id)), "chance": .text(voice.percentInWords(values[index][3])),
          "weak": .text(weak),
        ]),
      description: voice.say(MechanismPhrase.chanceDescription), wide: heat.drawing(width: Figure.wideWidth),
      narrow: heat.drawing(width: Figure.narrowWidth), legend: [], note: voice.say(MechanismPhrase.chanceNote),
      table: DataTable(
        caption: voice.say(MechanismPhrase.chanceTable),
        columns: [.init(title: voice.say(MechanismPhrase.form), isNumber: false)]
          + heads.map { .init(title: voice.say($0)) },
        rows: zip(mechanisms.ranking, texts).map { form, texts in
          .init(cells: [label(form)] + texts, isMarked: form.id == mechanisms.recommended)
        }, note: voice.say(MechanismPhrase.chanceNote)))
  }

  private var costTable: DataTable {
    DataTable(
      caption: voice.say(MechanismPhrase.costTable, ["unit": .text(voice.unitWithYear)]),
      columns: [.init(title: voice.say(MechanismPhrase.form), isNumber: false)]
        + [MechanismPhrase.search, .bargaining, .monitoring, .enforcement, .agency, .total, .links].map {
          .init(title: voice.say($0))
        },
      rows: mechanisms.ranking.map { form in
        let cost = form.transactionCost
        return .init(
          cells: [
            label(form), voice.amount(cost.search), voice.amount(cost.bargaining), voice.amount(cost.monitoring),
            voice.amount(cost.enforcement), voice.amount(cost.agency), voice.amount(cost.total),
            Numeral.significant(cost.links),
          ], isMarked: form.id == mechanisms.recommended)
      })
  }

  private var detailTable: DataTable {
    let all = Set(voice.findings.players)
    return DataTable(
      caption: voice.say(MechanismPhrase.detailTable),
      columns: [MechanismPhrase.form, .scope, .authority, .members, .everyGains, .pareto].map {
        .init(title: voice.say($0), isNumber: false)
      },
      rows: mechanisms.ranking.map { form in
        .init(
          cells: [
            label(form), voice.word(ScopeName.self, form.scope), voice.word(AuthorityName.self, form.authority),
            Set(form.members) == all ? voice.say(MechanismPhrase.all) : voice.list(voice.names(form.members)),
            voice.say(form.everyMemberGains ? ListPhrase.yes : .no),
            voice.say(mechanisms.paretoFront.contains(form.id) ? ListPhrase.yes : .no),
          ], isMarked: form.id == mechanisms.recommended)
      })
  }

  private func playerTable(_ form: MechanismFinding) -> DataTable {
    DataTable(
      caption: voice.say(
        MechanismPhrase.playerTable, ["form": .text(voice.form(form.id)), "unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(MechanismPhrase.player), isNumber: false),
        .init(title: voice.say(MechanismPhrase.netGain)), .init(title: voice.say(MechanismPhrase.transfer)),
      ],
      rows: voice.findings.players.indices.map { index in
        .init(cells: [
          voice.name(voice.findings.players[index]), voice.amount(form.netGainByPlayer[index]),
          voice.change(form.transfers[index]),
        ])
      })
  }

  var levers: Figure? {
    let levers = mechanisms.levers
    guard let strongest = levers.max(by: { $0.netGain - $0.netGainBefore < $1.netGain - $1.netGainBefore }) else {
      return nil
    }
    let chart = DumbbellChart(
      rows: levers.map {
        .init(
          name: voice.word(LeverName.self, $0.name), first: $0.netGainBefore, second: $0.netGain,
          firstText: voice.amount($0.netGainBefore), secondText: voice.amount($0.netGain))
      }, firstHead: voice.say(MechanismPhrase.before), secondHead: voice.say(MechanismPhrase.after), holdsZero: false,
      format: voice.amount)
    let difference = strongest.netGain - strongest.netGainBefore
    let caption = voice.say(MechanismPhrase.leverHead, ["unit": .text(voice.unitWithYear)])
    return Figure(
      id: "lever-chart",
      finding: difference > 0 && !voice.isNegligible(difference)
        ? voice.say(
          MechanismPhrase.leverFinding,
          [
            "lever": .text(voice.word(LeverName.self, strongest.name)),
            "change": .text("+" + voice.money(difference)),
          ]) : voice.say(MechanismPhrase.leverNone),
      description: caption, wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .symbol(.ring, .ink), text: voice.say(MechanismPhrase.before)),
        LegendEntry(swatch: .symbol(.disc, .accent), text: voice.say(MechanismPhrase.after)),
      ], note: caption + voice.say(ListPhrase.sentenceEnd).trimmed,
      table: DataTable(
        caption: voice.say(MechanismPhrase.levers),
        columns: [
          .init(title: voice.say(MechanismPhrase.lever), isNumber: false),
          .init(title: voice.say(MechanismPhrase.from)), .init(title: voice.say(MechanismPhrase.to)),
          .init(title: voice.say(MechanismPhrase.best), isNumber: false),
          .init(title: voice.say(MechanismPhrase.netBefore)), .init(title: voice.say(MechanismPhrase.netAfter)),
          .init(title: voice.say(MechanismPhrase.change)),
        ],
        rows: levers.map {
          .init(cells: [
            voice.word(LeverName.self, $0.name), Numeral.significant($0.from), Numeral.significant($0.to),
            voice.form($0.recommended), voice.amount($0.netGainBefore), voice.amount($0.netGain),
            voice.change($0.netGain - $0.netGainBefore),
          ])
        }))
  }

  private var conditionTable: DataTable {
    DataTable(
      caption: voice.say(MechanismPhrase.conditions),
      columns: [
        .init(title: voice.say(MechanismPhrase.condition), isNumber: false),
        .init(title: voice.say(MechanismPhrase.value)),
        .init(title: voice.say(MechanismPhrase.origin), isNumber: false),
        .init(title: voice.say(MechanismPhrase.status), isNumber: false),
        .init(title: voice.say(GroundPhrase.source), isNumber: false),
      ],
      rows: mechanisms.conditions.map {
        .init(cells: [
          voice.word(ConditionName.self, $0.name), Numeral.significant($0.value),
          voice.say($0.isDefault ? MechanismPhrase.byDefault : .fromCase), voice.word(StatusName.self, $0.status),
          Voice.tidy($0.source ?? ""),
        ])
      })
  }
}

extension String {
  /// With a capital first letter, where the script has capitals.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
