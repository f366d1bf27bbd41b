import Studies

/// The short answer to one question about a case, for a terminal: a few sentences and a table.
public struct Answer: Sendable {
  /// Plain sentences in the language asked for.
  public let sentences: [String]
  /// Rows of cells of equal number, the first the headings.
  public let table: [[String]]

  /// What kind of trap the players are in: what each bears alone and together, and what tempts it.
  public static func diagnosis(_ findings: Findings, in language: Language) -> Answer {
    let voice = Voice(findings, in: language)
    // Before a rule divides a joint cost there is only a provisional bill, which is nobody's cost together.
    let isDivided = findings.diagnosis.losersWithoutTransfers != nil
    let heads: [AnswerPhrase] = isDivided ? [.player, .alone, .together, .temptation] : [.player, .alone]
    return Answer(
      sentences: voice.dilemmaSentences + LevelPart(voice: voice).leverSentences,
      table: [heads.map { voice.say($0) }]
        + findings.diagnosis.players.map { player in
          let (alone, together) = (voice.counted(player.costAlone), voice.counted(player.costTogether))
          let amounts = isDivided ? [alone, together, player.freeRidingIncentive] : [alone]
          return [voice.name(player.player)] + amounts.map(voice.amount)
        })
  }

  /// The forms of cooperation compared, best first.
  public static func appraisal(_ findings: Findings, in language: Language) -> Answer {
    let voice = Voice(findings, in: language)
    let heads: [AnswerPhrase] = [.form, .members, .gross, .chance, .transaction, .autonomy, .net]
    return Answer(
      sentences: voice.formSentences,
      table: [heads.map { voice.say($0) }]
        + findings.mechanisms.ranking.map { form in
          let chance = form.coordination * form.division * form.defectionSafety
          return [
            voice.form(form.id), form.isFormed ? "\(form.members.count)" : voice.say(AnswerPhrase.notFormed),
            voice.amount(form.grossGain), voice.percent(chance), voice.amount(form.transactionCost.total),
            voice.amount(form.autonomyCost), voice.amount(form.netGain),
          ]
        })
  }
}

/// The headings of short answers.
enum AnswerPhrase: String, Phrase {
  case player, alone, together, temptation, form, members, gross, chance, transaction, autonomy, net, notFormed

  var wording: Wording {
    switch self {
    case .player: Wording("Member", "成员")
    case .alone: Wording("Cost alone", "单独行动的成本", gains: ("Gain alone", "单独行动的收益"))
    case .together: Wording("Cost together", "共同行动的成本", gains: ("Gain together", "共同行动的收益"))
    case .temptation:
      Wording("Saved by breaking away", "背离可节省", gains: ("Gained by breaking away", "背离可多得"))
    case .form: Wording("Form", "形式")
    case .members: Wording("Members", "成员数")
    case .gross: Wording("Gain if it holds", "维持时的收益")
    case .chance: Wording("Chance", "可能性")
    case .transaction: Wording("Transaction cost", "交易成本")
    case .autonomy: Wording("Autonomy cost", "自主权成本")
    case .net: Wording("Net gain", "净收益")
    case .notFormed: Wording("does not come about", "无法达成")
    }
  }
}
