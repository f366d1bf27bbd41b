@testable import Registry

/// The sample region with an agreement in force between its two counties and commitments of both.
///
/// Agreement and commitments are brought about by their events, so that these tests stand on reports alone.
struct ReportingRegion {
  let sample: SampleRegion
  var now: Instant
  var record: FoldedRecord

  let agreement = ObjectID(.agreement, 1)
  /// Owed by the upper county to the lower one.
  let sewer = ObjectID(.commitment, 1)
  /// Owed by the upper county to the lower one.
  let forest = ObjectID(.commitment, 2)
  /// Owed by the lower county to the upper one.
  let payment = ObjectID(.commitment, 3)

  static let firstQuarter = ReportingPeriod(
    from: CalendarDay("2026-01-01")!, through: CalendarDay("2026-03-31")!)
  static let secondQuarter = ReportingPeriod(
    from: CalendarDay("2026-04-01")!, through: CalendarDay("2026-06-30")!)

  init() throws {
    sample = try SampleRegion()
    now = sample.now
    record = FoldedRecord(of: sample.record)
    let lead = sample.who("upperLead")
    let (up, down) = (sample.upstream, sample.downstream)
    record.bringAbout(
      Agreement.self, .drafted(parties: [up, down], field: "water", table: nil), by: lead, at: now)
    try record.rewrite(Agreement.self, agreement) {
      $0.replacing("\"stage\":\"draft\"", with: "\"stage\":\"inForce\"")
        .replacing("\"isPublic\":false", with: "\"isPublic\":true")
    }
    for (clause, debtor, creditor, measure) in [
      ("3", up, down, "Sewers"), ("4", up, down, "Forest"), ("5", down, up, "Payment"),
    ] {
      record.bringAbout(
        Commitment.self,
        .made(
          agreement: agreement, clause: clause, debtor: debtor, creditors: [creditor], measure: measure,
          due: now.later(days: 300), field: "water"), by: lead, at: now)
    }
  }

  func who(_ name: String) -> Standing {
    let standing = sample.who(name)
    return Standing(
      appointment: standing.appointment!, organisation: standing.organisation!, delegation: standing.delegation,
      secondFactor: now)
  }

  func appointment(of name: String) -> ObjectID { sample.who(name).appointment!.id }

  /// Carries out a command as somebody who has just given the second factor.
  @discardableResult
  mutating func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, as name: String
  ) throws(Refusal) -> [Happening] {
    try record.submit(Order(type, command, on: id), by: who(name), at: now)
  }

  @discardableResult
  mutating func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by standing: Standing
  ) throws(Refusal) -> [Happening] {
    try record.submit(Order(type, command, on: id), by: standing, at: now)
  }

  /// Lets days pass, and time do what it does.
  mutating func pass(days: Int) throws(Refusal) { try pass(to: now.later(days: days)) }

  mutating func pass(to moment: Instant) throws(Refusal) {
    now = moment
    try record.advance(to: now)
  }

  func report(_ number: Int) -> PartyReport { record.object(PartyReport.self, ObjectID(.partyReport, number))! }
  func joint(_ number: Int) -> JointReport { record.object(JointReport.self, ObjectID(.jointReport, number))! }
  func verification(_ number: Int) -> Verification {
    record.object(Verification.self, ObjectID(.verification, number))!
  }
}

// MARK: - Paths that many tests walk

extension ReportingRegion {
  /// The message with which a command is refused; empty when it is not.
  mutating func refusal<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, as name: String
  ) -> String {
    do {
      try act(type, command, on: id, as: name)
      return ""
    } catch {
      return error.description
    }
  }

  /// Drafts a report of a county with one item of 100 km for each commitment, and submits it.
  @discardableResult
  mutating func submitReport(
    of county: String, for period: ReportingPeriod = firstQuarter, amount: Int64 = 100
  ) throws(Refusal) -> ObjectID {
    let id = try act(
      PartyReport.self, .draft(agreement: agreement, period: period), as: "\(county)Clerk")[0]
      .object
    for commitment in county == "upper" ? [sewer, forest] : [payment] {
      try act(
        PartyReport.self,
        .addItem(
          commitment: commitment, entry: .init(figure: ReportedFigure(amount, "km"), narrative: "Built as planned.")),
        on: id, as: "\(county)Clerk")
    }
    try act(PartyReport.self, .submit, on: id, as: "\(county)Lead")
    return id
  }

  /// Has a report checked up to the review: everything drawn is confirmed, every commitment met.
  @discardableResult
  mutating func review(_ report: ObjectID, findings: Int = 1) throws(Refusal) -> ObjectID {
    let assigner =
      record.object(PartyReport.self, report)?.party == sample.downstream ? "member" : "lowerMember"
    let id = try act(
      Verification.self,
      .assign(of: report, monitor: appointment(of: "monitor"), seed: SamplingSeed(7), sampleSize: 1), as: assigner)[0]
      .object
    try act(Verification.self, .accept(interests: ["Taught at the upper county's school."]), on: id, as: "monitor")
    try act(Verification.self, .begin, on: id, as: "monitor")
    try work(on: id, findings: findings)
    return id
  }

  /// Works a verification through to the review.
  mutating func work(on id: ObjectID, findings: Int) throws(Refusal) {
    for item in record.object(Verification.self, id)!.sample {
      try act(
        Verification.self, .check(check: .init(item: item, method: .desk, outcome: .confirmed)), on: id, as: "monitor")
    }
    for _ in 0..<findings {
      try act(
        Verification.self, .find(item: 1, severity: .minor, text: "A receipt lacks.", exhibits: [], due: nil),
        on: id, as: "monitor")
    }
    for commitment in record.object(PartyReport.self, record.object(Verification.self, id)!.of)?.commitments ?? [] {
      try act(Verification.self, .assess(result: .init(commitment, .met)), on: id, as: "monitor")
    }
    try act(Verification.self, .concludeFindings, on: id, as: "monitor")
    try act(Verification.self, .openReply, on: id, as: "monitor")
    try pass(to: record.object(Verification.self, id)!.replyUntil!.due)
    try act(Verification.self, .review, on: id, as: "secondMonitor")
  }

  /// Has a report checked and certified.
  @discardableResult
  mutating func certify(_ report: ObjectID) throws(Refusal) -> ObjectID {
    let id = try review(report)
    try act(Verification.self, .certify(opinion: "The figures hold."), on: id, as: "monitor")
    return id
  }
}
