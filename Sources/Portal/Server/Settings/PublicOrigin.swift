/// The public address of a portal: `https://rivers.example`, or with a port of its own.
///
/// TLS ends in front of the server, at a proxy; cookies are then sent over https only.
public struct PublicOrigin: Hashable, Sendable, CustomStringConvertible {
  /// The host with its port, unless that is 443: what a browser sends as `Host`.
  public let authority: String

  public var description: String { "https://\(authority)" }

  /// Nothing unless `text` is `https://`, a host name in ASCII and perhaps a port; a single slash may follow.
  public init?(_ text: String) {
    guard text.lowercased().hasPrefix("https://") else { return nil }
    var rest = text.dropFirst("https://".count).lowercased()
    if rest.hasSuffix("/") { rest.removeLast() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = parts.first, Self.isHost(host) else { return nil }
    if parts.count == 2 {
      guard let port = UInt16(parts[1]), port > 0, String(port) == parts[1] else { return nil }
      authority = port == 443 ? String(host) : rest
    } else {
      authority = rest
    }
  }

  private static func isHost(_ host: Substring) -> Bool {
    !host.isEmpty && host.utf8.count <= 253
      && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
          }
      }
  }
}
