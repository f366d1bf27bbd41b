import Registry
import Reporting

/// The mediator's own page at a table: `/tables/T-2/mediation`. For everybody else it is not there.
struct MediationPage {
  let reading: Reading
  let table: NegotiationTable
  private let desk: MediationDesk
  private let texts: [String: String]
  private let agreements: [Agreement]
  /// The agreement from which the mediator starts: `?from=AG-3`.
  private let start: DealInForce?

  /// - Throws: ``PageFault/notHere`` for who is not the seated mediator of the table.
  init(_ number: String?, in reading: Reading) throws {
    self.reading = reading
    let found = try reading.object(NegotiationTable.self, try reading.number(number, .negotiationTable)).object
    guard let mediation = found.mediation, mediation.isSeated,
      reading.view.standing.appointment?.id == mediation.mediator
    else { throw PageFault.notHere }
    table = found.shown(to: reading.view.standing)
    var texts: [String: String] = [:]
    for content in table.brackets.flatMap({ $0.wordings.map(\.text) }) {
      texts[content.commit] = try reading.text(content, in: table.id)
    }
    self.texts = texts
    var sealed: [Int: String] = [:]
    for position in table.positions {
      if case .text(let text) = try reading.view.text(of: position.text, in: table.id) {
        sealed[position.number] = text
      }
    }
    agreements = try DealInForce.candidates(for: table, in: reading)
    let brackets = table.brackets
    let start = try agreements.first { $0.id.description == reading.visit.query["from"] }.map {
      try DealInForce($0, among: brackets, words: texts, in: reading)
    }
    self.start = start
    desk = MediationDesk(table, from: start?.deal) { sealed[$0.number] }
  }

  private func say(_ phrase: MediationPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func page() throws -> Reply {
    let acts = try reading.view.acts(on: table)
    let title = say(.title)
    let trail = [
      PageLayout.Step(title: reading.say(KindPhrase.many(.negotiationTable)), path: ObjectKind.negotiationTable.path),
      PageLayout.Step(title: table.heading(in: reading), path: table.id.path),
    ]
    return reading.layout(title, trail: trail).page { html in
      html.element("h1", text: title)
      html.element("p", text: say(.lead))
      html.element("div", ["class": "sealed"]) { html in
        html.element("p", ["class": "mark"], text: say(.onlyYou))
        readiness(&html)
        startingPoints(&html)
        suggestion(acts, &html)
      }
    }
  }

  /// Who has told enough, without what it told: that stands on the page of the table.
  private func readiness(_ html: inout HTML) {
    html.table(say(.readiness), [reading.say(WordPhrase.who), say(.points)], rows: desk.readiness.count) {
      html, row, column in
      let (party, state) = desk.readiness[row]
      guard column > 0 else { return html.link(party.path, reading.name(of: party)) }
      switch state {
      case .notGranted: html.text(say(.notGranted))
      case .missing(let count): html.text(say(.missing, ["n": .count(count)]))
      case .noReservation: html.text(say(.noReservation))
      case .unreadable(let line):
        html.text(say(.unreadable) + " ")
        html.element("code", text: line)
      case .ready: html.text(say(.ready))
      }
    }
  }

  private var path: String { "\(table.id.path)/mediation" }

  /// The agreements from which the mediator can start, and whether the wordings allow it.
  private func startingPoints(_ html: inout HTML) {
    guard !agreements.isEmpty, !desk.clauses.isEmpty else { return }
    html.element("p", text: reading.say(DealInForce.Words.note))
    html.element("ul") { html in
      for agreement in agreements {
        html.element("li") { html in
          let name = Filling.text("\(agreement.id) \(agreement.heading(in: reading))")
          html.link("\(path)?from=\(agreement.id)", reading.say(DealInForce.Words.from, ["agreement": name]))
        }
      }
      if start != nil { html.element("li") { $0.link(path, reading.say(DealInForce.Words.without)) } }
    }
  }

  private func suggestion(_ acts: [PossibleAct], _ html: inout HTML) {
    html.element("h2", ["id": "suggestion"], text: say(.suggestion))
    if let start {
      let title = Filling.text("\(start.agreement.id) \(start.agreement.heading(in: reading))")
      html.element("p", text: reading.say(DealInForce.Words.from, ["agreement": title]))
      let missing = zip(desk.clauses, start.wordings).filter { $0.1 == nil }.map(\.0)
      for clause in missing {
        html.element("p", text: reading.say(DealInForce.Words.noWording, ["n": .count(clause.number)]))
      }
      guard missing.isEmpty else { return }
    }
    switch desk.outcome {
    case .nothingBetter: html.element("p", text: reading.say(DealInForce.Words.nothingBetter))
    case .notYet: html.element("p", text: say(desk.clauses.isEmpty ? .noBrackets : .notYet))
    case .nothingForAll: html.element("p", text: say(.nothingForAll))
    case .tooMany: html.element("p", text: say(.tooMany))
    case .text(let commits):
      for (clause, commit) in zip(desk.clauses, commits) {
        html.element("h3", text: "\(clause.number) · \(clause.title)")
        html.element("p", ["class": "words"], text: texts[commit] ?? "")
      }
      html.element("p", ["class": "note"], text: start == nil ? say(.means) : reading.say(DealInForce.Words.means))
      html.element("p", ["class": "note"], text: say(.bits, ["n": .text(Numeral.fixed(desk.bits, decimals: 1))]))
      guard acts.contains(where: { $0.act == "putUnderSilence" && $0.canBeginNow }) else { return }
      let fields = zip(desk.clauses, commits).enumerated().flatMap { row, chosen in
        [
          FormFields.Field("items.\(row).clause", String(chosen.0.number)),
          FormFields.Field("items.\(row).text", chosen.1),
        ]
      }
      html.element("p") { html in
        html.element(
          "a",
          [
            "class": "button",
            "href": "\(table.id.path)/acts/putUnderSilence?\(FormFields(fields).encoded)",
          ], text: say(.putForward))
      }
    }
  }
}

extension Route {
  /// The mediator's page at a table.
  static let mediation: [Route] = [
    Route(.get, "/tables/{number}/mediation", "tableMediation") { visit, places, site in
      try site.read(visit) { try MediationPage(places["number"], in: $0).page() }
    }
  ]
}

/// What is said on the mediator's page, and to the parties about it.
enum MediationPhrase: String, Phrase {
  case title, lead, onlyYou, readiness, points, notGranted, missing, noReservation, unreadable, ready
  case suggestion, noBrackets, notYet, nothingForAll, tooMany, means, bits, putForward
  case tellPoints, tellReservation, pointNote

  var wording: Wording {
    switch self {
    case .title: Wording("A text that could suit all", "各方可能都接受的文本")
    case .lead:
      Wording(
        "From the points that parties confide to you, one wording is chosen for each clause in brackets. No text below anybody's reservation is ever suggested.",
        "根据各方向您透露的评分，为每一条有争议的条款选出一种表述。所建议的文本绝不会低于任何一方的底线。")
    case .onlyYou:
      Wording("Only you see this page. Nothing leaves it unless you put it forward.", "仅您可见本页。除非由您提出，内容不会外泄。")
    case .readiness: Wording("Whose points are known", "各方评分情况")
    case .points: Wording("Points", "评分")
    case .notGranted:
      Wording("has not granted you both its positions and its reservation", "尚未同时向您开放立场和底线")
    case .missing: Wording("{n#wording has#wordings have} no points yet", "尚有{n}种表述未评分")
    case .noReservation: Wording("has not told its reservation", "尚未告知底线")
    case .unreadable: Wording("a line cannot be read:", "有一行无法识别：")
    case .ready: Wording("complete", "齐全")
    case .suggestion: Wording("What could be put forward", "可以提出的文本")
    case .noBrackets: Wording("No clause has wordings that compete.", "没有存在不同表述的条款。")
    case .notYet:
      Wording("As soon as every party's points are complete, a text is worked out here.", "各方评分齐全后，此处将给出建议文本。")
    case .nothingForAll:
      Wording(
        "No choice among these wordings leaves everybody at its reservation. Other wordings, or something outside the text, are needed.",
        "现有表述的任何组合都会低于某一方的底线，需要新的表述，或文本之外的其他安排。")
    case .tooMany:
      Wording(
        "There are too many combinations to search at once. Agree to some clauses first.", "组合过多，无法一次计算。请先就部分条款达成一致。")
    case .means:
      Wording(
        "Everybody has at least its reservation, the smallest gain is as large as can be, and no other choice gives one party more and none less.",
        "各方均不低于底线，收益最小的一方已尽可能多得，且不存在使一方更好而无人变差的其他选择。")
    case .bits:
      Wording(
        "Whoever sees it can learn at most {n} bits about all preferences together.", "看到该文本的人最多可从中得知各方偏好共计{n}比特的信息。")
    case .putForward: Wording("Put it forward under silence", "以默示程序提出")
    case .tellPoints: Wording("Tell the mediator your points", "向调解员提交评分")
    case .tellReservation: Wording("Tell the mediator your reservation", "向调解员提交底线")
    case .pointNote:
      Wording(
        "The mediator can work out a text that suits all when every party tells points for each wording in brackets and the total below which it would rather have no deal. They stay sealed.",
        "各方为每种有争议的表述评分，并告知低于何值宁可不达成协议，调解员即可据此拟出各方都能接受的文本。评分保持密封。")
    }
  }
}
