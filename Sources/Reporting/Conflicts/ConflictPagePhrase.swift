/// What the page of a conflict says beside its summary.
enum ConflictPagePhrase: String, Phrase {
  case kind, headFirm, headSome, headNone, graph, states, preferences, concepts, colophon
  case graphFirm, graphSome, graphNone, graphDescription, graphNote, notAllDrawn, nothingDrawn
  case keyFirm, keySome, keyNone, keyToday, keyWanted, keySquares, keyFirst, keyBetter, keyEqual, keyOneWay, keyMaker
  case movesTable, maker, from, to, worth, better, worse, same
  case matrixFirm, matrixNone, matrixDescription, matrixAll, matrixSome, matrixNobody
  case stabilityTable, state, staysAll, staysNone, stateKey, today, wanted, marked
  case statesLead, statesTable, statesCut, happens, nothing, either
  case preferenceLead, preferenceTable, best, like
  case conceptLead, conceptTable, concept, meaning, source

  var wording: Wording {
    switch self {
    case .kind: Wording("A conflict and where it comes to rest", "冲突及其稳定结局分析")
    case .headFirm: Wording("Whatever they fear, all stay in {states}.", "无论各方顾忌什么，都会停留在状态{states}。")
    case .headSome:
      Wording("All stay in {states} only if they fear the others’ answers.", "只有顾忌他方回应时，各方才会停留在状态{states}。")
    case .headNone: Wording("In no state do all stay.", "没有一种状态能使各方都停留。")
    case .graph: Wording("Where it comes to rest", "冲突会停在哪里")
    case .states: Wording("What can come about", "可能出现的状态")
    case .preferences: Wording("What each prefers", "各方的偏好")
    case .concepts: Wording("What staying means", "各种稳定性概念")
    case .colophon:
      Wording(
        "Written by Interlocal. The same file gives the same page.", "本报告由 Interlocal 生成。相同的文件得到相同的报告。")
    case .graphFirm: Wording("Nobody leaves {states}, under any concept", "在任何概念下，都无人离开状态{states}")
    case .graphSome: Wording("{states} holds under some concepts and not under others", "状态{states}在部分概念下稳定，在另一些概念下则不然")
    case .graphNone: Wording("From every state somebody moves on", "每种状态下都有人会继续行动")
    case .graphDescription:
      Wording(
        "States on a circle and the moves between them; dark arrows are good for whoever moves.",
        "各状态排成一圈，连线为状态之间的行动；深色箭头表示对行动者有利。")
    case .graphNote:
      Wording(
        "{n#move is#moves are} drawn. A move there and back is one line; its head shows which way is good for its maker.",
        "图中共有{n}条行动。往返行动合为一条线，箭头指向对行动者有利的方向。")
    case .notAllDrawn:
      Wording(
        "Of {all} states {n} are drawn: today’s, the wanted, and those in which all stay under some concept.",
        "共{all}种状态，图中画出{n}种：目前的、期望的，以及在某种概念下各方都停留的。")
    case .nothingDrawn: Wording("Of {all} states none is at rest.", "{all}种状态中没有一种是稳定的。")
    case .keyFirm: Wording("All stay under every concept", "在所有概念下各方都停留")
    case .keySome: Wording("All stay under some concept", "在部分概念下各方都停留")
    case .keyNone: Wording("Somebody leaves", "有人会离开")
    case .keyToday: Wording("A ring around it: today", "外圈：目前的状态")
    case .keyWanted: Wording("Wanted", "期望的状态")
    case .keySquares: Wording("Squares: {concepts}, filled where all stay", "小方块依次为{concepts}，实心表示各方都停留")
    case .keyFirst: Wording("Good for its maker, from today’s state", "从目前状态出发、对行动者有利")
    case .keyBetter: Wording("Good for its maker", "对行动者有利")
    case .keyEqual: Wording("The same to its maker", "对行动者无差别")
    case .keyOneWay: Wording("Not good for it, and no way back", "对其不利且不可返回")
    case .keyMaker: Wording("Line of {maker}", "{maker}的连线")
    case .movesTable: Wording("The moves drawn", "图中的行动")
    case .maker: Wording("Who moves", "行动者")
    case .from: Wording("From", "从")
    case .to: Wording("To", "到")
    case .worth: Wording("For whoever moves", "对行动者")
    case .better: Wording("better", "更好")
    case .worse: Wording("worse", "更差")
    case .same: Wording("the same", "无差别")
    case .matrixFirm: Wording("{n#state is#states are} left by nobody under some concept", "有{n}种状态在某种概念下无人离开")
    case .matrixNone: Wording("No state is left by nobody, under any concept", "在任何概念下都没有无人离开的状态")
    case .matrixDescription:
      Wording("For each state and concept whether all, some or none stay.", "各状态在各概念下是全部、部分还是无人停留。")
    case .matrixAll: Wording("All stay", "全部停留")
    case .matrixSome: Wording("Some stay", "部分停留")
    case .matrixNobody: Wording("Nobody stays", "无人停留")
    case .stabilityTable: Wording("Who stays where", "谁停留在哪里")
    case .state: Wording("State", "状态")
    case .staysAll: Wording("all", "全部")
    case .staysNone: Wording("nobody", "无人")
    case .stateKey: Wording("{n} = {state}", "{n} = {state}")
    case .today: Wording("{state} (today)", "{state}（目前）")
    case .wanted: Wording("{state} (wanted)", "{state}（期望）")
    case .marked: Wording("{state} (today, wanted)", "{state}（目前，期望）")
    case .statesLead:
      Wording(
        "A state is what each has taken up of what it may do. {n#state#states} can come about.",
        "状态由各方是否采取其可选行动决定。可能出现{n}种状态。")
    case .statesTable: Wording("What is done in each state", "各状态下采取的行动")
    case .statesCut:
      Wording("The first {n} of {all} states; tables/states.csv has all.", "此处列出{all}种状态中的前{n}种；全部见 tables/states.csv。")
    case .happens: Wording("What {maker} does", "{maker}的行动")
    case .nothing: Wording("nothing of it", "均不采取")
    case .either: Wording("{option}, or not", "{option}（或不采取）")
    case .preferenceLead:
      Wording("States that one likes as well as each other stand together.", "喜好相同的状态列在一起。")
    case .preferenceTable: Wording("Each one’s states, the best first", "各方对状态的排序，最好的在前")
    case .best: Wording("Best first", "由好到差")
    case .like: Wording("{states} alike", "{states}相同")
    case .conceptLead:
      Wording(
        "Whether one stays where it is depends on what it expects the others to do if it moves.",
        "一方是否停留，取决于它预期自己行动后他方会如何回应。")
    case .conceptTable: Wording("The concepts of stability", "稳定性概念")
    case .concept: Wording("Concept", "概念")
    case .meaning: Wording("One stays", "停留条件")
    case .source: Wording("After", "出处")
    }
  }
}

/// What a concept of stability means, under its short name.
enum StabilityMeaning: String, Phrase {
  case nash = "Nash"
  case general = "GMR"
  case symmetric = "SMR"
  case sequential = "SEQ"
  case symmetricSequential = "SSEQ"

  var wording: Wording {
    switch self {
    case .nash: Wording("if no move of its own is good for it", "自己的任何一步行动都不能改善处境")
    case .general:
      Wording("if every such move can be answered so that it ends no better than now", "每一步有利行动都可能被回应到不优于现状的状态")
    case .symmetric: Wording("the same, and it could not get out of it by another move", "同上，且事后再行动也无法摆脱")
    case .sequential:
      Wording("as the second, but by answers that are good for those who give them", "同GMR，但只考虑对回应者自身有利的回应")
    case .symmetricSequential: Wording("the same, and it could not get out of it by another move", "同SEQ，且事后再行动也无法摆脱")
    }
  }

  /// Whom the concept is after.
  var source: String {
    switch self {
    case .nash: "Nash (1951), Annals of Mathematics 54, 286–295"
    case .general, .symmetric: "Howard (1971), Paradoxes of Rationality"
    case .sequential: "Fraser & Hipel (1979), IEEE Trans. Syst. Man Cybern. 9, 805–816"
    case .symmetricSequential: "Rêgo & Vieira (2017), Group Decision and Negotiation 26, 775–792"
    }
  }
}
