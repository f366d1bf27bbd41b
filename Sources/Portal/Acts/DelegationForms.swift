import Registry
import Reporting

extension ActForm {
  /// The acts on delegations.
  static let delegation: [ActForm] = [
    ActForm(
      .delegation, "delegate",
      [
        ActField("to", MemberFieldPhrase.holder, .object([.appointment])),
        ActField(
          "powers", MemberFieldPhrase.powers,
          .choices(Power.allCases.map(\.rawValue)) { $0.word(PowerPhrase.self, $1) }),
        ActField("fields", MemberFieldPhrase.fields, .cooperationFields),
        ActField("from", MemberFieldPhrase.from, .moment), ActField("until", MemberFieldPhrase.until, .moment),
        ActField("mayPassOn", MemberFieldPhrase.mayPassOn, .flag),
      ]),
    ActForm(.delegation, "revoke", [ActField("reason", MemberFieldPhrase.reason, .text(limit: 2000))]),
  ]
}
