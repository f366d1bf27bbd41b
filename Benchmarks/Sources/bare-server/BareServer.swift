import Hummingbird
import Logging
import NIOCore

/// What pages of the portal are measured beside: Hummingbird alone, which answers with as many bytes as are asked for.
///
///     bare-server 8090        http://127.0.0.1:8090/bytes/40000
///
/// The bytes are there before anybody asks, and `If-None-Match` with any name is answered with 304.
@main
struct BareServer {
  static func main() async throws {
    guard CommandLine.arguments.count == 2, let port = Int(CommandLine.arguments[1]) else {
      throw Complaint("tell the port, as in BareServer.swift")
    }
    let all = ByteBuffer(repeating: UInt8(ascii: "a"), count: 1 << 20)
    let router = Router()
    router.get("bytes/:count") { request, context -> Response in
      let count = try context.parameters.require("count", as: Int.self)
      guard let bytes = all.getSlice(at: 0, length: count) else { throw HTTPError(.notFound) }
      if request.headers[.ifNoneMatch] != nil { return Response(status: .notModified) }
      return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: bytes))
    }
    var logger = Logger(label: "bare")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
    try await application.runService()
  }

  struct Complaint: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
