import Crypto

/// A value that must never be read in a log, an error page or a debugger's listing.
///
/// However it is printed, interpolated or dumped, only the name of its type is seen. What it holds leaves through a
/// member that says so, such as ``SessionToken/text``. None of these types can be encoded by accident: they are not
/// `Codable`.
public protocol Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Secret {
  public var description: String { "\(Self.self)(hidden)" }
  public var debugDescription: String { description }
  /// A reflection without parts, so that `dump` has nothing to show.
  public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}

/// Whether two digests are the same, in a time that does not depend on where they differ.
///
/// Lengths are no secret here: all digests of a kind are equally long.
func sameInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  // The comparison of keys is the one that swift-crypto promises to run in constant time.
  SymmetricKey(data: one) == SymmetricKey(data: other)
}

extension RandomNumberGenerator {
  /// `count` random bytes, eight of each draw.
  mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      let draw = next()
      for shift in stride(from: 0, to: 64, by: 8) where bytes.count < count {
        bytes.append(UInt8(truncatingIfNeeded: draw >> UInt64(shift)))
      }
    }
    return bytes
  }
}
