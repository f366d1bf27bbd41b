import HTTPTypes
import Hummingbird
import Registry
import Reporting

/// Turns requests into visits, and turns away what can be none.
struct RequestReader: Sendable {
  let options: ServerOptions
  let record: RecordFolder
  let book: AccountBook
  let names: AccountNames
  let clock: @Sendable () -> Instant
  private let valid = ValidClaims()

  init(
    options: ServerOptions, record: RecordFolder, book: AccountBook, names: AccountNames,
    clock: @escaping @Sendable () -> Instant
  ) {
    (self.options, self.record, self.book, self.names, self.clock) = (options, record, book, names, clock)
  }

  private var seal: FormSeal { FormSeal(book: book) }

  var cookies: Cookies.Style { Cookies.Style(isSecure: options.origin != nil) }

  /// What is read of a request before anybody is asked who sends it.
  struct Address {
    let path: String
    let query: FormFields
  }

  /// Who sends a request.
  struct Sender {
    let visitor: Visitor
    let browser: FormSeal.Browser
    /// Whether the browser showed a session that has ended.
    var isEnded = false
    /// What it showed for that session, as far as it can be read.
    var ended: SessionToken?
  }

  // MARK: Address

  /// The parts of an address.
  ///
  /// - Throws: ``TurnedAway``.
  func address(of request: Request) throws(TurnedAway) -> Address {
    let text = request.head.path ?? "/"
    guard text.utf8.count <= options.limits.addressBytes else {
      throw .addressTooLong(limit: options.limits.addressBytes)
    }
    guard isHere(request.head.authority) else { throw .otherHost }
    let pieces = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.hasPrefix("/") else { throw .addressUnreadable }
    let query: FormFields
    do { query = try FormFields(encoded: pieces.count == 2 ? Array(pieces[1].utf8) : []) } catch { throw .form(error) }
    return Address(path: try path(pieces[0]), query: query)
  }

  /// The path with its percent signs read, part by part: a slash that was hidden behind one would make other parts.
  private func path(_ text: Substring) throws(TurnedAway) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else {
      guard text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .addressUnreadable }
      return String(text)
    }
    var parts: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      // A plus is a plus in a path; only in a query it is a space.
      let kept = part.utf8.flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] }
      guard let plain = FormFields.decoded(kept), plain.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }),
        !plain.contains("/")
      else { throw .addressUnreadable }
      parts.append(plain)
    }
    return parts.joined(separator: "/")
  }

  /// Whether a request is meant for this portal: a page of another name that leads here must not read it.
  private func isHere(_ authority: String?) -> Bool {
    guard let authority else { return false }
    if let origin = options.origin, authority.lowercased() == origin.authority { return true }
    let host =
      if authority.hasPrefix("[") {
        authority.dropFirst().prefix { $0 != "]" }
      } else {
        authority.prefix { $0 != ":" }
      }
    return ServerOptions.isLoopback(host.lowercased())
  }

  /// The address from which a request comes: behind a proxy that is believed, the last one that it names.
  func origin(of request: Request, from peer: String?) -> String? {
    guard let peer, options.origin != nil, options.proxies.contains(peer) else { return peer }
    let named = request.headers[values: Self.forwardedFor].last?.split(separator: ",").last
    return named.map { String($0.filter { $0 != " " }) } ?? peer
  }

  private static let forwardedFor = ProtectiveHeaders.named("X-Forwarded-For")

  // MARK: Sender

  /// Who sends a request, by its cookies.
  ///
  /// - Parameter place: the address from which it comes.
  /// - Throws: ``TurnedAway/unavailable`` when it cannot be found out.
  func sender(_ cookies: Cookies, from place: String?) throws(TurnedAway) -> Sender {
    let network = place.flatMap(NetworkHint.init)
    let shown = cookies[self.cookies.session]
    let shownToken = shown.flatMap { try? SessionToken(text: $0) }
    if let token = shownToken {
      do {
        return try signedIn(token, from: network)
      } catch {
        switch error {
        case .noSession, .sessionEnded: break
        default: throw .unavailable
        }
      }
    }
    let browser: FormSeal.Browser =
      if let token = cookies[self.cookies.visitor].flatMap(VisitorToken.init) {
        .visitor(token)
      } else {
        .fresh(FreshToken())
      }
    let visitor = Visitor(account: nil, claim: .visitor, tokens: seal.tokens(of: browser), network: network)
    return Sender(visitor: visitor, browser: browser, isEnded: shown != nil, ended: shownToken)
  }

  private func signedIn(_ token: SessionToken, from network: NetworkHint?) throws(AccountError) -> Sender {
    let now = clock()
    let session = try book.session(token, at: now)
    let name = try names.name(of: session.account, in: book)
    let browser = FormSeal.Browser.session(session)
    return Sender(
      visitor: Visitor(
        account: name, claim: claim(of: session, at: now), tokens: seal.tokens(of: browser), network: network,
        token: token,
        session: session), browser: browser)
  }

  /// Under which appointment somebody acts: one that is over lets them see what everybody sees, so that they can still
  /// read, and choose another one.
  private func claim(of session: Session, at now: Instant) -> Claim {
    guard let appointment = session.appointment else { return .visitor }
    let claim = Claim(
      appointment: appointment, secondFactor: session.secondFactorAt.map(Instant.init(milliseconds:)))
    return valid.holds(claim, of: appointment, in: record.ledger, at: now) ? claim : .visitor
  }

  func language(_ request: Request, _ cookies: Cookies) -> Language {
    LanguageChoice.language(chosen: cookies[LanguageChoice.cookie], accepted: request.headers[.acceptLanguage])
  }

  // MARK: Forms

  /// A form that was sent.
  struct SentForm {
    let fields: FormFields
    /// Whether the session to which it was handed out has ended: nothing may be done in its name.
    var outlivedSession = false
    /// Whose session that was, where the form proves it.
    var owner: AccountID?
  }

  /// The fields of a form, once it is certain that this portal handed it out to this browser.
  ///
  /// - Throws: ``TurnedAway``.
  func form(of request: Request, to path: String, from sender: Sender) async throws(TurnedAway) -> SentForm {
    guard isFromHere(request) else { throw .otherSite }
    guard isPlain(request) else { throw .packedBody }
    guard mediaType(of: request) == "application/x-www-form-urlencoded" else { throw .notAForm }
    let bytes = try await body(of: request)
    let fields: FormFields
    do { fields = try FormFields(encoded: bytes) } catch { throw .form(error) }
    let plain = FormFields(fields.fields.filter { $0.name != FormSeal.field })
    if seal.accepts(fields, to: path, from: sender.browser) { return SentForm(fields: plain) }
    guard let ended = sender.ended, seal.accepts(fields, to: path, fromEnded: ended) else { throw .formUnsealed }
    return SentForm(
      fields: plain, outlivedSession: true, owner: seal.owner(of: fields, to: path, fromEnded: ended))
  }

  /// The bytes that a program sends, once it is certain that they are JSON and that it holds the session: it shows the
  /// code in the header ``codeName``, where a form has it in a field.
  ///
  /// - Throws: ``TurnedAway``.
  func content(of request: Request, to path: String, from sender: Sender) async throws(TurnedAway) -> [UInt8] {
    guard isFromHere(request) else { throw .otherSite }
    guard isPlain(request) else { throw .packedBody }
    guard mediaType(of: request) == "application/json" else { throw .notAForm }
    let bytes = try await body(of: request)
    let code = FormFields([.init(FormSeal.field, request.headers[Self.codeName] ?? "")])
    guard seal.accepts(code, to: path, from: sender.browser) else { throw .formUnsealed }
    return bytes
  }

  /// The header in which a program shows the code of the address it sends to.
  static let codeName = ProtectiveHeaders.named("X-Form-Token")

  /// Whether the body is sent as it is (RFC 9110, §8.4): the limit of a form counts the bytes that come.
  private func isPlain(_ request: Request) -> Bool {
    request.headers[values: .contentEncoding].allSatisfy { $0.lowercased() == "identity" }
  }

  private func mediaType(of request: Request) -> String {
    (request.headers[.contentType] ?? "").prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
  }

  /// Browsers say from where a form is sent; what they say must be this portal. Programs say nothing, and need the
  /// code of the form all the same.
  private func isFromHere(_ request: Request) -> Bool {
    if let site = request.headers[Self.fetchSite], site != "same-origin" { return false }
    guard let origin = request.headers[.origin] else { return true }
    if let known = options.origin, origin == known.description { return true }
    guard let authority = request.head.authority, authority.lowercased() != options.origin?.authority else {
      return false
    }
    return origin == "http://\(authority)"
  }

  private static let fetchSite = ProtectiveHeaders.named("Sec-Fetch-Site")

  private func body(of request: Request) async throws(TurnedAway) -> [UInt8] {
    let limit = options.limits.formBytes
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw .formTooLarge(limit: limit)
    }
    var bytes: [UInt8] = []
    do {
      for try await buffer in request.body {
        guard bytes.count + buffer.readableBytes <= limit else { throw TurnedAway.formTooLarge(limit: limit) }
        bytes.append(contentsOf: buffer.readableBytesView)
      }
    } catch let error as TurnedAway {
      throw error
    } catch {
      throw .bodyUnfinished
    }
    return bytes
  }
}
