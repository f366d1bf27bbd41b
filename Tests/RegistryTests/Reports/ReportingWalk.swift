import Registry
import Testing

/// A walk of random commands by random people, checked after each.
struct ReportingWalk {
  var region: ReportingRegion
  private(set) var accepted = 0
  private let chance: SamplingSeed
  private var counter: UInt64 = 0
  private var checkedEntries = 0
  private var certificates: [ObjectID: Verification.Certificate] = [:]

  /// Whether each event and object is written and read again.
  private let readsAgain: Bool

  init(seed: UInt64, readsAgain: Bool = true) throws {
    region = try ReportingRegion()
    (chance, self.readsAgain) = (SamplingSeed(seed), readsAgain)
  }

  private mutating func any(_ count: Int) -> Int {
    counter += 1
    return Int(chance.draw(counter) % UInt64(max(1, count)))
  }

  private mutating func any<T>(of values: [T]) -> T { values[any(values.count)] }

  private mutating func anyID(_ kind: ObjectKind) -> ObjectID {
    ObjectID(kind, 1 + any(max(1, region.record.count(of: kind))))
  }

  // MARK: A step

  mutating func step() throws {
    if any(12) == 0 {
      try region.pass(to: region.now.later(by: Int64(any(15)) * 86_400_000 + Int64(any(1000))))
    } else {
      let before = region.record.versions
      let count = region.record.entries.count
      do {
        try ask()
        accepted += 1
        #expect(region.record.entries.count > count)
      } catch {
        // Time may have acted on the object; the refused command itself has done nothing.
        let news = region.record.entries[count...]
        #expect(news.allSatisfy { $0.author.appointment == nil && $0.author.organisation == nil })
        #expect(news.isEmpty ? region.record.versions == before : true)
        #expect(!error.description.isEmpty)
      }
    }
    try checkNews()
  }

  private mutating func ask() throws(Refusal) {
    switch any(24) {
    case 0..<4: try leadOn(anyID(.partyReport))
    case 4..<7: try leadOn(anyID(.jointReport))
    case 7..<12: try askPartyReport()
    case 12..<15: try askJointReport()
    case 15..<22: try askVerification()
    default: try askEvaluation()
    }
  }

  /// Somebody: mostly one who may.
  private mutating func somebody(_ fitting: String...) -> String {
    any(8) == 0
      ? any(of: [
        "upperLead", "upperClerk", "lowerLead", "lowerClerk", "desk", "monitor", "secondMonitor", "guide", "member",
        "lowerMember", "social", "auditor", "administrator",
      ]) : any(of: fitting)
  }

  private mutating func anyEntry() -> PartyReport.Entry {
    PartyReport.Entry(
      figure: ReportedFigure(Int64(any(4)) * 50, any(10) == 0 ? "m" : "km"), narrative: "Text \(any(3)).",
      deviations: any(3) == 0 ? [.init(.delay, reason: "Rain.")] : [])
  }

  private mutating func askPartyReport() throws(Refusal) {
    let id = anyID(.partyReport)
    let county =
      region.record.object(PartyReport.self, id)?.party == region.sample.downstream ? "lower" : "upper"
    let (clerk, lead) = ("\(county)Clerk", "\(county)Lead")
    switch any(10) {
    case 0:
      let period = any(of: [ReportingRegion.firstQuarter, ReportingRegion.secondQuarter])
      try region.act(
        PartyReport.self, .draft(agreement: region.agreement, period: period),
        as: somebody("upperClerk", "lowerClerk"))
    case 1, 2:
      let commitment = any(of: county == "upper" ? [region.sewer, region.forest] : [region.payment])
      try region.act(
        PartyReport.self, .addItem(commitment: commitment, entry: anyEntry()), on: id, as: somebody(clerk))
    case 3:
      try region.act(PartyReport.self, .editItem(item: 1 + any(3), entry: anyEntry()), on: id, as: somebody(clerk))
    case 4: try region.act(PartyReport.self, .removeItem(item: 1 + any(3)), on: id, as: somebody(clerk))
    case 5: try region.act(PartyReport.self, .submit, on: id, as: somebody(lead))
    case 6: try region.act(PartyReport.self, .resubmit, on: id, as: somebody(lead))
    case 7:
      guard any(2) == 0 else { return try region.submitAnything(on: id, as: lead) }
      try region.act(
        PartyReport.self, .reopen(kind: any(of: ReopeningKind.allCases), reason: "Typing error."), on: id,
        as: somebody("desk", "monitor"))
    case 8:
      try region.act(PartyReport.self, .reopenCertified(finding: 1, reason: "Wrong."), on: id, as: somebody("desk"))
    default:
      try region.act(
        PartyReport.self, .correct(item: 1 + any(3), amount: Int64(any(5)) * 10, reason: "Wrong."), on: id,
        as: somebody(clerk))
    }
  }

  private mutating func askJointReport() throws(Refusal) {
    let id = anyID(.jointReport)
    let report = anyID(.partyReport)
    switch any(8) {
    case 0:
      let period = any(of: [ReportingRegion.firstQuarter, ReportingRegion.secondQuarter])
      try region.act(
        JointReport.self, .draft(agreement: region.agreement, period: period),
        as: somebody("desk"))
    case 1: try region.act(JointReport.self, .summarise(text: "All well."), on: id, as: somebody("desk"))
    case 2, 3: try region.act(JointReport.self, .takeIn(report: report), on: id, as: somebody("desk"))
    case 4: try region.act(JointReport.self, .leaveOut(report: report), on: id, as: somebody("desk"))
    case 5: try region.act(JointReport.self, .submit, on: id, as: somebody("desk"))
    case 6: try region.act(JointReport.self, .resubmit, on: id, as: somebody("desk"))
    default:
      try region.act(
        JointReport.self, .reopen(kind: any(of: ReopeningKind.allCases), reason: "Text."), on: id,
        as: somebody("desk", "monitor"))
    }
  }

  private mutating func askVerification() throws(Refusal) {
    let id = anyID(.verification)
    switch any(24) {
    case 0, 1:
      try region.act(
        Verification.self,
        .assign(
          of: any(2) == 0 ? anyID(.partyReport) : anyID(.jointReport), monitor: region.appointment(of: "monitor"),
          seed: SamplingSeed(UInt64(any(1000))), sampleSize: 1), as: somebody("guide", "member", "lowerMember"))
    case 2: try region.act(Verification.self, .decline(reason: "No time."), on: id, as: somebody("guide", "monitor"))
    case 3: try region.act(Verification.self, .withdraw(reason: "Too slow."), on: id, as: somebody("desk", "guide"))
    case 4: try region.act(Verification.self, .rework(reason: "New."), on: id, as: somebody("desk", "monitor"))
    case 5:
      try region.act(
        Verification.self, .findLater(item: 1, severity: .major, text: "Late.", exhibits: [], due: nil), on: id,
        as: somebody("monitor"))
    case 6: try region.act(Verification.self, .dropFinding(finding: 2, reason: "x"), on: id, as: somebody("monitor"))
    case 7:
      try region.act(
        Verification.self, .reply(finding: 1 + any(2), text: "Here."), on: id, as: somebody("upperLead", "lowerLead"))
    default: try advance(id)
    }
  }

  /// What would come next for a verification, so that walks get to the end.
  private mutating func advance(_ id: ObjectID) throws(Refusal) {
    guard let verification = region.record.object(Verification.self, id) else { throw .notFound(id) }
    func open(_ report: ObjectID) -> [ObjectID] {
      (region.record.object(PartyReport.self, report)?.commitments ?? [])
        .filter { commitment in !verification.results.contains { $0.commitment == commitment } }
    }
    let unchecked = verification.sample.filter { item in !verification.checks.contains { $0.item == item } }
    let command: Verification.Command =
      switch verification.stage {
      case .assigned: .accept(interests: any(2) == 0 ? [] : ["None that matters."])
      case .accepted: .begin
      case .working:
        if let item = unchecked.first {
          .check(check: .init(item: item, method: any(of: Verification.CheckMethod.allCases), outcome: .confirmed))
        } else if let commitment = open(verification.of).first {
          .assess(result: .init(commitment, any(of: VerifiedResult.allCases)))
        } else if verification.findings.count < 2 {
          .find(item: nil, severity: .minor, text: "Something.", exhibits: [], due: nil)
        } else {
          .concludeFindings
        }
      case .draftFindings: .openReply
      case .replyWindow: any(3) == 0 ? .reply(finding: 1 + any(2), text: "Here.") : .review
      default: any(8) == 0 ? .rework(reason: "New.") : .certify(opinion: "It holds.")
      }
    try region.act(
      Verification.self, command, on: id,
      as: verification.stage == .replyWindow ? somebody("secondMonitor", "upperLead", "lowerLead") : somebody("monitor")
    )
  }

  private mutating func askEvaluation() throws(Refusal) {
    let id = anyID(.evaluation)
    let digest = String(repeating: "0f", count: 32)
    let stage = region.record.object(Evaluation.self, id)?.stage
    let order: [Evaluation.Stage: Int] = [.planned: 1, .dataFrozen: 2, .drafted: 4, .commented: 6, .adopted: 8]
    // Half of the time what comes next.
    let next = stage.flatMap { order[$0] } ?? 0
    switch any(2) == 0 ? any(9) : next {
    case 0:
      try region.act(
        Evaluation.self,
        .plan(
          agreement: region.agreement, sort: any(of: Evaluation.Sort.allCases),
          evaluator: region.appointment(of: "social"),
          criteria: [.init(1, question: "Clean?", unit: "mg/l", direction: any(of: [.up, .down]), target: 5)]),
        as: somebody("desk"))
    case 1:
      try region.act(
        Evaluation.self,
        .freeze(measures: [
          .init(
            criterion: 1, before: Int64(any(9)), after: Int64(any(9)),
            source: .document(Exhibit(title: "Yearbook", digest: digest)))
        ]), on: id, as: somebody("social"))
    case 2, 3: try region.act(Evaluation.self, .write(lessons: ["Learnt."]), on: id, as: somebody("social", "desk"))
    case 4: try region.act(Evaluation.self, .openComments, on: id, as: somebody("desk"))
    case 5: try region.act(Evaluation.self, .comment(text: "Well."), on: id, by: .visitor)
    case 6, 7: try region.act(Evaluation.self, .adopt(answer: "Heard."), on: id, as: somebody("member"))
    default:
      try region.act(
        Evaluation.self, .recommend(outcome: any(of: Evaluation.Outcome.allCases), reasons: "So."), on: id,
        as: somebody("member"))
    }
  }

  /// What would come next for a report, so that walks get to the end.
  private mutating func leadOn(_ id: ObjectID) throws(Refusal) {
    let next = ObjectID(.jointReport, region.record.count(of: .jointReport))
    if let report = region.record.object(PartyReport.self, id) {
      let county = report.party == region.sample.downstream ? "lower" : "upper"
      switch report.stage {
      case .draft: try region.submitAnything(on: id, as: somebody("\(county)Lead"))
      case .reopenedLast, .reopenedLimited, .correcting:
        if any(2) == 0 { return try region.submitAnything(on: id, as: somebody("\(county)Lead")) }
        let item = report.items.isEmpty ? 1 : any(of: report.items.map(\.id))
        try region.act(
          PartyReport.self,
          report.stage == .correcting
            ? .correct(item: item, amount: Int64(any(9)), reason: "Wrong.") : .editItem(item: item, entry: anyEntry()),
          on: id, as: somebody("\(county)Clerk"))
      case .submitted: try assign(id)
      case .certified: try region.act(JointReport.self, .takeIn(report: id), on: next, as: somebody("desk"))
      case .inControl, .included:
        try leadOn(verificationOf: id)
      }
    } else if let report = region.record.object(JointReport.self, id) {
      switch report.stage {
      case .draft:
        let leaves = any(4) == 0 ? report.reports.first : nil
        try region.act(
          JointReport.self, leaves.map { .leaveOut(report: $0) } ?? .submit, on: id, as: somebody("desk"))
      case .reopenedLast, .reopenedLimited: try region.act(JointReport.self, .resubmit, on: id, as: somebody("desk"))
      case .submitted: try assign(id)
      case .inVerification, .finalised: try leadOn(verificationOf: id)
      }
    } else {
      throw .notFound(id)
    }
  }

  private mutating func leadOn(verificationOf report: ObjectID) throws(Refusal) {
    let verification =
      region.record.object(PartyReport.self, report)?.controlledBy
      ?? region.record.object(JointReport.self, report)?.verifiedBy
    try advance(verification ?? anyID(.verification))
  }

  private mutating func assign(_ report: ObjectID) throws(Refusal) {
    // Assigned once and accepted, a second assignment would only wait.
    let open = Verification.Stage.allCases.prefix(2)
    let waiting = (1..<(1 + region.record.count(of: .verification))).map { region.verification($0) }
      .first { $0.of == report && open.contains($0.stage) }
    if let waiting, any(4) > 0 { return try advance(waiting.id) }
    try region.act(
      Verification.self,
      .assign(
        of: report, monitor: region.appointment(of: "monitor"), seed: SamplingSeed(UInt64(any(1000))), sampleSize: 1),
      as: somebody("guide"))
  }

  // MARK: What must hold

  private mutating func checkNews() throws {
    for entry in region.record.entries[checkedEntries...] {
      try check(entry.event, of: entry)
      if let verification = entry.after as? Verification { checkCertificate(verification) }
      if let before = entry.before as? PartyReport, let after = entry.after as? PartyReport {
        checkFigures(before, after)
      }
      if let joint = entry.after as? JointReport { try checkLines(joint) }
    }
    checkedEntries = region.record.entries.count
  }

  /// The edge is declared; object and event come back from their text.
  private func check(_ event: any RecordEvent, of entry: FoldedRecord.Entry) throws {
    func check<T: RecordObject>(_ after: T) throws {
      if let before = entry.before as? T {
        let edges = T.lifeCycle.transitions.filter { $0.act == event.act && $0.from.contains(before.stage) }
        #expect(
          edges.contains { ($0.to ?? before.stage) == after.stage },
          "\(after.id): \(before.stage) to \(after.stage) by \(event.act)")
      } else {
        #expect(after.stage == T.lifeCycle.opening.to)
      }
      guard readsAgain else { return }
      #expect(try CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: after)) == after)
      let event = try #require(event as? T.Event)
      #expect(try CanonicalJSON.value(T.Event.self, from: CanonicalJSON.text(of: event)) == event)
    }
    try check(entry.after)
  }

  private mutating func checkCertificate(_ verification: Verification) {
    let issued = [.certified, .superseded].contains(verification.stage)
    #expect((verification.certificate != nil) == issued)
    guard let certificate = verification.certificate else { return }
    if let known = certificates[verification.id] { #expect(known == certificate) }
    certificates[verification.id] = certificate
    #expect(certificate.monitor != certificate.reviewer)
  }

  private func checkFigures(_ before: PartyReport, _ after: PartyReport) {
    if before.submissions > 0 {
      #expect(before.items.map(\.id) == after.items.map(\.id))
      #expect(before.items.map(\.figure.unit) == after.items.map(\.figure.unit))
    }
    if before.figuresAreFrozen { #expect(before.items.map(\.figure) == after.items.map(\.figure)) }
    for text in after.items.map(\.narrative) { #expect(text.audience.level >= after.audience.level) }
  }

  /// Lines are certified figures, each carried once among all joint reports.
  private func checkLines(_ joint: JointReport) throws {
    struct Key: Hashable {
      let report: ObjectID
      let item: Int
      let correction: Int?
    }
    let all = (1...region.record.count(of: .jointReport)).flatMap { region.joint($0).lines }
    #expect(Set(all.map { Key(report: $0.report, item: $0.item, correction: $0.correction) }).count == all.count)
    for line in joint.lines {
      let report = try #require(region.record.object(PartyReport.self, line.report))
      if let correction = line.correction {
        #expect(report.corrections.first { $0.id == correction }?.change == line.figure)
      } else {
        #expect(report.items.first { $0.id == line.item }?.figure == line.figure)
      }
    }
    #expect(joint.totals.reduce(0) { $0 + $1.figure.amount } == joint.lines.reduce(0) { $0 + $1.figure.amount })
  }

  /// Every object is the fold of its events.
  func checkFolds() throws {
    func check<T: RecordObject>(_ object: T) throws {
      let entries = region.record.entries.filter { $0.object == object.id }
      guard T.kind != .commitment, let first = entries.first else { return }
      let opening = try #require(first.event as? T.Event)
      var folded = try #require(T(opening: opening, id: object.id, by: first.author, at: first.at))
      for entry in entries.dropFirst() {
        folded.apply(try #require(entry.event as? T.Event), by: entry.author, at: entry.at)
      }
      #expect(folded == object)
      #expect(region.record.version(of: object.id) == entries.count)
    }
    for id in region.record.objects.keys.sorted() where id.kind != .agreement {
      if let object = region.record.objects[id] { try check(object) }
    }
  }
}

extension ReportingRegion {
  /// Submits what can be submitted.
  mutating func submitAnything(on id: ObjectID, as lead: String) throws(Refusal) {
    try act(
      PartyReport.self, record.object(PartyReport.self, id)?.isReopened == true ? .resubmit : .submit, on: id, as: lead)
  }
}
