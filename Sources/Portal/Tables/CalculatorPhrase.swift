import Reporting

/// What is said around the calculator of shares.
enum CalculatorPhrase: String, Phrase {
  case title, lead, figures, addressNote, kind, cost, surplus, groups, groupsHint, allOf, weights, weightsHint, weightOf
  case proposal, proposalHint, proposalOf, ownProposal, compute, tooMany, fromCase, ownFigures
  case missing, noNumber, tooLarge, negative, onlyZeros
  case whoPays, whoGets, noDivision, coreEmpty, coreExists, divisions, rule, inCore, noAnswer, tooMuch, tooLittle, yes
  case objectors, whoObjects, objectionCost, objectionGain

  var wording: Wording {
    switch self {
    case .title: Wording("Who would pay what", "成本分摊测算")
    case .lead:
      Wording(
        "Enter what every group of parties would pay, or gain, on its own. You see how each rule divides the whole, and who would rather leave. Nothing is recorded.",
        "请填写每一组成员单独行动时的成本或收益，即可看到各种规则下的分摊结果以及谁会退出。测算内容不会被记录。")
    case .figures: Wording("Figures", "数据")
    case .addressNote:
      Wording(
        "What you enter stands in the address of the page. Do not enter what you keep sealed, and share the address only with those who may know.",
        "所填数据会出现在网页地址中。请勿填写密封内容，也不要把地址发给无关人员。")
    case .kind: Wording("The figures are", "数据类型")
    case .cost: Wording("costs", "成本")
    case .surplus: Wording("gains", "收益")
    case .groups: Wording("Each party alone, and together", "各方单独及联合")
    case .groupsHint:
      Wording("One unit throughout, such as million yuan a year.", "请统一单位，例如百万元/年。")
    case .allOf: Wording("all together", "全体联合")
    case .weights: Wording("Weights (optional)", "权重（选填）")
    case .weightsHint: Wording("For shares in proportion, such as residents.", "用于按比例分摊，例如居民人数。")
    case .weightOf: Wording("Weight: {who}", "权重：{who}")
    case .proposal: Wording("A division of your own (optional)", "自拟方案（选填）")
    case .proposalHint: Wording("It is checked like the others.", "将与其他规则一并检验。")
    case .proposalOf: Wording("Share: {who}", "份额：{who}")
    case .ownProposal: Wording("your division", "自拟方案")
    case .compute: Wording("Compute", "计算")
    case .tooMany:
      Wording(
        "This table has many parties. Choose two to {n} of them.", "本次协商参与方较多，请选择两至{n}方。")
    case .fromCase: Wording("Figures of the region's case", "使用本地区案例的数据")
    case .ownFigures: Wording("Figures of your own, for the parties of this table", "自行填写本次协商各方的数据")
    case .missing: Wording("fill this in", "请填写此项")
    case .noNumber: Wording("write a number such as 1,234.5", "请填写数字，例如 1,234.5")
    case .tooLarge: Wording("take a larger unit: at most a million million fits", "数值过大，请改用更大的单位")
    case .negative: Wording("a weight is zero or more", "权重不能为负")
    case .onlyZeros: Wording("give at least one weight above zero", "至少有一项权重须大于零")
    case .whoPays: Wording("Who pays what", "各方应付")
    case .whoGets: Wording("Who gets what", "各方应得")
    case .noDivision: Wording("No division can be computed from these figures.", "无法根据这些数据计算分摊。")
    case .coreEmpty:
      Wording(
        "Whatever the division, some group would do better on its own. A payment of {amount} to each such group would hold them all.",
        "无论如何分摊，总有成员另行组合会更好。须向每个这样的组合补贴{amount}才能维持合作。")
    case .coreExists:
      Wording(
        "There are divisions under which no group would do better on its own: the core is not empty.",
        "存在使任何组合都不愿退出的分摊方案：核心非空。")
    case .divisions: Wording("Divisions compared", "分摊方案比较")
    case .rule: Wording("Rule", "规则")
    case .inCore: Wording("In the core?", "是否在核心内")
    case .noAnswer: Wording("no answer on these figures", "对这些数据无解")
    case .tooMuch: Wording("adds up to {amount} too much", "合计超出{amount}")
    case .tooLittle: Wording("adds up to {amount} too little", "合计不足{amount}")
    case .yes: Wording("yes", "是")
    case .objectors: Wording("no: {n#group objects#groups object}", "否：{n}个组合反对")
    case .whoObjects: Wording("Who would object", "谁会反对")
    case .objectionCost:
      Wording(
        "{rule}: {who} would pay {given}, and {alone} on their own: {amount} less.",
        "{rule}：{who}须付{given}，单独行动只需{alone}，可少付{amount}。")
    case .objectionGain:
      Wording(
        "{rule}: {who} would get {given}, and {alone} on their own: {amount} more.",
        "{rule}：{who}可得{given}，单独行动可得{alone}，可多得{amount}。")
    }
  }
}
