import Studies

/// Words for the parts of an input's name.
enum InputWord: String, Phrase {
  case abatementCost, damage, linear, quadratic, transport, baseline, limit, level, background, scale, costs, load,
    fixed
  case exponent, pipelinePerKm, benefit, switchingCost, exchangeWeights, items, parameters, interaction, payoffs
  case capability, autonomy, population, demand, proportionalTo, alternativeCost, actionCost, urgency, salience
  case enforcement, weight, indicators, parties, ties, authorityDetection, fine, decisionThreshold, exitBond
  case informationLoss, autonomyLoss, fixedCost, divisionFriction, linkedIssues, target, goals, position, costFunction
  case overrides, mechanisms, transfers, participationImposed, own, base, importance, criticality, substitutability
  case positions, institutions, worth, deposition, minimumEffort, levels, cost, effect
  case outputA, outputB, capitalPerHead, publicFundsValue, reward, temptation, punishment, sucker, spillover
  case prize, noise, effortCost, cooperationWeight, costPerStep, targetLevels, today, rivalry, weights
  case evaluationUpTo, subsidyUpTo, costOfFunds, evaluationCost, retention, authority, hierarchy, river, agencies
  case lubricant, bumper, regulator, matching, evaluationWeight, keepingReward

  var wording: Wording {
    switch self {
    case .abatementCost: Wording("cost of abatement", "减排成本")
    case .damage: Wording("damage", "损害")
    case .linear: Wording("linear part", "线性部分")
    case .quadratic: Wording("quadratic part", "二次部分")
    case .transport: Wording("transport between places", "传输矩阵")
    case .deposition: Wording("deposition", "沉降")
    case .baseline: Wording("starting level", "基准水平")
    case .limit: Wording("most that can be done", "可行上限")
    case .level: Wording("observed level", "观测水平")
    case .levels: Wording("level", "治理水平")
    case .background: Wording("background from outside", "外来背景值")
    case .scale: Wording("scale of cost", "成本规模系数")
    case .costs, .cost, .worth:
      Wording(
        "cost of coalitions",
        "联盟成本",
        gains: (
          "worth of coalitions",
          "联盟价值"
        ))
    case .costFunction: Wording("cost function", "成本函数")
    case .load: Wording("load", "负荷")
    case .fixed: Wording("fixed cost", "固定成本")
    case .exponent: Wording("exponent of scale", "规模指数")
    case .pipelinePerKm: Wording("pipeline per kilometre", "每公里管道成本")
    case .benefit: Wording("benefit", "收益")
    case .switchingCost: Wording("cost of changing over", "转换成本")
    case .exchangeWeights: Wording("weights of exchange", "交往权重")
    case .items: Wording("items", "事项")
    case .parameters: Wording("parameters", "参数")
    case .interaction: Wording("interaction", "相互影响")
    case .payoffs: Wording("payoffs", "支付")
    case .capability: Wording("capability", "能力")
    case .autonomy: Wording("value set on autonomy", "对自主权的重视")
    case .population: Wording("population", "人口")
    case .demand: Wording("demand", "需求")
    case .proportionalTo: Wording("basis of proportional shares", "比例分摊依据")
    case .alternativeCost: Wording("cost of the other way", "替代方案成本")
    case .actionCost: Wording("cost of acting", "行动成本")
    case .urgency: Wording("urgency", "紧迫程度")
    case .salience: Wording("salience", "重要程度")
    case .position, .positions: Wording("position", "立场")
    case .enforcement: Wording("enforcement", "执行力")
    case .weight: Wording("weight", "权重")
    case .indicators: Wording("indicators", "指标")
    case .parties: Wording("parties", "各方")
    case .ties: Wording("ties", "联系")
    case .institutions: Wording("institutions", "制度")
    case .authorityDetection: Wording("breaches the authority sees", "主管机构发现违约的可能")
    case .fine: Wording("fine", "罚款")
    case .decisionThreshold: Wording("share that must agree", "决策门槛")
    case .exitBond: Wording("bond on exit", "退出保证金")
    case .informationLoss: Wording("loss of local knowledge", "地方信息损失")
    case .autonomyLoss: Wording("loss of autonomy", "自主权损失")
    case .fixedCost: Wording("fixed cost", "固定成本")
    case .divisionFriction: Wording("friction of division", "分配摩擦")
    case .linkedIssues: Wording("linked issues", "关联事项")
    case .lubricant: Wording("search and information bought", "购买的牵线与信息服务")
    case .bumper: Wording("mediation bought", "购买的调解服务")
    case .regulator: Wording("watching bought", "购买的监督服务")
    case .matching: Wording("share paid from above", "上级配套资金比例")
    case .evaluationWeight: Wording("weight of cooperation in evaluations", "合作在考核中的权重")
    case .keepingReward: Wording("reward for keeping", "守约奖励")
    case .target: Wording("target", "目标值")
    case .goals: Wording("goals", "目标")
    case .overrides: Wording("change to the form", "对机制的调整")
    case .mechanisms: Wording("forms of cooperation", "合作机制")
    case .transfers: Wording("payments allowed", "允许转移支付")
    case .participationImposed: Wording("taking part is imposed", "强制参与")
    case .own: Wording("effect on oneself", "对自身的影响")
    case .base: Wording("base", "基数")
    case .importance: Wording("importance", "重要性")
    case .criticality: Wording("criticality", "关键性")
    case .substitutability: Wording("substitutability", "可替代性")
    case .minimumEffort: Wording("effort of the least", "最低努力")
    case .effect: Wording("effect", "效果")
    case .outputA: Wording("output of the first unit of capital", "首单位资本的产出")
    case .outputB: Wording("how fast output falls with capital", "产出随资本递减的速度")
    case .capitalPerHead: Wording("capital a head", "人均资本")
    case .publicFundsValue: Wording("value of public funds", "公共资金的价值")
    case .reward: Wording("gain when both open", "双方开放时的所得")
    case .temptation: Wording("gain when only the other opens", "仅对方开放时的所得")
    case .punishment: Wording("gain when both close", "双方封锁时的所得")
    case .sucker: Wording("gain when one opens alone", "仅自身开放时的所得")
    case .spillover: Wording("effect on the others’ results", "对他方业绩的影响")
    case .prize: Wording("value of promotion", "晋升的价值")
    case .noise: Wording("part of luck in results", "业绩中的运气成分")
    case .effortCost: Wording("cost of effort", "努力的成本")
    case .cooperationWeight: Wording("weight of what is done together", "合作业绩的权重")
    case .costPerStep: Wording("cost of one step", "每级的转换成本")
    case .targetLevels: Wording("levels aimed at", "目标等级")
    case .today: Wording("what is done today", "目前的做法")
    case .rivalry: Wording("rivalry", "竞争强度")
    case .weights: Wording("weights", "权重")
    case .evaluationUpTo: Wording("most weight an evaluation can give", "考核权重上限")
    case .subsidyUpTo: Wording("highest matching rate", "配套比例上限")
    case .costOfFunds: Wording("cost of public funds", "公共资金的成本")
    case .evaluationCost: Wording("cost of evaluation", "考核的成本")
    case .retention: Wording("share held back on the way", "沿程截留比例")
    case .authority, .hierarchy: Wording("level above", "上级")
    case .agencies: Wording("agencies", "部门")
    case .river: Wording("river", "河流")
    }
  }
}

extension Voice {
  /// An input in words, from where it stands in the case: `problems.air.spillover.damage.linear` is
  /// "damage: linear part", 损害的线性部分. Parts the catalogue does not know stand as they are.
  func input(_ path: String) -> String {
    let catalogue = "mechanisms.catalogue."
    if path.hasPrefix(catalogue) {
      // A number of the catalogue moves in all forms that take it; some bear the name of a condition.
      let number = path.dropFirst(catalogue.count)
      return say(UncertaintyPhrase.inEveryForm, ["number": .text(input("mechanisms.\(number)"))])
    }
    var parts = path.split(separator: ".").map(String.init)
    let frames = ["conditions", "case", "study", "parties", "indicators", "goals", "mechanisms"]
    if parts.first == "problems" {
      parts.removeFirst(min(2, parts.count - 1))
      if parts.count > 1,
        ["jointFacility", "spillover", "commonStandard", "competition", "normalForm"].contains(parts[0])
      {
        parts.removeFirst()
      }
    } else if parts.count > 1, frames.contains(parts[0]) {
      parts.removeFirst()
      if parts.count > 1, ["overrides", "additions"].contains(parts[0]) { parts.removeFirst() }
    }
    if parts.count > 1, parts.last == "values" { parts.removeLast() }
    // What only frames the figures says nothing beside their own name.
    if parts.count > 1, ["parameters", "scales"].contains(parts[0]) { parts.removeFirst() }
    let words = parts.map { part -> String in
      if let item = findings.diagnosis.standard?.items.first(where: { $0.id == part }), let name = text(item.name) {
        return name
      }
      if ConditionName(rawValue: part) != nil { return word(ConditionName.self, part) }
      if InputWord(rawValue: part) != nil { return word(InputWord.self, part) }
      if MechanismName(rawValue: part) != nil { return word(MechanismName.self, part) }
      return name(part)
    }
    return words.joined(separator: language == .english ? ": " : "的")
  }
}
