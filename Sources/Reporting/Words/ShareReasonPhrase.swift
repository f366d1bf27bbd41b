/// What is said of why each member pays what it pays, of the properties of rules, and of a joint cost that overruns.
enum ShareReasonPhrase: String, Phrase {
  case curveNobody, curveFalls, curveDescription, curveNote, curveTable, atCost, changeBy, fallsBy
  case propertyTitle, property, yes, no, nothingAsked, propertyNote, failTitle, who, missedBy
  case reasonTitle, member, share, alone, addedLast, addedOnAverage, closest, savesByStaying, othersPayMore, reasonNote

  var wording: Wording {
    switch self {
    case .curveNobody:
      Wording(
        "Under {rule}, nobody pays less when the joint cost overruns", "在{rule}下，共同成本超支时无人少付")
    case .curveFalls:
      Wording(
        "Under {rule}, {who} would pay less though the joint cost rises", "在{rule}下，共同成本上升而{who}反而少付")
    case .curveDescription:
      Wording(
        "For each member, how its share changes as the joint cost rises from {low} to {high}, under {rules}.",
        "共同成本由{low}升至{high}时，各成员份额在{rules}下的变化。")
    case .curveNote:
      Wording(
        "From left to right the joint cost rises from {low} to {high}, where nothing is saved any more; what smaller groups would pay stays as it is. Upwards the change of a member’s share, on one scale for all. The figures are the changes at the end: on the right under {rule}, on the left under {other}.",
        "横向为共同成本由{low}升至{high}（至此合作不再节约，其他组合的成本不变），纵向为份额变化，各图同一尺度。数字为终点处的变化：右为{rule}，左为{other}。")
    case .curveTable: Wording("Shares when the joint cost overruns, in {unit}", "共同成本超支时的份额，单位：{unit}")
    case .atCost: Wording("{rule}, at {cost}", "{rule}，共同成本{cost}")
    case .changeBy: Wording("Change", "变化")
    case .fallsBy: Wording("Falls on the way by", "途中减少")
    case .propertyTitle: Wording("What each rule keeps to on this game", "各规则在本案例中满足的性质")
    case .property: Wording("Property", "性质")
    case .yes: Wording("yes", "是")
    case .no: Wording("no", "否")
    case .nothingAsked: Wording("–", "–")
    case .propertyNote:
      Wording(
        "“Yes” holds for this game and the changes of it that were tried, “no” for the rule as well; – where the property asks nothing here.",
        "“是”仅就本案例及所试变化而言，“否”则对该规则普遍成立；“–”表示该性质在此不适用。")
    case .failTitle: Wording("Who shows that a property fails, in {unit}", "性质不满足的例证，单位：{unit}")
    case .who: Wording("Who", "成员")
    case .missedBy: Wording("By", "相差")
    case .reasonTitle: Wording("Why each pays what it pays under {rule}, in {unit}", "{rule}下各成员份额的缘由，单位：{unit}")
    case .member: Wording("Member", "成员")
    case .share: Wording("Pays", "应付")
    case .alone: Wording("Alone", "单独")
    case .addedLast: Wording("Adds as the last to join", "最后加入时的增量")
    case .addedOnAverage: Wording("Adds on average", "平均增量")
    case .closest: Wording("The group it would sooner leave with", "最可能随之退出的组合")
    case .savesByStaying: Wording("That group saves by staying", "该组合因留下而节约")
    case .othersPayMore: Wording("Without it the others pay more by", "其退出后其他成员多付")
    case .reasonNote:
      Wording(
        "A saving below zero means that the group would do better on its own.", "节约为负表示该组合单独行动更好。")
    }
  }
}

/// What may be asked of a division.
enum PropertyName: String, Phrase {
  case efficiency, individualRationality, coreSelection, noSubsidy, equalTreatment, dummyPlayer, covariance
  case jointWorthMonotonicity, coalitionalMonotonicity, populationMonotonicity

  var wording: Wording {
    switch self {
    case .efficiency: Wording("The shares add up to the joint cost", "份额合计等于共同成本")
    case .individualRationality: Wording("Nobody pays more than alone", "无人多于单独成本")
    case .coreSelection: Wording("No group pays more than on its own", "任何组合不多于自行承担的成本")
    case .noSubsidy: Wording("Everyone pays at least what it adds last", "各成员至少支付其最后加入的增量")
    case .equalTreatment: Wording("Who adds the same pays the same", "增量相同者份额相同")
    case .dummyPlayer: Wording("Who adds only its own cost pays just that", "只增加自身成本者只付自身成本")
    case .covariance: Wording("A cost of one’s own stays one’s own", "各自的附加成本各自承担")
    case .jointWorthMonotonicity: Wording("Nobody pays less when the joint cost rises", "共同成本上升时无人少付")
    case .coalitionalMonotonicity:
      Wording("Nobody pays more when its group becomes cheaper", "所在组合变便宜时无人多付")
    case .populationMonotonicity: Wording("Nobody is better off when another leaves", "他人退出时无人获益")
    }
  }
}
