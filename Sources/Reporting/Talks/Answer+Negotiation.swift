import Studies

extension Answer {
  /// Whether there is a deal, which are fair, where bargaining lands and what it leaves; and the deals in a table.
  public static func negotiation(_ findings: NegotiationFindings, in language: Language) -> Answer {
    let words = NegotiationAnswer(findings, in: language)
    return Answer(sentences: words.sentences, table: words.table)
  }
}

/// What a negotiation comes to, in the words of one language.
private struct NegotiationAnswer {
  let findings: NegotiationFindings
  let language: Language
  /// The deals that are told of, each once; they are called by their numbers, from 1.
  private let deals: [NegotiationFindings.Deal]

  init(_ findings: NegotiationFindings, in language: Language) {
    self.findings = findings
    self.language = language
    deals = findings.toldDeals
  }

  private func say(_ phrase: DealPhrase, _ fillings: [String: Filling] = [:]) -> String {
    Template(phrase.wording.text(in: language)).filled(fillings)
  }

  private func list(_ names: [String]) -> String { names.joined(separator: language == .english ? ", " : "、") }

  private func label(_ texts: [String: String], _ name: String) -> String {
    texts[language.rawValue] ?? texts["en"] ?? name
  }

  /// What stands between two sentences.
  private var gap: String { language == .english ? " " : "" }

  private func number(_ value: Double) -> String { Numeral.significant(value) }

  /// Something of every party, as in `Anhui 62%, Zhejiang 71%`.
  private func each(_ text: (Int) -> String?) -> String {
    list(
      findings.parties.enumerated().compactMap { number, party in
        text(number).map { say(.of, ["who": .text(label(party.label, party.name)), "what": .text($0)]) }
      })
  }

  private func called(_ deal: NegotiationFindings.Deal) -> String {
    say(.deal, ["n": .text("\((deals.firstIndex(of: deal) ?? 0) + 1)")])
  }

  // MARK: Sentences

  var sentences: [String] {
    let count = findings.outcomeCount
    let opening = say(
      .opening,
      [
        "title": .text(label(findings.title, "")), "n": .count(findings.parties.count),
        "m": .count(findings.issues.count),
        "k": .text(count < 9e15 ? Numeral.whole(Int(count)) : number(count)),
      ])
    return [opening] + [privacy].compactMap { $0 } + (findings.obstacle.map(obstacle) ?? open) + landings + talksOfTwo
      + [series].compactMap { $0 }
  }

  /// Whose reservations are private, and what is taken for them.
  private var privacy: String? {
    let told = each { party in
      findings.parties[party].reservationRange.map { range in
        say(
          .privateRange,
          [
            "low": .text(number(range[0])), "high": .text(number(range[1])),
            "mean": .text(number(findings.parties[party].reservation)),
          ])
      }
    }
    return told.isEmpty ? nil : say(.isMean, ["who": .text(told)])
  }

  private func obstacle(_ obstacle: NegotiationFindings.Obstacle) -> [String] {
    var sentences = [say(.noZone)]
    let never = findings.parties.filter { $0.best < $0.reservation }
    if !never.isEmpty {
      sentences.append(say(.neverServed, ["who": .text(list(never.map { label($0.label, $0.name) }))]))
    }
    let short = each { obstacle.shortfalls[$0] > 0 ? say(.points, ["n": .text(number(obstacle.shortfalls[$0]))]) : nil }
    sentences.append(say(.nearest, ["who": .text(short)]))
    let alone = findings.parties.compactMap { party in
      obstacle.alone.first { $0.name == party.name }.map { cut in
        say(
          .of,
          [
            "who": .text(label(party.label, party.name)),
            "what": .text(say(.points, ["n": .text(number(cut.value))])),
          ])
      }
    }
    sentences.append(
      alone.isEmpty
        ? say(.notAlone) : say(alone.count == 1 ? .alone : .anyAlone, ["who": .text(list(alone))]))
    return sentences + [say(.openers)]
  }

  private var open: [String] {
    var sentences = [say(.zone, ["n": .count(findings.frontierCount)])]
    let told = findings.solutions.filter { !$0.deals.isEmpty }
    guard let first = told.first, let deal = first.deals.first else { return sentences }
    if told.count > 1, told.allSatisfy({ $0.deals == first.deals }) {
      sentences.append(say(.fairByAll, ["deal": .text(chosen(first))]))
    } else {
      for solution in told {
        sentences.append(
          say(.fairBy, ["rule": .text(rule(solution.rule)), "deal": .text(chosen(solution))]))
      }
    }
    let shares = each { party in
      share(of: deal, for: party).map { Numeral.percent($0) }
    }
    sentences.append(say(.shares, ["deal": .text(called(deal)), "who": .text(shares)]))
    return sentences
  }

  /// The part of the most it could gain in any deal that all accept.
  private func share(of deal: NegotiationFindings.Deal, for party: Int) -> Double? {
    let seat = findings.parties[party]
    guard let ideal = seat.ideal, ideal > seat.reservation else { return nil }
    return (deal.worths[party] - seat.reservation) / (ideal - seat.reservation)
  }

  private func chosen(_ solution: NegotiationFindings.Solution) -> String {
    let shown = list(solution.deals.prefix(NegotiationFindings.toldOfARule).map(called))
    let rest = solution.deals.count - NegotiationFindings.toldOfARule
    return rest > 0 ? say(.andAsGood, ["deals": .text(shown), "n": .count(rest)]) : shown
  }

  private func rule(_ name: String) -> String {
    switch name {
    case "nash": say(.nash)
    case "kalaiSmorodinsky": say(.kalaiSmorodinsky)
    case "egalitarian": say(.egalitarian)
    default: say(.utilitarian)
    }
  }

  private var landings: [String] {
    if findings.landings.isEmpty { return [say(.tooMany)] }
    if findings.obstacle != nil, findings.landings.allSatisfy({ $0.deal == nil }) { return [say(.noneLands)] }
    return findings.landings.map { landing in
      let how = rules(landing.negotiationProtocol)
      guard let deal = landing.deal else {
        let isText = landing.negotiationProtocol == "singleText"
        return say(.parted, ["how": .text(how), "why": .text(isText ? say(.noDraft) : ending(landing.ending))])
      }
      let when = say(
        landing.negotiationProtocol == "singleText" ? .afterProposals : .inRound, ["n": .count(landing.rounds)])
      let left: String
      if let better = landing.improvement, let share = landing.leftOnTable {
        left =
          share > 0
          ? say(.allCouldGain, ["p": .text(Numeral.percent(share)), "deal": .text(called(better))])
          : say(.someCouldGain, ["deal": .text(called(better))])
      } else {
        left = say(.nothingLeft)
      }
      let lands = say(
        .lands, ["how": .text(how), "deal": .text(called(deal)), "when": .text(when), "left": .text(left)])
      guard let worths = landing.worthsAfterWaiting else { return lands }
      return lands + gap + say(.waited, ["who": .text(each { number(worths[$0]) })])
    }
  }

  private func rules(_ name: String) -> String {
    switch name {
    case "alternatingOffers": say(.alternatingOffers)
    case "monotonicConcession": say(.monotonicConcession)
    case "singleText": say(.singleText)
    case "simultaneousBids": say(.simultaneousBids)
    case "bilateralTalks": say(.bilateralTalks)
    default: say(.votedProposals)
    }
  }

  private func ending(_ word: String) -> String {
    switch word {
    case "walkedAway": say(.walkedAway)
    case "deadlock": say(.deadlock)
    case "noZone": say(.noPackage)
    default: say(.deadline)
    }
  }

  private var talksOfTwo: [String] {
    findings.bilateral.map { BilateralWords($0, of: findings, in: language).sentences } ?? []
  }

  private var series: String? {
    guard let series = findings.series, let rules = findings.landings.first?.negotiationProtocol else { return nil }
    let means = each { party in
      let error = series.standardErrors[party]
      return number(series.meanWorths[party]) + (error > 0 ? " ± \(number(2 * error))" : "")
    }
    var fillings: [String: Filling] = [
      "n": .count(series.runs), "how": .text(self.rules(rules)), "p": .text(Numeral.percent(series.agreementRate)),
      "who": .text(means),
    ]
    guard let zoneRate = series.zoneRate else { return say(.series, fillings) }
    fillings["z"] = .text(Numeral.percent(zoneRate))
    return say(.seriesOfChances, fillings)
  }

  // MARK: Table

  /// A row for each issue and then for each party, a column for each deal: options are long, deals few.
  var table: [[String]] {
    var columns = deals
    var heads = deals.map { say(.dealHead, ["n": .text("\((deals.firstIndex(of: $0) ?? 0) + 1)")]) }
    if let nearest = findings.obstacle?.nearest {
      columns.append(nearest)
      heads.append(say(.nearestHead))
    }
    let isOpen = findings.obstacle == nil
    heads.append(say(.noDealHead))
    heads.append(say(isOpen ? .idealHead : .bestHead))
    let issues = findings.issues.enumerated().map { number, issue in
      let name = label(issue.label, issue.name)
      let unit = label(issue.unit, "")
      return [unit.isEmpty ? name : say(.inUnit, ["issue": .text(name), "unit": .text(unit)])]
        + columns.map { deal in
          let option = issue.options[deal.options[number]]
          return label(option.label, option.name)
        } + ["–", "–"]
    }
    let parties = findings.parties.enumerated().map { number, party in
      [say(.worthTo, ["who": .text(label(party.label, party.name))])]
        + columns.map { self.number($0.worths[number]) }
        + [self.number(party.reservation), self.number(isOpen ? party.ideal ?? party.best : party.best)]
    }
    return [[say(.issueHead)] + heads] + issues + parties
  }
}
