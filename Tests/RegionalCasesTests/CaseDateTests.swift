import RegionalCases
import Testing

@Suite struct CaseDateTests {
  @Test("reads a date as exactly as it is written", arguments: ["0001", "1980", "1980-05", "1980-05-01", "2000-02-29"])
  func reads(text: String) { #expect(CaseDate(text)?.description == text) }

  @Test(
    "refuses what is no date",
    arguments: [
      "", "80", "0000", "1980-13", "1980-00", "1980-02-30", "1900-02-29", "1980-5", "1980-05-01T00:00", "1980-", "٢٠٠٠",
    ])
  func refuses(text: String) { #expect(CaseDate(text) == nil) }

  @Test func comesBeforeTheDaysWithinIt() throws {
    let texts = ["1980", "1980-05", "1980-05-01", "1980-05-02", "1981"]
    let dates = texts.compactMap { CaseDate($0) }
    #expect(dates.reversed().sorted() == dates)
  }

  @Test func countsThePartOfTheYearGoneBy() {
    #expect(CaseDate("2000-01-01")?.yearFraction == 2000)
    #expect(CaseDate("2001-12-31")?.yearFraction == 2001 + 364.0 / 365)
  }
}
