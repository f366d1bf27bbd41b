import Registry
import Reporting

extension Evaluation: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(
      EvaluationPhrase.heading,
      [
        "sort": .text(reading.word(EvaluationSortPhrase.self, sort.rawValue)),
        "agreement": .text(reading.name(of: agreement)),
      ])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(WordPhrase.field), reading.say(EvaluationPhrase.recommendation)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      field.map { reading.word(CooperationFieldPhrase.self, $0) } ?? "",
      outcome.map { reading.word(EvaluationOutcomePhrase.self, $0.rawValue) } ?? "",
    ]
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: EvaluationPhrase) -> String { reading.say(phrase) }
    let history = try reading.view.history(of: id)
    let lessons = try lessons.map { try reading.text($0, in: id) }
    let comments = try comments(in: history, reading)
    let answer = try answer.map { try reading.text($0, in: id) }
    html.facts { html in
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.evaluator), reading.name(of: evaluator))
      if let field { html.fact(reading.say(WordPhrase.field), reading.word(CooperationFieldPhrase.self, field)) }
      html.fact(say(.frozenAt), ifAny: frozenAt.map(reading.moment))
      html.fact(say(.commentsUntil), ifAny: commentUntil.map { reading.moment($0.due) })
    }
    if let outcome {
      html.element("h2", text: say(.recommendation))
      html.element("p") { html in
        html.element("strong", text: reading.word(EvaluationOutcomePhrase.self, outcome.rawValue))
      }
      if let reasons { html.writing(reasons) }
    }
    html.element("h2", text: say(.way))
    steps(history, in: reading).write(&html, in: reading)
    writeCriteria(&html, in: reading)
    if !lessons.isEmpty {
      html.element("h2", text: say(.lessons))
      html.element("ul") { html in for lesson in lessons { html.element("li", text: lesson) } }
    }
    guard commentUntil != nil else { return }
    html.element("h2", ["id": "comments"], text: say(.comments))
    if comments.isEmpty { html.element("p", text: say(.noComments)) }
    html.element("ol", ["class": "statements"]) { html in
      for comment in comments {
        html.element("li") { html in
          html.element("p", ["class": "note"], text: comment.byline)
          html.writing(comment.text)
        }
      }
    }
    if let answer {
      html.element("h2", text: say(.answer))
      html.writing(answer)
    }
  }

  // MARK: Figures

  /// What was aimed at beside what was found: a row for each criterion.
  func writeCriteria(_ html: inout HTML, in reading: Reading, isOneOfMany: Bool = false) {
    func say(_ phrase: EvaluationPhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    let comparisons = comparisons
    let headings: [EvaluationPhrase] = [.criterion, .direction, .target, .before, .after, .change, .source]
    let caption = (isOneOfMany ? "\(id) · " : "") + say(.criteria)
    html.table(caption, headings.map { say($0) }, rows: criteria.count) { html, row, column in
      let criterion = criteria[row]
      let measure = measures.first { $0.criterion == criterion.id }
      let comparison = comparisons.first { $0.criterion == criterion.id }
      func figure(_ value: Int64) -> String { "\(Numeral.whole(Int(value))) \(criterion.unit)" }
      switch column {
      case 0: html.text("\(criterion.id). \(criterion.question)")
      case 1: html.text(reading.word(EvaluationDirectionPhrase.self, criterion.direction.rawValue))
      case 2:
        guard let target = criterion.target else { return html.text(say(.noTarget)) }
        guard let reached = comparison?.reachesTarget else { return html.text(figure(target)) }
        html.text(say(reached ? .targetReached : .targetMissed, ["target": .text(figure(target))]))
      case 3: html.text(measure.map { figure($0.before) } ?? say(.notMeasured))
      case 4: html.text(measure.map { figure($0.after) } ?? say(.notMeasured))
      case 5:
        guard let comparison else { return }
        let sign = comparison.change > 0 ? "+" : ""
        let trend = reading.word(TrendPhrase.self, comparison.trend.rawValue)
        html.text("\(sign)\(figure(comparison.change)) (\(trend))")
      default:
        switch measure?.source {
        case .jointReport(let report): html.link(report.path, reading.name(of: report))
        case .document(let exhibit):
          html.element("details") { html in
            html.element("summary", text: exhibit.title)
            html.element("span", ["class": "hash"], text: "SHA-256 \(exhibit.digest)")
          }
        case nil: break
        }
      }
    }
  }

  // MARK: Comments

  /// What somebody said of the draft, below who and when.
  struct Comment { let byline: String, text: String }

  func comments(in history: [RecordView.VisibleEvent], _ reading: Reading) throws -> [Comment] {
    try history.compactMap { entry in
      guard entry.act == "comment", case .commented(let number, let text) = entry.happened(Event.self) else {
        return nil
      }
      let who = entry.author.appointment.map { reading.name(of: $0) } ?? reading.say(WordPhrase.visitor)
      return Comment(
        byline: reading.say(
          EvaluationPhrase.commentBy,
          ["n": .count(number), "who": .text(who), "when": .text(reading.moment(entry.at))]),
        text: try reading.text(text, in: id))
    }
  }

  // MARK: Steps

  private func steps(_ history: [RecordView.VisibleEvent], in reading: Reading) -> StepLine {
    let acts = ["plan", "freeze", "write", "openComments", "adopt", "recommend"]
    let stages: [Stage] = [.planned, .dataFrozen, .drafted, .commented, .adopted]
    let reached = stages.firstIndex(of: stage) ?? acts.count - 1
    return StepLine(
      steps: acts.enumerated().map { index, act in
        let isCommenting = act == "openComments" && stage == .commented && commentsEnded == nil
        let state: StepLine.State =
          isCommenting ? .now : index <= reached ? .over : index == reached + 1 ? .now : .toCome
        var note = history.last { $0.act == act }.map { reading.moment($0.at) }
        if isCommenting, let until = commentUntil?.due {
          note = reading.say(StepPhrase.until, ["when": .text(reading.moment(until))])
        }
        let waitsForComments = act == "adopt" && stage == .commented && commentsEnded == nil
        return StepLine.Step(
          title: reading.tongue.act(act, of: .evaluation), state: waitsForComments ? .toCome : state, note: note)
      })
  }
}
