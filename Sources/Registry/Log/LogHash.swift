import Crypto

/// Thirty-two bytes of SHA-256: the name of a leaf, of a subtree, or of a committed body.
///
///     LogHash(sha256: Array("abc".utf8)).hex  // ba7816bf 8f01cfea … f20015ad
public struct LogHash: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes a hash has: 32.
  public static let byteCount = 32

  /// The bytes in order, eight to a word, the first byte highest.
  let first, second, third, fourth: UInt64

  /// The SHA-256 of `bytes`.
  ///
  /// Source: FIPS 180-4 (2015), Secure Hash Standard, §6.2.
  public init(sha256 bytes: [UInt8]) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.init(hasher.finalize())
  }

  /// The hash that is these bytes.
  ///
  /// - Throws: ``LogFault`` naming `place` unless there are exactly 32.
  public init(bytes: some Collection<UInt8>, at place: String = "hash") throws(LogFault) {
    guard bytes.count == Self.byteCount else {
      throw LogFault(.wrongLength(found: bytes.count, needed: Self.byteCount), at: place)
    }
    var words: [UInt64] = [0, 0, 0, 0]
    for (position, byte) in bytes.enumerated() { words[position / 8] = words[position / 8] << 8 | UInt64(byte) }
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
  }

  /// The hash written as 64 lower-case hexadecimal digits.
  ///
  /// - Throws: ``LogFault`` naming `place` for any other text.
  public init(hex text: String, at place: String = "hash") throws(LogFault) {
    guard let bytes = Hexadecimal.bytes(of: text.utf8) else {
      throw LogFault(.malformed(found: text, expected: "64 lower-case hexadecimal digits"), at: place)
    }
    try self.init(bytes: bytes, at: place)
  }

  /// The hash written in standard Base64: 43 letters and one `=`.
  ///
  /// - Throws: ``LogFault`` naming `place` for any other text, also where the last letter has bits to spare that are
  ///   not zero: one hash has one spelling.
  public init(base64 text: some StringProtocol, at place: String = "hash") throws(LogFault) {
    guard let bytes = StrictBase64.bytes(of: text.utf8), bytes.count == Self.byteCount else {
      throw LogFault(.malformed(found: String(text), expected: "32 bytes in standard Base64 with padding"), at: place)
    }
    try self.init(bytes: bytes, at: place)
  }

  /// The SHA-256 of bytes that lie elsewhere.
  init(hashing bytes: UnsafeRawBufferPointer) {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    self.init(hasher.finalize())
  }

  /// The hash written as 64 lower-case hexadecimal digits; nothing for any other bytes.
  init?(digits: UnsafeRawBufferPointer) {
    guard digits.count == 2 * Self.byteCount else { return nil }
    func word(_ start: Int) -> UInt64? {
      var word: UInt64 = 0
      for place in start..<(start + 16) {
        guard let value = Hexadecimal.value(digits[place]) else { return nil }
        word = word << 4 | UInt64(value)
      }
      return word
    }
    guard let first = word(0), let second = word(16), let third = word(32), let fourth = word(48) else { return nil }
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
  }

  /// Whether it comes before the other in the order of the bytes.
  func precedes(_ other: LogHash) -> Bool {
    if first != other.first { return first < other.first }
    if second != other.second { return second < other.second }
    return third != other.third ? third < other.third : fourth < other.fourth
  }

  init(_ digest: SHA256Digest) {
    (first, second, third, fourth) = digest.withUnsafeBytes { bytes in
      (Self.word(0, of: bytes), Self.word(8, of: bytes), Self.word(16, of: bytes), Self.word(24, of: bytes))
    }
  }

  /// The hash stored from `offset` on.
  init(unchecked bytes: UnsafeRawBufferPointer, from offset: Int) {
    first = Self.word(offset, of: bytes)
    second = Self.word(offset + 8, of: bytes)
    third = Self.word(offset + 16, of: bytes)
    fourth = Self.word(offset + 24, of: bytes)
  }

  private static func word(_ offset: Int, of bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    write(to: &bytes)
    return bytes
  }

  /// The bytes as 64 lower-case hexadecimal digits.
  public var hex: String {
    var text: [UInt8] = []
    writeHex(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes in standard Base64 with padding.
  public var base64: String { StrictBase64.text(of: bytes) }

  public var description: String { hex }

  /// Appends the 32 bytes.
  public func write(to buffer: inout [UInt8]) {
    withUnsafeBytes(of: (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)) {
      buffer.append(contentsOf: $0)
    }
  }

  /// Appends 64 lower-case hexadecimal digits.
  func writeHex(to buffer: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.byteCount) { digits in
      for word in 0..<4 {
        var rest = word == 0 ? first : word == 1 ? second : word == 2 ? third : fourth
        for position in stride(from: 16 * word + 15, through: 16 * word, by: -1) {
          digits[position] = Hexadecimal.digit(UInt8(truncatingIfNeeded: rest & 15))
          rest >>= 4
        }
      }
      buffer.append(contentsOf: digits)
    }
  }

  /// The SHA-256 of `prefix` followed by `bytes`.
  static func sha256(prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> LogHash {
    var hasher = SHA256()
    withUnsafeBytes(of: prefix) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: bytes)
    return LogHash(hasher.finalize())
  }

  /// The SHA-256 of `prefix`, `left` and `right`: 65 bytes.
  static func sha256(prefix: UInt8, _ left: LogHash, _ right: LogHash) -> LogHash {
    withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { bytes in
      bytes[0] = prefix
      left.store(in: bytes, at: 1)
      right.store(in: bytes, at: 33)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      return LogHash(hasher.finalize())
    }
  }

  private func store(in bytes: UnsafeMutableRawBufferPointer, at offset: Int) {
    bytes.storeBytes(of: first.bigEndian, toByteOffset: offset, as: UInt64.self)
    bytes.storeBytes(of: second.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
    bytes.storeBytes(of: third.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
    bytes.storeBytes(of: fourth.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
  }
}
