import Studies

/// What talks of two and two come to beside one table, in the words of one language.
struct BilateralWords {
  let bilateral: BilateralFindings
  let findings: NegotiationFindings
  let tongue: Tongue

  init(_ bilateral: BilateralFindings, of findings: NegotiationFindings, in language: Language) {
    self.bilateral = bilateral
    self.findings = findings
    tongue = Tongue(language: language)
  }

  private func say(_ phrase: BilateralPhrase, _ fillings: [String: Filling] = [:]) -> String {
    tongue.say(phrase, fillings)
  }

  private func party(_ name: String) -> String {
    findings.parties.first { $0.name == name }.map { tongue.name($0.label, name) } ?? Voice.tidy(name)
  }

  private func issue(_ number: Int) -> String {
    tongue.name(findings.issues[number].label, findings.issues[number].name)
  }

  /// What each party has over what is there now, as in `Upper +2, Lower −4`.
  private func gains(of deal: NegotiationFindings.Deal) -> String {
    tongue.row(
      findings.parties.indices.map { party in
        let gain = deal.worths[party] - bilateral.statusQuo.worths[party]
        return say(
          .gain,
          [
            "who": .text(self.party(findings.parties[party].name)),
            "n": .text((gain > 0 ? "+" : "") + Numeral.significant(gain)),
          ])
      })
  }

  /// Who talks with whom about what, whom that harms, and what one table brings instead.
  var sentences: [String] {
    let talks = bilateral.talks.map { talk in
      say(
        .talk,
        [
          "who": .text(tongue.list(talk.parties.map(party))), "issues": .text(tongue.list(talk.issues.map(issue))),
        ])
    }
    var sentences = [
      say(.opening, ["talks": .text(talks.joined(separator: tongue.say(ListPhrase.semicolon)))])
    ]
    sentences.append(
      bilateral.harmed.isEmpty
        ? say(.harmsNobody, ["gains": .text(gains(of: bilateral.outcome))])
        : say(
          .harms,
          [
            "who": .text(tongue.list(bilateral.harmed.map(party))), "gains": .text(gains(of: bilateral.outcome)),
            "n": .count(bilateral.harmed.count),
          ]))
    sentences.append(
      bilateral.oneTable.map { say(.oneTable, ["gains": .text(gains(of: $0))]) } ?? say(.oneTableFails))
    return sentences
  }

  // MARK: Tables

  /// Who settles what, and how.
  var talkTable: DataTable {
    DataTable(
      caption: say(.talkTable),
      columns: [BilateralPhrase.pair, .subject, .result].map { .init(title: say($0), isNumber: false) },
      rows: bilateral.talks.map { talk in
        .init(cells: [
          tongue.list(talk.parties.map(party)), tongue.list(talk.issues.map(issue)), result(of: talk),
        ])
      })
  }

  private func result(of talk: BilateralFindings.Talk) -> String {
    guard let options = talk.options else {
      return say(.parted, ["why": .text(tongue.word(EndingName.self, talk.ending))])
    }
    let terms = zip(talk.issues, options).map { number, option -> String in
      let issue = findings.issues[number]
      let unit = issue.unit.isEmpty ? "" : " " + tongue.name(issue.unit, "")
      return tongue.name(issue.options[option].label, issue.options[option].name) + unit
    }
    return terms.joined(separator: tongue.say(ListPhrase.semicolon))
  }

  /// What each party has as things are, by the talks, and at one table; those whom the talks harm are marked.
  var worthTable: DataTable {
    func told(_ deal: NegotiationFindings.Deal?, _ party: Int) -> String {
      deal.map { Numeral.significant($0.worths[party], digits: 4) } ?? "–"
    }
    return DataTable(
      caption: say(.worthTable),
      columns: [.init(title: say(.party), isNumber: false)]
        + [BilateralPhrase.now, .byTalks, .atOneTable].map { .init(title: say($0)) },
      rows: findings.parties.enumerated().map { number, party in
        .init(
          cells: [
            self.party(party.name), told(bilateral.statusQuo, number), told(bilateral.outcome, number),
            told(bilateral.oneTable, number),
          ], isMarked: bilateral.harmed.contains(party.name))
      }, note: bilateral.harmed.isEmpty ? nil : say(.markNote))
  }
}

/// What is said of talks of two and two.
enum BilateralPhrase: String, Phrase {
  case opening, talk, gain, harms, harmsNobody, oneTable, oneTableFails, parted
  case title, talkTable, pair, subject, result, worthTable, party, now, byTalks, atOneTable, markNote

  var wording: Wording {
    switch self {
    case .opening:
      Wording(
        "In talks of two, every issue is settled by those whom it concerns most: {talks}.",
        "双边会谈中，每项议题由最相关的两方商定：{talks}。")
    case .talk: Wording("{who} about {issues}", "{who}谈{issues}")
    case .gain: Wording("{who} {n}", "{who}{n}")
    case .harms:
      Wording(
        "What they settle leaves {who} worse off than now, though {n#it was#they were} not asked about all of it; points gained: {gains}.",
        "其结果使{n}方（{who}）不如现状，而并非所有议题都征求过其意见；得分变化：{gains}。")
    case .harmsNobody:
      Wording(
        "What they settle leaves nobody worse off than now; points gained: {gains}.", "其结果没有使任何一方不如现状；得分变化：{gains}。")
    case .oneTable:
      Wording("One table where all agree on everything brings instead: {gains}.", "若各方在同一谈判桌上商定全部议题，得分变化则为：{gains}。")
    case .oneTableFails:
      Wording(
        "At one table where all must agree on everything they part without a deal.", "若须在同一谈判桌上商定全部议题，各方则无法达成协议。")
    case .parted: Wording("as it is now: {why}", "维持现状：{why}")
    case .title: Wording("Talks of two beside one table", "双边会谈与同一谈判桌的比较")
    case .talkTable: Wording("Who settles what with whom", "谁与谁商定什么")
    case .pair: Wording("Between", "双方")
    case .subject: Wording("About", "议题")
    case .result: Wording("Outcome", "结果")
    case .worthTable: Wording("What each has in its own points", "各方所得（自己的分数）")
    case .party: Wording("Party", "参与方")
    case .now: Wording("As it is now", "现状")
    case .byTalks: Wording("By talks of two", "双边会谈")
    case .atOneTable: Wording("At one table", "同一谈判桌")
    case .markNote: Wording("Marked: worse off by the talks than now.", "标出者：会谈结果不如现状。")
    }
  }
}
