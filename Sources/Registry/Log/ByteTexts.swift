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
/// changed letter of a signature goes unseen. This one refuses them.
///
/// Source: RFC 4648 (2006), §4 and §3.5 (canonical encoding).
enum StrictBase64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xff, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let present = min(3, bytes.count - start)
      var group: UInt32 = 0
      for offset in 0..<3 { group = group << 8 | (offset < present ? UInt32(bytes[start + offset]) : 0) }
      for letter in 0..<4 {
        text.append(letter <= present ? alphabet[Int(group >> (18 - 6 * UInt32(letter)) & 63)] : 0x3d)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that `text` spells, or nil where it is not canonical.
  static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    let letters = Array(text)
    guard letters.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count / 4 * 3)
    for start in stride(from: 0, to: letters.count, by: 4) {
      let isLast = start + 4 == letters.count
      var padding = 0
      if isLast, letters[start + 3] == 0x3d { padding = letters[start + 2] == 0x3d ? 2 : 1 }
      var group: UInt32 = 0
      for offset in 0..<(4 - padding) {
        let value = values[Int(letters[start + offset])]
        guard value < 64 else { return nil }
        group |= UInt32(value) << (18 - 6 * UInt32(offset))
      }
      let spare: UInt32 = padding == 2 ? 0xffff : padding == 1 ? 0xff : 0
      guard group & spare == 0 else { return nil }
      for offset in 0..<(3 - padding) { bytes.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(offset)))) }
    }
    return bytes
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
  static func write(_ value: Int64, to buffer: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = UInt64(value)
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
