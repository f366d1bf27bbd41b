import Testing

@testable import Registry

@Suite struct RegionBooksTests {
  var region: CasesRegion

  init() throws {
    region = try CasesRegion()
    // The cut-off of every period here is a day from now.
    try region.act(
      RegionBooks.self, .adopt(name: "wager", rule: try wager(), carried: nil), on: region.books, as: "desk")
    try region.act(
      RegionBooks.self, .adopt(name: "reservoir", rule: try reservoir(), carried: nil), on: region.books, as: "desk")
  }

  private var books: RegionBooks { region.object(RegionBooks.self, region.books)! }

  private func balance(_ owner: String, _ purpose: String = "treasury") throws -> Amount {
    books.books.balance(of: try account(owner, purpose), in: .cny)
  }

  /// The first round on the Xin'an River: the centre gives 300 million yuan, downstream 100 million at an index of at
  /// most 1, upstream 100 million above it.
  private func wager() throws -> ConditionalTransfer {
    let (upper, lower, centre) = (try account("O-1"), try account("O-2"), try account("O-5"))
    return .tiered(
      try TieredTransfer(
        index: .init("P"),
        tiers: [
          .init(upTo: Ratio(1), try Transfer(wan(10_000), from: lower, to: upper)),
          .init(upTo: nil, try Transfer(wan(10_000), from: upper, to: lower)),
        ], unconditional: [try Transfer(wan(30_000), from: centre, to: upper)]))
  }

  /// After the agreement on the Miyun reservoir: 200 million yuan in advance, 100 million from upstream for its fund.
  private func reservoir() throws -> ConditionalTransfer {
    .prepaid(
      try PrepaidTransfer(
        advance: try Transfer(wan(20_000), from: account("O-2"), to: account("O-1")),
        match: try Transfer(wan(10_000), from: account("O-1"), to: account("O-1", "fund")), base: wan(25_000),
        factors: [
          SettlementFactor(
            "water volume", .proportion(measure: "volume", reference: Ratio(2), within: .init(Ratio(0), Ratio(2))))
        ]))
  }

  private func period(_ name: String) throws -> SettlementPeriod {
    try SettlementPeriod(name, cutOff: region.sample.now.later(days: 1).milliseconds)
  }

  private func readings(_ measure: String, _ year: String, _ value: String) throws -> Readings {
    try Readings([Reading(measure, in: year, is: Ratio(parsing: value), recorded: region.sample.now.milliseconds)])
  }

  private func settle(_ rule: String, _ year: String, _ readings: Readings) throws -> RegionBooks.Command {
    .settle(rule: rule, readings: readings, period: try period(year), memo: "Settlement of \(year)")
  }

  @discardableResult
  private mutating func act(_ command: RegionBooks.Command, as name: String = "desk") throws(Refusal) -> [Happening] {
    try region.act(RegionBooks.self, command, on: region.books, as: name)
  }

  private mutating func why(_ command: RegionBooks.Command, as name: String = "desk") -> String {
    region.refusal(RegionBooks.self, command, on: region.books, as: name)
  }

  @Test(
    "the Xin'an wager is settled to the last fen: 400 million yuan to upstream at 0.833, 200 million above 1",
    arguments: [("0.833", Int64(400)), ("1", 400), ("1.01", 200)])
  mutating func xinan(index: String, millions: Int64) throws {
    try region.pass(days: 2)
    try act(settle("wager", "2012", try readings("P", "2012", index)))
    #expect(try balance("O-1") == yuan(millions * 1_000_000))
    #expect(try balance("O-5") == yuan(-300_000_000))
    #expect(try balance("O-2") == yuan((300 - millions) * 1_000_000))
    #expect(books.books.balances.reduce(Int64(0)) { $0 + $1.amount.minor } == 0)
    #expect(books.rule("wager")?.settlement(of: "2012")?.outcome == .settled)
    #expect(
      try why(settle("wager", "2012", readings("P", "2012", index)))
        == "'settle' needs: a period is settled once; undo the settlement of 2012 first")
  }

  @Test("a missing index moves nothing conditional and is visible; once agreed, only what is still due is paid")
  mutating func missingIndex() throws {
    try region.pass(days: 2)
    try act(settle("wager", "2012", .none))
    #expect(books.rule("wager")?.settlement(of: "2012")?.outcome == .disputed(missing: ["P in 2012"]))
    #expect(try balance("O-1") == yuan(300_000_000))
    #expect(try balance("O-2") == yuan(0))
    try act(settle("wager", "2012", try readings("P", "2012", "0.9")))
    #expect(try balance("O-1") == yuan(400_000_000))
    #expect(try balance("O-5") == yuan(-300_000_000))
    #expect(books.rule("wager")?.settlement(of: "2012")?.outcome == .settled)
    // Taken back one after the other, in both steps.
    try act(.undo(rule: "wager", memo: "The value was contested."))
    #expect(books.rule("wager")?.settlement(of: "2012")?.outcome == .disputed(missing: ["P in 2012"]))
    #expect(try balance("O-1") == yuan(300_000_000))
    try act(.undo(rule: "wager", memo: "All of it."))
    #expect(books.books.balances.allSatisfy { $0.amount.isZero })
    #expect(
      why(.undo(rule: "wager", memo: "More."))
        == "'undo' needs: there is something to undo; 'wager' has not been reckoned yet")
  }

  @Test("what a dry year left is set off against the next advance; nobody types it")
  mutating func carriesOver() throws {
    try region.pass(days: 2)
    try act(.payAdvance(rule: "reservoir", period: try period("2018"), memo: "Advance of 2018"))
    #expect(try balance("O-1") == wan(10_000))
    #expect(try balance("O-1", "fund") == wan(10_000))
    // 25 000 · 1.2/2 = 15 000: 5 000 too much were paid.
    let settled = try act(settle("reservoir", "2018", try readings("volume", "2018", "1.2")))
    #expect(settled.count == 1 && books.books.entries.count == 1)
    #expect(books.rule("reservoir")?.carried == wan(-5_000))
    try act(.payAdvance(rule: "reservoir", period: try period("2019"), memo: "Advance of 2019"))
    #expect(books.books.entries[1].postings.map(\.amount) == [wan(-15_000), wan(15_000), wan(-10_000), wan(10_000)])
    #expect(books.rule("reservoir")?.carried == wan(0))
    // 25 000 · 2.4/2 = 30 000, of which 20 000 count as paid.
    try act(settle("reservoir", "2019", try readings("volume", "2019", "2.4")))
    // Two years were worth 45 000, and 45 000 were paid.
    #expect(try balance("O-2") == wan(-45_000))
    #expect(books.rule("reservoir")?.carried == wan(0))
    try act(.undo(rule: "reservoir", memo: "Wrong gauge."))
    try act(.undo(rule: "reservoir", memo: "Wrong gauge."))
    #expect(books.rule("reservoir")?.carried == wan(-5_000))
    #expect(try balance("O-2") == wan(-20_000))
    try act(.undo(rule: "reservoir", memo: "Wrong gauge."))
    #expect(books.rule("reservoir")?.carried == wan(0))
  }

  @Test("an advance is paid once, and before the settlement")
  mutating func advanceFirst() throws {
    try region.pass(days: 2)
    let dry = try settle("reservoir", "2018", try readings("volume", "2018", "1.2"))
    #expect(why(dry) == "'settle' needs: the advance of the period was paid; pay the advance of 2018 first")
    let advance = RegionBooks.Command.payAdvance(rule: "reservoir", period: try period("2018"), memo: "Advance")
    try act(advance)
    #expect(why(advance) == "'payAdvance' needs: a period's advance is paid once; undo the one of 2018 first")
    #expect(
      try why(.payAdvance(rule: "wager", period: period("2018"), memo: "Advance"))
        == "rule: 'wager' pays nothing in advance; settle it")
  }

  @Test("settles no period before its readings are in, to the millisecond")
  mutating func cutOff() throws {
    let cutOff = region.now.later(days: 1)
    let command = try settle("wager", "2012", try readings("P", "2012", "0.9"))
    region.now = cutOff
    #expect(
      why(command)
        == "'settle' needs: the readings of the period are in; wait until after \(cutOff), until when they may come")
    let future = try Readings(
      [Reading("P", in: "2012", is: Ratio(1), recorded: cutOff.later(by: 2).milliseconds)])
    region.now = cutOff.later(by: 1)
    #expect(
      try why(settle("wager", "2012", future))
        == "readings: one is of a time to come; give readings that are on record")
    try act(command)
  }

  @Test("reverses an entry once, and never a reversal or what follows from a rule")
  mutating func reverses() throws {
    try region.pass(days: 2)
    try act(.post(memo: "Lunch", transfers: [try Transfer(yuan(90), from: account("O-1"), to: account("O-2"))]))
    try act(.reverse(entry: "BK-1/1", memo: "Mistake"))
    #expect(books.books.balances.allSatisfy { $0.amount.isZero })
    #expect(
      why(.reverse(entry: "BK-1/1", memo: "Again"))
        == "entry.reverses: entry 'BK-1/1' was reversed by 'BK-1/2'; record a new entry instead")
    #expect(
      why(.reverse(entry: "BK-1/2", memo: "Back"))
        == "reversal: entry 'BK-1/2' is a reversal itself; record the original again as a new entry")
    #expect(
      why(.reverse(entry: "BK-1/9", memo: "None"))
        == "entry: 'BK-1/9' is not in these books; name an entry of theirs")
    try act(settle("wager", "2012", try readings("P", "2012", "0.9")))
    #expect(
      why(.reverse(entry: "BK-1/3", memo: "Mistake"))
        == "'reverse' needs: the entry stands for itself; 'BK-1/3' follows from 'wager'; undo that")
  }

  @Test("refuses amounts beyond 64 bits, foreign parties and currencies, and too much at once")
  mutating func refusals() throws {
    let (upper, lower) = (try account("O-1"), try account("O-2"))
    let most = try Transfer(Amount(minor: .max, of: .cny), from: upper, to: lower)
    try act(.post(memo: "Everything", transfers: [most]))
    #expect(
      try why(.post(memo: "One more", transfers: [Transfer(Amount(minor: 1, of: .cny), from: upper, to: lower)]))
        == "entry: 'O-1: treasury' would turn over more CNY than 64 bits hold; open another account")
    let text = try CanonicalJSON.text(of: RegionBooks.Command.post(memo: "m", transfers: [most]))
    #expect(throws: (any Error).self) {
      try CanonicalJSON.value(
        RegionBooks.Command.self, from: text.replacing("9223372036854775807", with: "9223372036854775808"))
    }
    let krona = try Transfer(Amount(minor: 1, of: .sek), from: upper, to: lower)
    #expect(
      why(.post(memo: "Krona", transfers: [krona])) == "transfers: 0.01 SEK is not in CNY; keep one currency a book")
    let one = try Transfer(yuan(1), from: upper, to: lower)
    #expect(
      why(.post(memo: "Many", transfers: Array(repeating: one, count: 101)))
        == "transfers: 101 of them, at most 100 fit; divide them into several entries")
    #expect(
      why(.post(memo: "None", transfers: []))
        == "entry.postings: the number of postings is 0; give an entry 2 to 2000"
    )
  }

  @Test("adopts each rule once, between parties of the books, with what it may carry")
  mutating func adopts() throws {
    #expect(
      try why(.adopt(name: "wager", rule: wager(), carried: nil))
        == "name: these books have a rule 'wager' already; keep to it, or adopt the new rule under another name")
    #expect(
      try why(.adopt(name: "other", rule: wager(), carried: wan(0)))
        == "carried: this rule carries nothing; leave it out")
    #expect(
      try why(.adopt(name: "other", rule: reservoir(), carried: wan(1)))
        == "carried: 10,000.00 CNY is above zero; "
        + "give zero, or below zero what the payer has paid too much")
    let foreign = ConditionalTransfer.gate(
      try QualityGate(
        Transfer(wan(1), from: account("O-6"), to: account("O-1")), measure: "class", monthly: Ratio(3),
        yearly: Ratio(2)))
    #expect(
      why(.adopt(name: "gate", rule: foreign, carried: nil))
        == "transfers: 'O-6' is no party of these books; name accounts of O-1, O-2, O-5, O-7")
    #expect(
      why(.undo(rule: "gate", memo: "m"))
        == "rule: these books have no rule 'gate'; name one of wager, reservoir, or adopt it first")
  }

  @Test("is kept by the office, with the power in the agreement's field")
  mutating func permissions() throws {
    let one = RegionBooks.Command.post(
      memo: "One", transfers: [try Transfer(yuan(1), from: account("O-1"), to: account("O-2"))])
    for name in ["upperLead", "thirdMember", "guide", "administrator", "auditor", "monitor"] {
      #expect(why(one, as: name) == "'post' is for desk; ask one of them, or be appointed")
    }
    let given = try region.act(
      Delegation.self,
      .delegate(
        to: region.appointment(of: "desk"), powers: [.post], fields: ["transport"], from: region.now,
        until: region.now.later(days: 9), mayPassOn: false), as: "desk")
    region.use(given[0].object, as: "desk")
    #expect(why(one) == "'post' needs the power 'post' in this field; have it delegated to you")
    #expect(
      region.refusal(RegionBooks.self, .open(agreement: nil, parties: [region.third], currency: "CNY"), as: "desk")
        == "parties: fewer than two, more than 200, or one twice; name each party once")
    #expect(
      region.refusal(
        RegionBooks.self, .open(agreement: nil, parties: [region.third, region.sample.upstream], currency: "XYZ"),
        as: "desk")
        == "currency: 'XYZ' is no current currency; "
        + "give three capital letters of ISO 4217, such as CNY")
  }

  @Test("closes only when every account is even, and then takes nothing any more")
  mutating func closes() throws {
    let one = RegionBooks.Command.post(
      memo: "One", transfers: [try Transfer(yuan(1), from: account("O-1"), to: account("O-2"))])
    try act(one)
    #expect(
      why(.close(reason: "End."))
        == "'close' needs: every account is even; settle O-1: treasury (-1.00 CNY) first")
    try act(.reverse(entry: "BK-1/1", memo: "Paid back"))
    try act(.close(reason: "End."))
    #expect(why(one) == "'post' is not possible while BK-1 is 'closed'; possible now: nothing")
  }
}
