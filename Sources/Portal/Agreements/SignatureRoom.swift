import Registry
import Reporting

/// Who has signed a version and who has not, under which digest, with the way to the own signature.
struct SignatureRoom {
  let agreement: Agreement
  let version: Agreement.Version
  let reading: Reading

  private func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func write(_ acts: Set<String>, _ html: inout HTML) {
    html.element("h2", ["id": "signatures"], text: say(.signatureRoom, ["n": .count(version.number)]))
    let parties = Set(agreement.parties).union(version.signatures.map(\.party)).sorted()
    html.table(
      under: "signatures", [reading.say(WordPhrase.who), say(.signatures)],
      rows: parties.count
    ) { html, row, column in
      guard column == 1 else { return html.link(parties[row].path, reading.name(of: parties[row])) }
      guard let signature = version.signatures.first(where: { $0.party == parties[row] }) else {
        return html.tag(say(.waits), isOpen: false)
      }
      let who = signature.by.appointment.map(reading.name) ?? ""
      html.text(say(.signedAt, ["when": .text(reading.moment(signature.at)), "who": .text(who)]))
    }
    if let digest = version.digest {
      html.facts { html in
        html.fact(say(.digest)) { html in
          html.element("code", ["class": "hash"], text: digest)
          html.element("span", ["class": "note"], text: " \(say(.digestNote))")
        }
      }
    }
    if !version.voided.isEmpty {
      let who = reading.tongue.list(version.voided.map { reading.name(of: $0.party) })
      html.element("p", ["class": "note"], text: say(.voided, ["who": .text(who)]))
    }
    let own = reading.view.standing.organisation?.id
    guard acts.contains("sign"), let waiting = agreement.waiting(for: own), let digest = waiting.digest else { return }
    let query = FormFields([.init("version", String(waiting.number)), .init("digest", digest)]).encoded
    html.element("p", ["class": "note"], text: say(.acceptNote))
    html.element("p") { html in
      html.element(
        "a", ["class": "button", "href": "\(agreement.id.path)/acts/sign?\(query)"],
        text: say(.signNow, ["n": .count(waiting.number)]))
    }
  }
}
