/// Lower-case hexadecimal: one spelling a value.
enum Hexadecimal {
  /// The digit of a value below sixteen.
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// The value of a lower-case digit, or nil for any other byte.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  /// The bytes that `text` spells, or nil where it is not pairs of lower-case digits.
  static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var high: UInt8?
    for letter in text {
      guard let value = value(letter) else { return nil }
      if let upper = high {
        bytes.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// Eight digits of a 32-bit word, zeros in front.
  static func text(of word: UInt32) -> String {
    let digits = (0..<8).map { digit(UInt8(truncatingIfNeeded: word >> (28 - 4 * UInt32($0)) & 15)) }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// Standard Base64 with padding where every value has exactly one spelling.
///
/// The usual decoders ignore the bits to spare in the last letter, so that several texts mean the same bytes and a
/// changed letter of a signature goes unseen. ``BinaryText`` refuses them; here the padding is asked for too.
///
/// Source: RFC 4648 (2006), §4 and §3.5 (canonical encoding).
enum StrictBase64 {
  static func text(of bytes: [UInt8]) -> String { BinaryText.base64.text(of: bytes) }

  /// The bytes that `text` spells, or nil where it is not canonical.
  static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    let letters = Array(text)
    guard letters.count.isMultiple(of: 4) else { return nil }
    return try? BinaryText.base64.bytes(of: letters)
  }
}

/// Decimal numbers with one spelling a value: no sign, no zeros in front.
enum PlainDecimal {
  /// The number that `text` spells, or nil where it has another form or exceeds `Int.max`.
  static func value(of text: some Collection<UInt8>) -> Int? {
    guard let lead = text.first, text.count == 1 || lead != 0x30 else { return nil }
    var value = 0
    for digit in text {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (tens, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooBigStill) = tens.addingReportingOverflow(Int(digit - 0x30))
      guard !tooBig, !tooBigStill else { return nil }
      value = sum
    }
    return value
  }

  /// Appends the digits of a number that is not negative.
  static func write(_ value: Int64, to buffer: inout [UInt8]) { write(magnitude: UInt64(value), to: &buffer) }

  /// Appends the digits of a number without a sign.
  static func write(magnitude: UInt64, to buffer: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = magnitude
      var position = 20
      repeat {
        position -= 1
        digits[position] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      buffer.append(contentsOf: digits[position...])
    }
  }
}

extension String {
  /// Whether two texts have the same bytes. `==` also equates texts that only look alike, such as é in one and in two
  /// scalars; names that are hashed or signed must not be equated so.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
