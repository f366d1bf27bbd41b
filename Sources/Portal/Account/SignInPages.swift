import Registry
import Reporting

/// The door: name and password, then the code where one is asked for.
struct SignInPages {
  let visit: Visit
  let site: Site
  let book: AccountBook

  init(_ visit: Visit, _ site: Site) throws {
    (self.visit, self.site) = (visit, site)
    book = try site.record.accounts()
  }

  private func say(_ phrase: AccountPhrase) -> String { visit.tongue.say(phrase) }
  private var back: String? { LocalPath.checked(visit.form["back"] ?? visit.query["back"]) }
  private var now: Instant { site.record.ledger.now }

  // MARK: Name and password

  func form(fault: AccountFault? = nil) throws -> Reply {
    if visit.visitor.isSignedIn, visit.method == .get { return .seeOther(back ?? "/account") }
    let form = AccountForm(
      visit: visit, path: "/sign-in",
      fields: [
        // What was typed as the name comes back, the password does not.
        .init(name: "name", sort: .name, label: say(.name), value: visit.form["name"] ?? ""),
        .init(name: "password", sort: .password, label: say(.password)),
      ], hidden: back.map { [("back", $0)] } ?? [], button: say(.continueIn),
      fault: fault.map { (visit.tongue.say($0.phrase, $0.fillings), "name") })
    return try site.read(visit) { reading in
      reading.layout(say(.signIn), isFault: fault != nil).page(status: fault?.status ?? .ok) { html in
        form.writeFault(&html)
        html.element("h1", text: say(.signIn))
        if visit.query["kept"] != nil {
          html.element("p", ["class": "done", "role": "status"], text: say(.draftKept))
        }
        html.element("p", ["class": "lead"], text: say(.signInLead))
        form.write(&html)
        html.element("p", ["class": "note"], text: say(.showPassword))
      }
    }
  }

  func signIn() async throws -> Reply {
    do {
      let answer = try await book.signIn(
        name: visit.form["name"] ?? "", password: visit.form["password"] ?? "", network: visit.visitor.network, at: now)
      switch answer {
      case .needsCode(let half): return try codePage(half.text)
      case .refused: return try form(fault: AccountFault(.refused))
      case .wait(let until): return try form(fault: AccountFault(waiting: until, in: visit.language))
      case .signedIn(let token, let session): return try signedIn(token, session)
      }
    } catch let error as AccountError {
      return try form(fault: AccountFault(error, in: visit.language))
    }
  }

  // MARK: Code

  /// The page that asks for the code.
  private func codePage(_ half: String, fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: visit, path: "/sign-in/code",
      fields: [
        .init(
          name: "code", sort: .code, label: say(.code),
          hint: "\(say(.codeHint))\(visit.tongue.joint)\(say(.recoveryHint))")
      ], hidden: [("half", half)] + (back.map { [("back", $0)] } ?? []), button: say(.continueIn),
      fault: fault.map { (visit.tongue.say($0.phrase, $0.fillings), "code") })
    return try site.read(visit) { reading in
      reading.layout(say(.codeTitle), isFault: fault != nil).page(status: fault?.status ?? .ok) { html in
        form.writeFault(&html)
        html.element("h1", text: say(.codeTitle))
        html.element("p", ["class": "lead"], text: say(.codeLead))
        form.write(&html)
      }
    }
  }

  func finish() async throws -> Reply {
    let text = visit.form["half"] ?? ""
    guard let half = HalfSignIn(text: text) else { return try form(fault: AccountFault(.halfOver)) }
    do {
      switch try await book.finishSignIn(half, code: visit.form["code"] ?? "", network: visit.visitor.network, at: now)
      {
      case .signedIn(let token, let session): return try signedIn(token, session)
      case .wait(let until): return try codePage(text, fault: AccountFault(waiting: until, in: visit.language))
      case .refused, .needsCode: return try form(fault: AccountFault(.halfOver))
      }
    } catch let error as AccountError {
      let fault = AccountFault(error, in: visit.language)
      if case .halfSignInNotValid = error { return try form(fault: fault) }
      return try codePage(text, fault: fault)
    }
  }

  // MARK: In and out

  /// Takes up the appointment, when there is only one that is valid; of several the person chooses.
  private func signedIn(_ token: SessionToken, _ session: Session) throws -> Reply {
    let valid = try Offices(of: try book.account(session.account), at: site).valid
    guard valid.count == 1 else {
      return Self.leading(to: valid.isEmpty ? back ?? "/account" : "/account", with: token)
    }
    let chosen = try book.choose(valid[0].id, limits: Offices.limits(of: valid[0].role), in: token, at: now)
    return Self.leading(to: back ?? "/account", with: chosen.token)
  }

  /// Leads on with a new session.
  static func leading(to path: String, with token: SessionToken) -> Reply {
    var reply = Reply.seeOther(path)
    reply.session = .begin(token.text)
    return reply
  }

  func signOut() throws -> Reply {
    if let token = visit.visitor.token { try book.end(token, at: now) }
    var reply = Reply.seeOther("/sign-in")
    reply.session = .end
    // What the browser kept of the portal goes with the session; its cookies are taken one by one, since that of the
    // language stays (W3C Clear Site Data, §3.1).
    reply.headers.append(Reply.Header("Clear-Site-Data", "\"cache\", \"storage\""))
    return reply
  }
}

/// The appointments of an account, as the record has them now.
struct Offices {
  let valid: [Appointment]
  /// Those that have ended, or have not begun.
  let others: [ObjectID]

  init(of account: Account, at site: Site) throws {
    let found = try site.record.ledger.read(as: .visitor) { view in
      try account.appointments.map { id in (id, try view.visible(Appointment.self, id)?.object, view.now) }
    }
    valid = found.compactMap { _, appointment, now in appointment?.isValid(at: now) == true ? appointment : nil }
    others = found.compactMap { id, appointment, now in appointment?.isValid(at: now) == true ? nil : id }
  }

  /// How long a session under a role lasts. Residents read what their region may know; everybody else reads what is
  /// one organisation's, or acts for it.
  static func limits(of role: Role) -> SessionLimits { SessionLimits.limits(isSensitive: role != .resident) }
}
