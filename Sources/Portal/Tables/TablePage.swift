import Registry
import Reporting

extension NegotiationTable: PageThing {
  func heading(in reading: Reading) -> String {
    if let file, case let name = reading.name(of: file), name != file.description { return name }
    return reading.say(
      TablePhrase.heading, ["parties": .text(reading.tongue.list(parties.map { reading.name(of: $0) }))])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(WordPhrase.parties), reading.say(WordPhrase.field), reading.say(TablePhrase.progress)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      reading.tongue.row(parties.map { reading.name(of: $0) }),
      field.map { reading.word(CooperationFieldPhrase.self, $0) } ?? "", TablePage.progress(of: self, in: reading),
    ]
  }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    guard command == "lodgePosition", asked["points"] == "yes" else { return nil }
    guard asked["sort"] != SealedPosition.Sort.reservation.rawValue else {
      return .lodgePosition(sort: .reservation, text: "reservation =", readers: [])
    }
    let lines = pointLines { (try? reading.text($0, in: id)) ?? "" }
    return .lodgePosition(sort: .position, text: lines, readers: [])
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    let acts = try reading.view.acts(on: self)
    let page = try TablePage(shown(to: reading.view.standing), acts: acts, in: reading)
    page.write(&html)
  }
}

/// What stands on the page of a negotiation, as far as its reader may know of it.
struct TablePage {
  /// As it is shown to the reader: nothing that others keep to themselves is in it.
  let table: NegotiationTable
  let reading: Reading
  /// The acts that the reader could do now.
  let possible: Set<String>
  /// The party for which the reader may act.
  let party: ObjectID?
  private let texts: [String: String]

  /// - Throws: whatever reading the record throws.
  init(_ table: NegotiationTable, acts: [PossibleAct], in reading: Reading) throws {
    (self.table, self.reading) = (table, reading)
    possible = Set(acts.filter { $0.canBeginNow }.map(\.act))
    party = reading.view.standing.organisation.flatMap { table.parties.contains($0.id) ? $0.id : nil }
    var texts: [String: String] = [:]
    for content in Self.contents(of: table) { texts[content.commit] = try reading.text(content, in: table.id) }
    self.texts = texts
  }

  private static func contents(of table: NegotiationTable) -> [Confided] {
    table.mandates.map(\.text) + table.positions.map(\.text) + table.clauses.flatMap { $0.wordings.map(\.text) }
      + table.amendments.flatMap { [$0.text, $0.reasons] }
      + table.packages.flatMap { [$0.outline] + $0.texts + $0.conditions } + (table.summary.map { [$0.text] } ?? [])
  }

  /// The words of a content, or what is said in their place.
  func words(_ content: Confided) -> String { texts[content.commit] ?? "" }

  func say(_ phrase: TablePhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
  func name(_ id: ObjectID) -> String { reading.name(of: id) }
  func names(_ ids: [ObjectID]) -> String { reading.tongue.list(ids.map(name)) }

  static func progress(of table: NegotiationTable, in reading: Reading) -> String {
    let (agreed, all) = table.progress
    return all == 0 ? "" : reading.say(TablePhrase.agreedOf, ["n": .count(agreed), "all": .count(all)])
  }

  func write(_ html: inout HTML) {
    facts(&html)
    seats(&html)
    rounds(&html)
    writeText(&html)
    writeSilences(&html)
    writePackages(&html)
    writePositions(&html)
    writeDesk(&html)
    html.element("ul", ["class": "near"]) { html in
      html.element("li") { $0.link("\(table.id.path)/shares", reading.say(CalculatorPhrase.title)) }
    }
    summary(&html)
  }

  /// Links to forms of acts with what is known filled in; nothing where none of them can be done now.
  func offer(_ acts: [(act: String, label: String?, fields: [(String, String)])], _ html: inout HTML) {
    let offered = acts.filter { possible.contains($0.act) }
    guard !offered.isEmpty else { return }
    html.element("ul", ["class": "near"]) { html in
      for (act, label, fields) in offered {
        guard let form = ActForm.leading(to: act, of: .negotiationTable) else { continue }
        let query = FormFields(fields.map { FormFields.Field($0.0, $0.1) }).encoded
        html.element("li") { html in
          html.link(
            form.path(on: table.id) + (query.isEmpty ? "" : "?" + query),
            label ?? reading.tongue.act(act, of: .negotiationTable))
        }
      }
    }
  }

  // MARK: Overview

  private func facts(_ html: inout HTML) {
    let (agreed, all) = table.progress
    html.facts { html in
      html.fact(reading.say(WordPhrase.parties)) { reading.links(table.parties, &$0) }
      if !table.observers.isEmpty { html.fact(say(.observers)) { reading.links(table.observers, &$0) } }
      html.fact(say(.secretariat)) { $0.link(table.secretariat.path, name(table.secretariat)) }
      if let field = table.field {
        html.fact(reading.say(WordPhrase.field), reading.word(CooperationFieldPhrase.self, field))
      }
      if let file = table.file { html.fact(say(.problem)) { $0.link(file.path, name(file)) } }
      if let mediation = table.mediation {
        html.fact(
          say(.mediator),
          say(mediation.isSeated ? .seated : .notSeated, ["who": .text(name(mediation.mediator))]))
      }
      if let round = table.currentRound {
        html.fact(
          say(.currentRound),
          say(.roundSince, ["n": .count(round.number), "when": .text(reading.moment(round.begun))]))
      }
      html.fact(say(.suspendedUntil), ifAny: table.suspendedUntil.map(reading.moment))
      if all > 0 {
        html.fact(say(.progress)) { html in
          html.element("progress", ["max": String(all), "value": String(agreed), "aria-hidden": "true"]) { _ in }
          html.text(" " + Self.progress(of: table, in: reading))
        }
      }
      if !table.initials.isEmpty { html.fact(say(.initials)) { reading.links(table.initials, &$0) } }
      html.fact(
        say(.closingReason),
        ifAny: table.closingReason.map { reading.word(ClosingReasonPhrase.self, $0.rawValue) })
      if let agreement = table.agreement {
        html.fact(say(.agreement)) { $0.link(agreement.path, name(agreement)) }
      }
    }
  }

  private func seats(_ html: inout HTML) {
    html.table(
      say(.seats), [reading.say(WordPhrase.who), say(.mandate)], rows: table.parties.count
    ) { html, row, column in
      let party = table.parties[row]
      if column == 0 {
        html.link(party.path, name(party))
      } else {
        html.text(say(table.mandates.contains { $0.party == party } ? .onFile : .missing))
      }
    }
    // A party's last mandate holds. Others are told that it is on file, and no word of it.
    for party in table.parties {
      guard let mandate = table.mandates.last(where: { $0.party == party }) else { continue }
      guard mandate.text.audience.includes(reading.view.standing) else { continue }
      html.element("h2", text: say(.mandateOf, ["party": .text(name(party))]))
      confided(mandate.text, of: party, &html)
    }
  }

  private func rounds(_ html: inout HTML) {
    guard !table.rounds.isEmpty else { return }
    html.table(say(.rounds), [say(.round), say(.begun), say(.closed)], rows: table.rounds.count) { html, row, column in
      let round = table.rounds[row]
      switch column {
      case 0: html.text(String(round.number))
      case 1: html.text(reading.moment(round.begun))
      default: html.text(round.closed.map(reading.moment) ?? say(.running))
      }
    }
  }

  private func summary(_ html: inout HTML) {
    guard let summary = table.summary else { return }
    html.element("h2", text: say(.summary))
    html.element(
      "p", ["class": "note"],
      text: summary.isPublished
        ? say(.published) : say(.embargo, ["until": .text(reading.moment(summary.embargoEnds))]))
    html.writing(words(summary.text))
    offer([("extendEmbargo", nil, [])], &html)
  }
}

extension PossibleAct {
  /// Whether somebody entitled can begin it: nothing is in its way, or only a second factor, which is given on the way.
  var canBeginNow: Bool {
    switch obstacle {
    case nil, .secondFactorMissing: true
    default: false
    }
  }
}
