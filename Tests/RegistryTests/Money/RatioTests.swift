import Registry
import Testing

@Suite struct RatioTests {
  @Test(
    "reads and prints exact numbers",
    arguments: [
      ("0.85", "0.85"), ("17/20", "0.85"), ("85%", "0.85"), ("12.5%", "0.125"), ("1/3", "1/3"), ("-0.5", "-0.5"),
      ("2/4", "0.5"), ("100%", "1"), ("-3", "-3"), ("0.000001", "0.000001"), ("007", "7"),
    ])
  func text(text: String, printed: String) throws {
    #expect("\(try Ratio(parsing: text))" == printed)
    #expect(try Ratio(parsing: printed) == Ratio(parsing: text))
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", "-", ".5", "5.", "1/0", "1/2/3", "1.5/2", "1/-2", "1/2%", "%", "1e3", "NaN", "+1", " 1", "1,000", "½", "--1",
      String(repeating: "9", count: 60), "0." + String(repeating: "0", count: 60),
    ])
  func refuses(text: String) {
    #expect(throws: MoneyError.self) { try Ratio(parsing: text) }
  }

  @Test("reckons as fractions over a common denominator do", arguments: UInt64(0)..<200)
  func arithmetic(seed: UInt64) throws {
    var chance = MoneyChance(seed: seed)
    func number() -> Int64 { .random(in: -1_000_000...1_000_000, using: &chance) }
    func below() -> Int64 { .random(in: 1...1_000_000, using: &chance) }
    let (a, b, c, d) = (number(), below(), number(), below())
    let (one, other) = (try Ratio(a, over: b), try Ratio(c, over: d))
    #expect(try one.adding(other) == Ratio(a * d + c * b, over: b * d))
    #expect(try one.multiplied(by: other) == Ratio(a * c, over: b * d))
    #expect((one < other) == (a * d < c * b))
    if c != 0 { #expect(try one.divided(by: other).multiplied(by: other) == one) }
    #expect(try Ratio(parsing: "\(one)") == one)
  }

  @Test("compares without overflowing")
  func extremes() throws {
    let most = try Ratio(.max, over: 1)
    let nearly = try most.adding(Ratio(-1, over: .max))
    #expect(nearly < most)
    #expect(try Ratio(.min, over: 1) < nearly)
    #expect(try Ratio(parsing: "\(nearly)") == nearly)
    let square = try most.multiplied(by: most)
    #expect(
      message { try square.multiplied(by: most) }
        == "product: error: the exact fraction has no room in 128 bits; give figures with fewer digits")
    #expect(
      message { try Ratio(1, over: 0) } == "fraction: error: a fraction over zero; give a denominator of at least 1")
    #expect(
      message { try Ratio(parsing: "1e3", at: "reading") }
        == "reading: error: '1e3' is no exact number; write it as 0.85, 17/20 or 85%")
  }
}
