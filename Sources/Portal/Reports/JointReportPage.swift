import Registry
import Reporting

extension JointReport: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(
      ReportPhrase.jointHeading,
      [
        "agreement": .text(reading.name(of: agreement)), "from": .text(reading.day(period.from)),
        "through": .text(reading.day(period.through)),
      ])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(ReportPhrase.agreement), reading.say(ReportPhrase.missingParties)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      reading.name(of: agreement),
      missingParties.isEmpty
        ? reading.say(ReportPhrase.noneMissing) : reading.tongue.row(missingParties.map(reading.name)),
    ]
  }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    guard command == "summarise", let summary else { return nil }
    return .summarise(text: try reading.text(summary, in: id))
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: ReportPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let summary = try summary.map { try reading.text($0, in: id) }
    html.facts { html in
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.version)) { html in
        html.link(
          "\(agreement.path)?version=\(agreementVersion)",
          reading.say(WordPhrase.version, ["n": .count(agreementVersion)]))
      }
      html.fact(say(.period), "\(reading.day(period.from)) – \(reading.day(period.through))")
      html.fact(say(.missingParties)) { html in
        if missingParties.isEmpty {
          html.text(say(.noneMissing))
        } else {
          reading.links(missingParties, &html)
        }
      }
      html.fact(say(.submissions), Numeral.whole(submissions))
      if let verifiedBy {
        html.fact(say(.control)) { $0.link(verifiedBy.path, reading.name(of: verifiedBy)) }
      }
      html.fact(say(.reopened), ifAny: isReopened ? reopeningReason : nil)
    }
    if stage == .reopenedLast || stage == .reopenedLimited {
      html.element("p", ["class": "note"], text: say(stage == .reopenedLast ? .lastAllows : .limitedAllows))
    }
    if stage == .submitted, try reading.view.opening(of: Verification.self, in: field) != nil {
      html.element("p") { $0.link("\(ObjectKind.verification.path)/acts/assign?of=\(id)", say(.assign)) }
    }
    if let summary {
      html.element("h2", text: say(.summary))
      html.writing(summary)
    }
    writeTotals(&html, reading)
    writeLines(&html, reading)
  }

  private func writeTotals(_ html: inout HTML, _ reading: Reading) {
    let totals = totals
    guard !totals.isEmpty else { return }
    html.element("h2", ["id": "totals"], text: reading.say(ReportPhrase.totals))
    html.table(
      under: "totals", [reading.say(ReportPhrase.commitment), reading.say(ReportPhrase.figure)],
      rows: totals.count
    ) { html, row, column in
      let total = totals[row]
      if column == 0 {
        html.link(total.commitment.path, reading.name(of: total.commitment))
      } else {
        html.text(reading.figure(total.figure))
      }
    }
  }

  private func writeLines(_ html: inout HTML, _ reading: Reading) {
    guard !lines.isEmpty else { return }
    html.element("h2", ["id": "lines"], text: reading.say(ReportPhrase.lines))
    html.table(
      under: "lines",
      [
        reading.say(ReportPhrase.number), reading.say(ReportPhrase.party), reading.say(ReportPhrase.commitment),
        reading.say(ReportPhrase.figure), reading.say(ReportPhrase.sourceReport), reading.say(ReportPhrase.certificate),
      ], rows: lines.count
    ) { html, row, column in
      let line = lines[row]
      switch column {
      case 0: html.text(String(row + 1))
      case 1: html.link(line.party.path, reading.name(of: line.party))
      case 2: html.link(line.commitment.path, reading.name(of: line.commitment))
      case 3:
        html.text(reading.figure(line.figure))
        if let correction = line.correction {
          html.text(" (\(reading.say(ReportPhrase.correctionMark, ["n": .count(correction)])))")
        }
      case 4: html.link("\(line.report.path)#item-\(line.item)", line.report.description)
      default: html.link("\(line.certificate.path)#certificate", "CT-\(line.certificate.number)")
      }
    }
  }
}
