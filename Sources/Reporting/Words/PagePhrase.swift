/// The frame of the page.
enum PagePhrase: String, Phrase {
  case kind, skip, contents, colophon, behind
  case summary, map, diagnosis, dependence, mechanisms, shares, negotiation, conflict, decision
  case certainty, hinges, setting, inputs, methods, sources

  var wording: Wording {
    switch self {
    case .kind: Wording("Study of a problem between governments", "政府间合作问题研究报告")
    case .skip: Wording("Skip to the summary", "跳到摘要")
    case .contents: Wording("Contents", "目录")
    case .colophon:
      Wording(
        "Written by Interlocal from case {case}, problem {problem}, with random seed {seed} (findings format {format}). The same case and seed give the same page.",
        "本报告由 Interlocal 根据案例 {case} 的问题 {problem} 生成，随机种子 {seed}（结果格式 {format}）。相同的案例和种子得到相同的报告。"
      )
    case .behind: Wording("The figures behind this chart", "图中数据")
    case .summary: Wording("Summary", "摘要")
    case .map: Wording("Who takes part", "参与各方")
    case .diagnosis: Wording("What kind of trap it is", "困境的性质")
    case .dependence: Wording("Who depends on whom", "相互依赖")
    case .mechanisms: Wording("Which form of cooperation fits", "适合的合作机制")
    case .shares:
      Wording(
        "Who pays what",
        "成本分摊",
        gains: (
          "Who gets what",
          "收益分配"
        ))
    case .negotiation: Wording("What they may agree at the table", "谈判桌上可能达成什么")
    case .conflict: Wording("Where the conflict comes to rest", "冲突会停在哪里")
    case .decision: Wording("What the group may decide", "集体可能作出的决定")
    case .certainty: Wording("How sure the choice is", "结论有多可靠")
    case .hinges: Wording("What the answer hinges on", "结论取决于什么")
    case .setting: Wording("Institutions, goals and positions", "制度、目标与立场")
    case .inputs: Wording("Figures used and where they come from", "所用数据及其来源")
    case .methods: Wording("Methods", "方法")
    case .sources: Wording("Sources", "来源")
    }
  }
}
