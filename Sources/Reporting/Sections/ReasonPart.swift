import Studies

/// Why each member pays what it pays: what rules keep to, who bears an overrun, which way out each has.
struct ReasonPart {
  let voice: Voice
  private var sharing: SharingFindings { voice.findings.sharing }

  func write(to html: inout HTML) {
    if let curve { curve.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    if let properties { properties.write(to: &html) }
    if let failures { failures.writeFolded(to: &html) }
    if let reasons { reasons.writeFolded(to: &html) }
  }

  // MARK: A joint cost that overruns

  /// The curve from what all pay or get together now to where acting as one gains nothing any more: costs rise on the
  /// way, gains fall.
  private var course: JointCostCurveFinding? {
    guard var curve = sharing.jointCostCurve, voice.counting == .gain else { return sharing.jointCostCurve }
    curve.jointCosts.reverse()
    for index in curve.rules.indices { curve.rules[index].shares.reverse() }
    return curve
  }

  var curve: Figure? {
    guard let curve = course, let first = curve.rules.first, let low = curve.jointCosts.first,
      let high = curve.jointCosts.last, high != low, first.shares.count == curve.jointCosts.count
    else { return nil }
    let rules = Array(curve.rules.prefix(2))
    func change(_ rule: RuleCurveFinding, _ player: Int, at index: Int) -> Double? {
      guard let from = rule.shares.first ?? nil, let shares = rule.shares[index] else { return nil }
      return shares[player] - from[player]
    }
    func end(_ rule: RuleCurveFinding, _ player: Int) -> String {
      change(rule, player, at: curve.jointCosts.count - 1).map(signed) ?? ""
    }
    let panels = voice.findings.players.indices.map { player in
      CurveChart.Panel(
        name: voice.playerNames[player],
        series: rules.map { rule in curve.jointCosts.indices.map { change(rule, player, at: $0) } },
        rightText: end(first, player), leftText: rules.count > 1 ? end(rules[1], player) : "")
    }
    let chart = CurveChart(panels: panels)
    let ends: [String: Filling] = ["low": .text(voice.amountBeside(high, low)), "high": .text(voice.money(high))]
    let names = rules.map { voice.rule($0.rule) }
    let falling = first.falls.keys.sorted { (first.falls[$1] ?? 0, $0) < (first.falls[$0] ?? 0, $1) }
    let theFirst = sharing.rules.first { $0.rule == first.rule }.map(voice.theRule) ?? names[0]
    let finding =
      falling.isEmpty
      ? voice.say(ShareReasonPhrase.curveNobody, ["rule": .text(theFirst)])
      : voice.say(
        ShareReasonPhrase.curveFalls, ["rule": .text(theFirst), "who": .text(voice.shortList(voice.names(falling)))])
    return Figure(
      id: "overrun-chart", finding: finding,
      description: voice.say(
        ShareReasonPhrase.curveDescription, ends.merging(["rules": .text(voice.list(names))]) { $1 }),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth),
      legend: names.enumerated().map { index, name in
        LegendEntry(
          swatch: .line(index == 0 ? .accent : .grey, width: index == 0 ? 2.2 : 1.5, dash: index == 0 ? [] : [4, 3]),
          text: name)
      },
      note: voice.say(
        ShareReasonPhrase.curveNote,
        ends.merging(["rule": .text(names[0]), "other": .text(names.count > 1 ? names[1] : "–")]) { $1 }),
      table: table(of: curve, rules: rules, low: low, high: high))
  }

  private func signed(_ change: Double) -> String { (change > 0 ? "+" : "") + voice.amount(change) }

  private func table(
    of curve: JointCostCurveFinding, rules: [RuleCurveFinding], low: Double, high: Double
  ) -> DataTable {
    var columns: [DataTable.Column] = [.init(title: voice.say(ShareReasonPhrase.member), isNumber: false)]
    for rule in rules {
      for cost in [low, high] {
        columns.append(
          .init(
            title: voice.say(
              ShareReasonPhrase.atCost, ["rule": .text(voice.rule(rule.rule)), "cost": .text(voice.amount(cost))])))
      }
      columns.append(.init(title: voice.say(ShareReasonPhrase.changeBy)))
      if !rule.falls.isEmpty { columns.append(.init(title: voice.say(ShareReasonPhrase.fallsBy))) }
    }
    let rows = voice.findings.players.indices.map { player in
      var cells = [voice.playerNames[player]]
      for rule in rules {
        let ends = [rule.shares.first ?? nil, rule.shares.last ?? nil].map { $0?[player] }
        cells += ends.map { $0.map(voice.amount) ?? "–" }
        cells.append(ends[0].flatMap { from in ends[1].map { signed($0 - from) } } ?? "–")
        if !rule.falls.isEmpty { cells.append(rule.falls[voice.findings.players[player]].map(voice.amount) ?? "–") }
      }
      return DataTable.Row(cells: cells)
    }
    return DataTable(
      caption: voice.say(ShareReasonPhrase.curveTable, ["unit": .text(voice.unitWithYear)]), columns: columns,
      rows: rows)
  }

  // MARK: What rules keep to

  /// The rules with an answer; of the nucleolus and the prenucleolus the first that has one, since where both have they
  /// are most often one.
  private var answered: [RulePropertiesFinding] {
    let rules = (sharing.properties ?? []).filter { !$0.properties.isEmpty }
    let hasNucleolus = rules.contains { $0.rule == "nucleolus" }
    return rules.filter { $0.rule != "prenucleolus" || !hasNucleolus }
  }

  /// One row a property, with the rules that keep to it and those that do not: as wide with twenty rules as with two.
  var properties: DataTable? {
    guard let first = answered.first else { return nil }
    func failing(at index: Int) -> Int {
      answered.count { $0.properties.indices.contains(index) && $0.properties[index].verdict == .fails }
    }
    func rules(_ verdict: PropertyFinding.Verdict, at index: Int) -> String {
      let found = answered.filter { $0.properties.indices.contains(index) && $0.properties[index].verdict == verdict }
      guard !found.isEmpty else { return voice.say(ShareReasonPhrase.nothingAsked) }
      guard found.count < answered.count || found.count == 1 else { return voice.say(ShareReasonPhrase.everyRule) }
      let isRest = verdict == .holds && found.count > 3 && found.count + failing(at: index) == answered.count
      guard !isRest else { return voice.say(ShareReasonPhrase.allOthers) }
      return voice.list(found.map { voice.rule($0.rule) })
    }
    return DataTable(
      caption: voice.say(ShareReasonPhrase.propertyTitle),
      columns: [ShareReasonPhrase.property, .yes, .no].map { .init(title: voice.say($0), isNumber: false) },
      rows: first.properties.indices.map { index in
        .init(cells: [
          voice.word(PropertyName.self, first.properties[index].property), rules(.holds, at: index),
          rules(.fails, at: index),
        ])
      }, note: voice.say(ShareReasonPhrase.propertyNote))
  }

  /// Who shows that a property fails.
  var failures: DataTable? {
    let rows = answered.flatMap { row in
      row.properties.filter { $0.verdict == .fails }.map { cell in
        DataTable.Row(cells: [
          voice.rule(row.rule), voice.word(PropertyName.self, cell.property),
          voice.list(voice.names(cell.witnesses ?? [])), cell.amount.map(voice.amount) ?? "–",
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(ShareReasonPhrase.failTitle, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(SharePhrase.rule), isNumber: false),
        .init(title: voice.say(ShareReasonPhrase.property), isNumber: false),
        .init(title: voice.say(ShareReasonPhrase.who), isNumber: false),
        .init(title: voice.say(ShareReasonPhrase.missedBy)),
      ], rows: rows)
  }

  // MARK: Why

  var reasons: DataTable? {
    guard let explanation = sharing.explanation else { return nil }
    return DataTable(
      caption: voice.say(
        ShareReasonPhrase.reasonTitle, ["rule": .text(voice.rule(explanation.rule)), "unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(ShareReasonPhrase.member), isNumber: false),
        .init(title: voice.say(ShareReasonPhrase.share)),
        .init(title: voice.say(ShareReasonPhrase.alone)), .init(title: voice.say(ShareReasonPhrase.addedLast)),
        .init(title: voice.say(ShareReasonPhrase.addedOnAverage)),
        .init(title: voice.say(ShareReasonPhrase.closest), isNumber: false),
        .init(title: voice.say(ShareReasonPhrase.savesByStaying)),
        .init(title: voice.say(ShareReasonPhrase.othersPayMore)),
      ],
      rows: explanation.players.map { player in
        .init(cells: [
          voice.name(player.player), voice.amount(player.share), voice.amount(player.alone),
          voice.amount(player.addedLast), voice.amount(player.addedOnAverage),
          player.bestAlternative.map { voice.list(voice.names($0.members)) } ?? "–",
          player.bestAlternative.map { voice.amount($0.gainsByStaying) } ?? "–",
          player.ifItLeaves.map { voice.amount(voice.counted($0.othersAfter - $0.othersBefore)) } ?? "–",
        ])
      }, note: voice.say(ShareReasonPhrase.reasonNote))
  }
}
