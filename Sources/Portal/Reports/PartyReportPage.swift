import Registry
import Reporting

extension PartyReport: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(
      ReportPhrase.heading,
      [
        "party": .text(reading.name(of: party)), "from": .text(reading.day(period.from)),
        "through": .text(reading.day(period.through)),
      ])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(ReportPhrase.agreement), reading.say(ReportPhrase.items)]
  }

  func cells(in reading: Reading) -> [String] { [reading.name(of: agreement), Numeral.whole(items.count)] }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    guard let number = asked["item"].flatMap({ Int($0) }), let item = items.first(where: { $0.id == number }) else {
      return nil
    }
    switch command {
    case "editItem":
      let deviations = try item.deviations.map { deviation in
        Explanation(deviation.sort, reason: try reading.text(deviation.reason, in: id))
      }
      return .editItem(
        item: number,
        entry: Entry(
          figure: item.figure, conversion: item.conversion, narrative: try reading.text(item.narrative, in: id),
          exhibits: item.exhibits, deviations: deviations))
    case "correct":
      return .correct(item: number, amount: (correctedFigure(of: number) ?? item.figure).amount, reason: "")
    default: return nil
    }
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: ReportPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let acts = Set(try reading.view.acts(on: self).map(\.act))
    html.facts { html in
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.version)) { html in
        html.link(
          "\(agreement.path)?version=\(agreementVersion)",
          reading.say(WordPhrase.version, ["n": .count(agreementVersion)]))
      }
      html.fact(say(.party)) { $0.link(party.path, reading.name(of: party)) }
      html.fact(say(.period), "\(reading.day(period.from)) – \(reading.day(period.through))")
      html.fact(say(.submissions), Numeral.whole(submissions))
      for (term, id) in [(ReportPhrase.control, controlledBy), (.jointReport, carriedInto)] {
        if let id { html.fact(say(term)) { $0.link(id.path, reading.name(of: id)) } }
      }
      if let certifiedBy {
        html.fact(say(.certificate)) { $0.link("\(certifiedBy.path)#certificate", "CT-\(certifiedBy.number)") }
      }
      html.fact(say(.reopened), ifAny: isReopened ? reopeningReason : nil)
    }
    if let home = try reading.view.visible(Agreement.self, agreement)?.object, let now = home.current?.number,
      now != agreementVersion
    {
      html.element(
        "p", ["class": "note"], text: say(.newerVersion, ["now": .count(now), "was": .count(agreementVersion)]))
    }
    if let allowed { html.element("p", ["class": "note"], text: say(allowed)) }
    if stage == .submitted, try reading.view.opening(of: Verification.self, in: field) != nil {
      html.element("p") { $0.link("\(ObjectKind.verification.path)/acts/assign?of=\(id)", say(.assign)) }
    }
    html.element("h2", ["id": "items"], text: say(.items))
    if items.isEmpty { html.element("p", text: say(.noItems)) }
    for item in items { try write(item, acts, &html, reading) }
    try writeCorrections(&html, reading)
  }

  /// What a reopening allows.
  private var allowed: ReportPhrase? {
    switch stage {
    case .reopenedLast: .lastAllows
    case .reopenedLimited: .limitedAllows
    case .correcting: .correctingAllows
    default: nil
    }
  }

  private func write(_ item: Item, _ acts: Set<String>, _ html: inout HTML, _ reading: Reading) throws {
    func say(_ phrase: ReportPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let narrative = try reading.text(item.narrative, in: id)
    let deviations = try item.deviations.map { deviation in
      let reason = try reading.text(deviation.reason, in: id)
      return "\(reading.word(DeviationPhrase.self, deviation.sort.rawValue)): \(reason)"
    }
    html.element("h3", ["id": "item-\(item.id)"], text: "\(say(.number)) \(item.id)")
    html.facts { html in
      html.fact(say(.commitment)) { $0.link(item.commitment.path, reading.name(of: item.commitment)) }
      html.fact(say(.figure)) { html in
        html.text(reading.figure(item.figure))
        if let right = correctedFigure(of: item.id), right != item.figure {
          html.text(" (\(say(.corrected, ["figure": .text(reading.figure(right))])))")
        }
        if let conversion = item.conversion { html.text(" – \(Self.text(conversion, reading))") }
        if let certifiedBy {
          html.text(" · ")
          html.link("\(certifiedBy.path)#certificate", say(.certificate))
        }
      }
      html.fact(say(.narrative)) { $0.writing(narrative) }
      if !item.exhibits.isEmpty { html.fact(say(.evidence)) { $0.exhibits(item.exhibits) } }
      if !deviations.isEmpty {
        html.fact(say(.deviations)) { html in
          html.element("ul") { html in for deviation in deviations { html.element("li", text: deviation) } }
        }
      }
    }
    html.element("p") { html in
      for act in ["editItem", "correct", "removeItem"] where acts.contains(act) {
        html.link("\(id.path)/acts/\(act)?item=\(item.id)", reading.tongue.act(act, of: .partyReport))
        html.text(" ")
      }
    }
  }

  private static func text(_ conversion: Conversion, _ reading: Reading) -> String {
    reading.say(
      ReportPhrase.converted,
      [
        "original": .text(reading.figure(conversion.original)), "numerator": .count(Int(conversion.numerator)),
        "denominator": .count(Int(conversion.denominator)),
      ])
  }

  private func writeCorrections(_ html: inout HTML, _ reading: Reading) throws {
    func say(_ phrase: ReportPhrase) -> String { reading.say(phrase) }
    guard !corrections.isEmpty else { return }
    let reasons = try corrections.map { try reading.text($0.reason, in: id) }
    html.table(
      say(.corrections),
      [
        say(.number), say(.change), say(.finding), reading.say(WordPhrase.reasons), say(.certified), say(.carried),
      ], rows: corrections.count
    ) { html, row, column in
      let correction = corrections[row]
      switch column {
      case 0: html.link("#item-\(correction.item)", String(correction.item))
      case 1: html.text(reading.figure(correction.change))
      case 2:
        html.link(
          "\(correction.finding.certificate.path)#finding-\(correction.finding.finding)",
          "CT-\(correction.finding.certificate.number), \(correction.finding.finding)")
      case 3: html.text(reasons[row])
      case 4:
        if let certificate = correction.certifiedBy {
          html.link("\(certificate.path)#certificate", "CT-\(certificate.number)")
        } else {
          html.text(say(.notCertified))
        }
      default: if let joint = correction.carriedInto { html.link(joint.path, joint.description) }
      }
    }
  }
}

extension HTML {
  /// Documents that are evidence, each with its digest.
  mutating func exhibits(_ exhibits: [Exhibit]) {
    element("ul") { html in
      for exhibit in exhibits {
        html.element("li") { html in
          html.text("\(exhibit.title) ")
          html.element("code", ["class": "hash"], text: exhibit.digest)
        }
      }
    }
  }
}
