/// What is said of a standard that could be common: who takes it up, and what it takes to get there.
enum StandardPhrase: String, Phrase {
  case title, matrixAll, matrixPush, matrixNever, matrixDescription, matrixNote, matrixTable
  case holds, follows, push, never, item, member
  case noPush, pushFinding, pushDescription, pushTable, amount, pushLine, atLeast, exact, firstMovers, fewestMovers
  case roundTitle, round, who, beliefTitle, beliefNote, laplacian, laplacianNote
  case scaleFinding, scaleDescription, scaleNote, scaleTable, withItem

  var wording: Wording {
    switch self {
    case .title: Wording("Who takes up the standard", "谁会采用标准")
    case .matrixAll: Wording("Every member has the standard or follows by itself", "每个成员都已采用或会自行跟进")
    case .matrixPush:
      Wording(
        "{push#adoption needs#adoptions need} a push; {own} come without one",
        "{push}项采用需要激励，{own}项无需激励")
    case .matrixNever:
      Wording(
        "{push#adoption needs#adoptions need} a push, {own} come without one, {never} never",
        "{push}项采用需要激励，{own}项无需激励，{never}项不会实现")
    case .matrixDescription:
      Wording(
        "A row for each member, a column for each item; each cell says whether the member has it today, follows by itself, adopts only with a push, or never adopts.",
        "每个成员一行，每个事项一列；单元格表示该成员目前已采用、会自行跟进、只在激励下采用或不会采用。")
    case .matrixNote: Wording("Columns: {items}.", "列：{items}。")
    case .matrixTable: Wording("Who takes up what", "各成员的采用情况")
    case .holds: Wording("has it today", "目前已采用")
    case .follows: Wording("follows by itself", "会自行跟进")
    case .push: Wording("only with a push", "只在激励下采用")
    case .never: Wording("never", "不会采用")
    case .item: Wording("Item", "事项")
    case .member: Wording("Member", "成员")
    case .noPush: Wording("No push is needed for: {item}.", "无需激励的事项：{item}。")
    case .pushFinding:
      Wording("A push of {amount} brings all who can gain to adopt", "{amount}的激励可使所有能受益者采用")
    case .pushDescription:
      Wording(
        "For each item, whom a push would go to so that the others follow by themselves, and how much, in {unit}.",
        "各事项中，为使其他成员自行跟进而需给予激励的成员及数额，单位：{unit}。")
    case .pushTable: Wording("Who would be given how much, in {unit}", "给予各成员的数额，单位：{unit}")
    case .amount: Wording("Push", "激励额")
    case .pushLine:
      Wording(
        "{item}: {who}, {amount} in all; then the others follow by themselves. {bound}",
        "{item}：{who}，合计{amount}，其他成员便会自行跟进。{bound}")
    case .exact: Wording("No smaller total does.", "更小的总额不够。")
    case .atLeast:
      Wording("At least {least} is needed; nothing smaller than the first was found.", "至少需要{least}；未找到更小的总额。")
    case .firstMovers:
      Wording(
        "If {who} moved first, the others would follow; no fewer first movers do.", "若{who}率先采用，其他成员便会跟进；更少的率先者不够。")
    case .fewestMovers:
      Wording(
        "If {who} moved first, the others would follow; at least {n#first mover is#first movers are} needed.",
        "若{who}率先采用，其他成员便会跟进；至少需要{n}个率先者。")
    case .roundTitle: Wording("Who follows whom by itself, round after round", "逐轮自行跟进的成员")
    case .round: Wording("Round", "轮次")
    case .who: Wording("Who", "成员")
    case .beliefTitle:
      Wording(
        "How sure each must be that every other adopts before it adopts itself", "各成员自身采用前须对其他每一方会采用抱有的把握")
    case .beliefNote:
      Wording(
        "0%: it adopts whatever the others do. –: it does not adopt even if all others do.",
        "0%：无论他方如何都会采用；–：即使其他各方全部采用也不采用。")
    case .laplacian: Wording("Who would adopt knowing nothing of the others", "对他方一无所知时会采用的成员")
    case .laplacianNote:
      Wording(
        "Each holds every number of other adopters, from none to all, for equally likely.",
        "各成员认为其他采用者的各种数目（由零到全体）同样可能。")
    case .scaleFinding:
      Wording("{first} and {second} govern furthest apart: {x} levels", "{first}与{second}的治理尺度差异最大：{x}级")
    case .scaleDescription:
      Wording(
        "A matrix with a row and a column for each member; each cell says how far apart the two govern, over all items. Darker is further.",
        "每个成员一行一列；单元格为两个成员在全部事项上的治理尺度差异，颜色越深差异越大。")
    case .scaleNote:
      Wording(
        "The mean distance of the levels at which two members govern, weighted by item. Own form.",
        "两个成员治理等级之差按事项加权的平均值。自设形式。")
    case .scaleTable: Wording("How far apart members govern", "成员间的治理尺度差异")
    case .withItem: Wording("{who} ({item})", "{who}（{item}）")
    }
  }
}
