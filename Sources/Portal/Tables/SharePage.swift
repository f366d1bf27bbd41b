import CollectiveAction
import Foundation
import RegionalCases
import Registry
import Reporting
import Sharing
import Studies

/// Where the parties of a table work out who would pay what: `/tables/T-2/shares`.
///
/// Nothing is recorded, and nothing is read of what parties keep sealed: only the figures in the address count.
struct SharePage {
  let reading: Reading
  let table: NegotiationTable
  let question: ShareQuestion?
  /// The problem of the region's case from which figures come, when they do.
  let problem: Problem?
  /// The problems of the region's case that are small enough to fill the form.
  private let offered: [Problem]
  /// The parties among whom to choose, when there are too many for the form.
  private let tooMany: Bool

  /// - Throws: ``PageFault/notHere`` when there is no such table or problem, or it is for others.
  init(_ number: String?, in reading: Reading, at desk: StudyDesk) throws {
    self.reading = reading
    let table = try reading.object(NegotiationTable.self, try reading.number(number, .negotiationTable)).object
    self.table = table
    let edition = Audience.region.includes(reading.view.standing) ? desk.shelf.regions() : nil
    let query = reading.visit.query
    let offered = (edition?.regionalCase?.problems ?? []).filter { $0.members.count <= ShareQuestion.mostPlayers }
    let asked = query["case"].flatMap { $0.isEmpty ? nil : $0 }
    let problem = offered.first { $0.id == asked }
    guard asked == nil || problem != nil else { throw PageFault.notHere }
    (self.offered, self.problem) = (offered, problem)
    if let edition, let regionalCase = edition.regionalCase, let problem {
      let game = try Study(regionalCase, folder: edition.folder.path, problem: problem.id, draws: 0).coalitionGame()
      let language = reading.language == .chinese ? "zh" : "en"
      let names = problem.members.map { regionalCase.party($0)?.name[language] ?? $0.rawValue }
      tooMany = false
      question = ShareQuestion(query, players: Self.unique(names), given: game)
    } else {
      let chosen = query.all("with").compactMap(ObjectID.init).filter(table.parties.contains)
      let parties = chosen.count < 2 ? table.parties : table.parties.filter(chosen.contains)
      tooMany = parties.count > ShareQuestion.mostPlayers
      question =
        tooMany
        ? nil : ShareQuestion(query, players: Self.unique(parties.map { reading.name(of: $0) }), given: nil)
    }
  }

  /// Names that differ: a game tells its players apart by them.
  private static func unique(_ names: [String]) -> [String] {
    names.indices.map { index in
      names[..<index].contains(names[index]) ? "\(names[index]) (\(index + 1))" : names[index]
    }
  }

  private func say(_ phrase: CalculatorPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func page() throws -> Reply {
    let title = say(.title)
    let faults = question?.faults ?? [:]
    let trail = [
      PageLayout.Step(title: reading.say(KindPhrase.many(.negotiationTable)), path: ObjectKind.negotiationTable.path),
      PageLayout.Step(title: table.heading(in: reading), path: table.id.path),
    ]
    return reading.layout(title, trail: trail, isFault: !faults.isEmpty).page(
      status: faults.isEmpty ? .ok : .unprocessable
    ) { html in
      if let question, !faults.isEmpty { summary(question, &html) }
      html.element("h1", text: title)
      html.element("p", text: say(.lead))
      if let question, let game = question.game { answer(question, game, &html) }
      if tooMany { choose(&html) }
      if let question { form(question, &html) }
      sources(&html)
    }
  }

  // MARK: Asking

  private func summary(_ question: ShareQuestion, _ html: inout HTML) {
    html.element("div", ["class": "faults", "role": "alert", "tabindex": "-1", "id": "faults"]) { html in
      html.element("h2", text: reading.say(WordPhrase.errorTitle))
      html.element("ul") { html in
        for (field, label) in labels(of: question) {
          guard let fault = question.faults[field] else { continue }
          html.element("li") { $0.link("#\(field)", "\(label): \(say(fault))") }
        }
      }
    }
  }

  /// Every field with what it asks for, in the order of the form.
  private func labels(of question: ShareQuestion) -> [(field: String, label: String)] {
    let groups = question.groups.map { group in (ShareQuestion.field(group), name(group, question)) }
    let rows = [("w", CalculatorPhrase.weightOf), ("s", .proposalOf)].flatMap { prefix, phrase in
      question.players.enumerated().map { ("\(prefix).\($0.offset + 1)", say(phrase, ["who": .text($0.element)])) }
    }
    return groups + rows
  }

  private func name(_ group: Coalition, _ question: ShareQuestion) -> String {
    group.count == question.players.count && group.count > 2
      ? say(.allOf) : reading.tongue.list(group.map { question.players[$0] })
  }

  private func form(_ question: ShareQuestion, _ html: inout HTML) {
    let labels = labels(of: question)
    let groupCount = question.groups.count
    html.element("h2", ["id": "figures"], text: say(.figures))
    html.element("p", ["class": "note"], text: say(.addressNote))
    html.element("form", ["method": "get", "action": reading.visit.path, "class": "fields"]) { html in
      if let problem { html.hidden("case", problem.id) }
      for party in reading.visit.query.all("with") { html.hidden("with", party) }
      html.element("div", ["class": "field"]) { html in
        html.element("label", ["for": "kind"], text: say(.kind))
        html.element("select", ["id": "kind", "name": "kind"]) { html in
          html.option("cost", say(.cost), isChosen: question.kind == .cost)
          html.option("surplus", say(.surplus), isChosen: question.kind == .surplus)
        }
      }
      boxes(labels.prefix(groupCount), of: question, legend: say(.groups), hint: say(.groupsHint), &html)
      let rest = labels.dropFirst(groupCount)
      boxes(rest.prefix(question.players.count), of: question, legend: say(.weights), hint: say(.weightsHint), &html)
      boxes(
        rest.dropFirst(question.players.count), of: question, legend: say(.proposal), hint: say(.proposalHint), &html)
      html.element("p") { $0.element("button", text: say(.compute)) }
    }
  }

  private func boxes(
    _ labels: ArraySlice<(field: String, label: String)>, of question: ShareQuestion, legend: String, hint: String,
    _ html: inout HTML
  ) {
    html.element("fieldset") { html in
      html.element("legend", text: legend)
      html.element("span", ["class": "hint"], text: hint)
      for (field, label) in labels {
        let fault = question.faults[field]
        html.element("div", ["class": fault == nil ? "field" : "field wrong"]) { html in
          html.element("label", ["for": field], text: label)
          if let fault { html.element("span", ["class": "fault", "id": "\(field)-fault"], text: say(fault)) }
          html.void(
            "input",
            [
              "type": "text", "class": "short", "inputmode": "decimal", "id": field, "name": field,
              "value": question.fields[field] ?? "", "autocomplete": "off",
              "aria-describedby": fault == nil ? "" : "\(field)-fault",
            ])
        }
      }
    }
  }

  /// Lets the reader say among which parties to divide, where a table has too many.
  private func choose(_ html: inout HTML) {
    html.element("form", ["method": "get", "action": reading.visit.path, "class": "fields"]) { html in
      html.element("fieldset") { html in
        html.element("legend", text: say(.tooMany, ["n": .count(ShareQuestion.mostPlayers)]))
        for party in table.parties {
          html.element("div", ["class": "choice"]) { html in
            html.void("input", ["type": "checkbox", "id": "with-\(party)", "name": "with", "value": party.description])
            html.element("label", ["for": "with-\(party)"], text: reading.name(of: party))
          }
        }
      }
      html.element("p") { $0.element("button", text: reading.say(WordPhrase.continueAct)) }
    }
  }

  private func sources(_ html: inout HTML) {
    guard !offered.isEmpty else { return }
    let language = reading.language == .chinese ? "zh" : "en"
    html.element("h2", text: say(.fromCase))
    html.element("ul") { html in
      for one in offered {
        html.element("li") { html in
          html.link("\(reading.visit.path)?case=\(FormFields.encoded(one.id))", one.title[language])
        }
      }
      if problem != nil { html.element("li") { $0.link(reading.visit.path, say(.ownFigures)) } }
    }
  }

  // MARK: Answering

  private func answer(_ question: ShareQuestion, _ game: CoalitionGame, _ html: inout HTML) {
    html.element("h2", ["id": "answer"], text: say(game.kind == .cost ? .whoPays : .whoGets))
    do {
      let answer = try ShareAnswer(question, of: game)
      stability(answer, &html)
      divisions(answer, &html)
      objections(answer, &html)
    } catch {
      html.element("p", text: say(.noDivision))
    }
  }

  private func amount(_ value: Double) -> String { Numeral.fixed(value, decimals: 2) }

  private func stability(_ answer: ShareAnswer, _ html: inout HTML) {
    let text =
      answer.isCoreEmpty
      ? say(.coreEmpty, ["amount": .text(amount(answer.subsidy ?? 0))]) : say(.coreExists)
    html.element("p", text: text)
  }

  private func title(_ line: ShareAnswer.Line) -> String {
    line.rule.map { RuleNames.name($0.rawValue, in: reading.language) } ?? say(.ownProposal)
  }

  private func divisions(_ answer: ShareAnswer, _ html: inout HTML) {
    let players = answer.game.players
    html.table(
      say(.divisions), [say(.rule)] + players + [say(.inCore)], rows: answer.lines.count
    ) { html, row, column in
      let line = answer.lines[row]
      switch column {
      case 0: html.text(title(line))
      case players.count + 1: html.text(verdict(line))
      default: html.text(line.shares.map { amount($0[column - 1]) } ?? "–")
      }
    }
  }

  private func verdict(_ line: ShareAnswer.Line) -> String {
    guard line.shares != nil else { return say(.noAnswer) }
    if line.imbalance != 0 {
      return say(
        line.imbalance > 0 ? .tooMuch : .tooLittle, ["amount": .text(amount(line.imbalance.magnitude))])
    }
    return line.objectionCount == 0 ? say(.yes) : say(.objectors, ["n": .count(line.objectionCount)])
  }

  private func objections(_ answer: ShareAnswer, _ html: inout HTML) {
    let lines = answer.lines.filter { !$0.objections.isEmpty }
    guard !lines.isEmpty else { return }
    html.element("h3", ["id": "objections"], text: say(.whoObjects))
    html.element("ul") { html in
      for line in lines {
        for objection in line.objections.prefix(3) {
          let given = objection.coalition.reduce(0.0) { $0 + (line.shares?[$1] ?? 0) }
          html.element(
            "li",
            text: say(
              answer.game.kind == .cost ? .objectionCost : .objectionGain,
              [
                "rule": .text(title(line)), "who": .text(reading.tongue.list(objection.names)),
                "given": .text(amount(given)), "alone": .text(amount(answer.game[objection.coalition])),
                "amount": .text(amount(objection.amount)),
              ]))
        }
      }
    }
  }
}

extension Route {
  /// The calculator at a table.
  static let shares: [Route] = [
    Route(.get, "/tables/{number}/shares", "tableShares") { visit, places, site in
      try site.read(visit) { try SharePage(places["number"], in: $0, at: site.studies).page() }
    }
  ]
}
