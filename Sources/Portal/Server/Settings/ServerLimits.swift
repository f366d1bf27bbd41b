/// What one visitor may ask of the server before it refuses: sizes in bytes, times in seconds.
public struct ServerLimits: Hashable, Sendable {
  /// The largest body of a form.
  public var formBytes = 64 * 1024
  /// The longest address, its query included.
  public var addressBytes = 8 * 1024
  /// All headers of a request together, and how many there may be.
  public var headerBytes = 16 * 1024
  public var headerCount = 64
  /// How long a request may take from its first byte to the end of its headers.
  public var headerSeconds = 10.0
  /// How long its body may take after that.
  public var bodySeconds = 30.0
  /// How long a connection may stay open without a request.
  public var idleSeconds = 60.0
  /// How many connections may be open at once; those beyond wait to be accepted.
  public var connections = 2_000
  /// How many pages may wait for changes at once, and how many of one account or address.
  public var listeners = 1_500
  public var listenersEach = 64
  /// How long open requests may take to end when the server stops.
  public var shutdownSeconds = 5.0

  public init() {}
}
