import HTTPTypes
import Hummingbird
import Registry
import Reporting

/// Answers requests: reads each as a visit, asks the site, and sends what it replies with the headers that protect it.
struct PortalResponder: HTTPResponder {
  typealias Context = PortalContext

  let site: Site
  let reader: RequestReader
  let routes: RouteTable
  let live: LiveAnswers
  let upkeep: UpkeepAnswers
  let measures: ServerMeasures
  let log: ServerLog
  private let pages = PageMemory()
  private let protection: HTTPFields

  init(
    site: Site, reader: RequestReader, live: LiveAnswers, upkeep: UpkeepAnswers, measures: ServerMeasures,
    log: ServerLog
  ) {
    (self.site, self.reader, self.live, self.upkeep) = (site, reader, live, upkeep)
    (self.measures, self.log) = (measures, log)
    routes = Site.table
    protection = ProtectiveHeaders.fields(isPublic: reader.options.origin != nil)
  }

  /// Answers in a task of its own, for two reasons. A task keeps the memory of its deepest calls until it ends, and
  /// that of a connection lasts while a page listens or a browser rests. And whoever asks again at once finds the thread
  /// that has just answered still theirs: a new task goes to the end of the queue, so that a few who are quick do not
  /// keep all others waiting.
  func respond(to request: Request, context: PortalContext) async -> Response {
    let answer = answering(request, on: context)
    return await withTaskCancellationHandler {
      await answer.value
    } onCancel: {
      answer.cancel()
    }
  }

  // Apart, so that nothing it needs is kept in the task of the connection.
  @inline(never)
  private func answering(_ request: Request, on connection: PortalContext) -> Task<Response, Never> {
    let begun = ContinuousClock.now
    return Task { await answered(request, on: connection, begun: begun) }
  }

  private func answered(
    _ request: Request, on connection: PortalContext, begun: ContinuousClock.Instant
  ) async -> Response {
    var work = Work(request: request, connection: connection, id: Self.reference())
    var reply: Outgoing
    do {
      reply = try await answer(&work)
    } catch {
      work.refusal = error.name
      reply = refused(error, work)
    }
    if request.method == .head { reply.dropBody() }
    reply.headers.append(HTTPField(name: Self.referenceName, value: work.id))
    let taken = ContinuousClock.now - begun
    let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    note(work, reply, seconds: seconds)
    return Response(
      status: HTTPResponse.Status(code: reply.status), headers: reply.headers, body: reply.body)
  }

  /// What becomes known of a request while it is answered.
  struct Work {
    let request: Request
    let connection: PortalContext
    /// By what its line in the log is found.
    let id: String
    let cookies: Cookies
    var language = Language.english
    /// The name of its route: never an address, which may hold what a person typed.
    var route = "none"
    var refusal: String?

    init(request: Request, connection: PortalContext, id: String) {
      (self.request, self.connection, self.id) = (request, connection, id)
      cookies = Cookies(request.headers[values: .cookie])
    }
  }

  private static let referenceName = ProtectiveHeaders.named("X-Request-ID")
  private static let varied = HTTPField(name: .vary, value: "Accept-Language, Cookie")

  private static func reference() -> String {
    var chance = SystemRandomNumberGenerator()
    let text = String(chance.next(), radix: 36)
    return String(repeating: "0", count: 13 - text.count) + text
  }

  // MARK: Answers

  private func answer(_ work: inout Work) async throws(TurnedAway) -> Outgoing {
    let request = work.request
    work.language = reader.language(request, work.cookies)
    if let file = staticFile(request) {
      work.route = "static"
      return self.file(file, for: request)
    }
    guard let method = Visit.Method(rawValue: request.method == .head ? "GET" : request.method.rawValue) else {
      throw .method(allowed: ["GET", "HEAD", "POST"])
    }
    // Health is asked by programs that know the machine, not the name: before the host is looked at.
    if let path = request.head.path, path == "/health" || path.hasPrefix("/health?"), method == .get {
      work.route = "health"
      return plain(upkeep.health())
    }
    let address = try reader.address(of: request)
    let found = routes.find(address.path)
    work.route = found.name(of: method) ?? "none"
    guard found.methods.isEmpty || found.methods.contains(method) else {
      throw .method(allowed: found.methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] })
    }
    if work.route == "metrics" {
      guard upkeep.maySeeMetrics(request, from: work.connection.peer) else { throw .noSuchPage }
      return plain(upkeep.metrics(at: reader.clock()))
    }
    let place = reader.origin(of: request, from: work.connection.peer)
    let sender = try reader.sender(work.cookies, from: place)
    if work.route == "session" { return plain(session(of: sender, in: work.language)) }
    if work.route == "live" { return try live(address, sender, from: place, work) }
    var form = FormFields()
    var content: [UInt8] = []
    if work.route == "order" {
      content = try await reader.content(of: request, to: address.path, from: sender)
    } else if method == .post {
      let sent = try await reader.form(of: request, to: address.path, from: sender)
      form = sent.fields
      if sent.outlivedSession {
        let visit = Visit(method, address.path, language: work.language, visitor: sender.visitor, reference: work.id)
        return outgoing(backToDoor(sent, sentTo: address.path), to: visit, from: sender, work)
      }
    }
    if work.route == "language" { return language(form) }
    let visit = Visit(
      method, address.path, query: address.query, form: form, content: content, language: work.language,
      visitor: sender.visitor, reference: work.id)
    guard method == .get, found.followsRecord, !sender.visitor.isSignedIn else {
      return outgoing(await site.answer(visit), to: visit, from: sender, work)
    }
    return await shared(visit, from: sender, work)
  }

  /// Leads somebody whose session has ended to sign in, and from there back to the form; what they entered into it is
  /// kept until then.
  private func backToDoor(_ form: RequestReader.SentForm, sentTo path: String) -> Reply {
    guard path.contains("/acts/"), let owner = form.owner else { return .seeOther("/sign-in") }
    let marks = [FormSeal.owner.name, FormSeal.owner.code, "step", "prepared"]
    let entered = FormFields(form.fields.fields.filter { !marks.contains($0.name) })
    site.drafts.keep(entered, of: owner, at: path, now: reader.clock())
    return .seeOther("/sign-in?kept=yes&back=\(FormFields.encoded(path))")
  }

  /// A page for somebody unknown, which is written once for all of them.
  private func shared(_ visit: Visit, from sender: Sender, _ work: Work) async -> Outgoing {
    let moment = reader.clock()
    guard let edition = try? site.record.ledger.edition() else {
      return outgoing(await site.answer(visit), to: visit, from: sender, work)
    }
    if let page = pages.page(visit, edition: edition, at: moment) {
      return outgoing(page.reply, tag: page.tag, to: visit, from: sender, work)
    }
    let reply = await site.answer(visit)
    // A page with a form holds a code of the browser that asked.
    guard reply.status == .ok, reply.session == nil, case .fresh(let token) = sender.browser, token.ifTaken == nil
    else { return outgoing(reply, to: visit, from: sender, work) }
    let page = PageMemory.Page(reply: reply, tag: EntityTag(of: reply.body, in: visit.language))
    pages.keep(page, for: visit, edition: edition, at: moment)
    return outgoing(reply, tag: page.tag, to: visit, from: sender, work)
  }

  /// A page on its way out.
  private func outgoing(
    _ reply: Reply, tag: EntityTag? = nil, to visit: Visit, from sender: Sender, _ work: Work
  ) -> Outgoing {
    // In a line of its own, which has the number that the page names.
    if let fault = reply.fault { log(.error, "fault", ["id": .text(work.id), "fault": .text(fault)]) }
    var headers = protection
    for header in reply.headers {
      if let name = HTTPField.Name(header.name) { headers.append(HTTPField(name: name, value: header.value)) }
    }
    headers.append(Self.varied)
    setCookies(of: reply, from: sender, in: &headers)
    let isKept = visit.method == .get && reply.status == .ok && reply.session == nil && !sender.visitor.isSignedIn
    if !isKept {
      headers[.cacheControl] = "no-store"
    } else {
      if headers[.cacheControl] == nil { headers[.cacheControl] = "no-cache" }
      let tag = tag ?? EntityTag(of: reply.body, in: visit.language)
      headers[.eTag] = tag.text
      if let known = work.request.headers[.ifNoneMatch], tag.isNamed(in: known) {
        headers[.contentType] = nil
        return Outgoing(status: 304, headers: headers, bytes: [])
      }
    }
    return Outgoing(status: reply.status.rawValue, headers: headers, bytes: reply.body)
  }

  private typealias Sender = RequestReader.Sender

  private func setCookies(of reply: Reply, from sender: Sender, in headers: inout HTTPFields) {
    let style = reader.cookies
    switch reply.session {
    case .begin(let token): set(style.setting(style.session, to: token), in: &headers)
    case .end: set(style.ending(style.session), in: &headers)
    case nil: if sender.isEnded { set(style.ending(style.session), in: &headers) }
    }
    if case .fresh(let fresh) = sender.browser, let token = fresh.ifTaken {
      set(style.setting(style.visitor, to: token.text), in: &headers)
    }
  }

  private func set(_ cookie: String, in headers: inout HTTPFields) {
    headers.append(HTTPField(name: .setCookie, value: cookie))
  }

  /// A short answer for programs, never kept.
  private func plain(_ reply: Reply) -> Outgoing {
    var headers = protection
    headers[.contentType] = reply[header: "Content-Type"]
    headers[.cacheControl] = "no-store"
    return Outgoing(status: reply.status.rawValue, headers: headers, bytes: reply.body)
  }

  private func refused(_ turned: TurnedAway, _ work: Work) -> Outgoing {
    var headers = protection
    headers[.contentType] = "text/html; charset=utf-8"
    headers[.cacheControl] = "no-store"
    headers.append(Self.varied)
    if case .method(let allowed) = turned { headers[.allow] = allowed.joined(separator: ", ") }
    if turned == .packedBody { headers[.acceptEncoding] = "identity" }
    if turned.status == .unavailable { headers[.retryAfter] = "30" }
    if turned.endsConnection { headers[.connection] = "close" }
    let page = RefusalPage(turned, in: work.language, reference: work.id).page(status: turned.status)
    return Outgoing(status: turned.status.rawValue, headers: headers, bytes: page.body)
  }

  // MARK: What the server answers itself

  private func staticFile(_ request: Request) -> StaticFiles.Contents? {
    guard request.method == .get || request.method == .head, let path = request.head.path,
      path.hasPrefix("/static/")
    else { return nil }
    return StaticFiles.file(at: path)
  }

  private func file(_ file: StaticFiles.Contents, for request: Request) -> Outgoing {
    var headers = protection
    headers[.contentType] = file.type
    headers[.cacheControl] = "public, max-age=31536000, immutable"
    let tag = EntityTag(text: "\"\(file.tag)\"")
    headers[.eTag] = tag.text
    if let known = request.headers[.ifNoneMatch], tag.isNamed(in: known) {
      headers[.contentType] = nil
      return Outgoing(status: 304, headers: headers, bytes: [])
    }
    return Outgoing(status: 200, headers: headers, bytes: file.bytes)
  }

  /// Keeps the language that was chosen, and leads back.
  private func language(_ form: FormFields) -> Outgoing {
    var headers = protection
    let back = form["back"] ?? "/"
    let isHere =
      back.hasPrefix("/") && !back.hasPrefix("//") && back.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 92 }
    headers[.location] = isHere ? back : "/"
    headers[.cacheControl] = "no-store"
    if let language = form["to"].flatMap(Language.init(rawValue:)) {
      set(
        reader.cookies.setting(LanguageChoice.cookie, to: language.rawValue, seconds: 365 * 86_400), in: &headers)
    }
    return Outgoing(status: Reply.Status.seeOther.rawValue, headers: headers, bytes: [])
  }

  /// How long the session lasts, with the words for its end: for the script that warns.
  private func session(of sender: Sender, in language: Language) -> Reply {
    let now = reader.clock().milliseconds
    guard let session = sender.visitor.session, case .live(let end) = session.state(at: now) else {
      return .text("{}", type: "application/json", status: .notFound)
    }
    let tongue = Tongue(language: language)
    let seconds = max(0, end - now) / 1000
    // At least two minutes, so that somebody slow can still react (WCAG 2.2, 2.2.1).
    let warning = max(120, session.limits.warning / 1000)
    let words: [(String, ServerPhrase)] = [
      ("words", .sessionWarning), ("stay", .sessionStay), ("over", .sessionOver), ("signIn", .signIn),
    ]
    let texts = words.map { ",\"\($0.0)\":\(ServerLog.quoted(tongue.say($0.1)))" }.joined()
    // The code with which a program of this session sends orders.
    let code = ServerLog.quoted(sender.visitor.tokens.token(for: "/api/orders"))
    return .text(
      "{\"seconds\":\(seconds),\"warning\":\(warning),\"ordersToken\":\(code)\(texts)}", type: "application/json")
  }

  private func live(
    _ address: RequestReader.Address, _ sender: Sender, from place: String?, _ work: Work
  ) throws(TurnedAway) -> Outgoing {
    let body = try live.body(
      asking: address.query, since: work.request.headers[LiveAnswers.lastEvent], by: sender,
      from: place, in: work.language, on: work.connection)
    // With its number and the date, and no more room: the head stays with the stream as long as somebody listens.
    var headers = HTTPFields()
    headers.reserveCapacity(protection.count + 4)
    headers.append(contentsOf: protection)
    headers[.contentType] = "text/event-stream; charset=utf-8"
    headers[.cacheControl] = "no-store"
    return Outgoing(status: 200, headers: headers, body: body)
  }

  // MARK: Notes

  private func note(_ work: Work, _ reply: Outgoing, seconds: Double) {
    measures.answered(work.route, status: reply.status, seconds: seconds)
    let level: LogLevel = reply.status >= 500 ? .error : reply.status >= 400 ? .warning : .info
    guard level >= log.level else { return }
    if let refusal = work.refusal {
      log(
        level, "request",
        [
          "id": .text(work.id), "method": .text(work.request.method.rawValue), "route": .text(work.route),
          "status": .whole(reply.status), "ms": .milliseconds(seconds * 1000), "bytes": .whole(reply.size),
          "refusal": .text(refusal),
        ])
    } else {
      log(
        level, "request",
        [
          "id": .text(work.id), "method": .text(work.request.method.rawValue), "route": .text(work.route),
          "status": .whole(reply.status), "ms": .milliseconds(seconds * 1000), "bytes": .whole(reply.size),
        ])
    }
  }
}

/// An answer on its way out.
struct Outgoing {
  let status: Int
  var headers: HTTPFields
  private(set) var body: ResponseBody
  /// How many bytes its body has, as far as that is known.
  let size: Int

  init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
    (self.status, self.headers) = (status, headers)
    size = bytes.count
    // An answer that says that nothing has changed has no body, not an empty one.
    body = bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    if status != 304 { self.headers[.contentLength] = String(bytes.count) }
  }

  init(status: Int, headers: HTTPFields, body: ResponseBody) {
    (self.status, self.headers, self.body, size) = (status, headers, body, 0)
  }

  /// Leaves the headers as they are: what a HEAD asks for.
  mutating func dropBody() { body = ResponseBody() }
}
