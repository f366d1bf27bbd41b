import RegionalCases
import Registry
import Reporting
import Studies

/// A study as a page of the portal shows it: which case and problem it is of, and how far it is.
struct StudyView {
  /// Why there is nothing to show yet.
  enum Standing {
    case noCase
    case faulty([String])
    case unknownProblem(known: [Problem])
    case making(part: Double, step: Study.Step)
    case failed(String)
    case ready(StudyParts, Findings)
  }

  let reading: Reading
  let edition: CaseEdition?
  let problem: Problem?
  /// Whether a problem of the docket is shown by the region's case, having none of its own.
  let standsIn: Bool
  let standing: Standing

  /// - Parameter file: the problem of the docket; nothing for the region's own case.
  /// - Throws: ``PageFault/notHere`` for who is not appointed in the region: a case tells what members keep among
  ///   themselves.
  init(of file: ObjectID?, in reading: Reading, at desk: StudyDesk) throws {
    guard Audience.region.includes(reading.view.standing) else { throw PageFault.notHere }
    self.reading = reading
    let own = file.flatMap { desk.shelf.edition(of: $0) }
    edition = own ?? desk.shelf.regions()
    standsIn = file != nil && own == nil
    problem = edition?.problem(reading.visit.query["problem"])
    standing = try Self.standing(edition, problem, in: reading, at: desk)
  }

  private static func standing(
    _ edition: CaseEdition?, _ problem: Problem?, in reading: Reading, at desk: StudyDesk
  ) throws -> Standing {
    guard let edition else { return .noCase }
    guard let regionalCase = edition.regionalCase else { return .faulty(edition.faults) }
    guard let problem else { return .unknownProblem(known: regionalCase.problems) }
    switch desk.answer(to: problem, of: edition) {
    case .making(let part, let step): return .making(part: part, step: step)
    case .failed(let reason): return .failed(reason)
    case .made(let findings): return .ready(try StudyParts(findings, in: reading.language), findings)
    }
  }

  func say(_ phrase: StudyPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }

  /// The address of the page with the same problem, and with another answer to one question.
  func address(_ path: String, _ others: [(String, String)] = [], anchor: String = "") -> String {
    let asked = reading.visit.query["problem"].map { [FormFields.Field("problem", $0)] } ?? []
    let fields = FormFields(asked + others.map { FormFields.Field($0.0, $0.1) })
    return path + (fields.fields.isEmpty ? "" : "?\(fields.encoded)") + anchor
  }

  // MARK: Writing

  /// Says whose case it is, and lets the reader choose among its problems.
  func introduce(_ html: inout HTML) {
    guard let edition, let regionalCase = edition.regionalCase else { return }
    let language = reading.language == .chinese ? "zh" : "en"
    if standsIn { html.element("p", ["class": "note"], text: say(.standsIn)) }
    html.facts { html in
      html.fact(say(.caseName)) { html in
        if standsIn {
          html.link(address("/study"), regionalCase.title[language])
        } else {
          html.text(regionalCase.title[language])
        }
      }
      html.fact(say(.caseProblem)) { html in
        for (index, one) in regionalCase.problems.enumerated() {
          if index > 0 { html.text(" · ") }
          if one.id == problem?.id {
            html.element("strong", text: one.title[language])
          } else {
            html.link("\(reading.visit.path)?problem=\(FormFields.encoded(one.id))", one.title[language])
          }
        }
      }
      html.fact(say(.caseDigest)) { $0.element("span", ["class": "hash"], text: edition.digest) }
    }
  }

  /// Says why there is nothing to see yet, and what to do; writes what is ready by `content`.
  func write(_ html: inout HTML, content: (inout HTML, StudyParts, Findings) -> Void) {
    switch standing {
    case .noCase:
      html.element("p", text: say(.noCase))
      html.element("p", ["class": "note"], text: say(.noCaseHint))
    case .faulty(let faults): list(say(.faulty), faults, &html)
    case .failed(let reason): list(say(.failed), [reason], &html)
    case .unknownProblem: html.element("p", text: say(.unknownProblem))
    case .making(let part, let step):
      html.element("div", ["class": "done", "role": "status"]) { html in
        html.element("h2", text: say(.making))
        html.element("p") { html in
          html.element("progress", ["max": "1", "value": Numeral.fixed(part, decimals: 2), "aria-hidden": "true"]) {
            _ in
          }
          html.text(
            " "
              + say(
                .doing,
                [
                  "part": .text(Numeral.percent(part)),
                  "step": .text(reading.word(StudyStepPhrase.self, step.rawValue)),
                ]))
        }
        html.element("p") { $0.link(reading.visit.address, say(.lookAgain)) }
      }
    case .ready(let parts, let findings):
      html.element("div", ["class": "study"]) { content(&$0, parts, findings) }
    }
  }

  private func list(_ title: String, _ lines: [String], _ html: inout HTML) {
    html.element("div", ["class": "faults", "role": "alert"]) { html in
      html.element("h2", text: title)
      html.element("p", text: say(.faultyHint))
      html.element("ul", ["lang": "en"]) { html in
        for line in lines { html.element("li") { $0.element("code", text: line) } }
      }
    }
  }

  /// The parts of the report with their contents list before and their making after them.
  func write(_ shown: [StudyParts.Part], of parts: StudyParts, _ html: inout HTML) {
    html.element("nav", ["aria-label": say(.contents)]) { html in
      html.element("ul", ["class": "near"]) { html in
        for (part, title) in parts.headings(of: shown) { html.element("li") { $0.link("#\(part.rawValue)", title) } }
      }
    }
    parts.write(shown, to: &html)
  }
}
