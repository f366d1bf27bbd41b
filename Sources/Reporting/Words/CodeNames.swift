/// The twelve forms of joint action: scope by source of authority. The field's names in English
/// (Feiock 2013; Tavares & Feiock 2018).
enum MechanismName: String, Phrase {
  case bilateralEmbeddedness = "bilateral-embeddedness"
  case bilateralContract = "bilateral-contract"
  case bilateralDelegated = "bilateral-delegated"
  case bilateralImposed = "bilateral-imposed"
  case multilateralEmbeddedness = "multilateral-embeddedness"
  case multilateralContract = "multilateral-contract"
  case multilateralDelegated = "multilateral-delegated"
  case multilateralImposed = "multilateral-imposed"
  case collectiveEmbeddedness = "collective-embeddedness"
  case collectiveContract = "collective-contract"
  case collectiveDelegated = "collective-delegated"
  case collectiveImposed = "collective-imposed"

  var wording: Wording {
    switch self {
    case .bilateralEmbeddedness: Wording("informal network", "非正式网络")
    case .bilateralContract: Wording("service contract", "双边服务合同")
    case .bilateralDelegated: Wording("single-purpose district", "单一职能机构")
    case .bilateralImposed: Wording("mandated agreement", "指令性协议")
    case .multilateralEmbeddedness: Wording("working group", "专题工作组")
    case .multilateralContract: Wording("multilateral agreement", "多边合作协议")
    case .multilateralDelegated: Wording("multi-purpose district", "多职能机构")
    case .multilateralImposed: Wording("imposed district", "上级设立的功能区")
    case .collectiveEmbeddedness: Wording("self-organizing system", "多领域自组织网络")
    case .collectiveContract: Wording("council of governments", "政府联席会议")
    case .collectiveDelegated: Wording("regional authority", "区域管理机构")
    case .collectiveImposed: Wording("consolidation", "行政区划合并")
    }
  }
}

/// Over how much a form of joint action reaches.
enum ScopeName: String, Phrase {
  case bilateral, multilateral, collective

  var wording: Wording {
    switch self {
    case .bilateral: Wording("bilateral, single issue", "双边、单一事项")
    case .multilateral: Wording("multilateral", "多边")
    case .collective: Wording("collective, many issues", "集体、多事项")
    }
  }
}

/// What makes the parties keep their word.
enum AuthorityName: String, Phrase {
  case embeddedness, contract, delegated, imposed

  var wording: Wording {
    switch self {
    case .embeddedness: Wording("embeddedness", "社会嵌入")
    case .contract: Wording("contract", "合同")
    case .delegated: Wording("delegated authority", "授权")
    case .imposed: Wording("imposed authority", "强制")
    }
  }
}

/// The rules by which a joint cost is divided.
enum RuleName: String, Phrase {
  case shapley, nucleolus, prenucleolus, perCapitaNucleolus, perCapitaPrenucleolus, proportionalNucleolus, scrb, ensc
  case tau, gately, egalitarian, solidarity, banzhaf, banzhafNormalised, owen, myerson, weightedShapley
  case downstreamIncremental, equal, proportional, shapleyShubik, deeganPackel, holler

  var wording: Wording {
    switch self {
    case .shapley: Wording("Shapley value", "沙普利值")
    case .nucleolus: Wording("nucleolus", "核仁")
    case .prenucleolus: Wording("prenucleolus", "预核仁")
    case .perCapitaNucleolus: Wording("per-capita nucleolus", "人均核仁")
    case .perCapitaPrenucleolus: Wording("per-capita prenucleolus", "人均预核仁")
    case .proportionalNucleolus: Wording("proportional nucleolus", "比例核仁")
    case .scrb:
      Wording(
        "separable costs, remaining benefits",
        "可分离成本剩余效益法",
        gains: (
          "separable gains, remaining benefits",
          "可分离收益剩余效益法"
        ))
    case .ensc:
      Wording(
        "equal share of non-separable costs",
        "不可分成本均摊",
        gains: (
          "equal share of what is not separable",
          "不可分收益均分"
        ))
    case .tau: Wording("τ-value", "τ值")
    case .gately: Wording("Gately point", "盖特利点")
    case .egalitarian: Wording("egalitarian solution", "平等解")
    case .solidarity: Wording("solidarity value", "团结值")
    case .banzhaf: Wording("Banzhaf value", "班扎夫值")
    case .banzhafNormalised: Wording("normalised Banzhaf value", "归一化班扎夫值")
    case .owen: Wording("Owen value", "欧文值")
    case .myerson: Wording("Myerson value", "迈尔森值")
    case .weightedShapley: Wording("weighted Shapley value", "加权沙普利值")
    case .downstreamIncremental: Wording("downstream-incremental shares", "下游增量分摊")
    case .equal: Wording("equal shares", "均摊")
    case .proportional: Wording("proportional shares", "比例分摊")
    case .shapleyShubik: Wording("Shapley–Shubik index", "沙普利–舒比克指数")
    case .deeganPackel: Wording("Deegan–Packel index", "迪根–帕克尔指数")
    case .holler: Wording("public good index", "公共物品指数")
    }
  }

  /// Whether English speaks of it as one thing, with an article.
  var takesArticle: Bool {
    switch self {
    case .scrb, .ensc, .downstreamIncremental, .equal, .proportional: false
    default: true
    }
  }
}

/// Where a figure comes from.
enum StatusName: String, Phrase {
  case measured, modelled, compiled, published, derived, estimated, projected, unverified, assumed

  var wording: Wording {
    switch self {
    case .measured: Wording("measured", "实测")
    case .modelled: Wording("modelled", "模型计算")
    case .compiled: Wording("compiled", "汇编")
    case .published: Wording("published", "已发表")
    case .derived: Wording("derived", "推算")
    case .estimated: Wording("estimated", "估计")
    case .projected: Wording("projected", "预测")
    case .unverified: Wording("unverified", "未经核实")
    case .assumed: Wording("assumed", "假设")
    }
  }
}

/// How the worth of a coalition was found.
enum ConventionName: String, Phrase {
  case table, gamma, alpha, delta, cost, surplus

  var wording: Wording {
    switch self {
    case .table:
      Wording(
        "from the table of coalition costs in the case",
        "取自案例的联盟成本表",
        gains: (
          "from the table of the case",
          "取自案例的联盟价值表"
        ))
    case .gamma:
      Wording(
        "the coalition acts as one and every outsider acts for itself (γ)", "联盟内部协同行动，联盟以外各自行动（γ）")
    case .alpha:
      Wording(
        "the coalition counts on the worst the outsiders could do (α)", "联盟按外部成员最不利的行动计算（α）")
    case .delta:
      Wording(
        "the coalition acts as one and the outsiders act as one against it (δ)",
        "联盟内部协同行动，外部成员也结成联盟（δ）")
    case .cost: Wording("cost", "成本")
    case .surplus: Wording("surplus", "收益")
    }
  }
}

/// What a party is.
enum PartyKindName: String, Phrase {
  case government, authority, socialOrganisation, monitor

  var wording: Wording {
    switch self {
    case .government: Wording("government", "政府")
    case .authority: Wording("higher authority", "上级机关")
    case .socialOrganisation: Wording("social organisation", "社会组织")
    case .monitor: Wording("monitor", "监督方")
    }
  }
}

/// At which level a government stands.
enum TierName: String, Phrase {
  case village, town, county, municipality, prefecture, province, state, nation, supranational

  var wording: Wording {
    switch self {
    case .village: Wording("village", "村")
    case .town: Wording("town", "乡镇")
    case .county: Wording("county", "县")
    case .municipality: Wording("municipality", "市")
    case .prefecture: Wording("prefecture", "地级市")
    case .province: Wording("province", "省")
    case .state: Wording("state", "州")
    case .nation: Wording("nation", "国家")
    case .supranational: Wording("supranational", "超国家")
    }
  }
}

/// What ties two parties.
enum TieName: String, Phrase {
  case hierarchy, agreement, membership, informal, exchange

  var wording: Wording {
    switch self {
    case .hierarchy: Wording("hierarchy", "隶属")
    case .agreement: Wording("agreement", "协议")
    case .membership: Wording("membership", "成员关系")
    case .informal: Wording("informal contact", "非正式联系")
    case .exchange: Wording("exchange of resources", "资源交换")
    }
  }
}

/// What an institution is.
enum InstitutionName: String, Phrase {
  case forum, agreement, jointBody, rule

  var wording: Wording {
    switch self {
    case .forum: Wording("forum", "论坛")
    case .agreement: Wording("agreement", "协议")
    case .jointBody: Wording("joint body", "联合机构")
    case .rule: Wording("rule", "规则")
    }
  }
}
