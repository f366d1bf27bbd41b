import ArgumentParser
import RegionalCases

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what a case holds: its parties, their ties and positions, its problems and goals.",
    discussion: """
      Example: interlocal show Examples/beijing-tianjin-hebei --lang zh
      """)

  @Argument(help: "A case folder.", completion: .directory, transform: path)
  var folder: String

  @Option(help: "The language of names and titles.")
  var lang = "en"

  @Flag(help: "Print the case as JSON.")
  var json = false

  func run() throws {
    let (regionalCase, _) = try readCase(folder)
    try say(json ? JSONText(CaseOutline(regionalCase, in: lang)).description : text(of: regionalCase))
  }

  private func text(of regionalCase: RegionalCase) -> String {
    var lines = ["\(regionalCase.title[lang])  (\(regionalCase.id), \(regionalCase.money))"]
    if let summary = regionalCase.summary { lines.append(summary[lang]) }
    lines.append(
      contentsOf: chapter(
        "Parties",
        regionalCase.parties.map { party in
          [
            party.id.rawValue, party.name[lang], party.kind.word.rawValue, party.kind.tier?.rawValue ?? "",
            party.kind.parent.map { "under \($0)" } ?? "",
          ]
        }))
    lines.append(
      contentsOf: chapter(
        "Ties",
        regionalCase.ties.map {
          [$0.from.rawValue, $0.to.rawValue, $0.kind.word.rawValue, $0.since.map { "since \($0)" } ?? ""]
        }))
    lines.append(
      contentsOf: chapter(
        "Institutions",
        regionalCase.institutions.map {
          [$0.id, $0.name[lang], $0.kind.rawValue, $0.members.map(\.rawValue).joined(separator: " ")]
        }))
    lines.append(
      contentsOf: chapter(
        "Indicators",
        regionalCase.indicators.map {
          [$0.id, $0.name[lang], $0.unit, counted($0.values.count, "figure")]
        }))
    lines.append(
      contentsOf: chapter(
        "Problems",
        regionalCase.problems.map {
          [$0.id, $0.title[lang], $0.family.name.rawValue, counted($0.members.count, "member")]
        }))
    for problem in regionalCase.problems {
      lines.append(
        contentsOf: chapter(
          "Positions on \(problem.id)",
          problem.positions.map { position in
            [
              position.party.rawValue, position.demand.map { "wants: \($0[lang])" } ?? "",
              position.concern.map { "fears: \($0[lang])" } ?? "",
              position.actionCost.map { "cost of acting: \($0.best)" } ?? "",
              position.urgency.map { "urgency: \($0.best)" } ?? "",
            ]
          }))
    }
    lines.append(
      contentsOf: chapter(
        "Goals",
        regionalCase.goals.map {
          [$0.id, $0.title[lang], "\($0.baseline.best) to \($0.target.best)", "by \($0.date)"]
        }))
    lines.append(
      contentsOf: chapter(
        "Conditions",
        Condition.allCases.compactMap { condition in
          regionalCase.conditions[condition].map {
            [condition.rawValue, "\($0.best)", $0.provenance.status.rawValue]
          }
        }))
    lines.append(contentsOf: chapter("Sources", regionalCase.sources.map { [$0.id, $0.citation[lang]] }))
    return lines.joined(separator: "\n")
  }

  private func chapter(_ title: String, _ rows: [[String]]) -> [String] {
    rows.isEmpty ? [] : ["", title, TextTable(rows).description]
  }
}

/// The outline of a case as JSON.
private struct CaseOutline: Encodable {
  /// `kind` is the unit of an indicator, the indicator of a goal; a source has none.
  struct Entry: Encodable {
    let id, name: String
    let kind: String?
  }

  /// What one party wants in a problem; figures at their best estimates.
  struct Stance: Encodable {
    let problem, party: String
    let demand, concern: String?
    let actionCost, urgency, salience, position: Double?
  }

  let id, title, money: String
  let positions: [Stance]
  let parties, institutions, indicators, problems, goals, sources: [Entry]
  let ties: [[String]]
  let conditions: [String: Double]

  init(_ regionalCase: RegionalCase, in lang: String) {
    id = regionalCase.id
    title = regionalCase.title[lang]
    money = "\(regionalCase.money)"
    parties = regionalCase.parties.map { Entry(id: $0.id.rawValue, name: $0.name[lang], kind: $0.kind.word.rawValue) }
    institutions = regionalCase.institutions.map { Entry(id: $0.id, name: $0.name[lang], kind: $0.kind.rawValue) }
    indicators = regionalCase.indicators.map { Entry(id: $0.id, name: $0.name[lang], kind: $0.unit) }
    problems = regionalCase.problems.map { Entry(id: $0.id, name: $0.title[lang], kind: $0.family.name.rawValue) }
    positions = regionalCase.problems.flatMap { problem in
      problem.positions.map {
        Stance(
          problem: problem.id, party: $0.party.rawValue, demand: $0.demand?[lang], concern: $0.concern?[lang],
          actionCost: $0.actionCost?.best, urgency: $0.urgency?.best, salience: $0.salience?.best,
          position: $0.position?.best)
      }
    }
    goals = regionalCase.goals.map { Entry(id: $0.id, name: $0.title[lang], kind: $0.indicator) }
    sources = regionalCase.sources.map { Entry(id: $0.id, name: $0.citation[lang], kind: nil) }
    ties = regionalCase.ties.map { [$0.from.rawValue, $0.to.rawValue, $0.kind.word.rawValue] }
    conditions = Dictionary(uniqueKeysWithValues: regionalCase.conditions.map { ($0.key.rawValue, $0.value.best) })
  }
}
