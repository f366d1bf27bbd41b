import Registry
import Reporting

extension Dispute: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(
      DisputePhrase.heading,
      [
        "raiser": .text(reading.name(of: raisedBy)), "other": .text(reading.name(of: against)),
        "agreement": .text(reading.name(of: agreement)),
      ])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(WordPhrase.field), reading.say(DisputePhrase.until)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      field.map { reading.word(CooperationFieldPhrase.self, $0) } ?? "", isPending ? reading.moment(until) : "",
    ]
  }

  /// Whether its clock runs.
  private var isPending: Bool { [.raised, .negotiating, .mediating, .arbitrating].contains(stage) }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: DisputePhrase) -> String { reading.say(phrase) }
    let history = try reading.view.history(of: id)
    let claim = try reading.text(claim, in: id)
    let submissions = try submissions.map { ($0.commit, try reading.text($0, in: id)) }
    let terms = try terms.map { try reading.text($0, in: id) }
    let ruling = try ruling.map { try reading.text($0, in: id) }
    html.facts { html in
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.raisedBy)) { $0.link(raisedBy.path, reading.name(of: raisedBy)) }
      html.fact(say(.against)) { $0.link(against.path, reading.name(of: against)) }
      if let commitment {
        html.fact(say(.commitment)) { $0.link(commitment.path, reading.name(of: commitment)) }
      }
      if isPending {
        html.fact(say(.until), reading.moment(until) + (isLate ? " · \(say(.late))" : ""))
      }
    }
    html.element("h2", text: say(.steps))
    steps(history, in: reading).write(&html, in: reading)
    html.element("h2", text: say(.claim))
    html.writing(claim)
    if !submissions.isEmpty {
      html.element("h2", text: say(.submissions))
      let entries = history.compactMap { entry -> (String, RecordView.VisibleEvent)? in
        guard case .submitted(let text) = entry.happened(Event.self) else { return nil }
        return (text.commit, entry)
      }
      html.element("ol", ["class": "statements"]) { html in
        for (commit, text) in submissions {
          html.element("li") { html in
            if let entry = entries.first(where: { $0.0 == commit })?.1 {
              let who = entry.author.appointment.map { reading.name(of: $0) } ?? reading.say(WordPhrase.visitor)
              html.element(
                "p", ["class": "note"],
                text: reading.say(
                  DisputePhrase.submittedBy, ["who": .text(who), "when": .text(reading.moment(entry.at))]))
            }
            html.writing(text)
          }
        }
      }
    }
    if let terms, let proposedBy {
      html.element("h2", text: say(.terms))
      html.element(
        "p", ["class": "note"],
        text: reading.say(DisputePhrase.termsOf, ["who": .text(reading.name(of: proposedBy))]))
      html.writing(terms)
    }
    if let ruling {
      html.element("h2", text: say(.ruling))
      html.writing(ruling)
    }
    if let reasons {
      html.element("h2", text: say(.closing))
      html.writing(reasons)
    }
  }

  /// Raised, negotiated, mediated, decided, closed: what the two sides settle needs no further step.
  func steps(_ history: [RecordView.VisibleEvent], in reading: Reading) -> StepLine {
    let order: [Stage] = [.raised, .negotiating, .mediating, .arbitrating]
    let begins: [Stage: String] = [
      .raised: "raise", .negotiating: "negotiate", .mediating: "mediate", .arbitrating: "arbitrate",
    ]
    func moment(_ acts: String...) -> String? {
      history.last { acts.contains($0.act) }.map { reading.moment($0.at) }
    }
    let settled = history.contains { $0.act == "agreeToSettlement" } || stage == .settled
    let last = order.lastIndex { stage in history.contains { $0.act == begins[stage] } } ?? 0
    let reached = order.firstIndex(of: stage) ?? (ruling == nil ? last : order.count - 1)
    var line = StepLine()
    for (index, one) in order.enumerated() {
      let state: StepLine.State =
        if isPending {
          index < reached ? .over : index == reached ? .now : .toCome
        } else {
          index <= reached ? .over : .skipped
        }
      let until = reading.say(StepPhrase.until, ["when": .text(reading.moment(until))])
      line.steps.append(
        .init(
          title: reading.tongue.stage(one.rawValue, of: .dispute), state: state,
          note: state == .now ? until : begins[one].flatMap { moment($0) }))
    }
    let end: Stage = settled ? .settled : .decided
    line.steps.append(
      .init(
        title: reading.tongue.stage(end.rawValue, of: .dispute), state: isPending ? .toCome : .over,
        note: moment("agreeToSettlement", "decide")))
    line.steps.append(
      .init(
        title: reading.tongue.stage("closed", of: .dispute),
        state: stage == .closed ? .over : isPending ? .toCome : .now, note: moment("close")))
    return line
  }
}
