import Crypto

/// Thirty-two secret bytes that keep a committed body from being guessed.
///
/// Bodies are often short and alike ("accepted", an amount, a name), so a bare hash would give them away to anyone who
/// tries the likely ones. With the salt erased, nobody can tell what was committed to.
public struct CommitSalt: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes a salt has: 32.
  public static let byteCount = 32
  /// The bytes.
  public let bytes: [UInt8]

  /// A new salt; `SystemRandomNumberGenerator` is the generator to use outside tests.
  public init(using chance: inout some RandomNumberGenerator) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    for _ in 0..<4 {
      let word: UInt64 = chance.next()
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
    self.bytes = bytes
  }

  /// A salt kept elsewhere.
  ///
  /// - Throws: ``LogFault`` unless there are exactly 32 bytes.
  public init(bytes: [UInt8]) throws(LogFault) {
    guard bytes.count == Self.byteCount else {
      throw LogFault(.wrongLength(found: bytes.count, needed: Self.byteCount), at: "salt")
    }
    self.bytes = bytes
  }

  /// Nothing of the salt: whoever sees it can guess at the body.
  public var description: String { "salt" }
}

/// A promise of what a body says that shows nothing of it: SHA-256 of a purpose, a salt and the body.
///
///     let salt = CommitSalt(using: &chance)
///     let commit = SaltedCommit(to: body, salt: salt)   // goes into the log
///     commit.isOpened(by: body, salt: salt)             // true for this body and salt only
///
/// Body and salt are published with the leaf where the body is public, later where it becomes public, and never where
/// it is erased: the log stays provable in every case.
///
/// Commitments by hash and salt: Halevi & Micali (1996), CRYPTO '96, 201–215, for what they hide and bind. The bytes
/// hashed are `interlocal/commit/v1`, a byte 0, the 32 bytes of salt, and the body in canonical JSON.
public struct SaltedCommit: Hashable, Sendable, CustomStringConvertible {
  /// What is hashed before salt and body.
  static let purpose = Array("interlocal/commit/v1".utf8) + [0]

  /// What goes into the log.
  public let hash: LogHash

  /// The commitment to a body.
  ///
  /// - Parameters:
  ///   - body: the canonical bytes; another spelling of the same meaning is another body.
  ///   - salt: of this commitment alone.
  public init(to body: [UInt8], salt: CommitSalt) {
    var hasher = SHA256()
    for part in [Self.purpose, salt.bytes, body] { part.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    hash = LogHash(hasher.finalize())
  }

  /// A commitment read from a log.
  public init(hash: LogHash) {
    self.hash = hash
  }

  /// Whether it is the commitment to this body with this salt.
  public func isOpened(by body: [UInt8], salt: CommitSalt) -> Bool {
    SaltedCommit(to: body, salt: salt) == self
  }

  public var description: String { hash.hex }
}
