import Studies

/// How the findings of one study are spoken of in one language: names, amounts, lists, sentences.
struct Voice: Sendable {
  let findings: Findings
  let language: Language
  /// Whether members count costs or gains: the one place from which every wording takes its form.
  let counting: DiagnosisFindings.Counting
  /// Decimals of an amount, so that the largest cost of a single player, and what cooperation is worth, show four digits.
  let moneyDecimals: Int
  private let moneyScale: MoneyScale
  private let partyNames: [String: String]
  private let formNames: [String: String]

  init(_ findings: Findings, in language: Language) {
    self.findings = findings
    self.language = language
    counting = findings.diagnosis.counts
    let alone = findings.diagnosis.players.map(\.costAlone) + findings.sharing.standAlone
    let together = findings.diagnosis.players.map(\.costTogether.magnitude).max() ?? 0
    // Who gets nothing alone is measured by what it gets together.
    let largest = alone.map(\.magnitude).max().flatMap { $0 > 0 ? $0 : nil } ?? together
    // A gap that is dust beside the costs would ask for digits they do not have.
    let shown = min(largest, max(findings.diagnosis.gap.magnitude, largest / 1e3))
    moneyScale = MoneyScale(of: findings.money, largest: largest, in: language)
    moneyDecimals = shown == 0 ? 2 : max(0, min(6, 3 - Numeral.exponent(of: shown * moneyScale.factor)))
    partyNames = Dictionary(
      findings.parties.map { ($0.id, Voice.tidy(Voice.pick($0.name, language) ?? $0.id)) },
      uniquingKeysWith: { first, _ in first })
    formNames = Dictionary(
      findings.mechanisms.ranking.compactMap { form in
        form.name.flatMap { Voice.pick($0, language) }.map { (form.id, Voice.tidy($0)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Sentences

  func say(_ phrase: some Phrase, _ fillings: [String: Filling] = [:]) -> String {
    Template(text(of: phrase)).filled(fillings)
  }

  /// The wording of `phrase` in this language, for costs or for gains, with its places open.
  func text(of phrase: some Phrase) -> String {
    phrase.wording.text(in: language, counting: counting)
  }

  /// The word for a code; a code the catalogue does not know stands for itself, so that it is seen.
  func word<Words: Phrase>(_ kind: Words.Type, _ code: String) -> String {
    Words(rawValue: code).map(text) ?? Voice.tidy(code)
  }

  /// "A, B and C"; "甲、乙和丙".
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    switch language {
    case .english: return items.dropLast().joined(separator: ", ") + " and " + last
    case .chinese: return items.dropLast().joined(separator: "、") + "和" + last
    }
  }

  /// The first few, and how many others: "A, B and 3 others"; "甲、乙等5方".
  func shortList(_ items: [String], atMost limit: Int = 5, others: ListPhrase = .others) -> String {
    guard items.count > limit else { return list(items) }
    let named = Array(items.prefix(limit - 1))
    switch language {
    case .english: return list(named + [say(others, ["n": .count(items.count - named.count)])])
    case .chinese: return named.joined(separator: "、") + say(others, ["n": .count(items.count)])
    }
  }

  /// Members by name, or that it is all of them.
  func members(_ parties: [String]) -> String {
    parties.count > 2 && Set(parties) == Set(findings.players)
      ? say(EquilibriumPhrase.listed) : list(names(parties))
  }

  /// Short clauses in a row: "A pays 1, B pays 2 and C pays 3"; "甲付1、乙付2、丙付3".
  func clauses(_ items: [String]) -> String {
    language == .english ? list(items) : items.joined(separator: "、")
  }

  // MARK: Names

  func name(_ party: String) -> String { partyNames[party] ?? Voice.tidy(party) }

  func names(_ parties: [String]) -> [String] { parties.map(name) }

  var playerNames: [String] { names(findings.players) }

  /// Text of the case in this language, or in the nearest there is.
  func text(_ text: [String: String]?) -> String? {
    text.flatMap { Voice.pick($0, language) }.map(Voice.tidy)
  }

  func form(_ id: String?) -> String {
    guard let id else { return say(ListPhrase.noForm) }
    return formNames[id] ?? (id == "none" ? say(ListPhrase.noForm) : word(MechanismName.self, id))
  }

  /// A form within a sentence.
  func theForm(_ id: String?) -> String {
    guard let id, id != "none" else { return say(ListPhrase.actingAlone) }
    return say(ListPhrase.theForm, ["form": .text(form(id))])
  }

  func rule(_ rule: RuleFinding) -> String {
    guard let indicator = rule.indicator else { return word(RuleName.self, rule.rule) }
    return say(
      ListPhrase.ruleByIndicator,
      ["rule": .text(word(RuleName.self, rule.rule)), "by": .text(text(rule.indicatorName) ?? indicator)])
  }

  func rule(_ id: String) -> String {
    findings.sharing.rules.first { $0.rule == id }.map(rule) ?? word(RuleName.self, id)
  }

  /// A rule within a sentence: "the Shapley value", but "equal shares".
  func theRule(_ rule: RuleFinding) -> String {
    let takesArticle = rule.indicator == nil && RuleName(rawValue: rule.rule)?.takesArticle ?? false
    return takesArticle ? say(ListPhrase.theForm, ["form": .text(self.rule(rule))]) : self.rule(rule)
  }

  // MARK: Amounts

  /// A cost of the findings as it is counted: itself, or the gain that it stands for.
  func counted(_ cost: Double) -> Double { counting == .gain ? 0 - cost : cost }

  /// An amount without its unit; what is small but not nothing keeps two digits, down to a millionth of all costs,
  /// where digits would claim to know what no figure of a case does: "<0.01".
  func amount(_ money: Double) -> String {
    let value = money * moneyScale.factor
    let text = Numeral.fixed(value, decimals: moneyDecimals)
    let whole = max(1, findings.diagnosis.costAlone.magnitude)
    guard money.magnitude >= 1e-9 * whole, value.magnitude < smallestShown / 2 else { return text }
    guard money.magnitude < 1e-6 * whole else { return Numeral.significant(value, digits: 2) }
    return (value < 0 ? ">" + Numeral.minus : "<") + Numeral.fixed(smallestShown, decimals: moneyDecimals)
  }

  /// One in the last decimal of an amount.
  private var smallestShown: Double { (0..<moneyDecimals).reduce(1.0) { unit, _ in unit / 10 } }

  /// Whether an amount is lost in the rounding of those beside it: no finding may be made of it.
  func isNegligible(_ money: Double) -> Bool { (money * moneyScale.factor).magnitude < smallestShown / 2 }

  /// A round amount at an axis, without its unit.
  func axisAmount(_ money: Double) -> String { Numeral.significant(money * moneyScale.factor) }

  /// An amount with what it is counted in.
  ///
  /// Chinese sentences go over from 万 to 亿 at one 亿, as people do; tables and charts keep to one unit.
  func money(_ value: Double) -> String {
    let isLarge = moneyScale.name == ScaleName.tenThousand.rawValue && (value * moneyScale.factor).magnitude >= 1e4
    return say(
      ListPhrase.money,
      [
        "x": .text(isLarge ? Numeral.fixed(value * moneyScale.factor / 1e4, decimals: 2) : amount(value)),
        "unit": .text(isLarge ? moneyUnit(ScaleName.hundredMillion.rawValue) : unit),
      ])
  }

  /// An amount in a sentence that has named the unit with `other` before: with its own unit where that differs.
  func amountBeside(_ other: Double, _ value: Double) -> String {
    switch language {
    case .english: amount(value)
    case .chinese: money(value)
    }
  }

  /// What amounts are counted in, such as "million SEK a year (prices of 2008)".
  var unit: String { moneyUnit(moneyScale.name) }

  /// What the case itself counts in, for figures that are shown digit by digit.
  var ownUnit: String { moneyUnit(findings.money.scale) }

  private func moneyUnit(_ code: String) -> String {
    let money = findings.money
    let scale = word(ScaleName.self, code)
    let currency = language == .english ? Voice.tidy(money.currency) : word(CurrencyName.self, money.currency)
    let base = scale.isEmpty ? currency : (language == .english ? "\(scale) \(currency)" : scale + currency)
    return money.period == "year" ? say(ListPhrase.perYear, ["unit": .text(base)]) : base
  }

  /// ``unit`` with the year of its prices, where the case names one.
  var unitWithYear: String {
    guard let year = findings.money.priceYear else { return unit }
    return say(ListPhrase.pricesOf, ["unit": .text(unit), "year": .text(String(year))])
  }

  func percent(_ share: Double) -> String { Numeral.percent(share) }

  /// A percentage within a sentence: "more than 99%" for ">99%".
  func percentInWords(_ share: Double) -> String {
    let text = percent(share)
    switch text.first {
    case ">": return say(ListPhrase.moreThan, ["x": .text(String(text.dropFirst()))])
    case "<": return say(ListPhrase.lessThan, ["x": .text(String(text.dropFirst()))])
    default: return text
    }
  }

  /// Figures of the case, from `low` to `high`, with their unit.
  func range(_ low: Double, _ high: Double, unit caseUnit: String?) -> String {
    let ends = [low, high].map { figure($0, unit: caseUnit) }
    let plain = ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
    guard let shown = unit(ofCase: caseUnit) else { return plain }
    return unitInChinese(caseUnit) == nil ? "\(plain) \(shown)" : plain + shown
  }

  /// A figure of the case in ``unit(ofCase:)``.
  func figure(_ value: Double, unit caseUnit: String?) -> String {
    Numeral.significant(unitInChinese(caseUnit) == nil ? value : value * moneyScale.factor, digits: 4)
  }

  /// The unit of a figure of the case: as the case writes it, but what the case counts its money in as the report does.
  func unit(ofCase caseUnit: String?) -> String? { unitInChinese(caseUnit) ?? caseUnit.map(Voice.tidy) }

  /// The unit of the report in Chinese where a unit of the case is, in English, what it counts its money in.
  private func unitInChinese(_ caseUnit: String?) -> String? {
    guard language == .chinese, let caseUnit else { return nil }
    let scale = ScaleName(rawValue: findings.money.scale)?.wording.english ?? ""
    let own = (scale.isEmpty ? "" : scale + " ") + findings.money.currency
    let shown = word(ScaleName.self, moneyScale.name) + word(CurrencyName.self, findings.money.currency)
    switch caseUnit {
    case own: return shown
    case own + " a year": return say(ListPhrase.perYear, ["unit": .text(shown)])
    default: return nil
    }
  }

  // MARK: Text of others

  static func pick(_ text: [String: String], _ language: Language) -> String? {
    let wanted = [language.rawValue, language.tag, "en", "zh"]
    for key in wanted { if let found = text[key], !found.isEmpty { return found } }
    return text.sorted { $0.key < $1.key }.map(\.value).first { !$0.isEmpty }
  }

  /// Text on one line and without the marks that turn writing round for what follows; text of a script
  /// written from the right is set apart, so that it cannot disturb the sentence it stands in.
  static func tidy(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isRightToLeft = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: continue
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        isRightToLeft = true
        scalars.append(scalar)
      default: scalars.append(scalar)
      }
    }
    let plain = String(scalars)
    return isRightToLeft ? "\u{2068}\(plain)\u{2069}" : plain
  }
}

/// What amounts of a report are shown in: the case's own unit, but in Chinese by ten thousands (万) and hundred
/// millions (亿), as people there write them.
struct MoneyScale: Sendable, Equatable {
  /// A code of ``ScaleName``.
  let name: String
  /// How many of it one of the case's own unit is.
  let factor: Double

  /// - Parameter largest: the largest amount to show, in the case's unit.
  init(of money: MoneyFinding, largest: Double, in language: Language) {
    let units = ["one": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9]
    guard language == .chinese, let unit = units[money.scale] else {
      self = MoneyScale(name: money.scale, factor: 1)
      return
    }
    // From ten 亿 on in 亿, from one 万 on in 万: then the largest has at most six digits before the point.
    let whole = largest * unit
    let shown = whole >= 1e9 ? 1e8 : whole >= 1e4 ? 1e4 : 1
    self = MoneyScale(
      name: shown == 1e8 ? "hundredMillion" : shown == 1e4 ? "tenThousand" : "one", factor: unit / shown)
  }

  private init(name: String, factor: Double) {
    self.name = name
    self.factor = factor
  }
}
