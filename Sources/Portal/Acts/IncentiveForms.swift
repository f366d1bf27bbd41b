import Registry
import Reporting

extension ActForm {
  /// The acts on rewards and sanctions.
  static let incentiveCase: [ActForm] = [
    ActForm(
      .incentiveCase, "trigger",
      [
        ActField("agreement", IncentiveFieldPhrase.agreement, .object([.agreement])),
        ActField("subject", IncentiveFieldPhrase.subject, .object([.organisation])),
        ActField(
          "direction", IncentiveFieldPhrase.direction,
          .choice(IncentiveCase.Direction.allCases.map(\.rawValue)) { $0.word(IncentiveDirectionPhrase.self, $1) }),
        ActField("rule", IncentiveFieldPhrase.rule, .line(), hint: IncentiveFieldPhrase.ruleHint),
        ActField(
          "trigger", IncentiveFieldPhrase.trigger,
          .variant(
            [
              (
                "certificate",
                [
                  ActField("_0", IncentiveFieldPhrase.certificate, .object([.verification])),
                  ActField("commitment", IncentiveFieldPhrase.commitment, .object([.commitment])),
                ]
              ),
              ("overdue", [ActField("commitment", IncentiveFieldPhrase.commitment, .object([.commitment]))]),
            ]) { $0.word(IncentiveTriggerPhrase.self, $1) }),
      ]),
    ActForm(
      .incentiveCase, "propose",
      [
        ActField(
          "measure", IncentiveFieldPhrase.measure,
          .variant(
            [
              (
                "payment",
                [
                  ActField("transfers", IncentiveFieldPhrase.transfers, .list(transfer)),
                  ActField("books", IncentiveFieldPhrase.books, .object([.books])),
                ]
              ),
              ("publicNotice", [ActField("text", IncentiveFieldPhrase.notice, .text(limit: 2_000))]),
              (
                "suspension",
                [
                  ActField("ofVote", IncentiveFieldPhrase.ofVote, .flag),
                  ActField("until", IncentiveFieldPhrase.until, .moment),
                ]
              ),
            ]) { $0.word(MeasurePhrase.self, $1) }),
        ActField("reasons", FieldPhrase.reasons, .text()),
      ]),
    ActForm(.incentiveCase, "notify"),
    ActForm(
      .incentiveCase, "reply",
      [ActField("text", IncentiveFieldPhrase.reply, .text(), hint: IncentiveFieldPhrase.publicHint)]),
    ActForm(.incentiveCase, "waiveReply"),
    ActForm(
      .incentiveCase, "decide", acts: ["grant", "dismiss"],
      [
        ActField("grant", IncentiveFieldPhrase.grant, .flag, hint: IncentiveFieldPhrase.grantHint),
        ActField("reasons", FieldPhrase.reasons, .text(limit: 4_000)),
        ActField("inFavour", IncentiveFieldPhrase.inFavour, .whole),
        ActField("against", IncentiveFieldPhrase.against, .whole),
        ActField("quorum", IncentiveFieldPhrase.quorum, .whole),
      ]),
    ActForm(
      .incentiveCase, "appeal",
      [ActField("grounds", IncentiveFieldPhrase.grounds, .text(), hint: IncentiveFieldPhrase.publicHint)]),
    ActForm(
      .incentiveCase, "decideAppeal", acts: ["upholdAppeal", "rejectAppeal"],
      [
        ActField("upheld", IncentiveFieldPhrase.upheld, .flag, hint: IncentiveFieldPhrase.upheldHint),
        ActField("reasons", FieldPhrase.reasons, .text(limit: 4_000)),
      ]),
    ActForm(.incentiveCase, "putIntoEffect"),
    ActForm(.incentiveCase, "lift", [ActField("reasons", FieldPhrase.reasons, .text(limit: 4_000))]),
  ]

  /// A sum from one organisation's account to another's.
  private static let transfer: [ActField] = [
    ActField("from", IncentiveFieldPhrase.payer, .group(account)),
    ActField("to", IncentiveFieldPhrase.payee, .group(account)),
    ActField(
      "amount", IncentiveFieldPhrase.amount,
      .group([
        ActField("currency", IncentiveFieldPhrase.currency, .line(limit: 3), hint: IncentiveFieldPhrase.currencyHint),
        ActField("minor", IncentiveFieldPhrase.amount, .minorUnits),
      ])),
  ]

  private static let account: [ActField] = [
    ActField("owner", FieldPhrase.organisation, .object([.organisation])),
    ActField("purpose", IncentiveFieldPhrase.purpose, .line(limit: 128)),
  ]
}

/// What the fields of forms on rewards and sanctions are called.
enum IncentiveFieldPhrase: String, Phrase {
  case agreement, subject, direction, rule, ruleHint, trigger, certificate, commitment
  case measure, transfers, payer, payee, amount, currency, currencyHint, purpose, books, notice, ofVote, until
  case reply, publicHint, grant, grantHint, inFavour, against, quorum, grounds, upheld, upheldHint

  var wording: Wording {
    switch self {
    case .agreement: Wording("Agreement", "协议")
    case .subject: Wording("Whom does it concern?", "相对方")
    case .direction: Wording("Reward or sanction?", "奖励或惩戒？")
    case .rule: Wording("By which clause or rule?", "依据哪一条款或规则？")
    case .ruleHint: Wording("For example: clause 6 of the agreement", "例如：协议第六条")
    case .trigger: Wording("What gave rise to it?", "起因")
    case .certificate: Wording("Certificate", "核查证明")
    case .commitment: Wording("Commitment", "承诺")
    case .measure: Wording("What is to follow?", "拟采取的措施")
    case .transfers: Wording("Payments", "付款")
    case .payer: Wording("From", "付款方")
    case .payee: Wording("To", "收款方")
    case .amount: Wording("Amount", "金额")
    case .currency: Wording("Currency", "币种")
    case .currencyHint: Wording("Three letters, such as CNY", "三个字母，例如 CNY")
    case .purpose: Wording("For what", "用途")
    case .books: Wording("In which books?", "记入哪一账簿？")
    case .notice: Wording("Text of the notice", "公告内容")
    case .ofVote: Wording("The vote is suspended", "暂停表决权")
    case .until: Wording("Until", "至")
    case .reply: Wording("Your reply", "您的申辩")
    case .publicHint: Wording("Everybody can read it.", "内容对所有人公开。")
    case .grant: Wording("The measure is decided", "决定采取该措施")
    case .grantHint: Wording("Leave it open to decide against the measure.", "不勾选即为不采取该措施。")
    case .inFavour: Wording("Votes in favour", "赞成票")
    case .against: Wording("Votes against", "反对票")
    case .quorum: Wording("Votes needed for the quorum", "法定人数")
    case .grounds: Wording("Grounds of your appeal", "申诉理由")
    case .upheld: Wording("The appeal is upheld", "支持申诉")
    case .upheldHint: Wording("Leave it open to reject the appeal.", "不勾选即为驳回申诉。")
    }
  }
}
