import Registry
import Reporting
import Studies

/// The study of the region's own case, as its report has it: `/study`.
struct RegionStudyPage {
  let reading: Reading
  let desk: StudyDesk

  func page() throws -> Reply {
    let view = try StudyView(of: nil, in: reading, at: desk)
    let title = reading.say(StudyPhrase.study)
    var layout = reading.layout(
      title,
      trail: [PageLayout.Step(title: reading.say(KindPhrase.many(.docketFile)), path: ObjectKind.docketFile.path)])
    layout.sheets = [.study]
    return layout.page { html in
      html.element("h1", text: title)
      view.introduce(&html)
      view.write(&html) { html, parts, _ in
        html.element("p", ["class": "lead"], text: parts.headline)
        view.write(StudyParts.Part.allCases, of: parts, &html)
        html.element("p", ["class": "note"], text: parts.colophon)
      }
    }
  }
}

/// The workspace in which a problem of the docket is diagnosed: `/docket/PD-19/diagnosis`.
///
/// What the record holds of the problem, what the study says of the game behind it, and the acts that come next.
struct DiagnosisPage {
  let problem: ProblemUnderStudy

  func page() throws -> Reply {
    let (reading, file, view) = (problem.reading, problem.file, problem.view)
    let acts = try reading.view.acts(on: file)
    let diagnosis = try file.diagnosis.map { try reading.text($0, in: file.id) }
    return problem.page(.diagnosisOf) { html in
      html.facts { html in
        html.fact(reading.say(WordPhrase.stage)) { html in
          html.tag(reading.tongue.stage(file.stage.rawValue, of: .docketFile))
        }
        html.fact(reading.say(FieldPhrase.affected)) { html in
          reading.links(file.affected.filter { $0.involvement != .leftOut }.map(\.organisation), &html)
        }
        html.fact(reading.say(FieldPhrase.summary), ifAny: diagnosis)
      }
      file.offer(["map", "concludeDiagnosis", "openOptions"], among: acts, in: reading, &html)
      html.element("p") { $0.link(view.address("\(file.id.path)/mechanism"), problem.say(.toMechanism)) }
      html.element("h2", ["id": "study"], text: problem.say(.study))
      view.introduce(&html)
      view.write(&html) { html, parts, findings in
        html.element("p", ["class": "lead"], text: parts.headline)
        risks(findings, &html)
        view.write([.summary, .map, .diagnosis, .dependence, .setting, .inputs], of: parts, &html)
        html.element("p", ["class": "note"], text: parts.colophon)
      }
    }
  }

  /// What stands in the way of the form that the study puts first: a chance for each risk.
  private func risks(_ findings: Findings, _ html: inout HTML) {
    guard let best = findings.mechanisms.ranking.first else { return }
    let rows: [(StudyPhrase, Double)] = [
      (.coordinationRisk, 1 - best.coordination), (.divisionRisk, 1 - best.division),
      (.defectionRisk, 1 - best.defectionSafety),
    ]
    html.table(problem.say(.risks), [problem.say(.risk), problem.say(.chance)], rows: rows.count) { html, row, column in
      html.text(column == 0 ? problem.say(rows[row].0) : Numeral.percent(rows[row].1))
    }
    html.element("p", ["class": "note"], text: problem.say(.risksNote))
  }
}

extension DocketFile {
  /// Links to the forms of acts, those that the visitor could begin now.
  func offer(_ names: [String], among acts: [PossibleAct], in reading: Reading, _ html: inout HTML) {
    let offered = acts.filter { names.contains($0.act) && $0.canBeginNow }
    guard !offered.isEmpty else { return }
    html.element("ul", ["class": "near"]) { html in
      for act in offered {
        guard let form = ActForm.leading(to: act.act, of: .docketFile) else { continue }
        html.element("li") { $0.link(form.path(on: id), reading.tongue.act(act.act, of: .docketFile)) }
      }
    }
  }
}
