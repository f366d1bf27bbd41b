/// Texts of canonical JSON: one spelling each.
///
/// Source: Rundgren, Jordan & Erdtman (2020), RFC 8785, §3.2.2.2.
enum CanonicalText {
  /// Appends the text in quotation marks, escaping what must be escaped and nothing else.
  static func write(_ text: String, to buffer: inout [UInt8]) {
    buffer.append(0x22)
    let wasContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { write($0, to: &buffer) }
    if wasContiguous == nil { Array(text.utf8).withUnsafeBufferPointer { write($0, to: &buffer) } }
    buffer.append(0x22)
  }

  /// Appends a stretch of `bytes` without quotation marks, escaping what must be escaped.
  static func writeEscaped(_ bytes: [UInt8], from start: Int, to end: Int, into buffer: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { write(UnsafeBufferPointer(rebasing: $0[start..<end]), to: &buffer) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = plainEnd(of: bytes, from: start)
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if end == bytes.count { return }
      buffer.append(contentsOf: escape(of: bytes[end]))
      start = end + 1
    }
  }

  /// The first place from `start` on whose byte must be escaped; the end when there is none.
  private static func plainEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var place = start
    while place < bytes.count {
      // Eight bytes at once: one below 0x20, or one that is zero once the quotation mark or the backslash is taken
      // away, sets a high bit. A false alarm costs a look at a single byte.
      if place + 8 <= bytes.count {
        let word = UnsafeRawPointer(bytes.baseAddress! + place).loadUnaligned(as: UInt64.self)
        let (quotation, backslash) = (word ^ (0x22 &* ones), word ^ (0x5c &* ones))
        let below = (word &- 0x20 &* ones) & ~word
        let marks = ((quotation &- ones) & ~quotation) | ((backslash &- ones) & ~backslash)
        if (below | marks) & highs == 0 {
          place += 8
          continue
        }
      }
      if mustBeEscaped(bytes[place]) { break }
      place += 1
    }
    return place
  }

  static func mustBeEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5c }

  private static func escape(of byte: UInt8) -> [UInt8] {
    if let letter = letters.first(where: { $0.byte == byte })?.letter { return [0x5c, letter] }
    return Array(#"\u00"#.utf8) + [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 15)]
  }

  /// The bytes that have an escape of two letters: backspace, tab, newline, form feed, return, quotation, backslash.
  static let letters: [(byte: UInt8, letter: UInt8)] = [
    (0x08, 0x62), (0x09, 0x74), (0x0a, 0x6e), (0x0c, 0x66), (0x0d, 0x72), (0x22, 0x22), (0x5c, 0x5c),
  ]
}

/// Reads canonical JSON from front to back, and nothing but canonical JSON.
struct CanonicalReader {
  private let bytes: [UInt8]
  private let place: String
  private var position = 0

  init(_ bytes: [UInt8], place: String) {
    self.bytes = bytes
    self.place = place
  }

  /// Passes over these letters.
  mutating func expect(_ literal: StaticString) throws(LogFault) {
    let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    guard bytes[position...].starts(with: wanted) else { throw fault(expected: "'\(literal)' here") }
    position += wanted.count
  }

  /// Reads a number from 0 to 2^53 − 1.
  mutating func number() throws(LogFault) -> Int {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard let value = PlainDecimal.value(of: digits), value <= LogLeaf.largestNumber else {
      throw fault(expected: "a number from 0 to \(LogLeaf.largestNumber) without zeros in front")
    }
    position += digits.count
    return value
  }

  /// Reads 64 hexadecimal digits.
  mutating func hash() throws(LogFault) -> LogHash {
    guard bytes.count - position >= 64, let value = Hexadecimal.bytes(of: bytes[position..<(position + 64)]) else {
      throw fault(expected: "64 lower-case hexadecimal digits")
    }
    position += 64
    return try LogHash(bytes: value, at: place)
  }

  /// Reads a text in quotation marks.
  mutating func text() throws(LogFault) -> String {
    let start = position
    try expect("\"")
    var plain: [UInt8] = []
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5c {
        plain.append(try escape())
      } else {
        guard bytes[position] >= 0x20 else { throw fault(expected: "an escape") }
        plain.append(bytes[position])
        position += 1
      }
    }
    try expect("\"")
    guard let text = String(validating: plain, as: UTF8.self) else {
      position = start
      throw fault(expected: "a text in UTF-8")
    }
    return text
  }

  private mutating func escape() throws(LogFault) -> UInt8 {
    let rest = bytes[(position + 1)...]
    if let letter = rest.first, let byte = CanonicalText.letters.first(where: { $0.letter == letter })?.byte {
      position += 2
      return byte
    }
    if rest.starts(with: "u00".utf8), rest.count >= 5, let value = Hexadecimal.bytes(of: rest.dropFirst(3).prefix(2)),
      value[0] < 0x20, !CanonicalText.letters.contains(where: { $0.byte == value[0] })
    {
      position += 6
      return value[0]
    }
    throw fault(expected: "an escape in its shortest form")
  }

  /// Makes sure that nothing follows.
  func end() throws(LogFault) {
    guard position == bytes.count else { throw fault(expected: "the end") }
  }

  private func fault(expected: String) -> LogFault {
    let found = String(decoding: bytes[min(position, bytes.count)...].prefix(40), as: UTF8.self)
    return LogFault(.malformed(found: found, expected: expected), at: "\(place), byte \(position)")
  }
}
