import Registry
import Reporting

/// What runs, is offered and is confided at a negotiation: silence procedures, packages, positions, the mediator.
extension TablePage {
  // MARK: Silence

  func writeSilences(_ html: inout HTML) {
    guard !table.silences.isEmpty else { return }
    html.element("h2", text: say(.silences))
    for silence in table.silences {
      html.element("section", ["class": "clause", "id": "silence-\(silence.number)"]) { html in
        html.element("h3", text: say(.silence, ["n": .count(silence.number)]))
        html.facts { html in
          html.fact(say(.silenceUntil), reading.moment(silence.until))
          for item in silence.items {
            html.fact(say(.clause, ["n": .count(item.clause)])) { html in
              let wording = table.clauses[item.clause - 1].wording(item.text)
              html.element("div", ["class": "words"], text: wording.map { words($0.text) } ?? "")
            }
          }
        }
        offer([("objectTo", nil, [("silence", String(silence.number))])], &html)
      }
    }
  }

  // MARK: Packages

  func writePackages(_ html: inout HTML) {
    if !table.packages.isEmpty { html.element("h2", ["id": "packages"], text: say(.packages)) }
    for package in table.packages { write(package, &html) }
    offer([("sealPackage", nil, [])], &html)
  }

  private func write(_ package: NegotiationTable.OfferPackage, _ html: inout HTML) {
    html.element(
      "section", ["class": package.tabledAt == nil ? "clause sealed" : "clause", "id": "package-\(package.number)"]
    ) { html in
      html.element("h3") { html in
        html.text(say(.package, ["n": .count(package.number), "who": .text(name(package.sponsor))]) + " ")
        html.tag(
          reading.word(PackageStagePhrase.self, package.stage.rawValue),
          isOpen: package.stage == .sealed || package.stage == .tabled)
      }
      if package.tabledAt == nil {
        watermark(package.outline.audience, &html)
        html.element("p", ["class": "note"], text: say(.sealedNote))
      } else {
        html.facts { html in
          html.fact(say(.forWhom)) { reading.links(package.addressees, &$0) }
          html.fact(reading.word(PackageStagePhrase.self, "accepted")) { reading.links(package.acceptedBy, &$0) }
          html.fact(say(.expires), ifAny: package.expires.map(reading.moment))
          if let answers = package.answers, table.packages.contains(where: { $0.number == answers }) {
            html.fact(say(.answers)) { html in
              html.link("#package-\(answers)", packageTitle(answers))
            }
          }
        }
      }
      let matters = matters(of: package)
      html.table(say(.terms), [say(.matter), say(.terms)], rows: package.texts.count) { html, row, column in
        if column == 0 {
          if matters.indices.contains(row) { write(matters[row], &html) }
        } else {
          html.element("div", ["class": "words"], text: words(package.texts[row]))
        }
      }
      for (matter, text) in zip(matters, package.texts) {
        guard case .clause(let number) = matter, table.clauses.indices.contains(number - 1),
          let present = table.clauses[number - 1].wordings.first, package.stage == .sealed || package.stage == .tabled
        else { continue }
        difference(say(.wouldChange, ["n": .count(number)]), from: words(present.text), to: words(text), &html)
      }
      if !package.conditions.isEmpty {
        html.element("p") { $0.element("strong", text: say(.conditions)) }
        html.element("ul") { html in
          for condition in package.conditions { html.element("li", text: words(condition)) }
        }
      }
      offer(acts(on: package), &html)
    }
  }

  private func packageTitle(_ number: Int) -> String {
    let sponsor = table.packages.first { $0.number == number }?.sponsor
    return say(.package, ["n": .count(number), "who": .text(sponsor.map(name) ?? "")])
  }

  private func write(_ matter: NegotiationTable.Matter, _ html: inout HTML) {
    switch matter {
    case .clause(let number): html.link("#clause-\(number)", say(.clause, ["n": .count(number)]))
    case .issue(let name): html.text(say(.issue, ["name": .text(name)]))
    }
  }

  /// What the terms settle: named at the table, or read from the sealed outline by those who may.
  func matters(of package: NegotiationTable.OfferPackage) -> [NegotiationTable.Matter] {
    package.matters.isEmpty ? NegotiationTable.OfferPackage.matters(in: words(package.outline)) : package.matters
  }

  private func acts(
    on package: NegotiationTable.OfferPackage
  ) -> [(act: String, label: String?, fields: [(String, String)])] {
    guard let party else { return [] }
    let number = [("package", String(package.number))]
    var acts: [(act: String, label: String?, fields: [(String, String)])] = []
    switch package.stage {
    case .sealed where package.sponsor == party:
      acts.append(("tablePackage", nil, number + tabling(package)))
    case .tabled where package.addressees.contains(party):
      if !package.acceptedBy.contains(party) { acts.append(("acceptPackage", nil, number)) }
      acts.append(("rejectPackage", nil, number))
      acts.append(("sealPackage", say(.counter), []))
    default: break
    }
    if package.sponsor == party, package.stage == .sealed || package.stage == .tabled {
      acts.append(("withdrawPackage", nil, number))
    }
    return acts
  }

  /// The fields of the tabling that follow from what was sealed.
  private func tabling(_ package: NegotiationTable.OfferPackage) -> [(String, String)] {
    var fields: [(String, String)] = []
    for (row, matter) in matters(of: package).enumerated() {
      let field = "matters.\(row)._"
      switch matter {
      case .clause(let number): fields += [(field, "clause"), ("\(field).clause.number", String(number))]
      case .issue(let name): fields += [(field, "issue"), ("\(field).issue.name", name)]
      }
    }
    return fields + table.parties.filter { $0 != package.sponsor }.map { ("to", $0.description) }
  }

  // MARK: Positions

  func writePositions(_ html: inout HTML) {
    if !table.positions.isEmpty {
      html.element("h2", ["id": "positions"], text: say(.positions))
      html.element("p", ["class": "note"], text: say(.positionNote))
    }
    for position in table.positions {
      html.element("h3") { html in
        html.text(
          say(
            .position,
            [
              "sort": .text(reading.word(PositionSortPhrase.self, position.sort.rawValue)),
              "n": .count(position.number), "who": .text(name(position.party)),
            ]))
        if position.isWithdrawn {
          html.text(" ")
          html.tag(say(.withdrawnMark), isOpen: false)
        }
      }
      confided(position.text, of: position.party, &html)
      if position.party == party, !position.isWithdrawn {
        offer([("withdrawPosition", nil, [("position", String(position.number))])], &html)
      }
    }
    offer([("lodgePosition", nil, [])], &html)
  }

  /// A text under the words that say for whom it is.
  func confided(_ content: Confided, of party: ObjectID, _ html: inout HTML) {
    html.element("div", ["class": "sealed"]) { html in
      watermark(content.audience, &html)
      html.element("div", ["class": "words"], text: words(content))
      let mediator = table.mediation?.mediator
      if let mediator, content.audience.named.contains(mediator), party == self.party {
        html.element("p", ["class": "note"], text: say(.andMediator))
      }
    }
  }

  private func watermark(_ audience: Audience, _ html: inout HTML) {
    let who = audience.holder.map { [$0] } ?? (audience.level == .named ? audience.named : audience.parties)
    html.element("p", ["class": "mark"], text: say(.confidential, ["who": .text(names(who))]))
  }

  // MARK: The mediator

  func writeDesk(_ html: inout HTML) {
    guard let mediation = table.mediation else {
      offer([("nameMediator", nil, [])], &html)
      return
    }
    html.element("h2", ["id": "mediator"], text: say(.desk))
    html.element("p", ["class": "note"], text: say(.deskNote))
    html.table(
      under: "mediator", [reading.say(WordPhrase.who), say(.shows)], rows: table.parties.count
    ) { html, row, column in
      let party = table.parties[row]
      guard column > 0 else { return html.link(party.path, name(party)) }
      guard let grant = mediation.grant(of: party) else { return html.text(say(.notAdmitted)) }
      let shown = grant.sees.map { reading.word(DisclosurePhrase.self, $0.rawValue) }
      html.text(shown.isEmpty ? say(.nothingShown) : reading.tongue.row(shown))
    }
    offer([("grantMediator", nil, []), ("revokeMediator", nil, [])], &html)
    if mediation.isSeated, reading.view.standing.appointment?.id == mediation.mediator {
      html.element("p") { $0.link("\(table.id.path)/mediation", reading.say(MediationPhrase.title)) }
    }
    guard party != nil, !table.brackets.isEmpty, possible.contains("lodgePosition") else { return }
    html.element("p", ["class": "note"], text: reading.say(MediationPhrase.pointNote))
    offer(
      [
        ("lodgePosition", reading.say(MediationPhrase.tellPoints), [("sort", "position"), ("points", "yes")]),
        ("lodgePosition", reading.say(MediationPhrase.tellReservation), [("sort", "reservation"), ("points", "yes")]),
      ], &html)
  }
}

extension NegotiationTable.OfferPackage {
  /// The matters that a sealed outline lists; the other way round from ``outline(of:)``.
  static func matters(in outline: String) -> [NegotiationTable.Matter] {
    outline.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "clause": return Int(parts[1]).map { .clause(number: $0) }
      case "issue": return .issue(name: String(parts[1]))
      default: return nil
      }
    }
  }
}
