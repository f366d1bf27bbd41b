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
  private var who: String { shortList(playerNames, atMost: 8) }

  /// The finding of the whole study in one sentence.
  var headline: String {
    let diagnosis = findings.diagnosis
    let group = shortList(playerNames, atMost: 4)
    guard diagnosis.gap > 0 else { return say(SummaryPhrase.headlineNothing, ["who": .text(group)]) }
    guard let best = recommendedForm else {
      return say(SummaryPhrase.headlineNone, ["who": .text(group), "gap": .text(money(diagnosis.gap))])
    }
    return say(
      SummaryPhrase.headlineForm,
      [
        "who": .text(group), "gap": .text(money(diagnosis.gap)), "form": .text(theForm(best.id)),
        "net": .text(money(best.netGain)),
      ])
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
    var sentences = [say(family, ["who": .text(who)])]
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
    if let losers = diagnosis.losersWithoutTransfers {
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
          "chance": .text(percent(best.coordination * best.division * best.defectionSafety)),
        ]),
    ]
    if let next = findings.mechanisms.ranking.first(where: { $0.id != best.id }), next.isFormed {
      sentences[0] +=
        joint
        + say(
          SummaryPhrase.runnerUp,
          [
            "form": .text(theForm(next.id)), "net": .text(money(next.netGain)),
            "difference": .text(money(best.netGain - next.netGain)),
          ])
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
          "who": .text(list(names(worst.members))), "rule": .text(theRule(first)), "pays": .text(amount(worst.pays)),
          "alone": .text(amount(worst.alone)),
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
      return say(SummaryPhrase.pays, ["rule": .text(theRule(rule)), "shares": .text(list(parts))])
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
    let hinges = findings.hinges
    var sentences: [String] = []
    if let hinge = hinges.nearestSwitch, let value = hinge.switchesAt {
      sentences.append(
        say(
          SummaryPhrase.switches,
          [
            "input": .text(input(hinge.name)), "value": .text(Numeral.significant(value)),
            "best": .text(Numeral.significant(hinge.best)), "form": .text(theForm(hinge.switchesTo)),
          ]))
    } else if !hinges.inputs.isEmpty {
      sentences.append(say(SummaryPhrase.noSwitch))
    }
    if hinges.draws > 0, hinges.drawnInputs > 0, let best = recommendedForm,
      let chance = hinges.chanceOfBeingBest.first(where: { $0.name == best.id })
    {
      sentences.append(
        say(
          SummaryPhrase.chance,
          [
            "form": .text(theForm(best.id)), "chance": .text(percent(chance.value)), "draws": .count(hinges.draws),
            "ranged": .count(hinges.drawnInputs),
          ]))
    }
    let unverified = findings.inputs.filter { $0.status == "unverified" }
    let assumed = findings.inputs.filter { $0.status == "assumed" }
    if assumed.isEmpty {
      sentences.append(say(SummaryPhrase.noneAssumed))
    } else {
      sentences.append(
        say(
          SummaryPhrase.assumed,
          [
            "total": .count(findings.inputs.count), "count": .count(assumed.count),
            "which": .text(shortList(assumed.map { input($0.name) })),
          ]))
    }
    if !unverified.isEmpty {
      sentences[sentences.count - 1] +=
        joint
        + say(
          SummaryPhrase.unverified,
          ["count": .count(unverified.count), "which": .text(shortList(unverified.map { input($0.name) }))])
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
