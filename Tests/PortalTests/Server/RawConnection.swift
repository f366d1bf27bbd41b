import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A connection to a port of this machine, byte by byte: what no client library would send can be sent.
///
/// All calls block; run them through ``blocking(_:)``, since the threads that tests share are the server's too.
final class RawConnection: @unchecked Sendable {
  struct Failed: Error {
    let call: String
    let number = errno
  }

  private let socket: Int32

  init(port: Int, seconds: Int = 10) throws {
    #if canImport(Darwin)
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    guard socket >= 0 else { throw Failed(call: "socket") }
    var wait = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard answer == 0 else { throw Failed(call: "connect") }
  }

  deinit { close(socket) }

  /// Says that nothing more comes from here.
  func endWriting() { shutdown(socket, Int32(SHUT_WR)) }

  /// Sends bytes; whether the other end still took them.
  @discardableResult
  func send(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(text.utf8) }

  /// The next bytes; none when the other end has closed or says nothing for as long as we wait.
  func some() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { read(socket, $0.baseAddress, $0.count) }
    return count > 0 ? Array(bytes[..<count]) : []
  }

  /// Everything until the other end closes.
  func all() -> [UInt8] {
    var bytes: [UInt8] = []
    while case let more = some(), !more.isEmpty { bytes += more }
    return bytes
  }

  /// Everything until `text` has come, or the other end closes.
  func upTo(_ text: String) -> String {
    var bytes: [UInt8] = []
    while !String(decoding: bytes, as: UTF8.self).contains(text) {
      let more = some()
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One answer, as long as its headers say.
  func answer(toHead: Bool = false) -> RawAnswer? {
    var bytes: [UInt8] = []
    while true {
      if let answer = RawAnswer(bytes, isHead: toHead) { return answer }
      let more = some()
      if more.isEmpty { return RawAnswer(bytes, isHead: true) }
      bytes += more
    }
  }
}

/// An answer as it came over the wire.
struct RawAnswer: Sendable {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

  func all(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  /// The value of a cookie that is set, and what else is said about it.
  func cookie(_ name: String) -> (value: String, attributes: [String])? {
    for header in all("Set-Cookie") {
      let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = parts.first, first.hasPrefix(name + "=") else { continue }
      return (String(first.dropFirst(name.count + 1)), Array(parts.dropFirst()))
    }
    return nil
  }

  /// Nothing while the bytes are not yet a whole answer.
  init?(_ bytes: [UInt8], isHead: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    headers = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    // The head is ASCII, so that its characters are its bytes.
    let rest = Array(bytes.dropFirst(text[..<end.upperBound].utf8.count))
    if isHead || status == 304 {
      body = rest
      return
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
    guard rest.count >= length else { return nil }
    body = Array(rest.prefix(length))
  }
}

/// Runs what blocks on a thread of its own.
func blocking<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
  try await withCheckedThrowingContinuation { done in
    Thread.detachNewThread { done.resume(with: Result { try work() }) }
  }
}
