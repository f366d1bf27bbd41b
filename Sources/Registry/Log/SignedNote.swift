/// One signature line of a note: who says to have signed, and the signature.
public struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  public let name: String
  /// The identifier of the key.
  public let keyID: UInt32
  /// The signature, in the form of the key's algorithm.
  public let signature: [UInt8]

  /// A signature line as it was received.
  public init(name: String, keyID: UInt32, signature: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.signature = signature
  }

  /// The line, without the newline at its end.
  public var line: String {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * UInt32($0))) }
    return "— \(name) \(StrictBase64.text(of: id + signature))"
  }

  /// Whether it says to be of this key.
  func names(_ key: VerifierKey) -> Bool { keyID == key.keyID && name.hasSameBytes(as: key.name) }

  public static func == (one: Self, other: Self) -> Bool {
    one.keyID == other.keyID && one.signature == other.signature && one.name.hasSameBytes(as: other.name)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(keyID)
    hasher.combine(signature)
  }
}

/// A signature that was found to fit its note.
public struct VerifiedSignature: Hashable, Sendable {
  /// The key that made it.
  public let key: VerifierKey
  /// When a witness made it, in seconds since 1970 UTC by the witness' own clock; nil for plain notes.
  public let timestamp: Int?
}

/// A text with signatures under it, in a form that people can read and machines agree on.
///
///     If you think cryptography is the answer to your problem,
///     then you don't know what your problem is.
///
///     — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
///
/// The text means nothing until ``verified(by:at:)`` has accepted it.
///
/// Source: C2SP (2025), signed-note v1.0.0.
public struct SignedNote: Hashable, Sendable {
  /// How many signatures a note may carry: enough for every member and witness of a region.
  public static let mostSignatures = 100
  /// How many bytes a note may have.
  public static let mostBytes = 1_000_000

  /// The text, ending in a newline.
  public let text: String
  /// The signatures, in the order of their lines.
  public private(set) var signatures: [NoteSignature]

  /// A note that nobody has signed yet.
  ///
  /// - Throws: ``LogFault`` unless the text ends in a newline and has no other control characters.
  public init(text: String) throws(LogFault) {
    try Self.check(Array(text.utf8), at: "note")
    guard text.utf8.last == 0x0a else {
      throw LogFault(.malformed(found: text, expected: "a text that ends in a newline"), at: "note")
    }
    self.text = text
    signatures = []
  }

  /// The note in its encoded form.
  ///
  /// - Throws: ``LogFault`` for any other bytes: invalid UTF-8, control characters, no empty line before the
  ///   signatures, a signature line of another form, no signature or more than ``mostSignatures``.
  public init(bytes: [UInt8], at place: String = "note") throws(LogFault) {
    try Self.check(bytes, at: place)
    // The last empty line parts text and signatures; texts may have empty lines of their own.
    guard let gap = (0..<max(0, bytes.count - 1)).last(where: { bytes[$0] == 0x0a && bytes[$0 + 1] == 0x0a }),
      gap + 2 < bytes.count, bytes.last == 0x0a
    else {
      throw LogFault(
        .malformed(
          found: String(decoding: bytes.suffix(80), as: UTF8.self), expected: "a text, an empty line and signatures"),
        at: place)
    }
    text = String(decoding: bytes[...gap], as: UTF8.self)
    signatures = []
    let textLines = bytes[...gap].count { $0 == 0x0a }
    let lines = bytes[(gap + 2)..<(bytes.count - 1)].split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count <= Self.mostSignatures else {
      throw LogFault(.outside(value: lines.count, range: 1...Self.mostSignatures), at: "\(place): signatures")
    }
    for (offset, line) in lines.enumerated() {
      signatures.append(try Self.signature(in: line, at: "\(place):\(textLines + 2 + offset)"))
    }
  }

  /// The encoded form: the text, an empty line, the signature lines.
  public var bytes: [UInt8] {
    Array((text + "\n" + signatures.map { $0.line + "\n" }.joined()).utf8)
  }

  /// The note with a line added at its end; a line of the same key gives way to it.
  public func adding(_ signature: NoteSignature) -> SignedNote {
    var note = self
    note.signatures.removeAll { $0.keyID == signature.keyID && $0.name.hasSameBytes(as: signature.name) }
    note.signatures.append(signature)
    return note
  }

  /// The note with the signature of a key for notes added.
  ///
  /// - Parameter key: of algorithm ``NoteAlgorithm/note``; a witness signs by ``cosigned(by:at:)``.
  /// - Throws: ``LogFault`` for a key of another algorithm.
  public func signed(by key: SignerKey) throws(LogFault) -> SignedNote {
    try key.verifier.check(.note)
    return adding(
      NoteSignature(
        name: key.verifier.name, keyID: key.verifier.keyID, signature: key.signature(over: Array(text.utf8))))
  }

  /// The signatures of known keys, all found to fit the text.
  ///
  /// Lines of unknown keys are passed over, so that a log can change its key and witnesses can be added; they prove
  /// nothing. A second line of one key is passed over too.
  ///
  /// - Throws: ``LogFault`` of kind ``LogFault/Kind/badSignature(key:)`` where a line of a known key does not fit, and of
  ///   kind ``LogFault/Kind/unsigned(known:)`` where there is no line of a known key.
  public func verified(by keys: [VerifierKey], at place: String = "note") throws(LogFault) -> [VerifiedSignature] {
    var verified: [VerifiedSignature] = []
    for signature in signatures {
      guard let key = keys.first(where: { signature.names($0) }) else { continue }
      guard !verified.contains(where: { $0.key == key }) else { continue }
      verified.append(try verify(signature, by: key, at: place))
    }
    guard !verified.isEmpty else { throw LogFault(.unsigned(known: keys.map(\.name)), at: place) }
    return verified
  }

  /// The names on lines of keys that are not among `keys`: they prove nothing, and are there to be listed.
  public func strangers(to keys: [VerifierKey]) -> [String] {
    signatures.filter { signature in !keys.contains { signature.names($0) } }.map(\.name)
  }

  private func verify(
    _ signature: NoteSignature, by key: VerifierKey, at place: String
  ) throws(LogFault) -> VerifiedSignature {
    switch key.algorithm {
    case .note:
      guard key.accepts(signature.signature, over: Array(text.utf8)) else {
        throw LogFault(.badSignature(key: key.name), at: place)
      }
      return VerifiedSignature(key: key, timestamp: nil)
    case .cosignature:
      guard let cosignature = Cosignature(signature.signature),
        key.accepts(cosignature.signature, over: Cosignature.message(text, at: cosignature.timestamp))
      else { throw LogFault(.badSignature(key: key.name), at: place) }
      return VerifiedSignature(key: key, timestamp: cosignature.timestamp)
    }
  }

  private static func check(_ bytes: [UInt8], at place: String) throws(LogFault) {
    guard bytes.count <= mostBytes else {
      throw LogFault(.tooLong(bytes: bytes.count, limit: mostBytes), at: place)
    }
    guard String(validating: bytes, as: UTF8.self) != nil, bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0a }) else {
      let found = String(decoding: bytes.prefix(80), as: UTF8.self)
      throw LogFault(.malformed(found: found, expected: "UTF-8 without control characters"), at: place)
    }
  }

  private static func signature(in line: ArraySlice<UInt8>, at place: String) throws(LogFault) -> NoteSignature {
    let malformed = LogFault(
      .malformed(found: String(decoding: line, as: UTF8.self), expected: "a line of the form — name Base64"), at: place)
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("—".utf8), let bytes = StrictBase64.bytes(of: parts[2]),
      bytes.count > 4
    else { throw malformed }
    let name = String(decoding: parts[1], as: UTF8.self)
    try VerifierKey.check(name: name, at: place)
    return NoteSignature(
      name: name, keyID: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }, signature: Array(bytes[4...]))
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.text.hasSameBytes(as: other.text) && one.signatures == other.signatures
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(signatures)
  }
}
