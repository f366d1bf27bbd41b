import Foundation
import Registry
import Testing

@Suite struct BooksTests {
  func entry(_ id: String, _ date: Int64, _ postings: [(String, Int64)], reverses: String? = nil) throws -> JournalEntry
  {
    try JournalEntry(
      id: id, date: date, memo: "entry \(id)",
      postings: postings.map { try Posting(Amount(minor: $0.1, of: .cny), to: account($0.0)) }, reverses: reverses)
  }

  @Test("an advance, its settlement and a reversal, as a statement prints them")
  func statement() throws {
    var books = Books()
    try books.record(entry("1", 10, [("a", -500), ("b", 500)]))
    try books.record(entry("2", 20, [("a", -70), ("b", 70)]))
    let wrong = try #require(books["2"])
    try books.record(wrong.reversal(id: "3", date: 30, memo: "paid twice"))
    let b = try account("b")
    let year = books.statement(of: b, in: .cny, for: try Period(from: 15, until: 31))
    #expect(year.opening.figure == "5.00")
    #expect(year.lines.map(\.amount.figure) == ["0.70", "-0.70"])
    #expect(year.lines.map(\.balance.figure) == ["5.70", "5.00"])
    #expect(year.closing.figure == "5.00")
    #expect(books.reversal(of: "2") == "3")
    #expect(books.balances.map(\.amount.figure) == ["-5.00", "5.00"])
  }

  @Test(
    "balances add up to zero, statements follow on one another, a reversal undoes and happens once",
    arguments: UInt64(0)..<250)
  func laws(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    let currencies: [Currency] = [.cny, .sek, .eur]
    let accounts = try (0..<4).map { try account("p\($0 / 2)", "purpose \($0)") }
    var books = Books()
    var list: [JournalEntry] = []
    for number in 0..<25 {
      let original = list.randomElement(using: &chance)
      let before = books
      if let original, Int.random(in: 0..<4, using: &chance) == 0 {
        let date = original.date + .random(in: 0...20, using: &chance)
        if original.reverses != nil {
          #expect(throws: MoneyError.self) { try original.reversal(id: "r", date: date, memo: "") }
          continue
        }
        let reversal = try original.reversal(id: "\(number)", date: date, memo: "reversal")
        if books.reversal(of: original.id) != nil {
          #expect(throws: MoneyError.self) { try books.record(reversal) }
          #expect(books == before)
          continue
        }
        try books.record(reversal)
        list.append(reversal)
        // What the original did to each account is undone.
        for posting in original.postings {
          let (account, currency) = (posting.account, posting.amount.currency)
          let did = original.postings.filter { $0.account == account && $0.amount.currency == currency }
            .reduce(0) { $0 + $1.amount.minor }
          let balance = books.balance(of: account, in: currency).minor
          #expect(balance == before.balance(of: account, in: currency).minor - did)
        }
      } else {
        let entry = try randomEntry("\(number)", accounts, currencies, using: &chance)
        try books.record(entry)
        list.append(entry)
      }
      let sums = Dictionary(grouping: books.balances, by: \.amount.currency)
        .mapValues { $0.reduce(0) { $0 + $1.amount.minor } }
      #expect(sums.values.allSatisfy { $0 == 0 })
    }
    #expect(books.entries == list)
    let cuts = ([-1, 200] + (0..<3).map { _ in Int64.random(in: 0...150, using: &chance) }).sorted()
    for account in accounts {
      for currency in currencies {
        var closing = Amount.zero(currency)
        for (from, until) in zip(cuts, cuts.dropFirst()) where from < until {
          let statement = books.statement(of: account, in: currency, for: try Period(from: from, until: until))
          #expect(statement.opening == closing)
          closing = statement.closing
          #expect(try Amount.sum(of: [statement.opening] + statement.lines.map(\.amount), in: currency) == closing)
          #expect(statement.lines.map(\.date) == statement.lines.map(\.date).sorted())
        }
        #expect(closing == books.balance(of: account, in: currency))
      }
    }
    let read = try JSONDecoder().decode(Books.self, from: JSONEncoder().encode(books))
    #expect(read == books)
  }

  func randomEntry(
    _ id: String, _ accounts: [LedgerAccount], _ currencies: [Currency], using chance: inout MoneyChance
  ) throws -> JournalEntry {
    var postings: [Posting] = []
    for currency in currencies.shuffled(using: &chance).prefix(.random(in: 1...2, using: &chance)) {
      var left: Int64 = 0
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let amount = Int64.random(in: 1...1_000_000, using: &chance)
        left += amount
        postings.append(try Posting(Amount(minor: -amount, of: currency), to: accounts.randomElement(using: &chance)!))
      }
      postings.append(try Posting(Amount(minor: left, of: currency), to: accounts.randomElement(using: &chance)!))
    }
    return try JournalEntry(id: id, date: .random(in: 0...100, using: &chance), memo: "", postings: postings)
  }

  @Test("an entry that does not balance cannot be made")
  func unbalanced() throws {
    #expect(
      message { try entry("1", 0, [("a", 5), ("b", -4)]) }
        == "entry.postings: error: the postings in CNY add up to 0.01 CNY; let them add up to zero")
    #expect(
      message { try entry("1", 0, [("a", .max), ("b", .max)]) }
        == "entry.postings: error: the postings in CNY add up to 18446744073709551614 minor units; "
        + "let them add up to zero")
    let mixed = [
      try Posting(Amount(minor: 5, of: .cny), to: account("a")),
      try Posting(Amount(minor: -5, of: .sek), to: account("b")),
    ]
    #expect(
      message { try JournalEntry(id: "1", date: 0, memo: "", postings: mixed) }
        == "entry.postings: error: the postings in CNY add up to 0.05 CNY; let them add up to zero")
    #expect(
      message { try entry("1", 0, [("a", 5)]) }
        == "entry.postings: error: the number of postings is 1; give an entry 2 to 2000")
    #expect(
      message { try entry("1", 0, [("a", 0), ("b", 0)]) } == "posting: error: a posting of nothing; leave it out")
    #expect(throws: MoneyError.self) { try entry("1", 0, [("a", .min), ("b", .max), ("b", 1)]) }
    #expect(
      message { try JournalEntry(id: "1", date: 0, memo: String(repeating: "é", count: 1_001), of: []) }
        == "entry.memo: error: the text has 2002 bytes; shorten it to at most 2000")
    #expect(throws: MoneyError.self) { try JournalEntry(id: "1", date: 0, memo: "", of: []) }
    #expect(throws: MoneyError.self) { try entry("1", 0, [("a", 5), ("b", -5)], reverses: "1") }
  }

  @Test("the books refuse what would break them and stay as they were")
  func refusals() throws {
    var books = Books()
    try books.record(entry("1", 10, [("a", -5), ("b", 5)]))
    try books.record(entry("2", 10, [("a", 5), ("b", -5)], reverses: "1"))
    try books.record(entry("big", 10, [("c", .max - 1), ("d", -.max + 1)]))
    let before = books
    for (refused, refusal) in [
      (try entry("1", 10, [("a", 1), ("b", -1)]), "entry.id: error: '1' stands twice; name it once"),
      (
        try entry("3", 10, [("a", 5), ("b", -5)], reverses: "1"),
        "entry.reverses: error: entry '1' was reversed by '2'; record a new entry instead"
      ),
      (
        try entry("3", 10, [("a", -5), ("b", 5)], reverses: "2"),
        "entry.reverses: error: entry '2' is a reversal itself; record the original again as a new entry"
      ),
      (
        try entry("3", 10, [("a", -5), ("b", 5)], reverses: "9"),
        "entry.reverses: error: the books hold no entry '9'; record it first"
      ),
      (
        try entry("3", 9, [("c", -.max + 1), ("d", .max - 1)], reverses: "big"),
        "entry.date: error: the reversal is dated before the original; date it 1970-01-01T00:00:00Z or later"
      ),
      (
        try entry("3", 10, [("c", -5), ("d", 5)], reverses: "big"),
        "entry.postings: error: the postings do not mirror those of 'big'; "
          + "turn the sign of every posting and change nothing else"
      ),
      (
        try entry("3", 10, [("e", -5), ("c", 5)]),
        "entry: error: 'c: treasury' would turn over more CNY than 64 bits hold; open another account"
      ),
    ] {
      #expect(message { try books.check(refused) } == refusal)
      #expect(message { try books.record(refused) } == refusal)
      #expect(books == before)
    }
  }
}
