import Reporting

/// What the fields of forms about reports are called, with hints.
enum ReportFieldPhrase: String, Phrase {
  case agreement, period, from, through, commitment, entry, item, reopening, finding, findingHint, reason, rightAmount,
    amount, amountHint, unit, unitHint, figure, conversion, conversionHint, original, numerator, denominator, narrative,
    exhibits, exhibitTitle, exhibitDigest, exhibitDigestHint, deviations, deviationsHint, deviationSort, summary,
    report, takeInHint

  var wording: Wording {
    switch self {
    case .agreement: Wording("Agreement", "协议")
    case .period: Wording("Period", "报告期")
    case .from: Wording("First day", "起始日")
    case .through: Wording("Last day", "截止日")
    case .commitment: Wording("Commitment", "承诺")
    case .entry: Wording("What was done", "完成情况")
    case .item: Wording("Number of the item", "条目编号")
    case .reopening: Wording("How far is it opened?", "重新填报的范围")
    case .finding: Wording("Number of the finding", "核查发现编号")
    case .findingHint: Wording("On the certificate, or found later", "核查证明所载或之后发现的编号")
    case .reason: Wording("Reason", "理由")
    case .rightAmount: Wording("What the figure should have been", "正确数值")
    case .amount: Wording("Figure", "数值")
    case .amountHint:
      Wording("A whole number; money in its smallest unit, such as fen", "整数；金额以最小货币单位（如分）填写")
    case .unit: Wording("Unit", "单位")
    case .unitHint: Wording("Such as km, percent, or CNY for money", "例如 km、percent，金额填 CNY")
    case .figure: Wording("What was reached", "完成数")
    case .conversion: Wording("Converted from another unit or currency", "由其他单位或币种换算")
    case .conversionHint:
      Wording("The figure is the original times the rate; leave out when nothing was converted", "数值=原数×比率；无换算时不填")
    case .original: Wording("Original", "原数")
    case .numerator: Wording("Rate: so many", "比率分子")
    case .denominator: Wording("Rate: for so many", "比率分母")
    case .narrative: Wording("In words", "文字说明")
    case .exhibits: Wording("Evidence", "证据材料")
    case .exhibitTitle: Wording("Title of the document", "材料名称")
    case .exhibitDigest: Wording("SHA-256 of the document", "材料的SHA-256摘要值")
    case .exhibitDigestHint: Wording("64 digits 0 to 9 and a to f", "64位十六进制小写字符")
    case .deviations: Wording("Differences from what was promised", "与承诺的偏差")
    case .deviationsHint:
      Wording("An item with a difference is always checked", "有偏差的条目一律核查")
    case .deviationSort: Wording("What differs", "偏差类别")
    case .summary: Wording("Where the parties stand", "总体进展")
    case .report: Wording("Report", "报告")
    case .takeInHint: Wording("A certified report on this agreement", "本协议下已取得核查证明的报告")
    }
  }
}

/// How far a submitted report is opened again.
enum ReopeningPhrase: String, Phrase {
  case last, limited

  var wording: Wording {
    switch self {
    case .last: Wording("The last report: figures and words", "最近一期：数值和文字均可修改")
    case .limited: Wording("Words only; carried figures stay", "仅限文字；已采用的数值不变")
    }
  }
}

/// What a difference from a promise is about.
enum DeviationPhrase: String, Phrase {
  case delay, cost, quantity, quality, dropped, other

  var wording: Wording {
    switch self {
    case .delay: Wording("Delay", "延误")
    case .cost: Wording("Cost", "费用")
    case .quantity: Wording("Quantity", "数量")
    case .quality: Wording("Quality", "质量")
    case .dropped: Wording("Dropped", "取消")
    case .other: Wording("Other", "其他")
    }
  }
}
