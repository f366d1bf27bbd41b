import Registry
import Reporting
import Testing

@testable import Portal

struct MoneyWordsTests {
  @Test(
    "a sum is a figure behind its sign",
    arguments: [
      (Int64(123_456), "¥1,234.56"), (0, "¥0.00"), (5, "¥0.05"), (-123_456, "\u{2212}¥1,234.56"),
      (Int64.min, "\u{2212}¥92,233,720,368,547,758.08"),
    ])
  func figures(minor: Int64, text: String) {
    #expect(MoneyWords(language: .english).figure(Amount(minor: minor, of: .cny)) == text)
  }

  @Test("a currency without a sign of its own is named")
  func signs() throws {
    let words = MoneyWords(language: .english)
    #expect(words.figure(Amount(minor: 100, of: .sek)) == "SEK\u{A0}1.00")
    #expect(words.figure(Amount(minor: 100, of: .eur)) == "€1.00")
    #expect(words.figure(Amount(minor: 100, of: try Currency(code: "JPY"))) == "JPY\u{A0}100")
  }

  @Test(
    "a large sum is said in words where nothing is lost by it",
    arguments: [
      (Int64(30_000_000_000), "3亿元", "¥300 million"), (15_000_000_000, "1.5亿元", "¥150 million"),
      (1_000_000, "1万元", nil), (123_450_000, "123.45万元", "¥1.2345 million"),
      (1_000_000_000_000, "100亿元", "¥10 billion"), (-30_000_000_000, "\u{2212}3亿元", "\u{2212}¥300 million"),
      (1_000_001, nil, nil), (12_345_678_900, "12,345.6789万元", nil), (999_999, nil, nil), (0, nil, nil),
      (Int64.max, nil, nil), (Int64.min, nil, nil),
    ] as [(Int64, String?, String?)])
  func large(minor: Int64, chinese: String?, english: String?) {
    let amount = Amount(minor: minor, of: .cny)
    #expect(MoneyWords(language: .chinese).large(amount) == chinese)
    #expect(MoneyWords(language: .english).large(amount) == english)
  }

  @Test("the words of a sum are the sum", arguments: UInt64(0)..<200)
  func exact(seed: UInt64) throws {
    var chance = SplitMix(state: seed)
    let unit = [Int64(1), 10_000, 1_000_000, 100_000_000][Int.random(in: 0..<4, using: &chance)]
    let amount = Amount(minor: Int64.random(in: -90_000_000...90_000_000, using: &chance) * unit, of: .cny)
    guard let words = MoneyWords(language: .chinese).large(amount) else { return }
    let power = words.contains("亿") ? "0000000000" : "000000"
    let digits = words.filter { "0123456789.".contains($0) }
    let parts = digits.split(separator: ".")
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let fen = String(parts[0]) + decimals + power.dropFirst(decimals.count)
    #expect(UInt64(fen) == amount.minor.magnitude, "\(words)")
  }

  @Test("a refusal tells dates as dates and sums as pages tell them, however far away", arguments: Language.allCases)
  func refusals(language: Language) throws {
    let (one, other) = (
      try LedgerAccount(owner: "O-2", purpose: "water"), try LedgerAccount(owner: "O-3", purpose: "water")
    )
    let transfer = try Transfer(Amount(minor: 100, of: .cny), from: one, to: other)
    // 14 November 2025, 08:26 in UTC, and the last moment that there is.
    let known = Int64(1_763_108_760_000)
    for date in [known, .max] {
      let entry = try JournalEntry(id: "BK-1/1", date: date, memo: "water", of: [transfer])
      let fault = #expect(throws: MoneyError.self) {
        try entry.reversal(id: "BK-1/2", date: known - 1, memo: "mirror")
      }
      let text = RefusalWords(Tongue(language: language), about: .books).text(.unreadable(try #require(fault)))
      #expect(!text.contains("\(date)"), "\(text)")
      if date == known { #expect(text.contains(language == .english ? "14 November 2025" : "2025年11月14日"), "\(text)") }
    }
    #expect("\(Instant(milliseconds: .min))".hasSuffix("Z"))
    let fault = #expect(throws: MoneyError.self) {
      try Transfer(Amount(minor: -200_000_000, of: .cny), from: one, to: other)
    }
    let text = RefusalWords(Tongue(language: language), about: .books).text(.unreadable(try #require(fault)))
    #expect(text.contains("¥2,000,000.00") && !text.contains("CNY"), "\(text)")
  }

  @Test("a payment of a case is told as other pages tell sums")
  func payments() async throws {
    let sample = try SampleSite.shared.get()
    var told = 0
    for incentive in try sample.objects(IncentiveCase.self) where incentive.audience == .everybody {
      guard case .payment(let transfers, _) = incentive.measure else { continue }
      for language in Language.allCases {
        let page = await sample.site.get(incentive.id.path, in: language).text
        for transfer in transfers {
          #expect(page.contains("<td>\(MoneyWords(language: language).text(transfer.amount))</td>"), "\(incentive.id)")
        }
        #expect(!page.contains("CNY"), "\(incentive.id)")
        told += 1
      }
    }
    #expect(told > 0)
  }
}
