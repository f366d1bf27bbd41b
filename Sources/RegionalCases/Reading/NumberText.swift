/// What the text of a number is.
enum NumberText {
  case number(Double)
  /// Not a number, infinite, or too large to hold.
  case notFinite
  case notANumber

  /// Digits with a point, a sign and an exponent if need be; nothing else that a language or a locale might allow.
  init(_ text: String) {
    let word = text.lowercased()
    if [".nan", "nan", ".inf", "-.inf", "+.inf", "inf", "-inf", "+inf", "infinity", "-infinity"].contains(word) {
      self = .notFinite
      return
    }
    var rest = Substring(text)
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    let isPlain = rest.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [".", "e", "E", "+", "-"].contains(Unicode.Scalar(byte))
    }
    guard isPlain, let first = rest.first, first.isNumber || first == ".", let number = Double(text) else {
      self = .notANumber
      return
    }
    self = number.isFinite ? .number(number) : .notFinite
  }

  /// The number that stands in `range` of `bytes`, as `Double(_:)` would read it; nil where it is none.
  ///
  /// Up to fifteen digits and a small power of ten are exact as doubles, so that one division or product of them is
  /// rounded once and rightly (Clinger 1990); longer ones take the long way.
  static func double(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    var isNegative = false
    if index < range.upperBound, bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    var mantissa: UInt64 = 0
    var (digits, fraction) = (0, 0)
    var hasPoint = false
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if hasPoint { fraction += 1 }
      } else if bytes[index] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard index == range.upperBound, (1...15).contains(digits) else {
      guard case .number(let number) = NumberText(String(decoding: bytes[range], as: UTF8.self)) else { return nil }
      return number
    }
    let magnitude = Double(mantissa) / powersOfTen[fraction]
    return isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
