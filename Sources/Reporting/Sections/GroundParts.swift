import Studies

/// The institutions there are, the goals set, and what each party wants.
struct SettingPart {
  let voice: Voice

  func write(to html: inout HTML) {
    for table in tables { table.withoutEmptyColumns.write(to: &html) }
  }

  var tables: [DataTable] { [positions, institutions, goals].filter { !$0.rows.isEmpty } }

  private var institutions: DataTable {
    DataTable(
      caption: voice.say(GroundPhrase.institutions),
      columns: [GroundPhrase.institution, .kind, .members, .since].map { .init(title: voice.say($0), isNumber: false) },
      rows: voice.findings.institutions.map {
        .init(cells: [
          voice.text($0.name) ?? Voice.tidy($0.id), voice.word(InstitutionName.self, $0.kind),
          voice.list(voice.names($0.members)), Voice.tidy($0.since ?? "–"),
        ])
      })
  }

  private var goals: DataTable {
    DataTable(
      caption: voice.say(GroundPhrase.goals),
      columns: [
        .init(title: voice.say(GroundPhrase.goal), isNumber: false), .init(title: voice.say(GroundPhrase.baseline)),
        .init(title: voice.say(GroundPhrase.target)), .init(title: voice.say(GroundPhrase.unit), isNumber: false),
        .init(title: voice.say(GroundPhrase.date), isNumber: false),
      ],
      rows: voice.findings.goals.map {
        .init(cells: [
          voice.text($0.title) ?? Voice.tidy($0.id), voice.figure($0.baseline, unit: $0.unit),
          voice.figure($0.target, unit: $0.unit), voice.unit(ofCase: $0.unit) ?? "", Voice.tidy($0.date),
        ])
      })
  }

  private var positions: DataTable {
    DataTable(
      caption: voice.say(GroundPhrase.positions),
      columns: [
        .init(title: voice.say(GroundPhrase.party), isNumber: false),
        .init(title: voice.say(GroundPhrase.demand), isNumber: false),
        .init(title: voice.say(GroundPhrase.concern), isNumber: false),
        .init(title: voice.say(GroundPhrase.actionCost)), .init(title: voice.say(GroundPhrase.urgency)),
      ],
      rows: voice.findings.problem.positions.map {
        .init(cells: [
          voice.name($0.party), voice.text($0.demand) ?? "–", voice.text($0.concern) ?? "–",
          $0.actionCost.map(voice.amount) ?? "–", $0.urgency.map { voice.percent($0) } ?? "–",
        ])
      })
  }
}

/// Every set of figures with its status and source; what is assumed is marked.
struct InputPart {
  let voice: Voice

  func write(to html: inout HTML) {
    let inputs = voice.findings.inputs
    let assumed = inputs.count { $0.status == "assumed" }
    html.element(
      "p",
      text: assumed == 0
        ? voice.say(GroundPhrase.inputLeadNone)
        : assumed == inputs.count
          ? voice.say(GroundPhrase.inputLeadAll, ["all": .count(inputs.count)])
          : voice.say(
            GroundPhrase.inputLead,
            ["assumed": .text(Numeral.whole(assumed)), "all": .count(inputs.count)]))
    if !inputs.isEmpty { table.withoutEmptyColumns.write(to: &html) }
    if !voice.findings.warnings.isEmpty {
      html.element("h3", text: voice.say(GroundPhrase.warnings))
      html.element("ul") { html in
        for warning in voice.findings.warnings { html.element("li", text: Voice.tidy(warning)) }
      }
    }
  }

  var table: DataTable {
    DataTable(
      caption: voice.say(GroundPhrase.inputTitle),
      columns: [
        .init(title: voice.say(GroundPhrase.input), isNumber: false), .init(title: voice.say(GroundPhrase.count)),
        .init(title: voice.say(GroundPhrase.values), isNumber: false),
        .init(title: voice.say(GroundPhrase.status), isNumber: false),
        .init(title: voice.say(GroundPhrase.ground), isNumber: false),
      ],
      rows: voice.findings.inputs.map { input in
        .init(cells: [
          voice.input(input.name), Numeral.whole(input.count), values(input), status(input), ground(input),
        ])
      })
  }

  private func values(_ input: InputFinding) -> String {
    voice.range(input.low, input.high, unit: input.unit)
  }

  private func status(_ input: InputFinding) -> String {
    let word = voice.word(StatusName.self, input.status)
    let marked = input.status == "assumed" ? voice.say(GroundPhrase.assumedMark, ["status": .text(word)]) : word
    return input.isUncertain ? voice.say(GroundPhrase.withRange, ["status": .text(marked)]) : marked
  }

  /// The source and what a reader should know of the figure.
  private func ground(_ input: InputFinding) -> String {
    let condition = voice.findings.mechanisms.conditions.first { input.name == "conditions." + $0.name }
    if let condition, condition.isDefault, let basis = ConditionBasis(rawValue: condition.name) {
      return voice.say(basis)
    }
    let said = [input.source, input.remark].compactMap(\.self).map(Voice.tidy)
    return said.isEmpty ? "–" : said.joined(separator: voice.say(ListPhrase.semicolon))
  }
}

/// Where the figures come from, with links to what is on the web.
struct SourcePart {
  let voice: Voice

  func write(to html: inout HTML) {
    html.element("dl", ["class": "sources"]) { html in
      for source in voice.findings.sources {
        html.newline()
        html.element("dt", text: Voice.tidy(source.key))
        html.element("dd") { html in
          html.text(Voice.tidy(source.citation))
          if let url = source.url {
            html.text(" ")
            // Only an address of the web becomes a link; anything else could be a script.
            if url.hasPrefix("https://") || url.hasPrefix("http://") {
              html.element("a", ["href": url, "rel": "noreferrer"], text: url)
            } else {
              html.text(Voice.tidy(url))
            }
          }
          if let licence = source.licence {
            html.text(" " + voice.say(GroundPhrase.licence, ["x": .text(Voice.tidy(licence))]))
          }
          if let note = source.note { html.text(" " + Voice.tidy(note)) }
        }
      }
    }
  }
}
