import Studies

/// The answer in about ten plain sentences.
struct SummaryPart {
  let voice: Voice

  func write(to html: inout HTML) {
    html.element("ul", ["class": "summary"]) { html in
      for sentence in voice.summarySentences { html.element("li", text: sentence) }
    }
  }
}

extension Voice {
  private var who: String { shortList(playerNames, atMost: 5) }

  /// The finding of the whole study in one sentence.
  var headline: String {
    let diagnosis = findings.diagnosis
    let group = shortList(playerNames, atMost: 4)
    guard diagnosis.gap > 0 else { return say(SummaryPhrase.headlineNothing, ["who": .text(group)]) }
    guard let best = recommendedForm else {
      return say(SummaryPhrase.headlineNone, ["who": .text(group), "gap": .text(money(diagnosis.gap))])
    }
    let fillings: [String: Filling] = [
      "who": .text(group), "gap": .text(money(diagnosis.gap)), "form": .text(theForm(best.id)),
      "net": .text(money(best.netGain)),
    ]
    guard let other = oftenerBest else { return say(SummaryPhrase.headlineForm, fillings) }
    return say(
      SummaryPhrase.headlineUnsure, fillings.merging(["other": .text(theForm(other.form))]) { first, _ in first })
  }

  /// Whose doings reach whom in a spillover; both lists in the order of the members.
  private var reach: (from: [String], to: [String]) {
    let players = findings.players
    let flows = findings.diagnosis.flows ?? []
    func reaches(_ from: Int, _ to: Int) -> Bool {
      from != to && flows.indices.contains(from) && flows[from].indices.contains(to) && flows[from][to] > 0
    }
    return (
      players.indices.filter { from in players.indices.contains { reaches(from, $0) } }.map { players[$0] },
      players.indices.filter { to in players.indices.contains { reaches($0, to) } }.map { players[$0] }
    )
  }

  private var spilloverSentence: String {
    let reach = reach
    guard !reach.from.isEmpty, Set(reach.from).isDisjoint(with: reach.to) else {
      return say(SummaryPhrase.spillover, ["who": .text(who)])
    }
    return say(
      SummaryPhrase.spilloverOneWay,
      ["who": .text(shortList(names(reach.from))), "to": .text(shortList(names(reach.to)))])
  }

  var recommendedForm: MechanismFinding? {
    findings.mechanisms.recommended.flatMap { id in findings.mechanisms.ranking.first { $0.id == id } }
  }

  var summarySentences: [String] {
    dilemmaSentences + formSentences + sharingSentences + hingeSentences
  }

  var dilemmaSentences: [String] {
    let diagnosis = findings.diagnosis
    let family: SummaryPhrase =
      switch findings.problem.family {
      case "jointFacility": .jointFacility
      case "spillover": .spillover
      case "commonStandard": .commonStandard
      case "competition": .competition
      case "normalForm": .normalForm
      default: .otherFamily
      }
    var sentences = [family == .spillover ? spilloverSentence : say(family, ["who": .text(who)])]
    let alone = Filling.text(money(counted(diagnosis.costAlone)))
    let together = Filling.text(money(counted(diagnosis.costTogether)))
    let gap = Filling.text(money(diagnosis.gap))
    if diagnosis.gap <= 0 {
      sentences.append(say(SummaryPhrase.nothingToGain, ["alone": alone]))
    } else if counted(diagnosis.costAlone) > 0 {
      let part = Filling.text(percent(diagnosis.gap / counted(diagnosis.costAlone)))
      sentences.append(
        say(SummaryPhrase.depth, ["alone": alone, "together": together, "gap": gap, "part": part]))
    } else {
      sentences.append(say(SummaryPhrase.depthPlain, ["alone": alone, "together": together, "gap": gap]))
    }
    if let verdict = verdictSummary { sentences.append(verdict) }
    let risk: SummaryPhrase =
      switch diagnosis.mainRisk {
      case .coordination:
        diagnosis.losersWithoutTransfers?.isEmpty == false ? .riskCoordinationSome : .riskCoordination
      case .division: .riskDivision
      case .defection: .riskDefection
      case .none: .riskNone
      }
    var trap = say(risk)
    // The verdict of a division names those who lose already.
    let isTold =
      diagnosis.verdict?.trap == TrapName.division.rawValue && !(diagnosis.losersWithoutTransfers ?? []).isEmpty
    if let losers = diagnosis.losersWithoutTransfers, !isTold {
      let sentence =
        losers.isEmpty
        ? say(SummaryPhrase.noLosers) : say(SummaryPhrase.losers, ["who": .text(shortList(names(losers)))])
      sentences.append(sentence)
    }
    // The largest temptation; ties go to the first player, so that the same findings give the same words.
    let tempted = diagnosis.players.reduce(nil as PlayerDiagnosis?) { best, player in
      player.freeRidingIncentive > max(0, best?.freeRidingIncentive ?? 0) ? player : best
    }
    // What a member of a joint facility could save is its provisional bill, and is told with its form only.
    if let tempted, tempted.freeRidingIncentive > 0, diagnosis.losersWithoutTransfers != nil {
      trap +=
        joint
        + say(
          SummaryPhrase.freeRider,
          ["who": .text(name(tempted.player)), "saving": .text(money(tempted.freeRidingIncentive))])
    }
    sentences.append(trap)
    return sentences
  }

  /// Who would take part in a form: "all of them", or their names.
  private func members(of form: MechanismFinding) -> String {
    Set(form.members) == Set(findings.players)
      ? say(SummaryPhrase.allMembers) : shortList(names(form.members), atMost: 8)
  }

  var formSentences: [String] {
    guard let best = recommendedForm else { return [say(SummaryPhrase.noForm)] }
    var sentences = [
      say(
        SummaryPhrase.form,
        ["form": .text(theForm(best.id)), "who": .text(members(of: best)), "net": .text(money(best.netGain))]),
      say(
        SummaryPhrase.formCost,
        [
          "cost": .text(money(best.transactionCost.total)), "autonomy": .text(money(best.autonomyCost)),
          "chance": .text(percentInWords(best.coordination * best.division * best.defectionSafety)),
        ]),
    ]
    if let next = findings.mechanisms.ranking.first(where: { $0.id != best.id }), next.isFormed {
      let isEqual = isNegligible(best.netGain - next.netGain)
      sentences[0] +=
        joint
        + (isEqual
          ? say(SummaryPhrase.runnerUpEqual, ["form": .text(theForm(next.id))])
          : say(
            SummaryPhrase.runnerUp,
            [
              "form": .text(theForm(next.id)), "net": .text(money(next.netGain)),
              "difference": .text(money(best.netGain - next.netGain)),
            ]))
    }
    return sentences
  }

  private var sharingSentences: [String] {
    let sharing = findings.sharing
    var sentences: [String] = []
    if let proposed = sharing.proposed, let rule = sharing.rules.first(where: { $0.rule == proposed }),
      let shares = rule.shares, !shares.isEmpty
    {
      sentences.append(paysSentence(rule: rule, shares: shares))
    } else {
      sentences.append(say(SummaryPhrase.noRule))
    }
    if findings.diagnosis.isCoreEmpty {
      sentences.append(
        say(SummaryPhrase.coreEmpty, ["excess": .text(money(max(0, findings.diagnosis.leastCore)))]))
    }
    let broken = sharing.rules.filter { !$0.violations.isEmpty }
    if let first = broken.first, let worst = first.violations.first {
      var sentence = say(
        worst.members.count == 1 ? SummaryPhrase.leaveAlone : SummaryPhrase.leave,
        [
          "who": .text(list(names(worst.members))), "rule": .text(theRule(first)), "pays": .text(money(worst.pays)),
          "alone": .text(money(worst.alone)),
        ])
      if broken.count > 1 {
        sentence +=
          joint
          + say(
            SummaryPhrase.leaveMore,
            ["count": .count(broken.count - 1), "rules": .text(list(broken.dropFirst().map(rule)))])
      }
      sentences.append(sentence)
    } else if !sharing.rules.isEmpty {
      sentences.append(say(SummaryPhrase.nobodyLeaves))
    }
    return sentences
  }

  private func paysSentence(rule: RuleFinding, shares: [Double]) -> String {
    if shares.count <= 8 {
      let parts = zip(findings.players, shares).map { player, share in
        say(SharePhrase.pays, ["who": .text(name(player)), "share": .text(amount(share))])
      }
      return say(SummaryPhrase.pays, ["rule": .text(theRule(rule)), "shares": .text(clauses(parts))])
        + joint + say(SharePhrase.inUnits, ["unit": .text(unitWithYear)])
    }
    let low = shares.indices.min { (shares[$0], $0) < (shares[$1], $1) } ?? 0
    let high = shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
    return say(
      SummaryPhrase.paysRange,
      [
        "rule": .text(theRule(rule)), "low": .text(money(shares[low])), "lowWho": .text(name(findings.players[low])),
        "high": .text(money(shares[high])), "highWho": .text(name(findings.players[high])),
        "section": .text(say(PagePhrase.shares)),
      ])
  }

  private var hingeSentences: [String] {
    var sentences = decidingSentences + certaintySentences
    let unverified = findings.inputs.filter { $0.status == "unverified" }
    let assumed = findings.inputs.filter { $0.status == "assumed" }
    if assumed.isEmpty {
      sentences.append(say(SummaryPhrase.noneAssumed))
    } else {
      var fillings: [String: Filling] = [
        "total": .count(findings.inputs.count),
        "which": .text(shortList(assumed.map { input($0.name) }, others: .otherSets)),
      ]
      let isAll = assumed.count == findings.inputs.count && assumed.count > 1
      if !isAll { fillings["count"] = .count(assumed.count) }
      sentences.append(say(isAll ? SummaryPhrase.allAssumed : .assumed, fillings))
    }
    if !unverified.isEmpty {
      sentences[sentences.count - 1] +=
        joint
        + say(
          SummaryPhrase.unverified,
          [
            "count": .count(unverified.count),
            "which": .text(shortList(unverified.map { input($0.name) }, others: .otherSets)),
          ])
    }
    return sentences
  }
}

extension HingeFindings {
  /// The input that need move least, as a part of its range, before another form takes over.
  var nearestSwitch: HingeFinding? {
    func distance(_ hinge: HingeFinding) -> Double {
      guard let value = hinge.switchesAt else { return .infinity }
      let range = hinge.high - hinge.low
      return (value - hinge.best).magnitude / (range > 0 ? range : max(hinge.best.magnitude, 1e-12))
    }
    return inputs.filter { $0.switchesAt != nil }.reduce(nil as HingeFinding?) { nearest, hinge in
      nearest.map { distance(hinge) < distance($0) } ?? true ? hinge : nearest
    }
  }
}
