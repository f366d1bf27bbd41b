import Registry
import Reporting

/// The help page, and the page about accessibility.
struct HelpPage {
  let reading: Reading

  /// How to read, file, act and verify.
  func help() -> Reply {
    let parts: [(HelpPhrase, HelpPhrase, String?)] = [
      (.fileTitle, .fileText, "/docket"), (.readTitle, .readText, nil), (.actTitle, .actText, "/week"),
      (.refusedTitle, .refusedText, nil), (.levelsTitle, .levelsText, nil), (.proofTitle, .proofText, "/log"),
      (.dataTitle, .dataText, "/data"), (.wordsTitle, .wordsText, "/how"), (.contactTitle, .contactText, "/members"),
    ]
    let title = reading.say(HelpPhrase.helpTitle)
    return reading.layout(title).page { html in
      html.element("h1", text: title)
      html.element("p", ["class": "lead"], text: reading.say(HelpPhrase.helpLead))
      for (heading, text, path) in parts {
        html.element("h2", text: reading.say(heading))
        html.element("p") { html in
          html.text(reading.say(text))
          if let path {
            html.text(reading.language == .english ? " " : "")
            html.link(path, label(of: path))
          }
        }
      }
    }
  }

  /// What the page at the end of a part is called.
  private func label(of path: String) -> String {
    switch path {
    case "/docket": reading.say(MenuPhrase.docket)
    case "/week": reading.say(MenuPhrase.week)
    case "/members": reading.say(MenuPhrase.members)
    case "/log": reading.say(FootPhrase.log)
    case "/data": reading.say(FootPhrase.data)
    default: reading.say(FootPhrase.how)
    }
  }

  /// For whom the pages are built, and what they can rely on.
  func accessibility() -> Reply {
    let ways: [HelpPhrase] = [.keyboard, .screenReader, .zoom, .noScript, .print, .motion, .languages]
    let title = reading.say(HelpPhrase.accessTitle)
    return reading.layout(title).page { html in
      html.element("h1", text: title)
      html.element("p", ["class": "lead"], text: reading.say(HelpPhrase.accessLead))
      html.element("h2", text: reading.say(HelpPhrase.standardTitle))
      html.element("p", text: reading.say(HelpPhrase.standardText))
      html.element("h2", text: reading.say(HelpPhrase.waysTitle))
      html.element("ul") { html in for way in ways { html.element("li", text: reading.say(way)) } }
      html.element("h2", text: reading.say(HelpPhrase.limitsTitle))
      html.element("p", text: reading.say(HelpPhrase.limitsText))
      html.element("h2", text: reading.say(HelpPhrase.tellTitle))
      html.element("p") { html in
        html.text("\(reading.say(HelpPhrase.tellText)) ")
        html.link("/docket/acts/draft", reading.say(OpeningPhrase.docketFile))
      }
    }
  }
}

extension Route {
  /// Help, and the page about accessibility.
  static let help: [Route] = [
    Route(.get, "/help", "help") { visit, _, site in try site.read(visit) { HelpPage(reading: $0).help() } },
    Route(.get, "/accessibility", "accessibility") { visit, _, site in
      try site.read(visit) { HelpPage(reading: $0).accessibility() }
    },
  ]
}
