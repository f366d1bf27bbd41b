import Registry
import Reporting
import Testing

@testable import Portal

/// A dispute between two parties of an agreement, from the claim to its end, through pages and forms alone.
@Suite(.serialized) struct DisputeWalkTests {
  private let copy: SampleCopy
  private let agreement: Agreement

  init() throws {
    let copy = try SampleCopy()
    self.copy = copy
    let found = try copy.site.read(Visit(.get, "/")) { reading in
      try reading.all(Agreement.self, at: Agreement.stagesInForce).first { agreement in
        agreement.parties.filter { copy.person(.lead, of: $0) != nil }.count >= 2
      }
    }
    agreement = try #require(found)
  }

  private func leads() throws -> (own: DemonstrationSummary.Person, other: DemonstrationSummary.Person) {
    let leads = agreement.parties.compactMap { copy.person(.lead, of: $0) }
    return (try #require(leads.first), try #require(leads.dropFirst().first))
  }

  /// Opens the form of a command, sends it, and gives the page to which it leads.
  @discardableResult
  private func act(
    _ command: String, at path: String, _ fields: [(String, String)] = [], as visitor: Visitor
  ) async throws -> String {
    let address = "\(path)/acts/\(command)"
    let form = await copy.site.get(address, as: visitor)
    #expect(form.status == .ok, "\(command)")
    for (name, _) in fields { #expect(form.text.contains("name=\"\(name)\""), "\(command) asks for \(name)") }
    let checked = await copy.site.post(
      address, fields + [("key", CommandKey().text), ("step", "check")], as: visitor)
    #expect(checked.status == .ok, "\(command): answers are shown before they are recorded")
    let sent = await copy.site.post(address, fields + [("key", CommandKey().text), ("step", "do")], as: visitor)
    #expect(sent.status == .seeOther, "\(command): \(sent.text)")
    return String(try #require(sent[header: "Location"], "\(command)").split(separator: "?")[0])
  }

  @Test("two sides raise, answer, argue and settle a dispute, and others read nothing of it")
  func settles() async throws {
    let (ownPerson, otherPerson) = try leads()
    let (own, other) = (copy.visitor(ownPerson.appointment), copy.visitor(otherPerson.appointment))
    let desk = copy.visitor(try #require(copy.person(.desk)).appointment)
    let claim = "The gauge at the border was read a day too late."
    let path = try await act(
      "raise", at: "/disputes",
      [("agreement", "\(agreement.id)"), ("against", "\(otherPerson.organisation)"), ("claim", claim)], as: own)
    #expect(path.hasPrefix("/disputes/"))
    #expect(await copy.site.get(path, as: other).text.contains(claim))
    #expect(await copy.site.get(path).status == .notFound)
    #expect(!(await copy.site.get(path, as: desk).text.contains(claim)), "the office keeps the clock, not the claim")

    try await act("accept", at: path, as: other)
    let statement = "It was read on the day that the protocol names."
    try await act("submit", at: path, [("text", statement)], as: other)
    #expect(await copy.site.get(path, as: own).text.contains(statement))

    let early = await copy.site.get("\(path)/acts/agreeToSettlement", as: own)
    #expect(early.text.contains("the other side has proposed terms"))
    let chinese = await copy.site.get("\(path)/acts/agreeToSettlement", as: own, in: .chinese)
    #expect(chinese.text.contains("对方已提出条件"))
    let terms = "Both read the gauge together from now on."
    try await act("settle", at: path, [("terms", terms)], as: own)
    #expect(!(await copy.site.get(path, as: desk).text.contains(terms)), "terms are for the two sides")
    let alone = await copy.site.post(
      "\(path)/acts/agreeToSettlement", [("key", CommandKey().text), ("step", "do")], as: own)
    #expect(alone.status == .unprocessable && alone.text.contains("the other side must agree to your terms"))
    try await act("agreeToSettlement", at: path, as: other)
    try await act("close", at: path, [("reasons", "Settled by the sides.")], as: desk)
    let closed = await copy.site.get(path, as: own)
    #expect(closed.status == .ok && closed.text.contains("Settled by the sides."))
    #expect(await copy.site.get(path).status == .notFound, "what was settled stays between the sides")
  }

  @Test("a claim against oneself is refused in the reader's language, and what was written is kept")
  func refuses() async throws {
    let (ownPerson, _) = try leads()
    let own = copy.visitor(ownPerson.appointment)
    let fields = [
      ("agreement", "\(agreement.id)"), ("against", "\(ownPerson.organisation)"), ("claim", "We owe ourselves."),
      ("key", CommandKey().text), ("step", "do"),
    ]
    let english = await copy.site.post("/disputes/acts/raise", fields, as: own)
    #expect(english.status == .unprocessable && english.text.contains("We owe ourselves."))
    #expect(english.text.contains("is not the other side; name another party"))
    let chinese = await copy.site.post("/disputes/acts/raise", fields, as: own, in: .chinese)
    #expect(chinese.text.contains("不是对方当事方") && !chinese.text.contains("the other side"))
  }

  // MARK: Where nobody settles

  /// A dispute at which time passes, and the people who come to it in turn.
  private struct Standoff {
    let sample: SampleSite
    let path: String
    let own, other, desk, mediator: Visitor
    let sides: [ObjectID]

    /// Raises a dispute and lets time begin talks and mediation: ten days without an answer, thirty without terms.
    init(over claim: String) async throws {
      sample = try SampleSite(copyOf: SampleSite.shared.get())
      let agreements = try sample.objects(Agreement.self).filter(\.isInForce)
      let leads = sample.people.filter { $0.role == .lead }
      func lead(_ party: ObjectID) -> DemonstrationSummary.Person? { leads.first { $0.organisation == party } }
      let agreement = try #require(agreements.first { $0.parties.filter { lead($0) != nil }.count >= 2 })
      let found = agreement.parties.compactMap(lead)
      (own, other) = (sample.visitor(of: found[0]), sample.visitor(of: found[1]))
      (desk, mediator) = (try sample.visitor(.desk), try sample.visitor(.mediator))
      sides = [found[0].organisation, found[1].organisation]
      path = try await sample.act(
        "raise", at: "/disputes",
        [("agreement", "\(agreement.id)"), ("against", "\(found[1].organisation)"), ("claim", claim)], as: own)
      try sample.pass(days: Dispute.answerDays)
      #expect(try await stage(.negotiating))
      #expect(await sample.site.get(path, as: sample.again(mediator)).status == .notFound, "the turn has not come")
      try sample.pass(days: Dispute.negotiationDays)
      #expect(try await stage(.mediating))
    }

    /// Whether the page says that the dispute has come so far.
    func stage(_ stage: Dispute.Stage) async throws -> Bool {
      let words = Tongue(language: .english).stage(stage.rawValue, of: .dispute)
      return await sample.site.get(path, as: sample.again(own)).text.contains(">\(words)<")
    }

    @discardableResult
    func act(_ command: String, _ fields: [(String, String)] = [], as visitor: Visitor) async throws -> String {
      try await sample.act(command, at: path, fields, as: visitor)
    }
  }

  @Test("a dispute that two sides cannot settle alone is settled with a mediator, by forms that its page leads to")
  func mediated() async throws {
    let claim = "The gauge was read a day too late."
    let standoff = try await Standoff(over: claim)
    let (site, path) = (standoff.sample.site, standoff.path)
    #expect(await site.get(path, as: standoff.sample.again(standoff.mediator)).text.contains(claim))
    let proposal = "Read the gauge together, and pay for the day in halves."
    try await standoff.act("submit", [("text", proposal)], as: standoff.mediator)
    for side in [standoff.own, standoff.other] {
      #expect(await site.get(path, as: standoff.sample.again(side)).text.contains(proposal))
    }
    try await standoff.act("settle", [("terms", "As the mediator says.")], as: standoff.other)
    try await standoff.act("agreeToSettlement", as: standoff.own)
    #expect(try await standoff.stage(.settled))
    try await standoff.act("close", [("reasons", "Settled with a mediator.")], as: standoff.desk)
    #expect(try await standoff.stage(.closed))
    #expect(await site.get(path).status == .notFound)
  }

  @Test(
    "a dispute that no mediator could settle is decided by somebody of neither side, and everybody reads the ruling")
  func decided() async throws {
    let claim = "The share of the upper county was never paid."
    let standoff = try await Standoff(over: claim)
    let (sample, site, path) = (standoff.sample, standoff.sample.site, standoff.path)
    try sample.pass(days: Dispute.mediationDays)
    #expect(try await standoff.stage(.arbitrating))
    let own = "The payment was due on the day that the protocol names."
    try await standoff.act("submit", [("text", own)], as: standoff.own)
    let members = sample.people.filter { $0.role == .conferenceMember }
    let partial = try #require(members.first { standoff.sides.contains($0.organisation) })
    let neutral = try #require(members.first { !standoff.sides.contains($0.organisation) })
    let refused = await site.post(
      "\(path)/acts/decide", [("ruling", "For us."), ("key", CommandKey().text), ("step", "do")],
      as: sample.visitor(of: partial))
    #expect((400..<500).contains(refused.status.rawValue), "nobody decides the own cause")
    #expect(try await standoff.stage(.arbitrating))
    #expect(await site.get(path).status == .notFound)
    let ruling = "The share is paid within thirty days; each side bears its own costs."
    try await standoff.act("decide", [("ruling", ruling)], as: sample.visitor(of: neutral))
    for language in Language.allCases { #expect(await site.get(path, in: language).text.contains(ruling)) }
    #expect(!(await site.get(path).text.contains(own)), "statements stay with those who took part")
    try await standoff.act("close", [("reasons", "Decided.")], as: standoff.desk)
    #expect(try await standoff.stage(.closed))
    #expect(await site.get(path).text.contains(ruling))
  }
}

extension SampleSite {
  /// A person of the sample, with a second factor just given.
  fileprivate func visitor(of person: DemonstrationSummary.Person) -> Visitor {
    again(
      Visitor(
        account: person.nameEnglish, claim: Claim(appointment: person.appointment), tokens: FormTokens { _ in "" }))
  }

  /// The same visitor with a second factor given now.
  fileprivate func again(_ visitor: Visitor) -> Visitor {
    guard let appointment = visitor.claim.appointment else { return visitor }
    return Visitor(
      account: visitor.account, claim: Claim(appointment: appointment, secondFactor: clock.now), tokens: visitor.tokens)
  }

  /// Does an act as the page of a thing, or the list of its kind, leads to it; gives the page to which that leads.
  @discardableResult
  fileprivate func act(
    _ command: String, at path: String, _ fields: [(String, String)] = [], as visitor: Visitor
  ) async throws -> String {
    let (address, visitor) = ("\(path)/acts/\(command)", again(visitor))
    #expect(await site.get(path, as: visitor).links.contains(address), "\(path) does not lead to \(command)")
    let form = await site.get(address, as: visitor)
    for (name, _) in fields { #expect(form.text.contains("name=\"\(name)\""), "\(command) asks for \(name)") }
    let sent = await site.post(address, fields + [("key", CommandKey().text), ("step", "do")], as: visitor)
    #expect(sent.status == .seeOther, "\(command): \(sent.text)")
    return String(try #require(sent[header: "Location"], "\(command)").split(separator: "?")[0])
  }
}
