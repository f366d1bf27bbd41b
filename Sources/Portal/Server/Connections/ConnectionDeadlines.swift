import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends requests that take too long to arrive, and connections whose last answer says so.
///
/// A request has one deadline from its first byte to the end of its headers, and another for its body: somebody who
/// sends a byte now and then holds a connection no longer than these. Hummingbird's own time-out sees only connections
/// on which nothing moves. Whoever answers slowly, as a stream does, can learn here that nobody listens any more.
///
/// Answers that were made before any page was asked, by the library or here, leave as ``BareAnswer`` has them.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// The body of a request did not arrive in time.
  struct BodyLate: Error {}

  private enum Phase { case between, head, body }

  private let limits: ServerLimits
  private var phase = Phase.between
  private var deadline: NIODeadline?
  /// One timer at most: it looks at the deadline as it is by then, so that quick requests set none.
  private var timer: Scheduled<Void>?
  private var unanswered = 0
  private var endsAfterAnswer = false
  /// Whether the other end asks nothing more, and what is to be done then.
  private var isOver = false
  private var atEnd: (() -> Void)?

  private let bare: BareAnswer

  init(_ limits: ServerLimits, bare: BareAnswer) { (self.limits, self.bare) = (limits, bare) }

  func handlerAdded(context: ChannelHandlerContext) {
    let watch = FirstByteWatch { [weak self] in self?.bytesCame() }
    self.context = context
    // Most requests are short, and each open connection keeps the room that its last one took.
    try? context.channel.syncOptions?.setOption(
      .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 512, maximum: 65_536))
    // In front of the decoder: a head that is not complete is not seen behind it.
    try? context.pipeline.syncOperations.addHandler(watch, position: .first)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    self.context = nil
    end()
  }

  /// Calls `body` once the other end asks nothing more, at once if that is so already.
  func whenOver(_ body: @escaping () -> Void) {
    if isOver { return body() }
    atEnd = body
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event as? ChannelEvent == .inputClosed { end() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  private func end() {
    isOver = true
    atEnd?()
    atEnd = nil
  }

  private var context: ChannelHandlerContext?

  private func bytesCame() {
    guard phase == .between else { return }
    phase = .head
    expect(within: limits.headerSeconds)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      phase = .body
      unanswered += 1
      expect(within: limits.bodySeconds)
    case .body: break
    case .end:
      phase = .between
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if head.headerFields[.connection] == "close" { endsAfterAnswer = true }
      guard bare.isBare(head) else { return context.write(data, promise: promise) }
      let (whole, body) = bare.dressed(head)
      context.write(wrapOutboundOut(.head(whole)), promise: promise)
      context.write(wrapOutboundOut(.body(body)), promise: nil)
    case .body: context.write(data, promise: promise)
    case .end:
      unanswered -= 1
      guard endsAfterAnswer else { return context.write(data, promise: promise) }
      context.writeAndFlush(data, promise: promise)
      if phase == .between {
        context.close(promise: nil)
      } else {
        // What still comes is read and dropped for a moment: a connection closed on a sender that is writing would
        // take the answer with it.
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { context.close(promise: nil) }
      }
    }
  }

  private func expect(within seconds: Double) {
    let wait = TimeAmount.nanoseconds(Int64(seconds * 1e9))
    let end = NIODeadline.now() + wait
    deadline = end
    guard let context else { return }
    // A timer that is set for later than this deadline would come too late.
    if timer != nil, timerEnd <= end { return }
    timer?.cancel()
    set(end, context)
  }

  private var timerEnd = NIODeadline.distantFuture

  private func set(_ end: NIODeadline, _ context: ChannelHandlerContext) {
    timerEnd = end
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: end) { [weak self] in self?.timeCame() }
  }

  private func timeCame() {
    timer = nil
    guard let context, let deadline else { return }
    if deadline > .now() { return set(deadline, context) }
    self.deadline = nil
    switch phase {
    case .between: break
    case .body: context.fireErrorCaught(BodyLate())
    case .head:
      if unanswered == 0 {
        let head = HTTPResponse(status: .requestTimeout, headerFields: [.connection: "close", .contentLength: "0"])
        let (whole, body) = bare.dressed(head)
        context.write(wrapOutboundOut(.head(whole)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      }
      context.close(promise: nil)
    }
  }
}

/// Tells when bytes come, in front of whatever reads them.
private final class FirstByteWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let came: () -> Void

  init(_ came: @escaping () -> Void) { self.came = came }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    came()
    context.fireChannelRead(data)
  }
}
