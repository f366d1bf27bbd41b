import Registry
import Reporting

/// The accounts of the region, and the form that opens another one.
struct AccountsPage {
  let own: AdministrationVisit

  init(_ own: AdministrationVisit) { self.own = own }

  private func say(_ phrase: AdministrationPhrase) -> String { own.say(phrase) }

  func page(fault: AccountFault? = nil) throws -> Reply {
    let accounts = try own.book.accounts()
    return try own.page(say(.accounts), isList: true, fault: fault) { reading, html in
      html.element("p", ["class": "lead"], text: say(.accountsLead))
      write(accounts, reading, &html)
      html.element("h2", text: say(.newAccount))
      writeForm(&html)
    }
  }

  private func write(_ accounts: [Account], _ reading: Reading, _ html: inout HTML) {
    guard !accounts.isEmpty else { return html.element("p", text: reading.say(WordPhrase.none)) }
    let headings = [say(.name), say(.appointments), say(.state), say(.factor)]
    html.table(say(.accounts), headings, rows: accounts.count) { html, row, column in
      let account = accounts[row]
      switch column {
      case 0: html.link(account.id.path, account.name.text)
      case 1: html.text(reading.tongue.row(account.appointments.map { "\(reading.name(of: $0)) (\($0))" }))
      case 2: html.tag(account.state(at: own.now, in: own), isOpen: account.closed == nil)
      default: html.text(say(account.hasSecondFactor ? .factorThere : .factorMissing))
      }
    }
  }

  private func writeForm(_ html: inout HTML) {
    let sent = own.visit.form
    own.form("/admin/accounts", &html) { html in
      own.line("name", say(.name), hint: say(.nameHint), value: sent["name"] ?? "", &html)
      own.line(
        "appointments", say(.appointments), hint: say(.appointmentsHint), value: sent["appointments"] ?? "", &html)
      html.element("div", ["class": "field"]) { html in
        html.element("label", ["for": "language"], text: say(.language))
        html.element("select", ["id": "language", "name": "language"]) { html in
          for language in [Language.english, .chinese] {
            let isChosen = (sent["language"] ?? own.visit.language.tag) == language.tag
            html.option(language.tag, language == .english ? "English" : "中文", isChosen: isChosen)
          }
        }
      }
      html.element("p") { $0.element("button", text: say(.create)) }
    }
  }

  /// Opens an account and shows its invitation.
  func create() throws -> Reply {
    let sent = own.visit.form
    return try own.changing(page: { try page(fault: $0) }) {
      let (account, invitation) = try own.book.create(
        name: sent["name"] ?? "", appointments: try own.appointments(sent["appointments"] ?? ""),
        language: sent["language"] ?? own.visit.language.tag, at: own.now)
      return try own.invited(account, invitation)
    }
  }
}

extension Account {
  /// Whether it is open, waits for its password, or is closed, in a word.
  func state(at now: Instant, in own: AdministrationVisit) -> String {
    if closed != nil { return own.say(.closed) }
    if hasPassword { return own.say(.open) }
    return own.say(invitedUntil.map { now < $0 } == true ? .invited : .invitationOver)
  }
}
