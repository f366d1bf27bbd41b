import Studies

/// Who takes part, where they lie, and what ties them.
struct MembersPart {
  let voice: Voice

  func write(to html: inout HTML) {
    writeProblem(to: &html)
    if let figure {
      figure.write(to: &html, tableTitle: voice.say(PagePhrase.behind))
    } else {
      html.element("p", ["class": "note"], text: voice.say(DiagnosisPhrase.noMap))
    }
    if let ties = tieTable, !strongest.isEmpty { ties.writeFolded(to: &html) }
    parties.writeFolded(to: &html)
  }

  private func writeProblem(to html: inout HTML) {
    let problem = voice.findings.problem
    html.element("p") { html in
      var sentences: [String] = []
      if let title = voice.text(problem.title) { sentences.append(title + voice.say(ListPhrase.sentenceEnd).trimmed) }
      if let field = voice.text(problem.field) {
        sentences.append(voice.say(DiagnosisPhrase.fieldLine, ["x": .text(field)]))
      }
      if let territory = voice.text(problem.territory) {
        sentences.append(voice.say(DiagnosisPhrase.territoryLine, ["x": .text(territory)]))
      }
      if let urgency = problem.urgency {
        sentences.append(
          voice.say(DiagnosisPhrase.urgencyLine, ["x": .text(Numeral.fixed(urgency * 100, decimals: 0))]))
      }
      html.text(sentences.joined(separator: voice.language == .english ? " " : ""))
    }
  }

  /// The dozen strongest flows between different members.
  var strongest: [RegionMap.Flow] {
    let players = voice.findings.players
    var flows: [RegionMap.Flow] = []
    for (row, entries) in (voice.findings.diagnosis.flows ?? []).enumerated() {
      for (column, amount) in entries.enumerated() where row != column && amount > 0 {
        flows.append(
          RegionMap.Flow(
            from: players[row], to: players[column], amount: amount, text: Numeral.significant(amount)))
      }
    }
    return Array(
      flows.enumerated().sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }
        .prefix(12).map(\.element))
  }

  /// The half dozen pairs that would save most by building a joint facility for the two of them.
  var savingPairs: [RegionMap.Flow] {
    let findings = voice.findings
    guard findings.problem.family == "jointFacility" else { return [] }
    let alone = findings.sharing.standAlone
    var pairs: [RegionMap.Flow] = []
    for first in findings.players.indices {
      for second in findings.players.indices.dropFirst(first + 1) {
        // Dependence on the other is half of what the pair saves, as a part of the cost alone.
        let saving = 2 * findings.diagnosis.dependence[first][second] * alone[first]
        guard saving > 1e-9 * alone[first] else { continue }
        pairs.append(
          RegionMap.Flow(
            from: findings.players[first], to: findings.players[second], amount: saving, text: voice.amount(saving)))
      }
    }
    return Array(
      pairs.enumerated().sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }
        .prefix(6).map(\.element))
  }

  var figure: Figure? {
    let flows = strongest
    let bonds = savingPairs
    guard let map = RegionMap(voice, flows: flows, bonds: bonds) else { return nil }
    let wide = map.drawing(width: Figure.wideWidth)
    let narrow = map.drawing(width: Figure.narrowWidth)
    let finding: String =
      if let first = flows.first {
        voice.say(
          DiagnosisPhrase.mapFlows,
          [
            "from": .text(voice.name(first.from)), "to": .text(voice.name(first.to)),
            "amount": .text(withUnit(first.text)),
          ])
      } else if let first = bonds.first {
        voice.say(
          DiagnosisPhrase.mapPairs,
          ["who": .text(voice.list(voice.names([first.from, first.to]))), "amount": .text(voice.money(first.amount))])
      } else if !voice.findings.ties.isEmpty {
        voice.say(DiagnosisPhrase.mapTies, ["n": .count(voice.findings.ties.count)])
      } else {
        voice.say(DiagnosisPhrase.mapPlain, ["n": .count(voice.findings.players.count)])
      }
    return Figure(
      id: "map-chart", finding: finding,
      description: voice.say(
        DiagnosisPhrase.mapDescription, ["who": .text(voice.list(map.places.map(\.name)))]),
      wide: wide.drawing, narrow: narrow.drawing, legend: legend(map),
      wideKeys: wide.keys.map { "\($0.number)  \($0.name)" },
      narrowKeys: narrow.keys.map { "\($0.number)  \($0.name)" },
      note: ((map.leftOut > 0
        ? [voice.say(DiagnosisPhrase.mapSome, ["n": .text(Numeral.whole(RegionMap.mostExchanges))])] : [])
        + [voice.say(DiagnosisPhrase.mapNote)]).joined(separator: voice.joint),
      table: !flows.isEmpty ? flowTable(flows) : !bonds.isEmpty ? pairTable(bonds) : tieTable ?? parties)
  }

  private func legend(_ map: RegionMap) -> [LegendEntry] {
    var entries = [LegendEntry(swatch: .symbol(.disc, .accent), text: voice.say(DiagnosisPhrase.playerSeat))]
    if map.hasTerritories {
      entries.append(LegendEntry(swatch: .bar(.faint), text: voice.say(DiagnosisPhrase.territory)))
    }
    if map.places.contains(where: { !$0.isPlayer }) {
      entries.append(LegendEntry(swatch: .symbol(.hollowSquare, .ink), text: voice.say(DiagnosisPhrase.otherSeat)))
    }
    for kind in TieName.allCases where map.ties.contains(where: { $0.kind == kind.rawValue }) {
      let stroke = RegionMap.stroke(of: kind.rawValue)
      entries.append(
        LegendEntry(
          swatch: .line(stroke.paint, width: stroke.width, dash: stroke.dash),
          text: voice.word(TieName.self, kind.rawValue)))
    }
    if !map.flows.isEmpty {
      entries.append(
        LegendEntry(swatch: .line(.accent, width: 3, dash: []), text: voice.say(DiagnosisPhrase.flowLine)))
    }
    if !map.bonds.isEmpty {
      entries.append(
        LegendEntry(swatch: .line(.accent, width: 3, dash: []), text: voice.say(DiagnosisPhrase.bondLine)))
    }
    return entries
  }

  private func pairTable(_ pairs: [RegionMap.Flow]) -> DataTable {
    DataTable(
      caption: voice.say(DiagnosisPhrase.savingTable, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(DiagnosisPhrase.firstParty), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.secondParty), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.pairSaving)),
      ], rows: pairs.map { .init(cells: [voice.name($0.from), voice.name($0.to), $0.text]) })
  }

  private func withUnit(_ amount: String) -> String {
    voice.findings.diagnosis.flowUnit.map { "\(amount) \(Voice.tidy($0))" } ?? amount
  }

  private func flowTable(_ flows: [RegionMap.Flow]) -> DataTable {
    DataTable(
      caption: voice.say(DiagnosisPhrase.flowTable),
      columns: [
        .init(title: voice.say(DiagnosisPhrase.flowFrom), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.flowTo), isNumber: false),
        .init(title: withUnit(voice.say(DiagnosisPhrase.flowAmount))),
      ], rows: flows.map { .init(cells: [voice.name($0.from), voice.name($0.to), $0.text]) })
  }

  private var tieTable: DataTable? {
    let ties = voice.findings.ties
    guard !ties.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(DiagnosisPhrase.tieTable),
      columns: [
        .init(title: voice.say(DiagnosisPhrase.flowFrom), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.flowTo), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.tieKind), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.resource), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.tieWeight)),
      ],
      rows: ties.map { tie in
        .init(cells: [
          voice.name(tie.from), voice.name(tie.to), voice.word(TieName.self, tie.kind), Voice.tidy(tie.resource ?? ""),
          Numeral.significant(tie.weight),
        ])
      })
  }

  private var parties: DataTable {
    DataTable(
      caption: voice.say(DiagnosisPhrase.partyTable),
      columns: [
        .init(title: voice.say(DiagnosisPhrase.party), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.kind), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.tier), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.parent), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.plays), isNumber: false),
      ],
      rows: voice.findings.parties.map { party in
        .init(cells: [
          voice.name(party.id), voice.word(PartyKindName.self, party.kind),
          party.tier.map { voice.word(TierName.self, $0) } ?? "", party.parent.map(voice.name) ?? "",
          voice.say(party.isPlayer ? ListPhrase.yes : .no),
        ])
      })
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension DataTable {
  /// Writes the table behind its caption, to be opened by those who want it.
  func writeFolded(to html: inout HTML) {
    html.element("details", ["class": "table"]) { html in
      html.element("summary", text: caption)
      write(to: &html)
    }
  }
}
