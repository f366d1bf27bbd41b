@testable import Registry

/// The people of a simulation: by name, the appointment and the delegation that they act under.
struct Cast {
  struct Member {
    let name: String
    /// Nothing for the visitor.
    let appointment: ObjectID?
    let delegation: ObjectID?
  }

  let members: [Member]

  init(_ members: [Member]) { self.members = members }

  /// The sample region's people, and a visitor. Two more can do nothing any more, or less: a lead whose appointment
  /// has ended and one whose delegation is revoked.
  init(of region: inout SampleRegion) throws {
    var members: [Member] = []
    for (name, standing) in region.standings.sorted(by: { $0.key < $1.key }) {
      members.append(Member(name: name, appointment: standing.appointment?.id, delegation: standing.delegation?.id))
    }
    for (name, home) in [("former", region.upstream), ("powerless", region.downstream)] {
      let lead = try region.newcomer(as: .lead, of: home, named: name)
      members.append(lead)
      if name == "former" {
        try region.act(Appointment.self, .end(reason: "Retired."), on: lead.appointment, as: "upperLead")
      } else {
        try region.act(Delegation.self, .revoke(reason: "Recalled."), on: lead.delegation, as: "lowerLead")
      }
    }
    members.append(Member(name: "visitor", appointment: nil, delegation: nil))
    self.members = members
  }

  func member(_ name: String) -> Member { members.first { $0.name == name }! }

  /// Who the member is by what the record holds now.
  static func standing(of member: Member, in record: any RecordReader, secondFactor: Instant?) -> Standing {
    guard let id = member.appointment, let appointment = record.object(Appointment.self, id),
      let home = record.object(Organisation.self, appointment.organisation)
    else { return .visitor }
    return Standing(
      appointment: appointment, organisation: home,
      delegation: member.delegation.flatMap { record.object(Delegation.self, $0) }, secondFactor: secondFactor)
  }
}

extension SampleRegion {
  mutating func newcomer(as role: Role, of home: ObjectID, named name: String) throws -> Cast.Member {
    let appointed = try set(
      Appointment.self,
      .appoint(
        person: name, organisation: home, role: role, from: now, until: now.later(days: 1000), instrument: "Letter 3"),
      by: .clock)[0].object
    let delegated = try set(
      Delegation.self,
      .delegate(
        to: appointed, powers: Power.allCases, fields: ["water", "transport"], from: now, until: now.later(days: 1000),
        mayPassOn: false), by: .clock)[0].object
    return Cast.Member(name: name, appointment: appointed, delegation: delegated)
  }
}
