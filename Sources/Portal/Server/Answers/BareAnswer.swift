import HTTPTypes
import NIOCore
import Reporting

/// An answer to what was no request, or not a whole one: nobody's page is written for it, and no language is known, but
/// it has the headers that protect it and says in both languages what to do.
struct BareAnswer {
  private let protection: HTTPFields

  /// - Parameter isPublic: whether the portal has a public https address.
  init(isPublic: Bool) { protection = ProtectiveHeaders.fields(isPublic: isPublic) }

  /// Whether an answer comes from the library, which says the status and nothing else: every one of ours is protected.
  func isBare(_ head: HTTPResponse) -> Bool {
    head.status.code >= 400 && head.headerFields[Self.policy] == nil
  }

  /// The answer with its headers and words.
  func dressed(_ head: HTTPResponse) -> (head: HTTPResponse, body: ByteBuffer) {
    let (title, remedy): (ServerPhrase, ServerPhrase) =
      head.status == .requestTimeout
      ? (.requestLate, .requestLateRemedy) : (.requestUnreadable, .requestUnreadableRemedy)
    let lines = Language.allCases.map { language in
      let tongue = Tongue(language: language)
      return "\(tongue.say(title))\n\(tongue.say(remedy))\n"
    }
    let body = ByteBuffer(string: lines.joined(separator: "\n"))
    var whole = head
    whole.headerFields.append(contentsOf: protection)
    whole.headerFields[.contentType] = "text/plain; charset=utf-8"
    whole.headerFields[.cacheControl] = "no-store"
    whole.headerFields[.contentLength] = String(body.readableBytes)
    return (whole, body)
  }

  private static let policy = ProtectiveHeaders.named("Content-Security-Policy")
}
