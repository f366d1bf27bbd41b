import Registry
import Reporting

extension Route {
  /// The addresses at which people sign in and look after their account.
  static let account: [Route] = [
    Route(.get, "/sign-in", "signInForm") { visit, _, site in try SignInPages(visit, site).form() },
    Route(.post, "/sign-in", "signIn") { visit, _, site in try await SignInPages(visit, site).signIn() },
    Route(.post, "/sign-in/code", "signInCode") { visit, _, site in try await SignInPages(visit, site).finish() },
    Route(.post, "/sign-out", "signOut") { visit, _, site in try SignInPages(visit, site).signOut() },
    Route(.get, "/activate/{token}", "activateForm") { visit, places, site in
      try ActivationPages(visit, places["token"], site).form()
    },
    Route(.post, "/activate/{token}", "activate") { visit, places, site in
      try await ActivationPages(visit, places["token"], site).activate()
    },
    own(.get, "/account", "account") { try AccountPage($0).page() },
    own(.post, "/account/appointment", "chooseAppointment") { try AccountPage($0).choose() },
    own(.post, "/account/sessions", "endSessions") { try await AccountPage($0).endSessions() },
    own(.get, "/account/password", "passwordForm") { try PasswordPage($0).form() },
    own(.post, "/account/password", "changePassword") { try await PasswordPage($0).change() },
    own(.get, "/account/second-factor", "secondFactorForm") { try SecondFactorPages($0).form() },
    own(.post, "/account/second-factor", "beginSecondFactor") { try await SecondFactorPages($0).begin() },
    own(.post, "/account/second-factor/confirm", "confirmSecondFactor") { try SecondFactorPages($0).confirm() },
    own(.get, "/account/second-factor/remove", "removeSecondFactorForm") { try SecondFactorPages($0).removalForm() },
    own(.post, "/account/second-factor/remove", "removeSecondFactor") { try await SecondFactorPages($0).remove() },
    own(.get, "/account/recovery-codes", "recoveryCodesForm") { try SecondFactorPages($0).codesForm() },
    own(.post, "/account/recovery-codes", "renewRecoveryCodes") { try SecondFactorPages($0).renewCodes() },
    own(.get, "/account/code", "codeForm") { try SecondFactorPages($0).showForm() },
    own(.post, "/account/code", "showCode") { try SecondFactorPages($0).show() },
  ]

  /// An address for whoever is signed in; others are led to the door, and from there back.
  private static func own(
    _ method: Visit.Method, _ path: String, _ name: String,
    _ answer: @escaping @Sendable (AccountVisit) async throws -> Reply
  ) -> Route {
    Route(method, path, name) { visit, _, site in
      guard let signedIn = try AccountVisit(visit, site) else {
        let back = visit.method == .get ? visit.address : "/account"
        return .seeOther("/sign-in?back=\(FormFields.encoded(back))")
      }
      return try await answer(signedIn)
    }
  }
}

/// Somebody signed in, at the pages of their account.
struct AccountVisit {
  let visit: Visit
  let site: Site
  let book: AccountBook
  let token: SessionToken
  let session: Session

  /// Nothing when nobody is signed in.
  init?(_ visit: Visit, _ site: Site) throws {
    guard let token = visit.visitor.token, let session = visit.visitor.session else { return nil }
    (self.visit, self.site, self.token, self.session) = (visit, site, token, session)
    book = try site.record.accounts()
  }

  var now: Instant { site.record.ledger.now }

  func say(_ phrase: AccountPhrase, _ fillings: [String: Filling] = [:]) -> String {
    visit.tongue.say(phrase, fillings)
  }

  func fault(_ error: AccountError) -> AccountFault { AccountFault(error, in: visit.language) }

  /// What a form says about a fault.
  func shown(_ fault: AccountFault?, at field: String?) -> (text: String, field: String?)? {
    fault.map { (visit.tongue.say($0.phrase, $0.fillings), field) }
  }

  /// A page below the account.
  func page(
    _ title: AccountPhrase, fault: AccountFault? = nil, _ content: (Reading, inout HTML) throws -> Void
  ) throws -> Reply {
    try site.read(visit) { reading in
      var failure: (any Error)?
      let trail = title == .account ? [] : [PageLayout.Step(title: say(.account), path: "/account")]
      let reply = reading.layout(say(title), trail: trail, isFault: fault != nil).page(status: fault?.status ?? .ok) {
        html in
        do { try content(reading, &html) } catch { failure = error }
      }
      if let failure { throw failure }
      return reply
    }
  }

  /// A page that is a heading, a line and a form.
  func page(
    _ title: AccountPhrase, lead: AccountPhrase?, _ form: AccountForm, fault: AccountFault? = nil
  ) throws -> Reply {
    try page(title, fault: fault) { _, html in
      form.writeFault(&html)
      html.element("h1", text: say(title))
      if let lead { html.element("p", ["class": "lead"], text: say(lead)) }
      form.write(&html)
    }
  }

  /// Where the person came from, as the form carries it; the account when it is not a page of this portal.
  var back: String { LocalPath.checked(visit.form["back"] ?? visit.query["back"]) ?? "/account" }
}

/// An address of this portal, to which somebody may be led on.
enum LocalPath {
  /// The path, when it leads nowhere else.
  static func checked(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 2_000,
      path.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
    else { return nil }
    return path
  }
}
