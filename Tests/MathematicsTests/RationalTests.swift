import Mathematics
import Testing

@Suite struct RationalTests {
  @Test("keeps fractions in lowest terms with a positive denominator")
  func lowestTerms() {
    #expect("\(Rational(6) / -4)" == "-3/2")
    #expect("\(Rational(0) / -4)" == "0")
    #expect("\(Rational(-8) / -4)" == "2")
  }

  @Test(
    "reads the decimal that a number prints as",
    arguments: zip(
      [34.69, 0.1, -12, 1.5e-7, 1e22, 0, Double.leastNonzeroMagnitude, -0.0],
      [
        "3469/100", "1/10", "-12", "3/20000000", "1\(zeros(22))", "0",
        "1/2\(zeros(323))", "0",
      ]))
  func decimals(number: Double, fraction: String) {
    #expect(Rational(decimal: number).description == fraction)
  }

  @Test("reads short decimals as it reads their text", arguments: UInt64(0)..<200)
  func shortDecimals(seed: UInt64) {
    var chance = SeededStream(seed: seed)
    let number = Double(Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &chance)) / 1000
    #expect(Rational(decimal: number) == Rational("\(number)"))
    #expect(Rational(decimal: number / 1024) == Rational("\(number / 1024)"))
  }

  @Test("reads a binary fraction as it is")
  func binary() {
    #expect(Rational(exactly: 0.1).description == "3602879701896397/36028797018963968")
    #expect(Rational(exactly: -0.75).description == "-3/4")
    #expect(Rational(exactly: 0x1p70).description == "1180591620717411303424")
  }

  @Test("reads what it prints, and nothing else")
  func reading() {
    #expect(Rational("7/3") == Rational(7) / 3)
    #expect(Rational("-14/6") == Rational(-7) / 3)
    #expect(Rational("-.5") == Rational(-1) / 2)
    #expect(Rational("1.50e2") == 150)
    for text in ["", "/", "1/0", "1/2/3", "a", "1.2.3", "1.-5", "1e", "1e9999", "1e1e1", "0x1", "½", "1. 5"] {
      #expect(Rational(text) == nil, "\(text)")
    }
  }

  @Test("is back at the number it came from", arguments: UInt64(0)..<200)
  func roundTrip(seed: UInt64) {
    var chance = SeededStream(seed: seed)
    let number =
      Double.random(in: -1...1, using: &chance) * Double(sign: .plus, exponent: Int(seed) - 100, significand: 1)
    #expect(Rational(exactly: number).approximation == number)
    // The decimal differs from the number by less than half a unit in the last place.
    #expect(Rational(decimal: number).approximation == number)
  }

  @Test("obeys the laws of a field", arguments: UInt64(0)..<100)
  func fieldLaws(seed: UInt64) {
    var chance = SeededStream(seed: seed)
    let (a, b, c) = (chance.fraction(), chance.fraction(), chance.fraction())
    #expect((a + b) * c == a * c + b * c)
    #expect(a - b + b == a)
    #expect((a + b) + c == a + (b + c))
    if !b.isZero { #expect(a / b * b == a) }
    #expect((a < b) == (a - b).isNegative)
    #expect(a.floor <= a && a < a.floor + 1 && a.floor.wholeNumber != nil)
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

/// A stream of random bits that a seed repeats (SplitMix64; Steele, Lea & Flood 2014).
struct SeededStream: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// Now of machine size, now larger.
  mutating func fraction() -> Rational {
    let size = Bool.random(using: &self) ? 1000 : Int(1) << 61
    let numerator = Rational(Int.random(in: -size...size, using: &self))
    return numerator / Rational(Int.random(in: 1...size, using: &self))
  }
}
