import Foundation
import Registry
import Testing

@Suite struct AmountTests {
  @Test(
    "reads what people write and prints it back",
    arguments: [
      ("1,234.56", 123_456), ("0.00", 0), ("-0.01", -1), ("999.99", 99_999), ("1,000,000.00", 100_000_000),
      ("92,233,720,368,547,758.07", Int64.max), ("-92,233,720,368,547,758.08", Int64.min),
    ] as [(String, Int64)])
  func figures(text: String, minor: Int64) throws {
    let amount = try Amount(parsing: text, in: .cny)
    #expect(amount.minor == minor)
    #expect(amount.figure == text)
    #expect(try Amount(parsing: amount.plainFigure, in: .cny) == amount)
  }

  @Test("reads whole units and ungrouped digits", arguments: [("1234", 123_400), ("1,234", 123_400), ("-5", -500)])
  func wholeUnits(text: String, minor: Int) throws {
    #expect(try Amount(parsing: text, in: .sek).minor == Int64(minor))
  }

  @Test("keeps the digits of each currency")
  func minorDigits() throws {
    #expect(Amount(minor: 5, of: .cny).description == "0.05 CNY")
    #expect(try Amount(parsing: "1,234", in: Currency(code: "JPY")).minor == 1_234)
    #expect(try Amount(parsing: "1.234", in: Currency(code: "KWD")).minor == 1_234)
    #expect(try Amount(minor: -1_234_567, of: Currency(code: "CLF")).figure == "-123.4567")
    #expect(Currency.all.count == 165)
  }

  @Test(
    "refuses what two people could read in two ways",
    arguments: [
      "", "-", ".", "1.", ".50", "+1", " 1", "1 ", "1,23", "12,34.56", "1,2345", "1234,567.00", ",123", "0123", "00",
      "1e3", "١٢٣", "1.234,56", "--1", "1-", "NaN", "0x10", "1,,000", "-0.00", "1.2.3", "１２",
    ])
  func refusesText(text: String) {
    #expect(throws: MoneyError.self) { try Amount(parsing: text, in: .cny) }
  }

  @Test("every amount survives being written and read", arguments: UInt64(0)..<200)
  func roundTrip(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    for currency in Currency.all.shuffled(using: &chance).prefix(10) {
      let minor = Int64(bitPattern: chance.next()) >> Int64.random(in: 0..<64, using: &chance)
      let amount = Amount(minor: minor, of: currency)
      #expect(try Amount(parsing: amount.figure, in: currency) == amount)
      #expect(try JSONDecoder().decode(Amount.self, from: JSONEncoder().encode(amount)) == amount)
    }
  }

  @Test("is currency and minor units in JSON")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(Amount(minor: -123_456, of: .cny)), as: UTF8.self)
    #expect(text == #"{"currency":"CNY","minor":-123456}"#)
  }

  @Test("refuses sums without room instead of wrapping")
  func overflow() throws {
    let most = Amount(minor: .max, of: .cny)
    let one = Amount(minor: 1, of: .cny)
    let refusal = "sum: error: the result is beyond 9,223,372,036,854,775,807 minor units; "
    #expect(message { try most.adding(one) } == refusal + "divide it into several entries")
    #expect(throws: MoneyError.self) { try Amount(minor: .min, of: .cny).negated() }
    #expect(throws: MoneyError.self) { try Amount(minor: .min, of: .cny).subtracting(one) }
    #expect(throws: MoneyError.self) { try most.multiplied(by: Ratio(2)) }
    #expect(throws: MoneyError.self) { try Amount(parsing: "92,233,720,368,547,758.08", in: .cny) }
    // Only the total needs room.
    #expect(try Amount.sum(of: [most, one, one.negated()], in: .cny) == most)
  }

  @Test("rounds a fraction once, halves away from zero")
  func fractions() throws {
    let half = try Ratio(1, over: 2)
    #expect(try Amount(minor: 5, of: .cny).multiplied(by: half).minor == 3)
    #expect(try Amount(minor: -5, of: .cny).multiplied(by: half).minor == -3)
    #expect(try Amount(minor: 100, of: .cny).multiplied(by: Ratio(1, over: 3)).minor == 33)
    #expect(try Amount(minor: .max, of: .cny).multiplied(by: Ratio(1)).minor == .max)
    #expect(try Amount(minor: .min, of: .cny).multiplied(by: Ratio(1)).minor == .min)
    #expect(throws: MoneyError.self) { try Amount(minor: .min, of: .cny).multiplied(by: Ratio(-1)) }
  }

  @Test("names place, fault and remedy")
  func messages() throws {
    #expect(
      message { try Amount(parsing: "1.5", in: .cny, at: "clause 3") }
        == "clause 3: error: the number of decimals is 1; give 2 for CNY, or none")
    #expect(
      message { try Amount(parsing: "1.50", in: Currency(code: "JPY")) }
        == "amount: error: the number of decimals is 2; JPY has none")
    #expect(
      message { try Amount(parsing: "1.234,56", in: .cny) }
        == "amount: error: '1.234,56' is no amount in CNY; write it as 1,234,567.89, with or without all commas")
    #expect(
      message { try yuan(1).adding(Amount(minor: 1, of: .sek)) }
        == "sum: error: CNY and SEK cannot be reckoned together; keep a sum for each currency")
    #expect(
      message { try Currency(code: "RMB") }
        == "currency: error: 'RMB' is no current currency; give three capital letters of ISO 4217, such as CNY")
  }
}

/// What a refusal says.
func message<Result>(_ body: () throws -> Result) -> String {
  do {
    _ = try body()
    return "no refusal"
  } catch {
    return "\(error)"
  }
}
