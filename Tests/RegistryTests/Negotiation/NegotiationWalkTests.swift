import Testing

@testable import Registry

/// Random commands by random people: whatever comes, the table stays sound.
@Suite struct NegotiationWalkTests {
  @Test("stays on its declared paths, keeps secrets and folds from its events", arguments: UInt64(0)..<50)
  func staysSound(seed: UInt64) throws {
    var walk = try TableWalk(seed: seed)
    for _ in 0..<(90 * RecordWalk.lengths) { try walk.step() }
    RecordWalk.checkFold(NegotiationTable.self, walk.fixture.id, of: walk.fixture.region.record)
    try walk.checkStore()
  }

  @Test("is led by the walks through every stage and every act")
  func coversStages() throws {
    var stages = Set(NegotiationTable.Stage.allCases)
    var acts = Set(NegotiationTable.lifeCycle.transitions.map(\.act))
    var seed: UInt64 = 0
    // As many walks as it takes, within reason; walks are their seeds, so it is always the same number.
    while seed < 200, !stages.isEmpty || !acts.isEmpty {
      var walk = try TableWalk(seed: seed)
      walk.isChecked = false
      for _ in 0..<120 { try walk.step() }
      for entry in walk.fixture.region.record.entries {
        guard let table = entry.happening.after as? NegotiationTable else { continue }
        stages.remove(table.stage)
        acts.remove(entry.happening.event.act)
      }
      seed += 1
    }
    #expect(stages == [] && acts == [])
  }
}

/// A walk: people of the region ask for things that a table may do, mostly such as its stage knows.
struct TableWalk {
  var fixture: TableFixture
  var isChecked = true
  private var chance: RecordWalk.Chance
  private var texts = 0

  private static let people = [
    "upperLead", "lowerLead", "social", "upperLead", "lowerLead", "social", "desk", "desk", "mediator", "upperClerk",
    "guide", "auditor", "administrator",
  ]

  init(seed: UInt64) throws {
    fixture = try TableFixture(social: true)
    chance = RecordWalk.Chance(seed: seed)
    // Half of the walks begin with everything on file.
    if Bool.random(using: &chance) { try fixture.beginRound() }
  }

  mutating func step() throws {
    if Int.random(in: 0..<8, using: &chance) == 0 {
      fixture.wait(until: fixture.region.now.later(by: Int64.random(in: 1...200_000_000, using: &chance)))
    }
    let count = fixture.region.record.entries.count
    let before = fixture.table
    try fixture.runClock()
    let act = anyAct()
    let command = command(act, fixture.table)
    let person = anyPerson(for: act, command)
    let unchanged = fixture.region.record
    do {
      try fixture.act(command, as: person)
    } catch {
      if isChecked { RecordWalk.checkRefused(unchanged, fixture.region.record) }
    }
    guard isChecked else { return }
    try RecordWalk.checkSteps(NegotiationTable.self, since: count, of: fixture.region.record)
    let order = Order(NegotiationTable.self, command, on: fixture.id, preparedOn: 3)
    #expect(try CanonicalJSON.value(Order.self, from: CanonicalJSON.text(of: order)) == order)
    #expect(fixture.table.dueRelabels == [], "every content has the audience that the table gives it")
    checkParts(before)
    checkSecrets()
  }

  // MARK: What must hold

  private func checkParts(_ before: NegotiationTable) {
    let after = fixture.table
    for clause in after.clauses {
      let whole = clause.wordings.contains { $0.agreedBy == after.parties }
      #expect((clause.stage == .agreed) == whole || clause.stage == .withdrawn)
      for wording in clause.wordings { #expect(wording.agreedBy == wording.agreedBy.sorted()) }
      #expect(Set(clause.wordings.flatMap(\.agreedBy)).count == clause.wordings.flatMap(\.agreedBy).count)
    }
    for (old, new) in zip(before.packages, after.packages) where old.stage != new.stage {
      // The clock and a person may act within one step, one after the other.
      let direct = NegotiationTable.OfferPackage.cycle.leads(from: old.stage, to: new.stage)
      #expect(direct, "package: '\(old.stage)' to '\(new.stage)'")
      if new.stage == .accepted { #expect(new.expires.map { fixture.region.now < $0 } == true) }
    }
    for package in after.packages where package.stage == .accepted {
      #expect(package.acceptedBy == package.addressees)
    }
    for (old, new) in zip(before.amendments, after.amendments) where old.stage != new.stage {
      #expect(NegotiationTable.Amendment.cycle.leads(from: old.stage, to: new.stage))
    }
    if [.textAgreed, .initialled, .closedWithAgreement].contains(after.stage) {
      #expect(after.progress.agreed == after.progress.of && after.progress.of > 0)
    }
    #expect((after.stage == .round) == (after.currentRound != nil))
    #expect((after.mediation?.isSeated ?? false) ? after.mediation!.grants.count == after.parties.count : true)
  }

  /// Nobody reads what a party keeps but its own people, and the mediator where that party grants it.
  private func checkSecrets() {
    let table = fixture.table
    var secrets: [(Confided, ObjectID, NegotiationTable.Disclosure)] = []
    for mandate in table.mandates { secrets.append((mandate.text, mandate.party, .mandate)) }
    for position in table.positions {
      secrets.append((position.text, position.party, position.sort == .position ? .position : .reservation))
    }
    for package in table.packages where package.tabledAt == nil {
      for content in [package.outline] + package.texts + package.conditions {
        secrets.append((content, package.sponsor, .sealedPackages))
      }
    }
    for (content, party, disclosure) in secrets {
      for (name, standing) in fixture.region.standings where content.audience.includes(standing) {
        let granted = table.mediation?.grant(of: party)?.sees.contains(disclosure) ?? false
        #expect(standing.organisation?.id == party || (name == "mediator" && granted), "\(name) reads \(disclosure)")
      }
    }
  }

  /// A store that knows nothing but the events holds the same audiences as the object.
  func checkStore() throws {
    var store: [String: Audience] = [:]
    for entry in fixture.region.record.entries where entry.happening.object == fixture.id {
      for content in try RecordWalk.contents(of: entry.happening.event) { store[content.commit] = content.audience }
      for label in (entry.happening.event as? any RelabellingEvent)?.relabels ?? [] {
        for content in label.contents { store[content] = label.audience }
      }
    }
    for content in try RecordWalk.contents(of: fixture.table) { #expect(store[content.commit] == content.audience) }
  }

  // MARK: What is asked

  private mutating func pick<T>(_ list: [T]) -> T { list.randomElement(using: &chance)! }
  private mutating func number(_ count: Int) -> Int { Int.random(in: 1...max(1, count), using: &chance) }
  private mutating func text() -> String {
    texts += 1
    return "Text \(texts)"
  }
  private mutating func soon() -> Instant {
    fixture.region.now.later(by: Int64.random(in: -50_000_000...500_000_000, using: &chance))
  }

  private mutating func anyAct() -> String {
    let table = fixture.table
    let likely = Int.random(in: 0..<10, using: &chance) > 0
    var acts = likely ? NegotiationTable.lifeCycle.acts(from: table.stage) : []
    if acts.isEmpty { acts = NegotiationTable.lifeCycle.transitions.map(\.act) }
    // What ends a walk, or stops it, comes seldom.
    if Int.random(in: 0..<12, using: &chance) > 0 {
      acts.removeAll { ["closeWithout", "suspend", "revokeMediator", "nameMediator"].contains($0) }
    }
    if table.progress.of >= 3, Int.random(in: 0..<8, using: &chance) > 0 { acts.removeAll { $0 == "proposeClause" } }
    // What leads on comes more often, as it does where people want an agreement.
    let onwards = acts.filter {
      [
        "agreeToText", "agreeText", "initial", "closeRound", "acceptPackage", "tablePackage", "closeWithAgreement",
        "acceptAmendment",
      ].contains($0)
    }
    let reopening = table.clauses.contains { !$0.reopenConsents.isEmpty }
    if reopening, likely, Int.random(in: 0..<6, using: &chance) == 0 { return "consentToReopen" }
    if !onwards.isEmpty, Int.random(in: 0..<3, using: &chance) == 0 { return pick(onwards) }
    return pick(acts.isEmpty ? ["summarise"] : acts)
  }

  /// A party whose turn it is: one that offers the package, or has not yet agreed to or accepted what the command names.
  private func missingParty(for command: NegotiationTable.Command) -> ObjectID? {
    let table = fixture.table
    switch command {
    case .tablePackage(let number, _, _, _, _):
      return table.packages.indices.contains(number - 1) ? table.packages[number - 1].sponsor : nil
    case .agreeToText(let number, let text):
      guard table.clauses.indices.contains(number - 1) else { return nil }
      let agreed = table.clauses[number - 1].wording(text)?.agreedBy ?? []
      return table.parties.first { !agreed.contains($0) }
    case .acceptAmendment(let number):
      guard table.amendments.indices.contains(number - 1) else { return nil }
      return table.parties.first { !table.amendments[number - 1].acceptedBy.contains($0) }
    case .consentToReopen(let number):
      guard table.clauses.indices.contains(number - 1) else { return nil }
      return table.parties.first { !table.clauses[number - 1].reopenConsents.contains($0) }
    case .initial: return table.parties.first { !table.initials.contains($0) }
    default: return nil
    }
  }

  /// Mostly somebody whom the life cycle names for the act.
  private mutating func anyPerson(for act: String, _ command: NegotiationTable.Command) -> String {
    let table = fixture.table
    if let party = missingParty(for: command), Int.random(in: 0..<6, using: &chance) > 0,
      let person = fixture.leads.first(where: { fixture.region.who($0).organisation?.id == party })
    {
      return person
    }
    let by = Set(NegotiationTable.lifeCycle.transitions.filter { $0.act == act }.flatMap(\.by))
    let fitting = Self.people.filter { !by.isDisjoint(with: table.capacities(of: fixture.region.who($0))) }
    return pick(fitting.isEmpty || Int.random(in: 0..<6, using: &chance) == 0 ? Self.people : fitting)
  }

  /// Mostly the number of an amendment that waits; otherwise any.
  private mutating func amendment() -> Int {
    let open = fixture.table.amendments.filter { $0.stage == .open }.map(\.number)
    return open.isEmpty || Int.random(in: 0..<6, using: &chance) == 0
      ? number(fixture.table.amendments.count) : pick(open)
  }

  /// Mostly the number of a package in the stage; otherwise any.
  private mutating func package(_ stage: NegotiationTable.OfferPackage.Stage) -> Int {
    let fitting = fixture.table.packages.filter { $0.stage == stage }.map(\.number)
    return fitting.isEmpty || Int.random(in: 0..<6, using: &chance) == 0
      ? number(fixture.table.packages.count) : pick(fitting)
  }

  private mutating func command(_ act: String, _ table: NegotiationTable) -> NegotiationTable.Command {
    let region = fixture.region
    switch act {
    case "admit":
      return .admit(organisation: pick([region.ministry, region.institute, region.upstream]), seat: pick([.observer]))
    case "lodgeMandate": return .lodgeMandate(text: text())
    case "open": return .open
    case "beginRound": return .beginRound
    case "closeRound": return .closeRound
    case "suspend": return .suspend(until: soon(), reason: "Rest")
    case "consentToResume", "resume": return .consentToResume
    case "agreeText": return .agreeText
    case "initial", "completeInitials": return .initial
    case "summarise": return .summarise(text: text(), embargoEnds: soon())
    case "extendEmbargo": return .extendEmbargo(until: soon())
    case "closeWithAgreement": return .closeWithAgreement
    case "closeWithout": return .closeWithout(reason: pick(NegotiationTable.ClosingReason.allCases))
    case "nameMediator": return .nameMediator(appointment: region.who(pick(["mediator", "desk"])).appointment!.id)
    case "grantMediator", "seatMediator":
      let sees = NegotiationTable.Disclosure.allCases.filter { _ in Bool.random(using: &chance) }
      return .grantMediator(sees: sees, readers: [])
    case "revokeMediator": return .revokeMediator
    case "lodgePosition":
      let readers = pick([[], [region.who("upperClerk").appointment!.id]])
      return .lodgePosition(sort: pick([.position, .reservation]), text: text(), readers: readers)
    case "withdrawPosition": return .withdrawPosition(position: number(table.positions.count))
    default: return textCommand(act, table)
    }
  }

  private mutating func textCommand(_ act: String, _ table: NegotiationTable) -> NegotiationTable.Command {
    let clause = number(table.clauses.count)
    let wordings = table.clauses.isEmpty ? [] : table.clauses[clause - 1].wordings.map(\.text.commit)
    switch act {
    case "proposeClause": return .proposeClause(title: "Title", text: text())
    case "offerText": return .offerText(clause: clause, text: text())
    case "agreeToText":
      // Mostly the wording that has most supporters and waits for the others.
      let waiting = table.clauses.filter { ![.agreed, .withdrawn].contains($0.stage) }
        .flatMap { clause in clause.wordings.map { (clause.number, $0) } }
        .max { $0.1.agreedBy.count < $1.1.agreedBy.count }
      if let (number, wording) = waiting, Int.random(in: 0..<6, using: &chance) > 0 {
        return .agreeToText(clause: number, text: wording.text.commit)
      }
      return .agreeToText(clause: clause, text: wordings.first ?? "none")
    case "withdrawClause": return .withdrawClause(clause: clause)
    case "consentToReopen", "reopenClause":
      let asked = table.clauses.first { !$0.reopenConsents.isEmpty } ?? table.clauses.first { $0.stage == .agreed }
      return .consentToReopen(clause: asked?.number ?? clause)
    case "amend":
      if let parent = table.amendments.randomElement(using: &chance), Bool.random(using: &chance) {
        return .amend(
          clause: parent.clause, target: parent.text.commit, amends: parent.number, text: text(), reasons: text())
      }
      return .amend(clause: clause, target: pick(wordings + ["none"]), amends: nil, text: text(), reasons: text())
    case "acceptAmendment": return .acceptAmendment(amendment: amendment())
    case "rejectAmendment": return .rejectAmendment(amendment: amendment(), reasons: text())
    case "withdrawAmendment": return .withdrawAmendment(amendment: amendment())
    case "putUnderSilence", "adopt":
      return .putUnderSilence(items: [.init(clause: clause, text: wordings.first ?? "none")], until: soon())
    case "objectTo": return .objectTo(silence: table.silences.first?.number ?? 1, reasons: text())
    case "sealPackage":
      // An issue of its own makes every outline another text, as a salt would.
      var terms = [NegotiationTable.Term(.issue(name: text()), text())]
      if Bool.random(using: &chance) { terms.append(.init(.clause(number: clause), text())) }
      return .sealPackage(terms: terms, conditions: [text()], readers: [])
    case "tablePackage":
      let package = package(.sealed)
      let terms = table.packages.isEmpty ? 1 : table.packages[package - 1].texts.count
      let matters: [NegotiationTable.Matter] = [.issue(name: "Toll")] + (terms > 1 ? [.clause(number: clause)] : [])
      let sponsor = table.packages.isEmpty ? nil : table.packages[package - 1].sponsor
      var others = table.parties.filter { $0 != sponsor }
      if Bool.random(using: &chance) { others = [pick(others)] }
      return .tablePackage(package: package, matters: matters, to: others, expires: soon(), answers: nil)
    case "acceptPackage": return .acceptPackage(package: package(.tabled))
    case "rejectPackage": return .rejectPackage(package: package(.tabled))
    default: return .withdrawPackage(package: number(table.packages.count))
    }
  }
}
