/// Takes a JSON text apart into tokens, from front to back, without following its nesting on the stack.
struct CanonicalScanner {
  private typealias Token = CanonicalSource.Token

  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// What may stand next.
  private enum Turn { case value, firstElement, firstKey, key, separator }

  /// - Throws: `DecodingError` naming the byte at which the text is no JSON, or not of the strict sort that is read.
  mutating func scan(into tokens: inout [CanonicalSource.Token]) throws {
    var (open, depth) = (-1, 0)
    var turn = Turn.value
    while true {
      skipSpaces()
      switch turn {
      case .firstElement where current == 0x5d, .firstKey where current == 0x7d: turn = .separator
      case .firstKey, .key:
        try text(&tokens, in: open)
        skipSpaces()
        guard current == 0x3a else { throw fault("a colon is expected") }
        position += 1
        turn = .value
      case .value, .firstElement:
        if open >= 0 { tokens[open].count += 1 }
        guard current == 0x7b || current == 0x5b else {
          try scalar(&tokens, in: open)
          turn = .separator
          break
        }
        depth += 1
        guard depth <= CanonicalSource.deepest else { throw fault("it is nested too deep") }
        tokens.append(token(current == 0x7b ? .object : .list, in: open, from: position))
        open = tokens.count - 1
        turn = current == 0x7b ? .firstKey : .firstElement
        position += 1
      case .separator:
        guard open >= 0 else {
          guard position == bytes.count else { throw fault("nothing may follow the value") }
          return
        }
        let isObject = tokens[open].kind == .object
        if current == 0x2c {
          position += 1
          turn = isObject ? .key : .value
        } else if current == (isObject ? 0x7d : 0x5d) {
          position += 1
          depth -= 1
          try close(open, &tokens, isObject: isObject)
          open = Int(tokens[open].parent)
        } else {
          throw fault("a comma or the end is expected")
        }
      }
    }
  }

  // MARK: Parts

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
  }

  private func token(_ kind: CanonicalSource.Kind, in parent: Int, from start: Int) -> CanonicalSource.Token {
    Token(
      kind: kind, parent: Int32(truncatingIfNeeded: parent), start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: position), after: 0)
  }

  private func append(_ token: CanonicalSource.Token, to tokens: inout [CanonicalSource.Token]) {
    tokens.append(token)
    tokens[tokens.count - 1].after = Int32(truncatingIfNeeded: tokens.count)
  }

  private mutating func close(_ open: Int, _ tokens: inout [CanonicalSource.Token], isObject: Bool) throws {
    tokens[open].end = Int32(truncatingIfNeeded: position)
    tokens[open].after = Int32(truncatingIfNeeded: tokens.count)
    guard isObject, tokens[open].count > 1 else { return }
    var seen: Set<[UInt8]> = []
    let isLarge = Int(tokens[open].count) > CanonicalSource.largestSearched
    var key = open + 1
    while key < tokens.count {
      let isNew: Bool
      if isLarge {
        isNew = seen.insert(name(tokens[key])).inserted
      } else {
        var other = open + 1
        while other < key, !isSame(tokens[other], tokens[key]) { other = Int(tokens[other + 1].after) }
        isNew = other == key
      }
      guard isNew else { throw fault("a key stands twice in the object that ends here") }
      key = Int(tokens[key + 1].after)
    }
  }

  private func name(_ key: CanonicalSource.Token) -> [UInt8] {
    let name = bytes[Int(key.start)..<Int(key.end)]
    return key.kind == .text ? Array(name) : Self.unescaped(name)
  }

  private func isSame(_ one: CanonicalSource.Token, _ other: CanonicalSource.Token) -> Bool {
    guard one.kind == .text, other.kind == .text else { return name(one) == name(other) }
    let (first, second, length) = (Int(one.start), Int(other.start), Int(one.end - one.start))
    guard length == Int(other.end - other.start) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      // From the end: keys differ there more often than at the front.
      for offset in stride(from: length - 1, through: 0, by: -1) where bytes[first + offset] != bytes[second + offset] {
        return false
      }
      return true
    }
  }

  private mutating func scalar(_ tokens: inout [CanonicalSource.Token], in parent: Int) throws {
    let start = position
    switch current ?? 0 {
    case 0x22: try text(&tokens, in: parent)
    case 0x2d, 0x30...0x39:
      if current == 0x2d { position += 1 }
      let first = position
      while let digit = current, (0x30...0x39).contains(digit) { position += 1 }
      guard position > first, bytes[first] != 0x30 || position == first + 1 else {
        throw fault("a number has digits, and no zero in front")
      }
      if let next = current, [0x2e, 0x45, 0x65].contains(next) { throw fault("a number is whole, without exponent") }
      append(token(.number, in: parent, from: start), to: &tokens)
    default:
      for (word, kind) in [("true", CanonicalSource.Kind.yes), ("false", .no), ("null", .null)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return append(token(kind, in: parent, from: start), to: &tokens)
      }
      throw fault("a value is expected")
    }
  }

  /// A text in quotation marks; its token has the bytes between them.
  private mutating func text(_ tokens: inout [CanonicalSource.Token], in parent: Int) throws {
    guard current == 0x22 else { throw fault("a text is expected") }
    position += 1
    let start = position
    var isEscaped = false
    while let byte = current, byte != 0x22 {
      guard byte >= 0x20 else { throw fault("a control character stands in a text without an escape") }
      position += 1
      if byte == 0x5c {
        isEscaped = true
        try escape()
      }
    }
    guard current == 0x22 else { throw fault("a text does not end") }
    append(token(isEscaped ? .escapedText : .text, in: parent, from: start), to: &tokens)
    position += 1
  }

  /// What follows a backslash; surrogates come in pairs, or the text were no Unicode.
  private mutating func escape() throws {
    guard let letter = current else { throw fault("an escape does not end") }
    position += 1
    guard letter == 0x75 else {
      guard Self.letters.contains(where: { $0.letter == letter }) else { throw fault("there is no such escape") }
      return
    }
    let unit = try codeUnit()
    switch unit {
    case 0xd800..<0xdc00:
      guard bytes[position...].starts(with: [0x5c, 0x75]) else { throw fault("half a pair of surrogates") }
      position += 2
      guard (0xdc00..<0xe000).contains(try codeUnit()) else { throw fault("half a pair of surrogates") }
    case 0xdc00..<0xe000: throw fault("half a pair of surrogates")
    default: break
    }
  }

  private mutating func codeUnit() throws -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault("an escape has four hexadecimal digits") }
    var unit: UInt32 = 0
    for digit in bytes[position..<(position + 4)] {
      guard let value = Self.digit(digit) else { throw fault("an escape has four hexadecimal digits") }
      unit = unit << 4 | value
    }
    position += 4
    return unit
  }

  /// The value of a hexadecimal digit, in capitals or not.
  private static func digit(_ digit: UInt8) -> UInt32? {
    Hexadecimal.value(digit | (digit >= 0x41 ? 0x20 : 0)).map { UInt32($0) }
  }

  private static let letters = CanonicalText.letters + [(byte: 0x2f, letter: 0x2f)]

  /// The bytes that a stretch with escapes means; the stretch was scanned before.
  static func unescaped(_ stretch: ArraySlice<UInt8>) -> [UInt8] {
    var (found, place) = ([UInt8](), stretch.startIndex)
    found.reserveCapacity(stretch.count)
    func unit(at place: Int) -> UInt32 {
      stretch[place..<(place + 4)].reduce(0) { $0 << 4 | (digit($1) ?? 0) }
    }
    while place < stretch.endIndex {
      guard stretch[place] == 0x5c else {
        found.append(stretch[place])
        place += 1
        continue
      }
      let letter = stretch[place + 1]
      guard letter == 0x75 else {
        found.append(letters.first { $0.letter == letter }?.byte ?? letter)
        place += 2
        continue
      }
      var scalar = unit(at: place + 2)
      place += 6
      if (0xd800..<0xdc00).contains(scalar) {
        scalar = 0x10000 + (scalar - 0xd800) << 10 + (unit(at: place + 2) - 0xdc00)
        place += 6
      }
      if let scalar = Unicode.Scalar(scalar) { found.append(contentsOf: String(scalar).utf8) }
    }
    return found
  }

  private func fault(_ what: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "Byte \(position): \(what)."))
  }
}
