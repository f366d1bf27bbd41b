import Studies

extension Answer {
  /// What a mediator suggests, beside what is signed.
  public static func mediation(_ findings: MediationFindings, in language: Language) -> Answer {
    func say(_ phrase: MediationPhrase, _ fillings: [String: Filling] = [:]) -> String {
      Template(phrase.wording.text(in: language)).filled(fillings)
    }
    func label(_ texts: [String: String], _ name: String) -> String {
      texts[language.rawValue] ?? texts["en"] ?? name
    }
    let names = findings.parties.map { label($0.label, $0.name) }
    var sentences = [
      say(
        .opening,
        [
          "title": .text(label(findings.title, "")),
          "who": .text(names.joined(separator: language == .english ? ", " : "、")),
        ])
    ]
    let count = findings.suggestions.count
    if count == 0 {
      sentences.append(say(findings.signed == nil ? .noText : .nothingBetter))
    } else {
      sentences.append(say(findings.signed == nil ? .texts : .better, ["n": .count(count)]))
      sentences.append(say(.answers))
    }
    sentences.append(say(.bits, ["n": .text(Numeral.significant(findings.disclosedBits))]))
    let columns = (findings.signed.map { [$0] } ?? []) + findings.suggestions
    let heads =
      (findings.signed == nil ? [] : [say(.signedHead)])
      + findings.suggestions.indices.map { say(.suggestionHead, ["n": .text("\($0 + 1)")]) }
    let rows = findings.issues.enumerated().map { number, issue in
      let unit = label(issue.unit, "")
      let name = label(issue.label, issue.name)
      return [unit.isEmpty ? name : say(.inUnit, ["issue": .text(name), "unit": .text(unit)])]
        + columns.map { options in label(issue.options[options[number]].label, issue.options[options[number]].name) }
    }
    return Answer(sentences: sentences, table: [[say(.issueHead)] + heads] + rows)
  }
}

/// What is said of a mediation.
enum MediationPhrase: String, Phrase {
  case opening, texts, better, noText, nothingBetter, answers, bits, issueHead, signedHead, suggestionHead, inUnit

  var wording: Wording {
    switch self {
    case .opening: Wording("{title}: between {who}.", "{title}：{who}之间。")
    case .texts:
      Wording(
        "The mediator suggests {n#package that leaves#packages that leave} nobody with less than no deal.",
        "调解人建议{n}种方案，任何一方都不比不达成协议更差。")
    case .better:
      Wording(
        "The mediator suggests {n#package that is#packages that are} better than the signed deal for some and worse for nobody.",
        "调解人建议{n}种方案，与已签协议相比有人更好而无人受损。")
    case .noText:
      Wording(
        "The mediator found no package that leaves nobody with less than no deal.", "调解人未找到各方都不比不达成协议更差的方案。")
    case .nothingBetter:
      Wording(
        "The mediator found no package that is better than the signed deal for some and worse for nobody; it stands.",
        "调解人未找到有人更好而无人受损的方案；已签协议有效。")
    case .answers:
      Wording(
        "Let each party say yes or no to each in private; only one that all accept is announced.",
        "请各方私下对每种方案表示接受与否；只公布各方都接受的方案。")
    case .bits:
      Wording(
        "Whoever reads this learns at most {n} bits about all preferences together.", "读到此建议者对全部偏好最多得知{n}比特的信息。")
    case .issueHead: Wording("Issue", "议题")
    case .signedHead: Wording("Signed", "已签协议")
    case .suggestionHead: Wording("Suggestion {n}", "建议{n}")
    case .inUnit: Wording("{issue} ({unit})", "{issue}（{unit}）")
    }
  }
}
