import Studies

/// Who pays what under every rule, and who would leave.
struct SharingPart {
  let voice: Voice
  private var sharing: SharingFindings { voice.findings.sharing }

  func write(to html: inout HTML) {
    html.element("p", text: lead)
    if let figure { figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind)) }
    if let violations {
      violations.write(to: &html)
    } else if !sharing.rules.isEmpty {
      html.element("p", text: voice.say(SharePhrase.noViolations))
    }
    if let certificate { html.element("p", text: certificate) }
    ReasonPart(voice: voice).write(to: &html)
    if let exact { exact.writeFolded(to: &html) }
    if let unanswered { unanswered.writeFolded(to: &html) }
  }

  private var lead: String {
    var sentences = [voice.say(SharePhrase.jointCost, ["cost": .text(voice.money(sharing.jointCost))])]
    sentences.append(
      voice.say(SharePhrase.convention, ["x": .text(voice.word(ConventionName.self, sharing.convention))]))
    if let proposed = sharing.proposed {
      sentences.append(voice.say(SharePhrase.proposed, ["rule": .text(voice.rule(proposed))]))
    }
    if let amount = sharing.widestDisagreement, let player = sharing.widestDisagreementPlayer {
      sentences.append(
        voice.say(
          SharePhrase.disagreement, ["who": .text(voice.name(player)), "amount": .text(voice.money(amount))]))
    }
    return sentences.joined(separator: voice.language == .english ? " " : "")
  }

  private var answered: [RuleFinding] { sharing.rules.filter { $0.shares != nil } }

  var figure: Figure? {
    let rules = answered
    guard !rules.isEmpty else { return nil }
    let proposed = rules.firstIndex { $0.rule == sharing.proposed }
    // As parts of the cost alone where everyone has one to compare with; else as amounts.
    let areParts = sharing.standAlone.allSatisfy { $0 > 0 }
    func place(_ value: Double, _ index: Int) -> Double { areParts ? value / sharing.standAlone[index] : value }
    let rows = voice.findings.players.indices.map { index in
      ShareChart.Row(
        name: voice.name(voice.findings.players[index]),
        places: rules.map { rule in rule.shares.map { place($0[index], index) } },
        standAlone: place(sharing.standAlone[index], index),
        core: sharing.coreInterval.map { (place($0[index][0], index), place($0[index][1], index)) },
        figure: proposed.flatMap { rules[$0].shares?[index] }.map(voice.amount) ?? "",
        standAloneText: voice.amount(sharing.standAlone[index]))
    }
    let chart = ShareChart(
      rows: rows, proposed: proposed,
      figureHead: sharing.proposed.map { TextWidth.fitted(voice.rule($0), size: 11, within: 110) } ?? "",
      standAloneHead: voice.say(DiagnosisPhrase.alone),
      format: { areParts ? voice.percent($0) : voice.axisAmount($0) })
    var notes = areParts ? [voice.say(SharePhrase.asPart)] : []
    if rules.contains(where: { !$0.violations.isEmpty }) { notes.append(voice.say(SharePhrase.note)) }
    if chart.hasOutliers { notes.append(voice.say(SharePhrase.outliers)) }
    notes.append(voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]))
    var legend = rules.indices.map { index in
      LegendEntry(
        swatch: .symbol(ShareChart.symbol(index), index == proposed ? .accent : .grey),
        text: legendText(rules[index], isProposed: index == proposed))
    }
    legend.append(
      LegendEntry(swatch: .line(.ink, width: 2.5, dash: []), text: voice.say(SharePhrase.standAlone)))
    if sharing.coreInterval != nil {
      legend.append(LegendEntry(swatch: .bar(.shade(0.16)), text: voice.say(SharePhrase.coreBand)))
    }
    return Figure(
      id: "share-chart", finding: finding,
      description: voice.say(SharePhrase.description, ["unit": .text(voice.unitWithYear)]),
      wide: chart.drawing(width: Figure.wideWidth), narrow: chart.drawing(width: Figure.narrowWidth), legend: legend,
      note: notes.joined(separator: voice.language == .english ? " " : ""),
      table: table)
  }

  private func legendText(_ rule: RuleFinding, isProposed: Bool) -> String {
    let name = voice.rule(rule)
    let marked = isProposed ? voice.say(SharePhrase.proposedMark, ["rule": .text(name)]) : name
    guard !rule.violations.isEmpty else { return marked }
    return voice.say(
      SharePhrase.wouldLeave, ["rule": .text(marked), "count": .count(rule.violationCount)])
  }

  private var finding: String {
    let all = sharing.rules.count { $0.shares != nil }
    let broken = sharing.rules.count { !$0.violations.isEmpty }
    guard broken > 0 else { return voice.say(SharePhrase.findingNone, ["all": .count(all)]) }
    if let proposed = sharing.proposed, let rule = sharing.rules.first(where: { $0.rule == proposed }),
      rule.violations.isEmpty
    {
      return voice.say(
        SharePhrase.finding,
        ["broken": .count(broken), "all": .text(Numeral.whole(all)), "rule": .text(voice.theRule(rule))])
    }
    return voice.say(SharePhrase.findingEmpty, ["broken": .count(broken), "all": .text(Numeral.whole(all))])
  }

  private var table: DataTable {
    let rules = sharing.rules
    var columns: [DataTable.Column] = [
      .init(title: voice.say(SharePhrase.player), isNumber: false), .init(title: voice.say(SharePhrase.aloneHead)),
    ]
    columns += rules.map { .init(title: voice.rule($0) + ($0.violations.isEmpty ? "" : " †")) }
    if sharing.coreInterval != nil {
      columns += [.init(title: voice.say(SharePhrase.coreLow)), .init(title: voice.say(SharePhrase.coreHigh))]
    }
    return DataTable(
      caption: voice.say(SharePhrase.tableTitle, ["unit": .text(voice.unitWithYear)]), columns: columns,
      rows: voice.findings.players.indices.map { index in
        var cells = [voice.name(voice.findings.players[index]), voice.amount(sharing.standAlone[index])]
        cells += rules.map { $0.shares.map { voice.amount($0[index]) } ?? voice.say(SharePhrase.notAnswered) }
        if let core = sharing.coreInterval { cells += core[index].map(voice.amount) }
        return .init(cells: cells)
      }, note: rules.contains { !$0.violations.isEmpty } ? voice.say(SharePhrase.note) : nil)
  }

  private var violations: DataTable? {
    // At most five groups a rule: the rest are in the tables beside this page.
    let rows = sharing.rules.flatMap { rule in
      rule.violations.prefix(5).map { violation in
        DataTable.Row(cells: [
          voice.rule(rule), voice.list(voice.names(violation.members)), voice.amount(violation.pays),
          voice.amount(violation.alone), voice.amount(violation.excess),
        ])
      }
    }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(SharePhrase.violationTitle, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(SharePhrase.rule), isNumber: false),
        .init(title: voice.say(SharePhrase.members), isNumber: false), .init(title: voice.say(SharePhrase.paysHead)),
        .init(title: voice.say(SharePhrase.aloneCost)), .init(title: voice.say(SharePhrase.excess)),
      ], rows: rows)
  }

  private var certificate: String? {
    guard let certificate = sharing.certificate else { return nil }
    return certificate.isCertified
      ? voice.say(SharePhrase.certificate, ["levels": .count(certificate.levels.count)])
      : voice.say(SharePhrase.certificateOpen, ["within": .text(voice.axisAmount(certificate.within))])
  }

  private var exact: DataTable? {
    guard let shares = sharing.certificate?.exactShares, !shares.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(SharePhrase.exactTitle, ["unit": .text(voice.ownUnit)]),
      columns: [
        .init(title: voice.say(SharePhrase.player), isNumber: false), .init(title: voice.say(SharePhrase.exact)),
      ], rows: zip(voice.playerNames, shares).map { .init(cells: [$0, Voice.tidy($1)]) })
  }

  private var unanswered: DataTable? {
    let rules = sharing.rules.filter { $0.shares == nil }
    guard !rules.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(SharePhrase.undefinedTitle),
      columns: [
        .init(title: voice.say(SharePhrase.rule), isNumber: false),
        .init(title: voice.say(SharePhrase.reason), isNumber: false),
      ],
      rows: rules.map {
        .init(cells: [voice.rule($0), reason($0)])
      })
  }

  /// Why a rule has no answer; the one that every case without an indicator meets is said in its language.
  private func reason(_ rule: RuleFinding) -> String {
    if rule.rule == RuleName.proportional.rawValue, rule.indicator == nil { return voice.say(SharePhrase.noIndicator) }
    return rule.undefined.map(Voice.tidy) ?? voice.say(SharePhrase.undefined)
  }
}
