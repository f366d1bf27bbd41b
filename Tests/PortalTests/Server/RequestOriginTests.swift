import HTTPTypes
import Hummingbird
import Registry
import Testing

@testable import Portal

/// Whose word is taken for where a visitor comes from.
@Suite struct RequestOriginTests {
  /// What the server takes for the address of a visitor, when a request comes from `peer` with these headers.
  private func origin(
    from peer: String?, _ headers: [String], isPublic: Bool = true, among proxies: [String] = ["10.0.0.1"]
  ) async throws -> String? {
    try await ServedPortal.serving { portal in
      var options = ServerOptions()
      options.origin = isPublic ? PublicOrigin("https://rivers.example") : nil
      options.proxies = proxies
      let reader = RequestReader(
        options: options, record: portal.record, book: portal.book, names: AccountNames(), clock: Ledger.systemClock)
      var head = HTTPRequest(method: .get, scheme: "http", authority: "rivers.example", path: "/")
      for header in headers {
        head.headerFields.append(HTTPField(name: HTTPField.Name("X-Forwarded-For")!, value: header))
      }
      return reader.origin(of: Request(head: head, body: RequestBody(buffer: ByteBuffer())), from: peer)
    }
  }

  @Test("a stranger that says it forwards for somebody is taken for itself")
  func strangers() async throws {
    #expect(try await origin(from: "192.0.2.7", ["198.51.100.1"]) == "192.0.2.7")
    #expect(try await origin(from: "127.0.0.1", ["198.51.100.1"]) == "127.0.0.1")
    #expect(try await origin(from: nil, ["198.51.100.1"]) == nil)
    // Without a public address there is no proxy in front.
    #expect(try await origin(from: "10.0.0.1", ["198.51.100.1"], isPublic: false) == "10.0.0.1")
  }

  @Test("a configured proxy is believed for the last address only: what stands before it the visitor may have written")
  func proxies() async throws {
    #expect(try await origin(from: "10.0.0.1", ["198.51.100.1"]) == "198.51.100.1")
    #expect(try await origin(from: "10.0.0.1", ["203.0.113.9, 198.51.100.1"]) == "198.51.100.1")
    #expect(try await origin(from: "10.0.0.1", ["203.0.113.9", "198.51.100.1"]) == "198.51.100.1")
    #expect(try await origin(from: "10.0.0.1", []) == "10.0.0.1")
    #expect(try await origin(from: "10.0.0.2", ["198.51.100.1"], among: ["10.0.0.1", "10.0.0.2"]) == "198.51.100.1")
  }
}
