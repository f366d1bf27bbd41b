import Registry
import Reporting

/// The text of a negotiation: clauses with what is in brackets, and the amendments to them.
extension TablePage {
  func writeText(_ html: inout HTML) {
    html.element("h2", ["id": "text"], text: say(.text))
    if table.clauses.isEmpty {
      html.element("p", text: say(.noClauses))
    } else if table.clauses.contains(where: { $0.stage == .bracketed }) {
      html.element("p", ["class": "note"], text: say(.bracketNote))
    }
    for clause in table.clauses { write(clause, &html) }
    offer([("proposeClause", nil, [])], &html)
  }

  private func write(_ clause: NegotiationTable.Clause, _ html: inout HTML) {
    html.element("section", ["class": "clause", "id": "clause-\(clause.number)"]) { html in
      html.element("h3") { html in
        html.text("\(clause.number). \(clause.title) ")
        html.tag(reading.word(ClauseStagePhrase.self, clause.stage.rawValue), isOpen: clause.stage != .withdrawn)
      }
      let silence = table.silences.first { $0.items.contains { $0.clause == clause.number } }
      if let silence {
        html.element("p", ["class": "note"], text: say(.silent, ["until": .text(reading.moment(silence.until))]))
      }
      for (index, wording) in clause.wordings.enumerated() {
        write(wording, at: index, of: clause, rests: silence != nil, &html)
      }
      if !clause.reopenConsents.isEmpty {
        html.element(
          "p", ["class": "note"], text: say(.reopenConsents, ["who": .text(names(clause.reopenConsents))]))
      }
      for amendment in table.amendments where amendment.clause == clause.number { write(amendment, of: clause, &html) }
      if silence == nil { offer(acts(on: clause), &html) }
    }
  }

  private func acts(
    on clause: NegotiationTable.Clause
  ) -> [(act: String, label: String?, fields: [(String, String)])] {
    let number = String(clause.number)
    let mine = reading.view.standing.appointment.map { [$0.id] } ?? []
    return NegotiationTable.Clause.cycle.acts(from: clause.stage).compactMap { act in
      switch act {
      case "offerText": ("offerText", nil, [("clause", number)])
      case "withdrawClause":
        (mine + [party].compactMap(\.self)).contains(clause.proposedBy)
          ? ("withdrawClause", nil, [("clause", number)]) : nil
      case "consentToReopen":
        party.map(clause.reopenConsents.contains) == false ? ("consentToReopen", nil, [("clause", number)]) : nil
      default: nil
      }
    }
  }

  /// One wording; where several compete each stands in brackets, with what it changes in the first.
  private func write(
    _ wording: NegotiationTable.Clause.Wording, at index: Int, of clause: NegotiationTable.Clause, rests: Bool,
    _ html: inout HTML
  ) {
    let isAgreed = clause.stage == .agreed
    let text = words(wording.text)
    html.element("div", ["class": isAgreed ? "words" : "words bracket"]) { html in
      html.text(clause.wordings.count > 1 ? "[\(text)]" : text)
    }
    if !isAgreed {
      html.element("p", ["class": "note"], text: support(of: wording))
    }
    if index > 0 { difference(say(.differs), from: words(clause.wordings[0].text), to: text, &html) }
    guard !rests, NegotiationTable.Clause.cycle.allows("agreeToText", from: clause.stage) else { return }
    let fields = [("clause", String(clause.number)), ("text", wording.text.commit)]
    var acts: [(act: String, label: String?, fields: [(String, String)])] = []
    if let party, !wording.agreedBy.contains(party) { acts.append(("agreeToText", nil, fields)) }
    acts.append(("amend", nil, [("clause", String(clause.number)), ("target", wording.text.commit)]))
    acts.append(("putUnderSilence", nil, fields.map { ("items.0.\($0.0)", $0.1) }))
    offer(acts, &html)
  }

  private func support(of wording: NegotiationTable.Clause.Wording) -> String {
    let waiting = table.parties.filter { !wording.agreedBy.contains($0) }
    var sentences = [say(.offeredBy, ["who": .text(name(wording.author))])]
    sentences.append(
      wording.agreedBy.isEmpty ? say(.nobodyYet) : say(.agreedBy, ["who": .text(names(wording.agreedBy))]))
    if !waiting.isEmpty, !wording.agreedBy.isEmpty { sentences.append(say(.waitsFor, ["who": .text(names(waiting))])) }
    return sentences.joined(separator: reading.tongue.joint)
  }

  // MARK: Amendments

  private func write(
    _ amendment: NegotiationTable.Amendment, of clause: NegotiationTable.Clause, _ html: inout HTML
  ) {
    html.element("div", ["class": "amendment", "id": "amendment-\(amendment.number)"]) { html in
      html.element("h4") { html in
        html.text(say(.amendment, ["n": .count(amendment.number)]) + " ")
        html.tag(
          reading.word(AmendmentStagePhrase.self, amendment.stage.rawValue), isOpen: amendment.stage == .open)
      }
      var sentences = [say(.sponsor, ["who": .text(name(amendment.sponsor))])]
      if let parent = amendment.amends { sentences.append(say(.amendsAmendment, ["n": .count(parent)])) }
      let others = amendment.acceptedBy.filter { $0 != amendment.sponsor }
      if !others.isEmpty { sentences.append(say(.acceptedBy, ["who": .text(names(others))])) }
      html.element("p", ["class": "note"], text: sentences.joined(separator: reading.tongue.joint))
      let target =
        amendment.amends.map { words(table.amendments[$0 - 1].text) }
        ?? clause.wording(amendment.target).map { words($0.text) }
      if let target, amendment.stage == .open {
        html.difference(from: target, to: words(amendment.text))
      } else {
        html.element("div", ["class": "words"], text: words(amendment.text))
      }
      html.element("p") { html in
        html.element("strong", text: reading.say(WordPhrase.reasons))
        html.text(reading.language == .english ? ": " : "：")
        html.text(words(amendment.reasons))
      }
      if amendment.stage == .open { offer(acts(on: amendment), &html) }
    }
  }

  private func acts(
    on amendment: NegotiationTable.Amendment
  ) -> [(act: String, label: String?, fields: [(String, String)])] {
    guard let party else { return [] }
    let number = [("amendment", String(amendment.number))]
    guard amendment.sponsor != party else { return [("withdrawAmendment", nil, number)] }
    var acts: [(act: String, label: String?, fields: [(String, String)])] = []
    if !amendment.acceptedBy.contains(party) { acts.append(("acceptAmendment", nil, number)) }
    acts.append(("rejectAmendment", nil, number))
    if amendment.amends == nil {
      acts.append(
        (
          "amend", nil,
          [
            ("clause", String(amendment.clause)), ("target", amendment.text.commit),
            ("amends", String(amendment.number)),
          ]
        ))
    }
    return acts
  }

  // MARK: Differences

  /// What differs, folded away; nothing when nothing does.
  func difference(_ title: String, from old: String, to new: String, _ html: inout HTML) {
    guard old != new else { return }
    html.element("details") { html in
      html.element("summary", text: title)
      html.difference(from: old, to: new)
    }
  }
}

extension HTML {
  /// A text with what was removed struck out and what was added underlined.
  mutating func difference(from old: String, to new: String) {
    element("div", ["class": "words"]) { html in
      for piece in WordDiff(from: old, to: new).pieces {
        switch piece.change {
        case .kept: html.text(piece.text)
        case .removed: html.element("del", text: piece.text)
        case .added: html.element("ins", text: piece.text)
        }
      }
    }
  }
}
