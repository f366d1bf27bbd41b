import Foundation
import Registry
import Testing

/// Random people ask for random acts at random times; what must hold then holds.
@Suite struct AgreementWalkTests {
  /// More of them at night.
  static let seeds = UInt64(0)..<(ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 2000 : 50)

  private static let people = [
    "upperLead", "lowerLead", "upperClerk", "lowerClerk", "desk", "member", "monitor", "guide", "social",
  ]

  @Test("refuses without a trace, moves along its life cycle, and is the sum of its events", arguments: seeds)
  func walk(seed: UInt64) throws {
    var chance = SmallChance(seed)
    var region = try SampleRegion()
    let third = try region.newLead(of: region.ministry, named: "third")
    if seed.isMultiple(of: 2) {
      try region.draftAgreement(terms: terms(at: region.now, using: &chance), water: region.clearWater(times: 3))
    } else {
      try region.agreementInForce(
        terms: .init(authentic: "zh", ends: region.now.later(days: 500), noticeDays: 30, openToAccession: true),
        water: region.clearWater(times: 3), payment: region.payment(on: region.now.later(days: 700)))
    }
    for _ in 0..<100 {
      if Int.random(in: 0..<6, using: &chance) == 0 {
        try region.pass(days: [1, 9, 40, 100].randomElement(using: &chance)!)
      }
      let order = order(in: region, using: &chance)
      // The first whom the record lets do it, of some in any order.
      for person in (Self.people + ["third"]).shuffled(using: &chance).prefix(4) {
        let known = person == "third" ? third : region.who(person)
        let standing = Standing(
          appointment: known.appointment!, organisation: known.organisation!, delegation: known.delegation,
          secondFactor: region.now)
        let before = (entries: region.record.entries.count, versions: region.record.versions)
        let objects = snapshot(of: region.record)
        do throws(Refusal) {
          try region.record.submit(order, by: standing, at: region.now)
          break
        } catch {
          // The clock runs before an act and what it does stays; beside that, nothing may have happened.
          let added = region.record.entries.dropFirst(before.entries)
          #expect(added.allSatisfy { $0.happening.author == Author(.clock) }, "\(error)")
          if added.isEmpty {
            #expect(region.record.versions == before.versions)
            #expect(snapshot(of: region.record) == objects)
          }
        }
      }
    }
    try check(region.record, Agreement.self)
    try check(region.record, Commitment.self)
  }

  private func order(in region: SampleRegion, using chance: inout SmallChance) -> Order {
    if Int.random(in: 0..<10, using: &chance) == 0 {
      let (command, id) = commitmentCommand(in: region, using: &chance)
      return Order(Commitment.self, command, on: id)
    }
    let id = ObjectID(.agreement, Int.random(in: 1...region.record.count(of: .agreement), using: &chance))
    let command = command(for: region.agreement(id), in: region, using: &chance)
    if case .draft = command { return Order(Agreement.self, command) }
    return Order(Agreement.self, command, on: id)
  }

  private func snapshot(of record: MemoryRecord) -> [ObjectID: Agreement] {
    record.objects.compactMapValues { $0 as? Agreement }
  }

  private func check<T: RecordObject>(_ record: MemoryRecord, _ type: T.Type) throws {
    var folded: [ObjectID: T] = [:]
    for entry in record.entries where entry.happening.object.kind == T.kind {
      let happening = entry.happening
      let event = try #require(happening.event as? T.Event)
      #expect(try CanonicalJSON.value(T.Event.self, from: CanonicalJSON.text(of: event)) == event)
      guard var object = folded[happening.object] else {
        folded[happening.object] = T(opening: event, id: happening.object, by: happening.author, at: entry.at)
        continue
      }
      let stage = object.stage
      object.apply(event, by: happening.author, at: entry.at)
      let edges = T.lifeCycle.transitions.filter { $0.act == event.act && $0.from.contains(stage) }
      #expect(edges.contains { ($0.to ?? stage) == object.stage }, "\(stage) \(event.act) \(object.stage)")
      #expect(object == happening.after as? T)
      folded[happening.object] = object
    }
    for (id, object) in folded {
      #expect(record.object(T.self, id) == object)
      #expect(try CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: object)) == object)
    }
  }

  // MARK: Chance

  private func terms(at now: Instant, using chance: inout SmallChance) -> Agreement.Terms {
    Agreement.Terms(
      authentic: "zh",
      begins: Bool.random(using: &chance) ? now.later(days: Int.random(in: 0...60, using: &chance)) : nil,
      ends: Bool.random(using: &chance) ? now.later(days: Int.random(in: 90...700, using: &chance)) : nil,
      activation: Int.random(in: 0..<4, using: &chance) == 0 ? 2 : nil,
      noticeDays: Int.random(in: 0...90, using: &chance), openToAccession: Bool.random(using: &chance))
  }

  /// Half the time the act that would lead on, otherwise any.
  private func command(
    for agreement: Agreement, in region: SampleRegion, using chance: inout SmallChance
  ) -> Agreement.Command {
    let now = region.now
    let digest = (agreement.working ?? agreement.current)?.digest ?? "none"
    let number = (agreement.working ?? agreement.current)?.number ?? 1
    let others = [region.upstream, region.downstream, region.ministry, region.office]
    if Int.random(in: 0..<3, using: &chance) > 0 {
      switch agreement.working?.stage {
      case .draft: return .submit(reviewer: region.office)
      case .legalCheck: return .confirm(opinion: "Lawful.")
      case .ready: return .freeze
      case .signing: return .sign(version: number, digest: digest)
      case .signed: return .file(registration: "7", disclosure: "site")
      default: break
      }
    }
    let position = Bool.random(using: &chance) ? Int.random(in: 0...7, using: &chance) : nil
    let clause = String(Int.random(in: 1...7, using: &chance))
    let duty = Agreement.Duty(
      id: "a", debtor: others.randomElement(using: &chance)!, creditors: [others.randomElement(using: &chance)!],
      measure: "m \(Int.random(in: 0...2, using: &chance))",
      due: .afterEntry(days: Int.random(in: 0...200, using: &chance)), evidence: "e",
      window: Int.random(in: 0...40, using: &chance))
    let all: [Agreement.Command] = [
      .draft(parties: others.shuffled(using: &chance).dropLast(2).map { $0 }, field: "water", table: nil),
      .set(title: "T", frame: .chineseCooperation, terms: terms(at: now, using: &chance)),
      .write(
        clause: .init(id: clause, heading: "H", kind: .obligation, text: "T", duties: [duty]), position: position),
      .write(
        clause: .init(
          id: clause, heading: "H", text: "T",
          items: ContentChecklist.of(.chineseCooperation).items.map(\.id)), position: position),
      .strike(clause: clause), .submit(reviewer: others.randomElement(using: &chance)!),
      .sendBack(reasons: "No."), .confirm(opinion: "Yes."), .freeze, .sign(version: number, digest: digest),
      .sign(version: number + 1, digest: digest), .withdrawSignature,
      .file(registration: "", disclosure: "site"), .amend(reason: "A."), .amend(reason: "B."),
      .discardAmendment(reason: "D."), .suspend(reason: "S."), .resume(reason: "R."), .resume(reason: "R."),
      .giveNotice(reason: "G."), .withdrawNotice, .resolveTermination(reason: "T."),
      .settleDues(of: Bool.random(using: &chance) ? nil : others.randomElement(using: &chance)!, statement: "Paid."),
      .admit(organisation: region.ministry), .admit(organisation: others.randomElement(using: &chance)!),
      .accede(version: agreement.current?.number ?? 1, digest: agreement.current?.digest ?? "none"),
      .prepareRenewal(begins: nil, ends: now.later(days: Int.random(in: 0...900, using: &chance))), .windUp, .archive,
      .abandon(reason: "N."),
    ]
    return all.randomElement(using: &chance)!
  }

  private func commitmentCommand(
    in region: SampleRegion, using chance: inout SmallChance
  ) -> (Commitment.Command, ObjectID?) {
    let count = region.record.count(of: .commitment)
    if count > 0, Bool.random(using: &chance) {
      return (.close(remark: "Done."), ObjectID(.commitment, Int.random(in: 1...count, using: &chance)))
    }
    return (
      .make(
        agreement: ObjectID(.agreement, 1), clause: "2", debtor: region.upstream, creditors: [region.downstream],
        measure: "more", due: region.now.later(days: Int.random(in: 0...300, using: &chance)), field: "water"), nil
    )
  }

  @Test("of a commitment takes any events in any order, and leaves an end only for nothing", arguments: seeds)
  func anyEvents(seed: UInt64) throws {
    var chance = SmallChance(seed)
    let opening = Commitment.Event.made(
      agreement: ObjectID(.agreement, 1), clause: "2", debtor: ObjectID(.organisation, 1),
      creditors: [ObjectID(.organisation, 2)], measure: "m", due: Instant(milliseconds: 1_000_000), field: "water")
    var commitment = try #require(
      Commitment(opening: opening, id: ObjectID(.commitment, 1), by: Author(.clock), at: Instant(milliseconds: 0)))
    for step in 0..<60 {
      let other = ObjectID(.dispute, Int.random(in: 1...3, using: &chance))
      let events: [Commitment.Event] = [
        .fellDue, .missed, .reported(report: ObjectID(.partyReport, step + 1)),
        .verified(result: VerifiedResult.allCases.randomElement(using: &chance)!, certificate: other),
        .disputed(dispute: other), .settled(dispute: other),
      ]
      let rare: [Commitment.Event] = [.waived(version: 2), .released(reason: "r"), .closed(remark: "c", next: nil)]
      let event = (Int.random(in: 0..<20, using: &chance) == 0 ? rare : events).randomElement(using: &chance)!
      let before = commitment
      commitment.apply(event, by: Author(.clock), at: Instant(milliseconds: Int64(step)))
      let edges = Commitment.lifeCycle.transitions.filter { $0.act == event.act && $0.from.contains(before.stage) }
      #expect(
        edges.isEmpty
          ? commitment.stage == before.stage : edges.contains { ($0.to ?? before.stage) == commitment.stage })
      if !before.isOpen { #expect(commitment.stage == before.stage) }
      #expect(try CanonicalJSON.value(Commitment.self, from: CanonicalJSON.text(of: commitment)) == commitment)
    }
  }
}
