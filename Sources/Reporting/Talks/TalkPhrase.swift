/// What the page of a negotiation says beside its summary.
enum TalkPhrase: String, Phrase {
  case kind, deals, bargaining, obstacle, methods, colophon
  case headDeal, headNone, headNoBargain, headOpen
  case frontierFinding, frontierNone, frontierDescription, parallelDescription, frontierNote, parallelNote
  case worthTo, noDeal, zone, keyFrontier, keyReservation
  case fair, landing, both, improvement, nearest, dealKey, join
  case dealTable, dealColumn, who
  case gainFinding, gainFindingOne, gainFindingEqual, gainDescription, gainTable, gainNote, party
  case termsTable
  case concessionFinding, concessionNobody, concessionDescription, concessionNote, concessionTable
  case how, strategy, firstOffer, lastOffer, rounds, ending, round, endedWith, left, landingTable
  case seriesTable, meanWorth, error
  case obstacleLead, obstacleFinding, obstacleDescription, obstacleNote, obstacleTable, reservation, worth, short,
    alone, no
  case methodLead, methodTable, rule, meaning, source, partyKey

  var wording: Wording {
    switch self {
    case .kind: Wording("A negotiation: which deals there are, and where it lands", "谈判分析：有哪些协议，会落在哪里")
    case .deals: Wording("The deals", "可能的协议")
    case .bargaining: Wording("How they get there", "如何达成")
    case .obstacle: Wording("What stands in the way", "障碍何在")
    case .methods: Wording("The rules", "所用规则")
    case .colophon:
      Wording(
        "Written by Interlocal. The same file gives the same page.", "本报告由 Interlocal 生成。相同的文件得到相同的报告。")
    case .headDeal:
      Wording(
        "A deal is possible, and {n} of {all} ways of bargaining reach one.", "可以达成协议；{all}种谈判方式中有{n}种能达成。")
    case .headNone: Wording("As things stand no deal suits everyone.", "就目前而言，没有各方都能接受的协议。")
    case .headNoBargain: Wording("A deal is possible, but no way of bargaining reaches it.", "可以达成协议，但没有一种谈判方式能达成。")
    case .headOpen: Wording("A deal is possible.", "可以达成协议。")
    case .frontierFinding:
      Wording(
        "{n#package cannot#packages cannot} be bettered for one without loss to another", "有{n}种方案无法在不损害他方的前提下改善任何一方")
    case .frontierNone:
      Wording("Even the nearest package leaves somebody worse off than no deal", "即使最接近的方案也使某一方不如不达成协议")
    case .frontierDescription:
      Wording(
        "Packages by what they are worth to the one party across and to the other upwards; within the shaded area both are better off than without a deal.",
        "横轴为方案对一方的价值，纵轴为对另一方的价值；阴影区内双方都优于不达成协议。")
    case .parallelDescription:
      Wording(
        "An upright line a party, from no deal (0%) to the most it can have in a deal that all accept (100%); a line across for each package.",
        "每方一条竖线，由不达成协议（0%）到各方都接受的协议中最多可得（100%）；每种方案一条横线。")
    case .frontierNote:
      Wording(
        "Each party’s worths are its own points: a step across and a step up cannot be compared.",
        "各方的分数自成一体，横轴与纵轴不可比较。")
    case .parallelNote:
      Wording(
        "Each party’s worths are its own points; shares of what it could gain are comparable, points are not.",
        "各方的分数自成一体；可得收益的比例可以比较，分数不可比较。")
    case .worthTo: Wording("worth to {who}", "对{who}的价值")
    case .noDeal: Wording("no deal", "不达成协议")
    case .zone: Wording("Better for all than no deal", "各方都优于不达成协议")
    case .keyFrontier: Wording("Package that no other beats", "不被其他方案超过的方案")
    case .keyReservation: Wording("What no deal is worth", "不达成协议时的所得")
    case .fair: Wording("Fair by some rule", "按某种公平规则")
    case .landing: Wording("Where bargaining lands", "谈判的落点")
    case .both: Wording("Fair, and bargaining lands there", "既公平又是谈判的落点")
    case .improvement: Wording("Better than where bargaining lands", "比谈判的落点更好")
    case .nearest: Wording("Nearest to a deal", "最接近协议的方案")
    case .dealKey: Wording("{n} {names}", "{n} {names}")
    case .join: Wording("; ", "；")
    case .dealTable: Wording("The deals by their numbers, and what each is worth", "各方案编号及其价值")
    case .dealColumn: Wording("Deal", "方案")
    case .who: Wording("Chosen by", "由谁选出")
    case .gainFinding:
      Wording(
        "Which deal it is matters most to {who}: {least} of what it could gain in {m}, {most} in {n}",
        "选择哪种方案对{who}影响最大：{m}中为其可得收益的{least}，{n}中为{most}")
    case .gainFindingOne:
      Wording(
        "{n} gives {who} most of what it could gain, {most}, and {other} least, {least}",
        "{n}给{who}最多，为其可得收益的{most}；给{other}最少，为{least}")
    case .gainFindingEqual: Wording("All deals give everyone the same share of what it could gain", "各方案给予各方相同比例的可得收益")
    case .gainDescription:
      Wording(
        "For each party and deal its gain as a share of the most it could gain.", "各方在各方案中的收益占其最多可得收益的比例。")
    case .gainTable: Wording("Gain as a share of the most each could gain", "收益占各方最多可得收益的比例")
    case .gainNote:
      Wording(
        "0% is no deal, 100% the most a party can have in a deal that nobody would refuse. Columns are deals: {deals}.",
        "0%为不达成协议，100%为一方在各方都接受的协议中最多可得。各列为方案：{deals}。")
    case .party: Wording("Party", "参与方")
    case .termsTable: Wording("The deals in words", "各方案的内容")
    case .concessionFinding: Wording("{who} gives way furthest: {how}", "{who}让步最大：{how}")
    case .concessionNobody: Wording("Nobody gives way", "没有一方让步")
    case .concessionDescription:
      Wording(
        "For each way of bargaining a line a party: how much of its own best each of its offers keeps, round by round.",
        "每种谈判方式下各方一条线：其每轮出价为自己保留的最佳收益比例。")
    case .concessionNote:
      Wording("0% is what no deal is worth to a party, 100% the best package for it.", "0%为不达成协议时的所得，100%为对该方最好的方案。")
    case .concessionTable: Wording("First and last offers, by what they keep of one’s own best", "首次与最后出价为自己保留的最佳收益比例")
    case .how: Wording("Way of bargaining", "谈判方式")
    case .strategy: Wording("Strategy", "策略")
    case .firstOffer: Wording("First offer keeps", "首次出价保留")
    case .lastOffer: Wording("Last offer keeps", "最后出价保留")
    case .rounds: Wording("Rounds or proposals", "轮数或提议数")
    case .ending: Wording("Ends in", "结果")
    case .round: Wording("rounds", "轮")
    case .endedWith: Wording("deal {n}", "方案{n}")
    case .left: Wording("Left on the table", "未实现的收益")
    case .landingTable: Wording("Where each way of bargaining lands", "各种谈判方式的落点")
    case .seriesTable: Wording("Mean worth over {n#run#runs}, seed {seed}", "{n}次模拟的平均所得（种子{seed}）")
    case .meanWorth: Wording("Mean worth", "平均所得")
    case .error: Wording("Standard error", "标准误")
    case .obstacleLead:
      Wording(
        "What each would have to give up of what it has without a deal, for the nearest package to suit everyone.",
        "要使最接近的方案为各方所接受，各方须从其不达成协议时的所得中放弃多少。")
    case .obstacleFinding: Wording("The nearest package leaves {who} short", "最接近的方案使{who}不足")
    case .obstacleDescription: Wording("What the nearest package falls short of for each party.", "最接近的方案对各方的差距。")
    case .obstacleNote:
      Wording(
        "Figures are in each party’s own points; a bar is as long as they are beside the best package or no deal for that party, whichever is more.",
        "数字为各方自己的分数；条形长度为其与该方最好方案或不达成协议时所得（取较大者）之比。")
    case .obstacleTable: Wording("The nearest package against no deal", "最接近的方案与不达成协议的比较")
    case .reservation: Wording("No deal", "不达成协议")
    case .worth: Wording("Nearest package", "最接近的方案")
    case .short: Wording("Short by", "差距")
    case .alone: Wording("Opens a deal alone by asking less by", "单独降低多少即可达成协议")
    case .no: Wording("–", "–")
    case .methodLead: Wording("What the rules of fairness and the ways of bargaining mean.", "各公平规则与谈判方式的含义。")
    case .methodTable: Wording("Rules of fairness and ways of bargaining", "公平规则与谈判方式")
    case .rule: Wording("Rule", "规则")
    case .meaning: Wording("Chooses", "含义")
    case .source: Wording("After", "出处")
    case .partyKey: Wording("{n} {party}", "{n} {party}")
    }
  }
}

/// The short names of rules of fairness, under their codes.
enum FairnessName: String, Phrase {
  case nash, kalaiSmorodinsky, egalitarian, utilitarian

  var wording: Wording {
    switch self {
    case .nash: Wording("Nash", "纳什")
    case .kalaiSmorodinsky: Wording("Kalai–Smorodinsky", "卡莱—斯莫罗丁斯基")
    case .egalitarian: Wording("equal gains", "收益均等")
    case .utilitarian: Wording("largest sum", "总和最大")
    }
  }

  /// What the rule chooses, as the short answer says it.
  var meaning: DealPhrase {
    switch self {
    case .nash: .nash
    case .kalaiSmorodinsky: .kalaiSmorodinsky
    case .egalitarian: .egalitarian
    case .utilitarian: .utilitarian
    }
  }

  /// Whom it is after.
  var source: String {
    switch self {
    case .nash: "Nash (1950), Econometrica 18, 155–162"
    case .kalaiSmorodinsky: "Kalai & Smorodinsky (1975), Econometrica 43, 513–518"
    case .egalitarian: "Kalai (1977), Econometrica 45, 1623–1630"
    case .utilitarian: "Harsanyi (1955), Journal of Political Economy 63, 309–321"
    }
  }
}

/// How deals are bargained for, under the codes of protocols.
enum ProtocolName: String, Phrase {
  case alternatingOffers, monotonicConcession, singleText, simultaneousBids, votedProposals, bilateralTalks

  var wording: Wording {
    switch self {
    case .alternatingOffers: DealPhrase.alternatingOffers.wording
    case .monotonicConcession: DealPhrase.monotonicConcession.wording
    case .singleText: DealPhrase.singleText.wording
    case .simultaneousBids: DealPhrase.simultaneousBids.wording
    case .votedProposals: DealPhrase.votedProposals.wording
    case .bilateralTalks: DealPhrase.bilateralTalks.wording
    }
  }

  /// What parties do.
  var meaning: Wording {
    switch self {
    case .alternatingOffers:
      Wording("one after the other offers a package; a deal when all accept it", "各方轮流提出方案；全体接受即成交")
    case .monotonicConcession:
      Wording(
        "all offer at once, and whoever would lose least by conceding, beside what it risks, gives way",
        "各方同时出价，相对所冒风险而言让步损失最小的一方让步")
    case .singleText:
      Wording("a mediator changes one text step by step as long as nobody objects", "调解人逐步修改同一文本，只要无人反对")
    case .simultaneousBids:
      Wording(
        "all bid at once, under seal, and then each answers every bid", "各方每轮同时密封出价，再逐一回应每个出价")
    case .votedProposals: Wording("whoever has the turn proposes, and all vote", "轮到的一方提案，各方表决")
    case .bilateralTalks:
      Wording(
        "every issue is settled by the two whom it concerns most, who take turns; nobody else is asked",
        "每项议题由最相关的两方轮流出价商定，不问其他各方")
    }
  }

  /// Whom it is after.
  var source: String {
    switch self {
    case .alternatingOffers:
      "Rubinstein (1982), Econometrica 50, 97–109; for several parties Aydoğan, Festen, Hindriks & Jonker (2017)"
    case .monotonicConcession:
      "Zeuthen (1930), Problems of Monopoly and Economic Warfare; for several parties Endriss (2006), AAMAS-06, 392–399"
    case .singleText: "Fisher & Ury (1981), Getting to Yes; Klein, Faratin, Sayama & Bar-Yam (2003)"
    case .simultaneousBids: "–"
    case .votedProposals: "Baron & Ferejohn (1989), American Political Science Review 83, 1181–1206"
    case .bilateralTalks: "–"
    }
  }
}

/// How bargaining ends without a deal.
enum EndingName: String, Phrase {
  case agreement, deadline, walkedAway, deadlock, noZone

  var wording: Wording {
    switch self {
    case .agreement: Wording("a deal", "达成协议")
    case .deadline: DealPhrase.deadline.wording
    case .walkedAway: DealPhrase.walkedAway.wording
    case .deadlock: DealPhrase.deadlock.wording
    case .noZone: DealPhrase.noPackage.wording
    }
  }
}

/// How a party bargains, under the codes of strategies.
enum StrategyName: String, Phrase {
  case boulware, linear, conceder, hardliner, titForTat, niceTitForTat, micro, zeuthen, random

  var wording: Wording {
    switch self {
    case .boulware: Wording("gives way late", "后期才让步")
    case .linear: Wording("gives way evenly", "匀速让步")
    case .conceder: Wording("gives way early", "早早让步")
    case .hardliner: Wording("never gives way", "从不让步")
    case .titForTat: Wording("gives way as the others do", "随对方让步")
    case .niceTitForTat: Wording("gives way as the others do, towards a fair deal", "随对方让步，朝公平方案靠拢")
    case .micro: Wording("a small step for each step of the others", "对方每让一步便小让一步")
    case .zeuthen: Wording("gives way when it risks more", "风险较大时让步")
    case .random: Wording("offers by chance", "随机出价")
    }
  }
}
