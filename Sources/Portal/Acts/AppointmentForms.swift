import Registry
import Reporting

extension ActForm {
  /// The acts on appointments.
  static let appointment: [ActForm] = [
    ActForm(
      .appointment, "appoint",
      [
        ActField("person", MemberFieldPhrase.person, .line(), hint: MemberFieldPhrase.personHint),
        ActField("organisation", MemberFieldPhrase.organisation, .object([.organisation])),
        ActField(
          "role", MemberFieldPhrase.role, .choice(Role.allCases.map(\.rawValue)) { $0.word(RolePhrase.self, $1) }),
        ActField("from", MemberFieldPhrase.from, .moment), ActField("until", MemberFieldPhrase.until, .moment),
        ActField("instrument", MemberFieldPhrase.instrument, .line(), hint: MemberFieldPhrase.instrumentHint),
      ]),
    ActForm(.appointment, "end", [ActField("reason", MemberFieldPhrase.reason, .text(limit: 2000))]),
  ]
}
