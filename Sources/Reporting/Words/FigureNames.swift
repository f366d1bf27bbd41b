/// The behavioural conditions an appraisal rests on.
enum ConditionName: String, Phrase {
  case trust, beliefStrength, patience, turnover, detectability, closure, legalForce, temptationShock, priorAgreements
  case thirdPartyDetection, heterogeneity, autonomy, autonomySensitivity, commonPartners, experienceFactor
  case searchPrice, bargainingPrice, bargainingExponent, heterogeneityWeight, monitoringPrice

  var wording: Wording {
    switch self {
    case .trust: Wording("trust that the others cooperate", "对他方合作的信任")
    case .beliefStrength: Wording("firmness of trust", "信任的稳固程度")
    case .patience: Wording("weight of next year against this one", "耐心（来年相对今年的权重）")
    case .turnover: Wording("yearly turnover of officials", "官员年更替率")
    case .detectability: Wording("chance that a breach is seen", "违约被发现的可能")
    case .closure: Wording("effect of common partners on being seen", "共同伙伴对发现违约的作用")
    case .legalForce: Wording("legal force of agreements", "协议的法律效力")
    case .temptationShock: Wording("how far temptation varies", "诱惑的波动")
    case .priorAgreements: Wording("earlier agreements", "已有协议数")
    case .thirdPartyDetection: Wording("chance that a third party sees a breach", "第三方发现违约的可能")
    case .heterogeneity: Wording("how unlike the parties are", "各方差异程度")
    case .commonPartners: Wording("partners two members have in common", "两成员的共同伙伴数")
    case .experienceFactor: Wording("cost left after an earlier agreement", "每项已有协议使成本降至的倍数")
    case .searchPrice: Wording("cost of finding partners, a link", "每条联系的搜寻成本")
    case .bargainingPrice: Wording("cost of bargaining", "谈判成本系数")
    case .bargainingExponent: Wording("how bargaining grows with members", "谈判成本随成员数增长的指数")
    case .heterogeneityWeight: Wording("what unlikeness adds to bargaining", "差异对谈判成本的影响")
    case .monitoringPrice: Wording("cost of monitoring, a link", "每条联系的监督成本")
    case .autonomy, .autonomySensitivity: Wording("value set on one's own say", "对自主权的重视")
    }
  }
}

/// Single changes whose effect the study computed.
enum LeverName: String, Phrase {
  case thirdPartyMonitor, moreTrust, steadierOffices, bindingLaw

  var wording: Wording {
    switch self {
    case .thirdPartyMonitor: Wording("an independent monitor", "独立的第三方监督")
    case .moreTrust: Wording("more trust", "更多信任")
    case .steadierOffices: Wording("officials who stay longer", "官员任期更稳定")
    case .bindingLaw: Wording("agreements that bind in law", "协议具有法律约束力")
    }
  }
}

/// Further figures of a family.
enum FigureName: String, Phrase {
  case relativeGap

  var wording: Wording {
    switch self {
    case .relativeGap:
      Wording(
        "saving as a part of the cost alone",
        "节约占单独成本的比例",
        gains: (
          "gain from acting as one as a part of the gain alone",
          "共同行动的增益占单独收益的比例"
        ))
    }
  }
}
