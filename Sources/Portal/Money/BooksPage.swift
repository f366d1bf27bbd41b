import Foundation
import Registry
import Reporting

extension RegionBooks: PageThing {
  func heading(in reading: Reading) -> String {
    guard let agreement else { return reading.say(BooksPhrase.headingFund, ["id": .text(id.description)]) }
    return reading.say(BooksPhrase.heading, ["agreement": .text(reading.name(of: agreement))])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(BooksPhrase.parties), reading.say(BooksPhrase.entries)]
  }

  func cells(in reading: Reading) -> [String] {
    [reading.tongue.row(parties.map(reading.name)), Numeral.whole(books.entries.count)]
  }

  /// How many entries of the journal a page shows; the newest ones, or those the query asks for.
  private static var journalLength: Int { 100 }

  func write(_ html: inout HTML, in reading: Reading) throws {
    html.facts { html in
      if let agreement {
        html.fact(reading.say(BooksPhrase.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      }
      html.fact(reading.say(BooksPhrase.parties)) { reading.links(parties, &$0) }
      html.fact(reading.say(BooksPhrase.currency), currency)
      html.fact(reading.say(WordPhrase.reasons), ifAny: reason)
    }
    html.element("h2", ["id": "balances"], text: reading.say(BooksPhrase.balances))
    html.element("p", ["class": "note"], text: reading.say(BooksPhrase.balancesNote))
    writeBalances(under: "balances", &html, reading)
    for rule in rules {
      html.element("h2", text: reading.say(BooksPhrase.rule, ["name": .text(rule.name)]))
      write(rule, &html, reading)
    }
    try writeSettlements(&html, reading)
    writeJournal(&html, reading)
  }

  /// What each account has.
  ///
  /// - Parameter heading: the id of the heading that names it.
  func writeBalances(under heading: String, _ html: inout HTML, _ reading: Reading) {
    let balances = books.balances
    let words = RuleWords(reading: reading)
    guard !balances.isEmpty else { return html.element("p", text: reading.say(WordPhrase.none)) }
    html.table(
      under: heading,
      [reading.say(BooksPhrase.party), reading.say(BooksPhrase.purpose), reading.say(BooksPhrase.balance)],
      rows: balances.count
    ) { html, row, column in
      let balance = balances[row]
      switch column {
      case 0: html.text(words.owner(balance.account))
      case 1: html.text(balance.account.purpose)
      default: html.text(reading.moneyFigure(balance.amount))
      }
    }
  }

  /// What a rule says and what was reckoned under it, below its name.
  func write(_ adopted: AdoptedRule, _ html: inout HTML, _ reading: Reading) {
    let words = RuleWords(reading: reading)
    html.element("ol") { html in
      for line in words.lines(adopted.rule) { html.element("li", text: line) }
    }
    html.facts { html in
      html.fact(reading.say(BooksPhrase.carried), ifAny: adopted.carried.map(reading.money))
    }
    guard !adopted.reckonings.isEmpty else { return }
    html.table(
      reading.say(BooksPhrase.reckonings, ["name": .text(adopted.name)]),
      [
        reading.say(BooksPhrase.period), reading.say(BooksPhrase.what), reading.say(BooksPhrase.outcome),
        reading.say(BooksPhrase.entry),
      ], rows: adopted.reckonings.count
    ) { html, row, column in
      let one = adopted.reckonings[row]
      switch column {
      case 0: html.text(one.period)
      case 1:
        html.text(reading.word(ReckoningPhrase.self, one.kind.rawValue))
        if one.isUndone { html.text(" (\(reading.say(BooksPhrase.undone)))") }
      case 2: html.text(words.text(one.outcome))
      default: if let entry = one.entry { html.link("#\(Self.anchor(entry))", entry) }
      }
    }
  }

  // MARK: Settlements

  /// A settlement with what it was reckoned from, as its event tells it.
  private struct Told {
    let rule: String
    let period: String
    let readings: Readings?
    let settlement: Settlement
    let at: Instant
  }

  private struct Body: Decodable { let event: RegionBooks.Event }

  private func settlements(_ reading: Reading) throws -> [Told] {
    try reading.view.history(of: id).compactMap { entry in
      guard ["settle", "payAdvance"].contains(entry.act) else { return nil }
      switch try CanonicalJSON.value(Body.self, from: entry.body).event {
      case .settled(let rule, let readings, let period, let settlement, _):
        return Told(rule: rule, period: period.name, readings: readings, settlement: settlement, at: entry.at)
      case .advanced(let rule, let period, let settlement, _):
        return Told(rule: rule, period: period.name, readings: nil, settlement: settlement, at: entry.at)
      default: return nil
      }
    }
  }

  /// Every settlement with its steps and the readings it rests on.
  func writeSettlements(_ html: inout HTML, _ reading: Reading) throws {
    let words = RuleWords(reading: reading)
    for told in try settlements(reading) {
      let phrase = told.readings == nil ? BooksPhrase.advanceOf : .settlementOf
      html.element(
        "h3", text: reading.say(phrase, ["period": .text(told.period), "rule": .text(told.rule)]))
      html.element("p") { html in
        html.tag(words.text(told.settlement.outcome))
        html.text(" \(reading.moment(told.at))")
      }
      let lines = told.settlement.lines
      html.table(
        "\(reading.say(BooksPhrase.howReckoned)) · \(told.rule), \(told.period)",
        [reading.say(BooksPhrase.step), reading.say(BooksPhrase.factor), reading.say(BooksPhrase.amount)],
        rows: lines.count
      ) { html, row, column in
        switch column {
        case 0: html.text(words.name(lines[row]))
        case 1: html.text(lines[row].factor)
        default: html.text(reading.money(lines[row].amount))
        }
      }
      if let readings = told.readings?.all, !readings.isEmpty { write(readings, of: told, &html, reading) }
      html.element("ul") { html in
        for transfer in told.settlement.transfers { html.element("li", text: words.text(transfer)) }
      }
    }
  }

  private func write(_ readings: [Registry.Reading], of told: Told, _ html: inout HTML, _ reading: Reading) {
    html.table(
      "\(reading.say(BooksPhrase.readings)) · \(told.rule), \(told.period)",
      [
        reading.say(BooksPhrase.measure), reading.say(BooksPhrase.period), reading.say(BooksPhrase.value),
        reading.say(BooksPhrase.recorded),
      ], rows: readings.count
    ) { html, row, column in
      let one = readings[row]
      switch column {
      case 0: html.text(one.measure)
      case 1: html.text(one.period)
      case 2: html.text("\(one.value)")
      default: html.text(reading.moment(Instant(milliseconds: one.recorded)))
      }
    }
  }

  // MARK: Journal

  private static func anchor(_ entry: String) -> String { "entry-\(entry.replacing("/", with: "-"))" }

  private func writeJournal(_ html: inout HTML, _ reading: Reading) {
    let before = reading.visit.query["before"].flatMap { Int($0) } ?? books.entries.count + 1
    let end = min(max(0, before - 1), books.entries.count)
    let start = max(0, end - Self.journalLength)
    let mayPost = ((try? reading.view.acts(on: self)) ?? []).contains { $0.act == "post" && $0.obstacle == nil }
    html.element("h2", ["id": "journal"], text: reading.say(BooksPhrase.journal))
    html.element("p", ["class": "note"], text: reading.say(BooksPhrase.journalNote))
    guard start < end else { return html.element("p", text: reading.say(WordPhrase.none)) }
    html.element("p") { $0.link("\(id.path)/entries.xlsx", reading.say(OutletPhrase.workbook)) }
    writeEntries(Array(books.entries[start..<end].reversed()), under: "journal", mayPost: mayPost, &html, reading)
    if start > 0 {
      html.element("p") { $0.link("\(id.path)?before=\(start + 1)#journal", reading.say(BooksPhrase.earlier)) }
    }
  }

  /// Entries of the journal in the order given.
  ///
  /// - Parameters:
  ///   - shown: the entries.
  ///   - heading: the id of the heading that names them.
  ///   - mayPost: whether the reader may reverse what can be reversed.
  ///   - html: where they are written.
  ///   - reading: for whom.
  func writeEntries(
    _ shown: [JournalEntry], under heading: String, mayPost: Bool, _ html: inout HTML, _ reading: Reading
  ) {
    let words = RuleWords(reading: reading)
    html.table(
      under: heading,
      [
        reading.say(BooksPhrase.entry), reading.say(WordPhrase.when), reading.say(BooksPhrase.memo),
        reading.say(BooksPhrase.postings),
      ], rows: shown.count
    ) { html, row, column in
      let entry = shown[row]
      switch column {
      case 0: html.element("span", ["id": Self.anchor(entry.id)], text: entry.id)
      case 1: html.text(reading.moment(Instant(milliseconds: entry.date)))
      case 2:
        html.text(reading.words(entry.memo))
        note(entry, mayPost: mayPost, &html, reading)
      default:
        html.element("ul", ["class": "plain"]) { html in
          for posting in entry.postings {
            html.element("li") { html in
              html.text("\(words.owner(posting.account)), \(posting.account.purpose): ")
              html.text(reading.moneyFigure(posting.amount))
            }
          }
        }
      }
    }
  }

  private func note(_ entry: JournalEntry, mayPost: Bool, _ html: inout HTML, _ reading: Reading) {
    func line(_ phrase: BooksPhrase, _ other: String) {
      html.element("span", ["class": "note"]) { html in
        html.text(" \(reading.say(phrase)) ")
        html.link("#\(Self.anchor(other))", other)
      }
    }
    if let reversed = entry.reverses { line(.reverses, reversed) }
    if let reversal = books.reversal(of: entry.id) { line(.reversedBy, reversal) }
    if let effect = effects[entry.id] {
      html.element("span", ["class": "note"]) { html in
        html.text(" \(reading.say(BooksPhrase.effectOf)) ")
        html.link(effect.of.path, effect.of.description)
      }
    }
    let follows = rules.contains { $0.reckonings.contains { $0.entry == entry.id } }
    guard mayPost, !follows, entry.reverses == nil, books.reversal(of: entry.id) == nil, effects[entry.id] == nil else {
      return
    }
    html.text(" ")
    html.link(
      "\(id.path)/acts/reverse?entry=\(FormFields.encoded(entry.id))", reading.say(BooksPhrase.reverse))
  }
}

/// What was reckoned under a rule.
enum ReckoningPhrase: String, Phrase {
  case advance, settlement

  var wording: Wording {
    switch self {
    case .advance: Wording("Advance", "预拨")
    case .settlement: Wording("Settlement", "结算")
    }
  }
}

/// What is said on the pages of books alone.
enum BooksPhrase: String, Phrase {
  case heading, headingFund, agreement, parties, currency, entries, balances, balancesNote, party, purpose, balance,
    rule, carried, reckonings, period, what, outcome, entry, undone, advanceOf, settlementOf, howReckoned, step,
    factor, amount, readings, measure, value, recorded, journal, journalNote, memo, postings, earlier, reverses,
    reversedBy, effectOf, reverse

  var wording: Wording {
    switch self {
    case .heading: Wording("Books of {agreement}", "{agreement}账簿")
    case .headingFund: Wording("Books of the region {id}", "区域账簿{id}")
    case .agreement: Wording("Agreement", "协议")
    case .parties: Wording("Whose accounts are kept", "账户所属单位")
    case .currency: Wording("Currency", "币种")
    case .entries: Wording("Entries", "分录数")
    case .balances: Wording("What each party has", "各方余额")
    case .balancesNote:
      Wording(
        "Below zero a party has paid or owes; above zero it has received. Together they are always zero.",
        "负数为已付或应付，正数为已收或应收；各账户合计恒为零。")
    case .party: Wording("Party", "单位")
    case .purpose: Wording("Account for", "账户用途")
    case .balance: Wording("Balance", "余额")
    case .rule: Wording("Rule: {name}", "规则：{name}")
    case .carried: Wording("Carried to the next advance", "结转下期预拨")
    case .reckonings: Wording("Reckoned under {name}", "{name}核算记录")
    case .period: Wording("Period", "期间")
    case .what: Wording("What", "内容")
    case .outcome: Wording("Outcome", "结果")
    case .entry: Wording("Entry", "分录")
    case .undone: Wording("undone", "已撤销")
    case .advanceOf: Wording("Advance {period}: {rule}", "{period}预拨：{rule}")
    case .settlementOf: Wording("Settlement {period}: {rule}", "{period}结算：{rule}")
    case .howReckoned: Wording("How the amounts came about", "金额计算过程")
    case .step: Wording("Step", "步骤")
    case .factor: Wording("Value or factor", "数值或系数")
    case .amount: Wording("Amount", "金额")
    case .readings: Wording("Readings it rests on", "依据的读数")
    case .measure: Wording("Measure", "指标")
    case .value: Wording("Value", "数值")
    case .recorded: Wording("On record since", "登记时间")
    case .journal: Wording("Journal", "日记账")
    case .journalNote:
      Wording(
        "Every entry adds up to zero. Nothing is changed: what is wrong is reversed by a mirrored entry.",
        "每笔分录借贷相抵为零。分录不作修改；有误的以反向分录冲正。")
    case .memo: Wording("What it is for", "摘要")
    case .postings: Wording("Who gets or gives", "收付明细")
    case .earlier: Wording("Earlier entries", "更早的分录")
    case .reverses: Wording("reverses", "冲正")
    case .reversedBy: Wording("reversed by", "已由以下分录冲正：")
    case .effectOf: Wording("effect of", "执行依据")
    case .reverse: Wording("Reverse", "冲正")
    }
  }
}
