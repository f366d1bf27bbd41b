import Testing

@testable import Registry

@Suite struct IncentiveCaseTests {
  var region: CasesRegion
  let id = ObjectID(.incentiveCase, 1)

  init() throws { region = try CasesRegion() }

  private var object: IncentiveCase { region.object(IncentiveCase.self, id)! }
  private var books: RegionBooks { region.object(RegionBooks.self, region.books)! }

  /// A million yuan from the upper to the lower county, or back.
  private func payment(reversed: Bool = false, minor: Int64 = 100_000_000) throws -> IncentiveCase.Measure {
    let (upper, lower) = (try account("O-1"), try account("O-2"))
    let amount = Amount(minor: minor, of: .cny)
    return .payment(
      transfers: [
        try reversed ? Transfer(amount, from: lower, to: upper) : Transfer(amount, from: upper, to: lower)
      ], books: region.books)
  }

  private mutating func trigger() throws {
    try region.act(
      IncentiveCase.self,
      .trigger(
        agreement: region.agreement, subject: region.sample.upstream, direction: .sanction, rule: "Clause 7",
        trigger: .overdue(commitment: region.overdue)), as: "desk")
  }

  private mutating func notify(_ measure: IncentiveCase.Measure? = nil) throws {
    try trigger()
    try region.act(
      IncentiveCase.self, .propose(measure: try measure ?? payment(), reasons: "A year late."), on: id, as: "desk")
    try region.act(IncentiveCase.self, .notify, on: id, as: "desk")
  }

  private func decision(_ grant: Bool = true, _ inFavour: Int = 3, _ against: Int = 1, quorum: Int = 3)
    -> IncentiveCase.Command
  {
    .decide(grant: grant, reasons: "As proposed.", inFavour: inFavour, against: against, quorum: quorum)
  }

  private mutating func grant(_ measure: IncentiveCase.Measure? = nil) throws {
    try notify(measure)
    try region.act(IncentiveCase.self, .waiveReply, on: id, as: "upperLead")
    try region.act(IncentiveCase.self, decision(), on: id, as: "thirdMember")
  }

  private mutating func why(_ command: IncentiveCase.Command, as name: String, runsClock: Bool = true) -> String {
    region.refusal(IncentiveCase.self, command, on: id, as: name, runsClock: runsClock)
  }

  @Test("takes effect with its entry in one decision, once, and lifting it reverses the entry, once")
  mutating func paysOnceAndBack() throws {
    try grant()
    try region.pass(to: try #require(object.appealBy))
    let news = try region.act(IncentiveCase.self, .putIntoEffect, on: id, as: "desk")
    #expect(news.map(\.object) == [id, region.books])
    #expect(object.stage == .effective)
    #expect(object.entry == "BK-1/1")
    #expect(books.books.entries.map(\.memo) == ["IN-1: Clause 7"])
    #expect(
      books.books.balances.map { "\($0.account) \($0.amount)" } == [
        "O-1: treasury -1,000,000.00 CNY", "O-2: treasury 1,000,000.00 CNY",
      ])
    #expect(
      why(.putIntoEffect, as: "desk")
        == "'putIntoEffect' is not possible while IN-1 is 'effective'; possible now: lift, expire")
    #expect(
      region.refusal(RegionBooks.self, .reverse(entry: "BK-1/1", memo: "Mistake"), on: region.books, as: "desk")
        == "'reverse' needs: the entry stands for itself; 'BK-1/1' is the effect of IN-1; lift that")
    try region.act(IncentiveCase.self, .lift(reasons: "Caught up."), on: id, as: "thirdMember")
    #expect(books.books.reversal(of: "BK-1/1") == "BK-1/2")
    #expect(books.books.balances.allSatisfy { $0.amount.isZero })
    #expect(books.effects.isEmpty)
    #expect(
      why(.lift(reasons: "Again."), as: "thirdMember")
        == "'lift' is not possible while IN-1 is 'lifted'; possible now: nothing")
    #expect(books.books.entries.count == 2)
  }

  @Test("has no effect without its entry: closed books refuse both")
  mutating func needsBooks() throws {
    try grant()
    try region.act(RegionBooks.self, .close(reason: "End of year."), on: region.books, as: "desk")
    try region.pass(days: 30)
    #expect(
      why(.putIntoEffect, as: "desk")
        == "'putIntoEffect' needs: the books are open; BK-1 is closed; decide on a new case")
    #expect(object.stage == .decided && object.entry == nil)
  }

  @Test("one ground has one effect")
  mutating func oneGround() throws {
    try grant()
    try trigger()
    let second = ObjectID(.incentiveCase, 2)
    try region.act(IncentiveCase.self, .propose(measure: try payment(), reasons: "Late."), on: second, as: "desk")
    try region.act(IncentiveCase.self, .notify, on: second, as: "desk")
    try region.act(IncentiveCase.self, .waiveReply, on: second, as: "upperLead")
    try region.act(IncentiveCase.self, decision(), on: second, as: "thirdMember")
    try region.pass(days: 30)
    try region.act(IncentiveCase.self, .putIntoEffect, on: id, as: "desk")
    #expect(
      region.refusal(IncentiveCase.self, .putIntoEffect, on: second, as: "desk")
        == "'putIntoEffect' needs: one ground has one effect; IN-1 is in effect on the same ground; lift it")
    try region.act(IncentiveCase.self, .lift(reasons: "Wrong form."), on: id, as: "thirdMember")
    try region.act(IncentiveCase.self, .putIntoEffect, on: second, as: "desk")
    #expect(books.books.entries.count == 3)
  }

  @Test("a sanction is the region's own until its subject was heard; a reward is public from the start")
  mutating func isHeardFirst() throws {
    try notify()
    #expect(!object.audience.includes(.visitor))
    #expect(object.audience.includes(region.who("social")))
    #expect(region.read(object.proposalReasons, as: "upperLead") == "A year late.")
    #expect(region.read(object.proposalReasons, as: nil) == nil)
    try region.act(IncentiveCase.self, .reply(text: "The pump broke."), on: id, as: "upperLead")
    #expect(object.audience.includes(.visitor))
    #expect(region.read(object.proposalReasons, as: nil) == "A year late.")
    #expect(region.read(object.reply, as: nil) == "The pump broke.")
    try region.act(
      IncentiveCase.self,
      .trigger(
        agreement: region.agreement, subject: region.sample.upstream, direction: .reward, rule: "Clause 8",
        trigger: .certificate(region.certificate, commitment: region.met)), as: "monitor")
    #expect(region.object(IncentiveCase.self, ObjectID(.incentiveCase, 2))!.audience.includes(.visitor))
  }

  @Test("the reply may come until the millisecond before ten working days are over")
  mutating func replyClock() throws {
    try notify()
    let end = try #require(object.replyBy)
    #expect(end.description == "2026-01-19T16:00:00Z")  // midnight after Monday, 19 January, in Shanghai
    var early = self
    try early.region.pass(to: end.later(by: -1))
    try early.region.act(IncentiveCase.self, .reply(text: "Here."), on: id, as: "upperLead")
    #expect(early.object.stage == .heard)
    region.now = end
    #expect(
      why(.reply(text: "Late."), as: "upperLead", runsClock: false)
        == "'reply' needs: the time to reply is not over; "
        + "it ended at 2026-01-19T16:00:00Z; the case is decided without a reply")
    #expect(
      why(.waiveReply, as: "upperLead", runsClock: false)
        == "'waiveReply' needs: the time to reply is not over; "
        + "it ended at 2026-01-19T16:00:00Z; the case is decided without a reply")
    #expect(
      why(.reply(text: "Late."), as: "upperLead")
        == "'reply' is not possible while IN-1 is 'heard'; possible now: grant, dismiss")
  }

  @Test("waits for the appeal, to the millisecond, and not at all once the appeal is decided")
  mutating func appealClock() throws {
    try grant()
    let end = try #require(object.appealBy)
    try region.pass(to: end.later(by: -1))
    #expect(
      why(.putIntoEffect, as: "desk") == "'putIntoEffect' needs: no appeal is possible any more; wait until \(end)")
    var late = self
    try late.region.pass(to: end)
    #expect(
      late.why(.appeal(grounds: "Too much."), as: "upperLead")
        == "'appeal' needs: an appeal is still possible; the time ended at \(end)")
    try late.region.act(IncentiveCase.self, .putIntoEffect, on: id, as: "desk")
    try region.act(IncentiveCase.self, .appeal(grounds: "Too much."), on: id, as: "upperLead")
    #expect(
      why(.putIntoEffect, as: "desk")
        == "'putIntoEffect' is not possible while IN-1 is 'inAppeal'; possible now: remind, upholdAppeal, rejectAppeal")
    #expect(object.appealDueBy == region.now.later(days: 60))
    try region.pass(to: region.now.later(days: 60).later(by: -1))
    #expect(!object.isAppealLate)
    try region.pass(to: region.now.later(by: 1))
    #expect(object.isAppealLate && object.wakes == nil)
    try region.act(IncentiveCase.self, .decideAppeal(upheld: false, reasons: "It was late."), on: id, as: "guide")
    #expect(
      why(.appeal(grounds: "Again."), as: "upperLead")
        == "'appeal' needs: an appeal is still possible; the appeal has been decided")
    try region.act(IncentiveCase.self, .putIntoEffect, on: id, as: "desk")
  }

  @Test("an appeal that is upheld ends the case without effect")
  mutating func upheld() throws {
    try grant()
    try region.act(IncentiveCase.self, .appeal(grounds: "Flood."), on: id, as: "upperLead")
    try region.act(IncentiveCase.self, .decideAppeal(upheld: true, reasons: "Flood."), on: id, as: "guide")
    #expect(object.stage == .dismissed)
    #expect(books.books.entries.isEmpty)
  }

  @Test("nobody of the organisation concerned decides, and nobody without the power or the capacity")
  mutating func isIndependent() throws {
    try notify()
    try region.pass(days: 20)
    #expect(
      why(decision(), as: "member")
        == "'grant' needs: whoever decides is not of the party concerned; let somebody do it who is not of O-1")
    #expect(
      why(decision(false, 1, 3), as: "member")
        == "'dismiss' needs: whoever decides is not of the party concerned; let somebody do it who is not of O-1")
    for name in ["desk", "guide", "lowerLead", "monitor", "administrator", "auditor"] {
      #expect(why(decision(), as: name) == "'grant' is for conference; ask one of them, or be appointed")
    }
    var bare = self
    bare.region.use(nil, as: "thirdMember")
    #expect(
      bare.why(decision(), as: "thirdMember")
        == "'grant' needs the power 'decide' in this field; have it delegated to you")
    try region.act(IncentiveCase.self, decision(), on: id, as: "lowerMember")
    #expect(
      why(.appeal(grounds: "No."), as: "lowerLead") == "'appeal' is for subjectLead; ask one of them, or be appointed")
    try region.act(IncentiveCase.self, .appeal(grounds: "No."), on: id, as: "upperLead")
    #expect(
      why(.decideAppeal(upheld: false, reasons: "No."), as: "thirdMember")
        == "'rejectAppeal' is for authority; ask one of them, or be appointed")
    try region.act(IncentiveCase.self, .decideAppeal(upheld: false, reasons: "No."), on: id, as: "guide")
    #expect(
      why(.putIntoEffect, as: "thirdMember") == "'putIntoEffect' is for desk; ask one of them, or be appointed")
    region.use(nil, as: "desk")
    #expect(
      why(.putIntoEffect, as: "desk")
        == "'putIntoEffect' needs the power 'post' in this field; have it delegated to you")
  }

  @Test("the decision is that of the votes, with a quorum; a tie dismisses")
  mutating func votes() throws {
    try notify()
    try region.pass(days: 20)
    #expect(
      why(decision(true, 2, 0), as: "thirdMember") == "'decide' needs: the quorum is met; 2 voted, 3 are needed")
    #expect(
      why(decision(true, 2, 2), as: "thirdMember")
        == "'decide' needs: the decision is that of the votes; 2 voted in favour and 2 against")
    #expect(
      why(decision(false, 3, 1), as: "thirdMember")
        == "'decide' needs: the decision is that of the votes; 3 voted in favour and 1 against")
    #expect(
      why(decision(true, 3, -1), as: "thirdMember")
        == "inFavour: a count is outside 0 to 1000; give the votes as counted")
    try region.act(IncentiveCase.self, decision(false, 2, 2), on: id, as: "thirdMember")
    #expect(object.stage == .dismissed)
  }

  @Test("needs a ground: an overdue commitment for a sanction, a certificate that says the same as the direction")
  mutating func grounds() throws {
    func open(
      _ direction: IncentiveCase.Direction, _ trigger: IncentiveCase.Trigger, subject: ObjectID? = nil
    ) -> IncentiveCase.Command {
      .trigger(
        agreement: region.agreement, subject: subject ?? region.sample.upstream, direction: direction,
        rule: "Clause 7", trigger: trigger)
    }
    func why(_ command: IncentiveCase.Command, as name: String = "desk") -> String {
      var copy = region
      return copy.refusal(IncentiveCase.self, command, as: name)
    }
    let (late, met, proof) = (region.overdue, region.met, region.certificate)
    #expect(
      why(open(.reward, .overdue(commitment: late)))
        == "'trigger' needs: a sanction for an overdue commitment; CM-1 is 'overdue'")
    #expect(
      why(open(.sanction, .overdue(commitment: met)))
        == "'trigger' needs: a sanction for an overdue commitment; CM-2 is 'verifiedMet'")
    #expect(
      why(open(.sanction, .certificate(proof, commitment: met)))
        == "'trigger' needs: a reward for what was met, a sanction for what was not; VF-7 found CM-2 'met'")
    #expect(
      why(open(.reward, .certificate(ObjectID(.verification, 8), commitment: met)))
        == "there is no VF-8 that you may see; check the number, or ask its parties")
    #expect(
      why(open(.reward, .certificate(proof, commitment: late)))
        == "there is no VF-7 that you may see; check the number, or ask its parties")
    #expect(
      why(open(.sanction, .overdue(commitment: late), subject: region.sample.downstream))
        == "there is no CM-1 that you may see; check the number, or ask its parties")
    #expect(
      why(open(.sanction, .overdue(commitment: late), subject: region.sample.chamber))
        == "subject: O-6 is no party of AG-1; name one of O-1, O-2, O-7")
    #expect(
      why(open(.sanction, .overdue(commitment: late)), as: "lowerLead")
        == "'trigger' is for desk, monitor; ask one of them, or be appointed")
    try region.act(
      Dispute.self,
      .raise(agreement: region.agreement, against: region.sample.upstream, commitment: late, claim: "No."),
      as: "lowerLead")
    #expect(
      why(open(.sanction, .overdue(commitment: late)))
        == "'trigger' needs: no open dispute; wait for the end of the dispute about CM-1")
  }

  @Test("proposes only what the direction allows, in the books of the agreement")
  mutating func measures() throws {
    try trigger()
    func why(_ measure: IncentiveCase.Measure) -> String {
      var copy = region
      return copy.refusal(IncentiveCase.self, .propose(measure: measure, reasons: "Late."), on: id, as: "desk")
    }
    #expect(try why(payment(reversed: true)) == "measure: a sanction does not go this way; let O-1 pay others")
    #expect(
      why(.payment(transfers: [], books: region.books)) == "measure: no payment is named; name the payments")
    #expect(
      why(.payment(transfers: [], books: ObjectID(.books, 9)))
        == "there is no BK-9 that you may see; check the number, or ask its parties")
    #expect(
      why(.suspension(ofVote: true, until: region.now))
        == "measure: the suspension is over before it begins; give a later end")
    #expect(why(.publicNotice(text: " ")) == "measure: it is empty; write a text")
    let foreign = IncentiveCase.Measure.payment(
      transfers: [try Transfer(wan(1), from: account("O-1"), to: account("O-6"))], books: region.books)
    #expect(
      why(foreign) == "transfers: 'O-6' is no party of these books; name accounts of O-1, O-2, O-5, O-7")
    try region.act(
      RegionBooks.self, .open(agreement: nil, parties: [region.sample.upstream, region.third], currency: "CNY"),
      as: "desk")
    #expect(
      why(.payment(transfers: [], books: ObjectID(.books, 2)))
        == "there is no BK-2 that you may see; check the number, or ask its parties")
  }

  @Test("a suspension ends by itself, and takes no effect when its time is over")
  mutating func suspension() throws {
    let until = region.now.later(days: 40)
    try grant(.suspension(ofVote: true, until: until))
    try region.pass(to: try #require(object.appealBy))
    var late = self
    try region.act(IncentiveCase.self, .putIntoEffect, on: id, as: "desk")
    try region.pass(to: until.later(by: -1))
    #expect(object.stage == .effective)
    try region.pass(to: until)
    #expect(object.stage == .lifted)
    try late.region.pass(to: until)
    #expect(
      late.why(.putIntoEffect, as: "desk")
        == "'putIntoEffect' needs: the measure still has time to run; "
        + "the suspension was to end at \(until); it takes no effect any more")
  }

  @Test("keeps to its life cycle whoever asks for whatever", arguments: UInt64(0)..<50)
  func walk(seed: UInt64) throws {
    var walk = try CasesWalk(seed: seed)
    for _ in 0..<100 { try walk.step() }
    let balances = walk.region.object(RegionBooks.self, walk.region.books)!.books.balances
    #expect(balances.reduce(Int64(0)) { $0 + $1.amount.minor } == 0)
    for case let object as IncentiveCase in walk.region.objects.values {
      if case .payment = object.measure { #expect((object.entry != nil) == (object.stage == .effective)) }
    }
    #expect(walk.accepted >= 10)
  }

  @Test("random walks come to every act of cases and disputes but one that only the subject asks for")
  func reach() throws {
    var left = Set(
      IncentiveCase.lifeCycle.transitions.map { "IN \($0.act)" } + Dispute.lifeCycle.transitions.map { "DS \($0.act)" })
    left.remove("IN waiveReply")
    for seed in UInt64(0)..<60 where !left.isEmpty {
      var walk = try CasesWalk(seed: seed)
      for _ in 0..<100 { try walk.step() }
      for news in walk.region.happened { left.remove("\(news.object.kind.rawValue) \(news.event.act)") }
    }
    #expect(left.sorted() == [])
  }
}
