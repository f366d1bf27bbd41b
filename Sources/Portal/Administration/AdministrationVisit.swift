import Registry
import Reporting

extension Route {
  /// The addresses at which administrators look after the accounts of the region.
  static let administration: [Route] = [
    administrator(.get, "/admin", "accounts") { visit, _ in try AccountsPage(visit).page() },
    administrator(.post, "/admin/accounts", "createAccount") { visit, _ in try AccountsPage(visit).create() },
    administrator(.get, "/admin/accounts/{account}", "accountOf") { try OtherAccountPage($0, $1).page() },
    administrator(.post, "/admin/accounts/{account}/appointments", "addAppointment") {
      try OtherAccountPage($0, $1).addAppointment()
    },
    administrator(.post, "/admin/accounts/{account}/appointments/remove", "removeAppointment") {
      try OtherAccountPage($0, $1).removeAppointment()
    },
    administrator(.post, "/admin/accounts/{account}/invitation", "inviteAgain") {
      try OtherAccountPage($0, $1).invite()
    },
    administrator(.post, "/admin/accounts/{account}/sessions", "endSessionsOf") {
      try OtherAccountPage($0, $1).endSessions()
    },
    administrator(.post, "/admin/accounts/{account}/close", "closeAccount") { try OtherAccountPage($0, $1).close() },
  ]

  /// An address for administrators. To others it looks like one that does not exist.
  private static func administrator(
    _ method: Visit.Method, _ path: String, _ name: String,
    _ answer: @escaping @Sendable (AdministrationVisit, String?) throws -> Reply
  ) -> Route {
    Route(method, path, name) { visit, places, site in
      try answer(try AdministrationVisit(visit, site), places["account"])
    }
  }
}

/// Somebody who acts as an administrator, at the pages of the region's accounts.
struct AdministrationVisit {
  let visit: Visit
  let site: Site
  let book: AccountBook
  /// The appointment under which they act.
  let appointment: ObjectID

  /// - Throws: ``PageFault/notHere`` for everybody else, `Refusal` when the appointment is not valid now.
  init(_ visit: Visit, _ site: Site) throws {
    let standing = try site.record.ledger.read(as: visit.visitor.claim) { $0.standing }
    guard standing.role == .administrator, let appointment = visit.visitor.claim.appointment else {
      throw PageFault.notHere
    }
    (self.visit, self.site, self.appointment) = (visit, site, appointment)
    book = try site.record.accounts()
  }

  var now: Instant { site.record.ledger.now }

  /// Whether the second factor was given so lately that accounts may be changed.
  var hasFreshFactor: Bool {
    guard let given = visit.visitor.claim.secondFactor else { return false }
    return given <= now && now < given.later(by: Scene.secondFactorLasts)
  }

  /// The account of a number, open or closed; nothing where there is none.
  func account(_ number: Int) throws -> Account? {
    do { return try book.account(AccountID(number)) } catch {
      if case .noAccount = error { return nil }
      throw error
    }
  }

  func say(_ phrase: AdministrationPhrase, _ fillings: [String: Filling] = [:]) -> String {
    visit.tongue.say(phrase, fillings)
  }

  /// Changes something, or says why not.
  ///
  /// - Parameters:
  ///   - page: the page that says what is wrong.
  ///   - change: what is to be done; the answer to it.
  func changing(page: (AccountFault) throws -> Reply, _ change: () throws -> Reply) throws -> Reply {
    guard hasFreshFactor else { return try page(AccountFault(.needsCode, status: .forbidden)) }
    do { return try change() } catch let error as AccountError {
      return try page(AccountFault(error, in: visit.language))
    } catch let refusal as AdministrationRefusal { return try page(refusal.fault) }
  }

  /// A page with its heading, below the list of accounts unless it is that list.
  func page(
    _ title: String, isList: Bool = false, fault: AccountFault? = nil, _ content: (Reading, inout HTML) throws -> Void
  ) throws -> Reply {
    try site.read(visit) { reading in
      var failure: (any Error)?
      let trail = isList ? [] : [PageLayout.Step(title: say(.accounts), path: "/admin")]
      let reply = reading.layout(title, trail: trail, isFault: fault != nil).page(status: fault?.status ?? .ok) {
        html in
        if let fault { write(fault, &html) }
        html.element("h1", text: title)
        do { try content(reading, &html) } catch { failure = error }
      }
      if let failure { throw failure }
      return reply
    }
  }

  private func write(_ fault: AccountFault, _ html: inout HTML) {
    html.element("div", ["class": "faults", "role": "alert", "tabindex": "-1", "id": "faults"]) { html in
      html.element("h2", text: visit.tongue.say(WordPhrase.errorTitle))
      html.element("p", text: visit.tongue.say(fault.phrase, fault.fillings))
      if fault.phrase == .needsCode {
        let back = visit.method == .get ? visit.path : "/admin"
        html.element("p") { html in
          html.link("/account/code?back=\(FormFields.encoded(back))", visit.tongue.say(WordPhrase.giveCode))
        }
      }
    }
  }

  /// The page that shows an invitation, the only time that it can be read.
  func invited(_ account: Account, _ invitation: Invitation) throws -> Reply {
    try page(say(.invitation)) { reading, html in
      html.element("p", ["class": "lead"], text: say(.invitationLead, ["name": .text(account.name.text)]))
      let path = "/activate/\(invitation.text)"
      html.facts { html in
        html.fact(say(.invitationAddress)) { $0.element("code", text: path) }
        html.fact(say(.invitationUntil), ifAny: account.invitedUntil.map { reading.moment($0) })
      }
      html.element("p") { $0.link(account.id.path, say(.toThisAccount)) }
    }
  }

  /// A form of one button, with what it says along.
  func form(_ path: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
    html.element("form", ["method": "post", "action": path, "class": "fields"]) { html in
      html.hidden("token", visit.visitor.tokens.token(for: path))
      content(&html)
    }
  }

  /// A field of one line, with its label and hint.
  func line(_ name: String, _ label: String, hint: String, value: String, _ html: inout HTML) {
    html.element("div", ["class": "field"]) { html in
      html.element("label", ["for": name], text: label)
      html.element("span", ["class": "hint", "id": "\(name)-hint"], text: hint)
      html.void(
        "input",
        [
          "type": "text", "id": name, "name": name, "value": value, "autocomplete": "off", "autocapitalize": "none",
          "spellcheck": "false", "aria-describedby": "\(name)-hint",
        ])
    }
  }

  /// The appointments that somebody typed, each of which is valid now.
  ///
  /// - Throws: ``AdministrationRefusal/noAppointment(_:)`` when one is none.
  func appointments(_ typed: String) throws -> [ObjectID] {
    let texts = typed.split { ", ，、;；\n\t".contains($0) }
    return try site.read(visit) { reading in
      try texts.map { text in
        guard let id = ObjectID(String(text)), id.kind == .appointment,
          let found = try reading.view.visible(Appointment.self, id)?.object, found.isValid(at: reading.view.now)
        else { throw AdministrationRefusal.noAppointment(String(text)) }
        return id
      }
    }
  }
}

/// Why an administrator's change is not made, before the accounts are asked.
enum AdministrationRefusal: Error {
  /// What was typed is no appointment that is valid now.
  case noAppointment(String)
  /// It is the account under which the administrator acts.
  case ownAccount
  /// Nobody confirmed what cannot be undone.
  case notSure

  var fault: AccountFault {
    switch self {
    case .noAppointment(let number): AccountFault(.noAppointment, ["number": .text(number)])
    case .ownAccount: AccountFault(.ownAccount)
    case .notSure: AccountFault(.notSure)
    }
  }
}

extension AccountID {
  /// Where administrators find the account.
  var path: String { "/admin/accounts/\(number)" }
}
