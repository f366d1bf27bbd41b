import Reporting

/// What the portal answers, before it is sent.
public struct Reply: Sendable {
  /// The states of HTTP (RFC 9110, §15) that the portal uses.
  public enum Status: Int, Sendable {
    case ok = 200
    case created = 201
    case seeOther = 303
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case timedOut = 408
    case conflict = 409
    case tooLarge = 413
    case addressTooLong = 414
    case unsupportedType = 415
    case misdirected = 421
    case unprocessable = 422
    case tooMany = 429
    case failed = 500
    case unavailable = 503
  }

  /// A header of the answer.
  public struct Header: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// What changes the browser's session with the answer.
  public enum SessionChange: Sendable, Hashable {
    /// The text of a new session token.
    case begin(String)
    case end
  }

  public var status: Status
  public var headers: [Header]
  public var body: [UInt8]
  /// Nothing when the session stays as it is.
  public var session: SessionChange?
  /// What went wrong here, for whoever looks after the portal: it is not sent, and holds nothing that anybody wrote.
  public var fault: String?

  public init(_ status: Status = .ok, headers: [Header] = [], body: [UInt8] = [], session: SessionChange? = nil) {
    (self.status, self.headers, self.body, self.session) = (status, headers, body, session)
  }

  /// A page.
  public static func page(_ html: HTML, status: Status = .ok) -> Reply {
    Reply(status, headers: [Header("Content-Type", "text/html; charset=utf-8")], body: html.bytes)
  }

  /// A text in some format for programs.
  public static func text(_ text: String, type: String, status: Status = .ok) -> Reply {
    Reply(status, headers: [Header("Content-Type", type)], body: Array(text.utf8))
  }

  /// Sends the browser on to a page of the portal, so that reloading repeats nothing (RFC 9110, §15.4.4).
  ///
  /// - Precondition: `path` begins with one slash: nobody is sent elsewhere.
  public static func seeOther(_ path: String) -> Reply {
    precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "the portal sends nobody elsewhere: \(path)")
    return Reply(.seeOther, headers: [Header("Location", path)])
  }

  /// The value of a header, by its name in any case.
  public subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
