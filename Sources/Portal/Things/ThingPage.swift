import Registry
import Reporting

/// The page of one thing: `/docket/PD-3`.
struct ThingPage<Thing: PageThing> {
  let reading: Reading
  let thing: Thing
  let version: Int

  init(_ id: ObjectID, in reading: Reading) throws {
    let found = try reading.object(Thing.self, id)
    (self.reading, thing, version) = (reading, found.object, found.version)
  }

  func page() throws -> Reply {
    let title = thing.heading(in: reading)
    let acts = try reading.view.acts(on: thing)
    let history = try reading.view.history(of: thing.id)
    var fault: (any Error)?
    var layout = reading.layout(
      title, trail: [PageLayout.Step(title: reading.say(KindPhrase.many(Thing.kind)), path: Thing.kind.path)],
      feed: "\(Thing.kind.path).atom")
    layout.shown = (thing.id, version)
    let reply = layout.page { html in
      html.element("h1", text: title)
      if let done = reading.visit.query["recorded"].flatMap({ Int($0) }) { receipt(done, history, &html) }
      html.facts { html in
        html.fact(reading.say(WordPhrase.number), thing.id.description)
        html.fact(reading.say(WordPhrase.stage)) { html in
          html.tag(reading.tongue.stage(thing.stage.rawValue, of: Thing.kind))
        }
      }
      html.element("ul", ["class": "near"]) { html in
        for outlet in thing.outlets(in: reading) + [("/api\(thing.id.path)", reading.say(OutletPhrase.json))] {
          html.element("li") { $0.link(outlet.path, outlet.name) }
        }
      }
      do { try thing.write(&html, in: reading) } catch let failure { fault = failure }
      if reading.view.standing.appointment != nil || !acts.isEmpty { offer(acts, &html) }
      tell(history, &html)
    }
    if let fault { throw fault }
    return reply
  }

  private func receipt(_ event: Int, _ history: [RecordView.VisibleEvent], _ html: inout HTML) {
    guard let entry = history.first(where: { $0.sequence == event }) else { return }
    html.element("div", ["class": "done", "role": "status"]) { html in
      html.element("h2", text: reading.say(WordPhrase.done))
      html.element("p") { html in
        html.text("\(reading.tongue.act(entry.act, of: Thing.kind)) · \(reading.moment(entry.at)) · ")
        html.link("/log/\(entry.sequence)", reading.say(WordPhrase.event, ["n": .count(entry.sequence)]))
      }
    }
  }

  private func offer(_ acts: [PossibleAct], _ html: inout HTML) {
    let offered: [(PossibleAct, ActForm)] = acts.compactMap { act in
      guard let form = ActForm.leading(to: act.act, of: Thing.kind), form.hasParts(on: thing.id, in: reading)
      else { return nil }
      return (act, form)
    }
    html.element("h2", text: reading.say(WordPhrase.actsNow))
    guard !offered.isEmpty else {
      html.element("p", ["class": "note"], text: reading.say(WordPhrase.noActs))
      return
    }
    html.element("ul", ["class": "acts"]) { html in
      for (act, form) in offered {
        html.element("li") { html in
          let word = reading.tongue.act(act.act, of: Thing.kind)
          guard let obstacle = act.obstacle else {
            html.link(form.path(on: thing.id), word)
            return
          }
          // A second factor can be given on the way.
          if case .secondFactorMissing = obstacle {
            html.link(form.path(on: thing.id), word)
          } else {
            html.text(word)
          }
          html.element(
            "span", ["class": "note"],
            text: "\(reading.say(WordPhrase.needs)): \(RefusalWords(reading, about: Thing.kind).text(obstacle))")
        }
      }
    }
  }

  private func tell(_ history: [RecordView.VisibleEvent], _ html: inout HTML) {
    html.element("h2", ["id": "history"], text: reading.say(WordPhrase.history))
    html.element("p", ["class": "note"], text: reading.say(WordPhrase.historyNote))
    html.element("ol", ["class": "history"]) { html in
      for entry in history {
        html.element("li") { html in
          html.element("strong", text: reading.tongue.act(entry.act, of: Thing.kind))
          html.text(" · ")
          html.element("time", ["datetime": entry.at.description], text: reading.moment(entry.at))
          html.text(" · \(author(entry)) · ")
          html.link("/log/\(entry.sequence)", reading.say(WordPhrase.event, ["n": .count(entry.sequence)]))
        }
      }
    }
  }

  private func author(_ entry: RecordView.VisibleEvent) -> String {
    if let appointment = entry.author.appointment { return reading.name(of: appointment) }
    let cycle = Thing.lifeCycle
    let capacities = ([cycle.opening] + cycle.transitions).filter { $0.act == entry.act }.map(\.by)
    if capacities.contains(where: { $0.contains(.anyone) }) { return reading.say(WordPhrase.visitor) }
    // Besides what falls due, the record writes what follows from another act, such as the duties of what was signed.
    return reading.say(capacities.contains([.clock]) ? WordPhrase.clock : WordPhrase.record)
  }
}
