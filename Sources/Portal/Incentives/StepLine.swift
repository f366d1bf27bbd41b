import Foundation
import Registry
import Reporting

/// The steps of a proceeding in their order: what is over and when, what is under way, and what is still to come.
struct StepLine {
  enum State { case over, now, toCome, skipped }

  struct Step {
    let title: String
    let state: State
    /// When it happened, or until when it lasts.
    var note: String?
  }

  var steps: [Step] = []

  func write(_ html: inout HTML, in reading: Reading) {
    html.element("ol", ["class": "steps"]) { html in
      for step in steps {
        switch step.state {
        case .now: html.element("li", ["class": "now", "aria-current": "step"]) { write(step, &$0, reading) }
        case .over: html.element("li", ["class": "over"]) { write(step, &$0, reading) }
        case .toCome, .skipped: html.element("li") { write(step, &$0, reading) }
        }
      }
    }
  }

  private func write(_ step: Step, _ html: inout HTML, _ reading: Reading) {
    html.element("strong", text: step.title)
    let state: StepPhrase =
      switch step.state {
      case .over: .over
      case .now: .now
      case .toCome: .toCome
      case .skipped: .skipped
      }
    let words = [reading.say(state)] + [step.note].compactMap(\.self)
    html.text(" · " + words.joined(separator: " · "))
  }
}

/// Where a step of a proceeding stands.
enum StepPhrase: String, Phrase {
  case over, now, toCome, skipped, until

  var wording: Wording {
    switch self {
    case .over: Wording("done", "已完成")
    case .now: Wording("under way", "进行中")
    case .toCome: Wording("to come", "未开始")
    case .skipped: Wording("did not take place", "未进行")
    case .until: Wording("until {when}", "至{when}")
    }
  }
}

extension RecordView.VisibleEvent {
  /// What happened, when it is of this sort.
  func happened<Event: RecordEvent>(_ type: Event.Type) -> Event? {
    try? JSONDecoder().decode(HappenedBody<Event>.self, from: Data(body.utf8)).event
  }
}

/// The part of an event's body that says what happened.
private struct HappenedBody<Event: RecordEvent>: Decodable { let event: Event }
