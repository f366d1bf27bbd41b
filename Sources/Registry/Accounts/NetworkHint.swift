/// From where a person comes, roughly: enough to slow a guesser down and to recognise one's own session in a list,
/// too little to tell one household from the next.
///
///     NetworkHint(address: "203.0.113.77")?.text             // "203.0.113.0/24"
///     NetworkHint(address: "2001:db8:12:3456::9")?.text      // "2001:db8:12:3400::/56"
public struct NetworkHint: Hashable, Sendable, CustomStringConvertible {
  /// The network's first address and its length in bits.
  public let text: String

  public var description: String { text }

  /// The network of an address in the usual text of IPv4 (24 bits of it) or IPv6 (56 bits); `nil` for anything else.
  ///
  /// Source: RFC 4291 (2006), section 2.2, for the text; RFC 5952 (2010) for the one written here.
  public init?(address: String) {
    guard address.utf8.count <= 45 else { return nil }
    if let octets = Self.octets(address[...]) {
      text = Self.text(of: octets)
      return
    }
    guard let groups = Self.groups(address) else { return nil }
    if groups[0..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      // An IPv4 address that a socket for both families reports.
      text = Self.text(of: [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map(UInt8.init))
      return
    }
    var kept = [groups[0], groups[1], groups[2], groups[3] & 0xFF00]
    while kept.last == 0 { kept.removeLast() }
    text = kept.map { String($0, radix: 16) }.joined(separator: ":") + "::/56"
  }

  /// A network as it was stored.
  init(stored text: String) { self.text = text }

  private static func text(of octets: [UInt8]) -> String { "\(octets[0]).\(octets[1]).\(octets[2]).0/24" }

  private static func octets(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    // A leading zero means base 8 to some readers, so it is not read at all.
    let octets = parts.compactMap { part in UInt8(part).flatMap { String($0) == part ? $0 : nil } }
    return octets.count == 4 ? octets : nil
  }

  private static func groups(_ text: String) -> [UInt16]? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, !text.contains(":::") else { return nil }
    var sides: [[UInt16]] = []
    for (index, half) in halves.enumerated() {
      guard let side = side(half, isLast: index == halves.count - 1) else { return nil }
      sides.append(side)
    }
    guard sides.count == 2 else { return sides[0].count == 8 ? sides[0] : nil }
    let missing = 8 - sides[0].count - sides[1].count
    guard missing >= 1 else { return nil }
    return sides[0] + [UInt16](repeating: 0, count: missing) + sides[1]
  }

  /// The groups on one side of `::`; the last group may be an IPv4 address.
  private static func side(_ text: Substring, isLast: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, let octets = octets(part) {
        groups.append(UInt16(octets[0]) << 8 | UInt16(octets[1]))
        groups.append(UInt16(octets[2]) << 8 | UInt16(octets[3]))
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.first != UInt8(ascii: "+"),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }
}
