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
    PageFrame(
      language: voice.language, kind: voice.say(PagePhrase.kind),
      title: voice.text(voice.findings.title) ?? Voice.tidy(voice.findings.caseID), finding: voice.headline,
      summary: voice.text(voice.findings.summary),
      sections: sections.map { section in
        PageFrame.Section(id: section.id, title: voice.say(section.title), write: section.write)
      },
      colophon: colophon
    ).html
  }

  /// Of what the page was made, so that anybody can make it again.
  var colophon: String {
    voice.say(
      PagePhrase.colophon,
      [
        "case": .text(Voice.tidy(voice.findings.caseID)), "problem": .text(Voice.tidy(voice.findings.problem.id)),
        "seed": .text(String(voice.findings.seed)), "format": .text(String(voice.findings.format)),
      ])
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
    sections += talkSections
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

  /// What the talks beside the case come to, each with the parts of its own page.
  private var talkSections: [Section] {
    let findings = voice.findings
    var sections: [Section] = []
    if let negotiation = findings.negotiation {
      let part = NegotiationPage(negotiation, in: voice.language).part
      sections.append(Section(id: "negotiation", title: .negotiation) { part.write(to: &$0) })
    }
    if let conflict = findings.conflict {
      let part = ConflictPage(conflict, in: voice.language).part
      sections.append(Section(id: "conflict", title: .conflict) { part.write(to: &$0) })
    }
    if let decision = findings.decision {
      let part = DecisionPage(decision, in: voice.language).part
      sections.append(Section(id: "decision", title: .decision) { part.write(to: &$0) })
    }
    return sections
  }
}
