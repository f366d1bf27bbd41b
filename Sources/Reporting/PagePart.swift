import Studies

/// A page of its own as one part of another page: what it found, then its sections under smaller headings.
struct PagePart {
  /// What it is called.
  let title: String
  /// What it found, in one sentence.
  let finding: String
  /// The first, which sums it up, goes without its heading.
  let sections: [PageFrame.Section]

  func write(to html: inout HTML) {
    html.element("p", ["class": "kind"], text: title)
    html.element("p", ["class": "finding"], text: finding)
    for (number, section) in sections.enumerated() {
      if number > 0 { html.element("h3", text: section.title) }
      section.write(&html)
    }
  }
}

extension NegotiationPage {
  var part: PagePart {
    PagePart(title: tongue.name(findings.title, say(.kind)), finding: headline, sections: sections)
  }
}

extension ConflictPage {
  var part: PagePart {
    PagePart(title: tongue.name(findings.title, say(.kind)), finding: headline, sections: sections)
  }
}

extension DecisionPage {
  var part: PagePart {
    PagePart(title: tongue.name(findings.title, say(.kind)), finding: headline, sections: sections)
  }
}
