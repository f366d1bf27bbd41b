import Testing

@testable import Registry

@Suite struct DelegationTests {
  var region: CasesRegion

  init() throws { region = try CasesRegion() }

  private func command(
    to name: String, powers: [Power] = [.sign], fields: [String] = ["water"], from: Instant? = nil,
    until: Instant? = nil, mayPassOn: Bool = false
  ) -> Delegation.Command {
    .delegate(
      to: region.appointment(of: name), powers: powers, fields: fields, from: from ?? region.now,
      until: until ?? region.now.later(days: 100), mayPassOn: mayPassOn)
  }

  private mutating func give(_ command: Delegation.Command, as name: String) throws(Refusal) -> ObjectID {
    try region.act(Delegation.self, command, as: name)[0].object
  }

  private mutating func why(_ command: Delegation.Command, as name: String) -> String {
    region.refusal(Delegation.self, command, as: name)
  }

  private func delegation(_ id: ObjectID) -> Delegation { region.object(Delegation.self, id)! }

  @Test("gives the powers named, in the fields named, from its first millisecond until the one before its last")
  mutating func gives() throws {
    let start = region.now.later(days: 1)
    let end = region.now.later(days: 2)
    let id = try give(command(to: "upperClerk", powers: [.report, .sign], from: start, until: end), as: "upperLead")
    let given = delegation(id)
    let clerk = region.who("upperClerk")
    #expect(given.powers == [.report, .sign])
    #expect(!given.gives(.sign, to: clerk, at: start.later(by: -1)))
    #expect(given.gives(.sign, to: clerk, at: start))
    #expect(given.gives(.sign, to: clerk, at: end.later(by: -1)))
    #expect(!given.gives(.sign, to: clerk, at: end))
    #expect(!given.gives(.post, to: clerk, at: start))
    #expect(!given.gives(.sign, to: region.who("upperLead"), at: start))
    #expect(given.covers("water") && !given.covers("transport"))
    try region.pass(to: end.later(by: -1))
    #expect(delegation(id).stage == .given)
    try region.pass(to: end)
    #expect(delegation(id).stage == .lapsed)
  }

  @Test("revoking takes effect on the next act, and ends all that was passed on, however far")
  mutating func revokes() throws {
    let root = try give(command(to: "upperClerk", powers: [.post, .sign], mayPassOn: true), as: "upperLead")
    region.use(root, as: "upperClerk")
    let middle = try give(command(to: "member", mayPassOn: true), as: "upperClerk")
    region.use(middle, as: "member")
    let last = try give(command(to: "upperMediator"), as: "member")
    region.use(last, as: "upperMediator")
    #expect([root, middle, last].map { delegation($0).under } == [nil, root, middle])
    #expect(delegation(root).passedOn == [middle])
    let clerk = region.who("upperMediator")
    #expect(delegation(last).gives(.sign, to: clerk, at: region.now))
    let news = try region.act(Delegation.self, .revoke(reason: "Reform."), on: root, as: "upperLead")
    #expect(news.map(\.object) == [root, middle, last])
    for id in [root, middle, last] {
      #expect(delegation(id).stage == .revoked)
      #expect(delegation(id).until == region.now)
      #expect(!delegation(id).gives(.sign, to: region.who("upperMediator"), at: region.now))
    }
    #expect(delegation(last).reason == "DG-\(middle.number) was revoked")
    #expect(
      region.refusal(Delegation.self, .revoke(reason: "Again."), on: root, as: "upperLead")
        == "'revoke' is not possible while \(root) is 'revoked'; possible now: nothing")
  }

  @Test("the end of an appointment ends what it held and what it passed on, at the same millisecond")
  mutating func endsWithTheAppointment() throws {
    let root = try give(command(to: "upperClerk", mayPassOn: true), as: "upperLead")
    region.use(root, as: "upperClerk")
    let child = try give(command(to: "member"), as: "upperClerk")
    region.use(child, as: "member")
    try region.pass(days: 1)
    let held = region.object(Appointment.self, region.appointment(of: "upperClerk"))!.delegations
    #expect(held.contains(root))
    try region.act(
      Appointment.self, .end(reason: "Moved."), on: region.appointment(of: "upperClerk"), as: "upperLead")
    #expect(delegation(root).stage == .revoked)
    #expect(delegation(child).stage == .revoked && delegation(child).until == region.now)
    #expect(
      why(command(to: "member"), as: "upperClerk")
        == "the appointment \(region.appointment(of: "upperClerk")) is not valid now; "
        + "act under another, or be appointed anew")
    #expect(
      why(command(to: "upperClerk"), as: "upperLead")
        == "'delegate' needs: the appointment is not over; "
        + "\(region.appointment(of: "upperClerk")) ended at \(region.now); name another")
  }

  @Test("passes on no more, no longer and no further than was given")
  mutating func passesOn() throws {
    let refused =
      "'delegate' needs: the powers may be passed on; "
      + "act under a delegation that may be passed on and covers these powers, fields and this term"
    // The sample gives everybody all powers, but not to pass on.
    #expect(why(command(to: "member"), as: "upperClerk") == refused)
    let start = region.now
    let root = try give(command(to: "upperClerk", mayPassOn: true), as: "upperLead")
    region.use(root, as: "upperClerk")
    #expect(why(command(to: "member", powers: [.post]), as: "upperClerk") == refused)
    #expect(why(command(to: "member", fields: ["transport"]), as: "upperClerk") == refused)
    #expect(why(command(to: "member", from: start.later(by: -1)), as: "upperClerk") == refused)
    #expect(why(command(to: "member", until: start.later(days: 100).later(by: 1)), as: "upperClerk") == refused)
    #expect(
      why(command(to: "lowerClerk"), as: "upperClerk")
        == "'delegate' needs: within one organisation; delegate to an appointment of your own organisation")
    let middle = try give(command(to: "member", mayPassOn: true), as: "upperClerk")
    region.use(middle, as: "member")
    #expect(
      why(command(to: "upperMediator", mayPassOn: true), as: "member")
        == "'delegate' needs: the chain of powers stays short; "
        + "give them without the right to pass them on: powers are passed on at most 2 times in a row")
    for _ in 1..<Delegation.widest { _ = try give(command(to: "member"), as: "upperClerk") }
    #expect(
      why(command(to: "member"), as: "upperClerk")
        == "'delegate' needs: there is room for another delegation; "
        + "let somebody give the powers who speaks for the organisation: \(root) was passed on 20 times")
  }

  @Test("names each power and field once, and no term beyond the appointment's")
  mutating func refusals() throws {
    for powers in [[], [Power.sign, .sign]] {
      #expect(
        why(command(to: "upperClerk", powers: powers), as: "upperLead")
          == "powers: none is given, or one twice; name each power once")
    }
    for fields in [[], ["water", "water"], ["fish"]] {
      #expect(
        why(command(to: "upperClerk", fields: fields), as: "upperLead")
          == "fields: none is given, one twice, or one is unknown; choose among water, transport")
    }
    let end = region.object(Appointment.self, region.appointment(of: "upperClerk"))!.until
    for until in [end.later(by: 1), region.now] {
      #expect(
        why(command(to: "upperClerk", until: until), as: "upperLead")
          == "until: the term is empty, over, or longer than the appointment; "
          + "end it after it begins and at the latest at \(end)")
    }
    _ = try give(command(to: "upperClerk", until: end), as: "upperLead")
  }

  @Test("is given and revoked by who speaks for the organisation, each in the own one")
  mutating func permissions() throws {
    _ = try give(command(to: "desk", powers: [.post]), as: "desk")
    _ = try give(command(to: "monitor", powers: [.certify]), as: "monitor")
    _ = try give(command(to: "guide", powers: [.decide]), as: "guide")
    let root = try give(command(to: "upperClerk", mayPassOn: true), as: "upperLead")
    for name in ["lowerLead", "desk", "guide", "administrator", "monitor", "upperClerk", "member"] {
      #expect(
        region.refusal(Delegation.self, .revoke(reason: "No."), on: root, as: name)
          == "'revoke' is for filer, partyLead, desk, authority, monitor, socialOrganisation; "
          + "ask one of them, or be appointed")
    }
    region.use(root, as: "upperClerk")
    let child = try give(command(to: "member"), as: "upperClerk")
    // Whoever passed a power on takes it back.
    try region.act(Delegation.self, .revoke(reason: "Back."), on: child, as: "upperClerk")
    #expect(delegation(root).stage == .given)
    #expect(
      why(command(to: "upperClerk"), as: "lowerLead")
        == "'delegate' needs: within one organisation; delegate to an appointment of your own organisation")
  }

  @Test("no power outlives the delegation it came from, whatever is passed on and revoked", arguments: UInt64(0)..<50)
  func walk(seed: UInt64) throws {
    var region = try CasesRegion()
    var chance = MoneyChance(seed: seed)
    let names = ["upperLead", "upperClerk", "member", "upperMediator"]
    for _ in 0..<60 {
      let name = names.randomElement(using: &chance)!
      let held = region.objects.values.compactMap { $0 as? Delegation }
        .filter { $0.to == region.appointment(of: name) }.sorted { $0.id < $1.id }
      region.use(held.randomElement(using: &chance)?.id, as: name)
      let other = names.randomElement(using: &chance)!
      let count = region.happened.count
      do throws(Refusal) {
        switch Int.random(in: 0..<8, using: &chance) {
        case 0..<4:
          try region.act(
            Delegation.self,
            .delegate(
              to: region.appointment(of: other), powers: [.sign], fields: ["water"], from: region.now,
              until: region.now.later(days: Int.random(in: 1...90, using: &chance)), mayPassOn: chance.next() % 4 != 0),
            as: name)
        case 4:
          try region.act(Delegation.self, .revoke(reason: "No."), on: held.randomElement(using: &chance)?.id, as: name)
        case 5 where chance.next() % 6 == 0:
          try region.act(Appointment.self, .end(reason: "Gone."), on: region.appointment(of: other), as: name)
        default: try region.pass(days: Int.random(in: 0...5, using: &chance))
        }
      } catch {
        #expect(region.happened[count...].allSatisfy { $0.author.appointment == nil })
      }
      for delegation in region.objects.values.compactMap({ $0 as? Delegation }) {
        let holder = region.object(Appointment.self, delegation.to)!
        #expect(delegation.until <= holder.until)
        guard let above = delegation.under else { continue }
        let parent = region.object(Delegation.self, above)!
        #expect(delegation.until <= parent.until && parent.from <= delegation.from)
        if delegation.holds(at: region.now) { #expect(parent.holds(at: region.now)) }
      }
    }
  }
}
