/// Numbers as people read them, by rules of our own: no locale of the machine has a say.
package enum Numeral {
  package static let minus = "\u{2212}"

  /// A whole number with a comma every three digits.
  package static func whole(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude))
  }

  /// A number with so many decimals, rounded half away from zero; never a negative zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let power = tenToThe(decimals)
    let scaled = (value.magnitude * power).rounded(.toNearestOrAwayFromZero)
    // Beyond this a whole number is not exact: fewer decimals, and at last powers of ten.
    guard scaled < 9e15 else { return decimals > 0 ? fixed(value, decimals: decimals - 1) : scientific(value) }
    let digits = UInt64(scaled)
    let unit = UInt64(power)
    var text = grouped(String(digits / unit))
    if decimals > 0 {
      let fraction = String(digits % unit)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && digits > 0 ? minus + text : text
  }

  /// A number to so many significant digits, but never fewer than its whole part; trailing zeros are dropped.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return "–" }
    guard value != 0 else { return "0" }
    guard value.magnitude >= 1e-6 else { return scientific(value) }
    let decimals = max(0, min(9, digits - 1 - exponent(of: value)))
    var text = fixed(value, decimals: decimals)
    if decimals > 0, text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  /// The figures of a column, each to its significant digits and all with as many decimals as any of them needs.
  package static func column(_ values: [Double], digits: Int = 3) -> [String] {
    let texts = values.map { significant($0, digits: digits) }
    guard !texts.contains(where: { $0.contains("×") }) else { return texts }
    let decimals = texts.map { text in text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0 }.max() ?? 0
    return values.map { fixed($0, decimals: min(decimals, 6)) }
  }

  /// A share as a percentage without decimals; what is not nothing or all is never shown as such.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    let rounded = (share * 100).rounded(.toNearestOrAwayFromZero)
    if share > 0, rounded == 0 { return "<1%" }
    if share < 1, rounded == 100 { return ">99%" }
    return fixed(share * 100, decimals: 0) + "%"
  }

  /// A, B, … Z, AA, AB, … by a place counted from zero.
  package static func letters(_ place: Int) -> String {
    var number = place
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + number % 26))) + text
      number = number / 26 - 1
    } while number >= 0
    return text
  }

  /// The power of ten of the leading digit.
  package static func exponent(of value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    var exponent = 0
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }

  private static func scientific(_ value: Double) -> String {
    let exponent = exponent(of: value)
    var leading = value.magnitude
    for _ in 0..<abs(exponent) { leading = exponent > 0 ? leading / 10 : leading * 10 }
    let sign = value < 0 ? minus : ""
    return "\(sign)\(fixed(leading, decimals: 2))×10^\(exponent < 0 ? minus : "")\(abs(exponent))"
  }

  private static func tenToThe(_ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1.0) { power, _ in power * 10 }
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}
