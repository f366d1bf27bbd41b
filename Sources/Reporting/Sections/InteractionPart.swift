import Studies

/// How competitors act on one another, and how sure the equilibrium and the optimum are.
struct InteractionPart {
  let voice: Voice

  func write(to html: inout HTML) {
    guard !sentences.isEmpty else { return }
    html.element("h3", text: voice.say(InteractionPhrase.title))
    html.element("p", text: sentences.joined(separator: voice.joint))
  }

  /// The nature of the interaction, uniqueness, exactness; a code without words stands as it is.
  var sentences: [String] {
    guard let competition = voice.findings.diagnosis.competition else { return [] }
    func told(_ code: String) -> String {
      InteractionPhrase(rawValue: code) == nil
        ? Voice.tidy(code) + voice.say(ListPhrase.sentenceEnd).trimmed : voice.word(InteractionPhrase.self, code)
    }
    return [
      told(competition.nature), told(competition.uniqueness),
      competition.optimumWithin == 0
        ? voice.say(InteractionPhrase.optimumExact)
        : voice.say(InteractionPhrase.optimumWithin, ["x": .text(voice.money(competition.optimumWithin))]),
    ]
  }
}
