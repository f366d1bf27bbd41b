import Registry
import Reporting

/// One account as administrators see it: nothing by which they could come in, and what they can do for its owner.
struct OtherAccountPage {
  let own: AdministrationVisit
  let account: Account

  /// - Throws: ``PageFault/notHere`` when no account has this number.
  init(_ own: AdministrationVisit, _ number: String?) throws {
    guard let number = number.flatMap(Int.init), let account = try own.account(number) else { throw PageFault.notHere }
    (self.own, self.account) = (own, account)
  }

  private func say(_ phrase: AdministrationPhrase, _ fillings: [String: Filling] = [:]) -> String {
    own.say(phrase, fillings)
  }

  /// Whether it is the account under which the visitor acts: nobody locks themselves out.
  private var isOwn: Bool { account.appointments.contains(own.appointment) }

  func page(fault: AccountFault? = nil) throws -> Reply {
    let sessions = account.closed == nil ? try own.book.sessions(of: account.id, at: own.now) : []
    let events = try own.book.events(limit: 20, of: account.id)
    return try own.page(say(.accountOf, ["name": .text(account.name.text)]), fault: fault) { reading, html in
      html.facts { html in
        html.fact(say(.number), String(account.id.number))
        html.fact(say(.state)) { $0.tag(account.state(at: own.now, in: own), isOpen: account.closed == nil) }
        html.fact(say(.created), reading.moment(account.created))
        html.fact(say(.closedAt), ifAny: account.closed.map { reading.moment($0) })
        html.fact(say(.invitationUntil), ifAny: account.invitedUntil.map { reading.moment($0) })
        html.fact(say(.factor), say(account.hasSecondFactor ? .factorThere : .factorMissing))
        html.fact(say(.sessions), String(sessions.count))
      }
      if account.closed == nil {
        writeAppointments(reading, &html)
        writeAccess(hasSessions: !sessions.isEmpty, &html)
      }
      write(events, reading, &html)
    }
  }

  private func writeAppointments(_ reading: Reading, _ html: inout HTML) {
    html.element("h2", text: say(.appointments))
    html.element("ul", ["class": "acts"]) { html in
      for appointment in account.appointments {
        html.element("li") { html in
          html.link(appointment.path, "\(reading.name(of: appointment)) (\(appointment))")
          guard appointment != own.appointment else { return }
          button("appointments/remove", [("appointment", "\(appointment)")], say(.take), &html)
        }
      }
    }
    own.form("\(account.id.path)/appointments", &html) { html in
      own.line("appointments", say(.further), hint: say(.appointmentsHint), value: "", &html)
      html.element("p") { $0.element("button", text: say(.add)) }
    }
  }

  private func writeAccess(hasSessions: Bool, _ html: inout HTML) {
    html.element("h2", text: say(.access))
    if hasSessions { button("sessions", [], say(.endSessions), &html) }
    guard !isOwn else { return html.element("p", ["class": "note"], text: say(.ownNote)) }
    html.element("p", ["class": "note"], text: say(.inviteNote))
    own.form("\(account.id.path)/invitation", &html) { html in
      if account.hasSecondFactor { box("factor", say(.withoutFactor), &html) }
      html.element("p") { $0.element("button", text: say(.invite)) }
    }
    html.element("p", ["class": "note"], text: say(.closeNote))
    own.form("\(account.id.path)/close", &html) { html in
      box("sure", say(.closeSure), &html)
      html.element("p") { $0.element("button", text: say(.close)) }
    }
  }

  private func write(_ events: [SecurityEvent], _ reading: Reading, _ html: inout HTML) {
    html.element("h2", ["id": "events"], text: say(.events))
    let headings = [reading.say(WordPhrase.when), reading.say(WordPhrase.what), say(.network)]
    html.table(under: "events", headings, rows: events.count) { html, row, column in
      let event = events[row]
      switch column {
      case 0: html.text(reading.moment(event.at))
      case 1: html.text(reading.word(SecurityEventPhrase.self, event.kind.rawValue))
      default: html.text(event.network ?? "")
      }
    }
  }

  private func box(_ name: String, _ label: String, _ html: inout HTML) {
    html.element("div", ["class": "field"]) { html in
      html.element("label") { html in
        html.void("input", ["type": "checkbox", "name": name, "value": "yes"])
        html.text(" \(label)")
      }
    }
  }

  private func button(_ path: String, _ fields: [(String, String)], _ text: String, _ html: inout HTML) {
    let path = "\(account.id.path)/\(path)"
    html.element("form", ["method": "post", "action": path]) { html in
      html.hidden("token", own.visit.visitor.tokens.token(for: path))
      for (name, value) in fields { html.hidden(name, value) }
      html.element("button", ["class": "plain"], text: text)
    }
  }

  // MARK: What is done

  private func changing(_ change: () throws -> Void) throws -> Reply {
    try own.changing(page: { try page(fault: $0) }) {
      try change()
      return .seeOther(account.id.path)
    }
  }

  /// Lets the account act under further appointments.
  func addAppointment() throws -> Reply {
    try changing {
      for appointment in try own.appointments(own.visit.form["appointments"] ?? "") {
        try own.book.add(appointment, to: account.id, at: own.now)
      }
    }
  }

  /// Takes an appointment from the account.
  func removeAppointment() throws -> Reply {
    try changing {
      guard let id = own.visit.form["appointment"].flatMap({ ObjectID($0) }), id != own.appointment else {
        throw AdministrationRefusal.ownAccount
      }
      try own.book.remove(id, from: account.id, at: own.now)
    }
  }

  /// Invites the owner to set a new password, and shows the invitation.
  func invite() throws -> Reply {
    try own.changing(page: { try page(fault: $0) }) {
      guard !isOwn else { throw AdministrationRefusal.ownAccount }
      let invitation = try own.book.invite(
        account.id, withoutSecondFactor: own.visit.form["factor"] == "yes", at: own.now)
      return try own.invited(try own.book.account(account.id), invitation)
    }
  }

  /// Ends every session of the account.
  func endSessions() throws -> Reply {
    try changing { try own.book.endSessions(of: account.id, byAdministrator: true, at: own.now) }
  }

  /// Closes the account for ever.
  func close() throws -> Reply {
    try changing {
      guard !isOwn else { throw AdministrationRefusal.ownAccount }
      guard own.visit.form["sure"] == "yes" else { throw AdministrationRefusal.notSure }
      try own.book.close(account.id, at: own.now)
    }
  }
}
