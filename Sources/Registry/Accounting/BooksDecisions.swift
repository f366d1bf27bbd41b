extension RegionBooks {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .open(let agreement, let parties, let currency) = command {
      return try open(agreement: agreement, parties: parties, currency: currency, in: &scene)
    }
    let object = try scene.visible(RegionBooks.self, id)
    switch command {
    case .open: preconditionFailure("books are opened above")
    case .adopt(let name, let rule, let carried):
      try scene.permit("adopt", on: object)
      let name = try scene.checked(name, as: "name", limit: 80)
      scene.happen(try object.adoption(of: rule, named: name, carried: carried), to: object)
    case .post(let memo, let transfers):
      try scene.permit("post", on: object)
      let memo = try scene.checked(memo, as: "memo")
      scene.happen(
        .posted(entry: try object.entry(memo: memo, transfers: transfers, at: scene.now), effect: nil), to: object)
    case .payAdvance(let name, let period, let memo):
      try scene.permit("payAdvance", on: object)
      let memo = try scene.checked(memo, as: "memo")
      scene.happen(try object.advance(rule: name, period: period, memo: memo, in: scene), to: object)
    case .settle(let name, let readings, let period, let memo):
      try scene.permit("settle", on: object)
      let memo = try scene.checked(memo, as: "memo")
      scene.happen(
        try object.settlement(rule: name, readings: readings, period: period, memo: memo, in: scene), to: object)
    case .undo(let name, let memo):
      try scene.permit("undo", on: object)
      let memo = try scene.checked(memo, as: "memo")
      scene.happen(try object.undoing(rule: name, memo: memo, at: scene.now), to: object)
    case .reverse(let original, let memo):
      try scene.permit("post", on: object)
      let memo = try scene.checked(memo, as: "memo")
      try object.checkReversible(original)
      scene.happen(
        .posted(entry: try object.reversal(of: original, memo: memo, at: scene.now), effect: nil), to: object)
    case .close(let reason):
      try scene.act(.closed(reason: try scene.checked(reason, as: "reason")), on: object)
    }
  }

  private static func open(
    agreement: ObjectID?, parties: [ObjectID], currency: String, in scene: inout Scene
  ) throws(Refusal) {
    try scene.permitOpening(RegionBooks.self)
    try money { () throws(MoneyError) in _ = try Currency(code: currency) }
    guard (2...200).contains(parties.count), Set(parties).count == parties.count else {
      throw .invalid(
        field: "parties", fault: "fewer than two, more than 200, or one twice", remedy: "name each party once")
    }
    for party in parties where scene.object(Organisation.self, party) == nil { throw .notFound(party) }
    var field: String?
    if let agreement {
      // Books are everybody's: whoever opens them tells no more of an agreement than they may see.
      field = try scene.visible(Agreement.self, agreement).field
    }
    scene.open(
      RegionBooks.self,
      with: .opened(agreement: agreement, parties: parties.sorted(), currency: currency, field: field))
  }

  // MARK: Rules

  private func adoption(of rule: ConditionalTransfer, named name: String, carried: Amount?) throws(Refusal) -> Event {
    guard self.rule(name) == nil else {
      throw .invalid(
        field: "name", fault: "these books have a rule '\(name)' already",
        remedy: "keep to it, or adopt the new rule under another name")
    }
    guard rules.count < Self.ruleLimit else {
      throw .conditionFails(
        "there is room for another rule", act: "adopt",
        remedy: "open other books: these apply \(Self.ruleLimit) rules")
    }
    var left: Amount?
    if case .prepaid(let prepaid) = rule {
      // Paying no advance yet, only asking whether the rule takes what is carried.
      let start = carried ?? .zero(prepaid.base.currency)
      _ = try Self.money { () throws(MoneyError) in try prepaid.payAdvance(carried: start) }
      left = start
    } else if carried != nil {
      throw .invalid(field: "carried", fault: "this rule carries nothing", remedy: "leave it out")
    }
    try check(AdoptedRule(name: name, rule: rule, carried: left).transfers)
    return .adopted(name: name, rule: rule, carried: left)
  }

  private func adopted(_ name: String, act: String, _ period: SettlementPeriod) throws(Refusal) -> AdoptedRule {
    let rule = try adopted(name)
    guard rule.reckonings.count < AdoptedRule.mostReckonings else {
      throw .conditionFails(
        "there is room for another reckoning", act: act,
        remedy: "open new books: '\(name)' has \(AdoptedRule.mostReckonings) reckonings here")
    }
    return rule
  }

  private func adopted(_ name: String) throws(Refusal) -> AdoptedRule {
    guard let rule = rule(name) else {
      let known = rules.map(\.name).joined(separator: ", ")
      throw .invalid(
        field: "rule", fault: "these books have no rule '\(name)'",
        remedy: known.isEmpty ? "adopt it first" : "name one of \(known), or adopt it first")
    }
    return rule
  }

  private func advance(
    rule name: String, period: SettlementPeriod, memo: String, in scene: borrowing Scene
  ) throws(Refusal) -> Event {
    let adopted = try adopted(name, act: "payAdvance", period)
    guard case .prepaid(let prepaid) = adopted.rule, let carried = adopted.carried else {
      throw .invalid(field: "rule", fault: "'\(name)' pays nothing in advance", remedy: "settle it")
    }
    guard adopted.advance(of: period.name) == nil, adopted.settlement(of: period.name) == nil else {
      throw .conditionFails(
        "a period's advance is paid once", act: "payAdvance", remedy: "undo the one of \(period.name) first")
    }
    let settlement = try Self.money { () throws(MoneyError) in try prepaid.payAdvance(carried: carried) }
    return .advanced(
      rule: name, period: period, settlement: settlement,
      entry: try entryIfAny(memo: memo, settlement.transfers, at: scene.now))
  }

  private func settlement(
    rule name: String, readings: Readings, period: SettlementPeriod, memo: String, in scene: borrowing Scene
  ) throws(Refusal) -> Event {
    let adopted = try adopted(name, act: "settle", period)
    guard readings.all.count <= 200 else {
      throw .invalid(field: "readings", fault: "\(readings.all.count) readings", remedy: "give at most 200")
    }
    guard period.cutOff < scene.now.milliseconds else {
      throw .conditionFails(
        "the readings of the period are in", act: "settle",
        remedy: "wait until after \(Instant(milliseconds: period.cutOff)), until when they may come")
    }
    guard readings.all.allSatisfy({ $0.recorded <= scene.now.milliseconds }) else {
      throw .invalid(field: "readings", fault: "one is of a time to come", remedy: "give readings that are on record")
    }
    if let earlier = adopted.settlement(of: period.name) {
      guard case .disputed = earlier.outcome else {
        throw .conditionFails(
          "a period is settled once", act: "settle", remedy: "undo the settlement of \(period.name) first")
      }
    }
    if case .prepaid = adopted.rule, adopted.advance(of: period.name) == nil {
      throw .conditionFails(
        "the advance of the period was paid", act: "settle", remedy: "pay the advance of \(period.name) first")
    }
    let settlement = try Self.money { () throws(MoneyError) in
      try adopted.rule.settle(readings, for: period, carried: adopted.carried)
    }
    return .settled(
      rule: name, readings: readings, period: period, settlement: settlement,
      entry: try entryIfAny(memo: memo, adopted.due(of: settlement, for: period.name), at: scene.now))
  }

  private func undoing(rule name: String, memo: String, at moment: Instant) throws(Refusal) -> Event {
    let adopted = try adopted(name)
    guard let last = adopted.last else {
      throw .conditionFails("there is something to undo", act: "undo", remedy: "'\(name)' has not been reckoned yet")
    }
    guard let entry = last.entry else { return .undone(rule: name, entry: nil) }
    return .undone(rule: name, entry: try reversal(of: entry, memo: memo, at: moment))
  }

  // MARK: Entries

  /// An entry of these books for transfers between accounts of their parties.
  func entry(memo: String, transfers: [Transfer], at moment: Instant) throws(Refusal) -> JournalEntry {
    try check(transfers)
    let number = nextEntry
    let entry = try Self.money { () throws(MoneyError) in
      try JournalEntry(id: number, date: moment.milliseconds, memo: memo, of: transfers)
    }
    try check(entry)
    return entry
  }

  /// The entry that undoes another.
  func reversal(of original: String, memo: String, at moment: Instant) throws(Refusal) -> JournalEntry {
    guard let found = books[original] else {
      throw .invalid(field: "entry", fault: "'\(original)' is not in these books", remedy: "name an entry of theirs")
    }
    let number = nextEntry
    let entry = try Self.money { () throws(MoneyError) in
      try found.reversal(id: number, date: moment.milliseconds, memo: memo)
    }
    try check(entry)
    return entry
  }

  private func entryIfAny(memo: String, _ transfers: [Transfer], at moment: Instant) throws(Refusal) -> JournalEntry? {
    transfers.isEmpty ? nil : try entry(memo: memo, transfers: transfers, at: moment)
  }

  /// What follows from a rule or a decision is taken back there, or the record would say two things.
  private func checkReversible(_ entry: String) throws(Refusal) {
    if let effect = effects[entry] {
      throw .conditionFails(
        "the entry stands for itself", act: "reverse", remedy: "'\(entry)' is the effect of \(effect.of); lift that")
    }
    for rule in rules where rule.reckonings.contains(where: { $0.entry == entry }) {
      throw .conditionFails(
        "the entry stands for itself", act: "reverse", remedy: "'\(entry)' follows from '\(rule.name)'; undo that")
    }
  }

  private func check(_ transfers: [Transfer]) throws(Refusal) {
    guard transfers.count <= Self.transferLimit else {
      throw .invalid(
        field: "transfers", fault: "\(transfers.count) of them, at most \(Self.transferLimit) fit",
        remedy: "divide them into several entries")
    }
    let owners = Set(parties.map(\.description))
    for transfer in transfers {
      for account in [transfer.from, transfer.to] where !owners.contains(account.owner) {
        throw .invalid(
          field: "transfers", fault: "'\(account.owner)' is no party of these books",
          remedy: "name accounts of \(parties)")
      }
      guard transfer.amount.currency.code == currency else {
        throw .invalid(
          field: "transfers", fault: "\(transfer.amount) is not in \(currency)", remedy: "keep one currency a book")
      }
    }
  }

  private func check(_ entry: JournalEntry) throws(Refusal) {
    var copy = books
    try Self.money { () throws(MoneyError) in try copy.record(entry) }
  }

  private static func money<R>(_ body: () throws(MoneyError) -> R) throws(Refusal) -> R {
    do throws(MoneyError) { return try body() } catch {
      throw .invalid(field: error.place, fault: error.what, remedy: error.remedy)
    }
  }
}
