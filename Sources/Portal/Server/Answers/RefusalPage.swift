import Reporting

/// The page that says why the server itself refused, and what to do; it asks nothing of the record.
struct RefusalPage {
  let title: String
  let remedy: String
  let language: Language
  /// By what the line of this request is found in the log.
  let reference: String

  init(_ turned: TurnedAway, in language: Language, reference: String) {
    let tongue = Tongue(language: language)
    let words = turned.words
    title = tongue.say(words.title)
    remedy = tongue.say(words.remedy, words.fillings)
    (self.language, self.reference) = (language, reference)
  }

  /// The page, for nobody in particular: who asked is not yet known when the server refuses.
  func page(status: Reply.Status) -> Reply {
    let tongue = Tongue(language: language)
    let visit = Visit(.get, "/", language: language)
    return PageLayout(visit: visit, regionName: nil, title: title, isFault: true).page(status: status) { html in
      html.element("h1", text: title)
      html.element("p", text: remedy)
      html.element("p") { $0.link("/", tongue.say(ServerPhrase.home)) }
      html.element("p", ["class": "note"], text: tongue.say(ServerPhrase.reference, ["id": .text(reference)]))
    }
  }
}
