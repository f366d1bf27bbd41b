import Registry
import Reporting

/// The pages on which somebody does one act: the form, the check of the answers where the act binds, the order.
struct ActPage<Thing: PageThing> {
  let reading: Reading
  let form: ActForm
  /// The thing acted on; nothing when the act opens a new one.
  let thing: RecordView.Visible<Thing>?
  let possible: PossibleAct

  /// - Throws: ``PageFault/notHere`` when there is no such act now, a ``Refusal`` when it is for others.
  init(_ command: String?, on id: ObjectID?, in reading: Reading) throws {
    self.reading = reading
    guard let command, let form = ActForm.of(Thing.kind, command) else { throw PageFault.notHere }
    self.form = form
    if let id {
      let thing = try reading.object(Thing.self, id)
      self.thing = thing
      let possible = try reading.view.acts(on: thing.object).first { form.acts.contains($0.act) }
      guard let possible else { throw Self.refusal(form, on: thing.object) }
      self.possible = possible
    } else {
      guard form.acts.contains(Thing.lifeCycle.opening.act) else { throw PageFault.notHere }
      thing = nil
      guard let possible = try reading.view.opening(of: Thing.self) else {
        throw Refusal.notEntitled(act: form.command, needed: Thing.lifeCycle.opening.by)
      }
      self.possible = possible
    }
  }

  private static func refusal(_ form: ActForm, on thing: Thing) -> Refusal {
    let cycle = Thing.lifeCycle
    guard let transition = form.acts.lazy.compactMap({ cycle.transition($0, from: thing.stage) }).first else {
      return .notNow(
        thing.id, act: form.acts[0], stage: thing.stage.rawValue, possible: cycle.acts(from: thing.stage))
    }
    return .notEntitled(act: form.acts[0], needed: transition.by)
  }

  private var path: String { form.path(on: thing?.object.id) }
  private var title: String { form.title(of: possible.act, on: thing?.object, in: reading) }

  private var trail: [PageLayout.Step] {
    var steps = [PageLayout.Step(title: reading.say(KindPhrase.many(Thing.kind)), path: Thing.kind.path)]
    if let thing {
      steps.append(PageLayout.Step(title: thing.object.heading(in: reading), path: thing.object.id.path))
    }
    return steps
  }

  // MARK: Asking

  /// The form, as the record, the address or somebody filled it in, with what is wrong in it.
  func form(
    filled: FormFields? = nil, faults: [ActAnswers.Fault] = [], refusal: Refusal? = nil,
    isDraft: Bool = false, status: Reply.Status = .ok
  ) throws -> Reply {
    let isWrong = !faults.isEmpty || refusal != nil
    let fields = try filled ?? beginning()
    let refused = refusal.map { refusal in
      RefusedFields(reading: reading, form: form, answers: fields).faults(
        behind: refusal, said: RefusalWords(reading, about: Thing.kind))
    }
    let faults = faults + (refused ?? [])
    return reading.layout(title, trail: trail, isFault: isWrong).page(status: status) { html in
      if isWrong { summary(faults, refusal, &html) }
      html.element("h1", text: title)
      if isDraft { html.element("p", ["class": "done", "role": "status"], text: reading.say(WordPhrase.draftFound)) }
      if let obstacle = possible.obstacle, refusal == nil {
        html.element(
          "p", ["class": "note"],
          text: "\(reading.say(WordPhrase.needs)): \(RefusalWords(reading, about: Thing.kind).text(obstacle))")
        wayToCode(obstacle, &html)
      }
      html.element("form", ["method": "post", "action": path, "class": "fields"]) { html in
        hidden(fields, &html)
        FieldWriter(reading: reading, values: fields, faults: faults).write(form.fields, &html)
        html.element("p") { html in
          html.element(
            "button", ["name": "step", "value": asksAgain ? "check" : "do"],
            text: reading.say(asksAgain ? WordPhrase.continueAct : WordPhrase.doIt))
        }
      }
    }
  }

  /// The form as it is opened: with what its writer had entered before their session ended or a code was missing.
  func opened(_ drafts: DraftShelf) throws -> Reply {
    guard let account = reading.visit.visitor.session?.account,
      let draft = drafts.take(of: account, at: path, now: reading.view.now)
    else { return try form() }
    return try form(filled: draft, isDraft: true)
  }

  /// What the address fills in, such as `?clause=3`: only answers, never the key or the step of an order.
  var prefilled: FormFields {
    FormFields(reading.visit.query.fields.filter { !Self.reserved.contains($0.name) })
  }

  /// Whether the answers are shown once more before they are recorded: where the act binds, or what is written is
  /// public.
  private var asksAgain: Bool { !form.fields.isEmpty || possible.isBinding }

  private func hidden(_ fields: FormFields, _ html: inout HTML) {
    html.hidden("token", reading.visit.visitor.tokens.token(for: path))
    html.hidden("key", fields["key"].flatMap(CommandKey.init)?.text ?? CommandKey().text)
    if let thing { html.hidden("prepared", String(thing.version)) }
    // Whose entries these are, once the session has ended that would tell.
    if let owner = reading.visit.visitor.session?.account {
      html.hidden(FormSeal.owner.name, owner.description)
      html.hidden(
        FormSeal.owner.code, reading.visit.visitor.tokens.token(for: FormSeal.ownership(of: owner, at: path)))
    }
  }

  private func summary(_ faults: [ActAnswers.Fault], _ refusal: Refusal?, _ html: inout HTML) {
    html.element("div", ["class": "faults", "role": "alert", "tabindex": "-1", "id": "faults"]) { html in
      html.element("h2", text: reading.say(WordPhrase.errorTitle))
      if let refusal, !faults.contains(where: { $0.phrase == .refused }) {
        html.element("p", text: RefusalWords(reading, about: Thing.kind).text(refusal))
        wayToCode(refusal, &html)
      }
      html.element("ul") { html in
        for fault in faults {
          html.element("li") { html in
            html.link("#\(fault.field)", told(fault))
          }
        }
      }
    }
  }

  /// What is wrong, after what the field is called: a summary is read apart from the fields.
  private func told(_ fault: ActAnswers.Fault) -> String {
    let text = reading.say(fault.phrase, ["n": .text(fault.filling)])
    guard let label = form.fields.label(at: fault.field.split(separator: ".")[...]) else { return text }
    return reading.say(WordPhrase.faultOf, ["field": .text(reading.tongue.say(label)), "fault": .text(text)])
  }

  /// Where the second factor is given, when that is what is missing; it leads back here.
  private func wayToCode(_ refusal: Refusal, _ html: inout HTML) {
    guard case .secondFactorMissing = refusal else { return }
    html.element("p") { html in
      html.link("/account/code?back=\(FormFields.encoded(path))", reading.say(WordPhrase.giveCode))
    }
  }

  // MARK: Checking

  private func check(_ fields: FormFields) throws -> Reply {
    let title = reading.say(
      ActTitlePhrase.checked, ["check": .text(reading.say(WordPhrase.check)), "title": .text(self.title)])
    return reading.layout(title, trail: trail).page { html in
      html.element("h1", text: title)
      html.facts { FieldWriter(reading: reading, values: fields, faults: []).tell(form.fields, &$0) }
      html.element("form", ["method": "post", "action": path, "class": "fields"]) { html in
        hidden(fields, &html)
        for field in fields.fields where !Self.reserved.contains(field.name) { html.hidden(field.name, field.value) }
        html.element("p") { html in
          html.element("button", ["name": "step", "value": "do"], text: reading.say(WordPhrase.doIt))
          html.text(" ")
          if !form.fields.isEmpty {
            html.element(
              "button", ["class": "plain", "name": "step", "value": "change"], text: reading.say(WordPhrase.change))
          }
        }
      }
      html.element("p") { html in
        html.link(thing?.object.id.path ?? Thing.kind.path, reading.say(WordPhrase.cancel))
      }
    }
  }

  private static var reserved: Set<String> {
    ["token", "key", "prepared", "step", FormSeal.owner.name, FormSeal.owner.code]
  }

  // MARK: Ordering

  /// What comes of a form that was sent.
  static func answer(_ visit: Visit, _ command: String?, on id: ObjectID?, at site: Site) async throws -> Reply {
    let fields = visit.form
    let next: ActStep = try site.read(visit) { reading in
      let page = try ActPage(command, on: id, in: reading)
      let currency = reading.currency(of: page.thing?.object)
      let answers = ActAnswers(
        page.form, fields, digits: currency.minorDigits, currency: currency.code, zone: reading.zone)
      guard answers.faults.isEmpty else {
        return .reply(try page.form(filled: fields, faults: answers.faults, status: .unprocessable))
      }
      let order: Order
      do {
        order = try answers.order(page.form, on: id, prepared: fields["prepared"].flatMap { Int($0) })
      } catch {
        return .reply(try page.form(filled: fields, refusal: .unreadable(error), status: .unprocessable))
      }
      switch fields["step"] {
      case "change": return .reply(try page.form(filled: fields))
      case "check": return .reply(try page.check(fields))
      case "do":
        let claim = visit.visitor.claim.under(page.possible.delegation)
        return .submit(order, claim, obstacle: page.possible.obstacle)
      default: throw PageFault.staleForm
      }
    }
    switch next {
    case .reply(let reply): return reply
    case .submit(let order, let claim, let obstacle):
      guard let key = fields["key"].flatMap(CommandKey.init) else { throw PageFault.staleForm }
      do throws(Refusal) {
        let receipt = try await site.record.ledger.submit(order, by: claim, key: key)
        if let account = visit.visitor.session?.account {
          _ = site.drafts.take(of: account, at: visit.path, now: site.record.ledger.now)
        }
        let target = id ?? receipt.changes.first { $0.object.kind == Thing.kind }?.object
        return .seeOther("\(target?.path ?? Thing.kind.path)?recorded=\(receipt.events.lowerBound)")
      } catch {
        // Where something else is in the way no delegation was chosen: the power is not what is missing then.
        let refusal: Refusal = if case .powerMissing = error, let obstacle { obstacle } else { error }
        // What may have come about is asked for again under its own key; any other attempt is another order.
        let isStillOpen = refusal.status == .unavailable
        let kept = FormFields(fields.fields.filter { isStillOpen || $0.name != "key" })
        // The way to give the code leads to another page, and from there back to the form.
        if case .secondFactorMissing = refusal, let account = visit.visitor.session?.account {
          site.drafts.keep(kept, of: account, at: visit.path, now: site.record.ledger.now)
        }
        return try site.read(visit) { reading in
          try ActPage(command, on: id, in: reading).form(filled: kept, refusal: refusal, status: refusal.status)
        }
      }
    }
  }
}

/// What follows from a form that was sent.
private enum ActStep {
  case reply(Reply)
  /// With what is in the way of the act already, if anything is.
  case submit(Order, Claim, obstacle: Refusal?)
}

extension Claim {
  /// The same person acting under a delegation.
  fileprivate func under(_ delegation: ObjectID?) -> Claim {
    guard let appointment, let delegation else { return self }
    return Claim(appointment: appointment, delegation: delegation, secondFactor: secondFactor)
  }
}

extension Reading {
  /// In what a thing counts money: its books' currency, or else the region's.
  func currency(of thing: (any PageThing)? = nil) -> Currency {
    (try? Currency(code: (thing as? RegionBooks)?.currency ?? region?.charter.currency ?? "CNY")) ?? .cny
  }
}

extension HTML {
  /// A field that is sent without being seen.
  mutating func hidden(_ name: String, _ value: String) {
    void("input", ["type": "hidden", "name": name, "value": value])
  }
}
