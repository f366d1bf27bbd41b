import Studies

extension Answer {
  /// Which problems need each other, and who gives what for what when they are settled together.
  public static func linkage(_ findings: LinkageFindings, in language: Language) -> Answer {
    let words = LinkageAnswer(findings: findings, language: language)
    return Answer(sentences: words.sentences, table: words.table)
  }
}

/// What joined negotiations come to, in the words of one language.
private struct LinkageAnswer {
  let findings: LinkageFindings
  let language: Language

  private func say(_ phrase: LinkagePhrase, _ fillings: [String: Filling] = [:]) -> String {
    Template(phrase.wording.text(in: language)).filled(fillings)
  }

  private func list(_ names: [String]) -> String { names.joined(separator: language == .english ? ", " : "、") }

  private func label(_ texts: [String: String], _ name: String) -> String {
    texts[language.rawValue] ?? texts["en"] ?? name
  }

  /// A problem by its title, or by its file where two titles are alike.
  private func title(_ number: Int) -> String {
    let titles = findings.problems.map { label($0.title, $0.name) }
    return titles.filter { $0 == titles[number] }.count == 1 ? titles[number] : findings.problems[number].name
  }

  private func problem(_ number: Int) -> String { say(.quoted, ["name": .text(title(number))]) }

  private func party(_ name: String) -> String {
    findings.parties.first { $0.name == name }.map { label($0.label, name) } ?? name
  }

  /// A gain with its sign.
  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + Numeral.significant(value) }

  var sentences: [String] {
    let all = Array(findings.problems.indices)
    let alone = all.filter { findings.problems[$0].alone != nil }
    let never = all.filter { findings.problems[$0].smallestPackages.isEmpty }
    var sentences = [
      say(.opening, ["n": .count(all.count), "m": .count(findings.parties.count)])
    ]
    if alone.count == all.count {
      sentences.append(say(.eachAlone))
    } else if !alone.isEmpty {
      sentences.append(say(.someAlone, ["problems": .text(list(alone.map(problem)))]))
    }
    let closed = all.filter { !alone.contains($0) }
    if !closed.isEmpty { sentences.append(say(.notAlone, ["problems": .text(list(closed.map(problem)))])) }
    if !never.isEmpty { sentences.append(say(.never, ["problems": .text(list(never.map(problem)))])) }
    for (number, package) in findings.packages.enumerated() {
      let names = list(package.problems.map(problem))
      let isNeeded = package.problems.contains { findings.problems[$0].smallestPackages.contains(package.problems) }
      sentences.append(
        say(isNeeded ? .opens : .together, ["n": .text("\(number + 1)"), "problems": .text(names)]))
      let givers = package.gains.filter { $0.byProblem.contains { $0 < 0 } }
      sentences += givers.map { exchange($0, in: package) }
      if givers.isEmpty { sentences.append(say(.nobodyGives)) }
    }
    return sentences
  }

  /// What one party gives in some problems, and what it gets for it in others.
  private func exchange(_ gains: LinkageFindings.PartyGains, in package: LinkageFindings.Package) -> String {
    func told(_ chosen: (Double) -> Bool) -> String {
      list(
        zip(package.problems, gains.byProblem).filter { chosen($0.1) }.map { number, gain in
          say(.inProblem, ["n": .text(Numeral.significant(abs(gain))), "problem": .text(problem(number))])
        })
    }
    return say(
      .exchange, ["who": .text(party(gains.party)), "gives": .text(told { $0 < 0 }), "gets": .text(told { $0 > 0 })])
  }

  /// A row for each problem of each package, and one for the package as a whole.
  var table: [[String]] {
    var rows = [
      [say(.packageHead), say(.problemHead)] + findings.parties.map { say(.gainHead, ["who": .text(party($0.name))]) }
        + [say(.dealHead)]
    ]
    for problem in findings.problems {
      if let alone = problem.alone { rows += self.rows(of: alone, called: say(.alone)) }
    }
    for (number, package) in findings.packages.enumerated() {
      rows += self.rows(of: package, called: "\(number + 1)")
    }
    return rows
  }

  private func rows(of package: LinkageFindings.Package, called name: String) -> [[String]] {
    var rows = package.problems.enumerated().map { place, problem in
      let gains = findings.parties.map { party -> String in
        guard findings.problems[problem].parties.contains(party.name),
          let own = package.gains.first(where: { $0.party == party.name })
        else { return "–" }
        return signed(own.byProblem[place])
      }
      return [name, title(problem)] + gains + [deal(package.options[place], on: problem)]
    }
    if rows.count > 1 {
      let totals = findings.parties.map { party in
        package.gains.first { $0.party == party.name }.map { signed($0.total) } ?? "–"
      }
      rows.append([name, say(.all)] + totals + [""])
    }
    return rows
  }

  private func deal(_ options: [Int], on number: Int) -> String {
    zip(findings.problems[number].issues, options).map { issue, option in
      let option = issue.options[option]
      let unit = issue.unit.isEmpty ? "" : " " + label(issue.unit, "")
      return say(
        .option,
        [
          "issue": .text(label(issue.label, issue.name)), "option": .text(label(option.label, option.name) + unit),
        ])
    }.joined(separator: language == .english ? "; " : "；")
  }
}

/// What is said of problems that are joined.
enum LinkagePhrase: String, Phrase {
  case opening, eachAlone, someAlone, notAlone, never, opens, together, nobodyGives, exchange, inProblem, quoted
  case packageHead, problemHead, gainHead, dealHead, all, alone, option

  var wording: Wording {
    switch self {
    case .opening: Wording("{n#problem#problems}, {m#party#parties}.", "{n}个问题，{m}方。")
    case .eachAlone: Wording("Each can be settled alone.", "每个问题都可单独解决。")
    case .someAlone: Wording("Can be settled alone: {problems}.", "可单独解决：{problems}。")
    case .notAlone:
      Wording("No deal suits everyone if settled alone: {problems}.", "单独谈判时没有各方都能接受的协议：{problems}。")
    case .never: Wording("No package with the others opens a deal: {problems}.", "与其他问题一并谈判也无法达成协议：{problems}。")
    case .opens:
      Wording(
        "Package {n}: settled together, {problems} have a deal that suits everyone.",
        "组合{n}：{problems}一并解决时，存在各方都能接受的协议。")
    case .together: Wording("Package {n}: {problems} at one table.", "组合{n}：{problems}在同一谈判桌上解决。")
    case .nobodyGives: Wording("In it nobody gives anything up in any problem.", "其中任何一方在任何问题上都无须放弃利益。")
    case .exchange: Wording("{who} gives {gives}, and gets {gets}.", "{who}付出{gives}，换得{gets}。")
    case .inProblem: Wording("{n} points in {problem}", "{problem}中的{n}分")
    case .quoted: Wording("“{name}”", "“{name}”")
    case .packageHead: Wording("Package", "组合")
    case .problemHead: Wording("Problem", "问题")
    case .gainHead: Wording("Gain of {who}", "{who}的收益")
    case .dealHead: Wording("Deal", "协议")
    case .all: Wording("all together", "合计")
    case .alone: Wording("alone", "单独")
    case .option: Wording("{issue}: {option}", "{issue}：{option}")
    }
  }
}
