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
}
