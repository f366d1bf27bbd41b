import Registry
import Reporting

/// The text of one version, clause by clause, with the duties that follow from it.
struct AgreementText {
  let agreement: Agreement
  let version: Agreement.Version
  let reading: Reading

  private func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  /// - Parameter acts: what the visitor may do, so that clauses offer to be changed.
  func write(_ acts: Set<String>, _ html: inout HTML) throws {
    let stage = reading.word(VersionStagePhrase.self, version.stage.rawValue)
    html.element("h2", ["id": "text"], text: say(.textOf, ["n": .count(version.number), "stage": .text(stage)]))
    if let returned = version.returned {
      html.element("h3", text: say(.returned))
      html.writing(try reading.text(returned, in: agreement.id))
    }
    if let opinion = version.opinion {
      html.element("h3", text: say(.opinion))
      html.writing(try reading.text(opinion, in: agreement.id))
    }
    if version.clauses.isEmpty { html.element("p", text: say(.noText)) }
    let mayWrite = acts.contains("write") && version.number == agreement.working?.number
    for clause in version.clauses { try write(clause, mayWrite: mayWrite, &html) }
  }

  private func write(_ clause: Agreement.Clause, mayWrite: Bool, _ html: inout HTML) throws {
    html.element("h3", ["id": "clause-\(clause.id)"]) { html in
      html.text("\(clause.id) \(clause.heading) ")
      html.tag(reading.word(ClauseKindPhrase.self, clause.kind.rawValue))
    }
    html.writing(try reading.text(clause.text, in: agreement.id))
    if let model = clause.model {
      let known = ModelClause.library.first { $0.id == model }
      let name = known.map { reading.language == .chinese ? $0.headingChinese : $0.headingEnglish } ?? model
      html.element("p", ["class": "note"], text: say(.fromModel, ["model": .text(name)]))
    }
    if let excuse = clause.excuse { html.element("p", text: say(.excuse, ["reason": .text(excuse)])) }
    if !clause.duties.isEmpty { write(clause.duties, of: clause.id, &html) }
    if clause.survives { html.element("p", ["class": "note"], text: say(.survivesNote)) }
    if mayWrite {
      html.element("p") { html in
        html.link(
          "\(agreement.id.path)/acts/write?clause.id=\(FormFields.encoded(clause.id))", say(.edit))
      }
    }
  }

  private func write(_ duties: [Agreement.Duty], of clause: String, _ html: inout HTML) {
    html.table(
      say(.duties, ["id": .text(clause)]),
      [say(.duty), reading.say(WordPhrase.what), say(.owes), say(.toWhom), say(.dueColumn), say(.evidence)],
      rows: duties.count
    ) { html, row, column in
      let duty = duties[row]
      switch column {
      case 0: html.text(duty.id)
      case 1: html.text(duty.measure)
      case 2: html.link(duty.debtor.path, reading.name(of: duty.debtor))
      case 3: reading.links(duty.creditors, &html)
      case 4:
        switch duty.due {
        case .on(let moment): html.text(reading.moment(moment))
        case .afterEntry(let days): html.text(say(.afterEntryDays, ["n": .count(days)]))
        }
        if let recurrence = duty.recurrence {
          html.text(" · \(reading.word(RecurrencePhrase.self, recurrence.every.rawValue)) × \(recurrence.times)")
        }
      default: html.text(duty.evidence)
      }
    }
  }
}

/// What the law asks for, item by item, with the clause that answers it or that it is missing.
struct ChecklistTable {
  let agreement: Agreement
  let version: Agreement.Version
  let reading: Reading

  func write(_ acts: Set<String>, _ html: inout HTML) {
    func say(_ phrase: AgreementPhrase) -> String { reading.say(phrase) }
    guard let frame = version.frame, let terms = version.terms else { return }
    let items = ContentChecklist.of(frame).items(under: terms)
    let missing = Set(version.missingItems.map(\.id))
    html.element("h2", ["id": "checklist"], text: say(.checklist))
    html.element(
      "p", ["class": "note"], text: missing.isEmpty ? "\(say(.complete)) \(say(.checklistNote))" : say(.checklistNote))
    let mayWrite = acts.contains("write") && version.number == agreement.working?.number
    html.table(
      under: "checklist", [say(.item), reading.say(WordPhrase.what), say(.law), say(.answeredBy)], rows: items.count
    ) { html, row, column in
      let item = items[row]
      switch column {
      case 0: html.text(item.id)
      case 1: html.text(reading.language == .chinese ? item.chinese : item.english)
      case 2: html.text(item.source)
      default:
        let clauses = version.clauses.filter { $0.items.contains(item.id) }
        for (index, clause) in clauses.enumerated() {
          if index > 0 { html.text(", ") }
          html.link("#clause-\(clause.id)", clause.id)
        }
        if clauses.isEmpty {
          html.tag(say(.missing))
          if mayWrite {
            html.text(" ")
            html.link(
              "\(agreement.id.path)/acts/write?item=\(FormFields.encoded(item.id))", say(.addClause))
          }
        }
      }
    }
  }
}
