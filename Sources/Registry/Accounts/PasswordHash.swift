import Crypto
import CryptoExtras

/// What is stored of a password: enough to recognise it, made so that guessing it costs memory and time.
///
///     let hash = try PasswordHash(of: password, salt: .init(using: &chance))
///     hash.encoded                  // "$scrypt$ln=17,r=8,p=1$…$…", stored
///     try hash.matches(password)    // true
///
/// A hash takes ``Cost/memoryBytes`` of memory and, at the standard cost, some tenths of a second of computing; run
/// it through a ``PasswordGate``.
///
/// Source: Percival & Josefsson (2016), RFC 7914; the text follows the PHC string format.
public struct PasswordHash: Secret, Sendable {
  /// Why there is no hash.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    /// The stored text is not a hash; `part` says which of its parts is wrong.
    case unreadable(part: String)
    /// The parameters are outside what this program computes.
    case cost(logRounds: Int, blockSize: Int, parallelism: Int)
    /// The machine did not give the memory.
    case outOfMemory(bytes: Int)

    public var description: String {
      switch self {
      case .unreadable(let part):
        "a stored password hash cannot be read (\(part)); restore the account from a backup or set a new password"
      case .cost(let logRounds, let blockSize, let parallelism):
        "scrypt with ln=\(logRounds), r=\(blockSize), p=\(parallelism) is not computed here; use "
          + "ln 1 to 20, r 1 to 16, p 1 to 16, ln below 16·r, and at most 1 GiB of memory"
      case .outOfMemory(let bytes):
        "no \(bytes) bytes of memory for a password hash; let fewer hashes run at once or add memory"
      }
    }
  }

  /// How much work a guess is: scrypt's three parameters.
  public struct Cost: Hashable, Sendable {
    /// The logarithm to base 2 of the number of rounds N.
    public let logRounds: Int
    /// r, which scales memory and mixing alike.
    public let blockSize: Int
    /// p, how many times the work is done.
    public let parallelism: Int

    /// N = 2¹⁷, r = 8, p = 1: 128 MiB. The first choice of OWASP's ASVS 5.0, appendix C.
    public static let standard = Cost(unchecked: 17, 8, 1)
    /// N = 2¹⁶, r = 8, p = 2: 64 MiB and as much work, for small machines (ASVS 5.0, appendix C).
    public static let halfMemory = Cost(unchecked: 16, 8, 2)

    /// - Throws: ``PasswordHash/Fault/cost(logRounds:blockSize:parallelism:)`` outside ln 1...20, r 1...16, p 1...16,
    ///   ln < 16·r, or beyond 1 GiB, so that a stored text cannot make the program take all memory.
    public init(logRounds: Int, blockSize: Int, parallelism: Int) throws(Fault) {
      guard (1...20).contains(logRounds), (1...16).contains(blockSize), (1...16).contains(parallelism),
        logRounds < 16 * blockSize, 128 * blockSize << logRounds <= 1 << 30
      else { throw .cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism) }
      self.init(unchecked: logRounds, blockSize, parallelism)
    }

    private init(unchecked logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
      self.logRounds = logRounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// What one hash needs: 128·r·N bytes.
    public var memoryBytes: Int { 128 * blockSize << logRounds }
    /// What one hash computes, in blocks mixed: N·r·p.
    public var work: Int { (blockSize * parallelism) << logRounds }
  }

  /// Random bytes that make equal passwords hash differently.
  public struct Salt: Sendable {
    let bytes: [UInt8]

    /// 128 bits of `chance`, which outside tests is the system's generator.
    public init(using chance: inout some RandomNumberGenerator) { bytes = chance.bytes(16) }
    init(bytes: [UInt8]) { self.bytes = bytes }
  }

  /// The parameters it was made with.
  public let cost: Cost
  private let salt: [UInt8]
  private let digest: [UInt8]

  /// The hash of `password`.
  ///
  /// - Throws: ``Fault/outOfMemory(bytes:)``.
  /// - Complexity: ``Cost/work``, in ``Cost/memoryBytes``.
  public init(of password: Password, salt: Salt, cost: Cost = .standard) throws(Fault) {
    self.cost = cost
    self.salt = salt.bytes
    digest = try scrypt(password.bytes, salt: salt.bytes, cost: cost, byteCount: 32)
  }

  /// Whether this is the hash of `password`: the same computation again, compared in constant time.
  ///
  /// - Throws: ``Fault/outOfMemory(bytes:)``.
  public func matches(_ password: Password) throws(Fault) -> Bool {
    sameInConstantTime(
      try scrypt(password.bytes, salt: salt, cost: cost, byteCount: digest.count), digest)
  }

  /// Whether the password ought to be hashed anew at the next sign-in, because `cost` asks for more work or more
  /// memory.
  public func isOutdated(for cost: Cost = .standard) -> Bool {
    self.cost.work < cost.work || self.cost.memoryBytes < cost.memoryBytes
  }

  /// The text that is stored: `$scrypt$ln=17,r=8,p=1$salt$hash`.
  public var encoded: String {
    let parameters = "ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
    let base64 = BinaryText.base64
    return "$scrypt$\(parameters)$\(base64.text(of: salt, padded: false))$\(base64.text(of: digest, padded: false))"
  }

  /// The hash that ``encoded`` wrote.
  ///
  /// - Throws: ``Fault/unreadable(part:)`` or ``Fault/cost(logRounds:blockSize:parallelism:)``.
  public init(encoded: String) throws(Fault) {
    guard encoded.utf8.count <= 512 else { throw .unreadable(part: "length") }
    let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { throw .unreadable(part: "scheme") }
    var numbers: [Int] = []
    let given = parts[2].split(separator: ",", omittingEmptySubsequences: false)
    guard given.count == 3 else { throw .unreadable(part: "parameters") }
    for (name, text) in zip(["ln=", "r=", "p="], given) {
      let digits = text.dropFirst(name.count)
      // Only the form that is written is read: no sign, no leading zero.
      guard text.hasPrefix(name), let number = Int(digits), String(number) == digits else {
        throw .unreadable(part: "parameters")
      }
      numbers.append(number)
    }
    cost = try Cost(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    salt = try Self.bytes(of: parts[3], part: "salt", counts: 8...64)
    digest = try Self.bytes(of: parts[4], part: "hash", counts: 16...64)
  }

  private static func bytes(of text: Substring, part: String, counts: ClosedRange<Int>) throws(Fault) -> [UInt8] {
    guard !text.hasSuffix("="), let bytes = try? BinaryText.base64.bytes(of: String(text)), counts.contains(bytes.count)
    else { throw .unreadable(part: part) }
    return bytes
  }
}

/// scrypt of `password` and `salt`, `byteCount` bytes long.
func scrypt(
  _ password: [UInt8], salt: [UInt8], cost: PasswordHash.Cost, byteCount: Int
) throws(PasswordHash.Fault) -> [UInt8] {
  do {
    let key = try KDF.Scrypt.deriveKey(
      from: password, salt: salt, outputByteCount: byteCount, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
    return key.withUnsafeBytes { Array($0) }
  } catch {
    // Parameters are checked by ``PasswordHash/Cost``, so that memory is all that can be missing.
    throw .outOfMemory(bytes: cost.memoryBytes)
  }
}
