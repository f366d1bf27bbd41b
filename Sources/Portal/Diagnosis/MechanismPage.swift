import Registry
import Reporting
import Studies

/// Where a form of cooperation is chosen for a problem of the docket: `/docket/PD-19/mechanism`.
///
/// The study proposes one with its reasons; whoever decides may choose another and says why. What was decided stands
/// on the page of the problem, for everybody.
struct MechanismPage {
  let problem: ProblemUnderStudy

  private var reading: Reading { problem.reading }
  private var file: DocketFile { problem.file }

  private func say(_ phrase: StudyPhrase, _ fillings: [String: Filling] = [:]) -> String {
    problem.say(phrase, fillings)
  }

  func page() throws -> Reply {
    let view = problem.view
    let mayDecide = try reading.view.acts(on: file).contains { $0.act == "decide" && $0.canBeginNow }
    return problem.page(.mechanismOf) { html in
      if let choice = file.mechanism {
        html.facts { choice.write(&$0, in: reading) }
        if let study = choice.study, let edition = view.edition {
          html.element("p", ["class": "note"], text: say(study == edition.digest ? .sameCase : .otherCase))
        }
      }
      html.element("p") { $0.link(view.address("\(file.id.path)/diagnosis"), say(.toDiagnosis)) }
      view.introduce(&html)
      view.write(&html) { html, parts, findings in
        html.element("p", ["class": "lead"], text: parts.headline)
        choose(view, parts, findings, mayDecide, &html)
        members(view, parts, findings, &html)
        view.write([.mechanisms, .shares, .certainty, .hinges], of: parts, &html)
        html.element("p", ["class": "note"], text: parts.colophon)
      }
    }
  }

  // MARK: Choosing

  /// The forms side by side, best first, each with the way to decide on it.
  private func choose(
    _ view: StudyView, _ parts: StudyParts, _ findings: Findings, _ mayDecide: Bool, _ html: inout HTML
  ) {
    let forms = parts.forms
    html.element("h2", ["id": "choose"], text: say(.choose))
    html.element("p", text: say(mayDecide ? .chooseHint : .cannotChoose))
    var headings = [say(.form), say(.netGain), say(.everybody)]
    if mayDecide { headings.append(reading.tongue.act("decide", of: .docketFile)) }
    html.table(say(.choose), headings, rows: forms.count) { html, row, column in
      let form = forms[row]
      switch column {
      case 0:
        html.link(view.address(reading.visit.path, [("form", form.id)], anchor: "#members"), form.name)
        if form.isAdvised {
          html.text(" ")
          html.tag(say(.advisedMark))
        }
      case 1: html.text(form.isFormed ? form.netGain : say(.notFormed))
      case 2: html.text(say(form.everyMemberGains ? .yes : .no))
      default:
        html.link(decision(form.id, findings, view), say(form.isAdvised ? .decideAdvised : .decideOther))
      }
    }
  }

  /// The form of the decision, with what the study says filled in.
  private func decision(_ form: String, _ findings: Findings, _ view: StudyView) -> String {
    var fields = [("outcome", DocketFile.Outcome.negotiation.rawValue), ("mechanism.chosen", form)]
    if let advised = findings.mechanisms.recommended { fields.append(("mechanism.advised", advised)) }
    if let edition = view.edition { fields.append(("mechanism.study", edition.digest)) }
    let query = FormFields(fields.map { FormFields.Field($0.0, $0.1) }).encoded
    return "\(file.id.path)/acts/decide?\(query)"
  }

  // MARK: Members

  /// What each member can expect of one form: the one asked for, else the one decided, else the one advised.
  private func members(_ view: StudyView, _ parts: StudyParts, _ findings: Findings, _ html: inout HTML) {
    let asked = reading.visit.query["form"] ?? file.mechanism?.chosen
    let known = findings.mechanisms.ranking
    guard
      let form = known.first(where: { $0.id == asked })
        ?? known.first(where: { $0.id == findings.mechanisms.recommended }) ?? known.first
    else { return }
    let gains = parts.netGains(of: form.id)
    let name = parts.forms.first { $0.id == form.id }?.name ?? form.id
    html.element("h2", ["id": "members"], text: say(.membersOf, ["form": .text(name)]))
    html.table(
      say(.membersOf, ["form": .text(name)]), [say(.member), say(.gainIn, ["unit": .text(parts.unit)])],
      rows: gains.count
    ) { html, row, column in
      guard column > 0 else { return html.text(gains[row].player) }
      html.text(gains[row].amount)
      if gains[row].isLoss {
        html.text(" ")
        html.tag(say(.loses), isOpen: false)
      }
    }
    html.element("p", ["class": "note"], text: say(gains.contains(where: \.isLoss) ? .losersNote : .noLosersNote))
  }
}

extension DocketFile.MechanismChoice {
  /// The choice as facts: what was chosen, what was advised, and why they differ.
  func write(_ html: inout HTML, in reading: Reading) {
    func name(_ code: String) -> String { MechanismNames.name(code, in: reading.language) }
    html.fact(reading.say(MechanismFieldPhrase.chosen), name(chosen))
    if study != nil {
      html.fact(
        reading.say(MechanismFieldPhrase.advised), advised.map(name) ?? reading.say(MechanismFieldPhrase.noneAdvised))
    }
    html.fact(reading.say(MechanismFieldPhrase.deviation), ifAny: deviation)
    if let study {
      html.fact(reading.say(MechanismFieldPhrase.study)) { $0.element("span", ["class": "hash"], text: study) }
    }
  }
}
