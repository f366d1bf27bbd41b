import Registry
import Reporting

extension ActForm {
  /// The acts on organisations.
  static let organisation: [ActForm] = [
    ActForm(
      .organisation, "register",
      names + [
        ActField(
          "sort", MemberFieldPhrase.sort,
          .choice(Organisation.Sort.allCases.map(\.rawValue)) { $0.word(OrganisationSortPhrase.self, $1) }),
        ActField("parent", MemberFieldPhrase.parent, .object([.organisation]), isOptional: true),
      ]),
    ActForm(.organisation, "rename", names),
    ActForm(.organisation, "close", [ActField("reason", MemberFieldPhrase.reason, .text(limit: 2000))]),
  ]

  private static let names = [
    ActField("nameEnglish", MemberFieldPhrase.nameEnglish, .line()),
    ActField("nameChinese", MemberFieldPhrase.nameChinese, .line()),
  ]
}
