import Testing

@testable import Registry

@Suite struct DisputeTests {
  var region: CasesRegion
  let id = ObjectID(.dispute, 1)

  init() throws {
    region = try CasesRegion()
    try region.act(
      Dispute.self,
      .raise(
        agreement: region.agreement, against: region.sample.upstream, commitment: region.overdue, claim: "No water."),
      as: "lowerLead")
  }

  private var dispute: Dispute { region.object(Dispute.self, id)! }
  private var commitment: Commitment { region.object(Commitment.self, region.overdue)! }

  private func sees(_ name: String) -> Bool { dispute.audience.includes(region.who(name)) }
  private func claim(_ name: String) -> String? { region.read(dispute.claim, as: name) }

  private mutating func why(_ command: Dispute.Command, as name: String, runsClock: Bool = true) -> String {
    region.refusal(Dispute.self, command, on: id, as: name, runsClock: runsClock)
  }

  @Test("goes by itself from answer to negotiation, mediation and decision: 10, 30, 30 and 60 days")
  mutating func clock() throws {
    let start = region.now
    for (day, before, after) in [
      (10, Dispute.Stage.raised, Dispute.Stage.negotiating), (40, .negotiating, .mediating),
      (70, .mediating, .arbitrating),
    ] {
      try region.pass(to: start.later(days: day).later(by: -1))
      #expect(dispute.stage == before)
      try region.pass(to: start.later(days: day))
      #expect(dispute.stage == after)
    }
    try region.pass(to: start.later(days: 130).later(by: -1))
    #expect(!dispute.isLate)
    try region.pass(to: start.later(days: 130))
    #expect(dispute.isLate && dispute.wakes == nil && dispute.stage == .arbitrating)
    // A decision that comes late is still a decision.
    try region.act(Dispute.self, .decide(ruling: "Pay half."), on: id, as: "guide")
    #expect(!commitment.isDisputed)
  }

  @Test("a clock that slept through all of it finds the same moments")
  mutating func sleepsThrough() throws {
    let start = region.now
    try region.pass(days: 100)
    #expect(dispute.stage == .arbitrating)
    #expect(dispute.until == start.later(days: 130))
  }

  @Test("the answer may come until the millisecond before its time is over")
  mutating func answer() throws {
    let end = dispute.until
    var early = self
    try early.region.pass(to: end.later(by: -1))
    try early.region.act(Dispute.self, .accept, on: id, as: "upperLead")
    #expect(early.dispute.until == end.later(by: -1).later(days: 30))
    region.now = end
    #expect(
      why(.accept, as: "upperLead", runsClock: false)
        == "'negotiate' needs: the time to answer is not over; "
        + "it ended at \(end); the negotiation begins by itself")
    #expect(
      why(.accept, as: "upperLead")
        == "'negotiate' is not possible while DS-1 is 'negotiating'; "
        + "possible now: mediate, submit, settle, agreeToSettlement")
  }

  @Test("is read by the parties alone, then by the mediator, then by those who decide, and by all when decided")
  mutating func readers() throws {
    for name in ["upperLead", "lowerClerk", "desk"] { #expect(sees(name)) }
    for name in ["thirdLead", "mediator", "thirdMember", "guide", "monitor", "administrator", "auditor"] {
      #expect(!sees(name))
    }
    #expect(claim("upperClerk") == "No water.")
    #expect(claim("desk") == nil)
    try region.act(Dispute.self, .accept, on: id, as: "upperLead")
    try region.act(Dispute.self, .submit(text: "We paid."), on: id, as: "lowerClerk")
    try region.act(Dispute.self, .settle(terms: "Half."), on: id, as: "lowerLead")
    try region.pass(days: 30)
    #expect(sees("mediator") && !sees("guide"))
    #expect(claim("mediator") == "No water.")
    #expect(region.read(dispute.submissions[0], as: "mediator") == "We paid.")
    try region.act(Dispute.self, .submit(text: "Share it."), on: id, as: "mediator")
    try region.pass(days: 30)
    for name in ["guide", "thirdMember", "desk", "mediator", "upperLead"] {
      #expect(sees(name))
      #expect(claim(name) == "No water.")
      #expect(dispute.submissions.map { region.read($0, as: name) } == ["We paid.", "Share it."])
    }
    for name in ["thirdLead", "monitor", "administrator", "auditor", "social"] { #expect(!sees(name)) }
    // What was offered stays between the two.
    #expect(region.read(dispute.terms, as: "upperLead") == "Half.")
    for name in ["guide", "thirdMember", "mediator", "desk"] { #expect(region.read(dispute.terms, as: name) == nil) }
    try region.act(Dispute.self, .decide(ruling: "Pay half."), on: id, as: "guide")
    #expect(dispute.audience.includes(.visitor))
    #expect(region.read(dispute.ruling, as: nil) == "Pay half.")
    #expect(region.read(dispute.claim, as: nil) == nil)
    try region.act(Dispute.self, .close(reasons: "Ruled."), on: id, as: "desk")
    #expect(dispute.audience.includes(.visitor))
    #expect(
      why(.close(reasons: "Again."), as: "desk")
        == "'close' is not possible while DS-1 is 'closed'; possible now: nothing")
  }

  @Test("whoever helps or decides is of neither party")
  mutating func neutral() throws {
    try region.pass(days: 45)
    #expect(
      why(.submit(text: "Hm."), as: "upperMediator")
        == "'submit' needs: whoever helps or decides is of neither party; "
        + "let somebody do it who is neither of O-2 nor of O-1")
    try region.act(Dispute.self, .submit(text: "Hm."), on: id, as: "thirdMediator")
    try region.pass(days: 30)
    for name in ["member", "lowerMember"] {
      #expect(
        why(.decide(ruling: "We win."), as: name)
          == "'decide' needs: whoever helps or decides is of neither party; "
          + "let somebody do it who is neither of O-2 nor of O-1")
    }
    #expect(
      why(.decide(ruling: "We win."), as: "upperLead")
        == "'decide' is for conference, authority; ask one of them, or be appointed")
    #expect(
      why(.submit(text: "Hm."), as: "mediator")
        == "'submit' is for partyLead, partyClerk; ask one of them, or be appointed")
    var bare = self
    bare.region.use(nil, as: "thirdMember")
    #expect(
      bare.why(.decide(ruling: "So."), as: "thirdMember")
        == "'decide' needs the power 'decide' in this field; have it delegated to you")
    try region.act(Dispute.self, .decide(ruling: "So."), on: id, as: "thirdMember")
  }

  @Test("is settled by the other side's consent, which lets the commitment go its way again")
  mutating func settles() throws {
    #expect(commitment.isDisputed)
    try region.act(Dispute.self, .accept, on: id, as: "upperLead")
    #expect(
      why(.agreeToSettlement, as: "upperLead")
        == "'agreeToSettlement' needs: the other side has proposed terms; wait for terms, or propose your own")
    try region.act(Dispute.self, .settle(terms: "Half."), on: id, as: "lowerLead")
    #expect(
      why(.agreeToSettlement, as: "lowerLead")
        == "'agreeToSettlement' needs: the other side has proposed terms; the other side must agree to your terms")
    #expect(
      why(.agreeToSettlement, as: "upperClerk")
        == "'agreeToSettlement' is for partyLead; ask one of them, or be appointed")
    try region.act(Dispute.self, .agreeToSettlement, on: id, as: "upperLead")
    #expect(dispute.stage == .settled && !commitment.isDisputed)
    try region.act(Dispute.self, .close(reasons: "Paid."), on: id, as: "desk")
    #expect(!dispute.audience.includes(.visitor))
  }

  @Test("hides from others, and is raised by a party's lead against another party only")
  mutating func raising() throws {
    #expect(
      self.why(.submit(text: "Hm."), as: "thirdLead")
        == "there is no DS-1 that you may see; check the number, or ask its parties")
    func raise(
      against: ObjectID, _ commitment: ObjectID? = nil, as name: String = "lowerLead", agreement: ObjectID? = nil
    ) -> String {
      var copy = region
      return copy.refusal(
        Dispute.self,
        .raise(agreement: agreement ?? region.agreement, against: against, commitment: commitment, claim: "Claim."),
        as: name)
    }
    let (upper, lower) = (region.sample.upstream, region.sample.downstream)
    #expect(raise(against: lower) == "against: O-2 is not the other side; name another party of AG-1")
    #expect(raise(against: region.sample.chamber) == "against: O-6 is not the other side; name another party of AG-1")
    #expect(
      raise(against: upper, as: "lowerClerk") == "'raise' is for partyLead; ask one of them, or be appointed")
    #expect(
      raise(against: upper, agreement: ObjectID(.agreement, 2))
        == "there is no AG-2 that you may see; check the number, or ask its parties")
    #expect(
      raise(against: upper, ObjectID(.commitment, 9))
        == "there is no CM-9 that you may see; check the number, or ask its parties")
    #expect(
      raise(against: region.third, region.overdue)
        == "commitment: CM-1 is not between O-2 and O-7; name one that binds both, or none")
  }

  @Test("holds at most a hundred submissions")
  mutating func room() throws {
    try region.act(Dispute.self, .accept, on: id, as: "upperLead")
    for number in 1...100 {
      try region.act(Dispute.self, .submit(text: "Text \(number)."), on: id, as: "upperClerk")
    }
    #expect(
      why(.submit(text: "More."), as: "upperClerk")
        == "'submit' needs: there is room for another submission; sum them up in one document")
  }
}
