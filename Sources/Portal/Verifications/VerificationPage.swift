import Registry
import Reporting

extension Verification: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(VerificationPhrase.heading, ["report": .text(of.description)])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(VerificationPhrase.institution), reading.say(VerificationPhrase.certificate)]
  }

  func cells(in reading: Reading) -> [String] { [reading.name(of: institution), certificate?.number ?? ""] }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    guard command == "check", let number = asked["check.item"].flatMap({ Int($0) }),
      let check = checks.first(where: { $0.item == number })
    else { return nil }
    return .check(check: check)
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: VerificationPhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    let acts = Set(try reading.view.acts(on: self).map(\.act))
    let declared = try interests.map { try reading.text($0, in: id) }
    html.facts { html in
      html.fact(say(.report)) { $0.link(of.path, reading.name(of: of)) }
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.subjects)) { reading.links(subjects, &$0) }
      html.fact(say(.institution)) { $0.link(institution.path, reading.name(of: institution)) }
      html.fact(say(.monitor)) { $0.link(monitor.path, reading.name(of: monitor)) }
      if let reviewer { html.fact(say(.reviewer)) { $0.link(reviewer.path, reading.name(of: reviewer)) } }
      html.fact(say(.seed)) { $0.element("code", ["class": "hash"], text: seed.description) }
      html.fact(say(.sample)) { html in
        let items = sample.map(String.init)
        html.text(
          sample.isEmpty ? say(.notDrawn) : say(.drawn, ["items": .text(reading.tongue.row(items))]))
        html.element("span", ["class": "note"], text: " \(say(.sampleRule, ["n": .count(sampleSize)]))")
      }
      if stage != .assigned {
        html.fact(say(.interests), declared.isEmpty ? say(.noInterests) : reading.tongue.row(declared))
      }
      if let replyUntil {
        html.fact(say(.replyUntil)) { html in
          html.text(reading.moment(replyUntil.due))
          html.text(" · \(reading.say(MemberPhrase.workingDays, ["n": .count(replyUntil.workingDays)]))")
          if let replyEnded { html.text(" · \(say(.replyOver, ["when": .text(reading.moment(replyEnded))]))") }
        }
      }
      if let supersedes { html.fact(say(.supersedes)) { $0.link(supersedes.path, "CT-\(supersedes.number)") } }
      if let supersededBy {
        html.fact(say(.supersededBy)) { $0.link(supersededBy.path, "CT-\(supersededBy.number)") }
      }
      html.fact(say(.reason), ifAny: reason)
    }
    writeChecks(acts, &html, reading)
    try write(findings, under: .findings, acts, &html, reading)
    writeResults(&html, reading)
    try writeCertificate(&html, reading)
    try write(laterFindings, under: .laterFindings, acts, &html, reading)
  }

  // MARK: Work

  private func writeChecks(_ acts: Set<String>, _ html: inout HTML, _ reading: Reading) {
    func say(_ phrase: VerificationPhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    let open = sample.filter { item in !checks.contains { $0.item == item } }
    guard !checks.isEmpty || !open.isEmpty else { return }
    html.element("h2", ["id": "checks"], text: say(.checks))
    if !checks.isEmpty {
      html.table(
        under: "checks", [say(.item), say(.method), say(.outcome), say(.found), say(.evidence)], rows: checks.count
      ) { html, row, column in
        let check = checks[row]
        switch column {
        case 0: html.link("\(of.path)#item-\(check.item)", String(check.item))
        case 1: html.text(reading.word(CheckMethodPhrase.self, check.method.rawValue))
        case 2: html.text(reading.word(CheckOutcomePhrase.self, check.outcome.rawValue))
        case 3: html.text(check.found.map { Numeral.whole(Int($0)) } ?? "")
        default: if !check.exhibits.isEmpty { html.exhibits(check.exhibits) }
        }
      }
    }
    guard acts.contains("check"), !open.isEmpty else { return }
    html.element("ul") { html in
      for item in open {
        html.element("li") { html in
          html.link("\(id.path)/acts/check?check.item=\(item)", say(.checkItem, ["n": .count(item)]))
        }
      }
    }
  }

  private func write(
    _ findings: [Finding], under heading: VerificationPhrase, _ acts: Set<String>, _ html: inout HTML,
    _ reading: Reading
  ) throws {
    func say(_ phrase: VerificationPhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    guard !findings.isEmpty else { return }
    html.element("h2", text: say(heading))
    for finding in findings {
      let text = try reading.text(finding.text, in: id)
      let reply = try finding.reply.map { try reading.text($0, in: id) }
      html.element("h3", ["id": "finding-\(finding.id)"], text: "\(say(.finding)) \(finding.id)")
      html.facts { html in
        html.fact(say(.item), finding.item.map(String.init) ?? say(.wholeReport))
        html.fact(say(.severity), reading.word(SeverityPhrase.self, finding.severity.rawValue))
        html.fact(say(.finding)) { $0.writing(text) }
        if !finding.exhibits.isEmpty { html.fact(say(.evidence)) { $0.exhibits(finding.exhibits) } }
        html.fact(say(.due), ifAny: finding.due.map(reading.day))
        html.fact(say(.reply)) { $0.writing(reply ?? say(.noReply)) }
      }
      if acts.contains("reply"), heading == .findings {
        html.element("p") { html in
          html.link("\(id.path)/acts/reply?finding=\(finding.id)", say(.replyTo, ["n": .count(finding.id)]))
        }
      }
    }
  }

  /// - Parameter isOneOfMany: whether other checks stand on the page, so that the caption says whose it is.
  func writeResults(_ html: inout HTML, _ reading: Reading, isOneOfMany: Bool = false) {
    guard !results.isEmpty else { return }
    html.table(
      (isOneOfMany ? "\(id) · " : "") + reading.say(VerificationPhrase.results),
      [reading.say(ReportPhrase.commitment), reading.say(VerificationPhrase.outcome)], rows: results.count
    ) { html, row, column in
      if column == 0 {
        html.link(results[row].commitment.path, reading.name(of: results[row].commitment))
      } else {
        html.tag(reading.word(VerifiedResultPhrase.self, results[row].result.rawValue))
      }
    }
  }

  // MARK: Certificate

  private func writeCertificate(_ html: inout HTML, _ reading: Reading) throws {
    func say(_ phrase: VerificationPhrase) -> String { reading.say(phrase) }
    html.element("h2", ["id": "certificate"], text: say(.certificate))
    guard let certificate else { return html.element("p", text: say(.notCertified)) }
    let opinion = try reading.text(certificate.opinion, in: id)
    let event = try reading.view.history(of: id).last { $0.act == "certify" }
    html.facts { html in
      html.fact(say(.certificateNumber), certificate.number)
      html.fact(say(.issued), reading.moment(certificate.issued))
      if let event {
        let digest = SaltedCommit(to: Array(event.body.utf8), salt: event.salt).hash.hex
        html.fact(say(.digest)) { html in
          html.element("code", ["class": "hash"], text: digest)
          html.text(" ")
          html.link("/log/\(event.sequence)", reading.say(WordPhrase.event, ["n": .count(event.sequence)]))
        }
      }
      html.fact(say(.opinion)) { $0.writing(opinion) }
    }
    html.element("p", ["class": "note"], text: say(.digestNote))
    writeFigures(&html, reading)
  }

  /// The figures that the certificate bears out; nothing while there is none.
  func writeFigures(_ html: inout HTML, _ reading: Reading, isOneOfMany: Bool = false) {
    func say(_ phrase: VerificationPhrase) -> String { reading.say(phrase) }
    guard let certificate, !certificate.figures.isEmpty else { return }
    let caption = (isOneOfMany ? "\(id) · " : "") + say(.figures)
    html.table(caption, [say(.item), say(.figure)], rows: certificate.figures.count) { html, row, column in
      let figure = certificate.figures[row]
      if column == 0 {
        html.link("\(of.path)#item-\(figure.item)", String(figure.item))
      } else {
        html.text(reading.figure(figure.figure))
      }
    }
  }
}
