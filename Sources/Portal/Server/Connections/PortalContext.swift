import Hummingbird
import NIOCore

/// What is known of the connection on which a request came.
struct PortalContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the other end, which may be a proxy.
  let peer: String?
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    peer = channel.remoteAddress?.ipAddress
  }

  /// Calls `body` once the other end asks nothing more on this connection or it is closed, at once if that is so already.
  ///
  /// One call of this holds for a connection: a later one takes the place of the one before.
  func whenOver(_ body: @escaping @Sendable () -> Void) {
    channel.eventLoop.execute { [channel] in
      // A channel without its handlers is closed.
      guard let handler = try? channel.pipeline.syncOperations.handler(type: ConnectionDeadlines.self) else {
        return body()
      }
      handler.whenOver(body)
    }
  }
}
