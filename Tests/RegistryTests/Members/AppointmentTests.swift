import Testing

@testable import Registry

@Suite struct AppointmentTests {
  var region: CasesRegion

  init() throws { region = try CasesRegion() }

  private func command(
    _ role: Role, in home: ObjectID, from: Instant? = nil, until: Instant? = nil
  ) -> Appointment.Command {
    .appoint(
      person: "Li Hua", organisation: home, role: role, from: from ?? region.now,
      until: until ?? region.now.later(days: 100), instrument: "Letter 9")
  }

  private mutating func why(_ command: Appointment.Command, on id: ObjectID? = nil, as name: String) -> String {
    region.refusal(Appointment.self, command, on: id, as: name)
  }

  @Test("each kind of organisation has its roles and no others", arguments: Role.allCases)
  mutating func roles(role: Role) throws {
    let homes: [(ObjectID, Organisation.Sort)] = [
      (region.sample.upstream, .government), (region.sample.office, .publicBody), (region.sample.institute, .monitor),
      (region.sample.ministry, .authority), (region.sample.chamber, .socialOrganisation),
    ]
    for (home, sort) in homes {
      var copy = region
      do throws(Refusal) {
        try copy.act(Appointment.self, command(role, in: home), by: .clock)
        #expect(sort.roles.contains(role))
      } catch {
        #expect(!sort.roles.contains(role))
        #expect(
          error.description
            == "role: nobody can be \(role.rawValue) in a \(sort.rawValue); "
            + "choose one of \(sort.roles.map(\.rawValue).joined(separator: ", "))")
      }
    }
  }

  @Test("each organisation appoints its own people; nobody but an administrator appoints one")
  mutating func ownPeople() throws {
    try region.act(Appointment.self, command(.clerk, in: region.third), as: "thirdLead")
    try region.act(Appointment.self, command(.monitor, in: region.sample.institute), as: "monitor")
    try region.act(Appointment.self, command(.socialDelegate, in: region.sample.chamber), as: "social")
    try region.act(Appointment.self, command(.guide, in: region.sample.ministry), as: "guide")
    try region.act(Appointment.self, command(.desk, in: region.sample.office), as: "desk")
    try region.act(Appointment.self, command(.administrator, in: region.sample.office), as: "administrator")
    for name in ["lowerLead", "desk", "guide"] {
      #expect(
        why(command(.clerk, in: region.third), as: name)
          == "'appoint' is for partyLead; ask one of them, or be appointed")
    }
    #expect(
      why(command(.administrator, in: region.third), as: "thirdLead")
        == "'appoint' is for administrator; ask one of them, or be appointed")
    for name in ["upperClerk", "member", "auditor", "mediator"] {
      #expect(
        why(command(.clerk, in: region.sample.upstream), as: name)
          == "'appoint' is for administrator, partyLead, desk, authority, monitor, socialOrganisation, clock; "
          + "ask one of them, or be appointed")
    }
  }

  @Test("an administrator seats the first people of an organisation, and none while somebody speaks for it")
  mutating func firstPeople() throws {
    let new = try region.act(
      Organisation.self, .register(nameEnglish: "New", nameChinese: "新", sort: .government, parent: nil),
      as: "administrator")[0].object
    try region.act(Appointment.self, command(.clerk, in: new), as: "administrator")
    let lead = try region.act(Appointment.self, command(.lead, in: new), as: "administrator")[0].object
    region.name("newLead", lead)
    #expect(
      why(command(.lead, in: new), as: "administrator")
        == "'appoint' needs: nobody speaks for the organisation; "
        + "let \(lead) appoint: each organisation appoints its own people")
    #expect(
      why(.end(reason: "Mine now."), on: lead, as: "administrator")
        == "'end' is for administrator, partyLead, desk, authority, monitor, socialOrganisation; "
        + "ask one of them, or be appointed")
    try region.act(Appointment.self, .end(reason: "I resign."), on: lead, as: "newLead")
    try region.act(Appointment.self, command(.lead, in: new), as: "administrator")
  }

  @Test("hands over at one millisecond: the one is over when the other begins")
  mutating func handsOver() throws {
    let change = region.now.later(days: 3)
    let next = try region.act(
      Appointment.self, command(.desk, in: region.sample.office, from: change), as: "desk")[0].object
    region.name("nextDesk", next)
    #expect(
      why(command(.desk, in: region.sample.office), as: "nextDesk")
        == "the appointment \(next) is not valid now; act under another, or be appointed anew")
    try region.pass(to: change)
    let old = region.appointment(of: "desk")
    try region.act(Appointment.self, .end(reason: "Hand-over."), on: old, as: "nextDesk")
    let (before, after) = (region.object(Appointment.self, old)!, region.object(Appointment.self, next)!)
    #expect(before.isValid(at: change.later(by: -1)) && !before.isValid(at: change))
    #expect(!after.isValid(at: change.later(by: -1)) && after.isValid(at: change))
    #expect(
      why(command(.desk, in: region.sample.office), as: "desk")
        == "the appointment \(old) is not valid now; act under another, or be appointed anew")
  }

  @Test("is over by itself at the end of its term, to the millisecond")
  mutating func lapses() throws {
    let end = region.now.later(days: 5)
    let id = try region.act(
      Appointment.self, command(.clerk, in: region.third, until: end), as: "thirdLead")[0].object
    try region.pass(to: end.later(by: -1))
    #expect(region.object(Appointment.self, id)!.stage == .appointed)
    region.now = end
    #expect(
      region.refusal(Appointment.self, .end(reason: "Late."), on: id, as: "thirdLead", runsClock: false)
        == "'end' needs: the term is not over; it ended at \(end) by itself")
    try region.pass(to: end)
    #expect(region.object(Appointment.self, id)!.stage == .ended)
    for (from, until) in [(end, end), (end.later(days: -2), end)] {
      #expect(
        why(command(.clerk, in: region.third, from: from, until: until), as: "thirdLead")
          == "until: it is not after the beginning, or over already; give a later end")
    }
  }

  @Test("names the person to the region only")
  mutating func name() throws {
    let id = try region.act(Appointment.self, command(.clerk, in: region.third), as: "thirdLead")[0].object
    let appointment = region.object(Appointment.self, id)!
    #expect(region.read(appointment.person, as: "auditor") == "Li Hua")
    #expect(region.read(appointment.person, as: nil) == nil)
    #expect(try !CanonicalJSON.text(of: appointment).contains("Li Hua"))
  }
}
