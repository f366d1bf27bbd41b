@testable import Registry

/// Makes orders of every kind as people might send them: mostly possible ones, sometimes nonsense.
///
/// What is possible is read from the declared life cycles: the acts that lead on from an object's stage, and somebody
/// in one of the capacities named. It reads a record and changes nothing, so the same generator drives a record in
/// memory and a ledger.
struct OrderGenerator {
  /// An order, and who sends it.
  struct Proposal {
    var order: Order
    var member: Cast.Member
    /// Whether the second factor was given just now.
    var isFresh: Bool
    var act: String
  }

  var chance: RecordWalk.Chance
  let cast: Cast
  /// How often an order is bent into one that should be refused: one in so many.
  var bent = 12
  private var written = 0
  private let mark: String
  /// Kinds that this history is mostly about.
  private let focus: [ObjectKind]

  init(seed: UInt64, cast: Cast) {
    chance = RecordWalk.Chance(seed: seed)
    self.cast = cast
    mark = "s\(seed)"
    let themes: [[ObjectKind]] = [
      [.docketFile], [.negotiationTable], [.agreement, .commitment], [.agreement, .partyReport, .verification],
      [.agreement, .partyReport, .verification, .jointReport], [.agreement, .incentiveCase, .books, .commitment],
      [.agreement, .dispute, .evaluation], [.appointment, .delegation, .organisation, .docketFile, .erasure],
    ]
    focus = themes[Int(seed % UInt64(themes.count))]
  }

  // MARK: Chance

  mutating func any(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &chance) }
  mutating func pick<T>(_ list: [T]) -> T { list[any(list.count)] }
  mutating func number(_ count: Int) -> Int { 1 + any(count) }
  mutating func one(in count: Int) -> Bool { any(count) == 0 }

  /// A text with a mark of its own; now and then one that no field takes.
  mutating func text() -> String {
    written += 1
    let own = "\(mark)x\(written)e"
    guard bent > 0, one(in: 60) else { return own }
    return pick(["", " ", own + String(repeating: "长", count: 21_000), own + "\u{7}", own + "\u{202E}<script>'\"--"])
  }

  mutating func soon(_ now: Instant) -> Instant { now.later(by: Int64(any(600_000_000)) - 50_000_000) }
  mutating func later(_ now: Instant) -> Instant { now.later(days: any(400)) }

  /// An object of the kind, mostly one of the last; there need not be any.
  mutating func existing(_ kind: ObjectKind, in record: any RecordReader) -> ObjectID {
    let count = record.count(of: kind)
    return ObjectID(kind, one(in: 20) ? count + 1 : max(1, count - (one(in: 3) ? any(min(count, 3)) : 0)))
  }

  // MARK: An order

  mutating func next(in record: any RecordReader, at now: Instant) -> Proposal? {
    if one(in: 2), let proposal = pressing(in: record, at: now) { return proposal }
    let kind = one(in: 4) ? pick(ObjectKind.allCases) : pick(focus)
    let count = record.count(of: kind)
    let few: Set<ObjectKind> = [.agreement, .negotiationTable, .books]
    let opens = count == 0 || one(in: few.contains(kind) ? 40 : 10)
    let made = opens ? opening(kind, in: record, at: now) : about(existing(kind, in: record), in: record, at: now)
    guard var proposal = made else { return nil }
    if bent > 0, one(in: bent) { bend(&proposal, in: record) }
    return proposal
  }

  /// What leads a history of promises on: an agreement into force, then reports, checks and joint reports.
  private mutating func pressing(in record: any RecordReader, at now: Instant) -> Proposal? {
    guard focus.contains(.agreement) else { return nil }
    func all<T: RecordObject>(_ type: T.Type) -> [T] {
      (0..<record.count(of: T.kind)).compactMap { record.object(type, ObjectID(T.kind, $0 + 1)) }
    }
    guard let agreement = all(Agreement.self).last else { return opening(.agreement, in: record, at: now) }
    if agreement.current == nil { return about(agreement, in: record, at: now) }
    guard focus.contains(.verification) else { return nil }
    if let check = all(Verification.self).last, ![.certified, .superseded, .declined, .withdrawn].contains(check.stage)
    {
      return about(check, in: record, at: now)
    }
    let reports = all(PartyReport.self)
    let joints = all(JointReport.self)
    func sent<T: RecordObject>(_ type: T.Type, _ command: T.Command, on id: ObjectID?, by name: String) -> Proposal {
      Proposal(order: Order(type, command, on: id), member: cast.member(name), isFresh: true, act: "")
    }
    func assigned(_ report: ObjectID, seed: Int) -> Proposal {
      sent(
        Verification.self,
        .assign(
          of: report, monitor: cast.member("monitor").appointment!, seed: SamplingSeed(UInt64(seed)), sampleSize: 1),
        on: nil, by: "guide")
    }
    if focus.contains(.jointReport) {
      if let joint = joints.last(where: { $0.stage == .draft }) {
        if let report = reports.last(where: { $0.stage == .certified }) {
          return sent(JointReport.self, .takeIn(report: report.id), on: joint.id, by: "desk")
        }
        if !joint.lines.isEmpty { return sent(JointReport.self, .submit, on: joint.id, by: "desk") }
      } else if reports.contains(where: { $0.stage == .certified }) {
        return opening(.jointReport, in: record, at: now)
      }
      if let joint = joints.last(where: { $0.stage == .submitted }), one(in: 2) {
        return assigned(joint.id, seed: any(1000))
      }
      if let joint = joints.last, joint.stage != .finalised, one(in: 3) { return about(joint, in: record, at: now) }
    }
    if let report = reports.last(where: { $0.stage == .submitted }) { return assigned(report.id, seed: any(1000)) }
    return reports.last.flatMap { about($0, in: record, at: now) }
  }

  private mutating func bend(_ proposal: inout Proposal, in record: any RecordReader) {
    let order = proposal.order
    switch any(5) {
    case 0: proposal.member = pick(cast.members)
    case 1: proposal.isFresh = false
    case 2: proposal.member = cast.member(pick(["former", "powerless", "visitor"]))
    default:
      // The same command about another object, or prepared on another version.
      guard let object = order.object else { return }
      let other = one(in: 2) ? object : ObjectID(pick(ObjectKind.allCases), number(4))
      let version = (record.version(of: object) ?? 0) - any(3)
      func again<T: RecordObject>(_ type: T.Type) -> Order? {
        (try? CanonicalJSON.value(T.Command.self, from: order.command))
          .map { Order(type, $0, on: other, preparedOn: version) }
      }
      if let bent = again(order.kind.type) { proposal.order = bent }
    }
  }

  private mutating func about(_ id: ObjectID, in record: any RecordReader, at now: Instant) -> Proposal? {
    func found<T: RecordObject>(_ type: T.Type) -> (any RecordObject)? { record.object(type, id) }
    guard let object = found(id.kind.type) else { return nil }
    return about(object, in: record, at: now)
  }

  private static let endings: Set<String> = [
    "close", "closeWithout", "merge", "reject", "abandon", "end", "revoke", "suspend", "resolveTermination",
    "giveNotice", "sendBack", "strike", "decline", "withdraw", "discardAmendment", "withdrawClause", "reopenClause",
    "withdrawSignature", "windUp", "archive", "lift", "dismiss", "rename", "revise", "rework", "extendEmbargo",
  ]

  private mutating func about<T: RecordObject>(_ object: T, in record: any RecordReader, at now: Instant) -> Proposal? {
    var choice = T.lifeCycle.transitions.filter { $0.from.contains(object.stage) && $0.by != [.clock] }
    if one(in: 30) { choice = T.lifeCycle.transitions }
    if !one(in: 5) {
      let onwards = choice.filter { !Self.endings.contains($0.act) }
      if !onwards.isEmpty { choice = onwards }
      let moving = choice.filter { $0.to != nil && $0.to != object.stage }
      if !moving.isEmpty, one(in: T.kind == .negotiationTable ? 2 : 3) { choice = moving }
    }
    guard !choice.isEmpty else { return nil }
    let transition = pick(choice)
    guard let (order, act) = command(transition.act, on: object, in: record, at: now) else { return nil }
    let by = T.lifeCycle.transitions.first { $0.act == act && $0.from.contains(object.stage) }?.by ?? transition.by
    return Proposal(
      order: order, member: somebody(in: by, on: object, record), isFresh: true, act: act)
  }

  /// Mostly somebody in one of the capacities.
  private mutating func somebody<T: RecordObject>(
    in capacities: [Capacity], on object: T, _ record: any RecordReader
  ) -> Cast.Member {
    let fitting = cast.members.filter { member in
      let own = object.capacities(of: Cast.standing(of: member, in: record, secondFactor: nil))
      return capacities.contains(where: own.contains) && member.name != "former" && member.name != "powerless"
    }
    return fitting.isEmpty || one(in: 20) ? pick(cast.members) : pick(fitting)
  }

  /// A command for the act, with the act that it will in fact be.
  private mutating func command<T: RecordObject>(
    _ act: String, on object: T, in record: any RecordReader, at now: Instant
  ) -> (Order, String)? {
    func order<K: RecordObject>(_ type: K.Type, _ command: K.Command?, _ act: String) -> (Order, String)? {
      command.map { (Order(type, $0, on: object.id), act) }
    }
    switch object {
    case let region as Region: return order(Region.self, .revise(charter: region.charter), act)
    case is Organisation: return order(Organisation.self, organisation(act), act)
    case is Appointment: return order(Appointment.self, act == "end" ? .end(reason: text()) : nil, act)
    case is Delegation: return order(Delegation.self, act == "revoke" ? .revoke(reason: text()) : nil, act)
    case let file as DocketFile: return order(DocketFile.self, docket(act, file, in: record, at: now), act)
    case let table as NegotiationTable: return order(NegotiationTable.self, talks(act, table, at: now), act)
    case let agreement as Agreement:
      let command = self.agreement(act, agreement, in: record, at: now)
      return command.flatMap { order(Agreement.self, $0.command, $0.act) }
    case is Commitment: return order(Commitment.self, act == "close" ? .close(remark: text()) : nil, act)
    case let report as PartyReport: return order(PartyReport.self, partyReport(act, report, in: record), act)
    case let report as JointReport: return order(JointReport.self, jointReport(act, report, in: record), act)
    case let check as Verification:
      let command = verification(act, check, in: record)
      return command.flatMap { order(Verification.self, $0.command, $0.act) }
    case let evaluation as Evaluation: return order(Evaluation.self, self.evaluation(act, evaluation), act)
    case let incentive as IncentiveCase:
      return order(IncentiveCase.self, self.incentive(act, incentive, in: record, at: now), act)
    case is Dispute: return order(Dispute.self, dispute(act), act)
    case let books as RegionBooks: return order(RegionBooks.self, self.books(act, books, at: now), act)
    default: return nil
    }
  }

  // MARK: Openings

  private mutating func opening(_ kind: ObjectKind, in record: any RecordReader, at now: Instant) -> Proposal? {
    func proposal<T: RecordObject>(_ type: T.Type, _ command: T.Command, by names: [String]) -> Proposal {
      let name = one(in: 20) ? pick(cast.members).name : pick(names)
      return Proposal(
        order: Order(type, command), member: cast.member(name), isFresh: true, act: T.lifeCycle.opening.act)
    }
    let agreement = existing(.agreement, in: record)
    let leads = ["upperLead", "lowerLead"]
    switch kind {
    case .region: return nil
    case .organisation:
      return proposal(
        Organisation.self,
        .register(nameEnglish: text(), nameChinese: text(), sort: pick(Organisation.Sort.allCases), parent: nil),
        by: ["administrator"])
    case .appointment:
      let home = ObjectID(.organisation, number(record.count(of: .organisation)))
      return proposal(
        Appointment.self,
        .appoint(
          person: text(), organisation: home, role: pick(Role.allCases), from: now, until: later(now),
          instrument: text()), by: ["upperLead", "lowerLead", "administrator", "desk", "social", "monitor", "guide"])
    case .delegation:
      return proposal(
        Delegation.self,
        .delegate(
          to: existing(.appointment, in: record), powers: [pick(Power.allCases)], fields: ["water"], from: now,
          until: later(now), mayPassOn: one(in: 2)), by: ["upperLead", "lowerLead", "desk", "social", "monitor"])
    case .docketFile:
      return proposal(
        DocketFile.self, .draft(title: text(), field: "water", description: text()),
        by: ["lowerClerk", "upperLead", "desk", "social", "visitor", "visitor"])
    case .negotiationTable:
      return proposal(
        NegotiationTable.self,
        .convene(parties: [ObjectID(.organisation, 1), ObjectID(.organisation, 2)], field: "water", file: nil),
        by: ["desk"])
    case .agreement:
      return proposal(
        Agreement.self,
        .draft(parties: [ObjectID(.organisation, 1), ObjectID(.organisation, 2)], field: "water", table: nil),
        by: ["upperClerk", "lowerClerk"])
    case .commitment:
      let upper = one(in: 2)
      let sides = [ObjectID(.organisation, upper ? 1 : 2), ObjectID(.organisation, upper ? 2 : 1)]
      return proposal(
        Commitment.self,
        .make(
          agreement: agreement, clause: "2", debtor: sides[0], creditors: [sides[1]], measure: text(),
          due: later(now), field: "water"), by: [upper ? "upperLead" : "lowerLead"])
    case .partyReport:
      return proposal(
        PartyReport.self, .draft(agreement: agreement, period: period()), by: ["upperClerk", "lowerClerk"])
    case .jointReport:
      return proposal(JointReport.self, .draft(agreement: agreement, period: period()), by: ["desk"])
    case .verification:
      let of = existing(one(in: 3) ? .jointReport : .partyReport, in: record)
      return proposal(
        Verification.self,
        .assign(
          of: of, monitor: cast.member("monitor").appointment!, seed: SamplingSeed(UInt64(any(1000))), sampleSize: 1),
        by: ["guide", "member", "lowerMember"])
    case .evaluation:
      return proposal(
        Evaluation.self,
        .plan(
          agreement: agreement, sort: pick(Evaluation.Sort.allCases), evaluator: cast.member("social").appointment!,
          criteria: [.init(1, question: text(), unit: "mg/l", direction: pick([.up, .down]), target: 5)]),
        by: ["desk"])
    case .incentiveCase:
      guard let command = trigger(in: record) else { return nil }
      return proposal(IncentiveCase.self, command, by: ["desk", "monitor"])
    case .dispute:
      let commitment = one(in: 2) ? existing(.commitment, in: record) : nil
      let upper = one(in: 2)
      return proposal(
        Dispute.self,
        .raise(
          agreement: agreement, against: ObjectID(.organisation, upper ? 2 : 1), commitment: commitment, claim: text()),
        by: [leads[upper ? 0 : 1]])
    case .books:
      return proposal(
        RegionBooks.self,
        .open(
          agreement: record.count(of: .agreement) > 0 ? agreement : nil,
          parties: [ObjectID(.organisation, 1), ObjectID(.organisation, 2)], currency: pick(["CNY", "USD"])),
        by: ["desk"])
    case .erasure:
      let file = existing(.docketFile, in: record)
      guard let description = record.object(DocketFile.self, file)?.description else { return nil }
      return proposal(
        Erasure.self,
        .erase(
          commit: description.commit, of: file, ground: pick(Erasure.Ground.allCases), instrument: text()),
        by: ["desk", "administrator"])
    }
  }

  private mutating func period() -> ReportingPeriod {
    let year = 2025 + any(3)
    return ReportingPeriod(from: CalendarDay("\(year)-01-01")!, through: CalendarDay("\(year)-06-30")!)
  }

  private mutating func trigger(in record: any RecordReader) -> IncentiveCase.Command? {
    let all = (0..<record.count(of: .commitment)).compactMap {
      record.object(Commitment.self, ObjectID(.commitment, $0 + 1))
    }
    let ripe = all.filter { $0.certificate != nil || $0.stage == .overdue }
    guard let commitment = ripe.isEmpty ? all.last : pick(ripe) else { return nil }
    if let certificate = commitment.certificate, let result = commitment.result {
      return .trigger(
        agreement: commitment.agreement, subject: commitment.debtor, direction: result == .met ? .reward : .sanction,
        rule: text(), trigger: .certificate(certificate, commitment: commitment.id))
    }
    return .trigger(
      agreement: commitment.agreement, subject: commitment.debtor, direction: .sanction, rule: text(),
      trigger: .overdue(commitment: commitment.id))
  }
}
