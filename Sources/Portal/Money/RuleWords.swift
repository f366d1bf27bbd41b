import Registry
import Reporting

/// A rule by which money moves, told line by line, and the steps of a settlement under it.
struct RuleWords {
  let reading: Reading

  /// What the rule says, one sentence a line.
  func lines(_ rule: ConditionalTransfer) -> [String] {
    switch rule {
    case .tiered(let transfer): tiered(transfer)
    case .prepaid(let transfer): prepaid(transfer)
    case .gate(let gate): gateLines(gate)
    }
  }

  private func say(_ phrase: RulePhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  private func tiered(_ transfer: TieredTransfer) -> [String] {
    var lines = [say(.tieredBy, ["index": .text(transfer.index.name)])]
    if let formula = transfer.index.formula { lines.append(text(formula, of: transfer.index.name)) }
    for (number, tier) in transfer.tiers.enumerated() {
      let before = number == 0 ? nil : transfer.tiers[number - 1].upTo
      let pays = text(tier.transfer)
      switch (before, tier.upTo) {
      case (nil, let limit?): lines.append(say(.tierUpTo, ["limit": .text("\(limit)"), "pays": .text(pays)]))
      case (let from?, let limit?):
        lines.append(say(.tierBetween, ["from": .text("\(from)"), "limit": .text("\(limit)"), "pays": .text(pays)]))
      case (let from?, nil): lines.append(say(.tierAbove, ["from": .text("\(from)"), "pays": .text(pays)]))
      case (nil, nil): lines.append(say(.tierAlways, ["pays": .text(pays)]))
      }
    }
    for grant in transfer.unconditional { lines.append(say(.unconditional, ["pays": .text(text(grant))])) }
    return lines + [say(.missingIndex)]
  }

  private func prepaid(_ transfer: PrepaidTransfer) -> [String] {
    var lines = [say(.advance, ["pays": .text(text(transfer.advance))])]
    if let match = transfer.match { lines.append(say(.match, ["pays": .text(text(match))])) }
    lines.append(say(.base, ["amount": .text(reading.money(transfer.base))]))
    for factor in transfer.factors { lines += text(factor) }
    return lines + [say(.balance), say(.missingFactor)]
  }

  private func gateLines(_ gate: QualityGate) -> [String] {
    [
      say(.gatePays, ["pays": .text(text(gate.transfer))]),
      say(
        .gateWhen,
        [
          "measure": .text(gate.measure), "monthly": .text("\(gate.monthly)"), "yearly": .text("\(gate.yearly)"),
        ]), say(.gateElse), say(.missingIndex),
    ]
  }

  /// "Zhejiang pays Anhui ¥100,000,000.00 (¥100 million)".
  func text(_ transfer: Transfer) -> String {
    say(
      .pays,
      [
        "from": .text(owner(transfer.from)), "to": .text(owner(transfer.to)),
        "amount": .text(reading.money(transfer.amount)),
      ])
  }

  /// Whose account it is: the organisation by its name.
  func owner(_ account: LedgerAccount) -> String { ObjectID(account.owner).map(reading.name) ?? account.owner }

  private func text(_ formula: IndexFormula, of name: String) -> String {
    let terms = formula.terms.map { term in
      say(
        .term,
        ["weight": .text("\(term.weight)"), "measure": .text(term.measure), "reference": .text("\(term.reference)")])
    }
    return say(
      .formula,
      ["name": .text(name), "constant": .text("\(formula.constant)"), "terms": .text(terms.joined(separator: " + "))])
  }

  private func text(_ factor: SettlementFactor) -> [String] {
    let name = Filling.text(factor.name)
    func within(_ limits: SettlementFactor.Limits) -> String {
      say(.within, ["least": .text("\(limits.least)"), "most": .text("\(limits.most)")])
    }
    switch factor.form {
    case .proportion(let measure, let reference, let limits):
      let text = say(
        .proportion, ["name": name, "measure": .text(measure), "reference": .text("\(reference)")])
      return [text + within(limits)]
    case .index(let formula, let limits): return [text(formula, of: factor.name) + within(limits)]
    case .steps(let measure, let steps):
      return steps.map { step in
        let value = Filling.text("\(step.factor)")
        guard let limit = step.upTo else {
          return say(.stepBeyond, ["name": name, "measure": .text(measure), "factor": value])
        }
        return say(
          .stepUpTo, ["name": name, "measure": .text(measure), "limit": .text("\(limit)"), "factor": value])
      }
    }
  }

  // MARK: Settlements

  /// What a step of a settlement is called.
  func name(_ line: SettlementLine) -> String {
    switch line.what {
    case .share(let party): say(.stepShare, ["who": .text(ObjectID(party).map(reading.name) ?? party)])
    case .component(let kind): say(.stepComponent, ["kind": .text(kind)])
    case .index(let name), .factor(let name), .passed(let name): reading.words(name)
    case .tier(let limit?): say(.stepTier, ["limit": .text("\(limit)")])
    case .tier(nil): say(.stepLastTier)
    case .unconditional: say(.stepUnconditional)
    case .base: say(.stepBase)
    case .advance: say(.stepAdvance)
    case .match: say(.stepMatch)
    case .carriedIn: say(.stepCarriedIn)
    case .carriedOut: say(.stepCarriedOut)
    case .balance: say(.stepBalance)
    case .taxShare(let year): say(.stepTaxShare, ["year": .count(year)])
    case .cap(let year): say(.stepCap, ["year": .count(year)])
    case .topUp: say(.stepTopUp)
    }
  }

  /// How a settlement ended.
  func text(_ outcome: Settlement.Outcome) -> String {
    switch outcome {
    case .settled: say(.settled)
    case .withheld: say(.withheld)
    case .disputed(let missing): say(.disputed, ["missing": .text(reading.tongue.row(missing))])
    }
  }
}

/// What rules and settlements say.
enum RulePhrase: String, Phrase {
  case tieredBy, formula, term, tierUpTo, tierBetween, tierAbove, tierAlways, unconditional, missingIndex, pays,
    advance, match, base, proportion, within, stepUpTo, stepBeyond, balance, missingFactor, gatePays, gateWhen,
    gateElse, settled, withheld, disputed, stepShare, stepComponent, stepTier, stepLastTier, stepUnconditional,
    stepBase, stepAdvance, stepMatch, stepCarriedIn, stepCarriedOut, stepBalance, stepTaxShare, stepCap, stepTopUp

  var wording: Wording {
    switch self {
    case .tieredBy: Wording("The index {index} decides who pays whom.", "由指数{index}决定由谁付给谁。")
    case .formula: Wording("{name} = {constant} × ({terms})", "{name}={constant}×（{terms}）")
    case .term: Wording("{weight} × {measure} / {reference}", "{weight}×{measure}/{reference}")
    case .tierUpTo: Wording("Up to {limit}: {pays}.", "不超过{limit}：{pays}。")
    case .tierBetween: Wording("Above {from}, up to {limit}: {pays}.", "大于{from}且不超过{limit}：{pays}。")
    case .tierAbove: Wording("Above {from}: {pays}.", "大于{from}：{pays}。")
    case .tierAlways: Wording("At any value: {pays}.", "任何数值：{pays}。")
    case .unconditional: Wording("Whatever is measured: {pays}.", "不论读数如何：{pays}。")
    case .missingIndex:
      Wording(
        "When a reading is missing at the cut-off, nothing conditional is paid and a dispute can be raised.",
        "截止时缺少读数的，附条件的款项不支付，可提出争议。")
    case .pays: Wording("{from} pays {to} {amount}", "{from}向{to}支付{amount}")
    case .advance: Wording("Each year in advance: {pays}.", "每年预拨：{pays}。")
    case .match: Wording("The receiver adds of its own: {pays}.", "收款方配套：{pays}。")
    case .base: Wording("A year is worth {amount} when every factor is 1.", "各系数均为1时，年度金额为{amount}。")
    case .proportion: Wording("Factor {name}: {measure} / {reference}", "系数{name}：{measure}/{reference}")
    case .within: Wording(", at least {least}, at most {most}.", "，不低于{least}，不高于{most}。")
    case .stepUpTo:
      Wording("Factor {name}: {factor} while {measure} is at most {limit}.", "系数{name}：{measure}不超过{limit}时为{factor}。")
    case .stepBeyond:
      Wording("Factor {name}: {factor} when {measure} is beyond that.", "系数{name}：{measure}超过以上数值时为{factor}。")
    case .balance:
      Wording(
        "What is due is the year's worth times every factor, less the advance. A rest above zero is paid; one below zero is set off against the next advance and never paid back.",
        "应付额为年度金额乘以各系数，减去预拨款。余额为正的予以支付；为负的抵扣下一年度预拨款，不退还。")
    case .missingFactor:
      Wording(
        "When a reading is missing at the cut-off, nothing is settled and a dispute can be raised.",
        "截止时缺少读数的，不予结算，可提出争议。")
    case .gatePays: Wording("{pays} when the quality passes.", "水质达标时，{pays}。")
    case .gateWhen:
      Wording(
        "It passes when {measure} is class {monthly} or better in every month, or class {yearly} or better on yearly mean.",
        "{measure}每月均达到{monthly}类或更好，或年均达到{yearly}类或更好，即为达标。")
    case .gateElse: Wording("Otherwise the sum is withheld.", "未达标的，款项不予拨付。")
    case .settled: Wording("Settled", "已结算")
    case .withheld: Wording("Withheld", "不予拨付")
    case .disputed: Wording("Not settled; missing: {missing}", "未结算，缺少：{missing}")
    case .stepShare: Wording("Share of {who}", "{who}的份额")
    case .stepComponent: Wording("By {kind}", "按{kind}")
    case .stepTier: Wording("Index at most {limit}", "指数不超过{limit}")
    case .stepLastTier: Wording("Index above all limits", "指数超过各档上限")
    case .stepUnconditional: Wording("Whatever is measured", "不论读数")
    case .stepBase: Wording("Year's worth", "年度基数")
    case .stepAdvance: Wording("Advance", "预拨款")
    case .stepMatch: Wording("Own funds of the receiver", "收款方配套")
    case .stepCarriedIn: Wording("Carried from earlier settlements", "以往结转")
    case .stepCarriedOut: Wording("Carried to the next advance", "结转下期预拨")
    case .stepBalance: Wording("To be paid", "应付余额")
    case .stepTaxShare: Wording("Tax share, year {year}", "第{year}年税收分享")
    case .stepCap: Wording("Left below the cap, year {year}", "第{year}年封顶余额")
    case .stepTopUp: Wording("To be asked for from above", "申请上级补足")
    }
  }
}
