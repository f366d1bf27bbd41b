/// What every page of the house has around its parts: head, title, first finding, contents and colophon.
struct PageFrame {
  /// One part of a page.
  struct Section {
    let id: String
    let title: String
    let write: (inout HTML) -> Void
  }

  let language: Language
  /// What kind of page it is, above the title.
  let kind: String
  let title: String
  /// What was found, in one sentence.
  let finding: String
  /// What the case says of itself.
  let summary: String?
  /// The first is the one to skip to.
  let sections: [Section]
  let colophon: String

  var html: String {
    var html = HTML()
    html.doctype()
    html.element(
      "html", ["lang": language.tag, "xmlns": "http://www.w3.org/1999/xhtml"]
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

  private func say(_ phrase: PagePhrase) -> String { phrase.wording.text(in: language) }

  private func head(_ html: inout HTML) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "generator", "content": "Interlocal"])
    html.element("title", text: title)
    html.style(StyleSheet.frame)
    html.style(StyleSheet.parts)
  }

  private func body(_ html: inout HTML) {
    html.element("a", ["class": "skip", "href": "#\(sections.first?.id ?? "")"], text: say(.skip))
    PageFrame.patterns(&html)
    html.element("header") { html in
      html.element("p", ["class": "kind"], text: kind)
      html.element("h1", text: title)
      html.element("p", ["class": "finding"], text: finding)
      if let summary { html.element("p", ["class": "case"], text: summary) }
    }
    html.element("nav", ["aria-label": say(.contents)]) { html in
      html.element("h2", text: say(.contents))
      html.element("ol") { html in
        for section in sections {
          html.element("li") { $0.element("a", ["href": "#\(section.id)"], text: section.title) }
        }
      }
    }
    html.element("main") { html in
      for section in sections {
        html.newline()
        html.element("section", ["id": section.id, "aria-labelledby": "\(section.id)-h"]) { html in
          html.element("h2", ["id": "\(section.id)-h"], text: section.title)
          section.write(&html)
        }
      }
    }
    html.element("footer") { html in
      html.element("p", text: colophon)
    }
  }

  /// The patterns that bars are filled with, for the whole page.
  static func patterns(_ html: inout HTML) {
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
