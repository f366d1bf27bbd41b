import Testing

@testable import Registry

@Suite struct CommitmentTests {
  var region: SampleRegion
  let id = ObjectID(.commitment, 1)

  init() throws { region = try SampleRegion() }

  private var commitment: Commitment { region.commitment(1)! }

  /// A record as it would be after events of other kinds on one commitment.
  private struct After: RecordReader {
    let record: MemoryRecord
    var commitment: Commitment

    init(_ record: MemoryRecord, _ commitment: Commitment, _ events: [Commitment.Event], at moment: Instant) {
      (self.record, self.commitment) = (record, commitment)
      for event in events {
        self.commitment.apply(
          event, by: Author(appointment: nil, organisation: nil, delegation: nil), at: moment)
      }
    }

    func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? {
      id == commitment.id ? commitment as? T : record.object(type, id)
    }
    func version(of id: ObjectID) -> Int? { record.version(of: id) }
    func count(of kind: ObjectKind) -> Int { record.count(of: kind) }
    func keeps(_ commit: String) -> Bool { true }

    func close(as standing: Standing, at moment: Instant) throws(Refusal) -> [Happening] {
      try Order(Commitment.self, .close(remark: "Done."), on: commitment.id)
        .decide(by: standing, at: moment, reader: self, keeper: PlainKeeper())
    }
  }

  private struct SecondOccurrence: RecordReader {
    let first: Commitment
    var second: Commitment
    let record: MemoryRecord

    func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? {
      if id == first.id { return first as? T }
      return id == second.id ? second as? T : record.object(type, id)
    }
    func version(of id: ObjectID) -> Int? { id == second.id ? 2 : record.version(of: id) }
    func count(of kind: ObjectKind) -> Int { kind == .commitment ? 2 : record.count(of: kind) }
    func keeps(_ commit: String) -> Bool { true }
  }

  private let report = Commitment.Event.reported(report: ObjectID(.partyReport, 1))
  private func verified(_ result: VerifiedResult) -> Commitment.Event {
    .verified(result: result, certificate: ObjectID(.verification, 1))
  }

  @Test("comes from its duty with measure, weight, evidence, method and dates")
  mutating func comesFromItsDuty() throws {
    try region.agreementInForce()
    #expect(commitment.stage == .pending)
    #expect(commitment.agreement == ObjectID(.agreement, 1) && commitment.clause == "2")
    #expect(commitment.debtor == region.upstream && commitment.creditors == [region.downstream])
    #expect(commitment.measure == "nitrate below 10 mg/L at the dam")
    #expect(commitment.details.weight == 3 && commitment.details.method == .measurement)
    #expect(commitment.details.evidence == "twelve samples" && commitment.details.version == 1)
    #expect(commitment.due == region.now.later(days: 100))
    #expect(commitment.audience == .everybody)
  }

  @Test("is due when its window opens and overdue at its moment, neither a millisecond before")
  mutating func fallsDue() throws {
    try region.agreementInForce()
    let due = commitment.due
    try region.record.advance(to: due.later(days: -30).later(by: -1))
    #expect(commitment.stage == .pending)
    try region.record.advance(to: due.later(days: -30))
    #expect(commitment.stage == .due)
    try region.record.advance(to: due.later(by: -1))
    #expect(commitment.stage == .due)
    try region.record.advance(to: due)
    #expect(commitment.stage == .overdue)
    #expect(commitment.overdueSince == due)
    #expect(commitment.wakes == nil)
  }

  @Test("is never overdue once it is reported, and follows the result of its verification")
  mutating func followsVerification() throws {
    try region.agreementInForce()
    let reported = After(region.record, commitment, [report], at: region.now).commitment
    #expect(reported.stage == .reported && reported.wakes == nil)
    for (result, stage) in zip(
      VerifiedResult.allCases, [Commitment.Stage.verifiedMet, .verifiedPartly, .verifiedNotMet])
    {
      #expect(After(region.record, commitment, [report, verified(result)], at: region.now).commitment.stage == stage)
    }
    let again = After(region.record, commitment, [report, verified(.notMet), report], at: region.now).commitment
    #expect(again.stage == .reported, "what was not met may be mended and reported anew")
    #expect(again.certificate == ObjectID(.verification, 1))
  }

  @Test("is closed by the creditor or the desk once verified, not by the debtor and not while disputed")
  mutating func isClosed() throws {
    try region.agreementInForce()
    let open = After(region.record, commitment, [report], at: region.now)
    let early = #expect(throws: Refusal.self) { try open.close(as: region.who("desk"), at: region.now) }
    #expect(
      early?.description
        == "'close' is not possible while CM-1 is 'reported'; possible now: report, verify, dispute, settle")
    let dispute = ObjectID(.dispute, 4)
    let disputed = After(
      region.record, commitment, [report, .disputed(dispute: dispute), verified(.met)], at: region.now)
    #expect(disputed.commitment.stage == .verifiedMet && disputed.commitment.isDisputed)
    let refusal = #expect(throws: Refusal.self) { try disputed.close(as: region.who("desk"), at: region.now) }
    #expect(refusal?.description == "'close' needs: no open dispute; settle DS-4 first")
    let settled = After(region.record, disputed.commitment, [.settled(dispute: dispute)], at: region.now)
    #expect(throws: Refusal.notEntitled(act: "close", needed: [.creditorLead, .desk])) {
      try settled.close(as: region.who("upperLead"), at: region.now)
    }
    let happened = try settled.close(as: region.who("lowerLead"), at: region.now)
    #expect(happened.count == 1)
    #expect((happened[0].after as? Commitment)?.stage == .closed)
  }

  @Test("opens its next occurrence when one is closed, as often as was agreed")
  mutating func recurs() throws {
    try region.agreementInForce(water: region.clearWater(times: 2))
    let first = After(region.record, commitment, [report, verified(.met)], at: region.now)
    let happened = try first.close(as: region.who("desk"), at: region.now)
    #expect(happened.map(\.object.description) == ["CM-2", "CM-1"])
    let second = try #require(happened[0].after as? Commitment)
    #expect((happened[1].after as? Commitment)?.next == second.id)
    #expect(second.details.occurrence == 2 && second.details.previous == id)
    // A hundred days after 5 January 2026 is 15 April; a month later it is 15 May.
    #expect(second.due == commitment.due.later(days: 30))
    var both = SecondOccurrence(first: first.commitment, second: second, record: region.record)
    both.second.apply(verified(.notMet), by: Author(.clock), at: region.now)
    let last = try Order(Commitment.self, .close(remark: "Done."), on: second.id)
      .decide(by: region.who("desk"), at: region.now, reader: both, keeper: PlainKeeper())
    #expect(last.map(\.object) == [second.id], "two times were agreed")
  }

  @Test("does not recur when the agreement has ended, unless the duty outlives it")
  mutating func stopsRecurring() throws {
    try region.agreementInForce(
      terms: .init(authentic: "zh", ends: region.now.later(days: 120)), water: region.clearWater(times: 5))
    try region.pass(days: 121)
    #expect(region.agreement(ObjectID(.agreement, 1)).stage == .expired)
    let first = After(region.record, commitment, [verified(.met)], at: region.now)
    #expect(try first.close(as: region.who("desk"), at: region.now).count == 1)
  }

  @Test("does not recur when an amendment has put another duty in its place")
  mutating func givesWay() throws {
    let agreement = try region.agreementInForce(water: region.clearWater(times: 5))
    try region.pass(days: 101)
    #expect(commitment.stage == .overdue)
    try region.act(Agreement.self, .amend(reason: "Stricter."), on: agreement, as: "upperLead")
    try region.act(
      Agreement.self,
      .write(
        clause: .init(
          id: "2", heading: "Quality", kind: .obligation, text: "Clearer.", items: ["cn-3"],
          duties: [region.clearWater(times: 6)]), position: nil), on: agreement, as: "upperClerk")
    try region.bringIntoForce(agreement)
    #expect(commitment.stage == .overdue, "what was owed stays owed")
    #expect(region.commitment(2)?.details.recurrence?.times == 6)
    let first = After(region.record, commitment, [report, verified(.met)], at: region.now)
    #expect(try first.close(as: region.who("desk"), at: region.now).count == 1)
    let second = After(region.record, region.commitment(2)!, [report, verified(.met)], at: region.now)
    #expect(try second.close(as: region.who("desk"), at: region.now).count == 2)
  }

  @Test("of a month recurs on the same day, or on the last one when the month is shorter")
  func monthEnds() throws {
    let calendar = WorkingCalendar(zone: "Asia/Shanghai", version: "test")
    let first = calendar.end(of: try #require(CalendarDay("2027-11-29"))).later(by: 3_600_000)
    let month = Commitment.Recurrence(every: .month, times: 12)
    #expect(calendar.day(of: first).description == "2027-11-30")
    #expect(
      (1...6).map { calendar.day(of: month.due($0, first: first, in: calendar)).description }
        == ["2027-11-30", "2027-12-30", "2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30"])
    let year = Commitment.Recurrence(every: .year, times: 3)
    let leap = calendar.end(of: try #require(CalendarDay("2028-02-28"))).later(by: 3_600_000)
    #expect(
      (1...3).map { calendar.day(of: year.due($0, first: leap, in: calendar)).description }
        == ["2028-02-29", "2029-02-28", "2030-02-28"])
    #expect(
      calendar.day(of: Commitment.Recurrence(every: .quarter, times: 4).due(4, first: first, in: calendar)).description
        == "2028-08-30")
  }

  @Test("keeps its hour when the clocks of its region change")
  func keepsItsHour() throws {
    let calendar = WorkingCalendar(zone: "America/Chicago", version: "test")
    let first = calendar.end(of: try #require(CalendarDay("2026-02-14"))).later(by: 9 * 3_600_000)
    let next = Commitment.Recurrence(every: .month, times: 12).due(2, first: first, in: calendar)
    // From 09:00 CST on 15 February to 09:00 CDT on 15 March 2026: 28 days less one hour.
    #expect(next == first.later(days: 28).later(by: -3_600_000))
  }

  @Test("may be made by a party that binds itself further, under a clause in force")
  mutating func bindsItself() throws {
    let agreement = try region.agreementInForce()
    func make(_ clause: String, debtor: ObjectID, due: Instant) -> Commitment.Command {
      .make(
        agreement: agreement, clause: clause, debtor: debtor, creditors: [region.downstream], measure: "a fish ladder",
        due: due, field: "water")
    }
    let later = region.now.later(days: 9)
    try region.act(Commitment.self, make("3", debtor: region.upstream, due: later), as: "upperLead")
    #expect(region.commitment(2)?.measure == "a fish ladder")
    #expect(region.agreement(agreement).commitments.last?.commitment == ObjectID(.commitment, 2))
    for (command, name, message) in [
      (
        make("9", debtor: region.upstream, due: later), "upperLead",
        "'make' needs: a clause in force; name an agreement in force and one of its clauses"
      ),
      (
        make("3", debtor: region.upstream, due: later), "lowerLead",
        "'make' needs: a party that binds itself; let O-1 bind itself, or amend the agreement"
      ),
      (
        make("3", debtor: region.upstream, due: region.now), "upperLead",
        "due: it has passed; give a moment after \(region.now)"
      ),
      (
        make("3", debtor: region.upstream, due: later), "desk",
        "'make' is for partyLead, clock; ask one of them, or be appointed"
      ),
    ] {
      let refusal = #expect(throws: Refusal.self) { try region.act(Commitment.self, command, as: name) }
      #expect(refusal?.description == message)
    }
  }
}
