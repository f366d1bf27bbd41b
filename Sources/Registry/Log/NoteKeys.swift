import Crypto

/// What a key signs: any note as its owner's word, or checkpoints as a witness.
public enum NoteAlgorithm: UInt8, Hashable, Sendable, CaseIterable {
  /// Ed25519 over the text of the note.
  case note = 1
  /// Ed25519 over a time and the text of a checkpoint: "as of then, this is the largest tree of this log I have seen".
  case cosignature = 4
}

/// The public half of a key: it tells whose signature is under a note.
///
///     let key = try VerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
///     key.name  // PeterNeumann
///
/// Source: C2SP (2025), signed-note v1.0.0, "Verifier keys"; C2SP, tlog-cosignature, "Format".
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  /// Whose key it is, in the words of its owner; for a log, its origin.
  public let name: String
  /// What it signs.
  public let algorithm: NoteAlgorithm
  /// The Ed25519 public key: 32 bytes.
  public let publicKey: [UInt8]
  /// The first four bytes of SHA-256 over name, newline, algorithm and public key.
  public let keyID: UInt32

  /// The key with this name.
  ///
  /// - Throws: ``LogFault`` for a name that is empty or has a space, a plus sign or a control character, and for a
  ///   public key that has not 32 bytes.
  public init(name: String, algorithm: NoteAlgorithm = .note, publicKey: [UInt8]) throws(LogFault) {
    try Self.check(name: name, at: "verifier key")
    guard publicKey.count == 32 else {
      throw LogFault(.wrongLength(found: publicKey.count, needed: 32), at: "public key of '\(name)'")
    }
    self.name = name
    self.algorithm = algorithm
    self.publicKey = publicKey
    keyID = Self.keyID(name: name, algorithm: algorithm, publicKey: publicKey)
  }

  /// The key written as `name+identifier+key`, in eight hexadecimal digits and in Base64.
  ///
  /// - Throws: ``LogFault`` for any other text, also where the identifier does not follow from name and key.
  public init(_ text: String) throws(LogFault) {
    let (name, keyID, keyed) = try Self.parts(of: text, at: "verifier key")
    guard let byte = keyed.first, let algorithm = NoteAlgorithm(rawValue: byte) else {
      throw LogFault(.unknownAlgorithm(keyed.first ?? 0), at: "verifier key of '\(name)'")
    }
    try self.init(name: name, algorithm: algorithm, publicKey: Array(keyed.dropFirst()))
    guard self.keyID == keyID else {
      throw LogFault(
        .wrongKeyID(stated: Hexadecimal.text(of: keyID), computed: Hexadecimal.text(of: self.keyID)),
        at: "verifier key of '\(name)'")
    }
  }

  /// The key as it is handed to others: `name+identifier+key`.
  public var description: String {
    "\(name)+\(Hexadecimal.text(of: keyID))+\(StrictBase64.text(of: [algorithm.rawValue] + publicKey))"
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.keyID == other.keyID && one.algorithm == other.algorithm && one.publicKey == other.publicKey
      && one.name.hasSameBytes(as: other.name)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(keyID)
    hasher.combine(publicKey)
  }

  /// Makes sure that the key is of an algorithm.
  func check(_ needed: NoteAlgorithm) throws(LogFault) {
    guard algorithm == needed else { throw LogFault(.wrongPurpose(key: name, needed: needed), at: "key") }
  }

  /// Whether `signature` is this key's over exactly these bytes.
  func accepts(_ signature: some Collection<UInt8>, over message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(Array(signature), for: message)
  }

  static func keyID(name: String, algorithm: NoteAlgorithm, publicKey: [UInt8]) -> UInt32 {
    let hash = LogHash(sha256: Array(name.utf8) + [0x0a, algorithm.rawValue] + publicKey)
    return UInt32(truncatingIfNeeded: hash.first >> 32)
  }

  static func check(name: String, at place: String) throws(LogFault) {
    let isWord = name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    guard !name.isEmpty, isWord else {
      throw LogFault(.malformed(found: name, expected: "a name without spaces and plus signs"), at: place)
    }
  }

  /// The three parts of a key's text; the last may itself contain plus signs.
  ///
  /// - Parameter isSecret: whether nothing of the text may be shown in a message.
  static func parts(
    of text: String, isSecret: Bool = false, at place: String
  ) throws(LogFault) -> (name: String, keyID: UInt32, key: [UInt8]) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].utf8.count == 8, let keyID = Hexadecimal.bytes(of: parts[1].utf8),
      let key = StrictBase64.bytes(of: parts[2].utf8)
    else {
      throw LogFault(
        .malformed(found: isSecret ? "…" : text, expected: "a key of the form name+8 hexadecimal digits+Base64"),
        at: place)
    }
    do {
      try check(name: String(parts[0]), at: place)
    } catch {
      guard isSecret else { throw error }
      throw LogFault(.malformed(found: "…", expected: "a name without spaces and plus signs"), at: place)
    }
    return (String(parts[0]), keyID.reduce(0) { $0 << 8 | UInt32($1) }, key)
  }
}

/// The secret half of a key: it signs.
///
///     let key = SignerKey.generate(name: "three-rivers.example/log", using: &chance)
///     let note = try checkpoint.signed(by: key)
///
/// Printing one shows its public half only; ``secretText`` is for the file that keeps it.
///
/// Source: Go project, golang.org/x/mod/sumdb/note (2019), "Generating Keys", for the text form.
public struct SignerKey: Sendable, CustomStringConvertible {
  /// The public half, for those who verify.
  public let verifier: VerifierKey
  private let seed: [UInt8]

  /// The key that follows from 32 secret bytes.
  ///
  /// - Throws: ``LogFault`` for a name that no key may have, and for a seed that has not 32 bytes.
  public init(name: String, algorithm: NoteAlgorithm = .note, seed: [UInt8]) throws(LogFault) {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw LogFault(.wrongLength(found: seed.count, needed: 32), at: "seed of '\(name)'")
    }
    verifier = try VerifierKey(name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
    self.seed = seed
  }

  /// The key written as `PRIVATE+KEY+name+identifier+key`.
  ///
  /// - Throws: ``LogFault`` for any other text, showing nothing of it but the name of a key of the right form.
  public init(secretText text: String) throws(LogFault) {
    let prefix = "PRIVATE+KEY+"
    guard text.utf8.starts(with: prefix.utf8) else {
      throw LogFault(.malformed(found: "…", expected: "a key that begins with \(prefix)"), at: "signer key")
    }
    let rest = String(text.dropFirst(prefix.count))
    let (name, keyID, keyed) = try VerifierKey.parts(of: rest, isSecret: true, at: "signer key")
    guard let byte = keyed.first, let algorithm = NoteAlgorithm(rawValue: byte) else {
      throw LogFault(.unknownAlgorithm(keyed.first ?? 0), at: "signer key of '\(name)'")
    }
    try self.init(name: name, algorithm: algorithm, seed: Array(keyed.dropFirst()))
    guard verifier.keyID == keyID else {
      throw LogFault(
        .wrongKeyID(stated: Hexadecimal.text(of: keyID), computed: Hexadecimal.text(of: verifier.keyID)),
        at: "signer key of '\(name)'")
    }
  }

  /// A new key, from 32 bytes of chance; `SystemRandomNumberGenerator` is the one to use outside tests.
  ///
  /// - Throws: ``LogFault`` for a name that no key may have.
  public static func generate(
    name: String, algorithm: NoteAlgorithm = .note, using chance: inout some RandomNumberGenerator
  ) throws(LogFault) -> SignerKey {
    try SignerKey(name: name, algorithm: algorithm, seed: CommitSalt(using: &chance).bytes)
  }

  /// The secret, as kept in a file that only its owner reads.
  public var secretText: String {
    let key = StrictBase64.text(of: [verifier.algorithm.rawValue] + seed)
    return "PRIVATE+KEY+\(verifier.name)+\(Hexadecimal.text(of: verifier.keyID))+\(key)"
  }

  /// The public half.
  public var description: String { "signer of \(verifier)" }

  /// 64 bytes of Ed25519 over `message`.
  ///
  /// Source: Josefsson & Liusvaara (2017), RFC 8032, §5.1.6.
  func signature(over message: [UInt8]) -> [UInt8] {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let signature = try? key.signature(for: message)
    else { preconditionFailure("a seed that made a key once makes it again") }
    return Array(signature)
  }
}
