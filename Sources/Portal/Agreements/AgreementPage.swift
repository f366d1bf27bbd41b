import Registry
import Reporting

extension Agreement: PageThing {
  func heading(in reading: Reading) -> String {
    (current ?? versions.last)?.title ?? reading.say(AgreementPhrase.untitled)
  }

  func outlets(in reading: Reading) -> [(path: String, name: String)] {
    let release = ("\(id.path)/ocds.json", reading.say(OutletPhrase.release))
    let packet = ("\(id.path)/packet", reading.say(PacketPhrase.link))
    return ContractingRelease.isSigned(self) ? [packet, release] : [packet]
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(WordPhrase.field), reading.say(WordPhrase.parties), reading.say(AgreementPhrase.runsUntil)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      field.map { reading.word(CooperationFieldPhrase.self, $0) } ?? "", reading.tongue.row(parties.map(reading.name)),
      isRunning ? ends.map(reading.moment) ?? reading.say(AgreementPhrase.openEnd) : "",
    ]
  }

  /// The registry is searched in its texts as well.
  func searchedText(in reading: Reading) throws -> String {
    let clauses = (current ?? versions.last)?.clauses ?? []
    let texts = try clauses.map { "\($0.heading)\n\(try reading.text($0.text, in: id))" }
    return ([id.description, heading(in: reading)] + cells(in: reading) + texts).joined(separator: "\n")
  }

  /// What a form begins with: the text that is there, or the digest that waits for a signature.
  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    let own = reading.view.standing.organisation?.id
    switch command {
    case "set":
      guard let version = working, let frame = version.frame, let terms = version.terms else {
        return .set(title: working?.title ?? "", frame: .chineseCooperation, terms: Terms(authentic: "zh"))
      }
      return .set(title: version.title ?? "", frame: frame, terms: terms)
    case "write":
      if let clause = working?.clauses.first(where: { $0.id == asked["clause.id"] }) {
        return .write(clause: try draft(of: clause, in: reading), position: nil)
      }
      return model(for: asked["item"], in: reading).map { .write(clause: $0, position: nil) }
    case "sign":
      guard let version = waiting(for: own) else { return nil }
      return .sign(version: version.number, digest: version.digest ?? "")
    case "accede":
      guard let version = current else { return nil }
      return .accede(version: version.number, digest: version.digest ?? "")
    case "prepareRenewal": return .prepareRenewal(begins: ends, ends: nil)
    default: return nil
    }
  }

  /// The model clause that answers an item of the check list, numbered after the clauses that are there.
  private func model(for item: String?, in reading: Reading) -> ClauseDraft? {
    guard let version = working, let item, let model = ModelClause.library.first(where: { $0.items.contains(item) })
    else { return nil }
    let next = (version.clauses.compactMap { Int($0.id) }.max() ?? 0) + 1
    let inChinese = version.terms.map { $0.authentic.hasPrefix("zh") } ?? (reading.language == .chinese)
    return model.draft(id: String(next), under: version.frame ?? .chineseCooperation, inChinese: inChinese)
  }

  private func draft(of clause: Clause, in reading: Reading) throws -> ClauseDraft {
    ClauseDraft(
      id: clause.id, heading: clause.heading, kind: clause.kind, text: try reading.text(clause.text, in: id),
      model: clause.model, items: clause.items, duties: clause.duties, excuse: clause.excuse, survives: clause.survives)
  }

  /// The version that waits for the signature of a party: the last one that has a frozen text and lacks it.
  func waiting(for party: ObjectID?) -> Version? {
    versions.last { version in
      let isOpen = [.signing, .signed, .filed, .inForce].contains(version.stage)
      return isOpen && version.digest != nil && !version.signatures.contains { $0.party == party }
    }
  }

  /// The version whose text the page shows: the one asked for by number or by day, otherwise the one in force, or the
  /// last one.
  func shown(_ query: FormFields, _ reading: Reading) -> (version: Version?, at: CalendarDay?) {
    if let number = query["version"].flatMap({ Int($0) }) { return (versions.first { $0.number == number }, nil) }
    if let day = query["at"].flatMap({ CalendarDay($0) }) {
      // The text at the end of that day, as the region counts its days.
      let moment = reading.region?.charter.calendar.end(of: day).later(by: -1)
      return (moment.flatMap { version(inForceAt: $0) }, day)
    }
    return (current ?? versions.last, nil)
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    let related = try RelatedThings(of: id, in: reading)
    let acts = Set(try reading.view.acts(on: self).map(\.act))
    summary(related, &html, reading)
    missing(&html, reading)
    let (version, at) = shown(reading.visit.query, reading)
    if let room = roomVersion { SignatureRoom(agreement: self, version: room, reading: reading).write(acts, &html) }
    asOf(at, &html, reading)
    if let version {
      try AgreementText(agreement: self, version: version, reading: reading).write(acts, &html)
    } else {
      html.element("p", text: reading.say(AgreementPhrase.noTextThen))
    }
    versionTable(&html, reading)
    if let version { ChecklistTable(agreement: self, version: version, reading: reading).write(acts, &html) }
    AgreementExit(agreement: self, reading: reading).write(&html)
    related.write(&html)
    try openings(related, &html, reading)
  }

  /// What the visitor can begin under an agreement in force: a commitment, a report, books.
  private func openings(_ related: RelatedThings, _ html: inout HTML, _ reading: Reading) throws {
    guard isInForce else { return }
    let own = reading.view.standing.organisation?.id
    let named = FormFields.Field("agreement", id.description)
    var links: [(kind: ObjectKind, command: String, fields: [FormFields.Field])] = []
    if let own, bound.contains(own), try reading.view.opening(of: Commitment.self, in: field) != nil {
      links.append(
        (.commitment, "make", [named, .init("debtor", own.description), .init("field", field ?? "")]))
    }
    if let own, parties.contains(own), try reading.view.opening(of: PartyReport.self) != nil {
      links.append((.partyReport, "draft", [named]))
    }
    if try reading.view.opening(of: JointReport.self) != nil { links.append((.jointReport, "draft", [named])) }
    if related.books.isEmpty, try reading.view.opening(of: RegionBooks.self) != nil {
      let currency = FormFields.Field("currency", reading.currency().code)
      links.append((.books, "open", [named, currency] + parties.map { .init("parties", $0.description) }))
    }
    guard !links.isEmpty else { return }
    html.element("ul", ["class": "acts"]) { html in
      for link in links {
        html.element("li") { html in
          html.link(
            "\(link.kind.path)/acts/\(link.command)?\(FormFields(link.fields).encoded)",
            reading.word(OpeningPhrase.self, "\(link.kind)"))
        }
      }
    }
  }

  /// Signatures are shown of the version under way once its text is frozen, otherwise of the one in force.
  private var roomVersion: Version? {
    if let working, working.digest != nil { return working }
    return current
  }

  // MARK: Summary

  func summary(_ related: RelatedThings, _ html: inout HTML, _ reading: Reading) {
    func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let version = current ?? versions.last
    html.facts { html in
      if let field { html.fact(reading.say(WordPhrase.field), reading.word(CooperationFieldPhrase.self, field)) }
      html.fact(reading.say(WordPhrase.parties)) { reading.links(parties, &$0) }
      if !bound.isEmpty, bound != parties { html.fact(say(.boundParties)) { reading.links(bound, &$0) } }
      html.fact(say(.frame), ifAny: version?.frame.map { reading.word(LegalFramePhrase.self, $0.rawValue) })
      html.fact(say(.inForceSince), ifAny: current?.entered.map(reading.moment))
      if isRunning { html.fact(say(.runsUntil), ends.map(reading.moment) ?? say(.openEnd)) }
      if let terms = version?.terms {
        html.fact(say(.notice), say(.days, ["n": .count(terms.noticeDays)]))
        html.fact(say(.authentic), reading.languages(terms))
      }
      if !related.commitments.isEmpty {
        html.fact(say(.commitments)) {
          $0.link("#commitments", say(.commitmentsCount, related.commitmentCounts))
        }
      }
      if !related.books.isEmpty { html.fact(say(.money)) { reading.links(related.books.map(\.id), &$0) } }
      if let table { html.fact(say(.negotiated)) { $0.link(table.path, reading.name(of: table)) } }
      if let predecessor { html.fact(say(.renews)) { $0.link(predecessor.path, predecessor.description) } }
      if let successor { html.fact(say(.renewedBy)) { $0.link(successor.path, successor.description) } }
      html.fact(say(.registration), ifAny: version?.registration)
      html.fact(say(.disclosure), ifAny: version?.disclosure)
      html.fact(reading.say(WordPhrase.reasons), ifAny: reason)
    }
  }

  func missing(_ html: inout HTML, _ reading: Reading) {
    let missing = missingForEntry(at: reading.view.now)
    guard !missing.isEmpty else { return }
    html.element("h2", text: reading.say(AgreementPhrase.missingForEntry))
    html.element("ul") { html in
      for condition in missing {
        switch condition {
        case .signatures(let count, let parties):
          let who = reading.tongue.list(parties.map(reading.name))
          html.element(
            "li", text: reading.say(AgreementPhrase.missingSignatures, ["n": .count(count), "who": .text(who)]))
        case .filing: html.element("li", text: reading.say(AgreementPhrase.missingFiling))
        case .date(let moment):
          html.element(
            "li", text: reading.say(AgreementPhrase.missingDate, ["when": .text(reading.moment(moment))]))
        }
      }
    }
  }

  // MARK: Versions

  private func asOf(_ at: CalendarDay?, _ html: inout HTML, _ reading: Reading) {
    guard versions.contains(where: { $0.entered != nil }) else { return }
    html.element("form", ["method": "get", "action": id.path, "class": "filter"]) { html in
      html.element("div") { html in
        html.element("label", ["for": "at"], text: reading.say(AgreementPhrase.asOf))
        html.void(
          "input", ["type": "date", "id": "at", "name": "at", "value": at?.description ?? "", "class": "short"])
      }
      html.element("button", text: reading.say(AgreementPhrase.show))
    }
  }

  /// Which version the one in a row amends: the last before it that was not given up.
  private func amended(by row: Int) -> Int? { versions[..<row].last { $0.stage != .discarded }?.number }

  /// The versions in the order in which they were begun, which is that of their numbers, each with how far it came.
  ///
  /// - Parameter isPaper: whether there is nothing to follow, so that the ways to each text are left out.
  func versionTable(_ html: inout HTML, _ reading: Reading, isPaper: Bool = false) {
    func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    html.element("h2", ["id": "versions"], text: say(.versions))
    html.table(
      under: "versions",
      [
        reading.say(WordPhrase.number), reading.say(WordPhrase.stage), say(.enteredColumn), say(.leftColumn),
        say(.signatures),
      ] + (isPaper ? [] : [say(.read)]), rows: versions.count
    ) { html, row, column in
      let version = versions[row]
      switch column {
      case 0: html.text(reading.say(WordPhrase.version, ["n": .count(version.number)]))
      case 1: html.tag(reading.word(VersionStagePhrase.self, version.stage.rawValue), isOpen: version.left == nil)
      case 2: html.text(version.entered.map(reading.moment) ?? "")
      case 3: html.text(version.left.map(reading.moment) ?? "")
      case 4: html.text(reading.tongue.row(version.signatures.map { reading.name(of: $0.party) }))
      default:
        html.link("\(id.path)?version=\(version.number)#text", say(.read))
        if let amended = amended(by: row) {
          html.text(" · ")
          html.link(
            "\(id.path)/compare?one=\(amended)&two=\(version.number)", say(.compareWith, ["n": .count(amended)]))
        }
      }
    }
  }
}
