import Registry
import Reporting

/// Who owes what by when, late ones first: `/commitments?party=O-2&stage=overdue&order=due`.
struct CommitmentBoard {
  let reading: Reading

  /// How many commitments one page shows.
  static let length = 100

  private func say(_ phrase: CommitmentPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func page() throws -> Reply {
    let query = reading.visit.query
    let party = query["party"].flatMap { ObjectID($0) }
    let state = query["stage"] ?? ""
    let stage = Commitment.Stage(rawValue: state)
    let byDue = query["order"] == "due"
    let all = try reading.every(Commitment.self)
    let wanted = all.filter { commitment in
      let isOfParty = party.map { commitment.debtor == $0 } ?? true
      return isOfParty && (state == "all" || stage.map { commitment.stage == $0 } ?? commitment.isOpen)
    }
    .sorted { byDue ? ($0.due, $0.id) < ($1.due, $1.id) : CommitmentTable.isMoreUrgent($0, $1) }
    let start = max(0, query["after"].flatMap { Int($0) } ?? 0)
    let shown = Array(wanted.dropFirst(start).prefix(Self.length))
    let debtors = Set(all.map(\.debtor)).sorted()
    let opening = try reading.view.opening(of: Commitment.self)
    let title = reading.say(KindPhrase.commitment)
    return reading.layout(title).page { html in
      html.element("h1", ["id": "list"], text: title)
      html.element("p", ["class": "lead"], text: say(.introduction))
      let late = all.count { $0.stage == .overdue }
      html.element(
        "p", text: say(.ofAll, ["open": .count(all.count(where: \.isOpen)), "late": .count(late)]))
      if let opening, let form = ActForm.leading(to: opening.act, of: .commitment) {
        html.element("p") { html in
          html.element(
            "a", ["class": "button", "href": form.path(on: nil)],
            text: reading.word(OpeningPhrase.self, "commitment"))
        }
      }
      filter(party, state, byDue: byDue, debtors, &html)
      guard !shown.isEmpty else { return html.element("p", text: reading.say(WordPhrase.none)) }
      CommitmentTable(reading: reading).write(shown, under: "list", &html)
      html.element("p", ["class": "note"], text: say(.shown, ["n": .count(shown.count), "all": .count(wanted.count)]))
      if start + shown.count < wanted.count {
        let fields = query.fields.filter { $0.name != "after" } + [.init("after", String(start + shown.count))]
        html.element("p") { html in
          html.link("\(reading.visit.path)?\(FormFields(fields).encoded)", reading.say(WordPhrase.more))
        }
      }
    }
  }

  private func filter(
    _ party: ObjectID?, _ state: String, byDue: Bool, _ debtors: [ObjectID], _ html: inout HTML
  ) {
    html.element("form", ["method": "get", "action": reading.visit.path, "class": "filter"]) { html in
      select("party", say(.party), &html) { html in
        html.option("", say(.anyParty), isChosen: party == nil)
        for debtor in debtors { html.option(debtor.description, reading.name(of: debtor), isChosen: debtor == party) }
      }
      select("stage", say(.state), &html) { html in
        html.option("", say(.anyState), isChosen: state.isEmpty)
        for stage in Commitment.Stage.allCases {
          html.option(
            stage.rawValue, reading.tongue.stage(stage.rawValue, of: .commitment), isChosen: stage.rawValue == state)
        }
        html.option("all", say(.openOnly), isChosen: state == "all")
      }
      select("order", say(.order), &html) { html in
        html.option("", say(.byLateness), isChosen: !byDue)
        html.option("due", say(.byDue), isChosen: byDue)
      }
      html.element("button", text: reading.say(WordPhrase.filter))
    }
  }

  private func select(_ name: String, _ label: String, _ html: inout HTML, _ options: (inout HTML) -> Void) {
    html.element("div") { html in
      html.element("label", ["for": name], text: label)
      html.element("select", ["id": name, "name": name], content: options)
    }
  }
}

extension Route {
  /// The addresses of commitments: their list is a board of what is owed.
  static let commitments: [Route] =
    [
      Route(.get, ObjectKind.commitment.path, "commitmentList", followsRecord: true) { visit, _, site in
        try site.read(visit) { try CommitmentBoard(reading: $0).page() }
      }
    ] + things(Commitment.self).filter { $0.name != "commitmentList" }
}
