/// What the page of a decision says beside its summary.
enum DecisionPagePhrase: String, Phrase {
  case kind, positions, trades, influence, methods, colophon
  case headApart, headAlike, chartApart, chartAlike, chartDescription, chartNote, chartCut
  case keyDisc, keyShade, keyCompromise, keyRange, keyMajority, keyTraded, keyChallenged, partyKey
  case outcomeTable, issue, low, high, compromise, least, greatest, majority, unbeaten, traded, challenged, noMajority
  case positionTable, party, capability, position, salience
  case gainFinding, gainFindingNone, gainDescription, gainTable, gain, keyGain, keyLoss
  case tradesLead, noTrades, tradesTable, tradesCut, first, itsMove, second, each, losers, move, loser, nobody
  case influenceFinding, influenceDescription, influenceTable
  case methodLead, methodTable, model, meaning, source
  case meanModel, mean, voteModel, vote, exchangeModel, exchange, challengeModel, challenge

  var wording: Wording {
    switch self {
    case .kind: Wording("What a group may be expected to decide", "集体决策预测")
    case .positions: Wording("Where they stand and where it ends", "各方立场与预期结果")
    case .trades: Wording("Who trades what with whom", "谁与谁交换什么")
    case .influence: Wording("Who moves the outcome", "谁影响结果")
    case .methods: Wording("The models", "所用模型")
    case .colophon:
      Wording(
        "Written by Interlocal. The same file gives the same page.", "本报告由 Interlocal 生成。相同的文件得到相同的报告。")
    case .headApart:
      Wording(
        "Trades and challenges move {issue} most: from {low} to {high} on a scale of {from} to {to}.",
        "交换与挑战对{issue}的影响最大：由{low}到{high}（标度为{from}至{to}）。")
    case .headAlike: Wording("Neither trades nor challenges move any outcome.", "交换与挑战都不改变任何结果。")
    case .chartApart:
      Wording(
        "On {issue} trades and challenges move the outcome by {gap} of the scale", "在{issue}上，交换与挑战使结果移动了标度的{gap}")
    case .chartAlike: Wording("Neither trades nor challenges move any outcome", "交换与挑战都不改变任何结果")
    case .chartDescription:
      Wording(
        "For each issue a line from one end of its scale to the other; above it a disc for each party, below it a mark for each model.",
        "每项议题一条标度线；线上方的圆表示各方立场，下方的标记为各模型的结果。")
    case .chartNote:
      Wording(
        "Of parties that stand at the same place the more capable is nearer to the line.", "立场相同的各方，能力较强者更靠近标度线。")
    case .chartCut:
      Wording(
        "The {n} issues that trades and challenges move most, of {all}; the tables have all.",
        "共{all}项议题，图中为受交换与挑战影响最大的{n}项；表中列出全部。")
    case .keyDisc: Wording("A party: the larger, the more capable", "一方：圆越大，能力越强")
    case .keyShade: Wording("The darker, the more it cares", "颜色越深，越重视")
    case .keyCompromise: Wording("Compromise", "折中")
    case .keyRange: Wording("If one figure is a little off", "某个数据略有误差时的范围")
    case .keyMajority: Wording("Majority", "多数")
    case .keyTraded: Wording("After trades", "交换之后")
    case .keyChallenged: Wording("After challenges", "挑战之后")
    case .partyKey: Wording("{letter} {party}", "{letter} {party}")
    case .outcomeTable: Wording("Where each model puts the outcome", "各模型的结果")
    case .issue: Wording("Issue", "议题")
    case .low: Wording("Scale from", "标度起点")
    case .high: Wording("to", "终点")
    case .compromise: Wording("Compromise", "折中")
    case .least: Wording("at least", "最低")
    case .greatest: Wording("at most", "最高")
    case .majority: Wording("Majority", "多数")
    case .unbeaten: Wording("Beaten by none", "不被击败者")
    case .traded: Wording("After trades", "交换之后")
    case .challenged: Wording("After challenges", "挑战之后")
    case .noMajority: Wording("none", "无")
    case .positionTable: Wording("Where each party stands, and how much it cares", "各方立场与重视程度")
    case .party: Wording("Party", "参与方")
    case .capability: Wording("Capability", "能力")
    case .position: Wording("{issue}: position", "{issue}：立场")
    case .salience: Wording("{issue}: cares", "{issue}：重视程度")
    case .gainFinding:
      Wording(
        "All trades together serve {best} best and leave {n#party#parties} worse off",
        "所有交换合计，受益最多的是{best}，有{n}方受损")
    case .gainFindingNone: Wording("All trades together leave nobody worse off", "所有交换合计，无人受损")
    case .gainDescription: Wording("What all trades together mean to each party.", "所有交换合计对各方的影响。")
    case .gainTable: Wording("What all trades together mean to each", "所有交换合计对各方的影响")
    case .gain: Wording("Gain, hundredths of a scale × how much it cares", "得益（标度的百分之一×重视程度）")
    case .keyGain: Wording("better off", "受益")
    case .keyLoss: Wording("worse off", "受损")
    case .tradesLead:
      Wording(
        "Two parties on opposite sides of two issues each move where they care less, until both have gained the same. {n#pair stands#pairs stand} so; {m#trade is#trades are} agreed, the best first.",
        "两方在两项议题上立场相反时，各在自己较不重视的议题上让步，直到双方得益相等。有{n}对处于这种情形；达成{m}项交换，按有利程度先后排列。")
    case .noTrades: Wording("No two parties would both gain by trading support.", "没有两方能通过交换支持而共同获益。")
    case .tradesTable: Wording("The trades, in the order agreed", "各项交换（按达成顺序）")
    case .tradesCut:
      Wording("The first {n} of {all} trades; tables/trades.csv has all.", "共{all}项交换，此处列出前{n}项；全部见 tables/trades.csv。")
    case .first: Wording("One", "一方")
    case .itsMove: Wording("gives way on", "让步")
    case .second: Wording("The other", "另一方")
    case .each: Wording("Each gains", "各得")
    case .losers: Wording("Who loses", "受损者")
    case .move: Wording("{issue}: {from} → {to}", "{issue}：{from}→{to}")
    case .loser: Wording("{who} {loss}", "{who} {loss}")
    case .nobody: Wording("nobody", "无")
    case .influenceFinding:
      Wording(
        "{who} moves more than any other: {share} of the compromise on {issue}", "{who}的影响最大：占{issue}折中结果的{share}")
    case .influenceDescription:
      Wording("How far the compromise follows each party, issue by issue.", "各议题的折中结果随各方立场变动的程度。")
    case .influenceTable: Wording("Each party’s part of the compromise", "各方在折中结果中的比重")
    case .methodLead: Wording("Forecasts by models of the literature, not promises.", "以下为文献模型的预测，并非承诺。")
    case .methodTable: Wording("How each model decides", "各模型如何决定")
    case .model: Wording("Model", "模型")
    case .meaning: Wording("The outcome", "结果")
    case .source: Wording("After", "出处")
    case .meanModel: Wording("Compromise", "折中")
    case .mean:
      Wording("the mean of all positions, each weighed by capability times how much it cares", "各方立场按能力×重视程度加权的平均值")
    case .voteModel: Wording("Majority", "多数")
    case .vote: Wording("the position that beats every other, two at a time", "两两表决中胜过其他一切立场的立场")
    case .exchangeModel: Wording("Trades", "交换")
    case .exchange:
      Wording(
        "the compromise after two and two have moved where they care less, both gaining the same",
        "两两在较不重视的议题上让步、双方得益相等之后的折中")
    case .challengeModel: Wording("Challenges", "挑战")
    case .challenge:
      Wording("the compromise after each has given way to whoever can make it", "各方向能迫使其让步者让步之后的折中")
    }
  }
}
