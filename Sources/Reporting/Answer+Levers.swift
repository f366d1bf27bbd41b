import Studies

extension Answer {
  /// What levers would do: the best form before and after, and every form's net gain.
  ///
  /// - Parameters:
  ///   - comparison: of the forms as things stand and with levers pulled.
  ///   - findings: of the same case, for its names and its money.
  ///   - language: of sentences and headings.
  public static func comparison(
    _ comparison: AppraisalComparison, of findings: Findings, in language: Language
  ) -> Answer {
    let voice = Voice(findings, in: language)
    func net(_ mechanisms: MechanismFindings, _ id: String) -> MechanismFinding? {
      mechanisms.ranking.first { $0.id == id }
    }
    func told(_ form: MechanismFinding?) -> String {
      form.map { $0.isFormed ? voice.amount($0.netGain) : voice.say(AnswerPhrase.notFormed) } ?? ""
    }
    let heads: [LeverPhrase] = [.form, .before, .after, .change, .members]
    return Answer(
      sentences: [voice.leverSentence(comparison.levers, by: .with)]
        + voice.choiceSentences(before: comparison.before, after: comparison.after)
        + [voice.outlaySentence(comparison.after)].compactMap(\.self)
        + comparison.unmoved.map { unmoved in
          voice.say(
            LeverPhrase.unmoved,
            [
              "form": .text(voice.theForm(unmoved.form)), "lever": .text(voice.leverName(unmoved.lever)),
              "reason": .text(unmoved.reason),
            ]
          ).capitalizedFirst
        },
      table: [heads.map { voice.say($0) }]
        + comparison.after.ranking.map { form in
          let before = net(comparison.before, form.id)
          let gain = { (form: MechanismFinding?) in form.map { $0.isFormed ? $0.netGain : 0 } ?? 0 }
          return [
            voice.form(form.id), told(before), told(form), voice.change(gain(form) - gain(before)),
            form.isFormed ? "\(form.members.count)" : "–",
          ]
        })
  }

  /// What fits at each stage of cooperation.
  ///
  /// - Parameters:
  ///   - stages: the forms appraised at each.
  ///   - findings: of the same case, for its names and its money.
  ///   - language: of sentences and headings.
  public static func stages(_ stages: [StageFinding], of findings: Findings, in language: Language) -> Answer {
    let voice = Voice(findings, in: language)
    let forms = stages.first?.mechanisms.ranking.map(\.id) ?? []
    return Answer(
      sentences: stages.map { stage in
        let best = stage.mechanisms.ranking.first { $0.id == stage.mechanisms.recommended }
        let start = voice.leverSentence(
          stage.changes, by: .atStage, "stage", voice.word(StageName.self, stage.stage))
        let end =
          best.map {
            voice.say(
              LeverPhrase.bestThen, ["form": .text(voice.theForm($0.id)), "net": .text(voice.money($0.netGain))])
          } ?? voice.say(LeverPhrase.noneThen)
        return start + (language == .english ? " " : "") + end
      },
      table: [[voice.say(LeverPhrase.form)] + stages.map { voice.word(StageName.self, $0.stage).capitalizedFirst }]
        + forms.map { id in
          [voice.form(id)]
            + stages.map { stage in
              stage.mechanisms.ranking.first { $0.id == id }.map {
                $0.isFormed ? voice.amount($0.netGain) : voice.say(AnswerPhrase.notFormed)
              } ?? ""
            }
        })
  }
}

extension Voice {
  /// A lever, or a circumstance, by the name people know it by.
  func leverName(_ code: String) -> String {
    ConditionName(rawValue: code) != nil ? word(ConditionName.self, code) : word(RuleNumberName.self, code)
  }

  fileprivate func leverSentence(
    _ changes: [LeverChange], by phrase: LeverPhrase, _ place: String = "", _ filling: String = ""
  ) -> String {
    let told = changes.map { change in
      say(
        LeverPhrase.changed,
        [
          "lever": .text(leverName(change.name)), "from": .text(Numeral.significant(change.from)),
          "to": .text(Numeral.significant(change.to)),
        ])
    }
    return say(phrase, ["changes": .text(told.isEmpty ? say(LeverPhrase.nothing) : list(told)), place: .text(filling)])
      .capitalizedFirst
  }

  fileprivate func choiceSentences(before: MechanismFindings, after: MechanismFindings) -> [String] {
    func net(_ mechanisms: MechanismFindings) -> Double {
      mechanisms.ranking.first { $0.id == mechanisms.recommended }?.netGain ?? 0
    }
    let phrase: LeverPhrase = before.recommended == after.recommended ? .sameForm : .otherForm
    return [
      say(
        phrase,
        [
          "old": .text(theForm(before.recommended)), "new": .text(theForm(after.recommended)),
          "before": .text(amount(net(before))), "after": .text(money(net(after))),
        ]
      ).capitalizedFirst
    ]
  }
}

extension Voice {
  /// What of the best form's net gain the level above pays; nothing where it pays nothing.
  fileprivate func outlaySentence(_ mechanisms: MechanismFindings) -> String? {
    guard let best = mechanisms.ranking.first(where: { $0.id == mechanisms.recommended }), best.paidFromAbove > 0 else {
      return nil
    }
    return say(
      LeverPhrase.paidFromAbove,
      ["paid": .text(money(best.paidFromAbove)), "rest": .text(money(best.netGain - best.paidFromAbove))])
  }
}

/// What is said of levers and stages.
enum LeverPhrase: String, Phrase {
  case with, atStage, changed, nothing, sameForm, otherForm, bestThen, noneThen, unmoved, paidFromAbove
  case form, before, after, change, members

  var wording: Wording {
    switch self {
    case .with: Wording("With {changes}:", "若{changes}：")
    case .atStage: Wording("At the {stage} stage, with {changes}:", "{stage}阶段，{changes}：")
    case .changed: Wording("{lever} at {to} instead of {from}", "{lever}由{from}变为{to}")
    case .nothing: Wording("all as it is", "一切不变")
    case .sameForm:
      Wording("{old} stays best; its net gain goes from {before} to {after}.", "{old}仍为最佳，净收益由{before}变为{after}。")
    case .otherForm:
      Wording(
        "{new} becomes best in place of {old}; the best net gain goes from {before} to {after}.",
        "最佳选择由{old}变为{new}，最佳净收益由{before}变为{after}。")
    case .bestThen: Wording("{form} is best, with a net gain of {net}.", "{form}最佳，净收益{net}。")
    case .noneThen: Wording("no form is better than acting alone.", "没有一种形式优于各自行动。")
    case .paidFromAbove:
      Wording(
        "Of this the level above pays {paid}; counted against it, {rest} is left.",
        "其中{paid}由上级支付；计入上级支出后，剩余{rest}。")
    case .unmoved: Wording("{form} keeps its own rules on {lever}: {reason}.", "{form}在“{lever}”上保持原有规则：{reason}。")
    case .form: Wording("Form", "形式")
    case .before: Wording("Net gain as things stand", "现状净收益")
    case .after: Wording("Net gain then", "改变后净收益")
    case .change: Wording("Difference", "变化")
    case .members: Wording("Members", "成员数")
    }
  }
}

/// The stages of cooperation.
enum StageName: String, Phrase {
  case initial, advanced, deepening

  var wording: Wording {
    switch self {
    case .initial: Wording("initial", "初始")
    case .advanced: Wording("advanced", "发展")
    case .deepening: Wording("deepening", "深化")
    }
  }
}
