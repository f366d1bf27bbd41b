import Registry
import Reporting

/// The page of somebody's week: what waits for them, what is owed to their organisation, and what it owes.
struct WeekPage {
  let reading: Reading

  /// A thing with the acts on it that somebody may do now.
  struct Waiting {
    let thing: any RecordObject
    let acts: [(name: String, path: String)]
    let due: DueMoment?
  }

  /// How many rows a section shows.
  static let length = 100

  /// Kinds of things whose acts wait for nobody: they are done when there is a reason.
  static let quietKinds: Set<ObjectKind> = [.region, .organisation, .appointment, .delegation, .erasure]

  /// Acts that somebody may always do and that nobody waits for: they begin anew, end, or add at will.
  static let quietActs: Set<String> = [
    "abandon", "admit", "amend", "comment", "decline", "discardAmendment", "dispute", "dropFinding", "extendEmbargo",
    "findLater", "giveNotice", "make", "merge", "post", "prepareRenewal", "reopen", "reopenCertified", "reopenClause",
    "reopenLast", "reopenLimited", "resolveTermination", "revokeMediator", "strike", "suspend", "undertake",
    "withdraw", "withdrawAmendment", "withdrawClause", "withdrawNotice", "withdrawPackage", "withdrawPosition",
    "withdrawSignature",
  ]

  func page() throws -> Reply {
    guard let organisation = reading.view.standing.organisation, let own = reading.view.standing.appointment else {
      return signIn()
    }
    let waiting = try waiting()
    let owed = try reading.all(Commitment.self, at: Commitment.owedStages) {
      $0.debtor == organisation.id || $0.creditors.contains(organisation.id)
    }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    let toUs = owed.filter { $0.creditors.contains(organisation.id) }
    let byUs = owed.filter { $0.debtor == organisation.id }
    let title = reading.say(HomePhrase.weekTitle)
    return reading.layout(title).page { html in
      html.element("h1", text: title)
      html.element(
        "p", ["class": "lead"],
        text: reading.say(
          HomePhrase.weekLead,
          ["office": .text(reading.name(of: own.id)), "moment": .text(reading.moment(reading.view.now))]))
      html.element("h2", ["id": "waiting"], text: reading.say(HomePhrase.waiting))
      list(waiting, &html)
      section(.owedToUs, toUs, .owedToUsNone, who: .debtor, &html)
      section(.weOwe, byUs, .weOweNone, who: .creditors, &html)
    }
  }

  private func signIn() -> Reply {
    let title = reading.say(HomePhrase.weekTitle)
    return reading.layout(title).page(status: .forbidden) { html in
      html.element("h1", text: title)
      html.element("p") { $0.link("/sign-in", reading.say(HomePhrase.signInFirst)) }
    }
  }

  /// The things with acts that nothing stands in the way of, the nearest date first.
  ///
  /// All of those with a date, and of each kind no more without one than a page has room for, and one: they come last in
  /// the order of their numbers, so that none of those after it would be shown.
  func waiting() throws -> [Waiting] {
    var found: [Waiting] = []
    for kind in ObjectKind.allCases where !Self.quietKinds.contains(kind) {
      func look<T: RecordObject>(_ type: T.Type) throws {
        let isAsked = { (act: String) in Self.isDone(act, on: kind) }
        let dated = Self.datedStages(of: type)
        let stages = T.lifeCycle.stages(leadingTo: isAsked)
        let (withDate, without) = (
          stages.filter { dated.contains($0.rawValue) }, stages.filter { !dated.contains($0.rawValue) }
        )
        for (stages, most) in [(withDate, Int.max), (without, Self.length + 1)] {
          var count = 0
          try reading.view.each(type, at: stages) { visible in
            if let one = try waiting(visible.object, where: isAsked) {
              found.append(one)
              count += 1
            }
            return count < most
          }
        }
      }
      try look(kind.type)
    }
    return found.sorted { one, other in
      switch (one.due, other.due) {
      case (let one?, let other?): DueMoment.isBefore(one, other)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): one.thing.id < other.thing.id
      }
    }
  }

  /// The stages at which something of a kind falls due.
  private static func datedStages(of type: any RecordObject.Type) -> Set<String> {
    func codes<T: DatedThing>(_ type: T.Type) -> Set<String> { Set(T.datedStages.map(\.rawValue)) }
    return (type as? any DatedThing.Type).map { codes($0) } ?? []
  }

  /// A thing with what waits on it; nothing where nothing does.
  private func waiting(_ thing: some RecordObject, where isAsked: (String) -> Bool) throws -> Waiting? {
    let acts = try reading.view.acts(on: thing, where: isAsked)
      .filter { Self.waits($0) }.compactMap { act in path(to: act.act, on: thing).map { (act.act, $0) } }
    guard !acts.isEmpty else { return nil }
    return Waiting(thing: thing, acts: acts, due: DueMoment.all(of: thing).min(by: DueMoment.isBefore))
  }

  /// Whether an act is one that people do here and that somebody can wait for; others are the clock's, or follow from
  /// what is done to another thing.
  private static func isDone(_ act: String, on kind: ObjectKind) -> Bool {
    guard !quietActs.contains(act) else { return false }
    return ActForm.leading(to: act, of: kind) != nil || (kind == .commitment && act == "report")
  }

  /// Whether an act waits for somebody: nothing but the second factor, which is given on the way, is missing.
  private static func waits(_ act: PossibleAct) -> Bool {
    switch act.obstacle {
    case nil, .secondFactorMissing?: return true
    default: return false
    }
  }

  private static let report = ActForm.of(.partyReport, "draft")

  /// Where an act is done; nothing when there is nothing in the thing to do it on, or when it follows from another
  /// thing that waits by itself, as what is verified follows from the verification.
  private func path(to act: String, on thing: some RecordObject) -> String? {
    if let form = ActForm.leading(to: act, of: thing.id.kind) {
      return form.hasParts(on: thing.id, in: reading) ? form.path(on: thing.id) : nil
    }
    guard let owed = thing as? Commitment, owed.isOwed, act == "report" else { return nil }
    return Self.report.map { "\($0.path(on: nil))?agreement=\(owed.agreement)" }
  }

  private func list(_ waiting: [Waiting], _ html: inout HTML) {
    guard !waiting.isEmpty else { return html.element("p", text: reading.say(HomePhrase.waitingNone)) }
    let shown = waiting.prefix(Self.length)
    html.table(
      under: "waiting",
      [
        reading.say(WordPhrase.what), reading.say(WordPhrase.stage), reading.say(HomePhrase.deadline),
        reading.say(WordPhrase.act),
      ], rows: shown.count
    ) { html, row, column in
      let one = shown[row]
      let id = one.thing.id
      switch column {
      case 0:
        html.link(id.path, reading.heading(of: one.thing))
        html.text(" · \(id)")
      case 1: html.tag(reading.tongue.stage(one.thing.stageCode, of: id.kind))
      case 2:
        if let due = one.due {
          html.text("\(reading.say(due.what)): \(reading.moment(due.moment)) (\(reading.distance(to: due.moment)))")
        }
      default: links(one, &html)
      }
    }
    if waiting.count > shown.count { html.element("p", text: reading.say(HomePhrase.notAll)) }
  }

  private func links(_ one: Waiting, _ html: inout HTML) {
    let kind = one.thing.id.kind
    for (index, act) in one.acts.enumerated() {
      if index > 0 { html.text(reading.language == .english ? ", " : "、") }
      html.link(act.path, reading.tongue.act(act.name, of: kind))
    }
  }

  private func section(
    _ title: HomePhrase, _ all: [Commitment], _ nothing: HomePhrase, who: HTML.Side, _ html: inout HTML
  ) {
    html.element("h2", ["id": title.rawValue], text: reading.say(title))
    guard !all.isEmpty else { return html.element("p", text: reading.say(nothing)) }
    html.commitments(Array(all.prefix(Self.length)), under: title.rawValue, who: who, in: reading)
    if all.count > Self.length {
      html.element("p", text: reading.say(HomePhrase.more, ["n": .count(all.count - Self.length)]))
    }
  }
}
