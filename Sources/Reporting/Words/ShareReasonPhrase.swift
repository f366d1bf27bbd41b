/// What is said of why each member pays what it pays, of the properties of rules, and of a joint cost that overruns.
enum ShareReasonPhrase: String, Phrase {
  case curveNobody, curveFalls, curveDescription, curveNote, curveTable, atCost, changeBy, fallsBy
  case propertyTitle, property, yes, no, nothingAsked, everyRule, allOthers, propertyNote, failTitle, who, missedBy
  case reasonTitle, member, share, alone, addedLast, addedOnAverage, closest, savesByStaying, othersPayMore, reasonNote

  var wording: Wording {
    switch self {
    case .curveNobody:
      Wording(
        "Under {rule}, nobody pays less when the joint cost overruns",
        "在{rule}下，共同成本超支时无人少付",
        gains: (
          "Under {rule}, nobody gets more when the joint gain falls short",
          "在{rule}下，共同收益不足时无人多得"
        ))
    case .curveFalls:
      Wording(
        "Under {rule}, {who} would pay less though the joint cost rises",
        "在{rule}下，共同成本上升而{who}反而少付",
        gains: (
          "Under {rule}, {who} would get more though the joint gain falls",
          "在{rule}下，共同收益下降而{who}反而多得"
        ))
    case .curveDescription:
      Wording(
        "For each member, how its share changes as the joint cost rises from {low} to {high}, under {rules}.",
        "共同成本由{low}升至{high}时，各成员份额在{rules}下的变化。",
        gains: (
          "For each member, how its share changes as the joint gain falls from {low} to {high}, under {rules}.",
          "共同收益由{low}降至{high}时，各成员份额在{rules}下的变化。"
        ))
    case .curveNote:
      Wording(
        "From left to right the joint cost rises from {low} to {high}, where nothing is saved any more; what smaller groups would pay stays as it is. Upwards the change of a member’s share, on one scale for all. The figures are the changes at the end: on the right under {rule}, on the left under {other}.",
        "横向为共同成本由{low}升至{high}（至此合作不再节约，其他组合的成本不变），纵向为份额变化，各图同一尺度。数字为终点处的变化：右为{rule}，左为{other}。",
        gains: (
          "From left to right the joint gain falls from {low} to {high}, where nothing is gained by acting as one any more; what smaller groups would get stays as it is. Upwards the change of a member’s share, on one scale for all. The figures are the changes at the end: on the right under {rule}, on the left under {other}.",
          "横向为共同收益由{low}降至{high}（至此合作不再增加收益，其他组合的收益不变），纵向为份额变化，各图同一尺度。数字为终点处的变化：右为{rule}，左为{other}。"
        ))
    case .curveTable:
      Wording(
        "Shares when the joint cost overruns, in {unit}",
        "共同成本超支时的份额，单位：{unit}",
        gains: (
          "Shares when the joint gain falls short, in {unit}",
          "共同收益不足时的份额，单位：{unit}"
        ))
    case .atCost:
      Wording(
        "{rule}, at {cost}",
        "{rule}，共同成本{cost}",
        gains: (
          "{rule}, at {cost}",
          "{rule}，共同收益{cost}"
        ))
    case .changeBy: Wording("Change", "变化")
    case .fallsBy:
      Wording(
        "Falls on the way by",
        "途中减少",
        gains: (
          "Rises on the way by",
          "途中增加"
        ))
    case .propertyTitle: Wording("What each rule keeps to on this game", "各规则在本案例中满足的性质")
    case .property: Wording("Property", "性质")
    case .yes: Wording("Kept by", "满足的规则")
    case .no: Wording("Not kept by", "不满足的规则")
    case .nothingAsked: Wording("–", "–")
    case .everyRule: Wording("every rule", "全部规则")
    case .allOthers: Wording("all others", "其余规则")
    case .propertyNote:
      Wording(
        "What is kept is kept on this game and the changes of it that were tried; what is not kept, the rule does not keep in general. Of a rule in neither list the property asks nothing here.",
        "“满足”仅就本案例及所试变化而言，“不满足”则对该规则普遍成立；两栏均未列出的规则，该性质在此不适用。")
    case .failTitle: Wording("Who shows that a property fails, in {unit}", "性质不满足的例证，单位：{unit}")
    case .who: Wording("Who", "成员")
    case .missedBy: Wording("By", "相差")
    case .reasonTitle:
      Wording(
        "Why each pays what it pays under {rule}, in {unit}",
        "{rule}下各成员份额的缘由，单位：{unit}",
        gains: (
          "Why each gets what it gets under {rule}, in {unit}",
          "{rule}下各成员份额的缘由，单位：{unit}"
        ))
    case .member: Wording("Member", "成员")
    case .share:
      Wording(
        "Pays",
        "应付",
        gains: (
          "Gets",
          "所得"
        ))
    case .alone: Wording("Alone", "单独")
    case .addedLast: Wording("Adds as the last to join", "最后加入时的增量")
    case .addedOnAverage: Wording("Adds on average", "平均增量")
    case .closest: Wording("The group it would sooner leave with", "最可能随之退出的组合")
    case .savesByStaying:
      Wording(
        "That group saves by staying",
        "该组合因留下而节约",
        gains: (
          "That group gains by staying",
          "该组合因留下而多得"
        ))
    case .othersPayMore:
      Wording(
        "Without it the others pay more by",
        "其退出后其他成员多付",
        gains: (
          "Without it the others get less by",
          "其退出后其他成员少得"
        ))
    case .reasonNote:
      Wording(
        "A saving below zero means that the group would do better on its own.",
        "节约为负表示该组合单独行动更好。",
        gains: (
          "A gain below zero means that the group would do better on its own.",
          "多得为负表示该组合单独行动更好。"
        ))
    }
  }
}

/// What may be asked of a division.
enum PropertyName: String, Phrase {
  case efficiency, individualRationality, coreSelection, noSubsidy, equalTreatment, dummyPlayer, covariance
  case jointWorthMonotonicity, coalitionalMonotonicity, populationMonotonicity

  var wording: Wording {
    switch self {
    case .efficiency:
      Wording(
        "The shares add up to the joint cost",
        "份额合计等于共同成本",
        gains: (
          "The shares add up to the joint gain",
          "份额合计等于共同收益"
        ))
    case .individualRationality:
      Wording(
        "Nobody pays more than alone",
        "无人多于单独成本",
        gains: (
          "Nobody gets less than alone",
          "无人少于单独收益"
        ))
    case .coreSelection:
      Wording(
        "No group pays more than on its own",
        "任何组合不多于自行承担的成本",
        gains: (
          "No group gets less than on its own",
          "任何组合不少于自行可得的收益"
        ))
    case .noSubsidy:
      Wording(
        "Everyone pays at least what it adds last",
        "各成员至少支付其最后加入的增量",
        gains: (
          "Nobody gets more than it adds last",
          "无人所得多于其最后加入的增量"
        ))
    case .equalTreatment:
      Wording(
        "Who adds the same pays the same",
        "增量相同者份额相同",
        gains: (
          "Who adds the same gets the same",
          "增量相同者份额相同"
        ))
    case .dummyPlayer:
      Wording(
        "Who adds only its own cost pays just that",
        "只增加自身成本者只付自身成本",
        gains: (
          "Who adds only its own gain gets just that",
          "只增加自身收益者只得自身收益"
        ))
    case .covariance:
      Wording(
        "A cost of one’s own stays one’s own",
        "各自的附加成本各自承担",
        gains: (
          "A gain of one’s own stays one’s own",
          "各自的附加收益各自享有"
        ))
    case .jointWorthMonotonicity:
      Wording(
        "Nobody pays less when the joint cost rises",
        "共同成本上升时无人少付",
        gains: (
          "Nobody gets more when the joint gain falls",
          "共同收益下降时无人多得"
        ))
    case .coalitionalMonotonicity:
      Wording(
        "Nobody pays more when its group becomes cheaper",
        "所在组合变便宜时无人多付",
        gains: (
          "Nobody gets less when its group comes to gain more",
          "所在组合收益增加时无人少得"
        ))
    case .populationMonotonicity: Wording("Nobody is better off when another leaves", "他人退出时无人获益")
    }
  }
}
