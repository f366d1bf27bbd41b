import Registry
import Reporting

/// What every page has around its content: head, the way back, the pages of the region, who is signed in, and the end.
struct PageLayout {
  /// A page on the way to this one.
  struct Step {
    let title: String
    let path: String
  }

  let visit: Visit
  /// Nothing where the region cannot be read.
  let regionName: String?
  let title: String
  var trail: [Step] = []
  /// Whether the page shows an error: its title says so first, for those who hear it.
  var isFault = false
  /// The address of the feed that follows the page, if it has one.
  var feed: String?
  /// What the page looks like beside what all pages do, such as charts.
  var sheets: [StaticFiles.File] = []
  /// The thing that the page shows, with its version: who has it open is told when it changes.
  var shown: (id: ObjectID, version: Int)?

  /// The portal's address when the page is written to a file: its style is in it then, and it has no script and no ways
  /// around the portal.
  var fileOf: String?

  func page(status: Reply.Status = .ok, _ content: (inout HTML) -> Void) -> Reply {
    var html = HTML(capacity: 32_768)
    html.doctype()
    html.element("html", ["lang": visit.language.tag]) { html in
      html.element("head") { head(&$0) }
      html.element("body") { html in
        if fileOf == nil {
          html.element("a", ["class": "skip", "href": "#content"], text: say(.skip))
          banner(&html)
        }
        let inside: (inout HTML) -> Void = { html in
          if !trail.isEmpty, fileOf == nil { way(&html) }
          content(&html)
        }
        if let shown {
          html.element(
            "main",
            [
              "id": "content", "tabindex": "-1", "data-live": shown.id.description,
              "data-version": String(shown.version),
            ], content: inside)
        } else {
          html.element("main", ["id": "content", "tabindex": "-1"], content: inside)
        }
        if fileOf == nil { foot(&html) }
      }
    }
    return .page(html, status: status)
  }

  private func say(_ phrase: WordPhrase) -> String { visit.tongue.say(phrase) }

  private func head(_ html: inout HTML) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    let name = regionName ?? say(.portal)
    let shown = title == name ? title : "\(title) – \(name)"
    html.element("title", text: isFault ? "\(say(.errorTitle)): \(shown)" : shown)
    if let fileOf {
      // Its links lead to the portal, wherever the file lies.
      html.void("base", ["href": "\(fileOf)/"])
      html.style(CivicStyle.rules)
      // Who prints from a browser chooses the paper there.
      return html.style("@page{size:A4}")
    }
    for sheet in [.style] + sheets { html.void("link", ["rel": "stylesheet", "href": StaticFiles.path(of: sheet)]) }
    html.element("script", ["src": StaticFiles.path(of: .live), "defer": "defer"]) { _ in }
    if let feed {
      html.void("link", ["rel": "alternate", "type": "application/atom+xml", "href": feed])
    }
  }

  private func banner(_ html: inout HTML) {
    html.element("header", ["class": "banner"]) { html in
      html.element("div", ["class": "top"]) { html in
        html.element("a", ["class": "region", "href": "/"], text: regionName ?? say(.portal))
        html.element("div", ["class": "who"]) { html in
          html.element("form", ["method": "post", "action": "/language"]) { html in
            html.void(
              "input", ["type": "hidden", "name": "token", "value": visit.visitor.tokens.token(for: "/language")])
            html.void("input", ["type": "hidden", "name": "back", "value": visit.address])
            let other: Language = visit.language == .english ? .chinese : .english
            html.element(
              "button", ["class": "plain", "name": "to", "value": other.rawValue, "lang": other.tag],
              text: say(.language))
          }
          if let account = visit.visitor.account {
            html.element("a", ["href": "/account"], text: account)
          } else {
            html.element("a", ["href": "/sign-in"], text: say(.signIn))
          }
        }
      }
      html.element("nav", ["aria-label": say(.menu)]) { html in
        html.element("ul") { html in
          for entry in MenuPhrase.allCases where entry != .week || visit.visitor.isSignedIn {
            let isHere = visit.path == entry.path || visit.path.hasPrefix(entry.path + "/")
            html.element("li") { html in
              if isHere {
                html.element("a", ["href": entry.path, "aria-current": "page"], text: visit.tongue.say(entry))
              } else {
                html.element("a", ["href": entry.path], text: visit.tongue.say(entry))
              }
            }
          }
        }
      }
    }
  }

  private func way(_ html: inout HTML) {
    html.element("p", ["class": "way"]) { html in
      for (index, step) in trail.enumerated() {
        if index > 0 { html.text(" › ") }
        html.element("a", ["href": step.path], text: step.title)
      }
    }
  }

  private func foot(_ html: inout HTML) {
    html.element("footer") { html in
      html.element("p") { html in
        for entry in FootPhrase.allCases {
          html.element("a", ["href": entry.path], text: visit.tongue.say(entry))
          html.text(" ")
        }
      }
    }
  }
}

/// The pages that every page leads to.
enum MenuPhrase: String, Phrase {
  case week, docket, tables, agreements, commitments, reports, verifications, incentives, evaluations, ledger, members

  var wording: Wording {
    switch self {
    case .week: Wording("My week", "我的本周")
    case .docket: Wording("Problems", "议题")
    case .tables: Wording("Negotiations", "协商")
    case .agreements: Wording("Agreements", "协议")
    case .commitments: Wording("Commitments", "承诺")
    case .reports: Wording("Reports", "报告")
    case .verifications: Wording("Verification", "核查")
    case .incentives: Wording("Rewards and sanctions", "奖惩")
    case .evaluations: Wording("Evaluation", "评估")
    case .ledger: Wording("Money", "资金")
    case .members: Wording("Members", "成员")
    }
  }

  var path: String { self == .week ? "/week" : "/\(rawValue)" }
}

/// The pages at the end of every page.
enum FootPhrase: String, Phrase {
  case how, log, data, help, accessibility

  var wording: Wording {
    switch self {
    case .how: Wording("How this region works", "本地区如何运作")
    case .log: Wording("Public log", "公开日志")
    case .data: Wording("Open data", "开放数据")
    case .help: Wording("Help", "帮助")
    case .accessibility: Wording("Accessibility", "无障碍说明")
    }
  }

  var path: String { "/\(rawValue)" }
}

extension Reading {
  /// The layout of a page about what is read here.
  func layout(_ title: String, trail: [PageLayout.Step] = [], isFault: Bool = false, feed: String? = nil) -> PageLayout
  {
    PageLayout(
      visit: visit, regionName: region.map { language == .chinese ? $0.charter.nameChinese : $0.charter.nameEnglish },
      title: title, trail: trail, isFault: isFault, feed: feed)
  }
}
