#if Postgres
  import Dispatch
  import Foundation
  import Synchronization
  import Testing

  @testable import Registry

  #if canImport(Darwin)
    private let stream = SOCK_STREAM
    private let quietly: Int32 = 0
  #else
    private let stream = Int32(SOCK_STREAM.rawValue)
    // Whoever writes to a connection that has ended must not be ended by a signal.
    private let quietly = Int32(MSG_NOSIGNAL)
  #endif

  /// Stands between a store and its server; once closed, it cuts every connection on which a commit is asked for.
  final class CommitGate: Sendable {
    /// A connection string that leads through the gate.
    let connection: String
    private let listener: Int32
    private let isClosed = SharedFlag()

    /// - Parameter passesOn: whether the server still gets the commit, and only its answer is lost.
    init(to server: String, passesOn: Bool) throws {
      let asked = try PostgresConnection(server, schema: "none").run(
        "SELECT host(inet_server_addr()), inet_server_port()::bigint")
      let (host, port) = (asked.text(0, 0), asked.integer(0, 1))
      listener = socket(AF_INET, stream, 0)
      var address = Self.address("127.0.0.1", port: 0)
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let (listener, isClosed) = (self.listener, self.isClosed)
      let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
        }
      }
      try #require(isBound)
      let here = UInt16(bigEndian: address.sin_port)
      connection = StoreSort.address(
        server, with: [("host", "127.0.0.1"), ("port", "\(here)"), ("sslmode", "disable"), ("gssencmode", "disable")])
      Thread {
        while true {
          let client = accept(listener, nil, nil)
          if client < 0 { return }
          let ahead = socket(AF_INET, stream, 0)
          var there = Self.address(host, port: UInt16(port))
          let isConnected = withUnsafePointer(to: &there) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
              connect(ahead, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
          }
          guard isConnected else {
            _ = Foundation.close(client)
            continue
          }
          Self.join(client, ahead, passesOn: passesOn, isClosed: isClosed)
        }
      }.start()
    }

    /// From now on no commit is answered.
    func close() { isClosed.raise() }

    deinit {
      shutdown(listener, Int32(SHUT_RDWR))
      _ = Foundation.close(listener)
    }

    private static func address(_ host: String, port: UInt16) -> sockaddr_in {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      inet_pton(AF_INET, host, &address.sin_addr)
      return address
    }

    /// Hands bytes on in both directions, until either side ends or a commit meets the closed gate.
    private static func join(_ client: Int32, _ server: Int32, passesOn: Bool, isClosed: SharedFlag) {
      let isCutting = SharedFlag()
      @Sendable func end() {
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
      }
      let ended = DispatchGroup()
      for (from, to, asks) in [(client, server, true), (server, client, false)] {
        ended.enter()
        Thread {
          var buffer = [UInt8](repeating: 0, count: 65536)
          while true {
            let count = recv(from, &buffer, buffer.count, 0)
            if count <= 0 { break }
            if asks, isClosed.isRaised, Data(buffer[..<count]).range(of: Data("COMMIT\0".utf8)) != nil {
              isCutting.raise()
              if !passesOn { break }
            } else if !asks, isCutting.isRaised {
              break
            }
            var sent = 0
            while sent < count {
              let more = buffer[sent..<count].withUnsafeBytes { send(to, $0.baseAddress!, $0.count, quietly) }
              if more <= 0 { break }
              sent += more
            }
            if sent < count { break }
          }
          end()
          ended.leave()
        }.start()
      }
      ended.notify(queue: .global()) {
        _ = Foundation.close(client)
        _ = Foundation.close(server)
      }
    }
  }

  private final class SharedFlag: Sendable {
    private let flag = Atomic(false)
    var isRaised: Bool { flag.load(ordering: .acquiring) }
    func raise() { flag.store(true, ordering: .releasing) }
  }
#endif
