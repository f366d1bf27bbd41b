/// A JSON text taken apart once: where each value begins and ends, and which values are whose.
///
/// Strict where two readers could disagree: no floating-point numbers, no key twice in an object, no text that is not
/// Unicode, nothing after the value. Spaces and the order of keys are free.
final class CanonicalSource {
  enum Kind: UInt8 { case object, list, text, escapedText, number, yes, no, null }

  struct Token {
    let kind: Kind
    /// The object or list that it is in; −1 at the root.
    let parent: Int32
    /// Its bytes: of a text without the quotation marks.
    var start, end: Int32
    /// The token behind this value and all that is in it.
    var after: Int32
    /// How many members or elements.
    var count: Int32 = 0
  }

  /// How deep objects and lists may be nested.
  static let deepest = 512

  private let bytes: [UInt8]
  private var tables: [Int: [[UInt8]: Int]] = [:]
  /// In the order of the text; in an object keys and values take turns.
  private(set) var tokens: [Token] = []

  /// - Throws: `DecodingError` naming the byte at which the text is no such JSON.
  init(_ text: String) throws {
    bytes = Array(text.utf8)
    tokens.reserveCapacity(bytes.count / 8 + 4)
    var scanner = CanonicalScanner(bytes: bytes)
    try scanner.scan(into: &tokens)
  }

  // MARK: Values

  func text(_ token: Int) -> String? {
    let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
    switch tokens[token].kind {
    case .text: return String(decoding: bytes[start..<end], as: UTF8.self)
    case .escapedText: return String(decoding: CanonicalScanner.unescaped(bytes[start..<end]), as: UTF8.self)
    default: return nil
    }
  }

  /// The whole number, when it is one and fits.
  func number<Number: FixedWidthInteger>(_ token: Int) -> Number? {
    var digits = bytes[Int(tokens[token].start)..<Int(tokens[token].end)]
    let isNegative = digits.first == 0x2d
    if isNegative { digits = digits.dropFirst() }
    var value: Number = 0
    for digit in digits {
      let (tens, tooBig) = value.multipliedReportingOverflow(by: 10)
      let unit = Number(truncatingIfNeeded: digit - 0x30)
      let (next, tooBigStill) =
        isNegative ? tens.subtractingReportingOverflow(unit) : tens.addingReportingOverflow(unit)
      if tooBig || tooBigStill { return nil }
      value = next
    }
    return value
  }

  /// The value of a member of an object.
  func member(_ key: some CodingKey, of object: Int) -> Int? {
    var name = key.stringValue
    if Int(tokens[object].count) > Self.largestSearched { return members(of: object)[Array(name.utf8)] }
    return name.withUTF8 { wanted in
      var token = object + 1
      let end = Int(tokens[object].after)
      while token < end {
        if isKey(token, wanted) { return token + 1 }
        token = Int(tokens[token + 1].after)
      }
      return nil
    }
  }

  /// Objects with more members than this are looked up in a table.
  static let largestSearched = 16

  private func members(of object: Int) -> [[UInt8]: Int] {
    if let found = tables[object] { return found }
    var table: [[UInt8]: Int] = [:]
    var token = object + 1
    while token < Int(tokens[object].after) {
      table[key(token)] = token + 1
      token = Int(tokens[token + 1].after)
    }
    tables[object] = table
    return table
  }

  private func key(_ token: Int) -> [UInt8] {
    let bytes = bytes[Int(tokens[token].start)..<Int(tokens[token].end)]
    return tokens[token].kind == .text ? Array(bytes) : CanonicalScanner.unescaped(bytes)
  }

  private func isKey(_ token: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
    guard tokens[token].kind == .text else { return key(token).elementsEqual(wanted) }
    guard end - start == wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The keys of an object in the order of the text.
  func keys(of object: Int) -> [String] {
    var keys: [String] = []
    var token = object + 1
    while token < Int(tokens[object].after) {
      keys.append(text(token)!)
      token = Int(tokens[token + 1].after)
    }
    return keys
  }

  // MARK: Errors

  /// Where a value stands.
  func path(of token: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var token = token
    while tokens[token].parent >= 0 {
      let parent = Int(tokens[token].parent)
      if tokens[parent].kind == .list {
        var (index, before) = (0, parent + 1)
        while before != token { (index, before) = (index + 1, Int(tokens[before].after)) }
        path.append(CanonicalKey(index: index))
      } else {
        path.append(CanonicalKey(stringValue: text(token - 1) ?? ""))
      }
      token = parent
    }
    return path.reversed()
  }

  func mismatch(_ type: Any.Type, at token: Int) -> DecodingError {
    let found =
      switch tokens[token].kind {
      case .object: "an object"
      case .list: "a list"
      case .text, .escapedText: "a text"
      case .number: "a number"
      case .yes, .no: "true or false"
      case .null: "null"
      }
    let context = DecodingError.Context(
      codingPath: path(of: token), debugDescription: "\(type) is expected and \(found) found")
    return tokens[token].kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  func isNull(_ token: Int) -> Bool { tokens[token].kind == .null }

  func decodedText(_ token: Int) throws -> String {
    guard let text = text(token) else { throw mismatch(String.self, at: token) }
    return text
  }

  func decodedBool(_ token: Int) throws -> Bool {
    switch tokens[token].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(Bool.self, at: token)
    }
  }

  func decodedNumber<Number: FixedWidthInteger>(_ token: Int) throws -> Number {
    guard tokens[token].kind == .number else { throw mismatch(Number.self, at: token) }
    guard let number: Number = number(token) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: path(of: token), debugDescription: "The number does not fit into \(Number.self)."))
    }
    return number
  }
}

/// A value that is being read.
struct CanonicalValue: Decoder, SingleValueDecodingContainer {
  let source: CanonicalSource
  let token: Int

  var codingPath: [any CodingKey] { source.path(of: token) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard source.tokens[token].kind == .object else { throw source.mismatch([String: Any].self, at: token) }
    return KeyedDecodingContainer(CanonicalFields<Key>(source: source, object: token))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard source.tokens[token].kind == .list else { throw source.mismatch([Any].self, at: token) }
    return CanonicalItems(source: source, list: token)
  }
  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { source.isNull(token) }
  func decode(_ type: Bool.Type) throws -> Bool { try source.decodedBool(token) }
  func decode(_ type: String.Type) throws -> String { try source.decodedText(token) }
  func decode(_ type: Int.Type) throws -> Int { try source.decodedNumber(token) }
  func decode(_ type: Int8.Type) throws -> Int8 { try source.decodedNumber(token) }
  func decode(_ type: Int16.Type) throws -> Int16 { try source.decodedNumber(token) }
  func decode(_ type: Int32.Type) throws -> Int32 { try source.decodedNumber(token) }
  func decode(_ type: Int64.Type) throws -> Int64 { try source.decodedNumber(token) }
  func decode(_ type: UInt.Type) throws -> UInt { try source.decodedNumber(token) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try source.decodedNumber(token) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try source.decodedNumber(token) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try source.decodedNumber(token) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try source.decodedNumber(token) }
  func decode(_ type: Double.Type) throws -> Double { throw source.mismatch(type, at: token) }
  func decode(_ type: Float.Type) throws -> Float { throw source.mismatch(type, at: token) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: self) }
}

/// The members of an object that is being read.
private struct CanonicalFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let source: CanonicalSource
  let object: Int

  var codingPath: [any CodingKey] { source.path(of: object) }
  var allKeys: [Key] { source.keys(of: object).compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { source.member(key, of: object) != nil }

  private func token(_ key: Key) throws -> Int {
    guard let token = source.member(key, of: object) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "No value associated with key \(key.stringValue)."))
    }
    return token
  }

  /// The value of a member that is there and is not null.
  private func present(_ key: Key) -> Int? {
    source.member(key, of: object).flatMap { source.isNull($0) ? nil : $0 }
  }

  func decodeNil(forKey key: Key) throws -> Bool { source.isNull(try token(key)) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try source.decodedBool(token(key)) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try source.decodedText(token(key)) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try source.decodedNumber(token(key)) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try source.decodedNumber(token(key)) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try source.decodedNumber(token(key)) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try source.decodedNumber(token(key)) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try source.decodedNumber(token(key)) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try source.decodedNumber(token(key)) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try source.decodedNumber(token(key)) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try source.decodedNumber(token(key)) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try source.decodedNumber(token(key)) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try source.decodedNumber(token(key)) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw source.mismatch(type, at: try token(key)) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw source.mismatch(type, at: try token(key)) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try T(from: CanonicalValue(source: source, token: token(key)))
  }

  // What is optional is looked up once, not three times.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try present(key).map { try source.decodedBool($0) }
  }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try present(key).map { try source.decodedText($0) }
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try present(key).map { try source.decodedNumber($0) }
  }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    try present(key).map { try source.decodedNumber($0) }
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try present(key).map { try T(from: CanonicalValue(source: source, token: $0)) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try CanonicalValue(source: source, token: token(key)).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try CanonicalValue(source: source, token: token(key)).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder {
    let key = CanonicalKey(stringValue: "super")
    guard let token = source.member(key, of: object) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "No value associated with key super."))
    }
    return CanonicalValue(source: source, token: token)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { CanonicalValue(source: source, token: try token(key)) }
}

/// The elements of a list that is being read.
private struct CanonicalItems: UnkeyedDecodingContainer {
  let source: CanonicalSource
  let list: Int
  private var next: Int
  private(set) var currentIndex = 0

  init(source: CanonicalSource, list: Int) { (self.source, self.list, next) = (source, list, list + 1) }

  var codingPath: [any CodingKey] { source.path(of: list) }
  var count: Int? { Int(source.tokens[list].count) }
  var isAtEnd: Bool { currentIndex == Int(source.tokens[list].count) }

  private func token(_ type: Any.Type) throws -> Int {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type,
        .init(
          codingPath: codingPath + [CanonicalKey(index: currentIndex)],
          debugDescription: "The list has no more elements."))
    }
    return next
  }

  /// Reads the next element, and passes on when it is what it should be.
  private mutating func advance<R>(_ type: Any.Type, _ body: (CanonicalSource, Int) throws -> R) throws -> R {
    let token = try token(type)
    let result = try body(source, token)
    next = Int(source.tokens[token].after)
    currentIndex += 1
    return result
  }

  mutating func decodeNil() throws -> Bool {
    guard source.isNull(try token(Any?.self)) else { return false }
    return try advance(Any?.self) { _, _ in true }
  }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try advance(type) { try $0.decodedBool($1) } }
  mutating func decode(_ type: String.Type) throws -> String { try advance(type) { try $0.decodedText($1) } }
  mutating func decode(_ type: Int.Type) throws -> Int { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try advance(type) { try $0.decodedNumber($1) } }
  mutating func decode(_ type: Double.Type) throws -> Double { throw source.mismatch(type, at: try token(type)) }
  mutating func decode(_ type: Float.Type) throws -> Float { throw source.mismatch(type, at: try token(type)) }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try advance(type) { try T(from: CanonicalValue(source: $0, token: $1)) }
  }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try advance([String: Any].self) { try CanonicalValue(source: $0, token: $1).container(keyedBy: type) }
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try advance([Any].self) { try CanonicalValue(source: $0, token: $1).unkeyedContainer() }
  }
  mutating func superDecoder() throws -> any Decoder {
    try advance((any Decoder).self) { CanonicalValue(source: $0, token: $1) }
  }
}
