import Registry
import Reporting

/// Where an authenticator is set up, shown before an act that binds, and removed.
struct SecondFactorPages {
  let own: AccountVisit

  init(_ own: AccountVisit) { self.own = own }

  private func say(_ phrase: AccountPhrase, _ fillings: [String: Filling] = [:]) -> String { own.say(phrase, fillings) }

  private var passwordField: AccountForm.Field { .init(name: "password", sort: .password, label: say(.password)) }
  private var codeField: AccountForm.Field {
    .init(
      name: "code", sort: .code, label: say(.code),
      hint: "\(say(.codeHint))\(own.visit.tongue.joint)\(say(.recoveryHint))")
  }

  private func typed(_ name: String) -> String { own.visit.form[name] ?? "" }

  // MARK: Setting up

  func form(fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/second-factor", fields: [passwordField], button: say(.continueIn),
      fault: own.shown(fault, at: "password"))
    return try own.page(.factorBegin, lead: .factorBeginLead, form, fault: fault)
  }

  func begin() async throws -> Reply {
    do {
      let issuer = try own.site.read(own.visit) { $0.region?.charter.nameEnglish } ?? ""
      let new = try await own.book.beginSecondFactor(
        in: own.token, password: typed("password"), issuer: issuer, at: own.now)
      return try secretPage(new.secret.base32, new.address)
    } catch let error as AccountError {
      return try form(fault: own.fault(error))
    }
  }

  /// The secret, this once, and the field for its first code.
  private func secretPage(_ secret: String, _ address: String, fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/second-factor/confirm",
      fields: [.init(name: "code", sort: .code, label: say(.factorType), hint: say(.codeHint))],
      button: say(.factorConfirm), fault: own.shown(fault, at: "code"))
    return try own.page(.factorBegin, fault: fault) { _, html in
      html.element("h1", text: say(.factorSecret))
      html.element("p", text: say(.factorSecretHint))
      // In groups of four, as people read them aloud.
      let groups = stride(from: 0, to: secret.utf8.count, by: 4).map { start in
        String(secret.dropFirst(start).prefix(4))
      }
      html.element("p") { $0.element("code", text: groups.joined(separator: " ")) }
      html.element("p") { $0.link(address, say(.factorOpen)) }
      form.write(&html)
    }
  }

  func confirm() throws -> Reply {
    do {
      let done = try own.book.confirmSecondFactor(typed("code"), in: own.token, at: own.now)
      return try codes(done.recoveryCodes, with: done.token)
    } catch let error as AccountError {
      // The secret is not shown again; the code of the authenticator that has it may be typed once more.
      let fault = own.fault(error)
      if case .code = error {
        let form = AccountForm(
          visit: own.visit, path: "/account/second-factor/confirm",
          fields: [.init(name: "code", sort: .code, label: say(.factorType), hint: say(.codeHint))],
          button: say(.factorConfirm), fault: own.shown(fault, at: "code"))
        return try own.page(.factorBegin, lead: nil, form, fault: fault)
      }
      return try form(fault: fault)
    }
  }

  private func codes(_ codes: [RecoveryCode], with token: SessionToken) throws -> Reply {
    var reply = try own.page(.factorDone) { _, html in
      html.element("h1", text: say(.factorDone))
      html.element("p", ["class": "lead"], text: say(.factorKeep))
      html.element("ul") { html in
        for code in codes { html.element("li") { $0.element("code", text: code.text) } }
      }
      html.element("p") { $0.link("/account", say(.toAccount)) }
    }
    reply.session = .begin(token.text)
    return reply
  }

  // MARK: Recovery codes and removal

  func codesForm(fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/recovery-codes", fields: [codeField], button: say(.factorNewCodes),
      fault: own.shown(fault, at: "code"))
    return try own.page(.factorNewCodes, lead: nil, form, fault: fault)
  }

  func renewCodes() throws -> Reply {
    do {
      let done = try own.book.renewRecoveryCodes(code: typed("code"), in: own.token, at: own.now)
      return try codes(done.recoveryCodes, with: done.token)
    } catch let error as AccountError {
      return try codesForm(fault: own.fault(error))
    }
  }

  func removalForm(fault: AccountFault? = nil, at field: String = "code") throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/second-factor/remove", fields: [passwordField, codeField],
      button: say(.factorRemove), fault: own.shown(fault, at: field))
    return try own.page(.factorRemove, lead: .factorRemoveLead, form, fault: fault)
  }

  func remove() async throws -> Reply {
    do {
      let renewed = try await own.book.removeSecondFactor(
        code: typed("code"), password: typed("password"), in: own.token, at: own.now)
      return SignInPages.leading(to: "/account", with: renewed.token)
    } catch {
      let field = if case .wrongPassword = error { "password" } else { "code" }
      return try removalForm(fault: own.fault(error), at: field)
    }
  }

  // MARK: Showing

  func showForm(fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/code", fields: [codeField], hidden: [("back", own.back)],
      button: say(.continueIn), fault: own.shown(fault, at: "code"))
    return try own.page(.factorShow, lead: .factorShowLead, form, fault: fault)
  }

  func show() throws -> Reply {
    do {
      let renewed = try own.book.showSecondFactor(typed("code"), in: own.token, at: own.now)
      return SignInPages.leading(to: own.back, with: renewed.token)
    } catch {
      if case .noSecondFactor = error { return .seeOther("/account/second-factor") }
      return try showForm(fault: own.fault(error))
    }
  }
}
