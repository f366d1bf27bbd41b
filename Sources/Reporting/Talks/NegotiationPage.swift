import Studies

/// The page of a negotiation: the deals no other beats, the fair ones, where bargaining lands, and who gains.
struct NegotiationPage {
  let findings: NegotiationFindings
  let tongue: Tongue
  /// What the short answer says of it: its sentences and the table of deals.
  let answer: Answer

  init(_ findings: NegotiationFindings, in language: Language) {
    self.findings = findings
    tongue = Tongue(language: language)
    answer = .negotiation(findings, in: language)
  }

  func say(_ phrase: TalkPhrase, _ fillings: [String: Filling] = [:]) -> String { tongue.say(phrase, fillings) }

  var html: String {
    PageFrame(
      language: tongue.language, kind: say(.kind), title: tongue.name(findings.title, say(.kind)), finding: headline,
      summary: nil, sections: sections, colophon: say(.colophon)
    ).html
  }

  var headline: String {
    if findings.obstacle != nil { return say(.headNone) }
    guard !findings.landings.isEmpty else { return say(.headOpen) }
    let reached = findings.landings.count { $0.deal != nil }
    return reached == 0
      ? say(.headNoBargain)
      : say(
        .headDeal,
        ["n": .text(Numeral.whole(reached)), "all": .text(Numeral.whole(findings.landings.count))])
  }

  var sections: [PageFrame.Section] {
    let behind = tongue.say(PagePhrase.behind)
    var sections = [
      PageFrame.Section(id: "summary", title: tongue.say(PagePhrase.summary)) { html in
        html.element("ul", ["class": "summary"]) { html in
          for sentence in answer.sentences { html.element("li", text: sentence) }
        }
      }
    ]
    if let obstacleFigure {
      sections.append(
        .init(id: "obstacle", title: say(.obstacle)) { html in
          html.element("p", text: say(.obstacleLead))
          obstacleFigure.write(to: &html, tableTitle: behind)
        })
    }
    sections.append(
      .init(id: "deals", title: say(.deals)) { html in
        for figure in dealFigures { figure.write(to: &html, tableTitle: behind) }
        termsTable.write(to: &html)
      })
    if !findings.landings.isEmpty {
      sections.append(
        .init(id: "bargaining", title: say(.bargaining)) { html in
          landingTable.write(to: &html)
          if let concessionFigure { concessionFigure.write(to: &html, tableTitle: behind) }
          if let bilateral = findings.bilateral {
            let words = BilateralWords(bilateral, of: findings, in: tongue.language)
            words.talkTable.write(to: &html)
            words.worthTable.write(to: &html)
          }
          if let seriesTable { seriesTable.write(to: &html) }
        })
    }
    sections.append(
      .init(id: "methods", title: say(.methods)) { html in
        html.element("p", text: say(.methodLead))
        methodTable.write(to: &html)
      })
    return sections
  }

  var figures: [Figure] {
    [obstacleFigure].compactMap { $0 } + dealFigures + [concessionFigure].compactMap { $0 }
  }

  var dealFigures: [Figure] { [frontierFigure, gainFigure].compactMap { $0 } }

  // MARK: Words

  func party(_ number: Int) -> String {
    tongue.name(findings.parties[number].label, findings.parties[number].name)
  }

  var partyNames: [String] { findings.parties.indices.map(party) }

  /// The part of what a party could gain in a deal that all accept; of its own best where no deal is such.
  func share(_ worth: Double, of number: Int) -> Double {
    let party = findings.parties[number]
    return Self.share(worth, from: party.reservation, to: party.ideal ?? party.best)
  }

  /// The part of the way from what no deal is worth to a party to its own best.
  func kept(_ worth: Double, by number: Int) -> Double {
    let party = findings.parties[number]
    return Self.share(worth, from: party.reservation, to: party.best)
  }

  /// A part that can be drawn, whatever the numbers are.
  private static func share(_ worth: Double, from low: Double, to high: Double) -> Double {
    // Halved first: the way between two ends of what a number can hold is itself none.
    let part = (worth / 2 - low / 2) / (high / 2 - low / 2)
    return high > low && part.isFinite ? min(max(part, -10), 10) : 0
  }
}
