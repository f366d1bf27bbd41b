/// The small words that hold names, numbers and units together.
enum ListPhrase: String, Phrase {
  case others, otherSets, moreThan, lessThan
  case noForm, theForm, actingAlone, ruleByIndicator, money, perYear, pricesOf, yes, no, none, unknown,
    sentenceEnd, figure, semicolon
  case colon

  var wording: Wording {
    switch self {
    // English counts those not named, Chinese all of them.
    case .others: Wording("{n#other#others}", "等{n}方")
    case .otherSets: Wording("{n#other#others}", "等{n}组")
    case .moreThan: Wording("more than {x}", "{x}以上")
    case .lessThan: Wording("less than {x}", "{x}以下")
    case .noForm: Wording("none (acting alone)", "无（各自行动）")
    case .theForm: Wording("the {form}", "{form}")
    case .actingAlone: Wording("acting alone", "各自行动")
    case .ruleByIndicator: Wording("{rule} ({by})", "{rule}（{by}）")
    case .money: Wording("{x} {unit}", "{x}{unit}")
    case .perYear: Wording("{unit} a year", "{unit}/年")
    case .pricesOf: Wording("{unit} (prices of {year})", "{unit}（{year}年价格）")
    case .yes: Wording("yes", "是")
    case .no: Wording("no", "否")
    case .none: Wording("none", "无")
    case .unknown: Wording("not computed", "未计算")
    case .sentenceEnd: Wording(". ", "。")
    case .figure: Wording("{name}: {value}", "{name}：{value}")
    case .semicolon: Wording("; ", "；")
    case .colon: Wording(": ", "：")
    }
  }
}

/// How many units an amount counts in.
enum ScaleName: String, Phrase {
  case one, thousand, tenThousand, million, hundredMillion, billion

  var wording: Wording {
    switch self {
    case .one: Wording("", "")
    case .thousand: Wording("thousand", "千")
    case .tenThousand: Wording("ten thousand", "万")
    case .million: Wording("million", "百万")
    case .hundredMillion: Wording("hundred million", "亿")
    case .billion: Wording("billion", "十亿")
    }
  }
}

/// Currencies by their code (ISO 4217); English keeps the code.
enum CurrencyName: String, Phrase {
  case yuan = "CNY", swedishKrona = "SEK", euro = "EUR", dollar = "USD", pound = "GBP", yen = "JPY"
  case danishKrone = "DKK", norwegianKrone = "NOK", franc = "CHF", won = "KRW", rupee = "INR", canadianDollar = "CAD"
  case australianDollar = "AUD", real = "BRL", hongKongDollar = "HKD", taiwanDollar = "TWD"

  var wording: Wording {
    switch self {
    case .yuan: Wording("CNY", "元")
    case .swedishKrona: Wording("SEK", "瑞典克朗")
    case .euro: Wording("EUR", "欧元")
    case .dollar: Wording("USD", "美元")
    case .pound: Wording("GBP", "英镑")
    case .yen: Wording("JPY", "日元")
    case .danishKrone: Wording("DKK", "丹麦克朗")
    case .norwegianKrone: Wording("NOK", "挪威克朗")
    case .franc: Wording("CHF", "瑞士法郎")
    case .won: Wording("KRW", "韩元")
    case .rupee: Wording("INR", "印度卢比")
    case .canadianDollar: Wording("CAD", "加元")
    case .australianDollar: Wording("AUD", "澳元")
    case .real: Wording("BRL", "巴西雷亚尔")
    case .hongKongDollar: Wording("HKD", "港元")
    case .taiwanDollar: Wording("TWD", "新台币")
    }
  }
}
