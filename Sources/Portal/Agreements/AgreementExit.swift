import Registry
import Reporting

/// How the agreement is left, joined and ended, and what would follow if a party gave notice now.
struct AgreementExit {
  let agreement: Agreement
  let reading: Reading

  private func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func write(_ html: inout HTML) {
    guard agreement.isRunning || !agreement.notices.isEmpty else { return }
    let effects = agreement.bound.compactMap { agreement.effect(ofLeaving: $0, noticeAt: reading.view.now) }
    html.element("h2", ["id": "exit"], text: say(.exit))
    if let needed = effects.first?.needed { html.element("p", text: say(.exitNeeds, ["n": .count(needed)])) }
    html.element("ul") { html in
      for notice in agreement.notices { html.element("li", text: text(notice)) }
      let isOpen = agreement.current?.terms?.openToAccession == true
      html.element("li", text: say(isOpen ? .accession : .closedToOthers))
      for admission in agreement.admissions {
        let by = reading.tongue.list(admission.by.map(reading.name))
        html.element(
          "li",
          text: say(.consentOf, ["who": .text(reading.name(of: admission.organisation)), "by": .text(by)]))
      }
    }
    guard !effects.isEmpty else { return }
    html.table(
      say(.leavingEffect),
      [reading.say(WordPhrase.who), say(.effective), reading.say(WordPhrase.what), say(.surviving), say(.lapsing)],
      rows: effects.count
    ) { html, row, column in
      let effect = effects[row]
      switch column {
      case 0: html.link(effect.party.path, reading.name(of: effect.party))
      case 1: html.text(reading.moment(effect.effective))
      case 2: html.text(say(effect.endsAgreement ? .endsIt : .goesOn))
      case 3: html.text(list(effect.surviving))
      default: html.text(list(effect.lapsing))
      }
    }
  }

  private func list(_ duties: [String]) -> String {
    duties.isEmpty ? reading.say(WordPhrase.none) : reading.tongue.row(duties)
  }

  private func text(_ notice: Agreement.Notice) -> String {
    let when: [String: Filling] = [
      "when": .text(reading.moment(notice.given)), "effective": .text(reading.moment(notice.effective)),
    ]
    let said =
      notice.party.map { party in
        say(.noticeOf, when.merging(["who": .text(reading.name(of: party))]) { one, _ in one })
      } ?? say(.noticeOfAll, when)
    let dues = notice.settledAt.map { say(.duesSettled, ["when": .text(reading.moment($0))]) } ?? say(.duesOpen)
    return "\(said) – \(dues) – \(notice.reason)"
  }
}
