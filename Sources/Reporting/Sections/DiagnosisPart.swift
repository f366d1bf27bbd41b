import Studies

/// What kind of trap the members are in, and how deep it is; every measure with its formula.
struct DiagnosisPart {
  let voice: Voice
  private var diagnosis: DiagnosisFindings { voice.findings.diagnosis }

  func write(to html: inout HTML) {
    VerdictPart(voice: voice).write(to: &html)
    figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    playerTable.write(to: &html)
    EquilibriaPart(voice: voice).write(to: &html)
    StandardPart(voice: voice).write(to: &html)
    InteractionPart(voice: voice).write(to: &html)
    LevelPart(voice: voice).write(to: &html)
    html.element("h3", text: voice.say(DiagnosisPhrase.numbers))
    writeMeasures(to: &html)
    MeasurePart(voice: voice).write(to: &html)
    if !untold.isEmpty { familyTable.writeFolded(to: &html) }
  }

  /// Every chart of the diagnosis.
  var figures: [Figure] {
    [figure] + [EquilibriaPart(voice: voice).figure].compactMap { $0 } + StandardPart(voice: voice).figures
      + [LevelPart(voice: voice).figure].compactMap { $0 }
  }

  /// Whether the joint cost falls to each player before any rule divides it.
  private var isDivided: Bool { diagnosis.losersWithoutTransfers != nil }

  var figure: Figure { isDivided ? costFigure : billFigure }

  private var costFigure: Figure {
    let rows = diagnosis.players.map { player in
      DumbbellChart.Row(
        name: voice.name(player.player), first: voice.counted(player.costAlone),
        second: voice.counted(player.costTogether), firstText: voice.amount(voice.counted(player.costAlone)),
        secondText: voice.amount(voice.counted(player.costTogether)))
    }
    let chart = DumbbellChart(
      rows: rows, firstHead: voice.say(DiagnosisPhrase.alone), secondHead: voice.say(DiagnosisPhrase.together),
      format: voice.axisAmount)
    let winners = diagnosis.players.filter { $0.costTogether < $0.costAlone }.map(\.player)
    let losers = diagnosis.players.filter { $0.costTogether > $0.costAlone }.map(\.player)
    let isShort = (1...3).contains(winners.count) && (1...3).contains(losers.count)
    let finding =
      winners.count == diagnosis.players.count
      ? voice.say(DiagnosisPhrase.costFindingSame)
      : isShort
        ? voice.say(
          DiagnosisPhrase.costFindingNamed,
          ["lower": .text(voice.list(voice.names(winners))), "higher": .text(voice.list(voice.names(losers)))])
        : voice.say(DiagnosisPhrase.costFinding, ["lower": .count(winners.count), "higher": .count(losers.count)])
    return Figure(
      id: "cost-chart", finding: finding,
      description: voice.say(DiagnosisPhrase.costDescription, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: [
        LegendEntry(swatch: .symbol(.ring, .ink), text: voice.say(DiagnosisPhrase.alone)),
        LegendEntry(swatch: .symbol(.disc, .accent), text: voice.say(DiagnosisPhrase.together)),
      ], note: voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]),
      table: DataTable(
        caption: voice.say(DiagnosisPhrase.costTable, ["unit": .text(voice.unitWithYear)]),
        columns: [
          .init(title: voice.say(DiagnosisPhrase.player), isNumber: false),
          .init(title: voice.say(DiagnosisPhrase.costAlone)), .init(title: voice.say(DiagnosisPhrase.costTogether)),
        ], rows: rows.map { .init(cells: [$0.name, $0.firstText, $0.secondText]) }))
  }

  private var billFigure: Figure {
    let total = (alone: voice.counted(diagnosis.costAlone), together: voice.counted(diagnosis.costTogether))
    let bars = [
      (DiagnosisPhrase.alone, total.alone, Paint.grey), (.together, total.together, .accent),
    ].map { name, cost, paint in
      BarChart.Bar(
        name: voice.say(name), segments: [.init(from: 0, to: cost, paint: paint)], figure: voice.amount(cost))
    }
    let chart = BarChart(bars: bars)
    return Figure(
      id: "cost-chart",
      finding: voice.say(
        DiagnosisPhrase.billFinding,
        ["alone": .text(voice.money(total.alone)), "together": .text(voice.money(total.together))]),
      description: voice.say(DiagnosisPhrase.billDescription, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth), legend: [],
      note: voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]),
      table: DataTable(
        caption: voice.say(DiagnosisPhrase.bill, ["unit": .text(voice.unitWithYear)]),
        columns: [
          .init(title: voice.say(DiagnosisPhrase.measure), isNumber: false),
          .init(title: voice.say(DiagnosisPhrase.value)),
        ],
        rows: [
          .init(cells: [voice.say(DiagnosisPhrase.costAlone), voice.amount(total.alone)]),
          .init(cells: [voice.say(DiagnosisPhrase.costTogether), voice.amount(total.together)]),
        ]))
  }

  var playerTable: DataTable {
    // Who builds a joint facility has nothing to choose but to take part: there is no action to show, nor a rider.
    let hasActions = isDivided || diagnosis.players.contains { $0.freeRidingIncentive > 0 }
    var heads: [DiagnosisPhrase] = hasActions ? [.actionAlone, .actionTogether, .costAlone] : [.costAlone]
    if isDivided { heads += [.costTogether, .difference] }
    if hasActions { heads.append(.temptation) }
    if diagnosis.transfers != nil { heads.append(.transfer) }
    let actionsAlone = Numeral.column(diagnosis.players.map(\.actionAlone))
    let actionsTogether = Numeral.column(diagnosis.players.map(\.actionTogether))
    return DataTable(
      caption: voice.say(DiagnosisPhrase.playerTable, ["unit": .text(voice.unitWithYear)]),
      columns: [.init(title: voice.say(DiagnosisPhrase.player), isNumber: false)]
        + heads.map { .init(title: voice.say($0)) },
      rows: diagnosis.players.enumerated().map { index, player in
        var cells = [voice.name(player.player)]
        if hasActions {
          cells += [actionsAlone[index], actionsTogether[index]]
        }
        cells.append(voice.amount(voice.counted(player.costAlone)))
        if isDivided {
          cells.append(voice.amount(voice.counted(player.costTogether)))
          cells.append(voice.change(voice.counted(player.costTogether - player.costAlone)))
        }
        if hasActions { cells.append(voice.amount(player.freeRidingIncentive)) }
        if let transfers = diagnosis.transfers {
          cells.append(voice.findings.players.firstIndex(of: player.player).map { voice.change(transfers[$0]) } ?? "")
        }
        return .init(cells: cells)
      }, note: hasActions ? actionNote.map { voice.say($0) } : nil)
  }

  /// What the action of a member is; a market game is known by its figures.
  private var actionNote: DiagnosisPhrase? {
    switch voice.findings.problem.family {
    case "spillover": return .actionSpillover
    case "commonStandard": return .actionStandard
    case "competition":
      let figures = Set(voice.findings.inputs.compactMap { $0.name.split(separator: ".").last.map(String.init) })
      let ofMarkets = [InputWord.reward, .temptation, .punishment, .sucker].map(\.rawValue)
      return figures.isSuperset(of: ofMarkets) ? .actionMarket : .actionCompetition
    case "normalForm": return .actionTable
    default: return nil
    }
  }

  private func writeMeasures(to html: inout HTML) {
    html.element("dl", ["class": "measures"]) { html in
      for measure in measures {
        html.element("div") { html in
          html.element("dt", text: measure.name)
          html.element("dd", ["class": "value"], text: measure.value)
          if let given = measure.given { html.element("dd", ["class": "formula"], text: given) }
          if let formula = measure.formula {
            html.element("dd", ["class": "formula"]) { formula.write(to: &$0, counting: voice.counting) }
          }
        }
      }
    }
  }

  private struct Measure {
    let name: String
    let value: String
    var formula: Formula?
    /// The formula as the finding gives it, where it does.
    var given: String?

    init(name: String, value: String, formula: Formula? = nil, given: String? = nil) {
      self.name = name
      self.value = value
      self.formula = formula
      self.given = given
    }
  }

  /// Measures of the region that stand in the list of the trap's figures; the others are in the table below it.
  private static let listed: [MeasureName] = [
    .priceOfAnarchy, .priceOfStability, .basinOfBest, .coordinationRisk, .pooledDiscountFactor,
  ]

  private var listedMeasures: [Measure] {
    Self.listed.compactMap { name in
      guard
        let finding = diagnosis.measures.first(where: { $0.measure == name.rawValue && $0.players == nil }),
        finding.value != nil
      else { return nil }
      return Measure(
        name: voice.say(name), value: voice.measured(finding.value, as: finding.measure),
        given: voice.say(
          MeasurePhrase.given,
          ["formula": .text(voice.formula(of: finding)), "source": .text(voice.source(finding.source))]
        ))
    }
  }

  private var measures: [Measure] {
    let risk: DiagnosisPhrase =
      switch diagnosis.mainRisk {
      case .coordination: .riskCoordination
      case .division: .riskDivision
      case .defection: .riskDefection
      case .none: .riskNone
      }
    var measures = [Measure(name: voice.say(DiagnosisPhrase.gap), value: voice.money(diagnosis.gap), formula: .gap)]
    let listed = listedMeasures
    if let anarchy = diagnosis.priceOfAnarchy,
      !listed.contains(where: { $0.name == voice.say(MeasureName.priceOfAnarchy) })
    {
      measures.append(
        Measure(name: voice.say(DiagnosisPhrase.anarchy), value: Numeral.significant(anarchy), formula: .anarchy))
    }
    measures += listed
    measures.append(Measure(name: voice.say(DiagnosisPhrase.mainRisk), value: voice.say(risk)))
    if let losers = diagnosis.losersWithoutTransfers {
      let who = losers.isEmpty ? voice.say(ListPhrase.none) : voice.list(voice.names(losers))
      measures.append(Measure(name: voice.say(DiagnosisPhrase.losers), value: who, formula: .loser))
    }
    let tempted = diagnosis.players.map(\.freeRidingIncentive).max() ?? 0
    measures.append(
      Measure(
        name: voice.say(DiagnosisPhrase.temptation),
        value: tempted > 0 ? voice.money(tempted) : voice.say(ListPhrase.none),
        formula: temptationFormula))
    measures.append(
      Measure(
        name: voice.say(DiagnosisPhrase.core),
        value: voice.say(diagnosis.isCoreEmpty ? DiagnosisPhrase.coreEmpty : .coreFilled), formula: .core))
    let least =
      diagnosis.leastCore < 0 && !voice.isNegligible(diagnosis.leastCore)
      ? voice.say(DiagnosisPhrase.leastCoreSaving, ["x": .text(voice.money(-diagnosis.leastCore))])
      : diagnosis.leastCore <= 0 ? voice.say(DiagnosisPhrase.nothingNeeded) : voice.money(diagnosis.leastCore)
    measures.append(Measure(name: voice.say(DiagnosisPhrase.leastCore), value: least, formula: .leastCore))
    for (name, group) in [
      (DiagnosisPhrase.stableWithout, diagnosis.stableWithoutTransfers),
      (DiagnosisPhrase.stableWith, diagnosis.stableWithTransfers),
    ] {
      guard let group else { continue }
      let value = group.isEmpty ? voice.say(DiagnosisPhrase.nobody) : voice.members(group)
      measures.append(
        Measure(
          name: voice.say(name), value: value, formula: name == .stableWithout ? .stability : .potentialStability))
    }
    // A table of coalition costs names no actions of which there could be several equilibria.
    if isDivided {
      let equilibria = diagnosis.equilibria?.count ?? 0
      measures.append(
        Measure(
          name: voice.say(DiagnosisPhrase.uniqueness),
          value: diagnosis.isEquilibriumUnique
            ? voice.say(DiagnosisPhrase.isUnique)
            : equilibria > 1
              ? voice.say(DiagnosisPhrase.oneOfSeveral, ["n": .count(equilibria)])
              : voice.say(DiagnosisPhrase.isNotUnique)))
    }
    return measures
  }

  private var temptationFormula: Formula {
    guard isDivided else { return .facilityTemptation }
    return voice.findings.problem.family == "spillover" ? .temptation : .deviation
  }

  /// The family's own numbers that no measure tells.
  private var untold: [NamedNumber] {
    diagnosis.familyNumbers.filter { number in
      !diagnosis.measures.contains { $0.measure == number.name && $0.players == nil && $0.value != nil }
    }
  }

  private var familyTable: DataTable {
    DataTable(
      caption: voice.say(DiagnosisPhrase.numbers),
      columns: [
        .init(title: voice.say(DiagnosisPhrase.measure), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.value)),
      ],
      rows: untold.map {
        .init(cells: [voice.word(FigureName.self, $0.name), Numeral.significant($0.value, digits: 4)])
      })
  }
}

extension Voice {
  /// An amount with its sign, as a change.
  func change(_ value: Double) -> String {
    let text = amount(value)
    return value > 0 && text.first != "<" && text.contains(where: { $0.isNumber && $0 != "0" }) ? "+" + text : text
  }
}
