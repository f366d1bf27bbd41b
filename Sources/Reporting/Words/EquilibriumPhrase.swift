/// What is said of the equilibria: what can happen when each acts alone.
enum EquilibriumPhrase: String, Phrase {
  case title, onlyOne, oneKnown, all, some, todayIsBest, todayFallsShort, notListed
  case chartFinding, chartDescription, chartNote, today, best, todayAndBest, number, does, doesNot
  case tableTitle, rank, total, remark, dominated, actionTitle, member, actionHead, amountHead, listed

  var wording: Wording {
    switch self {
    case .title: Wording("What can happen when each acts alone", "各自行动时可能的结果")
    case .onlyOne: Wording("There is one equilibrium and no other.", "只有一个均衡，没有其他均衡。")
    case .oneKnown:
      Wording(
        "One equilibrium was found; it was not shown that there is no other.", "找到一个均衡；尚未证明没有其他均衡。")
    case .all:
      Wording(
        "There are {n#equilibrium#equilibria}, from none of which a member would move alone.",
        "共有{n}个均衡：在其中任何一个之下，没有成员会单独改变。")
    case .some:
      Wording(
        "{n#equilibrium was#equilibria were} found, from which no member would move alone; it was not shown that there is no other.",
        "找到{n}个均衡，在其中没有成员会单独改变；尚未证明没有其他均衡。")
    case .todayIsBest: Wording("Today’s is the best of them.", "目前的均衡是其中最好的。")
    case .todayFallsShort:
      Wording(
        "Today’s comes {rank} by the total; the best would spare the members {more} in all.",
        "按总额，目前的均衡列第{rank}位；最好的均衡合计可节约{more}。",
        gains: (
          "Today’s comes {rank} by the total; the best would bring the members {more} more in all.",
          "按总额，目前的均衡列第{rank}位；最好的均衡合计可多得{more}。"
        ))
    case .notListed: Wording("The first {shown} of {all} are listed.", "列出{all}个中的前{shown}个。")
    case .chartFinding:
      Wording(
        "{most} of {all} members act in the best equilibrium, {today} in today’s",
        "在最好均衡中，{all}个成员中有{most}个行动；在目前的均衡中有{today}个")
    case .chartDescription:
      Wording(
        "A row for each member, a column for each equilibrium by rank; each cell is what the member does there. Darker is more.",
        "每个成员一行，每个均衡（按名次）一列；单元格为该成员在其中的行动，颜色越深越多。")
    case .chartNote:
      Wording(
        "Columns: the equilibria by their rank. {marks} Cells: what the member does.", "列：均衡名次。{marks}单元格：成员的行动。")
    case .today: Wording("today’s", "目前")
    case .best: Wording("best", "最好")
    case .todayAndBest: Wording("today’s, best", "目前，最好")
    case .number: Wording("Number {n}: {mark}.", "第{n}：{mark}。")
    case .does: Wording("Act", "行动者")
    case .doesNot: Wording("nobody", "无人")
    case .tableTitle: Wording("The equilibria by their total, in {unit}", "按总额排列的均衡，单位：{unit}")
    case .rank: Wording("Rank", "名次")
    case .total:
      Wording("Total cost", "总成本", gains: ("Total gain", "总收益"))
    case .remark: Wording("Remark", "说明")
    case .dominated:
      Wording("another is better for some and worse for none", "另有均衡对部分成员更好且无人更差")
    case .actionTitle:
      Wording(
        "What each member does and bears in each equilibrium, in {unit}", "各均衡中各成员的行动与负担，单位：{unit}",
        gains: (
          "What each member does and gets in each equilibrium, in {unit}", "各均衡中各成员的行动与所得，单位：{unit}"
        ))
    case .member: Wording("Member", "成员")
    case .actionHead: Wording("{rank}: action", "{rank}：行动")
    case .amountHead: Wording("{rank}: cost", "{rank}：成本", gains: ("{rank}: gain", "{rank}：收益"))
    case .listed: Wording("all members", "全体成员")
    }
  }
}
