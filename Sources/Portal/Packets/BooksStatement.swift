import Registry
import Reporting

/// The books of an agreement on paper: who has what, by which rule, and every entry.
struct BooksStatement {
  let books: RegionBooks
  let reading: Reading

  /// How many entries stand on paper at most: the newest ones.
  static let longest = 2_000

  func write(_ html: inout HTML) throws {
    let title = reading.say(PacketPhrase.statement, ["id": .text(books.id.description)])
    try html.sheet(title, id: "\(books.id)") { html in
      html.facts { html in
        html.fact(reading.say(BooksPhrase.parties)) { reading.links(books.parties, &$0) }
        html.fact(reading.say(BooksPhrase.currency), books.currency)
        html.fact(reading.say(WordPhrase.stage), reading.stage(of: books))
        html.fact(reading.say(WordPhrase.reasons), ifAny: books.reason)
      }
      html.element("h3", ["id": "balances-\(books.id)"], text: reading.say(BooksPhrase.balances))
      html.element("p", ["class": "note"], text: reading.say(BooksPhrase.balancesNote))
      books.writeBalances(under: "balances-\(books.id)", &html, reading)
      for rule in books.rules {
        html.element("h3", text: reading.say(BooksPhrase.rule, ["name": .text(rule.name)]))
        books.write(rule, &html, reading)
      }
      try books.writeSettlements(&html, reading)
      html.element("h3", ["id": "journal-\(books.id)"], text: reading.say(BooksPhrase.journal))
      html.element("p", ["class": "note"], text: reading.say(BooksPhrase.journalNote))
      let entries = books.books.entries
      let left = entries.count - Self.longest
      if left > 0 {
        html.element("p", text: reading.say(PacketPhrase.earlierEntries, ["n": .count(left)]))
      }
      books.writeEntries(
        Array(entries.suffix(Self.longest)), under: "journal-\(books.id)", mayPost: false, &html, reading)
    }
  }
}
