import Registry
import Reporting

/// The page of one's own account: under which appointment one acts, with which powers, and where one is signed in.
struct AccountPage {
  let own: AccountVisit

  init(_ own: AccountVisit) { self.own = own }

  private func say(_ phrase: AccountPhrase, _ fillings: [String: Filling] = [:]) -> String { own.say(phrase, fillings) }

  func page(fault: AccountFault? = nil) throws -> Reply {
    let account = try own.book.account(own.session.account)
    let offices = try Offices(of: account, at: own.site)
    let sessions = try own.book.sessions(of: own.session, at: own.now)
    return try own.page(.account, fault: fault) { reading, html in
      if let fault {
        html.element("div", ["class": "faults", "role": "alert", "id": "faults"]) { html in
          html.element("h2", text: reading.say(WordPhrase.errorTitle))
          html.element("p", text: own.visit.tongue.say(fault.phrase, fault.fillings))
        }
      } else if own.visit.query["done"] == "password" {
        html.element("p", ["class": "done", "role": "status"], text: say(.passwordChanged))
      }
      html.element("h1", text: say(.account))
      write(drafts: own.site.drafts.paths(of: account.id, now: own.now), &html)
      html.facts { html in
        html.fact(say(.signedInAs), account.name.text)
        html.fact(
          say(.actingAs), own.session.appointment.map { reading.name(of: $0) } ?? say(.actingAsNobody))
      }
      write(offices, reading, &html)
      if let appointment = own.session.appointment { try writePowers(of: appointment, reading, &html) }
      write(sessions, reading, &html)
      writeCredentials(account, &html)
      if reading.view.standing.role == .administrator {
        html.element("p") { $0.link("/admin", reading.say(AdministrationPhrase.accounts)) }
      }
    }
  }

  /// The ways back to forms that could not be sent: under which appointment, the person chooses first.
  private func write(drafts paths: [String], _ html: inout HTML) {
    guard !paths.isEmpty else { return }
    html.element("div", ["class": "done", "role": "status"]) { html in
      html.element("p", text: say(.draftsKept))
      html.element("ul") { html in
        for path in paths { html.element("li") { $0.link(path, path) } }
      }
    }
  }

  // MARK: Appointments

  private func write(_ offices: Offices, _ reading: Reading, _ html: inout HTML) {
    html.element("h2", text: say(.chooseOffice))
    guard !offices.valid.isEmpty else { return html.element("p", text: say(.noOffice)) }
    html.element("p", ["class": "note"], text: say(.chooseOfficeHint))
    html.element("ul", ["class": "acts"]) { html in
      for office in offices.valid {
        html.element("li") { html in
          html.element("strong", text: reading.name(of: office.id))
          html.text(" ")
          html.element("span", ["class": "note"], text: "\(office.id)")
          if office.id != own.session.appointment {
            button("/account/appointment", [("appointment", "\(office.id)")], say(.actUnder), &html)
          }
        }
      }
      for number in offices.others {
        html.element("li") { html in
          html.element("span", ["class": "note"], text: say(.officeEnded, ["number": .text("\(number)")]))
        }
      }
    }
    if own.session.appointment != nil {
      button("/account/appointment", [("appointment", "")], say(.layDown), &html)
    }
  }

  private func writePowers(of appointment: ObjectID, _ reading: Reading, _ html: inout HTML) throws {
    html.element("h2", text: say(.delegations))
    let held = try reading.view.visible(Appointment.self, appointment)?.object.delegations ?? []
    let delegations = try held.compactMap { try reading.view.visible(Delegation.self, $0)?.object }
      .filter { $0.stage == .given && $0.from <= reading.view.now && reading.view.now < $0.until }
    guard !delegations.isEmpty else { return html.element("p", text: say(.delegationsNone)) }
    html.element("ul") { html in
      for delegation in delegations {
        html.element("li") { html in
          html.link(delegation.id.path, "\(delegation.id)")
          html.text(" ")
          html.text(
            say(
              .powersIn,
              [
                "powers": .text(
                  reading.tongue.row(delegation.powers.map { reading.word(PowerPhrase.self, $0.rawValue) })),
                "fields": .text(
                  reading.tongue.row(delegation.fields.map { reading.word(CooperationFieldPhrase.self, $0) })),
                "until": .text(reading.moment(delegation.until)),
              ]))
        }
      }
    }
  }

  /// Acts under another appointment from now on, with a new session token.
  func choose() throws -> Reply {
    let text = own.visit.form["appointment"] ?? ""
    do {
      guard !text.isEmpty else {
        return SignInPages.leading(
          to: "/account", with: try own.book.choose(nil, limits: .sensitive, in: own.token, at: own.now).token)
      }
      let offices = try Offices(of: try own.book.account(own.session.account), at: own.site)
      guard let office = offices.valid.first(where: { "\($0.id)" == text }) else {
        return try page(fault: AccountFault(.notHeld))
      }
      let chosen = try own.book.choose(
        office.id, limits: Offices.limits(of: office.role), in: own.token, at: own.now)
      return SignInPages.leading(to: "/account", with: chosen.token)
    } catch let error as AccountError {
      return try page(fault: own.fault(error))
    }
  }

  // MARK: Sessions

  private func write(_ sessions: [ListedSession], _ reading: Reading, _ html: inout HTML) {
    html.element("h2", text: say(.sessions))
    html.element("ul", ["class": "acts"]) { html in
      for session in sessions {
        html.element("li") { html in
          html.element("strong", text: session.network ?? say(.sessionUnknown))
          html.text(session.isThis ? " (\(say(.sessionThis)))" : "")
          html.element(
            "span", ["class": "note"],
            text: "\(say(.sessionSince)): \(reading.moment(session.created)). "
              + "\(say(.sessionUsed)): \(reading.moment(session.lastSeen))")
          if !session.isThis {
            button("/account/sessions", [("number", String(session.number))], say(.sessionEnd), &html)
          }
        }
      }
    }
    if sessions.count > 1 { button("/account/sessions", [("number", "others")], say(.sessionsEndOthers), &html) }
    button("/sign-out", [], say(.signOut), &html)
  }

  /// Ends one session of the account, or all others, once the password is typed again.
  func endSessions() async throws -> Reply {
    let chosen = own.visit.form["number"] ?? ""
    let number = Int(chosen)
    guard number != nil || chosen == "others" else { return .seeOther("/account") }
    guard let password = own.visit.form["password"] else { return try endingForm(chosen) }
    do {
      try await own.book.endSessions(number, password: password, in: own.token, at: own.now)
    } catch {
      return try endingForm(chosen, fault: own.fault(error))
    }
    return .seeOther("/account")
  }

  private func endingForm(_ chosen: String, fault: AccountFault? = nil) throws -> Reply {
    let form = AccountForm(
      visit: own.visit, path: "/account/sessions",
      fields: [.init(name: "password", sort: .password, label: say(.password))], hidden: [("number", chosen)],
      button: say(chosen == "others" ? .sessionsEndOthers : .sessionEnd), fault: own.shown(fault, at: "password"))
    return try own.page(.sessionsEnd, lead: .sessionsEndLead, form, fault: fault)
  }

  // MARK: Credentials

  private func writeCredentials(_ account: Account, _ html: inout HTML) {
    html.element("h2", text: say(.factor))
    if account.hasSecondFactor {
      html.element(
        "p",
        text: say(.factorOn) + own.visit.tongue.joint
          + say(.factorCodesLeft, ["n": .count(account.recoveryCodesLeft)]))
      html.element("ul") { html in
        html.element("li") { $0.link("/account/recovery-codes", say(.factorNewCodes)) }
        html.element("li") { $0.link("/account/second-factor/remove", say(.factorRemove)) }
      }
    } else {
      html.element("p", text: say(.factorOff))
      html.element("p") { $0.link("/account/second-factor", say(.factorSetUp)) }
    }
    html.element("h2", text: say(.password))
    html.element("p") { $0.link("/account/password", say(.passwordChange)) }
  }

  private func button(_ path: String, _ fields: [(String, String)], _ text: String, _ html: inout HTML) {
    html.element("form", ["method": "post", "action": path]) { html in
      html.hidden("token", own.visit.visitor.tokens.token(for: path))
      for (name, value) in fields { html.hidden(name, value) }
      html.element("button", ["class": "plain"], text: text)
    }
  }
}
