import Studies

/// The parts of a study's report – the same words, tables and charts – for a page that has a frame of its own.
package struct StudyParts {
  /// A part; the raw value is its anchor on the page.
  package enum Part: String, CaseIterable, Sendable {
    case summary, map, diagnosis, dependence, mechanisms, shares, certainty, hinges, setting, inputs, methods, sources
  }

  /// A form of cooperation as the study ranks it.
  package struct Form {
    package let id: String
    package let name: String
    /// What the region can expect of it, and what each member can, with the unit.
    package let netGain: String
    package let isFormed: Bool
    package let everyMemberGains: Bool
    package let isAdvised: Bool
  }

  private let page: Page
  private var voice: Voice { page.voice }

  /// - Throws: ``ReportingError`` when the findings do not hold together, as for a report.
  package init(_ findings: Findings, in language: Language) throws(ReportingError) {
    _ = try findings.json()
    try findings.checkSoundness()
    page = Page(Voice(findings, in: language))
  }

  /// How the parts look; to be linked by the page they stand on.
  package static var style: String { "\(StyleSheet.parts)" }

  /// What the study is about: the problem's title.
  package var title: String { voice.text(voice.findings.problem.title) ?? Voice.tidy(voice.findings.problem.id) }

  /// What the case is called.
  package var caseTitle: String { voice.text(voice.findings.title) ?? Voice.tidy(voice.findings.caseID) }

  /// What was found, in one sentence.
  package var headline: String { voice.headline }

  /// Of what, with which seed and in which format, so that anybody can make the same findings.
  package var colophon: String { page.colophon }

  /// The forms compared, best first.
  package var forms: [Form] {
    voice.findings.mechanisms.ranking.map { form in
      Form(
        id: form.id, name: voice.form(form.id), netGain: voice.money(form.netGain), isFormed: form.isFormed,
        everyMemberGains: form.everyMemberGains, isAdvised: form.id == voice.findings.mechanisms.recommended)
    }
  }

  /// What each player can expect of a form, in the order of the game; empty when the study knows no such form.
  package func netGains(of form: String) -> [(player: String, amount: String, isLoss: Bool)] {
    guard let found = voice.findings.mechanisms.ranking.first(where: { $0.id == form }) else { return [] }
    return zip(voice.findings.players, found.netGainByPlayer).map { player, gain in
      (voice.name(player), voice.amount(gain), gain < 0 && !voice.isNegligible(gain))
    }
  }

  /// What amounts are counted in.
  package var unit: String { voice.unitWithYear }

  /// The parts that have content, of those asked for, with their headings.
  package func headings(of parts: [Part]) -> [(part: Part, title: String)] {
    page.sections.compactMap { section in
      guard let part = Part(rawValue: section.id), parts.contains(part) else { return nil }
      return (part, voice.say(section.title))
    }
  }

  /// Writes the parts asked for that have content, in the order of a report, after the patterns that charts are filled
  /// with.
  package func write(_ parts: [Part], to html: inout HTML) {
    PageFrame.patterns(&html)
    for section in page.sections where parts.contains(where: { $0.rawValue == section.id }) {
      html.newline()
      html.element("section", ["id": section.id, "aria-labelledby": "\(section.id)-h"]) { html in
        html.element("h2", ["id": "\(section.id)-h"], text: voice.say(section.title))
        section.write(&html)
      }
    }
  }
}

/// What the forms of cooperation of the catalogue are called.
package enum MechanismNames {
  /// The codes of the catalogue, in its order.
  package static var codes: [String] { MechanismName.allCases.map(\.rawValue) }

  /// The name of a form; a form of a case's own stands for itself.
  package static func name(_ code: String, in language: Language) -> String {
    Tongue(language: language).word(MechanismName.self, code)
  }
}

/// What the rules are called by which a joint cost or gain is divided.
package enum RuleNames {
  /// The name of a rule.
  package static func name(_ code: String, in language: Language) -> String {
    Tongue(language: language).word(RuleName.self, code)
  }
}
