import Studies

/// The report as one page: what it found first, then each part with its charts, then grounds and methods.
struct Page {
  let voice: Voice

  init(_ voice: Voice) { self.voice = voice }

  /// One part of the page; parts without content do not appear.
  struct Section {
    let id: String
    let title: PagePhrase
    let write: (inout HTML) -> Void
  }

  var html: String {
    var html = HTML()
    html.doctype()
    html.element(
      "html", ["lang": voice.language.tag, "xmlns": "http://www.w3.org/1999/xhtml"]
    ) { html in
      html.newline()
      html.element("head") { head(&$0) }
      html.newline()
      html.element("body") { body(&$0) }
      html.newline()
    }
    html.newline()
    return html.markup
  }

  private var title: String { voice.text(voice.findings.title) ?? Voice.tidy(voice.findings.caseID) }

  private func head(_ html: inout HTML) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "generator", "content": "Interlocal"])
    html.element("title", text: title)
    html.style(StyleSheet.rules)
  }

  private func body(_ html: inout HTML) {
    html.element("a", ["class": "skip", "href": "#summary"], text: voice.say(PagePhrase.skip))
    Page.patterns(&html)
    html.element("header") { html in
      html.element("p", ["class": "kind"], text: voice.say(PagePhrase.kind))
      html.element("h1", text: title)
      html.element("p", ["class": "finding"], text: voice.headline)
      if let summary = voice.text(voice.findings.summary) { html.element("p", ["class": "case"], text: summary) }
    }
    let sections = self.sections
    html.element("nav", ["aria-label": voice.say(PagePhrase.contents)]) { html in
      html.element("h2", text: voice.say(PagePhrase.contents))
      html.element("ol") { html in
        for section in sections {
          html.element("li") { $0.element("a", ["href": "#\(section.id)"], text: voice.say(section.title)) }
        }
      }
    }
    html.element("main") { html in
      for section in sections {
        html.newline()
        html.element("section", ["id": section.id, "aria-labelledby": "\(section.id)-h"]) { html in
          html.element("h2", ["id": "\(section.id)-h"], text: voice.say(section.title))
          section.write(&html)
        }
      }
    }
    html.element("footer") { html in
      html.element(
        "p",
        text: voice.say(
          PagePhrase.colophon,
          [
            "case": .text(Voice.tidy(voice.findings.caseID)), "problem": .text(Voice.tidy(voice.findings.problem.id)),
            "seed": .text(String(voice.findings.seed)), "format": .text(String(voice.findings.format)),
          ]))
    }
  }

  /// The patterns that bars are filled with, for the whole page.
  private static func patterns(_ html: inout HTML) {
    html.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "0", "height": "0", "aria-hidden": "true", "class": "patterns",
      ]
    ) { html in
      html.element("defs") { html in
        html.element(
          "pattern", ["id": "hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.void("rect", ["width": "5", "height": "5", "fill": "#ffffff"])
          html.void("path", ["d": "M-1 1L1 -1M0 5L5 0M4 6L6 4", "stroke": "#4a4f54", "stroke-width": "1.1"])
        }
        html.element(
          "pattern", ["id": "dots", "width": "4", "height": "4", "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.void("rect", ["width": "4", "height": "4", "fill": "#ffffff"])
          html.void("circle", ["cx": "2", "cy": "2", "r": "1", "fill": "#4a4f54"])
        }
        html.element(
          "pattern", ["id": "lines", "width": "4", "height": "4", "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.void("rect", ["width": "4", "height": "4", "fill": "#ffffff"])
          html.void("path", ["d": "M0 2L4 2", "stroke": "#4a4f54", "stroke-width": "1.1"])
        }
        html.element(
          "pattern", ["id": "checks", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.void("rect", ["width": "6", "height": "6", "fill": "#e3e5e7"])
          html.void("path", ["d": "M0 0L3 0L3 3L0 3ZM3 3L6 3L6 6L3 6Z", "fill": "#9a9fa4"])
        }
      }
    }
  }
}

extension Page {
  var sections: [Section] {
    let findings = voice.findings
    var sections = [Section(id: "summary", title: .summary) { SummaryPart(voice: voice).write(to: &$0) }]
    sections.append(Section(id: "map", title: .map) { MembersPart(voice: voice).write(to: &$0) })
    sections.append(Section(id: "diagnosis", title: .diagnosis) { DiagnosisPart(voice: voice).write(to: &$0) })
    if !findings.diagnosis.dependence.isEmpty || !findings.diagnosis.pairs.isEmpty {
      sections.append(Section(id: "dependence", title: .dependence) { DependencePart(voice: voice).write(to: &$0) })
    }
    sections.append(Section(id: "mechanisms", title: .mechanisms) { MechanismPart(voice: voice).write(to: &$0) })
    sections.append(Section(id: "shares", title: .shares) { SharingPart(voice: voice).write(to: &$0) })
    if findings.uncertainty?.forms.isEmpty == false {
      sections.append(Section(id: "certainty", title: .certainty) { UncertaintyPart(voice: voice).write(to: &$0) })
    }
    sections.append(Section(id: "hinges", title: .hinges) { HingePart(voice: voice).write(to: &$0) })
    if !findings.institutions.isEmpty || !findings.goals.isEmpty || !findings.problem.positions.isEmpty {
      sections.append(Section(id: "setting", title: .setting) { SettingPart(voice: voice).write(to: &$0) })
    }
    sections.append(Section(id: "inputs", title: .inputs) { InputPart(voice: voice).write(to: &$0) })
    sections.append(Section(id: "methods", title: .methods) { MethodPart(voice: voice).write(to: &$0) })
    if !findings.sources.isEmpty {
      sections.append(Section(id: "sources", title: .sources) { SourcePart(voice: voice).write(to: &$0) })
    }
    return sections
  }
}
