/// Random numbers that depend on nothing but a seed and the numbers of the stream.
///
/// A counter-based generator: each draw is a function of where it stands, so any stream can be begun
/// anywhere, on any core, in any order, and gives the same bits.
///
///     var chance = RandomStream(seed: 7, stream: [replication, step])
///     chance.uniform()                                         // in 0..<1
///     var neighbour = RandomStream(seed: 7).substream(12)      // the same as stream: [12]
///
/// Streams of one seed whose paths differ never share a number while the paths hold at most
/// ``exactDepth`` numbers: the path fills the upper words of the counter. A longer path begins under a
/// key drawn from its first part; two such streams coincide with a chance of about 2⁻⁶⁴.
///
/// Source: Philox4x32-10 of Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as
/// 1, 2, 3, Proc. SC11.
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  /// How many numbers a path may hold before a new key is drawn.
  public static let exactDepth = 3

  @usableFromInline var key: SIMD2<UInt32>
  /// Word 0 counts blocks; words 1, 2 and 3 hold the path, each number raised by one, zero for none.
  @usableFromInline var counter: SIMD4<UInt32>
  @usableFromInline var depth: Int
  @usableFromInline var rest: UInt64 = 0
  @usableFromInline var hasRest = false

  /// The stream of `seed` with an empty path.
  @inlinable
  public init(seed: UInt64) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    counter = SIMD4(repeating: 0)
    depth = 0
  }

  /// The stream of `seed` at `path`, for instance a replication and a step in it.
  /// - Parameters:
  ///   - seed: any number.
  ///   - path: numbers from 0 to 2³² − 2, the outermost first.
  @inlinable
  public init(seed: UInt64, stream path: [Int]) {
    self.init(seed: seed)
    for number in path { self = substream(number) }
  }

  /// The stream one level below this one, at its beginning, however much has been drawn here.
  /// - Parameter number: from 0 to 2³² − 2.
  @inlinable
  public func substream(_ number: Int) -> RandomStream {
    precondition((0..<0xffff_ffff).contains(number), "a stream's number is between 0 and 2³² − 2")
    var child = self
    child.hasRest = false
    child.rest = 0
    if depth == Self.exactDepth {
      // The last block is kept for this: no draw ever reads it.
      var last = counter
      last[0] = .max
      let drawn = Self.block(counter: last, key: key)
      child.key = SIMD2(drawn[0], drawn[1])
      child.counter = SIMD4(repeating: 0)
      child.depth = 0
    }
    child.counter[0] = 0
    child.counter[child.depth + 1] = UInt32(number) + 1
    child.depth += 1
    return child
  }

  /// The next 64 bits. A stream holds 2³³ − 2 of them.
  @inlinable
  public mutating func next() -> UInt64 {
    if hasRest {
      hasRest = false
      return rest
    }
    precondition(counter[0] != .max, "a random stream is used up; split it")
    let words = Self.block(counter: counter, key: key)
    counter[0] &+= 1
    rest = UInt64(words[2]) | UInt64(words[3]) << 32
    hasRest = true
    return UInt64(words[0]) | UInt64(words[1]) << 32
  }

  /// The 128 bits that stand at `counter` under `key`: ten rounds of multiplying and mixing.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (x0, x1, x2, x3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    // Counted by hand: a range costs a call a step where nothing is optimised.
    var round = 0
    while round < 10 {
      let first = UInt64(x0) &* 0xD251_1F53
      let second = UInt64(x2) &* 0xCD9E_8D57
      x0 = UInt32(truncatingIfNeeded: second >> 32) ^ x1 ^ k0
      x1 = UInt32(truncatingIfNeeded: second)
      x2 = UInt32(truncatingIfNeeded: first >> 32) ^ x3 ^ k1
      x3 = UInt32(truncatingIfNeeded: first)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
      round += 1
    }
    return SIMD4(x0, x1, x2, x3)
  }
}

extension RandomNumberGenerator {
  /// A number in 0..<1, one of 2⁵³ equally likely ones.
  @inlinable
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number strictly between 0 and 1, one of 2⁵² equally likely ones: what a quantile function can take.
  @inlinable
  public mutating func openUniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }
}
