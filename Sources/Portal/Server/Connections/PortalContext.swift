import Hummingbird
import NIOCore

/// What is known of the connection on which a request came.
struct PortalContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the other end, which may be a proxy.
  let peer: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}
