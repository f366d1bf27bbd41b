import Registry
import Reporting

extension DocketFile: PageThing {
  func heading(in reading: Reading) -> String { title }

  func outlets(in reading: Reading) -> [(path: String, name: String)] {
    [("\(id.path)/packet", reading.say(PacketPhrase.link))]
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(WordPhrase.field), reading.say(DocketPhrase.answerBy)]
  }

  func cells(in reading: Reading) -> [String] {
    [
      field.map { reading.word(CooperationFieldPhrase.self, $0) } ?? "",
      stage == .filed ? answerBy.map(reading.moment) ?? "" : "",
    ]
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    let description = try reading.text(description, in: id)
    let diagnosis = try diagnosis.map { try reading.text($0, in: id) }
    html.facts { html in
      if let field { html.fact(reading.say(WordPhrase.field), reading.word(CooperationFieldPhrase.self, field)) }
      html.fact(reading.say(DocketPhrase.filedBy)) { html in
        if let organisation = filedBy.organisation {
          html.link(organisation.path, reading.name(of: organisation))
        } else {
          html.text(reading.say(WordPhrase.visitor))
        }
      }
      if stage == .filed { html.fact(reading.say(DocketPhrase.answerBy), ifAny: answerBy.map(reading.moment)) }
      html.fact(reading.say(FieldPhrase.outcome), ifAny: outcome.map { reading.word(OutcomePhrase.self, $0.rawValue) })
      html.fact(reading.say(WordPhrase.reasons), ifAny: reasons)
      mechanism?.write(&html, in: reading)
      if let mergedInto {
        html.fact(reading.say(FieldPhrase.mergeInto)) { $0.link(mergedInto.path, reading.name(of: mergedInto)) }
      }
      html.fact(reading.say(FieldPhrase.redressUntil), ifAny: redressUntil.map(reading.moment))
    }
    if Audience.region.includes(reading.view.standing), stage != .draft {
      html.element("ul", ["class": "near"]) { html in
        html.element("li") { $0.link("\(id.path)/diagnosis", reading.say(StudyPhrase.toDiagnosis)) }
        html.element("li") { $0.link("\(id.path)/mechanism", reading.say(StudyPhrase.toMechanism)) }
      }
    }
    html.element("h2", text: reading.say(FieldPhrase.description))
    html.writing(description)
    if let diagnosis {
      html.element("h2", text: reading.say(FieldPhrase.summary))
      html.writing(diagnosis)
    }
    if !affected.isEmpty {
      html.table(
        reading.say(FieldPhrase.affected),
        [
          reading.say(FieldPhrase.organisation), reading.say(FieldPhrase.involvement), reading.say(WordPhrase.reasons),
        ], rows: affected.count
      ) { html, row, column in
        let one = affected[row]
        switch column {
        case 0: html.link(one.organisation.path, reading.name(of: one.organisation))
        case 1: html.text(reading.word(InvolvementPhrase.self, one.involvement.rawValue))
        default: html.text(one.reason ?? "")
        }
      }
    }
  }
}

/// What is said on the pages of problems alone.
enum DocketPhrase: String, Phrase {
  case filedBy, answerBy

  var wording: Wording {
    switch self {
    case .filedBy: Wording("Filed by", "提出方")
    case .answerBy: Wording("Answer due", "答复期限")
    }
  }
}
