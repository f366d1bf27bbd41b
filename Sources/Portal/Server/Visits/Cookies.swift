/// The cookies of a request, and how the portal's own are written.
struct Cookies: Sendable {
  private let pairs: [(name: Substring, value: Substring)]

  /// The first cookie of a name; a second one was put there by somebody else, and says nothing.
  subscript(name: String) -> String? { pairs.first { $0.name == name }.map { String($0.value) } }

  /// Reads `Cookie` headers; what is no pair is skipped.
  init(_ headers: [String]) {
    pairs = headers.flatMap { $0.split(separator: ";").prefix(64) }.compactMap { part in
      let pair = part.drop { $0 == " " }
      guard let sign = pair.firstIndex(of: "=") else { return nil }
      return (pair[..<sign], pair[pair.index(after: sign)...])
    }
  }

  /// How cookies are named and protected: under https they are bound to the host and never sent in the clear.
  struct Style: Sendable {
    let isSecure: Bool

    /// Who is signed in.
    var session: String { isSecure ? "__Host-session" : "session" }
    /// Which browser it is, of somebody who is not: so that forms of visitors are protected too.
    var visitor: String { isSecure ? "__Host-visitor" : "visitor" }

    /// The text of a `Set-Cookie`.
    ///
    /// - Parameter seconds: how long the browser keeps it; nothing for as long as it is open.
    func setting(_ name: String, to value: String, seconds: Int? = nil) -> String {
      "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        + (isSecure ? "; Secure" : "") + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    func ending(_ name: String) -> String { setting(name, to: "", seconds: 0) }
  }
}
