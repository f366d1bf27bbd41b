import Registry
import Reporting

/// Where somebody who was invited sets the first password, or a new one.
struct ActivationPages {
  let visit: Visit
  let site: Site
  let book: AccountBook
  let invitation: Invitation?

  init(_ visit: Visit, _ text: String?, _ site: Site) throws {
    (self.visit, self.site) = (visit, site)
    book = try site.record.accounts()
    invitation = text.flatMap { Invitation(text: $0) }
  }

  private func say(_ phrase: AccountPhrase, _ fillings: [String: Filling] = [:]) -> String {
    visit.tongue.say(phrase, fillings)
  }

  func form(fault: AccountFault? = nil, at field: String = "password") throws -> Reply {
    guard let invitation, let account = try book.account(invitedBy: invitation, at: site.record.ledger.now) else {
      return try void()
    }
    let form = AccountForm(
      visit: visit, path: visit.path, fields: PasswordPage.newFields(in: visit.tongue),
      button: say(.setPassword), fault: fault.map { (visit.tongue.say($0.phrase, $0.fillings), field) })
    return try page(.activate, fault: fault) { html in
      form.writeFault(&html)
      html.element("h1", text: say(.activate))
      html.element("p", ["class": "lead"], text: say(.activateLead, ["name": .text(account.name.text)]))
      form.write(&html)
    }
  }

  func activate() async throws -> Reply {
    guard let invitation else { return try void() }
    let password = visit.form["password"] ?? ""
    guard password == visit.form["again"] else { return try form(fault: AccountFault(.differs), at: "again") }
    do {
      try await book.activate(invitation, password: password, at: site.record.ledger.now)
    } catch {
      return try form(fault: AccountFault(error, in: visit.language))
    }
    return try page(.activated) { html in
      html.element("h1", text: say(.activated))
      html.element("p", ["class": "lead"], text: say(.activatedText))
      html.element("p") { $0.link("/sign-in", say(.signIn)) }
    }
  }

  private func void() throws -> Reply {
    let fault = AccountFault(.invitation, status: .notFound)
    return try page(.activate, fault: fault) { html in
      html.element("h1", text: say(.activate))
      html.element("p", text: visit.tongue.say(fault.phrase))
    }
  }

  private func page(
    _ title: AccountPhrase, fault: AccountFault? = nil, _ content: (inout HTML) -> Void
  ) throws -> Reply {
    try site.read(visit) { reading in
      reading.layout(say(title), isFault: fault != nil).page(status: fault?.status ?? .ok, content)
    }
  }
}

/// Where a password is changed.
struct PasswordPage {
  let own: AccountVisit

  init(_ own: AccountVisit) { self.own = own }

  /// The two fields of a new password.
  static func newFields(in tongue: Tongue) -> [AccountForm.Field] {
    [
      .init(
        name: "password", sort: .newPassword, label: tongue.say(AccountPhrase.newPassword),
        hint: tongue.say(AccountPhrase.newPasswordHint, ["n": .text("\(PasswordRule.leastCharacters)")])),
      .init(name: "again", sort: .newPassword, label: tongue.say(AccountPhrase.again)),
    ]
  }

  func form(fault: AccountFault? = nil, at field: String? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/password",
      fields: [.init(name: "old", sort: .password, label: own.say(.passwordOld))]
        + Self.newFields(in: own.visit.tongue), button: own.say(.passwordChange),
      fault: own.shown(fault, at: field))
    return try own.page(.passwordChange, lead: nil, form, fault: fault)
  }

  func change() async throws -> Reply {
    let fields = own.visit.form
    guard fields["password"] ?? "" == fields["again"] else {
      return try form(fault: AccountFault(.differs), at: "again")
    }
    do {
      let renewed = try await own.book.changePassword(
        from: fields["old"] ?? "", to: fields["password"] ?? "", in: own.token, at: own.now)
      return SignInPages.leading(to: "/account?done=password", with: renewed.token)
    } catch {
      let field = if case .password = error { "password" } else { "old" }
      return try form(fault: own.fault(error), at: field)
    }
  }
}
