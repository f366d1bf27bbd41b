import Studies

extension Answer {
  /// What a group may be expected to decide: where the models agree and differ, and who trades what with whom.
  public static func decision(_ findings: DecisionFindings, in language: Language) -> Answer {
    let words = DecisionWords(findings: findings, language: language)
    return Answer(sentences: words.sentences, table: words.table)
  }
}

/// A decision in the words of one language.
struct DecisionWords {
  let findings: DecisionFindings
  let language: Language

  private func say(_ phrase: DecisionPhrase, _ fillings: [String: Filling] = [:]) -> String {
    Template(phrase.wording.text(in: language)).filled(fillings)
  }

  private func list(_ names: [String]) -> String { names.joined(separator: language == .english ? ", " : "、") }

  private func label(_ texts: [String: String], _ name: String) -> String {
    texts[language.rawValue] ?? texts["en"] ?? name
  }

  private func party(_ name: String) -> String {
    findings.parties.first { $0.name == name }.map { label($0.label, name) } ?? name
  }

  private func issue(_ name: String) -> String {
    findings.issues.first { $0.name == name }.map { label($0.label, name) } ?? name
  }

  private func number(_ value: Double) -> String { Numeral.significant(value) }

  var sentences: [String] {
    var sentences = [
      say(
        .opening,
        [
          "title": .text(label(findings.title, "")), "n": .count(findings.parties.count),
          "m": .count(findings.issues.count),
        ])
    ]
    if let apart = findings.issues.max(by: { spread($0) < spread($1) }), spread(apart) > 0, let most = apart.majority {
      sentences.append(
        say(
          .apart,
          [
            "issue": .text(issue(apart.name)), "mean": .text(number(apart.compromise)), "most": .text(number(most)),
          ]))
    }
    let circling = findings.issues.filter { $0.unbeaten.isEmpty }
    if !circling.isEmpty {
      sentences.append(say(.circle, ["issues": .text(list(circling.map { issue($0.name) }))]))
    }
    if let loose = findings.issues.max(by: { looseness($0) < looseness($1) }), looseness(loose) > 0 {
      sentences.append(
        say(
          .loose,
          [
            "issue": .text(issue(loose.name)), "low": .text(number(loose.compromiseLow)),
            "high": .text(number(loose.compromiseHigh)), "who": .text(party(loose.hinge.party)),
            "figure": .text(DecisionPhrase(rawValue: loose.hinge.figure).map { say($0) } ?? loose.hinge.figure),
          ]))
    }
    if findings.issues.contains(where: { $0.afterChallenges == nil }) {
      sentences.append(say(.unchallenged, ["most": .count(DecisionFindings.mostChallengers)]))
    }
    guard let best = findings.exchanges.first else { return sentences + [say(.nothingToTrade)] }
    sentences.append(
      say(
        .bestExchange,
        [
          "first": .text(party(best.first.party)), "own": .text(issue(best.first.issue)),
          "second": .text(party(best.second.party)), "other": .text(issue(best.second.issue)),
          "firstFrom": .text(number(best.first.from)), "firstTo": .text(number(best.first.to)),
          "secondFrom": .text(number(best.second.from)), "secondTo": .text(number(best.second.to)),
          "gain": .text(number(best.gain)),
        ]))
    if let worst = best.losers.first {
      sentences.append(say(.harm, ["who": .text(party(worst.name)), "loss": .text(number(worst.value))]))
    }
    let losers = findings.parties.filter { $0.exchangeGain < 0 }
    sentences.append(
      losers.isEmpty
        ? say(.allExchanges, ["n": .count(findings.exchanges.count)])
        : say(
          .allExchangesHarm,
          ["n": .count(findings.exchanges.count), "who": .text(list(losers.map { label($0.label, $0.name) }))]))
    return sentences
  }

  /// How far compromise and majority lie apart, as a part of the scale.
  private func spread(_ issue: DecisionFindings.Issue) -> Double {
    issue.majority.map { abs($0 - issue.compromise) / (issue.high - issue.low) } ?? 0
  }

  /// How far one wrong figure could move the compromise, as a part of the scale.
  private func looseness(_ issue: DecisionFindings.Issue) -> Double {
    (issue.compromiseHigh - issue.compromiseLow) / (issue.high - issue.low)
  }

  var table: [[String]] {
    let heads: [DecisionPhrase] = [.issue, .scale, .mean, .majority, .traded, .challenged, .strongest]
    return [heads.map { say($0) }]
      + findings.issues.map { found in
        let strongest = zip(findings.parties, found.influence).max { $0.1 < $1.1 }
        return [
          issue(found.name), "\(number(found.low))–\(number(found.high))", number(found.compromise),
          found.majority.map(number) ?? (found.unbeaten.isEmpty ? "–" : list(found.unbeaten.map(number))),
          number(found.afterExchange), found.afterChallenges.map(number) ?? "–",
          strongest.map { "\(label($0.0.label, $0.0.name)) \(Int(($0.1 * 100).rounded()))%" } ?? "–",
        ]
      }
  }
}

/// What is said of a collective decision.
enum DecisionPhrase: String, Phrase {
  case opening, apart, circle, nothingToTrade, bestExchange, harm, allExchanges, allExchangesHarm
  case issue, scale, mean, majority, traded, challenged, strongest
  case loose, unchallenged, capability, salience, position

  var wording: Wording {
    switch self {
    case .opening: Wording("{title}: {n#party#parties}, {m#issue#issues}.", "{title}：{n}方，{m}项议题。")
    case .apart:
      Wording(
        "The models differ most on {issue}: all giving way in proportion comes to {mean}, a vote to {most}.",
        "模型分歧最大的是{issue}：按比例相互让步的结果为{mean}，表决的结果为{most}。")
    case .circle:
      Wording("On {issues} every position loses to another: no majority lasts.", "在{issues}上，每种立场都会输给另一种：没有稳定的多数。")
    case .nothingToTrade: Wording("No two parties would both gain by trading support.", "没有两方能通过交换支持而共同获益。")
    case .bestExchange:
      Wording(
        "The best trade: {first} moves from {firstFrom} to {firstTo} on {own}, {second} from {secondFrom} to {secondTo} on {other}; each gains {gain} hundredths of a scale, weighed by what it cares.",
        "最有利的交换：{first}在{own}上由{firstFrom}移至{firstTo}，{second}在{other}上由{secondFrom}移至{secondTo}；双方各得{gain}（标度的百分之一，按重视程度加权）。"
      )
    case .harm: Wording("It hurts {who} most: a loss of {loss} in the same measure.", "受损最大的是{who}：按同一尺度损失{loss}。")
    case .allExchanges:
      Wording("{n#trade#trades} would be agreed; nobody is worse off for all of them together.", "将达成{n}项交换；总体上无人受损。")
    case .allExchangesHarm:
      Wording("{n#trade#trades} would be agreed; all together leave worse off: {who}.", "将达成{n}项交换；总体上受损的有：{who}。")
    case .issue: Wording("Issue", "议题")
    case .scale: Wording("Scale", "标度")
    case .mean: Wording("Compromise", "折中")
    case .majority: Wording("Majority", "多数")
    case .traded: Wording("After trades", "交换之后")
    case .challenged: Wording("After challenges", "较量之后")
    case .loose:
      Wording(
        "If one figure errs a little, the compromise on {issue} lies anywhere from {low} to {high}; an error in the {figure} of {who} does most.",
        "若单个数据略有偏差，{issue}的折中结果会在{low}至{high}之间；误差影响最大的是{who}的{figure}。")
    case .unchallenged:
      Wording(
        "Challenges are followed among {most} parties at most, and here are left out.", "较量至多在{most}方之间推演，此处从略。")
    case .capability: Wording("capability", "能力")
    case .salience: Wording("salience", "重视程度")
    case .position: Wording("position", "立场")
    case .strongest: Wording("Most influence", "影响力最大者")
    }
  }
}
