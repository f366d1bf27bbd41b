/// Where the catalogue's default of each condition comes from; the English is the catalogue's own.
enum ConditionBasis: String, Phrase {
  case trust, beliefStrength, patience, turnover, detectability, closure, commonPartners, legalForce
  case thirdPartyDetection, temptationShock, priorAgreements, experienceFactor, heterogeneity, autonomySensitivity
  case searchPrice, bargainingPrice, bargainingExponent, heterogeneityWeight, monitoringPrice

  var wording: Wording {
    switch self {
    case .trust: Wording("own; mean of a beta belief", "自设；Beta 分布信念的均值")
    case .beliefStrength:
      Wording("own; about two years of learning in estuary partnerships", "自设；约合河口伙伴关系中两年的学习")
    case .patience: Wording("folk theorem; size own", "依据无名氏定理，数值自设")
    case .turnover: Wording("own; terms of office of about four years", "自设；任期约四年")
    case .detectability: Wording("own; within .3–.6", "自设；取自0.3—0.6")
    case .closure: Wording("Coleman (1988) for the sign; size own", "方向依据 Coleman（1988），数值自设")
    case .commonPartners: Wording("own; none unless ties are known", "自设；联系未知时为零")
    case .legalForce:
      Wording("own; .2–.6 where agreements do not bind in law", "自设；协议无法律约束力时为0.2—0.6")
    case .thirdPartyDetection:
      Wording("Milgrom, North & Weingast (1990); 0 unless one is named", "依据 Milgrom, North & Weingast（1990）；未指定第三方时为零")
    case .temptationShock: Wording("own", "自设")
    case .priorAgreements: Wording("none unless stated", "未说明时为零")
    case .experienceFactor:
      Wording("Danish local contracting for the sign; size own", "方向依据丹麦地方政府合同，数值自设")
    case .heterogeneity: Wording("none unless stated", "未说明时为零")
    case .autonomySensitivity:
      Wording(
        "Bartling, Fehr & Herz (2014) for the sign; .05–.40, size own",
        "方向依据 Bartling, Fehr & Herz（2014）；0.05—0.40，数值自设")
    case .searchPrice:
      Wording("own; mean ex ante cost of contracts is 2.7 % of their value", "自设；合同的事前成本平均为合同金额的2.7%")
    case .bargainingPrice: Wording("own; same", "自设；同上")
    case .bargainingExponent:
      Wording(
        "Buchanan & Tullock (1962) for the convexity; 1.2–2, size own", "凸性依据 Buchanan & Tullock（1962）；1.2—2，数值自设")
    case .heterogeneityWeight: Wording("own", "自设")
    case .monitoringPrice: Wording("own; constant hazard a unit of effort", "自设；单位监督投入的发现率不变")
    }
  }
}
