import Reporting

/// The stages of books.
enum BooksStagePhrase: String, Phrase {
  case open, closed

  var wording: Wording {
    switch self {
    case .open: Wording("Open", "使用中")
    case .closed: Wording("Closed", "已关闭")
    }
  }
}

/// The acts on books.
enum BooksActPhrase: String, Phrase {
  case open, adopt, post, payAdvance, settle, undo, close

  var wording: Wording {
    switch self {
    case .open: Wording("Open books", "建账")
    case .adopt: Wording("Adopt a rule", "采用规则")
    case .post: Wording("Post transfers", "记账")
    case .payAdvance: Wording("Pay the advance of a period", "预拨")
    case .settle: Wording("Settle a period", "结算")
    case .undo: Wording("Undo the last reckoning", "撤销最近一次核算")
    case .close: Wording("Close the books", "关账")
    }
  }
}

/// What the fields of forms about money are called, with hints.
enum BooksFieldPhrase: String, Phrase {
  case agreement, parties, currency, currencyHint, ruleName, rule, carried, carriedHint, memo, transfers, readings,
    readingsHint, entry, entryHint, reason, period, periodName, periodNameHint, cutOff, cutOffHint, owner, purpose,
    payer, payee, amount, measure, readingPeriod, readingPeriodHint, value, recorded, numberHint, constant, terms,
    weight, reference, index, indexName, formula, formulaHint, tiers, tiersHint, upTo, transfer, unconditional,
    unconditionalHint, advance, match, matchHint, base, baseHint, factors, factorName, factorKind, atLeast, atMost,
    steps, factor, released, monthly, yearly

  var wording: Wording {
    switch self {
    case .agreement: Wording("Agreement", "协议")
    case .parties: Wording("Whose accounts are kept", "账户所属单位")
    case .currency: Wording("Currency", "币种")
    case .currencyHint: Wording("Three letters, such as CNY", "三个字母，例如 CNY")
    case .ruleName: Wording("Name of the rule", "规则名称")
    case .rule: Wording("Sort of rule", "规则类型")
    case .carried: Wording("Carried from before", "上期结转")
    case .carriedHint:
      Wording("Zero or below; only for a rule with advances", "零或负数，仅用于有预拨的规则")
    case .memo: Wording("What it is for", "摘要")
    case .transfers: Wording("Transfers", "转账")
    case .readings: Wording("Readings", "监测读数")
    case .readingsHint: Wording("Nobody types an amount: it follows from these", "金额由读数自动得出，不由人工填写")
    case .entry: Wording("Entry to be reversed", "待冲正的分录")
    case .entryHint: Wording("Such as BK-1/3", "例如 BK-1/3")
    case .reason: Wording("Reason", "理由")
    case .period: Wording("Period", "期间")
    case .periodName: Wording("Name of the period", "期间名称")
    case .periodNameHint: Wording("In the words of the readings, such as 2026", "与读数一致，例如 2026")
    case .cutOff: Wording("Readings count until", "读数截止时间")
    case .cutOffHint: Wording("What is not on record by then is missing", "届时未登记的读数视为缺失")
    case .owner: Wording("Organisation", "单位")
    case .purpose: Wording("Account for", "账户用途")
    case .payer: Wording("From", "付款方")
    case .payee: Wording("To", "收款方")
    case .amount: Wording("Amount", "金额")
    case .measure: Wording("Measure", "指标")
    case .readingPeriod: Wording("For", "对应期间")
    case .readingPeriodHint: Wording("Such as 2026, or 2026-07", "例如 2026 或 2026-07")
    case .value: Wording("Value", "数值")
    case .recorded: Wording("On record since", "登记时间")
    case .numberHint: Wording("Such as 0.85, 17/20 or 12.5%", "例如 0.85、17/20 或 12.5%")
    case .constant: Wording("Constant before the sum", "总系数")
    case .terms: Wording("Terms of the sum", "各项")
    case .weight: Wording("Weight", "权重")
    case .reference: Wording("Compared with", "基准值")
    case .index: Wording("Index that decides", "判定指数")
    case .indexName: Wording("Name of the index", "指数名称")
    case .formula: Wording("How it is reckoned", "计算公式")
    case .formulaHint: Wording("Leave out when the index itself is measured", "指数为直接读数时不填")
    case .tiers: Wording("Tiers", "分档")
    case .tiersHint: Wording("From the least to the greatest; the last has no limit", "由低到高；最后一档不设上限")
    case .upTo: Wording("Up to", "不超过")
    case .transfer: Wording("Who pays whom", "由谁付给谁")
    case .unconditional: Wording("Paid whatever is measured", "不论读数均支付")
    case .unconditionalHint: Wording("Such as a grant from above", "例如上级补助")
    case .advance: Wording("Advance of a year", "年度预拨")
    case .match: Wording("What the payee adds", "收款方配套")
    case .matchHint: Wording("Leave out when it adds nothing", "无配套时不填")
    case .base: Wording("What a year is worth", "年度基数")
    case .baseHint: Wording("When every factor is 1", "各系数均为1时的金额")
    case .factors: Wording("Factors", "系数")
    case .factorName: Wording("Name of the factor", "系数名称")
    case .factorKind: Wording("How it is reckoned", "计算方式")
    case .atLeast: Wording("At least", "下限")
    case .atMost: Wording("At most", "上限")
    case .steps: Wording("Steps", "分级")
    case .factor: Wording("Factor", "系数")
    case .released: Wording("What is released", "达标拨付")
    case .monthly: Wording("Worst class that passes in a month", "月度达标的最低类别")
    case .yearly: Wording("Worst class that passes on yearly mean", "年均达标的最低类别")
    }
  }
}

/// The sorts of rules by which money moves.
enum RuleKindPhrase: String, Phrase {
  case tiered, prepaid, gate

  var wording: Wording {
    switch self {
    case .tiered: Wording("Wager on an index (as on the Xin'an River)", "按指数对赌（如新安江）")
    case .prepaid: Wording("Paid in advance, settled by results (as at Miyun)", "先预拨后结算（如密云水库）")
    case .gate: Wording("Released when quality passes (as on the Luan River)", "水质达标拨付（如滦河）")
    }
  }
}

/// How a factor of a settlement is reckoned.
enum FactorKindPhrase: String, Phrase {
  case proportion, index, steps

  var wording: Wording {
    switch self {
    case .proportion: Wording("A measure over its reference", "读数与基准值之比")
    case .index: Wording("A weighted sum of measures", "多项读数加权")
    case .steps: Wording("By steps of a measure", "按读数分级")
    }
  }
}
